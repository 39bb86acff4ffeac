"""Which words are kin, from lines as WordNet has them."""

from __future__ import annotations

from graph.language.lexicons.kinship import kindred, rows

FILES = {
    "index.verb": [
        "  1 a licence",
        "fire v 2 1 @ 2 1 00000002 00000001",
        "sack v 1 1 @ 1 1 00000002",
        "set_off v 1 0 1 1 00000001",
    ],
    "index.noun": ["sacking n 1 1 + 1 1 00000007", "table n 1 0 1 1 00000008"],
    "data.verb": [
        "  1 a licence",
        "00000001 33 v 02 set_off 0 fire 0 000 02 + 08 00 + 02 00 | make go off",
        "00000002 41 v 02 fire 0 sack 0 001 + 00000007 n 0201 01 + 08 00 | send away",
    ],
    "data.noun": [
        "00000007 04 n 01 sacking 0 001 + 00000002 v 0102 | the sending away",
        "00000008 06 n 01 table 0 000 | a thing",
    ],
}


def test_a_noun_is_kin_to_the_verb_it_is_derived_from_and_to_what_that_means() -> None:
    found = kindred(FILES)

    assert set(found) == {"fire", "sack", "sacking"}
    assert found["sacking"].verbs == {"sack"}
    assert found["sacking"].senses & found["fire"].senses == {"v00000002"}


def test_a_sense_that_no_other_word_has_is_not_written() -> None:
    assert list(rows(kindred(FILES))) == ["fire\t\t0", "sack\t\t0", "sacking\tsack\t0"]
