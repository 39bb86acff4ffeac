"""Sentences, capitals, datelines and the labels of opinion.

The label list is our own: the words that news pages print over pieces that argue.
"""

from __future__ import annotations

import re

from graph.language.dates import MONTHS, SHORT_MONTHS, flat

_TERMINAL = re.compile(r"[.!?…۔؟。！？:;][\"'”’»)\]\s*_]*$")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2,}$")
_PLACE = r"[A-ZÀ-Þ][\w.'À-ɏ-]{1,25}(?:[ ,/]{1,2}[A-Za-zÀ-ɏ][\w.'À-ɏ-]{0,25}){0,6}?"
_MONTH = "(?i:" + "|".join([*MONTHS, *SHORT_MONTHS]) + r")\b\.?"
_WHEN = rf"(?:(?:\d{{1,2}}\s)?{_MONTH}(?:\s\d{{1,2}})?(?:,?\s(?:\d{{4}}|\d\d))?|NO DATE)"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})(?:\s\[[^\[\]]{{2,30}}\])?(?:,?\s(?P<when>{_WHEN}))?"
    r"(?:,?\s?[(\[/](?P<agency>[^()\[\]/\n]{2,40})[)\]/])?"
    r"\s{0,3}(?P<mark>[—―]|--?|_|:)(?:\s{1,3}|(?=[\"'A-Z]))(?:\[[A-Z ,]{1,60}\]\s{0,2}){0,3}(?=[\"'A-Z0-9\[])"
)
_NO_PLACE = {
    "The",
    "A",
    "An",
    "In",
    "At",
    "On",
    "For",
    "From",
    "To",
    "By",
    "This",
    "That",
    "Our",
    "His",
    "Her",
}
DATELINE = 140
"""A dateline is no longer than this."""

_GENRE = (
    r"(?:opinion|analysis|commentary|op[-\s]ed|editorial|perspective|column|guest\sessay|viewpoint|comment)"
)
_LABELLED = re.compile(rf"(?P<label>(?i:{_GENRE}))(?:\s?[:|/•·—]\s?|\s-\s|\s(?=[\"'A-Z0-9]))")
_BEGINS_ANEW = re.compile(
    r"(?:The|A|An|How|Why|What|Who|When|Where|Is|Are|Can|Will|Should|Don't|If|In|It's|There|This)\b"
)


def is_finished(plain: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(_TERMINAL.search(plain[-12:])) and not _ABBREVIATED.search(plain[-12:])


def is_shouted(plain: str) -> bool:
    """Whether a line is in capitals only."""
    return plain.upper() == plain and sum(c.isalpha() for c in plain) >= 4


def dateline(line: str) -> re.Match[str] | None:
    """The place (day, agency) that a report opens with: "ARDAN (Agency) - ". Offsets are the line's."""
    match = _DATELINE.match(flat(line[:DATELINE]))
    if match is None or (match["mark"] == ":" and match["agency"] is None):
        return None
    words = re.findall(r"[\w']+", match["place"])
    if any(len(w) > 3 and w.isupper() for w in words):
        return match
    agency = match["agency"] or ""
    abbreviates = agency == "".join(w[0] for w in words if w[0].isupper())
    named = re.match(r"[A-Z][\w-]", agency) and not abbreviates and words[0] not in _NO_PLACE
    return match if named else None


def opinion_label(headline: str) -> int:
    """How many letters of a headline are a label such as "Opinion"; 0 if there is none.

    Without a mark after it the word is a label only if what follows begins anew: a headline in sentence
    case, or one of the words that open a sentence ("Opinion Polls Show" has no label).
    """
    match = _LABELLED.match(headline[:300])
    if match is None:
        return 0
    rest = headline[match.end() :]
    if match[0].rstrip() != match["label"] or _BEGINS_ANEW.match(rest):
        return match.end()
    small = re.findall(r"\s[a-z]{4,}", rest)
    return match.end() if len(small) >= 2 and match["label"][0].isupper() else 0


def is_opinion_word(words: str) -> bool:
    """Whether a label or header says that what follows is opinion."""
    return bool(re.fullmatch(rf"{_GENRE}s?:?", words, re.IGNORECASE))
