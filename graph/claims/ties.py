"""Ties between actors, and where places lie: backed, allied, opposed, part of, based in.

| form | example |
| --- | --- |
| compound adjective | Velkan-backed militias, the pro-Velka bloc |
| possessor | Velka's militias, Velka and its allies |
| participle | groups linked to Velka; a list supported by the Brigade |
| verb | the Brigade opposes Nur; the Front includes the militias |
| nested names | the Guard Corps Lake Force |
"""

from __future__ import annotations

from graph.claims.scribe import Scribe
from graph.language import trees, vocabulary
from graph.model import Phrase, Ref, Sentence, Token

# Predicate of the lexicon -> (claim predicate, whether subject and object change places).
_PREDICATES = {
    "sponsoredBy": ("sponsoredBy", False),
    "alignedWith": ("alliedWith", False),
    "affiliatedWith": ("alliedWith", False),
    "alliedWith": ("alliedWith", False),
    "opposes": ("opposes", False),
}
# Participles and adjectives with "by", "to", "with" -> predicate. Source: own list, beside sponsorship.tsv.
_PARTICIPLES = {
    ("back", "by"): "sponsoredBy", ("support", "by"): "sponsoredBy", ("fund", "by"): "sponsoredBy",
    ("arm", "by"): "sponsoredBy", ("finance", "by"): "sponsoredBy", ("sponsor", "by"): "sponsoredBy",
    ("train", "by"): "sponsoredBy", ("link", "to"): "alliedWith", ("tie", "to"): "alliedWith",
    ("affiliate", "with"): "alliedWith", ("ally", "with"): "alliedWith", ("align", "with"): "alliedWith",
    ("associate", "with"): "alliedWith", ("loyal", "to"): "alliedWith", ("close", "to"): "alliedWith",
    ("oppose", "to"): "opposes",
}  # fmt: skip
# Verbs whose subject is against their object. Source: own list.
_OPPOSING = frozenset("oppose resist defy confront denounce boycott rival undermine challenge".split()) - {
    "denounce",
    "boycott",
}
_BACKING = frozenset("back support fund finance arm sponsor bankroll train".split())
_AGAINST = frozenset(
    "rage anger hostility opposition pushback resistance fight struggle revolt feud rivalry campaign push".split()
)
_ARMED = frozenset({"Militia", "ArmedGroup", "InsurgentGroup"})
_WINGS = frozenset(
    {"SecurityForce", "IntelligenceService", "GovernmentBody", "Militia", "ArmedGroup", "Organization"}
)


def write_ties(scribe: Scribe) -> None:
    """All claims of ties between actors and of the place of things."""
    for phrase in scribe.discourse.phrases:
        if phrase.kind == "pronoun":
            continue
        sentence = scribe.discourse.sentences[phrase.sentence]
        ref = scribe.discourse.at(phrase.sentence, phrase.head)
        if ref is None:
            continue
        _compound(scribe, sentence, phrase, ref)
        _owned(scribe, sentence, phrase, ref)
        _nested(scribe, sentence, phrase, ref)
        _located(scribe, sentence, phrase, ref)
    for sentence in scribe.discourse.sentences:
        for token in sentence.tokens:
            _participle(scribe, sentence, token)
            _verb(scribe, sentence, token)
            _against(scribe, sentence, token)


def _compound(scribe: Scribe, sentence: Sentence, phrase: Phrase, ref: Ref) -> None:
    if scribe.entity(ref) is None or scribe.kind(ref) != "actor" or scribe.is_a(ref, "Person", "State"):
        return
    for tie in vocabulary.ties(sentence, phrase.head):
        row = _PREDICATES.get(tie.predicate)
        if row is None:
            continue
        other = scribe.actor(sentence, tie.at) or (scribe.state(tie.code) if tie.code else None)
        if other is None or scribe.entity(other) is None:
            continue
        scribe.say(
            sentence, phrase.head, ref, row[0], object=other, nominal=True, quote=(min(phrase.start, sentence.tokens[tie.at].start), phrase.end),
            rule=f"ties: {tie.predicate} compound", confidence=0.95,
        )  # fmt: skip


