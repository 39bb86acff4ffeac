"""The word lists as questions to a sentence: is this a state, an office, a body, a group, a site, a tie?"""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from typing import NamedTuple

from graph.language import trees
from graph.language.names import fold
from graph.model import Sentence, Token

# Buildings and grounds that news places people and events at. Source: own list.
_SITES = frozenset(
    "home house residence villa mansion palace apartment compound headquarters base camp barracks outpost "
    "embassy consulate airport airbase airfield port checkpoint prison jail hospital mosque church temple "
    "synagogue school guesthouse hotel bridge square market courthouse refinery pipeline dam".split()
)
_DWELLINGS = frozenset("home house residence villa mansion palace apartment guesthouse".split())
ALWAYS_PLURAL = frozenset("police people personnel military".split())
# Words that count or measure the noun after "of". Source: own list.
_QUANTITIES = frozenset(
    "range number dozen hundred thousand million handful majority minority lot couple score pair half third quarter "
    "part series wave string most some many several few all one two three four five six seven eight nine ten "
    "bulk rest kind sort type member".split()
) - {"member"}


class Office(NamedTuple):
    """An office as a sentence gives it: "former deputy prime minister"."""

    canonical: str
    flags: frozenset[str]
    first: int
    last: int


class Tie(NamedTuple):
    """What "X-backed", "pro-X", "X proxy" says of the noun it stands before."""

    predicate: str
    at: int
    """Position of X."""
    text: str
    code: str
    """Code of X where X is a state or its adjective."""


class Report(NamedTuple):
    """How a reporting verb puts its content."""

    speech_act: str
    effect: str
    addressee: str
    factive: bool
    infinitive: bool
    """Whether an infinitive under it is content ("vowed to leave")."""
    objects: bool
    """Whether its direct object is content ("denied the report")."""
    kind: str
    """Kind of the verb in the list: say, write, believe, know ..."""


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    text = (resources.files("graph.language.lexicons") / name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def _words(name: str) -> frozenset[str]:
    text = (resources.files("graph.language.lexicons") / name).read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))


# --------------------------------------------------------------------------- states and peoples


@cache
def _states() -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    capitals: dict[str, str] = {}
    labels: dict[str, str] = {}
    for row in _rows("states.tsv"):
        code = row["iso"]
        labels[code] = row["name"]
        for name in [row["name"], *_split(row["aliases"])]:
            names.setdefault(name, code)
        for word in [*_split(row["adjectives"]), *_split(row["person"]), *_split(row["people"])]:
            demonyms.setdefault(word, code)
        for name in _split(row["capitals"]):
            capitals.setdefault(fold(name), code)
    return names, demonyms, capitals, labels


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.replace("|", ";").split(";") if part.strip()]


@cache
def state_named(text: str) -> str:
    """The code of the state of this name or alias, as printed ("US", but not "us")."""
    names = _states()[0]
    return names.get(text) or names.get(text.removeprefix("the ").removeprefix("The ")) or ""


@cache
def demonym(word: str) -> str:
    """The code of the state whose adjective or people this word is: "Kenyan", "Kenyans"."""
    return _states()[1].get(word, "")


def state_of_word(text: str) -> str:
    """The code of the state that a name or an adjective stands for."""
    return state_named(text) or demonym(text)


def capital(name: str) -> str:
    """The code of the state of which this is the capital."""
    return _states()[2].get(fold(name), "")


def state_label(code: str) -> str:
    """The common English name of a state."""
    return _states()[3][code]


@cache
def _peoples() -> frozenset[str]:
    rows = (*_rows("peoples.tsv"), *_rows("states.tsv"))
    return frozenset(word for row in rows for word in _split(row["people"]) if not state_named(word))


def is_people(word: str) -> bool:
    """Whether the word names a people: "Kurds", "Kenyans"."""
    return word in _peoples()


@cache
def _people_adjectives() -> frozenset[str]:
    return frozenset(word for row in _rows("peoples.tsv") for word in _split(row["adjectives"]))


def is_people_adjective(word: str) -> bool:
    """Whether the word is the adjective of a people or state: "Kurdish", "Sunni", "Kenyan"."""
    return (
        word in _people_adjectives() or bool(demonym(word)) and not is_people(word) and not state_named(word)
    )


# --------------------------------------------------------------------------- offices and titles


@cache
def _offices() -> dict[str, tuple[str, frozenset[str]]]:
    return {
        row["office"]: (row["canonical"], frozenset(_split(row["flags"]))) for row in _rows("offices.tsv")
    }


