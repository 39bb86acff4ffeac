"""Groups and bodies without a name: "the militias", "the government", "Velka-backed gunmen"."""

from __future__ import annotations

from dataclasses import replace

from graph.actors.classes import ARMED, BODIES_OF_STATE, POLITICAL, apart, kin, state_fits
from graph.actors.cluster import Cluster
from graph.actors.described import content, is_owned, new, owned_label, owner_of, words_for
from graph.actors.pronouns import HE, IT, THEY
from graph.actors.story import Story
from graph.language import trees, vocabulary
from graph.language.names import fold, telling
from graph.model import Phrase, Sentence

_LOOKS_BACK = 8
"""So many sentences back "the militia" reaches for a name."""
_ANAPHORIC = frozenset({"Militia", "ArmedGroup", "PoliticalParty", "ElectoralAlliance", "Organization"})
"""Classes of common nouns that can stand for a name used before: "the militia", "the party"."""
_GROUPS = ARMED | POLITICAL | {"Organization"}
_ANY_GROUP = frozenset("group organization organisation outfit".split())
"""Nouns that can stand for the name of any group with arms or a cause."""
_OFFICIAL = frozenset(
    "military armed official local regional federal national special regular more several many".split()
)
"""Adjectives of bodies that leave open whose they are. Source: own list."""
_ANYBODY = frozenset("people person man woman child civilian".split())
"""Nouns that say nothing of who somebody is. Source: own list."""
_TROOPS = frozenset("troop soldier force".split())
"""Nouns of which one can take up another: "the security forces ... the troops"."""


def group(story: Story, phrase: Phrase, sentence: Sentence) -> int:
    """A group or body without a name: the same as an earlier one if noun, state and patron agree."""
    phrase = replace(phrase, patron=_patron(story, phrase, sentence))
    lemma = sentence.tokens[phrase.head].lemma
    name = compound_name(sentence, phrase)
    own = not phrase.state and not name and phrase.type in BODIES_OF_STATE and not phrase.patron
    strange = own and phrase.plural and _described(sentence, phrase)
    if own and not strange:
        phrase = replace(phrase, state=_body_state(story, lemma))
    marks = _marks(sentence, phrase)
    owned = is_owned(sentence, phrase)
    if phrase.definite and not phrase.plural and not name and not marks and not owned:
        bearer = _taken_up(story, phrase, sentence)
        if bearer is not None:
            return bearer
    whose = owner_of(story, sentence, phrase.head) if owned else None
    owner = whose if not phrase.plural else None
    if phrase.plural and any(t.pos == "PRON" for t in trees.below(sentence, phrase.head, "poss")):
        whose = None  # whom "its" and "their" mean is less sure than whom the noun means
    earlier = (
        None
        if strange or _introduces(sentence, phrase)
        else _told_of(story, phrase, lemma, name, marks, whose)
    )
    earlier = _bearer(story, name) if earlier is None else earlier
    if earlier is not None:
        _learn(story, earlier, phrase, marks, relabel=not owned)
        return earlier
    number = new(story, phrase)
    cluster = story.clusters[number]
    cluster.marks, cluster.whose = marks, whose
    if owner is not None and story.clusters[owner].type != "State":
        cluster.owner = owner
        cluster.label = owned_label(story, owner, sentence.tokens[phrase.head].text)
    if name:
        cluster.label = cluster.bears = name
    return number


def _bearer(story: Story, name: str) -> int | None:
    """The body that a name gave before: "the Nur Administration"."""
    found = (n for n, c in enumerate(story.clusters) if fold(name) in map(fold, c.names))
    return next(found, None) if name else None


def _taken_up(story: Story, phrase: Phrase, sentence: Sentence) -> int | None:
    """The named group that "the militia" stands for: of kin class and not too far back, best one that is called so."""
    any_group = sentence.tokens[phrase.head].lemma in _ANY_GROUP
    if phrase.type not in _ANAPHORIC and not any_group:
        return None
    if vocabulary.ties(sentence, phrase.head) or trees.below(sentence, phrase.head, "prep", "relcl"):
        return None  # "the anti-Velka coalition", "the group of lawmakers" say themselves who is meant
    noun = sentence.tokens[phrase.head].lemma.lower()
    voiced = _of_speaker(story, sentence, phrase.head)
    found = [
        (any(noun in telling(name) for name in cluster.names), n in voiced, cluster.last, n)
        for n, cluster in enumerate(story.clusters)
        if cluster.names
        and phrase.sentence - _LOOKS_BACK <= cluster.last[0] >= 0
        and (
            n in voiced
            and not cluster.person
            and cluster.kind == "actor"
            and cluster.type != "State"
            or (cluster.type in _GROUPS if any_group else kin(cluster.type, phrase.type))
        )
    ]
    return max(found)[-1] if found else None


def _of_speaker(story: Story, sentence: Sentence, position: int) -> set[int]:
    """ "Front spokesman Ali Nur said the group": those named with who says what the noun stands in."""
    for verb in trees.ancestors(sentence, position):
        if verb.pos != "VERB" or vocabulary.reporting(verb.lemma) is None:
            continue
        for subject in trees.below(sentence, verb.i, "nsubj"):
            under = trees.subtree(sentence, subject.i)
            if position not in under:
                return {n for i in under if (n := story.at(sentence, i)) is not None}
    return set()