def _owned(scribe: Scribe, sentence: Sentence, phrase: Phrase, ref: Ref) -> None:
    """ "Velka's militias", "Velka's Guard Corps", "Velka and its militia allies"."""
    for owner in trees.below(sentence, phrase.head, "poss"):
        other = scribe.actor(sentence, owner.i)
        if other is None or scribe.entity(other) is None or other == ref:
            continue
        quote = (sentence.tokens[trees.subtree(sentence, owner.i)[0]].start, phrase.end)
        lemma = sentence.tokens[phrase.head].lemma
        if lemma == "ally" and not scribe.is_a(ref, "Person"):
            scribe.say(
                sentence,
                phrase.head,
                ref,
                "alliedWith",
                object=other,
                nominal=True,
                quote=quote,
                rule="ties: ally of",
            )
        elif scribe.type(other) == "State" and _armed(scribe, sentence, phrase, ref):
            scribe.say(
                sentence,
                phrase.head,
                ref,
                "sponsoredBy",
                object=other,
                nominal=True,
                quote=quote,
                rule="ties: a state's militias",
                confidence=0.8,
            )
        elif (
            phrase.kind == "name"
            and scribe.is_a(ref, "Organization")
            and scribe.type(other) in {"State"} | _WINGS
            and scribe.type(ref) in _WINGS
        ):
            scribe.say(
                sentence,
                phrase.head,
                ref,
                "partOfOrganization",
                object=other,
                nominal=True,
                quote=quote,
                rule="ties: a body's wing",
                confidence=0.85,
            )


def _armed(scribe: Scribe, sentence: Sentence, phrase: Phrase, ref: Ref) -> bool:
    lemma = sentence.tokens[phrase.head].lemma
    return scribe.type(ref) in _ARMED or vocabulary.group_class(lemma, singular=True) in _ARMED


def _nested(scribe: Scribe, sentence: Sentence, phrase: Phrase, ref: Ref) -> None:
    """A named body that stands before another as its modifier: "the Guard Corps Lake Force"."""
    if phrase.kind != "name" or not scribe.is_a(ref, "Organization") or scribe.type(ref) == "State":
        return
    token = sentence.tokens[phrase.head]
    if token.dep == "appos" and phrase.first > 0:
        other_token = sentence.tokens[token.head]
        other = scribe.discourse.at(sentence.index, other_token.i)
        between = sentence.tokens[other_token.i + 1 : phrase.first]
        if (
            other
            and other != ref
            and scribe.type(other) in _WINGS
            and scribe.type(ref) in _WINGS
            and not any(t.text in {",", "("} and t is between[-1] for t in between)
        ):
            quote = (other_token.start if other_token.i < phrase.first else phrase.start, phrase.end)
            start = min(
                (p.start for p in scribe.discourse.phrases_of(sentence.index) if p.head == other_token.i),
                default=quote[0],
            )
            scribe.say(
                sentence,
                phrase.head,
                ref,
                "partOfOrganization",
                object=other,
                nominal=True,
                quote=(start, phrase.end),
                rule="ties: nested names",
                confidence=0.8,
            )


# --------------------------------------------------------------------------- places


