"""Words of the event table in a use that is no event: "form an opinion", "try to", "passed the house".

Each rule is a row: the verbs it is about, and what must stand beside them for an event.
"""

from __future__ import annotations

from collections.abc import Callable

from graph.language import trees, vocabulary
from graph.language.vocabulary import Trigger
from graph.model import Discourse, Sentence, Token

_LAWS = frozenset(
    "resolution bill law motion budget measure amendment legislation candidate cabinet constitution reform".split()
)
_GOVERNMENTS = frozenset("government cabinet coalition administration".split())
_WORDS = frozenset("statement report video figure result photo document footage data".split())
_CRIMES = frozenset("murder treason terrorism corruption crime fraud assault manslaughter genocide".split())

_WORKS = frozenset(
    "film book article report plan policy idea decision proposal bill law goal record speech budget deal theory view "
    "statement reform system notion problem issue question".split()
)
"""What is attacked in words only. Source: own list."""

_Rule = Callable[[Sentence, Token, Discourse], bool]


def _objects(sentence: Sentence, token: Token) -> set[str]:
    return {t.lemma for t in trees.below(sentence, token.i, "dobj", "nsubjpass")}


def _actor_object(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether the verb has an actor or place of the article as its object."""
    return any(discourse.at(sentence.index, t.i) for t in trees.below(sentence, token.i, "dobj", "nsubjpass"))


def _force_object(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether troops or weapons are what is moved."""
    for t in trees.below(sentence, token.i, "dobj", "nsubjpass"):
        ref = discourse.at(sentence.index, t.i)
        if t.lemma in vocabulary.weapons() or ref is not None and discourse.entities[ref].type in {
            "SecurityForce", "ArmedGroup", "Militia", "ActorGroup",
        }:  # fmt: skip
            return True
    return False


def _court(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody is brought to court: a passive or an actor as object, and no infinitive under it."""
    if trees.below(sentence, token.i, "xcomp", "pcomp") or any(
        trees.below(sentence, p.i, "pcomp") for p in trees.below(sentence, token.i, "prep")
    ):
        return False
    passive = trees.is_passive(sentence, token.i) and token.dep != "amod"
    return (
        passive
        or _actor_object(sentence, token, discourse)
        and bool({t.lemma for t in trees.objects_of(sentence, token.i, "with", "for", "of")} & _CRIMES)
    )


def _denies(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether something is said not to be so; "deny him a term" is a refusal."""
    things = trees.below(sentence, token.i, "dobj", "dative", "iobj")
    return (
        bool(trees.below(sentence, token.i, "ccomp"))
        or len(things) == 1
        and not _actor_object(sentence, token, discourse)
    )


def _bodily(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether the object, if there is one, can be hurt: "attacked the film" is a review."""
    return not _objects(sentence, token) & _WORKS


def _not_a_party(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Parties beat one another in elections."""
    refs = [discourse.at(sentence.index, t.i) for t in trees.below(sentence, token.i, "dobj", "nsubjpass")]
    return any(refs) and not any(
        discourse.entities[ref].type in {"PoliticalParty", "ElectoralAlliance"}
        for ref in refs
        if ref is not None
    )


def _by_actor(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody does it: the constitution allows much, and hills back on to a lake."""
    if trees.is_passive(sentence, token.i):
        doers = trees.objects_of(sentence, token.i, "by")
    else:
        doers = trees.below(sentence, token.i, "nsubj")
        if not doers:
            return token.dep in {"conj", "xcomp", "advcl", "pcomp", "acl"}
    return any(t.lemma == "who" or discourse.at(sentence.index, t.i) is not None for t in doers)


def _lets(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody lets somebody do something: "let the inquiry play out" gives way to nobody."""
    let = trees.below(sentence, token.i, "dobj", "nsubjpass", "dative")
    let += [
        t
        for c in trees.below(sentence, token.i, "ccomp", "xcomp")
        for t in trees.below(sentence, c.i, "nsubj")
    ]
    return _by_actor(sentence, token, discourse) and any(
        discourse.at(sentence.index, t.i) is not None for t in let
    )


def _of_deeds(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether what is challenged is a word or deed: a rival is challenged otherwise."""
    return bool(_objects(sentence, token)) and not _actor_object(sentence, token, discourse)


def _in_words(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether it is defended by words: forces defend ground."""
    refs = [discourse.at(sentence.index, t.i) for t in trees.below(sentence, token.i, "nsubj")]
    forces = {"SecurityForce", "ArmedGroup", "Militia", "InsurgentGroup"}
    return _by_actor(sentence, token, discourse) and not any(
        discourse.entities[ref].type in forces for ref in refs if ref is not None
    )


def _has_object(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether something is given back: who returns may only come home."""
    return bool(_objects(sentence, token)) and _by_actor(sentence, token, discourse)


def _to_somebody(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody gets it: a name is lent to a thing."""
    getting = [*trees.below(sentence, token.i, "dative"), *trees.objects_of(sentence, token.i, "to")]
    return any(discourse.at(sentence.index, t.i) is not None for t in getting if t.pos != "PRON")


def _with_content(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether an infinitive or "to", "for" says what is wanted: "committed to reform", no crime."""
    prepositions = {t.lemma for t in trees.below(sentence, token.i, "prep")}
    clauses = trees.below(sentence, token.i, "xcomp", "ccomp")
    return bool(clauses or prepositions & {"to", "for"}) and _by_actor(sentence, token, discourse)


def _declines(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody declines something: figures only decline."""
    things = trees.below(sentence, token.i, "dobj", "xcomp", "nsubjpass")
    return bool(things) and _by_actor(sentence, token, discourse)


def _rings(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody is called up: "called him a liar", "called the vote" are no calls."""
    if trees.below(sentence, token.i, "oprd", "ccomp", "acomp", "prt"):
        return False
    refs = [discourse.at(sentence.index, t.i) for t in trees.below(sentence, token.i, "dobj")]
    return any(discourse.entities[ref].type == "Person" for ref in refs if ref is not None)


def _told_to(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody is ordered to do something: "ordered the Front to leave"."""
    told = trees.below(sentence, token.i, "dobj", "nsubjpass")
    clauses = trees.below(sentence, token.i, "xcomp", "ccomp")
    told += [t for clause in clauses for t in trees.below(sentence, clause.i, "nsubj")]
    return bool(clauses) and any(discourse.at(sentence.index, t.i) is not None for t in told)


def _fights(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody is fought: "fight corruption", "fought with words" are no clashes."""
    fought = [
        *trees.below(sentence, token.i, "dobj"),
        *trees.objects_of(sentence, token.i, "against", "with"),
    ]
    return not fought or any(discourse.at(sentence.index, t.i) is not None for t in fought)


def _marches(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether "demonstrate" is to protest: what shows something has an object or a clause."""
    return not trees.below(sentence, token.i, "dobj", "ccomp", "nsubjpass")


def _forces_leave(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether forces leave a place."""
    refs = [discourse.at(sentence.index, t.i) for t in trees.below(sentence, token.i, "nsubj")]
    forces = {"SecurityForce", "ArmedGroup", "Militia", "InsurgentGroup"}
    leaving = any(discourse.entities[ref].type in forces for ref in refs if ref is not None)
    return leaving and _actor_object(sentence, token, discourse)


def _never(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    return False


def _of(nouns: frozenset[str]) -> _Rule:
    return lambda sentence, token, discourse: bool(nouns & _objects(sentence, token))


def _not_of(nouns: frozenset[str]) -> _Rule:
    return lambda sentence, token, discourse: not nouns & _objects(sentence, token)


def _main_or_passive(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether "blame" is a verb of its own, not "is to blame"."""
    return sentence.tokens[token.head].lemma != "be" or token.dep == "ROOT"


_NEEDS: tuple[tuple[frozenset[str], _Rule], ...] = (
    (frozenset({"form", "assemble"}), _of(_GOVERNMENTS)),
    (frozenset({"pass", "adopt", "approve", "veto"}), _of(_LAWS)),
    (frozenset({"deploy", "mobilise", "mobilize", "patrol"}), _force_object),
    (frozenset({"launch", "win", "lose", "secure", "gain", "garner", "poll", "escape", "survive", "conclude"}), _never),
    (frozenset({"receive", "name", "block", "gather", "chant", "replace", "remove"}), _never),
    (frozenset({"release", "free"}), _not_of(_WORDS)),
    (frozenset({"strike", "hit", "search", "target", "hurt", "suspend", "seize", "capture", "shoot", "surround"}), _actor_object),
    (frozenset({"try", "charge", "sentence"}), _court),
    (frozenset({"deny"}), _denies),
    (frozenset({"attack", "assault", "slam", "target"}), _bodily),
    (frozenset({"beat"}), _not_a_party),
    (frozenset({"call"}), _rings),
    (frozenset({"fight"}), _fights),
    (frozenset({"demonstrate"}), _marches),
    (frozenset({"leave"}), _forces_leave),
    (frozenset({"order", "instruct"}), _told_to),
    (frozenset({"return", "hand over", "grant", "recognise", "recognize", "arm", "train"}), _has_object),
    (frozenset({"lend"}), _to_somebody),
    (frozenset({"commit", "press", "pressure"}), _with_content),
    (frozenset({"decline"}), _declines),
    (frozenset({"defend"}), _in_words),
    (frozenset({"challenge"}), _of_deeds),
    (frozenset({"allow", "permit", "let"}), _lets),
    (frozenset({"withdraw from"}), _by_actor),
    (frozenset("back honour honor fund finance aid assist complain cease concede object mock".split()), _by_actor),
    (frozenset("blast slam shelter rescue evacuate exile discuss tour greet agree promise pledge vow refuse fault".split()), _by_actor),
    (frozenset({"blame"}), _main_or_passive),
    (frozenset({"intercept", "shoot down"}), _actor_object),
)  # fmt: skip
# Nouns that are an event only with one of these words before or a preposition after.
_NOUNS: dict[str, frozenset[str]] = {
    "campaign": frozenset("military bombing air terror terrorist armed".split()),
    "operation": frozenset("military security special rescue joint ground".split()),
    "trial": frozenset("criminal murder show military".split()),
    "sentence": frozenset("prison jail death life".split()),
    "offer": frozenset("peace formal".split()),
    "support": frozenset(),
    "occupation": frozenset("military".split()),
    "crisis": frozenset(),
    "incident": frozenset(),
    "vote": frozenset("confidence parliamentary popular".split()),
}


def is_idle(sentence: Sentence, token: Token, row: Trigger, discourse: Discourse) -> bool:
    """Whether a verb of the table is no event here."""
    if row.cls == "Event" or token.dep == "amod" or token.tag in {"VBG", "VBN"} and token.dep == "compound":
        return True
    lemmas = {row.lemma, token.lemma} if " " not in row.lemma else {row.lemma}
    return any(lemmas & verbs and not rule(sentence, token, discourse) for verbs, rule in _NEEDS)


def is_idle_noun(sentence: Sentence, token: Token, row: Trigger) -> bool:
    """Whether a noun of the table is no event here."""
    if row.cls == "Event":
        return True  # movements and crises have no class of their own that claims could be held to
    wanted = _NOUNS.get(token.lemma)
    if wanted is None:
        return False
    return not {t.lemma for t in trees.below(sentence, token.i, "amod", "compound")} & wanted
