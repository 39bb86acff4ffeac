"""The adapter of ECB+, on documents of our own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import ecbplus, ecbplus_events
from benchmarks.detokenised import detokenised

DOCUMENTS = {
    "a": "Gunmen killed Victor Hale in Lima on Friday . Karim Haddad , a spokesman , left .",
    "b": "Victor Hale was killed on Friday in Lima . Kareem Haddad said so .",
}
MARKED = (
    ("a", "in Lima", 4, 6),
    ("a", "Karim Haddad", 9, 11),
    ("a", "on Friday", 6, 8),
    ("b", "Lima", 7, 8),
    ("b", "Kareem Haddad", 9, 11),
    ("b", "Friday", 5, 6),
    ("b", "so", 12, 13),
)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two documents of two sentences with their marked mentions."""
    documents = [
        {"id": name, "tokens": (words := text.split()), "sentences": [[0, cut], [cut, len(words)]]}
        for (name, text), cut in zip(DOCUMENTS.items(), (9, 9), strict=True)
    ]
    mentions = [
        {"id": f"{n}", "doc": doc, "start": start, "end": end, "text": text}
        for n, (doc, text, start, end) in enumerate(MARKED)
    ]
    for name, rows in {"dev_docs": documents, "dev_entity": mentions}.items():
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return tmp_path / "dev_entity.jsonl"


def test_mentions_of_one_actor_or_place_share_a_cluster(gold: Path) -> None:
    found: dict[str, Any] = {row["id"]: row["cluster"] for row in ecbplus.predict(gold)}

    assert found["0"] == found["3"]
    assert found["1"] == found["4"]
    assert len({found["0"], found["1"], found["6"]}) == 3


def test_a_weekday_is_one_day_in_articles_that_tell_one_event(gold: Path) -> None:
    found = {row["id"]: row["cluster"] for row in ecbplus.predict(gold)}

    assert found["2"] == found["5"]


DAYS = {
    "a": "The old bridge of Ardan collapsed early Sunday . Karim Haddad saw a camp on Mount Velk .",
    "b": "The bridge of Ardan collapsed around 1 : 30 a . m . Feb . 1 , Karim Haddad said .",
    "c": "Sunday , February 1 , 2009 : Karim Haddad left a camp on Mount Velk as the bridge of Ardan collapsed .",
    "d": "The harvest in Velkany was good on Sunday . Prices rose at a camp on Mount Velk .",
}
OF_DAYS = (
    ("a", "early Sunday", 6, 8),
    ("b", "around 1 : 30 a . m . Feb . 1", 5, 16),
    ("c", "Sunday , February 1 , 2009", 0, 6),
    ("d", "on Sunday", 6, 8),
    ("a", "a camp on Mount Velk", 12, 17),
    ("c", "a camp on Mount Velk", 10, 15),
    ("d", "a camp on Mount Velk", 12, 17),
)


def test_words_for_a_day_or_a_place_mean_one_in_one_story(tmp_path: Path) -> None:
    documents = [
        {"id": name, "tokens": (words := text.split()), "sentences": [[0, cut], [cut, len(words)]]}
        for (name, text), cut in zip(DAYS.items(), (9, 20, 22, 9), strict=True)
    ]
    mentions = [
        {"id": f"{n}", "doc": doc, "start": start, "end": end, "text": text}
        for n, (doc, text, start, end) in enumerate(OF_DAYS)
    ]
    for name, rows in {"dev_docs": documents, "dev_entity": mentions}.items():
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    found = {row["id"]: row["cluster"] for row in ecbplus.predict(tmp_path / "dev_entity.jsonl")}

    assert found["0"] == found["1"] == found["2"] != found["3"]
    assert found["4"] == found["5"] != found["6"]


FLOOD = {
    "a": "The old bridge of Ardan collapsed on Friday . Karim Haddad said the collapse was no surprise .",
    "b": "Karim Haddad of Ardan blamed the ministry after the bridge collapsed . The river is falling .",
    "c": "The harvest in Velkany was good . Prices in Velkany collapsed .",
}
TOLD = (
    ("a", "collapsed", 5, 6),
    ("a", "collapse", 13, 14),
    ("b", "collapsed", 10, 11),
    ("b", "falling", 15, 16),
    ("c", "collapsed", 10, 11),
    ("a", "said", 11, 12),
)


def test_a_word_tells_of_one_event_in_one_story_only(tmp_path: Path) -> None:
    documents = [
        {"id": name, "tokens": (words := text.split()), "sentences": [[0, cut], [cut, len(words)]]}
        for (name, text), cut in zip(FLOOD.items(), (9, 12, 7), strict=True)
    ]
    mentions = [
        {"id": f"{n}", "doc": doc, "start": start, "end": end, "text": text}
        for n, (doc, text, start, end) in enumerate(TOLD)
    ]
    for name, rows in {"dev_docs": documents, "dev_event": mentions}.items():
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    found = {row["id"]: row["cluster"] for row in ecbplus_events.predict(tmp_path / "dev_event.jsonl")}

    assert found["0"] == found["1"] == found["2"]
    assert len({found["0"], found["3"], found["4"], found["5"]}) == 4


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("Nur left .", "Nur left."),
        ("the U . N . left", "the U.N. left"),
        ("Nur 's anti - piracy unit ( NAU )", "Nur's anti-piracy unit (NAU)"),
        ("He is not Nur . Ali came", "He is not Nur. Ali came"),
        ("at 1 : 30 a . m . on May 1 , 2009", "at 1:30 a.m. on May 1, 2009"),
        ("2 , 000ft above", "2,000ft above"),
    ],
)
def test_tokens_become_running_text(tokens: str, text: str) -> None:
    found, spans = detokenised(tokens.split())

    assert found == text
    assert [found[start:end] for start, end in spans] == tokens.split()


def test_a_sentence_starts_a_line() -> None:
    assert detokenised(["Nur", "left", "Ali", "came"], [0, 2])[0] == "Nur left\nAli came"
