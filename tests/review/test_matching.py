from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.models import Annotation
from annotator.review.matching import groups, matched, overlap, touching

Side = list[Annotation]


def span(name: str, start: int, end: int, label: str = "actor") -> Annotation:
    return Annotation(name, "c", label, "t", ((start, end),), ("x",))


@st.composite
def sides(draw: st.DrawFn, many: int = 2) -> list[Side]:
    """So many coders' spans on a short stretch, that touch, coincide and nest."""
    found = []
    for side in "abcd"[:many]:
        places = draw(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 5), st.sampled_from("xy")), max_size=6))
        found.append([span(f"{side}{n}", at, at + long, label) for n, (at, long, label) in enumerate(places)])
    return found


def names(found: list[tuple[Annotation | None, ...]]) -> set[frozenset[str]]:
    return {frozenset(each.id for each in group if each) for group in found}


# --- two


def test_the_shares_add_up_to_the_most() -> None:
    a = [span("long", 0, 20), span("next", 20, 30)]
    b = [span("most", 0, 21), span("rest", 3, 10)]
    # "long" shares most with "most", and "next" then nothing with "rest"
    assert names(groups([a, b], {})) == {frozenset({"long", "most"}), frozenset({"next"}), frozenset({"rest"})}
    b = [span("most", 8, 28), span("rest", 0, 8)]
    assert names(groups([a, b], {})) == {frozenset({"long", "rest"}), frozenset({"next", "most"})}


def test_of_equal_shares_the_earlier_counts() -> None:
    a, b = [span("one", 10, 20)], [span("after", 15, 25), span("before", 5, 15)]
    assert names(groups([a, b], {})) == {frozenset({"one", "before"}), frozenset({"after"})}


def test_by_units_another_label_is_no_hindrance_but_the_same_one_is_preferred() -> None:
    a, b = [span("one", 10, 20, "x")], [span("other", 11, 20, "y")]
    assert len(groups([a, b], {})) == 2
    assert names(groups([a, b], {}, "unit")) == {frozenset({"one", "other"})}
    b = [span("other", 10, 19, "y"), span("same", 11, 20, "x")]
    assert names(groups([a, b], {}, "unit")) == {frozenset({"one", "same"}), frozenset({"other"})}


def test_what_is_said_of_twins_decides_which_are_the_same() -> None:
    a, b = [span("a1", 0, 5), span("a2", 0, 5)], [span("b1", 0, 5), span("b2", 0, 5)]
    found = groups([a, b], {"a1": "p", "a2": "q", "b1": "q", "b2": "p"})
    assert names(found) == {frozenset({"a1", "b2"}), frozenset({"a2", "b1"})}


def test_overlap_is_common_over_all() -> None:
    assert overlap(((0, 10),), ((5, 15),)) == pytest.approx(5 / 15)
    assert overlap(((0, 2), (8, 10)), ((1, 9),)) == pytest.approx(2 / 10)
    assert overlap(((0, 5),), ((5, 6),)) == 0


@pytest.mark.parametrize("rule", ["label", "unit"])
@given(found=sides())
def test_no_other_assignment_shares_more(rule, found: list[Side]) -> None:
    a, b = found
    pairs = [match.pair for match in matched(a, b, {}, rule)]
    exact = {(x.id, y.id) for x, y in pairs if x.fragments == y.fragments}
    rest_a = [x for x in a if x.id not in {one for one, _ in exact}]
    rest_b = [y for y in b if y.id not in {other for _, other in exact}]
    ours = sum(_share(x, y, rule) for x, y in pairs if (x.id, y.id) not in exact)
    assert ours == pytest.approx(_most(rest_a, rest_b, rule))


def _share(x: Annotation, y: Annotation, rule: str) -> float:
    return overlap(x.fragments, y.fragments) if rule == "unit" or x.label == y.label else 0


def _most(a: Side, b: Side, rule: str) -> float:
    few, many = sorted((a, b), key=len)
    ways = (zip(few, way, strict=True) for way in permutations(many, len(few)))
    return max(sum(_share(x, y, rule) for x, y in way) for way in ways)


def test_a_heap_of_segments_is_matched_without_trying_every_pair() -> None:
    a = [span(f"a{n:04}", n, 2_000 + n) for n in range(1_000)]
    b = [span(f"b{n:04}", n, 2_001 + n) for n in range(1_000)]
    assert sum(1 for _ in touching(a, b)) < 65 * 1_000
    found = groups([a, b], {})
    assert all(one and other and one.id[1:] == other.id[1:] for one, other in found)
    assert names(found) == names(groups([b, a], {}))


# --- more


@given(sides(3), st.permutations(range(3)), st.sampled_from(["label", "unit"]))
def test_the_order_of_the_coders_plays_no_part(found: list[Side], order: list[int], rule) -> None:
    turned = groups([found[place] for place in order], {}, rule)
    assert names(groups(found, {}, rule)) == names(turned)


@given(sides(4))
def test_everybody_stands_in_a_group_once_and_in_one_place(found: list[Side]) -> None:
    there = groups(found, {})
    for place, side in enumerate(found):
        assert sorted(group[place].id for group in there if group[place]) == sorted(each.id for each in side)  # type: ignore[union-attr]


@given(sides(3))
def test_three_who_have_the_same_are_one_group_each(found: list[Side]) -> None:
    first = found[0]
    copies = [[Annotation(f"{n}{x.id}", *[getattr(x, f) for f in x.__slots__[1:]]) for x in first] for n in "pqr"]
    for group in groups(copies, {}):
        assert None not in group
        assert len({(each.fragments, each.label) for each in group if each}) == 1


def test_who_shares_more_comes_into_the_group() -> None:
    a, b, c = [span("a", 0, 10)], [span("b", 0, 9), span("b2", 5, 12)], [span("c", 4, 12)]
    assert names(groups([a, b, c], {})) == {frozenset({"a", "b"}), frozenset({"b2", "c"})}
