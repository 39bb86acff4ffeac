"""What an office makes of its holder: a post, leadership, employment, or a voice."""

from __future__ import annotations

from typing import Literal, NamedTuple

from graph.claims.bodies import bodies_of
from graph.claims.holdings import Holding
from graph.claims.scribe import Scribe
from graph.claims.stance import Stance, stance
from graph.claims.tenure import Bound, bound
from graph.claims.terms import deciding_verb
from graph.language import trees, vocabulary
from graph.language.vocabulary import Office
from graph.model import Certainty, Modality, Ref, Sentence, Token

_LEADING = frozenset(
    "leader head chief commander chairman chairwoman chair director secretary-general founder".split()
) | {"general secretary", "field commander", "commander-in-chief", "co-leader"}
_SEVERAL = frozenset({"commander", "field commander"})
"""Offices of which a body has many. Source: own list."""
_PRESIDING = frozenset(
    {"president", "speaker", "chief executive", "chief executive officer", "director general"}
)
"""Offices of a body whose holder leads it; the president of a state holds a post."""
_OF_STATE = frozenset(
    {"head-of-government", "head-of-state", "minister", "legislator", "judge", "diplomat", "regional"}
)
_PARTIES = ("PoliticalParty", "ElectoralAlliance")
_VAGUE = frozenset("head chief general secretary ruler patron".split())
"""Offices that mean nothing without a body or state."""
_NARROWED = frozenset("director head chief chair chairman chairwoman chairperson".split())
"""Offices that lead only a part of the body where a word before them names that part: "research director"."""
_PARTS = frozenset(
    "political legal financial medical regional editorial technical artistic creative scientific parliamentary "
    "legislative digital strategic commercial operational".split()
)
"""Adjectives for parts of a body. Source: own list."""
_RELATED = frozenset(
    "rival ally friend partner critic opponent donor backer foe enemy competitor successor predecessor counterpart "
    "colleague relative fan victim customer client patient guest target winner loser contender wife husband son "
    "daughter brother sister father mother".split()
)
"""Nouns that tell what somebody is to a body without being in it: "the Bank's rival". Source: own list."""
_SMALLER = frozenset("state regional provincial local city county district municipal island".split())
"""Words before an office of less than a whole state: "state premier". Source: own list."""
_EMPLOYED = frozenset({"at", "of", "for"})
"""Prepositions after which a body gives work: "director at the Institute"."""


class _Teller(NamedTuple):
    """What all claims of one holding share."""

    scribe: Scribe
    sentence: Sentence
    holding: Holding
    put: Stance

    def say(self, predicate: str, thing: Ref, rule: str, confidence: float = 0.9) -> None:
        """One claim of the holder."""
        time, role = self._bound()
        self.scribe.say(
            self.sentence, self.holding.at, self.holding.person, predicate, object=thing,
            nominal=_copula(self.sentence, self.holding) is None, put=self.put,
            quote=_quote(self.scribe, self.sentence, self.holding), time=time, time_role=role,
            confidence=confidence, rule=f"roles: {rule}",
        )  # fmt: skip

    def _bound(self) -> Bound | tuple[None, Literal["at", "until"]]:
        if self.holding.former:
            return None, "until"
        return bound(self.sentence, self.holding.at) or (None, "at")

    def post(self, body: Ref) -> Ref:
        """The post of the office in a body."""
        assert self.holding.office is not None
        return self.scribe.post(self.holding.office.canonical, self.holding.office.flags, body)

    def post_in_words(self, body: Ref) -> Ref:
        """The post as the text words it."""
        flags = self.holding.office.flags if self.holding.office else ()
        return self.scribe.post(_in_words(self.scribe, self.sentence, self.holding), flags, body)


def write_holding(scribe: Scribe, sentence: Sentence, holding: Holding) -> None:
    """All that an office makes of its holder, by the bodies and states that it is of."""
    put = _put(scribe, sentence, holding)
    if put.modality is Modality.HYPOTHETICAL:
        return  # "whether he becomes minister again": nothing is said of a post
    teller = _Teller(scribe, sentence, holding, put)
    bodies = bodies_of(
        scribe, sentence, sentence.tokens[holding.at], holding.office, holding.person, holding.holder
    )
    organisations = [(ref, how) for ref, how in bodies if scribe.type(ref) != "State"]
    states = [ref for ref, _ in bodies if scribe.type(ref) == "State"]
    organised = bool(organisations) and scribe.is_a(organisations[0][0], "Organization")
    if holding.office is None:
        if organised:
            _role_without_office(teller, *organisations[0])
    elif "spokesperson" in holding.office.flags:
        _voice(teller, [*(ref for ref, _ in organisations[:1]), *states][:1])
    elif organised:
        _office_of_body(teller, holding.office, *organisations[0])
    else:
        _office_of_state(teller, holding.office, states)


def _role_without_office(teller: _Teller, body: Ref, how: str) -> None:
    """ "a researcher at the Institute", "a Brigade fighter": employed there, or a member."""
    lemma = teller.sentence.tokens[teller.holding.at].lemma
    if lemma in _RELATED:
        return
    member = vocabulary.is_member(lemma)
    if how in _EMPLOYED and not member:
        teller.say("holdsPost", teller.post_in_words(body), "a role at a body")
    teller.say("memberOf" if member else "worksFor", body, f"{lemma} {how} organisation", 0.8)


