"""Phrases of one article -> the actors, places and posts they speak of, each phrase led to its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.language import trees, vocabulary
from graph.language.names import acronym, fold, same_word, skeleton, telling
from graph.model import Article, Bridge, Discourse, Entity, EntityKind, Mention, Phrase, Ref, Sentence, Token

_PLACES = frozenset({"Place", "Country", "Settlement", "Area", "Site"})
_PERSONS = frozenset({"Person", "UnnamedPerson"})
_BODIES_OF_STATE = frozenset(
    {"State", "GovernmentBody", "Legislature", "SecurityForce", "IntelligenceService", "Ministry", "Court"}
)
_TELLING = frozenset(
    "Militia ArmedGroup InsurgentGroup PoliticalParty ElectoralAlliance IntelligenceService SecurityForce".split()
)
"""Classes that a common noun gives to the name it stands for ("the militia")."""
_HE = frozenset("he him his himself she her hers herself".split())
_IT = frozenset("it its itself".split())
_THEY = frozenset("they them their themselves".split())
_I = frozenset("i me my myself".split())
_ANAPHORIC = frozenset({"Militia", "ArmedGroup", "PoliticalParty", "ElectoralAlliance", "Organization"})
"""Classes of common nouns that can stand for a name used before: "the militia", "the party"."""
_COUNTING = frozenset(
    "many several some few more most other same such another certain various numerous least".split()
)
_WE = frozenset("we us our".split())


@dataclass
class Cluster:
    """An entity in the making."""

    kind: EntityKind
    phrases: list[Phrase] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    types: Counter[str] = field(default_factory=Counter)
    titles: set[tuple[str, str]] = field(default_factory=set)
    bridges: list[Bridge] = field(default_factory=list)
    state: str = ""
    patron: str = ""
    lemma: str = ""
    owner: int | None = None
    label: str = ""
    marks: set[str] = field(default_factory=set)
    """Words that tell it from others of its noun: "security" forces, the "Sunni" party."""
    plural: bool = False
    last: tuple[int, int] = (-1, -1)
    """Where it was spoken of last: sentence and position."""

    @property
    def type(self) -> str:
        if not self.types:
            return "Organization" if self.kind == "actor" else "Place"
        best = max(self.types.values())
        return min(name for name, votes in self.types.items() if votes == best)

    @property
    def person(self) -> bool:
        return self.type in _PERSONS


class Reader:
    """Goes through an article once, in reading order, and keeps who was spoken of."""

    def __init__(self, article: Article, sentences: Sequence[Sentence], phrases: Iterable[Phrase]) -> None:
        self.article, self.sentences = article, sentences
        self.phrases = list(phrases)
        self.clusters: list[Cluster] = []
        self.of: dict[tuple[int, int], tuple[int, ...]] = {}
        self.known: dict[str, set[int]] = {}
        """Keys of names -> clusters that bear such a name, so that a name is compared with few others."""
        self.state = _dominant_state(self.phrases, sentences)

    def read(self) -> None:
        """Names first, since a nominal can stand before the name that explains it; then the rest in order."""
        for phrase in self.phrases:
            if phrase.kind == "name":
                self._join(phrase, self._named(phrase))
        self._bridges()
        for cluster in self.clusters:
            cluster.last = (-1, -1)
        for phrase in sorted(self.phrases, key=lambda p: (p.sentence, p.first, p.head)):
            if phrase.kind == "name":
                for number in self.of[phrase.sentence, phrase.head]:
                    self.clusters[number].last = (phrase.sentence, phrase.head)
            elif phrase.kind == "nominal":
                found = self._nominal(phrase)
                if found is not None:
                    self._join(phrase, found)
            else:
                self._pronoun(phrase)

    # ------------------------------------------------------------------ names

    def _join(self, phrase: Phrase, number: int) -> None:
        cluster = self.clusters[number]
        cluster.phrases.append(phrase)
        self.of[phrase.sentence, phrase.head] = (number,)
        cluster.last = (phrase.sentence, phrase.head)
        if phrase.kind == "name":
            cluster.names += _printed(_raw(self.article, phrase.start, phrase.end))
            if phrase.type:
                # Last names alone the parser often takes for organisations, seldom the other way round.
                cluster.types[phrase.type] += 5 if phrase.sure else 2 if phrase.type == "Person" else 1
        elif cluster.names and phrase.kind == "nominal" and phrase.type in _TELLING:
            cluster.types[phrase.type] += 4
        if phrase.title:
            cluster.titles.add((phrase.title, phrase.state))
        if phrase.state and not cluster.state and cluster.kind == "actor":
            cluster.state = phrase.state
        if phrase.patron and not cluster.patron:
            cluster.patron = phrase.patron

    def _named(self, phrase: Phrase) -> int:
        if phrase.type == "State":
            return self._state(phrase.state)
        keys = _name_keys(phrase.text)
        for number in sorted({n for key in keys for n in self.known.get(key, ())}):
            if self.clusters[number].type != "State" and self._same_name(phrase, self.clusters[number]):
                self._know(keys, number)
                return number
        kind: EntityKind = "place" if phrase.type in _PLACES else "actor"
        self.clusters.append(Cluster(kind))
        self._know(keys, len(self.clusters) - 1)
        return len(self.clusters) - 1

    def _know(self, keys: Iterable[str], number: int) -> None:
        for key in keys:
            self.known.setdefault(key, set()).add(number)

    def _state(self, code: str) -> int:
        for number, cluster in enumerate(self.clusters):
            if cluster.type == "State" and cluster.state == code:
                return number
        self.clusters.append(
            Cluster("actor", state=code, types=Counter({"State": 100}), label=vocabulary.state_label(code))
        )
        return len(self.clusters) - 1

    def _same_name(self, phrase: Phrase, cluster: Cluster) -> bool:
        if not cluster.names:
            return False
        if (
            phrase.sure
            and phrase.type
            and _apart(phrase.type, cluster.type)
            and cluster.types[cluster.type] >= 5
        ):
            return False
        if (phrase.type in _PLACES) != (cluster.type in _PLACES) and fold(phrase.text) not in map(
            fold, cluster.names
        ):
            return False  # "Lake Kasim" is not the "Lake Kasim Institute" cut short
        person = "Person" in {phrase.type, cluster.type}
        return any(same_name(phrase.text, name, person=person) for name in dict.fromkeys(cluster.names))

    # ------------------------------------------------------------------ two names printed side by side

    def _bridges(self) -> None:
        by_start = {(p.sentence, p.first): p for p in self.phrases if p.kind == "name"}
        for phrase in [p for p in self.phrases if p.kind == "name"]:
            tokens = self.sentences[phrase.sentence].tokens
            at = phrase.last + 1
            if at < len(tokens) and tokens[at].text == "(":
                self._parenthesis(phrase, by_start.get((phrase.sentence, at + 1)), at)
            other = by_start.get((phrase.sentence, _known_as(tokens, at)))
            if other is not None and not _apart(phrase.type, other.type):
                self._bridge(phrase, other)

    def _parenthesis(self, phrase: Phrase, inside: Phrase | None, at: int) -> None:
        """ "X (Y)" where Y alone fills the parenthesis: another name of X."""
        tokens = self.sentences[phrase.sentence].tokens
        if inside is None or inside.last + 1 >= len(tokens):
            return
        after = tokens[inside.last + 1].text
        if after == ")" or after == "," and acronym(phrase.text) == inside.text.upper().replace(".", ""):
            short = inside.text.upper().replace(".", "")
            if re.fullmatch(r"[A-Z]{1,2}", short) and not acronym(phrase.text).startswith(short):
                return
            if not _apart(phrase.type, inside.type) or acronym(phrase.text)[:2] == short[:2]:
                self._bridge(phrase, inside)

    def _bridge(self, phrase: Phrase, other: Phrase) -> None:
        keep, drop = self.of[phrase.sentence, phrase.head][0], self.of[other.sentence, other.head][0]
        bridge = Bridge(
            self.article.id,
            phrase.start,
            other.end,
            _raw(self.article, phrase.start, phrase.end),
            _raw(self.article, other.start, other.end),
        )
        if self.clusters[keep].type == "State" or self.clusters[drop].type == "State":
            return
        self.clusters[keep].bridges.append(bridge)
        if keep != drop:
            self._merge(keep, drop)

    def _merge(self, keep: int, drop: int) -> None:
        into, gone = self.clusters[keep], self.clusters[drop]
        into.phrases += gone.phrases
        into.names += gone.names
        into.bridges += gone.bridges
        into.titles |= gone.titles
        into.types.update({name: votes for name, votes in gone.types.items() if not _apart(name, into.type)})
        into.state = into.state or gone.state
        gone.phrases, gone.names = [], []
        self.of = {key: tuple(keep if n == drop else n for n in numbers) for key, numbers in self.of.items()}

    # ------------------------------------------------------------------ nominals

    def _nominal(self, phrase: Phrase) -> int | None:
        sentence = self.sentences[phrase.sentence]
        beside = self._beside(phrase, sentence)
        if beside is not None:
            return beside
        if phrase.type == "State":
            return self._state(phrase.state)
        if phrase.type == "Site":
            return self._site(phrase, sentence)
        if phrase.title or phrase.type == "UnnamedPerson":
            return self._person(phrase, sentence)
        return self._group(phrase, sentence)

    def _beside(self, phrase: Phrase, sentence: Sentence) -> int | None:
        """An apposition or a title that belongs to a name: the name's own entity."""
        if _compound_name(sentence, phrase):
            return None
        token = sentence.tokens[phrase.head]
        near = trees.below(sentence, phrase.head, "appos")
        if token.dep == "appos":
            near.append(sentence.tokens[trees.first_conjunct(sentence, token.head)])
        after = sentence.tokens[phrase.head + 1] if phrase.head + 1 < len(sentence.tokens) else None
        if after is not None and after.pos == "PROPN" and not phrase.plural:
            near += self._starting(sentence, after.i)
        for clause in trees.below(sentence, phrase.head, "acl"):
            if clause.lemma in {"know", "call", "name", "dub"}:
                near += trees.objects_of(sentence, clause.i, "as") + trees.below(sentence, clause.i, "oprd")
        if phrase.plural and vocabulary.is_armed_group(token.lemma):
            near += trees.below(sentence, phrase.head, "compound", "nmod")
        if not phrase.plural and phrase.type not in _PERSONS | _PLACES | {"GovernmentBody"}:
            near += trees.below(sentence, phrase.head, "compound", "nmod")
        counter = _counter(sentence, phrase)
        if counter is not None and counter.dep == "appos":
            numbers = self.of.get((sentence.index, counter.head))
            if numbers and self.clusters[numbers[0]].person:
                return numbers[0]  # "Nur, the only one of the allies whose list won"
        for other in near:
            low, high = sorted((other.i, phrase.head))
            if any(t.text == ";" for t in sentence.tokens[low:high]):
                continue  # items of a list, not two words for one
            numbers = self.of.get((sentence.index, other.i))
            if numbers and self._fits(phrase, self.clusters[numbers[0]]):
                return numbers[0]
        return None

    def _starting(self, sentence: Sentence, position: int) -> list[Token]:
        """The head of the name that starts at a word: "the rebel group Kasim Front"."""
        return [
            sentence.tokens[p.head]
            for p in self.phrases
            if p.kind == "name" and p.sentence == sentence.index and p.first == position
        ]

    def _fits(self, phrase: Phrase, cluster: Cluster) -> bool:
        if phrase.type in {"UnnamedPerson", "Person"} or phrase.title and not phrase.plural:
            return cluster.person
        if phrase.type in _PLACES:
            return cluster.kind == "place"
        if phrase.plural and cluster.type not in {
            "Militia",
            "ArmedGroup",
            "InsurgentGroup",
            "Organization",
            "ActorGroup",
        }:
            return False
        return not cluster.person and cluster.kind == "actor" and cluster.type != "State"

    def _person(self, phrase: Phrase, sentence: Sentence) -> int | None:
        if phrase.title:
            holder = self._holder(phrase)
            if holder is not None:
                return holder
        token = sentence.tokens[phrase.head]
        lemma = token.lemma
        if phrase.definite:
            known = [
                (cluster.last, n)
                for n, cluster in enumerate(self.clusters)
                if cluster.lemma == lemma and cluster.person and (cluster.last[0] >= 0)
            ]
            if known:
                return max(known)[1]
        if phrase.title and not phrase.state and not phrase.definite:
            return None if token.dep in {"attr", "pobj", "appos", "compound"} else self._new(phrase, lemma)
        if token.dep in {"attr", "appos", "compound", "npadvmod"}:
            return None
        return self._new(phrase, lemma)

    def _holder(self, phrase: Phrase) -> int | None:
        """The person of the article who bears the title, the last one spoken of first."""
        found = [
            (cluster.last, len(cluster.phrases), number)
            for number, cluster in enumerate(self.clusters)
            if cluster.person
            and cluster.names
            and any(
                title == phrase.title and _state_fits(phrase.state, state) for title, state in cluster.titles
            )
        ]
        determiner = trees.first_below(self.sentences[phrase.sentence], phrase.head, "det")
        if determiner is not None and determiner.lemma in {
            "a",
            "an",
            "any",
            "every",
            "each",
            "no",
            "another",
        }:
            return None
        if not phrase.definite and not phrase.state:
            return None
        return max(found)[2] if found else None

    def _new(self, phrase: Phrase, lemma: str) -> int:
        kind: EntityKind = "place" if phrase.type in _PLACES else "actor"
        label = self._label(phrase)
        self.clusters.append(
            Cluster(kind, types=Counter({phrase.type: 5}), lemma=lemma, label=label, plural=phrase.plural, state=phrase.state,
                    patron=phrase.patron)
        )  # fmt: skip
        return len(self.clusters) - 1

    def _label(self, phrase: Phrase) -> str:
        """The words of a nominal without what counts or points: "more than 80 security forces" -> "security forces"."""
        tokens = self.sentences[phrase.sentence].tokens
        first = phrase.first
        if tokens[phrase.head].dep == "pobj" and first < tokens[phrase.head].head:
            first = tokens[phrase.head].head + 1  # "one of his friends" is about his friends
        while first < phrase.head and (
            tokens[first].pos in {"NUM", "DET", "ADP", "ADV", "SCONJ", "PRON", "PUNCT"}
            or tokens[first].lemma in _COUNTING
        ):
            first += 1
        return _raw(self.article, tokens[first].start, phrase.end)

    def _group(self, phrase: Phrase, sentence: Sentence) -> int | None:
        """A group or body without a name: the same as an earlier one if noun, state and patron agree."""
        lemma = sentence.tokens[phrase.head].lemma
        phrase = replace(phrase, patron=self._patron(phrase, sentence))
        name = _compound_name(sentence, phrase)
        state = phrase.state
        if not state and not name and phrase.type in _BODIES_OF_STATE and not phrase.patron:
            state = self._body_state(lemma)
        marks = _marks(sentence, phrase)
        if phrase.definite and not phrase.plural and not name and not marks and phrase.type in _ANAPHORIC:
            earlier = [
                (cluster.last, n)
                for n, cluster in enumerate(self.clusters)
                if cluster.names
                and phrase.sentence - 8 <= cluster.last[0] >= 0
                and _kin(cluster.type, phrase.type)
            ]
            if earlier and not _owned(sentence, phrase):
                return max(earlier)[1]
        owner = self._owner(sentence, phrase.head) if not phrase.plural and _owned(sentence, phrase) else None
        fits = [
            (cluster.last, n)
            for n, cluster in enumerate(self.clusters)
            if not _introduces(sentence, phrase)
            and (owner is None or owner == cluster.owner)
            and (not name or name == fold(cluster.label))
            and self._same_group(phrase, cluster, lemma, state, marks)
        ]
        if fits:
            cluster = self.clusters[max(fits)[1]]
            cluster.state, cluster.patron = cluster.state or state, cluster.patron or phrase.patron
            cluster.marks |= marks
            text = self._label(phrase)
            if len(_content(text)) > len(_content(cluster.label)) and not _owned(sentence, phrase):
                cluster.label = text
            return max(fits)[1]
        number = self._new(phrase, lemma)
        self.clusters[number].state, self.clusters[number].marks = state, marks
        if owner is not None and self.clusters[owner].type != "State":
            self.clusters[number].owner = owner
            self.clusters[number].label = self._label_of(owner, sentence.tokens[phrase.head].text)
        if name:
            self.clusters[number].label = name
        return number

    def _same_group(self, phrase: Phrase, cluster: Cluster, lemma: str, state: str, marks: set[str]) -> bool:
        """Whether a group told of before can be this one."""
        if cluster.names or cluster.kind != "actor" or cluster.person or _apart(cluster.type, phrase.type):
            return False
        if not _state_fits(state, cluster.state) or cluster.plural != phrase.plural:
            return False
        if phrase.patron and cluster.patron:
            return phrase.patron == cluster.patron and (phrase.plural or cluster.lemma == lemma)
        if cluster.lemma != lemma:
            return False
        if marks and cluster.marks and marks != cluster.marks:
            return False  # security forces are not the coalition's forces
        return not (cluster.patron and marks or phrase.patron and cluster.marks)

    def _patron(self, phrase: Phrase, sentence: Sentence) -> str:
        """The backer; "its proxies" are those of whom "its" speaks of."""
        for tie in vocabulary.ties(sentence, phrase.head):
            if tie.code or tie.predicate == "opposes":
                continue
            numbers = self.of.get((sentence.index, tie.at))
            if numbers:
                return self.clusters[numbers[0]].state or fold(self.clusters[numbers[0]].label)
            if tie.text.lower() in _IT | _THEY | _HE:
                return ""
        if (
            not phrase.patron
            and phrase.plural
            and vocabulary.is_armed_group(sentence.tokens[phrase.head].lemma + "s")
        ):
            for owner in trees.below(sentence, phrase.head, "poss"):
                numbers = self.of.get((sentence.index, owner.i))
                cluster = self.clusters[numbers[0]] if numbers else None
                code = (
                    cluster.state
                    if cluster and cluster.type == "State"
                    else vocabulary.capital(cluster.names[0] if cluster and cluster.names else "")
                )
                if code:
                    return code  # "Velka's militias"
        return phrase.patron

    def _body_state(self, lemma: str) -> str:
        """The state of "the government": of the body of that noun spoken of before, else the article's own."""
        for cluster in sorted(self.clusters, key=lambda c: c.last, reverse=True):
            if cluster.lemma == lemma and cluster.state and cluster.last[0] >= 0:
                return cluster.state
        return self.state

    def _site(self, phrase: Phrase, sentence: Sentence) -> int | None:
        """A house or base: the same as an earlier one of the same owner or the same words."""
        token = sentence.tokens[phrase.head]
        owner = self._owner(sentence, phrase.head)
        dwelling = vocabulary.is_dwelling(token.lemma)
        for number, cluster in enumerate(self.clusters):
            if cluster.kind != "place" or not cluster.lemma:
                continue
            same_noun = cluster.lemma == token.lemma or dwelling and vocabulary.is_dwelling(cluster.lemma)
            if same_noun and owner is not None and cluster.owner == owner:
                return number
            if (
                owner is None
                and cluster.lemma == token.lemma
                and phrase.definite
                and _content(phrase.text) <= _content(cluster.label)
            ):
                return number
        if owner is None and not phrase.definite and not phrase.state:
            return None
        number = self._new(phrase, token.lemma)
        cluster = self.clusters[number]
        cluster.owner = owner
        if owner is not None:
            cluster.label = self._label_of(owner, token.text)
        return number

    def _label_of(self, owner: int, noun: str) -> str:
        """ "Ali Nur’s house", "the militias’ bloc"."""
        name = max(self.clusters[owner].names or [self.clusters[owner].label], key=len)
        return f"{name}’ {noun}" if name.endswith("s") else f"{name}’s {noun}"

    def _owner(self, sentence: Sentence, head: int) -> int | None:
        for owner in [*trees.below(sentence, head, "poss"), *trees.objects_of(sentence, head, "of")]:
            numbers = self.of.get((sentence.index, owner.i))
            if numbers is None and owner.text.lower() in _HE | _THEY | _IT:
                phrase = next(
                    (p for p in self.phrases if p.sentence == sentence.index and p.head == owner.i), None
                )
                if phrase is not None:
                    self._pronoun(phrase)
                    numbers = self.of.get((sentence.index, owner.i))
            if numbers:
                return numbers[0]
        return None

    # ------------------------------------------------------------------ pronouns

    def _pronoun(self, phrase: Phrase) -> None:
        sentence = self.sentences[phrase.sentence]
        word = phrase.text.lower()
        if word in {"who", "whom", "whose", "which", "that"}:
            self._relative(phrase, sentence)
            return
        if word in _I | _WE | {"you"}:
            return  # the speaker of the quotation or the author: settled where speakers are known
        number = self._speaking(phrase, sentence, word)
        if number is None:
            number = self._antecedent(phrase, sentence, word)
        if number is not None:
            self.of[phrase.sentence, phrase.head] = (number,)
            self.clusters[number].phrases.append(phrase)

    def _relative(self, phrase: Phrase, sentence: Sentence) -> None:
        """ "who" is the noun that the relative clause hangs on."""
        for token in trees.ancestors(sentence, phrase.head):
            if token.dep == "relcl":
                numbers = self.of.get((phrase.sentence, token.head)) or self.of.get(
                    (phrase.sentence, trees.first_conjunct(sentence, token.head))
                )
                if not numbers:
                    numbers = self._subject_of(sentence, token.head)
                if numbers:
                    self.of[phrase.sentence, phrase.head] = numbers
                return

    def _subject_of(self, sentence: Sentence, noun: int) -> tuple[int, ...] | None:
        """ "Nur is the rare leader who ...": the noun is what its subject is."""
        token = sentence.tokens[noun]
        if token.dep != "attr":
            return None
        subject = trees.first_below(sentence, token.head, "nsubj")
        return self.of.get((sentence.index, subject.i)) if subject is not None else None

    def _speaking(self, phrase: Phrase, sentence: Sentence, word: str) -> int | None:
        """The "he" of "he continued", beside a quotation, is who spoke last."""
        if (
            word not in _HE
            or not self._says(sentence, phrase.head)
            or '"' not in {t.text for t in sentence.tokens}
        ):
            return None
        for earlier in reversed(self.phrases[: self.phrases.index(phrase)]):
            if earlier.sentence < phrase.sentence - 4:
                return None
            numbers = self.of.get((earlier.sentence, earlier.head))
            if (
                numbers
                and self.clusters[numbers[0]].person
                and self._says(self.sentences[earlier.sentence], earlier.head)
            ):
                return numbers[0]
        return None

    def _says(self, sentence: Sentence, position: int) -> bool:
        """Whether the word is the subject of a reporting verb outside quotation marks."""
        token = sentence.tokens[position]
        report = vocabulary.reporting(sentence.tokens[token.head].lemma)
        return token.dep == "nsubj" and report is not None and not _in_quotes(sentence, position)

    def _antecedent(self, phrase: Phrase, sentence: Sentence, word: str) -> int | None:
        """The best earlier entity: near, in subject position, of fitting kind (measured: subjects win 8 in 10)."""
        best: tuple[float, int] | None = None
        quoted = _in_quotes(sentence, phrase.head)
        clause_subject = _clause_subject(sentence, phrase.head)
        for earlier in self.phrases:
            key = (earlier.sentence, earlier.head)
            if (
                key >= (phrase.sentence, phrase.head)
                or key not in self.of
                or earlier.sentence < phrase.sentence - 3
            ):
                continue
            for number in self.of[key]:
                cluster = self.clusters[number]
                if not _agrees(word, cluster):
                    continue
                there = self.sentences[earlier.sentence]
                score = -2.0 * (phrase.sentence - earlier.sentence)
                dep = there.tokens[earlier.head].dep
                score += (
                    2.5 if dep in {"nsubj", "nsubjpass"} else 0.8 if dep in {"dobj", "poss", "agent"} else 0.0
                )
                if earlier.sentence == phrase.sentence:
                    if dep in {"nsubj", "nsubjpass"} and earlier.head == clause_subject:
                        # "he" as object of a clause is not its subject, but "his" may well be
                        score += 1.5 if sentence.tokens[phrase.head].dep == "poss" else -6.0
                    if _in_quotes(there, earlier.head) != quoted:
                        score -= 1.5
                if sentence.paragraph != there.paragraph:
                    score -= 1.0
                if earlier.kind == "name":
                    score += 0.5
                if word in _THEY and cluster.plural:
                    score += 2.0
                score += min(len(cluster.phrases), 6) * 0.15
                score += earlier.first * 0.001
                if best is None or score >= best[0]:
                    best = (score, number)
        return best[1] if best is not None else None

    # ------------------------------------------------------------------ the result

    def discourse(self) -> Discourse:
        """The clusters as entities with references of their own."""
        kept = [n for n, cluster in enumerate(self.clusters) if cluster.phrases]
        for n in kept:
            self.clusters[n].kind = "place" if _settled(self.clusters[n]) in _PLACES else "actor"
        kept.sort(key=lambda n: min((p.start, p.end) for p in self.clusters[n].phrases))
        refs = {n: Ref(f"{self.article.id}#{self.clusters[n].kind}/{place}") for place, n in enumerate(kept)}
        entities = {refs[n]: self._entity(refs[n], self.clusters[n], refs) for n in kept}
        return Discourse(
            article=self.article,
            sentences=tuple(self.sentences),
            phrases=tuple(self.phrases),
            refs={
                key: tuple(refs[n] for n in numbers if n in refs) for key, numbers in sorted(self.of.items())
            },
            entities=entities,
            state=self.state,
        )

    def _home(self, cluster: Cluster) -> str:
        """The state of a body or group; of a person, the one that a title names."""
        if cluster.person:
            return min((state for _, state in cluster.titles if state), default="")
        return cluster.state

    def _entity(self, ref: Ref, cluster: Cluster, refs: Mapping[int, Ref]) -> Entity:
        mentions = sorted(
            {
                Mention(self.article.id, p.start, p.end, self.article.text[p.start : p.end], p.kind)
                for p in cluster.phrases
            },
            key=lambda m: (m.start, m.end),
        )
        names = Counter(cluster.names)
        second = {bridge.other for bridge in cluster.bridges}
        label = cluster.label or max(
            [n for n in names if n not in second] or names,
            key=lambda n: (len(telling(n)), names[n], len(n), n),
        )
        return Entity(
            ref=ref,
            kind=cluster.kind,
            type=_settled(cluster),
            label=label,
            names=tuple(sorted(names)),
            mentions=tuple(mentions),
            named=bool(names),
            bridges=tuple(sorted(cluster.bridges, key=lambda b: (b.start, b.end))),
            of=self._home(cluster) or None,
            patron=cluster.patron or None,
            owner=refs.get(cluster.owner) if cluster.owner is not None else None,
        )


