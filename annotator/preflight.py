"""What would harm the work or end the program without a word is refused at the start, in plain words."""

from __future__ import annotations

import sqlite3
import sys
from typing import TYPE_CHECKING

from annotator import libraries
from annotator.core.errors import MachineError
from annotator.messages import Verbatim

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

OLDEST_SQLITE = (3, 37, 0)
_CALLS = 200


def check_machine(environ: Mapping[str, str], *, window: bool) -> None:
    """Before PySide6 is imported; on Linux only: a display for a window, and the libraries that Qt loads.

    Raises MachineError `no_display`, or `system_libraries` with the names and the line that brings them.
    """
    if not sys.platform.startswith("linux"):
        return
    drawn_elsewhere = environ.get("QT_QPA_PLATFORM", "")
    if window and not drawn_elsewhere and not libraries.has_display(environ):
        raise MachineError("no_display")
    lacking = libraries.missing(libraries.needed(environ))
    if lacking:
        tool = libraries.package_tool()
        remedy = Verbatim(libraries.remedy(lacking, tool))
        raise MachineError("system_libraries", count=len(lacking), remedy=remedy)


def check_store(version: tuple[int, int, int] = sqlite3.sqlite_version_info) -> None:
    """Raises MachineError `sqlite_old` when Python's SQLite lacks what the project file needs."""
    if version < OLDEST_SQLITE:
        raise MachineError("sqlite_old", found=_dotted(version), oldest=_dotted(OLDEST_SQLITE))


def check_qt(version: str, void_call: Callable[[], None], loaded: Collection[str] = sys.modules) -> None:
    """After QtCore is imported: `void_call` is any call into Qt that returns nothing; it is made 200 times (0.1 ms).

    Raises MachineError `qt_loses_none` for a PySide6 that drops a reference to None at every such call and would end
    the process after some thousands, `qt_sql` where a second SQLite in the process would drop the project's locks.
    """
    if loses_none(void_call):
        raise MachineError("qt_loses_none", version=version, python=_dotted(sys.version_info[:3]))
    if "PySide6.QtSql" in loaded:
        raise MachineError("qt_sql")


def loses_none(void_call: Callable[[], None], calls: int = _CALLS) -> bool:
    """Whether calling this costs references to None; Pythons from 3.12 on do not count them."""
    before = sys.getrefcount(None)
    for _ in range(calls):
        void_call()
    return before - sys.getrefcount(None) > calls // 2


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))
