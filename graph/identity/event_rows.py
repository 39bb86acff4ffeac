"""When two tellings are of one event: the table.

A row applies to two tellings that are both of its kinds and for which all that it needs holds; it adds its
weight to the score of the two. With `SAME` or more they are one event; with `APART` or less they are two, and
nothing else may bring them together; between lies what the articles leave open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from graph.identity.tellings import Telling
from ontology.terms import is_a

SAME = 1.0
APART = -0.25
NEAR = 14
"""So many days after an event an article may speak of it without its day."""
NEAR_ELECTION = 120
"""The same of an election."""

_VIOLENCE = frozenset(
    "Attack AerialAttack DroneAttack Airstrike RocketAttack AssassinationAttempt Assassination Killing Shooting Bombing".split()
)
_PLAIN = frozenset({"Attack", "Killing", "AerialAttack"})
_KILLING = frozenset({"Killing", "Assassination"})
_STREET = frozenset("Protest Riot SitIn ArmedClash Siege Shooting".split())
_CUSTODY = frozenset({"Arrest", "Abduction", "Release", "Expulsion"})
_OFFICE = frozenset({"Appointment", "Departure", "Resignation"})
_MEETING = frozenset({"Interaction", "Meeting", "Call", "Mediation"})
_SPEECH = frozenset(
    "Condemnation Accusation Denial Threat ExpressionOfSupport Pledge Refusal Demand ResponsibilityClaim Offer".split()
)
_DEEDS = frozenset(
    "Agreement Aid Cooperation Easing GovernmentFormation HandingBack Investigation LegalAction MilitaryOperation "
    "Mobilization Rapprochement Rupture Sanction Seizure VoteEvent Withdrawal".split()
)

_ACTS = _SPEECH | _OFFICE | _CUSTODY | {"Concession", "Withdrawal"}
"""Acts of which it is news that somebody did not do them."""

_UNCLASSED = frozenset({"Event"})
"""Happenings of no class of the ontology: there is little but their words to tell them by."""

Test = Callable[[Telling, Telling], bool]
"""Says the same of two tellings whichever comes first."""


@dataclass(frozen=True, slots=True)
class Row:
    """One reason for or against two tellings being of one event."""

    kinds: frozenset[str]
    """Classes of which both must be; empty where any will do."""
    needs: tuple[Test, ...]
    weight: float
    reason: str
    example: str

    def applies(self, left: Telling, right: Telling) -> bool:
        kinds = not self.kinds or (self.kinds & left.types and self.kinds & right.types)
        return bool(kinds) and all(test(left, right) for test in self.needs)


@dataclass(frozen=True, slots=True)
class Likeness:
    """The score of two tellings, and the rows that made it."""

    score: float
    rows: tuple[Row, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why they are one: the reasons of the rows that speak for it and would do alone."""
        return tuple(row.reason for row in self.rows if row.weight >= SAME)


# --------------------------------------------------------------------------- what may agree


def days_meet(left: Telling, right: Telling) -> bool:
    """Both have a time of a month at the most, and the times have a day in common."""
    return left.length <= 31 and right.length <= 31 and _gap(left, right) == 0


def within_a_week(left: Telling, right: Telling) -> bool:
    """One of the times is of a week at the most."""
    return min(left.length, right.length) <= 7


def one_day(left: Telling, right: Telling) -> bool:
    """One of the times is a single day, or a day and the next."""
    return min(left.length, right.length) <= 1


def times_meet(left: Telling, right: Telling) -> bool:
    """Both have a time, and the times have a day in common, be it within a year."""
    return _gap(left, right) == 0


def told_soon(left: Telling, right: Telling) -> bool:
    """One has no day and is told of within two weeks after the day of the other."""
    return _told_within(left, right, NEAR) or _told_within(right, left, NEAR)


def told_in_season(left: Telling, right: Telling) -> bool:
    """One has no day and is told of within four months after the day of the other."""
    return _told_within(left, right, NEAR_ELECTION) or _told_within(right, left, NEAR_ELECTION)


def printed_together(left: Telling, right: Telling) -> bool:
    """Neither has a day, and the articles are at most three days apart."""
    if left.when or right.when or left.printed is None or right.printed is None:
        return False
    return abs((left.printed - right.printed).days) <= 3


def printed_in_a_week(left: Telling, right: Telling) -> bool:
    if left.printed is None or right.printed is None:
        return False
    return abs((left.printed - right.printed).days) <= 7


def at_one_time(left: Telling, right: Telling) -> bool:
    """Their days meet, or nothing speaks against it that the articles' days tell."""
    return days_meet(left, right) or told_soon(left, right) or printed_together(left, right)


