"""Datings in the Extended Date/Time Format."""

from __future__ import annotations

from datetime import date

import pytest

from graph.export.jsonl import edtf
from graph.model import ArticleId, Dating, Precision, Reach

FIRST, LAST = date(2031, 3, 1), date(2031, 3, 31)


@pytest.mark.parametrize(
    ("first", "last", "precision", "written"),
    [
        (FIRST, FIRST, Precision.DAY, "2031-03-01"),
        (FIRST, LAST, Precision.MONTH, "2031-03"),
        (FIRST, LAST, Precision.YEAR, "2031"),
        (FIRST, LAST, Precision.APPROXIMATE, "[2031-03-01..2031-03-31]"),
        (FIRST, LAST, Reach.BETWEEN, "[2031-03-01..2031-03-31]"),
        (None, LAST, Reach.NOT_AFTER, "[..2031-03-31]"),
        (FIRST, None, Reach.NOT_BEFORE, "[2031-03-01..]"),
        (FIRST, FIRST, Reach.INCLUDES, None),
    ],
)
def test_a_dating_in_edtf(
    first: date | None, last: date | None, precision: Precision | Reach, written: str | None
) -> None:
    dating = Dating(first, last, precision, ArticleId("a1"), 0, 4, "then", "because")

    assert edtf(dating) == written
