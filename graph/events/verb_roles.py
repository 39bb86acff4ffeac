"""The roles of an event that a verb tells of: subject, object, passive, prepositions."""

from __future__ import annotations

from collections.abc import Iterable

from graph.events.draft import Draft, Scene
from graph.events.prepositions import prepositions
from graph.events.subjects import subjects
from graph.events.triggers import blamed
from graph.language import trees, vocabulary
from graph.language.vocabulary import Trigger
from graph.model import Token

_SPEECH = frozenset(
    "Offer Demand Threat ExpressionOfSupport Statement Accusation Condemnation Pledge Refusal".split()
)
_CLOSE = 3
"""So many words apart two joined verbs may share an object."""


def verb_roles(scene: Scene, frame: Draft, row: Trigger) -> None:
    """Fills the roles of a frame whose trigger is a verb."""
    s, at = scene.sentence, frame.at
    token = s.tokens[at]
    fixed = vocabulary.fixed_object(s, at, row) if " " in row.lemma else None
    whom = _set_off(scene, token, row)
    passive = trees.is_passive(s, at) or _joins_passive(scene, token) or _cut_short(scene, token, row)
    doers = [] if passive or whom is not None else subjects(scene, at)
    if whom is not None:
        scene.fill(frame, row.object, whom.i)
        for t in trees.objects_of(s, at, "by"):
            scene.fill(frame, row.subject or "agent", t.i)
    elif passive or token.tag == "VBN" and token.dep in {"acl", "amod"} and not doers:
        for i in _sufferers(scene, frame, token) if row.object or fixed is None else ():
            scene.fill(frame, row.object or "target", i)
        for t in trees.objects_of(s, at, "by"):
            scene.fill(frame, row.subject or "agent", t.i)
    else:
        for t in doers:
            scene.fill(frame, row.subject or "agent", t.i)
        _objects(scene, frame, row, fixed)
    if row.object and not frame.fillers(row.object) and not passive:
        for sister in trees.below(s, at, "conj"):
            if sister.pos == "VERB" and sister.i - at <= _CLOSE:
                _fill_all(scene, frame, row.object, trees.below(s, sister.i, "dobj"))
    if row.cls in _SPEECH:
        told = [t for t in trees.below(s, at, "dative") if t.pos != "ADP"]
        _fill_all(scene, frame, "addressee", told)
    _fill_all(scene, frame, "addressee", blamed(s, token))
    prepositions(scene, frame, row, at)
    if fixed is not None:
        prepositions(scene, frame, row, fixed.i)
        _receivers(scene, frame, row)


def _fill_all(scene: Scene, frame: Draft, role: str, tokens: Iterable[Token]) -> None:
    for token in tokens:
        scene.fill(frame, role, token.i)


def _sufferers(scene: Scene, frame: Draft, token: Token) -> list[int]:
    """To whom a passive or a participle happens: its subject, its noun, the subject of the passive above it."""
    s = scene.sentence
    own = trees.below(s, token.i, "nsubjpass") or (
        trees.below(s, token.i, "nsubj") if token.dep == "ROOT" else []
    )
    if own:
        return [t.i for t in own]
    if token.dep in {"acl", "amod"}:
        return [token.head]
    if token.dep == "advcl" and token.tag == "VBN" and not trees.below(s, token.i, "nsubj", "mark"):
        # "the driver was set free, released by a judge"
        return [t.i for t in trees.below(s, token.head, "nsubj", "nsubjpass")]
    if token.dep == "conj" and not frame.roles:
        return [t.i for t in trees.below(s, trees.first_conjunct(s, token.i), "nsubjpass")]
    return []


def _receivers(scene: Scene, frame: Draft, row: Trigger) -> None:
    """ "gave the islanders aid": who is named without a preposition has the role of who is named with one."""
    role = next((role for role in row.preps.values() if role in {"addressee", "target", "victim"}), "")
    told = [t for t in trees.below(scene.sentence, frame.at, "dative") if t.pos != "ADP"]
    if role:
        _fill_all(scene, frame, role, told)


