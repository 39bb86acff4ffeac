"""Names: each is led to the entity that already bears it, or begins a new one."""

from __future__ import annotations

from collections import defaultdict, deque

from graph.actors.alike import name_keys, same_name
from graph.actors.classes import PLACES, apart
from graph.actors.cluster import Cluster
from graph.actors.story import Story
from graph.language import trees
from graph.language.distinct import are_told_apart
from graph.language.names import fold, telling
from graph.model import Phrase

_SURE = 5
"""So many votes make a class sure: those of one word that tells it."""
_HIGHEST = frozenset({"president", "king", "queen", "emperor", "empress", "pope"})
"""Offices that a text seldom leaves out where it first names the holder. Source: own list."""
_COMPARED = 200
"""So many bearers of names with one key are compared, the latest: no news has more, and time stays bounded."""


def join_names(story: Story) -> None:
    """Leads every name of the article to its entity, in reading order."""
    bearers: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_COMPARED))
    for phrase in story.phrases:
        if phrase.kind == "name":
            story.join(phrase, _bearer(story, phrase, bearers))


def _bearer(story: Story, phrase: Phrase, bearers: dict[str, deque[int]]) -> int:
    """`bearers`: keys of names -> who bears such a name, so that a name is compared with few others."""
    if phrase.type == "State" and phrase.state:
        return story.state_of(phrase.state)
    keys = name_keys(phrase.text)
    near = sorted({number for key in keys for number in bearers[key]})
    others = _told_apart(story, phrase)
    fits = [number for number in near if number not in others and _bears(story.clusters[number], phrase)]
    if story.parted.intersection(fits):
        spelled = {n for n in fits if fold(phrase.text) in map(fold, story.clusters[n].names)}
        fits = [number for number in fits if number in spelled] or fits
    found = (
        _foremost(story, fits) if fits else story.add(Cluster("place" if phrase.type in PLACES else "actor"))
    )
    story.parted.update((found, *others) if others else ())
    for key in keys:
        if found not in bearers[key]:
            bearers[key].append(found)
    return found


def _told_apart(story: Story, phrase: Phrase) -> tuple[int, ...]:
    """Of whom the words before say that it is another: "Ali Nur (no relation to Aly Nour)"."""
    before = [p for p in story.phrases_of(phrase.sentence) if p.kind == "name" and p.end <= phrase.start]
    if not before:
        return ()
    last = max(before, key=lambda p: (p.end, p.head))
    between = story.article.text[last.end : phrase.start]
    return story.of.get((last.sentence, last.head), ()) if are_told_apart(between) else ()


def _foremost(story: Story, numbers: list[int]) -> int:
    """Of several bearers of a last name the one whom the text was about last: the latest subject, else the first."""
    if len(numbers) == 1:
        return numbers[0]

    def last_subject(number: int) -> tuple[int, int]:
        places = [(p.sentence, p.head) for p in story.clusters[number].phrases]
        return max(
            (at for at in places if story.sentences[at[0]].tokens[at[1]].dep in trees.SUBJECTS),
            default=(-1, -1),
        )

    return max(numbers, key=lambda number: (last_subject(number), -number))


def _of_another_rank(cluster: Cluster, phrase: Phrase) -> bool:
    """Whether a last name has a title of the highest rank, and the bearer with a first name only others; or the
    other way round: "First Lady Ada Nur" is not "President Nur"."""
    if len(telling(phrase.text)) > 1:
        ruling = any(title in _HIGHEST for title, _ in cluster.titles) and not cluster.sexes
        return (
            bool(phrase.sex)
            and ruling
            and not phrase.title
            and all(len(telling(n)) == 1 for n in cluster.names)
        )
    if phrase.title not in _HIGHEST:
        return False
    full = any(len(telling(name)) > 1 for name in cluster.names)
    titles = {title.removeprefix("former ") for title, _ in cluster.titles}
    return full and bool(titles) and not titles & _HIGHEST


def _bears(cluster: Cluster, phrase: Phrase) -> bool:
    """Whether the name can be one of the entity's."""
    if cluster.type == "State" or not cluster.names:
        return False
    if phrase.sex and cluster.sexes - {phrase.sex} or _of_another_rank(cluster, phrase):
        return False
    sure = phrase.sure and cluster.types[cluster.type] >= _SURE
    if sure and apart(phrase.type, cluster.type):
        return False
    if (phrase.type in PLACES) != (cluster.type in PLACES) and fold(phrase.text) not in map(
        fold, cluster.names
    ):
        return False  # "Lake Kasim" is not the "Lake Kasim Institute" cut short
    if "Person" not in {phrase.type, cluster.type}:
        return any(same_name(phrase.text, name, person=False) for name in cluster.names)
    # "Moreno" is either of two: their first names tell them apart, however often one was the last name alone.
    full = [name for name in cluster.names if len(telling(name)) > 1]
    compared = full if full and len(telling(phrase.text)) > 1 else cluster.names
    return any(same_name(phrase.text, name, person=True) for name in compared)
