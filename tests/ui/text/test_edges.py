from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import words
from annotator.ui.text.edges import moved
from tests.ui.text.conftest import drag, point_of

BODY = "قَالَ الرئيس إن Twitter أغلقت 👨\u200d👩\u200d👧 حسابا"
BORDERS = sorted({words.whole_clusters(BODY, at, at)[0] for at in range(len(BODY) + 1)})


@given(st.lists(st.sampled_from(BORDERS), min_size=3, max_size=3, unique=True), st.sampled_from(["start", "end"]))
def test_an_edge_goes_where_it_is_put_and_leaves_at_least_a_cluster(places: list[int], edge) -> None:
    place, start, end = places[0], *sorted(places[1:])
    ((new_start, new_end),) = moved(BODY, ((start, end),), edge, place)
    assert words.whole_clusters(BODY, new_start, new_end) == (new_start, new_end)
    assert new_start < new_end
    if edge == "start":
        assert new_end == end
        assert new_start == place or place >= end
    else:
        assert new_start == start
        assert new_end == place or place <= start


def test_of_several_fragments_only_the_outer_edges_move() -> None:
    fragments = ((0, 5), (10, 12), (20, 25))
    assert moved(BODY, fragments, "start", 3) == ((3, 5), (10, 12), (20, 25))
    assert moved(BODY, fragments, "start", 11)[0][0] < 5
    assert moved(BODY, fragments, "end", 28) == ((0, 5), (10, 12), (20, 28))
    assert moved(BODY, fragments, "end", 2)[-1] == (20, 21)


def test_an_inner_edge_goes_no_farther_than_to_the_piece_beside_it() -> None:
    fragments = ((0, 5), (10, 12), (20, 25))
    assert moved(BODY, fragments, "end", 8, 0) == ((0, 8), (10, 12), (20, 25))
    assert moved(BODY, fragments, "end", 18, 0) == ((0, 10), (10, 12), (20, 25))
    assert moved(BODY, fragments, "start", 2, 2) == ((0, 5), (10, 12), (12, 25))


@pytest.mark.parametrize("caret", [None, 0, 1])
def test_of_a_span_in_pieces_the_edges_of_the_one_with_the_caret_move(make, caret) -> None:
    from annotator.ui.text.marks import Mark

    surface = make(BODY)
    first, second = BODY.index("الرئيس"), BODY.index("أغلقت")
    pieces = ((first, first + 6), (second, second + 5))
    surface.set_marks([Mark("m", pieces, "اقتباس", 150)])
    surface.focus_mark("m", at=None if caret is None else pieces[caret][0] + 2)
    asked = []
    surface.resized.connect(lambda _, fragments: asked.append(surface.text.quotes(fragments)))
    surface.nudge_edge("end", 1, by="word")
    surface.edges.settle()
    surface.nudge_edge("start", -1, by="word")
    surface.edges.settle()
    at = {
        None: ("الرئيس", "أغلقت 👨\u200d👩\u200d👧"),
        0: ("الرئيس إن", "أغلقت"),
        1: ("الرئيس", "أغلقت 👨\u200d👩\u200d👧"),
    }
    assert asked[0] == at[caret]
    assert asked[1] == (("الرئيس", "Twitter أغلقت") if caret == 1 else ("قَالَ الرئيس", "أغلقت"))


def test_the_edges_between_pieces_are_dragged_too(make) -> None:
    from annotator.ui.text.marks import Mark

    surface = make(BODY)
    first, second = BODY.index("الرئيس"), BODY.index("أغلقت")
    surface.set_marks([Mark("m", ((first, first + 6), (second, second + 5)), "اقتباس", 150)])
    surface.focus_mark("m")
    assert set(surface.focus_handles()) == {"start", "end 0", "start 1", "end"}
    asked = []
    surface.resized.connect(lambda _, fragments: asked.append(surface.text.quotes(fragments)))
    drag(surface, surface.focus_handles()["end 0"].center().toPoint(), point_of(surface, BODY.index("إن")))
    assert asked == [("الرئيس إن", "أغلقت")]


@pytest.mark.parametrize(
    ("edge", "step", "quote"),
    [
        ("end", 1, "الرئيس إن Twitter"),
        ("end", 2, "الرئيس إن Twitter أغلقت"),
        ("end", -1, "الرئيس"),
        ("end", -5, "ا"),
        ("start", -1, "قَالَ الرئيس إن"),
        ("start", 1, "إن"),
        ("start", 9, "ن"),
    ],
)
def test_an_edge_steps_by_words(make, edge, step: int, quote: str) -> None:
    from tests.ui.text.conftest import mark

    surface = make(BODY)
    surface.set_marks([mark(BODY, "الرئيس إن", "m")])
    surface.focus_mark("m")
    asked = []
    surface.resized.connect(lambda _, fragments: asked.append(fragments))
    surface.nudge_edge(edge, step, by="word")
    surface.edges.settle()
    assert [surface.text.quotes(fragments) for fragments in asked] == [(quote,)]


def test_the_last_word_can_be_reached_and_left_again(make) -> None:
    from tests.ui.text.conftest import mark

    surface = make(BODY)
    surface.set_marks([mark(BODY, "أغلقت", "m")])
    surface.focus_mark("m")
    for _ in range(5):
        surface.nudge_edge("end", 1, by="word")
    assert surface.state.moved.end == len(BODY)
    surface.nudge_edge("end", -1, by="word")
    assert BODY[: surface.state.moved.end].endswith("👧")
