"""The table of watched figures: found where a measure prints them, accepted, and held against their floors."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks import figures
from benchmarks.__main__ import MEASURES, main

PRINTED = "root    P  86.73  R  74.52  F1  80.16   (gold 10, pred 9)\ntriple  P  60.00  R  30.00  F1  30.50\n"


def test_every_figure_belongs_to_a_measure() -> None:
    assert {each.measure for each in figures.read()} == {*MEASURES}


def test_the_figures_of_a_measure_are_found_in_what_it_prints() -> None:
    now = figures.taken({"plv": PRINTED}, figures.read())

    assert {each.name: value for each, value in now.items()} == {"root F1": "80.16", "triple F1": "30.50"}
    assert [each.name for each, value in now.items() if each.below_floor(value)] == ["triple F1"]
    assert "30.50      36     50  below the floor" in figures.table(now)


def test_a_measure_that_no_longer_prints_a_figure_is_an_error() -> None:
    with pytest.raises(ValueError, match="plv prints nothing"):
        figures.taken({"plv": "root F1 none"}, figures.read())


def test_accepting_changes_the_accepted_figures_only(tmp_path: Path) -> None:
    file = tmp_path / "figures.tsv"
    shutil.copy(figures.FILE, file)
    before = figures.read(file)

    figures.accept(figures.taken({"plv": PRINTED}, before), file)

    after = figures.read(file)
    assert {a.name: a.accepted for a, b in zip(after, before, strict=True) if a != b} == {
        "root F1": "80.16",
        "triple F1": "30.50",
    }
    assert file.read_text("utf-8").startswith("# The figures")


def test_a_measure_without_its_folder_says_which(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plv", "--shared", str(tmp_path)]) == 2

    assert "corpora/plover_plv/dev.jsonl; name the folder with --shared" in capsys.readouterr().err
