"""Sentences -> phrases that speak of actors, places and posts: names, nominals, pronouns."""

from __future__ import annotations

from collections.abc import Iterable

from graph.language import trees, vocabulary
from graph.language.names import fold
from graph.language.vocabulary import Office
from graph.mentions.name import Name, words
from graph.mentions.names import names
from graph.model import Phrase, Sentence, Token

_PRONOUNS = {
    "he": "Person", "him": "Person", "his": "Person", "himself": "Person", "she": "Person", "her": "Person",
    "hers": "Person", "herself": "Person", "i": "Person", "me": "Person", "my": "Person", "myself": "Person",
    "it": "Organization", "its": "Organization", "itself": "Organization", "they": "Actor", "them": "Actor",
    "their": "Actor", "themselves": "Actor", "we": "Actor", "us": "Actor", "our": "Actor", "who": "Actor",
    "whom": "Actor", "whose": "Actor", "which": "Organization", "that": "Actor", "you": "Actor",
}  # fmt: skip
_PLURAL = frozenset("they them their themselves we us our".split())
_CORE = frozenset(
    {"amod", "compound", "nummod", "nmod", "poss", "advmod", "npadvmod", "punct", "quantmod", "case"}
)
_UNPOLITICAL = frozenset("long short waiting guest wish hit black price mailing".split())
"""Words before "list" that make it no list of candidates. Source: own list."""
_SHIFTING = 3
"""So many words before an office "former" may stand: "former Kalurian deputy prime minister"."""


def phrases(sentences: Iterable[Sentence]) -> list[Phrase]:
    """All phrases of an article in the order of the text."""
    sentences = list(sentences)
    by_sentence: dict[int, list[Name]] = {}
    for name in names(sentences):
        by_sentence.setdefault(name.sentence, []).append(name)
    found: list[Phrase] = []
    for sentence in sentences:
        here = by_sentence.get(sentence.index, [])
        named = [_from_name(sentence, name) for name in here]
        taken = {i for name in here for i in range(name.first, name.last + 1)}
        nominal = [phrase for token in sentence.tokens if (phrase := _nominal(sentence, token, taken, named))]
        pronouns = [_pronoun(sentence, token) for token in sentence.tokens if _is_pronoun(token)]
        found.extend(sorted((*named, *nominal, *pronouns), key=lambda p: (p.head, p.first)))
    return found


def _from_name(sentence: Sentence, name: Name) -> Phrase:
    head = next(
        (i for i in range(name.first, name.last + 1) if not name.first <= sentence.tokens[i].head <= name.last
         or sentence.tokens[i].head == i),
        name.last,
    )  # fmt: skip
    office = vocabulary.office_before(sentence, name.first)
    return Phrase(
        sentence=name.sentence,
        head=head,
        first=name.first,
        last=name.last,
        start=sentence.tokens[name.first].start,
        end=sentence.tokens[name.last].end,
        text=name.text,
        kind="name",
        type=name.type,
        sure=name.sure,
        title=_title(sentence, office.canonical, office.first) if office else "",
        state=name.state
        or (_state_before(sentence, office.first) if office else _owning_state(sentence, head)),
        sex=vocabulary.sex_before(sentence, name.first),
    )


def _title(sentence: Sentence, office: str, first: int) -> str:
    """The office with the word that puts it in the past: who was president is not "the president"."""
    effects = vocabulary.office_effects()
    before = sentence.tokens[max(0, first - _SHIFTING) : first]
    return f"former {office}" if any(effects.get(t.text.lower()) == "past" for t in before) else office


def _owning_state(sentence: Sentence, head: int) -> str:
    """The state in the possessive before a name: "Kaluria's Foreign Ministry"."""
    owners = trees.below(sentence, head, "poss")
    return next((code for t in owners if (code := vocabulary.state_named(_whole(sentence, t.i)))), "")


def _state_before(sentence: Sentence, first: int) -> str:
    """The state that the word or possessive before an office names: "Kalurian", "Kaluria's"."""
    tokens = sentence.tokens
    at = first - 1
    if at >= 0 and tokens[at].tag == "POS":
        at -= 1
    return vocabulary.demonym_at(sentence, at) or vocabulary.state_named(tokens[at].text) if at >= 0 else ""


# --------------------------------------------------------------------------- nominals


def _nominal(sentence: Sentence, token: Token, taken: set[int], named: list[Phrase]) -> Phrase | None:
    if (
        token.i in taken
        or token.pos not in {"NOUN", "PROPN", "ADJ"}
        or token.dep in {"compound", "nmod"}
        and _modifies(sentence, token)
    ):
        return None
    if token.pos == "ADJ" and not _stands_alone(sentence, token):
        return None
    office = vocabulary.office_at(sentence, token.i)
    plural = token.tag in {"NNS", "NNPS"} or token.lemma in vocabulary.ALWAYS_PLURAL
    type_ = _type(sentence, token, office, plural)
    if not type_:
        return None
    first = _counted(sentence, token, _left_edge(sentence, token.i))
    state, patron = _state(sentence, token), _patron(sentence, token)
    if state and state == patron:
        state = ""  # "Velkan-backed" tells of the backer, not of the home
    determiner = trees.first_below(sentence, token.i, "det", "poss")
    if type_ == "State" and not state:
        return None
    people = type_ == "ActorGroup" and token.text[:1].isupper() and vocabulary.is_people(token.text)
    if people:
        first, state = _first_of_people(sentence, token), ""  # the name of a people is a name
    return Phrase(
        sentence=sentence.index,
        head=token.i,
        first=first,
        last=token.i,
        start=sentence.tokens[first].start,
        end=token.end,
        text=words(sentence, first, token.i),
        kind="name" if people else "nominal",
        type=type_,
        sure=True,
        title=_title(sentence, office.canonical, office.first) if office else "",
        state=state,
        patron=patron,
        plural=plural,
        definite=determiner is not None
        and (determiner.lemma in {"the", "this", "that", "these", "those"} or determiner.dep == "poss"),
    )


