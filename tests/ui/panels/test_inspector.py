from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from annotator.core.models import Annotation
from annotator.operations import annotations as spans
from annotator.operations import variables
from annotator.store import codings
from annotator.ui.panels.inspector import InspectorPanel
from annotator.ui.widgets.fields import ChipsField, ChoiceField, LineField, SeveralField, TextField
from annotator.ui.widgets.key_chip import KeyChip
from annotator.ui.widgets.quote import Quote
from annotator.ui.widgets.rows import Rows
from tests.ui.conftest import complete

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme


@pytest.fixture
def panel(qtbot: QtBot, opened: Desk, theme: Theme) -> InspectorPanel:
    made = InspectorPanel(opened, theme)
    qtbot.addWidget(made)
    made.resize(300, 700)
    made.show()
    return made


def of_label(desk: Desk, label: str, number: int = 0) -> Annotation:
    mine = codings.annotations_of(desk.bridge.project.db, [desk.where.id])
    return [span for span in mine if span.label == label][number]


def said(panel: InspectorPanel) -> list[str]:
    labels = [label.text() for label in panel._area.page.findChildren(QLabel)]
    return [words.replace("\u2068", "").replace("\u2069", "") for words in labels]


def show(panel: InspectorPanel, desk: Desk, qtbot: QtBot, annotation: str) -> None:
    desk.focus_on(annotation)
    qtbot.waitUntil(lambda: not panel._stale)


def value(desk: Desk, annotation: str, variable: str):
    held = codings.values_of(desk.bridge.project.db, annotation)
    return held[variable].value if variable in held else None


def settle(panel: InspectorPanel, qtbot: QtBot) -> None:
    qtbot.wait(1)
    qtbot.waitUntil(lambda: not panel._stale)


class TestSpan:
    def test_it_shows_the_quote_in_context_and_where_it_stands(
        self, panel: InspectorPanel, opened: Desk, qtbot: QtBot
    ) -> None:
        span = of_label(opened, "quotation", 1)
        show(panel, opened, qtbot, span.id)
        assert panel.title.text() == "Coded segment"
        assert (
            panel.findChild(Quote).accessibleName() in " … ".join(span.quotes)
            or "…" in panel.findChild(Quote).accessibleName()
        )
        assert f"{span.start}–{span.end}" in said(panel)
        assert any(words.startswith("Coded “") for words in said(panel))

    def test_another_label_is_one_action(self, panel: InspectorPanel, opened: Desk, qtbot: QtBot) -> None:
        span = of_label(opened, "remedy")
        show(panel, opened, qtbot, span.id)
        field = panel.fields["label"]
        assert isinstance(field, ChoiceField)
        assert field.combo.currentData() == "remedy"
        field.combo.setCurrentIndex(field.combo.findData("cause"))
        field.combo.activated.emit(field.combo.currentIndex())
        assert codings.annotation(opened.bridge.project.db, span.id).label == "cause"
        opened.bridge.undo()
        settle(panel, qtbot)
        assert panel.fields["label"].combo.currentData() == "remedy"

    def test_few_choices_are_chips_that_can_be_taken_back(
        self, panel: InspectorPanel, opened: Desk, qtbot: QtBot
    ) -> None:
        span = of_label(opened, "quotation")
        show(panel, opened, qtbot, span.id)
        field = panel.fields["quotation.type"]
        assert isinstance(field, ChipsField)
        for choice, chip in list(field.chips):
            if choice == "mixed":
                qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert value(opened, span.id, "quotation.type") == "mixed"
        settle(panel, qtbot)
        chip = dict(panel.fields["quotation.type"].chips)["mixed"]
        assert chip.isChecked()
        qtbot.keyClick(chip, Qt.Key.Key_Space)
        assert value(opened, span.id, "quotation.type") is None
        settle(panel, qtbot)
        assert "Type •" in said(panel)

    def test_yes_and_no_are_values_too(self, panel: InspectorPanel, opened: Desk, qtbot: QtBot) -> None:
        span = of_label(opened, "actor")
        show(panel, opened, qtbot, span.id)
        no = panel.fields["actor.named"].chips[1][1]
        was = value(opened, span.id, "actor.named")
        qtbot.mouseClick(no, Qt.MouseButton.LeftButton)
        assert value(opened, span.id, "actor.named") is (None if was is False else False)

    def test_many_choices_are_a_list(self, panel: InspectorPanel, opened: Desk, qtbot: QtBot) -> None:
        span = of_label(opened, "actor")
        show(panel, opened, qtbot, span.id)
        field = panel.fields["actor.role"]
        assert isinstance(field, ChoiceField)
        field.combo.setFocus()
        field.combo.setCurrentIndex(field.combo.findData("media"))
        field.combo.activated.emit(field.combo.currentIndex())
        assert value(opened, span.id, "actor.role") == "media"
        settle(panel, qtbot)
        assert panel.fields["actor.role"].combo.hasFocus()

    def test_it_is_empty_again_when_the_span_is_deleted(
        self, panel: InspectorPanel, opened: Desk, qtbot: QtBot
    ) -> None:
        span = of_label(opened, "remedy")
        show(panel, opened, qtbot, span.id)
        qtbot.mouseClick(panel._bin, Qt.MouseButton.LeftButton)
        assert codings.annotation(opened.bridge.project.db, span.id) is None
        assert opened.focus == ""
        settle(panel, qtbot)
        assert panel.title.text() == "Article"

    def test_a_colleagues_span_can_be_read_and_not_changed(
        self, panel: InspectorPanel, opened: Desk, qtbot: QtBot
    ) -> None:
        theirs = opened.bridge.project.db.execute(
            "select a.id from annotation a join coding c on a.coding = c.id where c.coder != ?", [opened.where.coder]
        ).fetchone()[0]
        show(panel, opened, qtbot, theirs)
        assert not panel.fields["label"].isEnabled()
        assert not panel._bin.isVisible()


