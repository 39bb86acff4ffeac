"""Whether the ontology, alone or with data, is free of contradictions. The only user of owlready2."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import owlready2

from ontology.load import ntriples
from ontology.records import DEFAULT_BASE


@dataclass(frozen=True, slots=True)
class Consistency:
    """What the reasoner found. `ok` is None where nothing was checked."""

    ok: bool | None
    unsatisfiable: tuple[str, ...]
    """IRIs of the classes that nothing can belong to, sorted."""
    java_found: bool
    message: str


def check_consistency(data: bytes | None = None, base: str = DEFAULT_BASE) -> Consistency:
    """Runs HermiT over the ontology and, where given, over data as N-Triples.

    Data in named graphs must be flattened by the caller: owlready2 reads neither TriG nor Turtle.
    """
    if shutil.which(owlready2.JAVA_EXE) is None:
        return Consistency(
            ok=None,
            unsatisfiable=(),
            java_found=False,
            message=f"not checked: the reasoner HermiT needs Java and {owlready2.JAVA_EXE!r} is not on the "
            "path; install a Java runtime (on Debian: apt-get install default-jre-headless)",
        )
    return _reason(_world(ntriples(base) + (data or b"")))


def _world(triples: bytes) -> Any:  # owlready2 has no types
    world = owlready2.World()
    world.get_ontology("http://localhost/checked#").load(fileobj=BytesIO(triples), format="ntriples")
    return world


def _reason(world: Any) -> Consistency:
    try:
        # xsd:date is not an OWL 2 datatype: without the flag HermiT stops at the first date.
        with _own_temporary_folder():
            owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
    except owlready2.OwlReadyInconsistentOntologyError:
        return Consistency(
            ok=False,
            unsatisfiable=(),
            java_found=True,
            message="inconsistent: what is stated cannot all hold; check disjoint classes, single values, "
            "keys and negative assertions",
        )
    except owlready2.OwlReadyJavaError as error:
        reason = str(error).strip().splitlines()[-1]
        return Consistency(
            ok=None,
            unsatisfiable=(),
            java_found=True,
            message=f"not checked: HermiT stopped with {reason!r}; see whether the data is OWL 2 DL",
        )
    found = tuple(sorted(str(term.iri) for term in world.inconsistent_classes() if hasattr(term, "iri")))
    empty = tuple(iri for iri in found if iri != "http://www.w3.org/2002/07/owl#Nothing")
    if empty:
        return Consistency(
            ok=False,
            unsatisfiable=empty,
            java_found=True,
            message=f"nothing can belong to {', '.join(empty)}; check their superclasses and disjointness",
        )
    return Consistency(ok=True, unsatisfiable=(), java_found=True, message="consistent")


@contextmanager
def _own_temporary_folder() -> Iterator[None]:
    """A folder for the files of owlready2, which leaves them behind where HermiT finds a contradiction."""
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory(prefix="dramatis-") as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = before
