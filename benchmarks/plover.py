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
_HARMING = frozenset("ASSAULT COERCE MOBILIZE PROTEST SANCTION".split())
_MUTUAL = frozenset("Agreement Cooperation Meeting Pledge Rapprochement".split())
"""Classes of what several do with one another."""
_LEFT_OUT = frozenset({"relcl", "conj", "cc", "appos", "punct"})
"""What a phrase has below it that is no part of its name."""


def predict(record: Record) -> dict[str, Any]:
    """The events of one sentence with root, source and target."""
    reading = read(record)
    told = {(frame.sentence, frame.at) for frame in reading.frames if CLASSES[frame.cls].plover}
    events = [
        event
        for frame in reading.frames
        if not _background(reading.discourse.sentences[frame.sentence], frame, told)
        for event in _events(reading, frame)
    ]
    return {"id": record["id"], "events": _once(events)}


def _background(sentence: Sentence, frame: Frame, told: set[tuple[int, int]]) -> bool:
    """Whether the frame stands among the words of another: what is refused, accused of, or told of whom it befell."""
    at = frame.at
    while sentence.tokens[at].head != at:
        joined = sentence.tokens[at].dep == "conj"
        at = sentence.tokens[at].head
        if not joined and (frame.sentence, at) in told:
            return True
    return False


def _once(events: list[dict[str, str]]) -> list[dict[str, str]]:
    """One event for each root and source, the first that has a target where one has."""
    kept: dict[tuple[str, str], dict[str, str]] = {}
    for event in events:
        key = event["event"], event["source"]
        if key not in kept or not kept[key]["target"]:
            kept[key] = event
    return list(kept.values())


def _events(reading: Reading, frame: Frame) -> list[dict[str, str]]:
    """What a frame tells as an event of the corpus; nothing where it has no root, is denied, or names no source."""
    sentence = reading.discourse.sentences[frame.sentence]
    root = _root(reading, sentence, frame)
    doers = frame.fillers("agent", "orderedBy") or frame.fillers("holder")
    if not root or not doers:
        return []
    targets = [role for name in _TARGETS for role in frame.fillers(name) if role not in doers]
    if frame.cls in _MUTUAL and len(doers) > 1 and not frame.fillers("addressee"):
        doers, targets = doers[:1], doers[1:]
    return [
        {
            "source": _phrase(reading, frame, doers),
            "target": _phrase(reading, frame, targets[:1]),
            "event": root,
        }
    ]


def _root(reading: Reading, sentence: Sentence, frame: Frame) -> str:
    """The root of the class; what is still to come is agreed to or threatened, as PLOVER defines it."""
    root = CLASSES[frame.cls].plover
    token = sentence.tokens[frame.at]
    put = stance(sentence, frame.at, reading.voices, nominal=frame.noun)
    if put.polarity is Polarity.NEGATED and (put.modality is Modality.FUTURE or token.dep == "xcomp"):
        return "REJECT" if root in _COOPERATING else ""
    if put.polarity is not Polarity.AFFIRMED or put.modality is Modality.HYPOTHETICAL:
        return ""
    if put.modality is Modality.FUTURE and sentence.tokens[token.head].lemma != "decide":
        return "AGREE" if root in _COOPERATING else "THREATEN" if root in _HARMING else root
    return root


def _phrase(reading: Reading, frame: Frame, roles: list[Role]) -> str:
    """The words of the first phrase, with those of the others that are joined to it."""
    return " and ".join(dict.fromkeys(_words(reading, frame.sentence, role.at) for role in roles))


def _words(reading: Reading, index: int, at: int) -> str:
    """A phrase without relative clauses, appositions and what is joined to it; for a pronoun whom it means."""
    sentence = reading.discourse.sentences[index]
    meant = reading.discourse.at(index, at)
    if sentence.tokens[at].pos == "PRON" and meant is not None:
        return reading.discourse.entities[meant].label
    waiting, found = [at], []
    while waiting:
        here = waiting.pop()
        found.append(here)
        waiting += [t.i for t in trees.below(sentence, here) if t.dep not in _LEFT_OUT]
    return " ".join(sentence.tokens[i].text for i in sorted(found))
