"""What a package says of itself in the window: for whom, from whom, its instructions, and when it can go back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextOption
from PySide6.QtWidgets import QPlainTextEdit

from annotator.core.direction import article_direction
from annotator.messages import isolate
from annotator.operations import sealed
from annotator.ui.dialogs.base import Dialog
from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.changes import Change
    from annotator.operations.sealed import Sealed
    from annotator.ui.window import Window


class InstructionsDialog(Dialog):
    """What the sender wants the colleague to know."""

    def __init__(self, found: Sealed, window: Window) -> None:
        super().__init__("", window, width=560)
        self.setProperty("of_project", True)
        self.setWindowTitle(self.tr("Instructions"))
        sender = isolate(found.sender.name) if found.sender else ""
        self.body.addWidget(on_side(label(self.tr("From %1").replace("%1", sender), "heading")))
        self.text = QPlainTextEdit(found.handover.instructions, readOnly=True)
        rtl = article_direction(found.handover.instructions) == "rtl"
        option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # of each line as its letters say
        self.text.document().setDefaultTextOption(option)
        self.text.setAccessibleName(self.tr("Instructions"))
        self.text.setMinimumHeight(180)
        self.body.addWidget(self.text, 1)
        hint = self.tr("You find this again under Project, “Instructions of this package”.")
        self.body.addWidget(on_side(label(hint, "small", wrap=True)))
        self.add_button(self.tr("Begin"), self.accept, default=True)


class Package(QObject):
    """Follows one package while it is open: greets, and says once when all is done that it can go back."""

    def __init__(self, found: Sealed, window: Window) -> None:
        super().__init__(window.desk)
        self._window, self._ready = window, found.is_ready
        if window.desk is not None:
            window.desk.bridge.changed.connect(self._changed)
        window.home.language.changed.connect(self._language)
        self._say(found)
        if found.handover.instructions and not found.done and window.desk is not None and _is_new(window):
            InstructionsDialog(found, window).open()

    def title(self, found: Sealed) -> str:
        """For whom it is, and from whom."""
        names = [isolate(person.name) if person else "" for person in (found.coder, found.sender)]
        return self.tr("Package for %1 from %2").replace("%1", names[0]).replace("%2", names[1])

    def show_instructions(self) -> None:
        """Let them be read again."""
        if (found := self._read()) is not None:
            InstructionsDialog(found, self._window).open()

    def _language(self, _name: str) -> None:
        self._say(self._read())

    def _read(self) -> Sealed | None:
        return sealed.of(self._window.desk.bridge.project) if self._window.desk is not None else None

    def _changed(self, change: Change) -> None:
        if not change.touches("coding"):
            return
        found = self._read()
        if found is not None and found.is_ready != self._ready:
            self._ready = found.is_ready
            self._say(found)

    def _say(self, found: Sealed | None) -> None:
        if found is None:
            return
        self._window.entitle(self.title(found))
        offers: dict[str, Callable[[], object]] = (
            {self.tr("Show the folder"): self._show_folder} if found.is_ready else {}
        )
        if found.handover.instructions:
            offers[self.tr("Instructions")] = self.show_instructions
        self._window.say(self._sentence(found), offers)

    def _sentence(self, found: Sealed) -> str:
        if found.is_ready:
            sender = isolate(found.sender.name) if found.sender else ""
            words = self.tr("All is done: ready to send back. Close the program and send this file to %1.")
            return words.replace("%1", sender)
        left = self.tr("%Ln article(s) to code", "", found.articles)
        return f"{self.title(found)} · {left}"

    def _show_folder(self) -> None:
        if self._window.desk is not None:
            folder = self._window.desk.bridge.project.path.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _is_new(window: Window) -> bool:
    """Whether nobody has worked in it yet."""
    return window.desk is not None and window.desk.bridge.project.journal.n <= 1
