from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import words
from annotator.ui.text.edges import moved

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
