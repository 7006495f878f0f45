"""A clash about work that may not be seen yet: that something waits is said, and nothing of what it is."""

from __future__ import annotations

import pytest

from annotator.core.travel import Clash
from annotator.operations import annotations, articles, clashes, codings, notes
from annotator.operations.clash_words import Words
from annotator.operations.codings import Where
from annotator.operations.kept import kept
from annotator.store import blind, codebook, joined
from tests.operations.copies import Copy


def coder(copy: Copy, name: str) -> str:
    return next(one.id for one in codebook.coders(copy.project.db) if one.name == name)


def spans(copy: Copy, whose: str) -> list:
    return codings.codings.annotations_of(copy.project.db, [Where("art-1", coder(copy, whose)).id])


@pytest.fixture
def clashing(two):
    """Omar relabelled and noted one of his spans in both copies; Sara has not done the article yet."""
    ours, theirs = two
    sara, omar = coder(ours, "سارة"), coder(ours, "عمر")
    span = spans(ours, "عمر")[0].id
    for copy, label in ((ours, "loaded-term"), (theirs, "quotation")):
        copy.project.act_as(omar)
        copy.do(annotations.relabel, span, label)
        copy.do(articles.rename_article, "art-2", label)
        copy.project.act_as(sara)
    ours.merge(theirs)
    return ours


def words(copy: Copy) -> dict[str, tuple]:
    says = Words(copy.project, "en")
    return {found.clash.tbl: (found.kept, says.told(found)) for found in clashes.waiting(copy.project)}


def test_of_a_colleagues_work_nothing_is_said_till_ones_own_is_done(clashing: Copy) -> None:
    clashing.do(codings.set_status, clashing.where, "work")
    found = words(clashing)
    hidden, said = found["annotation"]
    assert (hidden, said.what, said.name, said.article, said.title, said.ours) == (True, "Coding", "", "", "", ())
    assert said.who == "عمر"
    assert [(one.ours, one.theirs) for one in said.said] == [("shown once this coding may be seen",) * 2]
    assert "Quotation" not in str(said)
    assert found["article"][0] is False
    assert clashes.count(clashing.project) == 2
    clashing.do(codings.set_status, clashing.where, "review")
    hidden, said = words(clashing)["annotation"]
    assert not hidden
    assert said.said[0].theirs == "Quotation"


def test_ones_own_is_said(clashing: Copy) -> None:
    clashing.do(codings.set_status, clashing.where, "work")
    clashing.project.act_as(coder(clashing, "عمر"))
    assert not words(clashing)["annotation"][0]


def asked(copy: Copy, table: str, row: str, *, author: str = "x", before: dict | None = None, **after) -> bool:
    here = joined.rows(copy.project.db, table, [row]).get(row)
    clash = Clash("k", "m", table, row, before, after or None, "changed", "", author, "2026")
    return kept(copy.project, [clash], {} if here is None else {(table, row): here}) == {"k"}


def test_all_that_hangs_on_a_coding_is_kept_with_it(two) -> None:
    ours, _ = two
    db = ours.project.db
    span, mine = spans(ours, "عمر")[0].id, spans(ours, "سارة")[0].id
    assert blind.keeps(db, ours.project.coder)
    assert asked(ours, "coding", Where("art-1", coder(ours, "عمر")).id)
    assert asked(ours, "doubt", "d", annotation=span)
    assert not asked(ours, "doubt", "d", annotation=mine)
    assert asked(ours, "note", "n", owner_kind="annotation", owner=span)
    assert not asked(ours, "note", "n", owner_kind="annotation", owner=mine)
    assert not asked(ours, "note", "n", owner_kind="article", owner="art-1")
    assert not asked(ours, "label", "actor", hue=3)


def test_what_is_nowhere_any_more_is_kept_from_who_codes(two) -> None:
    ours, _ = two
    note = ours.do(notes.add_note, "article", "art-1", "لاحظ").facts["id"]
    assert not asked(ours, "note", str(note), body="لا")
    assert asked(ours, "annotation", "gone", label="actor")
    assert asked(ours, "note", "gone", body="لا")
    assert not asked(ours, "annotation", "gone", author=ours.project.coder, label="actor")
    ours.do(codings.set_status, ours.where, "review")
    ours.do(codings.set_status, Where("art-2", ours.project.coder), "review")
    assert not blind.keeps(ours.project.db, ours.project.coder)
    assert not asked(ours, "annotation", "gone", label="actor")


def test_before_a_merge_it_is_kept_as_well(two) -> None:
    ours, theirs = two
    sara, omar = coder(ours, "سارة"), coder(ours, "عمر")
    span = spans(ours, "عمر")[0].id
    for copy, label in ((ours, "loaded-term"), (theirs, "quotation")):
        copy.project.act_as(omar)
        copy.do(annotations.relabel, span, label)
        copy.project.act_as(sara)
    (found,) = clashes.beside(ours.project, ours.plan(theirs).clashes)
    assert found.kept
    assert Words(ours.project, "en").told(found).name == ""
