"""The real program on a real X server, by true mouse and key events alone, under three keyboard layouts.

Where words stand is found from a second window off the screen: same project, same size, same fonts.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotator.settings import Preferences
from annotator.store import articles
from annotator.store.project import Project
from tests.journeys import keyboard
from tests.journeys.screen import ALT, CONTROL, ON_A_SCREEN, ROOT, SHIFT, Fingers, Screen, wait_for

if TYPE_CHECKING:
    from tests.journeys.person import Person

pytestmark = ON_A_SCREEN
FREE, MORE = "تحتويه من مقاطع", "تحتويه من مقاطع فيديو وصور"


def command(*words: object) -> dict:
    done = subprocess.run(
        [sys.executable, "-m", "annotator", *map(str, words), "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def coded(path: Path) -> set[tuple[str, str]]:
    """Label and words of every span of who acts, as the command line tells them while the window has the project."""
    return {(s["label"], s["text"]) for s in command("segments", path)["segments"] if not s["who"].endswith("ب")}


def settled(path: Path) -> int:
    return command("info", path)["settled"]


@pytest.fixture
def shadow(come: Callable[..., Person], built: Path, tmp_path: Path) -> Person:
    """The same window off the screen, to look up where things are."""
    Preferences(name="هناء", language="ar").save()
    copy = tmp_path / "shadow.annot"
    shutil.copyfile(built, copy)
    person = come(copy)
    assert person.window.notice.isVisible()
    return person


@pytest.mark.parametrize("layout", ["us", "ara", "ir"])
def test_the_main_job_by_true_events(screen: Screen, shadow: Person, tmp_path: Path, layout: str) -> None:
    path = tmp_path / "real.annot"
    screen.layout(layout)
    screen.start(path, first=True)
    start, end = shadow.place(FREE)
    new = {("actor", FREE)}
    before = coded(path)

    # Draw over words, press a key; take it back, do it again.
    screen.drag(shadow.point(start), shadow.point(end - 1))
    screen.press("1")
    wait_for(lambda: coded(path) == before | new)
    screen.press("z", CONTROL)
    wait_for(lambda: coded(path) == before)
    screen.press("z", CONTROL, SHIFT)
    wait_for(lambda: coded(path) == before | new)

    # The edge by hand: the handles stand where the shadow has them after the same steps.
    shadow.code(FREE, "1")
    handle = shadow.surface.focus_handles()["end"].center().toPoint()
    screen.press("z", CONTROL)
    screen.press("y", CONTROL)
    screen.click(shadow.point(start + 2))
    screen.drag(shadow.surface.viewport().mapTo(shadow.window, handle), shadow.point(shadow.place(MORE)[1] - 1))
    wait_for(lambda: coded(path) == before | {("actor", MORE)})

    # A double click takes the word alone, without the quotation marks round it.
    word = shadow.place("متطرفين")[0]
    screen.press("Escape")
    screen.double_click(shadow.point(word + 2))
    screen.press("8")
    wait_for(lambda: coded(path) == before | {("actor", MORE), ("moral-judgement", "متطرفين")})

    # Everything that can be done, by Ctrl+K.
    screen.press("k", CONTROL)
    wait_for(lambda: len(screen.windows()) == 2)
    screen.press("Escape")
    wait_for(lambda: len(screen.windows()) == 1)
    screen.do("windowfocus", "--sync", screen.windows()[0])

    # Review: the second coder's side, for the second reason; taken back; done again.
    screen.press("3", CONTROL)
    screen.press("b")
    screen.press("2")
    wait_for(lambda: settled(path) == 1)
    screen.press("z", CONTROL)
    wait_for(lambda: settled(path) == 0)
    screen.press("z", CONTROL, SHIFT)
    wait_for(lambda: settled(path) == 1)
    screen.press("q", CONTROL)
    assert screen.ended() == 0

    # The next day: what was done is there, and is still mine to take back.
    screen.start(path)
    screen.press("z", CONTROL)
    screen.press("z", CONTROL)
    wait_for(lambda: coded(path) == before | {("actor", MORE)} and settled(path) == 0)
    screen.press("y", CONTROL)
    screen.press("y", CONTROL)
    wait_for(lambda: settled(path) == 1)
    screen.press("q", CONTROL)
    assert screen.ended() == 0
    out = tmp_path / "settled.jsonl"
    command("export", path, out, "--format", "jsonl", "--whose", "settled")
    for article in map(json.loads, out.read_text("utf-8").splitlines()):
        assert len(article["annotations"]) == 1
        for span in article["annotations"]:
            assert article["text"][span["start"] : span["end"]] == span["text"]
    assert command("check", path)["ok"]


def in_pieces(path: Path) -> set[tuple[str, str]]:
    """As `coded`, without the words between the pieces of a span."""
    return {
        (
            one["label"],
            " … ".join(one["text"][start - one["start"] : end - one["start"]] for start, end in one["fragments"]),
        )
        for one in command("segments", path)["segments"]
        if not one["who"].endswith("ب")
    }


def _quotes(text: str, span: dict) -> list[str]:
    return [text[start:end] for start, end in span["fragments"]]


def linked(path: Path, out: Path) -> set[tuple[str, str, str]]:
    """Every link: what it is called, and the words at its two ends."""
    command("export", path, out, "--format", "jsonl")
    found = set()
    for article in map(json.loads, out.read_text("utf-8").splitlines()):
        words = {span["id"]: " … ".join(_quotes(article["text"], span)) for span in article["annotations"]}
        found |= {(one["label"], words[one["from"]], words[one["to"]]) for one in article["relations"]}
    out.unlink()
    return found


@pytest.mark.parametrize("layout", ["us", "ara"])
def test_pieces_parts_of_words_and_links_by_true_events(
    screen: Screen, shadow: Person, tmp_path: Path, layout: str
) -> None:
    path = tmp_path / "real.annot"
    screen.layout(layout)
    screen.start(path, first=True)
    words = shadow.place("الجرائم المروعة")
    screen.drag(shadow.point(words[0]), shadow.point(words[1] - 1))
    screen.press("3")
    wait_for(lambda: ("source", "الجرائم المروعة") in in_pieces(path))
    before = in_pieces(path)

    # Two pieces with Ctrl held, one span; a third is added to the span in focus, and taken away again.
    one, two, third = shadow.place("تحتويه من"), shadow.place("فيديو وصور"), shadow.place("التي يرتكبها")
    screen.drag(shadow.point(one[0]), shadow.point(one[1] - 1))
    screen.drag(shadow.point(two[0]), shadow.point(two[1] - 1), CONTROL)
    screen.press("2")
    quotation = "تحتويه من … فيديو وصور"
    wait_for(lambda: in_pieces(path) == before | {("quotation", quotation)})
    screen.drag(shadow.point(third[0]), shadow.point(third[1] - 1), CONTROL)
    wait_for(lambda: in_pieces(path) == before | {("quotation", f"{quotation} … التي يرتكبها")})
    screen.press("BackSpace", CONTROL)
    wait_for(lambda: in_pieces(path) == before | {("quotation", quotation)})

    # F4 and a digit: the nearest source is on 1, under any layout; with Shift it takes the link away.
    out = tmp_path / "links.jsonl"
    links, new = linked(path, out), ("says", quotation, "الجرائم المروعة")
    screen.press("F4")
    screen.press("1")
    wait_for(lambda: linked(path, out) == links | {new})
    screen.press("F4")
    screen.press("1", SHIFT)
    wait_for(lambda: linked(path, out) == links)

    # By keyboard: the word before is left out by a cut at the caret, and joined again.
    screen.press("Escape")
    screen.press("Escape")
    screen.drag(shadow.point(third[0]), shadow.point(third[1] - 1))
    screen.press("8")
    wait_for(lambda: ("moral-judgement", "التي يرتكبها") in in_pieces(path))
    screen.press("Left", CONTROL)
    screen.press("s", CONTROL, SHIFT)
    wait_for(lambda: {("moral-judgement", "التي"), ("moral-judgement", "يرتكبها")} <= in_pieces(path))
    screen.press("Up", ALT)
    screen.press("j", CONTROL)
    wait_for(lambda: ("moral-judgement", "التي يرتكبها") in in_pieces(path))

    # Letters with Alt held.
    screen.press("Escape")
    start = shadow.place("والعراق")[0]
    screen.drag(shadow.point(start + 1, share=0.2), shadow.point(start + 6, share=0.8), ALT)
    screen.press("1")
    wait_for(lambda: ("actor", "العراق") in in_pieces(path))
    screen.press("q", CONTROL)
    assert screen.ended() == 0
    assert command("check", path)["ok"]


def test_the_seed_by_an_arabic_keyboard_alone(screen: Screen, tmp_path: Path) -> None:
    path = keyboard.uncoded(tmp_path / "study.annot")
    screen.layout("ara")
    screen.start(path, first=True)
    fingers = Fingers(screen)
    with Project.read(path) as project:
        body = articles.text(project.db, articles.get(project.db, articles.order(project.db)[0]).text).body
    keyboard.code(fingers, body, fingers.rest)
    before = coded(path)
    keyboard.every(fingers, fingers.rest)
    wait_for(lambda: command("info", path)["annotations"] == len(before) + keyboard.TIMES)
    screen.press("z", CONTROL)
    wait_for(lambda: coded(path) == before)
    keyboard.finish(fingers)
    screen.press("q", CONTROL)
    assert screen.ended() == 0
    with Project.open(path) as project:
        keyboard.look(project)
