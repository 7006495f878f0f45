"""A label in the codebook's editor: its names, looks, place, meaning and examples; each field is one action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QSizePolicy

from annotator.core.codebook import in_order
from annotator.core.models import PartKind
from annotator.messages import comma, isolate, sentences
from annotator.operations import codebook as operations
from annotator.store import articles, codebook, codings
from annotator.ui.models.named import no, short, yes
from annotator.ui.panels.form import Form, at_start, in_language, language_name, languages, with_word, words_in
from annotator.ui.panels.notes_card import NotesCard
from annotator.ui.panels.variable_rules import label_options
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.fields import BoxedChoice, ChipsField, LineField, SeveralField, TextField
from annotator.ui.widgets.labels import label
from annotator.ui.widgets.looks import HueField, LookPreview, PatternField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.core.changes import Change
    from annotator.core.models import Annotation, Label, Names
    from annotator.store.project import Project
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme
    from annotator.ui.widgets.rows import Rows

    Words = Literal["names", "definition", "include", "exclude"]

_EXAMPLES = 5
_QUOTED = 70


class LabelForm(Form):
    """Everything about one label."""

    def __init__(self, desk: Desk, theme: Theme, label: Label, count: int) -> None:
        name = desk.words(label.names, label.id)
        super().__init__(desk, theme, name)
        self._label = label
        self._name = name
        self._say_what_it_is(count)
        rows = self.card(self.tr("Name"))
        self.names(rows, label.names, lambda lang, new: self._save("names", lang, new))
        self._synonyms(rows)
        self._looks()
        self._place()
        self._meaning()
        self._examples()
        self._rules()
        self._notes()
        self._buttons()

    def _say_what_it_is(self, count: int) -> None:
        said = self.tr("Id in exports: %1 · coded segments: %2")
        text = said.replace("%1", isolate(self._label.id)).replace("%2", QLocale().toString(count))
        if self._label.retired:
            text += " · " + self.tr("retired")
        self.sub.setText(text)

    def _synonyms(self, rows: Rows) -> None:
        field = LineField()
        field.setToolTip(self.tr("Other words that this label is found by, with commas between them"))
        words = comma(self.desk.language)
        self.keep(rows, "synonyms", self.tr("Also called"), field).show_value(words.join(self._label.synonyms) or None)
        field.committed.connect(lambda new: self.do(operations.edit_label, self._label.id, synonyms=words_in(new)))

    def _rules(self) -> None:
        """Where it may be put: seldom said, and kept when a span is coded."""
        label = self._label
        rows = self.more(filled=bool(label.within or label.parts or label.apart))
        within = SeveralField(self.theme, label_options(self.desk), none=self.tr("anywhere"))
        self.keep(rows, "within", self.tr("Only inside"), within).show_value(list(label.within))
        within.committed.connect(lambda new: self.do(operations.edit_label, label.id, within=tuple(new or ())))
        known = sentences("statuses")
        kinds = [(part, known[part][self.desk.language]) for part in get_args(PartKind)]
        parts = SeveralField(self.theme, kinds, none=self.tr("all parts"))
        self.keep(rows, "parts", self.tr("Only in"), parts).show_value(list(label.parts))
        parts.committed.connect(lambda new: self.do(operations.edit_label, label.id, parts=tuple(new or ())))
        apart = ChipsField([(True, yes()), (False, no())])
        self.keep(rows, "apart", self.tr("Never overlaps itself"), apart).show_value(label.apart)
        apart.committed.connect(lambda new: self.do(operations.edit_label, label.id, apart=bool(new)))

    def _looks(self) -> None:
        label = self._label
        rows = self.card(self.tr("Key and looks"))
        key = LineField()
        key.line.setMaxLength(1)
        key.setFixedWidth(64)
        key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        key.setToolTip(self.tr("One digit or letter"))
        self.keep(rows, "key", self.tr("Key"), key).show_value(label.key or None)
        key.committed.connect(lambda new: self.do(operations.set_key, label.id, new or ""))
        hue = HueField(self.theme)
        self.keep(rows, "hue", self.tr("Hue"), hue).show_value(label.hue)
        hue.committed.connect(lambda new: self.do(operations.edit_label, label.id, hue=new))
        kinds = [self.tr("Full line"), self.tr("Dashed"), self.tr("Dotted"), self.tr("Double")]
        pattern = PatternField(self.theme, label.hue, kinds)
        self.keep(rows, "pattern", self.tr("Line"), pattern).show_value(label.pattern)
        pattern.committed.connect(lambda new: self.do(operations.edit_label, label.id, pattern=new))
        example = label.examples[0] if label.examples else self._name
        rows.put(LookPreview(self.theme, label.hue, self._name, short(example, 40)))

    def _place(self) -> None:
        label = self._label
        rows = self.card(self.tr("Place in the codebook"))
        others = [each for each in self._book() if each.id not in self._below(label.id)]
        options = [(each.id, self.desk.words(each.names, each.id)) for each in others if not each.retired]
        parent = BoxedChoice(self.theme, options, empty=self.tr("none"))
        self.keep(rows, "parent", self.tr("Stands under"), parent).show_value(label.parent)
        parent.committed.connect(lambda new: self.do(operations.edit_label, label.id, parent=new))
        category = LineField()
        self.keep(rows, "category", self.tr("Category"), category).show_value(label.category or None)
        category.committed.connect(lambda new: self.do(operations.edit_label, label.id, category=new or ""))

    def _meaning(self) -> None:
        parts: tuple[tuple[Words, str], ...] = (
            ("definition", self.tr("Definition")),
            ("include", self.tr("Include")),
            ("exclude", self.tr("Leave out")),
        )
        for part, heading in parts:
            words: Names = getattr(self._label, part)
            rows = self.card(heading)
            for language in languages(words):
                field = TextField(least=2)
                in_language(field, language)
                self.keep(rows, f"{part} {language}", language_name(language), field).show_value(words.get(language))
                field.call(f"{heading}, {language_name(language)}")
                field.committed.connect(lambda new, part=part, language=language: self._save(part, language, new))

    def _examples(self) -> None:
        label = self._label
        rows = self.card(self.tr("Examples"))
        field = TextField(least=2, placeholder=self.tr("One example a line"))
        self.keep(rows, "examples", self.tr("In the codebook"), field).show_value("\n".join(label.examples))
        field.committed.connect(lambda new: self.do(operations.edit_label, label.id, examples=_lines(new)))
        project = self.desk.bridge.project
        for span in codings.examples(project.db, label.id, coder=project.coder, limit=_EXAMPLES):
            coding = codings.coding(project.db, span.coding)
            if coding is not None:
                title = articles.lines(project.db, [coding.article])[coding.article].title
                rows.put(self._example(span, coding.article, title))

    def _notes(self) -> None:
        found = codings.notes(self.desk.bridge.project.db, [self._label.id])
        card = NotesCard(self.desk, self.theme, "label", self._label.id, found)
        self.column.addSpacing(8)
        self.column.addWidget(label(self.tr("Notes"), "heading"))
        self.column.addWidget(card)
        self.fields |= card.fields

    def _example(self, span: Annotation, article: str, title: str) -> QWidget:
        quote = short(" … ".join(span.quotes), _QUOTED)
        made = button(f"«{isolate(quote)}»", "link", pressed=lambda: self._open(span, article))
        made.setToolTip(isolate(title))
        made.setProperty("harmless", True)
        made.setAccessibleName(self.tr("Show this example in its article: %1").replace("%1", isolate(quote)))
        return at_start(made)

    def _open(self, span: Annotation, article: str) -> None:
        self.desk.set_mode("code")
        self.desk.open_article(article)
        self.desk.focus_on(span.id)
        self.desk.reveal.emit(span.start, span.end)

    def _buttons(self) -> None:
        label = self._label
        up = button(self.tr("Move up"), pressed=lambda: self._move(-1))
        down = button(self.tr("Move down"), pressed=lambda: self._move(1))
        siblings = self._siblings()
        up.setEnabled(siblings[0] != label.id)
        down.setEnabled(siblings[-1] != label.id)
        if label.retired:
            turn = button(self.tr("Bring back"), pressed=lambda: self.do(operations.bring_back, label.id))
        else:
            turn = button(self.tr("Retire"), pressed=lambda: self.do(operations.retire_label, label.id))
            turn.setToolTip(self.tr("Take the label out of use; what is coded with it stays"))
        gone = button(self.tr("Delete"), pressed=lambda: self.do(operations.remove_label, label.id))
        self.foot(up, down, turn, gone)

    def _move(self, by: int) -> None:
        """Past the next sibling, whatever stands between them."""
        order = [each for each in self._siblings() if each != self._label.id]
        place = self._siblings().index(self._label.id) + by
        after = order[place - 1] if place else None
        self.do(operations.move_label, self._label.id, after=after)

    def _siblings(self) -> list[str]:
        retired, parent = self._label.retired, self._label.parent
        return [each.id for each in self._book() if each.parent == parent and each.retired == retired]

    def _book(self) -> list[Label]:
        return in_order(codebook.read(self.desk.bridge.project.db).labels)

    def _below(self, label: str) -> set[str]:
        """A label and all under it."""
        found = {label}
        while more := {each.id for each in self._book() if each.parent in found} - found:
            found |= more
        return found

    def _save(self, part: Words, language: str, new: str) -> None:
        """One word of one language; the others are those of the moment in which it is saved."""

        def saved(project: Project) -> Change:
            now: Any = getattr(operations.existing(project, self._label.id), part)
            fields: Any = {part: with_word(now, language, new)}
            return operations.edit_label(project, self._label.id, **fields)

        self.do(saved)


def _lines(words: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in (words or "").splitlines() if line.strip())
