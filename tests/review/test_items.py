from __future__ import annotations

from annotator.review import items
from annotator.review.items import Item
from annotator.review.units import Work
from tests.review.gathered import answered

BODY = "قال الوزير نعم. وقال لا."
A = [("actor", ((4, 10),)), ("cue", ((0, 3),))]
B = [("actor", ((4, 14),)), ("cue", ((0, 3),)), ("cue", ((16, 20),))]
WORK = Work(BODY, (A, B, None))


def test_neighbouring_units_of_which_the_same_was_said_are_one() -> None:
    found = list(items.units(WORK, "token", ["actor", "cue"]))
    assert found == [
        Item(0, 3, (("cue",), ("cue",), None)),
        Item(4, 10, (("actor",), ("actor",), None)),
        Item(11, 14, ((), ("actor",), None)),
        Item(16, 20, ((), ("cue",), None)),
        Item(21, 23, ((), (), None)),
    ]
    assert [one.end for one in items.units(WORK, "coded token", ["actor", "cue"])] == [3, 10, 14, 20]
    (run,) = items.units(Work(BODY, ([], [])), "token", [])
    assert (run.start, run.end, run.count) == (0, 23, 5)
    assert [one.said for one in items.units(WORK, "sentence", ["actor", "cue"])] == [
        (("actor", "cue"), ("actor", "cue"), None),
        ((), ("cue",), None),
    ]


def test_spans_are_matched_and_stand_in_text_order() -> None:
    found = list(items.spans(WORK, "label"))
    assert [(one.start, one.end, one.said) for one in found] == [
        (0, 3, (("cue",), ("cue",), None)),
        (4, 14, (("actor",), ("actor",), None)),
        (16, 20, ((), ("cue",), None)),
    ]
    assert found[1].where == (((4, 10),), ((4, 14),), ())


def test_answers_and_what_was_left_blank() -> None:
    work = answered([WORK], tone=[("good", None, None)])[0]
    assert list(items.answers(work, "tone")) == [Item(0, 0, ("good", None, None))]


def test_attributes_of_spans_in_common_alone() -> None:
    marks = ({A[0]: {"role": "x"}, A[1]: {"role": "y"}}, {B[1]: {"role": "z"}, B[0]: {"tone": 1}}, {})
    work = Work(BODY, (A, B, []), marks=marks)
    assert list(items.attributes(work, "role")) == [Item(0, 3, ("y", "z", None), 1, (((0, 3),),) * 3)]
    assert list(items.attributes(work, "tone")) == []


def test_what_is_asked_for() -> None:
    asked = ["actor", "cue"]
    assert list(items.of(asked, WORK, "span")) == list(items.spans(WORK, "label"))
    assert list(items.of(asked, WORK, "token")) == list(items.units(WORK, "token", ["actor", "cue"]))
    work = answered([WORK], tone=[("good", "bad", None)])[0]
    assert next(items.of(asked, work, "article", "tone")).said == ("good", "bad", None)
    assert list(items.of(asked, work, "span", "tone")) == []
