"""What each command does; `graph.cli` has the words and flags by which it is called."""

from __future__ import annotations

import argparse
import gzip
import io
import json
import os
import shlex
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph import terminal
from graph.clocks import Clocks
from graph.errors import EnvironmentFailedError, UsageError
from graph.settings import SETTINGS, Configuration, Settings

if TYPE_CHECKING:  # spaCy, rdflib, pySHACL and Oxigraph load only for the commands that need them
    from graph.explain import Explainer, Explanation
    from graph.home import Home
    from graph.pipeline import Job, Plan
    from graph.reading import Extractor
    from graph.store import Rows, Triple
    from graph.store.embedded import EmbeddedStore

OK, NEGATIVE, USAGE, ENVIRONMENT, QUARANTINED, INTERRUPTED = 0, 1, 2, 3, 4, 130
"""The exit codes."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a command: its options, the settings in force, and what makes an extractor of those."""

    options: argparse.Namespace
    configuration: Configuration
    extractor: Callable[[Settings], Extractor]

    @property
    def settings(self) -> Settings:
        return self.configuration.settings

    @property
    def clocks(self) -> Clocks:
        """The days asked for, of a command that takes them."""
        return Clocks(*(getattr(self.options, name, None) for name in ("as_of", "known_at")))


# --------------------------------------------------------------------------- making the graph


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
    new.replace(plan.graphs)
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
    from graph.home import Home

    home, options = Home(call.settings.home), call.options
    shown = None if options.quiet else terminal.Progress(sys.stderr)
    progress = shown or terminal.silent
    extractor = call.extractor(call.settings)
    try:
        if options.dry_run:
            planned = plan(pipeline.Job(home, extractor, call.settings, progress, keep=lambda kept: None))
            more = told(home, planned) if told and not (options.quiet or options.json) else []
            made = planned.summary
        else:
            with home.writing():
                planned = plan(pipeline.Job(home, extractor, call.settings, progress, keep=home.keep))
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


# --------------------------------------------------------------------------- asking the graph


def validate(call: Call) -> int:
    """Check every article and the whole graph anew."""
    from graph import gate, pipeline
    from graph.codec import encode
    from graph.home import Home
    from graph.iris import Iris
    from graph.places import places
    from shapes.report import report
    from shapes.violation import Violation, counts, ordered

    home = Home(call.settings.home)
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


def query(call: Call) -> int:
    """Answer a SPARQL query from the current view."""
    from graph.home import Home

    store = _view(call, Home(call.settings.home))
    # Oxigraph answers a query in one go, in which Python would not get round to an interrupt.
    old = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        answer = store.answer(_query_text(call.options.query))
    finally:
        signal.signal(signal.SIGINT, old)
    return _answered(call, answer, store)


def _view(call: Call, home: Home) -> EmbeddedStore:
    """The graph that a question is put to: the current one, or that of the days asked for."""
    from graph.pipeline import view

    return view(home, call.clocks) if call.clocks else home.view()


def _query_text(given: str) -> str:
    if given == "-":
        return sys.stdin.read()
    if "{" in given:
        return given
    try:
        return Path(given).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{given!r} is neither a SPARQL query nor a file that can be read: {error}"
        ) from error


def _answered(call: Call, answer: Rows | bool | list[Triple], store: EmbeddedStore) -> int:
    from graph.export import rows, ttl

    if isinstance(answer, bool):
        say(
            call,
            json.dumps({"head": {}, "boolean": answer}) + "\n"
            if call.options.json
            else f"{str(answer).lower()}\n",
        )
        return OK if answer else NEGATIVE
    if isinstance(answer, list):
        say(call, ttl.text(answer, store.prefixes))
    elif call.options.json:
        say(call, json.dumps(rows.results(answer), ensure_ascii=False) + "\n")
    else:
        say(call, terminal.table(answer.variables, rows.cells(answer, store.prefixes)))
    return OK


def ask(call: Call) -> int:
    """List the shipped questions, or answer one."""
    from graph import queries
    from graph.asking import ask as answered
    from graph.explain import as_json, told
    from graph.export import rows
    from graph.home import Home

    if call.options.question is None:
        listed = [[name, queries.question(name)] for name in queries.NAMES]
        say(call, terminal.table(["question", "in words"], listed))
        return OK
    home = Home(call.settings.home)
    store = _view(call, home)
    answer = answered(store, call.options.question, call.options.values)
    why = _explained(call, home, answer.backing) if call.options.why else []
    if call.options.json:
        result = rows.results(answer.rows) | ({"why": [as_json(each) for each in why]} if why else {})
        say(call, json.dumps(result, ensure_ascii=False, indent=1) + "\n")
        return OK
    table = terminal.table(answer.rows.variables, rows.cells(answer.rows, store.prefixes))
    below = "".join("\n" + "".join(f"{line}\n" for line in told(each)) for each in why)
    say(call, table + terminal.marked(terminal.visible(below), sys.stdout, os.environ))
    return OK


