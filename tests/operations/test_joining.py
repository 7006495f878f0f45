"""Two and three copies of one project joined: nothing lost, nothing half, twice is once, and undone by one action."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from annotator.core.errors import DamagedError
from annotator.operations import annotations, articles, codebook, codings, correction, history, joining, notes, people
from annotator.store import joined
from tests.operations.conftest import BODY, document, span
from tests.operations.copies import Copy

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def ours(project, take, path) -> Iterator[Copy]:
    take(
        document(annotations=(span("actor", 31, 37, id="a1"), span("cue", 13, 16, id="a2"))),
        document("art-2"),
    )
    project.journal.commit(people.add_coder(project, "عمر"))
    project.close()
    made = Copy(path)
    yield made
    made.close()


@pytest.fixture
def theirs(ours: Copy) -> Iterator[Copy]:
    other = ours.duplicate("theirs")
    yield other
    other.close()


def test_what_was_done_there_comes_once(ours: Copy, theirs: Copy) -> None:
    theirs.label("source", (7, 11))
    theirs.do(articles.rename_article, "art-2", "عنوان")
    before = ours.tables()
    plan = ours.merge(theirs)
    assert (plan.taken, plan.clashes) == (2, ())
    assert plan.counts == {"annotation.added": 1, "article.changed": 1}
    assert ours.rows() == theirs.rows()
    ours.whole()
    again = ours.merge(theirs)
    assert (again.taken, again.actions) == (0, ())
    history.undo(ours.project)
    assert ours.tables() == before
    ours.whole()
    assert ours.merge(theirs).taken == 2
    assert ours.rows() == theirs.rows()
    history.undo(ours.project)
    history.redo(ours.project)
    assert ours.rows() == theirs.rows()
    assert ours.merge(theirs).taken == 0
    ours.whole()


def test_other_columns_of_one_row_join_and_the_same_column_clashes(ours: Copy, theirs: Copy) -> None:
    ours.do(annotations.relabel, "a1", "source")
    theirs.do(annotations.resize, "a1", ((31, 44),))
    theirs.do(articles.rename_article, "art-1", "هناك")
    ours.do(articles.rename_article, "art-1", "هنا")
    plan = ours.merge(theirs)
    assert ours.span("a1").label == "source"
    assert ours.span("a1").fragments == ((31, 44),)
    (clash,) = joined.clashes(ours.project.db)
    assert (clash.tbl, clash.row, clash.why, clash.state) == ("article", "art-1", "changed", "open")
    assert clash.after == {"title": "هناك"}
    assert [entry.state for entry in plan.actions] == ["taken", "held"]
    ours.whole()
    assert ours.merge(theirs).actions == ()


def test_deleted_here_and_changed_there_and_the_other_way(ours: Copy, theirs: Copy) -> None:
    ours.do(annotations.remove, ["a1"])
    theirs.do(annotations.relabel, "a1", "source")
    theirs.do(annotations.remove, ["a2"])
    ours.do(annotations.relabel, "a2", "source")
    ours.merge(theirs)
    why = {clash.row: clash.why for clash in joined.clashes(ours.project.db)}
    assert why == {"a1": "deleted_here", "a2": "deleted_there"}
    assert ours.span("a2").label == "source"
    ours.whole()


def test_a_removal_of_what_is_used_here_is_held_with_all_that_went_with_it(ours: Copy, theirs: Copy) -> None:
    theirs.do(annotations.remove, ["a1"])
    ours.do(notes.add_note, "annotation", "a1", "أصحيح؟")
    ours.merge(theirs)
    (clash,) = joined.clashes(ours.project.db)
    assert clash.why == "still_used"
    assert ours.span("a1") is not None
    ours.whole()


def test_what_hangs_on_a_held_row_is_held_with_it(ours: Copy, theirs: Copy) -> None:
    ours.do(articles.remove_articles, ["art-2"])
    theirs.where = codings.Where("art-2", theirs.project.coder)
    theirs.label("quotation", (17, 25))
    theirs.do(annotations.set_attribute, theirs.all()[0].id, "quotation.type", "direct")
    ours.merge(theirs)
    found = {clash.tbl: clash for clash in joined.clashes(ours.project.db)}
    assert set(found) == {"coding", "annotation", "value"}
    assert {clash.why for clash in found.values()} == {"lacking"}
    assert found["annotation"].within == found["coding"].id
    ours.whole()


def test_a_span_on_another_version_of_the_text_is_carried(ours: Copy, theirs: Copy) -> None:
    ours.do(correction.correct, "art-1", BODY.replace("سانا", "وكالة سانا"))
    theirs.label("source", (17, 25))
    plan = ours.merge(theirs)
    (new,) = [one for one in ours.all() if one.label == "source"]
    assert new.quotes == ("”الناطق“",)
    assert plan.moved == 1
    ours.whole()
    theirs.merge(ours)
    assert theirs.rows() == ours.rows()
    theirs.whole()


def test_a_correction_that_comes_carries_our_spans(ours: Copy, theirs: Copy) -> None:
    theirs.do(correction.correct, "art-1", BODY.replace("سانا", "وكالة سانا"))
    ours.label("source", (17, 25))
    ours.merge(theirs)
    assert "وكالة" in ours.body()
    ours.whole()
    theirs.merge(ours)
    assert theirs.rows() == ours.rows()


def test_a_label_whose_key_is_taken_here_comes_without_it(ours: Copy, theirs: Copy) -> None:
    one = str(ours.do(codebook.add_label, {"ar": "جديد"}).facts["label"])
    two = str(theirs.do(codebook.add_label, {"ar": "جديد"}).facts["label"])
    ours.do(codebook.set_key, one, "k")
    theirs.do(codebook.set_key, two, "k")
    plan = ours.merge(theirs)
    assert plan.names == ((one, two),)
    (clash,) = joined.clashes(ours.project.db)
    assert (clash.row, clash.why) == (two, "key_taken")
    ours.whole()


def test_words_that_a_correction_here_touched_come_in_doubt_the_same_in_both(ours: Copy, theirs: Copy) -> None:
    ours.do(correction.correct, "art-1", BODY.replace("الناطق", "المتحدث"))
    theirs.label("quotation", (17, 25))
    plan = ours.merge(theirs)
    assert (plan.moved, plan.doubt) == (1, 1)
    assert len(correction.in_doubt(ours.project, coder=ours.project.coder)) == 1
    ours.whole()
    theirs.merge(ours)
    assert theirs.rows() == ours.rows()


def test_of_one_who_went_on_in_two_copies_what_is_further_holds(ours: Copy, theirs: Copy) -> None:
    for copy, status in ((ours, "todo"), (theirs, "review")):
        copy.do(codings.set_status, codings.Where("art-1", copy.project.coder), status)
        copy.do(codings.set_status, codings.Where("art-2", copy.project.coder), status)
    was = theirs.duplicate("was")
    assert ours.merge(theirs).clashes == ()
    assert was.merge(ours).clashes == ()
    assert {row[5] for row in ours.rows()["coding"]} == {"review"}
    assert was.rows() == ours.rows()
    was.close()


def test_a_key_alone_or_with_other_columns_is_taken_here(ours: Copy, theirs: Copy) -> None:
    labels = [str(ours.do(codebook.add_label, {"ar": name}).facts["label"]) for name in ("أول", "ثان", "ثالث")]
    theirs.merge(ours)
    ours.do(codebook.set_key, labels[0], "k")
    theirs.do(codebook.set_key, labels[1], "k")
    theirs.do(codebook.edit_label, labels[1], names={"ar": "آخر"})
    ours.merge(theirs)
    assert [clash.why for clash in joined.clashes(ours.project.db)] == ["key_taken"]
    assert codebook.existing(ours.project, labels[1]).names == {"ar": "آخر"}
    ours.do(codebook.set_key, labels[0], "j")
    theirs.do(codebook.set_key, labels[2], "j")
    ours.merge(theirs)
    ours.whole()


def test_a_text_that_neither_has_is_lacking(ours: Copy, theirs: Copy) -> None:
    theirs.do(correction.correct, "art-1", BODY.replace("سانا", "وكالة سانا"))
    plan = joining.plan(ours.project, theirs.log(), lambda _: None)
    assert plan.clashes
    ours.project.journal.commit(joining.join(ours.project, plan))
    assert ours.body() == BODY
    ours.whole()


def test_the_undo_of_what_is_nowhere_is_refused(ours: Copy, theirs: Copy) -> None:
    theirs.label("source", (7, 11))
    history.undo(theirs.project)
    log = [entry for entry in theirs.log() if entry.change.name != "label_span" or entry.change.of]
    with pytest.raises(DamagedError, match="log_incomplete"):
        joining.plan(ours.project, log, theirs.text)


def test_what_was_changed_under_its_digest_is_refused_whole(ours: Copy, theirs: Copy) -> None:
    theirs.label("source", (7, 11))
    log = [replace(entry, digest="0" * 64) for entry in theirs.log()]
    before = ours.tables()
    plan = joining.plan(ours.project, log, theirs.text)
    with pytest.raises(DamagedError, match="log_changed"):
        ours.project.journal.commit(joining.join(ours.project, plan))
    assert ours.tables() == before


def test_undone_there_what_both_know(ours: Copy, theirs: Copy) -> None:
    ours.label("source", (7, 11))
    theirs.merge(ours)
    theirs.project.journal.commit(
        annotations.remove(theirs.project, [next(one.id for one in theirs.all() if one.label == "source")])
    )
    ours.merge(theirs)
    assert not [one for one in ours.all() if one.label == "source"]
    history_ = ours.project.journal.brought(ours.project.journal.newest(1)[0].id)
    assert [entry.name for entry in history_] == ["remove"]
    ours.whole()


def test_a_merge_that_was_undone_there_brings_nothing_of_it(ours: Copy, theirs: Copy) -> None:
    third = ours.duplicate("third")
    third.label("source", (7, 11))
    theirs.merge(third)
    history.undo(theirs.project)
    assert ours.merge(theirs).actions == ()
    history.redo(theirs.project)
    assert ours.merge(theirs).taken == 1
    assert ours.merge(third).actions == ()
    third.close()


def test_nothing_to_do_is_logged_and_undone_all_the_same(ours: Copy, theirs: Copy) -> None:
    theirs.label("source", (7, 11))
    history.undo(theirs.project)
    before = ours.tables()
    assert ours.merge(theirs).edits == ()
    assert ours.merge(theirs).actions == ()
    assert history.undo(ours.project).name == "merge"
    assert ours.tables() == before
    assert ours.merge(theirs).taken == 1
    ours.whole()
