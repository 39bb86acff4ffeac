"""The language model and the servers of other people, started once for all tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest

from graph.extraction import Extractor, reader
from graph.model import Article
from graph.settings import Settings
from tests.factory import article
from tests.store import servers
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


@pytest.fixture(scope="session")
def oxigraph_settings() -> Iterator[Settings]:
    with servers.oxigraph() as found:
        yield servers.of_oxigraph(found)


@pytest.fixture(scope="session")
def virtuoso_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    with servers.virtuoso(tmp_path_factory.mktemp("virtuoso")) as found:
        yield servers.of_virtuoso(found)
