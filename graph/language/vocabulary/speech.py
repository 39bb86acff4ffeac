"""Reporting and hedges: how firmly, and by whose word, something is put forward."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from graph.language import lexicons
from graph.language.lexicons import Hedge, Reporting

# Verbs whose infinitive is what is said: "vowed to leave", "claims to have won". Source: own list.
_INFINITIVE = frozenset(
    "vow promise pledge threaten claim demand agree refuse decline offer order urge ask call swear".split()
)


class Report(NamedTuple):
    """How a reporting verb puts its content."""

    speech_act: str
    effect: str
    addressee: str
    factive: bool
    infinitive: bool
    """Whether an infinitive under it is content ("vowed to leave")."""
    objects: bool
    """Whether its direct object is content ("denied the report")."""
    kind: str
    """Kind of the verb in the list: say, write, believe, know ..."""


@cache
def reporting(lemma: str) -> Report | None:
    """How a verb of saying or thinking puts its content, if it is one.

    >>> report = reporting("deny")
    >>> report.effect, report.objects, report.infinitive
    ('denied', True, False)
    >>> reporting("walk") is None
    True
    """
    row = lexicons.reporting().get((lemma, "verb"))
    if row is None or row.effect is None:
        return None
    return Report(
        speech_act=row.speech_act or "",
        effect=row.effect,
        addressee=row.addressee,
        factive=row.factive,
        infinitive=lemma in _INFINITIVE,
        objects=row.effect in {"denied", "suspected"},
        kind=row.kind,
    )


def attributing(lemma: str, pos: str) -> Reporting | None:
    """The row of a word that tells what somebody says, thinks, wants or likes.

    >>> attributing("claim", "noun").takes
    ('clause', 'of')
    """
    return lexicons.reporting().get((lemma, pos))


def hedge(form: str, *parts_of_speech: str) -> Hedge | None:
    """The first of the hedges with this form, in the order of the parts of speech.

    >>> hedge("reportedly", "adverb").modality
    'reported'
    >>> hedge("refuse to", "verb").polarity
    'negated'
    """
    found = (lexicons.hedges().get((form, pos)) for pos in parts_of_speech)
    return next((row for row in found if row is not None), None)
