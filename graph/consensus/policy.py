"""The policy: how claims become the status of a proposition. Everything that can be tuned is here.

**Votes.** Every speaker has one vote for a proposition, however often and through however many articles
it is said: the strongest of their claims. The speaker is the innermost one ("Reuters says that the mayor
said" is the mayor's vote). In words that an article takes over from another, it speaks with the other's
voice. The weight of a claim is the product of

- `MODALITY`, how it is put forward: as fact, as heard, as suspicion, as accusation, ... ;
- `CERTAINTY`, how sure the speaker is;
- the confidence of the extractor that the text says this at all;
- `HEADLINE`, if it stands in a headline, which sharpens and shortens.

A claim of which a person judged that the text does not say it (`SET_ASIDE`) is not weighed; one that a person
confirmed has the confidence 1.

Claims of weight nought (hypothetical, future, uncommitted) count neither for nor against. A claim is
*firm* if it is put forward in one of the `FIRM` ways and held at least probable, and *sure* if it is put
forward so and held certain.

**Rivals.** Two propositions are rivals where at most one can hold: numbers or dates whose extents do not
meet, different values of what can have only one, different accounts of one act. A side *prevails* over
another with at least `MARGIN` times its weight and at least `SOURCES` speakers.

**Status.** The first row of `ROWS` that applies decides, and its name is kept with the proposition:

- accepted: written as a plain triple, together with the number of speakers who affirm it;
- attributed: someone says so, but not so that we say so;
- contested: speakers disagree and no side prevails;
- outweighed: the other side prevails, or nobody affirms it;
- unreviewed: nobody puts it forward as so or as not so.

**Blame** (who did or ordered an act of conflict) is harder to accept than all else, since it may harm:
only with `SOURCES` sure speakers, and with no rival, no denial and nobody who expressly leaves it open.

**Views** (as what an event is characterized) are opinions: one speaker's stays that speaker's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from graph.model import Certainty, Modality, SegmentKind, Status

VERSION = "1"
"""Of the policy: changes whenever the same claims may be judged otherwise."""

MODALITY: Mapping[Modality, float] = {
    Modality.ASSERTED: 1.0,
    Modality.REPORTED: 0.7,
    Modality.SUSPECTED: 0.4,
    Modality.ALLEGED: 0.3,
    Modality.DENIED: 1.0,  # always counts against, as what is denied is negated
    Modality.UNCOMMITTED: 0.0,
    Modality.HYPOTHETICAL: 0.0,
    Modality.FUTURE: 0.0,
}
CERTAINTY: Mapping[Certainty, float] = {
    Certainty.CERTAIN: 1.0,
    Certainty.PROBABLE: 0.8,
    Certainty.POSSIBLE: 0.5,
    Certainty.UNKNOWN: 0.3,
}
HEADLINE = 0.5
HEADLINES = frozenset({SegmentKind.HEADLINE, SegmentKind.DEK})
FIRM = frozenset({Modality.ASSERTED, Modality.REPORTED})
PROBABLE = frozenset({Certainty.CERTAIN, Certainty.PROBABLE})
MARGIN = 2.0
SOURCES = 2
BLAME = frozenset({"agent", "orderedBy"})
"""Of an event of `BLAMEWORTHY` or a class below it."""
BLAMEWORTHY = "ConflictEvent"
SET_ASIDE = frozenset({"rejected", "corrected"})
"""Verdicts of people that the text does not say this: such a claim stays visible, but is not weighed."""
VIEWS = frozenset({"characterizedAs"})


class Side(NamedTuple):
    """The weight of a side and the number of its speakers."""

    weight: float
    speakers: int

    def prevails(self, other: Side) -> bool:
        """Whether this side outdoes the other by the margin, with speakers enough."""
        return self.speakers >= SOURCES and self.weight > 0 and self.weight >= MARGIN * other.weight


class Case(NamedTuple):
    """All that the policy looks at when it decides on one proposition."""

    affirmed: Side
    negated: Side
    firm: int
    """Speakers who affirm it firmly."""
    sure: int
    """Speakers who affirm it firmly and are certain of it."""
    left_open: bool
    """Someone expressly leaves it open."""
    blame: bool
    view: bool
    rivals: tuple[Side, ...]
    """Those who affirm what cannot hold together with this, less those who negate that."""
    set_aside: bool = False
    """A person judged of every claim of it that no text says this."""

    @property
    def net(self) -> Side:
        """Those who affirm it, less the weight of those who negate it."""
        return net(self.affirmed, self.negated)


def net(affirmed: Side, negated: Side) -> Side:
    """What is left of a side after the weight of those who negate it."""
    return Side(max(0.0, affirmed.weight - negated.weight), affirmed.speakers)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the policy: where it applies, what it decides, and why in words."""

    name: str
    applies: Callable[[Case], bool]
    status: Status
    why: str


