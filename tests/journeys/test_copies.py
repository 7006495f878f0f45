"""Three copies of one project: worked in, merged in either order, what clashes settled by key, undone, taken again."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from annotator.settings import Preferences
from annotator.store import joined
from annotator.store.project import Project
from annotator.ui.merging.clashes import ClashesDialog
from annotator.ui.merging.preview import MergeDialog
from tests.journeys import keyboard
from tests.journeys.person import settle
from tests.journeys.test_settling import command

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.person import Person

    Spans = set[tuple[str, str, str]]  # who, label, words

TEXT = "قال الوزير إيفانوف في دمشق إن الزيارة انتهت أمس. وأضاف الناطق باسم الحكومة أن المحادثات تستمر."
COMMON, DESK, LAPTOP, SAMI = "الوزير إيفانوف", "دمشق", "الزيارة انتهت", "الناطق باسم الحكومة"
HELD = ("ريم", "actor", COMMON)


@pytest.fixture
def copies(come: Callable[..., Person], tmp_path: Path) -> dict[str, Path]:
    """Reem's project at her desk, its copy on her laptop and one of Sami's; on all three there is work of its own.

    Reem has given the segment that they have in common another label at the desk, and a third one on the laptop.
    """
    desk, news = tmp_path / "desk.annot", tmp_path / "خبر.txt"
    news.write_text(TEXT, encoding="utf-8")
    Preferences(name="ريم", language="ar", theme="light").save()
    command("new", desk, "--as", "ريم")
    command("import", desk, news)
    at(come, desk, (COMMON, "1")).leave()
    found = {"desk": desk} | {name: tmp_path / f"{name}.annot" for name in ("laptop", "sami")}
    for name in ("laptop", "sami"):
        shutil.copyfile(desk, found[name])
    for name, key, words in (("desk", "5", DESK), ("laptop", "6", LAPTOP)):
        reem = at(come, found[name])
        reem.click_at(reem.place(COMMON)[0] + 1)
        reem.press(key)
        reem.leave()
        at(come, found[name], (words, "1")).leave()
    sami = come(found["sami"])
    somebody_new(sami, "سامي")
    for words, key in ((COMMON, "1"), (SAMI, "1")):
        keyboard.find(sami, words)
        sami.press(key)
    assert sami.refused == []
    sami.leave()
    return found


def at(come: Callable[..., Person], path: Path, *spans: tuple[str, str]) -> Person:
    """Somebody who has opened a copy and coded these words by these keys."""
    person = come(path)
    for words, key in spans:
        keyboard.find(person, words)
        person.press(key)
    assert person.refused == []
    return person


def call(person: Person, words: str) -> None:
    """Something to do, by its name."""
    person.press("Ctrl+Shift+K")
    person.write(words)
    person.press("Return")


def somebody_new(person: Person, name: str) -> None:
    call(person, "المرمِّز الحالي")
    dialog = QApplication.activeModalWidget()
    dialog.new.setFocus()
    person.write(name)
    person.press("Return")
    person.listen()


def spans(path: Path) -> Spans:
    """All that is coded, by whom; nobody's twice."""
    found = [(s["who"], s["label"], s["text"]) for s in command("segments", path)["segments"]]
    assert len(found) == len(set(found))
    return set(found)


def clashing(path: Path) -> set[tuple[str, str]]:
    """Which rows wait."""
    with Project.read(path) as project:
        return {(one.tbl, one.row) for one in joined.clashes(project.db, state="open")}


def rows(path: Path) -> dict[str, list]:
    """What the tables hold but for clashes, which say whose is whose."""
    with Project.read(path) as project:
        tables = ("coder", "article", "coding", "annotation", "value", "note", "relation")
        return {table: sorted(joined.every(project.db, table), key=str) for table in tables}


JOINED: Spans = {
    ("ريم", "loaded-term", COMMON),
    ("ريم", "actor", DESK),
    ("ريم", "actor", LAPTOP),
    ("سامي", "actor", COMMON),
    ("سامي", "actor", SAMI),
}


