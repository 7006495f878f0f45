"""The table: one row a span, read back by the standard library, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import os
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import AnnotatorError
from annotator.formats import WriteOptions
from annotator.formats.csv_table import write
from annotator.formats.records import ActorRecord, AnnotationRecord, Document, Loss, Losses, PartRecord
from tests.formats.documents import FIRST, documents, project

NEEDED = ["article_id", "title", "annotation_id", "label", "who", "round", "start", "end", "text", "before", "after"]


def table(made: list[Document], cells: Any = "excel", context: int = 60) -> tuple[list[dict[str, str]], Losses]:
    sink = io.BytesIO()
    losses = write(made, sink, WriteOptions(cells=cells, context=context))
    assert sink.getvalue().startswith(b"\xef\xbb\xbf")
    assert not sink.closed
    csv.field_size_limit(10_000_000)
    return list(csv.DictReader(io.StringIO(sink.getvalue().decode("utf-8-sig"), newline=""))), losses


def test_columns_and_losses() -> None:
    rows, losses = table(project("ar"))
    assert [name for name in rows[0] if name in NEEDED] == NEEDED
    assert {"meta.outlet", "meta.date", "attribute.actor", "attribute.targets", "fragments", "kind"} <= set(rows[0])
    assert [(row["annotation_id"], row["fragments"]) for row in rows] == [
        ("s1", "16-27"), ("s2", "32-37"), ("s3", "48-52;86-97"), ("s4", "60-64"),
    ]  # fmt: skip
    by_id = {row["annotation_id"]: row for row in rows}
    assert (by_id["s4"]["kind"], by_id["s2"]["who"], by_id["s2"]["round"]) == ("settled", "coder 2", "pilot")
    assert (by_id["s3"]["attribute.targets"], by_id["s3"]["attribute.direct"]) == ("staff | firm", "true")
    assert losses == Losses(
        (
            Loss("articles_without_spans", 1, ("عاجل",)),
            Loss("cells_guarded", 6, ("=تهديد\tلتويتر", "-", "=أهي استعارة؟")),
            Loss("notes_left_out", 1, ("=تهديد\tلتويتر",)),
            Loss("relations_left_out", 1, ("=تهديد\tلتويتر",)),
            Loss("statements_left_out", 1, ("=تهديد\tلتويتر",)),
            Loss("variables_left_out", 1, ("=تهديد\tلتويتر",)),
        )
    )


def test_an_actor_is_named_and_a_head_stands_in_its_column_and_parts_are_lost() -> None:
    document = project("en")[0]
    span = replace(document.annotations[0], attributes={"who": "d", "said": "x"}, head=((14, 18),))
    actor = ActorRecord("d", {"ar": "", "en": "Minister"})
    rows, losses = table([replace(document, annotations=(span,), actors=(actor,), parts=(PartRecord("lead", 0, 3),))])
    named = {name: value for name, value in rows[0].items() if name.startswith("attribute.")}
    assert named == {"attribute.who": "Minister", "attribute.who.id": "d", "attribute.said": "x"}
    assert rows[0]["head"] == "14-18"
    assert losses == Losses((Loss("parts_left_out", 1, ("Minister",)),))


@given(st.lists(documents(), max_size=3), st.integers(0, 9))
def test_exact_cells_hold_what_the_text_holds(made: list[Document], context: int) -> None:
    rows, losses = table(made, "exact", context)
    assert len(rows) == sum(len(d.annotations) for d in made)
    bodies = {(d.id, a.id, a.label): d.text.body for d in made for a in d.annotations}
    for row in rows:
        body = bodies[row["article_id"], row["annotation_id"], row["label"]] if len(made) == 1 else None
        if body is None:
            continue
        start, end = int(row["start"]), int(row["end"])
        assert row["text"] == body[start:end]
        assert body[:start].endswith(row["before"])
        assert body[end:].startswith(row["after"])
        assert len(row["before"]) <= context
        assert len(row["after"]) == min(context, len(body) - end)
    assert not {loss.kind for loss in losses.items} & {"cells_guarded", "cells_too_long"}


@given(st.lists(documents(), max_size=2))
def test_no_cell_runs_as_a_formula(made: list[Document]) -> None:
    rows, _ = table(made)
    for row in rows:
        for name, cell in row.items():
            assert not cell.startswith(tuple("=+-@\t\r＝＋－＠")) or (
                name.startswith("attribute.") and cell.lstrip("-").isdigit()
            )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_each_dangerous_start_is_guarded_and_can_be_had_exactly(start: str) -> None:
    document = replace(project("en")[0], title=f"{start}1+1")
    assert {row["title"] for row in table([document])[0]} == {f"'{start}1+1"}
    assert {row["title"] for row in table([document], "exact")[0]} == {f"{start}1+1"}
    assert {row["title"] for row in table([replace(document, title=f"a{start}1")])[0]} == {f"a{start}1"}


def test_context_does_not_begin_inside_a_word() -> None:
    (document,) = project("en")
    row = next(row for row in table([document], context=12)[0] if row["annotation_id"] == "s2")
    assert (row["before"], row["text"], row["after"]) == ('pay," the ', "minister", " said.\n-- mo")


def test_a_cell_longer_than_a_spreadsheet_keeps_is_said_and_written_whole() -> None:
    (document,) = project("en")
    body = "س" * 40_000
    long = replace(
        document,
        text=type(document.text)(body),
        annotations=(AnnotationRecord("s", "x", FIRST, ((0, 40_000),), (body,)),),
    )
    rows, losses = table([long])
    assert len(rows[0]["text"]) == 40_000
    assert losses.items == (Loss("cells_too_long", 1, ("س" * 80,)),)


def test_a_wrong_quote_writes_nothing() -> None:
    (document,) = project("en")
    wrong = replace(document, annotations=(replace(document.annotations[0], quotes=("They  will pay",)),))
    sink = io.BytesIO()
    with pytest.raises(AnnotatorError) as error:
        write([document, wrong], sink, WriteOptions())
    assert error.value.key == "quote_mismatch"
    assert sink.getvalue() == b""


def test_nothing_stays_in_the_folder_for_temporary_files(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    seen: list[str] = []

    def watched() -> Any:
        for document in project("ar"):
            yield document
            seen.extend(path.name for path in tmp_path.iterdir())

    write(watched(), io.BytesIO(), WriteOptions())
    assert list(tmp_path.iterdir()) == []
    assert seen == [] or os.name == "nt"
