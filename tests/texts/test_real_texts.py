"""The five texts that the project was created for are read as a careful reader reads them.

What is expected was written down by hand from the pages. Titles and names stand here as hashes, and the
segments as offsets, because no word of those texts is copied.
"""

import hashlib
import json
from functools import cache
from pathlib import Path

import pytest

from graph.model import Article
from graph.texts import files, read

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = [
    pytest.mark.texts,
    pytest.mark.skipif(not (SHARED / "texts").is_dir(), reason="the real texts are not in ../shared"),
]
GOLD_KINDS = {
    "photo-credit": "credit",
    "boilerplate-widget": "widget",
    "publication-line": "publication",
    "byline-date": "publication",
}


def _hash(words: str | None) -> str:
    return "" if words is None else hashlib.sha256(words.encode()).hexdigest()[:8]


@cache
def _articles() -> tuple[Article, ...]:
    return tuple(article for path in files([SHARED / "texts"]) for article in read(path))


EXPECTED = [
    # start, end, title, publisher, authors, day, firm, genre
    (0, 5871, "ff7c2ef7", "33b4271e", (), None, None, "news"),
    (0, 4539, "9d7d928e", "13935f22", ("3f06f036",), None, None, "opinion"),
    (0, 24502, "3a545d73", "8b7e9280", ("d6f639fa",), "2021-11-12", True, "digest"),
    (2771, 8020, "66198f91", "34ac95d7", ("191c2c50",), "2021-11-08", True, "opinion"),
    (8023, 16245, "dc9d9797", "dff92c14", ("c4e95db2",), "2021-11-09", True, "opinion"),
    (16248, 22131, "167a5d36", "4f820a38", ("1c85d21f",), "2021-11-10", True, "opinion"),
    (0, 3598, "b88ad492", "00f47ff9", (), None, None, "news"),
    (0, 4367, "c891d7d7", "", (), "2021-12-01", False, "news"),
]


def test_seven_articles_and_a_digest_are_found_with_their_heads() -> None:
    found = [
        (
            a.start,
            a.end,
            _hash(a.title),
            _hash(a.publisher),
            tuple(map(_hash, a.authors)),
            a.published and a.published.isoformat(),
            a.anchor and a.anchor.firm,
            a.genre,
        )
        for a in _articles()
    ]

    assert found == EXPECTED


def test_the_pieces_of_the_digest_point_to_it() -> None:
    ids = [article.id for article in _articles()]

    assert [article.digest for article in _articles()] == [
        None,
        None,
        None,
        ids[2],
        ids[2],
        ids[2],
        None,
        None,
    ]


@pytest.mark.parametrize("name", ["segments.jsonl", "boilerplate.jsonl"])
def test_every_annotated_segment_is_found_exactly(name: str) -> None:
    found = {(a.source, s.start, s.end, str(s.kind)) for a in _articles() for s in a.segments}
    gold = [json.loads(line) for line in (SHARED / "gold" / name).read_text(encoding="utf-8").splitlines()]
    wanted = [(g["file"], g["start"], g["end"], GOLD_KINDS.get(g["type"], g["type"])) for g in gold]

    assert len(wanted) == {"segments.jsonl": 51, "boilerplate.jsonl": 4}[name]
    assert [segment for segment in wanted if segment not in found] == []


# The kinds of the segments of the articles that the gold does not annotate, and of the digest, in order.
# h headline, d dek, y byline, p publication, D dateline, c caption, C credit, x cross-link, w widget,
# m menu, s subheading, b body, B bio, M masthead.
LETTERS = {
    "headline": "h",
    "dek": "d",
    "byline": "y",
    "publication": "p",
    "dateline": "D",
    "caption": "c",
    "credit": "C",
    "cross-link": "x",
    "widget": "w",
    "menu": "m",
    "subheading": "s",
    "body": "b",
    "bio": "B",
    "masthead": "M",
}
KINDS = {
    0: "hdcCwD" + "b" * 6 + "xs" + "bbb" + "s" + "b" * 15,
    2: "MhpcCwsM" + "bbbb" + "x" + "m" * 43,
    3: "hdypcC" + "b" * 7 + "cC" + "bbbb" + "B",
    5: "hdypcC" + "b" * 12 + "cC" + "bb" + "w" + "B",
    6: "hybbbbxbbbbxb",
}


@pytest.mark.parametrize("number", KINDS)
def test_the_other_articles_have_the_segments_that_a_reader_sees(number: int) -> None:
    assert "".join(LETTERS[str(s.kind)] for s in _articles()[number].segments) == KINDS[number]


def test_every_line_of_a_file_is_in_one_segment() -> None:
    for path in files([SHARED / "texts"]):
        found = read(path)
        text = found[0].text
        inside = bytearray(len(text))
        for segment in (s for a in found for s in a.segments):
            assert not any(inside[segment.start : segment.end])
            inside[segment.start : segment.end] = b"\x01" * (segment.end - segment.start)
        assert text == path.read_bytes().decode("utf-8")
        assert not any(char.strip() for char, covered in zip(text, inside, strict=True) if not covered)
