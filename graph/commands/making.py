"""Making the graph: `build`, `add`, `withdraw`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from graph import terminal
from graph.commands.call import OK, QUARANTINED, Call, home_of, say

if TYPE_CHECKING:  # what takes long to load, loads only for the commands that need it
    from graph.home import Home
    from graph.pipeline import Job, Plan


def build(call: Call) -> int:
    """Make the graph of exactly the texts in these folders or files."""
    from graph import pipeline

    return make(call, lambda job: pipeline.plan_build(_paths(call), job))


def add(call: Call) -> int:
    """Add texts to the graph."""
    from graph import pipeline

    return make(call, lambda job: pipeline.plan_add(_paths(call), job))


def withdraw(call: Call) -> int:
    """Take articles out of the graph."""
    from graph import pipeline

    return make(call, lambda job: pipeline.plan_withdraw(call.options.ids, job), told=_fallen)


def _fallen(home: Home, plan: Plan) -> list[str]:
    """What changes besides the claims of the articles that go: contents, conflicts, actors and events."""
    from graph.changes import changes, lines
    from graph.store import embedded

    new = embedded.in_memory(base=plan.manifest.base_iri)
    new.write(plan.graphs)
    return list(lines([each for each in changes(home.view(), new) if each.kind != "claims"]))


def _paths(call: Call) -> list[Path]:
    return [Path(each) for each in call.options.paths]


def make(
    call: Call,
    plan: Callable[[Job], Plan],
    told: Callable[[Home, Plan], list[str]] | None = None,
    as_json: Callable[[Plan], object] | None = None,
) -> int:
    """Plan and commit, or only plan for `--dry-run`; then tell what came of it, and what `told` finds to tell.

    With `--json` that is the summary, or what `as_json` makes of the plan.
    """
    from graph import pipeline, summary

    home, options = home_of(call), call.options
    shown = None if options.quiet else terminal.Progress(sys.stderr)
    progress = shown or terminal.silent
    extractor = call.extractor(call.settings)
    try:
        if options.dry_run:
            planned = plan(pipeline.Job(home, extractor, call.settings, progress, rehearsal=True))
            more = told(home, planned) if told and not (options.quiet or options.json) else []
            made = planned.summary
        else:
            with home.writing():
                planned = plan(pipeline.Job(home, extractor, call.settings, progress))
                more = told(home, planned) if told and not (options.quiet or options.json) else []
                made = pipeline.commit(planned, home)
    finally:
        if shown is not None:
            shown.close()
    if not options.quiet:
        for notice in made.notices:
            print(f"notice: {terminal.visible(notice)}", file=sys.stderr)
    for refused in made.refused:
        print(f"refused: {terminal.visible(refused.reason)}", file=sys.stderr)
    if options.json:
        answer = summary.as_json(made) if as_json is None else as_json(planned)
        say(call, json.dumps(answer, ensure_ascii=False, indent=1) + "\n")
    elif not options.quiet:
        head = (
            "nothing was written: this is what would be there"
            if options.dry_run
            else f"build {made.digest[:16]}"
        )
        say(call, "".join(f"{line}\n" for line in (*more, *summary.lines(made), head)))
    return QUARANTINED if made.refused else OK
