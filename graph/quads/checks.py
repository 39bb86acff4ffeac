"""The last look at the words before anything is written: a quote must stand where its claim says."""

from __future__ import annotations

import hashlib

from graph.errors import DramatisError
from graph.model import Article, Claim, Knowledge


class BadClaimError(DramatisError):
    """A claim cannot be written as it is: a fault of the rule that found it."""


class BadQuoteError(BadClaimError):
    """A claim quotes words that are not its article's, or the article is not the text that was read."""


def check_quotes(knowledge: Knowledge) -> None:
    """Raise if a text differs from its hash, or if a claim or a cue lies outside its article or is blank."""
    articles = {article.id: article for article in knowledge.articles}
    for article in knowledge.articles:
        _check_hash(article)
    for claim in knowledge.claims:
        if claim.article not in articles:
            raise BadQuoteError(
                f"A claim found by {claim.rule!r} is of article {claim.article}, which was not "
                "read; withdraw the claims of an article together with it"
            )
        _check(claim, articles[claim.article])


def _check_hash(article: Article) -> None:
    found = hashlib.sha256(article.text.encode()).hexdigest()
    if found != article.text_hash:
        raise BadQuoteError(
            f"{article.source}: the text of article {article.id} has the SHA-256 {found}, not the recorded "
            f"{article.text_hash or '(none)'}; build again from the files"
        )


def _check(claim: Claim, article: Article) -> None:
    cues = [(cue.start, cue.end) for source in claim.sources if (cue := source.cue) is not None]
    for start, end in [(claim.start, claim.end), *cues]:
        if not (article.start <= start < end <= article.end and article.text[start:end].strip()):
            raise BadQuoteError(
                f"{article.source}: the quote {start} to {end} of a claim found by {claim.rule!r} is "
                f"blank or outside article {article.id} ({article.start} to {article.end}); correct that rule"
            )
