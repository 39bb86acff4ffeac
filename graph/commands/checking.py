"""Looking at what is there: the graph (`validate`), the settings (`config`), the installation (`doctor`)."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from graph import terminal
from graph.commands.call import ENVIRONMENT, NEGATIVE, OK, Call, home_of, say
from graph.settings import SETTINGS, Setting, Settings

if TYPE_CHECKING:  # what takes long to load, loads only for the commands that need it
    pass


def validate(call: Call) -> int:
    """Check every article and the whole graph anew."""
    from graph import gate, pipeline
    from graph.codec import encode
    from graph.iris import Iris
    from graph.places import places
    from shapes.report import report
    from shapes.violation import Violation, counts, ordered

    home = home_of(call)
    manifest, kept = home.built(), home.kept()
    iris = Iris(manifest.base_iri)
    pages = {each.extraction.article.id: each.extraction.article for each in kept}
    found = list(gate.dataset(home.view(), iris.base))
    for each in kept:
        article = each.extraction.article
        page = None if article.digest is None else pages.get(article.digest)
        verdict = gate.article(each.extraction, iris, manifest.version, page)
        found += verdict.violations
        if verdict.refusal is not None and not verdict.violations:
            found.append(Violation("Data", "Violation", iris.doc(article.id), None, None, verdict.refusal))
    numbers = counts(found := ordered(found))
    if call.options.json:
        told = {
            "conforms": not numbers["Violation"],
            "counts": numbers,
            "results": [encode(each) for each in found],
        }
        say(call, json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    else:
        where = places(*pipeline.known(home), iris)
        say(call, terminal.visible(report(found, where.get)))
    return NEGATIVE if numbers["Violation"] else OK


def config(call: Call) -> int:
    """Print each setting with its origin."""
    settings, origins = call.settings, call.configuration.origins
    if call.options.json:
        values = {
            each.name: {"value": _shown(each, settings), "origin": origins[each.name]} for each in SETTINGS
        }
        say(call, json.dumps(values, ensure_ascii=False, indent=1) + "\n")
        return OK
    lines = [(each.name, str(_shown(each, settings)), origins[each.name], each.about) for each in SETTINGS]
    say(call, terminal.table(("setting", "value", "origin", "what it is"), lines))
    for name in call.configuration.ignored:
        print(f"notice: {name} is set but means nothing to dramatis", file=sys.stderr)
    return OK


def doctor(call: Call) -> int:
    """Look at all that dramatis needs."""
    from graph.doctor import examine

    checks = examine(call.settings)
    if call.options.json:
        found = [
            {
                "name": each.name,
                "ok": each.ok,
                "found": each.found,
                "needed": each.needed,
                "way_out": each.way_out,
            }
            for each in checks
        ]
        say(call, json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    else:
        lines = [f"{'ok' if each.ok else 'missing':<8} {each.name:<9} {each.found}" for each in checks]
        way_outs = ["" if each.ok else f"; {each.way_out}" for each in checks]
        say(call, "".join(f"{line}{way_out}\n" for line, way_out in zip(lines, way_outs, strict=True)))
    return ENVIRONMENT if any(not each.ok and each.needed for each in checks) else OK


def _shown(setting: Setting, settings: Settings) -> str | int | float:
    value: str | int | float | Path = getattr(settings, setting.name)
    if setting.secret:
        return "(set)" if value else ""
    return str(value) if isinstance(value, Path) else value
