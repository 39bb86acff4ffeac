"""Every line of a page gets the kind that a reader would give it."""

import pytest

from tests.texts.pages import DENIAL, LEAD, STORY, VOTE, kinds, one, shown, words_of


def test_a_plain_report_is_a_headline_and_its_body() -> None:
    article = one(f"Gunmen kill two soldiers\n\n{STORY}")

    assert shown(article) == [
        ("headline", "Gunmen kill two soldiers"),
        ("body", LEAD),
        ("body", DENIAL),
        ("body", VOTE),
    ]


def test_a_full_head_is_told_apart() -> None:
    article = one(
        "The Ardan Herald\n\nGunmen kill two soldiers on the road to Sel\n\n"
        "The Northern Front denies that it took part.\n\nBy Jane Roe and Ali Nur\n\nNov. 8, 2021\n\n"
        f"Soldiers on the road to Sel. (Photo: Tom Poe)\n\n{STORY}"
    )

    assert shown(article)[:7] == [
        ("masthead", "The Ardan Herald"),
        ("headline", "Gunmen kill two soldiers on the road to Sel"),
        ("dek", "The Northern Front denies that it took part."),
        ("byline", "By Jane Roe and Ali Nur"),
        ("publication", "Nov. 8, 2021"),
        ("caption", "Soldiers on the road to Sel. "),
        ("credit", "(Photo: Tom Poe)"),
    ]


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        (f"ARDAN CITY (Herald 24) –\u00a0{LEAD}", "ARDAN CITY (Herald 24) –\u00a0"),
        (f"ARDAN CITY — {LEAD}", "ARDAN CITY — "),
        (f"SEL, Ardan (AP) — {LEAD}", "SEL, Ardan (AP) — "),
        (f"SEL, Ardan, Nov 8 (Reuters) - {LEAD}", "SEL, Ardan, Nov 8 (Reuters) - "),
        (f"Sel [Ardan], November 8 (ANI): {LEAD}", "Sel [Ardan], November 8 (ANI): "),
        (f"SEL, 8 NOV 89 (AFP) -- [TEXT] {LEAD}", "SEL, 8 NOV 89 (AFP) -- [TEXT] "),
    ],
)
def test_a_dateline_is_cut_from_the_first_paragraph(paragraph: str, dateline: str) -> None:
    article = one(f"Gunmen kill two soldiers\n\n{paragraph}\n\n{DENIAL}")

    assert shown(article)[1:3] == [("dateline", dateline), ("body", LEAD)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The Northern Front (NF) – Ardan's largest group – denied on Sunday that it had killed two men.",
        "Ali Nur (63) — the minister's brother — was killed on Sunday when gunmen attacked a checkpoint.",
        "Ardan — which has no army to speak of — sent two men to the town of Sel on Sunday morning.",
    ],
)
def test_a_dash_in_the_first_sentence_makes_no_dateline(paragraph: str) -> None:
    assert kinds(one(f"Gunmen kill two soldiers\n\n{paragraph}\n\n{DENIAL}")) == ["headline", "body", "body"]


@pytest.mark.parametrize(
    "credit",
    [
        "(Photo: AIC/Tom Poe)",
        "(AP Photo/Tom Poe, File)",
        "[File: Tom Poe/AFP]",
        "(Image: Picturestock)",
        "Photograph: Tom Poe/AFP/Getty Images",
        "(Photo:\u00a0 Commons | Licence details).\u00a0",
        "(Reuters)",
    ],
)
def test_a_caption_ends_where_its_credit_begins(credit: str) -> None:
    article = one(f"Gunmen kill two soldiers\n\n{LEAD}\n\nSoldiers near Sel on Sunday. {credit}\n\n{STORY}")

    assert words_of(article, "caption") == ["Soldiers near Sel on Sunday. "]
    assert words_of(article, "credit") == [credit]


@pytest.mark.parametrize("line", ["Image source, Picturestock", "Photo: Tom Poe", "© Tom Poe", "AFP/Tom Poe"])
def test_a_line_that_only_credits_a_picture_is_a_credit(line: str) -> None:
    assert words_of(one(f"Gunmen kill two soldiers\n\n{line}\n\n{STORY}"), "credit") == [line]


