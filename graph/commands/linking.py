"""What the command `link` does: the graph made anew with links to reference files, and those links told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import terminal
from graph.commands.call import Call
from graph.commands.making import make
from graph.errors import UsageError

if TYPE_CHECKING:  # the pipeline takes a second to load
    from graph.home import Home
    from graph.pipeline import Plan


def link(call: Call) -> int:
    """Match the actors and places of the graph against reference files, and write the links into it."""
    from graph import pipeline
    from graph.codec import encode

    if not call.settings.authority:
        raise UsageError(
            "No reference file is named; name one with --authority, or in dramatis.toml, "
            "so that every later build links to it too"
        )
    return make(
        call, pipeline.plan_replay, _told, lambda plan: [encode(each) for each in plan.manifest.links]
    )


def _told(_: Home, plan: Plan) -> list[str]:
    """The links as a table: who, how, which entry, how sure, and why."""
    links = plan.manifest.links
    rows = [[each.entity, each.match, each.entry, f"{each.score:.2f}", each.why] for each in links]
    counts = {match: sum(each.match == match for each in links) for match in ("exact", "close", "none")}
    number = f"{counts['exact']} exact, {counts['close']} close, {counts['none']} too many to choose from"
    table = terminal.table(["actor", "match", "entry", "score", "why"], rows)
    return (
        [*terminal.visible(table).splitlines(), number] if links else ["no entry is like any actor or place"]
    )
