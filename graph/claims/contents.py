"""What is said, thought or wanted: the words that a cue governs, as positions in its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.language import trees, vocabulary
from graph.language.lexicons import Reporting
from graph.model import Sentence, Span, Token

_WITH_OBJECT = frozenset("of for as over".split())
"""Prepositions that tell of the object what is said of it: "accuse X of", "praise X for", "describe X as"."""
_MANNER = frozenset("by after before without while".split())
_QUESTION = frozenset({"if", "whether"})


def clauses(sentence: Sentence, cue: Token, row: Reporting, source: int) -> list[int]:
    """The clause under a verb or an adjective, without the source that stands inside it."""
    found: list[int] = []
    for child in trees.below(sentence, cue.i, "ccomp", "xcomp", "pcomp", "advcl"):
        inside = trees.subtree(sentence, child.i)
        if source not in inside and _is_content(sentence, child, row):
            found += inside
    for thing in trees.below(sentence, cue.i, "dobj"):
        noun = vocabulary.attributing(thing.lemma, "noun")
        if noun is not None and "clause" in noun.takes:  # "repeated the claim that ..."
            for clause in trees.below(sentence, thing.i, "acl", "ccomp", "relcl"):
                found += trees.subtree(sentence, clause.i)
    if "clause" in row.takes:
        for preposition in trees.below(sentence, cue.i, "prep"):
            if preposition.lemma in _MANNER:
                continue  # "responded by sending tanks" says nothing
            for clause in trees.below(sentence, preposition.i, "pcomp"):
                found += trees.subtree(sentence, clause.i)
    if not found:
        found = _around(sentence, cue, row)
    return sorted(set(found))


def _is_content(sentence: Sentence, child: Token, row: Reporting) -> bool:
    """Whether the clause tells what is said, and does not stand beside it."""
    if child.dep == "advcl":  # "asked if ...": the parser takes the question for a condition
        return row.kind == "ask" and any(m.lemma in _QUESTION for m in trees.below(sentence, child.i, "mark"))
    if child.dep == "xcomp":
        if child.pos not in {"VERB", "AUX"}:
            return False
        if trees.is_gerund(sentence, child.i):
            return "gerund" in row.takes or "clause" in row.takes
        return "infinitive" in row.takes
    return True


def _around(sentence: Sentence, cue: Token, row: Reporting) -> list[int]:
    """The sentence that the cue stands in or after: "..., the minister said", "as the minister put it"."""
    if "clause" not in row.takes or cue.pos != "VERB":
        return []
    aside = cue.dep == "parataxis" or (
        cue.dep == "advcl" and any(m.lemma == "as" for m in trees.below(sentence, cue.i, "mark", "advmod"))
    )
    if not aside:
        return []
    own = set(trees.subtree(sentence, cue.i))
    for clause in trees.below(sentence, cue.head, "conj"):
        other = vocabulary.reporting(clause.lemma) is not None and trees.below(sentence, clause.i, "nsubj")
        if clause.i > cue.i and other:  # "..., the minister said, and the mayor warned that"
            own |= set(trees.subtree(sentence, clause.i))
    return [i for i in trees.subtree(sentence, cue.head) if i not in own]


def charges(sentence: Sentence, cue: Token) -> list[int]:
    """What somebody is accused of doing: the clause behind the preposition."""
    report = vocabulary.reporting(cue.lemma) if cue.pos == "VERB" else None
    if report is None or report.kind != "accuse":
        return []
    behind = [c for p in trees.below(sentence, cue.i, "prep") for c in trees.below(sentence, p.i, "pcomp")]
    return sorted(i for clause in behind for i in trees.subtree(sentence, clause.i))


def objects(sentence: Sentence, cue: Token, row: Reporting, source: int) -> list[int]:
    """What an attitude is towards: the object with what is said of it, or what follows a preposition."""
    found: list[int] = []
    if "object" in row.takes or "infinitive" in row.takes and trees.below(sentence, cue.i, "xcomp"):
        things = trees.below(sentence, cue.i, "dobj", "oprd", "nsubjpass")
        if things:
            with_it = [
                *things,
                *trees.below(sentence, cue.i, "xcomp"),
                *(p for p in trees.below(sentence, cue.i, "prep") if p.lemma in _WITH_OBJECT),
            ]
            for word in with_it:
                found += trees.subtree(sentence, word.i)
    if not found:
        for behind in _behind_prepositions(sentence, cue, row):
            found += behind
            found += [
                i for t in trees.below(sentence, cue.i, "xcomp", "advcl")
                if t.tag == "VB" for i in trees.subtree(sentence, t.i)
            ]  # fmt: skip
    inside = sorted(set(found))
    return inside if source not in inside else []


def _behind_prepositions(sentence: Sentence, cue: Token, row: Reporting) -> list[list[int]]:
    """The words behind each preposition that the cue takes."""
    return [
        [
            i
            for thing in trees.below(sentence, preposition.i, "pobj", "pcomp")
            for i in trees.subtree(sentence, thing.i)
        ]
        for preposition in trees.below(sentence, cue.i, "prep")
        if preposition.lemma in row.takes
    ]


def of_noun(sentence: Sentence, cue: Token, row: Reporting, source: int) -> list[int]:
    """What a claim, a hope or a refusal is: its clause, or what follows its preposition."""
    found: list[int] = []
    for child in trees.below(sentence, cue.i, "acl", "ccomp", "relcl"):
        infinitive = child.tag == "VB" and any(t.lemma == "to" for t in trees.below(sentence, child.i, "aux"))
        told = any(m.lemma == "that" for m in trees.below(sentence, child.i, "mark"))
        if infinitive and "infinitive" in row.takes or told and "clause" in row.takes:
            found += trees.subtree(sentence, child.i)
    if not found:
        for behind in _behind_prepositions(sentence, cue, row):
            found += behind
    return sorted(set(found)) if source not in found else []


def stretches(sentence: Sentence, positions: Sequence[int]) -> Iterator[Span]:
    """The positions as spans of text, one for each unbroken run."""
    run: list[int] = []
    for position in [*positions, -1]:
        if run and position != run[-1] + 1:
            yield Span(sentence.tokens[run[0]].start, sentence.tokens[run[-1]].end)
            run = []
        run.append(position)
