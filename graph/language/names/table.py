"""The table of features that two names are weighed by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

SAME = 0.6
"""From this score on two names are taken for names of one."""


@dataclass(frozen=True, slots=True)
class Feature:
    """What speaks for or against two names being of one, with a pair where it holds and one where it does not."""

    name: str
    weight: float
    holds: tuple[str, str]
    fails: tuple[str, str]


FEATURES = {
    feature.name: feature
    for feature in (
        Feature("equal", 1.0, ("Ali al-Nur", "ALI AL NUR"), ("Ali Nur", "Ali Nuri")),
        # persons
        Feature("last name alike", 0.45, ("Ali Qasim", "Omar Kassem"), ("Ali Qasim", "Ali Haddad")),
        Feature("first name alike", 0.4, ("Djamel Nur", "Jamal Kasim"), ("Karim Nur", "Samir Nur")),
        Feature("middle name alike", 0.1, ("Ali Omar Nur", "Ali Umar Kasim"), ("Ali Omar Nur", "Ali Amir Nur")),
        Feature("no surname beside it", 0.3, ("Nour", "Noor"), ("Nour", "Ali Noor")),
        Feature("a middle name more", -0.05, ("Ali Omar Nur", "Ali Nur"), ("Ali Nur", "Ali Nur Kasim")),
        Feature("a first name more", -0.2, ("Ali Omar Nur", "Omar Nur"), ("Ali Omar Nur", "Ali Nur")),
        Feature("a child of the other", -0.4, ("Omar bin Ali Nur", "Ali Nur"), ("Omar Ali Nur", "Ali Nur")),
        Feature("a last name more", -0.15, ("Ali Omar Nur", "Ali Omar"), ("Ali Omar Nur", "Ali Nur")),
        Feature("another first name", -0.5, ("Karim Haddad", "Samir Haddad"), ("Karim Haddad", "Kareem Haddad")),
        Feature("another middle name", -0.3, ("Ali Omar Nur", "Ali Samir Nur"), ("Ali Omar Nur", "Ali Nur")),
        Feature("another last name", -0.5, ("Ali Nur", "Ali Kasim"), ("Ali Nur", "Ali Nour")),
        Feature("words in another order", -0.05, ("Xi Wenbo", "Wenbo Xi"), ("Xi Wenbo", "Xi Wen Bo")),
        Feature("only an initial", -0.05, ("A. Nur", "Ali Nur"), ("Ali Nur", "Aly Nur")),
        Feature("the same generation", 0.1, ("Karim VI", "Kareem VI"), ("Karim VI", "Kareem")),
        Feature("another generation", -0.6, ("Ali Nur Jr.", "Ali Nur Sr."), ("Ali Nur Jr.", "Ali Nur Junior")),
        Feature("a generation mark more", -0.3, ("Ali Nur Jr.", "Ali Nur"), ("Ali Nur Jr.", "Ali Nur Jr")),
        # organisations and places
        Feature("words in common", 1.0, ("Dawn Party", "Dawn Front"), ("Dawn Party", "Hope Front")),
        Feature("written as one", 0.95, ("Hezb Azadi", "Hezbazadi"), ("Hezb Azadi", "Hizb Azadi")),
        Feature("acronym of the other", 0.85, ("NSF", "National Salvation Front"), ("NSF", "Salvation Party")),
        Feature("no telling word in common", -0.5, ("Dawn Party", "Hope Party"), ("Dawn Party", "Dawn Front")),
        Feature("only common words in common", -0.3, ("National Front", "National Defence Front"), ("Dawn Front", "Dawn Defence Front")),
        Feature("each tells a word more", -0.3, ("Dawn Army of Kasim", "Dawn Army of Nur"), ("Dawn Army", "Dawn Army of Nur")),
        Feature("one tells a word more", -0.3, ("Dawn Army", "Dawn Army of Kasim"), ("Dawn Army", "Dawn Front")),
        Feature("another country", -0.5, ("Dawn Party of Iraq", "Dawn Party of Kenya"), ("Dawn Party of Iraq", "Iraqi Dawn Party")),
        Feature("one names a country more", -0.2, ("Dawn Party", "Iraqi Dawn Party"), ("Dawn Party of Iraq", "Iraqi Dawn Party")),
        Feature("another kind of body", -0.3, ("National Army", "National Bank"), ("National Army", "Jaish al-Watani")),
        Feature("a unit's word in front", -0.4, ("Liwa Kasim", "Kasim"), ("Kasim Brigades", "Kasim")),
        Feature("another number", -0.8, ("17th Brigade", "18th Brigade"), ("17th Brigade", "Brigade 17")),
        Feature("a number more", -0.3, ("17th Dawn Brigade", "Dawn Brigade"), ("17th Brigade", "Brigade 17")),
    )
}  # fmt: skip


class Finding(NamedTuple):
    """A feature that holds of two names, how far, and of which words."""

    feature: str
    strength: float
    words: str

    @property
    def points(self) -> float:
        return FEATURES[self.feature].weight * self.strength
