"""The texts of the articles, for showing a quote in its sentence; the store holds only quotes."""

from __future__ import annotations

import functools
import hashlib
import re
from pathlib import Path

from api.view import View
from graph import codec
from graph.errors import DramatisError
from graph.home import Home, Kept

_ENDS = re.compile(
    r"""\n
    | (?<![A-Z]) (?<!\b[A-Z][a-z]) (?<!\b[A-Z][a-z]{2})
      [.!?…] ['"’”)\]]*+ (?=\s+["'“‘(]?[A-Z0-9] | \s*\Z)""",
    re.VERBOSE,
)
"""A line break, or a sign that ends a sentence; not the full stop of "U.S.", "Dr." or "Gen."."""
_LONGEST = 600
"""A context reaches at most this far on each side of the quote, whatever the text looks like."""


class Texts:
    """Reads the texts that a home keeps; a text of another build than the view's is not given."""

    def __init__(self, home: Path) -> None:
        self._home = Home(home)
        self._files = functools.lru_cache(maxsize=2)(self._list)
        self._texts = functools.lru_cache(maxsize=64)(self._read)

    def __call__(self, view: View, article: str) -> str | None:
        """The whole text that an article's offsets count in, or None where it is not kept."""
        file = self._files(view.digest).get(article)
        return None if file is None else self._texts(file)

    def _list(self, digest: str) -> dict[str, str]:
        try:
            manifest = self._home.manifest()
        except DramatisError:
            return {}
        if manifest is None or manifest.digest != digest:
            return {}
        return {entry.id: entry.file for entry in manifest.articles}

    def _read(self, file: str) -> str | None:
        try:
            kept = codec.loads(Kept, (self._home.folder / file).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, DramatisError):
            # The article may be withdrawn between two requests; the quote is then shown without its sentence.
            return None
        return kept.extraction.article.text


def around(text: str, digest: str | None, start: int, end: int) -> tuple[str, str] | None:
    """What stands before and after a stretch in its sentence; None if this is not the text of that digest.

    >>> text = "Before. Then, in May, Gen. Nur left. After."
    >>> around(text, hashlib.sha256(text.encode()).hexdigest(), 22, 35)
    ('Then, in May, ', '.')
    >>> around(text, "the digest of another text", 22, 35) is None
    True
    """
    if hashlib.sha256(text.encode()).hexdigest() != digest:
        return None
    first = max((found.end() for found in _ENDS.finditer(text, max(0, start - _LONGEST), start)), default=0)
    first = max(first, start - _LONGEST)
    # The quote itself may end its sentence.
    ended = _ENDS.search(text, max(start, end - 3), min(len(text), end + _LONGEST))
    last = len(text) if ended is None else max(end, ended.end())
    last = min(last, end + _LONGEST)
    return text[first:start].lstrip(), text[end:last].rstrip()
