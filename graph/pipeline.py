"""The order of the stages: texts -> articles -> claims -> one graph, checked, stored and shown."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path

from graph import authorities, codec, gate, intake, workers
from graph.clocks import Clocks, published_by
from graph.consensus import assess
from graph.consensus.holding import holding
from graph.errors import BrokenGraphError
from graph.filling import Filled, filling
from graph.heap import seldom_searched
from graph.home import Entry, Home, Kept, Manifest, NamedGraph, Quarantine, Refused, file_of
from graph.identity.authority import links
from graph.iris import Iris
from graph.judgements import contradictions, file
from graph.judgements.claims import review
from graph.judgements.records import Decision, in_force, parsed
from graph.judgements.replay import Places, Replayed, replaced, replay
from graph.model import Article, ArticleId, Assessment, Extraction, Knowledge, Revision
from graph.quads import nquads, quads
from graph.reading import Extractor, Reader, Task, nowhere
from graph.resolution import resolve
from graph.revisions import remembering, superseded
from graph.settings import Settings
from graph.store import Store, embedded
from graph.store.canonical import digest_of
from graph.summary import Summary, summarize
from shapes.violation import Violation, ordered

Progress = Callable[[str, int, int, str], None]
"""Told of every step: the stage, how many are done, of how many, and which one."""


@dataclass(frozen=True, slots=True)
class Job:
    """What every build needs besides the texts."""

    home: Home
    extractor: Extractor
    settings: Settings
    progress: Progress
    rehearsal: bool = False
    """Whether nothing is to be written."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A graph that passed all checks and what belongs to it; `commit` makes it the home's."""

    manifest: Manifest
    graphs: Mapping[str, bytes]
    quarantine: Quarantine
    summary: Summary
    filled: Filled | None = None
    """The store where that was filled already."""


# --------------------------------------------------------------------------- what a user can do


def build(
    paths: Sequence[Path], home: Home, extractor: Extractor, settings: Settings, progress: Progress
) -> Summary:
    """Make the home hold exactly the texts at these paths."""
    with home.writing():
        return commit(plan_build(paths, Job(home, extractor, settings, progress)), home)


def add(
    paths: Sequence[Path], home: Home, extractor: Extractor, settings: Settings, progress: Progress
) -> Summary:
    """Add the texts at these paths to those that the home has."""
    with home.writing():
        return commit(plan_add(paths, Job(home, extractor, settings, progress)), home)


def withdraw(
    ids: Sequence[str], home: Home, extractor: Extractor, settings: Settings, progress: Progress
) -> Summary:
    """Take articles, named by id or by file, out of the home."""
    with home.writing():
        return commit(plan_withdraw(ids, Job(home, extractor, settings, progress)), home)


@seldom_searched()
def known(home: Home, at: date | None = None) -> tuple[Knowledge, Assessment]:
    """The records behind the graph of a home, for `explain` and for exports; of the articles out on a day."""
    manifest, every = home.manifest(), [kept.extraction for kept in home.every()]
    given, linked = ((), ()) if manifest is None else (obeyed(manifest), manifest.links)
    out = {each.article.id for each in every}
    if at is not None:
        told = obeying(given, every)
        out = published_by(told.articles, dict(told.anchors), at)
    revisions = () if manifest is None else manifest.revisions
    current = out - superseded(revisions, out)
    knowledge = obeying(given, [each for each in every if each.article.id in current])
    articles = [each.article for each in every if each.article.id in out]
    knowledge = remembering(knowledge, articles, revisions)
    there = {entity.ref for entity in knowledge.entities}
    knowledge = replace(knowledge, links=tuple(link for link in linked if link.entity in there))
    return knowledge, assess(knowledge)


def obeyed(manifest: Manifest) -> tuple[Decision, ...]:
    """The judgements under which a graph was built."""
    return in_force([parsed(line) for line in manifest.judgements])


def obeying(given: Sequence[Decision], extractions: Sequence[Extraction]) -> Knowledge:
    """What the articles tell under these judgements."""
    reviewed = review(given, extractions).extractions
    return judged(reviewed, replay(given, Places(reviewed)))


