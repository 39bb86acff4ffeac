"""The REST lookups answer what the graph holds, in pages, with errors that say what to do."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from api.lookups.actors import fold

API = "/api/v1"


def get(client: httpx.Client, path: str, **parameters: str) -> Any:
    response = client.get(API + path, params=parameters)
    assert response.status_code == 200, response.text
    return response.json()


@pytest.mark.parametrize(
    ("sought", "how", "matched"),
    [
        ("Ṭāriq al-Nūr", "exact", "Ṭāriq al-Nūr"),
        ("TARIQ NUR", "exact", "Ṭāriq al-Nūr"),
        ("tariq", "prefix", "Ṭāriq al-Nūr"),
        ("al-nur", "word", "Ṭāriq al-Nūr"),
        ("ariq", "substring", "Ṭāriq al-Nūr"),
        ("president nur", "prefix", "President Nur <b>"),
    ],
)
def test_an_actor_is_found_by_any_spelling(client: httpx.Client, sought: str, how: str, matched: str) -> None:
    (hit,) = get(client, "/actors", q=sought)["items"]

    assert (hit["actor"]["id"], hit["how"], hit["matched"]) == ("tariq-al-nur", how, matched)


def test_the_closest_name_comes_first(client: httpx.Client) -> None:
    hits = get(client, "/actors", q="e")["items"]

    assert [hit["actor"]["id"] for hit in hits][:1] == ["ember-gazette"]
    assert len(hits) > 2


def test_a_type_finds_its_sub_types(client: httpx.Client) -> None:
    assert [hit["actor"]["id"] for hit in get(client, "/actors", type="ArmedGroup")["items"]] == [
        "northern-brigade"
    ]
    assert get(client, "/actors", type="Militia")["items"][0]["types"][0]["name"] == "Militia"


def test_particles_do_not_count_unless_they_are_all_there_is() -> None:
    assert fold("al-Nūr") == fold("el Nur") == fold("NUR") == "nur"
    assert fold("Al") == "al"


def test_an_actor_has_names_with_counts_roles_and_relations(client: httpx.Client) -> None:
    actor = get(client, "/actors/tariq-al-nur")

    assert [(name["name"], name["preferred"], name["mentions"]) for name in actor["names"]] == [
        ("Ṭāriq al-Nūr", True, 0),
        ("Tariq Nur", False, 1),
        ("President Nur <b>", False, 0),
    ]
    (role,) = actor["roles"]
    assert (role["type"]["name"], role["start"], role["precision"]) == ("Tenure", "2030-01-01", "year")
    assert {part["role"]["name"]: part["filler"]["id"] for part in role["parts"]} == {
        "holder": "tariq-al-nur",
        "post": "president-of-valdara",
    }
    (fact,) = actor["relations"]
    assert (fact["predicate"]["label"], fact["object"]["label"]) == ("holds post", "President of Valdara")
    assert (fact["independent_sources"], fact["proposition"]) == (1, "post")
    assert (actor["claims_about"], actor["claims_by"]) == (1, 1)


def test_a_suspicion_leads_to_the_proposition_that_names_the_agent(client: httpx.Client) -> None:
    (fact,) = get(client, "/actors/northern-brigade")["relations"]

    assert (fact["predicate"]["name"], fact["proposition"]) == ("suspectedAgent", "agent")


def test_a_claim_gives_the_whole_way_to_the_sentence(client: httpx.Client) -> None:
    claim = get(client, "/claims/wire-7-b1")

    assert claim["quote"] == "The Brigade fired <b>"
    assert (claim["start"], claim["end"], claim["text_sha256"]) == (0, 21, "00bb")
    assert [
        (level["depth"], level["speaker"]["id"], level["cue"], level["quotation"]) for level in claim["chain"]
    ] == [
        (0, "valdara-wire", None, None),
        (1, "tariq-al-nur", "said", "direct"),
    ]
    assert (claim["modality"], claim["polarity"], claim["certainty"]) == ("alleged", "affirmed", "probable")
    assert (claim["proposition"]["status"], claim["proposition"]["independent_sources"]) == ("attributed", 1)
    assert (claim["article"]["id"], claim["article"]["date"]) == ("wire-7", "2031-05-04")


def test_a_claim_knows_what_contradicts_it(client: httpx.Client) -> None:
    (conflict,) = get(client, "/claims/gazette-1-a1")["conflicts"]

    assert (conflict["kind"], conflict["resolved"]) == ("value-conflict", False)
    assert [each["value"] for each in conflict["propositions"]] == [3, 5]


def test_a_quote_stands_in_its_context(client: httpx.Client) -> None:
    context = get(client, "/claims/gazette-1-a1")["context"]

    assert (context["before"], context["quote"]) == ("Officials ", "five people lost their li")
    assert (context["after"], context["whole"]) == ("ves.", False)


def test_an_event_has_facts_and_claims(client: httpx.Client) -> None:
    (event,) = get(client, "/events")["items"]
    detail = get(client, f"/events/{event['id']}")

    assert (event["start"], [each["name"] for each in event["types"]]) == ("2031-05-02", ["ArmedClash"])
    assert [claim["id"] for claim in detail["claims"]] == ["gazette-1-a1", "wire-7-b1", "wire-7-b2"]
    assert {fact["predicate"]["name"] for fact in detail["facts"]} == {"place", "startDate", "suspectedAgent"}
    assert len(detail["conflicts"]) == 1


def test_sources_come_by_date_with_their_claims(client: httpx.Client) -> None:
    assert [(each["id"], each["claims"]) for each in get(client, "/sources")["items"]] == [
        ("gazette-1", 1),
        ("wire-7", 3),
    ]
    assert [each["id"] for each in get(client, "/sources/wire-7")["claim_list"]] == [
        "wire-7-b1",
        "wire-7-b2",
        "wire-7-b3",
    ]


@pytest.mark.parametrize("path", ["/actors", "/sources", "/actors/tariq-al-nur/claims"])
def test_pages_follow_one_another_without_gap_or_repeat(client: httpx.Client, path: str) -> None:
    whole = get(client, path)
    url, seen = f"{API}{path}?limit=1", []
    for _ in range(whole["total"]):
        response = client.get(url)
        seen += response.json()["items"]
        following = response.json()["next"]
        assert following == (response.links["next"]["url"] if "next" in response.links else None)
        url = following

    assert seen == whole["items"]
    assert url is None


PROBLEMS = [
    ("/actors/nobody", {}, 404, "not-found"),
    ("/actors/%00%22%3E", {}, 404, "not-found"),
    ("/claims/nothing", {}, 404, "not-found"),
    ("/sources/nothing", {}, 404, "not-found"),
    ("/events/tariq-al-nur", {}, 404, "not-found"),
    ("/nothing", {}, 404, "not-found"),
    ("/actors", {"query": "x"}, 400, "unknown-parameter"),
    ("/healthz", {"x": "1"}, 400, "unknown-parameter"),
    ("/actors", {"cursor": "!!"}, 400, "bad-cursor"),
    ("/actors", {"cursor": "YWZ0ZXI6bm9ib2R5"}, 404, "stale-cursor"),
    ("/actors", {"limit": "0"}, 422, "bad-parameter"),
    ("/actors", {"limit": "many"}, 422, "bad-parameter"),
    ("/actors", {"type": "Unicorn"}, 422, "bad-parameter"),
    ("/actors/tariq-al-nur/claims", {"role": "near"}, 422, "bad-parameter"),
]


@pytest.mark.parametrize(("path", "parameters", "status", "kind"), PROBLEMS)
def test_errors_are_problems(
    client: httpx.Client, path: str, parameters: dict[str, str], status: int, kind: str
) -> None:
    response = client.get(API + path, params=parameters)

    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert response.json()["type"] == f"/problems/{kind}"


def test_an_unknown_parameter_is_told_the_known_ones(client: httpx.Client) -> None:
    problem = client.get(API + "/actors", params={"name": "x"}).json()

    assert problem["known"] == ["as_of", "cursor", "known_at", "limit", "q", "type"]
    assert problem["unknown"] == ["name"]


def test_a_parameter_given_twice_is_refused(client: httpx.Client) -> None:
    assert client.get(API + "/actors?q=a&q=b").status_code == 400


def test_the_wrong_method_is_told_the_right_ones(client: httpx.Client) -> None:
    response = client.post(API + "/actors")

    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


def test_a_known_build_is_not_sent_again(client: httpx.Client) -> None:
    first = client.get(API + "/actors")
    tag = first.headers["etag"]
    again = client.get(API + "/actors", headers={"If-None-Match": f'"other", W/{tag}'})

    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(API + "/sources").headers["etag"] != tag
    assert "etag" not in client.get(API + "/actors/nobody").headers


@pytest.mark.parametrize(
    "path", ["/", "/api/v1/actors", "/sparql", "/nothing", "/page/actor/evil", "/openapi.json"]
)
def test_every_response_has_the_security_headers(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert "set-cookie" not in headers
    assert "server" not in headers or "uvicorn" in headers["server"]


def test_head_sends_no_body(client: httpx.Client) -> None:
    response = client.head(API + "/actors")

    assert (response.status_code, response.content) == (200, b"")


def test_the_openapi_document_describes_every_lookup(client: httpx.Client) -> None:
    document = client.get("/openapi.json").json()

    paths = {path for path in document["paths"] if path.startswith(API)}
    assert len(paths) == 11
    for path in paths:
        answers = document["paths"][path]["get"]["responses"]
        assert answers["200"]["content"]["application/json"]["schema"]
        assert "application/problem+json" in answers["400"]["content"]
