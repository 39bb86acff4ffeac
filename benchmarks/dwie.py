"""DWIE (Zaporojets et al., IPM 2021): who and what news articles of Deutsche Welle name, and how they are tied.

The corpus gives tokens; they are put together as print has them. Its labels follow other habits than our
claims: who heads a state is also its citizen and its agent, who leads a body is its member, a body of a state
is based there. What one claim of ours means in those labels stands in the tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from benchmarks.reader import Record, read
from graph.background import state_around
from graph.extraction import Reading
from graph.language import vocabulary
from graph.model import Claim, Entity, Modality, Polarity, Ref
from ontology.terms import CLASSES, superclasses

_CLASSES = (
    ("Person", "Person"),
    ("State", "State"),
    ("Country", "State"),
    ("Place", "Place"),
    ("Event", "Event"),
    ("PoliticalParty", "PoliticalParty"),
    ("ElectoralAlliance", "PoliticalParty"),
    ("ArmedGroup", "ArmedGroup"),
    ("SecurityForce", "Military"),
    ("GovernmentBody", "GovernmentBody"),
)
"""Our classes -> those of the scorer, the first that holds; all other named actors are organisations."""

_HOUSES = frozenset(
    "museum gallery theater theatre clinic hospital stadium arena cathedral library opera".split()
)
_UNIONS = frozenset("European EU UN African Arab International Inter-Parliamentary World".split())

_TIES = {
    "memberOf": ("memberOf",),
    "worksFor": ("memberOf",),
    "leads": ("leads", "memberOf"),
    "spokespersonFor": ("spokespersonOf", "memberOf"),
    "partOfOrganization": ("partOf",),
    "locatedIn": ("locatedIn",),
    "basedIn": ("basedIn",),
    "nationalOf": ("citizenOf",),
}
"""Claims between two named things -> labels."""

_FOR_STATES = {
    "memberOf": ("affiliatedWith", "citizenOf"),
    "worksFor": ("affiliatedWith", "citizenOf"),
    "leads": ("affiliatedWith", "citizenOf"),
    "spokespersonFor": ("affiliatedWith", "citizenOf"),
    "partOfOrganization": ("bodyOf", "basedIn"),
}
"""The same where the object is a state."""


def predict(record: Record) -> dict[str, Any]:
    """The named things of one article, and the ties between them."""
    reading = read({"id": record["id"], "text": printed(record["text"])}, headline=True)
    things = [e for e in reading.discourse.entities.values() if e.named and e.kind != "post"]
    entities = [e for e in things if e.type != "ActorGroup"]  # a people is to the corpus an adjective
    return {
        "id": record["id"],
        "entities": [
            {"name": e.label, "names": list(_names(e)), "onto": _class(e)}
            for e in sorted(entities, key=lambda e: e.ref)
            if any(m.kind == "name" for m in e.mentions)
        ],
        "relations": [{"s": s, "p": p, "o": o} for s, p, o in sorted(set(_relations(reading)))],
    }


# --------------------------------------------------------------------------- text

_CLOSING = re.compile(r" (?=[,.;:!?)\]%]|['’](?:s|re|ve|ll|m|d)?(?: |$)|n['’]t\b)")
_OPENING = re.compile(r"(?<=[(\[$€£#]) ")
_HYPHEN = re.compile(r"(?<=\w) - (?=\w+ - \w)|(?<=\w) - (?!(?:{})\b)(?=\w)".format(
    "but|and|or|who|which|where|why|when|while|to|for|from|at|with|the|a|an|we|it|he|she|they|his|her|its|their|"
    "this|that|these|not|no|including|until|aims|perhaps|over|as|if|so|one|then|because|even|is|are|was|were|Interview"
))  # fmt: skip


_SIGN_OFF = re.compile(r"\s(?:(?:Author|Editor) ?:|[a-z]{2,4} ?/ ?\w{2,4} (?:\(|/ )).{,120}$")
"""Initials of the desk, agencies and editors in the last line: no part of the text."""


def printed(text: str) -> str:
    """Tokens parted by spaces as running text: `" Mr. Nur , 31-year - old "` has no space before its comma.

    >>> printed("Nur 's front ( KF ) - but not Ali Al - Nur - lost .")
    "Nur's front (KF) - but not Ali Al-Nur - lost."
    """
    text = _HYPHEN.sub("-", text)
    text = _OPENING.sub("", _CLOSING.sub("", text))
    return re.sub(r" *\n *", "\n\n", _SIGN_OFF.sub("", text))


# --------------------------------------------------------------------------- entities


def _names(entity: Entity) -> Iterator[str]:
    """Every spelling, the best one first; the corpus mostly leaves the adjective of a state out of a name."""
    yield from dict.fromkeys((entity.label, *entity.names))
    for name in entity.names:
        first, _, rest = name.partition(" ")
        if rest and vocabulary.demonym(first):
            yield rest


def _short(entity: Entity) -> str:
    """The label, without the adjective of a state where the article prints the name so too."""
    first, _, rest = entity.label.partition(" ")
    return rest if rest in entity.names and vocabulary.demonym(first) else entity.label


def _class(entity: Entity) -> str:
    """The scorer's class; the corpus has houses of culture and health as places, the police as an agency, and the
    bodies of unions of states as organisations."""
    lineage = {entity.type, *(superclasses(entity.type) if entity.type in CLASSES else ())}
    found = next((label for ours, label in _CLASSES if ours in lineage), "Organization")
    words = entity.label.split()
    if found == "Organization" and words[-1].casefold() in _HOUSES:
        return "Place"
    if found == "Military" and {"Police", "police"} & set(words):
        return "GovernmentBody"
    return "Organization" if found == "GovernmentBody" and words[0] in _UNIONS else found


# --------------------------------------------------------------------------- relations

Triple = tuple[str, str, str]


def _relations(reading: Reading) -> Iterator[Triple]:
    """All ties between two things that have a name, in labels of the corpus and with what follows from them."""
    entities = {e.ref: e for e in reading.extraction.entities} | dict(reading.discourse.entities)
    names = _printed_names(reading)
    told = [*_told(reading, entities, names), *_meetings(reading, entities)]
    for entity in entities.values():
        code = state_around(entity)  # what the graph holds as background, beside the claims
        if code:
            told.append((entity.label, "locatedIn", names.get(code, vocabulary.state_label(code))))
    yield from told
    yield from _following(told, set(names.values()))


def _told(reading: Reading, entities: dict[Ref, Entity], names: dict[str, str]) -> Iterator[Triple]:
    """The claims between two things that have a name."""
    for claim in reading.extraction.claims:
        if claim.polarity is Polarity.NEGATED or claim.modality is Modality.HYPOTHETICAL:
            continue
        subject, thing = entities.get(claim.subject), _object(claim, entities)
        if subject is not None and thing is not None and subject.named and thing.named:
            for label in _labels(claim, thing, entities):
                yield _short(subject), label, names.get(thing.of or "", _short(thing))


def _following(told: list[Triple], states: set[str]) -> Iterator[Triple]:
    """What is in a place is where that lies, and the corpus counts members of a state's bodies as its citizens."""
    lies = {s: o for s, p, o in told if p == "locatedIn"}
    yield from ((s, p, lies[o]) for s, p, o in told if p in {"locatedIn", "basedIn"} and o in lies)
    home = {s: o for s, p, o in told if p == "basedIn" and o in states}
    citizens = {s for s, p, _ in told if p == "citizenOf"}
    yield from (
        (s, "citizenOf", home[o]) for s, p, o in told if p == "memberOf" and o in home and s not in citizens
    )


