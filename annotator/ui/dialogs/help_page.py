"""A page of the help, to read beside the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from annotator import paths
from annotator.ui.dialogs.base import Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_BETWEEN, _LINES = 10, 140  # pixels between paragraphs, percent of a line's height


class HelpPage(Dialog):
    """Shows `resources/help/<language>/<name>.md`; the window stays usable."""

    def __init__(self, name: str, title: str, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=520)
        self.setWindowTitle(title)
        self.setModal(False)
        page = QTextBrowser()
        page.setOpenLinks(False)
        page.setAccessibleName(self.windowTitle())
        page.setMarkdown((paths.resources() / "help" / language / f"{name}.md").read_text("utf-8"))
        _space_out(page)
        self.body.addWidget(page)
        self.add_button(self.tr("Close"), self.accept, default=True)
        self.resize(560, 620)


def _space_out(page: QTextBrowser) -> None:
    """Room between paragraphs and lines; Markdown alone gives none."""
    form = QTextBlockFormat()
    form.setBottomMargin(_BETWEEN)
    form.setLineHeight(_LINES, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor = QTextCursor(page.document())
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(form)
