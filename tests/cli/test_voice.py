"""How the command line speaks when something goes wrong, and how its columns stand."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from annotator import cli
from annotator.cli.voice import Voice, in_columns
from annotator.core.errors import MachineError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell


def test_columns_stand_below_each_other_under_marks_and_isolates() -> None:
    lines = in_columns([("مرمَّز", "1"), ("\u2068ab\u2069", "22"), ("abcdef", "3")])
    assert lines == ["مرمَّز    1", "\u2068ab\u2069      22", "abcdef  3"]
    assert in_columns([]) == []


def opening(error: BaseException):
    def show(*_asked: object) -> int:
        raise error

    return cli.Window(show, lambda *_asked: None, lambda *_asked: None)


def test_what_the_machine_lacks_is_exit_3(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([], opening(MachineError("no_display"))) == 3
    assert "no display" in capsys.readouterr().err


def test_a_bug_is_one_sentence_and_a_line_in_the_log(capsys: pytest.CaptureFixture[str], annotator_home: Path) -> None:
    assert cli.run([], opening(ValueError("the text of an article"))) == 1
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    assert "article" not in said.err
    log = (annotator_home / "log" / "annotator.log").read_text("utf-8")
    assert "ValueError" in log
    assert "article" not in log


def test_cancelling_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--language", "ar"], opening(KeyboardInterrupt())) == 1
    assert "أُلغي" in capsys.readouterr().err


def test_a_bar_is_drawn_for_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stderr", Terminal())
    with Voice("ar").progress("الإدخال") as tell:
        for done in (-1, 0.0, 0.5, 1.0):
            tell(done, "x")
    assert "الإدخال" in sys.stderr.getvalue()


def test_whoever_stops_reading_ends_it_quietly(shell: Shell, path: Path) -> None:
    import subprocess

    from tests.cli.conftest import ROOT

    words = [sys.executable, "-m", "annotator", "info", str(path), "--json"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""
    assert shell.shown == []


def test_a_demo_that_cannot_be_shown_is_one_object_and_names_the_project(
    shell: Shell, capsys: pytest.CaptureFixture[str]
) -> None:
    import json

    project = shell.folder / "s.annot"
    assert cli.run(["demo", str(project), "--json"], opening(MachineError("no_display"))) == 3
    said = json.loads(capsys.readouterr().out)
    assert (said["error"]["key"], said["project"]) == ("no_display", str(project))


def test_visual_lines_run_the_other_way(shell: Shell, path: Path) -> None:
    said = shell("undo", path, "--language", "ar", "--visual")
    assert said.err.endswith("ﻻ\n")
