"""Where the words for an event put it: behind, at or ahead of the time when they are told.

| words | tense |
| --- | --- |
| attacked, has attacked, the people hurt there, killing two | past |
| condemned the attack; the attack drew criticism | past: what a noun presupposes had begun |
| is besieging, the siege goes on, the ongoing siege | present, and going on |
| arrests, do not vote | present: what is done now and then, or was just done |
| Premier condemns attack; Nur says that | past: a headline's present, and a saying's, are of what was done |
| will meet, is to meet, may meet, plans to meet, a planned meeting, calls for a meeting | future |
| planned to meet, would meet, if they met | none: seen from a time that is not told, or only supposed |
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.claims.attribution import Voices
from graph.claims.stance import stance
from graph.language import trees
from graph.language.tense import WILL, clause_tense
from graph.model import Discourse, Event, Mention, Modality, SegmentKind, Sentence, Tense, Tensed, Token
from ontology.terms import is_a

_OF_NOUN = {
    **dict.fromkeys(
        "recent past previous earlier latest failed foiled botched last former".split(), Tense.PAST
    ),
    **dict.fromkeys("ongoing current continuing continued present persistent".split(), Tense.PRESENT),
    **dict.fromkeys(
        "planned upcoming coming forthcoming future impending imminent next scheduled".split(), Tense.FUTURE
    ),
}
"""Adjectives that put the event of their noun in time. Source: own list."""
_GOING_ON = frozenset("continue persist last drag rage proceed escalate intensify".split())
"""Verbs of what goes on. Source: own list."""
_ATTEMPT = "AssassinationAttempt"
_UNDONE = frozenset({Modality.FUTURE, Modality.HYPOTHETICAL})
_NEWEST = frozenset({SegmentKind.HEADLINE, SegmentKind.DEK, SegmentKind.CAPTION})
"""Where the present tells of what was just done."""
_RANK = (Tense.PAST, Tense.PRESENT, Tense.FUTURE)
"""What was once told as past has happened, whatever was awaited before."""


def with_tenses(discourse: Discourse, voices: Voices, events: Iterable[Event]) -> list[Event]:
    """The events, each with the words that put it in time."""
    starts = [sentence.start for sentence in discourse.sentences]
    return [replace(event, tensed=_of_event(discourse, voices, starts, event)) for event in events]


def _of_event(discourse: Discourse, voices: Voices, starts: Sequence[int], event: Event) -> Tensed | None:
    """The first words of the most certain tense."""
    found = [
        told
        for mention in event.mentions
        if (told := _of_mention(discourse, voices, starts, event, mention)) is not None
    ]
    return min(found, key=lambda told: (_RANK.index(told.tense), told.start), default=None)


def _of_mention(
    discourse: Discourse, voices: Voices, starts: Sequence[int], event: Event, mention: Mention
) -> Tensed | None:
    sentence = discourse.sentences[max(0, bisect_right(starts, mention.start) - 1)]
    token = _trigger(sentence, mention)
    if token is None:
        return None
    found = (_of_noun if token.pos in {"NOUN", "PROPN"} else _of_verb)(sentence, token, voices, event.type)
    if found is None:
        return None
    tense, at = found
    word = sentence.tokens[at]
    quoted = (
        voices.quotes.around(token.start) is not None
        or tense is Tense.FUTURE
        and _of_saying(sentence, at, voices)
    )
    going_on = tense is Tense.PRESENT and (word.tag == "VBG" or word.lemma in _GOING_ON or word.pos == "ADJ")
    text = discourse.article.text[word.start : word.end]
    return Tensed(word.start, word.end, text, tense, quoted, going_on)


def _of_saying(sentence: Sentence, verb: int, voices: Voices) -> bool:
    """ "said that a panel should be formed": ahead of what was said only; with "will" it is still to come when told."""
    will = any(t.text.lower() in WILL for t in trees.below(sentence, verb, "aux"))
    return not will and bool(voices.over(sentence, verb))


def _trigger(sentence: Sentence, mention: Mention) -> Token | None:
    """The word of a mention that tells of the event: its verb, or its first word."""
    inside = [token for token in sentence.tokens if mention.start <= token.start < mention.end]
    verbs = (token for token in inside if token.pos == "VERB")
    return next(verbs, inside[0] if inside else None)


def _of_verb(sentence: Sentence, verb: Token, voices: Voices, cls: str) -> tuple[Tense, int] | None:
    found = clause_tense(sentence, verb.i)
    put = stance(sentence, verb.i, voices, attempt=cls == _ATTEMPT).modality
    if found is None:
        return None
    tense, at = found
    if put in _UNDONE:
        return None if tense is Tense.PAST else (Tense.FUTURE, at)
    if tense is Tense.PRESENT and (is_a(cls, "SpeechAct") or sentence.segment in _NEWEST):
        return Tense.PAST, at
    return tense, at


def _of_noun(sentence: Sentence, noun: Token, voices: Voices, cls: str) -> tuple[Tense, int] | None:
    for word in trees.below(sentence, noun.i, "amod"):
        if word.text.lower() in _OF_NOUN:
            return _OF_NOUN[word.text.lower()], word.i
    found = clause_tense(sentence, noun.i)
    put = stance(sentence, noun.i, voices, nominal=True, event=True, attempt=cls == _ATTEMPT).modality
    if put in _UNDONE:
        ahead = found is not None and found[0] is not Tense.PAST
        return (Tense.FUTURE, found[1]) if found is not None and ahead else None
    if found is not None and sentence.tokens[found[1]].lemma in _GOING_ON and found[0] is Tense.PRESENT:
        return found
    return Tense.PAST, noun.i if found is None or found[0] is not Tense.PAST else found[1]
