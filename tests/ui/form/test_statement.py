from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.core.changes import change
from annotator.core.models import StatementType, Variable
from annotator.core.rows import added, removed
from annotator.operations import actors, roster
from annotator.operations import statements as operations
from annotator.store import codebook, codings
from annotator.ui.code_page import CodePage
from tests.ui.form.conftest import press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from annotator.core.models import Annotation
    from annotator.ui.desk import Desk
    from annotator.ui.form.statement import StatementForm
    from annotator.ui.theme import Theme


def slot(name: str, kind: str, **rules: object) -> Variable:
    return Variable(f"speech.{name}", {"en": name.title()}, "statement", kind, position=f"z{name}", **rules)


SLOTS = (
    slot("who", "actor", labels=("source", "actor"), required=True),
    slot("what", "span", labels=("quotation",), required=True),
    slot("agree", "yesno", required=True),
    slot("why", "text", labels=("cue",)),
)
SENTENCE = {"en": "{speech.who} said {speech.what}: {speech.agree}"}
KIND = StatementType("speech", {"en": "Speech"}, tuple(one.id for one in SLOTS), SENTENCE, "z")


pytestmark = pytest.mark.usefixtures("kinds", "page")


@pytest.fixture
def kinds(desk: Desk) -> str:
    """One kind of statement, and no other; its id."""
    book = codebook.read(desk.bridge.project.db)
    gone = [removed(kind) for kind in book.statement_types]
    desk.bridge.project.journal.commit(change("kinds", [*gone, *map(added, (*SLOTS, KIND))]))
    return KIND.id


@pytest.fixture
def page(qtbot: QtBot, opened: Desk, theme: Theme) -> CodePage:
    made = CodePage(opened, theme)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    made.coding.open(opened.article)
    made.furnish()
    made.activateWindow()
    return made


@pytest.fixture
def quotation(opened: Desk) -> Annotation:
    """A quotation with a source and a cue."""
    db = opened.bridge.project.db
    mine = codings.annotations_of(db, [opened.where.id])
    return next(one for one in mine if one.label == "quotation" and len(codings.relations_of(db, one.id)) == 2)


def partner(desk: Desk, span: Annotation, relation: str) -> str:
    found = codings.relations_of(desk.bridge.project.db, span.id)
    return next(one.target for one in found if one.label == relation)


def mine(desk: Desk) -> list[str]:
    return [one.id for one in codings.statements(desk.bridge.project.db, [desk.where.id]) if one.type != "claim"]


def held(desk: Desk, statement: str) -> dict[str, object]:
    return {name: row.value for name, row in codings.values_of(desk.bridge.project.db, statement).items()}


def key(qtbot: QtBot, *which: Qt.Key) -> None:
    for one in which:
        qtbot.keyClick(QApplication.focusWidget(), one)


def begun(page: CodePage, qtbot: QtBot) -> StatementForm:
    form = page.open_statement()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return form


def test_it_is_filled_from_the_links_of_the_span_in_focus(
    page: CodePage, opened: Desk, quotation: Annotation, qtbot: QtBot
) -> None:
    source, cue = partner(opened, quotation, "says"), partner(opened, quotation, "cued-by")
    opened.bridge.do(actors.attach, source, "")  # it is nobody of the register yet
    opened.focus_on(quotation.id)
    form = begun(page, qtbot)
    (made,) = mine(opened)
    assert held(opened, made) == {
        "speech.who": {"annotation": source},
        "speech.what": {"annotation": quotation.id},
        "speech.why": {"annotation": cue},
    }
    assert form.questions.current.variable.id == "speech.agree"
    assert page.coding.surface.state.together == {source, cue, quotation.id}
    press("n")
    assert held(opened, made)["speech.agree"] is False
    press("2")
    assert held(opened, made)["speech.why"] != {"annotation": cue}
    assert form.words.text().replace("\u2068", "").replace("\u2069", "").endswith(": no")
    assert QApplication.focusWidget() is form.button
    key(qtbot, Qt.Key.Key_Return)
    assert not page.form_open
    assert mine(opened) == [made]
    assert page.coding.surface.state.together == frozenset()


