"""Corrected here, removed there: the removal holds, its doubt goes along, and nobody is asked about what only moved."""

from __future__ import annotations

import pytest

from annotator.operations import annotations, clashes, correction, history, notes
from annotator.store import joined
from tests.operations.copies import Copy

CORRECTED = [("الناطق", "المتحدث"), ("سانا", "وكالة سانا"), ("الوزير", "وزير")]  # in it, before it, after it


def correct(copy: Copy, word: str, other: str) -> None:
    copy.do(correction.correct, "art-1", copy.body().replace(word, other))


def quotation(copy: Copy) -> str:
    return next(one.id for one in copy.all() if one.label == "quotation")


def doubted(copy: Copy) -> list[str]:
    return [row[0] for row in copy.project.db.execute('select "annotation" from "doubt"')]


@pytest.mark.parametrize(("word", "other"), CORRECTED)
def test_a_span_removed_in_one_copy_and_moved_by_a_correction_in_the_other(two, word: str, other: str) -> None:
    ours, theirs = two
    correct(ours, word, other)
    span = quotation(theirs)
    theirs.do(annotations.remove, [span])
    was = theirs.duplicate("was")
    try:
        assert theirs.merge(ours).clashes == ()
        assert ours.merge(was).clashes == ()
        assert ours.rows() == theirs.rows()
        assert span not in doubted(ours)
        for copy in two:
            copy.whole()
        before = ours.rows()
        history.undo(ours.project)
        history.redo(ours.project)
        assert ours.rows() == before
    finally:
        was.close()


def test_a_doubt_stays_with_a_span_that_stays(two) -> None:
    ours, theirs = two
    span = quotation(ours)
    correct(ours, "الناطق", "المتحدث")
    ours.do(notes.add_note, "annotation", span, "لاحظ")
    theirs.do(annotations.remove, [span])
    ours.merge(theirs)
    assert joined.missing(ours.project.db, "annotation", [span]) == set()
    assert doubted(ours) == [span]
    assert {found.clash.tbl for found in clashes.waiting(ours.project)} == {"annotation"}
    ours.whole()
    ours.do(clashes.settle_all, "theirs")
    assert doubted(ours) == []
    ours.whole()


def test_a_span_removed_here_and_moved_and_coded_otherwise_there_is_asked_about(two) -> None:
    ours, theirs = two
    span = quotation(ours)
    ours.do(annotations.remove, [span])
    correct(theirs, "سانا", "وكالة سانا")
    theirs.do(annotations.relabel, span, "loaded-term")
    ours.merge(theirs)
    (found,) = clashes.waiting(ours.project)
    assert (found.clash.why, set(found.clash.after)) == ("deleted_here", {"label"})
    ours.do(clashes.settle, found.clash.id, "theirs")
    assert ours.span(span).quotes == theirs.span(span).quotes
    ours.whole()


def test_one_removed_here_and_resized_there_after_a_correction_is_asked_about(two) -> None:
    ours, theirs = two
    span = quotation(ours)
    ours.do(annotations.remove, [span])
    correct(theirs, "سانا", "وكالة سانا")
    (start, end), *_ = theirs.span(span).fragments
    theirs.do(annotations.resize, span, ((start + 1, end - 1),))
    ours.merge(theirs)
    assert [found.clash.tbl for found in clashes.waiting(ours.project)] == ["annotation"]
    ours.whole()


def test_a_doubt_that_both_had_goes_once(two) -> None:
    ours, theirs = two
    span = quotation(ours)
    correct(ours, "الناطق", "المتحدث")
    theirs.merge(ours)
    theirs.do(annotations.remove, [span])
    assert ours.merge(theirs).clashes == ()
    assert span not in doubted(ours)
    assert ours.rows() == theirs.rows()
    ours.whole()


@pytest.mark.parametrize("turned", [False, True])
def test_a_span_corrected_in_and_removed_there_is_removed_here(two, turned: bool) -> None:
    ours, theirs = two
    span = quotation(theirs)
    steps = [lambda: theirs.do(annotations.remove, [span]), lambda: correct(theirs, "الناطق", "المتحدث")]
    for step in reversed(steps) if turned else steps:
        step()
    assert ours.merge(theirs).clashes == ()
    assert ours.rows() == theirs.rows()
    ours.whole()
