"""From paths to the articles that a build takes: unreadable texts are refused, copies left out."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph import texts
from graph.errors import BadTextError, EnvironmentFailedError, UsageError
from graph.home import Refused
from graph.model import Article, Revision
from graph.revisions import among, arrived, superseded, told


@dataclass(frozen=True, slots=True)
class Intake:
    """Articles to build from, what was refused, and what a person should know."""

    articles: tuple[Article, ...]
    refused: tuple[Refused, ...]
    notices: tuple[str, ...]
    standing: tuple[Refused, ...] = ()
    """What was refused before and was not given again."""
    revisions: tuple[Revision, ...] = ()
    """Which of the articles have taken the place of which."""


def read(paths: Iterable[Path]) -> Intake:
    """The articles of all texts at these paths, copies left out."""
    found, refused = list[Article](), list[Refused]()
    named: dict[str, tuple[Path, str]] = {}
    files = texts.files(paths)
    for path in files:
        try:
            articles = texts.read(path)
        except BadTextError as error:
            refused.append(Refused(path.name, str(error)))
            continue
        hashes = {article.text_hash for article in articles}
        other = named.setdefault(path.name, (path, "".join(sorted(hashes))))
        if other[1] != "".join(sorted(hashes)):
            cause = f"{path}: another text, {other[0]}, has the same name; rename one of the two"
            refused.append(Refused(path.name, cause))
        elif other[0] == path:
            found += articles
    if not found:
        raise EnvironmentFailedError(
            f"None of the {len(files)} texts could be read, so nothing was changed: "
            + "; ".join(each.reason for each in refused)
        )
    kept, notices = distinct(found)
    revisions = told(kept)
    notices += _replacing(revisions, kept)
    return Intake(tuple(kept), tuple(refused), tuple(notices), revisions=revisions)


def join(
    old: Sequence[Article], known: Sequence[Revision], new: Intake, refused: Sequence[Refused]
) -> Intake:
    """What a home has and what is added to it; a new version of a text takes the place of the old one."""
    given = {(article.source, article.text_hash) for article in new.articles}
    staying = [article for article in old if (article.source, article.text_hash) not in given]
    kept, notices = distinct([*staying, *new.articles])
    revisions = among(arrived(old, new.articles, known), kept)
    fresh = [each for each in revisions if each not in {*known, *new.revisions}]
    notices += _replacing(fresh, kept)
    again = {each.source for each in new.articles} | {each.source for each in new.refused}
    still = [each for each in refused if each.source not in again]
    notices = list(dict.fromkeys((*new.notices, *notices)))
    return Intake(tuple(kept), new.refused, tuple(notices), tuple(still), revisions)


def _replacing(revisions: Iterable[Revision], articles: Iterable[Article]) -> list[str]:
    """A notice for each text whose place another has taken."""
    sources = {article.id: article.source for article in articles}
    told = {(sources[each.later], sources[each.earlier], each.why) for each in revisions}
    return [
        f"{later}: takes the place of "
        f"{'the text that had this name' if later == earlier else f'{earlier} ({why})'}"
        for later, earlier, why in sorted(told)
    ]


def leave_out(
    ids: Sequence[str], old: Sequence[Article], known: Sequence[Revision], refused: Sequence[Refused]
) -> Intake:
    """What a home has, without the articles of these ids or files; a page goes with all its parts.

    A file goes with all versions that had its name. Where the article of an id goes, its former version is back.
    """
    names = {name for article in old for name in (article.id, article.source)}
    for id in ids:
        if id not in names:
            near = difflib.get_close_matches(id, sorted(names), 1)
            hint = f"did you mean {near[0]}?" if near else "`dramatis query` lists them (?x a dram:Document)"
            raise UsageError(f"There is no article or file {id!r} in the graph; {hint}")
    gone = {*ids}
    staying = [each for each in old if not gone & {each.id, each.source, each.digest}]
    left = among(known, staying)
    back = superseded(known, {each.id for each in old}) - superseded(left, {each.id for each in staying})
    notices = [
        f"{each.source}: its former version {each.id} counts again" for each in staying if each.id in back
    ]
    return Intake(tuple(staying), (), tuple(notices), tuple(refused), left)


def distinct(articles: Iterable[Article]) -> tuple[list[Article], list[str]]:
    """Each text once, under the first of its names, sorted by id; and a notice for each copy."""
    given = sorted(articles, key=lambda article: (article.id, article.source))
    first: dict[str, str] = {}
    for article in given:
        first[article.text_hash] = min(article.source, first.get(article.text_hash, article.source))
    kept = [article for article in given if article.source == first[article.text_hash]]
    copies = {(a.source, first[a.text_hash]) for a in given if a.source != first[a.text_hash]}
    return kept, [f"{copy}: same text as {source}, left out" for copy, source in sorted(copies)]
