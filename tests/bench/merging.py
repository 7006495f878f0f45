"""What merging a copy costs in which somebody set 100,000 spans."""

from __future__ import annotations

import resource
import shutil
import time
from typing import TYPE_CHECKING

from annotator.core.changes import change
from annotator.core.ids import keyed_id, new_id
from annotator.core.models import Annotation, Article, Coder, Coding, Label, Round
from annotator.core.rows import added
from annotator.core.text import Text
from annotator.operations import history, other_copy
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.core.changes import Step

BODY = "قال الوزير إن الزيارة انتهت أمس. " * 40


def merging(folder: Path, *, articles: int = 1_000, spans: int = 100) -> dict[str, float]:
    """Seconds of looking at the copy and of merging it, of undoing that, and the peak memory in MiB beside before."""
    ours, theirs = folder / "ours.annot", folder / "theirs.annot"
    with Project.create(ours, title="bench") as project:
        project.journal.commit(change("set_up", _base(articles)))
        project.act_as("c1")
    shutil.copy(ours, theirs)
    with Project.open(theirs) as project:
        for number in range(articles):
            project.journal.commit(change("label_all", _coded(number, spans)))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with Project.open(ours) as project:
        begun = time.perf_counter()
        with other_copy.opened(project, theirs) as other:
            opened = time.perf_counter()
            preview = other_copy.look(project, other)
        looked = time.perf_counter()
        project.journal.commit(other_copy.merge(project, preview))
        merged = time.perf_counter()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        history.undo(project)
        undone = time.perf_counter()
    return {
        "open_s": opened - begun,
        "look_s": looked - opened,
        "merge_s": merged - looked,
        "undo_s": undone - merged,
        "all_s": merged - begun,
        "memory_mib": (peak - before) / 1024,
    }


def _base(articles: int) -> Iterator[Step]:
    text = Text(BODY)
    yield added(Coder("c1", "x", 0))
    yield added(Label("actor", {"ar": "فاعل"}, 10, "1"))
    yield added(Round("main", "main"))
    yield text
    for number in range(articles):
        yield added(Article(f"a{number}", f"خبر {number}", text.hash, position=f"{number:06}"))


def _coded(number: int, spans: int) -> Iterator[Step]:
    text, article = Text(BODY), f"a{number}"
    coding = Coding(keyed_id("coding", article, "c1", "main", "own"), article, "c1", "main")
    yield added(coding)
    for start in range(spans):
        place = ((start * 3, start * 3 + 3),)
        yield added(Annotation(new_id(), coding.id, "actor", text.hash, place, text.quotes(place)))
