"""Qt; nobody imports it."""

# PySide6 reads the source of every module that is imported after it, in search of features that nothing here uses; so
# what a window needs and is not Qt's comes first: 10 ms of a start.
from annotator import messages, settings  # noqa: F401
from annotator.core import direction, lanes, words  # noqa: F401
from annotator.operations import annotations, codings, history, people  # noqa: F401
from annotator.store import articles, codebook, project, snapshot, tallies  # noqa: F401
