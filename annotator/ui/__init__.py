"""Qt; nobody imports it."""

import builtins

# PySide6 puts itself into every import that follows, and reads each module's source in search of `__feature__`, which
# nothing here uses: 15 ms of a start. So what is not Qt's comes first, and Python's own import is put back after.
from annotator import messages, settings  # noqa: F401
from annotator.core import direction, lanes, words  # noqa: F401
from annotator.operations import annotations, codings, history, people  # noqa: F401
from annotator.store import articles, codebook, project, tallies  # noqa: F401

_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _import
