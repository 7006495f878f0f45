"""Killed at any moment of a merge, the project is as before it or as after it, and the merge can be done again."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from annotator.operations import annotations
from annotator.operations.codings import Where
from annotator.store.check import check
from annotator.store.project import Project
from tests.operations.copies import Copy

ROOT = Path(__file__).parents[2]
MERGE = """
import sys
from pathlib import Path
from annotator.operations import other_copy
from annotator.store.project import Project

project = Project.open(Path(sys.argv[1]), unseen=True)
with other_copy.opened(project, Path(sys.argv[2])) as other:
    preview = other_copy.look(project, other)
print("up", flush=True)
project.journal.commit(other_copy.merge(project, preview))
print("done", flush=True)
project.close()
"""
SPANS = 400


def rows(path: Path) -> dict[str, set]:
    copy = Copy(path)
    try:
        assert [one for one in check(copy.project, full=True) if not one.ok] == []
        return copy.rows()
    finally:
        copy.close()


def test_killed_while_it_merges(base: Path, tmp_path: Path) -> None:
    for name in ("ours", "theirs"):
        shutil.copy(base, tmp_path / f"{name}.annot")
    with Project.open(tmp_path / "theirs.annot") as theirs:
        where = Where("art-2", theirs.coder)
        for _ in range(SPANS // 2):
            for label in ("actor", "cue"):
                done = theirs.journal.commit(annotations.label_span(theirs, where, label, ((0, 4),)))
            theirs.journal.commit(annotations.remove(theirs, [str(done.facts["annotation"])]))
            theirs.journal.commit(annotations.remove(theirs, [_first(theirs)]))
        theirs.journal.commit(annotations.label_span(theirs, where, "source", ((7, 11),)))
    before, after = rows(tmp_path / "ours.annot"), rows(tmp_path / "theirs.annot")
    generator, seen = random.Random(4), set()
    for _ in range(6):
        path = tmp_path / "try.annot"
        shutil.copy(tmp_path / "ours.annot", path)
        command = [sys.executable, "-c", MERGE, str(path), str(tmp_path / "theirs.annot")]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert process.stdout.readline() == "up\n"
        time.sleep(generator.random() * 0.15)
        process.kill()
        told = process.stdout.read()
        process.communicate()
        found = rows(path)
        assert found in (before, after)
        assert found == after or "done" not in told
        seen.add(found == after)
    again = Copy(path)
    theirs_again = Copy(tmp_path / "theirs.annot")
    again.merge(theirs_again)
    assert again.rows() == after
    again.close()
    theirs_again.close()


def _first(project: Project) -> str:
    sql = 'select a."id" from "annotation" a join "coding" c on c."id" = a."coding" where c."article" = \'art-2\''
    return project.db.execute(sql).fetchone()[0]
