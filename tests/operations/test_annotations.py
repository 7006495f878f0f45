"""What a coder does to spans, rule by rule; random walks of all of it are in test_history."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError, StaleError
from annotator.core.rows import altered
from annotator.operations import annotations, codebook, history, notes, spans, variables
from annotator.operations.codings import Where
from annotator.store import codebook as reader
from annotator.store import codings
from tests.operations.conftest import BODY, document


class Desk:
    """One article in hand: commits operations and says what came of them."""

    def __init__(self, project) -> None:
        self.project = project
        self.where = Where("art-1", project.coder)

    def do(self, operation, *args):
        return self.project.journal.commit(operation(self.project, *args))

    def label(self, label: str, *fragments: tuple[int, int]) -> str:
        return str(self.do(annotations.label_span, self.where, label, fragments).facts["annotation"])

    def span(self, annotation: str):
        return codings.annotation(self.project.db, annotation)

    def refused(self, key: str, operation, *args) -> None:
        before = len(self.project.journal.entries())
        with pytest.raises(AnnotatorError, match=key):
            self.do(operation, *args)
        assert len(self.project.journal.entries()) == before


@pytest.fixture
def desk(project, take) -> Desk:
    take(document())
    return Desk(project)


def test_a_span_keeps_its_words_and_its_codebook(desk) -> None:
    span = desk.span(desk.label("actor", (16, 24)))
    assert (span.quotes, span.start, span.end) == ((BODY[16:24],), 16, 24)
    assert span.codebook == reader.latest_version(desk.project.db)


def test_fragments_that_touch_are_joined_and_gaps_stay(desk) -> None:
    span = desk.span(desk.label("actor", (20, 24), (0, 4), (4, 6), (22, 26)))
    assert span.fragments == ((0, 6), (20, 26))
    assert span.quotes == (BODY[0:6], BODY[20:26])


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)), min_size=1))
def test_joined_fragments_hold_the_same_characters_in_order(drawn: list[tuple[int, int]]) -> None:
    fragments = tuple((start, start + length) for start, length in drawn)
    joined = spans.in_order(fragments)
    assert {at for start, end in joined for at in range(start, end)} == {
        at for start, end in fragments for at in range(start, end)
    }
    assert all(first[1] < second[0] for first, second in pairwise(joined))


def test_what_cannot_be_coded(desk) -> None:
    desk.label("actor", (0, 4))
    label = annotations.label_span
    desk.refused("already_coded", label, desk.where, "actor", ((0, 4),))
    desk.refused("no_such_label", label, desk.where, "nothing", ((0, 4),))
    desk.refused("bad_span", label, desk.where, "cue", ((4, 4),))
    desk.refused("bad_span", label, desk.where, "cue", ((5, 2),))
    desk.refused("bad_span", label, desk.where, "cue", ())
    desk.refused("bad_span", label, desk.where, "cue", ((0, len(BODY) + 1),))
    desk.refused("no_such_article", label, Where("gone", desk.project.coder), "cue", ((0, 4),))
    desk.refused("no_such_coder", label, Where("art-1", "gone"), "cue", ((0, 4),))
    desk.refused("no_such_round", label, Where("art-1", desk.project.coder, "gone"), "cue", ((0, 4),))
    desk.do(codebook.retire_label, "cue")
    desk.refused("retired_label", label, desk.where, "cue", ((0, 4),))


def test_overlapping_nested_and_identical_spans_of_other_labels_stand_side_by_side(desk) -> None:
    for fragments in ((0, 10), (2, 4), (8, 14), (0, 10)):
        label = "cue" if fragments == (0, 10) and len(_all(desk)) == 3 else "actor"
        desk.label(label, fragments)
    assert [(span.start, span.end) for span in _all(desk)] == [(0, 10), (0, 10), (2, 4), (8, 14)]


def _all(desk):
    return codings.annotations_of(desk.project.db, [desk.where.id])


def test_another_label_takes_only_the_attributes_that_it_carries(desk) -> None:
    span = desk.label("actor", (0, 4))
    desk.do(annotations.set_attribute, span, "actor.role", "victim")
    done = desk.do(annotations.relabel, span, "cue")
    assert (done.facts["label"], done.facts["before"]) == ("cue", "actor")
    assert codings.values_of(desk.project.db, span) == {}
    history.undo(desk.project)
    assert codings.values_of(desk.project.db, span)["actor.role"].value == "victim"
    assert desk.do(annotations.relabel, span, "actor").n == 0
    desk.label("cue", (0, 4))
    desk.refused("already_coded", annotations.relabel, span, "cue")


def test_edges_move_and_the_words_with_them(desk) -> None:
    span = desk.label("actor", (0, 4))
    desk.do(annotations.resize, span, ((0, 6),))
    assert desk.span(span).quotes == (BODY[0:6],)
    desk.label("actor", (0, 4))
    desk.refused("already_coded", annotations.resize, span, ((0, 4),))
    desk.refused("bad_span", annotations.resize, span, ((0, 9999),))
    assert desk.do(annotations.resize, span, ((0, 6),)).n == 0


def test_spans_go_with_all_that_is_on_them_as_one_action(desk) -> None:
    quote, source = desk.label("quotation", (26, 33)), desk.label("source", (16, 24))
    link = desk.do(annotations.link, "says", quote, source)
    assert link.facts["target"] == BODY[16:24]
    desk.do(notes.add_note, "annotation", quote, "ملاحظة")
    desk.do(annotations.set_attribute, quote, "quotation.type", "direct")
    assert desk.do(annotations.remove, [quote, source]).facts == {"count": 2}
    assert _all(desk) == []
    assert codings.relations(desk.project.db, [desk.where.id]) == []
    assert codings.values(desk.project.db, [desk.where.id]) == []
    assert codings.notes(desk.project.db, [quote]) == []
    history.undo(desk.project)
    assert len(_all(desk)) == 2
    assert len(codings.notes(desk.project.db, [quote])) == 1
    desk.do(annotations.remove, [source])
    assert codings.relations_of(desk.project.db, quote) == []
    desk.refused("no_such_annotation", annotations.remove, [source])


def test_links_and_their_rules(desk) -> None:
    quote, source = desk.label("quotation", (26, 33)), desk.label("source", (16, 24))
    other = Where("art-1", desk.project.coder, kind="settled")
    settled = str(desk.do(annotations.label_span, other, "source", ((0, 4),)).facts["annotation"])
    desk.refused("bad_link", annotations.link, "gone", quote, source)
    desk.refused("link_to_itself", annotations.link, "says", quote, quote)
    desk.refused("bad_link", annotations.link, "says", source, quote)
    desk.refused("bad_link", annotations.link, "says", quote, settled)
    anything = desk.do(variables.add_relation_type, {"en": "same as"}).facts["relation"]
    desk.refused("link_to_itself", annotations.link, anything, quote, quote)
    desk.do(annotations.link, "says", quote, source)
    (link,) = codings.relations_of(desk.project.db, quote)
    desk.do(annotations.unlink, link.id)
    desk.refused("no_such_link", annotations.unlink, link.id)


def test_attributes_and_their_rules(desk) -> None:
    span = desk.label("actor", (0, 4))
    desk.refused("bad_value", annotations.set_attribute, span, "actor.role", "clown")
    desk.refused("no_such_variable", annotations.set_attribute, span, "tone", "negative")
    desk.refused("no_such_actor", annotations.set_attribute, span, "actor.who", "nobody")
    desk.refused("attribute_not_here", annotations.set_attribute, span, "cue.stance", "neutral")
    desk.do(annotations.set_attribute, span, "actor.named", True)
    desk.do(annotations.set_attribute, span, "actor.named", False)
    assert codings.values_of(desk.project.db, span)["actor.named"].value is False
    desk.do(annotations.set_attribute, span, "actor.named", None)
    assert codings.values_of(desk.project.db, span) == {}
    assert desk.do(annotations.set_attribute, span, "actor.named", None).n == 0


def test_the_history_keeps_the_start_of_long_words(desk) -> None:
    span = desk.label("problem", (0, len(BODY)))
    quote = str(desk.do(annotations.relabel, span, "cause").facts["quote"])
    assert len(quote) <= 80


def test_frozen_work_stays_as_it_is(desk) -> None:
    span = desk.label("actor", (0, 4))
    (main,) = reader.rounds(desk.project.db)
    desk.project.journal.commit(change("freeze", [altered(main, state="frozen")]))
    for operation, *args in (
        (annotations.label_span, desk.where, "cue", ((0, 2),)),
        (annotations.relabel, span, "cue"),
        (annotations.resize, span, ((0, 2),)),
        (annotations.remove, [span]),
        (annotations.set_attribute, span, "actor.role", "victim"),
    ):
        desk.refused("frozen_round", operation, *args)


def test_an_action_built_on_an_older_state_is_refused(desk) -> None:
    span = desk.label("actor", (0, 4))
    late = annotations.relabel(desk.project, span, "cue")
    desk.do(annotations.relabel, span, "source")
    with pytest.raises(StaleError):
        desk.project.journal.commit(late)
    assert desk.span(span).label == "source"
