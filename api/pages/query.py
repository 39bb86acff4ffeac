"""The page of the SPARQL endpoint: a form that works without scripts, and its result as a table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from api.pages.html import Html, fill, join, link, page

if TYPE_CHECKING:
    from api.pool import Reply
    from api.problems import Problem
    from api.service import Settings


def render(
    query: str,
    settings: Settings,
    *,
    reply: Reply | None,
    seconds: float,
    problem: Problem | None,
    shown: int,
) -> str:
    """The form with the query, and below it what came of it."""
    limits = settings.limits
    form = fill(
        _FORM,
        query=query,
        seconds=f"{limits.seconds:g}",
        rows=f"{limits.rows:,}",
        megabytes=limits.bytes // 1_000_000,
    )
    result = Html("")
    if problem is not None:
        result = _problem(problem)
    elif reply is not None:
        result = _result(reply, seconds, settings.base_iri, shown)
    return page("SPARQL", join([form, result]))


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


def _result(reply: Reply, seconds: float, base: str, shown: int) -> Html:
    count = "1 row" if reply.rows == 1 else f"{reply.rows:,} rows"
    if reply.form == "ttl":
        count = count.replace("row", "triple")
    note = fill("<p class=meta>{count} in {time:.2f} s</p>", count=count, time=seconds)
    if reply.cut is not None:
        note = fill(
            "{note}<p class=error>The result was cut here: this page shows at most {shown:,} rows. Take it "
            "as CSV or "
            'JSON for more, or <a href="/problems/result-cut">ask for less</a>.</p>',
            note=note,
            shown=shown,
        )
    text = reply.body.decode()
    body = fill("<pre>{text}</pre>", text=text) if reply.form == "ttl" else _table(json.loads(text), base)
    return fill("<section id=result><h2>Result</h2>{note}{body}</section>", note=note, body=body)


def _table(result: Mapping[str, Any], base: str) -> Html:
    if "boolean" in result:
        return fill("<p><strong>{answer}</strong></p>", answer="true" if result["boolean"] else "false")
    names = result["head"]["vars"]
    rows = result["results"]["bindings"]
    head = join(fill("<th scope=col>{name}</th>", name=name) for name in names)
    lines = [
        fill(
            "<tr>{cells}</tr>",
            cells=join(fill("<td>{cell}</td>", cell=_cell(row.get(name), base)) for name in names),
        )
        for row in rows
    ]
    return fill(
        "<div class=scroll tabindex=0 role=region aria-label=Result><table><thead><tr>{head}</tr></thead>"
        "<tbody>{lines}</tbody></table></div>",
        head=head,
        lines=join(lines),
    )


def _cell(term: Mapping[str, Any] | None, base: str) -> Html:
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
    if iri.startswith(base + "id/") and "#" not in iri:
        return link("/page/" + iri.removeprefix(base + "id/"), iri.removeprefix(base + "id/"))
    if iri.startswith(base):
        return fill("{name}", name=iri.removeprefix(base))
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
