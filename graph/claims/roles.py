"""Who holds which post, leads, speaks for, works for whom: from offices beside names in every form news uses.

| form | example |
| --- | --- |
| title before the name | Kalurian Prime Minister Ali Nur |
| apposition | Ali Nur, leader of the Northern Brigade |
| copula, "become", "as" | Nur is director of the museum; his years as premier |
| possessor | the Brigade's Ali Nur; Nur's party |
| led by | the list, led by Ali Nur |
| body behind the name | Ali Nur of the Brigade; Ali Nur (KF) |

The first three forms are found by `holdings.py`, their bodies by `bodies.py`, and written by `offices.py`; the next two
are in `leads.py`, the last in `members.py`.
"""

from __future__ import annotations

from graph.claims.holdings import holdings
from graph.claims.leads import write_leaders, write_members, write_possessors
from graph.claims.members import write_affiliated, write_belonging, write_staff
from graph.claims.offices import write_holding
from graph.claims.scribe import Scribe


def write_roles(scribe: Scribe) -> None:
    """All claims of posts, leadership, membership and employment."""
    for sentence in scribe.discourse.sentences:
        for token in sentence.tokens:
            for holding in holdings(scribe, sentence, token):
                write_holding(scribe, sentence, holding)
        write_possessors(scribe, sentence)
        write_leaders(scribe, sentence)
        write_members(scribe, sentence)
        write_affiliated(scribe, sentence)
        write_staff(scribe, sentence)
        write_belonging(scribe, sentence)
