"""Links by two keys: what has a digit, and what the digits do, on the real surface and project file."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.changes import change
from annotator.core.models import RelationType
from annotator.core.rows import added
from annotator.operations import annotations as spans
from annotator.store import codebook, codings
from annotator.ui.coding import Coding
from annotator.ui.desk import Desk
from annotator.ui.models.linkable import candidates
from tests.ui.text.conftest import settle

SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


def code(desk: Desk, label: str, quote: str) -> str:
    """A new span on words of the open article."""
    body = desk.bridge.project.db.execute('select "body" from "text"').fetchone()[0]
    start = body.index(quote)
    done = desk.bridge.do(spans.label_span, desk.where, label, ((start, start + len(quote)),))
    assert done is not None
    return str(done.facts["annotation"])


def press(coding: Coding, key: Qt.Key, modifiers=NONE) -> None:
    QTest.keyClick(coding.surface, key, modifiers)
    settle()


def links(desk: Desk) -> set[tuple[str, str, str]]:
    return {(r.label, r.source, r.target) for r in codings.relations(desk.bridge.project.db, [desk.where.id])}


def test_the_nearest_source_is_on_1_and_the_nearest_cue_on_4(coding, opened: Desk) -> None:
    quote = code(opened, "quotation", "أن مستخدمين لموقع تويتر")
    source, cue = code(opened, "source", "دي غراف أن مستخدمين"), code(opened, "cue", "وأوضحت دي")
    before = links(opened)
    coding.surface.focus_mark(quote)
    coding.linking.begin()
    assert coding.linking.isVisible()
    assert coding.linking.candidates["1"].span.id == source
    assert coding.linking.candidates["4"].span.id == cue
    assert coding.surface.state.choices[source] == "1"
    assert "said by" in coding.linking.words.text()
    assert "دي\u00a0غراف" in coding.linking.words.text()
    press(coding, Qt.Key.Key_1)
    assert not coding.linking.isVisible()
    assert coding.surface.state.choices == {}
    assert coding.surface.focused_mark() == quote
    coding.linking.begin()
    press(coding, Qt.Key.Key_4)
    assert links(opened) - before == {("says", quote, source), ("cued-by", quote, cue)}
    assert opened.bridge.undo() is not None
    assert links(opened) - before == {("says", quote, source)}


def test_shift_and_the_digit_take_the_link_away(coding, opened: Desk) -> None:
    quote, source = code(opened, "quotation", "أن مستخدمين لموقع"), code(opened, "source", "دي غراف أن مستخدمين")
    said = []
    coding.said.connect(said.append)
    coding.surface.focus_mark(quote)
    before = links(opened)
    coding.linking.begin()
    press(coding, Qt.Key.Key_1, SHIFT)
    assert said[-1] == "They are not linked."
    assert coding.linking.isVisible()
    press(coding, Qt.Key.Key_1)
    coding.linking.begin()
    assert coding.surface.state.choices[source] == "1 ✓"
    press(coding, Qt.Key.Key_1)
    assert said[-1].startswith("They are linked already")
    press(coding, Qt.Key.Key_1, SHIFT)
    assert links(opened) == before


def test_while_it_lasts_no_key_labels_and_escape_ends_it(coding, opened: Desk) -> None:
    quote = code(opened, "quotation", "أن مستخدمين لموقع")
    coding.surface.focus_mark(quote)
    coding.linking.begin()
    coding.marking.labels = {one.id: replace(one, key="q") for one in coding.marking.labels.values()}
    for key in "0Q":
        press(coding, Qt.Key(ord(key)))
    assert coding.linking.isVisible()
    assert codings.annotation(opened.bridge.project.db, quote).label == "quotation"
    press(coding, Qt.Key.Key_Escape)
    assert not coding.linking.isVisible()
    assert coding.surface.focused_mark() == quote, "the span stays in focus"
    coding.linking.begin()
    coding.linking.begin()
    assert not coding.linking.isVisible()
    coding.linking.begin()
    coding.surface.select(0, 5)
    assert not coding.linking.isVisible()


def test_a_digit_of_an_arabic_keyboard_links(coding, opened: Desk) -> None:
    quote, source = code(opened, "quotation", "أن مستخدمين لموقع"), code(opened, "source", "دي غراف أن مستخدمين")
    coding.surface.focus_mark(quote)
    coding.linking.begin()
    QApplication.sendEvent(coding.surface, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, NONE, "١"))
    assert ("says", quote, source) in links(opened)


def test_from_the_source_the_link_leads_from_the_quotation(coding, opened: Desk) -> None:
    quote, source = code(opened, "quotation", "أن مستخدمين لموقع"), code(opened, "source", "دي غراف أن مستخدمين")
    coding.surface.focus_mark(source)
    coding.linking.begin()
    digit = next(d for d, one in coding.linking.candidates.items() if one.span.id == quote)
    press(coding, Qt.Key(ord(digit)))
    assert ("says", quote, source) in links(opened)


def test_where_it_fits_in_two_ways_it_is_asked_in_which(coding, opened: Desk) -> None:
    kind = RelationType("contradicts", {"en": "contradicts"}, ("quotation",), ("source",))
    opened.bridge.do(lambda _project: change("add_relation_type", [added(kind)], name="contradicts"))
    quote, source = code(opened, "quotation", "أن مستخدمين لموقع"), code(opened, "source", "دي غراف أن مستخدمين")
    coding.surface.focus_mark(quote)
    coding.linking.begin()
    press(coding, Qt.Key.Key_1)
    assert "Which link?" in coding.linking.words.text()
    assert links(opened) & {("contradicts", quote, source), ("says", quote, source)} == set()
    press(coding, Qt.Key.Key_2)
    assert ("contradicts", quote, source) in links(opened)


def test_a_label_without_relations_is_told_so(coding, opened: Desk) -> None:
    said = []
    coding.said.connect(said.append)
    coding.surface.focus_mark(code(opened, "remedy", "سواء في"))
    coding.linking.begin()
    assert said[-1] == "The codebook has no relation for this label."
    assert not coding.linking.isVisible()


def test_nine_digits_at_most_and_the_nearest_first(opened: Desk) -> None:
    body = opened.bridge.project.db.execute('select "body" from "text"').fetchone()[0]
    for at in range(0, 1400, 100):
        opened.bridge.do(spans.label_span, opened.where, "source", ((at, at + 3),))
        opened.bridge.do(spans.label_span, opened.where, "cue", ((at + 10, at + 13),))
    quote = opened.bridge.do(spans.label_span, opened.where, "quotation", ((720, 760),)).facts["annotation"]
    db = opened.bridge.project.db
    span = codings.annotation(db, quote)
    found = candidates(db, codebook.read(db), span)
    assert list(found) == list("123456789")
    assert [found[d].span.label for d in "123456"] == ["source"] * 3 + ["cue"] * 3
    away = [max(found[d].span.start - span.end, span.start - found[d].span.end, 0) for d in "123"]
    assert away == sorted(away)
    assert len(body) > 1400