def same_hit(left: Telling, right: Telling) -> bool:
    return not left.hit.isdisjoint(right.hit)


def same_person(left: Telling, right: Telling) -> bool:
    """A person with a name is hit in both."""
    return not left.persons.isdisjoint(right.persons)


def same_agent(left: Telling, right: Telling) -> bool:
    return not left.agents.isdisjoint(right.agents)


def same_other(left: Telling, right: Telling) -> bool:
    return not (left.others | left.hit).isdisjoint(right.others | right.hit)


def two_parties(left: Telling, right: Telling) -> bool:
    return len(left.parties & right.parties) >= 2


def same_place(left: Telling, right: Telling) -> bool:
    return not (left.places | left.hit).isdisjoint(right.places | right.hit)


def anything_shared(left: Telling, right: Telling) -> bool:
    return same_hit(left, right) or same_agent(left, right) or same_place(left, right)


def same_class(left: Telling, right: Telling) -> bool:
    return not left.types.isdisjoint(right.types)


def alike(left: Telling, right: Telling) -> bool:
    """A class of one is a class of the other, or lies above it."""
    return any(is_a(a, b) or is_a(b, a) for a in left.types for b in right.types)


def same_way(left: Telling, right: Telling) -> bool:
    """They share a class that says how it was done, not only that it was an attack."""
    return bool((left.types & right.types) - _PLAIN)


def one_riot(left: Telling, right: Telling) -> bool:
    """One is told as the deed of a crowd, the other as an attack."""
    return ("Riot" in left.types) != ("Riot" in right.types)


def one_state(left: Telling, right: Telling) -> bool:
    return left.state == right.state or not left.state or not right.state


def state_told(left: Telling, right: Telling) -> bool:
    return left.state == right.state != ""


def same_words(left: Telling, right: Telling) -> bool:
    """A word for both is one and the same, in a passage that the articles have in common."""
    return not left.spots.isdisjoint(right.spots)


def same_story(left: Telling, right: Telling) -> bool:
    """The articles tell one story."""
    return bool(left.story) and left.story == right.story


def same_word(left: Telling, right: Telling) -> bool:
    """One word tells of both, or words of one family: "attack" and "attacked", "death" and "died"."""
    return not left.families.isdisjoint(right.families)


def like_word(left: Telling, right: Telling) -> bool:
    """The words for both are of one family, or can mean the same."""
    return same_word(left, right) or not left.senses.isdisjoint(right.senses)


def same_party(left: Telling, right: Telling) -> bool:
    """Somebody has a part in both."""
    return not left.parties.isdisjoint(right.parties)


def roles_fit(left: Telling, right: Telling) -> bool:
    """Nobody else is said to be hit, or to have done it."""
    pairs = ((left.hit, right.hit), (left.agents, right.agents))
    return not any(one and other and one.isdisjoint(other) for one, other in pairs)


def done_and_not_done(left: Telling, right: Telling) -> bool:
    """Somebody is said by one to have done it and by the other not to have."""
    return bool(left.refrained & right.agents or right.refrained & left.agents)


def matter_fits(left: Telling, right: Telling) -> bool:
    """They are not about, addressed to or done to different things, as far as both tell."""
    one, other = (each.others | each.hit for each in (left, right))
    return not one or not other or not one.isdisjoint(other)


def same_count(left: Telling, right: Telling) -> bool:
    return any(left.counts[what] & right.counts[what] for what in left.counts.keys() & right.counts.keys())


# --------------------------------------------------------------------------- what may speak against it


def days_apart(left: Telling, right: Telling) -> bool:
    return _gap(left, right) > 1


def next_day(left: Telling, right: Telling) -> bool:
    """The times touch without a day in common: one night can be told as two days."""
    return _gap(left, right) == 1


def other_state(left: Telling, right: Telling) -> bool:
    return not one_state(left, right)


def other_person(left: Telling, right: Telling) -> bool:
    return bool(left.persons and right.persons) and not same_person(left, right)


def one_bygone(left: Telling, right: Telling) -> bool:
    """A time is told of one that lies well before its article, and none of the other."""
    return any(a.bygone and not b.event.times for a, b in ((left, right), (right, left)))


def other_town(left: Telling, right: Telling) -> bool:
    return bool(left.towns and right.towns) and left.towns.isdisjoint(right.towns)


def other_count(left: Telling, right: Telling) -> bool:
    both = left.counts.keys() & right.counts.keys()
    return bool(both) and not same_count(left, right)


