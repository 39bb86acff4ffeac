"""Election results: seats, ranks, sizes of parliaments, in every printed form.

| form | example | module |
| --- | --- | --- |
| verb and number | the Dawn list won 31 seats; took thirty seats; held 48 | `seats.py` |
| parenthesis | Nur's party (31 seats); a second party, led by Kasim (34) | `seats.py` |
| with | came fifth with 17 seats | `seats.py` |
| from ... to | shrank from forty-eight to nineteen seats | `seats.py` |
| rank | the big winner was Nur; 73 seats, the largest bloc | `ranks.py` |
| rank and number | came first with 58, Kasim second with 31 | `seats.py` |
| possessor | the Front's 31 seats | `seats.py` |
| size | the 140 seats in the assembly; the 329-member parliament; 165 seats are needed for a majority | `parliaments.py` |
| outcome | Nur won the election; Kasim lost; the polls were watched by the League | `ranks.py` |
| candidate | Nur ran for parliament | `candidates.py` |
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.claims.ballot import Ballot
from graph.claims.candidates import write_candidates
from graph.claims.parliaments import write_majority, write_seats_of_house, write_sizes
from graph.claims.ranks import write_outcomes, write_watchers, write_winners
from graph.claims.scribe import Scribe
from graph.claims.seats import write_number, write_seats
from graph.model import Frame, Ref


def write_results(scribe: Scribe, found: Sequence[Frame], of: Mapping[tuple[int, int], Ref]) -> None:
    """All claims of results; they belong to the election last told of, or the only one of the article."""
    ballot = Ballot(scribe, found, of)
    for sentence in scribe.discourse.sentences:
        for token in sentence.tokens:
            if token.lemma == "seat" and token.pos == "NOUN":
                if not write_majority(scribe, sentence, token):
                    write_seats(ballot, sentence, token)
                    write_seats_of_house(scribe, sentence, token)
            elif token.pos == "NUM":
                write_number(ballot, sentence, token)
        write_sizes(scribe, sentence)
        write_winners(ballot, sentence)
        write_outcomes(ballot, sentence)
        write_watchers(ballot, sentence)
        write_candidates(ballot, sentence)
