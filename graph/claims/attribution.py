"""Who says what: the chain of speakers at every word of an article.

A frame is a speaker, the words that mark the speech ("said in a statement") and the stretches that are
the content. Frames nest: what Nur said that Kasim had promised has the chain author, Nur, Kasim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.language import trees, vocabulary
from graph.model import Discourse, Quotation, Ref, SegmentKind, Sentence, Source, Span, Token

_OPEN, _CLOSE, _BOTH = "“«„", "”»", '"'
_CARRIERS = frozenset(
    "statement email e-mail letter tweet interview message speech post remarks comment note report article column "
    "memo communique broadcast address video testimony analysis study survey poll book piece".split()
)
"""Nouns for something that carries words. Source: own list."""
_CONTENTS = frozenset(
    "claim allegation accusation view belief argument assertion warning charge statement".split()
)
"""Nouns for what is said, that take a clause."""
_UTTERING = frozenset(
    "say write tell announce argue admit claim deny accuse condemn demand promise threaten quote ask suggest".split()
)
"""Kinds of reporting verbs that stand beside quotations."""
_LONGEST_SCARE = 3
"""A quotation of at most so many words without a verb is a scare quote or a title, not speech."""


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech: who, by which words, over which stretch of text."""

    speaker: Ref
    cue: Span
    verb: str
    sentence: int
    at: int
    """Position of the reporting word."""
    content: tuple[Span, ...]
    quotation: Quotation
    addressee: Ref | None = None
    negated: bool = False
    """Whether the speech itself is negated: "did not say that"."""

    @property
    def size(self) -> int:
        return sum(span.end - span.start for span in self.content)

    def covers(self, start: int) -> bool:
        return any(span.start <= start < span.end for span in self.content)


