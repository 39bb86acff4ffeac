"""How many of the facts that a careful reader finds in the examples are read: the floor under every change."""

from __future__ import annotations

from typing import Any

import pytest

from graph import pipeline
from graph.home import Home
from graph.language.names import telling
from graph.model import Article, Claim, Knowledge, Ref
from graph.terminal import silent
from tests.examples.test_examples import EXPECTED, FOLDER


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """What the pipeline reads in the examples."""
    from graph.extraction import reader
    from graph.settings import Settings

    home = Home(tmp_path_factory.mktemp("facts") / "home")
    pipeline.build([FOLDER], home, reader(Settings(), pytest.fail), Settings(), silent)
    return pipeline.known(home)[0]


def labels(told: Knowledge) -> dict[Ref, str]:
    """What each actor, place, post and event is called."""
    return {each.ref: each.label for each in (*told.entities, *told.events)}


def alike(name: str, other: str) -> bool:
    """Whether two labels share a telling word: enough, where file, predicate and words agree."""
    return bool({*telling(name)} & {*telling(other)})


def is_read(fact: dict[str, Any], told: Knowledge) -> bool:
    """Whether a claim of the same words has the fact's predicate, object or value, modality, polarity and speaker."""
    files = {article.id: article for article in told.articles}
    names = labels(told)

    def fits(claim: Claim) -> bool:
        article = files[claim.article]
        start = article.text.find(fact["quote"])
        return (
            article.source == fact["file"]
            and claim.predicate == fact["predicate"]
            and claim.start < start + len(fact["quote"])
            and start < claim.end
            and (str(claim.value) == str(fact["value"]) if "value" in fact else object_fits(claim))
            and claim.modality == fact["modality"]
            and claim.polarity == fact["polarity"]
            and alike(voice(claim, article), fact["speaker"])
        )

    def voice(claim: Claim, article: Article) -> str:
        """Who says it; an author speaks for the publisher as well."""
        speaker = names.get(claim.sources[-1].speaker, "")
        return speaker if len(claim.sources) > 1 else f"{speaker} {article.publisher}"

    def object_fits(claim: Claim) -> bool:
        known = str(claim.object).removeprefix("vocab/").replace("-", " ")
        return alike(names.get(claim.object or Ref(""), known), fact["object"].replace("-", " "))

    return any(fits(claim) for claim in told.claims)


def test_facts_of_the_examples_are_read(told: Knowledge) -> None:
    missed = [fact for fact in EXPECTED if not is_read(fact, told)]

    lines = [f"{f['file']}: {f['quote']} [{f['predicate']}]" for f in missed]
    assert len(EXPECTED) - len(missed) >= 46, "\n".join(["not read:", *lines])
