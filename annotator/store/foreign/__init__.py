"""Project files that others made, read without trusting them: a child process with limits reads, both sides check."""

from __future__ import annotations

from annotator.core.changes import Entry
from annotator.store.foreign.reader import Foreign, read
from annotator.store.foreign.told import Told

__all__ = ["Entry", "Foreign", "Told", "read"]
