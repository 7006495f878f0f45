from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from annotator.core.changes import change
from annotator.core.models import Article
from annotator.core.rows import added
from annotator.operations import annotations, bulk, people, review
from annotator.operations.codings import Where, set_status
from annotator.operations.review import REASONS, Case
from annotator.operations.selection import Selection, documents, selected
from annotator.store import codings
from annotator.ui.review.page import ReviewPage
from annotator.ui.text.marks import FIRST, SECOND, SETTLED

if TYPE_CHECKING:
    from annotator.core.models import Decision
    from annotator.review.compare import Difference
    from annotator.store.project import Project
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

# What the keys of A, B, D, X and E, and 1, 2, 3 write on other keyboards; X11's numbers of those keys.
ARABIC = {"a": "ش", "b": "لا", "d": "ي", "x": "ء", "e": "ث", "1": "١", "2": "٢", "3": "٣"}
PERSIAN = {"a": "ش", "b": "ذ", "d": "ی", "x": "ط", "e": "ث", "1": "۱", "2": "۲", "3": "۳"}
PLACES = {"a": 38, "b": 56, "d": 40, "x": 53, "e": 26, "1": 10, "2": 11, "3": 12}


def press(page: ReviewPage, *keys: str) -> None:
    """Type where the focus is, as a person would."""
    for key in keys:
        code = getattr(Qt.Key, f"Key_{key.upper()}" if len(key) == 1 else f"Key_{key}")
        text = key if len(key) == 1 else ""
        target = page.focusWidget() or page.surface
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text))


def hold(page: ReviewPage, kind: str) -> Difference:
    found = next(d for d in page.sitting.queue.open if d.kind == kind)
    page.sitting.hold(found)
    return found


def decision(page: ReviewPage, found: Difference) -> Decision:
    assert page.sitting.case
    return review.decisions(page.sitting.desk.bridge.project, page.sitting.case)[found.id]


def shown(page: ReviewPage) -> dict[str, int]:
    return {mark.id: mark.side for mark in page.surface.view.marks.by_id.values()}


# --- what is seen


def test_nothing_is_seen_before_my_own_coding_is_done(page: ReviewPage, opened: Desk) -> None:
    done = page.sitting.case
    assert done is not None
    opened.bridge.do(set_status, opened.where, "work")
    assert page.sitting.case is None
    assert shown(page) == {}
    assert page.sitting.listed == []
    assert "still being coded" in page.nothing.sentence.text()
    assert not page.sitting.walk(1)
    opened.bridge.do(set_status, opened.where, "done")
    assert page.sitting.case == done
    assert shown(page)


def test_the_queue_says_how_many_are_open_and_how_many_agree(page: ReviewPage) -> None:
    assert page.queue.model.rowCount() == 40  # the article, and its differences
    assert "39" in page.queue.count.text()
    assert "35" in page.queue.count.text()
    assert page.sitting.current is page.queue.model.at(1)


def test_both_coders_stand_on_the_one_surface(page: ReviewPage) -> None:
    sides = shown(page)
    one, other = page.sitting.sides
    assert sides == dict.fromkeys((s.id for s in one.annotations), FIRST) | dict.fromkeys(
        (s.id for s in other.annotations), SECOND
    )
    assert page.surface._coders == ("Coder A", "Coder B")


def test_only_what_differs_when_that_is_asked_for(page: ReviewPage) -> None:
    page.strip.only.click()
    differing = {s.id for d in page.sitting.queue.open for s in (d.a, d.b) if s}
    assert set(shown(page)) == differing
    page.strip.only.click()
    assert len(shown(page)) == 127


def test_one_kind_alone(page: ReviewPage) -> None:
    row = page.queue.kind.findData("label")
    page.queue.kind.setCurrentIndex(row)
    page.queue.kind.activated.emit(row)
    assert page.queue.model.rowCount() == 6
    assert {page.queue.model.at(n).kind for n in range(1, 6)} == {"label"}
    assert page.sitting.current is page.queue.model.at(1)
    press(page, "1", "a")
    assert page.queue.model.rowCount() == 6  # four open, and the settled one at the end
    assert page.sitting.settled[0][1].take == "a"
    assert page.sitting.current is page.queue.model.at(1)


