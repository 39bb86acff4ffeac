"""Which representation a client gets: `Accept` read as RFC 9110 (section 12.5.1) says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_QUALITY = re.compile(r"(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\Z")
_PART = re.compile(r"""(?:[^,"]|"(?:[^"\\]|\\.)*")+""")
_NAME = re.compile(r"[\w!#$%&'*+.^`|~-]+\Z")


class Range(NamedTuple):
    """One media range of an `Accept` header."""

    type: str
    subtype: str
    parameters: frozenset[tuple[str, str]]
    quality: float

    @property
    def specificity(self) -> tuple[bool, bool, int]:
        return (self.type != "*", self.subtype != "*", len(self.parameters))

    def covers(self, offer: Range) -> bool:
        """Whether a media type that we offer falls in this range."""
        return (
            self.type in ("*", offer.type)
            and self.subtype in ("*", offer.subtype)
            and self.parameters <= offer.parameters
        )


def ranges(accept: str) -> list[Range]:
    """The media ranges of a header; what is no media range is passed over, as other servers do.

    >>> [(r.type, r.subtype, r.quality) for r in ranges("text/turtle, */*;q=0.1")]
    [('text', 'turtle', 1.0), ('*', '*', 0.1)]
    """
    found = [_range(part) for part in _PART.findall(accept)]
    return [part for part in found if part is not None]


def best(accept: str | None, offers: Iterable[str]) -> str | None:
    """The offer that the client likes most, the earlier one of equals; None if it takes none.

    >>> best("text/turtle;q=0.5, application/ld+json", ["text/turtle", "application/ld+json"])
    'application/ld+json'
    >>> best(None, ["text/turtle", "application/ld+json"])
    'text/turtle'
    """
    wanted = ranges(accept) if accept is not None and accept.strip() else ranges("*/*")
    chosen, most = None, 0.0
    for offer in offers:
        quality = _liking(wanted, offer)
        if quality > most:
            chosen, most = offer, quality
    return chosen


def _liking(wanted: Iterable[Range], offer: str) -> float:
    """The quality that the most specific range which covers the offer gives to it."""
    (target,) = ranges(offer)
    covering = [part for part in wanted if part.covers(target)]
    return max(covering, key=lambda part: part.specificity).quality if covering else 0.0


def _range(text: str) -> Range | None:
    media, *rest = (part.strip() for part in text.split(";"))
    kind, slash, subtype = media.lower().partition("/")
    if not slash or not _NAME.match(kind) or not _NAME.match(subtype) or (kind == "*" and subtype != "*"):
        return None
    parameters, quality = set(), 1.0
    for part in rest:
        name, _, value = part.partition("=")
        name, value = name.strip().lower(), value.strip().strip('"').lower()
        if name == "q":
            if not _QUALITY.match(value):
                return None
            quality = float(value)
            break
        if name:
            parameters.add((name, value))
    return Range(kind, subtype, frozenset(parameters), quality)
