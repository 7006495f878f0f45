from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.errors import DamagedError
from annotator.core.models import Coding, Round
from annotator.core.rows import added, altered
from annotator.store import handed


def test_who_began_what_in_which_round(world) -> None:
    drift, todo, again = (
        Round("drift", "drift"),
        Coding("todo", "art-1", "c2", "drift", "own", "todo"),
        Coding("again", "art-1", "c1", "drift"),
    )
    world.commit("open", added(drift), added(todo), added(again))
    db = world.project.db
    assert handed.begun(db, [("c1", "main"), ("c1", "drift"), ("c2", "drift")]) == {
        "art-1": {("c1", "main"): world.coding.id, ("c1", "drift"): "again"}
    }
    assert handed.begun(db, [("c1", "drift"), ("c2", "main")]) == {"art-1": {("c1", "drift"): "again"}}


def test_spans_and_what_is_said_of_them(world) -> None:
    one, other = world.code(0, 4), world.code(5, 8, "quote")
    world.commit("say", added(world.tone(one.id, "calm")), added(world.tone(world.coding.id, "no span's")))
    assert sorted(handed.spans(world.project.db, [world.coding.id])[world.coding.id]) == [
        ("actor", ((0, 4),)),
        ("quote", ((5, 8),)),
    ]
    assert handed.marks(world.project.db, [world.coding.id]) == {
        world.coding.id: {("actor", ((0, 4),)): {"tone": "calm"}}
    }
    assert handed.marks(world.project.db, ["none"]) == {}
    assert other.label == "quote"


def test_a_damaged_value_is_said(world) -> None:
    made = world.code()
    world.commit("say", added(world.tone(made.id, "calm")))
    world.project.db.execute('update "value" set "value" = \'{\'')
    with pytest.raises(DamagedError, match="damaged_row"):
        handed.marks(world.project.db, [world.coding.id])


def test_when_a_coding_was_last_handed_in_whoever_brought_it_after_that(world) -> None:
    db, mine = world.project.db, world.coding.id
    begun = handed.moments(db, [mine])[mine]
    world.commit("set_status", altered(world.coding, status="done"))
    done = handed.moments(db, [mine])[mine]
    assert done > begun
    world.code()
    assert handed.moments(db, [mine]) == {mine: done}
    now = replace(world.coding, status="done")
    world.commit("merge", altered(now, status="review"), added(Coding("brought", "art-1", "c2", "main", "own", "done")))
    found = handed.moments(db, [mine, "brought", "none"])
    assert found[mine] == done
    assert found["brought"] > done
    assert set(found) == {mine, "brought"}
