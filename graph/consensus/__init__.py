"""Claims become propositions, conflicts between them, and a status for each under a written policy."""

from __future__ import annotations

from graph.consensus.assess import assess

__all__ = ["assess"]
