"""Import, undo, redo and export of very many short articles: seconds, and how memory grows; as a script, a table."""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from annotator.operations import exchange, history, starter
from annotator.operations.exchange import ExportOptions
from annotator.store.project import Project

_TEXT = "لندن-سانا: كشفت صحيفة ديلي تلغراف أن مجموعة هددت باغتيال الموظفين في موقع تويتر، الخبر رقم {number}."


def lines(file: Path, count: int, prefix: str = "a") -> Path:
    """So many short articles with two spans each, in the native line format."""
    spans = [{"label": "source", "start": 11, "end": 15}, {"label": "quotation", "start": 16, "end": 40}]
    with file.open("w", encoding="utf-8") as out:
        for number in range(count):
            text = _TEXT.format(number=number)
            out.write(
                json.dumps({"id": f"{prefix}{number}", "text": text, "annotations": spans}, ensure_ascii=False) + "\n"
            )
    return file


def memory() -> float:
    """The most that this process has held so far, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def measure(count: int) -> dict[str, float]:
    """Seconds of each step over `count` articles, and MB of memory that the steps added to an open project's."""
    found: dict[str, float] = {}

    def timed(name: str, work: Callable[[], object]) -> None:
        began, before = time.perf_counter(), memory()
        work()
        found[f"{name} s"], found[f"{name} MB"] = time.perf_counter() - began, memory() - before

    with tempfile.TemporaryDirectory() as folder:
        source = lines(Path(folder) / "in.jsonl", count)
        starter.begin(Path(folder) / "p.annot")
        with Project.open(Path(folder) / "p.annot") as project:
            exchange.import_files(project, [lines(Path(folder) / "small.jsonl", 1000, "warm")])
            timed("import", lambda: exchange.import_files(project, [source]))
            timed("undo", lambda: history.undo(project))
            timed("redo", lambda: history.redo(project))
            timed("export", lambda: exchange.export(project, Path(folder) / "out.jsonl", ExportOptions("jsonl")))
        found["project file MB"] = (Path(folder) / "p.annot").stat().st_size / 1e6
    return found


if __name__ == "__main__":
    for name, value in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000).items():
        print(f"{name:<20} {value:10.2f}")