def test_a_last_paragraph_that_ends_in_an_agency_is_body() -> None:
    assert kinds(one(f"Gunmen kill two soldiers\n\n{LEAD}\n\n{DENIAL} {VOTE} (ANI)"))[-1] == "body"


def test_a_caption_printed_twice_tells_once() -> None:
    caption = "Soldiers near Sel on Sunday. (Photo: Tom Poe)"
    article = one(f"Gunmen kill two soldiers\n\n{caption}\n{caption}\n\n{STORY}")

    assert kinds(article)[:4] == ["headline", "caption", "credit", "widget"]


def test_a_paragraph_printed_again_as_a_quote_tells_once() -> None:
    assert kinds(one(f"Gunmen kill two soldiers\n\n{STORY}\n\n{LEAD}\n\n{VOTE} It is not sure."))[4:] == [
        "widget",
        "body",
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Read More: Leaders condemn attack in Ardan", "cross-link"),
        ("RELATED: Leaders condemn attack in Ardan", "cross-link"),
        ("CLICK HERE TO READ MORE FROM THE ARDAN HERALD", "cross-link"),
        ("ARDAN VOTE SEES LOW TURNOUT AND MUCH DISTRUST", "cross-link"),
        ("https://herald.example/2021/11/07/sel", "cross-link"),
        ("Follow\u00a0Jane Roe's opinionsFollow", "widget"),
        ("Advertisement", "widget"),
        ("Share this article", "widget"),
        ("Story continues below advertisement", "widget"),
        ("4 min read", "widget"),
        ("Soldiers Under Fire", "subheading"),
        ("What happens next?", "subheading"),
        ("BACKGROUND", "subheading"),
        ("* * *", "menu"),
        ("This article was amended on 9 November 2021.", "menu"),
        ("- two soldiers were killed near Sel", "body"),
        ("“Who did this?” the minister asked.", "body"),
        ("Two men died.", "body"),
        ("(Reporting by Jane Roe; Editing by Tom Poe)", "byline"),
        ("Herald writer Tom Poe in Sel contributed to this report.", "byline"),
    ],
)
def test_a_line_inside_a_story_has_its_kind(line: str, kind: str) -> None:
    article = one(f"Gunmen kill two soldiers\n\n{LEAD}\n\n{line}\n\n{DENIAL}\n\n{VOTE}")

    assert shown(article)[2] == (kind, line)
    assert kinds(article)[3:] == ["body", "body"]


def test_what_stands_in_a_menu_is_no_body() -> None:
    article = one(
        f"Gunmen kill two soldiers\n\n{STORY}\n\nTags: , Sel\n\nRELATED ARTICLES\n\n"
        "Miners in court (Photo: Tom Poe)\n\nMiners freed\n\nMar 28, 2020 | Update\n\n"
        "Four miners were freed by a court.\n\nRECENT POSTS\n\nScreenshot\n\nRain ends\n\nSORT BY TOPICS"
    )

    assert set(kinds(article)[4:]) == {"menu"}
    assert article.published is None


def test_a_story_goes_on_after_a_menu_in_its_middle() -> None:
    article = one(f"Gunmen kill two soldiers\n\n{LEAD}\n\nMost read\n\nRain ends\n\n{DENIAL}\n\n{VOTE}")

    assert kinds(article) == ["headline", "body", "menu", "menu", "body", "body"]


def test_short_lines_below_the_story_are_menu() -> None:
    assert kinds(one(f"Gunmen kill two soldiers\n\n{STORY}\n\nRain ends in Sel\n\nMiners freed"))[-2:] == [
        "menu",
        "menu",
    ]


@pytest.mark.parametrize(
    "bio",
    [
        "Jane Roe is a fellow at the Sel Institute.",
        "Ms. Roe is director of the Center for Ardan Studies and the author of a book on mines.",
        "Jane Roe, a former diplomat, teaches law at Sel University.",
        "The author is a professor of history.",
    ],
)
def test_a_closing_paragraph_on_the_author_is_a_bio(bio: str) -> None:
    article = one(f"Who rules Sel?\n\nBy Jane Roe\n\n{STORY}\n\n{bio}\n\nShe tweets @janeroe.")

    assert kinds(article)[-2:] == ["bio", "bio"]


