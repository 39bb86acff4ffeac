"""Whom a word speaks of that is no name: a relative pronoun, an apposition to a name."""

from __future__ import annotations

from graph.claims.scribe import Scribe
from graph.language import trees
from graph.model import Ref, Sentence, Token

_RELATIVE = frozenset({"WDT", "WP"})


def spoken_of(scribe: Scribe, sentence: Sentence, token: Token) -> Ref | None:
    """The actor at a word: of "which" the antecedent's, of a noun beside a name the name's."""
    if token.tag in _RELATIVE:
        token = antecedent(sentence, token)
    return beside_name(scribe, sentence, token, scribe.actor(sentence, token.i))


def antecedent(sentence: Sentence, relative: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    clause = next((t for t in trees.ancestors(sentence, relative.i) if t.dep == "relcl"), None)
    return sentence.tokens[clause.head] if clause is not None else relative


def beside_name(scribe: Scribe, sentence: Sentence, token: Token, ref: Ref | None) -> Ref | None:
    """ "the Brigade, a militia": for a body without a name, the named body that its noun is apposed to."""
    if token.dep != "appos" or ref is not None and scribe.named(ref):
        return ref
    other = scribe.actor(sentence, token.head)
    fits = other is not None and scribe.named(other) and is_body(scribe, other)
    return other if fits and (ref is None or is_body(scribe, ref)) else ref


def is_body(scribe: Scribe, ref: Ref) -> bool:
    """Whether it is a body that is no state."""
    return scribe.is_a(ref, "Organization") and scribe.type(ref) != "State"


def subjects(sentence: Sentence, verb: Token) -> list[Token]:
    """Who does what a verb tells, also where another verb has the subject: "denied financing", "is said to fund"."""
    for _ in range(4):
        own = trees.below(sentence, verb.i, "nsubj", "nsubjpass")
        if own:
            return own
        above = sentence.tokens[verb.head]
        if verb.dep == "relcl":
            return [above]
        if verb.dep == "pcomp":  # "was accused of financing": the accused; "accused Velka of financing"
            above = sentence.tokens[above.head]
            if above.pos in {"NOUN", "PROPN"}:
                return []
            blamed = trees.below(sentence, above.i, "dobj")
            if blamed:
                return blamed
        elif verb.dep not in {"xcomp", "conj"}:
            return []
        verb = above
    return []
