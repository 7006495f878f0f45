from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.models import Annotation, Relation
from annotator.review.compare import Coded, Comparison, Difference, compare
from annotator.review.matching import overlap, touching

_ids = count()


def span(start: int, end: int, label: str = "actor", name: str = "") -> Annotation:
    return fragments(((start, end),), label, name)


def fragments(parts: tuple[tuple[int, int], ...], label: str = "actor", name: str = "") -> Annotation:
    quotes = tuple("x" * (end - start) for start, end in parts)
    return Annotation(name or f"n{next(_ids):06}", "coding", label, "text", parts, quotes)


def kinds(a: Coded, b: Coded) -> list[str]:
    return [difference.kind for difference in compare([a, b]).differences]


@st.composite
def works(draw: st.DrawFn, side: str, *, most: int = 12) -> Coded:
    """One coder's work on a short text, dense enough that spans touch, coincide and nest."""
    spans: list[Annotation] = []
    for number in range(draw(st.integers(0, most))):
        cuts = sorted(draw(st.sets(st.integers(0, 14), min_size=2, max_size=4)))
        parts = tuple(zip(cuts[::2], cuts[1::2], strict=False))
        label = draw(st.sampled_from(["actor", "source", "cue"]))
        spans.append(fragments(parts, label, f"{side}{number:03}"))
    values = {
        each.id: {"role": draw(st.sampled_from(["victim", "authority"]))} for each in spans if draw(st.booleans())
    }
    variables = draw(st.dictionaries(st.sampled_from(["tone", "genre"]), st.sampled_from(["x", "y"])))
    return Coded(f"coding-{side}", spans, values, variables, tuple(_links(draw, spans)))


def _links(draw: st.DrawFn, spans: list[Annotation]) -> list[Relation]:
    if len(spans) < 2:
        return []
    pairs = draw(st.sets(st.tuples(st.sampled_from(spans), st.sampled_from(spans)), max_size=3))
    return [Relation(f"{s.id}-{t.id}", "coding", "says", s.id, t.id) for s, t in pairs if s.id != t.id]


def copied(coded: Coded) -> Coded:
    """The same work by somebody else: other ids."""
    spans = [replace(each, id=f"copy-{each.id}") for each in coded.annotations]
    links = [
        replace(link, id=f"copy-{link.id}", source=f"copy-{link.source}", target=f"copy-{link.target}")
        for link in coded.links
    ]
    values = {f"copy-{name}": said for name, said in coded.values.items()}
    return Coded("coding-copy", spans, values, coded.variables, links)


def swapped(difference: Difference) -> tuple[object, ...]:
    return (difference.id, difference.kind, difference.start, difference.end, difference.b, difference.a)


def sides(difference: Difference) -> tuple[object, ...]:
    return (difference.id, difference.kind, difference.start, difference.end, difference.a, difference.b)


def spans_of(compared: Comparison) -> Counter[str]:
    pairs = [each.id for pair in compared.agreed for each in pair]
    differing = [each.id for d in compared.differences if d.link is None for each in (d.a, d.b) if each]
    return Counter(pairs + differing)


# --- the rule


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ([span(0, 5)], [span(0, 5, "source")], "label"),
        ([span(0, 5)], [span(0, 6)], "boundary"),
        ([span(0, 5)], [span(5, 6)], "missing"),
        ([span(0, 5)], [span(0, 6, "source")], "missing"),
        ([fragments(((0, 2), (4, 6)))], [span(0, 6)], "boundary"),
        ([fragments(((0, 2), (8, 9)))], [span(3, 7)], "missing"),
    ],
)
def test_kinds(one: list[Annotation], other: list[Annotation], kind: str) -> None:
    found = kinds(Coded("a", one), Coded("b", other))
    assert set(found) == {kind}
    assert len(found) == (2 if kind == "missing" else 1)


