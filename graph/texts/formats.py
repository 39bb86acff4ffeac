"""From the characters of a file to its pages, one reader a suffix."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import PurePath

from graph.errors import BadTextError
from graph.model import SegmentKind
from graph.texts import markup
from graph.texts.header import made
from graph.texts.inputs import check_page
from graph.texts.page import Page

_HEADING = re.compile(r"^(?P<mark>#{1,6}[ \t]+)\S", re.MULTILINE)


def pages(source: str, text: str) -> list[Page]:
    """The pages of a file: one, but for JSON lists and lines."""
    found = READERS[PurePath(source).suffix.lower()](text, source)
    for page in found:
        check_page(page.text, source)
        if not page.text.strip():
            raise BadTextError(source, "no text in it", "give an article with words, or leave the file out")
    return found


def _plain(text: str, source: str) -> list[Page]:
    return [Page(text)]


def _markdown(text: str, source: str) -> list[Page]:
    """Headings become hints at the place where their words begin."""
    check_page(text, source)
    hints = {
        match.end("mark"): SegmentKind.HEADLINE if match["mark"].strip() == "#" else SegmentKind.SUBHEADING
        for match in _HEADING.finditer(text)
    }
    return [Page(text, hints=hints)]


def _html(text: str, source: str) -> list[Page]:
    return [markup.page(text)]


def _json(text: str, source: str) -> list[Page]:
    found = _parsed(text.lstrip("\ufeff"), source)
    if isinstance(found, dict) and isinstance(found.get("articles"), list):
        found = found["articles"]
    if not isinstance(found, list):
        return [_article(found, source)]
    if not found:
        raise BadTextError(source, "a list without articles", "give objects with a `text`")
    return [_article(each, f"{source}, article {n}") for n, each in enumerate(found, 1)]


def _json_lines(text: str, source: str) -> list[Page]:
    found = []
    for number, line in enumerate(text.lstrip("\ufeff").split("\n"), 1):
        if line.strip():
            place = f"{source}, line {number}"
            found.append(_article(_parsed(line, place), place))
    return found


def _parsed(text: str, place: str) -> object:
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise BadTextError(place, f"not JSON: {problem}", "check it with a JSON reader") from problem
    return found


def _article(found: object, place: str) -> Page:
    """The page of a JSON object with `title, source, date, url, author, text`."""
    if not isinstance(found, dict):
        raise BadTextError(place, f"a {type(found).__name__} where an article should be", "give an object")
    text = found.get("text")
    if not isinstance(text, str) or not text.strip():
        raise BadTextError(place, "no `text`", "give the words of the article as a string in `text`")
    broken = re.search(r"[\ud800-\udfff]", text)
    if broken is not None:
        raise BadTextError(
            place, f"half a character (a lone surrogate) at {broken.start()}", "repair the text"
        )
    said = {name: _words(found.get(name)) for name in ("title", "source", "date", "url", "author")}
    said["author"] = said["author"] or _words(found.get("authors"))
    return Page(text, made(said))


def _words(value: object) -> str:
    """A field as words; a list of authors as one line."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value)))
    return value.strip() if isinstance(value, str) else ""


READERS: dict[str, Callable[[str, str], list[Page]]] = {
    ".txt": _plain,
    ".md": _markdown,
    ".html": _html,
    ".htm": _html,
    ".json": _json,
    ".jsonl": _json_lines,
}
