"""Nouns of events as figures of speech: "the battle for votes", "a personal attack", "an Oscar nomination", "a campaign rally".

| noun | no event |
| --- | --- |
| attack, battle, war, ... | with a word before it of talk, law, trade or play; for, of, on what nobody can strike |
| battle, fight | of a body or building: "the Senate battle" |
| rally | of a candidate: "a campaign rally", "Nur's rally" |
| nomination | of nobody to a post: "an Oscar nomination" |
| threat | that is one, and is made by nobody: "poses a threat to", "is a threat" |
| charge, conviction | "in charge of", "led the charge"; "the conviction that" |
| demand | for goods |
| attack, battle, ... | of politicians on politicians, on a decision or a record |
| poll | of opinion: "conducted a poll", "the poll found" |
| deal | "a great deal" |
| appeal | that one has |
| commitment | that one has: "his deep commitment to the rule of law" |
"""

from __future__ import annotations

from collections.abc import Callable

from graph.language import trees
from graph.model import Discourse, Entity, Sentence, Token

SPOKEN = frozenset(
    "tweet post speech interview ad advert advertisement article column editorial letter debate remark comment "
    "statement message campaign press".split()
)
"""Where somebody is attacked in words. Source: own list."""
CONTESTS = frozenset(
    "vote seat title nomination presidency leadership office office promotion championship cup trophy medal place "
    "job contract market custody supremacy attention re-election reelection".split()
)
"""What is fought for without arms. Source: own list."""
WORKS = frozenset(
    "film book article report plan policy idea decision proposal bill law goal record speech budget deal theory view "
    "statement reform system notion problem issue question position stance comment remark agenda platform policy "
    "credibility character integrity qualification leadership handling campaign candidacy motive".split()
)
"""What is attacked in words only. Source: own list."""
CAUSES = frozenset(
    "right justice freedom equality democracy survival life reform change climate environment peace future recognition "
    "corruption poverty crime drug inequality inflation cancer disease virus pandemic obesity hunger waste racism sexism "
    "discrimination terror terrorism pollution addiction unemployment homelessness doping fraud abuse fire flame blaze "
    "value truth science institution character credibility integrity record record reputation expression judiciary press "
    "bill law proposal measure plan deal amendment career hope dream".split()
)
"""What is fought for or against, and attacked, without arms. Source: own list."""
_TALK = frozenset(
    "verbal personal rhetorical scathing partisan political ideological media ad propaganda advertising advertisement "
    "legal court courtroom judicial constitutional electoral election campaign presidential congressional legislative "
    "parliamentary primary title custody budget spending price bidding trade tariff currency cold culture word turf "
    "uphill publicity heart panic asthma anxiety charm lobbying marketing internal public twitter leadership".split()
)
"""Words before "attack", "battle", "war" that make it one of talk, law, trade or play. Source: own list."""
_WORDED = frozenset(
    "verbal personal rhetorical scathing partisan political ad public twitter blistering bitter veiled".split()
)
_STRIFE = frozenset(
    "attack assault onslaught battle fight war warfare clash confrontation conflict offensive campaign".split()
)
TALKERS = frozenset(
    "Person UnnamedPerson PoliticalParty ElectoralAlliance GovernmentBody Legislature MediaOutlet".split()
)
"""Classes that attack, beat and clash with one another in words and in votes."""
_OF_TALK = frozenset("word wit will nerve idea interest conscience attrition opinion".split())
_BODIES = frozenset("Site GovernmentBody Legislature Organization PoliticalParty ElectoralAlliance".split())
_CANVASS = frozenset(
    "campaign election electoral victory re-election reelection candidate party fundraising market stock".split()
)
_BEING = frozenset("be pose represent constitute present become remain consider see face confront".split())
_DANGERS = frozenset("existential potential environmental biggest major main".split())
_GOODS = frozenset(
    "oil gas energy fuel steel coal good product housing home labour labor loan food service travel dollar".split()
)
_TRADED = frozenset("global domestic consumer foreign export".split())
_LEADING = frozenset("lead in take free".split())
_RIVALS = frozenset("Person PoliticalParty ElectoralAlliance Organization Company MediaOutlet".split())
_LIKED = frozenset("have hold lose broaden widen limit lack retain keep".split())
"""Verbs of what a candidate's appeal is like, which asks for nothing. Source: own list."""
_SURVEYING = frozenset("conduct commission release publish cite tout sponsor".split())
_TELLING = frozenset("find show suggest indicate put give have reveal say point".split())
_SURVEYED = frozenset("opinion exit tracking online phone telephone national state recent latest new".split())
"""Words beside "poll" that make it one of opinions. Source: own lists."""
_DEEP = frozenset("profound deep strong firm lifelong longstanding clear unwavering personal".split())

