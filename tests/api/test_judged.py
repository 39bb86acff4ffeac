"""What a judgement does, as it is seen over HTTP: from two texts and a line to the answers."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from api.app import create_app
from api.view import View
from graph import pipeline
from graph.home import Home
from graph.iris import Iris
from graph.judgements.desk import Desk, Judge
from graph.judgements.readings import ClaimDesk
from graph.settings import Settings
from graph.terminal import silent
from tests.api.conftest import serving
from tests.tiny import Tiny

HEAD = "Title: {}\nSource: The Post\nDate: 2031-03-04\n\n"
TEXTS = {
    "one.txt": HEAD.format("One") + "Ali Nur leads the Northern Brigade.\n",
    "two.txt": HEAD.format("Two") + "Abu Salim leads the Northern Brigade.\n",
}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of a server whose graph was built after Abu Salim was judged to be Ali Nur."""
    folder = tmp_path_factory.mktemp("judged")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    texts, home = [folder / name for name in TEXTS], Home(folder / "home")
    settings = Settings(judgements=folder / "judgements.jsonl")
    pipeline.build(texts, home, Tiny(), settings, silent)
    extractions = [kept.extraction for kept in home.kept()]
    desk = Desk(pipeline.known(home)[0], extractions, settings.judgements, Iris())
    who = Judge("R. Sabel", "2031-03-05T10:00:00Z")
    desk.write(desk.pair("same", desk.find("ali-nur"), desk.find("abu-salim"), "his nom de guerre", who))
    claims = ClaimDesk(desk, *pipeline.known(home))
    (doubtful,) = [each for each in claims.doubtful() if each.claim.article.startswith("two")]
    desk.write(claims.judge("reject", doubtful, "it is a joke", who))
    pipeline.build(texts, home, Tiny(), settings, silent)
    manifest = home.built()
    app = create_app(View(home.folder / manifest.view, manifest.digest))
    with serving(app) as address, httpx.Client(base_url=address, timeout=20) as client:
        yield client


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/id/actor/abu-salim", "/id/actor/ali-nur"),
        ("/api/v1/actors/abu-salim", "/api/v1/actors/ali-nur"),
    ],
)
def test_the_iri_of_a_merged_actor_leads_to_the_other(client: httpx.Client, old: str, new: str) -> None:
    response = client.get(old)

    assert (response.status_code, response.headers["location"]) == (308, new)
    assert client.get(old, follow_redirects=True, headers={"Accept": "application/json"}).status_code == 200


def test_the_data_of_a_merged_actor_say_what_replaced_it(client: httpx.Client) -> None:
    said = client.get("/data/actor/abu-salim.nt").text

    assert "isReplacedBy> <https://w3id.org/dramatis/id/actor/ali-nur>" in said
    assert 'deprecated> "true"' in said


def test_a_search_finds_the_one_who_is_left_by_the_other_name(client: httpx.Client) -> None:
    (hit,) = client.get("/api/v1/actors", params={"q": "Abu Salim"}).json()["items"]

    assert (hit["actor"]["id"], hit["matched"]) == ("ali-nur", "Abu Salim")


def test_an_actor_says_why_each_name_is_his(client: httpx.Client) -> None:
    why = client.get("/api/v1/actors/ali-nur").json()["why"]

    assert [each["name"] for each in why["names"]] == ["Ali Nur", "Abu Salim"]
    (use,) = why["names"][1]["uses"]
    assert TEXTS["two.txt"][use["start"] : use["end"]] == use["quote"] == "Abu Salim"
    assert use["page"] == f"/page/doc/{use['article']}"
    assert why["reasons"] == ["judged the same by R. Sabel on 2031-03-05: his nom de guerre"]


def test_a_rejected_claim_states_nothing_but_can_be_looked_up(client: httpx.Client) -> None:
    (claim,) = client.get("/api/v1/actors/ali-nur/claims", params={"role": "about"}).json()["items"]
    assert claim["review"] is None

    (other,) = client.get(f"/api/v1/claims/{claim['id']}").json()["same_proposition"]

    assert other["review"] == {
        "verdict": "rejected",
        "said": "rejected by R. Sabel on 2031-03-05: it is a joke",
    }
    detail = client.get(f"/api/v1/claims/{other['id']}").json()
    assert (detail["statement"], detail["proposition"]["independent_sources"]) == (claim["statement"], 1)
    assert "rejected" in client.get(f"/page/claim/{other['id']}").text
