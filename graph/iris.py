"""IRIs and the ids they are made of: the only place that mints them.

Ids that must be the same on every run are hashes of content, never of a position or of a clock. What is
hashed is written down by `_digest`: the parts, each with its length in front, so that no two lists of
parts give one text.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from urllib.parse import quote

from graph.model import ArticleId, Claim, Precision, Qualifier, Ref
from ontology.records import DEFAULT_BASE

_SAFE = "-._~/:@!$&'()*+,;="
"""What may stand in the path of an IRI besides letters and digits (RFC 3987, ipchar and the slash)."""
_SAFE_ALONE = re.compile(rf"[A-Za-z0-9{re.escape(_SAFE)}]*")

WELL_KNOWN: Mapping[str, str] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Namespaces of others, by their prefix."""


def prefixes(base: str) -> dict[str, str]:
    """The prefixes of what an installation whose IRIs begin with `base` asks and sends."""
    return {"dram": f"{base}ontology#", "dramv": f"{base}vocab#", "g": f"{base}graph/", **WELL_KNOWN}


@dataclass(frozen=True, slots=True)
class Iris:
    """The IRIs of one installation; `base` ends in a slash."""

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        if not self.base.endswith("/"):
            raise ValueError(f"the base IRI {self.base!r} must end in a slash, as {DEFAULT_BASE} does")

    def entity(self, ref: Ref) -> str:
        """The IRI of an actor, place, post, event or vocabulary value.

        >>> Iris("http://x/").entity(Ref("actor/ali-nur")), Iris("http://x/").entity(Ref("vocab/drone"))
        ('http://x/id/actor/ali-nur', 'http://x/vocab#drone')
        """
        kind, name = _split(ref)
        return f"{self.base}vocab#{name}" if kind == "vocab" else self._id(kind, name)

    def result(self, election: Ref, contestant: Ref) -> str:
        """The node on which the numbers of one contestant in one election meet."""
        return self._id("result", f"{_split(election)[1]}/{_split(contestant)[1]}")

    def figure(self, event: Ref, harm: str, group: Ref) -> str:
        """The node on which the counts of one group harmed in one event meet."""
        return self._id("figure", f"{_split(event)[1]}/{harm}/{_split(group)[1]}")

    def doc(self, article: ArticleId) -> str:
        """The IRI of an article."""
        return self._id("doc", article)

    def span(self, article: ArticleId, start: int, end: int) -> str:
        """The IRI of a stretch of an article's text, in the form of RFC 5147."""
        return f"{self.doc(article)}#char={start},{end}"

    def selector(self, article: ArticleId, start: int, end: int) -> str:
        """The IRI of the selector of a stretch of text."""
        return f"{self.span(article, start, end)};selector"

    def claim(self, claim: Claim, proposition: str) -> str:
        """The IRI of a claim that states the proposition with that id."""
        return self._id("claim", claim_id(claim, proposition))

    def source(self, claim: str, depth: int) -> str:
        """The IRI of one level of the chain of speakers of the claim with that IRI."""
        return f"{claim}/source-{depth}"

    def prop(self, proposition: str) -> str:
        """The IRI of the proposition with that id."""
        return self._id("prop", proposition)

    def negative(self, proposition: str) -> str:
        """The IRI of the assertion that the proposition with that id does not hold."""
        return self._id("negative", proposition)

    def relation(self, relation: str) -> str:
        """The IRI of the relationship with that id."""
        return self._id("relation", relation)

    def conflict(self, conflict: str) -> str:
        """The IRI of the conflict with that id."""
        return self._id("conflict", conflict)

    def link(self, entity: Ref, entry: str) -> str:
        """The IRI of what is known of an actor or place being an entry of a reference file."""
        return self._id("link", _digest((entity, entry))[:10])

    def run(self, article: ArticleId) -> str:
        """The IRI of the run that read an article."""
        return self._id("run", f"extract-{article}")

    def extractor(self, version: str) -> str:
        """The IRI of the program, in one version, that read the articles."""
        return self._id("run", f"extractor-{version}")

    def consensus(self, version: str) -> str:
        """The IRI of the run that judged the propositions."""
        return self._id("run", f"consensus-{version}")

    def named_graph(self, name: str) -> str:
        """The name of one of the graphs that are not an article's: `entities`, `accepted`, ..."""
        return f"{self.base}graph/{name}"

    def claims_graph(self, article: ArticleId) -> str:
        """The name of the graph of one article's claims."""
        return f"{self.base}graph/claims/{_quoted(article)}"

    def _id(self, kind: str, name: str) -> str:
        return f"{self.base}id/{kind}/{_quoted(name)}"


@lru_cache(maxsize=10_000)
def _quoted(name: str) -> str:
    # Nearly all names are safe, and to see that takes a fifth of the time of quoting them.
    return name if _SAFE_ALONE.fullmatch(name) else quote(name, safe=_SAFE)


