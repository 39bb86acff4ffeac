"""An extractor that reads two kinds of sentences, so that tests of what follows need no parser.

It knows "Ali Nur leads the Northern Brigade." and "7 people died in the attack on the Coast Guard on
2031-03-01.", and quotes each up to its full stop. The speaker is always the outlet.
"""

from __future__ import annotations

import os
import re
import signal
import time

from graph.errors import EnvironmentFailedError
from graph.model import (
    Article,
    ArticleId,
    Claim,
    Credit,
    Entity,
    Event,
    Extraction,
    Mention,
    Qualifier,
    Ref,
    Source,
    TimeExpression,
)

_LEADS = re.compile(r"(\w+ \w+) leads the (\w+ \w+)")
_DIED = re.compile(r"(\d+) people died in the attack on the (\w+ \w+) on (\d{4}-\d\d-\d\d)")


class Tiny:
    """Counts the articles that it reads, for tests of what is kept."""

    def __init__(self, version: str = "tiny-1") -> None:
        self.version = version
        self.read: list[ArticleId] = []

    def __call__(self, article: Article) -> Extraction:
        self.read.append(article.id)
        outlet = Entity(
            _ref(article, "actor", "outlet"), "actor", "MediaOutlet", "The Post", ("The Post",), ()
        )
        entities, events, claims = [outlet], list[Event](), list[Claim]()
        for found in _LEADS.finditer(article.text, article.start, article.end):
            leader = _entity(article, found, 1, "Person")
            group = _entity(article, found, 2, "Militia")
            entities += [each for each in (leader, group) if each.ref not in {e.ref for e in entities}]
            claims.append(_claim(article, found, leader.ref, "leads", outlet, object=group.ref))
        for found in _DIED.finditer(article.text, article.start, article.end):
            hit, event = _entity(article, found, 2, "Militia"), _attack(article, found)
            entities += [] if hit.ref in {each.ref for each in entities} else [hit]
            events.append(event)
            claims.append(_claim(article, found, event.ref, "target", outlet, object=hit.ref))
            claims.append(_claim(article, found, event.ref, "numberKilled", outlet, value=int(found[1])))
        credit = Credit(article.id, outlet.ref, ())
        return Extraction(article, credit, tuple(entities), tuple(events), tuple(claims))


class Killed(Tiny):
    """Is ended by the system at the article `bad`, as one that takes too much memory."""

    def __call__(self, article: Article) -> Extraction:
        if "bad" in article.id:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().__call__(article)


class Asleep(Tiny):
    """Does not come to an end with the article `bad`."""

    def __call__(self, article: Article) -> Extraction:
        while "bad" in article.id:
            time.sleep(60)
        return super().__call__(article)


class Unready(Tiny):
    """Lacks what it needs."""

    def __call__(self, article: Article) -> Extraction:
        raise EnvironmentFailedError("there is no model")


def _ref(article: Article, kind: str, name: str) -> Ref:
    return Ref(f"{article.id}#{kind}/{name.lower().replace(' ', '-')}")


def _entity(article: Article, found: re.Match[str], part: int, type: str) -> Entity:
    told = Mention(article.id, found.start(part), found.end(part), found[part], "name")
    ref = _ref(article, "actor", found[part])
    return Entity(ref, "actor", type, found[part], (found[part],), (told,))


def _attack(article: Article, found: re.Match[str]) -> Event:
    name = f"Attack on the {found[2]}"
    told = Mention(article.id, found.start(2), found.end(2), found[2], "name")
    when = TimeExpression(found.start(3), found.end(3), found[3], f"day:{found[3]}")
    return Event(_ref(article, "event", name), "Attack", ("Attack",), name, (told,), (when,))


def _claim(
    article: Article,
    found: re.Match[str],
    subject: Ref,
    predicate: str,
    outlet: Entity,
    *,
    object: Ref | None = None,
    value: int | None = None,
) -> Claim:
    return Claim(
        article=article.id,
        start=found.start(),
        end=found.end(),
        subject=subject,
        predicate=predicate,
        object=object,
        value=value,
        sources=(Source(outlet.ref),),
        qualifier=None if value is None else Qualifier.EXACTLY,
        rule="tiny",
    )
