from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from annotator.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Said(Speaking):
    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def retranslate(self) -> None:
        self.times += 1


def test_all_is_said_anew_when_the_language_changes_and_only_then(qtbot: QtBot) -> None:
    widget = Said()
    qtbot.addWidget(widget)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.FontChange))
    assert widget.times == 0
    QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    assert widget.times == 1
