"""Codebook mode: the codebook's outline at the start, the chosen thing's form beside it, its versions above."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, get_args

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QMenu, QSizePolicy, QVBoxLayout, QWidget

from annotator.core.codebook import content_hash
from annotator.core.models import Editing
from annotator.messages import isolate, sentences
from annotator.operations import codebook as operations
from annotator.store import codebook, tallies
from annotator.ui.models.history import when
from annotator.ui.models.outline import KINDS, OutlineModel
from annotator.ui.panels.form import Form
from annotator.ui.panels.label_form import LabelForm
from annotator.ui.panels.new_form import NewForm, title
from annotator.ui.panels.outline_row import OutlineRow
from annotator.ui.panels.publish import PublishDialog
from annotator.ui.panels.statement_form import StatementTypeForm
from annotator.ui.panels.variable_form import RelationForm, VariableForm
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.form_area import FormArea
from annotator.ui.widgets.labels import label, on_side
from annotator.ui.widgets.quiet import QuietCombo
from annotator.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent

    from annotator.core.changes import Change
    from annotator.core.models import Codebook, StatementType
    from annotator.ui.desk import Desk
    from annotator.ui.models.outline import Kind
    from annotator.ui.theme import Theme

_OUTLINE = 300  # pixels
_WIDEST = 700
_BOOK = ("label", "variable", "relation_type", "statement_type", "codebook", "project")
_READ = (*_BOOK, "annotation", "value", "relation", "statement", "note")


class CodebookPage(Speaking):
    """Everything about the codebook; a field that is left is one action, and undo takes it back."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self.model = OutlineModel(desk)
        self._chosen: tuple[Kind, str] = ("label", "")
        self._new = False
        self._of = ""  # the kind of statement that a new slot is for
        self._unfolded = False  # whether what is seldom needed is seen
        self._row = 0
        self.list = _Outline(self.model, OutlineRow(theme, self), self)
        self.list.selectionModel().currentChanged.connect(self._choose_row)
        self.model.modelReset.connect(self._point)
        self.menu = QMenu(self)
        self.add = button("", pressed=self._offer_kinds)
        self.publish = button("", pressed=self.ask_for_version)
        self.conflicts = button("", "link", pressed=self._show_conflicts)
        self.title, self.version = label("", "title"), label("", "small", wrap=True)
        self.editing = QuietCombo(theme)
        self.editing.activated.connect(self._set_editing)
        self.who = label("", "small")
        self.area = FormArea()
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._show_now)
        self._lay_out()
        desk.bridge.changed.connect(self._heard)
        desk.bridge.failed.connect(self._later)
        desk.language_changed.connect(self._later)
        desk.label_wanted.connect(lambda name: self.choose("label", name))
        theme.changed.connect(self._restyle)
        self.retranslate()
        self.choose("label", self.model.entry_at(1).id if self.model.rowCount() > 1 else "")

    def choose(self, kind: Kind, row_id: str) -> None:
        """Show the form of a label, a variable ("annotation", "article", "slot"), a relation or a kind of statement."""
        self.flush()
        self._chosen, self._new = (kind, row_id), False
        self._point()
        self._show_now()

    def start_new(self, kind: Kind, *, of: str = "") -> None:
        """Ask for the names of a new thing of this kind; a slot is one `of` a kind of statement."""
        self.flush()
        self._chosen, self._new, self._of = (kind, ""), True, of
        self.list.clearSelection()
        self._show_now()
        self.area.focus(0)

    def _start(self, kind: Kind, _checked: bool = False) -> None:
        self.start_new(kind)

    def _offer_kinds(self) -> None:
        start = self.add.rect().bottomRight() if self.add.isRightToLeft() else self.add.rect().bottomLeft()
        width = self.menu.sizeHint().width() if self.add.isRightToLeft() else 0
        self.menu.popup(self.add.mapToGlobal(start) - QPoint(width, -2))

    def ask_for_version(self) -> None:
        """Open the dialog that publishes."""
        self.flush()
        dialog = PublishDialog(self._desk, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show_conflicts(self) -> None:
        """What is argued over, at the label that is chosen."""
        self.flush()
        kind, chosen = self._chosen
        self._desk.conflicts_wanted.emit(chosen if kind == "label" else "")

    def flush(self) -> None:
        """Keep what was written and not yet left."""
        if not self._new:
            self.area.flush()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.model.headings = {
            "label": self.tr("Labels"),
            "annotation": self.tr("Attributes"),
            "article": self.tr("Article variables"),
            "relation": self.tr("Relations"),
            "statement": self.tr("Statements"),
        }
        self.title.setText(self.tr("Codebook"))
        self.list.setAccessibleName(self.tr("Codebook"))
        self.publish.setText(self.tr("Publish a version…"))
        self.conflicts.setText(self.tr("Conflicts…"))
        self.conflicts.setToolTip(self.tr("What coders argue over, and the definitions beside it"))
        self.add.setText(self.tr("Add"))
        self.add.setIcon(self._theme.icon("plus"))
        self.menu.clear()
        for kind in KINDS:
            self.menu.addAction(title(kind)).triggered.connect(partial(self._start, kind))
        self.who.setText(self.tr("Who may change it"))
        self.editing.clear()
        for state in get_args(Editing):
            self.editing.addItem(sentences("statuses")[state][self._desk.language], state)
        self.editing.setAccessibleName(self.who.text())
        self._say_version()
        self._later()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while nobody looked."""
        super().showEvent(event)
        self._show_now()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was written, and read nothing more: the project may be closed next."""
        self.flush()
        self._soon.stop()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        side = QWidget()
        side.setFixedWidth(_OUTLINE)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 14, 12, 10)
        column.setSpacing(8)
        column.addWidget(self._head())
        buttons = QHBoxLayout()
        buttons.addWidget(self.publish)
        buttons.addWidget(self.add)
        buttons.addStretch(1)
        buttons.addWidget(self.conflicts)
        column.addLayout(buttons)
        column.addSpacing(4)
        column.addWidget(self.list, 1)
        line = QFrame()
        line.setFixedWidth(1)
        line.setAutoFillBackground(True)
        line.setForegroundRole(line.palette().ColorRole.Mid)
        line.setBackgroundRole(line.palette().ColorRole.Mid)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(line)
        row.addWidget(self.area, 1)

    def _head(self) -> QWidget:
        """What the codebook is called, and who may change it."""
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(10, 0, 4, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.version)
        switch = QHBoxLayout()
        switch.addWidget(self.who)
        switch.addWidget(self.editing, 1)
        column.addLayout(switch)
        return head

    def focusInEvent(self, event: QFocusEvent) -> None:
        """On to the list; a focus proxy would take the chain of Tab apart, which Qt cannot mend."""
        self.list.setFocus(event.reason())

    def _choose_row(self, now: QModelIndex) -> None:
        entry = self.model.entry_at(now.row()) if now.isValid() else None
        if entry and entry.id and ((entry.kind, entry.id) != self._chosen or self._new):
            self.choose(entry.kind, entry.id)

    def _point(self) -> None:
        """Let the list stand on what the form shows; a thing that is gone gives way to what stood before it."""
        row = self.model.row_of(*self._chosen)
        if row < 0 and self._chosen[1] and not self._new:
            row = self.model.nearest(self._row)
            if row >= 0:
                entry = self.model.entry_at(row)
                self._chosen = (entry.kind, entry.id)
        if row >= 0 and not self._new:
            self._row = row
            self.list.setCurrentIndex(self.model.index(row))
        self._say_version()

    def _heard(self, change: Change) -> None:
        if change.touches("codebook", "project"):
            self._say_version()
        if change.touches(*_READ):
            self._later()

    def _later(self, *_: object) -> None:
        if self.isVisible() and not self._new:
            self._soon.start()

    def _restyle(self) -> None:
        self.list.doItemsLayout()
        self.add.setIcon(self._theme.icon("plus"))
        self._later()

    def _show_now(self) -> None:
        self._soon.stop()
        self.flush()
        form = self._form()
        self._restrict(form)
        page = QWidget()
        page.setProperty("role", "page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(page)
        row.setContentsMargins(28, 22, 28, 12)
        form.setMaximumWidth(_WIDEST)
        form.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addStretch(1)
        row.addWidget(form, 100)
        row.addStretch(1)
        self.area.show_page(page, form.fields)

    def _form(self) -> Form:
        kind, row_id = self._chosen
        if self._new:
            form = NewForm(self._desk, self._theme, kind, of=self._of)
            form.added.connect(self.choose)
            form.left.connect(self._leave_new)
            return form
        return self._form_of(codebook.read(self._desk.bridge.project.db), kind, row_id)

    def _form_of(self, book: Codebook, kind: Kind, row_id: str) -> Form:
        """The form of what is chosen, if the codebook still has it."""
        rows: dict[str, Sequence[Any]] = {
            "label": book.labels,
            "relation": book.relation_types,
            "statement": book.statement_types,
        }
        found = next((one for one in rows.get(kind, book.variables) if one.id == row_id), None)
        if found is None:
            return _Nothing(self._desk, self._theme)
        if kind == "label":
            count = tallies.by_label(self._desk.bridge.project.db).get(row_id, 0)
            return LabelForm(self._desk, self._theme, found, count)
        if kind == "relation":
            return RelationForm(self._desk, self._theme, row_id)
        if kind == "statement":
            return self._statement_form(found)
        return VariableForm(self._desk, self._theme, found)

    def _statement_form(self, kind: StatementType) -> Form:
        form = StatementTypeForm(self._desk, self._theme, kind)
        form.wants_slot.connect(lambda: self.start_new("slot", of=kind.id))
        form.chosen.connect(lambda slot: self.choose("slot", slot))
        return form

    def _leave_new(self) -> None:
        if self._of:
            self.choose("statement", self._of)
        else:
            self.choose("label", "")

    def _set_editing(self, row: int) -> None:
        state: Editing = self.editing.itemData(row)
        if self._desk.bridge.do(operations.set_editing, state) is None:
            self._say_version()

    def _restrict(self, form: Form) -> None:
        """A form shows what is seldom needed as it was left, and offers only what the project allows."""
        if form.fold is not None:
            form.fold.set_open(is_open=self._unfolded or form.fold.is_open)
            form.fold.turned.connect(self._keep_unfolded)
        project = self._desk.bridge.project
        state = codebook.project(project.db).editing if project.writable else "locked"
        if not self._new and state != "open":
            form.lock(adding=state == "extensible")
        self.add.setEnabled(state != "locked")
        self.editing.setEnabled(project.writable)

    def _keep_unfolded(self, unfolded: bool) -> None:
        self._unfolded = unfolded

    def _say_version(self) -> None:
        db = self._desk.bridge.project.db
        self.editing.setCurrentIndex(self.editing.findData(codebook.project(db).editing))
        versions = codebook.versions(db)
        if not versions:
            self.version.setText(self.tr("Not published yet"))
            return
        newest = versions[-1]
        said = self.tr("Version %1 · %2").replace("%1", isolate(newest.name)).replace("%2", isolate(when(newest.at)))
        if content_hash(codebook.read(db)) != newest.id:
            said += " · " + self.tr("changed since")
        on_side(self.version).setText(said)


class _Nothing(Form):
    """While nothing is chosen."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme, "")
        self.sub.setText(self.tr("Choose a part of the codebook at the side, or add one."))
        self.foot()


class _Outline(QListView):
    """Rows of the outline, walked with the arrows."""

    def __init__(self, model: OutlineModel, row: OutlineRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(row)
        self.setProperty("role", "rows")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
