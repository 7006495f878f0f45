"""Threads on a span: answer, rewrite one's own, resolve and open again; what was being written comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from annotator.operations import notes
from annotator.store import codings, drafts
from annotator.ui.panels import draft_keeper
from annotator.ui.panels.notes_card import NotesCard

if TYPE_CHECKING:
    from annotator.ui.desk import Desk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def span(opened: Desk) -> str:
    return codings.annotations_of(opened.bridge.project.db, [opened.where.id])[0].id


@pytest.fixture
def card(qtbot, opened: Desk, theme, span: str):
    """The card as it is now; the one before is gone."""
    made: list[NotesCard] = []

    def shown() -> NotesCard:
        for old in made:
            old.hide()
        found = codings.notes(opened.bridge.project.db, [span])
        made.append(NotesCard(opened, theme, "annotation", span, found))
        qtbot.addWidget(made[-1])
        made[-1].show()
        return made[-1]

    return shown


def write(desk: Desk, span: str, body: str) -> str:
    return str(desk.bridge.do(notes.add_note, "annotation", span, body).facts["id"])


def as_other(desk: Desk, operation, *args):
    project = desk.bridge.project
    me = project.coder
    project.act_as(next(row[0] for row in project.db.execute("select id from coder") if row[0] != me))
    done = desk.bridge.do(operation, *args)
    project.act_as(me)
    return done


def press(qtbot, card: NotesCard, words: str, nth: int = 0) -> None:
    found = [one for one in card.findChildren(QPushButton) if one.text() == words and one.isVisible()]
    qtbot.mouseClick(found[nth], LEFT)


def typed(field, words: str) -> None:
    field.setFocus()
    field.text.insertPlainText(words)


def there(desk: Desk, span: str) -> list[tuple[str, str]]:
    return [(note.body, note.thread) for note in codings.notes(desk.bridge.project.db, [span])]


def test_an_answer_goes_into_its_thread(qtbot, opened, span, card) -> None:
    first = str(as_other(opened, notes.add_note, "annotation", span, "لماذا؟").facts["id"])
    shown = card()
    assert not shown.fields[f"answer {first}"].isVisible()
    press(qtbot, shown, "Answer")
    field = shown.fields[f"answer {first}"]
    assert field.isVisible()
    typed(field, "لأنه يهدد")
    qtbot.keyClick(field.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert there(opened, span) == [("لماذا؟", ""), ("لأنه يهدد", first)]
    assert f"note {first}" not in card().fields  # somebody else's: it is read alone


def test_ones_own_are_rewritten_in_place(opened, span, card) -> None:
    mine = write(opened, span, "أول")
    shown = card()
    field = shown.fields[f"note {mine}"]
    field.text.setPlainText("ثان")
    field.text.document().setModified(True)
    field.flush()
    assert there(opened, span) == [("ثان", "")]


def test_what_is_dealt_with_is_folded_away_and_can_be_opened_again(qtbot, opened, span, card) -> None:
    first = write(opened, span, "سؤال")
    press(qtbot, card(), "Resolve")
    shown = card()
    assert not any(field.isVisible() for key, field in shown.fields.items() if key.startswith("note "))
    press(qtbot, shown, "Resolved notes (1)")
    assert shown.fields[f"note {first}"].isVisible()
    press(qtbot, shown, "Open again")
    assert card().fields[f"note {first}"].isVisible()


def test_what_can_only_be_read_offers_nothing(opened, span, card) -> None:
    write(opened, span, "سؤال")
    opened.bridge.project.writable = False
    shown = card()
    assert shown.fields == {}
    assert [one.text() for one in shown.findChildren(QPushButton)] == []
    assert any("سؤال" in one.text() for one in shown.findChildren(QLabel))
    opened.bridge.project.writable = True


def test_drafts_are_kept_dropped_when_said_and_when_emptied(opened, span, card) -> None:
    project = opened.bridge.project
    shown = card()
    field = shown.fields["new note"]
    typed(field, "هل هذا")
    shown._drafts.write()
    assert [draft.body for draft in drafts.of(project.id, project.coder)] == ["هل هذا"]
    field.text.selectAll()
    field.text.textCursor().removeSelectedText()
    shown._drafts.write()
    assert drafts.of(project.id, project.coder) == []
    typed(field, "هل هذا فاعل؟")
    shown._drafts.write()
    field.flush()
    assert there(opened, span) == [("هل هذا فاعل؟", "")]
    assert drafts.of(project.id, project.coder) == []


def test_words_that_were_refused_stay_as_a_draft(opened, span, card) -> None:
    opened.expected = []
    opened.bridge.failed.connect(opened.expected.append)
    project = opened.bridge.project
    shown = card()
    project.db.execute('delete from "annotation" where "id" = ?', [span])  # another hand
    typed(shown.fields["new note"], "ضاع؟")
    shown.fields["new note"].flush()
    assert [error.key for error in opened.expected] == ["no_such_annotation"]
    assert [draft.body for draft in drafts.of(project.id, project.coder)] == ["ضاع؟"]


@pytest.mark.parametrize("go_on", [True, False])
def test_a_draft_is_offered_and_taken_or_left(qtbot, opened, span, card, go_on: bool) -> None:
    project = opened.bridge.project
    drafts.keep(project.id, project.coder, drafts.Draft(f"new {span}", "annotation", span, "كنت أكتب"))
    shown = card()
    field = shown.fields["new note"]
    assert not field.isVisible()
    assert shown.begin() is shown._offers[f"new {span}"].go_on
    press(qtbot, shown, "Go on writing" if go_on else "Discard it")
    assert field.isVisible()
    assert field.text.toPlainText() == ("كنت أكتب" if go_on else "")
    assert bool(drafts.of(project.id, project.coder)) is go_on
    assert shown.begin() is field
    field.flush()
    assert there(opened, span) == ([("كنت أكتب", "")] if go_on else [])
    assert drafts.of(project.id, project.coder) == []


def test_a_draft_of_an_answer_stands_under_its_thread(qtbot, opened, span, card) -> None:
    first = write(opened, span, "سؤال")
    project = opened.bridge.project
    drafts.keep(project.id, project.coder, drafts.Draft(f"answer {first}", "annotation", span, "جواب لم يكتمل"))
    shown = card()
    press(qtbot, shown, "Discard it")
    assert not shown.fields[f"answer {first}"].isVisible()
    assert drafts.of(project.id, project.coder) == []


def test_what_is_said_is_no_draft(qtbot, monkeypatch, opened, span, card) -> None:
    monkeypatch.setattr(draft_keeper, "PAUSE", 5)
    write(opened, span, "نعم؟")
    notes_card = card()
    field = notes_card.fields["new note"]
    typed(field, "أصحيح؟")
    qtbot.wait(40)
    assert [draft.body for draft in drafts.of(opened.bridge.project.id, opened.bridge.project.coder)] == ["أصحيح؟"]
    field.flush()
    card()
    qtbot.wait(40)
    assert [body for body, _ in there(opened, span)] == ["نعم؟", "أصحيح؟"]
    assert drafts.of(opened.bridge.project.id, opened.bridge.project.coder) == []
