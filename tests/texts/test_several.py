"""A file may hold several articles, each with its own head."""

from datetime import date
from itertools import pairwise

from graph.texts import articles
from tests.texts.pages import DENIAL, LEAD, STORY, VOTE, kinds, shown

INTRO = (
    "This digest looks at the attack near Sel. We lead with Jane Roe, who asks who rules the town, and "
    "what the army of Ardan knew of it. To read her piece, CLICK HERE."
)
DIGEST = f"""UPDATES

The attack near Sel

Nov 12, 2021 | AIC staff

{INTRO}

Next up is Ali Nur, who argues that the vote changed nothing for the Northern Front and its friends.

Readers may also be interested in…


Who rules Sel?

Much depends on how the minister answers.

By\u00a0Jane Roe

Ardan Herald, Nov. 8, 2021


Sel in May (Photo: Tom Poe)

{LEAD}

{DENIAL}

Ms. Roe is director of the Sel Institute.


A Vote That Changed Nothing

by Ali Nur

The Sel Review, November 10, 2021

{VOTE}

{DENIAL} It said so again.

Tags: ,

RELATED ARTICLES

Miners freed

Mar 28, 2024 | Update

SORT BY TOPICS"""


def test_a_digest_comes_before_the_pieces_it_holds() -> None:
    digest, first, second = articles("digest.txt", DIGEST)

    assert [a.title for a in (digest, first, second)] == [
        "The attack near Sel",
        "Who rules Sel?",
        "A Vote That Changed Nothing",
    ]
    assert [a.publisher for a in (digest, first, second)] == ["AIC", "Ardan Herald", "The Sel Review"]
    assert [a.authors for a in (digest, first, second)] == [("AIC staff",), ("Jane Roe",), ("Ali Nur",)]
    assert [a.published for a in (digest, first, second)] == [
        date(2021, 11, 12),
        date(2021, 11, 8),
        date(2021, 11, 10),
    ]
    assert [a.digest for a in (digest, first, second)] == [None, digest.id, digest.id]
    assert [a.id for a in (first, second)] == [f"{digest.id}-1", f"{digest.id}-2"]
    assert digest.genre == "digest"


def test_the_parts_of_a_digest_share_no_line() -> None:
    digest, first, second = articles("digest.txt", DIGEST)

    assert (first.start, first.end) == (DIGEST.index("Who rules"), DIGEST.index("Institute.") + 10)
    assert second.start == DIGEST.index("A Vote")
    assert kinds(first) == [
        "headline",
        "dek",
        "byline",
        "publication",
        "caption",
        "credit",
        "body",
        "body",
        "bio",
    ]
    assert kinds(digest)[:6] == ["masthead", "headline", "publication", "body", "body", "cross-link"]
    assert set(kinds(digest)[6:]) == {"menu"}
    spans = sorted((s.start, s.end) for a in (digest, first, second) for s in a.segments)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert sum(bool(line.strip()) for line in DIGEST.split("\n")) == len(spans) - 1


def test_a_piece_without_a_date_borrows_the_day_of_its_page() -> None:
    _, first, _ = articles("digest.txt", DIGEST.replace("Ardan Herald, Nov. 8, 2021\n", ""))

    assert first.published is None
    assert first.anchor is not None
    assert (first.anchor.day, first.anchor.firm) == (date(2021, 11, 12), False)


def test_two_signed_articles_stand_side_by_side() -> None:
    other = f"Miners freed in Sel\n\nBy Tom Poe\n\n{VOTE}\n\n{DENIAL}"
    text = f"Gunmen kill two\n\nBy Jane Roe\n\n{STORY}\n\n\n{other}"
    first, second = articles("two.txt", text)

    assert [(a.title, a.authors, a.digest) for a in (first, second)] == [
        ("Gunmen kill two", ("Jane Roe",), None),
        ("Miners freed in Sel", ("Tom Poe",), None),
    ]
    assert [a.id[-2:] for a in (first, second)] == ["-1", "-2"]


def test_two_header_blocks_make_two_articles() -> None:
    text = (
        f"Title: Gunmen kill two\nSource: Ardan Herald\nDate: 2021-11-08\n\n{STORY}\n\n---\n\n"
        f"Title: Miners freed\nSource: The Sel Review\nAuthor: Tom Poe\nDate: 9 November 2021\n\n{VOTE}"
    )
    first, second = articles("two.txt", text)

    assert [(a.title, a.publisher, a.published) for a in (first, second)] == [
        ("Gunmen kill two", "Ardan Herald", date(2021, 11, 8)),
        ("Miners freed", "The Sel Review", date(2021, 11, 9)),
    ]
    assert first.end < second.start
    assert kinds(second) == ["headline", "publication", "byline", "publication", "body"]


def test_a_teaser_in_a_menu_is_no_article() -> None:
    menu = "More stories\n\nMiners freed\n\nBy Tom Poe\n\nIt rained on the road to Sel."
    text = f"Gunmen kill two\n\nBy Jane Roe\n\n{STORY}\n\n{menu}"

    assert len(articles("page.txt", text)) == 1


def test_a_header_title_that_is_printed_again_tells_once() -> None:
    (article,) = articles("a.txt", f"Title: Gunmen kill two\nSource: Herald\n\nGunmen kill two\n\n{STORY}")

    assert shown(article)[:3] == [
        ("masthead", "Title: Gunmen kill two"),
        ("publication", "Source: Herald"),
        ("headline", "Gunmen kill two"),
    ]
