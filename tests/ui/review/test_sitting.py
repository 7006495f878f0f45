from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.operations import review
from annotator.operations.codings import Where, set_status
from annotator.operations.review import Ruling
from annotator.store import codings

if TYPE_CHECKING:
    from tests.ui.review.conftest import Round


def test_three_coders_are_compared_at_once_and_who_agrees_is_known(of_three: Round) -> None:
    sitting = of_three.sitting
    assert sitting.between == ("one", "two", "three")
    assert sitting.names == ("One", "Two", "Three")
    assert {d.kind: d.camps for d in sitting.open} == {
        "missing": ((0, 2), (1,)),
        "boundary": ((1, 2), (0,)),
        "label": ((0, 2), (1,)),
    }


def test_a_third_coders_side_is_taken_and_kept_with_who_decided(of_three: Round) -> None:
    sitting = of_three.sitting
    found = next(d for d in sitting.open if d.kind == "boundary")
    sitting.hold(found)
    assert sitting.settle(Ruling("c", "slip"))
    (made,) = [d for _, d in sitting.queue.settled]
    assert (made.take, made.coder) == ("c", "reviewer")
    span = codings.annotation(of_three.project.db, made.results[0])
    assert span
    assert span.fragments == found.sides[2].fragments


def test_after_the_last_decision_the_next_article_with_something_open_stands_there(of_three: Round) -> None:
    sitting = of_three.sitting
    for _ in range(3):
        assert of_three.desk.article == "first"
        sitting.settle(Ruling("a", "slip"))
    assert of_three.desk.article == "second"
    assert sitting.current
    assert sitting.current.label == "cue"
    sitting.settle(Ruling("b", "slip"))
    assert of_three.desk.article == "third"
    assert sitting.between == ("one", "two")


def test_undo_of_what_lies_in_another_article_leads_back_there(of_three: Round) -> None:
    sitting = of_three.sitting
    for _ in range(3):
        last = sitting.current
        sitting.settle(Ruling("a", "slip"))
    assert last
    assert of_three.desk.article == "second"
    of_three.desk.bridge.undo()
    assert of_three.desk.article == "first"
    assert sitting.current
    assert sitting.current.id == last.id
    assert sitting.decision is None
    of_three.desk.open_article("third")
    of_three.desk.bridge.redo()
    assert of_three.desk.article == "first"
    assert sitting.decision is not None


def test_going_on_walks_through_the_round_and_back(of_three: Round) -> None:
    sitting = of_three.sitting
    for _ in range(3):
        sitting.step(1)
    assert (of_three.desk.article, sitting.current) == ("second", sitting.open[0])
    sitting.step(-1)
    assert (of_three.desk.article, sitting.current) == ("first", sitting.open[-1])
    sitting.step(-1)
    assert of_three.desk.article == "first"
    assert sitting.current is sitting.open[-2]


def test_what_is_settled_anew_leads_nowhere(of_three: Round) -> None:
    sitting = of_three.sitting
    of_three.desk.open_article("second")
    sitting.settle(Ruling("b", "slip"))
    of_three.desk.open_article("second")
    assert sitting.decision is not None
    sitting.settle(Ruling("neither", "other"))
    assert of_three.desk.article == "second"
    assert sitting.decision.take == "neither"


def test_one_label_alone_and_open_or_settled_alone(of_three: Round) -> None:
    sitting = of_three.sitting
    sitting.look_at(label="actor")
    assert [d.kind for d in sitting.listed] == ["boundary"]
    sitting.look_at(label="cause")
    assert [d.kind for d in sitting.listed] == ["label"]
    sitting.look_at(label="", state="settled")
    assert sitting.listed == []
    sitting.look_at(state="open")
    sitting.settle(Ruling("a", "slip"))
    assert len(sitting.listed) == 2
    sitting.look_at(state="all")
    assert len(sitting.listed) == 3


def test_units_first_then_their_labels(of_three: Round) -> None:
    sitting = of_three.sitting
    sitting.look_at(work="units")
    assert {d.kind for d in sitting.open} == {"missing", "boundary"}
    sitting.look_at(work="labels")
    assert {d.kind for d in sitting.open} == {"label"}
    sitting.look_at(work="one")
    assert len(sitting.open) == 3


def test_two_of_three_and_nobody_by_name(of_three: Round) -> None:
    sitting = of_three.sitting
    sitting.compare_between("two", "three")
    assert sitting.between == ("two", "three")
    assert {d.kind for d in sitting.open} == {"missing", "label"}
    of_three.desk.open_article("third")
    assert sitting.between == ("one", "two")  # there is no third here
    of_three.desk.open_article("first")
    sitting.call_anonymously(on=True)
    assert sitting.names == ("Coder A", "Coder B")
    assert sitting.name("one") == "Coder A"


def test_one_coder_at_least_is_shown(of_three: Round) -> None:
    sitting = of_three.sitting
    for coder in sitting.between:
        sitting.show_coder(coder, on=False)
    assert sitting.seen == [2]
    sitting.show_coder("one", on=True)
    assert sitting.seen == [0, 2]


def test_a_coder_still_at_work_sees_nothing_of_the_others(of_three: Round) -> None:
    of_three.project.act_as("one")
    of_three.sitting.again()
    assert of_three.sitting.blind
    assert of_three.sitting.case is None
    assert not of_three.page.surface.view.marks.by_id
    of_three.project.act_as("reviewer")
    of_three.sitting.again()
    assert of_three.sitting.case


def test_whoever_is_only_to_code_it_is_not_compared(of_three: Round) -> None:
    where = Where("third", "three")
    of_three.desk.bridge.do(set_status, where, "todo")
    assert review.coders_of(of_three.project, "third") == ["one", "two"]
    of_three.desk.open_article("third")
    assert of_three.sitting.between == ("one", "two")
