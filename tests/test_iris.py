"""IRIs are minted in one place, and ids follow from content."""

from __future__ import annotations

from datetime import date

import pytest

from graph.iris import Iris, claim_id, conflict_id, proposition_id, relation_id, slug
from graph.model import ArticleId, Ref
from ontology.terms import DEFAULT_BASE
from tests.factory import article, claim

ALI, BRIGADE = Ref("actor/ali-nur"), Ref("actor/northern-brigade")


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Ali Nur", "ali-nur"),
        ("  The  Northern Brigade (NB) ", "the-northern-brigade-nb"),
        ("Ja'far al-Nūr", "jafar-al-nur"),
        ("U.S. Fleet", "us-fleet"),
        ("Łódź Straße", "lodz-strasse"),
        ("Йошкар-Ола", "yoshkar-ola"),
        ("حزب العمل", "hzb-alaml"),
        ("7 November 2021", "7-november-2021"),
    ],
)
def test_a_slug_is_lower_case_ascii_with_hyphens(label: str, expected: str) -> None:
    assert slug(label) == expected


@pytest.mark.parametrize("label", ["", "...", "北京", "—"])
def test_a_slug_is_never_empty(label: str) -> None:
    assert slug(label).startswith("x")
    assert slug(label).isascii()


def test_two_labels_of_a_script_without_a_table_have_two_slugs() -> None:
    assert slug("北京 front") != slug("上海 front")


def test_a_reference_becomes_an_iri_by_its_kind() -> None:
    iris = Iris("http://localhost/kg/")

    assert iris.entity(ALI) == "http://localhost/kg/id/actor/ali-nur"
    assert iris.entity(Ref("vocab/drone")) == "http://localhost/kg/vocab#drone"
    assert iris.result(Ref("event/vote"), BRIGADE) == "http://localhost/kg/id/result/vote/northern-brigade"
    assert iris.figure(Ref("event/clash"), "killed", BRIGADE).endswith(
        "id/figure/clash/killed/northern-brigade"
    )


def test_a_reference_of_one_article_has_no_iri() -> None:
    with pytest.raises(ValueError, match="not a resolved reference"):
        Iris().entity(Ref("a1#actor/3"))


def test_a_base_ends_in_a_slash() -> None:
    assert Iris().base == DEFAULT_BASE
    with pytest.raises(ValueError, match="must end in a slash"):
        Iris("http://localhost/kg")


def test_a_span_is_a_fragment_of_its_article() -> None:
    assert Iris("http://x/").span(ArticleId("a1"), 3, 9) == "http://x/id/doc/a1#char=3,9"


def test_spaces_and_letters_outside_ascii_are_escaped_in_an_iri() -> None:
    assert Iris("http://x/").doc(ArticleId("a 1é")) == "http://x/id/doc/a%201%C3%A9"


def test_the_id_of_a_proposition_follows_from_its_content() -> None:
    leads = proposition_id(ALI, "leads", BRIGADE, is_object=True)

    assert leads == proposition_id(ALI, "leads", BRIGADE, is_object=True)
    assert leads != proposition_id(BRIGADE, "leads", ALI, is_object=True)
    assert leads != proposition_id(ALI, "leads", BRIGADE, is_object=True, valid_from=date(2021, 5, 1))
    assert len(leads) == 12


def test_a_number_and_the_same_digits_as_words_are_two_contents() -> None:
    number = proposition_id(BRIGADE, "strength", 40, is_object=False)

    assert number != proposition_id(BRIGADE, "strength", "40", is_object=False)


def test_the_id_of_a_claim_opens_with_its_article_and_tells_speakers_apart() -> None:
    page = article("Ali Nur leads the Northern Brigade.", id="a7")
    own = claim(page, "Ali Nur leads", "Ali Nur", "leads", "Northern Brigade")
    quoted = claim(page, "Ali Nur leads", "Ali Nur", "leads", "Northern Brigade", by="Saad Karim")

    assert claim_id(own, "p").startswith("a7-")
    assert claim_id(own, "p") != claim_id(quoted, "p")


def test_the_id_of_a_conflict_or_a_relationship_does_not_depend_on_order() -> None:
    assert conflict_id("value-conflict", ["b", "a"]) == conflict_id("value-conflict", ["a", "b"])
    assert relation_id("Tenure", [("holder", ALI), ("post", Ref("post/mayor"))]) == relation_id(
        "Tenure", [("post", Ref("post/mayor")), ("holder", ALI)]
    )
