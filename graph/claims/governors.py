"""The word above a clause or the noun of an event, and what it makes of it: "refused to", "plans for", "no evidence that".

The rows of `hedges.tsv` tell what each makes of what it governs, by the form in which it governs it.
"""

from __future__ import annotations

from typing import NamedTuple

from graph.language import trees, vocabulary
from graph.language.lexicons import Hedge
from graph.model import Sentence, Token

_PRESUPPOSING = frozenset({"alleged", "suspected", "denied"})
"""What accuses, suspects or denies leaves the event itself: "accused of an attack", "denied the attack"."""
_CHANCES = frozenset({"opportunity", "chance", "liberty", "decision", "step"})
_TAKING = frozenset({"take", "use", "seize", "make"})
_FEARED = frozenset("plan prepare plot fear debate discuss risk speak talk think warn caution idea".split())
"""Words for what may have happened all the same: "feared the attack", "talk of the attack"."""
_WISHES = frozenset(
    "demand request condition proposal offer plan promise pledge goal aim requirement".split()
)
_UNDONE = frozenset({"hypothetical", "future"})
_DEFINITE = frozenset("the this that these those".split())


class Governor(NamedTuple):
    """A word, the form in which it governs ("to", "doing", "that", "something", a preposition), and its row."""

    word: Token
    form: str
    row: Hedge | None


def of_clause(sentence: Sentence, token: Token) -> Governor | None:
    """What governs the clause headed by this verb."""
    above = sentence.tokens[token.head]
    if above.i == token.i:
        return None
    if token.dep == "pcomp":
        return _by_preposition(sentence, above)
    if token.dep not in {"xcomp", "ccomp", "acl", "advcl", "csubj", "csubjpass", "relcl"}:
        return None
    form = _form(sentence, token)
    if token.dep in {"advcl", "relcl"} and not _complement(sentence, token, above, form):
        return None
    if token.dep == "xcomp" and above.lemma == "have" and _yet(sentence, above):
        return _governor(sentence, above, "yet to")
    word = _predicate(sentence, above) or above
    if word.lemma in _CHANCES and sentence.tokens[word.head].lemma in _TAKING:
        return None  # "took the opportunity to leave"
    return _governor(sentence, word, form)


def of_event(sentence: Sentence, token: Token) -> Governor | None:
    """What governs the noun of an event: "foiled an attack", "fears of an attack"; the attack is known, an attack is not."""
    token = sentence.tokens[trees.first_conjunct(sentence, token.i)]
    above = sentence.tokens[token.head]
    found: Governor | None = None
    if token.dep == "dobj" and above.lemma == "include" and (wanted := _list_of_wishes(sentence, above)):
        return Governor(wanted, "for", vocabulary.hedge("demand for", "noun"))
    if token.dep in {"dobj", "nsubjpass"} and above.pos == "VERB":
        found = _governor(sentence, above, "something")
    elif token.dep == "pobj":
        found = _by_preposition(sentence, above)
    if found is None or found.row is None:
        return None
    if found.row.modality in _PRESUPPOSING:
        return None
    undone = found.row.polarity == "negated" or _wanted(found)
    return found if undone or not definite(sentence, token) else None


