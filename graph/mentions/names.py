"""Sentences -> stretches that are names, with the class that the words themselves give away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.language import trees, vocabulary
from graph.language.names import PARTICLES, acronym, fold
from graph.model import SegmentKind, Sentence, Token

_NAMING = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Settlement",
    "LOC": "Area",
    "FAC": "Site",
    "NORP": "",
}
_LOOSE = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})
_INSIDE = frozenset(
    {"-", "of", "al", "el", "ul", "bin", "ibn", "bint", "abu", "de", "del", "da", "van", "von", "ahl"}
)
"""Words that may stand in small letters inside a name."""
_NEVER = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december god allah islam christianity judaism hinduism buddhism english arabic french "
    "russian persian farsi spanish koran quran bible old photo video image read more click here mr mrs ms dr".split()
)
_MONTH_OR_DAY = re.compile(r"(?i)^(mon|tues|wednes|thurs|fri|satur|sun)day$")


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of a sentence that is a name."""

    sentence: int
    first: int
    last: int
    text: str
    type: str
    sure: bool
    """Whether the type rests on words (an organisation noun, a title, a state list), not on the parser."""
    state: str = ""


def names(sentences: Iterable[Sentence]) -> list[Name]:
    """All names, in order; what is a name once is found everywhere in the article."""
    sentences = list(sentences)
    found = {sentence.index: list(_in_sentence(sentence)) for sentence in sentences}
    known = _known(found, sentences)
    for sentence in sentences:
        found[sentence.index] = _wrapped(sentence, found[sentence.index])
    printed = {
        word
        for sentence in sentences
        if not _shouted(sentence)
        for name in found[sentence.index]
        for word in fold(name.text).split()
    }
    for sentence in sentences:
        if (
            _shouted(sentence) and sentence.segment is SegmentKind.HEADLINE
        ):  # capitals say nothing here: only what is a name elsewhere too is one
            kept = [
                n for n in found[sentence.index] if n.type == "State" or set(fold(n.text).split()) <= printed
            ]
            found[sentence.index] = kept
    for sentence in sentences:
        taken = {i for name in found[sentence.index] for i in range(name.first, name.last + 1)}
        found[sentence.index] += _again(sentence, known, taken)
    return [name for sentence in sentences for name in sorted(found[sentence.index], key=lambda n: n.first)]


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
            whole = Name(
                sentence.index, name.first, after.i, _text(sentence, name.first, after.i), class_, True
            )
            return _wrapped(sentence, [n for n in found if not name.first <= n.first <= after.i] + [whole])
    return found


# --------------------------------------------------------------------------- one sentence


def _in_sentence(sentence: Sentence) -> Iterator[Name]:
    taken = _offices(sentence)
    for first, last, code in _states(sentence):
        if taken & set(range(first, last + 1)):
            continue
        taken.update(range(first, last + 1))
        yield Name(sentence.index, first, last, _text(sentence, first, last), "State", True, code)
    free = [e for e in _entities(sentence) if not taken & set(range(e[0], e[1] + 1))]
    for first, last, label in _joined(sentence, free):
        trimmed = _trim(sentence, first, last, label)
        if trimmed is None or taken & set(range(trimmed[0], trimmed[1] + 1)):
            continue
        taken.update(range(trimmed[0], trimmed[1] + 1))
        yield _named(sentence, trimmed[0], trimmed[1], label)
    if not _shouted(sentence):
        for first, last in _proper_runs(sentence, taken):
            trimmed = _trim(sentence, first, last, "")
            if trimmed is not None and not taken & set(range(trimmed[0], trimmed[1] + 1)):
                yield _named(sentence, trimmed[0], trimmed[1], "")


def _offices(sentence: Sentence) -> set[int]:
    """Positions of the words of an office of several words: the "State" of "secretary of state" is no name."""
    found: set[int] = set()
    for token in sentence.tokens:
        office = vocabulary.office_at(sentence, token.i)
        if office is not None and office.last > office.first:
            found.update(range(office.first, office.last + 1))
    return found


