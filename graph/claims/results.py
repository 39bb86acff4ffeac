"""Election results: seats, ranks, sizes of parliaments, in every printed form.

| form | example |
| --- | --- |
| verb and number | the Dawn list won 31 seats; took thirty seats; held 48 |
| parenthesis | Nur's party (31 seats); a second party, led by Kasim (34) |
| with | came fifth with 17 seats |
| from ... to | shrank from forty-eight to nineteen seats |
| size | the 329-member parliament; 165 seats are needed for a majority |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from graph.claims.scribe import Scribe
from graph.language import numbers, trees
from graph.language.names import fold
from graph.model import Count, Event, Frame, Qualifier, Ref, Sentence, Token

_WINNING = frozenset("win take get secure gain garner capture claim earn receive have achieve obtain".split())
_HOLDING = frozenset("hold have control retain".split())
_CONTESTANTS = ("PoliticalParty", "ElectoralAlliance", "Organization", "ActorGroup", "Person")
_ORDINALS = {
    w: n for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
_SOUGHT = frozenset(
    "election office parliament president presidency seat congress senate assembly premiership mayor".split()
)
_NEAR = 4
"""So many sentences back an election is still the one that numbers are of."""
_BEFORE = frozenset("previous last outgoing former old".split())
_FALLING = frozenset("shrink fall drop grow rise increase decrease decline plunge jump go slump".split())


def write_results(
    scribe: Scribe, found: Sequence[Frame], of: Mapping[tuple[int, int], Ref], events: Mapping[Ref, Event]
) -> None:
    """All claims of results; they belong to the election last told of, or the only one of the article."""
    writer = _Results(scribe, found, of, events)
    for sentence in scribe.discourse.sentences:
        writer.sentence(sentence)


class _Results:
    def __init__(
        self,
        scribe: Scribe,
        found: Sequence[Frame],
        of: Mapping[tuple[int, int], Ref],
        events: Mapping[Ref, Event],
    ) -> None:
        self.scribe = scribe
        self.elections = [(f.sentence, of[f.sentence, f.at]) for f in found if f.cls == "Election" and f.noun]
        self.main = self._main()

    def _main(self) -> Ref | None:
        refs = [ref for _, ref in self.elections]
        return max(dict.fromkeys(refs), key=refs.count) if refs else None

    def _election(self, sentence: Sentence) -> Ref | None:
        """The election of this sentence; else the one told of last before it; else the article's main one."""
        here = [ref for number, ref in self.elections if number == sentence.index]
        before = [ref for number, ref in self.elections if sentence.index - _NEAR <= number < sentence.index]
        return here[0] if here else before[-1] if before else self.main

    def sentence(self, sentence: Sentence) -> None:
        for token in sentence.tokens:
            if token.lemma == "seat" and token.pos == "NOUN":
                self._seats(sentence, token)
            elif token.pos == "NUM":
                self._bare(sentence, token)
        self._sizes(sentence)
        self._ranks(sentence)
        self._candidates(sentence)

    # ------------------------------------------------------------------ seats

    def _seats(self, sentence: Sentence, noun: Token) -> None:
        count = numbers.count_at(sentence, noun.i)
        if count is None:
            return
        if self._needed(sentence, noun, count) or self._fell(sentence, noun, count):
            return
        for contestant, how, verb in self._who(sentence, noun):
            if how == "held":
                self._say(sentence, noun, contestant, "seatsHeld", count, verb)
            else:
                self._say(sentence, noun, contestant, "seatsWon", count, verb)
                self._rank_beside(sentence, noun, contestant)

    def _who(self, sentence: Sentence, noun: Token) -> Iterator[tuple[Ref, str, int]]:
        s = sentence
        above = s.tokens[noun.head]
        if noun.dep == "dobj" and above.pos == "VERB":
            how = "held" if above.lemma in _HOLDING and self._earlier(s, above) else "won"
            if above.lemma in _WINNING | _HOLDING:
                for ref in self._subjects(s, above):
                    yield ref, how, above.i
            return
        if noun.dep == "pobj" and above.lemma == "with":
            verb = next((t for t in trees.ancestors(s, above.i) if t.pos == "VERB"), None)
            while verb is not None:
                contestants = list(self._subjects(s, verb))
                if contestants:
                    for contestant in contestants:
                        yield contestant, "won", verb.i
                    return
                verb = s.tokens[verb.head] if verb.dep in {"advcl", "conj", "xcomp"} else None
            return
        if self._in_parenthesis(s, noun.i):
            owner = self._before_parenthesis(s, noun.i)
            if owner is not None:
                yield owner, "won", noun.i

    def _subjects(self, sentence: Sentence, verb: Token) -> Iterator[Ref]:
        subjects = trees.below(sentence, verb.i, "nsubj")
        if not subjects and verb.dep in {"conj", "advcl"}:
            above = sentence.tokens[verb.head]
            subjects = trees.below(sentence, above.i, "nsubj") if above.pos in {"VERB", "AUX"} else []
        if not subjects and verb.dep in {"acl", "relcl"}:
            subjects = [sentence.tokens[verb.head]]
        for subject in subjects:
            for i in trees.conjuncts(sentence, subject.i):
                ref = self._contestant(sentence, i)
                if ref is not None:
                    yield ref

    def _contestant(self, sentence: Sentence, position: int) -> Ref | None:
        """Whose result it is: "whose bloc" is the bloc."""
        ref = self.scribe.actor(sentence, position)
        if (
            ref is not None
            and self.scribe.is_a(ref, *_CONTESTANTS)
            and self.scribe.type(ref) not in {"State", "GovernmentBody"}
        ):
            return ref
        return None

    def _earlier(self, sentence: Sentence, verb: Token) -> bool:
        """ "In the previous parliament, they held 48"."""
        return any(
            child.lemma in _BEFORE
            for t in trees.objects_of(sentence, verb.i, "in", "during", "under")
            for child in trees.below(sentence, t.i, "amod")
        )

    def _fell(self, sentence: Sentence, noun: Token, count: Count) -> bool:
        """ "shrank from forty-eight to nineteen seats": the parser hangs the first number on the second."""
        verb = next((t for t in trees.ancestors(sentence, noun.i) if t.lemma in _FALLING), None)
        if verb is None:
            return False
        between = sentence.tokens[verb.i + 1 : noun.i]
        words = [t.lemma for t in between]
        if "to" not in words:
            return False
        to = words.index("to")
        after = numbers.value_of(between[to + 1 :])
        before = numbers.value_of(between[words.index("from") + 1 : to]) if "from" in words[:to] else None
        refs = list(self._subjects(sentence, verb))
        for ref in refs:
            for predicate, value in (("seatsWon", after), ("seatsHeld", before)):
                if value is not None:
                    self._say(sentence, noun, ref, predicate, Count(value, Qualifier.EXACTLY), verb.i)
        return bool(refs)

    def _needed(self, sentence: Sentence, noun: Token, count: Count) -> bool:
        """ "165 seats are needed for a majority in parliament"."""
        verb = sentence.tokens[noun.head]
        near = {t.lemma for t in sentence.tokens[noun.i : noun.i + 9]}
        if verb.lemma not in {"need", "require", "be"} or "majority" not in near:
            return False
        body = self._legislature(sentence)
        if body is not None:
            self.scribe.say(
                sentence, noun.i, body, "majorityThreshold", value=count.value, qualifier=count.qualifier, rule="results: seats needed"
            )  # fmt: skip
        return True

    # ------------------------------------------------------------------ numbers without "seats"

    def _bare(self, sentence: Sentence, number: Token) -> None:
        """A number alone in parentheses, or held without its noun, where the sentence speaks of seats."""
        count = numbers.read_number(sentence, number.i)
        if count is None or count.value > 2000 or re.fullmatch(r"(1[89]|20)\d\d", number.text):
            return
        speaks = any(t.lemma in {"seat", "election", "parliament", "mandate"} for t in sentence.tokens)
        inside = self._in_parenthesis(sentence, number.i)
        if inside and speaks and sum(t.lemma == "seat" for t in sentence.tokens) and number.dep != "nummod":
            ref = self._before_parenthesis(sentence, number.i)
            if ref is not None:
                self._say(sentence, number, ref, "seatsWon", count, number.i)
        elif number.dep == "dobj" and speaks and sentence.tokens[number.head].lemma in _HOLDING | _WINNING:
            verb = sentence.tokens[number.head]
            held = self._earlier(sentence, verb)
            for ref in self._subjects(sentence, verb):
                self._say(sentence, number, ref, "seatsHeld" if held else "seatsWon", count, verb.i)

    def _in_parenthesis(self, sentence: Sentence, position: int) -> bool:
        before = [t.text for t in sentence.tokens[:position] if t.text in "()"]
        return bool(before) and before[-1] == "("

    def _before_parenthesis(self, sentence: Sentence, position: int) -> Ref | None:
        """Whom a number in parentheses belongs to: the party named before it, through "led by X"."""
        open_ = max(t.i for t in sentence.tokens[:position] if t.text == "(")
        named = [
            p
            for p in self.scribe.discourse.phrases_of(sentence.index)
            if p.last < open_ and p.kind != "pronoun"
        ]
        inside = [p for p in self.scribe.discourse.phrases_of(sentence.index) if open_ < p.first < position]
        near = max(inside or named, key=lambda p: p.last, default=None)
        if near is None or open_ - near.last > 8 and not inside:
            return None
        ref = self.scribe.discourse.at(sentence.index, near.head)
        if ref is None:
            return None
        if (
            self.scribe.is_a(ref, "Person")
            or near.kind == "nominal"
            and self.scribe.type(ref) not in {"PoliticalParty", "ElectoralAlliance"}
        ):
            # "a second party, led by Kasim (34)": the seats are the party's
            parties = [
                r
                for p in sorted(named, key=lambda p: -p.last)
                if p.first < near.first
                and (r := self.scribe.discourse.at(sentence.index, p.head)) is not None
                and self.scribe.type(r) in {"PoliticalParty", "ElectoralAlliance"}
                and not any(t.text in ";" for t in sentence.tokens[p.last : near.first])
            ]
            return parties[0] if parties else ref if self.scribe.is_a(ref, *_CONTESTANTS) else None
        return ref if self.scribe.is_a(ref, *_CONTESTANTS) and self.scribe.type(ref) != "State" else None

    # ------------------------------------------------------------------ parliaments and ranks

    def _sizes(self, sentence: Sentence) -> None:
        for phrase in self.scribe.discourse.phrases_of(sentence.index):
            if phrase.kind == "pronoun":
                continue
            ref = self.scribe.discourse.at(sentence.index, phrase.head)
            if ref is None or self.scribe.type(ref) != "Legislature":
                continue
            first = min(trees.subtree(sentence, phrase.head)[0], phrase.first)
            words = " ".join(t.text for t in sentence.tokens[first : phrase.last + 1])
            match = re.search(r"\b(\d{2,4}) ?-? ?(?:seat|member)\b", words)
            if match:
                start = sentence.tokens[first].start
                self.scribe.say(
                    sentence, phrase.head, ref, "seatCount", value=int(match[1]), qualifier=Qualifier.EXACTLY, nominal=True,
                    quote=(start, phrase.end), rule="results: size of a parliament",
                )  # fmt: skip

    def _legislature(self, sentence: Sentence) -> Ref | None:
        """The parliament of this sentence, else one told of nearby."""
        found = [
            (p.sentence != sentence.index, ref)
            for number in range(sentence.index - 6, sentence.index + 7)
            for p in self.scribe.discourse.phrases_of(number)
            if p.kind != "pronoun"
            and (ref := self.scribe.discourse.at(p.sentence, p.head)) is not None
            and self.scribe.type(ref) == "Legislature"
        ]
        return min(found, key=lambda pair: pair[0])[1] if found else None

    def _candidates(self, sentence: Sentence) -> None:
        """ "Nur ran for parliament", "the list stands in the election", "Kasim didn't run" near an election."""
        for token in sentence.tokens:
            if (
                token.lemma not in {"run", "stand", "compete", "contest"}
                or token.pos != "VERB"
                or trees.below(sentence, token.i, "prt")
            ):
                continue
            things = trees.objects_of(sentence, token.i, "for", "in")
            of_office = any(t.lemma in _SOUGHT for t in [*things, *trees.below(sentence, token.i, "dobj")])
            bare = not things and not trees.below(sentence, token.i, "dobj", "prep") and token.lemma == "run"
            near = [ref for number, ref in self.elections if abs(number - sentence.index) <= 3]
            election = self._election(sentence)
            if election is None or not (of_office or bare and near):
                continue
            for ref in self._subjects(sentence, token):
                self.scribe.say(
                    sentence,
                    token.i,
                    ref,
                    "candidateIn",
                    object=election,
                    rule="results: runs",
                    confidence=0.75,
                )

    def _rank_beside(self, sentence: Sentence, noun: Token, contestant: Ref) -> None:
        """ "won 73 seats, the largest bloc", "coming in fifth with 17 seats"."""
        text = fold(" ".join(t.text for t in sentence.tokens[max(0, noun.i - 9) : noun.i + 14]))
        rank = 1 if re.search(r"\blargest (bloc|block|party|share|number)\b", text) else None
        match = re.search(r"\b(?:com(?:e|es|ing)|came|finish(?:ed|ing)) (?:in )?(\w+)\b", text)
        if match and match[1] in _ORDINALS:
            rank = _ORDINALS[match[1]]
        if rank is not None:
            election = self._election(sentence)
            if election is not None:
                self.scribe.say(
                    sentence, noun.i, contestant, "resultRank", value=rank, qualifier=Qualifier.EXACTLY, context=election,
                    rule="results: rank", confidence=0.8,
                )  # fmt: skip

    def _ranks(self, sentence: Sentence) -> None:
        """ "The big winner was Nur"."""
        for token in sentence.tokens:
            if (
                token.lemma != "winner"
                or token.dep not in {"nsubj", "attr"}
                or sentence.tokens[token.head].lemma != "be"
            ):
                continue
            other = "attr" if token.dep == "nsubj" else "nsubj"
            for thing in trees.below(sentence, token.head, other):
                named = trees.first_below(sentence, thing.i, "appos")
                for at in [thing.i, *([named.i] if named else [])]:
                    ref = self.scribe.actor(sentence, at)
                    election = self._election(sentence)
                    if (
                        ref is not None
                        and election is not None
                        and self.scribe.is_a(ref, *_CONTESTANTS)
                        and token.tag == "NN"
                    ):
                        self.scribe.say(
                            sentence, token.i, ref, "resultRank", value=1, qualifier=Qualifier.EXACTLY, context=election,
                            rule="results: winner", confidence=0.7,
                        )  # fmt: skip
                        break

    def _say(
        self, sentence: Sentence, noun: Token, contestant: Ref, predicate: str, count: Count, at: int
    ) -> None:
        election = self._election(sentence)
        if election is None:
            return
        self.scribe.say(
            sentence, at, contestant, predicate, value=count.value, qualifier=count.qualifier, context=election,
            quote=self._span(sentence, noun, contestant), rule=f"results: {predicate}", nominal=sentence.tokens[at].pos not in {"VERB"},
        )  # fmt: skip

    def _span(self, sentence: Sentence, noun: Token, contestant: Ref) -> tuple[int, int]:
        places = [
            p
            for p in self.scribe.discourse.phrases_of(sentence.index)
            if contestant in self.scribe.discourse.refs.get((p.sentence, p.head), ())
        ]
        near = min(places, key=lambda p: abs(p.head - noun.i), default=None)
        first = min(near.first if near else noun.i, noun.i)
        last = max(near.last if near else noun.i, noun.i)
        return sentence.tokens[first].start, sentence.tokens[last].end
