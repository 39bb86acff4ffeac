"""PLV (Hu et al., ACL 2024): who did what to whom in a sentence, the deed as one of fifteen PLOVER roots."""

from __future__ import annotations

from typing import Any

from benchmarks.reader import Record, read
from graph.claims.stance import stance
from graph.extraction import Reading
from graph.language import trees
from graph.model import Frame, Modality, Polarity, Role, Sentence
from ontology.terms import CLASSES

_TARGETS = ("target", "victim", "addressee", "about", "content", "holder", "place", "instrument")
"""The roles that a target is looked for in, the firmest first."""
_COOPERATING = frozenset("CONSULT SUPPORT COOPERATE AID YIELD".split())
_LEFT_OUT = frozenset({"relcl", "conj", "cc", "appos", "punct"})
"""What a phrase has below it that is no part of its name."""


def predict(record: Record) -> dict[str, Any]:
    """The events of one sentence with root, source and target."""
    reading = read(record)
    events = [event for frame in reading.frames for event in _events(reading, frame)]
    return {"id": record["id"], "events": events}


def _events(reading: Reading, frame: Frame) -> list[dict[str, str]]:
    """What a frame tells as an event of the corpus; nothing where it has no root, is denied or nobody does it."""
    sentence = reading.discourse.sentences[frame.sentence]
    root = _root(reading, sentence, frame)
    doers = frame.fillers("agent", "orderedBy") or frame.fillers("holder", "victim")
    if not root or not doers:
        return []
    source = doers[0]
    targets = [role for name in _TARGETS for role in frame.fillers(name) if role.at != source.at]
    target = _phrase(sentence, targets[:1])
    if not target and len(doers) > 1:
        source, target = doers[0], _phrase(sentence, doers[1:])
    return [{"source": _phrase(sentence, doers if targets else [source]), "target": target, "event": root}]


def _root(reading: Reading, sentence: Sentence, frame: Frame) -> str:
    """The root of the class; what is still to come is agreed to or threatened, as PLOVER defines it."""
    root = CLASSES[frame.cls].plover
    put = stance(sentence, frame.at, reading.voices, nominal=frame.noun)
    if put.polarity is not Polarity.AFFIRMED or put.modality is Modality.HYPOTHETICAL:
        return ""
    if put.modality is Modality.FUTURE:
        return "AGREE" if root in _COOPERATING else ""
    return root


def _phrase(sentence: Sentence, roles: list[Role]) -> str:
    """The words of the first phrase, with those of the others that are joined to it."""
    return " and ".join(dict.fromkeys(_words(sentence, role.at) for role in roles))


def _words(sentence: Sentence, at: int) -> str:
    """A phrase without relative clauses, appositions and what is joined to it."""
    waiting, found = [at], []
    while waiting:
        here = waiting.pop()
        found.append(here)
        waiting += [t.i for t in trees.below(sentence, here) if t.dep not in _LEFT_OUT]
    return " ".join(sentence.tokens[i].text for i in sorted(found))
