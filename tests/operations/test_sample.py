"""The sample is whole, checked, and nobody's to empty."""

from __future__ import annotations

import pytest

from annotator.core.errors import AnnotatorError, MachineError
from annotator.operations import history, people, sample
from annotator.operations.selection import Selection, documents, selected
from annotator.store import codebook, overview
from annotator.store.project import Project


@pytest.fixture
def built(tmp_path):
    sample.build(tmp_path / "مثال.annot")
    with Project.open(tmp_path / "مثال.annot") as project:
        yield project


def test_it_holds_the_article_and_two_codings_that_differ(built) -> None:
    counts = overview.of(built.db)
    assert counts.articles == 1
    assert counts.by_status == {"done": 2}
    assert min(counts.by_coder.values()) > 20
    assert set(counts.by_label) == {label.id for label in codebook.read(built.db).labels}
    (article,) = documents(built, Selection(), selected(built, Selection()))
    by_coder = [
        {(one.label, one.fragments) for one in article.annotations if one.whose.who_id == coder}
        for coder in counts.by_coder
    ]
    assert by_coder[0] - by_coder[1]
    assert by_coder[1] - by_coder[0]
    assert by_coder[0] & by_coder[1]
    assert article.relations
    assert article.variables
    assert built.title.startswith("مثال")
    assert codebook.read(built.db).version


def test_nobody_can_undo_it(built) -> None:
    assert {entry.author for entry in built.journal.entries()} == {""}
    assert built.coder == ""
    with pytest.raises(AnnotatorError, match="nothing_to_undo"):
        history.undo(built)
    for coder in codebook.coders(built.db):
        built.coder = coder.id
        with pytest.raises(AnnotatorError, match="nothing_to_undo"):
            history.undo(built)
    built.coder = ""
    assert people.acting(built, "").name == people.NOBODY_YET


def test_it_is_never_built_over_a_file(tmp_path) -> None:
    (tmp_path / "x.annot").write_text("mine", "utf-8")
    with pytest.raises(MachineError, match="file_exists"):
        sample.build(tmp_path / "x.annot")
    assert [(file.name, file.read_text("utf-8")) for file in tmp_path.iterdir()] == [("x.annot", "mine")]


def test_in_english_too(tmp_path) -> None:
    sample.build(tmp_path / "x.annot", "en")
    with Project.read(tmp_path / "x.annot") as project:
        assert project.title.startswith("Sample")
        assert [coder.name for coder in codebook.coders(project.db)] == ["Coder A", "Coder B"]
