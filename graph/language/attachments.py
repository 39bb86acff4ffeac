"""Trees as news sentences have them, where the parser hangs a word on the nearest one that could bear it.

| rule | example | the parser | here |
| --- | --- | --- | --- |
| parted | Nur said it was a coup; critics doubt it | "doubt" governs "said" | two sentences |
| described | Nur, believed to be ill, was killed | "believed" governs "killed" | Nur was killed |
| counted_off | killed 11 people, six of them guards, a medic said | the guards said | a medic said |
| gone_on | Nur asked Hale to leave and met Kasim | to "met" Kasim | Nur met Kasim |
| spoken_on | Nur said the Front had failed and urged talks | the Front urged | Nur urged |
| warned_on | Nur said the Front had failed, warning that | the Front warned | Nur warned |
| said_once | killed Hale and his driver, Nur said | the driver said too | Nur said |
| done | accused of arming and hiding rebels | two things | two deeds |
| charged | Nur accused the army of helping Hale | the army of helping | accused of helping |
| ordered | the court ordered him released | him, released | that he be released |
| on_day | two firms tied to Hale on Monday | Hale on Monday | what happened on Monday |
| felt | the raid on Lima that killed six | Lima killed | the raid killed |
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from graph.language import trees, vocabulary
from graph.language.dates import WEEKDAYS
from graph.model import Sentence, Token
from ontology.terms import is_a

Change = tuple[int, int, str]
"""A word, its head and its dependency from now on."""

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CHARGING = {"accuse": "of", "suspect": "of", "convict": "of", "blame": "for", "acquit": "of", "criticize": "for",
             "criticise": "for", "condemn": "for"}  # fmt: skip
_ORDERING = frozenset("order want".split())
_TYING = frozenset("link tie ally connect know call base back".split())
"""Participles of what somebody is, not of what happened to him. Source: own list."""
_HURTING = frozenset("kill wound injure hurt leave claim destroy damage maim displace".split())
"""Verbs of what an attack does. Source: own list."""
_SPEECH = "SpeechAct"


def attached(sentences: Iterable[Sentence]) -> list[Sentence]:
    """The sentences with every rule of the table applied, in its order."""
    return [_mended(sentence) for sentence in sentences]


def _mended(sentence: Sentence) -> Sentence:
    for rule, kinds in _RULES:
        for at in range(len(sentence.tokens)):
            token = sentence.tokens[at]
            if token.dep in kinds or token.tag in kinds:
                sentence = _changed(sentence, rule(sentence, token))
    return sentence


def _changed(sentence: Sentence, changes: list[Change]) -> Sentence:
    """The sentence with words hung elsewhere; a change that would close a circle is left out."""
    for at, head, dep in changes:
        if head != at and head in trees.subtree(sentence, at):
            continue
        tokens = list(sentence.tokens)
        tokens[at] = replace(tokens[at], head=head, dep=dep)
        children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        sentence = replace(sentence, tokens=tuple(tokens), children=tuple(tuple(c) for c in children))
    return sentence


def _parted(sentence: Sentence, token: Token) -> list[Change]:
    """A clause before a semicolon is not governed by the verb behind it."""
    above = sentence.tokens[token.head]
    if above.i < token.i or not _has_subject(sentence, token):
        return []
    between = sentence.tokens[trees.subtree(sentence, token.i)[-1] + 1 : above.i]
    if not any(t.text == ";" for t in between):
        return []
    if above.head == above.i:
        return [(token.i, token.i, "ROOT"), (above.i, token.i, "conj")]
    return [(token.i, above.head, above.dep), (above.i, token.i, "conj")]


def _described(sentence: Sentence, token: Token) -> list[Change]:
    """A participle between commas describes the subject of the verb that has none of its own."""
    if token.i == 0 or sentence.tokens[token.i - 1].text != ",":
        return []
    subject = trees.first_below(sentence, token.i, "nsubj", "nsubjpass")
    if subject is None or trees.below(sentence, token.i, "dobj", "aux", "auxpass"):
        return []
    for verb in trees.below(sentence, token.i, "ccomp"):
        told = verb.tag in {"VBD", "VBZ"} or trees.below(sentence, verb.i, "aux", "auxpass")
        before = sentence.tokens[trees.subtree(sentence, verb.i)[0] - 1]
        if verb.i > token.i and told and before.text == "," and not _has_subject(sentence, verb):
            passive = bool(trees.below(sentence, verb.i, "auxpass"))
            top = (verb.i, verb.i, "ROOT") if token.head == token.i else (verb.i, token.head, token.dep)
            return [
                top,
                (subject.i, verb.i, "nsubjpass" if passive else "nsubj"),
                (token.i, subject.i, "acl"),
            ]
    return []


def _counted_off(sentence: Sentence, token: Token) -> list[Change]:
    """ "Six of them guards" stands beside whom it counts; who is joined to it behind a comma is the subject."""
    verb = sentence.tokens[token.head]
    number = trees.first_below(sentence, token.i, "nsubj", "nummod")
    if number is None or number.pos != "NUM":
        return []
    if not any(
        t.lemma in {"they", "which", "whom", "them"} for t in trees.objects_of(sentence, number.i, "of")
    ):
        return []
    source = trees.first_below(sentence, token.i, "conj", "appos")
    counted = next((t for t in reversed(sentence.tokens[: number.i]) if t.pos in {"NOUN", "PROPN"}), None)
    if source is None or counted is None or verb.pos != "VERB":
        return []
    return [(source.i, verb.i, "nsubj"), (token.i, counted.i, "npadvmod")]


def _gone_on(sentence: Sentence, token: Token) -> list[Change]:
    """A finite verb is not joined to an infinitive, but to the finite verb above it."""
    if token.tag not in _FINITE or _has_subject(sentence, token):
        return []
    inner = sentence.tokens[token.head]
    if inner.tag != "VB" or not any(t.lemma == "to" for t in trees.below(sentence, inner.i, "aux")):
        return []
    outer = next((t for t in trees.ancestors(sentence, inner.i) if t.tag == token.tag), None)
    between = trees.ancestors(sentence, inner.i)
    plain = all(t.dep in {"xcomp", "advcl", "ROOT", "ccomp", "conj"} for t in between)
    return [(token.i, outer.i, "conj")] if outer is not None and plain and outer.i < token.i else []


def _spoken_on(sentence: Sentence, token: Token) -> list[Change]:
    """A verb of speech joined to a clause that could not speak goes on with the verb above that clause."""
    inner = sentence.tokens[token.head]
    outer = sentence.tokens[inner.head]
    if token.tag not in _FINITE or inner.dep != "ccomp" or outer.i > inner.i:
        return []
    if outer.tag != token.tag or not _speaks(sentence, token) or vocabulary.reporting(outer.lemma) is None:
        return []
    if _has_subject(sentence, token) or trees.below(sentence, token.i, "mark", "aux"):
        return []
    return [(token.i, outer.i, "conj")] if _mute(sentence, inner) else []


def _warned_on(sentence: Sentence, token: Token) -> list[Change]:
    """A participle of speech behind a comma goes on with who spoke, not with whom he spoke of."""
    inner = sentence.tokens[token.head]
    outer = sentence.tokens[inner.head]
    if token.dep != "advcl" or token.tag != "VBG" or sentence.tokens[token.i - 1].text != ",":
        return []
    if inner.i > token.i or not trees.below(sentence, token.i, "ccomp") or not _speaks(sentence, token):
        return []
    while inner.dep in {"xcomp", "conj", "advcl"} and outer.i < inner.i:
        inner, outer = outer, sentence.tokens[outer.head]
    told = inner.dep == "ccomp" and outer.i < inner.i and vocabulary.reporting(outer.lemma) is not None
    return [(token.i, outer.i, "advcl")] if told and not _speaks(sentence, inner) else []


def _mute(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause tells of a state, a duty or what was done, not of who spoke or acted then."""
    if clause.lemma == "be" or trees.below(sentence, clause.i, "auxpass", "nsubjpass"):
        return True
    auxiliaries = {t.lemma for t in trees.below(sentence, clause.i, "aux")}
    modal = any(t.tag == "MD" for t in trees.below(sentence, clause.i, "aux"))
    subject = trees.first_below(sentence, clause.i, "nsubj")
    named = subject is not None and subject.pos == "PROPN"
    return modal or "have" in auxiliaries and not named or clause.tag in {"VBZ", "VBP", "VBG"}


