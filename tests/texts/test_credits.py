"""Title, outlet, authors, day and genre are those the page prints."""

from datetime import date

import pytest

from tests.texts.pages import DENIAL, LEAD, STORY, VOTE, one


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Gunmen kill\u00a0two  soldiers", "Gunmen kill two soldiers"),
        ("Opinion The vote in Sel changed nothing at all", "The vote in Sel changed nothing at all"),
        ("Opinion | Why Ardan Cannot Wait", "Why Ardan Cannot Wait"),
        ("Analysis: Ardan after the vote", "Ardan after the vote"),
        ("Opinion Polls Show Lead for Unity List", "Opinion Polls Show Lead for Unity List"),
        ("Analysis shows what the vote changed", "Analysis shows what the vote changed"),
    ],
)
def test_a_title_is_the_headline_without_its_label(headline: str, title: str) -> None:
    assert one(f"{headline}\n\n{STORY}").title == title


def test_without_a_headline_the_title_is_the_first_words() -> None:
    title = one(STORY).title

    assert title.endswith("…")
    assert LEAD.startswith(title[:-1])
    assert len(title) <= 81


@pytest.mark.parametrize(
    ("page", "publisher"),
    [
        (f"Gunmen kill two\n\nby · Ardan Herald\n\n{STORY}", "Ardan Herald"),
        (f"Gunmen kill two\n\nArdan Herald, Nov. 8, 2021\n\n{STORY}", "Ardan Herald"),
        (f"Gunmen kill two\n\nNov 12, 2021 | AIC staff\n\n{STORY}", "AIC"),
        (f"The Ardan PostTruth Lives in Light\n\nGunmen kill two\n\n{STORY}", "The Ardan Post"),
        (f"THE ARDAN HERALD\n\nGunmen kill two soldiers\n\n{STORY}", "The Ardan Herald"),
        (f"ArdanPost\n\nGunmen kill two soldiers\n\n{STORY}", None),
        (f"Gunmen kill two\n\nARDAN CITY (Herald 24) – {STORY}", "Herald 24"),
        (f"Gunmen kill two\n\nSEL, 8 NOV 89 (RADIO ARDAN) -- {STORY}", "Radio Ardan"),
        (f"Gunmen kill two\n\nBy Reuters\n\n{STORY}", "Reuters"),
        (f"THE SEL DIGEST\n\nGunmen kill two men\n\nNov 8, 2021 | Digest staff\n\n{STORY}", "The Sel Digest"),
        (f"Gunmen kill two\n\nBy Jane Roe, The Ardan Herald\n\n{STORY}", "The Ardan Herald"),
        (f"{STORY}\n\nCLICK HERE TO READ MORE FROM THE ARDAN HERALD", "Ardan Herald"),
        (f"{STORY}\n\nOriginally published in The Ardan Herald.", "The Ardan Herald"),
        (f"{STORY}\n\nSOURCE: ARDAN TODAY AND NEWS AGENCIES", "Ardan Today"),
        (f"{LEAD}\n\nSource: Sel Council\n\n{VOTE}", None),
        (f"Gunmen kill two\n\nIraq, Nov. 8, 2021\n\n{STORY}", None),
        (STORY, None),
    ],
)
def test_the_publisher_is_who_the_page_says(page: str, publisher: str | None) -> None:
    assert one(page).publisher == publisher


@pytest.mark.parametrize(
    ("page", "source"),
    [
        (f"Title: Gunmen kill two\nSource: The Valley Post\n\nARDAN (Reuters) - {STORY}", "Reuters"),
        (f"Title: Gunmen kill two\nSource: Reuters\n\nARDAN (Reuters) - {STORY}", None),
        (f"Title: Gunmen kill two\nSource: The Valley Post\n\n{STORY}\n\nOriginally published in The Hill Herald", "The Hill Herald"),
        (f"Title: Gunmen kill two\nSource: The Valley Post\n\nARDAN (Valley Post) - {STORY}", None),
        (f"Title: Gunmen kill two\nSource: The Valley Post\n\n{STORY}", None),
        (f"ARDAN (Reuters) - {STORY}", None),
    ],
)  # fmt: skip
def test_a_text_is_taken_from_whom_the_page_credits_beside_its_publisher(
    page: str, source: str | None
) -> None:
    assert one(page).taken_from == source


@pytest.mark.parametrize(
    ("page", "authors"),
    [
        (f"Gunmen kill two\n\nBy Jane Roe\n\n{STORY}", ("Jane Roe",)),
        (f"Gunmen kill two\n\nby JANE ROE and ALI NUR\n\n{STORY}", ("Jane Roe", "Ali Nur")),
        (
            f"Gunmen kill two\n\nBy Jane Roe, Ali al-Nur and T. B. Poe\n\n{STORY}",
            ("Jane Roe", "Ali al-Nur", "T. B. Poe"),
        ),
        (f"Gunmen kill two\n\nBy Jane Roe, Staff Writer\n\n{STORY}", ("Jane Roe",)),
        (f"Gunmen kill two\n\nJane Roe in Sel\n\n8 November 2021\n\n{STORY}", ("Jane Roe",)),
        (f"Gunmen kill two\n\nNov 12, 2021 | AIC staff\n\n{STORY}", ("AIC staff",)),
        (f"Gunmen kill two\n\nBy Our Correspondent\n\n{STORY}", ()),
        (f"{STORY}\n\n(Reporting by Jane Roe and Ali Nur; Editing by Tom Poe)", ("Jane Roe", "Ali Nur")),
        (f"{LEAD}\n\nFollow Jane Roe's opinionsFollow\n\n{DENIAL}\n\n{VOTE}", ("Jane Roe",)),
        (f"{STORY}\n\nJane Roe is a fellow at the Sel Institute.", ("Jane Roe",)),
        (STORY, ()),
    ],
)
def test_the_authors_are_who_the_page_says(page: str, authors: tuple[str, ...]) -> None:
    assert one(page).authors == authors