def test_a_source_that_is_somebody_gives_the_actor(
    page: CodePage, opened: Desk, quotation: Annotation, qtbot: QtBot
) -> None:
    done = opened.bridge.do(actors.attach_new, partner(opened, quotation, "says"), "Somebody Else")
    assert done is not None
    opened.focus_on(quotation.id)
    begun(page, qtbot)
    who = held(opened, mine(opened)[0])["speech.who"]
    assert roster.name(roster.existing(opened.bridge.project, who["actor"])) == "Somebody Else"


def test_escape_takes_back_what_was_only_begun(
    page: CodePage, opened: Desk, quotation: Annotation, qtbot: QtBot
) -> None:
    opened.focus_on(quotation.id)
    begun(page, qtbot)
    assert len(mine(opened)) == 1
    key(qtbot, Qt.Key.Key_Escape)
    assert mine(opened) == []
    assert not page.form_open
    begun(page, qtbot)
    press("y")
    key(qtbot, Qt.Key.Key_Escape)
    assert len(mine(opened)) == 1


def test_the_spans_of_a_slot_have_their_keys_over_the_text(
    page: CodePage, opened: Desk, quotation: Annotation, qtbot: QtBot
) -> None:
    form = begun(page, qtbot)  # nothing is in focus
    (made,) = mine(opened)
    assert held(opened, made) == {}
    row = form.questions.current
    assert row.variable.id == "speech.who"
    offered = {option.value["annotation"]: option.cap for option in row.options}
    assert page.coding.surface.state.choices == offered
    assert list(offered.values()) == [str(n) for n in range(1, len(offered) + 1)]
    press("2")
    assert held(opened, made)["speech.who"] == {"annotation": list(offered)[1]}
    assert form.questions.current.variable.id == "speech.what"
    opened.focus_on(quotation.id)  # a click in the text offers it first
    assert form.questions.current.variable.id == "speech.what"
    press("1", "ara")
    assert held(opened, made)["speech.what"] == {"annotation": quotation.id}


def test_words_can_be_written_where_a_span_could_stand(page: CodePage, opened: Desk, qtbot: QtBot) -> None:
    form = begun(page, qtbot)
    form.questions.go_to(form.questions.about("speech.why"))
    qtbot.keyClicks(QApplication.focusWidget(), "h")
    qtbot.keyClicks(QApplication.focusWidget(), "ope 1")
    key(qtbot, Qt.Key.Key_Return)
    assert held(opened, mine(opened)[0]) == {"speech.why": "hope 1"}
    assert QApplication.focusWidget() is form.button


def test_somebody_of_the_register_by_the_actor_field(page: CodePage, opened: Desk, qtbot: QtBot) -> None:
    done = opened.bridge.do(roster.add_actor, {"en": "Somebody Else"})
    actor = str(done.facts["id"])
    form = begun(page, qtbot)
    with qtbot.waitSignal(opened.actor_wanted) as asked:
        qtbot.keyClicks(QApplication.focusWidget(), "t")
    assert asked.args[0] == "t"
    asked.args[1].take(actor)
    assert held(opened, mine(opened)[0]) == {"speech.who": {"actor": actor}}
    assert form.questions.current.variable.id == "speech.what"
    assert "Somebody Else" in form.words.text()


def test_of_several_kinds_one_is_asked_first(page: CodePage, opened: Desk, quotation: Annotation, qtbot: QtBot) -> None:
    other = StatementType("wish", {"en": "Wish"}, ("speech.why",), {}, "zz")
    opened.bridge.project.journal.commit(change("kinds", [added(other)]))
    opened.focus_on(quotation.id)
    form = begun(page, qtbot)
    assert mine(opened) == []
    assert [option.words for option in form.questions.current.options] == ["Speech", "Wish"]
    press("2")
    (made,) = mine(opened)
    assert codings.statement(opened.bridge.project.db, made).type == "wish"
    assert form.questions.current.variable.id == "speech.why"


def test_without_a_kind_it_says_where_they_are_made(page: CodePage, opened: Desk, qtbot: QtBot) -> None:
    opened.bridge.project.journal.commit(change("kinds", [removed(KIND)]))
    form = begun(page, qtbot)
    assert form.empty.isVisible()
    form.empty.button.click()
    assert opened.mode == "codebook"


def test_it_closes_when_its_statement_goes(page: CodePage, opened: Desk, quotation: Annotation, qtbot: QtBot) -> None:
    opened.focus_on(quotation.id)
    begun(page, qtbot)
    opened.bridge.undo()
    assert mine(opened) == []
    assert not page.form_open


