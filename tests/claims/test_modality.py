"""How it is put: asserted, suspected, alleged, denied, hypothetical, future; affirmed, negated, open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("The Northern Front attacked Lima.", ("asserted", "affirmed")),
        # suspected
        ("Police suspect that the Northern Front attacked Lima.", ("suspected", "affirmed")),
        ("The Northern Front appears to have attacked Lima.", ("suspected", "affirmed")),
        ("The Northern Front probably attacked Lima.", ("suspected", "affirmed")),
        ("Norway believes the Northern Front attacked Lima.", ("suspected", "affirmed")),
        # alleged
        ("The Northern Front allegedly attacked Lima.", ("alleged", "affirmed")),
        ("Victor Hale alleged that the Northern Front attacked Lima.", ("alleged", "affirmed")),
        ("Victor Hale claimed that the Northern Front attacked Lima.", ("alleged", "affirmed")),
        # reported
        ("The Northern Front reportedly attacked Lima.", ("reported", "affirmed")),
        # denied
        ("Victor Hale denied that the Northern Front attacked Lima.", ("denied", "negated")),
        # hypothetical
        ("If the Northern Front attacked Lima, it would lose.", ("hypothetical", "affirmed")),
        ("The Northern Front may attack Lima.", ("hypothetical", "affirmed")),
        ("The Northern Front could attack Lima.", ("hypothetical", "affirmed")),
        ("The Northern Front would attack Lima.", ("hypothetical", "affirmed")),
        # future
        ("The Northern Front will attack Lima.", ("future", "affirmed")),
        ("The Northern Front plans to attack Lima.", ("future", "affirmed")),
        ("The Northern Front wants to attack Lima.", ("future", "affirmed")),
        ("The Northern Front threatened to attack Lima.", ("future", "affirmed")),
        ("The Northern Front vowed to attack Lima.", ("future", "affirmed")),
        # negated
        ("The Northern Front did not attack Lima.", ("asserted", "negated")),
        ("They would leave, were he to agree to attack Lima.", ("hypothetical", "affirmed")),
        ("Had the Northern Front attacked Lima, Norway would have left.", ("hypothetical", "affirmed")),
        ("Norway would have left, had the Northern Front attacked Lima.", ("hypothetical", "affirmed")),
        ("Police prevented the Northern Front from attacking Lima.", ("asserted", "negated")),
        ("Victor Hale called for the attack on Lima.", ("future", "affirmed")),
        ("Police reported the attack on Lima instead of the attack on Oslo.", ("asserted", "affirmed")),
        ("Anyone who attacks Lima will be punished.", ("hypothetical", "affirmed")),
        ("Those who attack Lima will be punished.", ("hypothetical", "affirmed")),
        ("Those who attacked Lima were punished.", ("asserted", "affirmed")),
        ("Police reported a foiled attack on Lima.", ("asserted", "negated")),
        ("The Northern Front didn’t attack Lima.", ("asserted", "negated")),
        ("The Northern Front never attacked Lima.", ("asserted", "negated")),
        ("The Northern Front refused to attack Lima.", ("asserted", "negated")),
        ("The Northern Front declined to attack Lima.", ("asserted", "negated")),
        ("The Northern Front failed to attack Lima.", ("asserted", "negated")),
        ("Instead of attacking Lima, the Northern Front went home.", ("asserted", "negated")),
        ("The Northern Front will not attack Lima.", ("future", "negated")),
        ("The Northern Front avoided attacking Lima.", ("asserted", "negated")),
        ("The Northern Front stopped short of attacking Lima.", ("asserted", "negated")),
        ("The Northern Front has yet to attack Lima.", ("asserted", "negated")),
        ("The Northern Front was unable to attack Lima.", ("asserted", "negated")),
        ("The Northern Front almost attacked Lima.", ("asserted", "negated")),
        ("Rather than attack Lima, the Northern Front went home.", ("asserted", "negated")),
        ("Neither the Northern Front nor the Harvest Party attacked Lima.", ("asserted", "negated")),
        ("It is not the Northern Front that attacked Lima.", ("asserted", "negated")),
        ("It is false that the Northern Front attacked Lima.", ("asserted", "negated")),
        ("Police foiled an attack on Lima.", ("asserted", "negated")),
        ("The Northern Front did not launch an attack on Lima.", ("asserted", "negated")),
        # said by the words above it
        ("It is possible that the Northern Front attacked Lima.", ("hypothetical", "affirmed")),
        ("It is likely that the Northern Front attacked Lima.", ("suspected", "affirmed")),
        ("It is said that the Northern Front attacked Lima.", ("reported", "affirmed")),
        ("Rumours that the Northern Front attacked Lima spread quickly.", ("reported", "affirmed")),
        ("The allegation that the Northern Front attacked Lima is new.", ("alleged", "affirmed")),
        ("Had the Northern Front attacked Lima, it would have lost.", ("hypothetical", "affirmed")),
        ("The Northern Front tried to attack Lima.", ("hypothetical", "affirmed")),
        ("The Northern Front was going to attack Lima.", ("future", "affirmed")),
        ("Victor Hale called for an attack on Lima.", ("future", "affirmed")),
        ("The Northern Front threatened attacks on Lima.", ("future", "affirmed")),
        # left open
        ("It is unclear whether the Northern Front attacked Lima.", ("uncommitted", "open")),
        ("It is not clear if the Northern Front attacked Lima.", ("uncommitted", "open")),
        ("There is no evidence that the Northern Front attacked Lima.", ("uncommitted", "open")),
        ("Police found no evidence that the Northern Front attacked Lima.", ("uncommitted", "open")),
        ("Victor Hale wondered if the Northern Front attacked Lima.", ("uncommitted", "open")),
        ("Has the Northern Front attacked Lima?", ("uncommitted", "open")),
        # not what the words are about
        ("The Northern Front did not hesitate to attack Lima.", ("asserted", "affirmed")),
        ("The Northern Front managed to attack Lima.", ("asserted", "affirmed")),
        ("The Northern Front was able to attack Lima.", ("asserted", "affirmed")),
        ("The Northern Front not only attacked Lima but burned it.", ("asserted", "affirmed")),
        ("There is no doubt that the Northern Front attacked Lima.", ("asserted", "affirmed")),
        ("It is not clear why the Northern Front attacked Lima.", ("asserted", "affirmed")),
        ("It was not the first time the Northern Front attacked Lima.", ("asserted", "affirmed")),
        ("Victor Hale did not know that the Northern Front had attacked Lima.", ("asserted", "affirmed")),
        ("Norway declined to blame the Northern Front for an attack on Lima.", ("asserted", "affirmed")),
        ("The Northern Front took the opportunity to attack Lima.", ("asserted", "affirmed")),
        ("The Northern Front attacked Lima and did not attack Oslo.", ("asserted", "affirmed")),
        ("The Northern Front attacked Lima, which did not fall.", ("asserted", "affirmed")),
        ("The Northern Front attacked Lima because Norway had not left.", ("asserted", "affirmed")),
        ("Victor Hale did not leave when the Northern Front attacked Lima.", ("asserted", "affirmed")),
    ],
)
def test_an_attack_is_put_as_the_words_put_it(tell: Tell, text: str, how: tuple[str, str]) -> None:
    told = tell(text)
    (claim,) = (c for c in told.claims if told.fact(c) == ("Attack", "target", "Lima"))

    assert told.how(claim) == how


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("The Northern Front denied attacking Lima.", ("denied", "negated")),
        ("The Northern Front planned an attack on Lima.", ("future", "affirmed")),
        ("Fears of an attack on Lima by the Northern Front grew.", ("hypothetical", "affirmed")),
        ("The Northern Front did not launch an attack on Lima.", ("asserted", "negated")),
        ("The Northern Front is believed to have attacked Lima.", ("suspected", "affirmed")),
        ("The Northern Front was ordered to attack Lima.", ("future", "affirmed")),
        ("Police prevented the Northern Front from attacking Lima.", ("asserted", "negated")),
        ("“We do not know whether the Northern Front attacked Lima,” Victor Hale said.", ("uncommitted", "open")),
        ("The Northern Front denied any role in the attack on Lima.", ("denied", "negated")),
        ("The Northern Front denied responsibility for the attack on Lima.", ("denied", "negated")),
        ("The Northern Front did not deny responsibility for the attack on Lima.", ("uncommitted", "open")),
        ("The Northern Front had no part in the attack on Lima.", ("asserted", "negated")),
        ("The Northern Front was not involved in the attack on Lima.", ("asserted", "negated")),
        ("There was no attack on Lima by the Northern Front.", ("asserted", "negated")),
        ("The suspected Northern Front attacked Lima.", ("asserted", "affirmed")),
    ],
)  # fmt: skip
def test_who_did_it_is_put_as_the_words_put_it(tell: Tell, text: str, how: tuple[str, str]) -> None:
    told = tell(text)

    assert told.how(told.one("agent", "Attack", "Northern Front")) == how


def test_an_adjective_bends_only_its_own_noun(tell: Tell) -> None:
    told = tell("The alleged attack on Lima by the Northern Front was condemned by Norway.")

    assert told.how(told.one("agent", "Attack")) == ("alleged", "affirmed")
    assert told.how(told.one("agent", "Condemnation")) == ("asserted", "affirmed")


def test_nobody_is_not_suspected(tell: Tell) -> None:
    told = tell("No group has said that it was behind the attack on Lima.")

    assert told.of("agent", "Attack") == []


def test_an_attack_that_did_not_happen_hit_nobody(tell: Tell) -> None:
    told = tell("There was no attack on Lima.")

    assert [told.fact(claim) for claim in told.claims if claim.polarity == "affirmed"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Victor Hale did not say that the Northern Front attacked Lima.",
        "Victor Hale never said that the Northern Front attacked Lima.",
        "No farmer said that the Northern Front attacked Lima.",
        "Nobody said that the Northern Front attacked Lima.",
        "None of the farmers said that the Northern Front attacked Lima.",
        "Few believe that the Northern Front attacked Lima.",
        "Hardly anyone believes that the Northern Front attacked Lima.",
        "Victor Hale did not say whether the Northern Front attacked Lima.",
    ],
)
def test_what_is_not_said_is_ascribed_to_nobody(tell: Tell, text: str) -> None:
    told = tell(text)

    assert [told.speakers(c) for c in told.of("agent", "Attack") if c.polarity == "affirmed"] == []


# --------------------------------------------------------------------------- blame


@pytest.mark.parametrize(
    ("text", "how", "speakers"),
    [
        ("Victor Hale blamed the Northern Front for the attack on Lima.", ("alleged", "affirmed"), ["Victor Hale"]),
        ("Victor Hale accused the Northern Front of the attack on Lima.", ("alleged", "affirmed"), ["Victor Hale"]),
        ("The Northern Front was blamed for the attack on Lima.", ("alleged", "affirmed"), []),
        ("Experts suspect the Northern Front of the attack on Lima.", ("suspected", "affirmed"), ["Experts"]),
        ("The Northern Front is a prime suspect in the attack on Lima.", ("suspected", "affirmed"), []),
        ("The Northern Front was behind the attack on Lima.", ("asserted", "affirmed"), []),
        ("The Northern Front was responsible for the attack on Lima.", ("asserted", "affirmed"), []),
        ("Victor Hale said the Northern Front was behind the attack on Lima.", ("alleged", "affirmed"), ["Victor Hale"]),
        ("Victor Hale refused to blame the Northern Front for the attack on Lima.", ("uncommitted", "open"), []),
        ("Victor Hale did not blame the Northern Front for the attack on Lima.", ("uncommitted", "open"), []),
    ],
)  # fmt: skip
def test_blame_is_a_claim_of_who_did_it(
    tell: Tell, text: str, how: tuple[str, str], speakers: list[str]
) -> None:
    told = tell(text)
    claim = told.one("agent", "Attack", "Northern Front")

    assert told.how(claim) == how
    assert [name for name in told.speakers(claim) if claim.polarity != "open"] == speakers


def test_who_accuses_did_not_do_it(tell: Tell) -> None:
    told = tell("Victor Hale accused the Northern Front of attacking Lima.")

    assert told.pairs("agent") == {
        ("Attack", "agent", "Northern Front"),
        ("Accusation", "agent", "Victor Hale"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The attack on Lima was attributed to the Northern Front.",
        "Victor Hale blamed the attack on Lima on the Northern Front.",
        "The Northern Front was charged with the attack on Lima.",
        "Police linked the Northern Front to the attack on Lima.",
    ],
)
def test_an_attack_is_laid_at_a_door(tell: Tell, text: str) -> None:
    claim = tell(text).one("agent", "Attack", "Northern Front")

    assert tell(text).how(claim) == ("alleged", "affirmed")


@pytest.mark.parametrize(
    "text",
    [
        "The Northern Front, charged with keeping order, condemned the attack on Lima.",
        "The Northern Front was linked to a bank after the attack on Lima.",
        "The attack on Lima was not attributed to the Northern Front.",
    ],
)
def test_a_task_a_tie_or_a_denial_is_no_blame(tell: Tell, text: str) -> None:
    assert tell(text).of("agent", "Attack") == []


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Victor Hale was detained on suspicion of ordering the attack on Lima.", ("suspected", "affirmed")),
        ("Victor Hale ordered the attack on Lima.", ("asserted", "affirmed")),
    ],
)
def test_a_suspicion_of_ordering_is_no_order(tell: Tell, text: str, how: tuple[str, str]) -> None:
    told = tell(text)

    assert told.how(told.one("orderedBy")) == how


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("That the Northern Front attacked Lima has not been proven.", ("uncommitted", "open")),
        ("That the Northern Front attacked Lima has been proven.", ("asserted", "affirmed")),
    ],
)
def test_what_is_not_proven_is_open(tell: Tell, text: str, how: tuple[str, str]) -> None:
    told = tell(text)

    assert told.how(told.one("agent", "Attack")) == how


def test_who_owns_up_says_that_they_did_it(tell: Tell) -> None:
    told = tell("The Northern Front claimed responsibility for the bombing in Lima.")

    claim = told.one("agent", "Bombing", "Northern Front")
    assert told.speakers(claim) == ["Northern Front"]


def test_an_attack_that_somebody_is_blamed_for_took_place(tell: Tell) -> None:
    told = tell("Victor Hale blamed the Northern Front for the attack on Lima.")

    assert told.how(told.one("target", "Attack")) == ("asserted", "affirmed")


@pytest.mark.parametrize(
    "text",
    [
        "Norway accused the Northern Front of attacking Lima.",
        "The Northern Front was accused by Norway of attacking Lima.",
    ],
)
def test_what_somebody_is_accused_of_is_not_asserted(tell: Tell, text: str) -> None:
    assert {claim.modality for claim in tell(text).of("target", "Attack")} == {"alleged"}


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Did the Northern Front attack Lima on Monday?", ("uncommitted", "open")),
    ],
)
def test_an_auxiliary_at_the_head_supposes_or_asks(tell: Tell, text: str, how: tuple[str, str]) -> None:
    assert {tell(text).how(c) for c in tell(text).of("agent", "Attack")} == {how}


@pytest.mark.parametrize(
    "text",
    [
        "Police prevented the Northern Front from attacking Lima.",
        "Anna Holm recommended to attack Lima.",
        "The Northern Front was arrested instead of attacking Lima.",
    ],
)
def test_who_hinders_or_advises_does_nothing(tell: Tell, text: str) -> None:
    agents = {fact[2] for fact in tell(text).pairs("agent") if fact[0] == "Attack"}

    assert agents <= {"Northern Front"}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Norway called for the release of Victor Hale.", "future"),
        ("Norway demanded the release of Victor Hale.", "future"),
        ("Norway hoped for the release of Victor Hale.", "future"),
        ("Norway feared the release of Victor Hale.", "asserted"),
        ("Norway praised the release of Victor Hale.", "asserted"),
    ],
)
def test_what_is_only_wanted_has_not_happened(tell: Tell, text: str, modality: str) -> None:
    assert tell(text).one("victim", "Release").modality == modality


def test_an_attempt_that_is_foiled_was_made(tell: Tell) -> None:
    told = tell("Police foiled an assassination attempt on Victor Hale.")

    assert told.how(told.one("target", "AssassinationAttempt")) == ("asserted", "affirmed")
    assert told.of("agent") == []


@pytest.mark.parametrize(
    ("text", "predicate", "how"),
    [
        ("The attack on Oslo was not carried out by gunmen.", "agent", ("asserted", "negated")),
        ("The attack by gunmen was not condemned by Norway.", "agent", ("asserted", "affirmed")),
        ("Norway demanded that Victor Hale be released.", "victim", ("future", "affirmed")),
        ("The execution of Victor Hale was prohibited.", "victim", ("hypothetical", "affirmed")),
        ("The execution of Victor Hale was condemned.", "victim", ("asserted", "affirmed")),
        ("Kenya was forced to release Victor Hale.", "victim", ("asserted", "affirmed")),
        ("The Lima Herald reported that Kenya had released Victor Hale.", "victim", ("reported", "affirmed")),
        ("Kenya released Victor Hale, according to The Lima Herald.", "victim", ("reported", "affirmed")),
        ("Kenya released Victor Hale, according to Norway.", "victim", ("asserted", "affirmed")),
        ("The Lima Herald denied that Kenya had released Victor Hale.", "victim", ("denied", "negated")),
        ("Kenya was not forced to release Victor Hale.", "victim", ("uncommitted", "open")),
        ("Kenya may be forced to release Victor Hale.", "victim", ("hypothetical", "affirmed")),
    ],
)
def test_the_verb_above_says_whether_it_was_done(
    tell: Tell, text: str, predicate: str, how: tuple[str, str]
) -> None:
    told = tell(text)

    (claim,) = (c for c in told.of(predicate) if told.fact(c)[0] in {"Attack", "Release", "Killing"})
    assert told.how(claim) == how
