from __future__ import annotations

import faulthandler
import logging
import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import logs
from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CANARY = "هيئة العصفور السرية"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    yield logs.start(tmp_path)
    logs.stop()


def said(log: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in log.parent.iterdir())


def test_events_with_counts_ids_and_keys_are_logged(log: Path) -> None:
    logs.note("imported", articles=3, seconds=0.5, project="a1b2c3", first=True, by=None)
    assert said(log).rstrip().endswith("INFO imported articles=3 seconds=0.5 project=a1b2c3 first=True by=None")


def test_words_are_logged_as_their_length_only(log: Path) -> None:
    logs.note("labelled", quote=CANARY, path="/home/someone/My Study.annot", lines="a\nb")
    text = said(log)
    assert CANARY not in text
    assert "Study" not in text
    assert f"quote=<{len(CANARY)}>" in text
    assert text.count("\n") == 1


@given(st.text(min_size=1))
def test_no_other_script_passes(words: str) -> None:
    shown = logs._discreet(words)
    assert shown == words or shown == f"<{len(words)}>"
    assert shown.isascii()


def fail_inside(article: str) -> None:
    raise KeyError(article)


def fail(article: str) -> None:
    try:
        fail_inside(article)
    except KeyError as cause:
        raise AnnotatorError("quote_mismatch", quote=article) from cause


def test_an_error_is_logged_by_its_kind_key_and_place_but_not_its_words(log: Path) -> None:
    with pytest.raises(AnnotatorError) as caught:
        fail(CANARY)
    logs.trouble(caught.value)
    text = said(log)
    assert "AnnotatorError key=quote_mismatch" in text
    assert " fail\n" in text
    assert CANARY not in text


def test_another_library_says_only_where(log: Path) -> None:
    with pytest.raises(KeyError) as caught:
        fail_inside(CANARY)
    logging.getLogger("some.library").warning("could not read %s", CANARY, exc_info=caught.value, stack_info=True)
    text = said(log)
    assert "WARNING some.library test_logs:" in text
    assert text.count("\n") == 1
    assert CANARY not in text


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_the_files_are_private(log: Path) -> None:
    logs.note("opened")
    assert {stat.S_IMODE(path.stat().st_mode) for path in log.parent.iterdir()} == {0o600}


def test_the_log_is_turned_over_and_stays_small(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "_BYTES", 2000)
    logs.start(log.parent)
    for number in range(500):
        logs.note("saved", change=number)
    files = sorted(log.parent.glob("annotator.log*"))
    assert [path.name for path in files] == ["annotator.log", *(f"annotator.log.{n}" for n in (1, 2, 3))]
    assert all(path.stat().st_size <= 2000 for path in files)


def test_starting_twice_writes_each_line_once_and_stopping_leaves_nothing(log: Path) -> None:
    logs.start(log.parent)
    logs.note("once")
    logs.stop()
    logs.note("never")
    assert said(log).count("once") == 1
    assert "never" not in said(log)
    assert sys.excepthook is sys.__excepthook__
    assert not faulthandler.is_enabled()


CRASH = """
import faulthandler, pathlib, sys
from annotator import logs
logs.start(pathlib.Path(sys.argv[1]))
article = sys.argv[2]
{}
"""


@pytest.mark.parametrize(
    ("end", "file", "trace"),
    [
        ("faulthandler._sigabrt()", "crash.log", "Fatal Python error: Aborted"),
        ("raise ValueError(article)", "annotator.log", "ValueError key="),
    ],
)
def test_a_crash_leaves_a_trace_without_words(tmp_path: Path, end: str, file: str, trace: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", CRASH.format(end), str(tmp_path), CANARY], capture_output=True, check=False
    )
    assert run.returncode != 0
    assert trace in (tmp_path / file).read_text(encoding="utf-8")
    assert CANARY not in said(tmp_path / file)


QUIET = """
import logging, pathlib, sys
from annotator import logs
logs.start(pathlib.Path(sys.argv[1]))
logs.note("opened")
logging.getLogger("some.library").warning("noise")
logs.trouble(ValueError("noise"))
"""


def test_the_console_stays_quiet(tmp_path: Path) -> None:
    run = subprocess.run([sys.executable, "-c", QUIET, str(tmp_path)], capture_output=True, check=True)
    assert (run.stdout, run.stderr) == (b"", b"")


def test_an_unforeseen_error_is_logged_and_still_shown_to_who_started_us(
    log: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(KeyError) as caught:
        fail_inside(CANARY)
    sys.excepthook(KeyError, caught.value, caught.tb)
    assert "KeyError key=" in said(log)
    assert CANARY not in said(log)
    assert "KeyError" in capfd.readouterr().err
