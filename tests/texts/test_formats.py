"""Each format of file gives the same articles."""

import json
from datetime import date
from pathlib import Path

import pytest

from graph.texts import articles, read
from graph.texts.identity import article_id
from tests.texts.pages import DENIAL, LEAD, STORY, kinds, one, shown, words_of

HEADER = """Title: Gunmen kill two
Source: Ardan Herald
Author: By Jane Roe and Ali Nur
Date: 8 November 2021
URL: https://herald.example/sel

"""
FIELDS = {
    "title": "Gunmen kill two",
    "source": "Ardan Herald",
    "author": "Jane Roe and Ali Nur",
    "date": "2021-11-08T09:30:00Z",
    "url": "https://herald.example/sel",
    "text": STORY,
}
HTML = f"""<!DOCTYPE html><html><head><title>Gunmen kill two - Herald</title>
<meta property="og:title" content="Gunmen kill two"><meta property="og:site_name" content="Ardan Herald">
<meta name="author" content="Jane Roe, Ali Nur">
<meta property="article:published_time" content="2021-11-08T09:30:00Z">
<link rel="canonical" href="https://herald.example/sel"><style>p {{}}</style></head>
<body><nav><ul><li>Home</li></ul></nav><header><h1>Gunmen kill&nbsp;two</h1></header>
<script>var x = "<p>no</p>";</script>
<figure><img src="a.png"><figcaption>Sel in May (Photo: Tom Poe)</figcaption></figure>
<p>{LEAD.replace(" soldiers", " <b>sol</b>diers")}</p>
<aside>Most read: rain</aside><h2>What it said</h2>
<p>{DENIAL} R&amp;D &lt;not&gt;<br>A second line was said.</p>
<form>Sign up</form><footer>Copyright</footer></body></html>"""


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a.txt", HEADER + STORY),
        ("a.md", "---\n" + HEADER.rstrip() + "\n---\n\n" + STORY),
        ("a.json", json.dumps(FIELDS)),
        ("a.json", json.dumps({"articles": [FIELDS]})),
        ("a.json", json.dumps(FIELDS | {"author": ["Jane Roe", "Ali Nur"]})),
        ("a.jsonl", json.dumps(FIELDS) + "\n\n"),
        ("a.html", HTML),
        ("A.HTM", HTML),
    ],
)
def test_the_fields_of_every_format_mean_the_same(source: str, text: str) -> None:
    article = one(text, source)

    assert (article.title, article.publisher) == ("Gunmen kill two", "Ardan Herald")
    assert article.authors == ("Jane Roe", "Ali Nur")
    assert article.published == date(2021, 11, 8)
    assert article.url == "https://herald.example/sel"
    assert article.anchor is not None
    assert article.anchor.firm
    assert LEAD in words_of(article, "body")


def test_a_text_file_is_kept_to_the_letter(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"\ufeffGunmen kill two\r\n\r\n{STORY}\r\n".encode())
    (article,) = read(path)

    assert article.text.startswith("\ufeffGunmen")
    assert article.text.count("\r\n") == 3
    assert shown(article)[0] == ("headline", "Gunmen kill two")


def test_html_gives_plain_paragraphs_without_menus() -> None:
    article = one(HTML, "a.html")

    assert article.text == (
        f"Gunmen kill\u00a0two\n\nSel in May (Photo: Tom Poe)\n\n{LEAD}\n\nWhat it said\n\n"
        f"{DENIAL} R&D <not>\n\nA second line was said."
    )
    assert kinds(article) == ["headline", "caption", "credit", "body", "subheading", "body", "body"]


def test_html_that_is_broken_is_still_read() -> None:
    article = one(f"<p>{LEAD}</div></nav><p>{DENIAL}<b></i><nav><p>Home", "a.html")

    assert words_of(article, "body") == [LEAD, DENIAL]


def test_linked_data_in_html_gives_outlet_and_day() -> None:
    data = {
        "@type": "NewsArticle",
        "headline": "x",
        "datePublished": "2021-11-08",
        "author": [{"name": "Jane Roe"}],
        "publisher": {"name": "Ardan Herald"},
    }
    page = (
        f'<script type="application/ld+json">{json.dumps(data)}</script><h1>Gunmen kill two</h1><p>{LEAD}</p>'
    )
    article = one(page, "a.html")

    assert (article.publisher, article.authors) == ("Ardan Herald", ("Jane Roe",))
    assert article.published == date(2021, 11, 8)


@pytest.mark.parametrize("depth", [50, 900, 950, 980, 100_000])
@pytest.mark.parametrize(("opened", "closed"), [("[", "]"), ('{"name":', "}")])
def test_linked_data_of_any_depth_does_not_keep_a_page_out(depth: int, opened: str, closed: str) -> None:
    data = f'{{"headline": "x", "author": {opened * depth}"Jane Roe"{closed * depth}}}'
    article = one(
        f'<script type="application/ld+json">{data}</script><h1>Gunmen kill two</h1><p>{LEAD}</p>', "a.html"
    )

    assert article.authors == ()


def test_the_name_of_an_html_page_gives_its_outlet() -> None:
    article = one(
        f"<title>Gunmen kill two - The Ardan Herald</title><h1>Gunmen kill two</h1><p>{LEAD}", "a.html"
    )

    assert (article.title, article.publisher) == ("Gunmen kill two", "The Ardan Herald")


def test_the_marks_of_markdown_headings_are_left_out() -> None:
    article = one(f"# Gunmen kill two\n\n{LEAD}\n\n## What it said\n\n{DENIAL}", "a.md")

    assert shown(article) == [
        ("headline", "Gunmen kill two"),
        ("body", LEAD),
        ("subheading", "What it said"),
        ("body", DENIAL),
    ]


def test_json_lines_give_an_article_each() -> None:
    lines = "\n".join(json.dumps({"text": text}) for text in (LEAD, DENIAL))
    found = articles("a.jsonl", lines)

    assert [a.text for a in found] == [LEAD, DENIAL]
    assert len({a.id for a in found}) == 2


@pytest.mark.parametrize(
    ("source", "start"),
    [
        ("Gunmen kill two!.txt", "gunmen-kill-two-"),
        ("Ünïcode Straße.txt", "unicode-strae-"),
        ("новости.txt", "text-"),
        ("x" * 60 + ".txt", "x" * 40 + "-"),
        ("report-20211108.txt", "report-20211108-"),
        ("7_993a4590bae109f1.txt", "7-993a4590bae109f1"),
    ],
)
def test_an_id_is_a_slug_of_the_name_and_a_hash_of_the_text(source: str, start: str) -> None:
    found = article_id(source, STORY)

    assert found.startswith(start)
    assert found == article_id(source, STORY)
    assert found.isascii()
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    hashed = start.endswith("f1")
    assert (article_id(source, LEAD) == found) is hashed


def test_the_same_file_gives_the_same_articles() -> None:
    assert articles("a.txt", HEADER + STORY) == articles("a.txt", HEADER + STORY)
