"""Who pays for and arms whom, and who denies what was told before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Kenya funds the Ridge Brigade.", ("asserted", "affirmed")),
        ("The Ridge Brigade has been armed and paid by Kenya.", ("asserted", "affirmed")),
        ("The Ridge Brigade, which is financed by Kenya, left.", ("asserted", "affirmed")),
        (
            "The Ridge Brigade, an armed group that Kenya has long been accused of financing, left.",
            ("alleged", "affirmed"),
        ),
        ("Kenya has long been accused of arming the Ridge Brigade.", ("alleged", "affirmed")),
        ("Kenya is said to bankroll the Ridge Brigade.", ("reported", "affirmed")),
        ("Kenya denied financing the Ridge Brigade.", ("denied", "negated")),
        ("Victor Hale said that Kenya had never armed or paid the Ridge Brigade.", ("denied", "negated")),
        ("Kenya, Victor Hale said, has never given the Ridge Brigade a single coin.", ("denied", "negated")),
        ("Kenya provides the Ridge Brigade with weapons.", ("asserted", "affirmed")),
        ("Kenya may have supplied arms to the Ridge Brigade.", ("hypothetical", "affirmed")),
        ("The Ridge Brigade gets most of its funding from Kenya.", ("asserted", "affirmed")),
        ("The Ridge Brigade receives money and weapons from Kenya.", ("asserted", "affirmed")),
        ("The Ridge Brigade is in the pay of Kenya.", ("asserted", "affirmed")),
        ("The Ridge Brigade, the Kenyan-backed militia, left.", ("asserted", "affirmed")),
    ],
)
def test_who_sponsors_whom(tell: Tell, text: str, how: tuple[str, str]) -> None:
    told = tell(text)
    claim = told.one("sponsoredBy")

    assert told.fact(claim)[0] == "Ridge Brigade"
    assert told.fact(claim)[2] == "Kenya"
    assert told.how(claim) == how


@pytest.mark.parametrize(
    "text",
    [
        "Kenya paid the bill.",
        "Kenya gave Victor Hale money.",
        "Kenya gave the Ridge Brigade a week.",
        "Victor Hale paid the Ridge Brigade a visit.",
        "The Ridge Brigade received a letter from Kenya.",
        "The Ridge Brigade trains in Kenya.",
        "Kenya was accused of attacking the Ridge Brigade.",
    ],
)
def test_other_gifts_make_no_sponsor(tell: Tell, text: str) -> None:
    assert not tell(text).pairs("sponsoredBy")


@pytest.mark.parametrize(
    ("text", "predicate", "speaker"),
    [
        ("Officials say that Kenya arms the Ridge Brigade. Kenya denies it.", "sponsoredBy", "Kenya"),
        (
            "A bomb exploded in Doreth. Officials blamed Kenya for the attack. Kenya rejected the accusation.",
            "agent",
            "Kenya",
        ),
        (
            "A bomb exploded in Doreth. Officials say that Kenya was behind it, a charge which Victor Hale has dismissed "
            "as absurd.",
            "agent",
            "Victor Hale",
        ),
        (
            "A bomb exploded in Doreth. Officials said that it was the work of the army. The army called the allegation "
            "baseless.",
            "agent",
            "army",
        ),
    ],
)
def test_a_charge_is_denied_without_saying_it_again(
    tell: Tell, text: str, predicate: str, speaker: str
) -> None:
    told = tell(text)
    denied = [c for c in told.of(predicate) if told.how(c) == ("denied", "negated")]

    assert {told.speakers(c)[-1] for c in denied} == {speaker}
    assert len({told.fact(c) for c in denied}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a school in Doreth. Kenya denies it.",
        "Officials say that Kenya arms the Ridge Brigade. Kenya did not deny it.",
        "Officials say that Kenya arms the Ridge Brigade. The court rejected the appeal.",
        "Officials say that Kenya arms the Ridge Brigade. Uganda rejected the claim of the farmers.",
        "Officials say that Kenya arms the Ridge Brigade. It rained. It snowed. Kenya rejected the charge.",
    ],
)
def test_other_refusals_deny_nothing(tell: Tell, text: str) -> None:
    told = tell(text)

    assert not [c for c in told.claims if c.rule == "rebuttal"]


def test_two_clauses_before_according_to_are_of_one_source(tell: Tell) -> None:
    told = tell(
        "One man was killed and dozens of people were hurt on Friday, according to the Harvest Party."
    )

    assert {told.speakers(c)[-1] for c in told.of("numberKilled") + told.of("numberInjured")} == {
        "Harvest Party"
    }
