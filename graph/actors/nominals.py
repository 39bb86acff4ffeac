"""Common nouns: whether one stands for a name beside it, for somebody told of before, or for somebody new."""

from __future__ import annotations

from graph.actors.classes import ARMED, PERSONS, PLACES, state_fits
from graph.actors.cluster import Cluster
from graph.actors.described import new
from graph.actors.groups import compound_name, group
from graph.actors.headline import may_be_known, named_below, told_in_headline
from graph.actors.sites import site
from graph.actors.story import Story
from graph.language import trees, vocabulary
from graph.model import Phrase, Sentence, Token

_MANY = ARMED | {"Organization", "ActorGroup"}
"""Classes that a plural can speak of: "the Kasim Front fighters"."""
_ANY = frozenset("a an any every each no another".split())
_TELLING_OF_OTHERS = frozenset({"attr", "appos", "compound", "npadvmod"})
"""Where a noun says what somebody else is, and is nobody new."""
_COMPLEMENT = 8
"""So many words may tell what an office is of."""


def nominal(story: Story, phrase: Phrase) -> int | None:
    """The entity that a common noun speaks of; nothing where it only says what somebody is."""
    sentence = story.sentences[phrase.sentence]
    if phrase.title and vocabulary.is_post(sentence, phrase.head):
        return None
    beside = _beside(story, phrase, sentence)
    if beside is not None:
        return beside
    if phrase.type == "State":
        return story.state_of(phrase.state)
    if phrase.type == "Site":
        return site(story, phrase, sentence)
    if phrase.title or phrase.type == "UnnamedPerson":
        return _person(story, phrase, sentence)
    return group(story, phrase, sentence)


# --------------------------------------------------------------------------- beside a name


def _beside(story: Story, phrase: Phrase, sentence: Sentence) -> int | None:
    """An apposition or a title that belongs to a name: the name's own entity."""
    if compound_name(sentence, phrase):
        return None
    counter = _counter(sentence, phrase)
    if counter is not None and counter.dep == "appos":
        number = story.at(sentence, counter.head)
        if number is not None and story.clusters[number].person:
            return number  # "Nur, the only one of the allies whose list won"
    for other in _neighbours(story, phrase, sentence):
        low, high = sorted((other.i, phrase.head))
        if any(t.text == ";" for t in sentence.tokens[low:high]):
            continue  # items of a list, not two words for one
        number = story.at(sentence, other.i)
        if number is not None and _fits(phrase, story.clusters[number]):
            return number
    return None


def _neighbours(story: Story, phrase: Phrase, sentence: Sentence) -> list[Token]:
    """The words that may be another word for the same, the likeliest first."""
    token = sentence.tokens[phrase.head]
    near = trees.below(sentence, phrase.head, "appos")
    if token.dep == "appos":
        near.append(sentence.tokens[trees.first_conjunct(sentence, token.head)])
    first = sentence.tokens[trees.first_conjunct(sentence, token.i)]
    if token.dep == "conj" and first.dep == "appos" and not trees.below(sentence, token.i, "det", "poss"):
        near.append(sentence.tokens[first.head])  # "Nur, a writer and director of the Academy"
    if not phrase.plural:
        near += [  # "the rebel group Kasim Front"
            sentence.tokens[p.head]
            for p in story.phrases_of(sentence.index)
            if p.kind == "name" and p.first == phrase.head + 1 and sentence.tokens[p.first].pos == "PROPN"
        ]
    near += _after_complement(story, phrase, sentence)
    near += _made_of(sentence, token)
    if token.dep == "nsubj" and phrase.definite and sentence.tokens[token.head].lemma == "be":
        # "the winner was Nur"
        for attribute in trees.below(sentence, token.head, "attr"):
            near += [attribute, *trees.below(sentence, attribute.i, "appos")]
    for clause in trees.below(sentence, phrase.head, "acl"):
        if clause.lemma in {"know", "call", "name", "dub"}:
            near += trees.objects_of(sentence, clause.i, "as") + trees.below(sentence, clause.i, "oprd")
    group_noun = phrase.type not in PERSONS | PLACES | {"GovernmentBody"}
    if vocabulary.is_armed_group(token.lemma) if phrase.plural else group_noun:
        near += trees.below(sentence, phrase.head, "compound", "nmod")
    return near


