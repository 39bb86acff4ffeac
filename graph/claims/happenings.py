"""Event frames -> claims: who did it, to whom, where, when, with what, and how many were hurt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.claims import negation
from graph.claims.governors import definite
from graph.claims.scribe import Scribe
from graph.claims.stance import Stance, stance
from graph.language import trees, vocabulary
from graph.model import (
    Count,
    Event,
    Frame,
    Modality,
    Polarity,
    Qualifier,
    Ref,
    Role,
    Sentence,
)
from ontology.terms import VALUES, is_a

_SIDES = frozenset({"agent", "victim", "target"})
"""Roles in which a group's fighters stand for the group."""
_GENERIC = frozenset(
    "people person protester demonstrator civilian man woman child one guard bystander worker".split()
)
"""Nouns for those hurt that name no side: their number is the event's."""

_ANSWERED = {"about": ("Arrest", "LegalAction", "Sanction", "Expulsion", "Protest"), "target": ("Protest",)}
"""For a role that an event fills: the classes of what is done in answer to it."""


def write_happenings(
    scribe: Scribe, found: Sequence[Frame], of: Mapping[tuple[int, int], Ref], events: Mapping[Ref, Event]
) -> None:
    """All claims that the frames make of their events."""
    for frame in found:
        sentence = scribe.discourse.sentences[frame.sentence]
        event = of[frame.sentence, frame.at]
        _day(scribe, sentence, frame, event)
        _roles(scribe, sentence, frame, event, events)
        _numbers(scribe, sentence, frame, event)
        _weapons(scribe, sentence, frame, event)
        _dates(scribe, sentence, frame, event)
        _office(scribe, sentence, frame)


def _day(scribe: Scribe, sentence: Sentence, frame: Frame, event: Ref) -> None:
    """The day that the paragraph is telling of, named in a sentence before."""
    day = frame.day
    if day is None:
        return
    first = next(s for s in scribe.discourse.sentences if s.start <= day.start < s.end)
    scribe.say(
        sentence, frame.at, event, "startDate", time=day, quote=(first.start, sentence.end),
        rule="events: day of the paragraph", confidence=0.6,
    )  # fmt: skip


def _put(scribe: Scribe, sentence: Sentence, frame: Frame) -> Stance:
    if frame.attempted and frame.parent is not None:
        return stance(
            sentence, frame.parent, scribe.voices
        )  # "sent a drone to kill him": the attempt was made
    put = _of_word(scribe, sentence, frame)
    if frame.noun and any(c.lemma == "no" for c in trees.below(sentence, frame.at, "det")):
        put = put._replace(polarity=Polarity.NEGATED)
    if _lent(sentence, frame) and put == Stance():
        put = stance(sentence, sentence.tokens[frame.at].head, scribe.voices)
    return put


def _of_word(scribe: Scribe, sentence: Sentence, frame: Frame) -> Stance:
    """How the word of the event itself is put."""
    noun, attempt = frame.noun, _is_attempt(frame)
    return stance(sentence, frame.at, scribe.voices, nominal=noun, event=noun, attempt=attempt)


def _is_attempt(frame: Frame) -> bool:
    """Whether the attempt itself is the event, so that what foils it does not undo it."""
    return (frame.attempted or frame.noun) and frame.cls == "AssassinationAttempt"


def _lent(sentence: Sentence, frame: Frame) -> bool:
    """ "launched an attack", "was not carried out by the Front": the verb that lends who did it speaks for the event."""
    token = sentence.tokens[frame.at]
    verb = sentence.tokens[token.head]
    doers = {role.at for role in frame.fillers("agent", "orderedBy")}
    if not frame.noun or verb.pos != "VERB" or not doers or trees.below(sentence, frame.at, "poss"):
        return False
    by = {t.i for t in trees.objects_of(sentence, verb.i, "by")}
    return token.dep == "dobj" or token.dep == "nsubjpass" and bool(doers & by)