def test_a_click_on_a_mark_takes_its_difference_in_hand(page: ReviewPage) -> None:
    found = next(d for d in page.sitting.queue.open if d.kind == "label")
    assert found.b
    page.surface.focus_mark(found.b.id)
    assert page.sitting.current is found
    assert page.queue.list.currentIndex().row() == page.queue.model.row_of(found)


def test_the_difference_in_hand_is_in_sight_and_in_focus(page: ReviewPage) -> None:
    last = page.sitting.open[-2]
    page.sitting.hold(last)
    span = last.a or last.b
    assert span
    assert page.surface.focused_mark() == span.id
    assert any(line.line.start <= last.start <= line.line.end for line in page.surface.view.on_screen())


# --- settling by key


@pytest.mark.parametrize(("key", "take"), [("a", "a"), ("b", "b"), ("d", "both"), ("x", "neither")])
@pytest.mark.parametrize("reason_first", [True, False])
def test_a_decision_and_a_reason_settle_in_either_order(
    page: ReviewPage, key: str, take: str, reason_first: bool
) -> None:
    found = page.sitting.current
    assert found
    following = page.sitting.open[1]
    page.decision.note.setText("a note")
    press(page, *(("2", key) if reason_first else (key, "2")))
    made = decision(page, found)
    assert (made.take, made.reason, made.note) == (take, REASONS[1], "a note")
    assert page.sitting.current.id == following.id
    assert (page.decision.take, page.decision.reason, page.decision.note.text()) == (None, "", "")
    assert page.queue.model.row_of(page.sitting.current) == 1


def test_without_a_reason_it_is_asked_for(page: ReviewPage) -> None:
    press(page, "a")
    assert len(page.sitting.queue.open) == 39
    assert page.decision.takes["a"].isChecked()
    assert page.decision.reasons[REASONS[0]].hasFocus()
    assert page.decision.hint.isVisible()
    press(page, "b")  # another mind
    assert page.decision.takes["b"].isChecked()
    assert not page.decision.takes["a"].isChecked()
    press(page, "Escape")
    assert not page.decision.takes["b"].isChecked()
    assert not page.decision.hint.isVisible()


def test_a_reason_pressed_twice_is_taken_back(page: ReviewPage) -> None:
    press(page, "3", "3", "a")
    assert len(page.sitting.queue.open) == 39
    press(page, "4")
    assert len(page.sitting.queue.open) == 38


@pytest.mark.parametrize("layout", [ARABIC, PERSIAN])
@pytest.mark.parametrize(("key", "take"), [("a", "a"), ("b", "b"), ("d", "both"), ("x", "neither")])
def test_keys_by_their_place(page: ReviewPage, layout: dict[str, str], key: str, take: str) -> None:
    found = page.sitting.current
    assert found
    for pressed in ("1", key):
        written = layout[pressed]
        code = ord(written[0])
        event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, PLACES[pressed], 0, 0, written)
        QApplication.sendEvent(page.focusWidget() or page.surface, event)
    assert decision(page, found).take == take


def test_keys_work_in_the_list_and_on_the_buttons_and_not_in_the_note(page: ReviewPage) -> None:
    page.queue.list.setFocus()
    press(page, "1", "a")
    page.decision.takes["b"].setFocus()
    press(page, "1", "b")
    assert len(page.sitting.queue.open) == 37
    page.decision.note.setFocus()
    press(page, "a", "1")
    assert page.decision.note.text() == "a1"
    assert len(page.sitting.queue.open) == 37
    press(page, "Return")
    assert not page.decision.note.hasFocus()


def test_buttons_do_what_their_keys_do(page: ReviewPage, qtbot) -> None:
    found = page.sitting.current
    assert found
    qtbot.mouseClick(page.decision.takes["b"], Qt.MouseButton.LeftButton)
    assert page.decision.takes["b"].isChecked()
    qtbot.mouseClick(page.decision.reasons["slip"], Qt.MouseButton.LeftButton)
    assert decision(page, found).take == "b"


@pytest.mark.parametrize("kind", ["attribute", "variable", "relation"])
def test_both_is_not_offered_where_it_cannot_be(page: ReviewPage, kind: str) -> None:
    hold(page, kind)
    assert not page.decision.takes["both"].isEnabled()
    press(page, "1", "d")
    assert len(page.sitting.queue.open) == 39
    press(page, "a")
    assert len(page.sitting.queue.open) == 38


# --- undo, and settled ones