def entities(article: Article, sentences: Sequence[Sentence], phrases: Iterable[Phrase]) -> Discourse:
    """Every phrase with the entity that it speaks of."""
    reader = Reader(article, sentences, phrases)
    reader.read()
    return reader.discourse()


# --------------------------------------------------------------------------- names that agree


def _name_keys(name: str) -> list[str]:
    """Keys of which two spellings of one name share one: the skeletons of its first and last word."""
    words = telling(name)
    return (
        [f"first {skeleton(words[0])}", f"last {skeleton(words[-1])}", f"first {words[0]}"]
        if words
        else [fold(name)]
    )


def same_name(left: str, right: str, *, person: bool) -> bool:
    """Whether two names inside one article are one: equal, a last name, a short form.

    >>> same_name("Nur", "Ali al-Nur", person=True), same_name("Ali", "Ali al-Nur", person=True)
    (True, False)
    >>> same_name("Unity", "Unity Alliance", person=False), same_name("Front", "Kasim Front", person=False)
    (True, True)
    >>> same_name("Sabah", "Rais Sabah", person=False)
    False
    """
    a, b = telling(left), telling(right)
    if a == b or fold(left) == fold(right):
        return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if person:
        if not same_word(short[-1], long[-1]):
            return False
        return len(short) == 1 or all(any(same_word(s, word) for word in long) for s in short)
    if len(short) == len(long):
        return all(same_word(s, word) for s, word in zip(short, long, strict=True))
    if len(short) == 1 and short[0] == long[-1] and vocabulary.tail_word(short[0]):
        return True  # "the Front" after "Kasim Front"
    rest = long[len(short) :]
    return long[: len(short)] == short and all(vocabulary.tail_word(word) for word in rest)