def test_a_closing_paragraph_on_another_is_body() -> None:
    article = one(f"Who rules Sel?\n\nBy Jane Roe\n\n{STORY}\n\nAli Nur is the director of the mine.")

    assert kinds(article)[-1] == "body"


def test_a_dek_needs_something_that_sets_it_off() -> None:
    short = "The Northern Front denies that it took part."

    assert kinds(one(f"Gunmen kill two\n\n{short}\n\n{STORY}"))[1] == "body"
    assert kinds(one(f"Gunmen kill two\n\n{short}\n\nBy Jane Roe\n\n{STORY}"))[1] == "dek"
    assert kinds(one(f"Gunmen kill two\n\n{short}\n\nSel in May (Photo: Tom Poe)\n\n{STORY}"))[1] == "dek"
    assert kinds(one(f"Gunmen kill two\n\n{short}\n\nSEL (AFP) - {STORY}"))[1] == "dek"


def test_what_a_page_says_above_its_headline_is_masthead() -> None:
    menu = "Home | World | Archive | Give"
    article = one(
        f"We use cookies to make this site work.\n\n{menu}\n\nGunmen kill two\n\nBy Jane Roe\n\n{STORY}"
    )

    assert kinds(article)[:4] == ["menu", "masthead", "headline", "byline"]


def test_a_headline_may_be_a_quotation() -> None:
    assert kinds(one(f"“It was a wedding, no more”\n\nBy Jane Roe\n\n{STORY}"))[0] == "headline"


def test_a_bio_may_be_printed_in_italics() -> None:
    bio = "*Jane Roe, a former diplomat, is a fellow at the Sel Institute.*"

    assert kinds(one(f"# Who rules Sel?\n\nBy Jane Roe\n\n{STORY}\n\n{bio}", "a.md"))[-1] == "bio"


def test_a_page_without_a_headline_has_no_headline_segment() -> None:
    assert kinds(one(f"Dec 01, 2021\n\n{STORY}")) == ["publication", "body", "body", "body"]


def test_a_headline_may_end_in_a_full_stop() -> None:
    assert kinds(one(f"Gunmen Kill Two Soldiers Near Sel.\n\n{STORY}"))[0] == "headline"
    assert kinds(one(f"Gunmen kill two soldiers near Sel.\n\nBy Jane Roe\n\n{STORY}"))[0] == "headline"


def test_a_story_without_full_stops_is_still_a_story() -> None:
    text = (
        "Gunmen kill two\n\nThe army said that two soldiers were killed\n\nThe Front denied that it was there"
    )

    assert kinds(one(text)) == ["headline", "body", "body"]


def test_a_report_in_capitals_is_not_taken_for_links() -> None:
    text = f"{LEAD}\n\n{DENIAL}\n\n   GENERAL COMMAND OF THE FRONT\n\n{VOTE}".upper()

    assert kinds(one(text)) == ["body", "body", "subheading", "body"]


def test_a_wrapped_paragraph_is_one_segment() -> None:
    wrapped = "\n".join(LEAD[i : i + 70] for i in range(0, len(LEAD), 70))
    again = "\n".join(DENIAL[i : i + 70] for i in range(0, len(DENIAL), 70))

    assert [words for _, words in shown(one(f"Gunmen kill two\n\n{wrapped}\n\n{again}"))] == [
        "Gunmen kill two",
        wrapped,
        again,
    ]


def test_every_line_is_in_one_segment_and_offsets_are_those_of_the_file() -> None:
    text = f"\ufeffGunmen kill two\r\n\r\n\u00a0{LEAD}\r\n\r\n\u202e{DENIAL}\u0007\r\n\r\n \r\n{VOTE}\u2029"
    article = one(text)

    spans = [(s.start, s.end) for s in article.segments]
    assert article.text == text
    assert spans == sorted(spans)
    left = "".join(
        text[a:b] for (_, a), (b, _) in zip([(0, 0), *spans], [*spans, (len(text), 0)], strict=True)
    )
    assert left.strip("\ufeff\r\n ") == ""
    assert kinds(article) == ["headline", "body", "body", "body"]