def test_undo_opens_it_again_and_puts_it_in_hand(page: ReviewPage) -> None:
    bridge = page.sitting.desk.bridge
    found = page.sitting.current
    assert found
    press(page, "1", "a", "1", "b")
    bridge.undo()
    bridge.undo()
    assert len(page.sitting.queue.open) == 39
    assert page.sitting.current.id == found.id
    bridge.redo()
    assert len(page.sitting.queue.open) == 38
    assert page.sitting.current.id != found.id


def test_settled_ones_stand_at_the_end_ticked_and_can_be_settled_anew(page: ReviewPage) -> None:
    found = hold(page, "label")
    press(page, "1", "a")
    row = page.queue.model.rowCount() - 1
    assert page.queue.model.at(row).id == found.id
    page.queue.list.setCurrentIndex(page.queue.model.index(row))
    assert page.decision.takes["a"].isChecked()
    assert page.decision.reasons["ambiguous-text"].isChecked()
    assert "Coder A" in page.decision.hint.text()
    press(page, "3", "b")
    assert (decision(page, found).take, decision(page, found).reason) == ("b", "slip")
    assert page.sitting.current.id == found.id


def test_what_was_settled_shows_in_place_of_both(page: ReviewPage) -> None:
    found = hold(page, "label")
    assert found.a
    assert found.b
    press(page, "1", "a")
    (result,) = decision(page, found).results
    sides = shown(page)
    assert sides[result] == SETTLED
    assert not {found.a.id, found.b.id} & sides.keys()
    assert "ticked" in page.strip.legend.text()


def test_everything_by_keys_until_nothing_is_left(page: ReviewPage) -> None:
    project = page.sitting.desk.bridge.project
    page.sitting.desk.bridge.do(bulk.settle_agreed, [page.sitting.case])
    for number in range(39):
        assert not page.all_done.isVisible()
        press(page, "1234"[number % 4], "ab"[number % 2])
    assert page.sitting.queue.open == ()
    assert page.all_done.isVisible()
    choice = Selection("settled")
    (gold,) = documents(project, choice, selected(project, choice))
    assert all(gold.text.quotes(span.fragments) == span.quotes for span in gold.annotations)
    assert len(gold.annotations) > 35


# --- an edit


def test_an_edit_takes_the_words_that_are_selected(page: ReviewPage) -> None:
    found = hold(page, "boundary")
    press(page, "e")
    assert page.decision.edit.isVisible()
    assert page.surface.selection() == (found.start, found.end)
    page.surface.select(found.start, found.start + 6)
    page.decision.edit_label.setCurrentIndex(page.decision.edit_label.findData("problem"))
    press(page, "2", "Return")
    made = decision(page, found)
    (result,) = made.results
    span = codings.annotation(page.sitting.desk.bridge.project.db, result)
    assert span
    assert (made.take, span.label, span.fragments) == ("edit", "problem", ((found.start, found.start + 6),))
    assert not page.decision.edit.isVisible()


def test_an_edit_can_be_confirmed_before_its_reason_and_given_up(page: ReviewPage) -> None:
    found = hold(page, "label")
    press(page, "e", "Escape")
    assert not page.decision.edit.isVisible()
    assert page.surface.selection() is None
    press(page, "e", "e")
    assert page.decision.reasons[REASONS[0]].hasFocus()
    press(page, "1")
    assert decision(page, found).take == "edit"


def test_an_edit_of_the_label_alone_keeps_the_gaps(page: ReviewPage) -> None:
    found = next(d for d in page.sitting.queue.open if d.a and len(d.a.fragments) > 1 and d.kind == "missing")
    page.sitting.hold(found)
    press(page, "1", "e", "e")
    span = codings.annotation(page.sitting.desk.bridge.project.db, decision(page, found).results[0])
    assert span
    assert found.a
    assert span.fragments == found.a.fragments


def test_an_edge_that_is_dragged_begins_an_edit(page: ReviewPage) -> None:
    found = hold(page, "label")
    assert found.a
    page.surface.nudge_edge("end", 1, by="word")
    page.surface.edges.settle()
    assert page.decision.take == "edit"
    wider = page.decision.range
    assert wider
    assert (wider[0][0], wider[-1][1] > found.end) == (found.start, True)
    assert page.surface.selection() == (found.start, wider[-1][1])
    press(page, "1", "e")
    span = codings.annotation(page.sitting.desk.bridge.project.db, decision(page, found).results[0])
    assert span
    assert (span.label, span.fragments) == (found.a.label, wider)


