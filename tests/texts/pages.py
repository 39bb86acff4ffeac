"""Pages for the tests of texts: paragraphs of an invented country, and how an article's lines are shown."""

from graph.model import Article
from graph.texts import articles

LEAD = (
    "The army of Ardan said on Sunday that two soldiers were killed when gunmen attacked a checkpoint "
    "near the town of Sel, the third such attack on the road in a month."
)
DENIAL = (
    "A spokesman for the Northern Front denied that its fighters had taken part in the attack on the "
    "checkpoint, and accused the army of firing on a wedding."
)
VOTE = (
    "Parliament will meet on Monday to hear the minister, who has been under pressure since the vote, "
    "in which the Unity List won 31 of 90 seats."
)
STORY = f"{LEAD}\n\n{DENIAL}\n\n{VOTE}"


def one(text: str, source: str = "page.txt") -> Article:
    """The only article of a page."""
    (article,) = articles(source, text)
    return article


def shown(article: Article) -> list[tuple[str, str]]:
    """The segments of an article, as pairs of kind and words."""
    return [(str(s.kind), article.text[s.start : s.end]) for s in article.segments]


def kinds(article: Article) -> list[str]:
    """The kinds of an article's segments."""
    return [str(s.kind) for s in article.segments]


def words_of(article: Article, kind: str) -> list[str]:
    """The words of the segments of one kind."""
    return [words for name, words in shown(article) if name == kind]
