from __future__ import annotations

from dataclasses import replace

from annotator.core.models import Annotation, Decision
from annotator.review.compare import Coded, compare
from annotator.review.queue import AGREED, agreed_group, agreed_variable, queue


def span(name: str, start: int, end: int) -> Annotation:
    return Annotation(name, "c", "actor", "t", ((start, end),), ("x" * (end - start),))


A = Coded("a", [span("a1", 0, 5), span("a2", 10, 15)], variables={"tone": "x", "genre": "y"})
B = Coded("b", [span("b1", 0, 5), span("b2", 11, 15)], variables={"tone": "x", "genre": "z"})
COMPARED = compare([A, B])


def decided(key: str, *sources: str, reason: str = "slip") -> dict[str, Decision]:
    return {key: Decision("d", "c", key, "a", reason, "", "who", "now", sources)}


def test_what_nobody_decided_is_open_and_what_agrees_waits() -> None:
    found = queue(COMPARED, {})
    assert [d.kind for d in found.open] == ["boundary", "variable"]
    assert (found.settled, found.agreed) == ((), 1)
    assert [(x.id, y.id) for x, y in found.waiting] == [("a1", "b1")]
    assert (found.waiting_variables, found.waiting_count) == (("tone",), 1)


def test_a_decision_settles_its_difference() -> None:
    boundary = COMPARED.differences[0]
    found = queue(COMPARED, decided(boundary.id, "a2", "b2"))
    assert [d.kind for d in found.open] == ["variable"]
    assert [(d.id, decision.take) for d, decision in found.settled] == [(boundary.id, "a")]


def test_what_was_taken_over_waits_no_longer() -> None:
    taken = decided(agreed_group(COMPARED.agreed[0]), "a1", "b1", reason=AGREED)
    assert queue(COMPARED, taken).waiting == ()
    assert queue(COMPARED, taken).waiting_count == 1  # the variable that agrees
    assert queue(COMPARED, taken | decided(agreed_variable("tone"), reason=AGREED)).waiting_count == 0


def test_what_agreed_once_and_differs_now_is_open_again() -> None:
    boundary = COMPARED.differences[0]
    found = queue(COMPARED, decided(boundary.id, "a2", "b2", reason=AGREED))
    assert boundary in found.open


def test_what_the_reviewer_decided_is_not_overruled_by_a_later_agreement() -> None:
    assert queue(COMPARED, decided("missing once", "a1")).waiting == ()


def test_a_label_is_open_when_one_segment_was_settled_on() -> None:
    a, b = Coded("a", [span("a1", 0, 5)]), Coded("b", [replace(span("b1", 0, 4), label="source")])
    compared = compare([a, b], "unit")
    unit, label = compared.differences
    found = queue(compared, {})
    assert (found.open, found.later) == ((unit,), (label,))
    (key, decision), *_ = decided(unit.id, "a1", "b1").items()
    one = queue(compared, {key: replace(decision, results=("s",))})
    assert (one.open, one.later) == ((label,), ())
    for results in ((), ("s", "t")):
        none = queue(compared, {key: replace(decision, results=results)})
        assert (none.open, none.later) == ((), ())
