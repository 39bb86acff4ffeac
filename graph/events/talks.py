"""In which use a verb tells of talk between two: of what is asked, offered, agreed, granted, denied."""

from __future__ import annotations

from graph.events.uses import OCCASIONS, by_actor, objects, to_an_actor, with_an_actor
from graph.language import trees
from graph.model import Discourse, Sentence, Token

SIGNED = frozenset(
    "accord agreement alliance armistice ceasefire cease-fire charter communique communiqué compact contract convention "
    "covenant deal declaration document memorandum pact partnership peace protocol settlement treaty truce understanding "
    "lease".split()
)
"""What two sides sign: a petition or a decree binds no other. Source: own list."""
_OFFERED = frozenset(
    "aid amnesty assistance asylum ceasefire compensation compromise concession cooperation deal funding hand help "
    "job loan mediation money partnership protection reward safe-passage service settlement support talk talks truce "
    "refuge shelter".split()
)
"""What is offered to somebody. Source: own list."""
_ASKING = frozenset({"whether", "if"})


def told_to(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody is to do something: "ordered the Front to leave", not "ask who gains"."""
    clauses = [
        c
        for c in trees.below(sentence, token.i, "xcomp", "ccomp")
        if c.tag == "VB" and not any(t.lemma in _ASKING for t in trees.below(sentence, c.i, "mark"))
    ]
    told = trees.below(sentence, token.i, "dobj", "nsubjpass")
    told += [t for clause in clauses for t in trees.below(sentence, clause.i, "nsubj", "nsubjpass")]
    return bool(clauses) and any(discourse.at(sentence.index, t.i) is not None for t in told)


def is_wanted(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether what is insisted on is to be done: "insisted that Velka leave", not "insisted that it was late"."""
    return any(
        clause.tag == "VB"
        or any(t.lemma in {"must", "should"} for t in trees.below(sentence, clause.i, "aux"))
        for clause in trees.below(sentence, token.i, "ccomp")
    )


def agrees(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether something is agreed to: who agrees that it is so, or with somebody, promises nothing."""
    opinion = any(
        t.lemma == "that"
        for c in trees.below(sentence, token.i, "ccomp")
        for t in trees.below(sentence, c.i, "mark")
    )
    to_what = trees.below(sentence, token.i, "xcomp", "ccomp", "dobj", "nsubjpass", "prep", "advcl")
    only_with = bool(to_what) and all(t.dep == "prep" and t.lemma in {"with", "in"} for t in to_what)
    return not opinion and bool(to_what) and not only_with and by_actor(sentence, token, discourse)


def settles(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether something is settled: who does "not even agree on how many" or "only on" a view settles nothing."""
    on = [p for p in trees.below(sentence, token.i, "prep") if p.lemma in {"on", "upon"}]
    return not any(trees.below(sentence, p.i, "pcomp") for p in on)


def discusses(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether two talk with one another: who alone "discussed his plan" has met nobody."""
    if not by_actor(sentence, token, discourse):
        return False
    doers = trees.subjects_of(sentence, token)
    several = any(t.tag in {"NNS", "NNPS"} or len(trees.conjuncts(sentence, t.i)) > 1 for t in doers)
    return (
        several
        or any(t.text.lower() in {"they", "we", "who"} for t in doers)
        or trees.is_passive(sentence, token.i)
        or bool(trees.objects_of(sentence, token.i, "with"))
    )


def calls_on(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether one talks with another: who "speaks to reporters", or to supporters, makes a speech."""
    refs = [discourse.at(sentence.index, t.i) for t in trees.objects_of(sentence, token.i, "to")]
    crowd = any(ref is not None and discourse.entities[ref].type == "ActorGroup" for ref in refs)
    return (
        bool(trees.objects_of(sentence, token.i, "with"))
        or any(ref is not None for ref in refs)
        and not crowd
    )


def appeals(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether something is asked for: a candidate who "appeals to younger voters" is liked by them."""
    wanted = trees.below(sentence, token.i, "xcomp", "ccomp", "advcl") or trees.objects_of(
        sentence, token.i, "for"
    )
    refs = [discourse.at(sentence.index, t.i) for t in trees.objects_of(sentence, token.i, "to")]
    crowd = any(ref is None or discourse.entities[ref].type == "ActorGroup" for ref in refs)
    return bool(wanted) or bool(refs) and not crowd


def offers(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody may take it: "offered Nur asylum", "offered to leave", not "offered his assessment"."""
    whom = [
        *trees.below(sentence, token.i, "dative", "nsubjpass"),
        *trees.objects_of(sentence, token.i, "to"),
    ]
    taken = any(discourse.at(sentence.index, t.i) is not None for t in whom)
    return taken or bool(trees.below(sentence, token.i, "xcomp") or objects(sentence, token) & _OFFERED)


def grants(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody gives way: who "concedes that" only admits it."""
    return not trees.below(sentence, token.i, "ccomp") and by_actor(sentence, token, discourse)


def lets(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody lets somebody do something: "let the inquiry play out" gives way to nobody."""
    let = trees.below(sentence, token.i, "dobj", "nsubjpass", "dative")
    let += [
        t
        for c in trees.below(sentence, token.i, "ccomp", "xcomp")
        for t in trees.below(sentence, c.i, "nsubj")
    ]
    return by_actor(sentence, token, discourse) and any(
        discourse.at(sentence.index, t.i) is not None and not t.lemma.endswith(("self", "selves"))
        for t in let
    )


def makes_peace(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether two are reconciled: not what is with what it seems."""
    return with_an_actor(sentence, token, discourse) or not trees.below(sentence, token.i, "ccomp", "dobj")


def denies(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether something is said not to be so; "deny him a term" is a refusal."""
    things = trees.below(sentence, token.i, "dobj", "dative", "iobj")
    withheld = trees.withheld(sentence, token.i)
    return (
        bool(trees.below(sentence, token.i, "ccomp"))
        or len(things) == 1
        and not withheld
        and not to_an_actor(sentence, token, discourse)
    )


def declares(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody says so: a passive without "by" tells of nobody who does."""
    return not trees.is_passive(sentence, token.i) or bool(trees.objects_of(sentence, token.i, "by"))


def declines(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody declines, something or what was told before: figures only decline."""
    things = trees.below(sentence, token.i, "dobj", "xcomp", "nsubjpass")
    refs = [discourse.at(sentence.index, t.i) for t in trees.below(sentence, token.i, "nsubj")]
    one = any(discourse.entities[ref].type == "Person" for ref in refs if ref is not None)
    return (bool(things) or one) and by_actor(sentence, token, discourse)


def rings(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody is called up: "called him a liar", "called the vote" are no calls."""
    if trees.below(sentence, token.i, "oprd", "ccomp", "acomp", "prt"):
        return False
    refs = [discourse.at(sentence.index, t.i) for t in trees.below(sentence, token.i, "dobj")]
    return any(discourse.entities[ref].type == "Person" for ref in refs if ref is not None)


def receives(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether a guest or a meeting is hosted, not a show or a website."""
    things = trees.below(sentence, token.i, "dobj", "nsubjpass")
    refs = [discourse.at(sentence.index, t.i) for t in things if t.lemma != "it"]
    guests = {"Person", "UnnamedPerson", "ActorGroup", "State", "GovernmentBody"}
    return any(t.lemma in OCCASIONS for t in things) or any(
        discourse.entities[ref].type in guests for ref in refs if ref is not None
    )


def guest(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether it is a person who is received."""
    refs = [discourse.at(sentence.index, t.i) for t in trees.below(sentence, token.i, "dobj")]
    return any(discourse.entities[ref].type in {"Person", "UnnamedPerson"} for ref in refs if ref is not None)


def in_words(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether it is defended by words: forces defend ground."""
    refs = [discourse.at(sentence.index, t.i) for t in trees.below(sentence, token.i, "nsubj")]
    forces = {"SecurityForce", "ArmedGroup", "Militia", "InsurgentGroup"}
    return by_actor(sentence, token, discourse) and not any(
        discourse.entities[ref].type in forces for ref in refs if ref is not None
    )