ROWS = (
    Row(
        "set-aside",
        lambda case: case.set_aside,
        Status.OUTWEIGHED,
        "a person judged that no text says it",
    ),
    Row(
        "not-put-forward",
        lambda case: not case.affirmed.speakers and not case.negated.speakers,
        Status.UNREVIEWED,
        "it is only supposed, expected or left open",
    ),
    Row(
        "refuted",
        lambda case: not case.affirmed.speakers and case.negated.speakers >= SOURCES,
        Status.OUTWEIGHED,
        f"at least {SOURCES} independent speakers negate it and nobody affirms it",
    ),
    Row(
        "only-negated",
        lambda case: not case.affirmed.speakers,
        Status.OUTWEIGHED,
        "it is negated and nobody affirms it",
    ),
    Row(
        "blame-agreed",
        lambda case: (
            case.blame
            and case.sure >= SOURCES
            and not (case.rivals or case.negated.speakers or case.left_open)
        ),
        Status.ACCEPTED,
        f"at least {SOURCES} independent speakers surely lay it at one door and nobody says otherwise",
    ),
    Row(
        "blame-attributed",
        lambda case: case.blame,
        Status.ATTRIBUTED,
        f"blame stays with those who lay it until {SOURCES} sure speakers agree and nobody says otherwise",
    ),
    Row(
        "negation-prevails",
        lambda case: case.negated.prevails(case.affirmed),
        Status.OUTWEIGHED,
        f"those who negate it have {MARGIN:g} times the weight of those who affirm it",
    ),
    Row(
        "rival-prevails",
        lambda case: any(rival.prevails(case.net) for rival in case.rivals),
        Status.OUTWEIGHED,
        f"what speaks for another answer has {MARGIN:g} times the weight",
    ),
    Row(
        "only-suspected",
        lambda case: not case.firm,
        Status.ATTRIBUTED,
        "it is only suspected, alleged or held possible",
    ),
    Row(
        "affirmed-and-negated",
        lambda case: bool(case.negated.speakers) and not case.affirmed.prevails(case.negated),
        Status.CONTESTED,
        "it is affirmed and negated and neither side prevails",
    ),
    Row(
        "view-attributed",
        lambda case: case.view and case.firm < SOURCES,
        Status.ATTRIBUTED,
        f"it is a view, and fewer than {SOURCES} speakers hold it firmly",
    ),
    Row(
        "rivals-undecided",
        lambda case: not all(case.net.prevails(rival) for rival in case.rivals),
        Status.CONTESTED,
        "there are other answers and none prevails",
    ),
    Row(
        "prevails",
        lambda case: bool(case.rivals or case.negated.speakers),
        Status.ACCEPTED,
        f"it has {MARGIN:g} times the weight of what speaks against it, and {SOURCES} speakers",
    ),
    Row(
        "unopposed",
        lambda case: True,
        Status.ACCEPTED,
        "it is firmly affirmed and nothing speaks against it",
    ),
)


@lru_cache(maxsize=1 << 14)
def decide(case: Case) -> Row:
    """The first row that applies; the last applies to everything. Most cases are like some that came before."""
    return next(row for row in ROWS if row.applies(case))
