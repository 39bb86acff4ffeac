"""Who holds which post, leads, speaks for, works for whom: from offices beside names in every form news uses.

| form | example |
| --- | --- |
| title before the name | Kalurian Prime Minister Ali Nur |
| apposition | Ali Nur, leader of the Northern Brigade |
| copula, "become", "as" | Nur is director of the museum; his years as premier |
| possessor | the Brigade's Ali Nur; Nur's party |
| led by | the list, led by Ali Nur |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from graph.claims.scribe import Scribe
from graph.claims.stance import Stance, stance
from graph.language import trees, vocabulary
from graph.language.vocabulary import Office
from graph.model import Certainty, Modality, Ref, Sentence, Token

_LEADING = frozenset(
    "leader head chief commander chairman chairwoman chair director secretary-general founder".split()
) | {"general secretary", "field commander", "deputy leader"}
_PARTIES = frozenset({"PoliticalParty", "ElectoralAlliance", "Militia", "ArmedGroup", "Organization"})
_BECOMING = frozenset("become remain serve act stay".split())
_OF_STATE = frozenset(
    {"head-of-government", "head-of-state", "minister", "legislator", "judge", "diplomat", "regional"}
)


class Holding(NamedTuple):
    """A person, an office word and how it is put."""

    person: Ref
    at: int
    """Position of the office word."""
    holder: int
    """Position of the word for the person."""
    office: Office | None
    former: bool
    coming: bool
    negated: bool = False


def write_roles(scribe: Scribe) -> None:
    """All claims of posts, leadership, membership and employment."""
    for sentence in scribe.discourse.sentences:
        for token in sentence.tokens:
            for holding in _holdings(scribe, sentence, token):
                _write(scribe, sentence, holding)
        _possessed(scribe, sentence)
        _led(scribe, sentence)
        _of_a_body(scribe, sentence)


# --------------------------------------------------------------------------- who and which office


def _holdings(scribe: Scribe, sentence: Sentence, token: Token) -> Iterator[Holding]:
    if token.pos not in {"NOUN", "PROPN"} or _inside_name(scribe, sentence, token):
        return
    office = vocabulary.office_at(sentence, token.i)
    if office is None and not vocabulary.is_person(token.lemma):
        return
    if office is not None and any(
        o is not None and o.last > office.last and o.first <= office.first
        for o in (
            vocabulary.office_at(sentence, i)
            for i in range(token.i + 1, min(token.i + 3, len(sentence.tokens)))
        )
    ):
        return  # "prime minister" inside "prime minister designate"
    former, coming = _shift(sentence, token, office)
    for holder, past, negated in _holders(scribe, sentence, token, office):
        person = scribe.ref(sentence, holder)
        if (
            person is not None
            and scribe.is_a(person, "Person")
            and scribe.type(person) != "UnnamedPerson"
            or (
                person is not None
                and scribe.type(person) == "UnnamedPerson"
                and office is not None
                and "spokesperson" in office.flags
            )
        ):
            yield Holding(person, token.i, holder, office, former or past, coming, negated)


def _inside_name(scribe: Scribe, sentence: Sentence, token: Token) -> bool:
    """Whether the word is part of a name: "Ali Bishop", "Price"."""
    return any(
        p.first <= token.i <= p.last for p in scribe.discourse.phrases_of(sentence.index) if p.kind == "name"
    )


def _shift(sentence: Sentence, token: Token, office: Office | None) -> tuple[bool, bool]:
    """Whether words beside the office put it in the past or the future."""
    effects = vocabulary.office_effects()
    near = [t.text.lower() for t in trees.below(sentence, token.i, "amod", "advmod", "compound", "npadvmod")]
    first = office.first if office else token.i
    near += [t.text.lower() for t in sentence.tokens[max(0, first - 3) : first] if t.pos in {"ADJ", "ADV"}]
    found = {effects.get(word, "") for word in near}
    return "past" in found, "future" in found


def _holders(
    scribe: Scribe, sentence: Sentence, token: Token, office: Office | None
) -> Iterator[tuple[int, bool, bool]]:
    """Positions of the holder's name, whether a past tense closes the office, and whether it is negated."""
    tokens = sentence.tokens
    last = office.last if office else token.i
    named = {p.first: p for p in scribe.discourse.phrases_of(sentence.index) if p.kind == "name"}
    after = named.get(last + 1) or (
        named.get(last + 2) if last + 1 < len(tokens) and tokens[last + 1].text == "," else None
    )
    if after is not None and scribe.discourse.at(sentence.index, after.head):
        beside = token.dep != "appos" and _stands_beside(sentence, token, after.head)
        if after.first == last + 1 or beside:
            yield after.head, False, False
            return
    above = tokens[token.head]
    if (
        token.dep == "appos"
        or token.dep == "conj"
        and tokens[trees.first_conjunct(sentence, token.i)].dep == "appos"
    ):
        first = tokens[trees.first_conjunct(sentence, token.i)]
        yield first.head, False, False
    for other in trees.below(sentence, token.i, "appos"):
        yield other.i, False, False
    first = tokens[trees.first_conjunct(sentence, token.i)]
    verb = tokens[first.head]
    if first.dep in {"attr", "oprd", "acomp", "dobj"} and verb.lemma in {"be", "become", "remain"}:
        negated = bool(trees.below(sentence, verb.i, "neg"))
        for subject in trees.below(sentence, verb.i, "nsubj"):
            if subject.lemma in {"position", "post", "job", "title", "role"}:
                for owner in trees.below(sentence, subject.i, "poss"):
                    yield owner.i, True, negated
            else:
                yield subject.i, False, negated
    if token.dep == "pobj" and above.lemma == "as":
        yield from ((i, past, False) for i, past in _as_holders(sentence, above))


