"""Which event of a sentence a time belongs to."""

from __future__ import annotations

from graph.events.coming import to_come
from graph.events.draft import Draft, Scene
from graph.language import dates, trees
from graph.language.occasions import times_with
from graph.model import Sentence, TimeExpression, Token
from ontology.terms import is_a

_RAISING = frozenset("begin start continue manage seem appear happen be have go keep force help use".split())
_MEANWHILE = frozenset({"as", "while"})
_INSIDE = frozenset({"compound", "nmod", "amod", "nummod", "poss"})
"""How words of time stand before a noun: "the 2018 budget", "Friday's vote"."""
_HANDLED = frozenset({"dobj", "pobj"})
_OCCASIONS = frozenset({"in", "at", "during", "after", "before", "since"})
_CLOSE_TO_VERB = frozenset({"nsubj", "nsubjpass", "dobj", "xcomp", "conj", "attr"})


def add_times(scene: Scene, found: dict[int, Draft]) -> None:
    """Each time expression with the trigger that governs it, the nearest one up the tree."""
    s = scene.sentence
    if not found:
        return
    text = "".join(t.text + " " * max(0, _gap(s, t)) for t in s.tokens)
    meanwhile: list[tuple[int, TimeExpression]] = []
    for expression in dates.time_expressions(text, s.start):
        inside = [t.i for t in s.tokens if expression.start <= t.start < expression.end]
        if not inside:
            continue
        top = min(inside, key=lambda i: sum(1 for _ in trees.ancestors(s, i)))
        owner = _inquired(scene, min(inside), _governor(scene, top, found), found)
        owner = _attributive(scene, inside, found) or owner
        for at in dict.fromkeys((owner, _when(s, top))):
            if at is not None and at in found:
                found[at].times.append(expression)
        meanwhile += [(at, expression) for at in _meanwhile(s, top) if at in found]
    for at, expression in meanwhile:
        if not found[at].times:
            found[at].times = [expression]
    violent = frozenset(at for at, frame in found.items() if frame.noun and is_a(frame.cls, "ConflictEvent"))
    for at, frame in found.items():
        first = trees.first_conjunct(s, at)
        if not frame.times and first != at and first in found and _goes_along(s, at):
            frame.times = list(found[first].times)  # "on Friday stormed the gate and beat the guards"
        if not frame.times and not frame.noun and frame.cls != "Investigation":
            frame.times = list(times_with(s, text, at, violent))
        if frame.times and to_come(s, at):
            frame.times = [dates.ahead(time) for time in frame.times]


def _governor(scene: Scene, position: int, found: dict[int, Draft]) -> int | None:
    """The trigger nearest up the tree from the words of a time."""
    s = scene.sentence
    if position in found:
        return position
    for clause in trees.below(s, position, "relcl", "advcl"):
        if clause.i in found:
            return clause.i  # "on Friday, when the crowd stormed the gate"
    if _of_thing(scene, position, found):
        return None
    for token in trees.ancestors(s, position):
        if token.i in found:
            return token.i
        if token.pos == "NOUN":
            near = [i for i in trees.subtree(s, token.i) if i in found and found[i].noun and i < position]
            if near:
                return max(near)
        if token.pos in {"VERB", "AUX"}:
            return _below_verb(scene, token, found)
    return None


def _goes_along(sentence: Sentence, position: int) -> bool:
    """Whether what is joined to a verb shares its time: with its subject, or by "and"."""
    token = sentence.tokens[position]
    if token.dep != "conj" or not trees.below(sentence, position, *trees.SUBJECTS):
        return True
    return all(t.lemma == "and" for t in trees.below(sentence, token.head, "cc"))


def _of_thing(scene: Scene, position: int, found: dict[int, Draft]) -> bool:
    """Whether the time is that of a thing which tells of no event: "his 2018 budget", "a delay from 2018 to 2020".

    What is done in or at such a thing is done at its time: "lost in the 2018 primary".
    """
    s = scene.sentence
    token = s.tokens[position]
    while token.dep in _INSIDE and s.tokens[token.head].dep in _INSIDE:
        token = s.tokens[token.head]
    above = s.tokens[token.head]
    if token.dep == "pobj" and above.lemma in {"from", "to"}:
        ranging = s.tokens[above.head]
        ranging = s.tokens[ranging.head] if ranging.dep == "prep" else ranging
        return ranging.pos == "NOUN" and ranging.i not in found
    if token.dep not in _INSIDE or above.pos != "NOUN" or above.i in found:
        return False
    return not (above.dep == "pobj" and s.tokens[above.head].lemma in _OCCASIONS) and above.dep in _HANDLED


def _attributive(scene: Scene, inside: list[int], found: dict[int, Draft]) -> int | None:
    """The noun right after a time with an article: "the January 6, 2021, assault"."""
    tokens = scene.sentence.tokens
    after = inside[-1] + 1
    if tokens[inside[0] - 1].tag not in {"DT", "PRP$"} or inside[0] == 0:
        return None
    if after < len(tokens) and tokens[after].text == ",":
        after += 1
    while after < len(tokens) and tokens[after].pos == "ADJ":
        after += 1
    return after if after in found and found[after].noun else None


def _inquired(scene: Scene, first: int, owner: int | None, found: dict[int, Draft]) -> int | None:
    """ "the judge investigating the blast last year": the time right after what is inquired into is its own."""
    before = first - 1
    if owner is None or found[owner].cls != "Investigation" or found[owner].noun or before not in found:
        return owner
    return before if found[before].noun and scene.sentence.tokens[before].dep == "dobj" else owner


def _when(sentence: Sentence, position: int) -> int:
    """The verb of the "when" that follows a time: "turned ugly Friday, when the crowd stormed the gate"; or -1."""
    after = sentence.tokens[position + 1 : position + 3]
    word = next((t for t in after if t.text != ","), None)
    return word.head if word is not None and word.lemma == "when" else -1


def _meanwhile(sentence: Sentence, position: int) -> list[int]:
    """The verbs of "on Friday a march turned ugly as the crowd threw stones", which share the time of the main one."""
    verb = next((t for t in trees.ancestors(sentence, position) if t.pos in {"VERB", "AUX"}), None)
    clauses = trees.below(sentence, verb.i, "advcl") if verb is not None else []
    return [
        i
        for clause in clauses
        if any(mark.lemma in _MEANWHILE for mark in trees.below(sentence, clause.i, "mark"))
        for i in trees.conjuncts(sentence, clause.i)
    ]


def _below_verb(scene: Scene, verb: Token, found: dict[int, Draft]) -> int | None:
    """ "the attack came early Sunday", "took place on Sunday", "are said to have attacked on Sunday"."""
    s = scene.sentence
    for token in trees.below(s, verb.i):
        if token.i in found and token.dep in _CLOSE_TO_VERB and _goes_along(s, token.i):
            return token.i
    deep = [i for i in trees.subtree(s, verb.i) if i in found and s.tokens[i].dep in {"xcomp", "ccomp"}]
    return deep[0] if deep and verb.dep == "ROOT" and verb.lemma in _RAISING else None


def _gap(sentence: Sentence, token: Token) -> int:
    after = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
    return after.start - token.end if after is not None else 0