def judged(extractions: Sequence[Extraction], replayed: Replayed) -> Knowledge:
    """What the articles tell when people's judgements are obeyed."""
    knowledge = resolve(extractions, replayed.rulings)
    return replace(knowledge, replaced=replaced(replayed, knowledge.entities))


def view(home: Home, clocks: Clocks) -> Store:
    """The graph of a home on a day, made in memory from what the articles out by then tell."""
    manifest = home.built()
    knowledge, assessment = known(home, clocks.known_at)
    held = None if clocks.as_of is None else holding(assessment, knowledge.events, clocks.as_of)
    store = embedded.in_memory(base=manifest.base_iri)
    iris = Iris(manifest.base_iri)
    store.replace(quads(knowledge, assessment, iris, version=manifest.version, holding=held))
    return store


# --------------------------------------------------------------------------- the order of the stages


def plan_build(paths: Sequence[Path], job: Job) -> Plan:
    """The graph of exactly the texts at these paths."""
    return _plan(intake.read(paths), job)


def plan_add(paths: Sequence[Path], job: Job) -> Plan:
    """The graph of the texts that the home has and those at these paths."""
    old = _stored(job.home)
    taken = intake.join(old.articles, old.revisions, intake.read(paths), job.home.quarantine().refused)
    return _plan(taken, job, old)


def plan_replay(job: Job) -> Plan:
    """The graph of the texts that the home has, under the judgements as they are now."""
    return plan_withdraw((), job)


def plan_withdraw(ids: Sequence[str], job: Job) -> Plan:
    """The graph of the texts that the home has, without some."""
    old = _stored(job.home)
    taken = intake.leave_out(ids, old.articles, old.revisions, job.home.quarantine().refused)
    return _plan(taken, job, old)


@dataclass(frozen=True, slots=True)
class _Stored:
    """What a home has: all that is kept, by its file, and which articles have taken the place of which."""

    kept: Mapping[str, Kept]
    revisions: tuple[Revision, ...]

    @property
    def articles(self) -> list[Article]:
        return [each.extraction.article for each in self.kept.values()]


_NOTHING = _Stored({}, ())


@seldom_searched()
def _stored(home: Home) -> _Stored:
    manifest = home.manifest()
    if manifest is None:
        return _NOTHING
    files = [each.file for each in manifest.articles]
    return _Stored(dict(zip(files, home.every(), strict=True)), manifest.revisions)


@seldom_searched()
def _plan(taken: intake.Intake, job: Job, old: _Stored = _NOTHING) -> Plan:
    outcomes = _read(taken.articles, job, old)
    kept = [each for each in outcomes if isinstance(each, Kept)]
    refused = [each for each in outcomes if isinstance(each, Refused)]
    path = job.settings.judgements
    articles = [each.extraction.article for each in kept]
    gone = superseded(taken.revisions, {each.id for each in articles})
    current = [each for each in kept if each.extraction.article.id not in gone]
    given, extractions = file.decisions(path), [each.extraction for each in current]
    reviewed = review(given, extractions)
    replayed = replay(given, Places(reviewed.extractions))
    contradictions.check(path, replayed, reviewed)
    knowledge = remembering(judged(reviewed.extractions, replayed), articles, taken.revisions)
    entries = authorities.read(job.settings.authority)
    knowledge = replace(knowledge, links=links(knowledge.entities, entries))
    assessment = assess(knowledge)
    base = job.settings.base_iri
    job.progress("check", 0, 1, "the whole graph")
    graphs = nquads(knowledge, assessment, Iris(base), version=job.extractor.version)
    alone = job.rehearsal or job.settings.jobs == 1
    with nullcontext() if alone else filling(job.home, graphs, base) as filled:
        remarks = ordered((*(remark for each in current for remark in each.remarks), *_checked(graphs, base)))
        broken = [f"{each.shape}: {each.sentence()}" for each in remarks if each.severity == "Violation"]
        if broken:
            raise BrokenGraphError(broken)
    manifest = _manifest(graphs, kept, given, knowledge, job)
    new = sorted({*taken.refused, *refused}, key=lambda each: (each.source, each.reason))
    summary = summarize(
        knowledge,
        assessment,
        remarks=remarks,
        refused=new,
        notices=(*taken.notices, *(f"{path}: {each}" for each in (*replayed.open, *reviewed.open))),
        digest=manifest.digest,
    )
    quarantine = Quarantine((*taken.standing, *new))
    return Plan(manifest, graphs, quarantine, summary, filled)


