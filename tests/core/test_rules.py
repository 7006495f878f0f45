from __future__ import annotations

import pytest

from annotator.core.models import Annotation, Label, Part
from annotator.core.rules import forbidden


def span(label: str, *fragments: tuple[int, int]) -> Annotation:
    return Annotation(label + str(fragments), "c", label, "t", fragments, ("",) * len(fragments))


def label(**rules) -> Label:
    return Label("cue", {"en": "Cue", "ar": "فعل القول"}, 0, **rules)


PARTS = (
    Part("1", "a", "t", "headline", 0, 10),
    Part("2", "a", "t", "lead", 10, 30),
    Part("3", "a", "t", "caption", 90, 99),
)


def key(kind: Label, *fragments: tuple[int, int], beside=(), parts=PARTS) -> str:
    error = forbidden(kind, fragments, beside=beside, parts=parts)
    return error.key if error else ""


def test_most_labels_may_stand_anywhere() -> None:
    assert key(label(), (0, 99), beside=[span("cue", (0, 99))]) == ""


@pytest.mark.parametrize(
    ("fragments", "beside", "allowed"),
    [
        (((5, 9),), [span("quotation", (5, 9))], True),
        (((5, 9),), [span("actor", (0, 20)), span("quotation", (0, 20))], True),
        (((5, 9), (12, 14)), [span("quotation", (0, 10), (11, 20))], True),
        (((5, 9), (12, 14)), [span("quotation", (0, 10)), span("quotation", (11, 20))], False),
        (((5, 12),), [span("quotation", (0, 10), (11, 20))], False),
        (((5, 9),), [span("quotation", (6, 20))], False),
        (((5, 9),), [span("actor", (0, 20))], False),
        (((5, 9),), [], False),
    ],
)
def test_a_label_that_belongs_inside_another(fragments, beside, allowed: bool) -> None:
    assert key(label(within=("quotation", "source")), *fragments, beside=beside) == (
        "" if allowed else "label_not_here"
    )


@pytest.mark.parametrize(
    ("fragments", "parts", "allowed"),
    [
        (((0, 10),), ("headline",), True),
        (((2, 14),), ("headline",), False),
        (((2, 14),), ("headline", "lead"), True),
        (((2, 14), (91, 93)), ("headline", "lead"), False),
        (((40, 50),), ("body",), True),
        (((40, 50),), ("lead",), False),
        (((20, 50),), ("lead", "body"), True),
        (((20, 50),), ("lead",), False),
        (((80, 95),), ("caption",), False),
        (((80, 95),), ("caption", "body"), True),
    ],
)
def test_a_label_of_some_parts_only(fragments, parts, allowed: bool) -> None:
    assert key(label(parts=parts), *fragments) == ("" if allowed else "label_not_in_part")


def test_without_known_parts_everything_is_body() -> None:
    assert key(label(parts=("headline",)), (0, 4), parts=()) == "label_not_in_part"
    assert key(label(parts=("body",)), (0, 4), parts=()) == ""


@pytest.mark.parametrize(
    ("fragments", "allowed"), [(((0, 5),), True), (((10, 12),), True), (((4, 6),), False), (((0, 2), (9, 11)), False)]
)
def test_a_label_that_never_overlaps_itself(fragments, allowed: bool) -> None:
    beside = [span("cue", (5, 10)), span("actor", (0, 99))]
    assert key(label(apart=True), *fragments, beside=beside) == ("" if allowed else "label_overlaps_itself")


def test_the_facts_are_the_names_and_the_rule() -> None:
    error = forbidden(label(within=("quotation",)), ((0, 1),), beside=(), parts=())
    assert error is not None
    assert error.facts == {"label": {"en": "Cue", "ar": "فعل القول"}, "within": ("quotation",)}