def _voice(teller: _Teller, bodies: list[Ref]) -> None:
    """ "the Brigade's spokesman": speaks for it, and his "we" means it."""
    for body in bodies:
        if teller.scribe.is_a(body, "Organization"):
            teller.say("spokespersonFor", body, "spokesperson")
            teller.scribe.bodies[teller.holding.person] = body


def _office_of_body(teller: _Teller, office: Office, body: Ref, how: str) -> None:
    """ "chairman of the Front", "president of the Bank", "minister of the Authority"."""
    if "legislator" in office.flags and teller.scribe.is_a(body, *_PARTIES):
        teller.say("memberOf", body, "legislator of a party")
        return
    if "candidate" in office.flags:
        if teller.scribe.is_a(body, *_PARTIES):
            teller.say("memberOf", body, "candidate of a party", 0.8)
        return  # who stands for a seat in a body does not sit or work there
    if office.canonical in _SEVERAL and _one_of_many(teller):
        teller.say("memberOf", body, "one of the officers of a body", 0.8)
        return
    leading = _leads(office) and how not in {"in", "with", "from"} and not _narrow(teller, office)
    presiding = office.canonical in _PRESIDING and how != "at"
    if presiding:
        teller.say("leads", body, "presides over")
    if office.flags & _OF_STATE and not leading or presiding:
        teller.say("holdsPost", teller.post(body), "office of a body")
    elif leading and how != "at":
        teller.say("leads", body, "leader of")
        ruled = "leader" not in office.canonical and "ambiguous" not in office.flags
        if ruled or teller.scribe.is_a(body, "GovernmentBody"):
            teller.say("holdsPost", teller.post(body), "head of a body")
    elif how in _EMPLOYED:
        teller.say("worksFor", body, "office at")
        teller.say("holdsPost", teller.post_in_words(body), "a role at a body")
    elif office.flags & {"commander", "official", "diplomat"} or how == "beside":
        teller.say("worksFor", body, "office at")


def _one_of_many(teller: _Teller) -> bool:
    """ "a senior commander of the Front" is one of its commanders."""
    return any(t.lemma == "a" for t in trees.below(teller.sentence, teller.holding.at, "det"))


def _narrow(teller: _Teller, office: Office) -> bool:
    """Whether the office leads a part of the body alone: "communications director of the Front"."""
    if office.canonical not in _NARROWED:
        return False
    for thing in trees.objects_of(teller.sentence, teller.holding.at, "of"):
        if teller.scribe.discourse.at(teller.sentence.index, thing.i) is None:
            return True  # "the Institute's director of research"
    for word in trees.below(teller.sentence, teller.holding.at, "compound", "amod", "nmod"):
        ref = teller.scribe.discourse.at(teller.sentence.index, word.i)
        body = vocabulary.group_class(word.lemma, singular=True) not in {"", "State"}
        part = word.pos == "NOUN" and word.text.islower() and not body and ref is None
        if word.lemma in _PARTS or part or ref is not None and teller.scribe.kind(ref) == "place":
            return True
    return False


def _leads(office: Office) -> bool:
    return (
        office.canonical in _LEADING
        or "leader" in office.flags
        and not office.flags & {"ambiguous", "deputy"}
    )


def _office_of_state(teller: _Teller, office: Office, states: list[Ref]) -> None:
    """ "the Kalurian prime minister", "Prime Minister Nur"."""
    scribe, sentence, holding = teller.scribe, teller.sentence, teller.holding
    if not states and not _tells_by_itself(sentence, office, holding):
        return
    if not office.flags & (_OF_STATE | {"official", "commander", "leader"}):
        return
    if "leader" in office.flags and not office.flags & _OF_STATE:
        return
    state = states[0] if states else _home_state(scribe, sentence, holding)
    post = scribe.post(office.canonical, office.flags, state)
    scribe.mention(post, sentence.tokens[office.first].start, sentence.tokens[office.last].end)
    teller.say("holdsPost", post, "office of a state")


def _tells_by_itself(sentence: Sentence, office: Office, holding: Holding) -> bool:
    """Whether the office is one of some state though none is named: "Prime Minister", "President", capital and all."""
    if not office.flags & {"head-of-government", "head-of-state", "minister"}:
        return False
    if "ambiguous" not in office.flags:
        return True
    if office.canonical in _VAGUE:
        return False
    return sentence.tokens[holding.at].text[:1].isupper() or holding.former


