"""The program: QApplication, language, theme, the first window; and the same window drawn into a picture."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication

from annotator import preflight
from annotator.settings import State
from annotator.ui import opening
from annotator.ui.garbage import Garbage
from annotator.ui.home import furnish
from annotator.ui.window import Window

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPixmap

    from annotator.ui.desk import Desk

_AROUND = 300  # code points that are shown before and behind a span in focus
_STANDS = 2000  # milliseconds after which a window surely stands there


def run(path: Path | None, *, language: str | None = None) -> int:
    """Open the window on a project, or as it was left; returns when it is closed."""
    app = application()
    home = furnish(app, **({"language": language} if language else {}))
    window = Window(home)
    window.settled.connect(lambda: _settle_down(app, window))
    opening.begin(window, path)
    if window.is_second:
        sys.stderr.write(f"{window.chrome.start.sentence}\n")
        return 0
    window.show()
    if window.desk is None:
        window.furnish()
    QTimer.singleShot(_STANDS, app, lambda: Garbage(app))
    return app.exec()


def _settle_down(app: QApplication, window: Window) -> None:
    """When the text stands there: the log, the net under every slot, an orderly end."""
    from annotator import logs, paths  # noqa: PLC0415  (with its sockets, 8 ms)

    if window.findChild(Ending) is None:
        logs.start(paths.user_log())
        window.trouble.catch_all()
        Ending(app, window)
        window.closed.connect(logs.stop)


def application() -> QApplication:
    """The one QApplication; raises `qt_loses_none` or `qt_sql` for a Qt that would harm the work."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])  # setStyle would wrap all of QStyle: 6 ms of the start
    app.setApplicationName("annotator")
    app.setDesktopFileName("annotator")
    preflight.check_qt(qt_version, QObject().deleteLater)
    return app


def picture(  # noqa: PLR0913  (a picture has as many sides)
    path: Path,
    png: Path,
    *,
    language: str = "ar",
    theme: str = "light",
    scale: float = 1.0,
    mode: str = "code",
    size: tuple[int, int] = (1440, 900),
    focus: str = "",
    words: tuple[int, int] | None = None,
    do: str = "",
) -> None:
    """Draw the window on a project, which nothing else may have open, into a PNG `scale` times its size in pixels.

    `focus` is the id of an annotation of the first article that is shown in focus, with what is linked to it; `words` a
    range of it that is selected; `do` the id of an action (`annotator.ui.actions`) that is done last.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application()
    home = furnish(app, language=language, theme=theme)
    home.state, home.keeps = State(hint=False), False
    window = Window(home)
    window.resize(QSize(*size))
    opening.open_project(window, path)
    window.show()
    window.furnish()
    if window.desk is not None:
        window.desk.set_mode(mode)
        _look_at(window.desk, focus)
    if words and window.code is not None:
        window.code.coding.surface.select(*words)
        window.code.coding.surface.reveal(*words)
    _settle(app)
    if do:
        window.menus[do].trigger()
        _settle(app)
    _drawn(window, scale).save(str(png))
    window.close()
    window.deleteLater()


def _drawn(window: Window, scale: float) -> QPixmap:
    """The window with what stands open over it."""
    from PySide6.QtGui import QPainter, QPixmap  # noqa: PLC0415
    from PySide6.QtWidgets import QDialog  # noqa: PLC0415

    pixmap = QPixmap(window.size() * scale)
    pixmap.setDevicePixelRatio(scale)
    window.render(pixmap)
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            corner = window.mapFromGlobal(dialog.mapToGlobal(QPoint()))
            if dialog.windowType() == Qt.WindowType.Dialog:  # as a desktop places it, however small this one is
                corner = window.rect().center() - dialog.rect().center()
            dialog.render(pixmap, corner)
            painter = QPainter(pixmap)
            painter.setPen(window.home.theme.colour("muted"))  # the frame that a desktop draws round it
            painter.drawRect(QRect(corner, dialog.size()).adjusted(-1, -1, 0, 0))
            painter.end()
    return pixmap


def _look_at(desk: Desk, annotation: str) -> None:
    from annotator.store import codings  # noqa: PLC0415

    span = codings.annotation(desk.bridge.project.db, annotation) if annotation else None
    if span is not None:
        desk.focus_on(annotation)
        desk.reveal.emit(max(0, span.start - _AROUND), span.end + _AROUND)


def _settle(app: QApplication) -> None:
    """Let layouts and what they ask for be done, also what waits for the text to be painted first, and work aside."""
    from PySide6.QtCore import QThread, QThreadPool  # noqa: PLC0415

    for _ in range(5):
        QThread.msleep(10)
        QThreadPool.globalInstance().waitForDone()
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Ending(QObject):
    """Closes the window on SIGTERM, SIGINT and when the session ends; all work is committed, so it takes no time."""

    def __init__(self, app: QApplication, window: Window) -> None:
        super().__init__(window)
        self._window = window
        app.commitDataRequest.connect(lambda _manager: window.close())
        import signal  # noqa: PLC0415  (the window stands there already)
        import socket  # noqa: PLC0415

        from PySide6.QtCore import QSocketNotifier  # noqa: PLC0415

        self._ours, self._theirs = socket.socketpair()
        for end in (self._ours, self._theirs):
            end.setblocking(False)
        self._old = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: None)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda *_: QTimer.singleShot(0, self._window, self._window.close))
        window.closed.connect(self.close)

    def close(self) -> None:
        """Listen no longer."""
        import signal  # noqa: PLC0415

        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old)
        for end in (self._ours, self._theirs):
            end.close()
