from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from annotator.operations import codings as coding_operations
from annotator.operations import statements
from annotator.store import codebook
from annotator.ui.panels.codebook_editor import CodebookPage
from annotator.ui.panels.new_form import NewForm
from annotator.ui.panels.publish import PublishDialog, next_name
from annotator.ui.widgets.fold import Fold

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, opened: Desk, theme: Theme) -> CodebookPage:
    made = CodebookPage(opened, theme)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    return made


@pytest.fixture
def refusals(opened: Desk) -> list[str]:
    opened.expected = []
    opened.bridge.failed.connect(opened.expected.append)
    keys: list[str] = []
    opened.bridge.failed.connect(lambda error: keys.append(error.key))
    return keys


def label(desk: Desk, label_id: str):
    return codebook.label(desk.bridge.project.db, label_id)


def variable(desk: Desk, variable_id: str):
    return codebook.variable(desk.bridge.project.db, variable_id)


def write(page: CodebookPage, key: str, words: str) -> None:
    """Write into a field and leave it."""
    field = page.area.fields[key]
    control = field.control
    control.setFocus()
    control.selectAll()
    if hasattr(control, "insertPlainText"):
        control.insertPlainText(words)
    else:
        control.insert(words)
        control.setModified(True)
    field.flush()


def press(page: CodebookPage, words: str, qtbot: QtBot) -> None:
    found = [b for b in page.area.page.findChildren(QPushButton) if b.text() == words]
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def pick(page: CodebookPage, key: str, value: object) -> None:
    combo = page.area.fields[key].combo
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def settle(page: CodebookPage, qtbot: QtBot) -> None:
    qtbot.wait(1)
    qtbot.waitUntil(lambda: not page._soon.isActive())


def titled(page: CodebookPage) -> str:
    return next(each.text() for each in page.area.page.findChildren(QLabel) if each.property("role") == "title")