def _stands_beside(sentence: Sentence, office: Token, name: int) -> bool:
    """Whether a name after a comma is the holder: the parser calls it an apposition, or a conjunct without "and"."""
    token = sentence.tokens[name]
    joined = any(t.dep == "cc" for t in sentence.tokens[min(office.i, name) : name])
    return token.dep == "appos" or token.dep == "conj" and not joined


def _as_holders(sentence: Sentence, preposition: Token) -> Iterator[tuple[int, bool]]:
    above = sentence.tokens[preposition.head]
    if above.pos == "NOUN":
        for owner in trees.below(sentence, above.i, "poss"):
            yield owner.i, False
    if above.pos == "VERB" and above.lemma in {
        "appoint",
        "name",
        "elect",
        "install",
        "inaugurate",
        "nominate",
        "ensconce",
    }:
        for thing in trees.below(sentence, above.i, "dobj", "nsubjpass"):
            yield thing.i, False
        if not trees.below(sentence, above.i, "dobj", "nsubjpass"):
            for subject in trees.below(sentence, above.i, "nsubj"):
                yield subject.i, False
    elif above.pos in {"VERB", "ADJ"} and above.lemma in _BECOMING:
        for subject in trees.below(sentence, above.i, "nsubj"):
            yield subject.i, False


# --------------------------------------------------------------------------- of what


