"""Who is against whom, told by nouns and by "against": "the militias' rage at Nur", "fights against", "Nur's rival"."""

from __future__ import annotations

from graph.claims.scribe import Scribe
from graph.language import trees
from graph.model import Sentence, Token

_AGAINST = frozenset(
    "rage anger hostility opposition pushback resistance fight struggle revolt feud rivalry campaign push".split()
)
_RIVALS = frozenset("rival archrival arch-rival foe archenemy adversary nemesis".split())


def write_against(scribe: Scribe, sentence: Sentence, token: Token) -> None:
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


def write_rivals(scribe: Scribe, sentence: Sentence, token: Token) -> None:
    """ "Nur's rival Kasim", "Kasim, a rival of Nur", "Kasim is Nur's rival"."""
    if token.pos != "NOUN" or token.lemma not in _RIVALS:
        return
    owners = [*trees.below(sentence, token.i, "poss"), *trees.objects_of(sentence, token.i, "of", "to")]
    for owner in owners:
        for other in _called(sentence, token):
            one, two = scribe.actor(sentence, other.i), scribe.actor(sentence, owner.i)
            if one is None or two is None or not (scribe.named(one) and scribe.named(two)):
                continue
            first, last = min(owner.start, other.start, token.start), max(owner.end, other.end, token.end)
            scribe.say(
                sentence, token.i, one, "rivalOf", object=two, nominal=token.dep != "attr", quote=(first, last),
                rule=f"ties: {token.lemma} of", confidence=0.8,
            )  # fmt: skip


def _called(sentence: Sentence, noun: Token) -> list[Token]:
    """Whom a noun describes: apposed to it, named right after it, or its subject."""
    found = trees.below(sentence, noun.i, "appos")
    above = sentence.tokens[noun.head]
    if noun.dep in {"appos", "compound"}:
        found.append(above)
    if noun.dep == "attr":
        found += trees.below(sentence, above.i, "nsubj")
    return found