class TestLabels:
    def test_the_first_label_is_shown_and_the_list_leads_to_others(self, page: CodebookPage, qtbot: QtBot) -> None:
        assert titled(page) == "Actor"
        page.list.setFocus()
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
        assert titled(page) == "Quotation"

    def test_headings_are_passed_over_by_the_arrows(self, page: CodebookPage, qtbot: QtBot) -> None:
        page.choose("label", "remedy")
        page.list.setFocus()
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
        assert titled(page) == "Role"

    def test_every_field_is_one_action_that_undo_takes_back(
        self, page: CodebookPage, opened: Desk, qtbot: QtBot
    ) -> None:
        before = label(opened, "actor")
        steps = (
            lambda: write(page, "name ar", "طرف فاعل"),
            lambda: write(page, "key", "a"),
            lambda: page.area.fields["hue"].committed.emit(90),
            lambda: page.area.fields["pattern"].committed.emit(2),
            lambda: pick(page, "parent", "problem"),
            lambda: write(page, "category", "people"),
            lambda: write(page, "definition en", "Whoever acts."),
            lambda: write(page, "exclude ar", ""),
            lambda: write(page, "examples", "أ\n\nب "),
        )
        for step in steps:
            n = opened.bridge.project.journal.entries(limit=1)[0].n
            step()
            settle(page, qtbot)
            assert opened.bridge.project.journal.entries(limit=1)[0].n == n + 1
        after = label(opened, "actor")
        assert after.names == {"ar": "طرف فاعل", "en": "Actor"}
        assert (after.key, after.hue, after.pattern, after.parent) == ("a", 90, 2, "problem")
        assert (after.category, after.definition["en"]) == ("people", "Whoever acts.")
        assert "ar" not in after.exclude
        assert after.examples == ("أ", "ب")
        for _ in steps:
            opened.bridge.undo()
        assert label(opened, "actor") == before

    def test_what_is_refused_comes_back_as_it_was(self, page: CodebookPage, qtbot: QtBot, refusals: list[str]) -> None:
        write(page, "key", "2")
        settle(page, qtbot)
        assert refusals == ["key_taken"]
        assert page.area.fields["key"].line.text() == "1"
        write(page, "name en", "Cue")
        settle(page, qtbot)
        assert refusals[1:] == ["label_name_taken"]
        assert page.area.fields["name en"].line.text() == "Actor"

    def test_the_keyboard_stays_where_it_was(self, page: CodebookPage, qtbot: QtBot) -> None:
        write(page, "name en", "Agent")
        page.area.fields["category"].line.setFocus()
        settle(page, qtbot)
        assert page.area.fields["category"].line.hasFocus()
        assert titled(page) == "Agent"

    def test_what_was_written_is_kept_when_another_is_chosen(self, page: CodebookPage, opened: Desk) -> None:
        page.area.fields["definition ar"].text.setPlainText("")
        page.area.fields["definition ar"].text.insertPlainText("من يفعل.")
        page.choose("label", "cue")
        assert label(opened, "actor").definition["ar"] == "من يفعل."
        assert label(opened, "cue").definition["ar"] != "من يفعل."

    def test_labels_move_among_their_siblings(self, page: CodebookPage, opened: Desk, qtbot: QtBot) -> None:
        press(page, "Move down", qtbot)
        settle(page, qtbot)
        assert [each.id for each in codebook.read(opened.bridge.project.db).labels[:2]] == ["quotation", "actor"]
        press(page, "Move up", qtbot)
        settle(page, qtbot)
        assert codebook.read(opened.bridge.project.db).labels[0].id == "actor"
        up = next(b for b in page.area.page.findChildren(QPushButton) if b.text() == "Move up")
        assert not up.isEnabled()

    def test_retire_and_bring_back(self, page: CodebookPage, opened: Desk, qtbot: QtBot) -> None:
        press(page, "Retire", qtbot)
        settle(page, qtbot)
        assert label(opened, "actor").retired
        press(page, "Bring back", qtbot)
        assert not label(opened, "actor").retired

    def test_a_used_label_is_not_deleted_a_new_one_is(
        self, page: CodebookPage, opened: Desk, qtbot: QtBot, refusals: list[str]
    ) -> None:
        press(page, "Delete", qtbot)
        assert refusals == ["label_used"]
        page.start_new("label")
        write_new(page, "Victim", "ضحية")
        page.area.page.findChild(NewForm).add()
        assert titled(page) == "Victim"
        press(page, "Delete", qtbot)
        settle(page, qtbot)
        assert label(opened, "victim") is None
        assert titled(page) == page.list.currentIndex().data() == "Remedy"
        opened.bridge.undo()
        page.choose("label", "victim")
        press(page, "Move up", qtbot)

    def test_an_example_leads_into_its_article(self, page: CodebookPage, opened: Desk, qtbot: QtBot) -> None:
        opened.set_mode("codebook")
        links = [b for b in page.area.page.findChildren(QPushButton) if b.property("role") == "link"]
        with qtbot.waitSignal(opened.reveal):
            qtbot.mouseClick(links[0], Qt.MouseButton.LeftButton)
        assert opened.mode == "code"
        assert opened.focus

    def test_hues_are_walked_with_the_arrows(self, page: CodebookPage, opened: Desk, qtbot: QtBot) -> None:
        swatches = page.area.fields["hue"].swatches
        before = label(opened, "actor").hue
        qtbot.keyClick(swatches, Qt.Key.Key_Right)
        assert label(opened, "actor").hue == (round(before / 15) * 15 + 15) % 360


def write_new(page: CodebookPage, english: str, arabic: str) -> None:
    page.area.fields["name en"].line.setText(english)
    page.area.fields["name ar"].line.setText(arabic)


