"""Pronouns: whom "he", "they", "its" and "who" speak of."""

from __future__ import annotations

from graph.actors.classes import ARMED, POLITICAL
from graph.actors.cluster import Cluster
from graph.actors.story import Story
from graph.language import trees, vocabulary
from graph.model import Phrase, Sentence, Token

HE = frozenset("he him his himself she her hers herself".split())
IT = frozenset("it its itself".split())
THEY = frozenset("they them their themselves".split())
_REFLEXIVE = frozenset("himself herself itself themselves".split())
_OWN = frozenset("his her its their".split())
_WE = frozenset("we us our".split())
_OF_SPEAKERS = frozenset("i me my myself we us our you".split())
_RELATIVE = frozenset("who whom whose which that".split())
_LOOKS_BACK = 3
"""So many sentences back a pronoun reaches; beside a quotation one more."""
_FRONTED = frozenset({"prep", "npadvmod", "advmod"})
_LED = ARMED | POLITICAL
_FOLLOWING = frozenset(
    "leader founder commander fighter militant gunman member supporter follower activist spokesman spokeswoman wing".split()
)
"""Whom a party or an armed group has sooner than a state or a body of it has. Source: own list."""
_NOBODY = -1
"""In place of a cluster: the grammar points to words that speak of nobody known."""


def pronoun(story: Story, phrase: Phrase) -> None:
    """Leads a pronoun to whom it speaks of, if the words before it tell."""
    sentence = story.sentences[phrase.sentence]
    word = phrase.text.lower()
    if word in _RELATIVE:
        _relative(story, phrase, sentence)
        return
    if word in _OF_SPEAKERS:
        return  # the speaker of the quotation or the author: settled where speakers are known
    number = _settled(story, phrase, sentence, word)
    if number is None:
        number = _antecedent(story, phrase, sentence, word)
    if number is not None and number != _NOBODY:
        story.of[phrase.sentence, phrase.head] = (number,)
        story.clusters[number].phrases.append(phrase)


def _settled(story: Story, phrase: Phrase, sentence: Sentence, word: str) -> int | None:
    """Whom the grammar alone points to: a reflexive, an owner in a relative or fronted phrase, who spoke last."""
    subject = _clause_subject(sentence, phrase.head)
    number = story.at(sentence, subject) if subject >= 0 else None
    if word in _REFLEXIVE and number is not None and _can_be(word, story.clusters[number]):
        return number
    if (
        word in _OWN
        and subject >= 0
        and sentence.tokens[subject].text.lower() in _RELATIVE
        and number is None
    ):
        return _NOBODY  # "the one that uses drones in its raids"
    if word in _OWN:
        number = _told_ahead(story, phrase, sentence, word)
        if number is None and word in HE:
            number = _acted_upon(story, phrase, sentence, subject)
        if number is not None:
            return number
    return _speaking(story, phrase, sentence, word)


def _acted_upon(story: Story, phrase: Phrase, sentence: Sentence, subject: int) -> int | None:
    """ "The decree relieved Nur of his duties": the object, where the subject is nobody who could own anything."""
    doer = story.at(sentence, subject) if subject >= 0 else None
    if (
        subject < 0
        or doer is not None
        and story.clusters[doer].person
        or sentence.tokens[subject].pos == "PRON"
    ):
        return None
    verb = sentence.tokens[subject].head
    for thing in trees.below(sentence, verb, "dobj"):
        number = story.at(sentence, thing.i) if thing.i < phrase.head else None
        if number is not None and story.clusters[number].person:
            return number
    return None


def _told_ahead(story: Story, phrase: Phrase, sentence: Sentence, word: str) -> int | None:
    """ "In his speech, Nur ...": the name that is the subject of what the phrase stands before."""
    root = next(
        t for t in [sentence.tokens[phrase.head], *trees.ancestors(sentence, phrase.head)] if t.head == t.i
    )
    subject = trees.first_below(sentence, root.i, "nsubj", "nsubjpass")
    if subject is None or subject.i < phrase.head or root.i < phrase.head:
        return None
    fronted = next(
        (t for t in trees.below(sentence, root.i) if phrase.head in trees.subtree(sentence, t.i)), None
    )
    if fronted is None or fronted.dep not in _FRONTED and fronted.tag not in {"VBG", "VBN"}:
        return None
    if any(p.kind == "name" and p.head < phrase.head for p in story.phrases_of(sentence.index)):
        return None
    named = any(p.kind == "name" and p.head == subject.i for p in story.phrases_of(sentence.index))
    number = story.at(sentence, subject.i)
    return number if named and number is not None and _agrees(word, story.clusters[number]) else None


