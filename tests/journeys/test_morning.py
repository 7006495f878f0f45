"""A morning of coding in the real window: every step by mouse or key, every result looked up in the project file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from annotator.settings import Preferences
from annotator.store import codebook, codings
from annotator.ui.dialogs.welcome import WelcomeDialog
from tests.journeys.person import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.person import Person

ROOT = Path(__file__).parents[2]
FREE = "تحتويه من مقاطع"  # words of the sample that nobody has coded


def test_first_start(come: Callable[..., Person]) -> None:
    person = come(language="ar")
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, WelcomeDialog)
    person.write("هناء")
    person.press("Return")
    person.listen()
    assert len(person.spans()) == 67
    assert next(coder.name for coder in codebook.coders(person.project.db)) == "هناء"
    assert person.window.notice.isVisible()
    person.click(person.window.notice._close)
    assert not person.window.notice.isVisible()
    person.code(FREE, "1")
    person.leave()

    again = come()
    assert QApplication.activeModalWidget() is None
    assert not again.window.notice.isVisible()
    assert len(again.spans()) == 68
    assert Preferences.load().name == "هناء"


def test_first_start_on_a_project_that_was_named(come: Callable[..., Person], built: Path, tmp_path: Path) -> None:
    path = tmp_path / "named.annot"
    shutil.copyfile(built, path)
    person = come(path, names_later=False, language="ar")
    assert isinstance(QApplication.activeModalWidget(), WelcomeDialog)
    assert person.window.desk is None
    person.write("هناء")
    person.press("Return")
    person.listen()
    assert person.project.path == path
    assert next(coder.name for coder in codebook.coders(person.project.db)) == "هناء"


class Watch(QObject):
    """What happened in which order: a paint while a mark was pending, the telling of saved."""

    def __init__(self, person: Person) -> None:
        super().__init__(person.window)
        self._person, self.seen = person, []
        person.surface.viewport().installEventFilter(self)
        person.desk.bridge.saved.connect(lambda _change: self.seen.append(("saved", self.pending())))

    def pending(self) -> int:
        return sum(mark.pending for mark in self._person.surface.view.marks.by_id.values())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.seen.append(("paint", self.pending()))
        return False


def test_drawn_at_once_and_told_when_saved(come: Callable[..., Person], path: Path) -> None:
    person = come(path)
    person.drag_over(FREE)
    watch = Watch(person)
    person.window.bar.say("")
    person.press("1")
    assert watch.seen[:2] == [("paint", 1), ("saved", 1)]
    assert watch.seen[-1] == ("paint", 0)
    assert "✓" in person.window.bar.saved.text()
    assert person.surface.focused_mark() == person.saved[-1].facts["annotation"]
    assert person.surface.selection() is None


def test_overlapping_nested_identical(come: Callable[..., Person], path: Path) -> None:
    person = come(path)
    one = person.code("فيديو وصور عن الجرائم", "6")  # overlaps a coded one
    inner = person.code("وصور", "5")  # inside the first
    same = person.code("فيديو وصور عن الجرائم", "7")  # on the same words
    spans = person.spans()
    assert spans[one][1] == spans[same][1]
    assert [spans[i][0] for i in (one, inner, same)] == ["problem", "loaded-term", "cause"]
    person.press("Escape")
    person.drag_over("فيديو وصور عن الجرائم")
    person.press("7")  # the same label again is refused in passing
    assert [error.key for error in person.refused] == ["already_coded"]
    assert person.window.status.told.text()
    assert person.spans() == spans
    # Clicking again goes from the innermost outwards.
    at = person.place("وصور")[0] + 1
    seen = []
    for _ in range(3):
        person.click_at(at)
        seen.append(person.surface.focused_mark())
    assert seen[0] == inner
    assert set(seen[1:]) == {one, same}


def test_a_span_is_changed_and_goes(come: Callable[..., Person], path: Path, qtbot) -> None:
    person = come(path)
    span = person.code(FREE, "1")
    start, end = person.place(FREE)
    person.press("5")
    assert person.spans()[span] == ("loaded-term", ((start, end),))
    # By hand: the end over two more words, the start back by one.
    handle = person.surface.focus_handles()["end"]
    there = person.surface.viewport().mapTo(person.window, handle.center().toPoint())
    person.drag(there, person.point(person.place("فيديو وصور")[1] - 1))
    assert person.spans()[span][1] == ((start, person.place("فيديو وصور")[1]),)
    handle = person.surface.focus_handles()["start"]
    there = person.surface.viewport().mapTo(person.window, handle.center().toPoint())
    person.drag(there, person.point(person.place("مقاطع")[0] + 1))
    start = person.place("مقاطع")[0]
    assert person.spans()[span][1] == ((start, person.place("فيديو وصور")[1]),)
    # By key: towards the left is onwards in an Arabic paragraph.
    for keys, expected in (
        ("Alt+Shift+Left", (start, person.place("وصور عن")[1])),
        ("Alt+Shift+Right", (start, person.place("فيديو وصور")[1])),
        ("Alt+Left", (person.place("فيديو وصور")[0], person.place("فيديو وصور")[1])),
        ("Alt+Right", (start, person.place("فيديو وصور")[1])),
        ("Ctrl+Alt+Shift+Right", (start, person.place("فيديو وصور")[1] - 1)),
        ("Ctrl+Alt+Left", (start + 1, person.place("فيديو وصور")[1] - 1)),
    ):
        before = len(person.saved)
        person.press(keys)
        qtbot.waitUntil(lambda before=before: len(person.saved) == before + 1)
        assert person.spans()[span][1] == (expected,), keys
        assert person.surface.focused_mark() == span
    person.press("Delete")
    assert span not in person.spans()
    assert len(person.spans()) == 67
    assert person.desk.focus == ""


def test_stepping_visits_each_span_in_the_order_of_the_text(come: Callable[..., Person], path: Path) -> None:
    person = come(path)
    spans = person.spans()
    person.press("Ctrl+Home")
    seen = []
    for _ in spans:
        person.press("Alt+Down")
        seen.append(person.desk.focus)
        assert person.surface.focus_handles()  # it is in sight
    assert set(seen) == set(spans)
    starts = [spans[name][1][0][0] for name in seen]
    assert starts == sorted(starts)
    person.press("Alt+Up")
    assert person.desk.focus == seen[-2]


def test_attributes_variables_and_a_note(come: Callable[..., Person], path: Path) -> None:
    person = come(path)
    span = person.code(FREE, "1")
    person.press("Tab", "Down", "Down")
    assert person.window.code.panels.inspector.isAncestorOf(QApplication.focusWidget())
    values = codings.values_of(person.project.db, span)
    assert values["actor.role"].value == person.window.code.panels.inspector.fields["actor.role"].combo.itemData(2)
    named = person.window.code.panels.inspector.fields["actor.named"]
    person.click(named.chips[0][1])
    assert codings.values_of(person.project.db, span)["actor.named"].value is named.chips[0][0]
    note = person.window.code.panels.inspector.fields["new note"]
    note.setFocus()
    settle()
    person.write("sure?")
    person.surface.setFocus()
    settle()
    assert [n.body for n in codings.notes(person.project.db, [span])] == ["sure?"]
    # F2 asks for the article's own variables, one after another, beside the text.
    person.press("F2")
    form = person.window.code.form
    asked = [row.variable.id for row in form.questions.asked]
    assert asked == ["primary-frame", "tone", "genre"]
    person.press("Down", "2")
    assert form.questions.current.variable.id == "genre"
    assert codings.values_of(person.project.db, person.desk.where.id)["tone"].value == "neutral"
    assert any("محايدة" in chip for chip in person.surface.view.head.words[2])
    person.press(*["Ctrl+Z"] * 6)
    assert len(person.spans()) == 67
    assert codings.values_of(person.project.db, person.desk.where.id)["tone"].value == "negative"
    assert form.questions.current.variable.id == "tone"
    person.press("Esc")
    assert not person.window.code.form_open
    assert person.surface.hasFocus()
    assert not any("محايدة" in chip for chip in person.surface.view.head.words[2])


def test_a_click_on_a_label_codes_as_its_key_does(come: Callable[..., Person], path: Path) -> None:
    person = come(path)
    person.drag_over(FREE)
    labels = person.window.code.panels.codebook.list
    row = labels.visualRect(labels.model().index(labels.model().row_of("cause")))
    person.click(labels.viewport(), row.center())
    assert person.spans()[str(person.saved[-1].facts["annotation"])] == ("cause", (person.place(FREE),))


def test_undone_all_the_way_and_done_again(come: Callable[..., Person], path: Path) -> None:
    person = come(path)
    states = [person.spans()]
    words = [FREE, "فيديو وصور", "التي يرتكبها", "لما تحتويه"]
    for number, quote in enumerate(words):
        person.code(quote, str(number + 1))
        states.append(person.spans())
    person.press("9")
    states.append(person.spans())
    person.press("Delete")
    states.append(person.spans())
    for state in reversed(states[:-1]):
        person.press("Ctrl+Z")
        assert person.spans() == state
    person.press("Ctrl+Z")  # nothing of mine is left: the action is off
    assert person.spans() == states[0]
    for state in states[1:]:
        person.press("Ctrl+Shift+Z")
        assert person.spans() == state
    # The history jumps to any of these moments and back.
    person.press("Ctrl+H")
    drawer = person.window.code.drawer.page("history")
    assert [drawer.model.moment_at(n).mine for n in range(6)] == [True] * 6
    for row, state in ((4, states[2]), (0, states[6]), (2, states[4])):
        drawer.list.setFocus()
        person.press("Home", *["Down"] * row, "Return")
        assert person.spans() == state
    assert person.refused == []


def in_another_process(path: Path, *keys: str) -> dict[str, list]:
    """Another start of the program: press these keys, close; the spans as they were then."""
    code = """
import json, sys
from pathlib import Path
from tests.journeys.person import Person
person = Person(Path(sys.argv[1]))
person.press(*sys.argv[2:])
assert person.refused == []
sys.stdout.write(json.dumps(person.spans()))
person.leave()
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(path), *keys],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def plain(spans: dict[str, tuple]) -> dict[str, list]:
    return json.loads(json.dumps(spans))


def test_tomorrow(come: Callable[..., Person], path: Path) -> None:
    person = come(path)
    before = person.spans()
    span = person.code(FREE, "1")
    person.press("6")
    after = person.spans()
    place_of = person.place(FREE)
    person.press("Ctrl+End", "Escape")
    place = person.surface.place()
    assert place > 0
    person.leave()

    again = come(path)
    assert again.surface.place() == place
    assert again.spans() == after
    again.leave()

    assert in_another_process(path, "Ctrl+Z", "Ctrl+Z") == plain(before)
    assert in_another_process(path, "Ctrl+Y", "Ctrl+Shift+Z") == plain(after)
    assert after[span] == ("problem", (place_of,))