def tried_and_done(left: Telling, right: Telling) -> bool:
    """One is only an attempt on a person whom the other says was killed."""
    if not same_person(left, right):
        return False
    return any(
        "AssassinationAttempt" in a.types and not a.types & _KILLING and b.types & _KILLING
        for a, b in ((left, right), (right, left))
    )


def one_article(left: Telling, right: Telling) -> bool:
    """One article tells of both as of acts that took place."""
    return left.article == right.article and not _only_denied(left) and not _only_denied(right)


def denied_in_one_article(left: Telling, right: Telling) -> bool:
    """One article tells of one as of what somebody did not do."""
    return left.article == right.article and (_only_denied(left) or _only_denied(right))


def _only_denied(each: Telling) -> bool:
    """Whether it is told only as what somebody did not do."""
    return bool(each.refrained) and not each.agents


# --------------------------------------------------------------------------- the table

_ANY: frozenset[str] = frozenset()

ROWS = (
    # kinds, what must hold, weight, the reason in words, example
    Row(
        _VIOLENCE, (days_meet, within_a_week, same_hit), 1.0,
        "the same was hit on days that meet",
        "“attacked Lima on Sunday” and “Sunday’s attack on Lima”",
    ),
    Row(
        _VIOLENCE, (same_way, told_soon, same_hit), 1.0,
        "the same was hit in the same way, and told of within two weeks",
        "“the drone attack on Lima”, told on Tuesday, and “drones struck Lima on Sunday”",
    ),
    Row(
        _KILLING, (same_person,), 2.4,
        "one victim can be killed but once",
        "“the killing of Amina Diallo” and “gunmen shot Amina Diallo dead”",
    ),
    Row(
        frozenset({"Funeral"}), (same_person,), 2.4,
        "one is buried but once",
        "“the funeral of Amina Diallo” and “Amina Diallo was buried”",
    ),
    Row(
        frozenset({"Election"}), (days_meet, one_state), 1.0,
        "elections on days that meet",
        "“voted on 12 May” and “the May election”",
    ),
    Row(
        frozenset({"Election"}), (times_meet, state_told), 1.0,
        "elections of one state in one year",
        "“Peru’s 2024 election” and “voted in Peru on 12 May 2024”",
    ),
    Row(
        frozenset({"Election"}), (told_in_season, one_state), 1.0,
        "the election told of within four months",
        "“the winners of the election”, told in June, and “voted on 12 May”",
    ),
    Row(
        _STREET, (days_meet, one_day, anything_shared), 1.0,
        "on one day with place or participants in common",
        "“protesters clashed with the police in Lima on Friday” and “Friday’s sit-in in Lima”",
    ),
    Row(
        frozenset({"Attack", "Riot"}), (days_meet, one_day, same_hit, one_riot), 1.0,
        "on one day the same was attacked by a crowd",
        "“the crowd pelted the police on Friday” and “militants assaulted the police on Friday”",
    ),
    Row(
        _CUSTODY, (same_class, at_one_time, same_person), 1.0,
        "the same person was taken or freed at one time",
        "“arrested Victor Hale on Sunday” and “the arrest of Victor Hale”",
    ),
    Row(
        _OFFICE, (alike, at_one_time, same_other), 1.0,
        "the same person entered or left office at one time",
        "“Victor Hale resigned on Sunday” and “the resignation of Victor Hale”",
    ),
    Row(
        _MEETING, (alike, at_one_time, two_parties), 1.0,
        "the same met at one time",
        "“Victor Hale met Amina Diallo on Sunday” and “the talks of Diallo and Hale on Sunday”",
    ),
    Row(
        _SPEECH, (same_class, at_one_time, same_agent, same_other), 1.0,
        "the same said the same kind of thing to or of the same at one time",
        "“Norway condemned the attack on Lima” in two articles of one day",
    ),
    Row(
        _DEEDS, (same_class, at_one_time, two_parties), 1.0,
        "the same dealt with the same in the same way at one time",
        "“Peru imposed sanctions on the Northern Front on Monday” in two articles",
    ),
    Row(
        _ANY, (same_class, same_words), 1.0,
        "told in the same words",
        "a paragraph that the second article takes over from the first",
    ),
    Row(
        _ANY, (same_story, same_class, like_word, same_party, roles_fit), 1.0,
        "told with like words of the same in one story",
        "“the captain was dismissed” and “they fired the captain”, in two reports of one match",
    ),
    Row(
        _ACTS, (same_story, same_class, done_and_not_done, matter_fits, printed_in_a_week), 1.0,
        "done by somebody as one tells, and not done as another tells, in one story",
        "“Norway condemned the attack” and “Norway has not condemned it”",
    ),
    Row(
        _UNCLASSED, (same_story, same_word), 1.0,
        "told with the same word in one story",
        "“the bridge collapsed” and “after the collapse”, in two reports of one flood",
    ),
    # What supports, and is never enough.
    Row(
        frozenset({"Election"}), (times_meet, one_state), 0.6,
        "elections of one year",
        "“the 2024 election” and “the May 2024 election in Peru”",
    ),
    Row(_ANY, (same_class,), 0.2, "told as the same kind of event", "“attack” and “attack”"),
    Row(_ANY, (same_agent,), 0.2, "the same are said to have done it", "“by the Northern Front” twice"),
    Row(_ANY, (same_place,), 0.2, "at the same place", "“in Lima” twice"),
    Row(_ANY, (same_count,), 0.2, "the same number of killed or injured", "“killing 17” twice"),
    # What speaks against it.
    Row(_ANY, (days_apart,), -9.0, "on days that are apart", "“on Sunday” and “on Wednesday”"),
    Row(_ANY, (next_day,), -1.2, "on the next day", "“on Sunday night” and “early on Monday”"),
    Row(frozenset({"Election"}), (other_state,), -9.0, "elections of two states", "“in Peru” and “in Kenya”"),
    Row(_ANY, (one_bygone,), -0.6, "one was long over", "“the war of last November”, “the war goes on”"),
    Row(_ANY, (other_person,), -0.6, "another person was hit", "“killed Victor Hale”, “killed Amina Diallo”"),
    Row(_ANY, (other_town,), -0.6, "in another town", "“in Lima” and “in Oslo”"),
    Row(_ANY, (other_count,), -0.3, "another number of killed or injured", "“killing 17”, “killing four”"),
    Row(_ANY, (tried_and_done,), -9.0, "one failed, one killed", "“Hale survived”, “the killing of Hale”"),
    Row(_ANY, (one_article,), -1.0, "one article tells them as two", "“the attacks on Sunday morning and evening”"),
    Row(
        _ANY, (denied_in_one_article,), -0.4,
        "one article tells of one and denies another",
        "“Norway condemned the raid, Kenya did not condemn it”",
    ),
)  # fmt: skip
"""Order means nothing: all rows that apply are added up."""


