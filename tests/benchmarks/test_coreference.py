"""The measure of coreference, on an article and an annotation of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import coreference

TEXT = "Prime Minister Daniel Moreno of Kenya left Lima. The premier met Amina Diallo. Moreno left again."
MARKED = (
    ("Daniel Moreno", "name", "moreno"),
    ("The premier", "nominal", "somebody else"),
    ("Amina Diallo", "name", "diallo"),
    ("Moreno left", "name", "moreno"),
)


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A shared folder with one annotated article, in which "the premier" is marked as somebody else."""
    for folder in ("texts", "gold"):
        (tmp_path / folder).mkdir()
    (tmp_path / "texts" / "a.txt").write_text(TEXT, encoding="utf-8")
    rows = []
    for words, kind, actor in MARKED:
        form = words.removesuffix(" left")
        start = TEXT.index(words)
        rows.append(
            {
                "file": "a.txt",
                "start": start,
                "end": start + len(form),
                "form": form,
                "kind": kind,
                "actor": actor,
            }
        )
    (tmp_path / "gold" / "mentions.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return tmp_path


def test_a_mention_is_right_if_the_others_of_its_entity_are_of_its_actor(shared: Path) -> None:
    right = {each.mention.form: each.right for each in coreference.led(shared)}

    assert right == {"Daniel Moreno": True, "The premier": False, "Amina Diallo": True, "Moreno": True}


def test_the_table_counts_by_kind(shared: Path) -> None:
    lines = coreference.measure(shared).splitlines()

    assert [line.split()[:2] for line in lines[1:]] == [["name", "3"], ["nominal", "1"], ["pronoun", "0"]]
