"""No text makes a pattern slow."""

import time

import pytest

from graph.texts import articles

PIECES = [
    "1",
    " ",
    "\u00a0",
    "A",
    "a",
    "Aa ",
    '"',
    "“",
    "(",
    "[",
    "/",
    "(Photo: ",
    "By Ali Nur, ",
    "and ",
    ", ",
]
PIECES += [
    "Nov 8, 2021 ",
    "The ",
    "the ",
    "of ",
    "| ",
    "- ",
    "— ",
    "*",
    ":",
    "ARDAN ",
    "ARDAN (",
    "A. ",
    "Ali-",
]
PIECES += [
    "Read more ",
    "Ali Nur is a ",
    "> ",
    "aA",
    "PostD",
    "0/0/",
    "www.",
    "\u202e",
    "\ufeff",
    "<p>",
    "<",
    "&amp;",
]


@pytest.mark.parametrize("suffix", [".txt", ".html"])
@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("width", [150, 100_000])
def test_a_hundred_kilobytes_of_anything_are_read_in_time(piece: str, suffix: str, width: int) -> None:
    line = (piece * (width // len(piece) + 1))[:width]
    text = "x\n" + f"{line}\n\n" * (100_000 // width)
    start = time.process_time()

    articles(f"a{suffix}", text)

    assert time.process_time() - start < 1.5
