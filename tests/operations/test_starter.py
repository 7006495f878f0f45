"""A new project appears whole, with its codebook and first coder, or not at all."""

from __future__ import annotations

import pytest

from annotator.core.errors import AnnotatorError, MachineError
from annotator.operations import history, starter
from annotator.store import codebook
from annotator.store.project import Project


def test_a_new_project_has_the_starter_codebook_and_a_coder(tmp_path) -> None:
    project_id = starter.begin(tmp_path / "دراسة.annot")
    with Project.open(tmp_path / "دراسة.annot") as project:
        assert (project.id, project.title) == (project_id, "دراسة")
        assert len(codebook.read(project.db).labels) == 9
        assert [(coder.id, coder.name) for coder in codebook.coders(project.db)] == [(project.coder, "coder 1")]
        assert [one.id for one in codebook.rounds(project.db)] == ["main"]
        with pytest.raises(AnnotatorError, match="nothing_to_undo"):
            history.undo(project)
    assert [file.name for file in tmp_path.iterdir()] == ["دراسة.annot"]


def test_with_a_codebook_of_ones_own(tmp_path) -> None:
    book = tmp_path / "book.toml"
    book.write_text('version = "1"\n[[labels]]\nid = "frame"\nhue = 3\nnames = { ar = "إطار" }\n', "utf-8")
    starter.begin(tmp_path / "p.annot", book=str(book), coder="منى", title="عنوان")
    with Project.read(tmp_path / "p.annot") as project:
        assert [label.id for label in codebook.read(project.db).labels] == ["frame"]
        assert project.title == "عنوان"


@pytest.mark.parametrize(("words", "key"), [("[[labels]]\nid = 3", "bad_codebook"), ("id =", "not_toml")])
def test_a_bad_codebook_leaves_no_file(tmp_path, words: str, key: str) -> None:
    (tmp_path / "book.toml").write_text(words, "utf-8")
    with pytest.raises(AnnotatorError, match=key):
        starter.begin(tmp_path / "p.annot", book=str(tmp_path / "book.toml"))
    with pytest.raises(AnnotatorError, match="no_such_codebook"):
        starter.begin(tmp_path / "p.annot", book="sport")
    assert [file.name for file in tmp_path.iterdir()] == ["book.toml"]


def test_a_failure_while_it_is_filled_leaves_no_file(tmp_path) -> None:
    def fill(_project: Project) -> None:
        raise MachineError("cannot_write", path="x")

    with pytest.raises(MachineError, match="cannot_write"):
        starter.make(tmp_path / "p.annot", fill, title="t")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named_by_the_place_that_was_asked_for(tmp_path) -> None:
    with pytest.raises(MachineError, match="cannot_write") as caught:
        starter.begin(tmp_path / "none" / "p.annot")
    assert caught.value.facts["path"] == str(tmp_path / "none" / "p.annot")


def test_nothing_is_overwritten(tmp_path) -> None:
    starter.begin(tmp_path / "p.annot")
    before = (tmp_path / "p.annot").read_bytes()
    with pytest.raises(MachineError, match="file_exists"):
        starter.begin(tmp_path / "p.annot")
    assert (tmp_path / "p.annot").read_bytes() == before


def test_a_disk_that_refuses_the_name_leaves_no_file(tmp_path, monkeypatch) -> None:
    from annotator.store import files

    appear = files.appear

    def refuse(draft, path) -> None:
        if path.name == "p.annot":
            raise OSError(28, "No space left on device")
        appear(draft, path)

    monkeypatch.setattr(files, "appear", refuse)
    with pytest.raises(MachineError) as caught:
        starter.make(tmp_path / "p.annot", lambda _project: None, title="t")
    assert caught.value.facts["path"] == str(tmp_path / "p.annot")
    assert list(tmp_path.iterdir()) == []
