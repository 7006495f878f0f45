"""Splitting, joining and inner heads, with all that hangs on spans."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.core.changes import change
from annotator.core.models import Assigned, Doubt, Part, Statement, StatementType, Variable
from annotator.core.rows import added, altered
from annotator.operations import annotations, articles, codebook, history, notes, spans, variables
from annotator.operations.codings import Where
from annotator.operations.pieces import united
from annotator.store import codebook as reader
from annotator.store import codings
from tests.operations.conftest import BODY, document
from tests.operations.desk import Desk


@pytest.fixture
def desk(project, take) -> Desk:
    take(document(parts=()))
    return Desk(project)


def hang(desk: Desk, span: str, target: str) -> None:
    """An attribute, a link, a slot, a note and a doubt on a span."""
    desk.do(annotations.link, desk.kind, span, target)
    desk.do(notes.add_note, "annotation", span, "ملاحظة")
    coding = desk.span(span).coding
    slot = Assigned(f"v{span}", coding, f"s{span}", "said", {"annotation": span})
    rows = [Statement(f"s{span}", coding, "saying"), slot, Doubt(f"d{span}", span, ("كان",), "2026-01-01")]
    desk.project.journal.commit(change("rows", map(added, rows)))


@pytest.fixture
def furnished(desk) -> Desk:
    """With a relation between anything, and a kind of statement with a slot."""
    desk.kind = str(desk.do(variables.add_relation_type, {"en": "same as"}).facts["relation"])
    slot = Variable("said", {"en": "said"}, "statement", "span")
    kind = StatementType("saying", {"en": "saying"}, ("said",))
    desk.project.journal.commit(change("rows", map(added, (slot, kind))))
    return desk


def test_every_piece_keeps_label_and_attributes_and_the_rest_stays_with_the_first(furnished) -> None:
    desk = furnished
    span, other = desk.label("actor", (31, 50)), desk.label("source", (0, 4))
    assert desk.span(span).quotes == ("الوزير Ivanov زار ح",)
    desk.do(annotations.set_attribute, span, "actor.role", "victim")
    desk.do(annotations.set_head, span, ((38, 44),))
    hang(desk, span, other)
    before = desk.tables()
    done = desk.do(annotations.split, span, [38, 44])
    assert (done.facts["count"], done.facts["annotation"]) == (3, span)
    pieces = [one for one in desk.all() if one.label == "actor"]
    assert [(one.quotes, one.head) for one in pieces] == [
        (("الوزير",), ()),
        (("Ivanov",), ((38, 44),)),
        (("زار ح",), ()),
    ]
    assert pieces[0].id == span
    for piece in pieces:
        assert codings.values_of(desk.project.db, piece.id)["actor.role"].value == "victim"
    assert {link.source for link in codings.relations(desk.project.db, [desk.where.id])} == {span}
    history.undo(desk.project)
    assert desk.tables() == before


def test_a_head_that_is_cut_through_goes(desk) -> None:
    span = desk.label("actor", (31, 44))
    desk.do(annotations.set_head, span, ((31, 44),))
    desk.do(annotations.split, span, [37])
    assert [one.head for one in desk.all()] == [(), ()]


def test_a_cut_between_or_inside_fragments(desk) -> None:
    span = desk.label("actor", (0, 4), (8, 12), (20, 24))
    desk.do(annotations.split, span, [10, 15, 16])
    assert [one.fragments for one in desk.all()] == [((0, 4), (8, 10)), ((10, 12),), ((20, 24),)]


def test_where_nothing_can_be_cut(desk) -> None:
    span = desk.label("actor", (31, 38))  # with the space behind it
    for at in ([], [31], [38], [30], [99], [33, 38], [37], [33, 37]):
        desk.refused("nothing_to_split", annotations.split, span, at)
    face = desk.label("actor", (26, 27))
    desk.refused("nothing_to_split", annotations.split, face, [26])


def test_white_space_falls_away_where_a_fragment_is_cut(desk) -> None:
    span = desk.label("actor", (31, 38), (45, 50))
    desk.do(annotations.split, span, [37, 48])
    assert [one.fragments for one in desk.all()] == [((31, 37),), ((45, 48),), ((49, 50),)]
    white = desk.label("cue", (36, 38))
    desk.refused("nothing_to_split", annotations.split, white, [37])


def test_a_piece_that_is_there_already_is_refused(desk) -> None:
    span = desk.label("actor", (0, 10))
    desk.label("actor", (0, 4))
    desk.refused("already_coded", annotations.split, span, [4])


def test_the_others_hand_over_what_they_have(furnished) -> None:
    desk = furnished
    one, two, three = desk.label("actor", (31, 37)), desk.label("actor", (38, 44)), desk.label("actor", (45, 48))
    other = desk.label("source", (0, 4))
    desk.do(annotations.set_attribute, two, "actor.role", "victim")
    desk.do(annotations.set_attribute, three, "actor.role", "expert")
    desk.do(annotations.set_attribute, one, "actor.named", False)
    desk.do(annotations.set_attribute, two, "actor.named", True)
    desk.do(annotations.set_head, two, ((38, 40),))
    desk.do(annotations.link, desk.kind, one, two)
    desk.do(annotations.link, desk.kind, other, two)
    desk.do(annotations.link, desk.kind, other, three)
    for span in (two, three):
        hang(desk, span, other)
    desk.do(notes.add_note, "annotation", one, "أول")
    before = desk.tables()
    done = desk.do(annotations.join, [three, one, two])
    assert (done.facts["annotation"], done.facts["count"]) == (one, 3)
    db = desk.project.db
    (joined,) = [span for span in desk.all() if span.label == "actor"]
    assert (joined.id, joined.fragments, joined.quotes, joined.head) == (one, ((31, 48),), (BODY[31:48],), ((38, 40),))
    values = codings.values_of(db, one)
    assert {name: value.value for name, value in values.items()} == {"actor.role": "victim", "actor.named": False}
    links = {(link.source, link.target) for link in codings.relations(db, [desk.where.id])}
    assert links == {(other, one), (one, other)}
    assert len(codings.relations(db, [desk.where.id])) == 2
    assert [slot.value for slot in codings.values_in(db, "said")] == [{"annotation": one}] * 2
    assert len(codings.notes(db, [one])) == 3
    assert [(doubt.annotation, doubt.was) for doubt in codings.doubts(db, [one, two, three])] == [(one, ("كان",))]
    history.undo(desk.project)
    assert desk.tables() == before


def test_the_doubt_of_the_first_stays(furnished) -> None:
    desk = furnished
    one, two, other = desk.label("actor", (31, 37)), desk.label("actor", (38, 44)), desk.label("source", (0, 4))
    hang(desk, one, other)
    hang(desk, two, other)
    desk.do(annotations.join, [one, two])
    assert [doubt.id for doubt in codings.doubts(desk.project.db, [one, two])] == [f"d{one}"]


def test_a_gap_of_words_stays_and_one_of_white_space_is_bridged(desk) -> None:
    desk.do(
        annotations.join, [desk.label("actor", (0, 4)), desk.label("actor", (8, 12)), desk.label("actor", (13, 16))]
    )
    assert [one.fragments for one in desk.all()] == [((0, 4), (8, 16))]
    assert united("ab  cd ef", [((0, 2),), ((4, 6),), ((8, 9),)]) == ((0, 6), (8, 9))
    assert united("ab cd ef", [((0, 2), (3, 5)), ((6, 8),)]) == ((0, 2), (3, 8))  # a gap of its own stays


def test_what_cannot_be_joined(desk) -> None:
    one, two, cue = desk.label("actor", (0, 4)), desk.label("actor", (5, 9)), desk.label("cue", (10, 12))
    settled = Where("art-1", desk.project.coder, kind="settled")
    elsewhere = str(desk.do(annotations.label_span, settled, "actor", ((5, 9),)).facts["annotation"])
    for some in ([one], [one, one], [one, cue], [one, elsewhere], []):
        desk.refused("cannot_join", annotations.join, some)
    desk.refused("no_such_annotation", annotations.join, [one, "gone"])
    whole = desk.label("actor", (0, 9))
    desk.refused("already_coded", annotations.join, [one, two])
    assert desk.do(annotations.join, [one, two, whole]).facts["annotation"] == whole


def test_the_rules_of_a_label_hold_for_what_is_joined(desk) -> None:
    for quote in ((0, 20), (21, 40)):
        desk.label("quotation", quote)
    one, two, near = desk.label("cue", (0, 4)), desk.label("cue", (31, 37)), desk.label("cue", (5, 9))
    desk.do(codebook.edit_label, "cue", within=("quotation",), apart=True)
    desk.refused("label_not_here", annotations.join, [one, two])
    desk.do(annotations.join, [one, near])
    assert desk.span(one).fragments == ((0, 9),)


def test_heads_and_their_rules(desk) -> None:
    span = desk.label("actor", (31, 37), (45, 48))
    for head in (((30, 33),), ((36, 46),), ((33, 33),), ((34, 32),), ((31, 33), (34, 35)), ((53, 55),)):
        desk.refused("bad_head", annotations.set_head, span, head)
    assert desk.do(annotations.set_head, span, ((33, 37),)).facts["head"] == BODY[33:37]
    assert desk.span(span).head == ((33, 37),)
    desk.do(annotations.resize, span, ((31, 35), (45, 48)))
    assert desk.span(span).head == ((33, 35),)
    desk.do(annotations.resize, span, ((45, 48),))
    assert desk.span(span).head == ()
    assert desk.do(annotations.set_head, span, ()).n == 0


def test_a_head_cuts_no_cluster(project, take) -> None:
    take(document(body="قَالَ الوزير"))
    desk = Desk(project)
    span = desk.label("cue", (0, 5))
    desk.refused("bad_head", annotations.set_head, span, ((0, 1),))
    desk.do(annotations.set_head, span, ((0, 2),))
    desk.refused("nothing_to_split", annotations.split, span, [1])
    desk.do(annotations.split, span, [4])  # between a letter and its mark: moved to the border before
    assert [one.fragments for one in desk.all()] == [((0, 3),), ((3, 5),)]


def test_a_span_comes_with_its_head(desk) -> None:
    done = desk.do(annotations.label_span, desk.where, "actor", ((31, 37),), head=((33, 37),))
    assert desk.span(str(done.facts["annotation"])).head == ((33, 37),)


def test_a_span_goes_on_elsewhere(desk) -> None:
    span = desk.label("actor", (0, 4))
    desk.do(annotations.add_fragment, span, 8, 12)
    desk.do(annotations.add_fragment, span, 4, 6)
    assert desk.span(span).fragments == ((0, 6), (8, 12))
    assert desk.do(annotations.add_fragment, span, 1, 3).n == 0
    desk.refused("bad_span", annotations.add_fragment, span, 9, 9)
    desk.refused("bad_span", annotations.add_fragment, span, 9, 9999)


def test_removing_takes_doubts_and_empties_slots(furnished) -> None:
    desk = furnished
    span, other = desk.label("actor", (31, 37)), desk.label("source", (0, 4))
    hang(desk, span, other)
    before = desk.tables()
    done = desk.do(annotations.remove, [span, span])
    assert (done.facts["slots"], done.facts["annotation"]) == (1, span)
    assert codings.doubts(desk.project.db, [span]) == []
    assert list(codings.values_in(desk.project.db, "said")) == []
    assert len(codings.statements(desk.project.db, [desk.where.id])) == 1
    history.undo(desk.project)
    assert desk.tables() == before
    desk.do(articles.remove_articles, ["art-1"])
    assert codings.doubts(desk.project.db, [span]) == []


def test_a_span_on_another_version_of_the_text_is_only_taken_away(desk, take) -> None:
    take(document("art-2", BODY + " x"))
    (other,) = desk.project.db.execute("select \"text\" from article where id = 'art-2'").fetchone()
    span, mine = desk.label("quotation", (0, 4)), desk.label("source", (5, 9))
    desk.project.journal.commit(change("import", [altered(desk.span(span), text=other)]))
    for operation, *args in (
        (annotations.relabel, span, "cue"),
        (annotations.resize, span, ((0, 2),)),
        (annotations.split, span, [2]),
        (annotations.join, [span, mine]),
        (annotations.set_head, span, ((0, 2),)),
        (annotations.add_fragment, span, 8, 9),
        (annotations.set_attribute, span, "quotation.type", "direct"),
        (annotations.link, "says", span, mine),
    ):
        assert desk.refused("text_changed", operation, *args).facts == {"quote": BODY[0:4]}
    desk.do(annotations.remove, [span])


# --- rules


def rule(desk: Desk, label: str, **fields) -> None:
    desk.project.journal.commit(change("rule", [altered(reader.label(desk.project.db, label), **fields)]))


def test_the_rules_of_a_label_hold_wherever_it_is_put(desk) -> None:
    rule(desk, "cue", within=("quotation",))
    error = desk.refused("label_not_here", annotations.label_span, desk.where, "cue", ((5, 9),))
    assert [names["en"] for names in error.facts["within"]] == ["Quotation"]
    span = desk.label("source", (5, 9))
    desk.refused("label_not_here", annotations.relabel, span, "cue")
    desk.label("quotation", (0, 12))
    cue = desk.label("cue", (5, 9))
    desk.refused("label_not_here", annotations.resize, cue, ((5, 14),))
    desk.refused("label_not_here", annotations.add_fragment, cue, 16, 20)
    desk.do(annotations.resize, cue, ((5, 10),))
    desk.do(annotations.relabel, span, "cue")
    rule(desk, "cue", within=(), apart=True)
    desk.refused("label_overlaps_itself", annotations.label_span, desk.where, "cue", ((8, 11),))
    desk.label("cue", (10, 11))


def test_a_label_of_some_parts_of_an_article(desk) -> None:
    text = desk.project.db.execute('select "text" from article').fetchone()[0]
    middle = BODY.index("\n")
    rows = [Part("p1", "art-1", text, "headline", 0, middle), Part("p2", "art-1", text, "lead", middle + 1, len(BODY))]
    desk.project.journal.commit(change("parts", map(added, rows)))
    rule(desk, "cue", parts=("headline",))
    desk.label("cue", (0, middle))
    desk.refused("label_not_in_part", annotations.label_span, desk.where, "cue", ((middle - 2, middle + 3),))
    rule(desk, "cue", parts=("headline", "lead"))
    desk.label("cue", (middle - 2, middle + 3))


# --- split then join


ranges = st.tuples(st.integers(0, 56), st.integers(1, 25))


@given(st.lists(ranges, min_size=1, max_size=3), st.lists(st.integers(0, 85), min_size=1, max_size=4), st.booleans())
def test_split_then_join_gives_the_span_back(shared, drawn, at, named) -> None:
    fragments = spans.in_order(tuple((start, start + length) for start, length in drawn))
    cuts = [place for place in at if fragments[0][0] < place < fragments[-1][1]]
    assume(cuts and not any(_white(*gap) for gap in _gaps(fragments)))
    assume(not any(_white(*piece) for piece in _sliced(fragments, cuts)))
    span = shared.label("actor", *fragments)
    if named:
        shared.do(annotations.set_attribute, span, "actor.named", True)
    before = shared.tables()
    try:
        shared.do(annotations.split, span, cuts)
        pieces, middle = shared.all(), shared.tables()
        held = "".join("".join(piece.quotes) for piece in pieces)
        assert _letters(held) == _letters("".join(BODY[start:end] for start, end in fragments))
        shared.do(annotations.join, [piece.id for piece in reversed(pieces)])
        assert shared.tables() == before
        history.undo(shared.project)
        assert shared.tables() == middle
        history.undo(shared.project)
        assert shared.tables() == before
    finally:
        shared.do(annotations.remove, [one.id for one in shared.all()])


def _white(start: int, end: int) -> bool:
    return not BODY[start:end].strip()


def _gaps(fragments):
    return [(end, start) for (_, end), (start, _) in pairwise(fragments)]


def _sliced(fragments, cuts):
    """Every stretch of a fragment between two cuts; the cluster at a cut may go to either."""
    for start, end in fragments:
        inside = [cut for cut in sorted(cuts) if start < cut < end]
        yield from pairwise([start, *inside, end])


def _letters(words: str) -> str:
    return "".join(words.split())