class TestNew:
    def test_the_id_is_told_before_it_is_made(self, page: CodebookPage, opened: Desk, qtbot: QtBot) -> None:
        page.start_new("label")
        form = page.area.page.findChild(NewForm)
        assert "English name" in form.sub.text()
        write_new(page, "Direct victim", "ضحية مباشرة")
        assert "direct-victim" in form.sub.text()
        qtbot.keyClick(page.area.fields["name en"].line, Qt.Key.Key_Return)
        assert label(opened, "direct-victim").names == {"en": "Direct victim", "ar": "ضحية مباشرة"}
        assert page.list.currentIndex().data() == "Direct victim"

    def test_a_name_that_is_missing_leaves_the_form_as_it_is(self, page: CodebookPage, refusals: list[str]) -> None:
        page.start_new("label")
        page.area.page.findChild(NewForm).add()
        assert refusals == ["empty_name"]
        assert page.area.page.findChild(NewForm) is not None

    def test_each_kind_can_be_added_from_the_menu(self, page: CodebookPage, opened: Desk) -> None:
        kinds = ("label", "annotation", "article", "relation", "statement")
        for action, kind in zip(page.menu.actions(), kinds, strict=True):
            action.trigger()
            write_new(page, f"Fresh {kind}", "جديد")
            page.area.page.findChild(NewForm).add()
            assert titled(page) == f"Fresh {kind}"
        book = codebook.read(opened.bridge.project.db)
        made = {v.id: (v.scope, v.type) for v in book.variables}
        assert made["fresh-annotation"] == ("annotation", "choice")
        assert made["fresh-article"] == ("article", "choice")
        assert book.relation_types[-1].id == "fresh-relation"
        assert book.statement_types[-1].id == "fresh-statement"

    def test_leaving_it_adds_nothing(self, page: CodebookPage, opened: Desk, qtbot: QtBot) -> None:
        n = len(codebook.read(opened.bridge.project.db).labels)
        page.start_new("label")
        write_new(page, "Never", "")
        press(page, "Cancel", qtbot)
        assert len(codebook.read(opened.bridge.project.db).labels) == n
        assert page.area.page.findChild(NewForm) is None


class TestVariables:
    def test_rules_and_choices(self, page: CodebookPage, opened: Desk, qtbot: QtBot) -> None:
        page.choose("article", "tone")
        write(page, "choice neutral ar", "بلا نبرة")
        settle(page, qtbot)
        press(page, "Add a choice", qtbot)
        settle(page, qtbot)
        choices = variable(opened, "tone").choices
        assert choices[1].names == {"ar": "بلا نبرة", "en": "Neutral"}
        assert choices[3].names == {"en": "Choice 4"}
        tools = page.area.page.findChildren(QToolButton)
        up = next(t for t in tools if t.accessibleName() == "Move up: Choice 4")
        qtbot.mouseClick(up, Qt.MouseButton.LeftButton)
        settle(page, qtbot)
        assert [c.id for c in variable(opened, "tone").choices][2] == choices[3].id
        tools = page.area.page.findChildren(QToolButton)
        gone = next(t for t in tools if t.accessibleName() == "Delete: Choice 4")
        qtbot.mouseClick(gone, Qt.MouseButton.LeftButton)
        assert len(variable(opened, "tone").choices) == 3

    def test_the_type_can_change_until_there_are_values(self, page: CodebookPage, opened: Desk, qtbot: QtBot) -> None:
        page.choose("article", "genre")
        pick(page, "type", "text")
        settle(page, qtbot)
        assert variable(opened, "genre").type == "text"
        pick(page, "type", "choices")
        settle(page, qtbot)
        assert [c.names for c in variable(opened, "genre").choices] == [{"en": "First choice"}]
        opened.bridge.do(coding_operations.set_article_variable, opened.where, "tone", "neutral")
        page.choose("article", "tone")
        assert not page.area.fields["type"].isEnabled()

    def test_carriers_and_required(self, page: CodebookPage, opened: Desk, qtbot: QtBot) -> None:
        page.choose("annotation", "cue.stance")
        ticks = dict(page.area.fields["labels"].ticks)
        ticks["quotation"].trigger()
        settle(page, qtbot)
        assert set(variable(opened, "cue.stance").labels) == {"quotation", "cue"}
        qtbot.mouseClick(page.area.fields["required"].chips[0][1], Qt.MouseButton.LeftButton)
        assert variable(opened, "cue.stance").required

    def test_variables_move_within_their_kind(self, page: CodebookPage, opened: Desk, qtbot: QtBot) -> None:
        page.choose("article", "tone")
        press(page, "Move up", qtbot)
        order = [v.id for v in codebook.read(opened.bridge.project.db).variables if v.scope == "article"]
        assert order[:2] == ["tone", "primary-frame"]

    def test_relations(self, page: CodebookPage, opened: Desk, qtbot: QtBot, refusals: list[str]) -> None:
        page.choose("relation", "says")
        write(page, "name en", "spoken by")
        settle(page, qtbot)
        dict(page.area.fields["targets"].ticks)["actor"].trigger()
        kind = next(k for k in codebook.read(opened.bridge.project.db).relation_types if k.id == "says")
        assert (kind.names["en"], set(kind.targets)) == ("spoken by", {"actor", "source"})
        settle(page, qtbot)
        press(page, "Delete", qtbot)
        assert refusals == ["relation_used"]