def _bodies(
    scribe: Scribe, sentence: Sentence, token: Token, office: Office | None, person: Ref, holder: int
) -> list[tuple[Ref, str]]:
    """The organisations or states that the office is of, with the preposition that ties them."""
    found: list[tuple[Ref, str]] = []
    heads = [token.i]
    if office is not None:
        heads += [i for i in range(office.first, office.last + 1) if i != token.i]
    for head in heads:
        for child in trees.below(sentence, head, "poss", "compound", "nmod", "amod"):
            ref = _body(scribe, sentence, child.i)
            if ref is not None:
                found.append((ref, "of" if child.dep == "poss" else "beside"))
        for preposition in trees.below(sentence, head, "prep"):
            if preposition.lemma not in {"of", "at", "for", "in", "with", "from"}:
                continue
            for thing in trees.below(sentence, preposition.i, "pobj"):
                for i in trees.conjuncts(sentence, thing.i):
                    ref = _body(scribe, sentence, i)
                    if ref is None and preposition.lemma == "of":
                        # "director of conflict resolution at the Institute"
                        for deeper in trees.below(sentence, i, "prep"):
                            if deeper.lemma in {"at", "for", "of", "in"}:
                                found += [
                                    (r, deeper.lemma)
                                    for t in trees.below(sentence, deeper.i, "pobj")
                                    if (r := _body(scribe, sentence, t.i)) is not None
                                ]
                    # the wing after the body: "head of Iran's Guard Corps (IRGC) Quds Force"
                    for wing in trees.below(sentence, i, "appos"):
                        deeper_ref = _body(scribe, sentence, wing.i)
                        if (
                            deeper_ref is not None
                            and deeper_ref != ref
                            and trees.below(sentence, wing.i, "nmod", "punct")
                        ):
                            ref = deeper_ref
                    if ref is not None:
                        found.append((ref, preposition.lemma))
    if not found and office is not None:
        for thing in trees.objects_of(sentence, holder, "of"):  # "Deputy Prime Minister Ali Nur of Kaluria"
            ref = _body(scribe, sentence, thing.i)
            if ref is not None:
                found.append((ref, "of"))
    before = vocabulary.office_before(sentence, token.i + 1)
    first = min(office.first if office else token.i, before.first if before else token.i)
    for i in range(max(0, first - 4), first):
        other = sentence.tokens[i]
        if other.head in range(first, len(sentence.tokens)) and other.dep in {
            "amod",
            "compound",
            "nmod",
            "poss",
        }:
            ref = _body(scribe, sentence, i)
            if ref is not None:
                found.append((ref, "beside"))
    unique = dict.fromkeys((ref, how) for ref, how in found if ref != person)
    seen: set[Ref] = set()
    return [(ref, how) for ref, how in unique if not (ref in seen or seen.add(ref))]  # type: ignore[func-returns-value]


def _body(scribe: Scribe, sentence: Sentence, position: int) -> Ref | None:
    ref = scribe.discourse.at(sentence.index, position)
    token = sentence.tokens[position]
    if ref is not None:
        entity = scribe.entity(ref)
        if entity is not None and entity.kind == "actor" and not scribe.is_a(ref, "Person"):
            return ref
        if (
            entity is not None
            and entity.kind == "place"
            and token.pos == "PROPN"
            and vocabulary.capital(entity.label) == ""
        ):
            return None
        return None
    code = vocabulary.demonym(token.text)
    return scribe.state(code) if code else None


# --------------------------------------------------------------------------- writing


def _write(scribe: Scribe, sentence: Sentence, holding: Holding) -> None:
    token, office, person = sentence.tokens[holding.at], holding.office, holding.person
    bodies = _bodies(scribe, sentence, token, office, person, holding.holder)
    quote = _quote(scribe, sentence, holding, office)
    if holding.negated:
        return
    put = _put(scribe, sentence, holding)
    if put.modality is Modality.HYPOTHETICAL:
        return  # "whether he becomes minister again": nothing is said of a post
    role: Literal["at", "since", "until"] = "until" if holding.former else "at"

    def say(predicate: str, thing: Ref, rule: str, confidence: float = 0.9) -> None:
        scribe.say(
            sentence, token.i, person, predicate, object=thing, nominal=True, put=put, quote=quote, time_role=role,
            confidence=confidence, rule=rule,
        )  # fmt: skip

    organisations = [(ref, how) for ref, how in bodies if scribe.type(ref) != "State"]
    states = [ref for ref, _ in bodies if scribe.type(ref) == "State"]
    if office is None:
        for ref, how in organisations[:1]:
            if scribe.is_a(ref, "Organization"):
                if how in {"at", "of", "for"} and not vocabulary.is_member(token.lemma):
                    say(
                        "holdsPost",
                        scribe.post(_in_words(scribe, sentence, token), (), ref),
                        "roles: a role at a body",
                    )
                member = vocabulary.is_member(token.lemma)
                say(
                    "memberOf" if member else "worksFor", ref, f"roles: {token.lemma} {how} organisation", 0.8
                )
        return
    if "spokesperson" in office.flags:
        for ref, _ in organisations[:1] or [(s, "") for s in states[:1]]:
            if scribe.is_a(ref, "Organization"):
                say("spokespersonFor", ref, "roles: spokesperson")
                scribe.bodies[person] = ref
        return
    leading = (
        office.canonical in _LEADING
        or "leader" in office.flags
        and not office.flags & {"ambiguous", "deputy"}
    )
    if organisations and scribe.is_a(organisations[0][0], "Organization"):
        body, how = organisations[0]
        if office.flags & _OF_STATE and not leading:
            say("holdsPost", scribe.post(office.canonical, office.flags, body), "roles: office of a body")
        elif leading and how != "at":
            say("leads", body, "roles: leader of")
            if (
                "leader" not in office.canonical
                and not office.flags & {"ambiguous"}
                or scribe.is_a(body, "GovernmentBody")
            ):
                say("holdsPost", scribe.post(office.canonical, office.flags, body), "roles: head of a body")
        elif how in {"at", "of", "for"}:
            say("worksFor", body, "roles: office at")
            say(
                "holdsPost",
                scribe.post(_in_words(scribe, sentence, token), office.flags, body),
                "roles: a role at a body",
            )
        elif office.flags & {"commander", "official", "diplomat"} or how in {"at", "of", "for", "beside"}:
            say("worksFor", body, "roles: office at")
        return
    if (
        "ambiguous" in office.flags
        and not states
        and office.canonical in {"head", "chief", "general", "secretary", "ruler", "patron"}
    ):
        return
    if states or office.flags & {"head-of-government", "head-of-state", "minister"}:
        if not office.flags & (_OF_STATE | {"official", "commander", "leader"}):
            return
        if "leader" in office.flags and not office.flags & _OF_STATE:
            return
        if not states and "ambiguous" in office.flags and not token.text[:1].isupper() and not holding.former:
            return
        body_ref = states[0] if states else _home_state(scribe, sentence, holding)
        post = scribe.post(office.canonical, office.flags, body_ref)
        scribe.mention(post, sentence.tokens[office.first].start, sentence.tokens[office.last].end)
        say("holdsPost", post, "roles: office of a state")