Rule = Callable[[Sentence, Token, Discourse], bool]
"""Whether the noun is a figure of speech."""


def figurative(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether a noun of the event table is only a figure of speech here."""
    return any(token.lemma in nouns and rule(sentence, token, discourse) for nouns, rule in _FIGURES)


def in_words(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """Whether an attack is one of words: "launched a scathing attack on", "Holm's attacks on Nur"."""
    if token.lemma not in {"attack", "assault"}:
        return False
    spoken = _behind(sentence, token, "in", "during") & SPOKEN
    return bool(_before(sentence, token) & _WORDED or spoken) or _among_talkers(sentence, token, discourse)


def _among_talkers(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """ "Holm's attacks on Nur", "made an attack on her decision": nobody is hurt, and no place is told."""
    above = sentence.tokens[token.head]
    doers = [*trees.below(sentence, token.i, "poss"), *trees.objects_of(sentence, token.i, "by")]
    if token.dep == "dobj" and above.pos == "VERB":
        doers += trees.subjects_of(sentence, above)
    who = {e.type for e in _entities(doers, sentence, discourse)}
    things = trees.objects_of(sentence, token.i, "on", "against", "upon")
    hit = {e.type for e in _entities(things, sentence, discourse)}
    placed = trees.objects_of(sentence, token.i, "in", "at", "near", "outside", "with")
    if not who or not who <= TALKERS or not things or placed:
        return False
    worded = bool({t.lemma for t in things} & (WORKS | CAUSES))
    return worded or who == {"Person"} and bool(hit) and hit <= TALKERS - {"UnnamedPerson"}


def _before(sentence: Sentence, token: Token) -> set[str]:
    return {
        w
        for t in trees.below(sentence, token.i, "compound", "amod", "nmod")
        for w in (t.lemma, t.text.lower())
    }


def _behind(sentence: Sentence, token: Token, *prepositions: str) -> set[str]:
    return {t.lemma for t in trees.objects_of(sentence, token.i, *prepositions)}


def _entities(tokens: list[Token], sentence: Sentence, discourse: Discourse) -> list[Entity]:
    refs = (discourse.at(sentence.index, t.i) for t in tokens)
    return [discourse.entities[ref] for ref in refs if ref is not None and ref in discourse.entities]


def _of_talk(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """ "a personal attack", "the battle for votes", "the war on corruption", "an attack in the debate"."""
    return bool(
        _before(sentence, token) & _TALK
        or _behind(sentence, token, "for", "over") & (CONTESTS | CAUSES)
        or _behind(sentence, token, "of") & _OF_TALK
        or _behind(sentence, token, "on", "against", "upon") & (CAUSES | WORKS)
        or _behind(sentence, token, "in", "during") & SPOKEN
    )


def _of_body(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """ "the Senate battle"."""
    beside = [t for t in trees.below(sentence, token.i, "compound", "nmod") if t.pos == "PROPN"]
    return any(e.type in _BODIES for e in _entities(beside, sentence, discourse))


def _of_candidate(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """ "a campaign rally", "Nur's rally", "Nur held a rally": unless it is against something."""
    if _before(sentence, token) & _CANVASS:
        return True
    above = sentence.tokens[token.head]
    holders = [*trees.below(sentence, token.i, "poss"), *trees.objects_of(sentence, token.i, "by")]
    if token.dep == "dobj":
        holders += trees.below(sentence, above.i, "nsubj")
    one = any(e.type == "Person" for e in _entities(holders, sentence, discourse))
    return one and not trees.objects_of(sentence, token.i, "against")


def _to_no_post(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """ "an Oscar nomination", "the party's nomination": nobody is named who gets a post."""
    named = trees.objects_of(sentence, token.i, "of")
    return not any(e.type == "Person" for e in _entities(named, sentence, discourse))


def _of_nobody(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """ "poses a threat to Velka", "is a threat", "the threat of flooding"."""
    above = sentence.tokens[token.head]
    being = token.dep in {"attr", "dobj", "oprd"} and above.lemma in _BEING
    as_one = token.dep == "pobj" and above.lemma == "as"
    return being or as_one or bool(_before(sentence, token) & _DANGERS)


def _of_office(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """ "in charge of", "free of charge", "led the charge"."""
    above = sentence.tokens[token.head]
    bare = (
        not trees.below(sentence, token.i, "det", "poss", "amod", "compound", "nummod") and token.tag == "NN"
    )
    return token.dep == "pobj" and bare or token.dep == "dobj" and above.lemma in _LEADING


def _of_mind(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """ "the deep conviction that"."""
    that = any(
        t.dep in {"acl", "ccomp", "relcl"} and trees.below(sentence, t.i, "mark")
        for t in trees.below(sentence, token.i)
    )
    return that or bool(
        _before(sentence, token) & {"deep", "strong", "firm", "religious", "moral", "inner", "political"}
    )


def _of_rivals(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """ "the long battle with Holm", "a fight between the candidates": of people who run against one another."""
    sides = [
        *trees.below(sentence, token.i, "poss"),
        *trees.objects_of(sentence, token.i, "with", "between", "against"),
    ]
    types = {e.type for e in _entities(sides, sentence, discourse)}
    placed = trees.objects_of(sentence, token.i, "in", "at", "near", "outside")
    return bool(types) and types <= _RIVALS and not placed


def _of_opinions(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """ "conducted a poll", "the poll found", "a poll of 900 voters", "opinion polls"."""
    above = sentence.tokens[token.head]
    surveyed = token.dep in {"dobj", "nsubjpass"} and above.lemma in _SURVEYING
    told = token.dep == "nsubj" and above.lemma in _TELLING
    asked = bool(trees.objects_of(sentence, token.i, "of"))
    cited = token.dep == "pobj" and above.lemma == "in" and token.tag == "NNS"
    return surveyed or told or asked or cited or bool(_before(sentence, token) & _SURVEYED)


def _of_much(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """ "did a great deal": much is done, and nothing agreed."""
    return (
        token.tag == "NN"
        and bool(_before(sentence, token) & {"great", "good"})
        and not _behind(sentence, token, "with", "between")
    )


def _of_charm(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """ "had only one appeal for the party": what one is liked for."""
    return token.dep == "dobj" and sentence.tokens[token.head].lemma in _LIKED


def _of_conviction(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """ "his deep commitment to the rule of law": a trait, where nothing is to be done."""
    doing = trees.below(sentence, token.i, "acl", "xcomp") or [
        t for p in trees.below(sentence, token.i, "prep") for t in trees.below(sentence, p.i, "pcomp")
    ]
    return not doing and bool(_before(sentence, token) & _DEEP)


def _of_market(sentence: Sentence, token: Token, discourse: Discourse) -> bool:
    """ "demand for oil", "global demand"."""
    return bool(_behind(sentence, token, "for") & _GOODS or _before(sentence, token) & (_GOODS | _TRADED))


_FIGURES: tuple[tuple[frozenset[str], Rule], ...] = (
    (_STRIFE, _of_talk),
    (frozenset({"battle", "fight"}), _of_body),
    (frozenset({"battle", "fight", "confrontation", "scuffle"}), _of_rivals),
    (frozenset({"rally"}), _of_candidate),
    (frozenset({"nomination"}), _to_no_post),
    (frozenset({"threat"}), _of_nobody),
    (frozenset({"charge"}), _of_office),
    (frozenset({"conviction"}), _of_mind),
    (frozenset({"demand"}), _of_market),
    (frozenset({"poll", "polls"}), _of_opinions),
    (frozenset({"deal"}), _of_much),
    (frozenset({"appeal"}), _of_charm),
    (frozenset({"commitment"}), _of_conviction),
)  # fmt: skip