def _apart(left: str, right: str) -> bool:
    """Whether two classes can't be of one entity."""
    if not left or not right:
        return False
    groups = (_PERSONS, _PLACES, frozenset({"State"}), frozenset({"ActorGroup"}))
    sides = [next((n for n, group in enumerate(groups) if name in group), -1) for name in (left, right)]
    return sides[0] != sides[1]


def _kin(left: str, right: str) -> bool:
    armed = {"Militia", "ArmedGroup", "InsurgentGroup"}
    political = {"PoliticalParty", "ElectoralAlliance"}
    return (
        left == right
        or {left, right} <= armed
        or {left, right} <= political
        or left == "Organization"
        and right in armed | political
    )


def _state_fits(left: str, right: str) -> bool:
    return not left or not right or left == right


def _settled(cluster: Cluster) -> str:
    if cluster.type == "" or cluster.type == "Actor":
        return "Organization" if cluster.kind == "actor" else "Place"
    return cluster.type


def _agrees(word: str, cluster: Cluster) -> bool:
    if word in _HE:
        return cluster.person
    if word in _IT:
        return not cluster.person and not cluster.plural and cluster.kind == "actor"
    if word in _THEY:
        return not cluster.person and cluster.kind == "actor" and cluster.type != "State"
    return False


def _dominant_state(phrases: Iterable[Phrase], sentences: Sequence[Sentence]) -> str:
    """The state that an article is about, where one is named at least twice as often as any other."""
    counts: Counter[str] = Counter(p.state for p in phrases if p.state)
    for sentence in sentences:
        counts.update(code for t in sentence.tokens if (code := vocabulary.demonym(t.text)))
    first, second, *_ = [*counts.most_common(2), ("", 0), ("", 0)]
    return first[0] if first[1] >= 2 * second[1] or first[1] > second[1] + 5 else ""


