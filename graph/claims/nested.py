"""Events inside of others: who is shot during a protest is shot in a part of it.

| what happens | "during", "at", "amid" or "in" | is a part of it |
| --- | --- | --- |
| violence, an arrest | a protest, a siege, a clash, an operation, a funeral | yes |
| anything | an attack, a vote, a meeting | no: it is told of as one event, or only at the same time |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.claims.scribe import Scribe
from graph.claims.stance import stance
from graph.model import Frame, Ref, Sentence
from ontology.terms import is_a

_PARTS = frozenset({"ConflictEvent", "Riot"})
_WHOLES = frozenset({"Protest", "Siege", "ArmedClash", "MilitaryOperation", "Funeral"})
_TIMES = frozenset({"during", "amid", "amidst"})
_DURING = _TIMES | {"at", "in"}
_BELOW = frozenset({"relcl", "acl", "dobj"})


def write_nested(scribe: Scribe, found: Sequence[Frame], of: Mapping[tuple[int, int], Ref]) -> None:
    """The claims that one event is a part of another."""
    frames = {(frame.sentence, frame.at): frame for frame in found}
    for frame in found:
        if not any(is_a(frame.cls, part) for part in _PARTS):
            continue
        sentence = scribe.discourse.sentences[frame.sentence]
        for at in _during(sentence, frame.at):
            whole = frames.get((frame.sentence, at))
            if whole is None or not any(is_a(whole.cls, each) for each in _WHOLES):
                continue
            scribe.say(
                sentence, frame.at, of[frame.sentence, frame.at], "subEventOf", object=of[frame.sentence, at],
                put=stance(sentence, frame.at, scribe.voices, nominal=frame.noun, event=frame.noun),
                rule="nested: during", confidence=0.8,
            )  # fmt: skip


def _during(sentence: Sentence, position: int) -> Iterator[int]:
    """The nouns after "during" and the like below a word, or below the clause that hangs on it.

    "During" belongs to the verb even where the tree hangs it on the object: "shot a guard during the siege".
    """
    children = sentence.children
    for top in (position, *(i for i in children[position] if sentence.tokens[i].dep in _BELOW)):
        words = _TIMES if sentence.tokens[top].dep == "dobj" and top != position else _DURING
        for i in children[top]:
            if sentence.tokens[i].dep == "prep" and sentence.tokens[i].lemma in words:
                yield from (j for j in children[i] if sentence.tokens[j].dep == "pobj")
