"""Review in the real window: two coders beside each other, one difference settled, taken back, and exported."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from annotator.operations import review
from annotator.store import articles, codings
from annotator.ui.dialogs.export import ExportDialog
from tests.journeys.person import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.person import Person

ROOT = Path(__file__).parents[2]
SEED = (ROOT / "seeds" / "sana-daesh-twitter.txt").read_text("utf-8")


def settled(person: Person) -> dict[str, tuple[str, str]]:
    case = person.window.review.sitting.case
    return {d.difference: (d.take, d.reason) for d in review.decisions(person.project, case).values()}


def gold(person: Person) -> set[tuple[str, str]]:
    case = person.window.review.sitting.case
    coding = review.settled_coding(person.project, case.article)
    return {(a.label, a.quotes[0]) for a in codings.annotations_of(person.project.db, [coding.id])} if coding else set()


def at_review(come: Callable[..., Person], path: Path) -> Person:
    person = come(path)
    person.press("Ctrl+3")
    assert person.window.review is not None
    return person


def test_one_difference_settled_taken_back_and_settled_again(come: Callable[..., Person], path: Path) -> None:
    person = at_review(come, path)
    sitting = person.window.review.sitting
    waiting = len(sitting.queue.open)
    assert waiting == 39
    first = sitting.current
    person.press("N")
    second = sitting.current
    assert second is not first
    person.press("P")
    assert sitting.current is first
    person.press("B", "2")  # the second coder's side; a gap in the guideline
    assert settled(person) == {first.id: ("b", "guideline-gap")}
    assert len(sitting.queue.open) == waiting - 1
    assert sitting.current.id == second.id
    kept = gold(person)
    person.press("Ctrl+Z")
    assert settled(person) == {}
    assert gold(person) == set()
    assert sitting.current.id == first.id
    person.press("Ctrl+Shift+Z")
    assert settled(person) == {first.id: ("b", "guideline-gap")}
    assert gold(person) == kept
    person.press("1", "A")  # a reason first does as well
    assert len(settled(person)) == 2
    assert person.refused == []
    person.leave()

    again = at_review(come, path)
    assert len(again.window.review.sitting.queue.open) == waiting - 2
    again.press("Ctrl+Z", "Ctrl+Z")
    assert settled(again) == {}


def test_a_click_on_the_page_takes_a_difference_in_hand(come: Callable[..., Person], path: Path) -> None:
    person = at_review(come, path)
    sitting = person.window.review.sitting
    wanted = next(d for d in sitting.queue.open if d.kind == "label")
    person.surface.focus_mark("")
    for _ in range(6):  # from the innermost outwards
        person.click_at((wanted.start + wanted.end) // 2)
        if sitting.current.id == wanted.id:
            break
    assert sitting.current.id == wanted.id


def command(*words: object) -> dict:
    done = subprocess.run(
        [sys.executable, "-m", "annotator", *map(str, words), "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def rows(file: Path) -> list[tuple[str, int, int, str]]:
    """Label, start, end and words of every span in a data set, read as anybody would."""
    if file.suffix == ".csv":
        with file.open(encoding="utf-8-sig", newline="") as lines:
            return [(r["label"], int(r["start"]), int(r["end"]), r["text"]) for r in csv.DictReader(lines)]
    found = []
    for line in file.read_text("utf-8").splitlines():
        article = json.loads(line)
        for span in article["annotations"]:
            for fragment, quote in zip(span["fragments"], span["quotes"], strict=True):
                assert article["text"][slice(*fragment)] == quote
                found.append((span["label"], *fragment, quote))
    return found


def export_by_hand(person: Person, form: str, out: Path) -> None:
    person.press("Ctrl+E")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    dialog.format.setCurrentIndex(dialog.format.findData(form))
    dialog.whose.setCurrentIndex(dialog.whose.findData("settled"))
    dialog.write(out)  # behind the machine's own question for a file
    settle()
    QApplication.activeModalWidget().accept()
    person.listen()


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_what_was_settled_is_exported_by_window_and_command_alike(
    come: Callable[..., Person], path: Path, tmp_path: Path, form: str
) -> None:
    person = at_review(come, path)
    sitting = person.window.review.sitting
    for keys in ("B1", "A3"):
        sitting.hold(next(d for d in sitting.queue.open if d.kind == "boundary"))
        person.press(*keys)
    kept = gold(person)
    assert len(kept) == 2
    by_hand, by_command = tmp_path / f"hand.{form}", tmp_path / f"command.{form}"
    export_by_hand(person, form, by_hand)
    text = articles.text(person.project.db, articles.get(person.project.db, person.desk.article).text).body
    person.leave()
    command("export", path, by_command, "--format", form, "--whose", "settled")
    assert by_hand.read_bytes() == by_command.read_bytes()
    exported = rows(by_hand)
    assert {(label, quote) for label, _, _, quote in exported} == kept
    for _, start, end, quote in exported:
        assert text[start:end] == quote == SEED.replace("\r\n", "\n")[start:end]
