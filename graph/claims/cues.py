"""The words of a sentence that pass on what somebody says, thinks or wants, each with its source and content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph.claims import contents, negation, sources
from graph.language import trees, vocabulary
from graph.model import Sentence, Token

Known = Callable[[Token], bool]
"""Whether a word of the sentence speaks of somebody the article knows."""

_VIEWS = frozenset(
    "view opinion word account telling estimation judgment judgement assessment eye mind".split()
)
"""Nouns of "in X's view" and "in the words of X". Source: own list."""
_SAYING = frozenset({"say", "tell", "write", "ask", "announce"})
_PASSED_ON = frozenset(
    {"reporting", "result", "account", "finding", "source", "release", "transcript", "document"}
)
_NOTHING = -1


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that marks an attribution, with the head of its source and the positions of its content."""

    token: Token
    verb: str
    source: Token | None
    content: tuple[int, ...] = ()
    clause: bool = True
    """Whether the content is a clause: an object is only spoken of."""
    infinitive: bool = False
    """Whether that clause is an infinitive."""
    negated: bool = False
    """Whether it is not said: "did not say that", "nobody said that"."""


def cues(sentence: Sentence, known: Known) -> Iterator[Cue]:
    """All cues of a sentence, in order."""
    taken: set[int] = set()
    for token in sentence.tokens:
        cue = _cue(sentence, token, known)
        if cue is None or not cue.clause and token.i in taken:
            continue
        if token.pos == "VERB":  # "repeated the claim that": one attribution, not two
            taken |= {t.i for t in trees.below(sentence, token.i, "dobj") if cue.clause}
        if token.pos == "NOUN" and token.i in taken:
            continue
        yield cue


def _cue(sentence: Sentence, token: Token, known: Known) -> Cue | None:
    if token.text.lower() == "according":
        return _according(sentence, token, known)
    if token.pos == "VERB":
        return _verb(sentence, token, known)
    if token.pos == "ADJ":
        return _adjective(sentence, token)
    if token.pos == "NOUN":
        return _view(sentence, token) or _noun(sentence, token)
    return None


def _verb(sentence: Sentence, token: Token, known: Known) -> Cue | None:
    row = vocabulary.attributing(token.lemma, "verb")
    if row is None or not row.takes or token.dep == "amod" or _is_no_speech(sentence, token):
        return None
    if (
        token.tag == "VBN"
        and token.dep == "acl"
        and not trees.below(sentence, token.i, "ccomp", "xcomp", "agent")
    ):
        return None
    source = sources.subject(sentence, token)
    if source is None and row.kind in _SAYING:
        source = sources.beside(sentence, token)
    if source is not None and source.lemma in sources.CARRIERS:
        source = sources.carrier(sentence, source, known) or source
    at = source.i if source is not None else _NOTHING
    negated = negation.negated(sentence, token.i)
    found = contents.clauses(sentence, token, row, at)
    if found:
        infinitive = _only_infinitive(sentence, token)
        if infinitive or trees.is_passive(sentence, token.i) and not trees.below(sentence, token.i, "ccomp"):
            found = sorted({*found, *contents.objects(sentence, token, row, at)})
        return Cue(token, token.lemma, source, tuple(found), infinitive=infinitive, negated=negated)
    found = contents.objects(sentence, token, row, at)
    return Cue(token, token.lemma, source, tuple(found), clause=False, negated=negated)


def _is_no_speech(sentence: Sentence, verb: Token) -> bool:
    """ "Nur is to blame", "denied treatment to the prisoner": nobody says so."""
    blamed = verb.lemma == "blame" and verb.dep == "xcomp" and sentence.tokens[verb.head].lemma == "be"
    withheld = (
        verb.lemma == "deny"
        and not trees.below(sentence, verb.i, "ccomp", "xcomp")
        and trees.withheld(sentence, verb.i)
    )
    return blamed or withheld


def _only_infinitive(sentence: Sentence, verb: Token) -> bool:
    """Whether all that it governs is "to do": no clause with a subject of its own."""
    return not trees.below(sentence, verb.i, "ccomp") and any(
        t.tag == "VB" for t in trees.below(sentence, verb.i, "xcomp")
    )


def _adjective(sentence: Sentence, token: Token) -> Cue | None:
    row = vocabulary.attributing(token.lemma, "adjective")
    if row is None:
        return None
    source = sources.subject(sentence, token) if token.dep in {"acomp", "conj", "advcl"} else None
    if source is None:
        return None
    found = contents.clauses(sentence, token, row, source.i)
    clause = bool(found)
    found = found or contents.objects(sentence, token, row, source.i)
    if not found:
        return None
    negated = bool(trees.below(sentence, token.head, "neg"))
    return Cue(token, token.lemma, source, tuple(found), clause, negated=negated)


def _noun(sentence: Sentence, token: Token) -> Cue | None:
    row = vocabulary.attributing(token.lemma, "noun")
    if row is None or not row.takes:
        return None
    source = sources.possessor(sentence, token) or sources.giver(sentence, token)
    found = contents.of_noun(sentence, token, row, source.i if source is not None else _NOTHING)
    return Cue(token, token.lemma, source, tuple(found), clause=False) if found else None


def _according(sentence: Sentence, token: Token, known: Known) -> Cue | None:
    """ "According to X": the clause that the words hang on."""
    for thing in trees.objects_of(sentence, token.i, "to"):
        source = thing
        if thing.lemma in sources.CARRIERS | _PASSED_ON:
            source = sources.carrier(sentence, thing, known) or thing
        return _aside(sentence, token, "according", source)
    return None


def _view(sentence: Sentence, token: Token) -> Cue | None:
    """ "In X's view", "in the words of X": the clause that the words hang on."""
    preposition = sentence.tokens[token.head]
    if token.lemma not in _VIEWS or token.dep != "pobj" or preposition.lemma not in {"in", "by"}:
        return None
    source = trees.first_below(sentence, token.i, "poss") or next(
        iter(trees.objects_of(sentence, token.i, "of")), None
    )
    return _aside(sentence, preposition, "according", source) if source is not None else None


def _aside(sentence: Sentence, token: Token, verb: str, source: Token) -> Cue | None:
    clause = next((t for t in trees.ancestors(sentence, token.i) if t.pos in {"VERB", "AUX"}), None)
    if clause is None:
        return None
    clause = _whole(sentence, clause, token)
    own = set(trees.subtree(sentence, token.i))
    inside = tuple(i for i in trees.subtree(sentence, clause.i) if i not in own)
    return Cue(token, verb, source, inside)


def _whole(sentence: Sentence, clause: Token, aside: Token) -> Token:
    """ "One was killed and two were hurt, according to Nur": both clauses are his, if no comma parts them."""
    if aside.i < clause.i or sentence.tokens[aside.i - 1].text != ",":
        return clause
    above = sentence.tokens[clause.head]
    while clause.dep == "conj" and above.pos in {"VERB", "AUX"}:
        if any(t.text in {",", ";"} for t in sentence.tokens[above.i : clause.i]):
            return clause
        clause, above = above, sentence.tokens[above.head]
    return clause
