"""The rule for the edges of spans: what breaks it is found and mended, and then nothing breaks it."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.changes import change
from annotator.core.models import Boundary
from annotator.core.rows import altered
from annotator.operations import annotations, history, spans
from annotator.operations.boundary import breaking, mend, set_boundary
from annotator.operations.codebook import edit_label, set_editing
from annotator.operations.codings import Where
from annotator.store import codebook, codings
from tests.operations.conftest import BODY, document
from tests.operations.desk import Desk

QUOTED = BODY.index("”")  # ”الناطق“


@pytest.fixture
def desk(project, take) -> Desk:
    take(document(), document("art-2", "وقال الرئيس، نعم."))
    return Desk(project)


def broken(desk: Desk) -> list:
    return breaking(desk.project, coder=desk.project.coder)


def test_the_rule_is_the_projects_and_undone_as_any_action(desk) -> None:
    desk.do(set_boundary, Boundary(clitics=False, quotes=True))
    assert codebook.project(desk.project.db).boundary == Boundary(clitics=False, quotes=True)
    assert codebook.read(desk.project.db).boundary == Boundary(clitics=False, quotes=True)
    history.undo(desk.project)
    assert codebook.project(desk.project.db).boundary == Boundary()
    assert desk.do(set_boundary, Boundary()).n == 0
    desk.do(set_editing, "extensible")
    desk.refused("codebook_locked", set_boundary, Boundary(quotes=True))


def test_what_breaks_the_rule_is_listed_article_by_article_and_mended_as_one_action(desk) -> None:
    there = Desk(desk.project, "art-2")
    half, quoted = desk.label("actor", (31, 34)), desk.label("source", (QUOTED, QUOTED + 8))
    fine = desk.label("cue", (13, 16))
    comma = there.label("actor", (5, 12))
    found = {one.annotation.id: (one.article, one.fitted) for one in broken(desk)}
    assert found == {
        half: ("art-1", ((31, 37),)),
        quoted: ("art-1", ((QUOTED + 1, QUOTED + 7),)),
        comma: ("art-2", ((5, 11),)),
    }
    before = desk.tables()
    assert desk.do(mend, [*found, fine]).facts == {"count": 3}
    assert broken(desk) == []
    assert desk.span(half).quotes == ("الوزير",)
    assert desk.do(mend, [*found, fine]).n == 0
    history.undo(desk.project)
    assert desk.tables() == before


def test_another_rule_breaks_other_spans(desk) -> None:
    there = Desk(desk.project, "art-2")
    span = there.label("actor", (5, 11))
    assert broken(desk) == []
    desk.do(set_boundary, Boundary(punctuation=True))
    assert [one.fitted for one in broken(desk)] == [((5, 12),)]
    desk.do(set_boundary, Boundary(words=False))
    assert broken(desk) == []
    desk.do(mend, [span])


def test_spans_that_come_to_stand_on_the_same_words_become_one(desk) -> None:
    half, other, whole = desk.label("actor", (31, 34)), desk.label("actor", (34, 38)), desk.label("actor", (31, 37))
    cue = desk.label("cue", (31, 35))
    desk.do(annotations.set_attribute, half, "actor.role", "victim")
    desk.do(annotations.set_head, other, ((34, 37),))
    before = desk.tables()
    assert desk.do(mend, [half, other, cue]).facts == {"count": 3}
    (joined,) = [span for span in desk.all() if span.label == "actor"]
    assert (joined.id, joined.fragments, joined.head) == (whole, ((31, 37),), ((34, 37),))
    assert codings.values_of(desk.project.db, whole)["actor.role"].value == "victim"
    assert desk.span(cue).fragments == ((31, 37),)
    history.undo(desk.project)
    assert desk.tables() == before


def test_only_ones_own_spans_in_open_rounds_and_on_this_text_are_listed(desk) -> None:
    span = desk.label("actor", (31, 34))
    settled = Where("art-1", desk.project.coder, kind="settled")
    desk.do(annotations.label_span, settled, "actor", ((31, 34),))
    assert [one.annotation.id for one in broken(desk)] == [span]
    assert breaking(desk.project, coder="somebody else") == []
    other = desk.project.db.execute("select \"text\" from article where id = 'art-2'").fetchone()[0]
    short = desk.label("actor", (6, 7))
    quotes = ("ل",)
    desk.project.journal.commit(change("import", [altered(desk.span(short), text=other, quotes=quotes)]))
    assert [one.annotation.id for one in broken(desk)] == [span]
    desk.refused("text_changed", mend, [short])
    (main,) = codebook.rounds(desk.project.db)
    desk.project.journal.commit(change("freeze", [altered(main, state="frozen")]))
    assert broken(desk) == []
    desk.refused("frozen_round", mend, [span])


RULES = [Boundary(*switches) for switches in product((True, False), repeat=4)]
drawn_spans = st.lists(
    st.lists(st.tuples(st.integers(0, 70), st.integers(1, 10)), min_size=1, max_size=2), min_size=1, max_size=5
)


@settings(max_examples=60)
@given(drawn_spans, st.sampled_from(RULES))
def test_after_mending_nothing_breaks_the_rule(shared, drawn, rule: Boundary) -> None:
    before = shared.tables()
    shared.do(set_boundary, Boundary(words=False))
    try:
        for fragments in {spans.in_order(tuple((a, a + n) for a, n in one)) for one in drawn}:
            shared.label("actor", *fragments)
        shared.do(set_boundary, rule)
        ids = [one.annotation.id for one in breaking(shared.project, coder=shared.project.coder)]
        assert set(ids) <= {span.id for span in shared.all()}
        middle = shared.tables()
        if ids:
            shared.do(mend, ids)
            assert breaking(shared.project, coder=shared.project.coder) == []
            places = [span.fragments for span in shared.all()]
            assert len(set(places)) == len(places)
            history.undo(shared.project)
        assert shared.tables() == middle
    finally:
        while shared.tables() != before:
            history.undo(shared.project)


def test_a_label_keeps_its_rules_when_edges_are_mended(desk) -> None:
    desk.do(edit_label, "problem", apart=True)
    desk.do(edit_label, "cue", within=("quotation",))
    first, second = desk.label("problem", (31, 39)), desk.label("problem", (40, 44))  # الوزير I, anov
    desk.refused("label_overlaps_itself", mend, [first, second])
    quote, cue = desk.label("quotation", (13, 18)), desk.label("cue", (14, 16))  # within, and still so once both move
    fine = desk.label("problem", (45, 47))
    done = desk.do(mend, [first, second, quote, cue, fine])
    assert (done.facts["count"], done.facts["left"]) == (3, 2)
    assert desk.span(first).fragments == ((31, 39),)
    assert desk.span(cue).fragments == ((13, 16),)
    assert desk.span(fine).fragments == ((45, 48),)
    assert {one.annotation.id for one in broken(desk)} == {first, second}
