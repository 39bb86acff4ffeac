"""Speech frames -> speech events: who said, announced, warned, and to whom."""

from __future__ import annotations

from collections.abc import Mapping

from graph.claims import sources
from graph.claims.attribution import Speech
from graph.claims.scribe import Scribe
from graph.language import trees, vocabulary
from graph.language.occasions import times_with
from graph.model import Entity, Event, Mention, Ref, Sentence, Span, Token
from ontology.terms import is_a

_LONGEST = 700
"""A quote of a speech event is cut to the sentence of its cue beyond so many characters."""


def write_speeches(
    scribe: Scribe, of: Mapping[tuple[int, int], Ref], events: Mapping[Ref, Event]
) -> tuple[list[Event], dict[Span, Ref]]:
    """The speech events that no event frame has yet, and for each cue the event in which it was said."""
    made: list[Event] = []
    uttered: dict[Span, Ref] = {}
    spoken: dict[tuple[int, int], tuple[Ref, Ref]] = {}
    """Position of a cue -> its speech event and its speaker."""
    for number, speech in enumerate(scribe.voices.speeches):
        if speech.speaker is None:
            continue
        report = vocabulary.reporting(speech.verb)
        act = report.speech_act if report is not None else ""
        if speech.quotation != "indirect" and (not act or report is None):
            act = "Statement"
        if _orders_an_event(scribe, speech) or _argues(scribe, speech):
            continue
        key = (speech.sentence, speech.at)
        known = of.get(key) or _of_carrier(scribe, speech, of) or _same_breath(scribe, speech, spoken)
        if known is not None and (known not in events or is_a(events[known].type, "SpeechAct")):
            uttered[speech.cue] = known
            spoken[key] = known, speech.speaker
            _agent(scribe, speech, speech.speaker, known)
        elif act and known is None:
            event = _event(scribe, speech, scribe.entity(speech.speaker), act, number)
            made.append(event)
            _days(scribe, speech, event)
            uttered[speech.cue] = event.ref
            spoken[key] = event.ref, speech.speaker
            _agent(scribe, speech, speech.speaker, event.ref)
    return made, uttered


def _of_carrier(scribe: Scribe, speech: Speech, of: Mapping[tuple[int, int], Ref]) -> Ref | None:
    """The event of the noun that speaks: "a statement by Nur said", "released a statement saying A, saying B"."""
    sentence = scribe.discourse.sentences[speech.sentence]
    token = sentence.tokens[speech.at]
    nouns = [*trees.below(sentence, token.i, "nsubj"), sentence.tokens[token.head]]
    for above in _trailing(sentence, token):
        nouns += [above, *trees.below(sentence, above.i, "dobj", "nsubj")]
    found = (of.get((sentence.index, noun.i)) for noun in nouns if noun.lemma in sources.CARRIERS)
    return next((event for event in found if event is not None), None)


def _same_breath(
    scribe: Scribe, speech: Speech, spoken: Mapping[tuple[int, int], tuple[Ref, Ref]]
) -> Ref | None:
    """The event of the cue that a participle goes on from: "said that A, adding that B" is one statement."""
    sentence = scribe.discourse.sentences[speech.sentence]
    for above in _trailing(sentence, sentence.tokens[speech.at]):
        event, speaker = spoken.get((sentence.index, above.i), (None, None))
        if event is not None and speaker == speech.speaker:
            return event
    return None


def _trailing(sentence: Sentence, token: Token) -> list[Token]:
    """The words that a participle trails behind: "released a statement, saying", "said ..., adding"."""
    found: list[Token] = []
    while token.tag == "VBG" and token.dep in {"advcl", "conj", "acl", "xcomp"}:
        token = sentence.tokens[token.head]
        found.append(token)
    return found


def _argues(scribe: Scribe, speech: Speech) -> bool:
    """Whether the author only says that he thinks so: "I would argue that ..." is the article itself."""
    own = speech.speaker == scribe.voices.author and speech.addressee is None
    return own and speech.quotation == "indirect"


def _orders_an_event(scribe: Scribe, speech: Speech) -> bool:
    """ "ordered an investigation": the order is a role of that event, no speech of its own."""
    sentence = scribe.discourse.sentences[speech.sentence]
    objects = trees.below(sentence, speech.at, "dobj")
    return (
        speech.quotation == "indirect"
        and any(scribe.event(sentence, t.i) is not None for t in objects)
        and not (trees.below(sentence, speech.at, "ccomp"))
    )


def _event(scribe: Scribe, speech: Speech, speaker: Entity | None, act: str, number: int) -> Event:
    article = scribe.discourse.article
    words = "".join(" " + letter.lower() if letter.isupper() else letter for letter in act).strip()
    sentence = scribe.discourse.sentences[speech.sentence]
    text = article.text[speech.cue.start : speech.cue.end]
    return Event(
        ref=Ref(f"{article.id}#event/said-{number}"),
        type=act,
        types=(act,),
        label=f"{words} by {speaker.label if speaker else 'the author'}",
        mentions=(Mention(article.id, speech.cue.start, speech.cue.end, text, "nominal"),),
        times=times_with(sentence, scribe.text(sentence), speech.at),
    )


def _days(scribe: Scribe, speech: Speech, event: Event) -> None:
    """When it was said: "said on Friday"."""
    sentence = scribe.discourse.sentences[speech.sentence]
    for time in event.times:
        start, end = min(time.start, speech.cue.start), max(time.end, speech.cue.end)
        scribe.say(
            sentence, speech.at, event.ref, "startDate", time=time, quote=(start, end), rule="speech: date", confidence=0.85
        )  # fmt: skip


def _agent(scribe: Scribe, speech: Speech, speaker: Ref, event: Ref) -> None:
    sentence = scribe.discourse.sentences[speech.sentence]
    quote = _quote(scribe, speech)
    scribe.say(
        sentence, speech.at, event, "agent", object=speaker, quote=quote, nominal=speech.verb == "according",
        rule=f"speech: {speech.verb}", confidence=0.9,
    )  # fmt: skip
    addressee = scribe.entity(speech.addressee) if speech.addressee else None
    if addressee is not None and addressee.kind == "actor":
        scribe.say(
            sentence, speech.at, event, "addressee", object=addressee.ref, quote=quote, rule=f"speech: {speech.verb} to", confidence=0.85
        )  # fmt: skip


def _quote(scribe: Scribe, speech: Speech) -> tuple[int, int]:
    """From the words said to the words that say who said them."""
    sentence = scribe.discourse.sentences[speech.sentence]
    segment = scribe.discourse.article.segments[sentence.paragraph]
    inside = [s for s in speech.content if segment.start <= s.start < segment.end]
    start = min([sentence.start, *(s.start for s in inside)])
    end = max([sentence.end, *(s.end for s in inside)])
    return (start, end) if end - start <= _LONGEST else (sentence.start, sentence.end)