def _objects(scene: Scene, frame: Draft, row: Trigger, fixed: Token | None) -> None:
    """The objects of an active verb, and of the preposition that belongs to it: "fired at the crowd"."""
    s, at = scene.sentence, frame.at
    own = trees.below(s, at, "dobj") or _of_small_clause(scene, at, row) or _left_out(scene, at)
    if not row.object and fixed is not None:
        return
    if not row.object:
        _fill_all(scene, frame, "target" if row.kind == "shooting" else "about", own)
        return
    if " " in row.lemma:
        _fill_all(scene, frame, row.object, trees.objects_of(s, at, row.lemma.split()[-1]))
    _fill_all(scene, frame, row.object, own)
    if not own and s.tokens[at].dep == "conj":
        # "intercepted and killed X": the object stands at the last verb, or at the first
        _fill_all(scene, frame, row.object, _shared_object(scene, at))


def _of_small_clause(scene: Scene, at: int, row: Trigger) -> list[Token]:
    """ "found Nur guilty": whom the parser makes the subject of the last word."""
    s, words = scene.sentence, row.lemma.split()[1:]
    clauses = [t for t in trees.below(s, at, "ccomp", "oprd") if t.lemma in words]
    return [t for clause in clauses for t in trees.below(s, clause.i, "nsubj")]


def _left_out(scene: Scene, at: int) -> list[Token]:
    """ "the soldiers it had kidnapped": the noun that a clause without "that" hangs on is its object."""
    s = scene.sentence
    token = s.tokens[at]
    noun = s.tokens[token.head]
    if token.dep != "relcl" or trees.below(s, at, "dobj", "ccomp", "xcomp", "mark", "prt"):
        return []
    doers = trees.below(s, at, "nsubj")
    first = min((i for t in doers for i in trees.subtree(s, t.i)), default=-1)
    bare = first == noun.i + 1 and not any(t.tag in {"WDT", "WP", "WRB"} for t in doers)
    return (
        [noun]
        if bare and scene.entity(noun.i) is not None and not noun.ent.endswith(("DATE", "TIME"))
        else []
    )


def _set_off(scene: Scene, token: Token, row: Trigger) -> Token | None:
    """ "Nur, kidnapped on Sunday in Lima, was released": the name before the comma, though the parser takes the
    participle for the past tense."""
    s, at = scene.sentence, token.i
    after = s.tokens[at + 1] if at + 1 < len(s.tokens) else None
    if row.object != "victim" or token.tag not in {"VBD", "VBN"} or at < 2 or s.tokens[at - 1].text != ",":
        return None
    if trees.below(s, at, "dobj", "aux", "auxpass", "ccomp", "xcomp", "cc", "prt") or token.dep in {
        "acl",
        "conj",
    }:
        return None
    noun = s.tokens[at - 2]
    closed = any(t.text == "," and t.i > at for t in s.tokens)
    adverbial = after is not None and (after.pos == "ADP" or after.ent[2:] in {"DATE", "TIME"})
    return noun if closed and adverbial and scene.is_person(noun.i) else None


def _cut_short(scene: Scene, token: Token, row: Trigger) -> bool:
    """ "Moreno shot dead in Lima", as headlines print it: what harms somebody and names nobody else harms its subject."""
    s = scene.sentence
    return (
        row.object == "victim"
        and token.dep == "ROOT"
        and token.tag in {"VBD", "VBN"}
        and bool(trees.below(s, token.i, "nsubj"))
        and not trees.below(s, token.i, "dobj", "aux", "ccomp", "xcomp")
        and all(trees.below(s, t.i, "nsubj") for t in trees.below(s, token.i, "conj"))
    )


def _joins_passive(scene: Scene, token: Token) -> bool:
    """ "were kidnapped, tortured and killed": the second and third verb are passive as well."""
    s = scene.sentence
    if token.dep != "conj" or token.tag not in {"VBN", "VBD"} or trees.below(s, token.i, "nsubj", "dobj"):
        return False
    first = trees.first_conjunct(s, token.i)
    return trees.is_passive(s, first) and s.tokens[first].pos == "VERB"


def _shared_object(scene: Scene, at: int) -> list[Token]:
    """The object of the verb that this one is joined to, if that verb comes later."""
    above = scene.sentence.tokens[scene.sentence.tokens[at].head]
    return trees.below(scene.sentence, above.i, "dobj") if above.pos == "VERB" and above.i > at else []
