"""How many people a group has: "its 4,000 fighters", "has an estimated 3,000 men", "the 2,000-strong militia".

Of a state nothing is said: "France keeps 1,500 troops in Niger" counts the troops.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.claims.antecedents import is_body, spoken_of, subjects
from graph.claims.scribe import Scribe
from graph.language import numbers, trees
from graph.model import Ref, Sentence, Token

_MEMBERS = frozenset(
    "fighter soldier troop man gunman militant guerrilla guerilla rebel insurgent combatant militiaman officer "
    "policeman member follower recruit volunteer personnel activist partisan".split()
)
"""Nouns for those that a group is made of."""
_HAVING = frozenset(
    "have command field boast count number muster comprise keep maintain station employ".split()
)
_STATIONED = frozenset({"be", "keep", "maintain", "station", "have"})
_FORMED = frozenset({"make", "consist", "compose"})
_NO_GROUPS = frozenset({"State", "Legislature", "Ministry", "GovernmentBody", "InternationalOrganization"})
_TROOPS = frozenset({"troop", "soldier", "personnel"})


def write_strength(scribe: Scribe) -> None:
    """All claims of how many people a group has."""
    for sentence in scribe.discourse.sentences:
        for token in sentence.tokens:
            if token.lemma in _MEMBERS and token.pos == "NOUN":
                for group, at in _groups(scribe, sentence, token):
                    _say(scribe, sentence, group, token, at)
            elif token.text == "strong" and token.dep == "amod":
                _strong(scribe, sentence, token)
            elif token.lemma == "number" and token.pos == "VERB":
                _number(scribe, sentence, token)


def _groups(scribe: Scribe, sentence: Sentence, noun: Token) -> Iterator[tuple[Ref, Token]]:
    """The groups that the noun counts the people of, each with the word that tells it."""
    if not trees.below(sentence, noun.i, "nummod"):
        return
    for owner in trees.below(sentence, noun.i, "poss") if noun.dep != "conj" else ():
        yield from ((ref, noun) for ref in _group(scribe, sentence, owner))
    above = sentence.tokens[noun.head]
    if noun.dep == "dobj" and above.lemma in _HAVING and above.pos in {"VERB", "AUX"}:
        for subject in subjects(sentence, above):
            yield from ((ref, above) for ref in _group(scribe, sentence, subject))
    deployed = noun.dep == "dobj" and above.lemma in _STATIONED and above.lemma != "be"
    there = noun.dep == "attr" and bool(trees.below(sentence, above.i, "expl"))
    if (
        noun.lemma in _TROOPS
        and (deployed or there)
        and trees.objects_of(sentence, above.i, "in") + trees.objects_of(sentence, noun.i, "in")
    ):
        own = _first_told(scribe, sentence, noun)
        if own is not None and (
            there or any(_is_state(scribe, sentence, t) for t in subjects(sentence, above))
        ):
            yield own, above
    if noun.dep == "pobj" and above.lemma == "of":
        verb = next((t for t in trees.ancestors(sentence, above.i) if t.pos == "VERB"), None)
        if verb is not None and verb.lemma in _FORMED and noun.i > verb.i:
            for subject in subjects(sentence, verb):
                yield from ((ref, verb) for ref in _group(scribe, sentence, subject))


def _first_told(scribe: Scribe, sentence: Sentence, noun: Token) -> Ref | None:
    """The troops themselves, where these words are the first to speak of them."""
    own = scribe.discourse.at(sentence.index, noun.i)
    entity = scribe.entity(own) if own is not None else None
    first = min((m.end for m in entity.mentions), default=0) if entity is not None else 0
    return own if first >= noun.end else None


def _strong(scribe: Scribe, sentence: Sentence, token: Token) -> None:
    """ "the 2,000-strong militia", "the militia, 2,000-strong"."""
    for number in trees.below(sentence, token.i, "npadvmod", "advmod", "nummod"):
        if number.pos == "NUM":
            noun = sentence.tokens[token.head]
            for group in _group(scribe, sentence, noun):
                _say(scribe, sentence, group, number, noun)


def _number(scribe: Scribe, sentence: Sentence, verb: Token) -> None:
    """ "the militia numbers about 500"."""
    for number in trees.below(sentence, verb.i, "dobj"):
        if number.pos == "NUM" and not trees.below(sentence, number.i, "conj"):
            for subject in subjects(sentence, verb):
                for group in _group(scribe, sentence, subject):
                    _say(scribe, sentence, group, number, verb)


def _say(scribe: Scribe, sentence: Sentence, group: Ref, number: Token, at: Token) -> None:
    count = numbers.count_at(sentence, number.i)
    if count is None:
        return
    inside = trees.subtree(sentence, number.i)
    first, last = sorted((number.i, at.i))
    quote = (sentence.tokens[min(first, inside[0])].start, sentence.tokens[max(last, number.i)].end)
    scribe.say(
        sentence, at.i, group, "strength", value=count.value, qualifier=count.qualifier,
        nominal=at.pos not in {"VERB", "AUX"}, quote=quote, rule="strength", confidence=0.8,
    )  # fmt: skip


def _group(scribe: Scribe, sentence: Sentence, token: Token) -> Iterator[Ref]:
    """The group at a word, the named one where it stands beside a name."""
    ref = spoken_of(scribe, sentence, token)
    if ref is not None and is_body(scribe, ref) and scribe.type(ref) not in _NO_GROUPS:
        yield ref


def _is_state(scribe: Scribe, sentence: Sentence, token: Token) -> bool:
    ref = scribe.actor(sentence, token.i)
    return ref is not None and scribe.type(ref) == "State"