def _speaks(sentence: Sentence, token: Token) -> bool:
    row = vocabulary.verb_trigger(sentence, token.i)
    return vocabulary.reporting(token.lemma) is not None or row is not None and is_a(row.cls, _SPEECH)


def _done(sentence: Sentence, token: Token) -> list[Change]:
    """ "accused of financing and arming the rebels": deeds, not things."""
    if token.tag != "VBG" or trees.below(sentence, token.i, "det", "amod", "poss", "compound"):
        return []
    joined = [t for t in trees.below(sentence, token.i, "conj") if t.tag == "VBG"]
    told = [t for t in [token, *joined] if trees.below(sentence, t.i, "dobj")]
    return [(token.i, token.head, "pcomp")] if told else []


def _said_once(sentence: Sentence, token: Token) -> list[Change]:
    """ "killed Nur and his driver, police said": of two subjects of one verb the first is a part of what is said."""
    verb = sentence.tokens[token.head]
    later = [t for t in trees.below(sentence, verb.i, "nsubj") if token.i < t.i < verb.i]
    if not later or vocabulary.reporting(verb.lemma) is None:
        return []
    for clause in trees.below(sentence, verb.i, "ccomp"):
        for thing in trees.below(sentence, clause.i, "dobj", "nsubjpass"):
            if thing.i < token.i:
                return [(token.i, thing.i, "conj")]
    return []


