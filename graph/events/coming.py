"""Whether a word tells of what is still to come: "will meet", "is due to meet", "are expected to hold talks"."""

from __future__ import annotations

from graph.language import trees, vocabulary
from graph.model import Sentence, Token

_WILL = frozenset("will shall 'll wo".split())
_PRESENT = frozenset({"VBZ", "VBP"})
_PLANNING = frozenset("plan intend hope aim prepare expect".split())
_STEPS = 5


def to_come(sentence: Sentence, at: int) -> bool:
    """Whether the clause that an event's word stands in is put ahead of the day of writing.

    What was going to be then, "was due to meet on Friday", may lie behind.
    """
    token = sentence.tokens[at]
    for _ in range(_STEPS):
        if token.pos in {"VERB", "AUX"}:
            auxiliaries = trees.below(sentence, token.i, "aux")
            if any(t.text.lower() in _WILL for t in auxiliaries):
                return True
            infinitive = any(t.lemma == "to" for t in auxiliaries)
            if infinitive and _awaits(sentence, sentence.tokens[token.head]):
                return True
            if token.dep not in {"conj", "xcomp"}:
                return False
        elif token.dep not in {"dobj", "pobj", "prep", "nsubjpass", "conj", "attr", "compound"}:
            return False
        if token.head == token.i:
            return False
        token = sentence.tokens[token.head]
    return False


def _awaits(sentence: Sentence, word: Token) -> bool:
    """Whether the word above an infinitive sets it in the future, and itself stands in the present."""
    if word.pos == "ADJ":
        row = vocabulary.hedge(f"{word.lemma} to", "adjective")
        return row is not None and row.modality == "future" and _now(sentence, sentence.tokens[word.head])
    passive = trees.below(sentence, word.i, "auxpass")
    if passive:
        row = vocabulary.hedge(f"be {word.text.lower()} to", "verb")
        return row is not None and row.modality == "future" and passive[0].tag in _PRESENT
    return word.lemma in _PLANNING | {"be"} and _now(sentence, word)


def _now(sentence: Sentence, verb: Token) -> bool:
    auxiliaries = trees.below(sentence, verb.i, "aux")
    return (auxiliaries[0] if auxiliaries else verb).tag in _PRESENT
