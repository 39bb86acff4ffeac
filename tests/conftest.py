"""The language model, loaded once for all tests."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from graph.extraction import Extractor, reader
from graph.model import Article
from graph.settings import Settings
from tests.factory import article
from tests.telling import Told, readable


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The extractor with the models of the settings."""
    return reader(Settings(), pytest.fail)


@pytest.fixture(scope="session")
def tell(extractor: Extractor) -> Callable[..., Told]:
    """What a text tells; each text is read once."""

    def told(body: str | Article, **printed: Any) -> Told:
        return readable(extractor(body if isinstance(body, Article) else article(body, **printed)))

    return cache(told)