def _located(scribe: Scribe, sentence: Sentence, phrase: Phrase, ref: Ref) -> None:
    entity = scribe.entity(ref)
    if entity is None:
        return
    if entity.kind == "place":
        for owner in trees.below(sentence, phrase.head, "poss"):
            other = scribe.place(sentence, owner.i)
            if other is not None and other != ref and phrase.kind == "name":
                quote = (sentence.tokens[trees.subtree(sentence, owner.i)[0]].start, phrase.end)
                scribe.say(
                    sentence,
                    phrase.head,
                    ref,
                    "locatedIn",
                    object=other,
                    nominal=True,
                    quote=quote,
                    rule="ties: place's place",
                )
        for preposition in trees.below(sentence, phrase.head, "prep"):
            if (
                preposition.lemma not in {"in", "of", "by", "near"}
                or preposition.lemma == "of"
                and phrase.kind != "name"
                and not vocabulary.is_ground(sentence.tokens[phrase.head].lemma)
            ):
                continue
            for thing in trees.below(sentence, preposition.i, "pobj"):
                other = scribe.place(sentence, thing.i)
                if other is not None and other != ref:
                    quote = (phrase.start, sentence.tokens[trees.subtree(sentence, thing.i)[-1]].end)
                    scribe.say(
                        sentence,
                        phrase.head,
                        ref,
                        "locatedIn",
                        object=other,
                        nominal=True,
                        quote=quote,
                        rule="ties: place in place",
                        confidence=0.85,
                    )
        token = sentence.tokens[phrase.head]
        if (
            phrase.kind == "name"
            and token.dep in {"compound", "nmod"}
            and vocabulary.is_ground(sentence.tokens[token.head].lemma)
        ):
            for thing in trees.objects_of(sentence, token.head, "of", "in"):
                other = scribe.place(sentence, thing.i)
                if other is not None and other != ref:
                    scribe.say(
                        sentence,
                        phrase.head,
                        ref,
                        "locatedIn",
                        object=other,
                        nominal=True,
                        quote=(phrase.start, sentence.tokens[thing.i].end),
                        rule="ties: district of",
                    )
        if token.dep == "nsubj" and sentence.tokens[token.head].lemma == "be":
            for attribute in trees.below(sentence, token.head, "attr"):
                if vocabulary.is_ground(attribute.lemma) or vocabulary.is_site(attribute.lemma):
                    for thing in trees.objects_of(sentence, attribute.i, "in", "of"):
                        other = scribe.place(sentence, thing.i)
                        if other is not None and other != ref:
                            scribe.say(
                                sentence,
                                phrase.head,
                                ref,
                                "locatedIn",
                                object=other,
                                rule="ties: is an area in",
                            )
        for after in trees.below(sentence, phrase.head, "appos", "npadvmod"):
            other = scribe.place(sentence, after.i)
            if (
                other is not None
                and other != ref
                and phrase.kind == "name"
                and sentence.tokens[after.i].pos == "PROPN"
                and sentence.tokens[phrase.last + 1].text == ","
            ):
                scribe.say(
                    sentence,
                    phrase.head,
                    ref,
                    "locatedIn",
                    object=other,
                    nominal=True,
                    quote=(phrase.start, sentence.tokens[after.i].end),
                    rule="ties: town, country",
                    confidence=0.85,
                )
        return
    for clause in trees.below(sentence, phrase.head, "acl", "relcl"):
        if clause.lemma in {"base", "headquarter", "locate"}:
            for thing in trees.objects_of(sentence, clause.i, "in", "at"):
                other = scribe.place(sentence, thing.i)
                if other is not None:
                    scribe.say(
                        sentence,
                        clause.i,
                        ref,
                        "basedIn",
                        object=other,
                        nominal=True,
                        quote=(phrase.start, sentence.tokens[thing.i].end),
                        rule="ties: based in",
                    )


# --------------------------------------------------------------------------- verbs


def _participle(scribe: Scribe, sentence: Sentence, token: Token) -> None:
    if token.pos not in {"VERB", "ADJ"}:
        return
    for preposition in trees.below(sentence, token.i, "prep", "agent"):
        predicate = _PARTICIPLES.get((token.lemma, preposition.lemma)) or _PARTICIPLES.get(
            (token.text.lower(), preposition.lemma)
        )
        if predicate is None or preposition.lemma == "by" and token.tag != "VBN":
            continue
        subject = _described(scribe, sentence, token)
        if subject is None or scribe.entity(subject) is None:
            continue
        for thing in trees.below(sentence, preposition.i, "pobj"):
            for i in trees.conjuncts(sentence, thing.i):
                other = scribe.actor(sentence, i)
                if (
                    other is not None
                    and other != subject
                    and scribe.entity(other) is not None
                    and scribe.kind(subject) == "actor"
                ):
                    scribe.say(
                        sentence,
                        token.i,
                        subject,
                        predicate,
                        object=other,
                        rule=f"ties: {token.lemma} {preposition.lemma}",
                        confidence=0.8,
                    )


def _described(scribe: Scribe, sentence: Sentence, token: Token) -> Ref | None:
    """What a participle or adjective describes: its noun or its subject."""
    for subject in trees.below(sentence, token.i, "nsubjpass", "nsubj"):
        return scribe.actor(sentence, subject.i)
    above = sentence.tokens[token.head]
    if token.dep in {"acl", "amod", "relcl"}:
        return scribe.actor(sentence, above.i)
    if token.dep in {"acomp", "xcomp"} or token.dep == "conj":
        for subject in trees.below(sentence, above.i, "nsubj", "nsubjpass"):
            return scribe.actor(sentence, subject.i)
    return None


