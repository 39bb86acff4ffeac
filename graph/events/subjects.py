"""Who does what a verb tells: its own subject, or the one it takes over from a verb or noun above."""

from __future__ import annotations

from collections.abc import Iterable

from graph.events.draft import Scene
from graph.events.words import TRIES
from graph.language import trees
from graph.model import Token

_ACCUSING = frozenset(
    "accuse suspect charge convict acquit blame arrest detain indict prosecute imprison jail sentence".split()
)
_MAKING = frozenset("force urge ask order tell allow help want call".split())
"""Verbs whose object is to do what the infinitive says."""
_PROPOSING = frozenset("recommend suggest advise advocate urge propose".split())
"""Verbs whose infinitive others are to do: "recommended to press charges"."""
_MOUNTING = frozenset({"make", "mount", "launch", "undertake"})
"""Verbs whose subject tries what "attempt" says."""
_HELP = frozenset("assistance help aid support cooperation".split())
_NOUNS = frozenset({"NOUN", "PROPN"})
_WRITINGS = frozenset(
    "report statement letter lawsuit complaint resolution speech article message note".split()
)
"""Nouns for words of somebody: "a report accusing the Front" has the Front accused by who put it out."""
_SIGNS = frozenset({"evidence", "proof", "sign"})


def subjects(scene: Scene, at: int, depth: int = 0) -> list[Token]:
    """The words that do it: the verb's own subject, or the one inherited from the verb above."""
    s = scene.sentence
    own = trees.below(s, at, "nsubj")
    if not own and depth == 0:
        own = _just_before(scene, at)
    if own or depth > 4 or trees.is_passive(s, at):
        return own
    token = s.tokens[at]
    above = s.tokens[token.head]
    if token.dep == "conj" and above.pos in {"VERB", "AUX"}:
        return subjects(scene, above.i, depth + 1) or (
            trees.below(s, above.i, "nsubjpass") if trees.is_passive(s, above.i) else []
        )
    if token.dep in {"xcomp", "advcl", "pcomp", "ccomp"}:
        return _of_verb_above(scene, token, depth)
    return _of_noun_above(scene, token, above, depth) if token.dep == "acl" else []


def _help(tokens: Iterable[Token]) -> bool:
    """Whether a word for help is among them."""
    return any(t.lemma in _HELP for t in tokens)


def _just_before(scene: Scene, at: int) -> list[Token]:
    """ "defer to the Velkans probing the raid": who stands right before, as the object of something else."""
    token, before = scene.sentence.tokens[at], scene.sentence.tokens[at - 1] if at else None
    if before is None or token.tag != "VBG" or before.dep not in {"pobj", "dobj"} or before.pos not in _NOUNS:
        return []
    entity = scene.entity(before.i)
    return [before] if entity is not None and entity.kind == "actor" else []


def _of_verb_above(scene: Scene, token: Token, depth: int) -> list[Token]:
    """ "tried to kill", "ordered the Front to attack", "accused the Front of attacking"."""
    s = scene.sentence
    verb = next((t for t in trees.ancestors(s, token.i) if t.pos in {"VERB", "AUX"}), None)
    if verb is None or token.dep == "ccomp" and token.tag not in {"VB", "VBG"}:
        return []
    helped = [s.tokens[s.tokens[token.head].head], *trees.below(s, verb.i, "dobj")]
    if token.dep == "pcomp" and s.tokens[token.head].lemma in {"in", "with"} and _help(helped):
        return []  # "offered help in finding the gunmen": others are to find them
    passive = trees.below(s, verb.i, "nsubjpass")
    preposition = s.tokens[token.head]
    kept = token.dep == "pcomp" and preposition.lemma == "from"  # "prevented the Front from attacking"
    accused = token.dep == "pcomp" and preposition.dep == "prep" and verb.lemma in _ACCUSING
    if kept or accused and s.tokens[preposition.head].lemma != "instead":
        whom = passive or trees.below(s, verb.i, "dobj")
        return whom if whom or not kept else subjects(scene, verb.i, depth + 1)
    if passive and token.dep == "xcomp":
        return passive  # "is believed to have attacked"
    if verb.lemma in _PROPOSING and token.dep == "xcomp":
        return []
    if token.dep == "advcl" and token.tag not in {"VBG", "VB"}:
        return []
    if verb.lemma in _MAKING and token.dep in {"xcomp", "ccomp"}:
        return trees.below(s, verb.i, "dobj")
    return subjects(scene, verb.i, depth + 1)


def _of_noun_above(scene: Scene, token: Token, above: Token, depth: int) -> list[Token]:
    """ "gunmen firing at the crowd", "took the chance to attack", "the Front's attempt to kill"."""
    s = scene.sentence
    if token.tag == "VBG":
        if above.lemma in _SIGNS:
            return [t for p in trees.below(s, above.i, "acl") for t in trees.objects_of(s, p.i, "to", "at")]
        if above.lemma in _WRITINGS:
            writers = subjects(scene, above.head, depth + 1) if above.dep == "dobj" else []
            return trees.below(s, above.i, "poss") or writers or [above]
        return [above]
    if above.lemma in {"opportunity", "chance"} and s.tokens[above.head].lemma in {"take", "use", "seize"}:
        return subjects(scene, above.head, depth + 1)
    if above.lemma in TRIES:
        own = [*trees.below(s, above.i, "poss"), *trees.objects_of(s, above.i, "by", "of")]
        a = trees.first_below(s, above.i, "det")
        made = (
            above.dep == "dobj"
            and s.tokens[above.head].lemma in _MOUNTING
            and a is not None
            and a.lemma != "the"
        )
        return own or (subjects(scene, above.head, depth + 1) if made else [])
    return []
