"""What the reader of an article keeps in mind: who was spoken of, by which words, and who of them last."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graph.actors.alike import printed
from graph.actors.classes import ARMED, POLITICAL
from graph.actors.cluster import Cluster
from graph.language import vocabulary
from graph.model import Article, Discourse, Phrase, Ref, Sentence

_TELLING = ARMED | POLITICAL | {"IntelligenceService", "SecurityForce"}
"""Classes that a common noun gives to the name it stands for ("the militia")."""

_BEGINNING = 6
"""An article names the state that it is about in so many sentences from its start, headlines and captions included."""


class Story:
    """The clusters of one article, and to which of them each phrase was led."""

    def __init__(self, article: Article, sentences: Sequence[Sentence], phrases: Iterable[Phrase]) -> None:
        self.article, self.sentences = article, sentences
        self.phrases = list(phrases)
        self.clusters: list[Cluster] = []
        self.of: dict[tuple[int, int], tuple[int, ...]] = {}
        """(sentence, head) of a phrase -> numbers of the clusters that it speaks of."""
        self.described: list[int] = []
        """The clusters that began with a common noun, not with a name."""
        self.parted: set[int] = set()
        """The clusters of which the text says that they are not one another, though their names are alike."""
        self.state = _dominant_state(self.phrases, sentences)
        self._states: dict[str, int] = {}
        self._text = _with_case(article.text, self.sentences)
        self._by_sentence: dict[int, list[Phrase]] = defaultdict(list)
        for phrase in self.phrases:
            self._by_sentence[phrase.sentence].append(phrase)

    # ------------------------------------------------------------------ looking up

    def at(self, sentence: Sentence, position: int) -> int | None:
        """The cluster that the phrase headed at this word speaks of."""
        numbers = self.of.get((sentence.index, position))
        return numbers[0] if numbers else None

    def phrases_of(self, sentence: int) -> Sequence[Phrase]:
        """The phrases of a sentence, in order."""
        return self._by_sentence.get(sentence, ())

    def phrases_before(self, phrase: Phrase, sentences: int) -> Iterator[Phrase]:
        """The phrases of so many sentences before a phrase and of its own up to its head, in order."""
        for number in range(phrase.sentence - sentences, phrase.sentence):
            yield from self.phrases_of(number)
        for other in self.phrases_of(phrase.sentence):
            if other.head < phrase.head:
                yield other

    def words(self, start: int, end: int) -> str:
        """The printed words between two offsets, on one line; of what is printed in capitals, with its case."""
        return re.sub(r"\s+", " ", self._text[start:end].replace("\u00a0", " "))

    # ------------------------------------------------------------------ adding

    def add(self, cluster: Cluster) -> int:
        """The number of a new cluster."""
        self.clusters.append(cluster)
        number = len(self.clusters) - 1
        if cluster.lemma:
            self.described.append(number)
        return number

    def state_of(self, code: str) -> int:
        """The cluster of a state."""
        if code not in self._states:
            state = Cluster("actor", types=Counter({"State": 100}), state=code)
            state.label = vocabulary.state_label(code)
            self._states[code] = self.add(state)
        return self._states[code]

    def join(self, phrase: Phrase, number: int) -> None:
        """Leads a phrase to a cluster, which learns what the words tell."""
        cluster = self.clusters[number]
        cluster.phrases.append(phrase)
        self.of[phrase.sentence, phrase.head] = (number,)
        cluster.last = (phrase.sentence, phrase.head)
        if phrase.kind == "name":
            cluster.names.update(printed(self.words(phrase.start, phrase.end)))
            if phrase.type:
                # Last names alone the parser often takes for organisations, seldom the other way round.
                cluster.vote({phrase.type: 5 if phrase.sure else 2 if phrase.type == "Person" else 1})
        elif cluster.names and phrase.kind == "nominal" and phrase.type in _TELLING:
            cluster.vote({phrase.type: 4})
        if phrase.sex:
            cluster.sexes.add(phrase.sex)
        if phrase.title:
            cluster.titles.add((phrase.title, phrase.state))
        if cluster.kind == "actor":
            cluster.state = cluster.state or phrase.state
        cluster.patron = cluster.patron or phrase.patron

    def merge(self, keep: int, drop: int) -> None:
        """Makes one cluster of two that hold names only."""
        for phrase in self.clusters[drop].phrases:
            key = phrase.sentence, phrase.head
            self.of[key] = tuple(keep if n == drop else n for n in self.of[key])
        self.clusters[keep].take(self.clusters[drop])

    # ------------------------------------------------------------------ the result

    def discourse(self) -> Discourse:
        """The clusters as entities with references of their own."""
        kept = [n for n, cluster in enumerate(self.clusters) if cluster.phrases]
        for n in kept:
            self.clusters[n].settle()
        kept.sort(key=lambda n: min((p.start, p.end) for p in self.clusters[n].phrases))
        refs = {n: Ref(f"{self.article.id}#{self.clusters[n].kind}/{place}") for place, n in enumerate(kept)}
        return Discourse(
            article=self.article,
            sentences=tuple(self.sentences),
            phrases=tuple(self.phrases),
            refs={
                key: tuple(refs[n] for n in numbers if n in refs) for key, numbers in sorted(self.of.items())
            },
            entities={refs[n]: self.clusters[n].entity(self.article, refs, refs[n]) for n in kept},
            state=self.state,
        )


def _with_case(text: str, sentences: Iterable[Sentence]) -> str:
    """The text with the case that its words were read with."""
    parts, end = [], 0
    for token in (token for sentence in sentences for token in sentence.tokens):
        printed = text[token.start : token.end]
        if printed != token.text and printed.lower() == token.text.lower():
            parts += [text[end : token.start], token.text]
            end = token.end
    return "".join((*parts, text[end:]))


def _dominant_state(phrases: Iterable[Phrase], sentences: Sequence[Sentence]) -> str:
    """The state that an article is about: named at its beginning and more than once, twice as often as any other."""
    told = [(p.state, p.sentence) for p in phrases if p.type == "State" or p.title]
    told += [
        (_free_demonym(sentence, t.i), sentence.index) for sentence in sentences for t in sentence.tokens
    ]
    counts = Counter(code for code, _ in told if code)
    early = {code for code, where in told if where < _BEGINNING}
    first, second, *_ = [*counts.most_common(2), ("", 0), ("", 0)]
    foremost = first[1] >= 2 * second[1] or first[1] > second[1] + 5
    return first[0] if first[1] > 1 and foremost and first[0] in early else ""


def _free_demonym(sentence: Sentence, position: int) -> str:
    """The state of an adjective that is no part of a compound: not of "Kalurian-language"."""
    code = vocabulary.demonym_at(sentence, position)
    joined = code and any(t.text == "-" for t in sentence.tokens[max(0, position - 1) : position + 2])
    return "" if joined else code