def test_the_copies_are_what_they_should_be(copies: dict[str, Path]) -> None:
    assert spans(copies["desk"]) == {("ريم", "loaded-term", COMMON), ("ريم", "actor", DESK)}
    assert spans(copies["laptop"]) == {("ريم", "problem", COMMON), ("ريم", "actor", LAPTOP)}
    assert spans(copies["sami"]) == {HELD, ("سامي", "actor", COMMON), ("سامي", "actor", SAMI)}


def test_in_either_order_the_same_comes_and_twice_is_once(copies: dict[str, Path], tmp_path: Path) -> None:
    found = []
    for order in (("laptop", "sami"), ("sami", "laptop")):
        path = tmp_path / f"{order[0]} first.annot"
        shutil.copyfile(copies["desk"], path)
        for name in order:
            told = command("merge", path, copies[name])
            assert told["taken"] > 0
            assert len(told["held"]) == (name == "laptop")
            again = command("merge", path, copies[name])
            assert (again["taken"], again["held"]) == (0, [])
        assert spans(path) == JOINED
        found.append((rows(path), clashing(path)))
        assert command("check", path)["ok"]
    assert found[0] == found[1]
    assert len(found[0][1]) == 1


def test_merged_by_way_of_another_copy(copies: dict[str, Path]) -> None:
    """The laptop has taken Sami's in before it comes to the desk: his work comes with it, and is known from then on."""
    command("merge", copies["laptop"], copies["sami"])
    command("merge", copies["desk"], copies["laptop"])
    assert spans(copies["desk"]) == JOINED
    assert command("merge", copies["desk"], copies["sami"])["taken"] == 0
    told = command("merge", copies["laptop"], copies["desk"])
    assert told["taken"] > 0
    assert {words for _, _, words in spans(copies["laptop"])} == {words for _, _, words in JOINED}


def test_merged_settled_undone_and_taken_again_in_the_window(
    come: Callable[..., Person], copies: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, laptop = copies["desk"], copies["laptop"]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(laptop), ""))
    before = rows(desk)
    reem = come(desk)
    merge(reem)
    assert len(waiting(reem)) == 1
    call(reem, "التعارض بين النسخ")
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, ClashesDialog) and one.isVisible())
    dialog.activateWindow()
    settle()
    reem.press("T")
    assert waiting(reem) == []
    assert ("problem", COMMON) in segments(reem)
    dialog.close()
    reem.listen()
    reem.press("Ctrl+Z")
    assert len(waiting(reem)) == 1
    assert ("loaded-term", COMMON) in segments(reem)
    reem.press("Ctrl+Z")
    assert waiting(reem) == []
    assert segments(reem) == {("loaded-term", COMMON), ("actor", DESK)}
    reem.leave()
    assert rows(desk) == before

    reem = come(desk)
    merge(reem)
    assert len(waiting(reem)) == 1
    assert segments(reem) == {("loaded-term", COMMON), ("actor", DESK), ("actor", LAPTOP)}
    assert reem.refused == []
    reem.leave()
    told = command("history", desk, "--language", "ar")["changes"]
    assert [change["name"] for change in told[:1]] == ["merge"]
    assert {one["who"] for one in told[0]["brought"]} == {"ريم"}
    assert command("clashes", desk, "--settle", "all", "--take", "ours")["open"] == 0
    assert command("merge", desk, laptop)["taken"] == 0
    assert command("check", desk)["ok"]


def merge(person: Person) -> None:
    """The copy that is chosen, looked at and taken in."""
    call(person, "دمج نسخة")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MergeDialog)
    assert dialog.held == 1
    person.press("Return")
    person.listen()


def waiting(person: Person) -> list[str]:
    return [one.row for one in joined.clashes(person.project.db, state="open")]


def segments(person: Person) -> set[tuple[str, str]]:
    """What Reem's page holds: label and words."""
    return {
        (label, "…".join(person.body[slice(*place)] for place in places)) for label, places in person.spans().values()
    }
