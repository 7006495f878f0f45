"""Many differences settled at once: which way, where, and what it would do shown before it is one action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from annotator.core.errors import AnnotatorError
from annotator.messages import isolate
from annotator.operations import bulk, review
from annotator.operations.bulk import Which
from annotator.ui.dialogs.base import Dialog
from annotator.ui.jobs import hold
from annotator.ui.review.words import KINDS, said
from annotator.ui.review.words import REASONS as REASON_WORDS
from annotator.ui.reviewing.foreseen import Foreseen
from annotator.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.changes import Change
    from annotator.operations.bulk import BulkPreview
    from annotator.operations.review import Case
    from annotator.ui.review.sitting import Sitting
    from annotator.ui.theme import Theme

WAYS = ("agreed", "coder", "boundary")
_OWN_REASON = {"agreed": "majority", "coder": "coder", "boundary": "boundary-policy"}
_MAJORITY_OF = 3  # coders at least


class BulkDialog(Dialog):
    """Every choice shows what it would settle; the button says how many, and nothing is done before it is pressed."""

    def __init__(self, sitting: Sitting, theme: Theme, way: str, parent: QWidget) -> None:
        super().__init__("", parent, width=680)
        self.setWindowTitle(self.tr("Settle many at once"))
        self.setProperty("of_project", True)
        self._sitting = sitting
        self._preview: BulkPreview | None = None
        self.ways = {each: QRadioButton() for each in WAYS}
        self.group = QButtonGroup(self)
        self.coder, self.where, self.reason = QComboBox(), QComboBox(), QComboBox()
        self.majority, self.narrow = QCheckBox(), QCheckBox()
        self.note = QLineEdit()
        self.foreseen = Foreseen(sitting, theme)
        self._lay_out()
        self.add_button(self.tr("Cancel"), self.reject)
        self.done_button = self.add_button("", self._settle, default=True)
        self._name_all()
        self._fill()
        self.ways[way].setChecked(True)
        self.ways[way].setFocus()
        self._connect()
        self.look()

    def _lay_out(self) -> None:
        self.body.addWidget(self.ways["agreed"])
        self.body.addLayout(_indented(self.majority))
        row = QHBoxLayout()
        row.addWidget(self.ways["coder"])
        row.addWidget(self.coder, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.ways["boundary"])
        for each in self.ways.values():
            self.group.addButton(each)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.where, 3)
        row.addWidget(self.reason, 3)
        row.addWidget(self.note, 4)
        self.body.addLayout(row)
        self.body.addWidget(self.narrow)
        self.body.addWidget(label(self.tr("What it would settle"), "heading"))
        self.body.addWidget(self.foreseen, 1)

    def _name_all(self) -> None:
        self.ways["agreed"].setText(self.tr("All that the coders agree on"))
        self.majority.setText(self.tr("and all that more than half of them agree on"))
        self.ways["coder"].setText(self.tr("All differences as one coder has them:"))
        self.ways["boundary"].setText(self.tr("All boundaries that the project’s policy decides"))
        self.note.setPlaceholderText(self.tr("Note (optional)"))
        named: tuple[tuple[QWidget, str], ...] = (
            (self.coder, self.tr("Coder")),
            (self.where, self.tr("Where")),
            (self.reason, self.tr("Reason")),
            (self.note, self.tr("Note")),
            (self.foreseen, self.tr("What it would settle")),
        )
        for widget, name in named:
            widget.setAccessibleName(name)
            widget.setAccessibleDescription(name)

    def _fill(self) -> None:
        sitting = self._sitting
        for coder, name in zip(sitting.between, sitting.names, strict=True):
            self.coder.addItem(isolate(name), coder)
        self.where.addItem(self.tr("In this article"), False)
        self.where.addItem(self.tr("In the whole round"), True)
        self.reason.addItem("", "")
        for reason in review.REASONS:
            self.reason.addItem(self._because(reason), reason)
        self.narrow.setText(self.tr("Only what is looked at: %1").replace("%1", self._looked_at()))
        self.narrow.setVisible(sitting.filter.narrows)
        self.narrow.setChecked(sitting.filter.narrows)
        self.majority.setVisible(len(sitting.between) >= _MAJORITY_OF)

    def _because(self, reason: str) -> str:
        return self.tr("Reason: %1").replace("%1", said(REASON_WORDS[reason]))

    def _looked_at(self) -> str:
        looks = self._sitting.filter
        kind = said(KINDS[looks.kind]) if looks.kind else ""
        named = isolate(self._sitting.named.label(looks.label)) if looks.label else ""
        return " · ".join(filter(None, (kind, named)))

    def _connect(self) -> None:
        self.group.buttonClicked.connect(lambda _button: self.look())
        for combo in (self.coder, self.where):
            combo.activated.connect(lambda _row: self.look())
        for box in (self.majority, self.narrow):
            box.clicked.connect(lambda _checked: self.look())

    # -- what is chosen

    @property
    def way(self) -> str:
        """How it is settled."""
        return next(way for way, button in self.ways.items() if button.isChecked())

    def _cases(self) -> list[Case]:
        sitting = self._sitting
        return sitting.waiting.cases() if self.where.currentData() else [case for case in [sitting.case] if case]

    def _which(self) -> Which:
        looks = self._sitting.filter
        on = self.narrow.isChecked()
        return Which(
            kinds=frozenset({looks.kind} if on and looks.kind else ()),
            labels=frozenset({looks.label} if on and looks.label else ()),
            reason=str(self.reason.currentData()),
            note=self.note.text().strip(),
        )

    def _asked(
        self, asked: dict[str, Callable[..., Any]]
    ) -> tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]:
        """Of these operations the one of the way chosen, with what it needs beside the cases."""
        more: dict[str, Any] = {"which": self._which()}
        if self.way == "agreed":
            more["majority"] = self.majority.isVisible() and self.majority.isChecked()
        return asked[self.way], (self.coder.currentData(),) if self.way == "coder" else (), more

    # -- what it would do, and doing it

    def look(self) -> None:
        """Show what the choices of now would settle."""
        self.coder.setEnabled(self.way == "coder")
        self.majority.setEnabled(self.way == "agreed")
        self.reason.setEnabled(self.way != "agreed" or self.majority.isChecked())
        own = self._because(_OWN_REASON[self.way])
        self.reason.setItemText(0, own if self.reason.isEnabled() else self.tr("Reason"))
        self.note.setEnabled(self.reason.isEnabled())
        do, coder, more = self._asked(
            {"agreed": bulk.preview_agreed, "coder": bulk.preview_all_of, "boundary": bulk.preview_by_boundary}
        )
        project, cases = self._sitting.desk.bridge.project, self._cases()
        self._preview = None
        try:
            self._preview = hold(
                self.tr("Looking at the round…"),
                self,
                lambda told: do(project, cases, *coder, tell=lambda done: told(done, ""), **more),
            )
        except AnnotatorError:  # cancelled: the question is smaller now
            self.where.setCurrentIndex(0)
            self.look()
            return
        self.foreseen.show_preview(self._preview)
        self.done_button.setText(self.tr("Settle %Ln", "", self._preview.count))
        self.done_button.setEnabled(self._preview.count > 0)

    def _settle(self) -> None:
        do, coder, more = self._asked(
            {"agreed": bulk.settle_agreed, "coder": bulk.settle_all_of, "boundary": bulk.settle_by_boundary}
        )
        done: Change | None = self._sitting.desk.bridge.do(do, self._cases(), *coder, **more)
        if done is not None:
            self.accept()


def _indented(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addSpacing(24)
    row.addWidget(widget)
    row.addStretch(1)
    return row