def _explained(call: Call, home: Home, iris: Sequence[str]) -> list[Explanation]:
    """What propositions and relationships rest on."""
    explainer = _explainer(call, home)
    return [each for iri in iris for each in explainer([iri])]


def _explainer(call: Call, home: Home) -> Explainer:
    """What finds the way back to the sentences, of the articles out on the day asked for."""
    from graph.explain import Explainer
    from graph.iris import Iris
    from graph.pipeline import known

    return Explainer(*known(home, call.clocks.known_at), Iris(home.built().base_iri))


def explain(call: Call) -> int:
    """Print the way from a triple or a claim back to the sentences that say it."""
    from graph.explain import as_json, told
    from graph.home import Home

    home = Home(call.settings.home)
    if call.options.what[0] == "same" and len(call.options.what) == 2:
        return _explain_same(call, home, call.options.what[1])
    explainer = _explainer(call, home)
    words = call.options.what
    found = explainer(shlex.split(words[0]) if len(words) == 1 else words)
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


def diff(call: Call) -> int:
    """Tell what changed between two graphs; exit code 1 if anything did."""
    from graph.changes import changes, lines
    from graph.codec import encode
    from graph.export import patch

    old, new = _two(call)
    if call.options.patch:
        before, after = old.quads(), new.quads()
        say(call, patch.write(before, after).decode())
        return OK if before == after else NEGATIVE
    found = changes(old, new)
    if call.options.json:
        say(call, json.dumps([encode(each) for each in found], ensure_ascii=False, indent=1) + "\n")
    else:
        say(call, terminal.visible("".join(f"{line}\n" for line in lines(found))))
    return NEGATIVE if found else OK


def _two(call: Call) -> tuple[EmbeddedStore, EmbeddedStore]:
    """The graphs to compare: those named, or what the home held before its last change and what it holds."""
    from graph.home import Home
    from graph.store import embedded

    home = Home(call.settings.home)
    if call.options.new is not None:
        return _graph(call.options.old), _graph(call.options.new)
    if call.options.old is not None:
        return _graph(call.options.old), home.view()
    manifest = home.built()
    if manifest.previous is None:
        raise UsageError(
            "This home has no earlier graph; name one: a home, or a file of `dramatis export -f nq`"
        )
    return embedded.read_only(home.folder / manifest.previous, base=manifest.base_iri), home.view()


def _graph(name: str) -> EmbeddedStore:
    """The graph of a home or of an exported file."""
    from graph.home import Home
    from graph.store import embedded

    path = Path(name)
    return Home(path).view() if path.is_dir() else embedded.loaded(path)


# --------------------------------------------------------------------------- giving the graph away


def export(call: Call) -> int:
    """Write the graph in the format of other programs."""
    from graph.export import WRITERS, chosen, jsonl
    from graph.home import Home
    from graph.iris import Iris
    from graph.pipeline import known

    home, options = Home(call.settings.home), call.options
    iris = Iris(home.built().base_iri)
    if options.format == "jsonl":
        if options.output in (None, "-"):
            raise UsageError("The format jsonl is four files; name a folder for them with -o")
        folder = Path(options.output)
        for name, content in jsonl.tables(*known(home, call.clocks.known_at), iris).items():
            _write(folder / name, content)
        return OK
    store = _view(call, home)
    content = WRITERS[options.format](chosen(store, iris, options.flavour), store.prefixes)
    if options.output in (None, "-"):
        sys.stdout.buffer.write(content)
        return OK
    path = Path(options.output)
    _write(path / f"dramatis.{options.format}" if path.is_dir() else path, content)
    return OK


# --------------------------------------------------------------------------- the installation


def config(call: Call) -> int:
    """Print each setting with its origin."""
    settings, origins = call.settings, call.configuration.origins
    if call.options.json:
        values = {
            each.name: {"value": _plain(getattr(settings, each.name)), "origin": origins[each.name]}
            for each in SETTINGS
        }
        say(call, json.dumps(values, ensure_ascii=False, indent=1) + "\n")
        return OK
    lines = [
        (each.name, str(getattr(settings, each.name)), origins[each.name], each.about) for each in SETTINGS
    ]
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


# --------------------------------------------------------------------------- where answers go


def say(call: Call, text: str) -> None:
    """An answer to standard output, or to the file of `-o`."""
    output = getattr(call.options, "output", None)
    if output in (None, "-"):
        sys.stdout.write(text)
    else:
        _write(Path(output), text.encode())


def _write(path: Path, content: bytes) -> None:
    """A file, packed if its name ends in .gz; the same content gives the same bytes."""
    if path.suffix == ".gz":
        packed = io.BytesIO()
        with gzip.GzipFile(filename="", mode="wb", fileobj=packed, mtime=0) as file:
            file.write(content)
        content = packed.getvalue()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise EnvironmentFailedError(
            f"Cannot write {path}: {error.strerror}; choose another place with -o"
        ) from error


def _plain(value: str | int | float | Path) -> str | int | float:
    return str(value) if isinstance(value, Path) else value
