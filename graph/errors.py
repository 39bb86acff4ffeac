"""The errors that dramatis raises, each naming the cause, the place and the way out."""

from __future__ import annotations

from collections.abc import Sequence


class DramatisError(Exception):
    """The base of all our errors; `str(error)` is the sentence a user reads."""


class UsageError(DramatisError):
    """The command or request was put in a way that cannot be carried out (exit code 2)."""


class EnvironmentFailedError(DramatisError):
    """Something outside the texts is missing or broken: a model, a store, a folder (exit code 3)."""


class BadTextError(DramatisError):
    """One text cannot be read; the others still are (exit code 4, the text is quarantined).

    `place` is the file, with a line where there is one.
    """

    def __init__(self, place: str, cause: str, way_out: str) -> None:
        super().__init__(f"{place}: {cause}; {way_out}")
        self.place = place
        self.cause = cause
        self.way_out = way_out


class BrokenGraphError(DramatisError):
    """The graph as a whole breaks checks; the store keeps what it had (exit code 1)."""

    def __init__(self, broken: Sequence[str]) -> None:
        listed = "".join(f"\n  {sentence}" for sentence in broken)
        super().__init__(
            f"The new graph breaks {len(broken)} check(s), so the store keeps what it had; "
            f"this is a fault of the program, not of the texts, please report it:{listed}"
        )
        self.broken = tuple(broken)
