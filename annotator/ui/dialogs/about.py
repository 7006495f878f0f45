"""What this program is, which version, and under which licences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version

from annotator import __version__
from annotator.ui.dialogs.base import Dialog
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class AboutDialog(Dialog):
    """A few lines, and a button that closes them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("About this program"))
        self.body.addWidget(label(self.tr("Annotator"), "title"))
        self.body.addWidget(
            label(self.tr("Version %1, with Qt %2").replace("%1", __version__).replace("%2", qt_version), "muted")
        )
        for words in (
            self.tr("It codes news texts by hand: spans, coders, agreement, data sets."),
            self.tr("Nothing leaves this machine: no network, no telemetry, no text in any log."),
            self.tr(
                "Free software under the MIT licence. Fonts under the SIL Open Font License, icons by Lucide (ISC)."
            ),
        ):
            self.body.addWidget(label(words, wrap=True))
        self.add_button(self.tr("Close"), self.accept, default=True)
