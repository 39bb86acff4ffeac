"""HTML made safely: every text that enters a page is escaped, and no invisible sign stays invisible."""

from __future__ import annotations

import base64
import functools
import hashlib
import html
import string
import unicodedata
from collections.abc import Iterable
from pathlib import Path

_JOINERS = "\u200c\u200d\u00ad"
"""Invisible signs that belong to the spelling of Persian, Urdu and Indian names, and the soft hyphen."""


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


class _Filler(string.Formatter):
    def format_field(self, value: object, format_spec: str) -> str:
        return value if isinstance(value, Html) else text(format(value, format_spec))


_FILLER = _Filler()


def fill(template: str, **values: object) -> Html:
    """A template with its values, each escaped unless it is HTML.

    >>> fill("<b>{name}</b>", name="<i>")
    '<b>&lt;i&gt;</b>'
    """
    return Html(_FILLER.vformat(template, (), values))


def text(value: str) -> Html:
    """A text as HTML; control and direction signs, which can fake another text, are shown by number.

    >>> text("a" + chr(0x202E) + "b")
    'a<span class=sign>U+202E</span>b'
    """
    return Html("".join(_sign(sign) for sign in value))


def join(parts: Iterable[Html], between: str = "") -> Html:
    """Pieces of HTML in a row."""
    return Html(text(between).join(parts))


def link(href: str | None, label: str, rel: str = "") -> Html:
    """A link; only http, https and our own paths become one."""
    if href is None or not href.startswith(("/", "http://", "https://")) or href.startswith("//"):
        return text(label)
    more = fill(' rel="{rel}"', rel=rel) if rel else Html("")
    return fill('<a href="{href}"{more}>{label}</a>', href=href, more=more, label=label)


def page(title: str, body: Html, *, subtitle: str = "", query: str = "", alternates: Html = Html("")) -> str:  # noqa: B008
    """A whole page around a body."""
    return fill(
        _PAGE,
        title=title,
        subtitle=fill("<p class=kind>{subtitle}</p>", subtitle=subtitle) if subtitle else Html(""),
        body=body,
        query=query,
        style=Html(style()),
        alternates=alternates,
    )


@functools.cache
def style() -> str:
    """The style sheet that every page holds."""
    return Path(__file__).with_name("style.css").read_text(encoding="utf-8")


@functools.cache
def policy() -> str:
    """The content security policy: nothing but our own style and our own forms."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    )


def _sign(sign: str) -> str:
    if unicodedata.category(sign) in ("Cc", "Cf", "Co", "Cs") and sign not in "\t\n" + _JOINERS:
        return f"<span class=sign>U+{ord(sign):04X}</span>"
    return html.escape(sign)


_PAGE = """<!doctype html>
<html lang=en>
<head>
<meta charset=utf-8>
<meta name=viewport content="width=device-width, initial-scale=1">
<title>{title} – dramatis</title>
{alternates}<style>{style}</style>
</head>
<body>
<header>
<a class=home href="/">dramatis</a>
<form action="/" role=search><input name=q value="{query}" aria-label="Name of an actor"
placeholder="Name of an actor" autocomplete=off><button>Search</button></form>
<nav><a href="/page/events">Events</a> <a href="/page/conflicts">Conflicts</a>
<a href="/page/sources">Sources</a> <a href="/sparql">SPARQL</a></nav>
</header>
<main>
{subtitle}<h1>{title}</h1>
{body}
</main>
<footer>Every statement here is a claim that somebody made in a text; its status says how it was weighed.
<a href="/ontology">Ontology</a> · <a href="/catalog">Catalog</a> · <a href="/openapi.json">REST as OpenAPI</a></footer>
</body>
</html>
"""
