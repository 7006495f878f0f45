"""After a merge: another coder undoes only their own, one goes to any moment across it, a single foreign action stays."""

from __future__ import annotations

import pytest

from annotator.core.errors import AnnotatorError
from annotator.operations import articles, history
from annotator.store import codebook


def test_another_coder_does_not_take_the_merge_back(two) -> None:
    ours, theirs = two
    theirs.label("cue", (13, 16))
    ours.merge(theirs)
    sara = ours.project.coder
    ours.project.act_as(next(one.id for one in codebook.coders(ours.project.db) if one.id != sara))
    while ours.project.journal.can_undo() is not None:
        assert history.undo(ours.project).author != sara
    ours.project.act_as(sara)
    assert any(one.label == "cue" for one in ours.all())
    assert history.undo(ours.project).name == "merge"
    ours.whole()
    assert history.redo(ours.project).name == "merge"
    ours.whole()


def test_what_stands_on_a_merge_keeps_it(two) -> None:
    """Another coder's later work on what came: undoing the merge would take it along, and is refused whole."""
    ours, theirs = two
    theirs.do(articles.rename_article, "art-1", "هناك")
    ours.merge(theirs)
    sara = ours.project.coder
    ours.project.act_as(next(one.id for one in codebook.coders(ours.project.db) if one.id != sara))
    ours.do(articles.rename_article, "art-1", "بعد")
    ours.project.act_as(sara)
    before = ours.tables()
    with pytest.raises(AnnotatorError):
        history.undo(ours.project)
    assert ours.tables() == before
    ours.whole()


def test_any_moment_before_and_after_a_merge(two) -> None:
    ours, theirs = two
    theirs.label("cue", (13, 16))
    first = ours.do(articles.rename_article, "art-1", "أول")
    before = ours.rows()
    ours.merge(theirs)
    last = ours.do(articles.rename_article, "art-1", "آخر")
    after = ours.rows()
    assert history.jump(ours.project, first.id) == 2
    assert ours.rows() == before
    assert history.jump(ours.project, last.id) == 2
    assert ours.rows() == after
    assert ours.merge(theirs).actions == ()
    ours.whole()


def test_a_single_action_of_another_copy_is_not_taken_back_alone(two) -> None:
    ours, theirs = two
    theirs.label("cue", (13, 16))
    made = theirs.project.journal.newest(1)[0].id
    ours.merge(theirs)
    before = ours.tables()
    for attempt in (ours.project.journal.take_back, lambda one: history.jump(ours.project, one)):
        with pytest.raises(AnnotatorError, match="no_such_action"):
            attempt(made)
    assert ours.tables() == before
    merge = ours.project.journal.newest(1)[0].id
    with pytest.raises(AnnotatorError, match="merge_by_undo"):
        ours.project.journal.take_back(merge)
    assert ours.tables() == before
    ours.whole()
