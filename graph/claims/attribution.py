"""Who says what: the chain of speakers at every word of an article.

A speech is a source, the words that mark it ("said in a statement") and the stretches that are its content.
Speeches nest: what Nur said that Kasim had promised has the chain author, Nur, Kasim.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.claims import contents, negation, sources
from graph.claims.cues import Cue, Known, cues
from graph.claims.quotes import Quote, Quotes
from graph.language import trees, vocabulary
from graph.model import Discourse, Entity, Mention, Quotation, Ref, SegmentKind, Sentence, Source, Span, Token

_UTTERING = frozenset(
    "say write tell announce argue admit claim deny accuse condemn demand promise threaten quote ask suggest".split()
)
"""Kinds of reporting verbs that stand beside quotations."""
_STRETCH = 1_000
"""Letters in a stretch: about a paragraph."""
_SOME = frozenset("some others many several most more those ones few all both".split())
_ONE = frozenset({"one", "another", "someone", "somebody"})
"""Words for sources that have neither name nor noun. Source: own list."""
_FOREIGN = 20
"""So many letters further away counts a cue whose clause does not hold the quotation."""


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech, thought or wish: whose, by which words, over which stretch of text."""

    speaker: Ref | None
    """The actor who speaks, where the article knows one."""
    source: Span | None
    """The words that name the source, as printed."""
    cue: Span
    verb: str
    sentence: int
    at: int
    """Position of the reporting word."""
    content: tuple[Span, ...]
    quotation: Quotation
    voiced: bool
    """Whether it puts its content forward: a wish for something or praise of it does not."""
    addressee: Ref | None = None
    negated: bool = False
    """Whether the speech itself is negated: "did not say that"."""
    told: tuple[Span, ...] = ()
    """What of the content is put forward, where not all is: of "accused the army of torture" not the army."""

    @property
    def size(self) -> int:
        return sum(span.end - span.start for span in self.content)

    def covers(self, start: int) -> bool:
        return any(span.start <= start < span.end for span in self.told or self.content)


