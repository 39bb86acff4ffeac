"""`Accept` is read as RFC 9110 says."""

from __future__ import annotations

import pytest

from api.negotiate import best

JSON, XML, TURTLE, HTML = "application/json", "application/xml", "text/turtle", "text/html"
OFFERS = (JSON, XML, TURTLE, HTML)
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"

CASES = [
    (None, JSON),
    ("", JSON),
    ("*/*", JSON),
    ("text/*", TURTLE),
    ("TEXT/Turtle", TURTLE),
    ("text/turtle;q=0.2, application/xml;q=0.3", XML),
    ("text/turtle, application/json", JSON),
    ("text/*;q=0.9, text/turtle;q=0.1, */*;q=0.5", HTML),
    ("*/*, application/json;q=0", XML),
    ("application/json;q=0", None),
    ("image/png", None),
    ("image/png, */*;q=0.01", JSON),
    (BROWSER, HTML),
    ("text/turtle;charset=utf-8", None),
    ("text/turtle;q=0.5;ext=1", TURTLE),
    ("text/turtle;q=2, application/xml;q=0.1", XML),
    ("nonsense, text/html", HTML),
    ("*/html, text/turtle", TURTLE),
    ('text/html;x="a,b", application/xml;q=0.1', XML),
    ("text/turtle; q=0.000, */*;q=0.001", JSON),
]


@pytest.mark.parametrize(("accept", "chosen"), CASES)
def test_the_client_gets_what_it_likes_most(accept: str | None, chosen: str | None) -> None:
    assert best(accept, OFFERS) == chosen