@cache
def office_effects() -> dict[str, str]:
    """Words before or after an office that shift it: former -> past, acting -> acting, incoming -> future."""
    return {row["modifier"]: row["effect"] for row in _rows("office_modifiers.tsv")}


@cache
def _titles() -> dict[str, str]:
    return {row["title"]: row["kind"] for row in _rows("titles.tsv")}


def office_at(sentence: Sentence, head: int) -> Office | None:
    """The office that the word at `head` is the last word of, or the head of ("secretary of state")."""
    tokens = sentence.tokens
    if tokens[head].pos not in {"NOUN", "PROPN"}:
        return None
    for after in (4, 3, 2, 1, 0):
        if head + after >= len(tokens) or after and tokens[head + 1].lemma not in {"of", "in", "-"}:
            continue
        for before in (3, 2, 1, 0):
            if head - before < 0:
                continue
            words = _joined(tokens[head - before : head + after + 1])
            found = _offices().get(words) or _offices().get(
                _joined((*tokens[head - before : head], tokens[head]), lemma=True) if not after else ""
            )
            if found:
                return Office(found[0], found[1], head - before, head + after)
    return None


def office_before(sentence: Sentence, first: int) -> Office | None:
    """The office or title that stands right before a name."""
    at = first - 1
    while at >= 0 and sentence.tokens[at].text in {",", '"'} and first - at < 2:
        return None
    for length in (5, 4, 3, 2, 1):
        start = first - length
        if start < 0:
            continue
        words = _joined(sentence.tokens[start:first])
        found = _offices().get(words)
        if found:
            return Office(found[0], found[1], start, first - 1)
        office = sentence.tokens[start:first]
        kind = _titles().get(_spelled(office))
        if kind and kind != "honorific":
            return Office(words, frozenset({kind}), start, first - 1)
    return None


def title_length(sentence: Sentence, first: int, last: int) -> int:
    """How many words at the start of a would-be name are a title ("President Nur" -> 1)."""
    for length in range(min(5, last - first + 1), 0, -1):
        words = sentence.tokens[first : first + length]
        if _spelled(words) in _titles() or _joined(words) in _offices() and words[0].text[:1].isupper():
            return length
    return 0


def titled(sentence: Sentence, first: int) -> bool:
    """Whether a personal title or office stands right before the word."""
    for length in (4, 3, 2, 1):
        start = first - length
        if start < 0:
            continue
        words = sentence.tokens[start:first]
        if (
            _spelled(words) in _titles()
            or _joined(words) in _offices()
            and sentence.tokens[first - 1].pos in {"NOUN", "PROPN"}
        ):
            # "the leader of Kasim" has a word between; "Kasim leader Nur" has not
            return True
    return False


def _joined(tokens: tuple[Token, ...], *, lemma: bool = False) -> str:
    return "".join((t.lemma if lemma else t.text.lower()) + (" " if t.space else "") for t in tokens).strip()


def _spelled(tokens: tuple[Token, ...]) -> str:
    return "".join(t.text + (" " if t.space else "") for t in tokens).strip()


# --------------------------------------------------------------------------- organisations, groups, persons


@cache
def _organisations() -> dict[str, tuple[str, str]]:
    return {row["noun"]: (row["class"], row["place"]) for row in _rows("organisations.tsv")}


def organisation_class(words: list[str]) -> str:
    """The class that an organisation noun in a name gives: at the end first, then at the start or inside.

    >>> organisation_class(["Kasim", "Front"]), organisation_class(["Ministry", "of", "Works"])
    ('PoliticalParty', 'GovernmentBody')
    """
    table = _organisations()
    for length in range(min(4, len(words)), 0, -1):
        found = table.get(" ".join(words[-length:]))
        if found and found[1] in {"end", "any"} and (length < len(words) or found[1] == "any"):
            return found[0]
    for length in range(min(4, len(words) - 1), 0, -1):
        found = table.get(" ".join(words[:length]))
        if found and found[1] in {"start", "any"}:
            return found[0]
    for at in range(1, len(words) - 1):
        found = table.get(words[at])
        if found and found[1] == "any" and words[at + 1].lower() in {"of", "for"}:
            return found[0]
    return ""


_GROUND = frozenset(
    "river lake sea mountain mountains valley province district city town region island islands desert airport base "
    "bridge square strip gulf state county governorate".split()
)


def tail_word(word: str) -> bool:
    """Whether a folded word at the end of a name may be left off: "Alliance", "River"."""
    return word in _GROUND or word.capitalize() in _organisations() or word in _GROUND


