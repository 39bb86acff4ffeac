"""An entity in the making: what an article has told of it so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.actors.classes import PERSONS, PLACES, apart
from graph.language.names import telling
from graph.model import Article, Bridge, Entity, EntityKind, Mention, Phrase, Ref


@dataclass
class Cluster:
    """An entity in the making."""

    kind: EntityKind
    phrases: list[Phrase] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    """The names it was given, the first one first, with how often."""
    types: Counter[str] = field(default_factory=Counter)
    """Votes for its class; only `vote` adds to them."""
    titles: set[tuple[str, str]] = field(default_factory=set)
    sexes: set[str] = field(default_factory=set)
    bridges: list[Bridge] = field(default_factory=list)
    state: str = ""
    patron: str = ""
    lemma: str = ""
    owner: int | None = None
    whose: int | None = None
    """Whose several are, by the possessor before the noun: "Nur's friends" are not "Kaluria's friends"."""
    label: str = ""
    bears: str = ""
    """The name that a common noun makes with that of a person: "Nur administration"."""
    marks: set[str] = field(default_factory=set)
    """Words that tell it from others of its noun: "security" forces, the "Sunni" party."""
    plural: bool = False
    last: tuple[int, int] = (-1, -1)
    """Where it was spoken of last: sentence and position."""
    _type: str | None = None
    """The class as long as no vote comes in: it is asked for far more often than it changes."""

    @property
    def type(self) -> str:
        """The class with most votes, the first in the alphabet of several."""
        if self._type is None:
            best = max(self.types.values(), default=0)
            leading = [name for name, votes in self.types.items() if votes == best]
            self._type = min(leading, default="Organization" if self.kind == "actor" else "Place")
        return self._type

    @property
    def person(self) -> bool:
        """Whether it is a person, with or without a name."""
        return self.type in PERSONS

    @property
    def settled(self) -> str:
        """The class of the finished entity: never empty, never the class of all actors."""
        if self.type in {"", "Actor"}:
            return "Organization" if self.kind == "actor" else "Place"
        return self.type

    def vote(self, votes: Mapping[str, int]) -> None:
        """Counts words that tell the class."""
        self.types.update(votes)
        self._type = None

    def take(self, other: Cluster) -> None:
        """Makes all that was told of another its own."""
        self.phrases += other.phrases
        self.names.update(other.names)
        self.bridges += other.bridges
        self.titles |= other.titles
        self.sexes |= other.sexes
        self.vote({name: votes for name, votes in other.types.items() if not apart(name, self.type)})
        self.state = self.state or other.state
        other.phrases, other.names = [], Counter()

    def settle(self) -> None:
        """Makes the kind follow the class."""
        self.kind = "place" if self.settled in PLACES else "actor"

    def entity(self, article: Article, refs: Mapping[int, Ref], ref: Ref) -> Entity:
        """The finished entity."""
        mentions = {
            Mention(article.id, p.start, p.end, article.text[p.start : p.end], p.kind) for p in self.phrases
        }
        return Entity(
            ref=ref,
            kind=self.kind,
            type=self.settled,
            label=self.label or self._best_name(),
            names=tuple(sorted({*self.names, self.bears} - {""})),
            mentions=tuple(sorted(mentions, key=lambda m: (m.start, m.end))),
            named=bool(self.names or self.bears),
            bridges=tuple(sorted(self.bridges, key=lambda b: (b.start, b.end))),
            of=self._home() or None,
            patron=self.patron or None,
            owner=refs.get(self.owner) if self.owner is not None else None,
        )

    def _best_name(self) -> str:
        """The name that tells most; one that stood in parentheses only where there is no other."""
        second = {bridge.other for bridge in self.bridges}
        first = [name for name in self.names if name not in second]
        return max(first or self.names, key=lambda n: (len(telling(n)), self.names[n], len(n), n))

    def _home(self) -> str:
        """The state of a body or group; of a person, the one that a title names."""
        if self.person:
            return min((state for _, state in self.titles if state), default="")
        return self.state
