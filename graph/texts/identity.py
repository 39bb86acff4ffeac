"""The id of an article: a pure function of its file's name and its text."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePath

from graph.model import ArticleId

SLUG = 40
_HASHED = re.compile(r"(?:^|-)([0-9a-f]{8,64})$")


def text_hash(text: str) -> str:
    """SHA-256 of the UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def article_id(source: str, text: str) -> ArticleId:
    """The slug of the file's name and the first eight digits of the text's hash.

    A name that ends in a hash already is left as it is. A run of decimal digits is no hash but a date.

    >>> article_id("Ardan votes.txt", "")
    'ardan-votes-e3b0c442'
    >>> article_id("007_993a4590bae109f1.txt", "")
    '007-993a4590bae109f1'
    """
    slug = _slug(PurePath(source).stem)
    hashed = _HASHED.search(slug)
    if hashed is not None and not hashed[1].isdigit() and not hashed[1].isalpha():
        before = slug[: hashed.start()][:SLUG].strip("-")
        return ArticleId("-".join(filter(None, (before, hashed[1]))))
    return ArticleId(f"{slug[:SLUG].strip('-') or 'text'}-{text_hash(text)[:8]}")


def part_id(whole: ArticleId, number: int) -> ArticleId:
    """The id of one of several articles of a file, counted from 1."""
    return ArticleId(f"{whole}-{number}")


def _slug(words: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")
