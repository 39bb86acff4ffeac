"""The page of the SPARQL endpoint: a form that works without scripts, and its result as a table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

import pyoxigraph as ox

from api.lookups.examples import Example, examples
from api.lookups.words import labels, page_of
from api.pages.html import Html, fill, join, link, page
from api.store import Reader

if TYPE_CHECKING:
    from api.problems import Problem
    from api.workers.limits import Limits


class Result(NamedTuple):
    """An answer for the page: a table in JSON or triples in Turtle."""

    kind: str
    rows: int
    cut: str | None
    body: bytes
    seconds: float
    shown: int
    """So many rows a page shows at most."""


def render(
    reader: Reader, limits: Limits, query: str | None, result: Result | None, problem: Problem | None
) -> str:
    """The form with the query, or with the first of the examples, and below it what came of it."""
    offered = examples(reader)
    form = fill(
        _FORM,
        query=query if query is not None else offered[0].query if offered else "",
        seconds=f"{limits.seconds:g}",
        rows=f"{limits.rows:,}",
        megabytes=f"{limits.bytes / 1_000_000:g}",
    )
    below = Html("")
    if problem is not None:
        below = _problem(problem)
    elif result is not None:
        below = _result(result, reader)
    return page("SPARQL", join([form, below, _examples(offered)]))


def _examples(offered: list[Example]) -> Html:
    if not offered:
        return Html("")
    lines = [
        fill("<li>{link}</li>", link=link("/sparql?query=" + quote(each.query, safe=""), each.question))
        for each in offered
    ]
    return fill("<section id=examples><h2>Examples</h2><ul>{lines}</ul></section>", lines=join(lines))


def _problem(problem: Problem) -> Html:
    caret = problem.more.get("caret")
    shown = fill("<pre class=caret>{caret}</pre>", caret=caret) if caret else Html("")
    return fill(
        "<section class=error id=result><h2>No result</h2><p>{detail}</p>{shown}"
        '<p><a href="/problems/{kind}">What '
        "does this mean?</a></p></section>",
        detail=problem.detail,
        shown=shown,
        kind=problem.kind,
    )


def _result(result: Result, reader: Reader) -> Html:
    noun = "triple" if result.kind == "triples" else "row"
    note = fill(
        "<p class=meta>{count:,} {noun} in {time:.2f} s</p>",
        count=result.rows,
        noun=noun if result.rows == 1 else noun + "s",
        time=result.seconds,
    )
    if result.cut is not None:
        note = fill(
            "{note}<p class=error>The result was cut here, at the most {what} that this page shows. Take it as CSV "
            'or JSON for more, or <a href="/problems/result-cut">ask for less</a>.</p>',
            note=note,
            what=f"{result.shown:,} {noun}s" if result.cut == "rows" else "bytes",
        )
    text = result.body.decode()
    body = fill("<pre>{text}</pre>", text=text) if noun == "triple" else _table(json.loads(text), reader)
    return fill("<section id=result><h2>Result</h2>{note}{body}</section>", note=note, body=body)


def _table(result: Mapping[str, Any], reader: Reader) -> Html:
    if "boolean" in result:
        return fill("<p><strong>{answer}</strong></p>", answer="true" if result["boolean"] else "false")
    names = result["head"]["vars"]
    rows = result["results"]["bindings"]
    called = labels(reader, [ox.NamedNode(iri) for row in rows for iri in _ours(row, reader.base)])
    head = join(fill("<th scope=col>{name}</th>", name=name) for name in names)
    lines = [
        fill(
            "<tr>{cells}</tr>",
            cells=join(fill("<td>{cell}</td>", cell=_cell(row.get(name), reader, called)) for name in names),
        )
        for row in rows
    ]
    return fill(
        "<div class=scroll tabindex=0 role=region aria-label=Result><table><thead><tr>{head}</tr></thead>"
        "<tbody>{lines}</tbody></table></div>",
        head=head,
        lines=join(lines),
    )


def _ours(row: Mapping[str, Any], base: str) -> Iterator[str]:
    """The IRIs in a row that the graph itself may have a label for."""
    for term in row.values():
        if term["type"] == "uri" and term["value"].startswith(base):
            yield term["value"]


def _cell(term: Mapping[str, Any] | None, reader: Reader, called: Mapping[str, str]) -> Html:
    if term is None:
        return fill("<span class=quiet>–</span>")
    if term["type"] == "triple":
        return fill("{text}", text=json.dumps(term["value"], ensure_ascii=False))
    if term["type"] != "uri":
        language = term.get("xml:lang")
        return (
            fill("{value} <span class=quiet>@{l}</span>", value=term["value"], l=language)
            if language
            else fill("{v}", v=term["value"])
        )
    iri: str = term["value"]
    if iri.startswith(reader.base):
        return link(
            page_of(reader, iri), called.get(iri) or iri.removeprefix(reader.base).removeprefix("id/")
        )
    return link(iri, iri, rel="noopener noreferrer nofollow")


_FORM = """<form action="/sparql" method=get>
<label for=query class=meta>A SPARQL 1.1 query; the default graph is the union of all graphs</label>
<textarea id=query name=query spellcheck=false>{query}</textarea>
<div class=row><button>Run</button>
<label>Result as <select name=format><option value="">a table here<option value=csv>CSV<option value=tsv>TSV
<option value=json>JSON<option value=xml>XML<option value=ttl>Turtle (CONSTRUCT)</select></label></div>
<p class=meta>A query may take {seconds} s and return {rows} rows or {megabytes} MB. SERVICE and updates
are refused.</p>
</form>
"""
