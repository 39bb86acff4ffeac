"""The plain text of an HTML page, with what its head says and what its tags tell of the lines."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

from graph.model import SegmentKind
from graph.texts.header import made
from graph.texts.names import is_outlet
from graph.texts.page import Header, Page, squeezed

DROPPED = frozenset(
    {
        "script",
        "style",
        "nav",
        "aside",
        "footer",
        "form",
        "noscript",
        "template",
        "svg",
        "iframe",
        "button",
        "select",
    }
    | {"head", "object", "canvas", "dialog", "menu", "math"}
)
BLOCKS = frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "figure",
    }
    | {
        "figcaption",
        "blockquote",
        "pre",
        "table",
        "tr",
        "td",
        "th",
        "address",
        "hr",
        "dl",
        "dt",
        "dd",
        "body",
        "time",
    }
)
VOID = frozenset(
    {"br", "hr", "img", "meta", "link", "input", "source", "wbr", "area", "base", "col", "embed", "track"}
)
HINTS = {
    "h1": SegmentKind.HEADLINE,
    "h2": SegmentKind.SUBHEADING,
    "h3": SegmentKind.SUBHEADING,
    "h4": SegmentKind.SUBHEADING,
    "figcaption": SegmentKind.CAPTION,
}
# The fields of a header, by the names that pages give them: Open Graph, HTML, Dublin Core and the press.
META = {
    "og:title": "title",
    "citation_title": "title",
    "og:site_name": "source",
    "article:published_time": "date",
    "datepublished": "date",
    "date": "date",
    "dc.date": "date",
    "citation_publication_date": "date",
    "author": "author",
    "article:author": "author",
    "dc.creator": "author",
    "og:url": "url",
}
# "Gunmen kill two - The Ardan Herald", as pages are named.
_NAMED_PAGE = re.compile(r".{3,300}\s[|–—-]\s(?P<outlet>[^|–—]{3,60})")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def page(markup: str) -> Page:
    """The text of an HTML page in paragraphs; scripts, menus and forms are left out."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    reader.end_line()
    return Page("".join(reader.out), _header(reader), dict(reader.hints))


def _header(reader: _Reader) -> Header:
    said = dict(reader.said)
    named = _NAMED_PAGE.fullmatch(squeezed("".join(reader.title)))
    if named is not None and is_outlet(named["outlet"]):
        said.setdefault("source", named["outlet"])
    if said.get("author", "").startswith("http"):
        del said["author"]
    return made(said)


class _Reader(HTMLParser):
    """Collects the lines of a page; a line ends where a block begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.hints: list[tuple[int, SegmentKind]] = []
        self.said: dict[str, str] = {}
        self._length = 0
        self._line: list[str] = []
        self._dropped: list[str] = []
        self._open: list[str] = []
        self._data: list[str] | None = None
        self._in_title = False
        self.title: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._note(tag, values)
        self._in_title = tag == "title"
        if tag in VOID:
            if tag in ("br", "hr"):
                self.end_line()
            return
        if tag in DROPPED:
            self._dropped.append(tag)
            self._data = [] if values.get("type", "") == "application/ld+json" else None
        if tag in BLOCKS:
            self.end_line()
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False
        if tag in DROPPED and tag in self._dropped:
            while self._dropped.pop() != tag:
                pass
            if self._data:
                self._linked_data("".join(self._data))
            self._data = None
        if tag in BLOCKS:
            self.end_line()
            if tag in self._open:
                while self._open.pop() != tag:
                    pass

    def handle_data(self, data: str) -> None:
        if self._data is not None:
            self._data.append(data)
        elif self._in_title:
            self.title.append(data)
        elif not self._dropped:
            self._line.append(data)

    def end_line(self) -> None:
        """Close the line that is being read, if it says anything."""
        words = _SPACES.sub(" ", "".join(self._line)).strip(" ")
        self._line.clear()
        if not words.strip():
            return
        lead = "\n\n" if self.out else ""
        hint = next((HINTS[tag] for tag in reversed(self._open) if tag in HINTS), None)
        if hint is not None:
            self.hints.append((self._length + len(lead), hint))
        self.out.append(lead + words)
        self._length += len(lead) + len(words)

    def _note(self, tag: str, values: dict[str, str]) -> None:
        """Keep what a tag of the page's head says of the article."""
        name = (values.get("property") or values.get("name") or values.get("itemprop") or "").lower()
        if tag == "meta" and name in META:
            self.said.setdefault(META[name], values.get("content", ""))
        if tag == "link" and values.get("rel") == "canonical":
            self.said.setdefault("url", values.get("href", ""))

    def _linked_data(self, words: str) -> None:
        """Take date, author and outlet from a schema.org description of the article."""
        try:
            found = json.loads(words)
        except (ValueError, RecursionError):
            return  # a description that does not parse describes nothing; the page is still read
        for node in found if isinstance(found, list) else [found]:
            if isinstance(node, dict) and "headline" in node:
                for key, name in (("datePublished", "date"), ("author", "author"), ("publisher", "source")):
                    value = _name(node.get(key))
                    if value:
                        self.said.setdefault(name, value)


_DEPTH = 8
"""So deep may lists and things stand in one another where a name is said."""


def _name(value: object, depth: int = _DEPTH) -> str:
    """The text of a schema.org value: a string, a thing with a name, or a list of them."""
    if depth and isinstance(value, list):
        return ", ".join(filter(None, (_name(each, depth - 1) for each in value)))
    if depth and isinstance(value, dict):
        return _name(value.get("name"), depth - 1)
    return value if isinstance(value, str) else ""