@cache
def _groups() -> dict[tuple[str, bool], str]:
    found: dict[tuple[str, bool], str] = {}
    for row in _rows("groups_of_people.tsv"):
        if row["noun"] == "force":
            continue  # a single force is mostly no body: "the driving force"
        found.setdefault((row["lemma"], row["number"] == "plural"), row["class"])
        found.setdefault((row["noun"], row["number"] == "plural"), row["class"])
    return found


def group_class(lemma: str, *, singular: bool, before: list[str] | None = None) -> str:
    """The class of a common noun for a group or body, with the words before it ("security" forces)."""
    table = _groups()
    for word in before or []:
        found = table.get((f"{word} {lemma}", not singular))
        if found:
            return found
    # Several of them are a loose group, whatever one of them is: "the militias", "ministries".
    found = table.get((lemma, not singular), "")
    return (
        "ActorGroup"
        if found and not singular and table.get((lemma, False)) and found not in {"SecurityForce"}
        else found
    )


@cache
def is_person(lemma: str) -> bool:
    """Whether the noun's first sense is a person (WordNet)."""
    return lemma in _words("persons.txt")


def is_site(lemma: str) -> bool:
    """Whether the noun is a building or ground."""
    return lemma in _SITES


def is_dwelling(lemma: str) -> bool:
    """Whether the noun is where a person lives."""
    return lemma in _DWELLINGS


def is_quantity(sentence: Sentence, position: int) -> bool:
    """Whether the word only counts the noun after its "of": "dozens of troops", "one of his friends"."""
    token = sentence.tokens[position]
    return (token.lemma in _QUANTITIES or token.pos == "NUM") and bool(
        trees.objects_of(sentence, position, "of")
    )


# --------------------------------------------------------------------------- ties between actors


@cache
def _sponsorship() -> tuple[dict[str, str], dict[str, str]]:
    suffixes = {
        row["form"].lstrip("-"): row["predicate"]
        for row in _rows("sponsorship.tsv")
        if row["kind"] == "suffix"
    }
    prefixes = {
        row["form"].rstrip("-"): row["predicate"]
        for row in _rows("sponsorship.tsv")
        if row["kind"] == "prefix"
    }
    return suffixes, prefixes


def ties(sentence: Sentence, head: int) -> list[Tie]:
    """The ties in the compound adjectives before a noun: "X-backed", "pro-X", "anti-X", "X proxy"."""
    suffixes, prefixes = _sponsorship()
    tokens, found = sentence.tokens, []
    inside = [i for i in trees.subtree(sentence, head) if i < head]
    for i in inside:
        token = tokens[i]
        if i >= 2 and tokens[i - 1].text == "-" and token.text.lower() in suffixes:
            predicate = suffixes[token.text.lower()]
            if predicate != "none":
                found.append(_tie(sentence, predicate, i - 2))
        elif token.text.lower() in prefixes and i + 2 < head and tokens[i + 1].text == "-":
            predicate = prefixes[token.text.lower()]
            if predicate != "none":
                found.append(_tie(sentence, predicate, i + 2))
    proxy = [t for t in trees.below(sentence, head, "compound", "amod") if t.lemma == "proxy"]
    if proxy or tokens[head].lemma in {"proxy", "puppet", "surrogate"}:
        for owner in [*trees.below(sentence, head, "poss", "amod"), *trees.objects_of(sentence, head, "of")]:
            tie = _tie(sentence, "sponsoredBy", owner.i)
            if tie.code or owner.dep in {"poss", "pobj"}:
                found.append(tie)
    return found


def _tie(sentence: Sentence, predicate: str, at: int) -> Tie:
    token = sentence.tokens[at]
    first = at
    while (
        first > 0
        and sentence.tokens[first - 1].dep == "compound"
        and sentence.tokens[first - 1].head in {at, token.head}
    ):
        first -= 1
    text = _spelled(sentence.tokens[first : at + 1])
    code = state_of_word(text) or state_of_word(token.text) or capital(token.text)
    return Tie(predicate, at, text, code)


# --------------------------------------------------------------------------- reporting

# Verbs whose infinitive is what is said: "vowed to leave", "claims to have won". Source: own list.
_INFINITIVE = frozenset(
    "vow promise pledge threaten claim demand agree refuse decline offer order urge ask call swear".split()
)


