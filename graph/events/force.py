"""In which use a verb of force tells of violence: to whom it is done, by whom, and not in words, at law or in a game."""

from __future__ import annotations

from graph.events.figures import CAUSES, CONTESTS, SPOKEN, TALKERS, WORKS
from graph.language import trees, vocabulary
from graph.model import Discourse, Entity, Sentence, Token

_ILLS = frozenset(
    "allegation accusation claim charge scandal crisis recession inflation sanction tariff shortage price cost tax cut "
    "storm hurricane typhoon cyclone earthquake quake tsunami flood drought famine disease virus pandemic outbreak "
    "wave news criticism setback problem row report".split()
)
"""What hits and hurts without anybody's doing. Source: own list."""
_FORCES = frozenset("SecurityForce ArmedGroup Militia InsurgentGroup".split())
_CROWD = "ActorGroup"
_CONTESTED = frozenset("round race contest tournament competition primary playoff final league cup".split())
_UNDYING = (
    WORKS
    | CAUSES
    | SPOKEN
    | frozenset("order strategy program programme project joke story time agreement".split())
)
"""What is killed, executed and hijacked without harm to anybody. Source: own list."""
_ABOUT = ("over", "for", "as")
_BALLOTS = frozenset("election poll vote ballot runoff caucus".split())
_COUNTED = frozenset("point percent % vote margin seat ballot".split())
_FORUMS = frozenset(
    "media medium court parliament congress television tv twitter election primary race".split()
)
_PLACED = frozenset("first second third fourth fifth place spot".split())
_AUDIENCE = frozenset(
    "voter consumer customer viewer reader user audience supporter donor shopper listener".split()
)
"""Who is aimed at with words and wares. Source: own lists."""


def _entity(sentence: Sentence, token: Token, discourse: Discourse) -> Entity | None:
    ref = discourse.at(sentence.index, token.i)
    return discourse.entities.get(ref) if ref is not None else None


def _types(sentence: Sentence, tokens: list[Token], discourse: Discourse) -> set[str]:
    """The classes of those whom the words speak of, of all in a series."""
    several = (sentence.tokens[i] for t in tokens for i in trees.conjuncts(sentence, t.i))
    return {e.type for t in several if (e := _entity(sentence, t, discourse)) is not None}


def _doers(sentence: Sentence, token: Token) -> list[Token]:
    return [*trees.below(sentence, token.i, "nsubj"), *trees.objects_of(sentence, token.i, "by")]


def _objects(sentence: Sentence, token: Token) -> list[Token]:
    return trees.below(sentence, token.i, "dobj", "nsubjpass")


