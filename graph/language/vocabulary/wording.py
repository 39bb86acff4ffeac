"""Words of a sentence as one text, to look up in a list."""

from __future__ import annotations

from collections.abc import Iterable

from graph.model import Token


def printed(tokens: Iterable[Token]) -> str:
    """The words as printed, with the spaces between them: "Lt. Col."."""
    return _spaced((token.text, token.space) for token in tokens)


def small(tokens: Iterable[Token]) -> str:
    """The words in small letters: "Prime Ministers" -> "prime ministers"."""
    return _spaced((token.text.lower(), token.space) for token in tokens)


def lemmas(tokens: Iterable[Token]) -> str:
    """The words in their base form: "Prime Ministers" -> "prime minister"."""
    return _spaced((token.lemma, token.space) for token in tokens)


def _spaced(words: Iterable[tuple[str, bool]]) -> str:
    return "".join(word + (" " if space else "") for word, space in words).strip()