@cache
def _reporting() -> dict[str, Report]:
    found: dict[str, Report] = {}
    for row in _rows("reporting.tsv"):
        if row["pos"] == "verb" and row["effect"] != "none":
            found[row["lemma"]] = Report(
                speech_act="" if row["speech_act"] == "none" else row["speech_act"],
                effect=row["effect"],
                addressee=row["addressee"],
                factive=row["factive"] == "yes",
                infinitive=row["lemma"] in _INFINITIVE,
                objects=row["effect"] in {"denied", "suspected"},
                kind=row["kind"],
            )
    return found


def reporting(lemma: str) -> Report | None:
    """How a verb of saying or thinking puts its content, if it is one."""
    return _reporting().get(lemma)


@cache
def hedges() -> dict[str, tuple[str, str, str]]:
    """Hedging words -> (modality, certainty, part of speech)."""
    return {row["form"]: (row["modality"], row["certainty"], row["pos"]) for row in _rows("hedges.tsv")}


@cache
def weapons() -> dict[str, str]:
    """Instrument nouns -> value of dram:Instrument."""
    return {row["noun"]: row["instrument"] for row in _rows("weapons.tsv")}


# --------------------------------------------------------------------------- events


class Trigger(NamedTuple):
    """A row of the event table."""

    lemma: str
    cls: str
    kind: str
    subject: str
    object: str
    preps: dict[str, str]


@cache
def _triggers(pos: str) -> dict[str, list[Trigger]]:
    """Rows by the first word of the lemma (verbs) or its last word (nouns), the longest lemma first."""
    found: dict[str, list[Trigger]] = {}
    for row in _rows("events.tsv"):
        if row["pos"] != pos:
            continue
        words = row["lemma"].split()
        pairs = [(part.rsplit(":", 1)[0], part.rsplit(":", 1)[1]) for part in _split(row["preps"])]
        row_ = Trigger(row["lemma"], row["class"], row["kind"], row["subject"], row["object"], dict(pairs))
        found.setdefault(words[0] if pos == "verb" else words[-1], []).append(row_)
    return {key: sorted(rows, key=lambda r: -len(r.lemma.split())) for key, rows in found.items()}


def verb_trigger(sentence: Sentence, verb: int) -> Trigger | None:
    """The row of a verb with its particle, preposition or fixed object: "shot down", "called for", "took office"."""
    token = sentence.tokens[verb]
    for row in _triggers("verb").get(token.lemma, ()):
        rest = row.lemma.split()[1:]
        if not rest:
            return row
        near = [t.lemma for t in trees.below(sentence, verb) if not _of_time(sentence, t.i)]
        under = [
            t.lemma
            for child in trees.below(sentence, verb, "prep", "dobj")
            for t in trees.below(sentence, child.i)
        ]
        if all(word in near or word in under or word == "the" for word in rest) and (rest[0] in near):
            return row
    return None


def _of_time(sentence: Sentence, preposition: int) -> bool:
    """ "called on Monday" is no calling on somebody."""
    return any(t.ent[2:] in {"DATE", "TIME"} for t in trees.below(sentence, preposition, "pobj"))


def noun_trigger(sentence: Sentence, noun: int) -> Trigger | None:
    """The row of a noun with the words before it: "drone attack", "assassination attempt"."""
    token = sentence.tokens[noun]
    beside = trees.below(sentence, noun, "compound", "amod")
    before = {word for t in beside for word in (t.lemma, t.text.lower())}
    rows = _triggers("noun").get(token.lemma, ()) or _triggers("noun").get(token.text.lower(), ())
    for row in rows:
        rest = row.lemma.split()[:-1]
        if all(word in before for word in rest):
            return row
    return None


# Nouns for one who belongs to a body rather than works for it. Source: own list.
_MEMBERS = frozenset(
    "member fighter militant militiaman terrorist rebel guerrilla insurgent gunman activist supporter follower lawmaker "
    "deputy legislator senator cadre veteran".split()
)


def is_member(lemma: str) -> bool:
    """Whether the noun says that a person belongs to a body."""
    return lemma in _MEMBERS


def is_ground(lemma: str) -> bool:
    """Whether the noun is a kind of area: "neighborhood", "province"."""
    return lemma in _GROUND or lemma in {
        "neighborhood",
        "neighbourhood",
        "area",
        "zone",
        "suburb",
        "quarter",
        "region",
        "village",
    }


def is_armed_group(noun: str) -> bool:
    """Whether a noun, in singular or plural, is for armed groups: "militias", "groups", "fighters"."""
    singular = noun.removesuffix("s")
    armed = {"Militia", "ArmedGroup", "InsurgentGroup"}
    return _groups().get((singular, False)) in armed or noun in {
        "groups",
        "proxies",
        "forces",
        "factions",
        "fighters",
        "militants",
    }
