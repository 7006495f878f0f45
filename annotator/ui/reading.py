"""What helps to read the open article: signs, bare words, lit words, its parts, which labels and whose coding show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

from annotator.core.errors import AnnotatorError
from annotator.store import articles, codebook, codings, tallies
from annotator.ui.lighting import Lighting
from annotator.ui.panels.shown_bar import ShownBar

if TYPE_CHECKING:
    from annotator.core.changes import Change
    from annotator.core.models import Coder, Label
    from annotator.ui.code_page import CodePage
    from annotator.ui.coding import Coding
    from annotator.ui.desk import Desk
    from annotator.ui.text.surface import Surface


class Reading(QObject):
    """Switches for one Code page. `changed` when one was turned."""

    changed = Signal()

    def __init__(self, desk: Desk, coding: Coding, page: CodePage) -> None:
        super().__init__(page)
        self._desk, self._coding = desk, coding
        self.signs = self.bare = False
        self._surfaces = [coding.surface]
        self.lighting = Lighting(desk, coding, self)
        self.bar: ShownBar | None = None
        coding.shown.connect(self._read_article)
        coding.installEventFilter(self)
        desk.shown_changed.connect(self._say)
        desk.round_changed.connect(lambda _round: self._keep_blind())
        desk.bridge.changed.connect(self._heard)

    def begin(self) -> None:
        """Show what there is of the article that is open already."""
        self._read_article()

    def dress(self, surface: Surface) -> None:
        """Let another surface follow the switches for signs and bare words, as long as it is there."""
        self._surfaces.append(surface)
        surface.destroyed.connect(lambda: self._surfaces.remove(surface))
        surface.show_signs(self.signs)
        surface.hide_marks_of_vowels(self.bare)

    # -- switches

    def show_signs(self, *, on: bool) -> None:
        """Characters without ink, by their names."""
        self.signs = on
        for surface in self._surfaces:
            surface.show_signs(on)
        self.changed.emit()

    def hide_vowels(self, *, on: bool) -> None:
        """The words without their vowel marks, in the picture only."""
        self.bare = on
        for surface in self._surfaces:
            surface.hide_marks_of_vowels(on)
        self.changed.emit()

    def light_words(self, *, on: bool) -> None:
        """The words of the project's word lists."""
        self.lighting.turn(on=on)
        self.changed.emit()

    def only(self, label: str) -> None:
        """Show the spans of one label alone; again, or without one, those of all."""
        others = frozenset(self._coding.marking.labels) - {label}
        self._desk.hide_labels(frozenset() if not label or self._desk.hidden == others else others)

    def only_focused(self) -> None:
        """The label of the span in focus alone; again, those of all. Without a span, say what it would be about."""
        span = codings.annotation(self._desk.bridge.project.db, self._desk.focus) if self._desk.focus else None
        if span is None and not self._desk.hidden:
            self._coding.tell(self.tr("Put a span in focus: its label alone will show."))
        else:
            self.only(span.label if span is not None else "")

    def turn(self, label: str, only: bool) -> None:
        """What an eye does: `only` this label, or this one on and off."""
        if only:
            self.only(label)
        else:
            self.turn_label(label)

    def turn_label(self, label: str) -> None:
        """Hide the spans of a label, or show them again."""
        self._desk.hide_labels(self._desk.hidden ^ {label})

    def labels(self) -> list[Label]:
        """The labels of the codebook, retired ones only where the article still has spans of them."""
        counts = tallies.by_label(self._desk.bridge.project.db, coding=self._desk.shown)
        return [each for each in self._coding.marking.labels.values() if not each.retired or each.id in counts]

    def marked(self) -> set[str]:
        """The choices of the menus that hold."""
        hidden = self._desk.hidden
        only = bool(hidden) and len(frozenset(self._coding.marking.labels) - hidden) == 1
        holds = {
            "show_signs": self.signs,
            "hide_vowels": self.bare,
            "light_words": self.lighting.on,
            "only_label": only,
            "all_labels": not hidden,
        }
        return {name for name, true in holds.items() if true}

    # -- whose coding

    def colleagues(self) -> list[Coder]:
        """Those whose coding of this article may be seen now."""
        desk, db = self._desk, self._desk.bridge.project.db
        visible = codings.visible_codings(db, desk.article, desk.round, desk.where.coder)
        ids = {each.coder for each in visible} - {desk.where.coder}
        return [each for each in codebook.coders(db) if each.id in ids]

    def look_at(self, coder: str) -> None:
        """Look at a colleague's coding; "" at one's own."""
        if not coder or coder in {each.id for each in self.colleagues()}:
            self._desk.look_at(coder)

    def _keep_blind(self) -> None:
        if self._desk.whose:
            self.look_at("" if self._desk.whose not in {each.id for each in self.colleagues()} else self._desk.whose)

    # -- what changes

    def parts(self) -> list[tuple[str, int, int]]:
        """The parts of the open article, by their names in the interface's language."""
        desk = self._desk
        found = articles.parts(desk.bridge.project.db, desk.article) if desk.article else []
        kinds = {"headline": self.tr("Headline"), "lead": self.tr("Lead"), "caption": self.tr("Caption")}
        return [(kinds.get(part.kind, part.kind), part.start, part.end) for part in found]

    def _read_article(self) -> None:
        self._coding.surface.set_parts(self.parts())
        self.lighting.begin()
        self._say()

    def _heard(self, change: Change) -> None:
        label = str(change.facts.get("label", ""))
        if change.touches("annotation") and label in self._desk.hidden and change.kind == "do":
            self.turn_label(label)  # what was just done has to be seen
        if change.touches("word_list"):
            self.lighting.begin()
        if change.touches("part"):
            self._read_article()
        self._keep_blind()
        if self._desk.hidden:
            self._say()

    def hidden_spans(self) -> int:
        """How many spans of the open article do not show."""
        desk = self._desk
        if not desk.hidden or not desk.article:
            return 0
        counts = tallies.by_label(desk.bridge.project.db, coding=desk.shown)
        return sum(count for label, count in counts.items() if label in desk.hidden)

    def left_out(self) -> str:
        """How many spans do not show, as a sentence for paper; "" if all do."""
        hidden = self.hidden_spans()
        return self.tr("%Ln span(s) not shown here", "", hidden) if hidden else ""

    def _say(self) -> None:
        """Say over the text what does not show, and whose coding it is; nothing can be done in another's."""
        desk = self._desk
        coder = codebook.coder(desk.bridge.project.db, desk.whose) if desk.whose else None
        desk.bridge.closed_by = AnnotatorError("looking_on", coder=coder.name) if coder else None
        if self.bar is None and (coder or desk.hidden):
            self.bar = ShownBar(self._coding)
            self.bar.wants_all.connect(lambda: desk.hide_labels(frozenset()))
            self.bar.wants_mine.connect(lambda: desk.look_at(""))
            self._coding.top.addWidget(self.bar)
        if self.bar is not None:
            self.bar.say(coder.name if coder else "", self.hidden_spans() if desk.hidden else -1)
        self.changed.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._read_article()
        return False
