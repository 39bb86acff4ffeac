"""Articles -> parsed sentences. The only module that touches spaCy."""

from __future__ import annotations

import importlib
import os
import warnings
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from graph.errors import EnvironmentFailedError
from graph.language.casing import UNKNOWN, Rank, in_capitals, with_case
from graph.language.title_case import as_sentence, is_title_case, seen
from graph.model import TELLING, Article, SegmentKind, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
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
    """A spaCy pipeline, loaded at the first article: that takes about a second and 430 MB."""

    def __init__(self, model: str) -> None:
        self._model = model

    def __getstate__(self) -> dict[str, str]:
        """What another process needs to load the pipeline itself."""
        return {"_model": self._model}

    @cached_property
    def _nlp(self) -> Language:
        return _load(self._model)

    def __call__(self, article: Article) -> list[Sentence]:
        """The sentences of all telling segments, in the order of the text."""
        pieces = [
            (self._cased(plain(article.text[start:end]), segment.kind, article), (start, number))
            for number, segment in enumerate(article.segments)
            if segment.kind in TELLING
            for start, end in _bounded(article.text, segment.start, segment.end)
        ]
        sentences: list[Sentence] = []
        parsed = self._nlp.pipe(pieces, as_tuples=True)
        for doc, (offset, number) in parsed:
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
        return lambda form: self._places.get(self._nlp.vocab.strings[form], UNKNOWN)

    @cached_property
    def _places(self) -> dict[int, int]:
        return {key: place for place, key in enumerate(self._nlp.vocab.vectors.key2row, 1)}


def _prose(article: Article) -> Iterator[str]:
    """The paragraphs of an article that are sentences, not headings."""
    for segment in article.segments:
        if segment.kind in TELLING - {SegmentKind.HEADLINE}:
            yield plain(article.text[segment.start : segment.end])


def _load(model: str) -> Language:
    # One thread: spinning threads cost six times the CPU on a shared machine.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    importlib.import_module("spacy")  # sets warning filters of its own, so before ours
    with warnings.catch_warnings():
        # Trained with spaCy 3.7.2: of 8,168 tokens 8,165 came out the same under 3.8.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            module = importlib.import_module(model)
        except ModuleNotFoundError as error:
            raise EnvironmentFailedError(
                f"the language model {model!r} is not installed; run `make setup`, or name another installed "
                "spaCy pipeline package in the setting `model`"
            ) from error
        nlp: Language = module.load()
    return nlp


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
