"""spaCy's ruler of attributes, which looks at each kind of word once.

The ruler gives word classes and forms by patterns, nearly all of them of a single word: what they tell of a word
depends on its own attributes alone. Matching them all at every word was a sixth of the time of parsing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc


class Ruler:
    """The component `attribute_ruler` of a pipeline."""

    def __init__(self, ruler: AttributeRuler) -> None:
        from spacy.attrs import IDS
        from spacy.matcher import Matcher

        self._ruler = ruler
        self._alone = Matcher(ruler.vocab, validate=False)
        self._longer = Matcher(ruler.vocab, validate=False)
        seen = set()
        for number, entry in enumerate(ruler.patterns):
            patterns: Any = entry["patterns"]
            if alone := all(len(pattern) == 1 and pattern[0].keys() <= IDS.keys() for pattern in patterns):
                seen |= {IDS[name] for [word] in patterns for name in word}
            (self._alone if alone else self._longer).add(str(number), patterns)
        self._seen = sorted(seen)
        self._known: dict[tuple[int, ...], list[int]] = {}

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Give each word its attributes."""
        for doc in docs:
            self._rule(doc)

    def _rule(self, doc: Doc) -> None:
        from spacy.tokens._retokenize import set_token_attrs

        fits = [
            self._of_kind(kind, doc, at)
            for at, kind in enumerate(map(tuple, doc.to_array(self._seen).tolist()))
        ]
        for match, start, end in self._longer(doc, allow_missing=True):
            number = self._number(match)
            at = range(start, end)[self._ruler.indices[number]]
            fits[at] = sorted([*fits[at], number])  # later patterns have the last word
        for word, numbers in zip(doc, fits, strict=True):
            for number in numbers:
                set_token_attrs(word, self._ruler.attrs[number])

    def _of_kind(self, kind: tuple[int, ...], doc: Doc, at: int) -> list[int]:
        """The patterns that a word of this kind fits."""
        if kind not in self._known:
            found = self._alone(doc[at : at + 1], allow_missing=True)
            self._known[kind] = sorted(self._number(match) for match, _, _ in found)
        return self._known[kind]

    def _number(self, match: int) -> int:
        return int(self._ruler.vocab.strings[match])


def ruler(nlp: Language) -> Ruler | None:
    """The ruler of a pipeline, if it has one."""
    if "attribute_ruler" not in nlp.pipe_names:
        return None
    component: Any = nlp.get_pipe("attribute_ruler")
    return Ruler(component)
