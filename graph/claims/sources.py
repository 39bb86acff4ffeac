"""Whose words or thoughts a cue passes on: the word that heads the source."""

from __future__ import annotations

from collections.abc import Callable

from graph.language import trees
from graph.model import Sentence, Token

CARRIERS = frozenset(
    "statement email e-mail letter tweet interview message speech post remarks comment note report article column "
    "memo communique broadcast address video testimony analysis study survey poll book piece".split()
)
"""Nouns for something that carries words. Source: own list."""
_EXPLETIVE = frozenset({"it", "there"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_STEPS = 5
"""How far above a cue its subject is looked for."""


_CHARGING = frozenset(
    {
        ("accuse", "of"), ("blame", "for"), ("criticize", "for"), ("criticise", "for"), ("condemn", "for"), ("suspect", "of"),
        ("praise", "for"), ("thank", "for"), ("fault", "for"), ("slam", "for"), ("attack", "for"), ("sue", "for"),
        ("applaud", "for"), ("mock", "for"), ("denounce", "for"), ("arrest", "for"), ("convict", "of"), ("stop", "from"),
        ("prevent", "from"), ("ban", "from"), ("bar", "from"), ("keep", "from"), ("discourage", "from"), ("dissuade", "from"),
    }
)  # fmt: skip
"""Verbs whose object did, or would do, what stands behind the preposition. Source: own list."""


def subject(sentence: Sentence, cue: Token) -> Token | None:
    """The one who says, thinks or wants: the subject of the cue's verb, or the one it takes from a verb above."""
    if trees.below(sentence, cue.i, "nsubjpass", "auxpass"):
        return next(iter(trees.objects_of(sentence, cue.i, "by")), None)
    token: Token | None = cue
    for _ in range(_STEPS):
        if token is None:
            return None
        own = trees.first_below(sentence, token.i, "nsubj", "nsubjpass")
        if own is not None:
            return None if own.lemma in _EXPLETIVE and token.i != cue.i else own
        above = sentence.tokens[token.head]
        if above.i == token.i:
            return None
        controller = _controller(sentence, token, above)
        if controller is not None:
            return controller
        token = _next(sentence, token, above)
    return None


def beside(sentence: Sentence, verb: Token) -> Token | None:
    """The name or noun at a verb whose subject the parser misses: "asked the boy", "Nur, who is 28, said"."""
    if verb.tag not in _FINITE or trees.is_passive(sentence, verb.i):
        return None
    behind = trees.first_below(sentence, verb.i, "dobj")
    ahead = trees.below(sentence, verb.i, "ccomp")
    if behind is not None and ahead and ahead[0].i < verb.i < behind.i:
        return behind
    near = [
        t for t in trees.below(sentence, verb.i) if t.i < verb.i and t.pos == "PROPN" and _names_no_day(t)
    ]
    at = verb.i - 1
    while at > 0 and sentence.tokens[at].pos in {"AUX", "ADV"}:
        at -= 1
    before = sentence.tokens[max(at, 0)]
    if before.pos == "PROPN" and before.i != verb.i and _names_no_day(before):
        near.append(before)
    return near[-1] if near else None


def _names_no_day(token: Token) -> bool:
    return not token.ent.endswith(("DATE", "TIME"))


def _controller(sentence: Sentence, token: Token, above: Token) -> Token | None:
    """The noun that acts in a clause without a subject: "asked him to say", "a man claiming", "his refusal to say"."""
    if token.dep == "xcomp" and above.lemma != "promise":
        return trees.first_below(sentence, above.i, "dobj")
    if token.dep == "acl" and token.tag != "VB":
        return above
    charger = sentence.tokens[above.head]
    if token.dep == "pcomp" and (charger.lemma, above.lemma) in _CHARGING:
        return trees.first_below(sentence, charger.i, "dobj", "nsubjpass")
    if token.dep in {"acl", "pcomp"}:
        noun = above if token.dep == "acl" else sentence.tokens[above.head]
        if noun.pos in {"NOUN", "PROPN"}:
            return possessor(sentence, noun)
    return None


def _next(sentence: Sentence, token: Token, above: Token) -> Token | None:
    """The word above whose subject is the subject here as well."""
    if token.dep in {"conj", "xcomp"}:
        return above
    if token.dep == "advcl":
        finite = token.tag not in {"VBG", "VBN", "VB"}
        return None if finite and trees.below(sentence, token.i, "mark") else above
    if token.dep in {"pcomp", "acl"}:
        word = sentence.tokens[above.head]
        while word.pos in {"NOUN", "ADP"} and word.head != word.i:
            word = sentence.tokens[word.head]
        return word if word.pos in {"VERB", "AUX", "ADJ"} else None
    if token.dep == "acomp":
        return above
    return None


def possessor(sentence: Sentence, noun: Token) -> Token | None:
    """Whose it is: "Nur's claim", "a claim by Nur"."""
    owner = trees.first_below(sentence, noun.i, "poss")
    return owner or next(iter(trees.objects_of(sentence, noun.i, "by", "from")), None)


def giver(sentence: Sentence, noun: Token) -> Token | None:
    """Who holds an opinion that a verb only carries: "Nur made a promise", "Nur expressed concern"."""
    above = sentence.tokens[noun.head]
    return subject(sentence, above) if noun.dep == "dobj" and above.pos == "VERB" else None


def carrier(sentence: Sentence, noun: Token, known: Callable[[Token], bool]) -> Token | None:
    """Whose statement it is: "the ministry's statement", "a report by Nur", "Nur released a statement"."""
    if known(noun) and noun.lemma not in CARRIERS:
        return noun
    owners = [
        *trees.below(sentence, noun.i, "poss"),
        *trees.objects_of(sentence, noun.i, "by", "from", "of"),
    ]
    for owner in owners:
        if known(owner):
            return owner
    above = sentence.tokens[noun.head]
    if noun.dep == "dobj" and above.pos == "VERB":
        return trees.first_below(sentence, above.i, "nsubj")
    return None
