"""What an office is of: the organisation or state that the words around it name."""

from __future__ import annotations

from graph.claims.scribe import Scribe
from graph.language import trees, vocabulary
from graph.language.vocabulary import Office
from graph.model import Ref, Sentence, Token


def bodies_of(
    scribe: Scribe, sentence: Sentence, token: Token, office: Office | None, person: Ref, holder: int
) -> list[tuple[Ref, str]]:
    """The organisations or states that the office is of, with the preposition that ties them."""
    found: list[tuple[Ref, str]] = []
    heads = [token.i]
    if office is not None:
        heads += [i for i in range(office.first, office.last + 1) if i != token.i]
    for head in heads:
        for child in trees.below(sentence, head, "poss", "compound", "nmod", "amod"):
            ref = _body(scribe, sentence, child.i)
            if ref is not None:
                found.append((ref, "of" if child.dep == "poss" else "beside"))
        for preposition in trees.below(sentence, head, "prep"):
            if preposition.lemma not in {"of", "at", "for", "in", "with", "from"}:
                continue
            for thing in trees.below(sentence, preposition.i, "pobj"):
                for i in trees.conjuncts(sentence, thing.i):
                    ref = _body(scribe, sentence, i)
                    if ref is None and preposition.lemma == "of":
                        # "director of conflict resolution at the Institute"
                        for deeper in trees.below(sentence, i, "prep"):
                            if deeper.lemma in {"at", "for", "of", "in"}:
                                found += [
                                    (r, deeper.lemma)
                                    for t in trees.below(sentence, deeper.i, "pobj")
                                    if (r := _body(scribe, sentence, t.i)) is not None
                                ]
                    # the wing after the body: "head of Iran's Guard Corps (IRGC) Quds Force"
                    for wing in trees.below(sentence, i, "appos"):
                        deeper_ref = _body(scribe, sentence, wing.i)
                        if (
                            deeper_ref is not None
                            and deeper_ref != ref
                            and trees.below(sentence, wing.i, "nmod", "punct")
                        ):
                            ref = deeper_ref
                    if ref is not None:
                        found.append((ref, preposition.lemma))
    if not found and office is not None:
        for thing in trees.objects_of(sentence, holder, "of"):  # "Deputy Prime Minister Ali Nur of Kaluria"
            ref = _body(scribe, sentence, thing.i)
            if ref is not None:
                found.append((ref, "of"))
    before = vocabulary.office_before(sentence, token.i + 1)
    first = min(office.first if office else token.i, before.first if before else token.i)
    for i in range(max(0, first - 4), first):
        other = sentence.tokens[i]
        if other.head in range(first, len(sentence.tokens)) and other.dep in {
            "amod",
            "compound",
            "nmod",
            "poss",
        }:
            ref = _body(scribe, sentence, i)
            if ref is not None:
                found.append((ref, "beside"))
    ties: dict[Ref, str] = {}
    for ref, how in found:
        ties.setdefault(ref, how)
    ties.pop(person, None)
    return list(ties.items())


def _body(scribe: Scribe, sentence: Sentence, position: int) -> Ref | None:
    """The organisation or state at a word: "the Brigade", "Kalurian"."""
    ref = scribe.discourse.at(sentence.index, position)
    if ref is None:
        code = vocabulary.demonym(sentence.tokens[position].text)
        return scribe.state(code) if code else None
    return ref if scribe.kind(ref) == "actor" and not scribe.is_a(ref, "Person") else None
