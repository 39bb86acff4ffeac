"""The example texts: their facts and quotations stand in them, and none is too long to read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from graph.model import Modality, Polarity, Qualifier
from ontology.terms import PREDICATES, VALUES

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "examples"
PAGE = ROOT / "docs" / "examples.md"
TEXTS = ("agency-report.txt", "analysis.md", "digest.txt", "interview.txt", "opinion-column.html")
EXPECTED: list[dict[str, Any]] = json.loads(Path(__file__).with_name("expected.json").read_text("utf-8"))

QUOTATION = re.compile(r"`([a-z-]+\.(?:txt|md|html))` “((?:[^“”]|“[^“”]*”)+)”")


def quotations() -> list[tuple[str, str]]:
    """(file, words) for each quotation of docs/examples.md."""
    return QUOTATION.findall(PAGE.read_text("utf-8"))


def rows(heading: str) -> list[str]:
    """The rows of the table under a heading of docs/examples.md."""
    section = PAGE.read_text("utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    return [line for line in section.splitlines() if line.startswith("| ")][1:]


def read(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def test_there_are_five_texts_and_fifty_eight_facts() -> None:
    assert tuple(sorted(path.name for path in FOLDER.iterdir())) == TEXTS
    assert len(EXPECTED) == 58
    assert {fact["file"] for fact in EXPECTED} == set(TEXTS)


@pytest.mark.parametrize("fact", EXPECTED, ids=lambda fact: f"{fact['file']}: {fact['quote'][:40]}")
def test_the_words_of_a_fact_stand_in_its_text(fact: dict[str, Any]) -> None:
    assert fact["quote"] in read(fact["file"])


@pytest.mark.parametrize("fact", EXPECTED, ids=lambda fact: f"{fact['subject']} {fact['predicate']}")
def test_a_fact_uses_known_values(fact: dict[str, Any]) -> None:
    assert fact["predicate"] in PREDICATES
    assert ("object" in fact) != ("value" in fact)
    assert fact["modality"] in set(Modality)
    assert fact["polarity"] in set(Polarity)
    assert fact.get("qualifier", "exactly") in set(Qualifier)
    assert fact["predicate"] != "characterizedAs" or fact["object"] in VALUES["characterization"]


def test_no_fact_is_given_twice() -> None:
    told = [(f["file"], f["subject"], f["predicate"], f.get("object"), f["speaker"]) for f in EXPECTED]

    assert len(told) == len(set(told))


def test_the_quotations_of_the_page_stand_in_the_texts() -> None:
    found = quotations()

    assert len(found) == 82
    assert [(name, words) for name, words in found if words not in read(name)] == []


@pytest.mark.parametrize(("heading", "at_least"), [("Where they agree", 10), ("Where they disagree", 10)])
def test_the_texts_agree_and_disagree_often(heading: str, at_least: int) -> None:
    facts = rows(heading)

    assert len(facts) >= at_least
    assert all(len(QUOTATION.findall(fact)) >= 2 for fact in facts)


def test_two_texts_have_a_header_and_the_others_have_none() -> None:
    assert [name for name in TEXTS if read(name).startswith("Title: ")] == [
        "agency-report.txt",
        "analysis.md",
    ]


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_short(name: str) -> None:
    assert 180 <= len(re.sub(r"<[^>]+>", " ", read(name)).split()) <= 600
