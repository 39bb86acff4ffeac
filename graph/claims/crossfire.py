"""Whom forces fired upon where the sentence leaves it open: "Protesters threw stones. Police opened fire." """

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.claims.scribe import Scribe
from graph.model import Frame, Ref

_FACING = frozenset({"Protest", "Riot", "ArmedClash", "SitIn"})
"""What a crowd does that forces may fire upon."""


def write_crossfire(scribe: Scribe, found: Sequence[Frame], of: Mapping[tuple[int, int], Ref]) -> None:
    """The targets of shots at nobody named: the crowd that the forces faced, told of just before."""
    for number, frame in enumerate(found):
        shooters = _agents(scribe, frame)
        forces = any(scribe.is_a(ref, "SecurityForce") for ref in shooters)
        if frame.cls != "Shooting" or frame.noun or not forces or frame.fillers("target", "victim"):
            continue
        for before in reversed(found[:number]):
            crowds = [
                ref
                for ref in _agents(scribe, before)
                if scribe.type(ref) == "ActorGroup" and ref not in shooters
            ]
            if crowds and before.cls in _FACING and _near(scribe, before, frame):
                _fired_upon(scribe, frame, before, of[frame.sentence, frame.at], crowds)
                break


def _agents(scribe: Scribe, frame: Frame) -> list[Ref]:
    sentence = scribe.discourse.sentences[frame.sentence]
    found = (scribe.actor(sentence, role.at) for role in frame.fillers("agent"))
    return [ref for ref in found if ref is not None]


def _near(scribe: Scribe, before: Frame, frame: Frame) -> bool:
    """Whether one is told of in the sentence of the other, or in the next one of its paragraph."""
    first, second = (scribe.discourse.sentences[f.sentence] for f in (before, frame))
    return second.index - first.index <= 1 and first.paragraph == second.paragraph


def _fired_upon(scribe: Scribe, frame: Frame, before: Frame, event: Ref, crowds: Sequence[Ref]) -> None:
    first, sentence = (scribe.discourse.sentences[f.sentence] for f in (before, frame))
    for crowd in crowds:
        scribe.say(
            sentence, frame.at, event, "target", object=crowd, quote=(first.start, sentence.end),
            rule="events: fired upon", confidence=0.6,
        )  # fmt: skip