def _printed(name: str) -> list[str]:
    """The names that one print holds: "Dawn (Subh) Alliance" is Dawn Alliance and Subh Alliance as well."""
    match = re.fullmatch(r"(.+?) \((.+?)\) (.+)", name)
    return [name, f"{match[1]} {match[3]}", f"{match[2]} {match[3]}"] if match else [name]


def _known_as(tokens: Sequence[object], at: int) -> int:
    """Where the other name starts in "X, (also) known as Y", or -1."""
    words = [str(getattr(t, "text", "")).lower() for t in tokens[at : at + 7]]
    for n, word in enumerate(words):
        if word == "as" and n and words[n - 1] == "known":
            place = at + n + 1
            while place < len(tokens) and str(getattr(tokens[place], "text", "")) in {"the", "The", '"', "'"}:
                place += 1
            return place
    return -1


def _compound_name(sentence: Sentence, phrase: Phrase) -> str:
    """The folded phrase of a body that bears a person's name: "the Nur administration"."""
    for child in trees.below(sentence, phrase.head, "compound", "poss"):
        if (
            child.pos == "PROPN"
            and not vocabulary.state_of_word(child.text)
            and phrase.type in {"GovernmentBody"}
        ):
            return _folded_words(sentence, child.i, phrase.head)
    return ""