def _printed_names(reading: Reading) -> dict[str, str]:
    """State by its code -> as this article calls it: "US" where it never prints "United States"."""
    found: dict[str, str] = {}
    for entity in reading.discourse.entities.values():
        if entity.type == "State" and entity.of and entity.names:
            found[entity.of] = entity.label if entity.label in entity.names else entity.names[0]
    return found


def _object(claim: Claim, entities: dict[Ref, Entity]) -> Entity | None:
    """What the claim says it of; of a post, the body that it is in."""
    found = entities.get(claim.object) if claim.object is not None else None
    if found is not None and found.kind == "post":
        return entities.get(Ref(found.of)) if found.of is not None else None
    return found


def _labels(claim: Claim, thing: Entity, entities: dict[Ref, Entity]) -> tuple[str, ...]:
    """What the claim means in labels of the corpus."""
    state = _class(thing) == "State"
    if claim.predicate == "holdsPost":
        assert claim.object is not None
        return _of_post(entities[claim.object], state)
    if state and claim.predicate in _FOR_STATES:
        return _FOR_STATES[claim.predicate]
    return _TIES.get(claim.predicate, ())


def _of_post(post: Entity, state: bool) -> tuple[str, ...]:
    """What the holder of a post is to the body or state that the post is in."""
    if not state:
        return ("memberOf",)
    kind = {"HeadOfGovernmentPost": "headOfGovernment", "HeadOfStatePost": "headOfState"}.get(post.type)
    if kind is None and any(word in post.label.casefold() for word in ("minister", "secretary of state")):
        kind = "ministerOf"
    return ("citizenOf", "affiliatedWith", *([kind] if kind else []))


def _meetings(reading: Reading, entities: dict[Ref, Entity]) -> Iterator[tuple[str, str, str]]:
    """Any two who take part in one meeting met."""
    meetings = {e.ref for e in reading.extraction.events if e.type == "Meeting"}
    parts: dict[Ref, set[str]] = {}
    for claim in reading.extraction.claims:
        other = entities.get(claim.object) if claim.object is not None else None
        if claim.subject in meetings and claim.predicate in {"agent", "addressee"} and other and other.named:
            parts.setdefault(claim.subject, set()).add(other.label)
    for _, names in sorted(parts.items()):
        yield from ((one, "metWith", other) for one, other in combinations(sorted(names), 2))
