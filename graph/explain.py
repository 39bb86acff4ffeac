"""The way from a triple, a proposition or a claim back to the sentences that say it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.errors import UsageError
from graph.iris import Iris, claim_id, slug
from graph.model import Article, ArticleId, Assessment, Claim, Conflict, Knowledge, Proposition, Ref
from graph.places import place

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim with the place in a file where it stands."""

    id: str
    claim: Claim
    speakers: tuple[str, ...]
    place: str
    """The file and the line."""
    quote: str
    sentence: str
    """The sentence around the quote, white space made one space."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A proposition, what was decided about it, and all that is said for and against."""

    proposition: Proposition
    evidence: tuple[Evidence, ...]
    conflicts: tuple[Conflict, ...]


class Explainer:
    """Finds what a person means and the evidence for it."""

    def __init__(self, knowledge: Knowledge, assessment: Assessment, iris: Iris) -> None:
        self._iris = iris
        self._assessment = assessment
        self._articles: Mapping[ArticleId, Article] = {each.id: each for each in knowledge.articles}
        self._labels: dict[Ref, str] = {each.ref: each.label for each in knowledge.entities}
        self._labels |= {each.ref: each.label for each in knowledge.events}
        self._refs: dict[str, set[Ref]] = {}
        for entity in knowledge.entities:
            self._call(entity.ref, (entity.label, *entity.names))
        for event in knowledge.events:
            self._call(event.ref, (event.label,))

    def __call__(self, words: list[str]) -> list[Explanation]:
        """The explanations of a claim or proposition (one word) or of a triple (three).

        In a triple, `?` stands for anything.
        """
        if len(words) == 1:
            found = self._by_id(words[0])
        elif len(words) == 3:
            found = self._by_triple(*words)
        else:
            raise UsageError(
                "Give the id or IRI of a claim, a proposition or a relationship, or a triple as three "
                f"words (subject predicate object, ? for any); got {len(words)}"
            )
        return [self._explained(each) for each in found]

    # ------------------------------------------------------------------ what is meant

    def _by_id(self, word: str) -> list[Proposition]:
        id = word.strip("<>").removeprefix(self._iris.base).removeprefix("id/")
        id = re.sub(r"^(claim|prop|relation)[:/]", "", id).partition("/source-")[0]
        backing = {
            prop for each in self._assessment.relationships if each.id == id for prop in each.derived_from
        }
        found = [
            each
            for each in self._assessment.propositions
            if each.id == id
            or each.id in backing
            or id in {claim_id(claim, each.id) for claim in each.claims}
        ]
        if not found:
            raise UsageError(
                f"There is no claim, proposition or relationship {word!r}; "
                f"for all that is said of somebody, give a triple: {word} ? ?"
            )
        return found

    def _by_triple(self, subject: str, predicate: str, object: str) -> list[Proposition]:
        name = re.split(r"[#:/]", predicate.strip("<>"))[-1]
        subjects, objects = self._meant(subject), self._meant(object)
        found = [
            each
            for each in self._assessment.propositions
            if (name in ("?", each.predicate))
            and (subjects is None or each.subject in subjects)
            and (objects is None or each.object in objects or _same_value(each, object))
        ]
        if not found:
            raise UsageError(
                f"Nothing in the graph says {subject} {predicate} {object}{self._hint(subject, object)}"
            )
        return found

    def _hint(self, *words: str) -> str:
        """What a person may have meant by words that name nothing."""
        unknown = [word for word in words if word != "?" and _key(word.strip("<>")) not in self._refs]
        near = {near for word in unknown for near in difflib.get_close_matches(_key(word), self._refs, 3)}
        return f"; names like these are known: {', '.join(sorted(near))}" if near else ""

    def _call(self, ref: Ref, names: Iterable[str]) -> None:
        for name in (ref, ref.partition("/")[2], self._iris.entity(ref), *names):
            self._refs.setdefault(_key(name), set()).add(ref)

    def _meant(self, word: str) -> set[Ref] | None:
        """The references that a word may mean; None for any."""
        if word == "?":
            return None
        vocabulary = {Ref(f"vocab/{word.rpartition('#')[2].removeprefix('dramv:')}")}
        return self._refs.get(
            _key(re.sub(r"^(actor|place|post|event):", r"\1/", word.strip("<>"))), vocabulary
        )

    # ------------------------------------------------------------------ what is said

    def _explained(self, proposition: Proposition) -> Explanation:
        conflicts = [each for each in self._assessment.conflicts if proposition.id in each.members]
        evidence = [self._evidence(claim, proposition) for claim in proposition.claims]
        return Explanation(proposition, tuple(evidence), tuple(conflicts))

    def _evidence(self, claim: Claim, proposition: Proposition) -> Evidence:
        article = self._articles[claim.article]
        return Evidence(
            id=claim_id(claim, proposition.id),
            claim=claim,
            speakers=tuple(self._labels.get(each.speaker, each.speaker) for each in claim.sources),
            place=place(article, claim.start),
            quote=article.text[claim.start : claim.end],
            sentence=sentence(article, claim.start, claim.end),
        )