def _verb(scribe: Scribe, sentence: Sentence, token: Token) -> None:
    if token.pos != "VERB":
        return
    subjects = [
        ref
        for t in trees.below(sentence, token.i, "nsubj")
        for i in trees.conjuncts(sentence, t.i)
        if (ref := scribe.actor(sentence, i))
    ]
    objects = [
        ref
        for t in trees.below(sentence, token.i, "dobj")
        for i in trees.conjuncts(sentence, t.i)
        if (ref := scribe.actor(sentence, i))
    ]
    for subject in subjects:
        for thing in objects:
            if subject == thing or scribe.entity(thing) is None or scribe.entity(subject) is None:
                continue
            if token.lemma in _OPPOSING:
                scribe.say(
                    sentence,
                    token.i,
                    subject,
                    "opposes",
                    object=thing,
                    rule=f"ties: {token.lemma}",
                    confidence=0.8,
                )
            elif token.lemma in _BACKING and not scribe.is_a(subject, "Person"):
                scribe.say(
                    sentence,
                    token.i,
                    thing,
                    "sponsoredBy",
                    object=subject,
                    rule=f"ties: {token.lemma}",
                    confidence=0.75,
                )
            elif token.lemma == "represent" and scribe.is_a(subject, "Organization"):
                scribe.say(
                    sentence,
                    token.i,
                    subject,
                    "represents",
                    object=thing,
                    rule="ties: represent",
                    confidence=0.85,
                )
            elif (
                token.lemma in {"include", "comprise"}
                and scribe.is_a(subject, "Organization")
                and scribe.type(subject) != "State"
            ):
                scribe.say(
                    sentence, token.i, thing, "memberOf", object=subject, rule="ties: include", confidence=0.8
                )
    if token.lemma == "join":
        for subject in subjects:
            for thing in objects:
                if scribe.is_a(thing, "Organization") and scribe.type(thing) != "State":
                    scribe.say(
                        sentence,
                        token.i,
                        subject,
                        "memberOf",
                        object=thing,
                        rule="ties: join",
                        confidence=0.8,
                    )


def _against(scribe: Scribe, sentence: Sentence, token: Token) -> None:
    """ "the militias' rage at Nur", "push back against", "Nur's fight against"."""
    if token.pos == "NOUN" and token.lemma in _AGAINST:
        subjects = [
            ref for t in trees.below(sentence, token.i, "poss") if (ref := scribe.actor(sentence, t.i))
        ]
        things = (
            trees.objects_of(sentence, token.i, "at", "against", "with", "to")
            if token.lemma != "campaign"
            else trees.objects_of(sentence, token.i, "against")
        )
        if not subjects and sentence.tokens[token.head].pos == "VERB":
            subjects = [
                ref
                for t in trees.below(sentence, token.head, "nsubj")
                if (ref := scribe.actor(sentence, t.i))
            ]
    elif token.pos == "VERB" and (
        token.lemma in {"fight", "rebel", "struggle"}
        or token.lemma in {"push", "fight"}
        and trees.below(sentence, token.i, "prt", "advmod")
    ):
        verb = token
        subjects = []
        for _ in range(3):
            subjects = [
                ref for t in trees.below(sentence, verb.i, "nsubj") if (ref := scribe.actor(sentence, t.i))
            ]
            if subjects or verb.dep not in {"xcomp", "acl", "advcl"}:
                break
            above = sentence.tokens[verb.head]
            subjects = [
                ref
                for t in trees.below(sentence, above.i, "poss", "nsubj")
                if (ref := scribe.actor(sentence, t.i))
            ]
            if subjects:
                break
            verb = above
        things = trees.objects_of(sentence, token.i, "against")
    else:
        return
    for subject in subjects:
        for thing in things:
            other = scribe.actor(sentence, thing.i)
            if (
                other is not None
                and other != subject
                and scribe.entity(other) is not None
                and scribe.entity(subject) is not None
            ):
                scribe.say(
                    sentence,
                    token.i,
                    subject,
                    "opposes",
                    object=other,
                    nominal=True,
                    rule=f"ties: {token.lemma} against",
                    confidence=0.75,
                )
