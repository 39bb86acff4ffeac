"""The way from an answer back to the sentences: `explain`."""

from __future__ import annotations

import json
import os
import shlex
import sys
from typing import TYPE_CHECKING

from graph import terminal
from graph.commands.call import OK, Call, home_of, say

if TYPE_CHECKING:  # what takes long to load, loads only for the commands that need it
    from graph.explain import Explainer
    from graph.home import Home


def explainer(call: Call, home: Home) -> Explainer:
    """What finds the way back to the sentences, of the articles out on the day asked for."""
    from graph.explain import Explainer
    from graph.iris import Iris
    from graph.pipeline import known

    return Explainer(*known(home, call.clocks.known_at), Iris(home.built().base_iri))


def explain(call: Call) -> int:
    """Print the way from a triple or a claim back to the sentences that say it."""
    from graph.explain import as_json, told

    home = home_of(call)
    if call.options.what[0] == "same" and len(call.options.what) == 2:
        return _explain_same(call, home, call.options.what[1])
    way_back = explainer(call, home)
    words = call.options.what
    found = way_back(shlex.split(words[0]) if len(words) == 1 else words)
    if call.options.json:
        say(call, json.dumps([as_json(each) for each in found], ensure_ascii=False, indent=1) + "\n")
    else:
        text = "\n".join("".join(f"{line}\n" for line in told(each)) for each in found)
        say(call, terminal.marked(terminal.visible(text), sys.stdout, os.environ))
    return OK


def _explain_same(call: Call, home: Home, word: str) -> int:
    """Print how every name of an actor came to it."""
    from graph.iris import Iris
    from graph.judgements.desk import Desk
    from graph.judgements.reasons import as_json, sameness, told
    from graph.pipeline import known, obeyed

    manifest, extractions = home.built(), [kept.extraction for kept in home.kept()]
    desk = Desk(known(home)[0], extractions, call.settings.judgements, Iris(manifest.base_iri))
    found = sameness(desk.find(word), desk.articles, desk.replayed(obeyed(manifest)).applied)
    if call.options.json:
        say(call, json.dumps(as_json(found), ensure_ascii=False, indent=1) + "\n")
    else:
        text = "".join(f"{line}\n" for line in told(found))
        say(call, terminal.marked(terminal.visible(text), sys.stdout, os.environ))
    return OK