class TestWriting:
    @pytest.fixture
    def span(self, opened: Desk) -> Annotation:
        for names, kind in (({"en": "Count"}, "number"), ({"en": "Why"}, "text"), ({"en": "Level"}, "scale")):
            opened.bridge.do(variables.add_variable, names, scope="annotation", value_type=kind)
        choices = ({"en": "One"}, {"en": "Two"})
        opened.bridge.do(
            variables.add_variable, {"en": "Some"}, scope="annotation", value_type="choices", choices=choices
        )
        return of_label(opened, "remedy")

    def test_numbers_are_read_in_the_interfaces_digits(
        self, panel: InspectorPanel, opened: Desk, qtbot: QtBot, span: Annotation
    ) -> None:
        show(panel, opened, qtbot, span.id)
        field = panel.fields["count"]
        assert isinstance(field, LineField)
        for written, held in (("٤٢", 42), ("2.5", 2.5), ("", None)):
            field.line.setFocus()
            field.line.clear()
            field.line.insert(written)
            field.line.setModified(True)
            qtbot.keyClick(field.line, Qt.Key.Key_Return)
            assert value(opened, span.id, "count") == held

    def test_what_is_no_number_is_refused_and_the_old_one_comes_back(
        self, panel: InspectorPanel, opened: Desk, qtbot: QtBot, span: Annotation
    ) -> None:
        opened.bridge.do(spans.set_attribute, span.id, "level", 3)
        show(panel, opened, qtbot, span.id)
        field = panel.fields["level"]
        opened.expected = []
        opened.bridge.failed.connect(opened.expected.append)
        field.line.selectAll()
        field.line.insert("2.5")
        field.line.setModified(True)
        field.flush()
        assert [error.key for error in opened.expected] == ["bad_value"]
        assert (field.line.text(), value(opened, span.id, "level")) == ("3", 3)

    def test_text_is_kept_when_the_field_is_left(
        self, panel: InspectorPanel, opened: Desk, qtbot: QtBot, span: Annotation
    ) -> None:
        show(panel, opened, qtbot, span.id)
        field = panel.fields["why"]
        assert isinstance(field, TextField)
        field.text.setFocus()
        field.text.insertPlainText("لأنه يقترح حلا")
        assert value(opened, span.id, "why") is None
        panel.fields["label"].combo.setFocus()
        assert value(opened, span.id, "why") == "لأنه يقترح حلا"
        settle(panel, qtbot)
        assert panel.fields["label"].combo.hasFocus()

    def test_text_is_kept_for_its_own_span_when_another_is_focused(
        self, panel: InspectorPanel, opened: Desk, qtbot: QtBot, span: Annotation
    ) -> None:
        show(panel, opened, qtbot, span.id)
        panel.fields["why"].text.setFocus()
        panel.fields["why"].text.insertPlainText("سبب")
        other = of_label(opened, "remedy", 1)
        show(panel, opened, qtbot, other.id)
        assert value(opened, span.id, "why") == "سبب"
        assert value(opened, other.id, "why") is None

    def test_and_when_the_panel_is_closed(
        self, panel: InspectorPanel, opened: Desk, qtbot: QtBot, span: Annotation
    ) -> None:
        show(panel, opened, qtbot, span.id)
        panel.fields["new note"].text.insertPlainText("للنقاش")
        panel.hide()
        assert [note.body for note in codings.notes(opened.bridge.project.db, [span.id])] == ["للنقاش"]

    def test_several_choices_are_ticked(
        self, panel: InspectorPanel, opened: Desk, qtbot: QtBot, span: Annotation
    ) -> None:
        show(panel, opened, qtbot, span.id)
        field = panel.fields["some"]
        assert isinstance(field, SeveralField)
        field.ticks[0][1].trigger()
        settle(panel, qtbot)
        panel.fields["some"].ticks[1][1].trigger()
        assert value(opened, span.id, "some") == ["one", "two"]

    def test_notes_are_written_changed_and_taken_away(
        self, panel: InspectorPanel, opened: Desk, qtbot: QtBot, span: Annotation
    ) -> None:
        db = opened.bridge.project.db
        show(panel, opened, qtbot, span.id)
        field = panel.fields["new note"]
        field.text.setFocus()
        field.text.insertPlainText("هل هو علاج؟")
        qtbot.keyClick(field.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        note = codings.notes(db, [span.id])[0]
        assert (note.body, note.coder) == ("هل هو علاج؟", opened.where.coder)
        settle(panel, qtbot)
        assert any(words.startswith("Coder A · ") for words in said(panel))
        again = panel.fields[f"note {note.id}"]
        again.text.setFocus()
        again.text.selectAll()
        again.text.insertPlainText("نعم")
        panel.flush()
        assert codings.notes(db, [span.id])[0].body == "نعم"
        settle(panel, qtbot)
        again = panel.fields[f"note {note.id}"]
        again.text.selectAll()
        again.text.insertPlainText(" ")
        panel.flush()
        assert codings.notes(db, [span.id]) == []


class TestLinks:
    def test_a_link_leads_to_the_other_span(self, panel: InspectorPanel, opened: Desk, qtbot: QtBot) -> None:
        link = codings.relations(opened.bridge.project.db, [opened.where.id])[0]
        show(panel, opened, qtbot, link.source)
        buttons = [b for b in panel._area.page.findChildren(QPushButton) if b.property("role") == "link"]
        with qtbot.waitSignal(opened.reveal):
            qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
        others = {r.target for r in codings.relations_of(opened.bridge.project.db, link.source)}
        assert opened.focus in others

    def test_short_words_of_a_link_are_not_cut_and_long_ones_are(
        self, panel: InspectorPanel, opened: Desk, qtbot: QtBot
    ) -> None:
        for label, whole in (("quotation", True), ("source", False)):
            show(panel, opened, qtbot, of_label(opened, label).id)
            qtbot.wait(5)
            links = [b for b in panel._area.page.findChildren(QPushButton) if b.property("role") == "link"]
            assert [button.shown() == button.text() for button in links] == [whole] * len(links)

    def test_a_link_can_be_removed_and_made_again(self, panel: InspectorPanel, opened: Desk, qtbot: QtBot) -> None:
        db = opened.bridge.project.db
        link = next(r for r in codings.relations(db, [opened.where.id]) if r.label == "says")
        show(panel, opened, qtbot, link.source)
        crosses = [b for b in panel._area.page.findChildren(QToolButton) if b.accessibleName() == "Remove the link"]
        before = len(codings.relations_of(db, link.source))
        qtbot.mouseClick(crosses[0], Qt.MouseButton.LeftButton)
        assert len(codings.relations_of(db, link.source)) == before - 1
        settle(panel, qtbot)
        key = next(key for key in panel.fields if key.startswith("link "))
        combo = panel.fields[key].combo
        nearest = combo.itemData(1)
        combo.setCurrentIndex(1)
        combo.activated.emit(1)
        assert nearest in {r.target for r in codings.relations_of(db, link.source)}

    def test_the_other_end_shows_it_too(self, panel: InspectorPanel, opened: Desk, qtbot: QtBot) -> None:
        link = codings.relations(opened.bridge.project.db, [opened.where.id])[0]
        show(panel, opened, qtbot, link.target)
        assert "Quotation" in said(panel)


class TestArticle:
    def test_without_a_focus_it_shows_the_coding_form(self, panel: InspectorPanel, qtbot: QtBot) -> None:
        settle(panel, qtbot)
        assert {"status", "primary-frame", "tone", "genre", "new note"} == set(panel.fields)
        assert "سانا" in said(panel)
        assert any("press a label’s key" in words for words in said(panel))

    def test_status_and_variables_are_actions(self, panel: InspectorPanel, opened: Desk, qtbot: QtBot) -> None:
        settle(panel, qtbot)
        complete(opened)
        status = panel.fields["status"].combo
        status.setCurrentIndex(status.findData("done"))
        status.activated.emit(status.currentIndex())
        assert codings.coding(opened.bridge.project.db, opened.where.id).status == "done"
        settle(panel, qtbot)
        qtbot.mouseClick(panel.fields["tone"].chips[2][1], Qt.MouseButton.LeftButton)
        assert value(opened, opened.where.id, "tone") == "positive"

    def test_no_article_says_so(self, qtbot: QtBot, desk: Desk, theme: Theme) -> None:
        panel = InspectorPanel(desk, theme)
        qtbot.addWidget(panel)
        panel.show()
        assert said(panel) == ["Open an article to code it."]
        assert panel.fields == {}


def test_it_reads_nothing_while_it_is_hidden(panel: InspectorPanel, opened: Desk, qtbot: QtBot) -> None:
    settle(panel, qtbot)
    panel.hide()
    asked: list[str] = []
    opened.bridge.project.db.set_trace_callback(asked.append)
    opened.focus_on(of_label(opened, "actor").id)
    asked.clear()
    qtbot.wait(20)
    opened.bridge.project.db.set_trace_callback(None)
    assert asked == []
    panel.show()
    assert panel.title.text() == "Coded segment"


def test_the_keyboard_comes_into_the_attributes(panel: InspectorPanel, opened: Desk) -> None:
    opened.focus_on(of_label(opened, "actor").id)
    panel.focus_first()
    assert panel.fields["actor.role"].combo.hasFocus()


def test_the_wheel_never_changes_a_value(panel: InspectorPanel, opened: Desk, qtbot: QtBot) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    span = of_label(opened, "actor")
    show(panel, opened, qtbot, span.id)
    combo = panel.fields["actor.role"].combo
    combo.setFocus()
    before = combo.currentIndex()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, wheel)
    assert combo.currentIndex() == before