PRINTED = """
Nov 9, 2021
Nov. 9, 2021
November 9, 2021
9 November 2021
2021-11-09
Tue 9 Nov 2021 14.03 GMT
Tuesday, November 9th, 2021 at 5:04 p.m. EST
Published: 2021-11-09T10:00:00Z
9 Nov 20219 Nov 2021
Updated Nov 9, 2021 | AIC staff
Ardan Herald, Nov 9, 2021
NOVEMBER 9, 2021 / 3:04 PM
ARDAN CITY, Nov 9, 2021
Posted on November 9, 2021 by Jane Roe
"""


@pytest.mark.parametrize("line", PRINTED.strip().splitlines())
def test_a_printed_date_is_read_whatever_its_form(line: str) -> None:
    article = one(f"Gunmen kill two soldiers\n\n{line}\n\n{STORY}")

    assert article.published == date(2021, 11, 9)
    assert article.anchor is not None
    assert article.anchor.firm
    assert line in article.anchor.basis


def test_a_bare_date_above_a_page_is_not_firm() -> None:
    article = one(f"Dec 01, 2021\n\n{STORY}")

    assert article.published == date(2021, 12, 1)
    assert article.anchor is not None
    assert not article.anchor.firm
    assert "bare date" in article.anchor.basis


@pytest.mark.parametrize("label", ["Update Dec 1, 2021 | AIC staff", "Published Dec 1, 2021"])
def test_a_date_above_a_page_that_says_what_it_is_is_firm(label: str) -> None:
    anchor = one(f"{label}\n\n{STORY}").anchor

    assert anchor is not None
    assert anchor.firm


@pytest.mark.parametrize("line", ["Nov 32, 2021", "Nov 9, 1521", "Nov 9, 9021", "11/08/2021", "yesterday"])
def test_a_date_that_is_none_is_not_guessed(line: str) -> None:
    article = one(f"Gunmen kill two soldiers\n\n{line}\n\n{STORY}")

    assert (article.published, article.anchor) == (None, None)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("11/25/2021", date(2021, 11, 25)),
        ("25/11/2021", date(2021, 11, 25)),
        ("11/11/2021", date(2021, 11, 11)),
        ("11/08/2021", None),
        ("8 November 2021", date(2021, 11, 8)),
        ("soon", None),
        ("", None),
    ],
)
def test_a_header_date_in_numerals_is_read_only_if_it_can_be_read_in_one_way(
    words: str, day: date | None
) -> None:
    assert one(f"Title: Gunmen kill two\nDate: {words}\n\n{STORY}").published == day


def test_a_date_in_the_address_is_firm() -> None:
    article = one(f"Title: Gunmen kill two\nURL: https://herald.example/2021/11/08/sel\n\n{STORY}")

    assert article.url == "https://herald.example/2021/11/08/sel"
    assert article.anchor is not None
    assert (article.anchor.day, article.anchor.firm) == (date(2021, 11, 8), True)
    assert "in the address" in article.anchor.basis


def test_a_dateline_with_its_year_is_firm() -> None:
    anchor = one(f"SEL, 8 NOV 89 (AFP) -- {STORY}").anchor

    assert anchor is not None
    assert (anchor.day, anchor.firm) == (date(1989, 11, 8), True)


@pytest.mark.parametrize(
    ("page", "genre"),
    [
        (f"Gunmen kill two\n\nBy Jane Roe\n\n{STORY}", "news"),
        (f"Opinion | Who rules Sel?\n\n{STORY}", "opinion"),
        (f"Analysis\n\nWho rules Sel and why it matters\n\n{STORY}", "opinion"),
        (f"Who rules Sel?\n\nBy Jane Roe\n\n{STORY}\n\nI met him in Sel, and he was afraid.", "opinion"),
        (f"Who rules Sel?\n\nBy Jane Roe\n\n{STORY}\n\n“I met him in Sel,” the minister said.", "news"),
        (f"Who rules Sel?\n\nBy Jane Roe\n\n{STORY}\n\nMs. Roe is a fellow at the Sel Institute.", "opinion"),
        (f"Who rules Sel?\n\nBy Jane Roe\n\n{STORY}\n\nJane Roe is a reporter in Sel.", "news"),
    ],
)
def test_opinion_is_told_from_news(page: str, genre: str) -> None:
    assert one(page).genre == genre


@pytest.mark.parametrize(
    "paragraph",
    [
        "By looking beyond the vote in Sel, Ada Roe and Omar Nur are spending for a long contest.",
        "By the end of the month, Ada Roe and Omar Nur had left the town of Sel for good.",
    ],
)
def test_a_sentence_that_begins_with_by_is_no_byline(paragraph: str) -> None:
    page = one(f"Gunmen kill two\n\n{STORY}\n\n{paragraph}\n\n{STORY}")

    assert page.authors == ()


def test_a_last_paragraph_about_others_is_no_bio() -> None:
    told = "Hill Reformers, however, were vague. Ada Roe had not read the plan of the president."

    assert one(f"Gunmen kill two\n\n{STORY}\n\n{told}").authors == ()
    bio = "Ada Roe is based in Sel. She is a reporter for the Ardan Post."
    assert one(f"Gunmen kill two\n\n{STORY}\n\n{bio}").authors == ("Ada Roe",)
