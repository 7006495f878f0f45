"""A package with 100,000 annotations: handed over, looked at, taken back; beside plain SQLite writing the same rows."""

from __future__ import annotations

import resource
import sqlite3
import tempfile
import time
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.changes import change
from annotator.core.ids import new_id
from annotator.core.models import Annotation
from annotator.core.rows import added, altered
from annotator.core.text import Text
from annotator.formats.records import Document
from annotator.operations import articles, handover, people, starter, takeback
from annotator.operations.codings import Where
from annotator.operations.intake import Incoming
from annotator.store import backup, codings, foreign
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.core.changes import Step

SPANS = 50  # of an article
WORD = 6  # code points with its blank


def measure(annotations: int = 100_000, *, each: int = SPANS) -> dict[str, float]:
    """Seconds for each step, MB of memory, and plain SQLite's seconds for the same rows and log.

    The colleague set `each` annotations in an action: many are set by a search, most one by one.
    """
    with tempfile.TemporaryDirectory() as place:
        path, package = Path(place) / "study.annot", Path(place) / "package.annot"
        found: dict[str, float] = {}
        _study(path, annotations // SPANS)
        with Project.open(path) as project:
            prepared = handover.handover(project, "Omar", blind=True)
            found["hand over"] = _timed(lambda: handover.write(project, prepared, package))
            _coded(package, annotations, each)
            found["memory before"] = _memory(resource.RUSAGE_SELF)
            begun, own, other = time.perf_counter(), time.process_time(), _of_children()
            with foreign.read(package) as returned:
                found["open the package"] = time.perf_counter() - begun
                preview = takeback.look(project, returned)
            found["look"] = time.perf_counter() - begun
            backup.backup(project)
            done = takeback.take_back(project, preview)
            project.journal.commit(done)
            found["take back"] = time.perf_counter() - begun
            found["processor of the child"] = _of_children() - other
            found["memory of the child"] = _memory(resource.RUSAGE_CHILDREN)
            found["processor"] = time.process_time() - own + found["processor of the child"]
            found["memory"] = _memory(resource.RUSAGE_SELF)
            if preview.count("annotation") != annotations or preview.held:
                raise AssertionError(preview.plan.counts)
            begun = time.perf_counter()
            with foreign.read(package) as returned:
                if not takeback.look(project, returned).is_empty:
                    raise AssertionError(preview.plan.counts)
            found["take back again"] = time.perf_counter() - begun
        found["plain SQLite"] = _timed(lambda: _plain(package, Path(place) / "plain.db"))
        return found


def _memory(who: int) -> float:
    """The most that it ever had, in MB."""
    return resource.getrusage(who).ru_maxrss / 1024


def _of_children() -> float:
    """Processor time of the children that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _timed(action: Callable[[], object]) -> float:
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def _study(path: Path, count: int) -> None:
    starter.begin(path, coder="Sara")
    with Project.open(path) as project:
        bodies = (f"خبر {number:05} " + "كلمات " * 400 for number in range(count))
        incoming = (Incoming(Document(f"a{number}", "خبر", Text(body))) for number, body in enumerate(bodies))
        taken, _ = articles.take_in(project, incoming, coder=people.acting(project))
        project.journal.commit(taken)


def _coded(package: Path, annotations: int, each: int) -> None:
    """Each article coded and done, so many steps an action."""
    with Project.open(package) as opened:
        opened.db.execute("pragma synchronous = off")  # nobody waits for this
        for number in range(annotations // SPANS):
            steps = _spans(opened, Where(f"a{number}", opened.coder))
            while some := list(islice(steps, each)):
                opened.journal.commit(change("label_span", some, label="actor", quote="كلمات", count=len(some)))


def _spans(opened: Project, where: Where) -> Iterator[Step]:
    coding = codings.coding(opened.db, where.id)
    assert coding is not None
    yield altered(coding, status="done")
    (name,) = opened.db.execute('select "text" from "article" where "id" = ?', [where.article]).fetchone()
    for number in range(SPANS):
        start = 10 + WORD * 7 * number
        yield added(Annotation(new_id(), coding.id, "actor", name, ((start, start + 5),), ("كلمات",), coding.codebook))


def _plain(package: Path, target: Path) -> None:
    """The least that anything could do: read the package's rows and log, and write them to a file with its indexes."""
    with closing(sqlite3.connect(target, isolation_level=None)) as db:
        db.execute("attach ? as there", [str(package)])
        db.execute("begin")
        schema = 'select "sql" from there."sqlite_schema" where "tbl_name" in (\'annotation\', \'edit\', \'change\') and "sql" is not null'
        for (sql,) in db.execute(schema).fetchall():
            db.execute(sql)
        for table in ("change", "edit", "annotation"):
            db.execute(f'insert into main."{table}" select * from there."{table}"')
        db.execute("commit")


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:28} {value:8.2f}")