def test_it_fits_into_a_narrow_panel(panel: InspectorPanel, opened: Desk, qtbot: QtBot) -> None:
    for width in (300, panel.minimumWidth()):
        panel.resize(width, 700)
        for span in (of_label(opened, label) for label in ("quotation", "actor", "cue", "source")):
            show(panel, opened, qtbot, span.id)
            qtbot.wait(5)
            assert panel._area.widget().width() <= panel._area.viewport().width()
            for card in panel._area.page.findChildren(Rows):
                assert card.width() >= card.minimumSizeHint().width()


def test_words_follow_the_language(panel: InspectorPanel, opened: Desk, qtbot: QtBot) -> None:
    span = of_label(opened, "actor")
    show(panel, opened, qtbot, span.id)
    opened.language = "ar"
    opened.language_changed.emit("ar")
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    settle(panel, qtbot)
    assert "دور الفاعل" in said(panel)


class TestKeys:
    """A coder never needs the mouse: Tab into the attributes, a key for each value, and out again."""

    @pytest.fixture
    def asked(self, opened: Desk) -> dict[str, str]:
        """A quotation that is also asked for a scale, several choices, a number and a text."""
        made = {}
        for name, kind, rules in (
            ("Clear", "yesno", {}),
            ("Why not", "text", {"only_if": {"variable": "clear", "values": [False]}}),
            ("Force", "scale", {"low": 1, "high": 5}),
            ("Words", "number", {"low": 0, "high": 50}),
        ):
            done = opened.bridge.do(variables.add_variable, {"en": name}, scope="annotation", value_type=kind)
            made[name] = str(done.facts["variable"])
            opened.bridge.do(variables.edit_variable, made[name], labels=("quotation",), **rules)
        choices = tuple({"en": name} for name in ("One", "Two", "Three"))
        done = opened.bridge.do(
            variables.add_variable, {"en": "Some"}, scope="annotation", value_type="choices", choices=choices
        )
        opened.bridge.do(variables.edit_variable, str(done.facts["variable"]), labels=("quotation",))
        return made | {"Some": str(done.facts["variable"])}

    def press(self, qtbot: QtBot, *keys: Qt.Key) -> None:
        for key in keys:
            qtbot.keyClick(QApplication.focusWidget(), key)

    def at(self, panel: InspectorPanel) -> str:
        return next((key for key, field in panel.fields.items() if panel._holds_keyboard(key)), "")

    @pytest.fixture
    def span(self, panel: InspectorPanel, opened: Desk, qtbot: QtBot, asked: dict[str, str]) -> Annotation:
        assert asked
        span = of_label(opened, "quotation")
        panel.activateWindow()
        show(panel, opened, qtbot, span.id)
        panel.focus_first()
        return span

    def test_a_value_a_key_and_back_to_the_text(
        self, panel: InspectorPanel, opened: Desk, qtbot: QtBot, asked: dict[str, str], span: Annotation
    ) -> None:
        assert self.at(panel) == "quotation.type"
        key = Qt.Key
        self.press(qtbot, key.Key_2, key.Key_Y)
        assert self.at(panel) == asked["Force"]  # what is asked only if it is not clear was passed over
        self.press(qtbot, key.Key_4, key.Key_1, key.Key_2)
        field = panel.fields[asked["Words"]]
        assert field.line.text() == "12"
        with qtbot.assertNotEmitted(panel.left):
            self.press(qtbot, key.Key_Return)
        self.press(qtbot, key.Key_1, key.Key_3)
        with qtbot.waitSignal(panel.left):
            self.press(qtbot, key.Key_Return)
        db = opened.bridge.project.db
        held = {name: row.value for name, row in codings.values_of(db, span.id).items()}
        assert held == {
            "quotation.type": "indirect",
            asked["Clear"]: True,
            asked["Force"]: 4,
            asked["Words"]: 12,
            asked["Some"]: ["one", "three"],
        }

    def test_what_a_value_asks_for_is_asked_next(
        self, panel: InspectorPanel, opened: Desk, qtbot: QtBot, asked: dict[str, str], span: Annotation
    ) -> None:
        self.press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_N)
        assert self.at(panel) == asked["Why not"]
        qtbot.keyClicks(QApplication.focusWidget(), "no verb")
        self.press(qtbot, Qt.Key.Key_Backtab)
        assert value(opened, span.id, asked["Why not"]) == "no verb"
        assert self.at(panel) == asked["Clear"]
        self.press(qtbot, Qt.Key.Key_Y)
        assert self.at(panel) == asked["Force"]
        assert asked["Why not"] not in panel.fields

    def test_escape_goes_back_and_keeps_what_was_written(
        self, panel: InspectorPanel, opened: Desk, qtbot: QtBot, asked: dict[str, str], span: Annotation
    ) -> None:
        panel.focus_field(asked["Words"])
        qtbot.keyClicks(QApplication.focusWidget(), "7")
        with qtbot.waitSignal(panel.left):
            self.press(qtbot, Qt.Key.Key_Escape)
        assert value(opened, span.id, asked["Words"]) == 7

    def test_out_of_bounds_is_said_and_the_value_stays(
        self, panel: InspectorPanel, opened: Desk, qtbot: QtBot, asked: dict[str, str], span: Annotation
    ) -> None:
        opened.bridge.do(spans.set_attribute, span.id, asked["Words"], 7)
        settle(panel, qtbot)
        opened.expected = []
        opened.bridge.failed.connect(opened.expected.append)
        panel.focus_field(asked["Words"])
        panel.fields[asked["Words"]].line.selectAll()
        qtbot.keyClicks(QApplication.focusWidget(), "51")
        self.press(qtbot, Qt.Key.Key_Return)
        assert [error.key for error in opened.expected] == ["value_above"]
        assert self.at(panel) == asked["Words"]
        settle(panel, qtbot)
        assert panel.fields[asked["Words"]].line.text() == "7"

    @pytest.mark.usefixtures("span")
    def test_keys_are_shown_while_the_keyboard_is_there(
        self, panel: InspectorPanel, qtbot: QtBot, asked: dict[str, str]
    ) -> None:
        assert panel._asking.told == "quotation.type"
        assert any(words.endswith("1 Direct · 2 Indirect · 3 Mixed") for words in said(panel))
        panel.focus_field(asked["Some"])
        assert panel._asking.told == asked["Some"]
        chips = [chip for chip in panel.findChildren(KeyChip) if chip.isVisible() and chip.cap]
        assert [chip.cap for chip in chips] == ["1", "2", "3"]
        qtbot.mouseClick(chips[2], Qt.MouseButton.LeftButton)
        settle(panel, qtbot)
        assert panel._asking.told == asked["Some"]
        assert panel.fields[asked["Some"]].button.text().strip("\u2068\u2069") == "Three"
        self.press(qtbot, Qt.Key.Key_Delete)
        settle(panel, qtbot)
        assert panel.fields[asked["Some"]].button.text() == "—"
        panel.fields["label"].combo.setFocus(Qt.FocusReason.MouseFocusReason)
        assert panel._asking.told == ""

    def test_steps_are_pressed_too(
        self, panel: InspectorPanel, opened: Desk, qtbot: QtBot, asked: dict[str, str], span: Annotation
    ) -> None:
        steps = dict(panel.fields[asked["Force"]].steps)
        qtbot.mouseClick(steps[5], Qt.MouseButton.LeftButton)
        assert value(opened, span.id, asked["Force"]) == 5
        settle(panel, qtbot)
        steps = dict(panel.fields[asked["Force"]].steps)
        assert steps[5].isChecked()
        qtbot.mouseClick(steps[5], Qt.MouseButton.LeftButton)
        assert value(opened, span.id, asked["Force"]) is None