def _roles(scribe: Scribe, sentence: Sentence, frame: Frame, event: Ref, events: Mapping[Ref, Event]) -> None:
    put = _put(scribe, sentence, frame)
    if frame.cls == "ResponsibilityClaim" and any(
        negation.nobody(sentence, sentence.tokens[role.at]) for role in frame.fillers("agent")
    ):
        return  # what nobody did is told of the attack
    for role in frame.roles:
        predicate, thing = _filled(scribe, sentence, frame, role, events)
        if predicate is None or thing is None:
            continue
        if frame.cls == "Siege" and predicate == "target" and _kind(scribe, thing) == "place":
            # what is besieged is where it happens
            scribe.say(
                sentence, frame.at, event, "place", object=thing, put=put, quote=_quote(scribe, sentence, frame, role.at),
                rule="events: besieged place", confidence=0.8,
            )  # fmt: skip
        how = put
        done = not _lent(sentence, frame) or definite(sentence, sentence.tokens[frame.at])
        if frame.noun and predicate not in {"agent", "orderedBy"} and done:
            attempt = _is_attempt(frame)
            how = stance(sentence, frame.at, scribe.voices, nominal=True, event=True, attempt=attempt)
            if put.polarity is Polarity.NEGATED and any(
                c.lemma == "no" for c in trees.below(sentence, frame.at, "det")
            ):
                how = put  # "there was no attack on Lima"
        for filler in (thing, scribe.sides.get(thing)) if predicate in _SIDES else (thing,):
            if filler is not None:
                scribe.say(
                    sentence, frame.at, event, predicate, object=filler, put=how,
                    quote=_quote(scribe, sentence, frame, role.at), rule=f"events: {frame.lemma} {role.role}",
                    confidence=0.85,
                )  # fmt: skip


def _answers(frame: Frame, role: Role) -> bool:
    """Whether the event in a role is what this one answers: "charged over the attack", "a march against the killing"."""
    if frame.cls == "Investigation":
        return True
    return role.role in _ANSWERED and any(is_a(frame.cls, each) for each in _ANSWERED[role.role])


def _filled(
    scribe: Scribe, sentence: Sentence, frame: Frame, role: Role, events: Mapping[Ref, Event]
) -> tuple[str | None, Ref | None]:
    """The claim predicate and who fills it, or nothing where the classes don't allow it."""
    speech = is_a(frame.cls, "SpeechAct")
    told = scribe.event(sentence, role.at)
    if told is not None and role.role in {"about", "target", "addressee", "victim"}:
        if speech:
            return "about", told
        return ("responseTo", told) if _answers(frame, role) else (None, None)
    if role.role in {"agent", "orderedBy"}:
        actor = scribe.actor(sentence, role.at)
        return (role.role, actor) if actor and _kind(scribe, actor) == "actor" else (None, None)
    if role.role == "agent-state":
        code = vocabulary.demonym(sentence.tokens[role.at].text)
        return (None, None) if not code or frame.fillers("agent") else ("agent", scribe.state(code))
    if role.role == "place" and speech and not frame.noun:
        return None, None  # "condemned the terror in Kaluria" tells where the terror was
    if role.role == "place":
        return "place", scribe.place(sentence, role.at)
    if role.role in {"victim", "target", "addressee", "about"}:
        return _hit(scribe, sentence, role, speech, frame)
    return None, None


def _hit(
    scribe: Scribe, sentence: Sentence, role: Role, speech: bool, frame: Frame
) -> tuple[str | None, Ref | None]:
    ref = scribe.ref(sentence, role.at)
    kind = _kind(scribe, ref) if ref else ""
    if ref is None or kind not in {"actor", "place"}:
        return None, None
    if speech:
        if role.role == "about" and sentence.tokens[role.at].lemma == "it":
            return None, None  # "Norway condemned it": the attack told of before, seldom a body
        if role.role == "addressee":
            entity = scribe.entity(ref)
            owner = entity.owner if entity is not None and entity.kind == "place" else None
            actor = owner or scribe.actor(sentence, role.at)  # "threatened his home" is a threat to him
            return ("addressee", actor) if actor else (None, None)
        return "about", ref
    if kind == "place":
        return "target", ref
    if role.role == "about":
        return None, None
    return role.role, ref


def _kind(scribe: Scribe, ref: Ref) -> str:
    entity = scribe.entity(ref)
    return entity.kind if entity is not None else ""


def _quote(scribe: Scribe, sentence: Sentence, frame: Frame, *positions: int) -> tuple[int, int]:
    """From the trigger to the words of the role; the whole clause where that reads better."""
    start, end = scribe.quote(sentence, frame.at)
    tokens = [sentence.tokens[i] for i in positions]
    return min(start, *(t.start for t in tokens)), max(end, *(t.end for t in tokens))