class TestRules:
    def test_synonyms_are_one_line_parted_by_commas_of_either_kind(
        self, page: CodebookPage, opened: Desk, qtbot: QtBot
    ) -> None:
        write(page, "synonyms", "طرف، جهة, agent ;")
        assert label(opened, "actor").synonyms == ("طرف", "جهة", "agent")
        settle(page, qtbot)
        assert page.area.fields["synonyms"].line.text() == "طرف, جهة, agent"

    def test_where_a_label_may_be_put_is_folded_away_until_it_is_said(
        self, page: CodebookPage, opened: Desk, qtbot: QtBot
    ) -> None:
        page.choose("label", "remedy")
        fold = page.area.page.findChild(Fold)
        assert not fold.is_open
        qtbot.mouseClick(fold.button, Qt.MouseButton.LeftButton)
        dict(page.area.fields["within"].ticks)["quotation"].trigger()
        settle(page, qtbot)
        dict(page.area.fields["parts"].ticks)["lead"].trigger()
        settle(page, qtbot)
        qtbot.mouseClick(page.area.fields["apart"].chips[0][1], Qt.MouseButton.LeftButton)
        rules = label(opened, "remedy")
        assert (rules.within, rules.parts, rules.apart) == (("quotation",), ("lead",), True)
        settle(page, qtbot)
        fold = page.area.page.findChild(Fold)
        qtbot.mouseClick(fold.button, Qt.MouseButton.LeftButton)
        page.choose("label", "cue")
        assert not page.area.page.findChild(Fold).is_open
        page.choose("label", "remedy")
        assert page.area.page.findChild(Fold).is_open  # something is said there

    def test_asked_only_if(self, page: CodebookPage, opened: Desk, qtbot: QtBot) -> None:
        page.choose("article", "genre")
        pick(page, "only_if", "tone")
        assert variable(opened, "genre").only_if == {"variable": "tone", "values": ["negative"]}
        settle(page, qtbot)
        dict(page.area.fields["only_if values"].ticks)["positive"].trigger()
        assert variable(opened, "genre").only_if["values"] == ["negative", "positive"]
        settle(page, qtbot)
        pick(page, "only_if", None)
        assert variable(opened, "genre").only_if == {}

    def test_a_condition_that_comes_back_to_itself_is_refused(
        self, page: CodebookPage, opened: Desk, qtbot: QtBot, refusals: list[str]
    ) -> None:
        page.choose("article", "genre")
        pick(page, "only_if", "tone")
        page.choose("article", "tone")
        pick(page, "only_if", "genre")
        settle(page, qtbot)
        assert refusals == ["bad_codebook"]
        assert page.area.fields["only_if"].combo.currentData() is None
        assert variable(opened, "tone").only_if == {}

    def test_bounds_of_numbers_and_scales(
        self, page: CodebookPage, opened: Desk, qtbot: QtBot, refusals: list[str]
    ) -> None:
        page.choose("article", "genre")
        assert "low" not in page.area.fields
        pick(page, "type", "scale")
        settle(page, qtbot)
        write(page, "low", "1")
        settle(page, qtbot)
        write(page, "high", "٧")
        settle(page, qtbot)
        assert (variable(opened, "genre").low, variable(opened, "genre").high) == (1, 7)
        write(page, "low", "9")
        settle(page, qtbot)
        write(page, "high", "x")
        assert refusals == ["bad_codebook"]
        assert page.area.fields["low"].line.text() == "1"
        assert page.area.fields["high"].line.text() == "7"


