"""The graph of a day over HTTP: the answers are those of the command line, and only days are taken for days."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.app import create_app
from api.days import Days
from api.lookups import articles
from api.problems import Problem
from api.store import Reader
from api.view import Pointer
from graph import pipeline
from graph.clocks import Clocks
from graph.home import Home
from graph.settings import Settings
from graph.terminal import silent
from tests.api.conftest import serving
from tests.tiny import Tiny

TEXTS = {
    "first.txt": "Title: First\nSource: The Post\nDate: 2031-03-04\n\n"
    "Ali Nur leads the Northern Brigade. 7 people died in the attack on the Coast Guard on 2031-03-01.\n",
    "second.txt": "Title: Second\nSource: The Herald\nDate: 2031-03-09\n\nAbu Salim leads the Southern Brigade.\n",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("days")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    paths, settings = [folder / name for name in TEXTS], Settings(judgements=folder / "judgements.jsonl")
    pipeline.build(paths, Home(folder / "home"), Tiny(), settings, silent)
    return folder / "home"


@pytest.fixture(scope="module")
def client(home: Path) -> Iterator[httpx.Client]:
    app = create_app(Pointer(home), days=Days(home))
    with serving(app) as address, httpx.Client(base_url=f"{address}/api/v1", timeout=60) as client:
        yield client


def get(client: httpx.Client, path: str, **days: str) -> Any:
    response = client.get(path, params=days)
    assert response.status_code == 200, response.text
    return response.json()


def test_what_was_published_later_is_not_known(client: httpx.Client) -> None:
    early, late = ({"known_at": day} for day in ("2031-03-08", "2031-03-09"))

    assert [each["title"] for each in get(client, "/sources", **early)["items"]] == ["First"]
    assert get(client, "/actors", q="Abu Salim", **early)["items"] == []
    assert client.get("/actors/abu-salim", params=early).status_code == 404
    assert get(client, "/actors/abu-salim", **late)["roles"][0]["type"]["name"] == "Leadership"


def test_all_that_is_known_at_last_is_what_is_served_without_a_day(client: httpx.Client) -> None:
    paths = ("/actors", "/actors/ali-nur", "/actors/ali-nur/claims", "/conflicts", "/events", "/sources")

    assert [get(client, path, known_at="2031-03-09") for path in paths] == [
        get(client, path) for path in paths
    ]


def test_nothing_is_accepted_of_an_event_of_later_days(client: httpx.Client) -> None:
    (event,) = get(client, "/events")["items"]
    before, after = (get(client, f"/events/{event['id']}", as_of=f"2031-03-0{day}") for day in (1, 2))
    earlier = get(client, f"/events/{event['id']}", as_of="2031-02-28")

    assert {each["predicate"]["name"] for each in after["facts"]} >= {"target"}
    assert before["facts"] == after["facts"]
    assert earlier["facts"] == []
    assert earlier["claims"] == after["claims"]


def test_each_day_has_a_tag_of_its_own_and_a_next_page_of_the_same_day(client: httpx.Client) -> None:
    asked = [{}, {"known_at": "2031-03-08"}, {"known_at": "2031-03-09"}]
    tags = {client.get("/actors", params=days).headers["etag"] for days in asked}

    assert len(tags) == 3
    assert "known_at=2031-03-08" in get(client, "/actors", limit="1", known_at="2031-03-08")["next"]


@pytest.mark.parametrize(
    "day", ["", "yesterday", "2031-3-4", "20310304", "2031-02-30", "1930435200", "2031-03-04T00:00"]
)
@pytest.mark.parametrize("name", ["as_of", "known_at"])
def test_what_is_no_day_is_a_problem(client: httpx.Client, name: str, day: str) -> None:
    response = client.get("/actors", params={name: day})

    assert (response.status_code, response.headers["content-type"]) == (422, "application/problem+json")
    assert (response.json()["type"], name in response.json()["detail"]) == ("/problems/bad-parameter", True)


@pytest.mark.parametrize("path", ["/sources", "/conflicts", "/events", "/claims/x", "/actors/ali-nur/claims"])
def test_lists_of_what_was_said_take_no_day_of_the_world(client: httpx.Client, path: str) -> None:
    response = client.get(path, params={"as_of": "2031-03-04"})

    assert (response.status_code, response.json()["unknown"]) == (400, ["as_of"])


def test_a_home_built_anew_gives_no_day_of_the_view_before(home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "home"
    shutil.copytree(home, copy)
    view = Pointer(copy)()
    settings = Settings(home=copy, judgements=tmp_path / "judgements.jsonl")
    pipeline.withdraw(["second.txt"], Home(copy), Tiny(), settings, silent)

    with pytest.raises(Problem, match="built anew"):
        Days(copy)(view, Clocks(known_at=date(2031, 3, 9)))


def test_a_former_version_says_what_counts_instead(home: Path, tmp_path: Path) -> None:
    copy, text = tmp_path / "home", tmp_path / "first.txt"
    shutil.copytree(home, copy)
    text.write_text(TEXTS["first.txt"].replace("7 people", "9 people"), encoding="utf-8")
    pipeline.add([text], Home(copy), Tiny(), Settings(judgements=tmp_path / "judgements.jsonl"), silent)
    found = articles.all_of(Reader(Pointer(copy)(), Settings().base_iri))
    former, later = sorted((each for each in found if each.title == "First"), key=lambda each: each.claims)

    assert (former.superseded_by, later.superseded_by) == (later.id, None)
    assert (former.claims, later.claims) == (0, 3)


def test_a_day_that_takes_too_long_is_given_up(home: Path) -> None:
    with pytest.raises(Problem) as raised:
        Days(home, seconds=0.01)(Pointer(home)(), Clocks(known_at=date(2031, 3, 9)))

    assert raised.value.kind == "deadline-passed"


def test_a_server_without_a_home_says_that_it_knows_no_days(home: Path) -> None:
    with serving(create_app(Pointer(home))) as address:
        response = httpx.get(f"{address}/api/v1/actors", params={"known_at": "2031-03-09"})

    assert (response.status_code, response.json()["type"]) == (501, "/problems/no-days")
