"""A table with one row a coded span: its article's metadata, its words in context, its attributes. Written only."""

from __future__ import annotations

import codecs
import csv
import json
import tempfile
from typing import TYPE_CHECKING, Any, BinaryIO

from annotator.formats import Format, WriteOptions
from annotator.formats.records import AnnotationRecord, Document, Losses, Tally, verified

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COLUMNS = (
    *("article_id", "title", "annotation_id", "label", "who", "who_id", "round", "kind"),
    *("start", "end", "text", "before", "after", "fragments", "notes", "head"),
)
_FORMULA = tuple("=+-@\t\r＝＋－＠")  # a cell that begins with one of these is run by a spreadsheet
_LONGEST_CELL = 32_767  # what a spreadsheet keeps of a cell


def write(documents: Iterable[Document], sink: BinaryIO, options: WriteOptions) -> Losses:
    """A header, then one row a span; UTF-8 with BOM, comma, CR LF. Raises what `records.verify` raises.

    Metadata columns are called `meta.KEY` and attributes `attribute.KEY`, for each key that any row has.
    """
    tally = Tally()
    more: set[str] = set()
    with tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n") as spool:  # nameless: it cannot stay behind
        for document in verified(documents):
            _count_losses(document, tally)
            for row in _rows(document, options.context):
                more |= row.keys() - set(_COLUMNS)
                spool.write(f"{json.dumps(row)}\n")
        spool.seek(0)
        columns = (*_COLUMNS, *sorted(more))
        sink.write(codecs.BOM_UTF8)
        table = csv.writer(codecs.getwriter("utf-8")(sink))
        table.writerow(columns)
        for line in spool:
            row = json.loads(line)
            table.writerow([_cell(row.get(column, ""), options, tally) for column in columns])
    return tally.losses()


def _rows(document: Document, context: int) -> Iterator[dict[str, Any]]:
    meta = {f"meta.{key}": value for key, value in document.meta.items()}
    for annotation in document.annotations:
        yield {**_span(document, annotation, context), **meta, **_attributes(document, annotation)}


def _attributes(document: Document, annotation: AnnotationRecord) -> dict[str, Any]:
    """One cell each; an actor is named, and beside it stands the actor's id."""
    actors = {actor.id: next(filter(None, actor.names.values()), "") for actor in document.actors}
    cells: dict[str, Any] = {}
    for key, value in annotation.attributes.items():
        if isinstance(value, str) and value in actors:
            cells |= {f"attribute.{key}": actors[value], f"attribute.{key}.id": value}
        else:
            cells[f"attribute.{key}"] = _plain(value)
    return cells


def _span(document: Document, annotation: AnnotationRecord, context: int) -> dict[str, Any]:
    body, start, end = document.text.body, annotation.start, annotation.end
    return {
        "article_id": document.id,
        "title": document.title,
        "annotation_id": annotation.id,
        "label": annotation.label,
        "who": annotation.whose.who,
        "who_id": annotation.whose.who_id,
        "round": annotation.whose.round,
        "kind": annotation.whose.kind,
        "start": start,
        "end": end,
        "text": body[start:end],
        "before": _from_a_word(body[max(start - context, 0) : start], cut=start > context),
        "after": body[end : end + context],
        "fragments": ";".join(f"{first}-{last}" for first, last in annotation.fragments),
        "notes": "\n".join(note.body for note in annotation.notes),
        "head": ";".join(f"{first}-{last}" for first, last in annotation.head),
    }


def _from_a_word(before: str, *, cut: bool) -> str:
    """Context that was cut begins after its first space, so that it does not begin inside a word."""
    return before[before.find(" ") + 1 :] if cut else before


def _plain(value: Any) -> str | int | float:
    """An attribute's value as one cell: choices joined, yes and no as JSON has them."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return " | ".join(value)
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return value
    return json.dumps(value, ensure_ascii=False)


def _cell(value: Any, options: WriteOptions, tally: Tally) -> Any:
    if options.cells == "exact" or not isinstance(value, str):
        return value
    if value.startswith(_FORMULA):
        tally.add("cells_guarded", value[:80])
        value = f"'{value}"
    if len(value) > _LONGEST_CELL:
        tally.add("cells_too_long", value[:80])
    return value


def _count_losses(document: Document, tally: Tally) -> None:
    name = document.title or document.id
    for kind in ("relations", "statements", "variables", "notes", "parts"):
        tally.add(f"{kind}_left_out", name, times=len(getattr(document, kind) or ()))
    if not document.annotations:
        tally.add("articles_without_spans", name)


FORMAT = Format(
    key="csv",
    title={"ar": "جدول CSV، صفّ لكل مقطع", "en": "CSV table, one row a segment"},
    suffixes=(".csv",),
    write=write,
    offsets="codepoint",
    overlap=True,
    discontinuous=True,
    attributes=True,
    notes={
        "ar": "يحوي المقاطع لا المقالات كاملة، فلا يُقرأ منه. تُحمى الخلايا التي قد تُشغَّل معادلاتٍ بفاصلة عليا.",
        "en": "It holds segments, not whole articles, so it is not read back. A cell that a spreadsheet would run "
        "as a formula is guarded by an apostrophe.",
    },
)
