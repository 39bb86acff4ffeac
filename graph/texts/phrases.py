"""Lists of phrases as patterns: one phrase a line, each a regular expression; a space is any white space."""

from __future__ import annotations

import re


def one_of(phrases: str) -> str:
    """A pattern for any of the phrases."""
    lines = (line.strip() for line in phrases.strip().splitlines())
    return "(?:" + "|".join(line.replace(" ", r"\s") for line in lines if line) + ")"


def any_of(phrases: str) -> re.Pattern[str]:
    """The same, compiled, in small or capital letters."""
    return re.compile(one_of(phrases), re.IGNORECASE)
