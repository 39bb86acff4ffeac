"""What holds for every article: hostile or dull, its claims are well formed and come in bounded time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.extraction import Extractor
from graph.model import Extraction, Modality, Polarity
from ontology.terms import CLASSES, PROPERTIES
from tests.factory import article
from tests.telling import Told

SECONDS = 20.0
"""CPU for one page; most take a tenth of a second."""

HOSTILE = {
    "no punctuation": ("Victor Hale met the Northern Front in Lima and " * 1100)[:50_000],
    "control characters": "Victor\x00Hale\x07 attacked\x1b[31m Lima\x08.\x85\u2028 The Northern\u200b Front\ufeff said so.",
    "right to left": "\u202eVictor Hale\u202c attacked \u2066Lima\u2069 on Sunday. \u200fNorway\u200e left.",
    "quotation marks": "“" * 1000 + "Victor Hale attacked Lima" + '"' * 1000,
    "open quotations": '"Victor Hale attacked Lima. ' * 100,
    "only capitals": "VICTOR HALE ATTACKED THE NORTHERN FRONT IN LIMA. " * 20,
    "parentheses": "(" * 500 + "Victor Hale" + ")" * 500,
    "one word": "a" * 50_000,
    "faces": "\U0001f600" * 1000,
    "a long list": "Victor Hale and " * 500 + "Amina Diallo met.",
    "owners of owners": "Victor Hale’s " * 300 + "house was attacked.",
    "nested speech": "Victor Hale said that " * 300 + "Lima was attacked.",
    "brackets and numbers": "[1] (2) {3} 4,5,6 31 seats (31) 100% " * 50,
    "markup": "<b>Victor Hale</b> attacked <a href='x'>Lima</a> &amp; left. " * 20,
    "empty": "",
    "blank": "  \n\n \t \n\n",
}


def check(extraction: Extraction) -> None:
    """Every claim rests on words of the article, speaks of what there is, and puts it consistently."""
    page = extraction.article
    spoken = {e.ref for e in extraction.entities} | {e.ref for e in extraction.events}
    for claim in extraction.claims:
        assert claim.article == page.id
        assert page.start <= claim.start < claim.end <= page.end
        assert claim.subject in spoken
        assert claim.object is None or claim.object in spoken or claim.object.startswith("vocab/")
        assert claim.context is None or claim.context in spoken
        assert claim.uttered_in is None or claim.uttered_in in spoken
        assert claim.predicate in PROPERTIES
        assert claim.subject != claim.object
        assert (claim.object is None) != (claim.value is None) or claim.time is not None
        assert claim.sources
        assert all(source.speaker in spoken for source in claim.sources)
        assert claim.sources[0].cue is None
        assert claim.modality is not Modality.DENIED or claim.polarity is Polarity.NEGATED
        assert (claim.modality is Modality.UNCOMMITTED) == (claim.polarity is Polarity.OPEN)
        assert 0 < claim.confidence <= 1
        assert claim.rule
    for mention in (m for each in (*extraction.entities, *extraction.events) for m in each.mentions):
        assert page.text[mention.start : mention.end] == mention.text
    assert {e.type for e in (*extraction.entities, *extraction.events)} <= set(CLASSES)
    assert len({e.ref for e in extraction.entities}) == len(extraction.entities)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_read_in_bounded_time(extractor: Extractor, name: str) -> None:
    before = time.process_time()
    extraction = extractor(article(HOSTILE[name]))

    assert time.process_time() - before < SECONDS
    check(extraction)


def test_a_page_of_many_names_is_read_in_bounded_time(extractor: Extractor) -> None:
    text = " ".join(f"Ali Hale{n} met Omar Nur{n}." for n in range(250))
    before = time.process_time()
    check(extractor(article(text)))

    assert time.process_time() - before < SECONDS


# --------------------------------------------------------------------------- what always holds

PEOPLE = (
    "Victor Hale",
    "President Carla Reyes",
    "he",
    "Amina Diallo of the Harvest Party",
    "Gunmen",
    "the militia",
)
BODIES = (
    "the Northern Front",
    "Norway",
    "the Kenyan government",
    "Norwegian-backed militias",
    "Lima",
    "them",
)
DEEDS = (
    "attacked", "killed", "condemned", "met", "threatened to attack", "did not attack", "may attack", "denied attacking",
    "was attacked by", "is backed by", "opposes", "ordered an attack on", "refused to blame",
)  # fmt: skip
FRAMES = (
    "{} {} {}.",
    "Police said {} {} {} on Sunday.",
    "“{} {} {},” Omar Talib said.",
    "If {} {} {}, two people were killed.",
    "No one knows whether {} {} {}.",
    "According to Radio Oslo, {} allegedly {} {} with three drones.",
    "Omar Talib denied that {} {} {}.",
)
SENTENCES = st.builds(
    lambda frame, subject, deed, thing: frame.format(subject, deed, thing),
    *(st.sampled_from(words) for words in (FRAMES, (*PEOPLE, *BODIES), DEEDS, (*BODIES, *PEOPLE))),
)


@given(st.lists(SENTENCES, min_size=1, max_size=4), st.sampled_from((" ", "\n\n")))
@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_every_claim_is_well_formed(extractor: Extractor, sentences: list[str], gap: str) -> None:
    check(extractor(article(gap.join(sentences))))


def test_the_same_article_gives_the_same_extraction(extractor: Extractor) -> None:
    page = article(
        "Norwegian-backed militias attacked the house of President Carla Reyes on Sunday, Omar Talib said. "
        "“We did not do it,” he added. The Harvest Party won 31 seats in the election.",
        authors=("Nora Quist",),
    )

    assert extractor(page) == extractor(page)


def test_references_start_with_the_id_of_the_article(extractor: Extractor) -> None:
    extraction = extractor(article("Victor Hale met Amina Diallo.", id="a7"))

    refs = [e.ref for e in (*extraction.entities, *extraction.events)]
    assert refs
    assert all(ref.startswith("a7#") for ref in refs)


def test_nothing_is_read_from_boilerplate(extractor: Extractor) -> None:
    page = replace(article("The Northern Front attacked Lima."), segments=())

    assert extractor(page).claims == ()


# --------------------------------------------------------------------------- dull texts

GARDENING = """
Tomatoes want sun, water and patience. Sow the seeds indoors in March, in small pots filled with fine soil, and set
the pots on a bright window sill. When the first true leaves show, lift each seedling with a spoon and move it to a
larger pot. Harden the plants off in May: carry them outside for an hour, then two, then a whole day. Plant them deep,
up to the lowest leaves, and give each a firm stake. Water the roots, never the leaves, or blight will strike. Pinch
out the side shoots every week and remove the lower leaves as the fruit begins to form. Slugs attack young plants at
night; a ring of sharp sand keeps most of them away. Feed the plants every ten days with a weak mix of nettle and
water. The first fruit ripens in July. Pick it in the morning, when the skin is cool, and leave the green ones on
the vine until the frost comes.
"""

COOKING = """
Roll the dough thin and let it rest for half an hour. My grandmother beat the eggs by hand and would not hear of a
machine. She said that a good broth cannot be rushed. Chop two onions, a carrot and a stick of celery, and fry them in
butter until they turn soft. Add the lentils and a litre of water. After forty minutes, taste the soup and add salt.
Serve it with bread. Critics praised the dish, and the guests asked for more.
"""


@pytest.mark.parametrize("text", [GARDENING, COOKING])
def test_a_text_without_politics_makes_almost_no_claims(tell: Callable[..., Told], text: str) -> None:
    told = tell(" ".join(text.split()))

    political = [claim for claim in told.claims if not claim.rule.startswith("speech")]
    assert len(political) <= 3, [told.fact(claim) for claim in political]


def test_a_text_about_gardens_names_almost_nobody(tell: Callable[..., Told]) -> None:
    assert len(tell(" ".join(GARDENING.split())).names()) <= 1
