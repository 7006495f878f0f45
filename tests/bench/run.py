"""Every figure that is promised, measured against something plain in the same run: a table, and a JSON file on request.

    python3 run.py bench [--json FILE] [--only PART]

A row is {name, value, unit, beside, ratio, limit, ok}: `beside` is what `ratio` compares with, `limit` what is promised
of the value or, where `beside` is given, of the ratio. Nothing here fails a build; times belong to one run on one machine.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]


@dataclass(frozen=True, slots=True)
class Row:
    """One promise and what was measured."""

    name: str
    value: float
    unit: str
    beside: float | None
    ratio: float | None
    limit: float | None
    ok: bool


def at_most(name: str, value: float, unit: str, limit: float) -> Row:
    """A value that must not pass its limit."""
    return Row(name, round(value, 3), unit, None, None, limit, value <= limit)


def times(name: str, value: float, unit: str, beside: float, limit: float) -> Row:
    """A value that must not pass so many times what stands beside it."""
    ratio = value / beside if beside else float("inf")
    return Row(name, round(value, 3), unit, round(beside, 3), round(ratio, 2), limit, ratio <= limit)


def told(name: str, value: float, unit: str, beside: float | None = None) -> Row:
    """A figure that nothing is promised of."""
    return Row(
        name, round(value, 3), unit, beside and round(beside, 3), beside and round(value / beside, 2), None, ok=True
    )


def rows(only: str) -> Iterator[Row]:
    """Run the part of this name, or all of them, one after the other."""
    for name, part in PARTS.items():
        if only in {"", name}:
            yield from part()


def start() -> Iterator[Row]:
    """Start to first paint, and memory, beside a bare PySide6 window."""
    import start as measured

    found = measured.measure()
    yield times("start to first paint of the sample, beside a hello window", found["ours"], "ms", found["hello"], 2.0)
    yield told("memory with the sample open, beside a hello window", found["ours_mb"], "MB", found["hello_mb"])


def surface() -> Iterator[Row]:
    """The reading surface, to the end of the paint event."""
    import surface as measured
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    many = measured.p95(measured.change_marks(10_000))
    yield at_most("add, relabel, remove a span until painted, 10,000 spans, p95", many, "ms", 8)
    few, many = (measured.median(measured.change_marks(count, paragraph=10)) for count in (10, 10_000))
    yield times("the same, median, as thick where the hand is: 10,000 spans beside 10", many, "ms", few, 1.5)
    yield at_most("hover, 10,000 spans, p95", measured.p95(measured.hover(10_000)), "ms", 8)
    yield at_most("drag step, 10,000 spans, p95", measured.p95(measured.drag(10_000)), "ms", 8)
    yield at_most("scroll frame, 10,000 spans, p95", measured.p95(measured.scroll(10_000)), "ms", 8)
    yield at_most("open 1,000 words with 100 spans, p95", measured.p95(measured.opening(1_000, 100)), "ms", 30)
    yield at_most("open 500,000 words with 10,000 spans, CPU", measured.p95(measured.opening_cpu()), "ms", 200)
    del app


def window() -> Iterator[Row]:
    """A key press in the whole window until its paint, commit apart."""
    import window as measured

    many = measured.acting(10_000, paragraph=60)
    yield at_most("a label's key until painted, whole window, 10,000 spans, p95, commit apart", many, "ms", 8)
    few, many = (measured.median(measured.timings(count)) for count in (10, 10_000))
    yield times("the same, median, as thick where the hand is: 10,000 spans beside 10", many, "ms", few, 1.5)


def store() -> Iterator[Row]:
    """Commits beside raw SQLite, and memory over big imports."""
    import store as measured

    with tempfile.TemporaryDirectory() as folder:
        found = measured.commit_beside_sqlite(Path(folder))
    ours, raw = found["commit_ms"], found["sqlite_ms"]
    yield times("one action committed, beside a raw SQLite insert of the same durability", ours, "ms", raw, 2.0)
    with tempfile.TemporaryDirectory() as folder:
        found = measured.many_spans(Path(folder))
    yield at_most("undo of an action of 5,000 spans, among 100,000 in 10,000 articles", found["undo"], "ms", 150)
    yield told("the action itself, committed", found["commit"], "ms")
    yield told("undo of the removal of 5,000 spans", found["undo of removal"], "ms")
    few, many = measured.flat().values()
    yield at_most(
        "memory added by an import of 100,000 articles, above one of 10,000", _more(many, few, "import"), "MB", 16
    )
    yield at_most("memory added by its undo, above the undo of 10,000", _more(many, few, "undo"), "MB", 16)
    yield told("import of 100,000 articles through the journal alone", many["import_s"], "s")
    yield told("undo of 100,000 articles", many["undo_s"], "s")


def _more(many: dict[str, float], few: dict[str, float], step: str) -> float:
    return many[f"{step}_mib"] - few[f"{step}_mib"]


def exchange() -> Iterator[Row]:
    """100,000 short articles in from a file, taken back, done again, and out."""
    import exchange as measured

    found = measured.measure(100_000)
    for step in ("import", "undo", "redo", "export"):
        yield at_most(f"{step} of 100,000 articles: memory added", found[f"{step} MB"], "MB", 32)
        yield told(f"{step} of 100,000 articles", found[f"{step} s"], "s")


def picker() -> Iterator[Row]:
    """A label among 2,000: from the key to the first list, the very first time too, and from a letter to its list."""
    import picker as measured

    found = measured.timings()
    yield at_most(
        "picker with 2,000 labels, key to first list on the screen, the first time", found["open"][0], "ms", 30
    )
    yield at_most("the same, median of 12", measured.median(found["open"]), "ms", 30)
    yield told("a letter to its list, median of 12", measured.median(found["letter"]), "ms")


def search() -> Iterator[Row]:
    """Every occurrence of a name over the whole project."""
    import search as measured

    found = measured.measure()
    yield at_most(
        "every occurrence of a name in 10,000 articles of 400 words, about 2,000 of them", found["every"], "ms", 1000
    )
    yield times(
        "the same, beside a plain scan: each folded key read from the derived file, the name's letters counted in it",
        found["every"],
        "ms",
        found["plain"],
        2.0,
    )
    yield told("every occurrence in one article", found["one article"], "ms")
    yield told("the derived file of 10,000 folded texts, made from nothing", found["cold"], "ms")
    yield told("folding, thousands of characters a millisecond", found["fold"], "")


def agreement() -> Iterator[Row]:
    """Two coders, 10,000 articles, 50 spans each: processor time, beside plain Python from the same spans in memory."""
    import agreement as measured

    found = measured.measure()
    for key, name in (
        ("exact", "exact F1 over all and of each label, beside set intersections over all"),
        ("relaxed", "relaxed F1, beside a bit a character for each label"),
        ("kappa", "token kappa over sets of labels and of each label, beside a bit a token for each label"),
    ):
        yield times(f"{name}, 2 x 10,000 articles x 50 spans", found[key], "ms", found[f"{key}, plain"], 3.0)
    yield told(
        "the words of 1,000 articles found, each the seed of 499 words, its words met before", found["words"], "ms"
    )
    yield told("all figures of 500 of these articles, without intervals", found["figures"], "ms")
    yield told("the same with all intervals, each by 1,000 drawings", found["intervals"], "ms")


def review() -> Iterator[Row]:
    """The queue of two coders over 10,000 articles with 50 spans each, and settling one difference after the other."""
    import review as measured

    found = measured.measure()
    yield at_most(
        "review: the counts of 10,000 articles x 50 spans x 2 coders, one in ten otherwise, and the first case",
        found["ready"],
        "ms",
        2000,
    )
    yield told(
        "the same in processor time, beside plain Python's sets of the same rows",
        found["processor"],
        "ms",
        found["plain"],
    )
    found = measured.settling()
    yield at_most("settling one of 500 spans until the next case is known, with its commit", found["kept"], "ms", 50)
    yield told("the same, both codings read and compared anew, as the command line does", found["read"], "ms")


def reviewing() -> Iterator[Row]:
    """Settling in the whole window, two coders with 500 spans each in the article, commit and all."""
    import reviewing as measured

    for articles in (20, 10_000):
        taken = measured.settling(articles).painted
        name = f"a difference settled by key until the next is painted, 2 x 500 spans, a round of {articles:,} articles"
        yield at_most(f"{name}, median", measured.median(taken), "ms", 50)
        yield told("the same, p95", measured.p95(taken), "ms")
    yield told(
        "on to the next difference by key until it is painted", measured.median(measured.stepping().painted), "ms"
    )


def merging() -> Iterator[Row]:
    """A copy with 100,000 spans more, looked at, merged, taken back."""
    import merging as measured

    with tempfile.TemporaryDirectory() as folder:
        found = measured.merging(Path(folder))
    yield at_most("a copy with 100,000 new spans merged, from opening it to the commit", found["all_s"], "s", 10)
    yield told("of that, looking at what would come", found["look_s"], "s")
    yield told("undo of it", found["undo_s"], "s")
    yield told("memory added", found["memory_mib"], "MB")


def travel() -> Iterator[Row]:
    """A package with 100,000 annotations comes back: read by the child, looked at, joined, committed."""
    import travel as measured

    for each, how in ((measured.SPANS, "an article at once"), (1, "each an action of its own")):
        found = measured.measure(each=each)
        beside = found["plain SQLite"]
        name = f"taking back 100,000 annotations, {how}"
        yield at_most(f"{name}, from the file to the commit", found["take back"], "s", 10.0)
        yield told("of that, until what came back is counted and shown", found["look"], "s")
        yield told("processor time, beside plain SQLite writing the same rows and log", found["processor"], "s", beside)
        yield told("of that, in the child that reads it", found["processor of the child"], "s")
        yield told("taking it back again, which adds nothing", found["take back again"], "s")
        yield told("memory of this process, and what was there before", found["memory"], "MB", found["memory before"])
        yield told("memory of the child", found["memory of the child"], "MB")
    yield told("handing 2,000 articles over", found["hand over"], "s")


PARTS: dict[str, Callable[[], Iterator[Row]]] = {
    "start": start,
    "surface": surface,
    "window": window,
    "store": store,
    "exchange": exchange,
    "picker": picker,
    "search": search,
    "agreement": agreement,
    "reviewing": reviewing,
    "review": review,
    "merging": merging,
    "travel": travel,
}


def main() -> int:
    """Measure, print as it goes, write the JSON file if asked."""
    parser = argparse.ArgumentParser(prog="run.py bench")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--only", default="", choices=PARTS, metavar="PART", help=f"one part alone: {', '.join(PARTS)}")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHONPATH"] = str(ROOT)  # for the parts that measure a process of its own
    done = []
    print(f"{'':2} {'value':>10}     {'beside':>10} {'ratio':>6} {'limit':>6}")
    for row in rows(options.only):
        beside = "" if row.beside is None else f"{row.beside:.2f}"
        ratio, limit = ("" if figure is None else f"{figure:g}" for figure in (row.ratio, row.limit))
        print(
            f"{'ok' if row.ok else '!!'} {row.value:10.2f} {row.unit:3} {beside:>10} {ratio:>6} {limit:>6}  {row.name}",
            flush=True,
        )
        done.append(asdict(row))
    if options.json:
        options.json.write_text(json.dumps({"rows": done}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
