"""The figures that are watched (`figures.tsv`): found in what a measure prints, set beside those last accepted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

FILE = Path(__file__).with_name("figures.tsv")


@dataclass(frozen=True, slots=True)
class Figure:
    """A row of the table; floor, goal and accepted are numbers as written, `-` where there is none."""

    measure: str
    name: str
    floor: str
    goal: str
    accepted: str
    pattern: str

    def found(self, printed: str) -> str:
        """The number in what the measure printed; a measure that stops printing it is an error."""
        match = re.search(self.pattern, printed, re.MULTILINE)
        if match is None:
            raise ValueError(f"{FILE.name}: {self.measure} prints nothing that fits {self.pattern!r}")
        return match[1]

    def below_floor(self, now: str) -> bool:
        """Whether a number is under the floor."""
        return self.floor != "-" and float(now) < float(self.floor)


def read(file: Path = FILE) -> list[Figure]:
    """The rows in order."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [Figure(*line.split("\t")) for line in lines if not line.startswith("#")]


def taken(printed: Mapping[str, str], figures: list[Figure]) -> dict[Figure, str]:
    """The figures of those measures that were run, by what each printed."""
    return {each: each.found(printed[each.measure]) for each in figures if each.measure in printed}


def table(now: Mapping[Figure, str]) -> str:
    """One line for each figure: what it was, what it is, floor and goal."""
    rows = ["measure      figure              accepted      now   floor   goal"]
    for figure, value in now.items():
        mark = "  below the floor" if figure.below_floor(value) else ""
        rows.append(
            f"{figure.measure:<12} {figure.name:<19} {figure.accepted:>8} {value:>8} {figure.floor:>7} "
            f"{figure.goal:>6}{mark}"
        )
    return "\n".join(rows)


def accept(now: Mapping[Figure, str], file: Path = FILE) -> None:
    """Make these figures the accepted ones; the others stay."""
    new = [replace(each, accepted=now.get(each, each.accepted)) for each in read(file)]
    notes = [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    rows = [
        "\t".join((each.measure, each.name, each.floor, each.goal, each.accepted, each.pattern))
        for each in new
    ]
    file.write_text("\n".join([*notes, *rows]) + "\n", encoding="utf-8")
