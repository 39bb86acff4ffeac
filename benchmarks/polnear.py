"""PolNeAR (Newell et al., LREC 2018): who is said to say, think, want or know what in news of a US election."""

from __future__ import annotations

from typing import Any

from benchmarks.reader import Record, read


def predict(record: Record) -> dict[str, Any]:
    """Every attribution in one article: the words of its source and its cue, and the stretches of its content."""
    reading = read(record)
    found = []
    for speech in reading.voices.frames:
        speaker = reading.discourse.entities.get(speech.speaker)
        found.append(
            {
                "content": sorted([span.start, span.end] for span in speech.content),
                "source_text": "" if speaker is None else speaker.label,
                "cue": [[speech.cue.start, speech.cue.end]],
            }
        )
    return {"id": record["id"], "attributions": found}
