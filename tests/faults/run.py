"""Puts faults into the program, one at a time in a copy of it, and says which of them the tests let pass.

    .venv/bin/python tests/faults/run.py             every fault of faults.toml, some minutes
    .venv/bin/python tests/faults/run.py undo copy   those with one of these words in their name or file

Exit code 0 if each was caught by the tests that it names, 1 otherwise.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLE = Path(__file__).with_name("faults.toml")
_COPIED = ("annotator", "resources", "seeds", "tests", "packaging", "pyproject.toml", "run.py")
_PYTEST = ("-m", "pytest", "-x", "-q", "--tb=no", "-p", "no:randomly", "-p", "no:cacheprovider", "--hypothesis-seed=0")
_FAILED = 1  # pytest's exit code when a test failed; any other but 0 means that it could not even begin


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing done wrong: what, where, the right words and the wrong ones, and the test files that must notice."""

    what: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def put_into(self, tree: Path) -> None:
        """Do it wrong. Raises ValueError unless the right words stand in the file exactly once."""
        path = tree / self.file
        text = path.read_text(encoding="utf-8")
        if text.count(self.old) != 1:
            raise ValueError(f"{self.file}: the words of {self.what!r} stand there {text.count(self.old)} times")
        path.write_text(text.replace(self.old, self.new), encoding="utf-8")


def table() -> list[Fault]:
    entries = tomllib.loads(TABLE.read_text(encoding="utf-8"))["fault"]
    return [Fault(**{**entry, "tests": tuple(entry["tests"])}) for entry in entries]


def main(words: list[str]) -> int:
    chosen = [fault for fault in table() if not words or any(word in f"{fault.what} {fault.file}" for word in words)]
    survived = 0
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        tree = _copy(Path(folder))
        files = sorted({test for fault in chosen for test in fault.tests})
        if (said := _pytest(tree, files))[0]:
            print(f"these tests fail without any fault:\n{said[1]}")
            return 1
        for fault in chosen:
            began = time.monotonic()
            verdict = _try(fault, tree)
            survived += not verdict.startswith("caught")
            print(f"{fault.file:<36} {fault.what:<62} {time.monotonic() - began:5.1f} s  {verdict}", flush=True)
    print(f"{len(chosen)} faults, {len(chosen) - survived} caught, {survived} survived")
    return 1 if survived or not chosen else 0


def _copy(folder: Path) -> Path:
    for name in _COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def _try(fault: Fault, tree: Path) -> str:
    whole = (tree / fault.file).read_text(encoding="utf-8")
    fault.put_into(tree)
    try:
        code, said = _pytest(tree, fault.tests)
    finally:
        (tree / fault.file).write_text(whole, encoding="utf-8")
    if code == 0:
        return "SURVIVED"
    by = re.search(r"^(?:FAILED|ERROR) (\S+)", said, re.MULTILINE)
    return f"caught by {by[1]}" if code == _FAILED and by else f"BROKEN\n{said}"


def _pytest(tree: Path, tests: tuple[str, ...] | list[str]) -> tuple[int, str]:
    """Run tests of the copy; `PYTHONPATH`, so that the processes they start run the copy as well."""
    env = {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, *_PYTEST, *tests], cwd=tree, env=env, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
