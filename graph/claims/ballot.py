"""Which election a number is of, and whose the number is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.claims.scribe import Scribe
from graph.language import trees
from graph.model import Count, Frame, Qualifier, Ref, Sentence, Token

_CONTESTANTS = ("PoliticalParty", "ElectoralAlliance", "Organization", "ActorGroup", "Person")
_NEAR = 4
"""So many sentences back an election is still the one that numbers are of."""


class Ballot:
    """The elections of an article, and the writing of results."""

    def __init__(self, scribe: Scribe, found: Sequence[Frame], of: Mapping[tuple[int, int], Ref]) -> None:
        self.scribe = scribe
        self._elections = [
            (f.sentence, of[f.sentence, f.at]) for f in found if f.cls == "Election" and f.noun
        ]
        refs = [ref for _, ref in self._elections]
        self._main = max(dict.fromkeys(refs), key=refs.count) if refs else None

    # ------------------------------------------------------------------ which election

    def election(self, sentence: Sentence) -> Ref | None:
        """The election of this sentence; else the one told of last before it; else the article's main one."""
        at = sentence.index
        here = [ref for number, ref in self._elections if number == at]
        before = [ref for number, ref in self._elections if at - _NEAR <= number < at]
        return here[0] if here else before[-1] if before else self._main

    def only(self) -> Ref | None:
        """The election, where the article tells of one alone."""
        return self._main if len({ref for _, ref in self._elections}) == 1 else None

    def beside(self, sentence: Sentence, sentences: int) -> bool:
        """Whether an election is told of so few sentences away."""
        return any(abs(number - sentence.index) <= sentences for number, _ in self._elections)

    # ------------------------------------------------------------------ whose result

    def contests(self, ref: Ref) -> bool:
        """Whether it can win seats."""
        return self.scribe.is_a(ref, *_CONTESTANTS) and self.scribe.type(ref) not in {
            "State",
            "GovernmentBody",
        }

    def contestant(self, sentence: Sentence, position: int) -> Ref | None:
        """Whose result it is: "whose bloc" is the bloc."""
        ref = self.scribe.actor(sentence, position)
        return ref if ref is not None and self.contests(ref) else None

    def subjects(self, sentence: Sentence, verb: Token) -> Iterator[Ref]:
        """The contestants that a verb tells of."""
        subjects = trees.below(sentence, verb.i, "nsubj")
        if not subjects and verb.dep in {"conj", "advcl"}:
            above = sentence.tokens[verb.head]
            subjects = trees.below(sentence, above.i, "nsubj") if above.pos in {"VERB", "AUX"} else []
        if not subjects and verb.dep in {"acl", "relcl"}:
            subjects = [sentence.tokens[verb.head]]
        for subject in subjects:
            for i in trees.conjuncts(sentence, subject.i):
                ref = self.contestant(sentence, i)
                if ref is not None:
                    yield ref

    # ------------------------------------------------------------------ writing

    def say(
        self, sentence: Sentence, noun: Token, contestant: Ref, predicate: str, count: Count, at: int
    ) -> None:
        """Writes that a contestant won or held so many seats; `at`: the word that tells it."""
        election = self.election(sentence)
        if election is None:
            return
        self.scribe.say(
            sentence, at, contestant, predicate, value=count.value, qualifier=count.qualifier, context=election,
            quote=self._span(sentence, noun, contestant), rule=f"results: {predicate}",
            nominal=sentence.tokens[at].pos != "VERB",
        )  # fmt: skip

    def rank(
        self, sentence: Sentence, at: int, contestant: Ref, rank: int, *, rule: str, confidence: float
    ) -> None:
        """Writes at which place a contestant came."""
        election = self.election(sentence)
        if election is not None:
            self.scribe.say(
                sentence, at, contestant, "resultRank", value=rank, qualifier=Qualifier.EXACTLY, context=election,
                rule=rule, confidence=confidence,
            )  # fmt: skip

    def part(self, sentence: Sentence, at: int, actor: Ref, *, rule: str) -> None:
        """Writes that an actor took part in the election."""
        election = self.election(sentence)
        if election is not None:
            self.scribe.say(sentence, at, election, "participant", object=actor, rule=rule, confidence=0.75)

    def _span(self, sentence: Sentence, noun: Token, contestant: Ref) -> tuple[int, int]:
        """From the contestant to the number."""
        discourse = self.scribe.discourse
        places = [
            p
            for p in discourse.phrases_of(sentence.index)
            if contestant in discourse.refs.get((p.sentence, p.head), ())
        ]
        near = min(places, key=lambda p: abs(p.head - noun.i), default=None)
        first = min(near.first if near else noun.i, noun.i)
        last = max(near.last if near else noun.i, noun.i)
        return sentence.tokens[first].start, sentence.tokens[last].end