class TestStatements:
    def kind(self, desk: Desk, kind: str = "claim"):
        return codebook.statement_type(desk.bridge.project.db, kind)

    def test_slots_are_named_ordered_and_taken_out(self, page: CodebookPage, opened: Desk, qtbot: QtBot) -> None:
        page.choose("statement", "claim")
        tools = page.area.page.findChildren(QToolButton)
        down = next(t for t in tools if t.accessibleName() == "Move down: Person")
        qtbot.mouseClick(down, Qt.MouseButton.LeftButton)
        assert self.kind(opened).slots == ("organisation", "person", "concept", "agreement")
        write(page, "sentence en", "{Person} agrees with {Concept}")
        write(page, "sentence ar", "")
        settle(page, qtbot)
        tools = page.area.page.findChildren(QToolButton)
        out = next(t for t in tools if t.accessibleName() == "Take out: Organisation")
        qtbot.mouseClick(out, Qt.MouseButton.LeftButton)
        assert self.kind(opened).slots == ("person", "concept", "agreement")
        settle(page, qtbot)
        pick(page, "slot", "organisation")
        assert self.kind(opened).slots == ("person", "concept", "agreement", "organisation")

    def test_a_new_slot_is_one_action(self, page: CodebookPage, opened: Desk, qtbot: QtBot) -> None:
        page.choose("statement", "claim")
        press(page, "Add a slot", qtbot)
        write_new(page, "Venue", "مكان")
        pick(page, "type", "span")
        page.area.page.findChild(NewForm).add()
        assert titled(page) == "Venue"
        assert (variable(opened, "venue").scope, variable(opened, "venue").type) == ("statement", "span")
        assert self.kind(opened).slots[-1] == "venue"
        assert page.list.currentIndex().data() == "Venue"
        opened.bridge.undo()
        assert variable(opened, "venue") is None
        assert "venue" not in self.kind(opened).slots

    def test_leaving_a_new_slot_goes_back_to_its_statement(self, page: CodebookPage, qtbot: QtBot) -> None:
        page.choose("statement", "claim")
        press(page, "Add a slot", qtbot)
        press(page, "Cancel", qtbot)
        assert titled(page) == "Claim"

    def test_what_a_slot_takes(self, page: CodebookPage, opened: Desk, qtbot: QtBot) -> None:
        page.choose("statement", "claim")
        press(page, "\u2068Concept\u2069", qtbot)
        assert titled(page) == "Concept"
        dict(page.area.fields["labels"].ticks)["quotation"].trigger()
        assert "quotation" in variable(opened, "concept").labels

    def test_the_sentence_calls_slots_by_name_and_shows_how_it_reads(
        self, page: CodebookPage, opened: Desk, qtbot: QtBot
    ) -> None:
        page.choose("statement", "claim")
        field = page.area.fields["sentence en"]
        assert field.line.text() == "{Person} ({Organisation}) agrees with {Concept}: {Agreement}"
        field.line.setFocus()
        field.line.clear()
        field.line.insert("Says ")
        chip = next(b for b in page.area.page.findChildren(QPushButton) if b.text() == "Person")
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert field.line.text() == "Says {Person}"
        shown = [each.text() for each in page.area.page.findChildren(QLabel)]
        assert "\u2066Says \u2068‹Person›\u2069\u2069" in shown
        field.flush()
        assert self.kind(opened).sentence["en"] == "Says {person}"

    def test_the_example_is_one_of_my_own_statements(self, page: CodebookPage, opened: Desk) -> None:
        for where, held in ((opened.where, True), (replace(opened.where, coder=other(opened)), False)):
            opened.bridge.do(statements.add_statement, where, "claim", {"agreement": held})
        page.choose("statement", "claim")
        shown = [re.sub("[\u2066-\u2069]", "", each.text()) for each in
                 page.area.page.findChildren(QLabel)]  # fmt: skip
        assert "‹Person› (‹Organisation›) agrees with ‹Concept›: yes" in shown

    def test_braces_round_what_is_no_slot_are_refused(
        self, page: CodebookPage, opened: Desk, qtbot: QtBot, refusals: list[str]
    ) -> None:
        page.choose("statement", "claim")
        before = self.kind(opened)
        write(page, "sentence en", "{Nobody} said")
        settle(page, qtbot)
        assert refusals == ["bad_codebook"]
        assert self.kind(opened) == before
        assert page.area.fields["sentence en"].line.text().startswith("{Person}")

    def test_names_and_the_end_of_it(self, page: CodebookPage, opened: Desk, qtbot: QtBot, refusals: list[str]) -> None:
        page.choose("statement", "claim")
        write(page, "name en", "Position")
        settle(page, qtbot)
        assert self.kind(opened).names["en"] == titled(page) == "Position"
        opened.bridge.do(statements.add_statement, opened.where, "claim", {})
        press(page, "Delete", qtbot)
        assert refusals == ["statement_type_used"]
        opened.bridge.undo()
        settle(page, qtbot)
        press(page, "Delete", qtbot)
        assert self.kind(opened) is None


