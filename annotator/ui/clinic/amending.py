"""A label's definition beside its conflicts: amended in place, then published as a new version in one action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.operations import clinic
from annotator.store import codebook
from annotator.ui.clinic.touched import TouchedList
from annotator.ui.panels.form import with_word
from annotator.ui.panels.publish import next_name
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.fields import TextField
from annotator.ui.widgets.labels import label, on_side

if TYPE_CHECKING:
    from annotator.core.models import Label
    from annotator.operations.clinic import Amendment, Place
    from annotator.ui.desk import Desk

_WORDS = ("definition", "include", "exclude")


class Amending(QWidget):
    """What is written here is a draft until it is published, and kept for each label while the window is open."""

    amended = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._label: Label | None = None
        self._drafts: dict[str, dict[str, Any]] = {}  # by label
        self.title = on_side(label("", "title", wrap=True))
        self.locked = on_side(label("", "small", wrap=True))
        self.fields = {name: TextField(least=2) for name in (*_WORDS, "examples")}
        self.version = QLineEdit()
        self.publish = button("", "primary", pressed=self._publish)
        self.touched = TouchedList(desk)
        self._lay_out()
        for name, field in self.fields.items():
            field.committed.connect(lambda words, name=name: self._wrote(name, words))
            field.text.textChanged.connect(self._offer)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 6, 12)
        column.setSpacing(5)
        column.addWidget(self.title)
        column.addWidget(self.locked)
        names = {
            "definition": self.tr("Definition"),
            "include": self.tr("Include"),
            "exclude": self.tr("Leave out"),
            "examples": self.tr("Examples, one on a line"),
        }
        for name, field in self.fields.items():
            field.call(names[name])
            column.addSpacing(4)
            column.addWidget(on_side(label(names[name], "heading")))
            column.addWidget(field)
        column.addSpacing(8)
        column.addWidget(on_side(label(self.tr("Name of the version"), "heading")))
        self.version.setAccessibleName(self.tr("Name of the version"))
        column.addWidget(self.version)
        self.publish.setText(self.tr("Publish as a new version"))
        column.addWidget(self.publish)
        column.addSpacing(14)
        column.addWidget(self.touched)
        column.addStretch(1)

    # -- what is shown

    def show_label(self, name: str) -> None:
        """Show this label's words, and what was drafted of them."""
        self.flush()
        db = self._desk.bridge.project.db
        self._label = found = codebook.label(db, name)
        self.setVisible(found is not None)
        if found is None:
            return
        self.title.setText(isolate(self._desk.words(found.names, found.id)))
        open_ = codebook.project(db).editing == "open" and self._desk.bridge.project.writable
        self.locked.setVisible(not open_)
        self.locked.setText(self.tr("The codebook is locked: unlock it in Codebook mode to change what a label means."))
        for field in self.fields.values():
            field.setEnabled(open_)
        self.version.setEnabled(open_)
        self.version.setText(next_name([one.name for one in codebook.versions(db)]))
        self._show_words()
        self.touched.show_label(found.id)

    @property
    def addable(self) -> bool:
        """Whether words of a case can be taken in."""
        return self._label is not None and self.version.isEnabled()

    def take(self, quote: str, place: Place) -> None:
        """Put the words of a case into the draft."""
        if self._label is None:
            return
        self.flush()
        words = {name: self._now(name) for name in self.fields}
        self._draft.update(clinic.drafted(words, quote, place, self._desk.language))
        self._show_words()
        self.fields[place].setFocus()

    def flush(self) -> None:
        """Let the fields say what was written and not yet left."""
        for field in self.fields.values():
            field.flush()

    @property
    def _draft(self) -> dict[str, Any]:
        return self._drafts.setdefault(self._label.id if self._label else "", {})

    def _now(self, name: str) -> Any:
        return self._draft.get(name, getattr(self._label, name))

    def _show_words(self) -> None:
        for name in _WORDS:
            self.fields[name].show_value(self._now(name).get(self._desk.language, ""))
        self.fields["examples"].show_value("\n".join(self._now("examples")))
        self._offer()

    # -- what is written

    def _wrote(self, name: str, words: str) -> None:
        if self._label is None:
            return
        if name == "examples":
            self._draft[name] = tuple(line.strip() for line in words.splitlines() if line.strip())
        else:
            self._draft[name] = with_word(self._now(name), self._desk.language, words)
        self._offer()

    def _offer(self) -> None:
        """A version can be published once something is another."""
        written = any(field.text.document().isModified() for field in self.fields.values())
        self.publish.setEnabled(self.addable and (written or bool(self._changed())))

    def _changed(self) -> Amendment:
        if self._label is None:
            return {}
        there = {name: getattr(self._label, name) for name in self._draft}
        changed: Any = {name: words for name, words in self._draft.items() if words != there[name]}
        return changed  # type: ignore[no-any-return]

    def _publish(self) -> None:
        self.flush()
        if self._label is None:
            return
        done = self._desk.bridge.do(clinic.amend, self._label.id, self.version.text(), **self._changed())
        if done is not None:
            self._draft.clear()
            self.show_label(self._label.id)
            self.amended.emit()
