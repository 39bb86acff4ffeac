"""Articles -> parsed sentences."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from graph.language.casing import UNKNOWN, Rank, in_capitals, with_case
from graph.language.pipes import Pipes, load
from graph.language.title_case import as_sentence, is_title_case, seen
from graph.model import TELLING, Article, SegmentKind, Sentence, Token

if TYPE_CHECKING:
    from spacy.tokens import Span

LONGEST = 4_000
"""Characters parsed at once: bounds time and memory on hostile text; prose paragraphs stay far below."""

# Characters that the parser was not trained on, each replaced by one that it knows, so that offsets stay.
_KNOWN = {
    "\u00a0": " ",
    "\u2007": " ",
    "\u202f": " ",
    "\u2018": "'",
    "\u2019": "'",
    "\u02bc": "'",
    "\u02bf": "'",
    "\u02be": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u00ab": '"',
    "\u00bb": '"',
    "[": "(",
    "]": ")",
    "\u2010": "-",
    "\u2011": "-",
    "\n": " ",
    "\r": " ",
    "\t": " ",
}
# Forms of verbs that spaCy takes for those of another verb ("hop") or of none. Source: own list, from all verbs of the
# word lists in past and progressive.
_LEMMAS = {
    form: lemma
    for lemma, forms in {
        "fine": "fined fining",
        "gripe": "griped griping",
        "hate": "hated hating",
        "hope": "hoped hoping",
        "install": "installed installing",
        "rage": "raged raging",
        "rape": "raped raping",
        "ready": "readied",
        "retweet": "retweeted retweeting",
        "stage": "staged",
        "text": "texted texting",
    }.items()
    for form in forms.split()
}
_TABLE = str.maketrans(
    _KNOWN | {chr(code): " " for code in (*range(9), *range(14, 32), 0xFEFF, *range(0x202A, 0x202F))}
)


def plain(text: str) -> str:
    """The text with typographic characters made plain, character for character.

    >>> plain("Nur’s “front”")
    'Nur\\'s "front"'
    """
    return text.translate(_TABLE)


class Parser:
    """Reads with a spaCy pipeline, which is loaded at the first article."""

    def __init__(self, model: str) -> None:
        self._model = model

    def __getstate__(self) -> dict[str, str]:
        """What another process needs to load the pipeline itself."""
        return {"_model": self._model}

    @cached_property
    def _pipes(self) -> Pipes:
        return Pipes(load(self._model))

    def __call__(self, article: Article) -> list[Sentence]:
        """The sentences of all telling segments, in the order of the text."""
        pieces = [
            (self._cased(plain(article.text[start:end]), segment.kind, article), (start, number))
            for number, segment in enumerate(article.segments)
            if segment.kind in TELLING
            for start, end in _bounded(article.text, segment.start, segment.end)
        ]
        sentences: list[Sentence] = []
        parsed = self._pipes([text for text, _ in pieces])
        for doc, (_, (offset, number)) in zip(parsed, pieces, strict=True):
            for words in doc.sents:
                tokens = _tokens(words, offset)
                if tokens:
                    sentences.append(
                        Sentence(
                            len(sentences), tokens, article.segments[number].kind, number, _children(tokens)
                        )
                    )
        return sentences

    def _cased(self, text: str, kind: SegmentKind, article: Article) -> str:
        """A text printed in capitals or as a title with its case restored: the parser was trained on mixed case."""
        if in_capitals(text):
            return with_case(text, self.ranks())
        if kind is SegmentKind.HEADLINE and is_title_case(text):
            return as_sentence(text, seen(_prose(article)), self.ranks())
        return text

    def ranks(self) -> Rank:
        """The place of a form in the model's vocabulary, whose vectors stand in the order of frequency."""
        return lambda form: self._places.get(self._pipes.vocabulary.strings[form], UNKNOWN)

    @cached_property
    def _places(self) -> dict[int, int]:
        return {key: place for place, key in enumerate(self._pipes.vocabulary.vectors.key2row, 1)}


def _prose(article: Article) -> Iterator[str]:
    """The paragraphs of an article that are sentences, not headings."""
    for segment in article.segments:
        if segment.kind in TELLING - {SegmentKind.HEADLINE}:
            yield plain(article.text[segment.start : segment.end])


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch in pieces of at most LONGEST characters, cut after a full stop or a space if there is one."""
    while end - start > LONGEST:
        cut = max(text.rfind(". ", start, start + LONGEST) + 1, 0)
        if cut <= start:
            cut = text.rfind(" ", start, start + LONGEST)
        if cut <= start:
            cut = start + LONGEST
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end


def _tokens(words: Span, offset: int) -> tuple[Token, ...]:
    kept: list[Any] = [word for word in words if not word.is_space]
    place = {word.i: position for position, word in enumerate(kept)}
    return tuple(
        Token(
            i=place[word.i],
            text=word.text,
            lemma=_LEMMAS.get(word.lower_, word.lemma_.lower()),
            pos=word.pos_,
            tag=word.tag_,
            dep=word.dep_,
            head=place.get(word.head.i, place[word.i]),
            start=offset + word.idx,
            end=offset + word.idx + len(word.text),
            ent=f"{word.ent_iob_}-{word.ent_type_}" if word.ent_type_ else "",
            space=bool(word.whitespace_),
        )
        for word in kept
    )


def _children(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], ...]:
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    return tuple(tuple(below) for below in children)
