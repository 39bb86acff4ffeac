"""Who is against whom, told by nouns and by "against": "the militias' rage at Nur", "fights against"."""

from __future__ import annotations

from graph.claims.scribe import Scribe
from graph.language import trees
from graph.model import Sentence, Token

_AGAINST = frozenset(
    "rage anger hostility opposition pushback resistance fight struggle revolt feud rivalry campaign push".split()
)


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
