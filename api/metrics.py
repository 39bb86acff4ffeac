"""Counters of the service, as text for Prometheus.

Three kinds of figures of one process need no library with its registry and its exporters: the format is a line each
(https://prometheus.io/docs/instrumenting/exposition_formats/).
"""

from __future__ import annotations

import time
from bisect import bisect_left
from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Counter:
    """Counts, apart for each value of its labels."""

    def __init__(self, name: str, help: str, *labels: str) -> None:
        self.name, self.help, self.kind, self._labels = name, help, "counter", labels
        self._counts: dict[tuple[str, ...], float] = {} if labels else {(): 0.0}

    def add(self, *values: str, by: float = 1.0) -> None:
        self._counts[values] = self._counts.get(values, 0.0) + by

    def lines(self) -> Iterator[str]:
        for values in sorted(self._counts):
            labels = dict(zip(self._labels, values, strict=True))
            yield _line(self.name, labels, self._counts[values])


class Gauge:
    """A number that is looked at when it is asked for."""

    def __init__(self, name: str, help: str, label: str, look: Mapping[str, Callable[[], float]]) -> None:
        self.name, self.help, self.kind = name, help, "gauge"
        self._label, self._look = label, look

    def lines(self) -> Iterator[str]:
        for value, look in self._look.items():
            yield _line(self.name, {self._label: value}, look())


class Histogram:
    """Seconds, counted by how many they were at most."""

    def __init__(self, name: str, help: str) -> None:
        self.name, self.help, self.kind = name, help, "histogram"
        self._counts = [0] * (len(_SECONDS) + 1)
        self._sum = 0.0

    def add(self, seconds: float) -> None:
        self._counts[bisect_left(_SECONDS, seconds)] += 1
        self._sum += seconds

    def lines(self) -> Iterator[str]:
        below = 0
        for most, count in zip((*map(str, _SECONDS), "+Inf"), self._counts, strict=True):
            below += count
            yield _line(f"{self.name}_bucket", {"le": most}, below)
        yield _line(f"{self.name}_sum", {}, self._sum)
        yield _line(f"{self.name}_count", {}, below)


class Metrics:
    """What the service counts."""

    def __init__(self) -> None:
        self.responses = Counter("dramatis_responses_total", "Answers to HTTP requests.", "method", "status")
        self.queries = Counter("dramatis_queries_total", "SPARQL queries by what came of them.", "outcome")
        self.rows = Counter("dramatis_query_rows_total", "Rows and triples of all results.")
        self.bytes = Counter("dramatis_query_bytes_total", "Bytes of all results.")
        self.seconds = Histogram("dramatis_query_seconds", "From a query's turn to the end of its result.")
        self.waits = Histogram("dramatis_query_wait_seconds", "From a query's coming to its turn.")
        self.starts = Histogram("dramatis_worker_start_seconds", "What it took to start a query process.")
        self._figures: list[Counter | Gauge | Histogram] = [
            self.responses,
            self.queries,
            self.rows,
            self.bytes,
            self.seconds,
            self.waits,
            self.starts,
        ]

    def watch(self, name: str, help: str, label: str, look: Mapping[str, Callable[[], float]]) -> None:
        """Show also what these functions give."""
        self._figures.append(Gauge(name, help, label, look))

    async def timed_start(self, starting: Awaitable[T]) -> T:
        """What is awaited, timed as the start of a query process."""
        began = time.perf_counter()
        worker = await starting
        self.starts.add(time.perf_counter() - began)
        return worker

    def text(self) -> str:
        """All figures as they are now."""
        lines = []
        for figure in self._figures:
            lines += [f"# HELP {figure.name} {figure.help}", f"# TYPE {figure.name} {figure.kind}"]
            lines += figure.lines()
        return "\n".join(lines) + "\n"


def _line(name: str, labels: Mapping[str, str], value: float) -> str:
    shown = ",".join(f'{label}="{_escaped(text)}"' for label, text in labels.items())
    return f"{name}{{{shown}}} {value:.10g}" if shown else f"{name} {value:.10g}"


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