def _relative(story: Story, phrase: Phrase, sentence: Sentence) -> None:
    """ "who" is the noun that the relative clause hangs on."""
    clause = next((t for t in trees.ancestors(sentence, phrase.head) if t.dep == "relcl"), None)
    if clause is None:
        return
    number = _only_one(story, sentence, clause)
    if number is None:
        number = story.at(sentence, clause.head)
    if number is not None and phrase.text.lower() in {"who", "whom"}:
        number = _who(story, sentence, clause, number)
    if number is None:
        number = story.at(sentence, trees.first_conjunct(sentence, clause.head))
    if number is None:
        number = _subject_of(story, sentence, clause.head)
    if number is not None:
        story.of[phrase.sentence, phrase.head] = (number,)


def _who(story: Story, sentence: Sentence, clause: Token, nearest: int) -> int:
    """ "a teacher at the Nur Institute, who": a person above the body or place that stands next to it."""
    found = story.clusters[nearest]
    if found.person or found.plural or found.type == "ActorGroup":
        return nearest
    above = (
        story.at(sentence, t.i) for t in trees.ancestors(sentence, clause.head) if t.pos in {"NOUN", "PROPN"}
    )
    return next((n for n in above if n is not None and story.clusters[n].person), nearest)


def _only_one(story: Story, sentence: Sentence, clause: Token) -> int | None:
    """ "Nur is one of the writers who keeps ...": the verb in the singular tells of the one, not of the writers."""
    noun = sentence.tokens[clause.head]
    preposition = sentence.tokens[noun.head]
    one = sentence.tokens[preposition.head]
    verbs = [clause, *trees.below(sentence, clause.i, "aux", "auxpass")]
    if noun.dep != "pobj" or one.lemma != "one" or not any(t.tag == "VBZ" for t in verbs):
        return None
    if one.dep in {"appos", "attr"}:
        whom = one.head if one.dep == "appos" else _subject_at(sentence, one.head)
        return story.at(sentence, whom) if whom >= 0 else None
    return None


def _subject_at(sentence: Sentence, verb: int) -> int:
    subject = trees.first_below(sentence, verb, "nsubj")
    return subject.i if subject is not None else -1


def _subject_of(story: Story, sentence: Sentence, noun: int) -> int | None:
    """ "Nur is the rare leader who ...": the noun is what its subject is."""
    token = sentence.tokens[noun]
    if token.dep != "attr":
        return None
    subject = trees.first_below(sentence, token.head, "nsubj")
    return story.at(sentence, subject.i) if subject is not None else None


def _speaking(story: Story, phrase: Phrase, sentence: Sentence, word: str) -> int | None:
    """The "he" of "he continued", beside a quotation, is who spoke last."""
    quoting = any(t.text == '"' for t in sentence.tokens)
    if word not in HE or not quoting or not _says(sentence, phrase.head):
        return None
    for earlier in reversed(list(story.phrases_before(phrase, _LOOKS_BACK + 1))):
        there = story.sentences[earlier.sentence]
        number = story.at(there, earlier.head)
        if number is None or not story.clusters[number].person:
            continue
        if _says(there, earlier.head):
            return number
        if _acts(there, earlier.head) and there.paragraph == sentence.paragraph:
            return None  # "Nur met Hale. He said": the sentence between tells of somebody who may speak too
    return None


def _says(sentence: Sentence, position: int) -> bool:
    """Whether the word is the subject of a reporting verb outside quotation marks."""
    token = sentence.tokens[position]
    report = vocabulary.reporting(sentence.tokens[token.head].lemma)
    return token.dep == "nsubj" and report is not None and not _in_quotes(sentence, position)


def _acts(sentence: Sentence, position: int) -> bool:
    """Whether the word is the subject of its sentence's main verb, outside quotation marks."""
    token = sentence.tokens[position]
    return (
        token.dep == "nsubj"
        and sentence.tokens[token.head].dep == "ROOT"
        and not _in_quotes(sentence, position)
    )