def other(desk: Desk) -> str:
    return next(one.id for one in codebook.coders(desk.bridge.project.db) if one.id != desk.where.coder)


class TestLock:
    def choose(self, page: CodebookPage, state: str, qtbot: QtBot) -> None:
        page.editing.setCurrentIndex(page.editing.findData(state))
        page.editing.activated.emit(page.editing.currentIndex())
        settle(page, qtbot)

    def test_locked_it_can_be_read_and_nothing_changed(self, page: CodebookPage, opened: Desk, qtbot: QtBot) -> None:
        self.choose(page, "locked", qtbot)
        assert codebook.project(opened.bridge.project.db).editing == "locked"
        assert not page.add.isEnabled()
        assert [key for key, field in page.area.fields.items() if field.isEnabled()] == ["new note"]
        buttons = page.area.page.findChildren(QPushButton)
        assert {b.text() for b in buttons if b.isEnabled() and b.property("role") != "link"} == set()
        opened.bridge.undo()
        settle(page, qtbot)
        assert page.editing.currentData() == "open"
        assert page.area.fields["name en"].isEnabled()

    def test_extensible_it_takes_what_is_new(self, page: CodebookPage, opened: Desk, qtbot: QtBot) -> None:
        self.choose(page, "extensible", qtbot)
        page.choose("article", "tone")
        assert not page.area.fields["name en"].isEnabled()
        press(page, "Add a choice", qtbot)
        assert len(variable(opened, "tone").choices) == 4
        page.start_new("label")
        write_new(page, "Victim", "ضحية")
        page.area.page.findChild(NewForm).add()
        assert label(opened, "victim") is not None


class TestVersions:
    def test_a_version_is_published_from_the_dialog(self, page: CodebookPage, opened: Desk, qtbot: QtBot) -> None:
        assert "changed since" not in page.version.text()
        write(page, "key", "a")
        settle(page, qtbot)
        assert "changed since" in page.version.text()
        qtbot.mouseClick(page.publish, Qt.MouseButton.LeftButton)
        dialog = page.findChild(PublishDialog)
        assert dialog.name.text() == "1.1"
        qtbot.mouseClick(dialog.publish, Qt.MouseButton.LeftButton)
        assert codebook.versions(opened.bridge.project.db)[-1].name == "1.1"
        qtbot.waitUntil(lambda: page.findChild(PublishDialog) is None)
        assert "1.1" in page.version.text()
        assert "changed since" not in page.version.text()

    def test_nothing_new_keeps_the_dialog_open(self, page: CodebookPage, qtbot: QtBot, refusals: list[str]) -> None:
        page.ask_for_version()
        dialog = page.findChild(PublishDialog)
        qtbot.mouseClick(dialog.publish, Qt.MouseButton.LeftButton)
        assert refusals == ["nothing_new"]
        assert dialog.isVisible()
        dialog.reject()

    @pytest.mark.parametrize(
        ("names", "offered"),
        [([], "1.0"), (["1.0"], "1.1"), (["1.9"], "1.10"), (["pilot 2b"], "pilot 3b"), (["final"], "final 2")],
    )
    def test_the_next_name(self, names: list[str], offered: str) -> None:
        assert next_name(names) == offered


def test_words_follow_the_language(page: CodebookPage, opened: Desk, qtbot: QtBot) -> None:
    opened.language = "ar"
    opened.language_changed.emit("ar")
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    settle(page, qtbot)
    assert titled(page) == "فاعل"
    assert page.model.index(1).data() == "فاعل"


def test_an_empty_codebook_can_be_begun(qtbot: QtBot, theme: Theme, empty_project) -> None:
    from annotator.operations import people
    from annotator.ui.bridge import Bridge
    from annotator.ui.desk import Desk

    me = empty_project.journal.commit(people.add_coder(empty_project, "Coder A"))
    empty_project.act_as(str(me.facts["coder"]))
    page = CodebookPage(Desk(Bridge(empty_project), language="en"), theme)
    qtbot.addWidget(page)
    page.show()
    assert page.version.text() == "Not published yet"
    page.start_new("label")
    write_new(page, "Actor", "")
    page.area.page.findChild(NewForm).add()
    assert titled(page) == "Actor"
    empty_project.journal.listeners.clear()
