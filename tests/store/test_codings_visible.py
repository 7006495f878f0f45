"""Whose work on an article may be seen by whom: in a round of anybody, of coders who work blind, with an expert, frozen."""

from __future__ import annotations

from itertools import product

import pytest

from annotator.core.ids import keyed_id
from annotator.core.models import Coder, Coding, Round
from annotator.core.rows import added, altered
from annotator.store import blind, codebook, codings

STATUSES = ("", "todo", "work", "done")  # "": no coding


def coding(coder: str, round_id: str, status: str) -> Coding:
    return Coding(keyed_id("coding", "art-1", coder, round_id, "own"), "art-1", coder, round_id, "own", status)


@pytest.fixture
def others(world):
    """The other coder's coding of the article, in the round and in another, and what was settled in the round."""
    made = [
        Coding(keyed_id("art-1", "c2", name, "own"), "art-1", "c2", name, "own", "done") for name in ("main", "two")
    ]
    settled = Coding(keyed_id("art-1", "c2", "main", "settled"), "art-1", "c2", "main", "settled")
    world.commit("code", added(Round("two", "two")), *map(added, [*made, settled]))
    return made


def seen(world, viewer: str, round_id: str = "main") -> set[str]:
    return {coding.id for coding in codings.visible_codings(world.project.db, "art-1", round_id, viewer)}


def whose(world, viewer: str, round_id: str) -> set[str]:
    return {coding.coder for coding in codings.visible_codings(world.project.db, "art-1", round_id, viewer)}


def withheld(world, viewer: str, round_id: str = "main") -> bool:
    return blind.withheld(world.project.db, "art-1", round_id, viewer)


@pytest.mark.parametrize(
    ("status", "open_eyes"), [("todo", False), ("work", False), ("done", True), ("review", True), ("settled", True)]
)
def test_coding_stays_blind_until_ones_own_is_done_in_the_round(world, others, status, open_eyes) -> None:
    world.project.db.execute('update "coding" set "status" = ? where "id" = ?', [status, world.coding.id])
    assert seen(world, "c1") == {world.coding.id} | ({others[0].id} if open_eyes else set())
    assert withheld(world, "c1") is not open_eyes


def test_what_is_done_in_another_round_opens_nothing(world, others) -> None:
    assert seen(world, "c1", "two") == set()
    assert seen(world, "c2", "two") == {others[1].id}


def test_who_has_not_coded_sees_nothing_but_may_review(world, others) -> None:
    assert seen(world, "nobody") == set()
    assert not withheld(world, "nobody")
    assert seen(world, "c2") == {world.coding.id, others[0].id}


def test_where_there_is_no_such_round_there_is_nothing(world) -> None:
    assert seen(world, "c1", "none") == set()
    assert not withheld(world, "c1", "none")


@pytest.mark.parametrize("statuses", [*product(STATUSES, repeat=3)])
def test_nobody_of_a_blind_round_sees_anothers_work_before_all_are_done(world, statuses) -> None:
    coders = ("c1", "c2", "c3")
    world.commit("people", added(Coder("c3", "هدى", 90)), added(Coder("lead", "Lead", 9)))
    made = [coding(coder, "blind", status) for coder, status in zip(coders, statuses, strict=True) if status]
    world.commit("open", added(Round("blind", "reliability", coders=coders)), *map(added, made))
    there = {one.coder for one in made}
    all_done = all(one.status == "done" for one in made)
    for coder in coders:
        own_done = any(one.coder == coder for one in made) and all_done
        assert whose(world, coder, "blind") == (there if own_done else there & {coder})
        assert withheld(world, coder, "blind") is not own_done
    assert whose(world, "lead", "blind") == there
    assert not withheld(world, "lead", "blind")


def test_who_is_none_of_the_coders_but_codes_is_blind_till_then(world) -> None:
    rows = [coding("c1", "blind", "work"), coding("c2", "blind", "done")]
    world.commit("open", added(Round("blind", "pilot", coders=("c2",))), *map(added, rows))
    assert whose(world, "c1", "blind") == {"c1"}
    assert withheld(world, "c1", "blind")
    world.commit("done", altered(rows[0], status="done"))
    assert whose(world, "c1", "blind") == {"c1", "c2"}
    assert not withheld(world, "c1", "blind")
    assert whose(world, "c2", "blind") == {"c1", "c2"}


def test_in_a_round_that_is_not_blind_ones_own_is_enough(world) -> None:
    rows = [coding("c1", "open", "done"), coding("c2", "open", "work")]
    world.commit("open", added(Round("open", "main", coders=("c1", "c2"), blind=False)), *map(added, rows))
    assert whose(world, "c1", "open") == {"c1", "c2"}
    assert whose(world, "c2", "open") == {"c2"}
    assert whose(world, "nobody", "open") == set()


def test_an_experts_work_is_seen_once_ones_own_is_done_and_no_other_trainees(world) -> None:
    world.commit("people", added(Coder("expert", "Expert", 90)))
    rows = [coding("c1", "training", "done"), coding("c2", "training", "work"), coding("expert", "training", "done")]
    round_ = Round("training", "training", coders=("c1", "c2"), expert="expert")
    world.commit("open", added(round_), *map(added, rows))
    assert whose(world, "c1", "training") == {"c1", "expert"}
    assert whose(world, "c2", "training") == {"c2"}
    assert whose(world, "expert", "training") == {"c1", "c2", "expert"}
    world.commit("again", altered(rows[2], status="work"))
    assert whose(world, "c1", "training") == {"c1"}
    assert whose(world, "expert", "training") == {"expert"}


def test_of_a_frozen_round_nothing_is_kept(world) -> None:
    rows = [coding("c1", "old", "todo"), coding("c2", "old", "done")]
    world.commit("open", added(Round("old", "pilot", "frozen", coders=("c1", "c2"))), *map(added, rows))
    for viewer in ("c1", "c2", "nobody"):
        assert whose(world, viewer, "old") == {"c1", "c2"}
        assert not withheld(world, viewer, "old")


def test_the_log_tells_what_may_be_seen_and_no_more(world) -> None:
    span = world.code()
    told = [world.project.journal.n]
    world.commit("mine", added(coding("c2", "main", "done")))
    assert blind.unseen(world.project.db, told, "c2") == set()
    (main,) = codebook.rounds(world.project.db)
    world.commit("company", altered(main, coders=("c1", "c2")))
    assert blind.unseen(world.project.db, told, "c2") == set(told)
    assert blind.unseen(world.project.db, told, "lead") == set()
    world.commit("done", altered(world.coding, status="done"))
    assert blind.unseen(world.project.db, told, "c2") == set()
    assert codings.annotation(world.project.db, span.id) == span
