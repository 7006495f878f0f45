"""Another copy is looked at and merged, by who is here and by who is new; what is no other copy is refused."""

from __future__ import annotations

import shutil

import pytest

from annotator.core.errors import AnnotatorError
from annotator.operations import annotations, joining, other_copy, people
from annotator.store import codebook
from tests.operations.conftest import document
from tests.operations.copies import Copy


@pytest.fixture
def two(project, take, path, tmp_path):
    take(document(), document("art-2"))
    project.close()
    shutil.copy(path, tmp_path / "theirs.annot")
    ours, theirs = Copy(path), Copy(tmp_path / "theirs.annot")
    theirs.do(annotations.label_span, theirs.where, "cue", ((13, 16),))
    theirs.close()
    yield ours, theirs.path
    ours.close()


def test_looking_tells_how_far_it_is_and_writes_nothing(two, monkeypatch) -> None:
    ours, path = two
    monkeypatch.setattr(joining, "_EVERY", 1)
    before, heard = ours.tables(), []
    with other_copy.opened(ours.project, path) as other:
        found = other_copy.look(ours.project, other, tell=heard.append)
    assert heard == sorted(heard)
    assert 0 <= heard[0] < 0.5 < heard[-1] < 1
    assert (found.taken, found.change("annotation")) == (1, (1, 0, 0))
    assert ours.tables() == before


@pytest.mark.parametrize("name", ["ليلى", "سارة"])
def test_who_merges_is_added_once(two, name: str) -> None:
    ours, path = two
    newcomer = people.acting(ours.project, name)
    with other_copy.opened(ours.project, path) as other:
        found = other_copy.look(ours.project, other)
        ours.project.journal.commit(other_copy.merge(ours.project, found, newcomer=newcomer))
    assert [one.name for one in codebook.coders(ours.project.db)].count(name) == 1
    assert [one.label for one in ours.all()] == ["cue"]
    ours.whole()


def test_the_project_itself_is_no_other_copy(two, tmp_path) -> None:
    ours, _ = two
    with pytest.raises(AnnotatorError, match="same_file"):
        other_copy.opened(ours.project, ours.path)
    with pytest.raises(AnnotatorError):
        other_copy.opened(ours.project, tmp_path / "none.annot")
