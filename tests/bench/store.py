"""What saving costs beside SQLite alone, and what a long import and its undo need of memory."""

from __future__ import annotations

import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from annotator.core.changes import Change, change
from annotator.core.ids import keyed_id, new_id
from annotator.core.models import Annotation, Article, Coder, Coding, Label, Round
from annotator.core.rows import added, dumps, removed, to_row
from annotator.core.text import Text
from annotator.store.connection import SETTINGS
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.changes import Step

BODY = "قال الوزير إن الزيارة انتهت أمس. " * 40


def commit_beside_sqlite(folder: Path, *, commits: int = 300) -> dict[str, float]:
    """Median milliseconds of saving one span through the journal, of one row by SQLite alone, and their ratio.

    Both by turns on the same disk and with the same settings; the row is the annotation as the project stores it.
    """
    ours, theirs = [], []
    with Project.create(folder / "commit.annot", title="bench") as project:
        text, coding = _set_up(project)
        raw = _raw(folder / "raw.db")
        for i in range(commits):
            made = _span(text, coding, i)
            row = [*to_row(made).values()]
            ours.append(_timed(lambda made=made: project.journal.commit(change("label_span", [added(made)]))))
            theirs.append(_timed(lambda row=row: _insert(raw, row)))
        raw.close()
    one, other = median(ours) * 1000, median(theirs) * 1000
    return {"commit_ms": one, "sqlite_ms": other, "ratio": one / other}


def import_and_undo(folder: Path, *, articles: int) -> dict[str, float]:
    """Seconds and peak memory (MiB above what the process had before) of a streamed import and of its undo."""
    with Project.create(folder / "import.annot", title="bench") as project:
        project.journal.commit(change("coder", [added(Coder("c1", "x", 0))]))
        project.act_as("c1")
        before = _from_here()
        imported = _timed(lambda: project.journal.commit(change("import", _articles(articles))))
        after_import = _peak()
        _from_here()
        undone = _timed(project.journal.undo)
        return {
            "articles": articles,
            "import_s": imported,
            "undo_s": undone,
            "import_mib": after_import - before,
            "undo_mib": _peak() - before,
        }


def many_spans(folder: Path, *, articles: int = 10_000, spans: int = 5_000) -> dict[str, float]:
    """Median milliseconds of one action of many spans in as many articles, of its undo, and of the undo of their removal.

    The project holds ten spans an article besides.
    """
    with Project.create(folder / "spans.annot", title="bench") as project:
        _set_up(project)
        places = [(Text(f"{i} {BODY}"), keyed_id("coding", str(i))) for i in range(articles)]
        project.journal.commit(Change("import", _coded(places)))
        found = [_span(text, coding, 300) for text, coding in places[:: articles // spans]]
        journal, took = project.journal, {"commit": [], "undo": [], "undo of removal": []}
        for _ in range(5):
            adding = change("label_all", [added(span) for span in found])
            took["commit"].append(_timed(lambda adding=adding: journal.commit(adding)))
            took["undo"].append(_timed(journal.undo))
            journal.redo()
            journal.commit(change("remove", [removed(span) for span in found]))
            took["undo of removal"].append(_timed(journal.undo))
            journal.commit(change("remove", [removed(span) for span in found]))
    return {what: median(seconds) * 1000 for what, seconds in took.items()}


def _coded(places: list[tuple[Text, str]]) -> Iterator[Step]:
    for i, (text, coding) in enumerate(places):
        yield text
        yield added(Article(f"a{i}", "x", text.hash))
        yield added(Coding(coding, f"a{i}", "c1", "main"))
        yield from (added(_span(text, coding, 7 * place)) for place in range(10))


def flat(*, few: int = 10_000, many: int = 100_000) -> dict[str, dict[str, float]]:
    """`import_and_undo` of few and of many articles, each in a process of its own, so that peaks are their own."""
    return {str(articles): _in_a_process(articles) for articles in (few, many)}


def _in_a_process(articles: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        home = os.environ | {"ANNOTATOR_HOME": f"{folder}/home"}
        command = [sys.executable, __file__, str(articles), folder]
        done = subprocess.run(command, env=home, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def _set_up(project: Project) -> tuple[Text, str]:
    text, coding = Text(BODY), keyed_id("a", "c1", "main", "own")
    steps: list[Step] = [
        added(Coder("c1", "x", 0)),
        added(Label("actor", {"en": "actor"}, 0)),
        added(Round("main", "main")),
        text,
        added(Article("a", "x", text.hash)),
        added(Coding(coding, "a", "c1", "main")),
    ]
    project.journal.commit(change("set_up", steps))
    project.act_as("c1")
    return text, coding


def _span(text: Text, coding: str, i: int) -> Annotation:
    span = ((i % 400, i % 400 + 12),)
    return Annotation(new_id(), coding, "actor", text.hash, span, text.quotes(span))


def _raw(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None)
    for name, value in SETTINGS.items():
        db.execute(f"pragma {name} = {value}")
    db.execute(
        "create table annotation (id text primary key, coding text, label text, text text, fragments text, quotes text,"
        " codebook text, head text) strict"
    )
    return db


def _insert(db: sqlite3.Connection, row: list[object]) -> None:
    db.execute("begin immediate")
    db.execute("insert into annotation values (?,?,?,?,?,?,?,?)", row)
    db.execute("commit")


def _articles(many: int) -> Iterator[Step]:
    for i in range(many):
        text = Text(f"{i} {BODY[:400]}")
        yield text
        yield added(Article(new_id(), f"خبر {i}", text.hash, meta={"outlet": "x"}, position=f"{i:08}"))


def _timed(action: object) -> float:
    started = time.perf_counter()
    action()  # type: ignore[operator]
    return time.perf_counter() - started


def _from_here() -> float:
    """Let the peak be counted from now on, where the system can (Linux); what is held now, in MiB."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _peak()


def _peak() -> float:
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(dumps(import_and_undo(Path(sys.argv[2]), articles=int(sys.argv[1]))))