def strikes(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody or a weapon does it, to what can be hurt: not "hit by allegations", "attacked her in a speech",
    "attacked the film"."""
    doers = {t.lemma for t in _doers(sentence, token)}
    words = {
        t.lemma
        for t in trees.objects_of(
            sentence, token.i, "in", "on", "with", "over", "during", "at", "via", "through"
        )
    }
    objects = {t.lemma for t in _objects(sentence, token)}
    if token.dep == "acl" and sentence.tokens[token.head].lemma in SPOKEN:
        return False  # "ads attacking Nur"
    if (
        token.lemma == "target"
        and (objects & _AUDIENCE or _aimed_at(sentence, token, discourse))
        or token.lemma == "hit"
        and _faulted(sentence, token)
    ):
        return False
    return not doers & _ILLS and not words & SPOKEN and not objects & WORKS


def _aimed_at(sentence: Sentence, verb: Token, discourse: Discourse) -> bool:
    """Whether politicians, or nobody told, target people without arms: "targeting the state's minorities"."""
    armed = any(t.lemma in vocabulary.weapons() for t in trees.objects_of(sentence, verb.i, "with"))
    doers = _types(sentence, _doers(sentence, verb) or trees.subjects_of(sentence, verb), discourse)
    return not armed and not trees.is_passive(sentence, verb.i) and doers <= TALKERS - {"UnnamedPerson"}


def _faulted(sentence: Sentence, verb: Token) -> bool:
    """ "was hit for his shifting views": what one is hit for is a fault."""
    doers = _doers(sentence, verb)
    beside = [p for t in (verb, *doers) for p in trees.below(sentence, t.i, "prep")]
    return bool(doers) and any(p.lemma in {"for", "over"} for p in beside)


def in_words(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether an attack is one of words: "Nur attacked her rival over taxes", "the parties attacked one another"."""
    armed = any(t.lemma in vocabulary.weapons() for t in trees.objects_of(sentence, token.i, "with"))
    doers, hit = (
        _types(sentence, found, discourse) for found in (_doers(sentence, token), _objects(sentence, token))
    )
    about = trees.objects_of(sentence, token.i, *_ABOUT)
    talking = TALKERS | {_CROWD} if about else TALKERS
    bare = not about and not doers <= {"Person"}
    if armed or bare or not doers or not doers <= talking or not hit or not hit <= talking:
        return False
    placed = trees.objects_of(sentence, token.i, "in", "at", "near", "outside")
    spoken = any(t.lemma in SPOKEN for t in placed)
    return spoken or bool(about) or not placed and "UnnamedPerson" not in doers | hit


def harms_somebody(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether the object, if there is one, can die: "killed the bill", "executed the plan" harm nobody."""
    return all(
        t.pos in {"PRON", "NUM", "PROPN"}
        or vocabulary.is_quantity(sentence, t.i)
        or _entity(sentence, t, discourse) is not None
        or t.lemma not in _UNDYING
        for t in _objects(sentence, token)
    )


def for_good(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody is done away with: a team is only eliminated from a contest."""
    return not {t.lemma for t in trees.objects_of(sentence, token.i, "in", "from")} & _CONTESTED


def beats(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody is beaten with hands or weapons: parties, candidates and teams beat one another in contests."""
    beaten = _types(sentence, _objects(sentence, token), discourse)
    doers = _types(sentence, _doers(sentence, token) or trees.subjects_of(sentence, token), discourse)
    if _scored(sentence, token):
        return False
    contest = {"PoliticalParty", "ElectoralAlliance", "Organization", "State"}
    if beaten <= {"Person"} and not trees.is_passive(sentence, token.i):
        return bool(doers - {"Person", *contest})  # "we will beat Nur"
    named = doers <= {"Person", *contest} and bool(doers)
    return bool(beaten) and not beaten & contest and not (named and beaten <= {"Person"})


def _scored(sentence: Sentence, verb: Token) -> bool:
    """ "beat her by 22 points", "nearly beating her for second", "beat her in the primary": a contest was won."""
    under = {sentence.tokens[i].lemma for i in trees.subtree(sentence, verb.i) if i > verb.i}
    by = {t.lemma for t in trees.objects_of(sentence, verb.i, "by")} & _COUNTED or under & {"percent", "%"}
    place = {t.lemma for t in trees.objects_of(sentence, verb.i, "for", "to")} & (_PLACED | CONTESTS)
    where = {t.lemma for t in trees.objects_of(sentence, verb.i, "in", "at")} & (_CONTESTED | _BALLOTS)
    return bool(by or place or where)


def fights(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether somebody is fought: "fight corruption", "fight for votes", "fought with words" are no clashes."""
    fought = [
        *trees.below(sentence, token.i, "dobj"),
        *trees.objects_of(sentence, token.i, "against", "with"),
    ]
    if any(t.lemma == "it" for t in fought) and trees.below(sentence, token.i, "prt"):
        return False  # "Democrats battle it out"
    if fought:
        sides = _types(sentence, fought, discourse)
        contest = {t.lemma for t in trees.objects_of(sentence, token.i, "for", "over")} & CONTESTS
        return bool(sides) and not (contest and sides <= TALKERS | {"Organization"})
    if _strives(sentence, token):
        return False
    causes = {t.lemma for t in trees.objects_of(sentence, token.i, "for", "over")} & (CAUSES | CONTESTS)
    doers = _doers(sentence, token) or trees.subjects_of(sentence, token)
    return not causes and not _types(sentence, doers, discourse) & (TALKERS - {"UnnamedPerson"})


def _strives(sentence: Sentence, verb: Token) -> bool:
    """ "fights to keep her seat", "fight for what they believe in", "fight back in the media"."""
    aims = [
        t
        for p in trees.below(sentence, verb.i, "prep")
        if p.lemma == "for"
        for t in trees.below(sentence, p.i, "pcomp")
    ]
    infinitive = any(t.tag == "VB" for t in trees.below(sentence, verb.i, "xcomp", "advcl"))
    talk = {t.lemma for t in trees.objects_of(sentence, verb.i, "in", "on")} & (SPOKEN | _FORUMS)
    return bool(aims or infinitive or talk)


def clashes(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether bodies clash, not views: politicians and parliaments clash over a budget."""
    sides = [*_doers(sentence, token), *trees.objects_of(sentence, token.i, "with")]
    types = _types(sentence, sides, discourse)
    if types & _FORCES:
        return True
    if any(vocabulary.office_at(sentence, t.i) is not None and t.tag == "NNS" for t in sides):
        return False
    about = bool(trees.objects_of(sentence, token.i, "over", "about", "on"))
    spoken = {t.lemma for t in trees.objects_of(sentence, token.i, "in", "during")} & SPOKEN
    return (
        not spoken
        and not (about and _CROWD not in types)
        and not (bool(types) and types <= TALKERS and about)
    )
