"""Pronouns: whom "he", "they", "its" and "who" speak of."""

from __future__ import annotations

from graph.actors.cluster import Cluster
from graph.actors.story import Story
from graph.language import trees, vocabulary
from graph.model import Phrase, Sentence

HE = frozenset("he him his himself she her hers herself".split())
IT = frozenset("it its itself".split())
THEY = frozenset("they them their themselves".split())
_OF_SPEAKERS = frozenset("i me my myself we us our you".split())
_RELATIVE = frozenset("who whom whose which that".split())
_LOOKS_BACK = 3
"""So many sentences back a pronoun reaches; beside a quotation one more."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def pronoun(story: Story, phrase: Phrase) -> None:
    """Leads a pronoun to whom it speaks of, if the words before it tell."""
    sentence = story.sentences[phrase.sentence]
    word = phrase.text.lower()
    if word in _RELATIVE:
        _relative(story, phrase, sentence)
        return
    if word in _OF_SPEAKERS:
        return  # the speaker of the quotation or the author: settled where speakers are known
    number = _speaking(story, phrase, sentence, word)
    if number is None:
        number = _antecedent(story, phrase, sentence, word)
    if number is not None:
        story.of[phrase.sentence, phrase.head] = (number,)
        story.clusters[number].phrases.append(phrase)


def _relative(story: Story, phrase: Phrase, sentence: Sentence) -> None:
    """ "who" is the noun that the relative clause hangs on."""
    clause = next((t for t in trees.ancestors(sentence, phrase.head) if t.dep == "relcl"), None)
    if clause is None:
        return
    number = story.at(sentence, clause.head)
    if number is None:
        number = story.at(sentence, trees.first_conjunct(sentence, clause.head))
    if number is None:
        number = _subject_of(story, sentence, clause.head)
    if number is not None:
        story.of[phrase.sentence, phrase.head] = (number,)


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
        if number is not None and story.clusters[number].person and _says(there, earlier.head):
            return number
    return None


def _says(sentence: Sentence, position: int) -> bool:
    """Whether the word is the subject of a reporting verb outside quotation marks."""
    token = sentence.tokens[position]
    report = vocabulary.reporting(sentence.tokens[token.head].lemma)
    return token.dep == "nsubj" and report is not None and not _in_quotes(sentence, position)


def _antecedent(story: Story, phrase: Phrase, sentence: Sentence, word: str) -> int | None:
    """The best earlier entity of fitting kind; the later one of two that are as good."""
    best: tuple[float, int] | None = None
    subject = _clause_subject(sentence, phrase.head)
    for earlier in story.phrases_before(phrase, _LOOKS_BACK):
        there = story.sentences[earlier.sentence]
        number = story.at(there, earlier.head)
        if number is None or not _agrees(word, story.clusters[number]):
            continue
        score = _nearness(sentence, phrase, there, earlier, subject)
        if word in THEY and story.clusters[number].plural:
            score += 2.0
        score += min(len(story.clusters[number].phrases), 6) * 0.15
        score += earlier.first * 0.001
        if best is None or score >= best[0]:
            best = (score, number)
    return best[1] if best is not None else None


def _nearness(sentence: Sentence, phrase: Phrase, there: Sentence, earlier: Phrase, subject: int) -> float:
    """How ready an earlier phrase is to be taken up: near, a subject, a name (measured: subjects win 8 in 10)."""
    score = -2.0 * (phrase.sentence - earlier.sentence)
    dep = there.tokens[earlier.head].dep
    score += 2.5 if dep in _SUBJECTS else 0.8 if dep in {"dobj", "poss", "agent"} else 0.0
    if earlier.sentence == phrase.sentence:
        if dep in _SUBJECTS and earlier.head == subject:
            # "he" as object of a clause is not its subject, but "his" may well be
            score += 1.5 if sentence.tokens[phrase.head].dep == "poss" else -6.0
        if _in_quotes(there, earlier.head) != _in_quotes(sentence, phrase.head):
            score -= 1.5
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
        return not cluster.person and not cluster.plural and cluster.kind == "actor"
    if word in THEY:
        return not cluster.person and cluster.kind == "actor" and cluster.type != "State"
    return False


def _clause_subject(sentence: Sentence, position: int) -> int:
    """The subject of the clause that a word stands in, or -1."""
    for token in trees.ancestors(sentence, position):
        subject = trees.first_below(sentence, token.i, "nsubj", "nsubjpass")
        if token.pos in {"VERB", "AUX"} and subject is not None:
            return subject.i
    return -1


def _in_quotes(sentence: Sentence, position: int) -> bool:
    return sum(t.text == '"' for t in sentence.tokens[:position]) % 2 == 1
