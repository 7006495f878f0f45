"""What we write, as pandas reads it: every quote equals the text at its offsets."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.formats import WriteOptions, csv_table, jsonl
from tests.formats.documents import project

pytestmark = pytest.mark.interop


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = project("ar") + project("en")
    with (tmp_path / "x.jsonl").open("wb") as sink:
        jsonl.write(made, sink, WriteOptions())
    with (tmp_path / "x.csv").open("wb") as sink:
        csv_table.write(made, sink, WriteOptions(cells="exact"))
    return tmp_path


def test_jsonl(folder: Path) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_json(folder / "x.jsonl", lines=True, dtype=False)
    assert list(frame["id"]) == ["a1", "a2", "e1"]
    seen = 0
    for article in frame.itertuples():
        for annotation in article.annotations:
            assert annotation["text"] == article.text[annotation["start"] : annotation["end"]]
            assert annotation["quotes"] == [article.text[start:end] for start, end in annotation["fragments"]]
            seen += 1
    assert seen == 7


def test_csv(folder: Path) -> None:
    pandas = pytest.importorskip("pandas")
    texts = {document.id: document.text.body for document in project("ar") + project("en")}
    frame = pandas.read_csv(folder / "x.csv", dtype={"title": str, "attribute.stance": str})
    assert frame.columns[0] == "article_id"
    assert len(frame) == 7
    for row in frame.itertuples():
        body = texts[row.article_id]
        assert row.text == body[row.start : row.end]
        assert body[: row.start].endswith(row.before)
        assert body[row.end :].startswith(row.after if isinstance(row.after, str) else "")
        pieces = [tuple(map(int, piece.split("-"))) for piece in row.fragments.split(";")]
        assert (pieces[0][0], pieces[-1][1]) == (row.start, row.end)
