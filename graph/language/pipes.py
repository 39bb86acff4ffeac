"""The pipeline of a language model; in place of its slow components quicker ones that tell the same."""

from __future__ import annotations

import gc
import importlib
import warnings
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from graph.errors import EnvironmentFailedError
from graph.language.context import quicken
from graph.language.greedy import greedy
from graph.language.ruler import ruler

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

Component = Callable[[Sequence["Doc"]], None]
"""Adds to texts what it finds out about them."""


class Pipes:
    """A spaCy pipeline with its quicker components."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        quicken(nlp)
        quick = {"attribute_ruler": ruler(nlp), "ner": greedy(nlp)}
        names = nlp.pipe_names
        begin = min((at for at, name in enumerate(names) if quick.get(name)), default=len(names))
        self._late = names[begin:]
        self.components = [quick.get(name) or _component(nlp, name) for name in self._late]

    def __call__(self, texts: Iterable[str]) -> list[Doc]:
        """The texts, parsed."""
        docs = list(self.nlp.pipe(texts, disable=self._late))
        for component in self.components:
            component(docs)
        return docs

    @property
    def vocabulary(self) -> Vocab:
        """The words that the model knows."""
        return self.nlp.vocab


def _component(nlp: Language, name: str) -> Component:
    component = nlp.get_pipe(name)

    def of_all(docs: Sequence[Doc]) -> None:
        for doc in docs:
            component(doc)

    return of_all


def load(model: str) -> Language:
    """The pipeline in an installed package: that takes about a second and 430 MB."""
    importlib.import_module("spacy")  # sets warning filters of its own, so before ours
    with warnings.catch_warnings():
        # Trained with spaCy 3.7.2: of 8,168 tokens 8,165 came out the same under 3.8.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            module = importlib.import_module(model)
        except ModuleNotFoundError as error:
            raise EnvironmentFailedError(
                f"the language model {model!r} is not installed; run `make setup`, or name another installed "
                "spaCy pipeline package in the setting `model`"
            ) from error
        nlp: Language = module.load()
    # It stays to the end: looking again and again for what of it could go was a tenth of the time of reading.
    gc.freeze()
    return nlp
