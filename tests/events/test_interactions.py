"""Political interactions: help, concessions, ruptures, promises, refusals, and whom they are about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Fact, Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Norway sent humanitarian aid to Chile.", {("Aid", "agent", "Norway"), ("Aid", "addressee", "Chile")}),
        ("Norway gave Chile $3 million in March.", {("Aid", "agent", "Norway"), ("Aid", "addressee", "Chile")}),
        ("Norway suspended aid to Chile.", {("Rupture", "agent", "Norway"), ("Rupture", "target", "Chile")}),
        ("Norway has cut diplomatic ties with Chile.", {("Rupture", "target", "Chile")}),
        ("Norway deported Victor Hale.", {("Expulsion", "agent", "Norway"), ("Expulsion", "target", "Victor Hale")}),
        ("Norway lifted its blockade of Chile.", {("Easing", "agent", "Norway"), ("Easing", "target", "Chile")}),
        ("The blockade of Chile was lifted by Norway.", {("Easing", "agent", "Norway"), ("Easing", "target", "Chile")}),
        ("Norway withdrew its troops from Chile.", {("Withdrawal", "agent", "Norway"), ("Withdrawal", "target", "Chile")}),
        ("Norway returned the statues to Chile.", {("HandingBack", "agent", "Norway"), ("HandingBack", "addressee", "Chile")}),
        ("Norway restored diplomatic ties with Chile.", {("Rapprochement", "agent", "Norway"), ("Rapprochement", "addressee", "Chile")}),
        ("Norway shared intelligence with Chile.", {("Cooperation", "agent", "Norway"), ("Cooperation", "addressee", "Chile")}),
        ("Norway mobilised its troops in Chile.", {("Mobilization", "agent", "Norway")}),
        ("The Dock Union filed a lawsuit against Victor Hale.", {("LegalAction", "target", "Victor Hale")}),
        ("Norway expressed support for Chile.", {("ExpressionOfSupport", "agent", "Norway"), ("ExpressionOfSupport", "about", "Chile")}),
        ("Norway issued an ultimatum to Chile.", {("Threat", "agent", "Norway"), ("Threat", "addressee", "Chile")}),
        ("Norway mediated between Chile and Peru.", {("Mediation", "agent", "Norway"), ("Mediation", "addressee", "Chile")}),
        ("President Reyes received Amina Diallo.", {("Meeting", "agent", "Reyes"), ("Meeting", "addressee", "Amina Diallo")}),
        ("Victor Hale flew to Lima for talks with Norway.", {("Meeting", "agent", "Victor Hale"), ("Meeting", "addressee", "Norway")}),
        ("Norway walked out of the talks with Chile.", {("Rupture", "agent", "Norway"), ("Rupture", "target", "Chile")}),
        ("Norway denied a request of Chile.", {("Refusal", "agent", "Norway")}),
        ("The Dock Union took Victor Hale to court.", {("LegalAction", "agent", "Dock Union"), ("LegalAction", "target", "Victor Hale")}),
        ("Farmers blocked the road.", {("Protest", "agent", "Farmers")}),
        ("Norway announced a cease-fire in Chile.", {("Concession", "agent", "Norway")}),
        ("Norway eased its restrictions on the work of the Dock Union.", {("Easing", "target", "Dock Union")}),
        ("Norway donated tents to help Chile.", {("Aid", "agent", "Norway"), ("Aid", "addressee", "Chile")}),
        ("A judge found Victor Hale guilty.", {("LegalAction", "agent", "judge"), ("LegalAction", "target", "Victor Hale")}),
        ("The army violated its truce with Chile.", {("ArmedClash", "agent", "army"), ("ArmedClash", "target", "Chile")}),
        ("Victor Hale resigned on Monday after Norway rejected his plan.", {("Refusal", "agent", "Norway")}),
    ],
)  # fmt: skip
def test_an_interaction_has_a_doer_and_whom_it_is_done_to(tell: Tell, text: str, facts: set[Fact]) -> None:
    assert facts <= tell(text).facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Norway refused to meet Victor Hale.", {("Refusal", "agent", "Norway"), ("Refusal", "about", "Victor Hale")}),
        ("Norway refused to send troops to Chile.", {("Refusal", "agent", "Norway"), ("Refusal", "about", "Chile")}),
        ("Norway agreed to release Victor Hale.", {("Pledge", "agent", "Norway"), ("Pledge", "about", "Victor Hale")}),
        ("Norway demanded that Chile leave.", {("Demand", "agent", "Norway"), ("Demand", "addressee", "Chile")}),
        ("Norway asked Chile to leave.", {("Demand", "agent", "Norway"), ("Demand", "addressee", "Chile")}),
        ("Norway insisted that Chile must leave.", {("Demand", "agent", "Norway"), ("Demand", "addressee", "Chile")}),
        ("Norway vowed to attack Chile.", {("Threat", "agent", "Norway"), ("Threat", "addressee", "Chile")}),
        ("Norway ordered Victor Hale to leave.", {("Demand", "addressee", "Victor Hale")}),
        ("Norway let the Dock Union use the port.", {("Concession", "agent", "Norway"), ("Concession", "target", "Dock Union")}),
        ("The Dock Union wrote a report accusing Norway.", {("Accusation", "agent", "Dock Union")}),
    ],
)  # fmt: skip
def test_the_content_tells_whom_it_is_about(tell: Tell, text: str, facts: set[Fact]) -> None:
    assert facts <= tell(text).facts


def test_what_is_refused_has_not_happened(tell: Tell) -> None:
    told = tell("Norway refused to release Victor Hale.")

    assert told.how(told.one("agent", "Refusal")) == ("asserted", "affirmed")
    assert {told.how(claim)[1] for claim in told.of("victim", "Release")} == {"negated"}


def test_what_is_agreed_is_still_to_come(tell: Tell) -> None:
    told = tell("Norway agreed to release Victor Hale.")

    assert {told.how(claim)[0] for claim in told.of("victim", "Release")} == {"future"}


@pytest.mark.parametrize(
    "text",
    [
        "The constitution allows a second term.",
        "Victor Hale let the matter rest.",
        "Prices declined in March.",
        "Victor Hale returned to Lima.",
        "Victor Hale was committed to the cause.",
        "Victor Hale called Amina Diallo a liar.",
        "The two runners challenged Victor Hale.",
        "The museum received aid.",
        "Victor Hale lent his name to it.",
        "Victor Hale insisted that it was late.",
        "Victor Hale asked about the weather.",
        "Ask who gains, Victor Hale wrote.",
        "Victor Hale received a letter.",
        "Victor Hale consulted a map.",
        "Victor Hale left the room.",
    ],
)
def test_the_same_word_without_a_deed_is_no_event(tell: Tell, text: str) -> None:
    assert tell(text).happened() == []


def test_a_day_is_nobody(tell: Tell) -> None:
    told = tell("Norway imposed sanctions on Monday on Chile.")

    assert {fact[2] for fact in told.pairs("target")} == {"Chile"}


def test_weapons_that_are_given_are_no_instrument(tell: Tell) -> None:
    assert tell("Norway supplied rockets to Chile.").of("instrument") == []


def test_sanctions_that_are_imposed_are_one_event(tell: Tell) -> None:
    assert tell("Norway has suspended its military assistance to Chile.").happened() == ["Rupture"]
