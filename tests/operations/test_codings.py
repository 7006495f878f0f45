"""Codings: whose work on which article in which round; status and article variables."""

from __future__ import annotations

import pytest

from annotator.core.errors import AnnotatorError
from annotator.operations import codings, history
from annotator.operations.codings import Where
from annotator.store import codings as reader
from tests.operations.conftest import document


@pytest.fixture
def where(project, take) -> Where:
    take(document())
    return Where("art-1", project.coder)


def test_a_coding_appears_with_its_first_action_and_goes_with_its_undo(project, where) -> None:
    assert reader.coding(project.db, where.id) is None
    project.journal.commit(codings.set_status(project, where, "review"))
    assert reader.coding(project.db, where.id).status == "review"
    history.undo(project)
    assert reader.coding(project.db, where.id) is None


def test_the_id_follows_from_all_four() -> None:
    ids = {
        Where("a", "c").id,
        Where("b", "c").id,
        Where("a", "d").id,
        Where("a", "c", "pilot").id,
        Where("a", "c", kind="settled").id,
    }
    assert len(ids) == 5
    assert Where("a", "c").id == Where("a", "c", "main", "own").id


def test_article_variables_hold_what_the_codebook_allows(project, where) -> None:
    def tone(value) -> None:
        project.journal.commit(codings.set_article_variable(project, where, "tone", value))

    tone("negative")
    tone("positive")
    assert reader.values_of(project.db, where.id)["tone"].value == "positive"
    tone(None)
    assert reader.values_of(project.db, where.id) == {}
    with pytest.raises(AnnotatorError, match="bad_value"):
        tone("loud")
    with pytest.raises(AnnotatorError, match="no_such_variable"):
        codings.set_article_variable(project, where, "actor.role", "victim")


def test_what_is_not_there_is_said(project, where) -> None:
    with pytest.raises(AnnotatorError, match="no_such_coding"):
        codings.of(project, where.id)
    with pytest.raises(AnnotatorError, match="no_such_round"):
        codings.set_status(project, Where("art-1", project.coder, "none"), "done")


@pytest.mark.parametrize(("value", "shown"), [(None, ""), (["a", "ب"], "a، ب"), (True, "True"), (3, "3")])
def test_values_in_the_history(value, shown: str) -> None:
    assert codings.shown(value) == shown
