"""Files into the project and out of it, whole or not at all."""

from __future__ import annotations

import csv
import hashlib
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import AnnotatorError, MachineError
from annotator.formats.records import Whose
from annotator.operations import exchange, history, people, starter
from annotator.operations.exchange import ExportOptions, ImportOptions
from annotator.operations.selection import Selection, documents, selected
from annotator.store import overview
from annotator.store.project import Project
from tests.operations.conftest import BODY, document, span


def articles_in(file) -> list[dict]:
    return [json.loads(raw) for raw in file.read_text("utf-8").split("\n")[:-1]]


def line(**facts) -> str:
    return json.dumps({"text": BODY, **facts}, ensure_ascii=False) + "\n"


@pytest.fixture
def folder(tmp_path):
    inside = tmp_path / "ملفات"
    (inside / "داخل").mkdir(parents=True)
    (inside / "1.txt").write_bytes("﻿خبر أول 😀\r\nسطر".encode())
    (inside / "2.TXT").write_bytes("خبر عربي طويل عن الانتخابات النيابية في بيروت".encode("cp1256"))
    (inside / "داخل" / "3.jsonl").write_text(line(annotations=[{"label": "actor", "start": 0, "end": 4}]), "utf-8")
    (inside / "ignored.pdf").write_bytes(b"%PDF")
    (inside / ".hidden.txt").write_text("لا يُقرأ", "utf-8")
    return inside


def test_a_folder_comes_in_as_one_action(project, folder) -> None:
    report = exchange.import_files(project, [folder])
    assert (report.articles_added, report.annotations_added) == (3, 1)
    assert [warned.why.key for warned in report.warnings] == ["encoding_guessed"]
    history.undo(project)
    assert overview.of(project.db).articles == 0


