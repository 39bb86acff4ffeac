"""What `dramatis review claims` asks: does the text say this? And what a judge of claims can write down."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.errors import UsageError
from graph.explain import Json, sentence
from graph.iris import claim_id
from graph.judgements import file
from graph.judgements.desk import Desk, Judge
from graph.judgements.dialogue import Deed, Questions
from graph.judgements.records import (
    ClaimJudgement,
    ClaimVerdict,
    Correction,
    Saying,
    in_force,
    signed,
)
from graph.judgements.words import CORRECTED, Passages, changes_in, chosen
from graph.model import (
    Assessment,
    Claim,
    Entity,
    Event,
    Knowledge,
    Modality,
    Polarity,
    Proposition,
    Ref,
)
from graph.places import place


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A claim, what it states, and how many open conflicts that is in."""

    id: str
    claim: Claim
    proposition: Proposition
    conflicts: int


class ClaimDesk:
    """Finds the claim that a judge means, and says it in terms that the judgements file can hold."""

    def __init__(self, desk: Desk, knowledge: Knowledge, assessment: Assessment) -> None:
        self.desk = desk
        self.passages = Passages(desk, knowledge)
        resolved: tuple[Entity | Event, ...] = (*knowledge.entities, *knowledge.events)
        self._now = {ref: thing.ref for thing in resolved for ref in thing.merged}
        disputed = [member for each in assessment.conflicts if not each.resolved for member in each.members]
        self._claims = {
            (id := claim_id(claim, proposition.id)): Doubtful(
                id, claim, proposition, disputed.count(proposition.id)
            )
            for proposition in assessment.propositions
            for claim in proposition.claims
        }

    # ------------------------------------------------------------------ which claim is meant

    def doubtful(self) -> list[Doubtful]:
        """All claims that nobody judged, those in open conflicts first, then the least sure."""
        found = [each for each in self._claims.values() if each.claim.review is None]
        return sorted(found, key=lambda each: (not each.conflicts, each.claim.confidence, each.id))

    def waiting(self, claims: Iterable[Doubtful]) -> list[Doubtful]:
        """Those of the claims that no line of the file judges."""
        lines = in_force(file.read(self.desk.path))
        judged = {each.shown for each in lines if isinstance(each, ClaimJudgement)}
        return [each for each in claims if each.id not in judged]

    def find(self, word: str) -> Doubtful:
        """The claim with that id or IRI."""
        id = word.strip("<>").rpartition("/")[2].removeprefix("claim:")
        if id not in self._claims:
            raise UsageError(f"There is no claim {word!r}; `dramatis explain` gives the ids of claims")
        return self._claims[id]

    # ------------------------------------------------------------------ what is judged

    def judge(
        self,
        verdict: ClaimVerdict,
        claim: Doubtful,
        why: str,
        judge: Judge,
        correction: Correction | None = None,
    ) -> ClaimJudgement:
        """The judgement that the text says this, that it doesn't, or what it says instead."""
        said = self._saying(claim)
        judged = ClaimJudgement("", verdict, claim.id, said, correction, judge.who, judge.when, why)
        return signed(judged)

    def correction(self, claim: Doubtful, changes: Mapping[str, str]) -> Correction:
        """What the words `span=10:20`, `subject=NAME`, `modality=...` and `polarity=...` put right."""
        unknown = sorted(set(changes) - set(CORRECTED))
        if unknown or not changes:
            raise UsageError(
                f"A correction gives some of {', '.join(CORRECTED)}, not {', '.join(unknown) or 'nothing'}"
            )
        start, end = (
            self.passages.span(claim.claim.article, changes["span"]) if "span" in changes else (None, None)
        )
        subject = (
            self.passages.named(changes["subject"], claim.claim.article) if "subject" in changes else None
        )
        modality, polarity = chosen(Modality, changes), chosen(Polarity, changes)
        return Correction(start, end, subject, modality, polarity)

    # ------------------------------------------------------------------ in terms of places

    def _saying(self, doubtful: Doubtful) -> Saying:
        claim, told = doubtful.claim, self.passages.told[doubtful.claim.article]
        for local in told.claims:
            same = (local.start, local.end, local.predicate, local.modality, local.polarity) == (
                claim.start, claim.end, claim.predicate, claim.modality, claim.polarity,
            )  # fmt: skip
            if same and self._now.get(local.subject) == claim.subject and self._object(local) == claim.object:
                said = told.saying(local)
                if said is not None:
                    return said
        raise UsageError(
            f"The claim {doubtful.id} cannot be judged: "
            + (
                "a person made it; undo that"
                if claim.review
                else "its subject is named nowhere in its article"
            )
        )

    def _object(self, claim: Claim) -> Ref | None:
        return None if claim.object is None else self._now.get(claim.object, claim.object)


def questions(desk: ClaimDesk, judge: Judge) -> Questions[Doubtful]:
    """What is asked about claims."""

    def deed(about: str, verdict: ClaimVerdict) -> Deed[Doubtful]:
        return Deed(about, lambda claim, why: desk.judge(verdict, claim, why or "as shown", judge))

    def correct(claim: Doubtful, words: str) -> ClaimJudgement:
        changes, why = changes_in(shlex.split(words))
        return desk.judge(
            "correct", claim, " ".join(why) or "as shown", judge, desk.correction(claim, changes)
        )

    return Questions(
        "does the text say so?",
        desk.waiting,
        lambda claim, more: _shown(desk.desk, claim, more),
        {
            "y": deed("it does", "accept"),
            "n": deed("it doesn't", "reject"),
            "c": Deed("correct, with span=, subject=, modality= or polarity=", correct),
        },
    )


def as_json(desk: Desk, doubtful: Doubtful) -> Json:
    """A claim as JSON values."""
    claim, article = doubtful.claim, desk.articles[doubtful.claim.article]
    return {
        "claim": doubtful.id,
        "statement": doubtful.proposition.label,
        "status": doubtful.proposition.status,
        "conflicts": doubtful.conflicts,
        "confidence": claim.confidence,
        "modality": claim.modality,
        "polarity": claim.polarity,
        "place": place(article, claim.start),
        "start": claim.start,
        "end": claim.end,
        "quote": article.text[claim.start : claim.end],
    }


def _shown(desk: Desk, doubtful: Doubtful, more: int) -> Iterator[str]:
    claim, article = doubtful.claim, desk.articles[doubtful.claim.article]
    speakers = [desk.entities[s.speaker].label for s in claim.sources if s.speaker in desk.entities]
    conflicts = f", in {doubtful.conflicts} open conflict(s)" if doubtful.conflicts else ""
    yield ""
    yield f"{doubtful.proposition.label} ({doubtful.proposition.status}{conflicts}; {more} more)"
    yield f"  {' > '.join(speakers)}: {claim.modality}, {claim.polarity}, {claim.certainty}"
    yield f"  confidence {claim.confidence:.2f}, claim {doubtful.id}"
    yield f"  {place(article, claim.start)} [{claim.start}:{claim.end}]  {sentence(article, claim.start, claim.end)}"
