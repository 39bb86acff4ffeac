"""What an article tells of one whom it names: what is compared when two articles may speak of one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from graph.identity.dated import Term, last_acts, terms
from graph.identity.printed import Life, life, told_apart
from graph.identity.resemblance import is_loose, is_poor
from graph.language.names import fold, telling
from graph.model import ArticleId, Claim, Entity, Extraction, Mention, Polarity, Ref
from ontology.terms import is_a

Side = Literal["person", "body", "place"]

_STATES = frozenset({"State", "Country"})
_TIES = frozenset({"memberOf", "leads", "worksFor", "spokespersonFor", "partOfOrganization"})
_PARTS = frozenset({"agent", "target", "victim"})
_NOTHING: frozenset[str] = frozenset()
_UNKNOWN = Life()


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """One whom an article names, and the company in which it does."""

    entity: Entity
    article: ArticleId
    side: Side
    loose: bool
    """Whether the class rests on the parser alone."""
    words: tuple[tuple[str, ...], ...] = field(repr=False)
    """The telling words of each name."""
    own: frozenset[str]
    """The last words of its names."""
    posts: frozenset[str] = _NOTHING
    bodies: frozenset[str] = _NOTHING
    """Names of bodies that the article ties it to."""
    deeds: frozenset[str] = _NOTHING
    """Classes of events with its part in them."""
    life: Life = _UNKNOWN
    """The years of birth and death that the article prints."""
    acts: int = 0
    """The last year in which the article has it do something."""
    others: frozenset[str] = _NOTHING
    """Names of those of whom the article says that they are somebody else."""
    terms: Mapping[str, tuple[Term, ...]] = field(default_factory=dict, repr=False)
    """For posts that it holds when, as far as the article says."""
    company: Mapping[str, Entity] = field(default_factory=dict, repr=False)
    """Last words of all names of the article, each with one whose name ends so."""
    near: frozenset[str] = field(default=_NOTHING, repr=False)
    """The telling words of the sentences that name it, those of names left out."""

    @property
    def ref(self) -> Ref:
        return self.entity.ref

    @property
    def full(self) -> bool:
        """Whether a name stands that tells who it is without any company."""
        if self.side == "person":
            return any(len(words) > 1 for words in self.words)
        return self.side == "place" or bool(self.home) or not is_poor(self.entity)

    @property
    def home(self) -> str:
        """The state of a body."""
        of = self.entity.of or ""
        return of if self.side == "body" and len(of) == 2 else ""


def profiles(extraction: Extraction) -> Iterator[Profile]:
    """All whom an article names but posts and the states that are known by their code."""
    named = [
        e
        for e in extraction.entities
        if e.named and e.names and e.kind != "post" and not (e.type in _STATES and e.of)
    ]
    company = _company(named)
    posts, bodies, deeds = _told(extraction)
    text = extraction.article.text
    sentences = _Sentences(text, company.keys())
    others, when = told_apart(named, text), terms(extraction)
    acted = last_acts(extraction)
    for entity in named:
        words = tuple(telling(name) for name in entity.names)
        yield Profile(
            entity=entity,
            article=extraction.article.id,
            side=_side(entity),
            loose=is_loose(entity),
            words=words,
            own=frozenset(each[-1] for each in words if each),
            posts=frozenset(posts.get(entity.ref, ())),
            bodies=frozenset(bodies.get(entity.ref, ())),
            deeds=frozenset(deeds.get(entity.ref, ())),
            life=life(entity, text) if is_a(entity.type, "Person") else _UNKNOWN,
            acts=acted.get(entity.ref, 0),
            others=others.get(entity.ref, _NOTHING),
            terms=when.get(entity.ref, {}),
            company=company,
            near=sentences.around(entity),
        )


def _side(entity: Entity) -> Side:
    if is_a(entity.type, "Person"):
        return "person"
    return "place" if entity.kind == "place" else "body"


def _company(named: Iterable[Entity]) -> dict[str, Entity]:
    found: dict[str, Entity] = {}
    for entity in named:
        for name in entity.names:
            if words := telling(name):
                found.setdefault(words[-1], entity)
    return found


_Found = dict[Ref, set[str]]


def _told(extraction: Extraction) -> tuple[_Found, _Found, _Found]:
    """Posts that each holds, bodies that each is tied to, and what each does or suffers."""
    entities = {entity.ref: entity for entity in extraction.entities}
    events = {event.ref: event.type for event in extraction.events}
    posts: _Found = defaultdict(set)
    bodies: _Found = defaultdict(set)
    deeds: _Found = defaultdict(set)
    for claim in extraction.claims:
        other = entities.get(claim.object) if claim.object else None
        if claim.predicate in _PARTS and other is not None and claim.subject in events:
            deeds[other.ref].add(f"{claim.predicate} {events[claim.subject]}")
        elif other is None or claim.polarity is not Polarity.AFFIRMED:
            continue
        elif claim.predicate == "holdsPost":
            posts[claim.subject].add(fold(other.label))
        elif claim.predicate in _TIES:
            _tie(claim, entities, other, bodies)
    return posts, bodies, deeds


def _tie(claim: Claim, entities: Mapping[Ref, Entity], other: Entity, bodies: _Found) -> None:
    """Each of two that are tied is known by the name of the other."""
    one = entities.get(claim.subject)
    if other.named:
        bodies[claim.subject].add(fold(other.label))
    if one is not None and one.named:
        bodies[other.ref].add(fold(one.label))


_CONTENT = re.compile(r"[^\W\d_]{4,}")
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+(?=[A-Z“\"])|\n")
_EMPTY = frozenset(
    "about above across after again against ahead all almost along already also although always among amid another any "
    "around away back became because become been before began behind being below between beyond both came come could "
    "despite does doing done down during each early either else enough even ever every far few first five following "
    "former four from further gave give given goes going gone good great had half has have having help her here high "
    "him his how however including inside instead into itself just keep kept knew know known large last late later "
    "least left less like little long look made main make making many may might more most much must near nearly need "
    "never new next nine nobody none now number off often once one only onto open other others over own part past "
    "people place plan point put quite rather reached recent recently same saw second see seen set seven several shall "
    "she should show side since six small some someone something soon still such take taken ten than that the their "
    "them then there these they third this those though three through time times today together told tomorrow tonight "
    "took toward towards turn twice two under until upon used very want was way week weeks well went were what when "
    "where whether which while who whole whom whose why will with within without work would year years yesterday yet "
    "your month months days hours minutes says said saying tell asked according news report reports reported "
    "reporters statement spokesman spokeswoman official officials monday tuesday wednesday thursday friday saturday "
    "sunday january february march april june july august september october november december".split()
)
"""Words that any two news texts share. Source: own list."""


class _Sentences:
    """The sentences of an article, each with its telling words once they are asked for."""

    def __init__(self, text: str, names: Collection[str]) -> None:
        self._text = text
        self._ends = [0, *(m.end() for m in _SENTENCE_END.finditer(text))]
        self._left_out = _EMPTY.union(names)
        self._words: dict[tuple[int, int], frozenset[str]] = {}

    def around(self, entity: Entity) -> frozenset[str]:
        """The words of all sentences that name it."""
        found = {self._of(mention) for mention in entity.mentions}
        return found.pop() if len(found) == 1 else _NOTHING.union(*found)

    def _of(self, mention: Mention) -> frozenset[str]:
        start = self._ends[bisect_right(self._ends, mention.start) - 1]
        end = _SENTENCE_END.search(self._text, mention.end)
        span = start, end.start() if end else len(self._text)
        if span not in self._words:
            folded = map(fold, _CONTENT.findall(self._text, *span))
            self._words[span] = frozenset(folded) - self._left_out
        return self._words[span]
