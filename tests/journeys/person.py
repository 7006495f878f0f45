"""Somebody at the keyboard: a real window on a real project file, driven by key and mouse events alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from unicodedata import combining

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.store import articles, codings
from annotator.ui import opening
from annotator.ui.app import application
from annotator.ui.dialogs.welcome import WelcomeDialog
from annotator.ui.home import furnish
from annotator.ui.window import Window
from tests.ui.text.conftest import point_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QWidget

    from annotator.core.changes import Change
    from annotator.store.project import Project
    from annotator.ui.desk import Desk
    from annotator.ui.text.surface import Surface

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


def settle() -> None:
    """Let everything that waits be done."""
    app = QApplication.instance()
    for _ in range(8):
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Person:
    """One start of the program; what was told as saved is in `saved`, what was refused in `refused`."""

    def __init__(self, path: Path | None = None, *, names_later: bool = True, **choices: Any) -> None:
        self.home = furnish(application(), **choices)
        self.window = Window(self.home)
        self.saved: list[Change] = []
        self.refused: list[BaseException] = []
        self.gone = False
        self._heard: Desk | None = None
        opening.begin(self.window, path)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        settle()
        asked = QApplication.activeModalWidget()
        if path is not None and names_later and isinstance(asked, WelcomeDialog):
            asked.reject()
        self.listen()

    def listen(self) -> None:
        """The window is in front: hear what the status bar hears, of the project that is open now."""
        if QApplication.activeModalWidget() is None:
            self.window.activateWindow()  # a window manager does so when a dialog closes
        settle()
        if self.window.desk is not None and self.window.desk is not self._heard:
            self._heard = self.window.desk
            self._heard.bridge.saved.connect(self.saved.append)
            self._heard.bridge.failed.connect(self.refused.append)

    def leave(self) -> None:
        """Close the window as its cross does."""
        if self.gone:
            return
        self.gone = True
        self.window.close()
        settle()
        self.window.deleteLater()
        settle()
        self.home.language.choose("en")  # whoever comes next in this process starts anew

    # -- what is there

    @property
    def desk(self) -> Desk:
        assert self.window.desk is not None
        return self.window.desk

    @property
    def project(self) -> Project:
        return self.desk.bridge.project

    @property
    def surface(self) -> Surface:
        if self.window.review is not None:
            return self.window.review.surface
        assert self.window.code is not None
        return self.window.code.coding.surface

    @property
    def body(self) -> str:
        return self.surface.text.body

    def spans(self) -> dict[str, tuple[str, tuple[tuple[int, int], ...]]]:
        """My spans in the open article as the project holds them; the page must show the same."""
        found = codings.annotations_of(self.project.db, [self.desk.where.id])
        marks = self.surface.view.marks.by_id
        coding = self.window.code.coding
        assert {a.id: (coding.marking.name(a.label), a.fragments) for a in found} == {
            m.id: (m.name, m.fragments) for m in marks.values()
        }
        assert not any(mark.pending for mark in marks.values())
        text = articles.text(self.project.db, articles.get(self.project.db, self.desk.article).text)
        assert all(a.quotes == text.quotes(a.fragments) for a in found)
        return {a.id: (a.label, a.fragments) for a in found}

    def place(self, quote: str, nth: int = 0) -> tuple[int, int]:
        """Where words stand in the open article."""
        start = -1
        for _ in range(nth + 1):
            start = self.body.index(quote, start + 1)
        return start, start + len(quote)

    # -- hands

    def press(self, *keys: str) -> None:
        """Press keys as they are named in the menus, wherever the keyboard is."""
        for key in keys:
            pressed = QKeySequence(key)[0]
            QTest.keyClick(self._front(), pressed.key(), pressed.keyboardModifiers())
            settle()

    def write(self, words: str) -> None:
        """Type words into the field that has the keyboard."""
        field = QApplication.focusWidget()
        assert field is not None
        for letter in words:  # QTest types ASCII alone
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, PLAIN, letter))
        settle()

    def click(self, widget: QWidget, point: QPoint | None = None) -> None:
        """Click on a control where it is seen."""
        assert widget.isVisible()
        QTest.mouseClick(widget.window().windowHandle(), LEFT, PLAIN, self._on(widget, point or widget.rect().center()))
        settle()

    def point(self, position: int, *, share: float = 0.5) -> QPoint:
        """A point on a character, in the window; it is scrolled into sight first."""
        self.surface.reveal(position, position + 1)
        settle()
        return self._on(self.surface.viewport(), point_of(self.surface, position, share=share))

    def click_at(self, position: int, *, share: float = 0.5) -> None:
        """Click on a character."""
        QTest.mouseClick(self.window.windowHandle(), LEFT, PLAIN, self.point(position, share=share))
        settle()

    def double_click_at(self, position: int) -> None:
        """Double click on a character."""
        QTest.mouseDClick(self.window.windowHandle(), LEFT, PLAIN, self.point(position))
        settle()

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Hold the button from one point of the window to another."""
        there = self.window.windowHandle()
        QTest.mouseMove(there, start)
        QTest.mousePress(there, LEFT, PLAIN, start)
        for step in range(1, 7):
            QTest.mouseMove(there, start + (end - start) * step / 6)
            settle()
        QTest.mouseRelease(there, LEFT, PLAIN, end)
        settle()

    def drag_over(self, quote: str, nth: int = 0) -> tuple[int, int]:
        """Draw the mouse over words; where they stand."""
        start, end = self.place(quote, nth)
        last = next(at for at in range(end - 1, start - 1, -1) if not combining(self.body[at]))
        self.point(last)
        self.drag(self.point(start), self.point(last))
        assert self.surface.selection() == (start, end), (self.surface.selection(), (start, end))
        return start, end

    def code(self, quote: str, key: str, nth: int = 0) -> str:
        """Draw over words and press a label's key; the new span's id."""
        self.drag_over(quote, nth)
        before = len(self.saved)
        self.press(key)
        assert len(self.saved) == before + 1, self.refused
        return str(self.saved[-1].facts["annotation"])

    def _front(self) -> QWindow:
        front = QGuiApplication.focusWindow()
        assert front is not None
        return front

    @staticmethod
    def _on(widget: QWidget, point: QPoint) -> QPoint:
        return widget.mapTo(widget.window(), point)
