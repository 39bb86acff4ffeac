"""Who stands in an election: "Nur ran for parliament", "Kasim didn't run", "the elected president"."""

from __future__ import annotations

from graph.claims.ballot import Ballot
from graph.claims.stance import Stance
from graph.language import trees, vocabulary
from graph.model import Certainty, Ref, Sentence, Token

_STANDING = frozenset("run stand compete contest".split())
_SOUGHT = frozenset(
    "election office parliament president presidency seat congress senate assembly premiership mayor".split()
)
_NEAR = 3
"""So many sentences away, an election lets "ran" alone mean that somebody stood in it."""


def write_candidates(ballot: Ballot, sentence: Sentence) -> None:
    """All candidates of a sentence."""
    for token in sentence.tokens:
        if token.lemma == "elect" and token.dep == "amod":
            _write_elected(ballot, sentence, token)
        if token.lemma not in _STANDING or token.pos != "VERB" or trees.below(sentence, token.i, "prt"):
            continue
        run = trees.below(sentence, token.i, "dobj")
        things = run or trees.objects_of(sentence, token.i, "for", "in")
        sought = any(t.lemma in _SOUGHT for t in things)  # "has run no adverts in the election"
        bare = not things and not trees.below(sentence, token.i, "dobj", "prep") and token.lemma == "run"
        election = ballot.election(sentence)
        if election is None or not (sought or bare and ballot.beside(sentence, _NEAR)):
            continue
        for ref in ballot.subjects(sentence, token):
            ballot.scribe.say(
                sentence, token.i, ref, "candidateIn", object=election, rule="results: runs", confidence=0.75
            )


def _write_elected(ballot: Ballot, sentence: Sentence, word: Token) -> None:
    """ "the elected Kenyan premier" stood in the election that the text tells of, as far as it tells of one alone."""
    scribe, election = ballot.scribe, ballot.only()
    office = vocabulary.office_at(sentence, word.head)
    ref = _holder(ballot, sentence, sentence.tokens[word.head])
    entity = scribe.entity(ref) if ref is not None else None
    if election is None or office is None or ref is None or entity is None or entity.type != "Person":
        return
    if not {entity.of, *_states(ballot, sentence, word.head)} - {None, "", scribe.discourse.state}:
        end = max(sentence.tokens[office.last].end, sentence.tokens[word.head].end)
        scribe.say(
            sentence, word.i, ref, "candidateIn", object=election, nominal=True, put=Stance(certainty=Certainty.PROBABLE),
            quote=(word.start, end), rule="results: elected", confidence=0.7,
        )  # fmt: skip


def _states(ballot: Ballot, sentence: Sentence, office: int) -> list[str | None]:
    """The codes of the states that the words of an office name."""
    scribe = ballot.scribe
    named = [scribe.ref(sentence, t.i) for t in trees.objects_of(sentence, office, "of")]
    found = [entity.of for ref in named if ref is not None and (entity := scribe.entity(ref)) is not None]
    return [*found, *(p.state for p in scribe.discourse.phrases_of(sentence.index) if p.head == office)]


def _holder(ballot: Ballot, sentence: Sentence, office: Token) -> Ref | None:
    """The person that an office means, or beside whose name it stands."""
    own = ballot.scribe.ref(sentence, office.i)
    if own is not None or office.dep != "compound":
        return own
    return ballot.scribe.ref(sentence, office.head)
