"""Make what `format_1.annot.gz`, `other_1.annot.gz` and `plain_1.annot.gz` hold, by the program of that format (last in commit 596cfb1).

The first has what such a file can have: two coders, spans, values, links, notes, statements with slots of every sort
(one of them called as an article variable is), one that was taken away with its article, and a log with undo and redo.
The second is a copy of it in which a third coder went on, with slots, choices and a kind of statement of their own; the
third is as new. Give the folder to make them in.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from annotator.operations import annotations, articles, exchange, history, people, starter
from annotator.operations.codings import Where
from annotator.store.project import Project

BODY = "دمشق - سانا: قال ”الناطق“ 😀 إن الوزير Ivanov زار حلب.\nوأضاف أن الزيارة انتهت أمس."


def span(label: str, start: int, end: int, **more: object) -> dict[str, object]:
    return {"label": label, "start": start, "end": end, **more}


def line(coder: str) -> dict[str, object]:
    spans = [
        span("quotation", 26, 33, id=f"q-{coder}", attributes={"quotation.type": "direct"}),
        span("source", 16, 24, id=f"s-{coder}", notes=[{"id": f"n-{coder}", "body": "من هو؟"}]),
        span("actor", 35, 49 if coder == "a" else 41, id=f"p-{coder}"),
    ]
    return {
        "id": "art-1",
        "title": "زيارة",
        "text": BODY,
        "annotations": spans,
        "relations": [{"id": f"r-{coder}", "label": "says", "from": f"q-{coder}", "to": f"s-{coder}"}],
        "statements": [
            {
                "id": f"t-{coder}",
                "type": "claim",
                "slots": {
                    "person": {"annotation": f"s-{coder}"},
                    "about": {"actor": "الوزير"},
                    "agreement": coder == "a",
                    "strength": 3,
                    "tags": ["زيارة", coder],
                    "tone": "negative",
                    "nothing": None,
                },
            },
            {"id": f"u-{coder}", "type": "claim", "slots": {"person": "الناطق", "about": {"annotation": f"p-{coder}"}}},
        ],
        "variables": [{"name": "tone", "value": "neutral" if coder == "a" else "negative"}],
    }


def main(folder: Path) -> None:
    starter.begin(folder / "plain_1.annot", coder="سارة")
    starter.begin(folder / "format_1.annot", coder="سارة")
    lines = folder / "lines.jsonl"
    with Project.open(folder / "format_1.annot") as project:
        for coder, name in (("a", "سارة"), ("b", "عمر")):
            lines.write_text(json.dumps(line(coder), ensure_ascii=False) + "\n", encoding="utf-8")
            report = exchange.import_files(project, [lines], coder=people.acting(project, name))
            if report.refused:
                raise SystemExit(str(report.refused))
        other = {"id": "art-2", "text": "خبر آخر", "statements": [{"type": "claim", "slots": {"agreement": False}}]}
        lines.write_text(json.dumps(other, ensure_ascii=False) + "\n", encoding="utf-8")
        exchange.import_files(project, [lines], coder=people.acting(project, "سارة"))
        commit = project.journal.commit
        commit(articles.remove_articles(project, ["art-2"]))
        commit(annotations.label_span(project, Where("art-1", project.coder), "cue", ((13, 16),)))
        history.undo(project)
        history.redo(project)
    shutil.copy(folder / "format_1.annot", folder / "other_1.annot")
    go_on(folder / "other_1.annot", lines)
    lines.unlink()


def go_on(path: Path, lines: Path) -> None:
    slots = {"agreement": True, "tags": ["زيارة", "c"], "strength": "كثيرا", "place": "حلب"}
    told = [
        {"id": "v-c", "type": "claim", "slots": slots},
        {"id": "w-c", "type": "denial", "slots": {"person": "الوزير"}},
    ]
    one = {"id": "art-3", "title": "ثالث", "text": "خبر ثالث", "statements": told}
    lines.write_text(json.dumps(one, ensure_ascii=False) + "\n", encoding="utf-8")
    with Project.open(path) as project:
        exchange.import_files(project, [lines], coder=people.acting(project, "ليلى"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
