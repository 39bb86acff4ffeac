"""The word lists: their form, their values, and what a caller finds in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.errors import EnvironmentFailedError
from graph.language import lexicons
from graph.language.lexicons import tables
from graph.model import Certainty, Modality
from ontology.terms import CLASSES, PROPERTIES, VALUES

FOLDER = Path(lexicons.__file__).parent
TABLES = sorted(path.name for path in FOLDER.glob("*.tsv"))

ROLES = {
    *("agent", "victim", "target", "addressee", "about", "place", "instrument"),
    *("holder", "post", "predecessor", "candidate", "contestant", "seats", "votes", "rival", "margin"),
    *("event", "time", "means", "characterisation"),
}
"""The roles that SOURCES.md explains."""

FLAGS = {
    *("head-of-government", "head-of-state", "leader", "minister", "spokesperson", "legislator", "official"),
    *("commander", "diplomat", "judge", "adviser", "candidate", "religious", "regional", "deputy"),
    "ambiguous",
}


def test_there_are_nineteen_tables_and_three_lists() -> None:
    assert len(TABLES) == 19
    assert sorted(path.name for path in FOLDER.glob("*.txt")) == ["groups.txt", "persons.txt", "things.txt"]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_sorted_and_whole(name: str) -> None:
    header, *lines = (FOLDER / name).read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines]

    assert rows == sorted(rows)
    assert {len(row) for row in rows} == {len(header.split("\t"))}
    assert all(cell == cell.strip() for row in rows for cell in row)


@pytest.mark.parametrize("name", [name for name in TABLES if name != "left_out.tsv"])
def test_a_table_has_one_row_a_word(name: str) -> None:
    header, *lines = (FOLDER / name).read_text("utf-8").splitlines()
    by_kind = header.split("\t")[1] == "pos"
    keys = [tuple(line.split("\t")[: 2 if by_kind else 1]) for line in lines]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", ["persons.txt", "groups.txt", "things.txt"])
def test_a_list_is_sorted_in_small_letters_without_the_words_left_out(name: str) -> None:
    words = (FOLDER / name).read_text("utf-8").splitlines()
    left_out = [line.split("\t") for line in (FOLDER / "left_out.tsv").read_text("utf-8").splitlines()[1:]]

    assert words == sorted(set(words))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", word) for word in words)
    assert not set(words) & {word for file, word, _ in left_out if file == name}


def test_every_state_has_a_capital_a_code_and_an_adjective() -> None:
    assert len(lexicons.states()) == 201
    for state in lexicons.states():
        assert state.capitals, state.name
        assert state.adjectives, state.name
        assert re.fullmatch(r"[A-Z]{2}|[A-Z]{4}", state.iso), state.name


@pytest.mark.parametrize("table", [lexicons.cities(), lexicons.regions()])
def test_a_place_of_the_lists_lies_in_a_state(table: Mapping[str, str]) -> None:
    assert all(re.fullmatch(r"[A-Z]{2}", code) for code in table.values())


def test_no_name_belongs_to_two_states() -> None:
    assert sum(len(state.names) for state in lexicons.states()) == len(
        {name for state in lexicons.states() for name in state.names}
    )


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("U.S.", "United States"),
        ("DRC", "Democratic Republic of the Congo"),
        ("UAE", "United Arab Emirates"),
        ("Côte d’Ivoire", "Ivory Coast"),
        ("DPRK", "North Korea"),
    ],
)
def test_a_state_is_found_by_its_aliases(alias: str, name: str) -> None:
    assert lexicons.state_names()[alias].name == name


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("Danish", ["Denmark"]),
        ("Danes", ["Denmark"]),
        ("Congolese", ["Congo", "Democratic Republic of the Congo"]),
        ("US", ["United States"]),
    ],
)
def test_a_demonym_leads_to_each_state_it_may_mean(word: str, names: list[str]) -> None:
    assert [state.name for state in lexicons.demonyms()[word]] == names


def test_a_people_is_not_a_state() -> None:
    assert lexicons.people_names()["Kurds"][0].kind == "ethnic"
    assert lexicons.people_names()["Shi’ite"][0].name == "Shia"
    assert not set(lexicons.people_names()) & set(lexicons.demonyms())


def test_persons_and_groups_are_told_apart() -> None:
    assert {"spokesman", "militant", "teacher", "rabbi"} <= lexicons.persons()
    assert {"party", "army", "parliament", "militia"} <= lexicons.groups()
    assert not lexicons.persons() & lexicons.groups()


def test_a_title_gives_its_kind_and_full_form() -> None:
    title = lexicons.titles()["Lt. Col."]

    assert (title.kind, title.full) == ("military", "Lieutenant Colonel")
    assert {title.kind for title in lexicons.titles().values()} == {
        "honorific",
        "military",
        "office",
        "religious",
    }


def test_an_office_carries_known_flags_only() -> None:
    for office in lexicons.offices().values():
        assert office.office == office.office.lower()
        assert office.flags
        assert office.flags <= FLAGS, office
    assert "head-of-government" in lexicons.offices()["premier"].flags
    assert lexicons.offices()["premier"].canonical == "prime minister"


def test_a_modifier_says_when_an_office_was_held() -> None:
    assert lexicons.office_modifiers()["former"].effect == "past"
    assert lexicons.office_modifiers()["-elect"].place == "after"


def test_classes_of_organisations_and_groups_are_in_the_ontology() -> None:
    for noun in lexicons.organisations().values():
        assert {noun.type, *noun.also} <= set(CLASSES), noun
    for group in lexicons.groups_of_people().values():
        assert group.type in CLASSES, group


def test_a_group_noun_has_a_row_for_each_number() -> None:
    words = lexicons.groups_of_people()

    assert (words["militias"].lemma, words["militias"].number) == ("militia", "plural")
    assert words["militia"].number == "singular"
    assert words["police"].number == "plural"


def test_every_characterization_is_of_classes_and_values_of_the_ontology() -> None:
    for row in lexicons.characterizations().values():
        assert row.value in VALUES["characterization"], row.words
        assert set(row.of) <= set(CLASSES), row.words
        assert row.pos in {"noun", "adjective", "verb"}, row.words
        assert row.polarity in {"affirmed", "negated"}, row.words


def test_an_instrument_is_in_the_vocabulary_or_proposed() -> None:
    for weapon in lexicons.weapons().values():
        assert weapon.instrument is None or weapon.instrument in VALUES["instrument"], weapon
        assert (weapon.instrument is None) != (weapon.proposed is None), weapon
        assert weapon.proposed not in VALUES["instrument"], weapon


def test_reporting_words_use_known_speech_acts_and_modalities() -> None:
    for word in lexicons.reporting().values():
        assert word.speech_act is None or word.speech_act in CLASSES, word
        assert word.effect is None or word.effect in set(Modality), word
    assert lexicons.reporting()["deny", "verb"].effect == "denied"
    assert lexicons.reporting()["acknowledge", "verb"].factive
    assert lexicons.reporting()["add", "verb"].quote_only


def test_a_reporting_word_takes_known_forms_of_content() -> None:
    forms = {"clause", "infinitive", "gerund", "object"}
    prepositions = set("about against at for in of on over to with".split())
    for word in lexicons.reporting().values():
        assert set(word.takes) <= forms | prepositions, word
    assert lexicons.reporting()["accuse", "verb"].takes == ("object", "of")


def test_triggers_use_known_classes_and_roles() -> None:
    assert len(lexicons.triggers()) >= 250
    for trigger in lexicons.triggers().values():
        assert trigger.type in CLASSES, trigger
        roles = {trigger.subject, trigger.object, *(role for _, role in trigger.preps)}
        assert roles - {None} <= ROLES, trigger


def test_a_trigger_names_known_sets_of_words() -> None:
    named = {word[1:] for lemma, _ in lexicons.triggers() for word in lemma.split() if word.startswith("@")}

    assert named == set(lexicons.word_sets())
    assert "suspend" in lexicons.word_sets()["cut"]


def test_a_verb_and_a_noun_of_one_lemma_have_their_own_roles() -> None:
    assert lexicons.triggers()["attack", "verb"].object == "target"
    assert ("on", "target") in lexicons.triggers()["attack", "noun"].preps


def test_hedges_use_known_modalities_and_certainties() -> None:
    for hedge in lexicons.hedges().values():
        assert hedge.modality in set(Modality), hedge
        assert hedge.certainty in set(Certainty), hedge
        assert hedge.polarity in {"affirmed", "negated", "open"}, hedge
        assert hedge.negated in {"flip", "open", "same"}, hedge
    assert lexicons.hedges()["reportedly", "adverb"].modality == "reported"
    assert lexicons.hedges()["refuse to", "verb"].polarity == "negated"
    assert lexicons.hedges()["evidence", "noun"].negated == "open"


def test_a_tie_is_a_property_or_the_inverse_of_leads() -> None:
    for tie in lexicons.ties().values():
        assert tie.predicate is None or tie.predicate in {*PROPERTIES, "ledBy"}, tie
    assert lexicons.ties()["-backed"].predicate == "sponsoredBy"
    assert lexicons.ties()["anti-"].predicate == "opposes"


def test_a_broken_table_names_file_and_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "titles.tsv").write_text("title\tkind\tfull\tgender\nMr.\thonorific\n", "utf-8")
    monkeypatch.setattr(tables, "HERE", tmp_path)

    with pytest.raises(EnvironmentFailedError, match=r"titles\.tsv:2: 2 cells where 4 are due"):
        lexicons.titles.__wrapped__()