def _by_stretch(speeches: Iterable[Speech]) -> dict[int, list[Speech]]:
    """The speeches that reach into each stretch of the text, so that a word is compared with few."""
    found: dict[int, list[Speech]] = {}
    for speech in speeches:
        spans = speech.content
        for number in sorted({n for s in spans for n in range(s.start // _STRETCH, s.end // _STRETCH + 1)}):
            found.setdefault(number, []).append(speech)
    return found


class Voices:
    """All speeches of an article, asked for the chain of speakers at a word."""

    def __init__(self, discourse: Discourse, author: Ref) -> None:
        self.discourse, self.author = discourse, author
        self.quotes = Quotes(discourse)
        self.made: dict[Ref, Entity] = {}
        """Sources that the article knows by no more than their words: "others", "one of them"."""
        self.attributions = tuple(sorted(self._speeches(), key=lambda s: (s.sentence, s.at)))
        """Everything that somebody is told to say, think, want or dislike."""
        self.speeches = tuple(s for s in self.attributions if s.voiced)
        """Those whose content is put forward by a voice."""
        self._near = _by_stretch(self.speeches)

    def chain(
        self, sentence: Sentence, position: int, *, publisher: Ref | None = None, presupposed: bool = False
    ) -> tuple[Source, ...]:
        """From the author to the innermost speaker of the words at this position.

        `presupposed`: the words are a title or an epithet ("the Velkan-backed militias"); inside indirect speech
        those are the author's own, inside quotation marks the speaker's.
        """
        start = sentence.tokens[position].start
        outer = (
            publisher if publisher is not None and sentence.segment is SegmentKind.CAPTION else self.author
        )
        chain = [Source(outer)]
        if presupposed and self.quotes.around(start) is None:
            return tuple(chain)
        for speech in self.over(sentence, position):
            if speech.speaker is not None and speech.speaker not in {source.speaker for source in chain}:
                chain.append(Source(speech.speaker, speech.cue, speech.quotation))
        return tuple(chain)

    def speaker(self, sentence: Sentence, position: int) -> Ref:
        """The innermost speaker: whom "I" and "we" mean here."""
        return self.chain(sentence, position)[-1].speaker

    def is_outlet(self, speaker: Ref | None) -> bool:
        """Whether it is a paper or agency that speaks."""
        entity = self.discourse.entities.get(speaker) if speaker is not None else None
        return entity is not None and entity.type == "MediaOutlet"

    def over(self, sentence: Sentence, position: int) -> list[Speech]:
        """The speeches whose content holds the word, the innermost last."""
        start = sentence.tokens[position].start
        found = [
            s
            for s in self._near.get(start // _STRETCH, ())
            if s.covers(start) and not (s.sentence == sentence.index and s.at == position)
        ]
        return sorted(found, key=lambda s: (-s.size, s.at))

    # ------------------------------------------------------------------ finding speeches

    def _speeches(self) -> Iterator[Speech]:
        found = [
            self._speech(sentence, cue)
            for sentence in self.discourse.sentences
            for cue in cues(sentence, self._known(sentence))
        ]
        by_speech = self._quoted(found)
        owner = {quote: speech for speech, quotes in by_speech.items() for quote in quotes}
        for speech in found:
            quotes = by_speech.pop(speech, [])
            # "“A,” X said, and “B,” Y said": the parser gives Y both
            held = (q for c in speech.content for q in self.quotes.within(c)) if quotes else ()
            mixed = any(owner.get(quote, speech) is not speech for quote in held)
            clauses = () if mixed else speech.content
            spans = _joined([*clauses, *(Span(q.start, q.end) for q in quotes)])
            if spans:
                outside = any(not any(q.start <= c.start < q.end for q in quotes) for c in clauses)
                kind: Quotation = "indirect" if not quotes else "mixed" if outside else "direct"
                voiced = speech.voiced or bool(quotes)
                yield replace(speech, content=spans, quotation=kind, voiced=voiced)
        for speech, quotes in by_speech.items():
            yield replace(speech, content=tuple(Span(q.start, q.end) for q in quotes))

    def _known(self, sentence: Sentence) -> Known:
        return lambda token: self.discourse.at(sentence.index, token.i) is not None

    def _speech(self, sentence: Sentence, cue: Cue) -> Speech:
        token, source = cue.token, cue.source
        report = vocabulary.reporting(cue.verb) if token.pos == "VERB" else None
        speaker = None
        if source is not None and not negation.nobody(sentence, source):
            speaker = self._ref(sentence, source) or self._unnamed(sentence, source)
        told = tuple(contents.stretches(sentence, contents.charges(sentence, token)))
        voiced = (
            cue.verb == "according"
            or bool(told)
            or report is not None
            and (
                (report.infinitive or not cue.infinitive)
                if cue.clause
                else report.objects and not self._of_actor(sentence, token)
            )
        )
        addressee = None
        if report is not None and report.addressee in {"object", "to"}:
            addressee = self._addressee(sentence, token)
        return Speech(
            speaker=speaker,
            source=None if source is None else _span(sentence, trees.subtree(sentence, source.i)),
            cue=Span(token.start, token.end),
            verb=cue.verb,
            sentence=sentence.index,
            at=token.i,
            content=tuple(contents.stretches(sentence, cue.content)),
            quotation="indirect",
            voiced=voiced,
            addressee=addressee,
            negated=cue.negated,
            told=told,
        )

    def _of_actor(self, sentence: Sentence, verb: Token) -> bool:
        """ "deny him a term", "dismiss the judge": done to somebody, not said of something."""
        things = trees.below(sentence, verb.i, "dobj", "dative", "iobj")
        return any(self.discourse.at(sentence.index, t.i) for t in things)

    def _addressee(self, sentence: Sentence, verb: Token) -> Ref | None:
        """Whom it is said to."""
        things = [
            *trees.below(sentence, verb.i, "dobj", "dative", "iobj"),
            *trees.objects_of(sentence, verb.i, "to"),
        ]
        found = (self._ref(sentence, t) for t in things)
        return next((ref for ref in found if ref is not None), None)

    def _ref(self, sentence: Sentence, token: Token) -> Ref | None:
        found = self.discourse.at(sentence.index, token.i)
        if found is None and token.text.lower() in {"i", "we"}:
            return self.author if self.quotes.around(token.start) is None else None
        if found is None or found not in self.discourse.entities:
            return None
        return found if self.discourse.entities[found].kind == "actor" else None

    def _unnamed(self, sentence: Sentence, source: Token) -> Ref | None:
        """An actor of its own for "some", "others", "one of the farmers", "two officials of the ministry"."""
        word = source.text.lower()
        people = source.tag == "NNS" and vocabulary.is_person(source.lemma)
        if word not in _SOME and word not in _ONE and not people or _anybody(sentence, source):
            return None
        article, span = self.discourse.article, _span(sentence, trees.subtree(sentence, source.i))
        ref = Ref(f"{article.id}#actor/source-{span.start}")
        label = article.text[span.start : span.end]
        mention = Mention(article.id, span.start, span.end, label, "nominal")
        type_ = "UnnamedPerson" if word in _ONE else "ActorGroup"
        self.made[ref] = Entity(ref, "actor", type_, label, (), (mention,), named=False)
        return ref

    # ------------------------------------------------------------------ quotations and their speakers

    def _quoted(self, speeches: Sequence[Speech]) -> dict[Speech, list[Quote]]:
        """Each speech with the quotations that are its content.

        A quotation is that of the cue beside it, else of the letter or statement that the sentence before
        speaks of; else it goes on with the speaker before it, in its paragraph or at the head of the next.
        """
        tags = self._tags(speeches)
        found: dict[Speech, list[Quote]] = {}
        speaker: Speech | None = None
        paragraph = -1
        for quote in self.quotes.spoken:
            speech = self._tag(quote, tags) or self._carried(quote)
            if speech is None:
                near = quote.paragraph == paragraph or self._opens(quote) and quote.paragraph <= paragraph + 2
                speech = speaker if near else None
            if speech is not None:
                found.setdefault(speech, []).append(quote)
                speaker, paragraph = speech, quote.paragraph
        return found

    def _tags(self, speeches: Sequence[Speech]) -> dict[int, list[Speech]]:
        """By sentence, the speeches that may stand beside a quotation."""
        found: dict[int, list[Speech]] = {}
        for speech in speeches:
            report = vocabulary.reporting(speech.verb)
            uttering = speech.verb == "according" or report is not None and report.kind in _UTTERING
            if uttering and self.quotes.around(speech.cue.start) is None:
                found.setdefault(speech.sentence, []).append(speech)
        return found

    def _tag(self, quote: Quote, tags: dict[int, list[Speech]]) -> Speech | None:
        """The nearest cue to a quotation, in its sentences or in the one that follows it at once."""
        near = [
            speech
            for sentence in self._beside(quote)
            for speech in tags.get(sentence.index, ())
            if speech.source is not None
        ]
        return min(
            near,
            key=lambda s: (_gap(s.cue, quote) + (0 if s.covers(quote.start) else _FOREIGN), s.at),
            default=None,
        )

    def _beside(self, quote: Quote) -> Iterator[Sentence]:
        """The sentences that a quotation reaches into, and one that begins where it ends."""
        sentences = self.discourse.sentences
        at = max(0, bisect_right(sentences, quote.start, key=lambda s: s.start) - 1)
        while at < len(sentences) and sentences[at].start <= quote.end + 3:
            if sentences[at].paragraph == quote.paragraph and sentences[at].end > quote.start:
                yield sentences[at]
            at += 1

    def _opens(self, quote: Quote) -> bool:
        """Whether the quotation opens its paragraph: then it goes on with the speaker of the one before."""
        segment = self.discourse.article.segments[quote.paragraph]
        return quote.start - segment.start <= 2

    def _carried(self, quote: Quote) -> Speech | None:
        """Who wrote the quotation where the sentence before introduces it: "in an email from X. “...”"."""
        sentences = self.discourse.sentences
        at = bisect_right(sentences, quote.start + 1, key=lambda s: s.end) - 1
        if at < 0 or sentences[at].paragraph != quote.paragraph:
            return None
        sentence, found = sentences[at], None
        for token in sentence.tokens:
            if token.lemma not in sources.CARRIERS or self.quotes.around(token.start) is not None:
                continue
            owner = sources.carrier(sentence, token, self._known(sentence))
            speaker = self._ref(sentence, owner) if owner is not None else None
            if owner is not None and speaker is not None:
                source = _span(sentence, trees.subtree(sentence, owner.i))
                cue = Span(token.start, token.end)
                found = Speech(
                    speaker, source, cue, "write", sentence.index, token.i, (), "direct", voiced=True
                )
        return found


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _gap(cue: Span, quote: Quote) -> int:
    """Letters between a cue and a quotation."""
    return max(cue.start - quote.end, quote.start - cue.end, 0)


def _span(sentence: Sentence, positions: Sequence[int]) -> Span:
    return Span(sentence.tokens[positions[0]].start, sentence.tokens[positions[-1]].end)


def _anybody(sentence: Sentence, source: Token) -> bool:
    """ "One should expect": it is the author who does."""
    due = any(t.lemma in {"should", "must"} for t in trees.below(sentence, source.head, "aux"))
    return source.text.lower() == "one" and due and not trees.below(sentence, source.i, "prep", "det", "amod")
