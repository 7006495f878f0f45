"""The queue of 10,000 articles that two coders coded, beside plain Python over the same rows; and settling by key."""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from annotator.core.changes import change
from annotator.core.models import Annotation, Article, Coder, Coding, Label, Round
from annotator.core.rows import added, to_row
from annotator.core.text import Text
from annotator.operations import bulk, overview, review
from annotator.operations.codings import Where
from annotator.operations.review import Case, Ruling
from annotator.review.queue import queue
from annotator.store.project import Project

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from annotator.core.models import Fragments

LABELS = [f"label-{number}" for number in range(9)]
BETWEEN = ("a", "b")
BODY = "كلمات " * 4_010
TEXT = Text(BODY)
SETTLED = 40  # decisions by key that are timed


def measure(articles: int = 10_000, spans: int = 50) -> dict[str, float]:
    """Milliseconds until the first case and the counts of all articles are there; plain Python's; processor time."""
    with tempfile.TemporaryDirectory() as folder, _project(Path(folder), articles, spans) as project:
        began, worked = time.perf_counter(), time.process_time()
        counts = overview.overview(project, BETWEEN)
        first = next(one for one in counts if one.count)
        case = Case(first.article, BETWEEN)
        assert len(review.work(project, case).open) == first.count
        ready, busy = time.perf_counter() - began, time.process_time() - worked
        plain, differing = _timed(lambda: _plain(project.db))
        assert sum(differing.values()) == sum(
            2 * (one.open.get("label", 0) + one.open.get("boundary", 0)) + one.open.get("missing", 0) for one in counts
        )
    return {"ready": ready * 1000, "processor": busy * 1000, "plain": plain, "open": sum(one.count for one in counts)}


def settling(spans: int = 500) -> dict[str, float]:
    """Median milliseconds from a decision to the next case, in one article: the project's part, with its commit."""
    with tempfile.TemporaryDirectory() as folder, _project(Path(folder), 1, spans) as project:
        case = Case("000000", BETWEEN)
        project.journal.commit(bulk.settle_agreed(project, [case]))
        sides = review.sides(project, case)
        compared = review.comparison(project, case)
        taken, read_again = [], []
        for found in queue(compared, review.decisions(project, case)).open[:SETTLED]:
            began = time.perf_counter()
            done = review.settle(project, case, found.id, Ruling("a", "slip"), laid=(sides, compared))
            project.journal.commit(done)
            assert found not in queue(compared, review.decisions(project, case)).open
            taken.append(time.perf_counter() - began)
            began = time.perf_counter()
            project.journal.commit(review.settle(project, case, found.id, Ruling("b", "slip")))
            review.work(project, case)
            read_again.append(time.perf_counter() - began)
    return {"kept": median(taken) * 1000, "read": median(read_again) * 1000}


def _plain(db: sqlite3.Connection) -> dict[str, int]:
    """How many spans of each article only one of the two has, by sets of rows."""
    sides: dict[str, set[tuple[str, str]]] = {}
    for coding, label, fragments in db.execute('select "coding", "label", "fragments" from "annotation"'):
        sides.setdefault(coding, set()).add((label, fragments))
    pairs: dict[str, list[str]] = {}
    for coding, article in db.execute('select "id", "article" from "coding"'):
        pairs.setdefault(article, []).append(coding)
    return {article: len(sides[a] ^ sides[b]) for article, (a, b) in pairs.items()}


def _timed(work: Callable[[], dict[str, int]]) -> tuple[float, dict[str, int]]:
    began = time.perf_counter()
    found = work()
    return (time.perf_counter() - began) * 1000, found


def _project(folder: Path, articles: int, spans: int) -> Project:
    """Two coders' work, one span in ten of them otherwise; its rows are put in without a log, to be quick."""
    project = Project.create(folder / "review.annot", title="bench")
    book = [Label(label, {"en": label}, number) for number, label in enumerate(LABELS)]
    people = [Coder(who, who, 1) for who in (*BETWEEN, "r")]
    project.journal.commit(change("begin", [TEXT, *map(added, [*book, *people, Round("main", "main")])]))
    project.coder = "r"
    chosen = random.Random(5)
    project.db.execute("begin")
    for number in range(articles):
        _put(project.db, "article", Article(f"{number:06}", "x", TEXT.hash, position=f"{number:06}"))
        for coding, rows in _coded(f"{number:06}", spans, chosen):
            _put(project.db, "coding", coding)
            for row in rows:
                _put(project.db, "annotation", row)
    project.db.execute("commit")
    return project


def _put(db: sqlite3.Connection, table: str, value: object) -> None:
    row = to_row(value)
    db.execute(f'insert into "{table}" values ({",".join("?" * len(row))})', [*row.values()])


def _coded(article: str, spans: int, chosen: random.Random) -> Iterator[tuple[Coding, list[Annotation]]]:
    """Each coder's coding with its spans, as far apart as fifty in an article of four hundred words."""
    said: dict[Fragments, str] = {}
    while len(said) < spans:
        first = chosen.randrange(8 * spans - 4)
        said[((6 * first, 6 * (first + chosen.randrange(4)) + 5),)] = chosen.choice(LABELS)
    for who in BETWEEN:
        where = Where(article, who)
        placed = said if who == "a" else dict(_otherwise(said, chosen))
        rows = [_span(where.id, chosen, fragments, label) for fragments, label in placed.items()]
        yield Coding(where.id, article, who, "main", status="done"), rows


def _otherwise(said: dict[Fragments, str], chosen: random.Random) -> Iterator[tuple[Fragments, str]]:
    for number, (fragments, label) in enumerate(said.items()):
        kind = chosen.randrange(3) if number % 10 == 0 else -1
        if kind == 0:
            yield fragments, chosen.choice(LABELS)
        elif kind == 1:
            yield ((fragments[0][0], fragments[0][1] + 6),), label
        elif kind == -1:
            yield fragments, label


def _span(coding: str, chosen: random.Random, fragments: Fragments, label: str) -> Annotation:
    name = f"{chosen.getrandbits(80):020x}"
    return Annotation(name, coding, label, TEXT.hash, fragments, TEXT.quotes(fragments))


if __name__ == "__main__":
    for name, value in {**measure(), **settling()}.items():
        print(f"{name:<16} {value:10.1f}")