def _by_stretch(frames: Iterable[Speech]) -> dict[int, list[Speech]]:
    """The speeches that reach into each stretch of the text, so that a word is compared with few."""
    found: dict[int, list[Speech]] = {}
    for frame in frames:
        spans = frame.content
        for number in sorted({n for s in spans for n in range(s.start // _STRETCH, s.end // _STRETCH + 1)}):
            found.setdefault(number, []).append(frame)
    return found


_STRETCH = 1_000
"""Letters in a stretch: about a paragraph."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch between quotation marks, the marks left out."""

    start: int
    end: int
    paragraph: int
    speech: bool


class Voices:
    """All frames of an article, asked for the chain of speakers at a word."""

    def __init__(self, discourse: Discourse, author: Ref) -> None:
        self.discourse, self.author = discourse, author
        self.quotes = tuple(_quotes(discourse))
        self.frames = tuple(sorted(self._frames(), key=lambda f: (f.sentence, f.at)))
        self._near = _by_stretch(self.frames)

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
        if presupposed and not self._inside(start):
            return tuple(chain)
        for frame in self.over(sentence, position):
            if frame.speaker not in {source.speaker for source in chain}:
                chain.append(Source(frame.speaker, frame.cue, frame.quotation))
        return tuple(chain)

    def speaker(self, sentence: Sentence, position: int) -> Ref:
        """The innermost speaker: whom "I" and "we" mean here."""
        return self.chain(sentence, position)[-1].speaker

    def over(self, sentence: Sentence, position: int) -> list[Speech]:
        """The frames whose content holds the word, the innermost last."""
        start = sentence.tokens[position].start
        found = [
            f
            for f in self._near.get(start // _STRETCH, ())
            if f.covers(start) and not (f.sentence == sentence.index and f.at == position)
        ]
        return sorted(found, key=lambda f: (-f.size, f.at))

    # ------------------------------------------------------------------ finding frames

    def _frames(self) -> Iterator[Speech]:
        tagged: dict[Quote, Speech] = {}
        plain: list[Speech] = []
        for sentence in self.discourse.sentences:
            for token in sentence.tokens:
                frame = self._verb_frame(sentence, token) or self._according(sentence, token)
                if frame is None:
                    continue
                plain.append(frame)
                for quote in self._beside(sentence, frame):
                    tagged.setdefault(quote, frame)
        carried = self._carried(tagged)
        speaker: Speech | None = None
        paragraph = -1
        by_frame: dict[Speech, list[Quote]] = {}
        for quote in self.quotes:
            if not quote.speech:
                continue
            frame = tagged.get(quote) or carried.get(quote)
            if frame is None:
                near = quote.paragraph == paragraph or self._opens(quote) and quote.paragraph <= paragraph + 2
                frame = speaker if near else None
            if frame is not None:
                by_frame.setdefault(frame, []).append(quote)
                speaker, paragraph = frame, quote.paragraph
        for frame in plain:
            quotes = by_frame.pop(frame, [])
            spans = [*frame.content, *(Span(q.start, q.end) for q in quotes)]
            if spans:
                outside = any(not any(q.start <= c.start < q.end for q in quotes) for c in frame.content)
                kind: Quotation = "indirect" if not quotes else "mixed" if outside else "direct"
                yield _with(frame, tuple(sorted(set(spans))), kind)
        for frame, quotes in by_frame.items():
            yield _with(frame, tuple(Span(q.start, q.end) for q in quotes), "direct")

    def _opens(self, quote: Quote) -> bool:
        """Whether the quotation opens its paragraph: then it goes on with the speaker of the one before."""
        segment = self.discourse.article.segments[quote.paragraph]
        return quote.start - segment.start <= 2

    def _verb_frame(self, sentence: Sentence, token: Token) -> Speech | None:
        report = vocabulary.reporting(token.lemma) if token.pos == "VERB" else None
        if report is None or token.dep == "amod" or token.tag == "VBN" and token.dep == "acl":
            return None
        if report.effect == "denied" and self._of_actor(sentence, token):
            return None
        subject = self._subject(sentence, token)
        if subject is None:
            return None
        speaker = self._ref(sentence, subject)
        if speaker is None:
            return None
        content = tuple(_content(sentence, token, subject.i))
        cue = Span(token.start, token.end)
        addressee = self._addressee(sentence, token) if report.addressee in {"object", "to"} else None
        negated = bool(trees.below(sentence, token.i, "neg"))
        return Speech(
            speaker, cue, token.lemma, sentence.index, token.i, content, "indirect", addressee, negated
        )

    def _of_actor(self, sentence: Sentence, verb: Token) -> bool:
        """ "deny him a term", "dismiss the judge": done to somebody, not said of something."""
        things = trees.below(sentence, verb.i, "dobj", "dative", "iobj")
        return not trees.below(sentence, verb.i, "ccomp") and any(
            self.discourse.at(sentence.index, t.i) for t in things
        )

    def _addressee(self, sentence: Sentence, verb: Token) -> Ref | None:
        """Whom it is said to."""
        things = [
            *trees.below(sentence, verb.i, "dobj", "dative", "iobj"),
            *trees.objects_of(sentence, verb.i, "to"),
        ]
        found = (self._ref(sentence, t) for t in things)
        return next((ref for ref in found if ref is not None), None)

    def _subject(self, sentence: Sentence, token: Token) -> Token | None:
        subject = trees.first_below(sentence, token.i, "nsubj")
        if subject is None and token.dep in {"conj", "advcl", "xcomp"}:
            above = sentence.tokens[token.head]
            if above.pos in {"VERB", "AUX"} and not (
                token.dep == "advcl" and trees.below(sentence, token.i, "mark")
            ):
                subject = trees.first_below(sentence, above.i, "nsubj") or (
                    self._subject(sentence, above) if above.dep == "conj" else None
                )
        if subject is None and token.dep == "acl":
            # "a statement saying that ...": the one who released or wrote it, or whose it is
            subject = self._carrier(sentence, sentence.tokens[token.head])
        if subject is not None and subject.lemma in _CARRIERS:
            return self._carrier(sentence, subject) or None
        return subject

    def _carrier(self, sentence: Sentence, noun: Token) -> Token | None:
        """Whose statement or report it is: "the ministry's statement", "a report by Nur", "Nur released a statement"."""
        if self.discourse.at(sentence.index, noun.i) and noun.lemma not in _CARRIERS:
            return noun
        for owner in [
            *trees.below(sentence, noun.i, "poss"),
            *trees.objects_of(sentence, noun.i, "by", "from", "of"),
        ]:
            if self.discourse.at(sentence.index, owner.i):
                return owner
        above = sentence.tokens[noun.head]
        if noun.dep == "dobj" and above.pos == "VERB":
            return trees.first_below(sentence, above.i, "nsubj")
        return None

    def _ref(self, sentence: Sentence, token: Token) -> Ref | None:
        found = self.discourse.at(sentence.index, token.i)
        if found is None and token.text.lower() in {"i", "we"}:
            return self.author if not self._inside(token.start) else None
        if found is None or found not in self.discourse.entities:
            return None
        return found if self.discourse.entities[found].kind == "actor" else None

    def _inside(self, start: int) -> bool:
        return any(q.speech and q.start <= start < q.end for q in self.quotes)

    def _according(self, sentence: Sentence, token: Token) -> Speech | None:
        """ "According to X": the clause that the words hang on."""
        if token.lemma not in {"accord", "according"} and token.text.lower() != "according":
            return None
        things = trees.objects_of(sentence, token.i, "to")
        for thing in things:
            owner = (
                self._carrier(sentence, thing)
                if thing.lemma in _CARRIERS | {"reporting", "result", "account"}
                else thing
            )
            speaker = self._ref(sentence, owner) if owner is not None else None
            if speaker is None:
                continue
            clause = next((t for t in trees.ancestors(sentence, token.i) if t.pos in {"VERB", "AUX"}), None)
            if clause is None:
                return None
            inside = set(trees.subtree(sentence, token.i))
            spans = tuple(
                _stretches(sentence, [i for i in trees.subtree(sentence, clause.i) if i not in inside])
            )
            return Speech(
                speaker, Span(token.start, token.end), "according", sentence.index, token.i, spans, "indirect"
            )
        return None

    def _beside(self, sentence: Sentence, frame: Speech) -> Iterator[Quote]:
        """The quotations that a frame tags: in its sentence, or ending or starting right beside it."""
        if self._inside(frame.cue.start):
            return
        report = vocabulary.reporting(frame.verb)
        if frame.verb != "according" and (report is None or report.kind not in _UTTERING):
            return
        for quote in self.quotes:
            if not quote.speech or quote.paragraph != sentence.paragraph:
                continue
            if (
                quote.start < sentence.end
                and sentence.start < quote.end
                or 0 <= sentence.start - quote.end <= 3
            ):
                yield quote

    def _carried(self, tagged: dict[Quote, Speech]) -> dict[Quote, Speech]:
        """Quotations introduced by a carrier: "in an email from X. “...”"."""
        found: dict[Quote, Speech] = {}
        for quote in self.quotes:
            if quote in tagged or not quote.speech:
                continue
            before = [
                s
                for s in self.discourse.sentences
                if s.end <= quote.start + 1 and s.paragraph == quote.paragraph
            ]
            if not before:
                continue
            sentence = before[-1]
            for token in sentence.tokens:
                if token.lemma in _CARRIERS and not self._inside(token.start):
                    owner = self._carrier(sentence, token)
                    speaker = self._ref(sentence, owner) if owner is not None else None
                    if speaker is not None:
                        found[quote] = Speech(
                            speaker,
                            Span(token.start, token.end),
                            "write",
                            sentence.index,
                            token.i,
                            (),
                            "direct",
                        )
        return found


def _with(frame: Speech, content: tuple[Span, ...], quotation: Quotation) -> Speech:
    return replace(frame, content=content, quotation=quotation)


def _content(sentence: Sentence, verb: Token, subject: int) -> Iterator[Span]:
    """What is said indirectly: the clause under the verb, without the verb's subject and place."""
    report = vocabulary.reporting(verb.lemma)
    for child in trees.below(sentence, verb.i, "ccomp", "xcomp", "pcomp"):
        if child.dep == "xcomp" and report is not None and not report.infinitive and child.tag != "VBG":
            continue
        inside = trees.subtree(sentence, child.i)
        if subject in inside:
            continue
        yield from _stretches(sentence, inside)
    for thing in trees.below(sentence, verb.i, "dobj"):
        if thing.lemma in _CONTENTS:  # "repeated the claim that ..."
            for clause in trees.below(sentence, thing.i, "acl", "ccomp", "relcl"):
                yield from _stretches(sentence, trees.subtree(sentence, clause.i))
    if report is not None and report.objects:
        for child in trees.below(sentence, verb.i, "dobj"):
            yield from _stretches(sentence, trees.subtree(sentence, child.i))
    for preposition in trees.below(sentence, verb.i, "prep"):
        for clause in trees.below(sentence, preposition.i, "pcomp"):
            yield from _stretches(sentence, trees.subtree(sentence, clause.i))
    # "..., the minister said": the parser makes the said clause the head and "said" its parataxis
    above = sentence.tokens[verb.head]
    if verb.dep == "parataxis":
        own = set(trees.subtree(sentence, verb.i))
        yield from _stretches(sentence, [i for i in trees.subtree(sentence, above.i) if i not in own])


def _stretches(sentence: Sentence, positions: Sequence[int]) -> Iterator[Span]:
    """The positions as spans of text, one for each unbroken run."""
    run: list[int] = []
    for position in [*positions, -1]:
        if run and position != run[-1] + 1:
            yield Span(sentence.tokens[run[0]].start, sentence.tokens[run[-1]].end)
            run = []
        run.append(position)


def _quotes(discourse: Discourse) -> Iterator[Quote]:
    """The quotations of each paragraph; one that is not closed runs to the paragraph's end."""
    text = discourse.article.text
    starts = {token.start: token for sentence in discourse.sentences for token in sentence.tokens}
    numbers = sorted({sentence.paragraph for sentence in discourse.sentences})
    for number in numbers:
        segment = discourse.article.segments[number]
        opened = -1
        for at in range(segment.start, segment.end):
            letter = text[at]
            if opened < 0 and letter in _OPEN + _BOTH:
                opened = at + 1
            elif opened >= 0 and letter in _CLOSE + _BOTH:
                if at > opened:
                    yield _quote(starts, opened, at, number)
                opened = -1
        if 0 <= opened < segment.end:
            yield _quote(starts, opened, segment.end, number)


def _quote(starts: dict[int, Token], start: int, end: int, paragraph: int) -> Quote:
    inside = [starts[at] for at in range(start, end) if at in starts]
    words = [t for t in inside if t.pos not in {"PUNCT", "SPACE"}]
    verbs = [t for t in words if t.pos in {"VERB", "AUX"} and t.tag not in {"VBG", "VBN"}]
    return Quote(start, end, paragraph, len(words) > _LONGEST_SCARE or bool(verbs) and len(words) > 1)
