from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QPlainTextEdit

from annotator.ui.models.draft import Draft

STRANGE = "قال\u00a0الوزير\t😀\u2028نعم\u00ad لا\u200c\u0085.\x01"


def test_what_nobody_touched_stays_as_it_is_stored(qtbot) -> None:
    draft, field = Draft(STRANGE), QPlainTextEdit()
    qtbot.addWidget(field)
    field.setPlainText(draft.shown)
    field.textChanged.connect(lambda: draft.take(field.document().toRawText()))
    cursor = field.textCursor()
    cursor.insertText("و")
    assert draft.body == f"و{STRANGE}"
    cursor.movePosition(cursor.MoveOperation.End)
    cursor.insertText("نعم\nلا")
    assert draft.body == f"و{STRANGE}نعم\nلا"
    for _ in range(6):
        cursor.deletePreviousChar()
    cursor.setPosition(0)
    cursor.deleteChar()
    assert draft.body == STRANGE
    field.undo()
    assert draft.body != STRANGE
    field.selectAll()
    field.textCursor().removeSelectedText()
    assert draft.body == ""
    field.undo()
    assert len(draft.body) == len(draft.shown)


letters = st.text(alphabet="اب\u00a0\t\u2028😀 \u0085\n", max_size=12)


@given(letters, st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4), st.text(alphabet="ابxy 😀", max_size=3))))
def test_edit_by_edit_the_same_as_the_words_that_were_typed(body: str, edits) -> None:
    draft = Draft(body)
    for at, length, typed in edits:
        field = draft.shown
        draft.take((field[:at] + typed + field[at + length :]).replace("\n", "\u2029"))
        assert len(draft.body) == len(draft.shown)
        assert Draft(draft.body).shown.replace("\n", " ") == draft.shown.replace("\n", " ")