def told(explanation: Explanation) -> Iterator[str]:
    """An explanation as lines for a person."""
    proposition = explanation.proposition
    backing = (
        "no independent source" if not proposition.independent else f"{proposition.independent} independent"
    )
    yield proposition.label
    yield f"  {proposition.status}: {proposition.rule} ({backing}, score {proposition.score:.2f})"
    for conflict in explanation.conflicts:
        state = "resolved" if conflict.resolved else "open"
        yield f"  {conflict.label} ({state})"
        yield f"    {conflict.reason}"
    for evidence in explanation.evidence:
        claim = evidence.claim
        yield f"  {' > '.join(evidence.speakers)}: {claim.modality}, {claim.polarity}, {claim.certainty}"
        yield f"    {evidence.place}  claim {evidence.id}"
        if claim.review is not None:
            yield f"    {claim.review.verdict}: {claim.review.said}"
        yield f"    {evidence.sentence}"


def as_json(explanation: Explanation) -> Json:
    """An explanation as JSON values."""
    proposition = explanation.proposition
    return {
        "proposition": proposition.id,
        "label": proposition.label,
        "status": proposition.status,
        "rule": proposition.rule,
        "independent": proposition.independent,
        "score": proposition.score,
        "conflicts": [
            {"kind": each.kind, "label": each.label, "resolved": each.resolved, "reason": each.reason}
            for each in explanation.conflicts
        ],
        "claims": [
            {
                "id": each.id,
                "speakers": list(each.speakers),
                "modality": each.claim.modality,
                "polarity": each.claim.polarity,
                "certainty": each.claim.certainty,
                "place": each.place,
                "start": each.claim.start,
                "end": each.claim.end,
                "quote": each.quote,
                "rule": each.claim.rule,
                "review": None if each.claim.review is None else each.claim.review.said,
            }
            for each in explanation.evidence
        ],
    }


_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n\s*\n")
"""Where a sentence may end; a quote that runs over it keeps both sentences."""


def sentence(article: Article, start: int, end: int) -> str:
    """The sentence around a stretch of text, which it marks by [[ and ]]."""
    around = [each for each in article.segments if each.start <= start and end <= each.end]
    first, last = (around[0].start, around[0].end) if around else (start, end)
    stops = [found.end() for found in _END.finditer(article.text, first, last)]
    first = max((stop for stop in stops if stop <= start), default=first)
    last = min((stop for stop in stops if stop >= end), default=last)
    before, quote, after = article.text[first:start], article.text[start:end], article.text[end:last]
    return " ".join(f"{before}[[{quote}]]{after}".split())


def _key(name: str) -> str:
    """Names are compared without case, accents and punctuation; IRIs and references as they are."""
    return name if "/" in name else slug(name)


def _same_value(proposition: Proposition, word: str) -> bool:
    value = proposition.value
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return value is not None and text == word
