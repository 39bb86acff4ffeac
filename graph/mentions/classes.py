"""The class of a name: by the words in and beside it, else by the parser's label."""

from __future__ import annotations

from graph.language import trees, vocabulary
from graph.mentions.name import Name, is_shouted, words
from graph.mentions.spans import Span
from graph.model import Sentence

_BY_LABEL = {
    "PERSON": "Person",
    "ORG": "Organization",
    "PARTY": "PoliticalParty",
    "GPE": "Settlement",
    "LOC": "Area",
    "FAC": "Site",
}
_BODIES = frozenset({"ORG", "PARTY"})
"""Labels of names that ground beside them tells nothing of: "state Kasim Corporation"."""
_NOT_ITS_OWN = frozenset({"GovernmentBody", "ActorGroup", "State", "Court"})
"""Classes of a noun after a name that say nothing of the name: "the Nur government", "a Kasim court"."""
_OF_ONE = frozenset("administration presidency premiership papacy".split())
"""Nouns for the rule of one person: "the Nur administration". Source: own list."""


_ANYBODY = frozenset(
    "rival ally partner competitor member owner operator supplier winner loser contender opponent donor backer "
    "supporter sponsor critic player lender creditor buyer seller bidder favorite favourite heavyweight newcomer "
    "founder neighbor neighbour enemy foe friend client customer".split()
)
"""Nouns for persons that stand for bodies as often: "its rival, Nurwerk". Source: own list."""
_TRADES = frozenset(
    "maker carmaker automaker manufacturer giant operator retailer supplier publisher chain brand lender insurer "
    "airline conglomerate subsidiary developer producer startup".split()
)
"""Nouns for companies that stand before a name: "the Kalurian carmaker Nurwerk". Source: own list."""


_CAUSES = frozenset("movement faction organization organisation outfit".split())
"""Nouns for groups with a cause that stand before their names: "the rebel movement Kasim". Source: own list."""
_LEADING = frozenset(
    "leader co-leader commander founder co-founder chairman chairwoman militant fighter".split()
)
"""What a body has and a person has not, between its name and the name of the one who is that. Source: own list."""


def named(sentence: Sentence, span: Span) -> Name:
    """A stretch as a name with its class ("" where nothing tells)."""
    text = words(sentence, span.first, span.last)
    told = told_class(sentence, span.first, span.last)
    if not told and span.label not in _BODIES and not vocabulary.is_area(text):
        told = _by_ground(sentence, span.first, span.last)
    type_ = told or ("Organization" if _is_acronym(sentence, span) else _BY_LABEL.get(span.label, ""))
    if not told and span.label in {"GPE", "ORG", ""} and vocabulary.is_well_known_place(text):
        type_ = "Area" if vocabulary.is_area(text) else "Settlement"
    return Name(sentence.index, span.first, span.last, text, type_, bool(told))


def _is_acronym(sentence: Sentence, span: Span) -> bool:
    """Whether a would-be person is a few capitals that the encoder takes for none: companies, not people, are so called."""
    text = sentence.tokens[span.last].text
    if span.label != "PERSON" or span.first < span.last or not text.isupper() or not 1 < len(text) < 6:
        return False
    seen = [g for g in sentence.guesses if g.first <= span.first <= g.last]
    return not is_shouted(sentence) and not any(g.type in {"person", "politician"} for g in seen)


def told_class(sentence: Sentence, first: int, last: int) -> str:
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
    if _stands_before_noun(sentence, last):
        return _by_noun_after(sentence, last)
    return _by_noun_before(sentence, first, last)


def _by_ground(sentence: Sentence, first: int, last: int) -> str:
    """The class of a place by the ground in, after or before its name: "Kasim province", "the town of Kasim"."""
    tokens = sentence.tokens
    if first < last and (inside := vocabulary.ground_class(tokens[last].lemma.lower())):
        return inside
    if _stands_before_noun(sentence, last) and tokens[last].head == last + 1:
        return vocabulary.ground_class(tokens[last + 1].lemma)
    if first > 1 and tokens[first - 1].lemma == "of":
        return vocabulary.ground_class(tokens[first - 2].lemma)
    return ""


def _described_as_person(sentence: Sentence, first: int, last: int) -> bool:
    """Whether an apposition or "is a" calls the name a person: "Sala Nur, director of the museum"."""
    heads = [i for i in range(first, last + 1) if not first <= sentence.tokens[i].head <= last]
    for head in heads:
        near = trees.below(sentence, head, "appos")
        token = sentence.tokens[head]
        if token.dep == "appos" and token.head < first:
            near.append(sentence.tokens[token.head])  # "the columnist, Sala Nur"
        if token.dep == "nsubj" and sentence.tokens[token.head].lemma == "be":
            near += trees.below(sentence, token.head, "attr")
        if any(
            vocabulary.office_at(sentence, t.i)
            or t.pos == "NOUN"
            and vocabulary.is_person(t.lemma)
            and t.lemma not in _ANYBODY
            for t in near
        ):
            return True
    return False


def _stands_before_noun(sentence: Sentence, last: int) -> bool:
    """Whether the name describes a noun that comes after it: "the Kasim militia"."""
    head = sentence.tokens[last]
    return head.dep in {"compound", "nmod", "amod"} and head.head > last


def _by_noun_after(sentence: Sentence, last: int) -> str:
    """ "the Kasim militia" tells the name's class; "the Nur administration" says nothing of Nur's."""
    after = sentence.tokens[last + 1]
    beside = vocabulary.group_class(after.lemma, singular=True) if after.dep == "compound" else ""
    if beside and beside not in _NOT_ITS_OWN:
        return beside  # "Northern Brigade militia leader Ali Nur"
    beyond = sentence.tokens[last + 2 : last + 3]
    if after.lemma in _LEADING and beyond and beyond[0].pos == "PROPN":
        text = words(sentence, last, last)
        return (
            "" if vocabulary.is_well_known_place(text) or vocabulary.state_of_word(text) else "Organization"
        )
    noun = sentence.tokens[sentence.tokens[last].head]
    if noun.lemma in _OF_ONE and noun.i == last + 1:
        text = words(sentence, last, last)
        local = vocabulary.is_well_known_place(text) or vocabulary.state_of_word(text) or text.isupper()
        return "" if local else "Person"
    if noun.lemma == "group" and noun.i == last + 1:
        return "Organization"
    found = vocabulary.group_class(noun.lemma, singular=True)
    return "" if found in _NOT_ITS_OWN else found


def _by_noun_before(sentence: Sentence, first: int, last: int) -> str:
    """ "the militia Kasim"; but a noun that has a phrase of its own and is no part of the name tells nothing."""
    at = first - 2 if first > 1 and sentence.tokens[first - 1].text == '"' else first - 1
    before = sentence.tokens[at] if at >= 0 else None
    if before is None or before.pos != "NOUN":
        return ""
    if before.lemma in _TRADES and first <= before.head <= last:
        return "Company"
    if trees.below(sentence, before.i, "prep") and not first <= before.head <= last:
        return ""
    adjectives = [t.lemma for t in trees.below(sentence, before.i, "amod", "compound")]
    found = vocabulary.group_class(before.lemma, singular=True, before=adjectives)
    if (
        before.lemma in _CAUSES
        and first <= before.head <= last
        or before.lemma in _CAUSES
        and before.i == first - 1
    ):
        return found if found not in {"", "ActorGroup", "State"} else "Organization"
    return "" if found in {"ActorGroup", "State"} else found
