from __future__ import annotations

import pickle

from annotator.review.gathered import Called, Rater, Under
from annotator.review.units import Work
from tests.review.gathered import gathered

CALLED = Called(
    {"a": "Hana"},
    {"x": {"ar": "فاعل", "en": "Actor"}},
    {"tone": {"en": "Tone"}},
    {"tone": {"good": {"ar": "حسن", "en": "Good"}, "bad": {"en": "Bad"}}},
)


def test_some_raters_over_what_two_of_them_have() -> None:
    asked = gathered([Work("x", ([], None, [])), Work("y", ([], [], None))])
    assert [work.body for work in asked.between(0, 2).works] == ["x"]
    assert asked.between(2, 0).raters == (Rater("c", "main"), Rater("a", "main"))
    assert asked.between(1, 2).works == []
    assert asked.between(1, 0).rounds == asked.rounds


def test_it_is_provisional_while_a_round_is_open() -> None:
    asked = gathered([Work("x", ([], []))])
    assert asked.provisional
    asked = gathered([Work("x", ([], []))], rounds=(Under("main", "main", "frozen", "2026-01-01", "abc"),))
    assert not asked.provisional


def test_what_things_are_called_or_else_their_id() -> None:
    assert (CALLED.label("x", "ar"), CALLED.label("gone", "ar")) == ("فاعل", "gone")
    assert (CALLED.variable("tone", "ar"), CALLED.variable("gone", "en")) == ("Tone", "gone")
    assert CALLED.value("tone", ("bad", "good"), "ar") == "Bad + حسن"
    assert (CALLED.value("tone", "old", "en"), CALLED.value("age", 4.5, "en")) == ("old", "4.5")


def test_it_can_be_sent_to_another_process() -> None:
    asked = gathered([Work("x", ([("x", ((0, 1),))], []))], called=CALLED)
    assert pickle.loads(pickle.dumps(asked)) == asked