def _split(ref: Ref) -> tuple[str, str]:
    kind, slash, name = ref.partition("/")
    if not slash or not kind or not name or "#" in ref:
        raise ValueError(f"{ref!r} is not a resolved reference; resolve the articles before minting IRIs")
    return kind, name


# --------------------------------------------------------------------------- ids


def proposition_id(
    subject: Ref,
    predicate: str,
    content: Ref | int | bool | str,
    *,
    is_object: bool,
    qualifier: Qualifier | None = None,
    context: Ref | None = None,
    valid_from: date | None = None,
    valid_until: date | None = None,
    precision: Precision | None = None,
    ended: bool = False,
) -> str:
    """The id of a content, the same whoever states it; `content` is the object or else the value."""
    kind = "object" if is_object else type(content).__name__
    parts = (
        subject, predicate, kind, str(content), qualifier or "", context or "",
        _iso(valid_from), _iso(valid_until), precision or "",
    )  # fmt: skip
    return _digest((*parts, "ended") if ended else parts)[:12]


def claim_id(claim: Claim, proposition: str) -> str:
    """The id of a claim: its article, then a hash of the place, the content, the manner and the speaker."""
    place = (claim.article, str(claim.start), str(claim.end))
    manner = (claim.modality, claim.polarity, claim.sources[-1].speaker)
    return f"{claim.article}-{_digest((*place, proposition, *manner))[:10]}"


def conflict_id(kind: str, members: Iterable[str]) -> str:
    """The id of a conflict between propositions."""
    return _digest((kind, *sorted(members)))[:10]


def relation_id(kind: str, roles: Iterable[tuple[str, Ref]], start: date | None = None) -> str:
    """The id of a relationship; `start` tells a second term from the first."""
    return _digest((kind, *(part for role in sorted(roles) for part in role), _iso(start)))[:10]


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("|".join(map(_measured, parts)).encode()).hexdigest()


@lru_cache(maxsize=1 << 16)
def _measured(part: str) -> str:
    """A part with its length in front; most parts are names that come again soon."""
    return f"{len(part)}:{part}"


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()


# --------------------------------------------------------------------------- slugs

_ARABIC = """
ا=a أ=a إ=i آ=a ٱ=a ء= ؤ=u ئ=i ب=b ت=t ة=a ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع=a
غ=gh ف=f ق=q ك=k ل=l م=m ن=n ه=h و=w ي=y ى=a ـ= پ=p چ=ch ژ=zh گ=g ک=k ی=y ڤ=v ہ=h ے=e
"""
_CYRILLIC = """
а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh
щ=shch ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g ў=u ј=j љ=lj њ=nj ћ=c ђ=dj џ=dz ѓ=gj ќ=kj ѕ=dz
"""
_LATIN = "ß=ss æ=ae œ=oe ø=o đ=d ð=d þ=th ł=l ı=i ŋ=ng ħ=h ŧ=t ə=a"
_LETTERS = {
    letter: latin
    for pair in f"{_ARABIC} {_CYRILLIC} {_LATIN}".split()
    for letter, _, latin in [pair.partition("=")]
}

_SILENT = frozenset(".'’‘`´ʼʿʾ\u02bb\u200c\u200d\u200e\u200f")
"""Signs inside a word: "U.S." is `us`, "Ja'far" is `jafar`."""


def slug(label: str) -> str:
    """A label in lower-case ASCII letters, digits and hyphens, never empty.

    Arabic and Cyrillic letters are spelled in Latin ones. A label with letters of another script gets a
    hash of itself at the end, as two such labels could otherwise share a slug.

    >>> slug("Ja'far al-Nūr"), slug("Партия труда"), slug("حزب"), slug("U.S. Fleet")
    ('jafar-al-nur', 'partiya-truda', 'hzb', 'us-fleet')
    """
    letters = [_latin(letter) for letter in unicodedata.normalize("NFC", label).lower()]
    words = "".join("" if letter is None else letter for letter in letters).split()
    if words and None not in letters:
        return "-".join(words)
    return "-".join([*words, "x" + _digest((label,))[:8]])


@lru_cache(maxsize=4096)
def _latin(letter: str) -> str | None:
    """A letter in ASCII, a space for what parts words, None for a letter that no table spells."""
    if letter in _SILENT:
        return ""
    if letter in _LETTERS:
        return _LETTERS[letter]
    plain = "".join(_LETTERS.get(part, part) for part in unicodedata.normalize("NFKD", letter))
    plain = "".join(part for part in plain if not unicodedata.combining(part)).lower()
    if plain.isascii() and plain.isalnum():
        return plain
    if letter.isalnum():
        return None
    return "" if unicodedata.combining(letter) else " "
