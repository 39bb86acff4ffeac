"""Words of a sentence as one text, to look up in a list."""

from __future__ import annotations

from collections.abc import Iterable

from graph.model import Token


def printed(tokens: Iterable[Token]) -> str:
    """The words as printed, with the spaces between them: "Lt. Col."."""
    return "".join([f"{t.text} " if t.space else t.text for t in tokens]).strip()


def small(tokens: Iterable[Token]) -> str:
    """The words in small letters: "Prime Ministers" -> "prime ministers"."""
    return printed(tokens).lower()


def lemmas(tokens: Iterable[Token]) -> str:
    """The words in their base form: "Prime Ministers" -> "prime minister"."""
    return "".join([f"{t.lemma} " if t.space else t.lemma for t in tokens]).strip()