def test_the_same_span_described_otherwise_differs_in_those_attributes() -> None:
    x, y = span(0, 5), span(0, 5)
    said = {x.id: {"role": "victim", "named": True, "kinds": ["p", "q"]}, y.id: {"role": "other", "kinds": ["q", "p"]}}
    a, b = Coded("a", [x], {x.id: said[x.id]}), Coded("b", [y], {y.id: said[y.id]})
    (found,) = compare([a, b]).differences
    assert (found.kind, found.variables) == ("attribute", ("named", "role"))


def test_of_twins_those_said_alike_agree_whatever_their_order() -> None:
    x1, x2, y1, y2 = span(0, 5, name="x1"), span(0, 5, name="x2"), span(0, 5, name="y1"), span(0, 5, name="y2")
    a = Coded("a", [x1, x2], {"x1": {"role": "p"}, "x2": {"role": "q"}})
    b = Coded("b", [y1, y2], {"y1": {"role": "q"}, "y2": {"role": "p"}})
    compared = compare([a, b])
    assert not compared.differences
    assert {(x.id, y.id) for x, y in compared.agreed} == {("x1", "y2"), ("x2", "y1")}


def test_the_largest_share_of_common_characters_is_paired_first() -> None:
    x, near, far = span(0, 10), span(0, 9), span(8, 12)
    compared = compare([Coded("a", [x]), Coded("b", [far, near])])
    assert [(d.kind, d.b) for d in compared.differences] == [("boundary", near), ("missing", far)]


def test_article_variables_differ_one_by_one_and_an_empty_form_not_at_all() -> None:
    a = Coded("a", variables={"tone": "negative", "genre": "report"})
    compared = compare([a, Coded("b", variables={"tone": "neutral", "genre": "report", "frame": "security"})])
    assert [(d.kind, d.label) for d in compared.differences] == [("variable", "frame"), ("variable", "tone")]
    assert compared.alike == ("genre",)
    assert compare([a, Coded("b")]).differences == ()


def test_a_variable_has_another_id_in_another_article() -> None:
    def found(article: str) -> str:
        a, b = (Coded(f"{article}-{side}", variables={"tone": side}) for side in "ab")
        return compare([a, b]).differences[0].id

    assert found("one") != found("two")


def test_a_link_between_segments_that_both_have_differs_when_one_made_it_alone() -> None:
    q1, s1, q2, s2 = span(0, 5, "quotation"), span(6, 9, "source"), span(0, 4, "quotation"), span(6, 9, "source")
    link = Relation("r", "a", "says", q1.id, s1.id)
    alone = compare([Coded("a", [q1, s1], links=[link]), Coded("b", [q2, s2])])
    (found,) = [d for d in alone.differences if d.kind == "relation"]
    assert (found.a, found.b, found.link, found.label) == (q1, None, link, "says")
    both = Coded("b", [q2, s2], links=[Relation("r2", "b", "says", q2.id, s2.id)])
    assert "relation" not in kinds(Coded("a", [q1, s1], links=[link]), both)
    lacking = Coded("b", [q2])
    assert "relation" not in kinds(Coded("a", [q1, s1], links=[link]), lacking)


def test_overlap_is_common_over_all() -> None:
    assert overlap(((0, 10),), ((5, 15),)) == pytest.approx(5 / 15)
    assert overlap(((0, 2), (8, 10)), ((1, 9),)) == pytest.approx(2 / 10)
    assert overlap(((0, 5),), ((5, 6),)) == 0


# --- what holds of any two codings


@given(works("a"))
def test_the_same_work_has_no_differences(a: Coded) -> None:
    compared = compare([a, copied(a)])
    assert compared.differences == ()
    assert len(compared.agreed) == len(a.annotations)
    assert set(compared.alike) == set(a.variables)


@given(works("a"), works("b"))
def test_swapping_the_coders_swaps_the_sides_alone(a: Coded, b: Coded) -> None:
    one, other = compare([a, b]), compare([b, a])
    assert [sides(d) for d in one.differences] == [swapped(d) for d in other.differences]
    assert {(x.id, y.id) for x, y in one.agreed} == {(y.id, x.id) for x, y in other.agreed}
    assert one.alike == other.alike


