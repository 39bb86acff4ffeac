"""Which violence is meant by words that do not name it: "it", "the incident", "they suspected the Brigade"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph.claims.scribe import Scribe
from graph.language import trees
from graph.model import Frame, Ref, Sentence, Token
from ontology.terms import is_a

_CRIMES = ("Attack", "Killing", "Abduction", "ArmedClash", "Riot", "Siege", "Seizure")
"""Classes of what somebody may be said to be behind."""
_TAKEN_UP = frozenset(
    "it this that attack incident act crime violence operation blast explosion raid assault bloodshed killing murder "
    "massacre atrocity strike shooting plot coup putsch takeover outrage".split()
)
"""Words that take up what was told before. Source: own list."""
_RELATIVE = frozenset({"WDT", "WP"})
_NEAR = 3
"""So many sentences back, what was told last is what is meant; further back, what the article is about."""


class Incidents:
    """The violence that an article tells of, asked for what words that point back mean."""

    def __init__(self, scribe: Scribe, found: Sequence[Frame], of: Mapping[tuple[int, int], Ref]) -> None:
        self._scribe, self._of = scribe, of
        self._frames = [f for f in found if f.kind == "coup" or any(is_a(f.cls, cls) for cls in _CRIMES)]
        refs = [of[f.sentence, f.at] for f in self._frames]
        self._main = max(dict.fromkeys(refs), key=refs.count, default=None)

    def at(self, sentence: Sentence, position: int) -> Ref | None:
        """The violence whose trigger the word is."""
        here = any(f.sentence == sentence.index and f.at == position for f in self._frames)
        return self._of[sentence.index, position] if here else None

    def meant(self, sentence: Sentence, token: Token) -> Ref | None:
        """What a noun or pronoun means: its own event, that of the noun it relates to, or one told of before."""
        named = self.at(sentence, token.i)
        if named is not None:
            return named
        if token.tag in _RELATIVE:
            return self._last(f for f in self._frames if f.sentence == sentence.index and f.at < token.i)
        return self.before(sentence, token.i) if token.lemma in _TAKEN_UP else None

    def before(self, sentence: Sentence, position: int) -> Ref | None:
        """What was told last before a word; if that is far back, what the article tells of most."""
        return self.just_before(sentence, position, _NEAR) or self._main

    def just_before(self, sentence: Sentence, position: int, sentences: int = 1) -> Ref | None:
        """What was told last before a word, so many sentences back at most."""
        return self._last(
            f
            for f in self._frames
            if (f.sentence, f.at) < (sentence.index, position) and f.sentence >= sentence.index - sentences
        )

    def under(self, sentence: Sentence, head: int) -> Ref | None:
        """The first violence told of by a word or those below it."""
        found = (self.at(sentence, i) for i in trees.subtree(sentence, head))
        return next((ref for ref in found if ref is not None), None)

    def _last(self, frames: Iterable[Frame]) -> Ref | None:
        last = max(frames, key=lambda f: (f.sentence, f.at), default=None)
        return None if last is None else self._of[last.sentence, last.at]