def test_what_cannot_be_read_is_named_and_the_rest_comes_in(project, folder, tmp_path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text(line() + "{\n", "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    paths = [bad, folder, tmp_path / "empty.txt", tmp_path / "gone.txt", tmp_path / "x.pdf"]
    report = exchange.import_files(project, paths)
    assert report.articles_added == 3
    named = {refused.path: refused.why.key for refused in report.refused}
    assert named == {
        str(bad): "not_json",
        str(tmp_path / "empty.txt"): "no_text",
        str(tmp_path / "gone.txt"): "cannot_read",
        str(tmp_path / "x.pdf"): "unknown_format",
    }
    assert {refused.what for refused in report.refused} == {"file"}


def test_all_refused_is_an_error_with_its_report(project, tmp_path) -> None:
    found = exchange.taking(project, [tmp_path / "gone.txt"])
    with pytest.raises(AnnotatorError, match="nothing_taken"):
        project.journal.commit(found.change)
    assert found.report.refused[0].why.key == "cannot_read"


def test_strict(project, folder) -> None:
    (folder / "4.txt").write_bytes(b"")
    with pytest.raises(AnnotatorError, match="refused_strict"):
        exchange.import_files(project, [folder], ImportOptions(strict=True))
    assert overview.of(project.db).articles == 0


def test_a_named_format_and_encoding(project, tmp_path) -> None:
    (tmp_path / "lines.data").write_text(line(), "utf-8")
    assert exchange.import_files(project, [tmp_path / "lines.data"], ImportOptions("jsonl")).articles_added == 1
    (tmp_path / "a.txt").write_bytes("سلام".encode("utf-16-le"))
    assert exchange.import_files(project, [tmp_path], ImportOptions("txt", "utf-16-le")).articles_added == 1
    with pytest.raises(AnnotatorError, match="cannot_read_format"):
        exchange.import_files(project, [tmp_path], ImportOptions("csv"))
    with pytest.raises(AnnotatorError, match="no_such_format"):
        exchange.import_files(project, [tmp_path], ImportOptions("scroll"))


def test_progress_rises_and_cancel_leaves_nothing(project, folder) -> None:
    seen: list[float] = []
    exchange.import_files(project, [folder], progress=lambda done, _name: seen.append(done))
    assert seen == sorted(seen)
    assert 0 <= seen[0] <= seen[-1] <= 1
    history.undo(project)

    def cancel(done: float, _name: str) -> None:
        if done > 0.3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        exchange.import_files(project, [folder], progress=cancel)
    assert overview.of(project.db).articles == 0
    assert exchange.import_files(project, [folder]).articles_added == 3


def test_a_format_that_refuses_a_file_too_late_takes_nothing_in(project, tmp_path, monkeypatch) -> None:
    from annotator import plugins
    from annotator.formats import Format
    from annotator.formats.records import Refused

    def read(path, _options):
        yield document("")
        yield Refused(str(path), "2", AnnotatorError("not_json", line=2, column=1))

    late = Format(key="late", title={"en": "Late"}, suffixes=(".late",), read=read)
    monkeypatch.setattr(plugins, "load_all", lambda _group: ([late], []))
    (tmp_path / "a.late").write_text("x", "utf-8")
    with pytest.raises(AnnotatorError, match="file_changed"):
        exchange.import_files(project, [tmp_path / "a.late"])
    assert overview.of(project.db).articles == 0


def test_a_file_is_read_once_by_whatever_ways_it_is_named_and_an_empty_one_is_named(project, folder) -> None:
    (folder / "round").symlink_to(folder, target_is_directory=True)
    (folder / "none.jsonl").write_text("\n", "utf-8")
    report = exchange.import_files(project, [folder, folder / "1.txt", folder / "round"])
    assert (report.articles_added, report.articles_known) == (3, 0)
    assert [refused.why.key for refused in report.refused] == ["no_articles"]


def test_a_text_as_old_pdfs_give_it_comes_in_with_a_warning(project, tmp_path) -> None:
    plain = "قال الوزير في المدينة إن الحرب انتهت. "
    for name, words in (("plain", plain), ("reversed", (plain * 3)[::-1]), ("forms", "ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ")):
        (tmp_path / f"{name}.txt").write_text(words, "utf-8")
    (tmp_path / "lines.jsonl").write_text(line() + line(text="ﻗﺎﻝ"), "utf-8")
    report = exchange.import_files(project, [tmp_path])
    assert report.articles_added == 5
    found = {(warned.path.removeprefix(f"{tmp_path}/"), warned.where, warned.why.key) for warned in report.warnings}
    assert found == {
        ("reversed.txt", "", "looks_reversed"),
        ("forms.txt", "", "presentation_forms"),
        ("lines.jsonl", "2", "presentation_forms"),
    }
    assert exchange.import_files(project, [tmp_path]).warnings == []  # it is known already


def test_a_folder_with_nothing_to_read_and_a_link_to_itself_are_named(project, folder, tmp_path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    report = exchange.import_files(project, [tmp_path / "empty", tmp_path / "loop.txt", folder])
    assert [refused.why.key for refused in report.refused] == ["nothing_in_folder", "cannot_read"]


def test_a_folder_that_cannot_be_listed_and_a_way_that_is_closed_are_named(
    project, folder, tmp_path, monkeypatch
) -> None:
    closed, long = folder / "داخل", tmp_path / ("م" * 300)
    there, may = Path.iterdir, os.access
    monkeypatch.setattr(Path, "iterdir", lambda path: there(path if path != closed else path / "none"))
    monkeypatch.setattr(os, "access", lambda path, mode: path != closed and may(path, mode))
    report = exchange.import_files(project, [folder, long])
    assert report.articles_added == 2
    assert {refused.path: refused.why.key for refused in report.refused} == {
        str(closed): "cannot_read",
        str(long): "unknown_format",
    }


def test_whose_work_it_is(project, tmp_path) -> None:
    (tmp_path / "a.jsonl").write_text(line(annotations=[{"label": "actor", "start": 0, "end": 4}]), "utf-8")
    exchange.import_files(project, [tmp_path / "a.jsonl"], coder=people.acting(project, "عمر"))
    (found,) = documents(project, Selection("عمر"), selected(project, Selection()))
    assert found.annotations[0].whose.who == "عمر"
    assert history.undo(_as(project, "عمر")).name == "import"


def _as(project, name):
    project.coder = people.known(project, name).id
    return project


# --- out


@pytest.fixture
def full(project, take):
    take(
        document(
            "a",
            meta={"outlet": "سانا", "date": "2015-03-01"},
            annotations=(span("actor", 0, 4), span("cue", 13, 16, who="عمر")),
        ),
        document("b", meta={"outlet": "BBC", "date": "٢٠١٥-٠٤"}, annotations=(span("remedy", 5, 6, kind="settled"),)),
        document("c", "بلا عمل", title="آخر"),
    )
    return project


def test_export_then_import_is_equal_in_another_project(full, tmp_path) -> None:
    one, two = tmp_path / "1.jsonl", tmp_path / "2.jsonl"
    for whose in ("all", "settled"):
        exchange.export(full, tmp_path / f"{whose}.jsonl", ExportOptions("jsonl", Selection(whose)))
    exchange.export(full, one, ExportOptions("jsonl"))
    starter.begin(tmp_path / "other.annot")
    with Project.open(tmp_path / "other.annot") as other:
        exchange.import_files(other, [tmp_path / "all.jsonl", tmp_path / "settled.jsonl"])
        exchange.export(other, two, ExportOptions("jsonl"))
    assert one.read_bytes() == two.read_bytes()


def test_quotes_equal_their_text_and_the_report_counts(full, tmp_path) -> None:
    report = exchange.export(full, tmp_path / "o.jsonl", ExportOptions("jsonl"))
    assert (report.articles, report.annotations, report.files) == (3, 2, (tmp_path / "o.jsonl",))
    for article in articles_in(tmp_path / "o.jsonl"):
        assert article["sha256"] == hashlib.sha256(article["text"].encode()).hexdigest()
        for found in article["annotations"]:
            assert found["text"] == article["text"][found["start"] : found["end"]]


def test_what_was_settled_is_gold_to_other_formats(full, tmp_path) -> None:
    exchange.export(full, tmp_path / "o.csv", ExportOptions("csv", Selection("settled")))
    with (tmp_path / "o.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["who"], row["label"], row["kind"]) == ("gold", "remedy", "settled")
    exchange.export(full, tmp_path / "o.jsonl", ExportOptions("jsonl", Selection("settled")))
    kinds = [one["kind"] for article in articles_in(tmp_path / "o.jsonl") for one in article["annotations"]]
    assert kinds == ["settled"]


def test_parts_are_written_all_or_none(full, tmp_path) -> None:
    split = {"train": 1, "test": 2}
    report = exchange.export(full, tmp_path / "o.jsonl", ExportOptions("jsonl", split=split, seed=7))
    assert [file.name for file in report.files] == ["o.train.jsonl", "o.test.jsonl"]
    ids = [[article["id"] for article in articles_in(file)] for file in report.files]
    assert [len(part) for part in ids] == [1, 2]
    assert sorted(ids[0] + ids[1]) == ["a", "b", "c"]
    again = exchange.export(full, tmp_path, ExportOptions("jsonl", split=split, seed=7))
    assert [file.name for file in again.files] == ["train.jsonl", "test.jsonl"]
    assert [file.read_bytes() for file in again.files] == [file.read_bytes() for file in report.files]


def test_a_failure_leaves_the_old_files(full, tmp_path) -> None:
    out = tmp_path / "o.train.jsonl"
    out.write_text("old", "utf-8")

    def cancel(done: float, _name: str) -> None:
        if done > 0.5:
            raise KeyboardInterrupt

    options = ExportOptions("jsonl", split={"train": 1, "test": 2})
    with pytest.raises(KeyboardInterrupt):
        exchange.export(full, tmp_path / "o.jsonl", options, progress=cancel)
    assert out.read_text("utf-8") == "old"
    assert sorted(path.name for path in tmp_path.glob("*o.*")) == ["o.train.jsonl"]
    with pytest.raises(MachineError, match="cannot_write"):
        exchange.export(full, tmp_path / "gone" / "o.jsonl", ExportOptions("jsonl"))


def test_a_project_is_never_written_over(full, path, tmp_path) -> None:
    starter.begin(tmp_path / "other.annot")
    (tmp_path / "copy").write_bytes((tmp_path / "other.annot").read_bytes())
    for target in (path, tmp_path / "other.annot", tmp_path / "copy"):
        with pytest.raises(AnnotatorError, match="would_replace_project"):
            exchange.export(full, target, ExportOptions("jsonl"))


def test_what_cannot_be_exported_is_said(full, tmp_path) -> None:
    with pytest.raises(AnnotatorError, match="cannot_write_format"):
        exchange.export(full, tmp_path / "o.txt", ExportOptions("txt"))
    with pytest.raises(AnnotatorError, match="out_is_folder"):
        exchange.export(full, tmp_path, ExportOptions("jsonl"))
    with pytest.raises(AnnotatorError, match="nothing_selected"):
        exchange.export(full, tmp_path / "o.jsonl", ExportOptions("jsonl", Selection(outlet="none")))
    assert not (tmp_path / "o.jsonl").exists()


def test_a_wrong_quote_in_the_project_stops_the_export(full, tmp_path) -> None:
    full.db.execute("update annotation set quotes = '[\"xx\"]' where label = 'actor'")
    with pytest.raises(AnnotatorError, match="quote_mismatch"):
        exchange.export(full, tmp_path / "o.jsonl", ExportOptions("jsonl"))
    assert not (tmp_path / "o.jsonl").exists()


def test_losses_of_several_files_are_one(full, tmp_path, take) -> None:
    from annotator.formats.records import NoteRecord

    take(
        document("a", notes=(NoteRecord("", "ن", "ملاحظة"),)),
        document("c", "بلا عمل", title="آخر", notes=(NoteRecord("", "ن", "أخرى"),)),
    )
    report = exchange.export(full, tmp_path / "o.csv", ExportOptions("csv", split={"x": 1, "y": 1}))
    losses = {loss.kind: loss for loss in report.losses}
    assert losses["notes_left_out"].count == 2
    assert len(losses["notes_left_out"].examples) == 2


bodies = st.text(st.sampled_from("سلامبـّ😀👩‍🚀 a\n\r\té\u200f\u2067ﷺ"), min_size=1, max_size=40).filter(str.strip)


@given(bodies, st.data())
def test_what_came_from_a_line_goes_out_and_comes_back_equal(body: str, data) -> None:
    import tempfile
    from pathlib import Path

    edges = st.integers(0, len(body) - 1)
    spans = [
        {
            "label": data.draw(st.sampled_from(["actor", "جديد"])),
            "start": start,
            "end": data.draw(st.integers(start + 1, len(body))),
        }
        for start in data.draw(st.lists(edges, max_size=4))
    ]
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        source = home / "in.jsonl"
        source.write_text(json.dumps({"id": "x", "text": body, "annotations": spans}), "utf-8")
        written = []
        for number in (1, 2):
            starter.begin(home / f"{number}.annot")
            with Project.open(home / f"{number}.annot") as project:
                exchange.import_files(project, [source])
                source = home / f"{number}.jsonl"
                exchange.export(project, source, ExportOptions("jsonl"))
            written.append(source.read_bytes())
        assert written[0] == written[1]
        article = json.loads(written[0])
        assert all(one["quotes"] == [article["text"][one["start"] : one["end"]]] for one in article["annotations"])


def test_the_document_of_another_kind_keeps_its_coder(full) -> None:
    (found,) = documents(full, Selection("settled"), ["b"])
    assert found.annotations[0].whose == Whose("سارة", full.coder, "main", "settled")