def _entities(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    start, label = 0, ""
    for token in (*sentence.tokens, None):
        tag = token.ent if token else ""
        if label and (not tag or tag.startswith("B-")):
            yield start, (token.i if token else len(sentence.tokens)) - 1, label
            label = ""
        if token and tag.startswith("B-") or token and tag and not label:
            start, label = token.i, tag[2:]


def _joined(sentence: Sentence, entities: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Entities of use, two that the parser cut from one name put together."""
    kept: list[tuple[int, int, str]] = []
    for first, last, label in entities:
        if label not in _LOOSE:
            continue
        while first > 0 and _continues(sentence, first - 1, first) and not _inside_any(first - 1, kept):
            first -= 1
        while last + 1 < len(sentence.tokens) and _goes_on(sentence, last, entities):
            last += 1
        if kept and kept[-1][1] + 1 == first and _one_name(sentence, kept[-1], (first, last, label)):
            kept[-1] = (kept[-1][0], last, kept[-1][2])
        else:
            kept.append((first, last, label))
    return kept


def _inside_any(position: int, spans: list[tuple[int, int, str]]) -> bool:
    return any(first <= position <= last for first, last, _ in spans)


def _continues(sentence: Sentence, left: int, right: int) -> bool:
    """Whether a name that starts at `right` really starts at `left`: "al" before "-", a hyphen, "Asaib" before "Ahl"."""
    token, after = sentence.tokens[left], sentence.tokens[right]
    if token.text == "-" and not token.space and left > 0 and not sentence.tokens[left - 1].space:
        return True
    return token.text.lower() in _INSIDE - {"of", "-"} and after.text == "-" and not token.space


def _goes_on(sentence: Sentence, last: int, entities: list[tuple[int, int, str]]) -> bool:
    token, after = sentence.tokens[last], sentence.tokens[last + 1]
    if any(first == after.i for first, _, _ in entities):
        return False
    if after.text == "-" and not token.space and not after.space and last + 2 < len(sentence.tokens):
        return sentence.tokens[last + 2].pos == "PROPN"
    if token.text == "-" and after.pos == "PROPN":
        return True
    if vocabulary.title_length(sentence, after.i, after.i):
        return False
    return after.pos == "PROPN" and token.pos == "PROPN" and token.head == after.i and token.dep == "compound"


def _one_name(sentence: Sentence, left: tuple[int, int, str], right: tuple[int, int, str]) -> bool:
    """Two entities side by side where the words of the first are compounds of the second: one name."""
    token = sentence.tokens[left[1]]
    if left[2] not in {"PERSON", "GPE"} and not (left[2] == right[2] == "ORG"):
        return False
    if left[2] == "GPE" and (vocabulary.state_of_word(token.text) or vocabulary.capital(token.text)):
        return False
    joined = right[0] <= token.head <= right[1] and token.dep == "compound"
    return joined and (right[2] == "PERSON" or right[2] == "GPE" and right[0] == right[1])


def _trim(sentence: Sentence, first: int, last: int, label: str) -> tuple[int, int] | None:
    """The stretch without article, title, quotation marks, demonym and possessive ending."""
    tokens = sentence.tokens
    while last >= first and (
        tokens[last].tag in {"POS", "''", ":", ",", "."} or tokens[last].text in "'\"()[]—–-|:"
    ):
        last -= 1
    while first <= last:
        token = tokens[first]
        if token.pos in {"DET", "PUNCT", "PART", "NUM", "CCONJ", "ADP", "PRON", "ADV"} or token.tag in {
            "``",
            "POS",
            "''",
        }:
            if token.pos == "NUM" and label in {"ORG", "FAC"} and first < last:
                break
            first += 1
            continue
        length = vocabulary.title_length(sentence, first, last)
        if length:
            first += length
            continue
        if label in {"PERSON", ""} and first < last and vocabulary.demonym(token.text):
            first += 1
            continue
        if token.pos == "ADJ" and token.text[:1].islower():
            first += 1
            continue
        break
    while last > first and not tokens[last].text[:1].isupper() and not tokens[last].text[:1].isdigit():
        last -= 1
    if first > last:
        return None
    text = _text(sentence, first, last)
    if not re.search(r"[^\W\d_]", text) or not any(t.text[:1].isupper() for t in tokens[first : last + 1]):
        return None
    if label != "PERSON" and all(_common(t.lemma) for t in tokens[first : last + 1]):
        return None
    if all(vocabulary.is_people_adjective(t.text) for t in tokens[first : last + 1]):
        return None
    if fold(text) in _NEVER or _MONTH_OR_DAY.match(text) or len(text) > 120:
        return None
    return first, last


def _common(lemma: str) -> bool:
    """Whether a capitalised word is a common noun for a person all the same: "Senior Lecturer and Researcher"."""
    return vocabulary.is_person(lemma) or lemma in {"and", "of", "senior", "chief", "the", "-"}


def _named(sentence: Sentence, first: int, last: int, label: str) -> Name:
    text = _text(sentence, first, last)
    by_words = _by_words(sentence, first, last)
    type_ = by_words or _NAMING.get(label, "")
    if not by_words and label == "GPE" and vocabulary.capital(text):
        type_ = "Settlement"
    return Name(sentence.index, first, last, text, type_, bool(by_words))


def _by_words(sentence: Sentence, first: int, last: int) -> str:
    """The class that a title before, an organisation noun in or a group noun beside the name gives away."""
    tokens = sentence.tokens
    if vocabulary.titled(sentence, first):
        return "Person"
    if vocabulary.is_site(tokens[last].lemma.lower()):
        return "Site"
    inside = vocabulary.organisation_class([t.text for t in tokens[first : last + 1]])
    if inside and inside != "State":
        return inside
    if _described_as_person(sentence, first, last):
        return "Person"
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    head = tokens[last]
    if after is not None and head.dep in {"compound", "nmod", "amod"} and head.head >= after.i:
        beside = vocabulary.group_class(after.lemma, singular=True) if after.dep == "compound" else ""
        if beside and beside not in {"GovernmentBody", "ActorGroup", "State"}:
            return beside  # "Northern Brigade militia leader Ali Nur"
        # "the Nur administration" says nothing of Nur's class; "the Kasim militia" does
        found = vocabulary.group_class(tokens[head.head].lemma, singular=True)
        return "" if found in {"GovernmentBody", "ActorGroup", "State"} else found
    before = tokens[first - 1] if first > 0 else None
    if (
        before is not None
        and before.pos == "NOUN"
        and (not trees.below(sentence, before.i, "prep") or before.head in range(first, last + 1))
    ):
        adjectives = [t.lemma for t in trees.below(sentence, before.i, "amod", "compound")]
        found = vocabulary.group_class(before.lemma, singular=True, before=adjectives)
        return "" if found in {"ActorGroup", "State"} else found
    return ""


def _described_as_person(sentence: Sentence, first: int, last: int) -> bool:
    """Whether an apposition or "is a" calls the name a person: "Sala Nur, director of the museum"."""
    heads = [i for i in range(first, last + 1) if not first <= sentence.tokens[i].head <= last]
    for head in heads:
        near = trees.below(sentence, head, "appos")
        token = sentence.tokens[head]
        if token.dep == "appos" and sentence.tokens[token.head].i < first:
            near.append(sentence.tokens[token.head])  # "the columnist, Sala Nur"
        if token.dep == "nsubj" and sentence.tokens[token.head].lemma == "be":
            near += trees.below(sentence, token.head, "attr")
        if any(
            vocabulary.office_at(sentence, t.i) or t.pos == "NOUN" and vocabulary.is_person(t.lemma)
            for t in near
        ):
            return True
    return False


def _states(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Names of states by the list, the longest first."""
    tokens, i = sentence.tokens, 0
    while i < len(tokens):
        if tokens[i].text[:1].isupper():
            for length in range(min(6, len(tokens) - i), 0, -1):
                text = _text(sentence, i, i + length - 1)
                code = vocabulary.state_named(text)
                if code and not _part_of_more(sentence, i, i + length - 1):
                    yield i, i + length - 1, code
                    i += length - 1
                    break
        i += 1


def _part_of_more(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a state's name is only a part of a longer name ("Bank of Georgia", "Jordan Peele", "Islamic State in Iraq")."""
    tokens = sentence.tokens
    head = tokens[last]
    entity = head.ent[2:] if head.ent else ""
    if entity in {"PERSON", "ORG", "FAC", "WORK_OF_ART", "PRODUCT"}:
        left = first > 0 and tokens[first - 1].ent[2:] == entity and not tokens[first].ent.startswith("B-")
        right = last + 1 < len(tokens) and tokens[last + 1].ent.startswith("I-")
        if entity == "PERSON":
            return left or right and tokens[last + 1].tag != "POS"
        # an organisation with the state inside keeps its whole name, but "US State Department" still has its state
        return (left and tokens[first - 1].pos not in {"DET"}) or (right and tokens[last + 1].tag != "POS")
    return False


def _shouted(sentence: Sentence) -> bool:
    """Whether capitals say nothing here: a headline in title case or all capitals."""
    words = [t for t in sentence.tokens if t.text[:1].isalpha() and len(t.text) > 3]
    if not words:
        return True
    capital = sum(t.text[:1].isupper() for t in words) / len(words)
    return capital > (0.5 if sentence.segment is SegmentKind.HEADLINE else 0.85)


def _proper_runs(sentence: Sentence, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of proper nouns that the parser gave no entity."""
    tokens, i = sentence.tokens, 0
    while i < len(tokens):
        if i in taken or tokens[i].pos != "PROPN" or not tokens[i].text[:1].isupper() or not _free(tokens[i]):
            i += 1
            continue
        last = i
        while (
            last + 1 < len(tokens)
            and last + 1 not in taken
            and _free(tokens[last + 1])
            and _runs_on(sentence, last + 1)
        ):
            last += 1
        while tokens[last].text.lower() in _INSIDE:
            last -= 1
        if last >= i and (last > i or len(tokens[i].text) > 1) and fold(tokens[i].text) not in _NEVER:
            yield i, last
        i = max(last, i) + 1


def _free(token: Token) -> bool:
    """Whether the parser gave the word no entity, or one that it often mistakes for a list or group."""
    if vocabulary.is_people_adjective(token.text) or vocabulary.is_people(token.text):
        return False
    return not token.ent or token.ent[2:] in {"PRODUCT", "NORP"}


def _runs_on(sentence: Sentence, position: int) -> bool:
    token = sentence.tokens[position]
    if token.pos == "PROPN" and token.text[:1].isupper():
        return True
    after = sentence.tokens[position + 1] if position + 1 < len(sentence.tokens) else None
    return (
        token.text.lower() in _INSIDE
        and after is not None
        and after.pos in {"PROPN", "PUNCT"}
        and after.text[:1].isupper() | (after.text == "-")
    )


# --------------------------------------------------------------------------- the whole article


def _known(
    found: dict[int, list[Name]], sentences: list[Sentence]
) -> dict[tuple[str, ...], tuple[str, bool]]:
    """Word sequences that are names somewhere in the article: whole names, last names of persons, acronyms."""
    votes: dict[tuple[str, ...], Counter[tuple[str, bool]]] = {}
    for sentence in sentences:
        for name in found[sentence.index]:
            words = tuple(t.text for t in sentence.tokens[name.first : name.last + 1])
            if name.type == "State":
                continue
            votes.setdefault(words, Counter())[name.type, name.sure] += 1
            if name.type == "Person" and len(words) > 1 and len(words[-1]) > 2:
                votes.setdefault((words[-1],), Counter())["Person", False] += 1
            printed = _printed_acronym(sentence, name)
            if printed:
                votes.setdefault((printed,), Counter())[name.type, name.sure] += 5
    return {
        words: counts.most_common(1)[0][0]
        for words, counts in sorted(votes.items())
        if fold(" ".join(words)) not in PARTICLES
    }


def _printed_acronym(sentence: Sentence, name: Name) -> str:
    """The acronym in parentheses right after a name, if its letters are the name's initials."""
    tokens = sentence.tokens
    at = name.last + 1
    if (
        at + 2 < len(tokens)
        and tokens[at].text == "("
        and re.fullmatch(r"[A-Z][A-Za-z.\-]{1,7}", tokens[at + 1].text)
    ):
        short = tokens[at + 1].text
        if short.upper().replace(".", "").replace("-", "")[:2] == acronym(name.text)[:2]:
            return short
    return ""


def _again(
    sentence: Sentence, known: dict[tuple[str, ...], tuple[str, bool]], taken: set[int]
) -> Iterator[Name]:
    """Names known from elsewhere in the article that the parser did not see here."""
    if _shouted(sentence) and sentence.segment is not SegmentKind.HEADLINE:
        return
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if (
            i in taken
            or not token.text[:1].isupper()
            or token.pos not in {"PROPN", "NOUN", "ADJ", "VERB", "X", "INTJ"}
        ):
            continue
        for length in range(min(8, len(tokens) - i), 0, -1):
            words = tuple(t.text for t in tokens[i : i + length])
            if words in known and not taken & set(range(i, i + length)):
                if length == 1 and i == 0 and token.pos not in {"PROPN", "NOUN"}:
                    continue
                type_, sure = known[words]
                taken.update(range(i, i + length))
                yield Name(sentence.index, i, i + length - 1, _text(sentence, i, i + length - 1), type_, sure)
                break


def _text(sentence: Sentence, first: int, last: int) -> str:
    """The words with the spaces of the text (typographic characters made plain)."""
    return "".join(
        t.text + (" " if t.space and t.i < last else "") for t in sentence.tokens[first : last + 1]
    )
