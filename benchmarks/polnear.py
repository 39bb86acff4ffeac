"""PolNeAR (Newell et al., LREC 2018): who is told to say, think, want or know what, in news of a US election."""

from __future__ import annotations

from typing import Any

from benchmarks.reader import Record, read
from graph.model import Span


def predict(record: Record) -> dict[str, Any]:
    """The attributions of one article: the words of the source, of the cue, and the stretches of the content.

    The corpus marks what the author passes on, not what those who are quoted pass on in their turn.
    """
    told = read(record).voices.attributions
    found = [
        {
            "content": _pairs(speech.content),
            "source": _pairs(() if speech.source is None else (speech.source,)),
            "cue": _pairs((speech.cue,)),
        }
        for speech in told
        if not any(other is not speech and other.covers(speech.cue.start) for other in told)
    ]
    return {"id": record["id"], "attributions": found}


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
