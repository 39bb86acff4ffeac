"""In which use a verb tells of an event: each rule asks of a verb in its sentence what stands beside it."""

from __future__ import annotations

from collections.abc import Callable

from graph.language import trees, vocabulary
from graph.model import Discourse, Sentence, Token

_CRIMES = frozenset("murder treason terrorism corruption crime fraud assault manslaughter genocide".split())
_RECEPTIONS = frozenset(
    "opposition criticism resistance success failure approval disapproval silence skepticism scepticism anger outrage "
    "protest derision applause enthusiasm indifference praise".split()
)
"""What a plan, not a person, is met with. Source: own list."""

_OWNED = frozenset(
    "company industry bank railway oil mine property asset land firm sector utility airline".split()
)
_ARMS = frozenset(
    "arm weapon gun rifle pistol ammunition power territory city town village base fort position".split()
)

_MEASURES = frozenset(
    "criterion criteria requirement need standard condition goal target deadline expectation challenge test threshold "
    "quota objective obligation commitment fate end definition cost bill payment date".split()
)
"""What one meets without meeting anybody. Source: own list."""
_KEPT = frozenset("family wife husband child kid parent household habit lifestyle weight growth life".split())
"""Whom and what one's wages support. Source: own list."""
_TAKEN_BACK = frozenset(
    "force troop soldier unit support offer invitation recognition candidacy nomination bid ambassador staff diplomat "
    "resolution bill proposal statement cooperation participation backing confidence request".split()
)
"""What is withdrawn. Source: own list."""
OCCASIONS = frozenset(
    "meeting talk talks summit conference forum round session congress gathering reception dinner banquet lunch "
    "breakfast negotiation consultation discussion visit gala".split()
)
"""What one hosts and takes part in. Source: own list."""
_LEFT = frozenset(
    "parliament assembly chamber house council senate committee debate coalition government class classroom school "
    "work job factory office hall room".split()
)
"""What is walked out of in protest. Source: own list."""

_NATURAL = frozenset(
    "cancer tumour tumor illness disease age cause pneumonia stroke attack failure leukemia leukaemia diabetes aids "
    "malaria cholera flu influenza coronavirus covid-19 covid infection complication ailment".split()
)
"""What one dies of without anybody's doing: "natural causes", "a heart attack". Source: own list."""
_BURDENS = frozenset(
    "obligation duty tax rule debt constraint restriction requirement burden fear pressure charge poverty tyranny "
    "oppression dependence responsibility blame".split()
)
"""What one is freed of without having been held. Source: own list."""
_FLAGS = frozenset("side cause flag defence defense aid banner".split())
"""What one rallies to, which is no protest. Source: own list."""

_CAUSES_OF_MANY = frozenset("movement campaign group community".split())
"""What is promoted without getting a post. Source: own list."""

Rule = Callable[[Sentence, Token, Discourse], bool]


def objects(sentence: Sentence, token: Token) -> set[str]:
    """The lemmas of what the verb is done to."""
    return {t.lemma for t in trees.below(sentence, token.i, "dobj", "nsubjpass")}


