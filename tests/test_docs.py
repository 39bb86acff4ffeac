"""The documents: their commands run, their output comes, their links lead on, their tables are true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.cli import COMMANDS, FORMATS
from graph.commands.call import ENVIRONMENT, INTERRUPTED, NEGATIVE, OK, QUARANTINED, USAGE
from graph.consensus import policy
from graph.model import Certainty, ConflictKind, Modality, Polarity, Status
from tests.documents import PAGES, ROOT, Block, Printed, blocks, make_lines, run

BLOCKS = [block for page in PAGES for block in blocks(page)]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
ROW = re.compile(r"^\| `([\w-]+)` \|(.*)\|$", re.MULTILINE)
ALIKE = 1 / 3
"""A page may lag behind the extractor, which still moves; but this share of the lines shown must still come."""


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def section(name: str, heading: str) -> str:
    """What stands below a heading of a page, up to the next one."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", text(name), re.MULTILINE | re.DOTALL)
    assert found is not None, f"{name} has no heading {heading!r}"
    return found[1]


def rows(name: str, heading: str) -> list[str]:
    """The first cells of the tables below a heading, as far as they are words of the program."""
    return [row[0] for row in ROW.findall(section(name, heading))]


# --------------------------------------------------------------------------- what they show


@pytest.fixture(scope="module")
def printed() -> Iterator[dict[Block, Printed]]:
    """What each block prints; they run in the order of the pages, as far as they are asked for."""
    coming = run()

    class Printing(dict[Block, Printed]):
        def __missing__(self, wanted: Block) -> Printed:
            for block, found in coming:
                self[block] = found
                if block == wanted:
                    return found
            raise KeyError(wanted)

    yield Printing()
    coming.close()


def shape(line: str) -> str:
    """A line without its numbers, hashes and widths."""
    return " ".join(re.sub(r"[0-9a-f]*\d[0-9a-f]*|-{2,}", "0", line.rstrip("…")).split())


@pytest.mark.parametrize("block", BLOCKS, ids=str)
def test_a_block_of_commands_prints_what_the_page_shows(block: Block, printed: dict[Block, Printed]) -> None:
    if block.missing:
        pytest.skip(f"{', '.join(block.missing)} is not installed")

    found = printed[block]

    assert found.code == block.code, found.text
    if block.output is not None:
        came = {shape(line) for line in found.text.splitlines()}
        shown = [line for line in block.output.splitlines() if line.strip()]
        still = [line for line in shown if shape(line) in came]
        assert len(still) >= ALIKE * len(shown) > 0, f"run `python -m tests.documents`: {found.text}"


def test_the_pages_show_many_commands() -> None:
    assert len(BLOCKS) >= 18
    assert {block.page.name for block in BLOCKS} >= {"README.md", "claims.md", "cli.md"}


def test_what_is_made_is_in_the_makefile() -> None:
    makefile = text("Makefile")

    for words in make_lines():
        for word in words:
            name, given, _ = word.partition("=")
            wanted = rf"^{name} \?=" if given else rf"^{name}:"
            assert re.search(wanted, makefile, re.MULTILINE), word


# --------------------------------------------------------------------------- where they lead


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_what_is_there(page: Path) -> None:
    links = [link.partition("#")[0] for link in LINK.findall(page.read_text(encoding="utf-8"))]
    inside = [link for link in links if link and "://" not in link]

    assert [link for link in inside if not (page.parent / link).exists()] == []


def test_the_picture_is_small() -> None:
    assert (ROOT / "docs" / "page.png").stat().st_size < 300_000


@pytest.mark.parametrize("name", ["architecture.md", "adding-a-relation.md"])
def test_files_that_a_page_names_are_there(name: str) -> None:
    named = re.findall(r"`((?:graph|ontology|shapes|api|tests)/[\w/.-]+)`", text(f"docs/{name}"))

    assert len(named) > 8
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [path.name[:4] for path in DECISIONS] == [f"{n:04}" for n in range(1, len(DECISIONS) + 1)]
    assert len(DECISIONS) >= 15


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_says_why_what_and_what_follows(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()

    assert lines[0].startswith(f"# {path.name[:4]} ")
    for part in ("**Context.** ", "**Decision.** ", "**Consequence.** "):
        assert any(line.startswith(part) for line in lines), part
    title = lines[0].removeprefix(f"# {path.name[:4]} ")
    assert f"[{title}]({path.name})" in text("docs/decisions/README.md")


# --------------------------------------------------------------------------- what they say of the program


def test_the_table_of_the_policy_is_the_policy() -> None:
    shown = [
        (name, *(cell.strip() for cell in rest.split("|")))
        for name, rest in ROW.findall(section("docs/claims.md", "The rules"))
    ]

    assert shown == [(row.name, str(row.status), row.why) for row in policy.ROWS]


def test_the_tables_of_values_are_whole() -> None:
    put = section("docs/claims.md", "How a claim is put forward")

    assert rows("docs/claims.md", "How a claim is put forward")[: len(Modality)] == list(Modality)
    assert all(f"`{value}`" in put for value in (*Polarity, *Certainty))
    assert rows("docs/claims.md", "Status: from claims to what is accepted") == list(Status)
    assert set(rows("docs/claims.md", "Conflicts")) == set(ConflictKind)


def test_the_weights_are_those_of_the_policy() -> None:
    told = section("docs/claims.md", "Votes")

    for value, weight in (*policy.MODALITY.items(), *policy.CERTAINTY.items()):
        assert weight == 0 or f"{value} {weight:g}" in told, value
    assert f"below it {policy.HEADLINE:g}" in told


def test_quotations_stand_in_the_example_texts() -> None:
    found = re.findall(r"`([\w.-]+)` “([^”]+)”", text("docs/claims.md"))

    assert len(found) >= 8
    assert [
        (name, words) for name, words in found if " ".join(words.split()) not in text(f"examples/{name}")
    ] == []


def test_the_table_of_commands_is_whole() -> None:
    shown = [row.split()[0] for row in re.findall(r"^\| `([^`]+)` \|", text("docs/cli.md"), re.MULTILINE)]

    assert {command.name for command in COMMANDS} <= set(shown)
    assert all(name in text("docs/cli.md") for name in FORMATS)


def test_the_table_of_exit_codes_is_whole() -> None:
    shown = re.findall(r"^\| (\d+) \|", section("docs/cli.md", "Exit codes"), re.MULTILINE)

    assert list(map(int, shown)) == [OK, NEGATIVE, USAGE, ENVIRONMENT, QUARANTINED, INTERRUPTED]
