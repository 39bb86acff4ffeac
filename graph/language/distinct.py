"""Words by which a text says that two of like names are two: "Ali Nur (no relation to Aly Nour)"."""

from __future__ import annotations

import re

_CUE = re.compile(
    r"[\s,;:(\[—–-]{0,4}(?:(?:who|which|and|but)\s)?(?:(?:is|are|was|were|has|have|bears|bear)\s)?"
    r"(?:not\sto\sbe\s(?:confused|mistaken)\s(?:with|for)|(?:of\s)?no\srelation(?:\s(?:to|of|with))|not\srelated\sto|"
    r"unrelated\sto|not\sthe\ssame\sas|not\sidentical\s(?:to|with)|(?:(?:an?|the)\s)?namesake\sof)\s"
    r"(?:[\w’'-]+\s){0,5}",
    re.IGNORECASE,
)
"""What stands between the two names; up to five words may lead to the second. Source: own list."""
LONGEST = 120
"""So many characters stand between them at most."""


def are_told_apart(between: str) -> bool:
    """Whether the words between two names say that they are of two.

    >>> are_told_apart(", not to be confused with the minister "), are_told_apart(", a friend of ")
    (True, False)
    """
    return len(between) <= LONGEST and _CUE.fullmatch(between) is not None
