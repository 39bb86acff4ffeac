"""Sentences -> stretches that are names, with the class that the words themselves give away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.language import vocabulary
from graph.language.names import fold
from graph.mentions.classes import named
from graph.mentions.edges import trimmed
from graph.mentions.ensemble import reconciled
from graph.mentions.known import Known, again, known
from graph.mentions.name import Name, is_shouted, words
from graph.mentions.spans import Span, entities, joined, office_words, proper_runs, states
from graph.model import SegmentKind, Sentence

_LEVELS = frozenset("state regional federal local provincial".split())
"""Words that alone name nothing: "State television", "Federal police"."""
_BEFORE_TITLES = frozenset({"Miss", "Mister", "Mr.", "Mr"})
"""Words before the name of a title that is won: "Miss Universe"."""


def names(sentences: Iterable[Sentence]) -> list[Name]:
    """All names, in order; what is a name once is found everywhere in the article."""
    sentences = list(sentences)
    mixed = [sentence for sentence in sentences if not is_shouted(sentence)]
    telling = {sentence.index for sentence in mixed}
    found = {s.index: list(_in_sentence(s, runs=s.index in telling)) for s in sentences}
    common = _small_words(sentences, mixed)
    for sentence in sentences:
        found[sentence.index] = [n for n in found[sentence.index] if not _is_common(sentence, n, common)]
    elsewhere = known(found, sentences)
    for sentence in sentences:
        cut = (_without_lead(sentence, name, elsewhere) for name in found[sentence.index])
        whole = _of_people(sentence, [_as_elsewhere(sentence, name, elsewhere) for name in cut])
        whole = _wrapped(sentence, whole)
        found[sentence.index] = whole
    printed = _printed(found, mixed)
    for sentence in sentences:
        here = found[sentence.index]
        if sentence.index not in telling and sentence.segment is SegmentKind.HEADLINE:
            # capitals say nothing here: only what is a name elsewhere too is one
            here = [n for n in here if n.type == "State" or printed.issuperset(fold(n.text).split())]
        taken = {i for name in here for i in name.positions}
        here += again(sentence, elsewhere, taken)
        found[sentence.index] = sorted(here, key=lambda name: name.first)
    return [name for sentence in sentences for name in found[sentence.index]]


def _in_sentence(sentence: Sentence, *, runs: bool) -> Iterator[Name]:
    """The names that a sentence shows by itself: states, then entities, then runs of proper nouns, where they tell."""
    taken = office_words(sentence)
    for span in states(sentence, taken):
        if taken.isdisjoint(span.positions):
            taken.update(span.positions)
            text = words(sentence, span.first, span.last)
            yield Name(sentence.index, span.first, span.last, text, "State", True, span.label)
    free = [span for span in entities(sentence) if taken.isdisjoint(span.positions)]
    yield from _fresh(sentence, reconciled(sentence, joined(sentence, free), taken), taken)
    if runs:
        yield from _fresh(sentence, proper_runs(sentence, taken), taken)


def _without_lead(sentence: Sentence, name: Name, elsewhere: Known) -> Name:
    """The name without a capitalised word that leads up to it, where the article has it without: "Miss Universe Ada Nur",
    "New Lurra Bank President Nur"."""
    spelled = tuple(t.text for t in sentence.tokens[name.first : name.last + 1])
    if len(spelled) < 3 or spelled[1:] not in elsewhere:
        return name
    lead = sentence.tokens[name.first]
    before = sentence.tokens[name.first - 1].text if name.first else ""
    opening = name.first == 0 and lead.text.lower() in vocabulary.office_effects()
    if not opening and before not in _BEFORE_TITLES:
        return name
    text = words(sentence, name.first + 1, name.last)
    return replace(name, first=name.first + 1, text=text, type=elsewhere[spelled[1:]][0])


def _of_people(sentence: Sentence, found: list[Name]) -> list[Name]:
    """ "the Teachers' Union": people in the possessive before a noun for a body are a part of the body's name."""
    tokens = sentence.tokens
    for name in found:
        at = name.first - 2
        if at < 1 or tokens[at + 1].tag != "POS" or not vocabulary.tail_word(tokens[name.last].text.lower()):
            continue
        if not tokens[at].text[:1].isupper() or not vocabulary.is_people_noun(tokens[at].text.lower()):
            continue
        while at > 1 and tokens[at - 1].pos == "PROPN" and tokens[at - 1].head == at:
            at -= 1
        class_ = vocabulary.organisation_class([t.text for t in tokens[at : name.last + 1]]) or name.type
        whole = replace(name, first=at, text=words(sentence, at, name.last), type=class_, sure=True)
        return _of_people(sentence, [n for n in found if n.last < at or n.first > name.last] + [whole])
    return found


def _as_elsewhere(sentence: Sentence, name: Name, elsewhere: Known) -> Name:
    """A lone word that was taken for a place, as the person whose last name it mostly is in the article."""
    spelled = tuple(t.text for t in sentence.tokens[name.first : name.last + 1])
    person = len(spelled) == 1 and elsewhere.get(spelled, ("", False))[0] == "Person"
    return replace(name, type="Person") if person and not name.sure and name.type == "Settlement" else name


def _small_words(sentences: Iterable[Sentence], mixed: Iterable[Sentence]) -> set[str]:
    """Words that the article has in small letters, and with a capital at the start of a sentence alone.

    `mixed`: the sentences whose capitals tell.
    """
    capital = {t.text.lower() for s in mixed for t in s.tokens[1:] if t.text[:1].isupper()}
    return {t.text for s in sentences for t in s.tokens if t.text.islower()} - capital


def _is_common(sentence: Sentence, name: Name, small: set[str]) -> bool:
    """Whether a lone word at the start of a sentence is a common one: the article has it in small letters too."""
    if name.first == name.last and sentence.tokens[name.first].text.lower() in _LEVELS:
        return True
    if name.sure or name.first > 0 or name.last > 0:
        return False
    token = sentence.tokens[0]
    return not token.text.isupper() and bool({token.text.lower(), token.lemma.lower()} & small)


def _fresh(sentence: Sentence, spans: Iterable[Span], taken: set[int]) -> Iterator[Name]:
    """The names within stretches, without those of words already `taken`, which grows by them."""
    for span in spans:
        kept = trimmed(sentence, span)
        if kept is not None and taken.isdisjoint(kept.positions):
            taken.update(kept.positions)
            yield named(sentence, kept)


def _printed(found: dict[int, list[Name]], mixed: Iterable[Sentence]) -> set[str]:
    """Folded words of the names in sentences whose capitals tell."""
    return {word for sentence in mixed for name in found[sentence.index] for word in fold(name.text).split()}


def _wrapped(sentence: Sentence, found: list[Name]) -> list[Name]:
    """ "Dawn (Subh) Alliance": a name that goes on after its other name in parentheses is one name."""
    tokens = sentence.tokens
    for name in found:
        inside = next(
            (n for n in found if n.first == name.last + 2 and tokens[name.last + 1].text == "("), None
        )
        if inside is None or inside.last + 2 >= len(tokens) or tokens[inside.last + 1].text != ")":
            continue
        after = tokens[inside.last + 2]
        class_ = vocabulary.organisation_class(["", after.text])
        if after.text[:1].isupper() and class_:
            text = words(sentence, name.first, after.i)
            whole = Name(sentence.index, name.first, after.i, text, class_, True)
            return _wrapped(sentence, [n for n in found if not name.first <= n.first <= after.i] + [whole])
    return found
