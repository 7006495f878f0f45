"""All keys on one sheet, drawn from the table of actions, the codebook and what the page itself understands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QWidget

from annotator.store import codebook
from annotator.ui import actions
from annotator.ui.dialogs.base import Dialog
from annotator.ui.keys import printed
from annotator.ui.language import marked
from annotator.ui.widgets.labels import keycap, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.ui.desk import Desk
    from annotator.ui.menus import Menus

Row = tuple[str, tuple[str, ...]]

PAGE = (
    (marked("Actions", "Move the caret; with Ctrl by word or paragraph"), ("Left", "Right", "Up", "Down")),
    (marked("Actions", "Select while moving; with Ctrl by word or paragraph"), ("Shift+Left", "Shift+Right")),
    (marked("Actions", "Start and end of the line; with Ctrl of the text"), ("Home", "End")),
    (marked("Actions", "Select the paragraph, then everything"), ("Ctrl+A",)),
    (marked("Actions", "In the span in focus: walk to where it is split; beyond its edges, let go"), ("Left", "Right")),
    (marked("Actions", "Let go of the selection or the span"), ("Esc",)),
    (marked("Actions", "While dragging: add a piece to the selection, or to the span in focus"), ("Ctrl",)),
    (marked("Actions", "With a click: take a piece away"), ("Ctrl",)),
    (marked("Actions", "Select by letters instead of whole words, while dragging"), ("Alt",)),
)


class ShortcutsDialog(Dialog):
    """Typing finds an action by its words."""

    def __init__(self, menus: Menus, desk: Desk | None, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=620)
        self.setWindowTitle(self.tr("All keys"))
        self.wanted = QLineEdit(clearButtonEnabled=True)
        self.wanted.setPlaceholderText(self.tr("Find an action"))
        self.wanted.setAccessibleName(self.tr("Find an action"))
        self.wanted.textChanged.connect(self._show)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(0, 1)
        inside = QWidget()
        inside.setLayout(self._grid)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(self.tr("All keys"))
        area.setWidget(inside)
        self.body.addWidget(self.wanted)
        self.body.addWidget(area, 1)
        self.add_button(self.tr("Close"), self.accept, default=True)
        self._rows: list[tuple[Row, list[QWidget]]] = []
        for heading, rows in self._groups(menus, desk):
            self._add(heading, rows)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.resize(640, 620)

    def _groups(self, menus: Menus, desk: Desk | None) -> Iterable[tuple[str, list[Row]]]:
        if desk is not None:
            book = codebook.read(desk.bridge.project.db)
            labels: list[Row] = [
                (desk.words(one.names, one.id), (one.key,)) for one in book.labels if one.key and not one.retired
            ]
            yield self.tr("Labels: with words selected, or on the span in focus"), labels
        yield self.tr("On the page"), [(actions.words(words), keys) for words, keys in PAGE]
        for menu, title in actions.MENUS.items():
            rows = [
                (actions.plain(action.words).rstrip("…"), action.keys)
                for action, _ in menus
                if action.keys and action.menu == menu
            ]
            if rows:
                yield actions.plain(title), rows

    def _add(self, heading: str, rows: list[Row]) -> None:
        top = label(heading, "heading")
        row = self._grid.rowCount() + 1
        self._grid.setRowMinimumHeight(row - 1, 8)
        self._grid.addWidget(top, row, 0, 1, 2)
        for number, (words, keys) in enumerate(rows, start=row + 1):
            cap = keycap(f"\u2066{'   '.join(map(printed, keys))}\u2069")
            text = label(words)
            self._grid.addWidget(text, number, 0)
            self._grid.addWidget(cap, number, 1, Qt.AlignmentFlag.AlignTrailing)
            self._rows.append(((words, keys), [text, cap]))

    def _show(self, wanted: str) -> None:
        for (words, keys), widgets in self._rows:
            there = wanted.casefold() in f"{words} {' '.join(keys)}".casefold()
            for widget in widgets:
                widget.setVisible(there)
