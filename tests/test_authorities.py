"""Reference files: what is read from each kind, and what ends the reading."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.authorities import LONGEST, read
from graph.errors import EnvironmentFailedError
from graph.identity.authority import Entry


def file(folder: Path, name: str, *lines: object) -> str:
    path = folder / name
    rows = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return str(path)


def human(qid: str, name: str, *aliases: str, of: str = "") -> dict[str, object]:
    claims: dict[str, object] = {"P31": [_item("Q5")]}
    if of:
        claims["P27"] = [_item(of)]
    return {
        "id": qid,
        "labels": {"en": {"language": "en", "value": name}},
        "aliases": {"en": [{"language": "en", "value": alias} for alias in aliases]},
        "claims": claims,
    }


def _item(qid: str) -> dict[str, object]:
    return {"mainsnak": {"datavalue": {"value": {"id": qid}}}}


TARANIA = {"id": "Q70", "labels": {}, "claims": {"P297": [{"mainsnak": {"datavalue": {"value": "TA"}}}]}}


def test_no_file_has_no_entries() -> None:
    assert read("") == ()


def test_entities_of_followthemoney(tmp_path: Path) -> None:
    given = file(
        tmp_path,
        "list.jsonl",
        {"id": "a-1", "schema": "Person", "properties": {"name": ["Ali  Nur"], "alias": ["Aly Nour"], "country": ["ta"]}},
        {"id": "a-2", "schema": "PublicBody", "properties": {"name": ["Works Council"], "wikidataId": ["Q9"]}},
        {"id": "a-3", "schema": "Address", "properties": {"name": ["1 Main Street"]}},
    )  # fmt: skip

    assert read(given) == (
        Entry("http://www.wikidata.org/entity/Q9", ("Works Council",), "organization"),
        Entry("urn:x-authority:list:a-1", ("Ali Nur", "Aly Nour"), "person", ("TA",)),
    )


def test_a_dump_of_wikidata_and_a_single_entity(tmp_path: Path) -> None:
    dump = file(
        tmp_path, "dump.json", "[", json.dumps(human("Q1", "Ali Nur", "A. Nur", of="Q70")) + ",", TARANIA, "]"
    )
    single = file(tmp_path, "Q2.json", {"entities": {"Q2": human("Q2", "Sara Nur")}})

    assert read(f"{dump}:{single}") == (
        Entry("http://www.wikidata.org/entity/Q1", ("Ali Nur", "A. Nur"), "person", ("TA",)),
        Entry("http://www.wikidata.org/entity/Q2", ("Sara Nur",), "person"),
    )


def test_a_table(tmp_path: Path) -> None:
    given = file(
        tmp_path,
        "ours.csv",
        "id,name,aliases,type,country",
        "https://example.org/nur,Ali Nur,Aly Nour;A. Nur,person,TA;KE",
        '7,"Council, Works",,organization,',
        "",
        "8,Tarhun,,,",
    )

    assert read(given) == (
        Entry("https://example.org/nur", ("Ali Nur", "Aly Nour", "A. Nur"), "person", ("KE", "TA")),
        Entry("urn:x-authority:ours:7", ("Council, Works",), "organization"),
        Entry("urn:x-authority:ours:8", ("Tarhun",)),
    )


GOOD = {"id": "a", "schema": "Person", "properties": {"name": ["Ali Nur"]}}


@pytest.mark.parametrize(
    ("bad", "cause"),
    [
        ("{", "it is no JSON"),
        ("[" * 100_000, "it is no JSON"),
        ("[1]", "it is no JSON object"),
        ({}, 'neither "labels" nor'),
        ({"schema": "Person", "properties": {"name": ["Ali Nur"]}}, "it has no id"),
        ({"id": 7, "schema": "Person", "properties": {"name": ["Ali Nur"]}}, "it has no id"),
        ({"id": "b", "schema": "Person", "properties": {"name": "Ali Nur"}}, "a list of texts is due"),
        ({"id": "b", "schema": "Person", "properties": {"name": [7]}}, "a list of texts is due"),
        ({"id": "b", "labels": 7}, "no entry that is understood"),
        ({"id": "b", "labels": {"en": "Ali Nur"}}, "no entry that is understood"),
        ({"id": "b", "labels": {}, "claims": {"P31": 7}}, "no entry that is understood"),
        ({"id": "b", "labels": {}, "claims": 7}, "no entry that is understood"),
        (GOOD, "is there twice"),
        ("x" * (LONGEST + 1), "it is longer than"),
    ],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_a_bad_line_ends_the_reading_with_its_number(tmp_path: Path, bad: object, cause: str) -> None:
    given = file(tmp_path, "list.jsonl", GOOD, "", bad)

    with pytest.raises(EnvironmentFailedError, match=f"list.jsonl, line 3: .*{cause}"):
        read(given)


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (["name,type", "Ali Nur,person"], "line 1: the header"),
        (["id,name", "1,Ali Nur,more"], "line 2: 3 cells"),
        (["id,name", "1,Ali Nur", "2,"], "line 3: it has no name"),
        (["id,name,type", "1,Ali Nur,spoon"], "line 2: 'spoon' is no type"),
        (["id,name", '1,"Ali'], "line 2: "),
        (["id,name", ",Ali"], "line 2: it has no id"),
    ],
)  # fmt: skip
def test_a_bad_row_of_a_table_ends_the_reading(tmp_path: Path, lines: list[str], place: str) -> None:
    with pytest.raises(EnvironmentFailedError, match=place):
        read(file(tmp_path, "list.csv", *lines))


def test_bytes_that_are_no_text_end_the_reading(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(b"id,name\n1,Ali \xff\n")

    with pytest.raises(EnvironmentFailedError, match="line 2: it is not UTF-8"):
        read(str(tmp_path / "list.csv"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailedError, match="cannot be read: No such file"):
        read(str(tmp_path / "none.csv"))


@pytest.mark.parametrize(
    "given", ["http://[", "https://a b", "https://", "http://%zz", "a<b>", "http://e/\u202e"]
)
def test_an_id_that_is_no_iri_becomes_one(tmp_path: Path, given: str) -> None:
    (entry,) = read(file(tmp_path, "list.jsonl", {**GOOD, "id": given}))

    assert entry.iri.startswith("urn:x-authority:list:")
    assert entry.iri.isascii()
    assert not set(entry.iri) & set(' <>"{}|\\^`')


def test_half_letters_and_control_characters_are_left_out_of_names(tmp_path: Path) -> None:
    line = '{"id": "a", "schema": "Person", "properties": {"name": ["Ali \\ud800\\u0007 Nur", "\\ud800"]}}'

    assert [entry.names for entry in read(file(tmp_path, "list.jsonl", line))] == [("Ali Nur",)]