@given(works("a"), works("b"))
def test_each_annotation_is_used_once(a: Coded, b: Coded) -> None:
    used = spans_of(compare([a, b]))
    assert used == Counter(each.id for each in (*a.annotations, *b.annotations))


@given(works("a"), works("b"), st.randoms(use_true_random=False))
def test_ids_are_stable_and_different_whatever_the_order_of_rows(a: Coded, b: Coded, random) -> None:
    first = compare([a, b])
    spans = list(a.annotations)
    random.shuffle(spans)
    again = compare([replace(a, annotations=spans), b])
    assert first.differences == again.differences
    ids = [d.id for d in first.differences]
    assert len(ids) == len(set(ids))


@given(works("a"), works("b"))
def test_differences_stand_in_text_order_and_name_their_place(a: Coded, b: Coded) -> None:
    found = compare([a, b]).differences
    placed = [d for d in found if d.kind != "variable"]
    assert [d.kind for d in found[len(placed) :]] == ["variable"] * (len(found) - len(placed))
    assert [d.start for d in placed] == sorted(d.start for d in placed)
    for d in placed:
        starts = [side.start for side in (d.a, d.b) if side]
        assert d.start == min(starts)
        assert d.label == (d.link.label if d.link else (d.a or d.b).label)  # type: ignore[union-attr]


def test_few_pairs_are_looked_at_however_many_spans_there_are() -> None:
    a = [span(n * 10, n * 10 + 7, name=f"a{n:05}") for n in range(5_000)]
    b = [span(n * 10 + 1, n * 10 + 8, name=f"b{n:05}") for n in range(5_000)]
    assert sum(1 for _ in touching(a, b)) == 5_000
    assert kinds(Coded("a", a), Coded("b", b)) == ["boundary"] * 5_000


# --- units first


def test_by_units_a_label_is_another_difference_that_waits_for_the_first() -> None:
    x, y = span(0, 10), span(0, 9, "source")
    unit, label = compare([Coded("a", [x]), Coded("b", [y])], "unit").differences
    assert (unit.kind, unit.after, label.kind, label.after) == ("boundary", "", "label", unit.id)
    assert unit.id != label.id
    same = compare([Coded("a", [x]), Coded("b", [span(0, 10, "source")])], "unit").differences
    assert [(d.kind, d.after) for d in same] == [("label", "")]
    missing = compare([Coded("a", [x]), Coded("b")], "unit").differences
    assert [d.kind for d in missing] == ["missing"]


def test_by_units_values_are_settled_with_the_label() -> None:
    x, y = span(0, 10), span(0, 9)
    found = compare([Coded("a", [x], {x.id: {"role": "p"}}), Coded("b", [y])], "unit").differences
    assert [(d.kind, d.variables) for d in found] == [("boundary", ()), ("attribute", ("role",))]


def test_by_units_what_lies_elsewhere_with_the_same_label_is_one_difference() -> None:
    (found,) = compare([Coded("a", [span(0, 10)]), Coded("b", [span(0, 9)])], "unit").differences
    assert (found.kind, found.camps) == ("boundary", ((0,), (1,)))


@given(works("a"), works("b"))
def test_by_units_ids_are_others_than_by_labels(a: Coded, b: Coded) -> None:
    spans = {"missing", "boundary", "label", "attribute"}
    by_label = {d.id for d in compare([a, b]).differences if d.kind in spans}
    assert not by_label & {d.id for d in compare([a, b], "unit").differences}


# --- more than two


def test_three_coders_make_one_difference_of_what_belongs_together() -> None:
    x, y, z = span(0, 10, name="x"), span(0, 10, name="y"), span(0, 9, name="z")
    compared = compare([Coded("a", [x]), Coded("b", [y]), Coded("c", [z])])
    (found,) = compared.differences
    assert (found.kind, found.sides, found.camps, found.majority) == ("boundary", (x, y, z), ((0, 1), (2,)), (0, 1))
    (found,) = compare([Coded("a", [x]), Coded("b"), Coded("c", [z])]).differences
    assert (found.kind, found.camps, found.majority) == ("missing", ((0,), (1,), (2,)), ())
    assert found.there == (x, z)