def likeness(left: Telling, right: Telling) -> Likeness:
    """How much speaks for two tellings being of one event."""
    rows = tuple(row for row in ROWS if row.applies(left, right))
    return Likeness(round(sum(row.weight for row in rows), 3), rows)


# --------------------------------------------------------------------------- who is compared with whom


def blocks(each: Telling) -> Iterator[tuple[str, ...]]:
    """Keys of which two tellings share one if any row that is enough by itself can apply to them."""
    if "Election" in each.types:
        yield from (("election", year) for year in sorted({month[:4] for month in _months(each)}))
    if each.types & (_KILLING | {"Funeral"}):
        yield from (("killed", ref) for ref in sorted(each.persons))
    for words in (each.families, each.senses):
        yield from (("story", each.story, word) for word in sorted(words) if each.story)
    yield from (("spot", *map(str, place)) for place in sorted(each.spots))
    if each.types & _ACTS and each.story:
        doers = sorted(each.agents | each.refrained)
        yield from (("act", each.story, cls, ref) for cls in sorted(each.types & _ACTS) for ref in doers)
    for month in sorted(_months(each)):
        yield from (("party", ref, month) for ref in sorted(each.parties | each.places))


def _months(each: Telling) -> set[str]:
    """The months in which it may lie, as far as they say anything: its own, or those before it was told."""
    if each.when is not None:
        first, last = each.when.first, each.when.last
    elif each.printed is not None:
        back = NEAR_ELECTION if "Election" in each.types else NEAR
        first, last = date.fromordinal(max(1, each.printed.toordinal() - back)), each.printed
    else:
        return set()
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return {f"{month // 12}-{month % 12 + 1:02}" for month in months} if len(months) <= 13 else set()


def _gap(left: Telling, right: Telling) -> int:
    """How many days lie from the end of one time to the beginning of the other; none if they meet or lack."""
    if left.when is None or right.when is None:
        return -1
    return max(0, (left.when.first - right.when.last).days, (right.when.first - left.when.last).days)


def _told_within(undated: Telling, dated: Telling, within: int) -> bool:
    if undated.when is not None or dated.when is None or undated.printed is None or dated.length > 31:
        return False
    return 0 <= (undated.printed - dated.when.first).days <= within
