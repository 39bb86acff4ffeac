"""Two names apart from any text: how likely they are names of one, with the reasons.

A score is the sum of the weights of the rows that hold, each as far as it holds. From `SAME` on two names are
taken for names of one. The rows of the table are all there is: a weight changed there changes the decision.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from graph.language.names import bodies, persons
from graph.language.names.table import FEATURES, SAME, Finding
from graph.language.names.words import body, person

Kind = Literal["person", "organization", "place", "unknown"]


class Row(NamedTuple):
    """One feature that holds of two names: how far (0 to 1), what it adds to the score, and of which words."""

    feature: str
    strength: float
    points: float
    words: str


class Likeness(NamedTuple):
    """How likely two names are names of one, with the rows that made the score."""

    score: float
    rows: tuple[Row, ...]

    @property
    def same(self) -> bool:
        return self.score >= SAME

    @property
    def why(self) -> str:
        """The rows in a sentence.

        >>> compare("Djamel Nur", "Jamal al-Nour", "person").why
        'last name alike: nur, nour (+0.45); first name alike: djamel, jamal (+0.40)'
        """
        return "; ".join(f"{row.feature}: {row.words} ({row.points:+.2f})" for row in self.rows)


def compare(left: str, right: str, kind: Kind = "unknown") -> Likeness:
    """How likely two names are names of one person, organisation or place.

    >>> compare("Hesham Mohamed Qandil", "Hisham Kandil", "person").same
    True
    >>> compare("Karim Haddad", "Samir Haddad", "person").same
    False
    """
    rows = [
        Row(f.feature, f.strength, f.strength * FEATURES[f.feature].weight, f.words)
        for f in _findings(left, right, kind)
    ]
    rows.sort(key=_importance)
    return Likeness(round(min(1.0, max(0.0, sum(row.points for row in rows))), 3), tuple(rows))


def _importance(row: Row) -> float:
    return -abs(row.points)


def _findings(left: str, right: str, kind: Kind) -> Iterable[Finding]:
    read = body if kind in {"organization", "place"} else person
    a, b = read(left), read(right)
    if not a.words or not b.words:
        return []
    if a.letters == b.letters and a.generation == b.generation:
        return [Finding("equal", 1.0, a.letters)]
    if read is body or a.is_body or b.is_body:
        return bodies.findings(body(left), body(right))
    return persons.findings(a, b)
