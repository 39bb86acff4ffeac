"""Words by which a speaker's words are passed on, and those that say how firmly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from graph.language.lexicons.tables import items, rows, unless_none, yes


@dataclass(frozen=True, slots=True)
class Reporting:
    """A verb, noun or phrase by which a speaker's words are passed on.

    `speech_act` and `effect` are None where the word makes no event or says nothing of how firm the
    content is. `addressee` is `object`, a preposition or `none`. A `quote_only` word goes on with the
    source of the sentence before. `takes` are the forms in which the content may stand beside the word.
    """

    lemma: str
    pos: Literal["verb", "noun", "phrase", "adjective"]
    kind: str
    speech_act: str | None
    effect: str | None
    addressee: str
    factive: bool
    quote_only: bool
    takes: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that change how firmly something is put forward.

    The form of a word that governs a clause or a noun tells how: `refuse to`, `avoid doing`, `likely that`,
    `foil something`, `accuse of`. `polarity` is what it makes of the clause, `negated` what follows where
    the word is negated itself: the contrary (`flip`), nothing certain (`open`), or no change (`same`).
    """

    form: str
    pos: str
    modality: str
    certainty: str
    polarity: str
    negated: Literal["flip", "open", "same"]
    note: str


@cache
def reporting() -> Mapping[tuple[str, str], Reporting]:
    """Each reporting word by its lemma and part of speech (`claim`, `noun`)."""
    return MappingProxyType(
        {
            (row["lemma"], row["pos"]): Reporting(
                row["lemma"],
                cast('Literal["verb", "noun", "phrase", "adjective"]', row["pos"]),
                row["kind"],
                unless_none(row["speech_act"]),
                unless_none(row["effect"]),
                row["addressee"],
                yes(row["factive"]),
                yes(row["quote_only"]),
                () if row["takes"] == "none" else items(row["takes"]),
                row["note"],
            )
            for row in rows("reporting.tsv")
        }
    )


@cache
def hedges() -> Mapping[tuple[str, str], Hedge]:
    """Each hedge by its form and part of speech (`likely`, `adverb`)."""
    return MappingProxyType(
        {
            (row["form"], row["pos"]): Hedge(
                row["form"],
                row["pos"],
                row["modality"],
                row["certainty"],
                row["polarity"],
                cast('Literal["flip", "open", "same"]', row["negated"]),
                row["note"],
            )
            for row in rows("hedges.tsv")
        }
    )