def test_an_edge_of_what_agrees_stays(page: ReviewPage) -> None:
    agreed = page.sitting.compared.agreed[0][0]
    page.surface.focus_mark(agreed.id)
    page.surface.nudge_edge("end", 1, by="word")
    page.surface.edges.settle()
    assert page.decision.take is None
    assert page.surface.view.marks.by_id[agreed.id].fragments == agreed.fragments


def test_a_note_stays_with_its_decision_and_another_theme_changes_nothing(page: ReviewPage, theme: Theme) -> None:
    found = hold(page, "label")
    page.decision.note.setText("see page 3")
    press(page, "2", "b")
    page.sitting.hold(page.sitting.listed[-1])
    assert page.decision.note.text() == "see page 3"
    theme.choose("dark")
    assert decision(page, found).take == "b"
    assert page.decision.takes["b"].isChecked()


def test_where_it_is_narrow_the_list_and_the_decision_take_turns(page: ReviewPage) -> None:
    assert page.queue.isVisible()
    assert page.strip.list.isHidden()
    page.resize(760, 400)
    assert page.queue.isHidden()
    assert page.decision.isVisible()
    page.strip.list.click()
    assert page.queue.list.hasFocus()
    assert not page.decision.isVisible()
    page.resize(1300, 800)
    assert page.queue.isVisible()
    assert page.decision.isVisible()
    assert page.strip.list.isHidden()


# --- what is not there


def test_no_article(qtbot, desk: Desk, theme: Theme) -> None:
    page = ReviewPage(desk, theme)
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    assert page.nothing.isVisible()
    page.nothing.button.click()
    assert page.queue.isVisible()
    assert desk.article


def test_an_empty_coding_is_not_a_missing_one(page: ReviewPage, project: Project) -> None:
    other = page.sitting.sides[1]
    project.journal.commit(annotations.remove(project, [span.id for span in other.annotations]))
    assert len(page.sitting.coders) == 2
    assert {d.kind for d in page.sitting.queue.open} == {"missing", "variable"}


def test_an_article_that_one_coder_coded(page: ReviewPage, project: Project) -> None:
    desk = page.sitting.desk
    sample = desk.article
    text = project.db.execute('select "text" from "article"').fetchone()[0]
    project.journal.commit(change("import", [added(Article("other", "Other", text, position="W"))]))
    desk.open_article("other")
    assert page.nothing.isVisible()
    nobody = page.nothing.sentence.text()
    project.journal.commit(annotations.label_span(project, desk.where, "actor", ((0, 4),)))
    assert page.nothing.isVisible()
    assert page.nothing.sentence.text() != nobody
    page.nothing.button.click()
    assert desk.article == sample
    assert page.queue.isVisible()


def test_a_reader_who_is_not_here_is_not_read_for(page: ReviewPage, project: Project) -> None:
    page.hide()
    span = page.sitting.sides[0].annotations[0]
    before = page.sitting.compared
    project.journal.commit(annotations.remove(project, [span.id]))
    assert page.sitting.compared is before
    page.show()
    assert page.sitting.compared is not before


def test_a_third_coder_can_be_chosen(page: ReviewPage, project: Project) -> None:
    project.journal.commit(people.add_coder(project, "Coder C", coder_id="third"))
    article = page.sitting.desk.article
    project.journal.commit(annotations.label_span(project, Where(article, "third"), "actor", ((0, 4),)))
    assert page.queue.pair.count() == 4  # all of them, and every two
    assert page.sitting.between[-1] == "third"
    row = next(n for n in range(4) if "third" in page.queue.pair.itemData(n))
    page.queue.pair.setCurrentIndex(row)
    page.queue.pair.activated.emit(row)
    assert page.sitting.case == Case(article, page.queue.pair.itemData(row))
    assert "third" in page.sitting.case.between


def test_the_language_of_labels_follows(page: ReviewPage) -> None:
    desk = page.sitting.desk
    label_of = page.queue.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Source" in label_of
    desk.language = "ar"
    desk.language_changed.emit("ar")
    assert "مصدر" in page.queue.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)


def test_every_control_has_a_name(page: ReviewPage) -> None:
    controls = [*page.decision.takes.values(), *page.decision.reasons.values(), page.decision.note, page.queue.list]
    controls += [page.queue.pair, page.queue.kind, page.decision.edit_label]
    assert all(each.accessibleName() for each in controls)