def _in_words(scribe: Scribe, sentence: Sentence, token: Token) -> str:
    """The role as the text words it, without the body: "director of conflict resolution", "research fellow"."""
    first = token.i
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
    return " ".join(t.text.lower() for t in sentence.tokens[first : last + 1])


def _of_something_else(scribe: Scribe, sentence: Sentence, token: Token) -> bool:
    """ "the Institute's director of research" leads the research, not the Institute."""
    things = trees.objects_of(sentence, token.i, "of", "for")
    return bool(things) and all(scribe.discourse.at(sentence.index, t.i) is None for t in things)


def _home_state(scribe: Scribe, sentence: Sentence, holding: Holding) -> Ref | None:
    """The state of an office that names none: the one that the person's title names elsewhere in the article;
    else the one that the article is about, where the sentence speaks of no other."""
    entity = scribe.entity(holding.person)
    if entity is not None and entity.of:
        return scribe.state(entity.of)
    here = {code for t in sentence.tokens if (code := vocabulary.demonym(t.text))}
    main = scribe.discourse.state
    return scribe.state(main) if main and here == {main} and not holding.former else None


def _put(scribe: Scribe, sentence: Sentence, holding: Holding) -> Stance:
    """How the office is put: by its own words beside a name, by the verb where a verb ties the two."""
    if holding.coming:
        return Stance(Modality.FUTURE, certainty=Certainty.PROBABLE)
    token = sentence.tokens[holding.at]
    verb = sentence.tokens[trees.first_conjunct(sentence, token.i)]
    if verb.dep in {"attr", "oprd"}:
        put = stance(sentence, verb.head, scribe.voices)
        if any(t.lemma == "whether" for t in trees.below(sentence, verb.head, "mark")):
            return put._replace(modality=Modality.HYPOTHETICAL)
        return put
    return stance(sentence, token.i, scribe.voices, nominal=True)


def _quote(scribe: Scribe, sentence: Sentence, holding: Holding, office: Office | None) -> tuple[int, int]:
    """From the office to the name, or the other way round, with what stands between."""
    positions = [holding.at, holding.holder]
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


# --------------------------------------------------------------------------- possessors and "led by"