def test_nobody_agrees_with_a_third_who_was_not_there() -> None:
    x, y = span(0, 10, name="x"), span(0, 10, name="y")
    two, three = compare([Coded("a", [x]), Coded("b", [y])]), compare([Coded("a", [x]), Coded("b", [y]), Coded("c")])
    assert (len(two.agreed), two.differences) == (1, ())
    assert (three.agreed, [d.kind for d in three.differences]) == ((), ["missing"])
    assert three.differences[0].majority == (0, 1)


def test_a_link_is_asked_of_those_who_have_both_its_ends() -> None:
    sides = []
    for name in "abcd":
        quotation, source = span(0, 5, "quotation", f"q{name}"), span(6, 9, "source", f"s{name}")
        there = [quotation] if name == "d" else [quotation, source]
        links = [Relation(f"r{name}", name, "says", quotation.id, source.id)] if name in "ab" else []
        sides.append(Coded(name, there, links=links))
    (found,) = [d for d in compare(sides).differences if d.kind == "relation"]
    assert [link and link.id for link in found.links] == ["ra", "rb", None, None]
    assert [side and side.id for side in found.sides] == ["qa", "qb", None, None]
    assert found.camps == ((0, 1), (2,))


def test_where_a_link_stands_does_not_hang_on_whose_edges_come_first() -> None:
    sides = []
    for name, end in (("a", 5), ("b", 9), ("c", 7)):
        quotation, source = span(0, end, "quotation", f"q{name}"), span(20, 25, "source", f"s{name}")
        links = [Relation(f"r{name}", name, "says", quotation.id, source.id)] if name != "c" else []
        sides.append(Coded(name, [quotation, source], links=links))
    for order in ((0, 1, 2), (1, 2, 0), (2, 1, 0)):
        (found,) = [d for d in compare([sides[place] for place in order]).differences if d.kind == "relation"]
        assert (found.start, found.end) == (0, 9)


def test_a_link_to_what_is_not_there_is_no_difference() -> None:
    x, y = span(0, 5), span(0, 5)
    link = Relation("r", "a", "says", x.id, "gone")
    assert compare([Coded("a", [x], links=[link]), Coded("b", [y])]).differences == ()


def test_an_article_variable_is_asked_of_those_who_filled_the_form() -> None:
    filled = [Coded(name, variables={"tone": value}) for name, value in (("a", "x"), ("b", "y"), ("c", "x"))]
    (found,) = compare([*filled, Coded("d")]).differences
    assert (found.values, found.camps, found.majority) == (("x", "y", "x", None), ((0, 2), (1,)), ())
    assert compare([*filled[::2], Coded("d")]).alike == ("tone",)


@given(works("a"), works("b"), works("c"), st.permutations(range(3)), st.sampled_from(["label", "unit"]))
def test_naming_coders_in_another_order_moves_only_the_sides(a, b, c, order, rule) -> None:
    said = compare([a, b, c], rule), compare([(a, b, c)[place] for place in order], rule)
    here, there = (compared.by_id for compared in said)
    assert here.keys() == there.keys()
    for key, found in here.items():
        other = there[key]
        assert (found.kind, found.start, found.end, found.after) == (other.kind, other.start, other.end, other.after)
        assert tuple(found.sides[place] for place in order) == other.sides
        moved = {frozenset(order.index(place) for place in camp) for camp in found.camps}
        assert moved == set(map(frozenset, other.camps))
    assert [{x.id for x in group} for group in said[0].agreed] == [{x.id for x in group} for group in said[1].agreed]


@given(works("a"), works("b"), works("c"))
def test_each_segment_of_three_is_used_once(a: Coded, b: Coded, c: Coded) -> None:
    compared = compare([a, b, c])
    used = [each.id for group in compared.agreed for each in group]
    used += [each.id for d in compared.differences if not d.links for each in d.there]
    assert Counter(used) == Counter(each.id for side in (a, b, c) for each in side.annotations)