def _made_of(sentence: Sentence, token: Token) -> list[Token]:
    """Who is made or taken for what the noun says: "They picked Nur as host", "Nur returned as host"."""
    preposition = sentence.tokens[token.head]
    verb = sentence.tokens[preposition.head]
    if token.dep != "pobj" or preposition.lemma != "as" or verb.pos != "VERB" or token.tag in {"NNS", "NNPS"}:
        return []
    return trees.below(sentence, verb.i, "dobj", "nsubjpass") or trees.below(sentence, verb.i, "nsubj")


def _after_complement(story: Story, phrase: Phrase, sentence: Sentence) -> list[Token]:
    """ "the prime minister of Kaluria, Ali Nur": the name after the comma that closes what the office is of."""
    tokens = sentence.tokens[phrase.head + 1 : phrase.head + _COMPLEMENT]
    if not phrase.title or not tokens or tokens[0].lemma not in {"of", "for", "at"}:
        return []
    comma = next((t for t in tokens if t.text == "," or t.pos in {"VERB", "AUX", "CCONJ"}), None)
    if comma is None or comma.text != ",":
        return []
    names = (p for p in story.phrases_of(sentence.index) if p.kind == "name" and p.first > comma.i)
    return [
        sentence.tokens[p.head]
        for p in names
        if p.first == comma.i + 1 + vocabulary.title_length(sentence, comma.i + 1, p.last)
    ]


def _counter(sentence: Sentence, phrase: Phrase) -> Token | None:
    """The "one" of "one of the allies"."""
    token = sentence.tokens[phrase.head]
    preposition = sentence.tokens[token.head]
    counter = sentence.tokens[preposition.head]
    return counter if token.dep == "pobj" and preposition.lemma == "of" and counter.lemma == "one" else None


def _fits(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether the noun can say what the named entity is."""
    if phrase.type in PERSONS or phrase.title and not phrase.plural:
        return cluster.person
    if phrase.type in PLACES:
        return cluster.kind == "place"
    if phrase.plural and cluster.type not in _MANY:
        return False
    return not cluster.person and cluster.kind == "actor" and cluster.type != "State"


# --------------------------------------------------------------------------- persons


def _person(story: Story, phrase: Phrase, sentence: Sentence) -> int | None:
    """ "the prime minister", "a witness", "the gunman"."""
    if phrase.title:
        holder = _holder(story, phrase, sentence)
        if holder is not None:
            return holder
    token = sentence.tokens[phrase.head]
    if phrase.definite:
        clusters = ((n, story.clusters[n]) for n in story.described)
        known = [(c.last, n) for n, c in clusters if c.lemma == token.lemma and may_be_known(c, phrase)]
        if known:
            return max(known)[1]
    named = named_below(story, phrase, sentence)
    if named is not None:
        return named
    heading = told_in_headline(story, phrase, sentence)
    if heading is not None:
        return heading
    bare = phrase.title and not phrase.state and not phrase.definite
    if token.dep in (_TELLING_OF_OTHERS - {"npadvmod"} | {"pobj"} if bare else _TELLING_OF_OTHERS):
        return None
    return new(story, phrase)


def _holder(story: Story, phrase: Phrase, sentence: Sentence) -> int | None:
    """The person of the article who bears the title: of the same state if one is told, then the last one spoken of."""
    determiner = trees.first_below(sentence, phrase.head, "det")
    if determiner is not None and determiner.lemma in _ANY:
        return None
    if phrase.plural or not phrase.definite and not phrase.state:
        return None
    found = [
        ((phrase.title, phrase.state) in cluster.titles, cluster.last, len(cluster.phrases), number)
        for number, cluster in enumerate(story.clusters)
        if cluster.titles and cluster.names and cluster.person and _bears(cluster, phrase)
    ]
    return max(found)[-1] if found else None


def _bears(cluster: Cluster, phrase: Phrase) -> bool:
    return any(title == phrase.title and state_fits(phrase.state, state) for title, state in cluster.titles)