def test_delete_is_one_action(page: CodePage, opened: Desk, quotation: Annotation, qtbot: QtBot) -> None:
    opened.focus_on(quotation.id)
    form = begun(page, qtbot)
    press("y")
    form.remove.click()
    assert mine(opened) == []
    assert not page.form_open
    opened.bridge.undo()
    assert len(mine(opened)) == 1


class TestList:
    @pytest.fixture
    def two(self, kinds: str, opened: Desk, quotation: Annotation) -> list[str]:
        """A statement with two spans, and one behind it that lacks most."""
        source = {"annotation": partner(opened, quotation, "says")}
        whole = {"speech.who": source, "speech.what": {"annotation": quotation.id}, "speech.agree": True}
        made = []
        for slots in ({"speech.why": "later"}, whole):
            done = opened.bridge.do(operations.add_statement, opened.where, kinds, slots)
            made.append(str(done.facts["id"]))
        return made[::-1]

    def test_each_is_read_as_a_sentence_and_tinted_as_one(
        self, page: CodePage, two: list[str], quotation: Annotation
    ) -> None:
        page.show_drawer("statements")
        panel = page.drawer.page("statements")
        reads = [panel.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(panel.list.count())]
        assert [read.id for read in reads] == two
        assert reads[0].sentence.replace("\u2069", "").endswith(": \u2068yes")
        assert [read.lacking for read in reads] == [False, True]
        assert quotation.id in page.coding.surface.state.together
        panel.list.setCurrentRow(1)
        assert page.coding.surface.state.together == frozenset()
        page.show_drawer("")
        assert page.coding.surface.state.together == frozenset()

    def test_enter_edits_delete_removes_and_undo_brings_back(
        self, page: CodePage, opened: Desk, two: list[str], qtbot: QtBot
    ) -> None:
        page.show_drawer("statements")
        panel = page.drawer.page("statements")
        panel.setFocus()
        key(qtbot, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda: panel.list.count() == 1)
        opened.bridge.undo()
        qtbot.waitUntil(lambda: panel.list.count() == 2)
        panel.list.setCurrentRow(0)
        key(qtbot, Qt.Key.Key_Return)
        assert page.form_open
        assert page.side.statement.statement == two[0]

    @pytest.mark.usefixtures("two")
    def test_a_click_brings_its_first_span_into_sight(
        self, page: CodePage, opened: Desk, quotation: Annotation, qtbot: QtBot
    ) -> None:
        page.show_drawer("statements")
        panel = page.drawer.page("statements")
        with qtbot.waitSignal(opened.reveal) as revealed:
            qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=panel.list.visualItemRect(
                panel.list.item(0)).center())  # fmt: skip
        assert revealed.args[0] <= quotation.start

    def test_empty_it_says_how_to_make_one(self, page: CodePage, opened: Desk, qtbot: QtBot) -> None:
        for one in codings.statements(opened.bridge.project.db, [opened.where.id]):
            opened.bridge.do(operations.remove_statement, one.id)
        page.show_drawer("statements")
        panel = page.drawer.page("statements")
        assert "F5" in panel.empty.sentence.text()
        panel.empty.button.click()
        assert page.form_open
        qtbot.waitUntil(lambda: panel.list.count() == 1)

    @pytest.mark.usefixtures("two")
    def test_a_span_says_in_which_it_stands(
        self, page: CodePage, opened: Desk, quotation: Annotation, qtbot: QtBot
    ) -> None:
        opened.focus_on(quotation.id)
        inspector = page.panels.inspector
        qtbot.waitUntil(lambda: not inspector._stale)
        said = [one.text() for one in inspector.findChildren(type(page.side.statement.button))]
        assert any(words.startswith("\u2068") and "said" in words for words in said)

    def test_what_a_statement_lacks_is_a_step_away_from_done(self, page: CodePage, two: list[str]) -> None:
        form = page.open_form()
        (row,) = [row for row in form.bottom.rows if "Agree" in row.text()]
        row.click()
        assert page.side.currentWidget() is page.side.statement
        assert page.side.statement.statement == two[1]
        assert page.side.statement.questions.current.variable.id == "speech.agree"