def to_an_actor(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether the verb has an actor or place of the article as its object."""
    return any(discourse.at(sentence.index, t.i) for t in trees.below(sentence, token.i, "dobj", "nsubjpass"))


def of_somebody(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether the object can be a person: not "dismissed it", "a charge which Nur has dismissed"."""
    things = trees.below(sentence, token.i, "dobj")
    return not any(t.tag == "WDT" or t.lemma in {"it", "this", "that", "which"} for t in things)


def force_object(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether troops or weapons are what is moved."""
    for t in trees.below(sentence, token.i, "dobj", "nsubjpass"):
        ref = discourse.at(sentence.index, t.i)
        if t.lemma in vocabulary.weapons() or ref is not None and discourse.entities[ref].type in {
            "SecurityForce", "ArmedGroup", "Militia", "ActorGroup",
        }:  # fmt: skip
            return True
    return False


def at_court(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody is brought to court: a passive or an actor as object, and no infinitive under it."""
    if trees.below(sentence, token.i, "xcomp", "pcomp") or any(
        trees.below(sentence, p.i, "pcomp") for p in trees.below(sentence, token.i, "prep")
    ):
        return False
    passive = trees.is_passive(sentence, token.i) and token.dep != "amod"
    return (
        passive
        or to_an_actor(sentence, token, discourse)
        and bool({t.lemma for t in trees.objects_of(sentence, token.i, "with", "for", "of")} & _CRIMES)
    )


def in_person(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody is met: plans are met with opposition, and candidates meet criteria."""
    if objects(sentence, token) & _MEASURES:
        return False
    return not {t.lemma for t in trees.objects_of(sentence, token.i, "with", "by")} & _RECEPTIONS


def takes_sides(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody is supported in words or deeds, not kept: who works supports a family."""
    return not objects(sentence, token) & _KEPT


def moves_off(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody leaves, or forces or a word given are taken back: not a wallet, a card, money."""
    things = trees.below(sentence, token.i, "dobj")
    kept = all(
        discourse.at(sentence.index, t.i) is not None
        or t.lemma in _TAKEN_BACK
        or t.lemma in vocabulary.weapons()
        for t in things
    )
    return kept or trees.is_passive(sentence, token.i)


def done_then(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether the verb tells of a deed: militias "allied with the army" only are what they are."""
    stands = token.dep in {"acl", "amod"} or bool(trees.below(sentence, token.i, "auxpass"))
    return not stands or token.tag != "VBN"


def stops_taking_part(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether who walks out leaves work or a gathering, not a prison or a shop."""
    out = [p for p in trees.below(sentence, token.i, "prep", "prt", "advmod") if p.lemma == "out"]
    left = [t for p in [token, *out] for t in trees.objects_of(sentence, p.i, "of")]
    return not left or any(t.lemma in _LEFT | OCCASIONS for t in left)


def by_actor(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody does it: the constitution allows much, and hills back on to a lake."""
    if trees.is_passive(sentence, token.i):
        doers = trees.objects_of(sentence, token.i, "by")
    else:
        doers = trees.below(sentence, token.i, "nsubj")
        if not doers:
            return token.dep in {"conj", "xcomp", "advcl", "pcomp", "acl"}
    return any(t.lemma == "who" or discourse.at(sentence.index, t.i) is not None for t in doers)


def threatens(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody does it, or it befalls somebody: "two judges were threatened"; a strike threatens the harvest."""
    if trees.is_passive(sentence, token.i) and not trees.objects_of(sentence, token.i, "by"):
        whom = trees.below(sentence, token.i, "nsubjpass")
        return any(discourse.at(sentence.index, t.i) is not None for t in whom)
    return by_actor(sentence, token, discourse)


def of_deeds(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether what is challenged is a word or deed: a rival is challenged otherwise."""
    return bool(objects(sentence, token)) and not to_an_actor(sentence, token, discourse)


def has_object(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether something is given back: who returns may only come home."""
    return bool(objects(sentence, token)) and by_actor(sentence, token, discourse)


def to_somebody(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody gets it: a name is lent to a thing."""
    getting = [*trees.below(sentence, token.i, "dative"), *trees.objects_of(sentence, token.i, "to")]
    return any(discourse.at(sentence.index, t.i) is not None for t in getting if t.pos != "PRON")


def with_content(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether an infinitive or "to", "for" says what is wanted: "committed to reform", no crime."""
    prepositions = {t.lemma for t in trees.below(sentence, token.i, "prep")}
    clauses = trees.below(sentence, token.i, "xcomp", "ccomp")
    return bool(clauses or prepositions & {"to", "for"}) and by_actor(sentence, token, discourse)


def marches(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether "demonstrate" is to protest: what shows something has an object or a clause."""
    return not trees.below(sentence, token.i, "dobj", "ccomp", "nsubjpass")


def forces_leave(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether forces leave a place."""
    refs = [discourse.at(sentence.index, t.i) for t in trees.below(sentence, token.i, "nsubj")]
    forces = {"SecurityForce", "ArmedGroup", "Militia", "InsurgentGroup"}
    leaving = any(discourse.entities[ref].type in forces for ref in refs if ref is not None)
    return leaving and to_an_actor(sentence, token, discourse)


def with_an_actor(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether an actor is the object or stands after "with"."""
    others = trees.objects_of(sentence, token.i, "with")
    return to_an_actor(sentence, token, discourse) or any(discourse.at(sentence.index, t.i) for t in others)


def as_ruler(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether a state or a power is recognised, not a face: "recognises his family in them"."""
    refs = [discourse.at(sentence.index, t.i) for t in trees.below(sentence, token.i, "dobj", "nsubjpass")]
    kin = any(trees.below(sentence, t.i, "poss") for t in trees.below(sentence, token.i, "dobj"))
    return not kin and any(ref is not None for ref in refs)


def never(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    return False


def with_object_of(nouns: frozenset[str]) -> Rule:
    return lambda sentence, token, discourse: bool(nouns & objects(sentence, token))


def with_no_object_of(nouns: frozenset[str]) -> Rule:
    return lambda sentence, token, discourse: not nouns & objects(sentence, token)


def main_or_passive(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether "blame" is a verb of its own, not "is to blame"."""
    return sentence.tokens[token.head].lemma != "be" or token.dep == "ROOT"


def dies(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody loses life, and not by illness: parties and plans only come to an end."""
    of = {t.lemma for t in trees.objects_of(sentence, token.i, "of", "from")}
    refs = [discourse.at(sentence.index, t.i) for t in trees.below(sentence, token.i, "nsubj")]
    bodies = {"PoliticalParty", "ElectoralAlliance", "State", "Organization", "MediaOutlet", "GovernmentBody"}
    known = [discourse.entities[ref].type for ref in refs if ref is not None]
    return not of & _NATURAL and not (known and all(type_ in bodies for type_ in known))


def shoots(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether shots are fired: a senator "fired back at" another in words."""
    back = any(t.lemma == "back" for t in trees.below(sentence, token.i, "prt", "advmod"))
    refs = [discourse.at(sentence.index, t.i) for t in trees.subjects_of(sentence, token)]
    talkers = {"Person", "PoliticalParty", "MediaOutlet", "Legislature"}
    return not back or not any(discourse.entities[ref].type in talkers for ref in refs if ref is not None)


def protests(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether people protest: "summoned the ambassador to protest" is a summons."""
    above = sentence.tokens[token.head]
    return not (token.dep in {"xcomp", "advcl"} and above.lemma in {"summon", "call", "write"})


def without_object(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether there is no object: who confers an award meets nobody."""
    return not trees.below(sentence, token.i, "dobj", "nsubjpass")


def property(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether a company or a trade is taken over: a contest is only nationalized."""
    refs = [discourse.at(sentence.index, t.i) for t in trees.below(sentence, token.i, "dobj", "nsubjpass")]
    owned = any(discourse.entities[ref].kind == "actor" for ref in refs if ref is not None)
    return owned or bool(objects(sentence, token) & _OWNED)


def gives_up(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether who surrenders gives up the fight: a team surrenders a lead."""
    given = objects(sentence, token)
    return not given or bool(given & _ARMS) or to_an_actor(sentence, token, discourse)


def to_a_post(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether it is somebody who is promoted, installed, succeeded: not tourism, cameras, plans."""
    things = trees.below(sentence, token.i, "dobj", "nsubjpass")
    people = {"Person", "UnnamedPerson", "ActorGroup"}
    return any(
        vocabulary.office_at(sentence, t.i) is not None
        or t.lemma not in _CAUSES_OF_MANY
        and (ref := discourse.at(sentence.index, t.i)) is not None
        and discourse.entities[ref].type in people
        for t in things
    )


def gives(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether something is given or somebody gets it: "contributes to their well-being" is no aid."""
    getting = trees.objects_of(sentence, token.i, "to")
    return bool(trees.below(sentence, token.i, "dobj")) or any(
        discourse.at(sentence.index, t.i) is not None for t in getting
    )


def gathers(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether people rally: a party rallies its voters, and prices rally."""
    to_flag = {t.lemma for t in trees.objects_of(sentence, token.i, "to", "behind", "around")} & _FLAGS
    return not to_flag and without_object(sentence, token, discourse) and by_actor(sentence, token, discourse)


def _of_people(sentence: Sentence, number: Token) -> bool:
    """ "six", "six of the hostages", not "a series of decrees"."""
    counted = trees.objects_of(sentence, number.i, "of")
    return not counted or any(t.pos == "PRON" or vocabulary.is_person(t.lemma) for t in counted)


def sets_free(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody is released: not films, figures, "it"."""
    freed = trees.below(sentence, token.i, "dobj", "nsubjpass")
    if {t.lemma for t in trees.objects_of(sentence, token.i, "from", "of")} & _BURDENS:
        return False  # "freed employers from the obligation"
    if token.dep == "acl":
        freed.append(sentence.tokens[token.head])
    if not freed:
        return token.tag == "VBN"  # "the driver was set free, released by a judge"
    refs = [(t, discourse.at(sentence.index, t.i)) for t in freed if t.lemma != "it"]
    kinds = {"Person", "UnnamedPerson", "ActorGroup"}
    people = any(discourse.entities[ref].type in kinds for t, ref in refs if ref is not None)
    return people or any(
        (vocabulary.is_quantity(sentence, t.i) or t.pos == "NUM") and _of_people(sentence, t) for t, _ in refs
    )