def _antecedent(story: Story, phrase: Phrase, sentence: Sentence, word: str) -> int | None:
    """The best earlier entity of fitting kind; the later one of two that are as good."""
    best: tuple[float, int] | None = None
    subject = _clause_subject(sentence, phrase.head)
    upon = word == "it" and sentence.tokens[phrase.head].dep in trees.SUBJECTS
    own = sentence.tokens[phrase.head].dep == "poss"
    aside = set(trees.subtree(sentence, subject)) - {subject} if subject >= 0 and not own else set()
    led = word == "its" and sentence.tokens[sentence.tokens[phrase.head].head].lemma in _FOLLOWING
    theirs = word in THEY and _in_quotes(sentence, phrase.head) and _of_us(sentence)
    for earlier in story.phrases_before(phrase, _LOOKS_BACK):
        there = story.sentences[earlier.sentence]
        number = story.at(there, earlier.head)
        if number is None or not _agrees(word, story.clusters[number]):
            continue
        if theirs and not _in_quotes(there, earlier.head):
            continue  # "they robbed us" is not said of the speaker's own side
        dep = there.tokens[earlier.head].dep
        score = _nearness(sentence, phrase, there, earlier, subject)
        if word in THEY and story.clusters[number].plural:
            score += 2.0
        if aside and earlier.sentence == phrase.sentence and earlier.head in aside:
            score -= 3.0  # "the town, where the Front sits, voted against it"
        if led and story.clusters[number].type in _LED:
            score += 1.5
        if story.clusters[number].kind == "place" and not (
            upon and dep in trees.SUBJECTS and earlier.kind == "name"
        ):
            continue  # a place is taken up only where it was what the sentence was about
        score += min(len(story.clusters[number].phrases), 6) * 0.15
        score += earlier.first * 0.001
        if best is None or score >= best[0]:
            best = (score, number)
    return best[1] if best is not None else None


def _nearness(sentence: Sentence, phrase: Phrase, there: Sentence, earlier: Phrase, subject: int) -> float:
    """How ready an earlier phrase is to be taken up: near, a subject, a name (measured: subjects win 8 in 10)."""
    score = -2.0 * (phrase.sentence - earlier.sentence)
    dep = there.tokens[earlier.head].dep
    own = earlier.sentence == phrase.sentence and earlier.head == subject
    score += 2.5 if own or dep in trees.SUBJECTS else 0.8 if dep in {"dobj", "poss", "agent"} else 0.0
    if earlier.sentence == phrase.sentence:
        if own:
            # "he" as object of a clause is not its subject, but "his" may well be
            score += 1.5 if sentence.tokens[phrase.head].dep == "poss" else -6.0
        if _in_quotes(there, earlier.head) != _in_quotes(sentence, phrase.head):
            score -= (
                1.5 if _in_quotes(sentence, phrase.head) else 5.0
            )  # '"The Front lies," its spokesman said'
    if sentence.paragraph != there.paragraph:
        score -= 1.0
    if earlier.kind == "name":
        score += 0.5
    return score


def _agrees(word: str, cluster: Cluster) -> bool:
    """Whether the pronoun can stand for such an entity."""
    if word in HE:
        return cluster.person
    if word in IT:
        return not cluster.person and not cluster.plural and not _acts_for_state(cluster)
    if word in THEY:
        return not cluster.person and cluster.kind == "actor" and cluster.type != "State"
    return False


def _acts_for_state(cluster: Cluster) -> bool:
    """Whether it is a capital: "Washington ... it" is a state, but which one "it" is nobody can tell."""
    return cluster.kind == "place" and any(vocabulary.capital(name) for name in cluster.names)


def _can_be(word: str, cluster: Cluster) -> bool:
    """Whether a reflexive can stand for its clause's subject: a state or place may rule itself."""
    return cluster.person if word in HE else not cluster.person


def _of_us(sentence: Sentence) -> bool:
    """Whether somebody speaks of "us"."""
    return any(t.text.lower() in _WE and _in_quotes(sentence, t.i) for t in sentence.tokens)


def _clause_subject(sentence: Sentence, position: int) -> int:
    """The subject of the clause that a word stands in, or -1."""
    below = sentence.tokens[position]
    for token in trees.ancestors(sentence, position):
        if below.dep in {"acl", "relcl"} and token.dep == "pobj":
            return -1  # "the start of talks to sideline them": who talks is not told
        below = token
        subject = trees.first_below(sentence, token.i, "nsubj", "nsubjpass")
        if token.pos in {"VERB", "AUX"} and subject is not None:
            return subject.i
        made = trees.first_below(sentence, token.head, "dobj")
        if token.dep == "xcomp" and token.tag == "VB" and made is not None and made.i < token.i:
            return made.i  # "forced the cabinet to suspend its meetings"
    return -1


def _in_quotes(sentence: Sentence, position: int) -> bool:
    return sum(t.text == '"' for t in sentence.tokens[:position]) % 2 == 1
