"""What is typed into a field and not yet said is kept every two seconds, and offered again after a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.store import drafts
from annotator.store.drafts import Draft
from annotator.ui.models.history import when
from annotator.ui.models.named import short
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from annotator.store.project import Project
    from annotator.ui.widgets.fields import TextField

PAUSE = 2000  # milliseconds
_SHOWN = 120  # characters of a draft


class DraftKeeper(QObject):
    """Watches the fields of one page about one owner."""

    def __init__(self, project: Project, owner_kind: str, owner: str, parent: QObject) -> None:
        super().__init__(parent)
        self._who = project.kept_as, project.coder
        self._kind, self._owner = owner_kind, owner
        self._dirty: dict[str, TextField] = {}
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(self.write)

    def watch(self, key: str, field: TextField) -> None:
        """Keep what is typed into this field from now on."""
        field.text.textChanged.connect(lambda: self._typed(key, field))

    def found(self, key: str) -> Draft | None:
        """What was being written in a field when the program ended."""
        return next((draft for draft in drafts.of(*self._who) if draft.key == key), None)

    def drop(self, key: str) -> None:
        """What was typed into a field is said, or not wanted any more."""
        self._dirty.pop(key, None)
        drafts.drop(*self._who, key)

    def write(self) -> None:
        """Keep what was typed since the last time and is not said yet."""
        dirty, self._dirty = self._dirty, {}
        for key, field in dirty.items():
            if field.text.document().isModified():
                self.keep(key, field)

    def keep(self, key: str, field: TextField) -> None:
        """Keep the words of a field."""
        drafts.keep(*self._who, Draft(key, self._kind, self._owner, field.text.toPlainText()))

    def _typed(self, key: str, field: TextField) -> None:
        if field.text.document().isModified():
            self._dirty[key] = field
            if not self._timer.isActive():
                self._timer.start()


class DraftOffer(QWidget):
    """`taken` when the person goes on writing, `left` when the draft is not wanted."""

    taken = Signal()
    left = Signal()

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 6)
        column.setSpacing(2)
        said = self.tr("Not finished, from %1:").replace("%1", isolate(when(draft.at)))
        column.addWidget(on_side(label(said, "small", wrap=True)))
        column.addWidget(on_side(label(isolate(short(draft.body, _SHOWN)), wrap=True)))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        self.go_on = button(self.tr("Go on writing"), "link", pressed=self.taken.emit)
        self.leave = button(self.tr("Discard it"), "link", pressed=self.left.emit)
        row.addWidget(self.go_on)
        row.addWidget(self.leave)
        row.addStretch(1)
        column.addLayout(row)
