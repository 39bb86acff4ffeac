"""Clauses with the auxiliary before the subject: "Had the Front attacked", "were he to agree", "Did they attack?"."""

from __future__ import annotations

from enum import Enum

from graph.language import trees
from graph.model import Sentence, Token

_SUPPOSING = frozenset("had were should".split())
"""Auxiliaries that stand before the subject for "if"."""
_ASKING = frozenset("did do does".split())
_CLOSING = frozenset({'"', "'", "''", "”", "’", ")"})
_ASKERS = frozenset({"WP", "WRB", "WDT", "WP$"})
_ASKED_IN = frozenset({"ROOT", "conj", "ccomp", "parataxis"})


class Front(Enum):
    """What the order of the words makes of a clause."""

    SUPPOSED = "supposed"
    ASKED = "asked"


def front(sentence: Sentence, verb: Token) -> Front | None:
    """Whether the clause of this verb is supposed, or asked in a question that may be answered with no."""
    if _is_question(sentence):
        who = any(t.tag in _ASKERS for t in sentence.tokens)
        return Front.ASKED if verb.dep in _ASKED_IN and not who else None
    subject = trees.first_below(sentence, verb.i, *trees.SUBJECTS)
    own = [verb, *trees.below(sentence, verb.i, "aux", "auxpass")]
    opens = any(t.text.lower() in _SUPPOSING and _opens(sentence, t, subject) for t in own)
    return Front.SUPPOSED if opens else None


def at_front(sentence: Sentence, position: int) -> Front | None:
    """The same for any word of the first clause, whatever the parser makes of its verb: "Should the Front attack Lima, ..."."""
    first = sentence.tokens[0]
    word = first.text.lower()
    if _is_question(sentence):
        return Front.ASKED if word in _ASKING and first.dep == "ROOT" else None
    if first.pos != "AUX":
        return None
    comma = next((t.i for t in sentence.tokens if t.text == ","), 0)
    return Front.SUPPOSED if word in _SUPPOSING and position < comma else None


def _opens(sentence: Sentence, auxiliary: Token, subject: Token | None) -> bool:
    """Whether nothing of its clause stands before the auxiliary, and the subject after it."""
    if subject is None or subject.i < auxiliary.i:
        return False
    verb = auxiliary.head if auxiliary.dep in {"aux", "auxpass"} else auxiliary.i
    return all(t.i >= auxiliary.i or t.pos in {"PUNCT", "CCONJ"} for t in trees.below(sentence, verb))


def _is_question(sentence: Sentence) -> bool:
    last = next((t for t in reversed(sentence.tokens) if t.text not in _CLOSING), None)
    return last is not None and last.text == "?"