def _numbers(scribe: Scribe, sentence: Sentence, frame: Frame, event: Ref) -> None:
    put = _put(scribe, sentence, frame)
    if put.polarity is not Polarity.AFFIRMED:
        return
    arrested = [
        (r.count, r.at) for r in frame.fillers("victim") if r.count is not None and frame.cls == "Arrest"
    ]
    if len(arrested) > 1:
        arrested = _added_up(arrested)
    for predicate, counts in (
        ("numberKilled", frame.killed),
        ("numberInjured", frame.injured),
        ("numberArrested", tuple(arrested)),
    ):
        for count, at in counts:
            group = scribe.ref(sentence, at)
            several = len(counts) > 1
            generic = sentence.tokens[at].lemma in _GENERIC or sentence.tokens[at].pos == "NUM"
            context = (
                group if group and _kind(scribe, group) == "actor" and (several or not generic) else None
            )
            scribe.say(
                sentence, frame.at, event, predicate, value=count.value, qualifier=count.qualifier, context=context,
                put=put, quote=_quote(scribe, sentence, frame, at), rule=f"events: {frame.lemma} number",
            )  # fmt: skip


def _added_up(counts: list[tuple[Count, int]]) -> list[tuple[Count, int]]:
    """ "nine men and three women were arrested": twelve were, where each number is exact; else no number is told."""
    if any(count.qualifier is not Qualifier.EXACTLY for count, _ in counts):
        return []
    return [(Count(sum(count.value for count, _ in counts), Qualifier.EXACTLY), counts[-1][1])]


def _weapons(scribe: Scribe, sentence: Sentence, frame: Frame, event: Ref) -> None:
    put = _put(scribe, sentence, frame)
    for kind, at, count in frame.weapons:
        if kind not in VALUES["instrument"]:
            continue
        quote = _quote(scribe, sentence, frame, at)
        scribe.say(
            sentence,
            frame.at,
            event,
            "instrument",
            object=Ref(f"vocab/{kind}"),
            put=put,
            quote=quote,
            rule="events: instrument",
        )
        if count is not None and sentence.tokens[at].pos != "VERB" and not _part_of_them(sentence, at):
            scribe.say(
                sentence, frame.at, event, "weaponCount", value=count.value, qualifier=count.qualifier, put=put, quote=quote,
                rule="events: number of weapons",
            )  # fmt: skip


def _part_of_them(sentence: Sentence, at: int) -> bool:
    """ "two of the drones": not the number used."""
    above = sentence.tokens[sentence.tokens[at].head]
    return (
        sentence.tokens[at].dep == "pobj" and above.lemma == "of" and sentence.tokens[above.head].pos == "NUM"
    )


def _dates(scribe: Scribe, sentence: Sentence, frame: Frame, event: Ref) -> None:
    put = _of_word(scribe, sentence, frame)
    if put.polarity is not Polarity.AFFIRMED or put.modality is Modality.HYPOTHETICAL:
        return
    for time in frame.times:
        inside = [t.i for t in sentence.tokens if time.start <= t.start < time.end]
        scribe.say(
            sentence, frame.at, event, "startDate", time=time, put=put, quote=_quote(scribe, sentence, frame, *inside),
            rule="events: date", confidence=0.85,
        )  # fmt: skip


def _office(scribe: Scribe, sentence: Sentence, frame: Frame) -> None:
    """ "since he took office in May": the post that the person holds in this article begins then."""
    holders = [
        ref for role in frame.fillers("holder") if (ref := scribe.actor(sentence, role.at)) is not None
    ]
    if (
        frame.cls != "Appointment"
        or not frame.times
        or not holders
        or "office" not in {t.lemma for t in sentence.tokens}
    ):
        return
    held = [
        c.object
        for c in scribe.claims.values()
        if c.predicate == "holdsPost"
        and c.subject == holders[0]
        and c.time_role == "at"
        and c.object is not None
    ]
    if held:
        post = max(dict.fromkeys(held), key=lambda ref: (held.count(ref), ref))
        scribe.say(
            sentence, frame.at, holders[0], "holdsPost", object=post, time=frame.times[0], time_role="since",
            put=_put(scribe, sentence, frame), rule="events: took office", confidence=0.8,
        )  # fmt: skip
