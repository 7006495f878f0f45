"""The text in the middle of Review: all coders on one page, or two coders on two pages that go in step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.ui.marking import byline
from annotator.ui.review import marks
from annotator.ui.review.instep import InStep
from annotator.ui.review.letters import letter
from annotator.ui.text.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

    from annotator.core.models import Article
    from annotator.ui.review.sitting import Sitting


class Pages(QWidget):
    """`surface` is the page that keys and edits go to; `other` stands beside it while two are shown.

    `held`: a mark was clicked; `dressing`: a second page was made, which has to look as the first does.
    """

    held = Signal(str)
    dressing = Signal(object)

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self.only = False  # whether only what differs is shown
        self.surface = Surface()
        self.other: Surface | None = None
        self.whose = (QComboBox(), QComboBox())
        self._shown: Article | None = None
        self._places = (0, 1)
        self._echo = False  # the other page is only following
        self._sides = [self._side(self.whose[0], self.surface)]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(1)
        self._row.addWidget(self._sides[0], 1)
        self.surface.focused.connect(self._hold)
        sitting.dressed.connect(self.show_marks)
        for number, combo in enumerate(self.whose):
            combo.activated.connect(lambda row, side=number: self._choose(side, row))

    def _side(self, combo: QComboBox, surface: Surface) -> QWidget:
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(combo)
        layout.addWidget(surface, 1)
        combo.setVisible(False)
        combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)  # both are as wide
        return side

    # -- one page or two

    @property
    def beside(self) -> bool:
        """Whether two pages are shown."""
        return self.other is not None and not self._sides[1].isHidden()

    def show_beside(self, *, on: bool) -> None:
        """Show two coders on two pages, or all on one."""
        if on and self.other is None:
            self._make_other()
        if self.other is not None:
            self._sides[1].setVisible(on)
        for combo in self.whose:
            combo.setVisible(on)
        self.show_article()
        self.show_marks()
        self.show_current()

    def _make_other(self) -> None:
        self.other = Surface()
        self._sides.append(self._side(self.whose[1], self.other))
        self._row.addWidget(self._sides[1], 1)
        self.dressing.emit(self.other)
        self.other.focused.connect(self._hold)
        self.surface.zoomed.connect(self.other.set_zoom)
        self.other.zoomed.connect(self.surface.set_zoom)
        for here, there in ((self.surface, self.other), (self.other, self.surface)):
            here.selected.connect(partial(self._select_too, there))
        InStep(self.surface, self.other, self)

    def every(self) -> Iterator[Surface]:
        """Those that there are."""
        yield from filter(None, (self.surface, self.other))

    def surfaces(self) -> Iterator[Surface]:
        """Those that are shown."""
        yield self.surface
        if self.other is not None and self.beside:
            yield self.other

    # -- what is shown

    def show_article(self) -> None:
        """The open article, or the same with another title or place of origin."""
        article = self._sitting.article
        if article is None:
            self._shown = None
            return
        old, self._shown = self._shown, article
        same = old is not None and (old.id, old.text, old.direction) == (article.id, article.text, article.direction)
        for surface in self.surfaces():
            self._show_on(surface, article, same=same and surface.text.hash == article.text)
        self._compare()

    def _show_on(self, surface: Surface, article: Article, *, same: bool) -> None:
        head: dict[str, Any] = {"title": article.title, "byline": byline(article)}
        if same:
            surface.set_head(**head)
        else:
            surface.show_article(self._sitting.text, article.direction, **head)

    def _compare(self) -> None:
        """Reserve a place for each coder's lines, shown or not, so that no letter moves when some come or go."""
        names = self._sitting.names
        letters = [letter(place) for place in range(len(names))]
        if self.beside:
            for surface in self.surfaces():
                surface.set_comparison(())
        elif len(names) > 2 and not self._sitting.anonymous:  # noqa: PLR2004
            self.surface.set_comparison([f"{a} · {b}" for a, b in zip(letters, names, strict=True)], letters)
        else:
            self.surface.set_comparison(names, letters)
        self._fill_whose()

    def _fill_whose(self) -> None:
        names = self._sitting.names
        if max(self._places) >= len(names):
            self._places = (0, 1)
        for side, combo in enumerate(self.whose):
            combo.clear()
            for place, name in enumerate(names):
                combo.addItem(isolate(name) if self._sitting.anonymous else f"{letter(place)} · {isolate(name)}", place)
            combo.setCurrentIndex(self._places[side])
            combo.setEnabled(len(names) > 2)  # noqa: PLR2004
            combo.setAccessibleName(self.tr("Whose coding this page shows"))
            combo.setAccessibleDescription(combo.accessibleName())

    def _choose(self, side: int, place: int) -> None:
        """Another coder on one of the pages; the two never show the same one."""
        mine, theirs = place, self._places[1 - side]
        theirs = self._places[side] if mine == theirs else theirs
        self._places = (mine, theirs) if side == 0 else (theirs, mine)
        self._fill_whose()
        self.show_marks()
        self.show_current()

    def show_marks(self) -> None:
        """Draw the marks of now."""
        if not self._sitting.between:
            for surface in self.every():
                surface.set_marks([])
            return
        self._compare()
        if not self.beside:
            self.surface.set_marks(*marks.drawn(self._sitting, differences_only=self.only))
            return
        for surface, place in zip(self.surfaces(), self._places, strict=True):
            surface.set_marks(*marks.drawn(self._sitting, differences_only=self.only, places=[place]))

    def show_current(self) -> None:
        """The difference in hand in focus and in sight, on both pages."""
        found = self._sitting.current
        self._echo = True
        for surface, place in zip(self.surfaces(), self._places, strict=False):
            side = found.sides[place] if found and self.beside else None
            span = side or (next(iter(found.there), None) if found and not self.beside else None)
            surface.focus_mark(span.id if span else "")
        self._echo = False
        if found and found.there:
            self.surface.reveal(found.start, found.end)

    def in_hand(self) -> set[str]:
        """The segments of the difference in hand."""
        return {span.id for span in self._sitting.current.there} if self._sitting.current else set()

    # -- what is done on it

    def _hold(self, mark: str) -> None:
        if not self._echo:
            self.held.emit(mark)

    def _select_too(self, there: Surface, selection: tuple[int, int] | None) -> None:
        """The same words on the other page."""
        if self.beside and not self._echo:
            self._echo = True
            there.select(*selection or (there.state.caret, there.state.caret))
            self._echo = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two pages are as wide to the pixel, so that their lines break alike."""
        self._row.setSpacing(1 + (event.size().width() - 1) % 2)
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Some words of each page."""
        return QSize(320, 200)
