"""The reading surface: an article as a printed page that happens to be coded.

It shows what it is given and says what was chosen; it changes nothing by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPainter

from annotator.core.text import Text
from annotator.ui.text.canvas import Canvas
from annotator.ui.text.choosing import Choosing
from annotator.ui.text.crowds import Crowds
from annotator.ui.text.edges import Edges
from annotator.ui.text.gestures import Gestures
from annotator.ui.text.keys import Keys

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QLineF
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QPlainTextEdit, QWidget

    from annotator.core.models import Direction
    from annotator.ui.text.marks import Link, Mark
    from annotator.ui.text.style import PageStyle


class Surface(Choosing):
    """One article and its marks. All positions are code points of the article, all ranges half-open."""

    chip_chosen = Signal(int)  # which of the chips in the page's head was clicked
    activated = Signal(str)  # Enter or a double click on a mark's name

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gestures = Gestures(self)
        self.edges = Edges(self)
        self.crowds = Crowds(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._introduced = False
        self.show_article(Text(""), "")

    # -- what is shown

    def show_article(
        self,
        text: Text,
        direction: Direction,
        *,
        title: str = "",
        byline: Sequence[str] = (),
        chips: Sequence[str] = (),
        place: int = 0,
    ) -> None:
        """Show another article, without marks, from the line that holds `place`."""
        had_focus, had_selection = bool(self.state.focus), self._told is not None
        self.crowds.hide()
        self.open_page(text, direction, (title, tuple(byline), tuple(chips)), place)
        self._told = None
        self._dress()
        self._name()
        self._describe()
        if had_focus:
            self.focused.emit("")
        if had_selection:
            self.selected.emit(None)

    def set_head(self, title: str = "", byline: Sequence[str] = (), chips: Sequence[str] = ()) -> None:
        """Show other words over the same article."""
        self.change_head((title, tuple(byline), tuple(chips)))

    def _dress(self) -> None:
        self.keys = Keys(self)
        self.canvas = Canvas(self.view, self.state, self.page_style, self.layers)

    def set_style(self, style: PageStyle) -> None:
        """Show everything in other colours."""
        self.page_style = style
        self.restyle()
        self._dress()
        self.viewport().update()

    def set_marks(self, marks: Sequence[Mark], links: Sequence[Link] = ()) -> None:
        """Show exactly these marks and links; only lines that look different are painted again."""
        linked = self.view.marks.together(self.state.focus)
        self.view.marks.set_links(links)
        self._change(lambda: self.view.marks.replace(marks))
        if linked != self.view.marks.together(self.state.focus):
            self.viewport().update()

    def put_mark(self, mark: Mark) -> None:
        """Show a mark, or its new form."""
        self._change(lambda: self.view.marks.put(mark))

    def drop_mark(self, mark_id: str) -> None:
        """Show a mark no longer."""
        self._change(lambda: self.view.marks.drop(mark_id))

    def _change(self, change: Callable[[], set[int]]) -> None:
        """Change the marks, and paint what looks different then: whole lines, and more where one is in focus."""
        before = self._marked_out()
        self.repaint_blocks(change())
        after = self._marked_out()
        if before != after:
            if any(self.view.marks.together(mark.id) for mark in (*before, *after)):
                self.viewport().update()
            for mark in (*before, *after):
                self.repaint_mark(mark)
        known = self.view.marks.by_id
        if self.state.hover and self.state.hover not in known:
            self.hover_mark("")
        if self.state.focus and self.state.focus not in known:
            self.state.moved = None
            self.focus_mark("")

    def _marked_out(self) -> list[Mark]:
        """The marks with more about them than their lines: in focus, linked to that, under the pointer."""
        marks, ids = self.view.marks, {self.state.focus, self.state.hover}
        ids |= {end for link in marks.together(self.state.focus) for end in (link.source, link.target)}
        return [marks.by_id[mark_id] for mark_id in sorted(ids) if mark_id in marks.by_id]

    # -- aids

    def let_go(self) -> bool:
        """Escape: let go of an edge on its way, a list, the selection or the focus; False if there was none."""
        if self.state.moved:
            self.show_moved(None)
        elif self.crowds.is_open:
            self.crowds.list.shut()
        elif self.state.onto:
            self.choose(self.state.caret, self.state.caret, keep=True)
            self.state.onto = ""
        elif self.state.fragments:
            self.choose(self.state.caret, self.state.caret)
        elif self.state.focus:
            self.focus_mark("")
        else:
            return False
        return True

    # -- edges

    def nudge_edge(self, edge: Literal["start", "end"], step: int, *, by: Literal["word", "cluster"]) -> None:
        """Move an edge of the focused mark that many words or characters on in the text, or (negative) back.

        It shows at once; `resized` follows when the key is let go.
        """
        self.edges.step(edge, step, by=by)

    def show_moved(self, mark: Mark | None) -> None:
        """Show the focused mark as it would be, or (None) as it is."""
        for changed in (self.state.moved, mark, self.view.marks.by_id.get(self.state.focus)):
            if changed:
                self.repaint_mark(changed)
        self.state.moved = mark
        if mark and self.view.marks.together(mark.id):
            self.viewport().update()

    def focus_handles(self) -> dict[str, QLineF]:
        """The edges of the focused mark that are on the screen."""
        mark = self.state.moved or self.view.marks.by_id.get(self.state.focus)
        return self.canvas.handles(list(self.view.lines_of(mark.fragments)), mark) if mark else {}

    # -- for assistive technology

    def announce(self, sentence: str) -> None:
        """Have a screen reader say what was done."""
        from annotator.ui.text import accessible  # noqa: PLC0415

        accessible.announce(self, sentence)

    def paragraph_reader(self) -> QPlainTextEdit:
        """The current paragraph in a read-only text field of its own, for a screen reader; the window shows it."""
        from annotator.ui.text import accessible  # noqa: PLC0415

        start, end = self.view.page.paragraph(self.state.caret)
        rtl = self.view.page.block_at(self.state.caret).rtl
        return accessible.reader(self.text.body[start:end], rtl=rtl, name=self.accessibleName())

    def _introduce(self) -> None:
        from annotator.ui.text import accessible  # noqa: PLC0415  (3 ms of a start, in which nobody asks)

        accessible.introduce(self)

    def _name(self) -> None:
        self.setAccessibleName(self.view.head.words[0] or self.tr("Article"))

    # -- what Qt tells

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what has to be."""
        painter = QPainter(self.viewport())
        self.canvas.paint(painter, event.rect())
        painter.end()
        self.painted()
        if not self._introduced:
            self._introduced = True
            QTimer.singleShot(0, self, self._introduce)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A button goes down."""
        self.crowds.hide()
        self.keys.forget_column()
        self.gestures.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer moves."""
        self.gestures.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A button comes up."""
        self.gestures.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second of two presses."""
        self.gestures.double(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """The pointer leaves."""
        if event.type() == QEvent.Type.Leave:
            self.gestures.leave()
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the page; the others are the window's."""
        if self.keys.press(event):
            event.accept()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The key that moved an edge is let go."""
        if self.state.moved and not event.isAutoRepeat():
            self.edges.settle()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The caret shows."""
        self.state.has_keys = True
        self.repaint_caret(self.state.caret)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The caret goes; a moved edge is let go."""
        self.state.has_keys = False
        self.repaint_caret(self.state.caret)
        self.edges.settle()
        super().focusOutEvent(event)

    def changeEvent(self, event: Any) -> None:
        """Another language or interface font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LocaleChange, QEvent.Type.FontChange):
            self.reform()
        elif event.type() == QEvent.Type.LanguageChange:
            self._name()
