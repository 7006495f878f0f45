"""Texts that break programs, dropped on the window as files and coded by hand: the words saved are the words drawn over."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from annotator.core.changes import change
from annotator.core.models import Annotation, Article, Coding
from annotator.core.rows import added
from annotator.core.text import Text
from annotator.operations import exchange, starter
from annotator.operations.codings import Where
from annotator.settings import Preferences
from annotator.store import codings, reading
from annotator.store.project import Project
from tests.journeys.person import settle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.person import Person

TEXTS = {
    "emoji": ("👩🏽‍⚕️🇸🇾 قال الوزير 😀 إن التنظيم 👨‍👩‍👧 انتهى.", "الوزير"),
    "harakat": ("قَالَ الرَّئِيسُ إِنَّ العَدْلَ أَسَاسُ المُلْكِ.", "الرَّئِيسُ"),
    "zwnj": ("او می‌گوید که خانه‌ها و کتاب‌هایشان را ندیده است.", "می‌گوید"),
    "overrides": ("قال \u200eTwitter\u200e اليوم \u202eabc\u202c إن الناس \u2067هنا\u2069 كثر.", "الناس"),
    "crlf": ("سطر أول من الخبر\r\n\r\nسطر ثان هنا\r\n", "ثان"),
    "digits": ("أغلقت 15,000 حساب على Twitter عام 2015 و٣٢ غيرها.", "Twitter"),
    "number": ("أغلقت 15,000 حساب على Twitter عام 2015 و٣٢ غيرها.", "15,000"),
    "english": ("Twitter said on Tuesday that 10,000 accounts were closed.", "Tuesday"),
    "hebrew": ("הממשלה הודיעה כי 12 אנשים נפצעו אתמול.", "אנשים"),
}


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A new project without an article."""
    Preferences(name="هناء", language="ar", theme="light").save()
    path = tmp_path / "new.annot"
    starter.begin(path, coder="هناء")
    return path


def drop(person: Person, *files: Path) -> None:
    """Drop files on the window, and say yes."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy = Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(300, 300), copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    person.window.dropEvent(event)
    settle()
    assert QApplication.activeModalWidget() is not None
    person.press("Return")  # import
    person.press("Return")  # read what came in
    assert QApplication.activeModalWidget() is None
    person.listen()


@pytest.mark.parametrize("kind", TEXTS)
def test_the_words_saved_are_the_words_drawn_over(
    come: Callable[..., Person], empty: Path, tmp_path: Path, kind: str
) -> None:
    text, quote = TEXTS[kind]
    file = tmp_path / "خبر.txt"
    file.write_bytes(text.encode())
    person = come(empty)
    drop(person, file)
    assert person.body == text.replace("\r\n", "\n").rstrip("\n") or person.body == text.replace("\r\n", "\n")
    span = person.code(quote, "1")
    found = codings.annotation(person.project.db, span)
    assert found.quotes == (quote,)
    assert person.body[found.start : found.end] == quote
    person.press("Ctrl+Z")
    assert person.spans() == {}
    person.press("Ctrl+Shift+Z")
    # The whole text by keyboard, and a letter of it.
    person.press("Escape", "Ctrl+Home", "Ctrl+Shift+End", "2")
    person.press(
        "Escape", "Ctrl+Home", "Shift+Left" if person.surface.view.page.direction == "rtl" else "Shift+Right", "3"
    )
    spans = person.spans()
    assert sorted(label for label, _ in spans.values()) == ["actor", "quotation", "source"]
    assert person.refused == []
    out = tmp_path / "out.jsonl"
    exchange.export(person.project, out, exchange.ExportOptions("jsonl"))
    (article,) = map(json.loads, out.read_text("utf-8").splitlines())
    for one in article["annotations"]:
        assert article["text"][one["start"] : one["end"]] == one["text"]
    person.leave()
    assert come(empty).spans() == spans


def test_an_empty_file_and_an_empty_article(come: Callable[..., Person], empty: Path, tmp_path: Path) -> None:
    nothing = tmp_path / "nothing.txt"
    nothing.write_bytes(b"")
    person = come(empty)
    person.press("1", "Ctrl+A", "1", "Delete", "Alt+Down", "Ctrl+Z", "Ctrl+Shift+Return", "Ctrl+3", "A", "1", "Ctrl+1")
    assert person.refused == []
    drop(person, nothing)
    assert person.desk.article == ""
    assert [error.key for error in person.refused] == ["nothing_taken"]
    person.refused.clear()
    with_text = Text("")
    person.project.journal.commit(change("import", [with_text, added(Article("e", "فارغ", with_text.hash))]))
    settle()
    person.desk.open_article("e")
    person.press("Ctrl+A", "1", "Shift+Left", "1", "Ctrl+Shift+End", "1", "Alt+Down")
    person.click(person.surface.viewport())
    assert person.spans() == {}
    assert person.refused == []


def big(path: Path, words: int, spans: int) -> None:
    """An article of so many words with so many spans, evenly."""
    body = "\n".join(" ".join(f"كلمة{n % 97}" for n in range(at, at + 80)) for at in range(0, words, 80))
    text = Text(body)
    with Project.open(path) as project:
        where = Where("big", project.coder)
        made = (
            Annotation(f"{n:020x}", where.id, "quotation", text.hash, (span,), text.quotes((span,)))
            for n, start in enumerate(range(0, len(body) - 10, max(1, len(body) // max(spans, 1))))
            for span in [(start, start + 9)]
        )
        rows = [text, added(Article("big", "كبير", text.hash)), added(Coding(where.id, "big", project.coder, "main"))]
        project.journal.commit(change("import", [*rows, *map(added, made if spans else ())]))


@pytest.mark.timeout(300)
def test_half_a_million_words_open_and_are_coded(come: Callable[..., Person], empty: Path) -> None:
    big(empty, 500_000, 0)
    start = time.process_time()
    person = come(empty)
    assert time.process_time() - start < 20  # no promise: only that nobody would call it dead
    person.press("Ctrl+End", "Ctrl+Shift+Right", "1")
    person.press("Ctrl+Home", "Ctrl+Shift+Left", "2")
    found = sorted((label, fragments) for label, fragments in person.spans().values())
    assert [label for label, _ in found] == ["actor", "quotation"]
    assert found[0][1][0][1] == len(person.body)
    assert found[1][1][0][0] == 0


def test_an_action_among_ten_thousand_spans_does_not_read_them(come: Callable[..., Person], empty: Path) -> None:
    big(empty, 10_000, 10_000)
    person = come(empty)
    person.press("F2")
    person.press("Ctrl+H")
    rows, read = 0, reading.from_row

    def counted(model: type, row: dict) -> object:
        nonlocal rows
        rows += model is Annotation
        return read(model, row)

    person.surface.setFocus()
    person.press("Ctrl+Home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "from_row", counted)  # the real one, with a counter beside it
        for keys in (("Ctrl+Shift+Left", "2"), ("6",), ("2",), ("Ctrl+Z",), ("Ctrl+Y",), ("Delete",), ("Ctrl+Z",)):
            person.press(*keys)
            end = time.monotonic() + 0.3  # panels read again a moment after the keys have come to rest
            while time.monotonic() < end:
                settle()
    assert person.refused == []
    assert 0 < rows < 300
