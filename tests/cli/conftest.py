"""The command line, called as `__main__` calls it, with a window that only notes what it was asked to open."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from annotator import cli
from annotator.__main__ import plot

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
BODY = "دمشق - سانا: قال ”الناطق“ 😀 إن الوزير Ivanov زار حلب.\nوأضاف أن الزيارة انتهت أمس."


@dataclass
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """Stdout, which holds one JSON object and nothing else."""
        assert self.out.count("\n") == 1
        return json.loads(self.out)


@dataclass
class Shell:
    """Commands in a folder of their own; `shown` and `drawn` are what the window was asked for."""

    folder: Path
    read: Callable[[], Any]
    shown: list[tuple] = field(default_factory=list)
    drawn: list[tuple] = field(default_factory=list)

    def __call__(self, *words: object) -> Said:
        window = cli.Window(self._show, self._draw, plot)
        code = cli.run([str(word) for word in words], window)
        said = self.read()
        return Said(code, said.out, said.err)

    def _show(self, *asked: object) -> int:
        self.shown.append(asked)
        return 0

    def _draw(self, project: Path, picture: Path, language: str) -> None:
        self.drawn.append((project, picture, language))
        if picture.parent.is_dir():
            picture.write_bytes(b"PNG")

    def ok(self, *words: object) -> dict[str, Any]:
        """What a command that must succeed answers as JSON."""
        said = self(*words, "--json")
        assert said.code == 0, said.err + said.out
        return said.json

    def fails(self, *words: object) -> dict[str, Any]:
        """What a command that must fail answers as JSON."""
        said = self(*words, "--json")
        assert said.code == 1, said.out
        assert set(said.json["error"]) == {"key", "message"}
        return said.json

    def write(self, name: str, words: str | bytes) -> Path:
        """A file in the folder."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(words if isinstance(words, bytes) else words.encode())
        return file

    def lines(self, name: str, *articles: dict[str, Any]) -> Path:
        """A file of the native line format."""
        return self.write(name, "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in articles))


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def process(*words: object, language: str = "C.UTF-8", **more: Any) -> Said:
    """The program in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "annotator", *map(str, words)],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": language, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
        **more,
    )
    return Said(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path, capsys.readouterr)


@pytest.fixture
def path(shell: Shell) -> Path:
    """A new project by Sara."""
    project = shell.folder / "دراسة.annot"
    shell.ok("new", project, "--as", "سارة")
    return project
