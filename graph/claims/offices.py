"""What an office makes of its holder: a post, leadership, employment, or a voice."""

from __future__ import annotations

from typing import Literal

from graph.claims.bodies import bodies_of
from graph.claims.holdings import Holding
from graph.claims.scribe import Scribe
from graph.claims.stance import Stance, stance
from graph.language import trees, vocabulary
from graph.language.vocabulary import Office
from graph.model import Certainty, Modality, Ref, Sentence, Token

_LEADING = frozenset(
    "leader head chief commander chairman chairwoman chair director secretary-general founder".split()
) | {"general secretary", "field commander", "deputy leader"}


_OF_STATE = frozenset(
    {"head-of-government", "head-of-state", "minister", "legislator", "judge", "diplomat", "regional"}
)


def write_holding(scribe: Scribe, sentence: Sentence, holding: Holding) -> None:
    token, office, person = sentence.tokens[holding.at], holding.office, holding.person
    bodies = bodies_of(scribe, sentence, token, office, person, holding.holder)
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
