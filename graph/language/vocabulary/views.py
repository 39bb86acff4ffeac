"""What words say of an event: that it was terrorism, an accident, staged, rigged, a concession."""

from __future__ import annotations

from functools import cache

from graph.language import lexicons, trees
from graph.language.lexicons import Characterization
from graph.model import Sentence, Token

_PARTS_OF_SPEECH = {"NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "VERB": "verb"}


def characterization(sentence: Sentence, token: Token) -> Characterization | None:
    """The row of a word, or of a phrase that the word heads: "terrorism", "act of terrorism", "terrorist attack"."""
    pos = _PARTS_OF_SPEECH.get(token.pos, "")
    if not pos and token.tag != "VBN":
        return None
    rows = _by_head(pos).get(token.lemma, ()) or _by_head(pos).get(token.text.lower(), ())
    if not rows and token.tag == "VBN":
        rows = _by_head("adjective").get(token.text.lower(), ())
    for row in rows:
        rest = set(row.words.split()) - {token.lemma, token.text.lower()}
        if not rest or rest <= _beside(sentence, token):
            return row
    return None


def _beside(sentence: Sentence, token: Token) -> set[str]:
    """The words that make a phrase with a word: those before it, its particle, and what stands after "of" or "on"."""
    near = trees.below(sentence, token.i, "amod", "compound", "prt", "prep", "nmod")
    inner = [t for p in near if p.dep == "prep" for t in trees.below(sentence, p.i, "pobj")]
    return {word for t in (*near, *inner) for word in (t.lemma, t.text.lower())}


@cache
def _by_head(pos: str) -> dict[str, list[Characterization]]:
    """The rows of a part of speech by the word that heads them, those with more words first."""
    found: dict[str, list[Characterization]] = {}
    for row in lexicons.characterizations().values():
        words = row.words.split()
        first = pos == "verb" or len(words) > 1 and words[1] in {"of", "on"}
        if row.pos == pos:
            found.setdefault(words[0 if first else -1], []).append(row)
    return {head: sorted(rows, key=lambda row: (-len(row.words), row.words)) for head, rows in found.items()}
