"""A row's name beside its value, over it, or on two lines; and lines that are cut between words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.drawing import cut_before, cut_middle
from annotator.ui.widgets.rows import Rows

LONG = "هل ذُكرت خلفية الحدث التاريخية أو السياسية بما يكفي لفهمه كما ينبغي"


def test_a_name_longer_than_the_card_is_broken_and_its_value_stays_in_sight(qtbot, theme) -> None:
    rows = Rows(theme)
    qtbot.addWidget(rows)
    short, long = rows.add("الحالة", button("نعم", "chip")), rows.add(LONG, button("نعم", "chip"))
    assert rows.minimumSizeHint().width() < 200
    rows.resize(260, 300)
    rows.show()
    assert long.name.wordWrap()
    qtbot.waitUntil(lambda: long.name.height() >= 2 * QFontMetrics(long.name.font()).height())
    assert not short.name.wordWrap()
    for row in (short, long):
        assert row.rect().contains(row.value.geometry())
    rows.resize(900, 300)
    qtbot.waitUntil(lambda: not long.name.wordWrap())


def test_lines_are_cut_between_words(qapp) -> None:
    metrics = QFontMetrics(qapp.font())
    first, *_, last = LONG.split()
    room = metrics.horizontalAdvance(LONG) // 2
    middle, before = cut_middle(metrics, LONG, room), cut_before(metrics, LONG, room)
    for cut in (middle, before):
        assert metrics.horizontalAdvance(cut) <= room
        assert set(cut.split()) <= {*LONG.split(), "…"}
    assert middle.startswith(first)
    assert middle.endswith(last)
    assert before.startswith("…")
    assert before.endswith(last)
    assert cut_middle(metrics, LONG, 10_000) == LONG
    assert cut_before(metrics, "كلمة", 5) == metrics.elidedText("كلمة", Qt.TextElideMode.ElideMiddle, 5)