def _checked(graphs: Mapping[str, bytes], base: str) -> list[Violation]:
    """What the dataset checks say of all graphs together."""
    trial = embedded.in_memory(base=base)
    trial.write(graphs)
    return gate.dataset(trial, base)


def _read(articles: Sequence[Article], job: Job, old: _Stored) -> list[Kept | Refused]:
    """What came of each article, read anew only where article or program changed."""
    iris = Iris(job.settings.base_iri)
    keep = nowhere if job.rehearsal else job.home.keep
    reader = Reader(job.extractor, iris, f"{job.extractor.version}+{program()}+{iris.base}", keep)
    files = [file_of(article, reader.version) for article in articles]
    found: list[Kept | Refused | None] = [old.kept.get(file) or job.home.recall(file) for file in files]
    fresh = [number for number, known in enumerate(found) if known is None]
    pages = {article.id: article for article in articles}
    tasks = [_task(articles[number], pages) for number in fresh]
    begun = count(len(articles) - len(fresh))

    def began(task: Task) -> None:
        job.progress("read", next(begun), len(articles), task.article.title)

    for number, outcome in workers.read(tasks, reader, job.settings.jobs, began):
        found[fresh[number]] = outcome
    job.progress("read", len(articles), len(articles), "")
    return [each for each in found if each is not None]


def _task(article: Article, pages: Mapping[ArticleId, Article]) -> Task:
    return Task(article, None if article.digest is None else pages.get(article.digest))


@seldom_searched()
def commit(plan: Plan, home: Home) -> Summary:
    """Make a plan the home's graph: first the store, in one call, then its view, last the manifest."""
    old, held = home.manifest(), home.held()
    manifest = replace(plan.manifest, previous=home.before(old, plan.manifest))
    wanted = {each.name: each.digest for each in manifest.graphs}
    home.refuse(plan.quarantine)
    if held != wanted or not home.shows(manifest.view):
        home.begin()
        store = plan.filled.result() if plan.filled else home.open(manifest.base_iri)
        try:
            if plan.filled is None:
                held = {name: store.digest(name) for name in store.names()} if held is None else held
                changed = sorted(name for name, _ in wanted.items() ^ held.items())
                store.write({name: plan.graphs.get(name, b"") for name in changed})
            home.show(store, manifest.view)
        finally:
            store.close()
    home.finish(manifest)
    return replace(plan.summary, changed=len(dict(wanted.items() ^ (held or {}).items())))


def _manifest(
    graphs: Mapping[str, bytes],
    kept: Sequence[Kept],
    given: Sequence[Decision],
    knowledge: Knowledge,
    job: Job,
) -> Manifest:
    named = tuple(NamedGraph(name, told.count(b"\n"), digest_of(told)) for name, told in graphs.items())
    digest = hashlib.sha256("".join(f"{each.digest} {each.name}\n" for each in named).encode()).hexdigest()
    return Manifest(
        digest=digest,
        view=job.home.view_of(digest),
        previous=None,
        base_iri=job.settings.base_iri,
        version=job.extractor.version,
        articles=tuple(_entry(each) for each in kept),
        graphs=named,
        judgements=tuple(map(codec.dumps, given)),
        revisions=knowledge.revisions,
        links=knowledge.links,
    )


def _entry(kept: Kept) -> Entry:
    article = kept.extraction.article
    claims = len(kept.extraction.claims)
    return Entry(article.id, article.source, article.text_hash, claims, file_of(article, kept.version))


@cache
def program() -> str:
    """A hash of the program that reads and checks: what an older one kept is not taken over."""
    root = Path(__file__).parents[1]
    files = sorted(
        path
        for package in ("ontology", "shapes", "graph")
        for path in (root / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    )
    content = (f"{path.relative_to(root).as_posix()}\n".encode() + path.read_bytes() for path in files)
    return hashlib.sha256(b"".join(content)).hexdigest()[:12]
