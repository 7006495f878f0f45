"""Files in and out from the command line, what can be read and written, and the coded segments in context."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator import messages
from annotator.cli.call import Call, Failed, common
from annotator.cli.program import Command
from annotator.cli.voice import in_columns, in_context
from annotator.core.errors import AnnotatorError
from annotator.operations import exchange as operations
from annotator.operations import people
from annotator.operations.selection import ALL, Selection, documents, selected
from annotator.operations.split import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.cli.voice import Voice
    from annotator.formats.records import AnnotationRecord, Document, Refused, Warned
    from annotator.operations.exchange import ExportReport, Import
    from annotator.operations.intake import Report

_PATH = click.Path(readable=False, path_type=Path)
_PROJECT = click.argument("project", type=_PATH)
_CONTEXT = 60  # code points before and after a segment
_PLACES = {"articles": {"file", "article"}, "annotations": {"annotation"}}


@click.command("import", cls=Command)
@_PROJECT
@click.argument("files", type=_PATH, nargs=-1, required=True, metavar="PATH")
@click.option("--format", "form", default="", metavar="KEY")
@click.option("--encoding", default="", metavar="NAME")
@click.option("--as", "coder", default="", metavar="CODER")
@click.option("--strict", is_flag=True)
@common
@click.pass_obj
def take(call: Call, /, project: Path, files: tuple[Path, ...], **more: Any) -> None:
    """Take articles in."""
    options = operations.ImportOptions(more["form"], more["encoding"], strict=more["strict"])
    with call.writing(project) as opened, call.voice.progress(call.voice.words("import.progress")) as progress:
        person = people.acting(opened, more["coder"])
        found = operations.taking(opened, files, options, coder=person, progress=progress)
        opened.coder = person.id
        try:
            opened.journal.commit(found.change)
        except AnnotatorError as error:
            _tell(call.voice, found.report)
            raise Failed(error, **_taken(call.voice, found, done=False)) from error
    told = _taken(call.voice, found, done=True)
    _tell(call.voice, found.report)
    call.voice.result(told, _taken_lines(call.voice, told))


def _taken(voice: Voice, found: Import, *, done: bool) -> dict[str, Any]:
    """What became of an import, as `--json` gives it; of one that failed nothing was added."""
    report = found.report
    refused = {
        kind: [_refused(voice, one) for one in report.refused if one.what in kinds] for kind, kinds in _PLACES.items()
    }
    doubtful: list[Refused | Warned] = [*report.warnings, *(one for one in report.refused if one.what == "other")]
    return {
        "format": found.formats,
        "articles": {
            "added": report.articles_added if done else 0,
            "known": report.articles_known if done else 0,
            "refused": refused["articles"],
        },
        "annotations": {
            "added": report.annotations_added if done else 0,
            "known": report.annotations_known if done else 0,
            "refused": refused["annotations"],
        },
        "labels": {"added": len(report.labels_added) if done else 0, "ids": report.labels_added if done else []},
        "warnings": [_line(voice, one) for one in doubtful],
    }


def _refused(voice: Voice, one: Refused) -> dict[str, Any]:
    return {"path": one.path, "where": one.where, "why": messages.say(one.why, voice.language), "key": one.why.key}


def _line(voice: Voice, one: Refused | Warned) -> str:
    place = f" ({messages.isolate(one.where)})" if one.where else ""
    return f"{messages.isolate(one.path)}{place}: {messages.say(one.why, voice.language)}"


def _tell(voice: Voice, report: Report) -> None:
    told: list[Refused | Warned] = [*report.warnings, *report.refused]
    for one in told:
        voice.note(_line(voice, one))


def _taken_lines(voice: Voice, told: dict[str, Any]) -> Iterator[str]:
    for kind in ("articles", "annotations"):
        counts = told[kind]
        yield voice.words(
            f"import.{kind}", added=counts["added"], known=counts["known"], refused=len(counts["refused"])
        )
    if told["labels"]["added"]:
        yield voice.words("import.labels", names=", ".join(map(messages.isolate, told["labels"]["ids"])))


_WHOSE = click.option("--whose", default=ALL, metavar="CODER|all|settled")
_ROUND = click.option("--round", "round_", default="", metavar="NAME")
_LABEL = click.option("--label", default="", metavar="LABEL")
_OUTLET = click.option("--outlet", default="", metavar="NAME")


@click.command("export", cls=Command)
@_PROJECT
@click.argument("out", type=_PATH)
@click.option("--format", "form", required=True, metavar="KEY")
@_WHOSE
@_ROUND
@_LABEL
@_OUTLET
@click.option("--from", "since", default="", metavar="DATE")
@click.option("--to", "until", default="", metavar="DATE")
@click.option("--pseudonyms", is_flag=True)
@click.option("--cells", type=click.Choice(["excel", "exact"]), default="excel")
@click.option("--split", default="", metavar="NAME=SHARE,…")
@click.option("--seed", type=int, default=0)
@common
@click.pass_obj
def export(call: Call, /, project: Path, out: Path, **more: Any) -> None:
    """Write a data set."""
    chosen = Selection(
        more["whose"],
        more["round_"],
        more["label"],
        more["outlet"],
        more["since"],
        more["until"],
        pseudonyms=more["pseudonyms"],
    )
    split = parsed(more["split"]) if more["split"] else None
    options = operations.ExportOptions(more["form"], chosen, split, more["seed"], more["cells"])
    with call.reading(project) as opened, call.voice.progress(call.voice.words("export.progress")) as progress:
        report = operations.export(opened, out.absolute(), options, progress=progress)
    call.voice.result(_written(report), _written_lines(call.voice, report))


def _written(report: ExportReport) -> dict[str, Any]:
    return {
        "files": [str(file) for file in report.files],
        "articles": report.articles,
        "annotations": report.annotations,
        "losses": [{"kind": loss.kind, "count": loss.count, "examples": list(loss.examples)} for loss in report.losses],
    }


def _written_lines(voice: Voice, report: ExportReport) -> Iterator[str]:
    yield from (str(file) for file in report.files)
    yield voice.words("export.counts", articles=report.articles, annotations=report.annotations)
    for loss in report.losses:
        key = f"loss.{loss.kind}"
        yield voice.words(key, count=loss.count) if voice.has(key) else f"{loss.kind}: {loss.count}"


@click.command("formats", cls=Command)
@common
@click.pass_obj
def formats(call: Call) -> None:
    """List the formats."""
    found: list[dict[str, Any]] = [
        {
            "key": form.key,
            "title": form.title.get(call.voice.language, form.key),
            "suffixes": list(form.suffixes),
            "folder": form.folder,
            "reads": form.read is not None,
            "writes": form.write is not None,
            "offsets": form.offsets,
            "overlap": form.overlap,
            "discontinuous": form.discontinuous,
            "relations": form.relations,
            "attributes": form.attributes,
            "notes": form.notes.get(call.voice.language, ""),
        }
        for form in operations.all_formats()
    ]
    yes_no = {True: call.voice.words("yes"), False: "—"}
    head = tuple(call.voice.words(f"formats.{name}") for name in ("key", "reads", "writes", "title"))
    rows = [
        (str(one["key"]), yes_no[bool(one["reads"])], yes_no[bool(one["writes"])], str(one["title"])) for one in found
    ]
    call.voice.result({"formats": found}, in_columns([head, *rows]))


@click.command("segments", cls=Command)
@_PROJECT
@_LABEL
@_WHOSE
@_OUTLET
@_ROUND
@common
@click.pass_obj
def segments(call: Call, project: Path, label: str, whose: str, outlet: str, round_: str) -> None:
    """List coded segments in context."""
    chosen = Selection(whose, round_, label, outlet)
    with call.reading(project) as opened:
        found = [
            _segment(document, span)
            for document in documents(opened, chosen, selected(opened, chosen))
            for span in document.annotations
        ]
    call.voice.result({"segments": found}, map(_segment_line, found))


def _segment(document: Document, span: AnnotationRecord) -> dict[str, Any]:
    body, start, end = document.text.body, span.start, span.end
    named = (actor for actor in document.actors if actor.id in span.attributes.values())
    actor = next((next(filter(None, one.names.values())) for one in named), "")
    return {
        "article": document.id,
        "title": document.title,
        "id": span.id,
        "label": span.label,
        "actor": actor,
        "who": span.whose.who,
        "who_id": span.whose.who_id,
        "round": span.whose.round,
        "kind": span.whose.kind,
        "start": start,
        "end": end,
        "text": body[start:end],
        "fragments": [list(fragment) for fragment in span.fragments],
        "before": body[max(start - _CONTEXT, 0) : start],
        "after": body[end : end + _CONTEXT],
    }


def _segment_line(one: dict[str, Any]) -> str:
    actor = f" ({messages.isolate(one['actor'])})" if one["actor"] else ""
    place = f"{messages.isolate(one['title'])} {one['start']}-{one['end']}"
    head = f"{place} {one['label']}{actor}, {messages.isolate(one['who'])}"
    return f"{head}\n    {in_context(one['before'], one['text'], one['after'])}"