def _in_words(scribe: Scribe, sentence: Sentence, holding: Holding) -> str:
    """The role as the text words it, without the body: "director of conflict resolution", "research fellow"."""
    token = sentence.tokens[holding.at]
    first = holding.office.first if holding.office else token.i
    while (
        first > 0
        and sentence.tokens[first - 1].head == token.i
        and sentence.tokens[first - 1].dep in {"compound", "amod"}
        and (scribe.discourse.at(sentence.index, first - 1) is None)
    ):
        first -= 1
    last = token.i
    for preposition in trees.below(sentence, token.i, "prep"):
        for thing in trees.below(sentence, preposition.i, "pobj"):
            if preposition.lemma == "of" and scribe.discourse.at(sentence.index, thing.i) is None:
                last = thing.i
    shifts = {
        word
        for word, effect in vocabulary.office_effects().items()
        if effect in {"past", "current", "future"}
    }
    while first < token.i and sentence.tokens[first].text.lower() in shifts:
        first += 1
    spaced = (t.text.lower() + " " * t.space for t in sentence.tokens[first : last + 1])
    return "".join(spaced).strip()


_OF_ONE_STATE = {"secretary of state": "US"}
"""Offices that one state alone has under this name; Britain's are "for" something. Source: own list."""


def _home_state(scribe: Scribe, sentence: Sentence, holding: Holding) -> Ref | None:
    """The state of an office that names none: the one that the person's title names elsewhere in the article;
    else the one that the article is about, where the sentence speaks of no other."""
    entity = scribe.entity(holding.person)
    if entity is not None and entity.of:
        return scribe.state(entity.of)
    if holding.office is not None and (own := _OF_ONE_STATE.get(holding.office.canonical)):
        divided = any(p.lemma == "for" for p in trees.below(sentence, holding.at, "prep"))
        return None if divided or _of_another(scribe, sentence, holding) else scribe.state(own)
    religious = holding.office is not None and "religious" in holding.office.flags
    if religious or _of_another(scribe, sentence, holding):
        return None  # a pope is not of the state that an article is about
    main = scribe.discourse.state
    told = {code for t in sentence.tokens if (code := vocabulary.demonym_at(sentence, t.i))}
    others = any(vocabulary.state_named(t.text) for t in sentence.tokens) if not told else told != {main}
    return scribe.state(main) if main and not others and not holding.former else None


def _of_another(scribe: Scribe, sentence: Sentence, holding: Holding) -> bool:
    """Whether the office is of something that no list holds: "the Velkan premier", "the premier of Kasim"."""
    for thing in trees.objects_of(sentence, holding.at, "of", "in", "for"):
        ref = scribe.ref(sentence, thing.i)
        if ref is not None and scribe.kind(ref) == "place":
            return True
    first = holding.office.first if holding.office else holding.at
    before = first - 2 if first > 1 and sentence.tokens[first - 1].tag == "POS" else first - 1
    if before < 0:
        return False
    token, effects = sentence.tokens[before], vocabulary.office_effects()
    if token.lemma in _SMALLER:
        return True
    capital = token.text[:1].isupper() and token.pos in {"ADJ", "PROPN", "NOUN"}
    return capital and token.text.lower() not in effects


def _put(scribe: Scribe, sentence: Sentence, holding: Holding) -> Stance:
    """How the office is put: by its own words beside a name, by the verb where a verb ties the two."""
    if holding.coming:
        return Stance(Modality.FUTURE, certainty=Certainty.PROBABLE)
    verb = _copula(sentence, holding)
    if verb is not None:
        put = stance(sentence, verb.i, scribe.voices)
        if any(t.lemma == "whether" for t in trees.below(sentence, verb.i, "mark")):
            return put._replace(modality=Modality.HYPOTHETICAL)
        return put
    return stance(sentence, holding.at, scribe.voices, nominal=True)


def _copula(sentence: Sentence, holding: Holding) -> Token | None:
    """The verb that ties office and holder: "Nur is the leader"; none where they stand beside each other."""
    first = sentence.tokens[trees.first_conjunct(sentence, holding.at)]
    return (
        sentence.tokens[first.head] if first.dep in {"attr", "oprd"} else deciding_verb(sentence, holding.at)
    )


def _quote(scribe: Scribe, sentence: Sentence, holding: Holding) -> tuple[int, int]:
    """From the office to the name, or the other way round, with what stands between."""
    positions, office = [holding.at, holding.holder], holding.office
    if abs(holding.at - holding.holder) > 1 or sentence.tokens[holding.at].dep != "compound":
        positions += [
            i for i in trees.subtree(sentence, holding.at) if _part_of_title(sentence, i, holding.at)
        ]
    if office is not None:
        positions += [office.first, office.last]
    for phrase in scribe.discourse.phrases_of(sentence.index):
        if phrase.head == holding.holder:
            positions += [phrase.first, phrase.last]
    first, last = min(positions), max(positions)
    while first > 0 and sentence.tokens[first - 1].pos in {"ADJ"} and sentence.tokens[first - 1].head <= last:
        first -= 1
    return sentence.tokens[first].start, sentence.tokens[last].end


def _part_of_title(sentence: Sentence, position: int, office: int) -> bool:
    """Whether a word under the office belongs to its name, not to a clause that hangs on it."""
    chain = [sentence.tokens[position], *trees.ancestors(sentence, position)]
    for token in chain:
        if token.i == office:
            return True
        if token.dep in {"relcl", "acl", "advcl", "appos", "conj", "punct", "advmod"}:
            return False
    return False
