"""Killed at any moment, every span that was told as saved is there, and never half an action."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotator.store import check, header
from annotator.store.project import Project

ROOT = Path(__file__).parents[2]

CODER = """
import sys
from pathlib import Path
from annotator.core.changes import change
from annotator.core.ids import keyed_id, new_id
from annotator.core.models import Annotation, Assigned
from annotator.core.rows import added
from annotator.store import articles
from annotator.store.project import Project

project = Project.open(Path(sys.argv[1]))
coding, name = project.db.execute('select c."id", a."text" from "coding" c join "article" a').fetchone()
text = articles.text(project.db, name)
print("up", flush=True)
for i in range(int(sys.argv[2])):
    span = ((i % 40, i % 40 + 5),)
    made = Annotation(new_id(), coding, "actor", name, span, text.quotes(span))
    tone = Assigned(keyed_id(made.id, "tone"), coding, made.id, "tone", i)
    project.journal.commit(change("label_span", [added(made), added(tone)]))
    print(made.id, flush=True)
project.close()
"""


def start(path: Path, many: int, *before: object) -> subprocess.Popen[str]:
    command = [*map(str, before), sys.executable, "-c", CODER, str(path), str(many)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)


def look(path: Path, told: set[str], known: int) -> int:
    """All that was told is there, at most one more, each with its value; how many there are now."""
    with Project.open(path) as project:
        found = {row[0] for row in project.db.execute('select "id" from "annotation"')}
        owners = {row[0] for row in project.db.execute('select "owner" from "value"')}
        assert told <= found
        assert 0 <= len(found) - known - len(told) <= 1
        assert owners == found
        assert [c for c in check.check(project, full=True) if not c.ok] == []
    return len(found)


def _kill(world, times: int) -> None:
    world.project.close()
    generator, known, told_at_all = random.Random(11), 0, 0
    for _ in range(times):
        process = start(world.path, 100_000)
        assert process.stdout.readline() == "up\n"
        said = "".join(process.stdout.readline() for _ in range(generator.randint(0, 30)))
        time.sleep(generator.random() / 10)
        process.kill()
        said += process.stdout.read()  # `communicate` would lose what `readline` had read already
        process.communicate()
        told = set(said.rpartition("\n")[0].split())  # a line cut off was not told
        assert all(re.fullmatch("[0-9a-f]{20}", span) for span in told)
        known = look(world.path, told, known)
        told_at_all += len(told)
    assert told_at_all > times


def test_8_kills(world):
    _kill(world, 8)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_200_kills(world):
    _kill(world, 200)


def _at_each_call(world, calls: list[tuple[str, int]]) -> int:
    """Killed at the n-th call that touches the file or its journal, while three spans are added."""
    world.project.close()
    pristine, done = world.path.read_bytes(), 0
    for call, when in calls:
        world.path.write_bytes(pristine)
        header.journal_of(world.path).unlink(missing_ok=True)
        process = start(
            world.path, 3, "strace", "-f", "-o", "/dev/null", "-P", world.path, "-P", header.journal_of(world.path),
            "-e", f"inject={call}:signal=KILL:when={when}",
        )  # fmt: skip
        out, err = process.communicate()
        if "ptrace" in err:
            pytest.skip("tracing is not allowed here")
        look(world.path, set(out.rpartition("\n")[0].split()) - {"up"}, 0)
        done += process.returncode != 0
    return done


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_killed_at_some_calls(world):
    calls = [("pwrite64", 15), ("pwrite64", 25), ("fdatasync", 4), ("fdatasync", 7)]
    assert _at_each_call(world, calls) >= 2


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_killed_at_each_call(world):
    calls = [("pwrite64", n) for n in range(1, 120)] + [("fdatasync", n) for n in range(1, 30)]
    calls += [("ftruncate", 1), ("ftruncate", 2), ("unlink", 1), ("openat", 2), ("openat", 3)]
    assert _at_each_call(world, calls) > 60
