"""How consensus grows with the claims: seconds of computing, memory, and what one more article costs.

python -m benchmarks.scale_claims OUT [CLAIMS…]    writes OUT.csv and OUT.svg; 10,000, 100,000 and 1,000,000 claims
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.growth import report
from benchmarks.invented_claims import story, told
from graph.consensus.assess import Consensus
from graph.heap import seldom_searched

HEAD = "propositions,claims,seconds,megabytes,one more,conflicts"
SIZES = (10_000, 100_000, 1_000_000)
_MORE = 8
"""So many stories get one article more."""
_NEXT = 5
"""Its number among those of its story."""


class Growth(NamedTuple):
    """What the claims of a collection took."""

    propositions: int
    claims: int
    seconds: float
    """From what is resolved to all propositions, conflicts and relationships."""
    megabytes: int
    """Of the whole process, what is resolved among them."""
    one_more: float
    """The longest that one more article of a known story took, in seconds."""
    conflicts: int


@seldom_searched()
def measure(claims: int) -> Growth:
    """Judges all claims, under the settings of the commands; then those of articles that come one by one."""
    knowledge = told(claims)
    later = [story(number, [_NEXT]) for number in range(_MORE)]
    began = time.process_time()
    consensus = Consensus()
    consensus.add(knowledge)
    made = consensus.assessment()
    seconds = time.process_time() - began
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    more = []
    for article in later:
        began = time.process_time()
        consensus.add(article)
        more.append(time.process_time() - began)
    return Growth(
        len(made.propositions), len(knowledge.claims), seconds, megabytes, max(more), len(made.conflicts)
    )


def line(claims: int) -> str:
    """A line of the CSV file."""
    took = measure(claims)
    return (
        f"{took.propositions},{took.claims},{took.seconds:.1f},{took.megabytes},{took.one_more:.3f},"
        f"{took.conflicts}"
    )


if __name__ == "__main__":
    sizes = [int(size) for size in sys.argv[2:]] or SIZES
    print(report("benchmarks.scale_claims", HEAD, sizes, Path(sys.argv[1])), end="")
