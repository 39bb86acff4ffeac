"""Stretches without a space that are too long to be words."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.model import Article

LONGEST_WORD = 200
"""Characters. The tokenizer takes time by the square of a stretch without a space: 5,000 brackets took 10 s.

The longest words of news are web addresses, and few of those reach this.
"""

_OVERLONG = re.compile(rf"(?<!\S)\S{{{LONGEST_WORD + 1},}}")


def readable(article: Article) -> Article:
    """The article with a blank for each character of what is too long to be a word: every offset stays.

    It is for the parser; what is quoted comes from the article itself.
    """
    text = _OVERLONG.sub(lambda found: " " * len(found[0]), article.text)
    return article if text == article.text else replace(article, text=text)