def _possessed(scribe: Scribe, sentence: Sentence) -> None:
    for phrase in scribe.discourse.phrases_of(sentence.index):
        if phrase.kind == "pronoun":
            continue
        subject = scribe.discourse.at(sentence.index, phrase.head)
        if subject is None:
            continue
        for owner in [*trees.below(sentence, phrase.head, "poss")]:
            other = scribe.discourse.at(sentence.index, owner.i)
            if other is None or other == subject:
                continue
            quote = (sentence.tokens[trees.subtree(sentence, owner.i)[0]].start, phrase.end)
            if (
                phrase.kind == "name"
                and scribe.type(subject) == "Person"
                and scribe.is_a(other, "Organization")
                and scribe.type(other) != "State"
            ):
                scribe.say(
                    sentence,
                    phrase.head,
                    subject,
                    "memberOf",
                    object=other,
                    nominal=True,
                    quote=quote,
                    rule="roles: the body's person",
                    confidence=0.85,
                )
            if (
                scribe.is_a(other, "Person")
                and scribe.type(subject) in {"PoliticalParty", "ElectoralAlliance"}
                and not phrase.plural
            ):
                scribe.say(
                    sentence,
                    phrase.head,
                    other,
                    "leads",
                    object=subject,
                    nominal=True,
                    quote=quote,
                    rule="roles: a person's party",
                    confidence=0.75,
                )
        if scribe.type(subject) in {"PoliticalParty", "ElectoralAlliance"} and not phrase.plural:
            for thing in trees.objects_of(sentence, phrase.head, "of"):
                other = scribe.discourse.at(sentence.index, thing.i)
                if other is not None and scribe.type(other) == "Person":
                    quote = (phrase.start, sentence.tokens[trees.subtree(sentence, thing.i)[-1]].end)
                    scribe.say(
                        sentence,
                        phrase.head,
                        other,
                        "leads",
                        object=subject,
                        nominal=True,
                        quote=quote,
                        rule="roles: the list of a person",
                        confidence=0.75,
                    )


def _of_a_body(scribe: Scribe, sentence: Sentence) -> None:
    """ "a Brigade fighter", "members of the Brigade": people without a name who belong to a named body."""
    for phrase in scribe.discourse.phrases_of(sentence.index):
        token = sentence.tokens[phrase.head]
        if phrase.kind != "nominal" or not vocabulary.is_member(token.lemma):
            continue
        member = scribe.discourse.at(sentence.index, phrase.head)
        if member is None or scribe.type(member) not in {"UnnamedPerson", "ActorGroup"}:
            continue
        near = [
            *trees.below(sentence, phrase.head, "compound", "nmod", "poss"),
            *trees.objects_of(sentence, phrase.head, "of", "from"),
        ]
        for child in near:
            body = scribe.discourse.at(sentence.index, child.i)
            if (
                body is not None
                and scribe.is_a(body, "Organization")
                and scribe.type(body) != "State"
                and scribe.named(body)
            ):
                scribe.say(
                    sentence, phrase.head, member, "memberOf", object=body, nominal=True,
                    quote=(min(phrase.start, child.start), max(phrase.end, child.end)), rule="roles: member of a body", confidence=0.85,
                )  # fmt: skip


def _led(scribe: Scribe, sentence: Sentence) -> None:
    for token in sentence.tokens:
        if token.lemma not in {"lead", "head", "command", "chair"} or token.pos != "VERB":
            continue
        if token.dep == "acl" and token.tag == "VBN":
            body = scribe.ref(sentence, token.head)
            for thing in trees.objects_of(sentence, token.i, "by"):
                person = scribe.ref(sentence, thing.i)
                for other in trees.below(sentence, thing.i, "appos", "conj"):
                    named = scribe.ref(sentence, other.i)
                    if named is not None and scribe.type(named) == "Person":
                        person = named
                if (
                    body
                    and person
                    and scribe.is_a(person, "Person")
                    and scribe.is_a(body, "Organization")
                    and scribe.type(body) != "State"
                ):
                    scribe.say(sentence, token.i, person, "leads", object=body, rule="roles: led by")
        elif token.dep in {"ROOT", "relcl", "conj", "advcl"}:
            for subject in trees.below(sentence, token.i, "nsubj"):
                for thing in trees.below(sentence, token.i, "dobj"):
                    person, body = scribe.ref(sentence, subject.i), scribe.ref(sentence, thing.i)
                    if (
                        body
                        and person
                        and scribe.is_a(person, "Person")
                        and scribe.type(body)
                        in _PARTIES | {"GovernmentBody", "SecurityForce", "IntelligenceService"}
                    ):
                        scribe.say(sentence, token.i, person, "leads", object=body, rule="roles: leads")