def _charged(sentence: Sentence, token: Token) -> list[Change]:
    """What somebody is accused of belongs to the verb, not to whom it accuses."""
    if not trees.below(sentence, token.i, "pcomp"):
        return []
    whom = token
    for above in trees.ancestors(sentence, token.i):
        if whom.dep == "dobj" and above.pos == "VERB":
            charged = _CHARGING.get(above.lemma) == token.lemma and above.i < whom.i
            return [(token.i, above.i, "prep")] if charged and above.i != token.head else []
        if above.pos == "VERB" and above.dep not in {"acl", "relcl"}:
            return []
        whom = above
    return []


def _ordered(sentence: Sentence, token: Token) -> list[Change]:
    """Whom a court orders released is the one who is released."""
    verb = sentence.tokens[token.head]
    whom = trees.first_below(sentence, verb.i, "dobj")
    if token.tag != "VBN" or verb.lemma not in _ORDERING or whom is None:
        return []
    return [(token.i, verb.i, "ccomp"), (whom.i, token.i, "nsubjpass")]


def _felt(sentence: Sentence, token: Token) -> list[Change]:
    """What killed is the raid, not the town that it hit."""
    if token.lemma not in _HURTING:
        return []
    subject = trees.first_below(sentence, token.i, "nsubj")
    noun = sentence.tokens[token.head]
    if subject is None or subject.text.lower() not in {"that", "which"} or subject.i > token.i:
        return []
    for above in trees.ancestors(sentence, noun.i):
        if above.pos not in {"NOUN", "PROPN", "ADP"}:
            return []
        row = vocabulary.noun_trigger(sentence, above.i) if above.pos == "NOUN" else None
        if row is not None and is_a(row.cls, "ConflictEvent"):
            return [(token.i, above.i, "relcl")]
    return []


def _on_day(sentence: Sentence, token: Token) -> list[Change]:
    """A weekday behind a name or a word for people is when it happened, not who they are."""
    noun = sentence.tokens[token.head]
    days = trees.below(sentence, token.i, "pobj")
    if token.lemma != "on" or not days or days[0].text not in WEEKDAYS:
        return []
    tied = noun.dep == "acl" and noun.lemma in _TYING
    if noun.pos != "PROPN" and not tied and not (noun.pos == "NOUN" and _of_people(noun)):
        return []
    for above in trees.ancestors(sentence, noun.i):
        if above.pos in {"VERB", "AUX"} and above.dep not in {"acl", "relcl", "amod"}:
            return [(token.i, above.i, "prep")]
    return []


def _of_people(noun: Token) -> bool:
    return vocabulary.is_person(noun.lemma) or bool(
        vocabulary.group_class(noun.lemma, singular=noun.tag == "NN") or noun.lemma == "force"
    )


def _has_subject(sentence: Sentence, verb: Token) -> bool:
    return bool(trees.below(sentence, verb.i, "nsubj", "nsubjpass", "csubj", "expl"))


_Rule = Callable[[Sentence, Token], list[Change]]

_RULES: tuple[tuple[_Rule, frozenset[str]], ...] = tuple(
    (rule, frozenset(kinds.split()))
    for rule, kinds in (
        (_parted, "ccomp advcl"),
        (_described, "VBD VBN"),
        (_counted_off, "nsubj"),
        (_gone_on, "conj"),
        (_spoken_on, "conj"),
        (_warned_on, "advcl"),
        (_said_once, "nsubj"),
        (_done, "pobj"),
        (_charged, "prep"),
        (_ordered, "xcomp"),
        (_felt, "relcl"),
        (_on_day, "prep"),
    )
)
"""The rules in their order, each with the dependencies or tags of the words it looks at."""