def _told_of(
    story: Story, phrase: Phrase, lemma: str, name: str, marks: set[str], whose: int | None
) -> int | None:
    """The group without a name that can be this one, the last one spoken of."""
    found = [
        (cluster.last, n)
        for n in story.described
        if _same_group(phrase, cluster := story.clusters[n], lemma, marks)
        and (
            whose is None
            or whose == (cluster.whose if phrase.plural else cluster.owner)
            or _anybodys(phrase, cluster)
        )
        and (not name or fold(name) == fold(cluster.label))
        and not _other_people(story, phrase, lemma, cluster)
    ]
    return max(found)[1] if found else None


def _other_people(story: Story, phrase: Phrase, lemma: str, cluster: Cluster) -> bool:
    """Whether "displaced people" stand beside "860 people": a noun for anybody is told apart by its adjectives."""
    anybody = lemma in _ANYBODY and not phrase.definite
    return anybody and content(words_for(story, phrase)) != content(cluster.label)


def _anybodys(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether the words before left open whose the several are: "security forces", then "Velka's security forces"."""
    return phrase.plural and cluster.whose is None


def _same_group(phrase: Phrase, cluster: Cluster, lemma: str, marks: set[str]) -> bool:
    """Whether a group told of before can be this one."""
    patrons = bool(phrase.patron and cluster.patron)
    troops = phrase.definite and not marks and {cluster.lemma, lemma} <= _TROOPS
    if not (cluster.lemma == lemma or troops or patrons and phrase.plural):
        return False
    if cluster.plural != phrase.plural or not phrase.definite and vocabulary.is_member(lemma):
        return False  # "fighters" without "the" are others than the fighters told of before
    if cluster.names or cluster.kind != "actor" or cluster.person or apart(cluster.type, phrase.type):
        return False
    if not state_fits(phrase.state, cluster.state):
        return False
    if phrase.plural and phrase.state and not cluster.state and " " in cluster.label:
        return False  # "Velkan partners" are not the foreign partners told of before
    if patrons:
        return phrase.patron == cluster.patron
    if marks and cluster.marks and marks != cluster.marks:
        return False  # security forces are not the coalition's forces
    return not (cluster.patron and marks or phrase.patron and cluster.marks)


def _learn(story: Story, number: int, phrase: Phrase, marks: set[str], *, relabel: bool) -> None:
    """What further words tell of a group; the fullest of them become its label."""
    cluster = story.clusters[number]
    cluster.state, cluster.patron = cluster.state or phrase.state, cluster.patron or phrase.patron
    cluster.marks |= marks
    text = words_for(story, phrase)
    if relabel and len(content(text)) > len(content(cluster.label)):
        cluster.label = text


def _body_state(story: Story, lemma: str) -> str:
    """The state of "the government": of the body of that noun spoken of before, else the article's own."""
    bodies = [
        cluster
        for cluster in map(story.clusters.__getitem__, story.described)
        if cluster.lemma == lemma and cluster.state and cluster.last[0] >= 0
    ]
    return max(bodies, key=lambda c: c.last).state if bodies else story.state


# --------------------------------------------------------------------------- what the words tell


def _patron(story: Story, phrase: Phrase, sentence: Sentence) -> str:
    """The backer; "its proxies" are those of whom "its" speaks of."""
    for tie in vocabulary.ties(sentence, phrase.head):
        if tie.code or tie.predicate == "opposes":
            continue
        number = story.at(sentence, tie.at)
        if number is not None:
            return story.clusters[number].state or fold(story.clusters[number].label)
        if tie.text.lower() in IT | THEY | HE:
            return ""
    lemma = sentence.tokens[phrase.head].lemma
    if not phrase.patron and phrase.plural and vocabulary.is_armed_group(lemma + "s"):
        return _patron_state(story, phrase, sentence)
    return phrase.patron


def _patron_state(story: Story, phrase: Phrase, sentence: Sentence) -> str:
    """ "Velka's militias": the code of the state, or of the state whose capital acts for it."""
    for owner in trees.below(sentence, phrase.head, "poss"):
        number = story.at(sentence, owner.i)
        if number is None:
            continue
        cluster = story.clusters[number]
        code = cluster.state if cluster.type == "State" else vocabulary.capital(next(iter(cluster.names), ""))
        if code:
            return code
    return ""


def compound_name(sentence: Sentence, phrase: Phrase) -> str:
    """The name of a body that bears a person's name: "the Nur administration", "Nur's administration"."""
    if phrase.type != "GovernmentBody":
        return ""
    for child in trees.below(sentence, phrase.head, "compound", "poss"):
        if child.pos == "PROPN" and not vocabulary.state_of_word(child.text):
            words = sentence.tokens[child.i : phrase.head + 1]
            return " ".join(t.text for t in words if t.tag != "POS")
    return ""


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


def _described(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether adjectives say what they are like: "occupying forces" are nobody's in particular."""
    told = (t for t in trees.below(sentence, phrase.head, "amod") if t.i < phrase.head)
    return any(t.lemma not in _OFFICIAL for t in told)


def _introduces(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the words bring in somebody new: "a party", "another group", "a second bloc"."""
    determiner = trees.first_below(sentence, phrase.head, "det")
    if phrase.plural and not phrase.definite:  # "forces loyal to the Front"
        return any(t.i > phrase.head for t in trees.below(sentence, phrase.head, "amod"))
    return determiner is not None and determiner.lemma in {"a", "an", "another"} and not phrase.plural