def _list_of_wishes(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of "their demands include the release of Nur"."""
    return next((t for t in trees.below(sentence, verb.i, "nsubj") if t.lemma in _WISHES), None)


def _wanted(governor: Governor) -> bool:
    """Whether even "the release of Nur" is only wanted: "called for", "negotiated for", "demanded"."""
    word, form, row = governor
    wants = word.pos == "VERB" and form in {"something", "for"} or word.pos == "NOUN" and form == "for"
    return wants and row is not None and row.modality in _UNDONE and word.lemma not in _FEARED


def definite(sentence: Sentence, noun: Token) -> bool:
    """Whether the noun speaks of something known: "the attack", "his attack"."""
    return bool(trees.below(sentence, noun.i, "poss")) or any(
        child.lemma in _DEFINITE for child in trees.below(sentence, noun.i, "det")
    )


def _form(sentence: Sentence, token: Token) -> str:
    if trees.is_gerund(sentence, token.i):
        return "doing"
    return "to" if to_infinitive(sentence, token) else "that"


def to_infinitive(sentence: Sentence, verb: Token) -> bool:
    """ "to attack", "to have attacked"."""
    return any(child.lemma == "to" for child in trees.below(sentence, verb.i, "aux"))


def _complement(sentence: Sentence, token: Token, above: Token, form: str) -> bool:
    """Whether what the parser takes for an adverbial or a relative clause completes the word above."""
    if token.dep == "relcl":
        return (
            above.pos == "NOUN"
            and form == "that"
            and any(m.lemma == "that" and m.dep == "mark" for m in trees.below(sentence, token.i))
        )
    return above.pos in {"ADJ", "VERB", "AUX"} and (
        form == "to" and _row(sentence, above, form) is not None and above.pos == "ADJ"
        or _predicate(sentence, above) is not None and form == "that"
        and any(m.lemma in {"that", "if", "whether"} for m in trees.below(sentence, token.i, "mark"))
    )  # fmt: skip


def _predicate(sentence: Sentence, verb: Token) -> Token | None:
    """The adjective or noun of "it is likely that", which governs the clause although the verb heads it."""
    if verb.lemma not in {"be", "seem", "become", "remain", "look", "appear"}:
        return None
    things = trees.below(sentence, verb.i, "acomp", "attr", "oprd")
    subject = trees.first_below(sentence, verb.i, "nsubj")
    expletive = subject is None or subject.lemma in {"it", "there"} or subject.dep == "expl"
    return next((t for t in things if expletive and t.pos in {"ADJ", "NOUN"}), None)


def _by_preposition(sentence: Sentence, preposition: Token) -> Governor | None:
    """ "refrained from", "fears of"; "without" and "short of" by themselves."""
    own = _negating(sentence, preposition)
    if own is not None:
        return Governor(preposition, preposition.lemma, own)
    above = sentence.tokens[preposition.head]
    found = _governor(sentence, above, preposition.lemma)
    if found.row is None and above.pos == "ADJ":  # "eager for", "interested in": not done, as far as is told
        return found._replace(row=vocabulary.hedge("eager for", "adjective"))
    return found


def _negating(sentence: Sentence, word: Token) -> Hedge | None:
    """The row of "without" or "short of" that ends in this word."""
    before = sentence.tokens[max(0, word.i - 1)].text.lower()
    found = vocabulary.hedge(f"{before} {word.text.lower()}", "preposition") or vocabulary.hedge(
        word.lemma, "preposition"
    )
    return found if found is not None and found.polarity == "negated" else None


def _governor(sentence: Sentence, word: Token, form: str) -> Governor:
    return Governor(word, form, _row(sentence, word, form))


def _row(sentence: Sentence, word: Token, form: str) -> Hedge | None:
    if word.pos in {"VERB", "AUX"}:
        particle = trees.first_below(sentence, word.i, "prt")
        lemma = f"{word.lemma} {particle.lemma}" if particle is not None else word.lemma
        if trees.is_passive(sentence, word.i) or word.dep == "acl" and word.tag == "VBN":
            found = vocabulary.hedge(f"be {word.text.lower()} {form}", "verb")
            if found is not None:
                return found
        return vocabulary.hedge(f"{lemma} {form}", "verb")
    if word.pos == "ADJ":
        above = sentence.tokens[word.head]
        if above.lemma == "make" and word.dep in {"ccomp", "acomp", "oprd", "amod"}:  # "make sure that"
            return vocabulary.hedge(f"make {word.lemma} {form}", "verb")
        return vocabulary.hedge(f"{word.lemma} {form}", "adjective")
    if word.pos in {"ADV", "SCONJ"}:
        return vocabulary.hedge(f"{word.lemma} {form}", "adverb", "preposition")
    if word.pos == "NOUN":
        return vocabulary.hedge(f"{word.lemma} {form}", "noun") or vocabulary.hedge(word.lemma, "noun")
    return None


def _yet(sentence: Sentence, have: Token) -> bool:
    """ "has yet to"."""
    return any(t.lemma == "yet" for t in trees.below(sentence, have.i, "advmod")) or any(
        t.lemma == "yet"
        for c in trees.below(sentence, have.i, "xcomp")
        for t in trees.below(sentence, c.i, "advmod")
    )
