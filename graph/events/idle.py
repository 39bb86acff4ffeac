"""Words of the event table in a use that is no event: "form an opinion", "try to", "passed the house".

Each rule is a row: the verbs it is about, and what must stand beside them for an event (`uses.py`, `talks.py`, `force.py`).
"""

from __future__ import annotations

from graph.events import force, talks, uses
from graph.events.figures import figurative
from graph.language import trees
from graph.language.vocabulary import Trigger
from graph.model import Discourse, Sentence, Token

_LAWS = frozenset(
    "resolution bill law motion budget measure amendment legislation candidate cabinet constitution reform".split()
)
_GOVERNMENTS = frozenset("government cabinet coalition administration".split())
_WORDS = frozenset(
    "statement report video figure result photo document footage data song album film movie book novel single track".split()
)

_NEEDS: tuple[tuple[frozenset[str], uses.Rule], ...] = (
    (frozenset({"form", "assemble"}), uses.with_object_of(_GOVERNMENTS)),
    (frozenset({"pass", "adopt", "approve", "veto"}), uses.with_object_of(_LAWS)),
    (frozenset({"deploy", "mobilise", "mobilize", "patrol"}), uses.force_object),
    (frozenset({"launch", "win", "lose", "secure", "gain", "garner", "poll", "escape", "survive", "conclude"}), uses.never),
    (frozenset({"name", "block", "gather", "chant", "replace", "remove"}), uses.never),
    (frozenset({"release", "free"}), uses.sets_free),
    (frozenset({"strike", "hit", "search", "target", "hurt", "suspend", "seize", "capture", "shoot", "surround"}), uses.to_an_actor),
    (frozenset({"attack", "assault", "strike", "hit", "hurt", "rock", "target"}), force.strikes),
    (frozenset({"eliminate"}), force.for_good),
    (frozenset({"dismiss"}), uses.of_somebody),
    (frozenset({"meet"}), uses.in_person),
    (frozenset({"host"}), talks.receives),
    (frozenset({"threaten"}), uses.threatens),
    (frozenset({"support"}), uses.takes_sides),
    (frozenset({"pull out", "withdraw"}), uses.moves_off),
    (frozenset({"recapture", "retake", "regain"}), uses.to_an_actor),
    (frozenset({"ally"}), uses.done_then),
    (frozenset({"walk out"}), uses.stops_taking_part),
    (frozenset({"sign"}), uses.with_object_of(talks.SIGNED)),
    (frozenset({"try", "charge", "sentence"}), uses.at_court),
    (frozenset({"deny"}), talks.denies),
    (frozenset({"beat"}), force.beats),
    (frozenset("kill murder execute slaughter massacre hijack bury torture poison".split()), force.harms_somebody),
    (frozenset({"clash"}), force.clashes),
    (frozenset({"agree"}), talks.agrees),
    (frozenset({"agree on"}), talks.settles),
    (frozenset({"appeal to"}), talks.appeals),
    (frozenset({"offer"}), talks.offers),
    (frozenset({"die"}), uses.dies),
    (frozenset({"concede"}), talks.grants),
    (frozenset({"fire", "fire at", "fire on"}), uses.shoots),
    (frozenset({"protest"}), uses.protests),
    (frozenset({"discuss"}), talks.discusses),
    (frozenset({"reconcile"}), talks.makes_peace),
    (frozenset({"confer"}), uses.without_object),
    (frozenset("nationalise nationalize expropriate".split()), uses.property),
    (frozenset({"declare"}), talks.declares),
    (frozenset({"surrender"}), uses.gives_up),
    (frozenset({"promote", "install", "succeed", "inaugurate"}), uses.to_a_post),
    (frozenset({"contribute"}), uses.gives),
    (frozenset({"rally"}), uses.gathers),
    (frozenset({"call"}), talks.rings),
    (frozenset({"fight", "battle"}), force.fights),
    (frozenset({"demonstrate"}), uses.marches),
    (frozenset({"leave"}), uses.forces_leave),
    (frozenset({"order", "instruct", "ask"}), talks.told_to),
    (frozenset({"insist"}), talks.is_wanted),
    (frozenset({"receive"}), talks.guest),
    (frozenset({"consult", "forgive"}), uses.with_an_actor),
    (frozenset({"recognise", "recognize"}), uses.as_ruler),
    (frozenset({"speak to", "speak with"}), talks.calls_on),
    (frozenset({"return", "hand over", "grant", "arm", "train"}), uses.has_object),
    (frozenset({"lend"}), uses.to_somebody),
    (frozenset({"commit", "press", "pressure"}), uses.with_content),
    (frozenset({"decline"}), talks.declines),
    (frozenset({"defend"}), talks.in_words),
    (frozenset({"challenge"}), uses.of_deeds),
    (frozenset({"allow", "permit", "let"}), talks.lets),
    (frozenset({"withdraw from"}), uses.by_actor),
    (frozenset("back honour honor fund finance aid assist complain cease object mock".split()), uses.by_actor),
    (frozenset("blast slam shelter rescue evacuate exile tour greet promise pledge vow refuse fault".split()), uses.by_actor),
    (frozenset({"blame"}), uses.main_or_passive),
    (frozenset({"intercept", "shoot down"}), uses.to_an_actor),
)  # fmt: skip
# Nouns that are an event only with one of these words before.
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
_HINTS = frozenset({"information", "tip", "clue", "evidence", "reward"})
_NOUNS_OF: dict[str, frozenset[str]] = {"release": _WORDS}
"""Nouns that are no event of one of these: "the release of the report"."""
_NOUNS_WITH: dict[str, frozenset[str]] = {"appeal": frozenset({"to", "for", "against"})}
"""Nouns that are an event only with one of these prepositions after: a candidate has appeal."""


def is_idle(sentence: Sentence, token: Token, row: Trigger, discourse: Discourse) -> bool:
    """Whether a verb of the table is no event here."""
    if row.cls == "Event" or token.dep == "amod" or token.tag in {"VBG", "VBN"} and token.dep == "compound":
        return True
    lemmas = {row.lemma, token.lemma} if " " not in row.lemma else {row.lemma}
    return any(lemmas & verbs and not rule(sentence, token, discourse) for verbs, rule in _NEEDS)


def _only_sought(sentence: Sentence, token: Token) -> bool:
    """ "information leading to his capture": what a reward is set on has not happened."""
    verb = sentence.tokens[sentence.tokens[token.head].head]
    return token.dep == "pobj" and verb.lemma == "lead" and sentence.tokens[verb.head].lemma in _HINTS


def is_idle_noun(sentence: Sentence, token: Token, row: Trigger, discourse: Discourse) -> bool:
    """Whether a noun of the table is no event here."""
    if row.cls == "Event":
        return True  # movements and crises have no class of their own that claims could be held to
    if figurative(sentence, token, discourse) or _only_sought(sentence, token):
        return True
    if {t.lemma for t in trees.objects_of(sentence, token.i, "of")} & _NOUNS_OF.get(token.lemma, frozenset()):
        return True
    if token.lemma in _NOUNS_WITH and not _NOUNS_WITH[token.lemma] & {
        t.lemma for t in trees.below(sentence, token.i, "prep")
    }:
        return True
    wanted = _NOUNS.get(token.lemma)
    if wanted is None:
        return False
    return not {t.lemma for t in trees.below(sentence, token.i, "amod", "compound")} & wanted