def _folded_words(sentence: Sentence, first: int, last: int) -> str:
    return fold(" ".join(t.text for t in sentence.tokens[first : last + 1] if t.tag != "POS"))


def _marks(sentence: Sentence, phrase: Phrase) -> set[str]:
    """The compound nouns and the names of peoples before a noun, without states and backers."""
    return {
        t.text.casefold()
        for t in trees.below(sentence, phrase.head, "compound", "amod", "nmod")
        if t.i < phrase.head
        and (t.dep == "compound" or t.text[:1].isupper())
        and not vocabulary.state_of_word(t.text)
        and t.text[:1] != "-"
    }


def _introduces(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the words bring in somebody new: "a party", "another group", "a second bloc"."""
    determiner = trees.first_below(sentence, phrase.head, "det")
    return determiner is not None and determiner.lemma in {"a", "an", "another"} and not phrase.plural


def _counter(sentence: Sentence, phrase: Phrase) -> Token | None:
    """The "one" of "one of the allies"."""
    token = sentence.tokens[phrase.head]
    preposition = sentence.tokens[token.head]
    counter = sentence.tokens[preposition.head]
    return counter if token.dep == "pobj" and preposition.lemma == "of" and counter.lemma == "one" else None


def _owned(sentence: Sentence, phrase: Phrase) -> bool:
    return bool(trees.below(sentence, phrase.head, "poss"))


def _content(text: str) -> set[str]:
    return set(telling(text))


def _clause_subject(sentence: Sentence, position: int) -> int:
    for token in trees.ancestors(sentence, position):
        subject = trees.first_below(sentence, token.i, "nsubj", "nsubjpass")
        if token.pos in {"VERB", "AUX"} and subject is not None:
            return subject.i
    return -1


def _in_quotes(sentence: Sentence, position: int) -> bool:
    return sum(t.text == '"' for t in sentence.tokens[:position]) % 2 == 1


def _raw(article: Article, start: int, end: int) -> str:
    return re.sub(r"\s+", " ", article.text[start:end].replace("\u00a0", " "))


def used(discourse: Discourse) -> Mapping[Ref, int]:
    """How often each entity is spoken of."""
    return Counter(ref for refs in discourse.refs.values() for ref in refs)