def _first_of_people(sentence: Sentence, token: Token) -> int:
    """Where the name of a people starts: "African Americans", "Turkish Kurds"."""
    before = sentence.tokens[token.i - 1] if token.i else None
    of_name = before is not None and before.text[:1].isupper() and before.dep in {"amod", "compound"}
    if before is None or not of_name or before.head != token.i:
        return token.i
    return (
        before.i
        if vocabulary.is_people_adjective(before.text) or vocabulary.demonym(before.text)
        else token.i
    )


def _modifies(sentence: Sentence, token: Token) -> bool:
    return sentence.tokens[token.head].pos in {"NOUN", "PROPN"} and token.head > token.i


def _stands_alone(sentence: Sentence, token: Token) -> bool:
    return token.dep in {"nsubj", "nsubjpass", "dobj", "pobj", "conj"} and bool(
        vocabulary.demonym(token.text) or token.lemma in {"independent"}
    )


def _type(sentence: Sentence, token: Token, office: Office | None, plural: bool) -> str:
    lemma = token.lemma
    if (
        office is not None
        and office.first < token.i == office.last
        and not office.first <= token.head < token.i
    ):
        return "ActorGroup" if plural else "UnnamedPerson"  # "the US sec state" is no state
    if vocabulary.is_quantity(sentence, token.i):
        return ""
    compound = [t.lemma for t in trees.below(sentence, token.i, "compound", "amod")]
    if lemma == "list" and not _UNPOLITICAL.isdisjoint(compound):
        return ""
    by_group = vocabulary.group_class(lemma, singular=not plural, before=compound)
    if by_group:
        return by_group
    if vocabulary.is_site(lemma):
        return "Site"
    if vocabulary.is_people(token.text):
        return "ActorGroup"
    if office or vocabulary.is_person(lemma):
        return "ActorGroup" if plural else "UnnamedPerson"
    return ""


def _left_edge(sentence: Sentence, head: int) -> int:
    """The first word of the core of a noun phrase, its article left out."""
    first = head
    for position in range(head - 1, -1, -1):
        token = sentence.tokens[position]
        top = position
        while sentence.tokens[top].head != top and sentence.tokens[top].head != head:
            if sentence.tokens[top].dep not in _CORE | {"det", "conj", "cc"}:
                return _no_punctuation(sentence, first)
            top = sentence.tokens[top].head
        if (
            sentence.tokens[top].head != head
            or top > head
            or sentence.tokens[top].dep not in _CORE | {"det", "conj", "cc"}
        ):
            break
        if token.dep == "det" and token.head == head:
            break
        first = position
    return _no_punctuation(sentence, first)


def _counted(sentence: Sentence, token: Token, first: int) -> int:
    """ "one of his friends", "a wide range of politicians": the phrase starts at the words that count it."""
    preposition = sentence.tokens[token.head]
    if (
        token.dep == "pobj"
        and preposition.lemma == "of"
        and vocabulary.is_quantity(sentence, preposition.head)
    ):
        return _left_edge(sentence, preposition.head)
    return first


def _no_punctuation(sentence: Sentence, first: int) -> int:
    while sentence.tokens[first].pos in {"PUNCT", "CCONJ"} or sentence.tokens[first].tag == "POS":
        first += 1
    return first


def _state(sentence: Sentence, token: Token) -> str:
    """The state that an adjective, a possessive or an "of" phrase ties the noun to."""
    for child in trees.below(sentence, token.i, "amod", "compound", "poss", "nmod"):
        code = vocabulary.state_of_word(_whole(sentence, child.i))
        if code:
            return code
    for thing in trees.objects_of(sentence, token.i, "of", "in"):
        code = vocabulary.state_named(_whole(sentence, thing.i))
        if code:
            return code
    return ""


def _whole(sentence: Sentence, head: int) -> str:
    """A word with the compounds before it: "United States"."""
    first = head
    while (
        first > 0 and sentence.tokens[first - 1].head == head and sentence.tokens[first - 1].dep == "compound"
    ):
        first -= 1
    return words(sentence, first, head)


def _patron(sentence: Sentence, token: Token) -> str:
    """The backer in "X-backed", "pro-X", "X proxy", as a state's code or a folded name."""
    for tie in vocabulary.ties(sentence, token.i):
        if tie.predicate in {"sponsoredBy", "alignedWith", "affiliatedWith", "alliedWith", "ledBy"}:
            return tie.code or fold(tie.text)
    return ""


# --------------------------------------------------------------------------- pronouns


def _is_pronoun(token: Token) -> bool:
    text = token.text.lower()
    if text == "that":
        return token.tag == "WDT" and token.dep in {"nsubj", "nsubjpass", "dobj"}
    return text in _PRONOUNS and token.pos in {"PRON", "DET"} and token.dep != "expl"


def _pronoun(sentence: Sentence, token: Token) -> Phrase:
    text = token.text.lower()
    return Phrase(
        sentence=sentence.index,
        head=token.i,
        first=token.i,
        last=token.i,
        start=token.start,
        end=token.end,
        text=token.text,
        kind="pronoun",
        type=_PRONOUNS[text],
        plural=text in _PLURAL,
    )
