"""Counts equal a count from the rows, whatever was done; the walks of the model test them at each step."""

from __future__ import annotations

from dataclasses import replace

from annotator.core.ids import keyed_id
from annotator.core.models import Coding
from annotator.core.rows import added, altered
from annotator.store import codings, tallies


def test_by_label_and_coding(world):
    db = world.project.db
    assert tallies.by_label(db) == {}
    made = world.code()
    world.code(7, 11, "quote")
    theirs = Coding(keyed_id("art-1", "c2", "main", "own"), "art-1", "c2", "main")
    settled = Coding(keyed_id("art-1", "", "main", "settled"), "art-1", "c2", "main", "settled")
    world.commit("theirs", added(theirs), added(settled))
    world.commit("x", *(added(replace(world.span(), coding=coding.id)) for coding in (theirs, settled)))
    assert tallies.by_label(db) == {"actor": 3, "quote": 1}
    assert tallies.by_label(db, coding=world.coding.id) == {"actor": 1, "quote": 1}
    assert tallies.of_codings(db, [theirs.id, settled.id, "none"]) == {theirs.id: 1, settled.id: 1}
    world.commit("relabel", altered(made, label="quote"))
    assert tallies.by_label(db) == {"actor": 2, "quote": 2}
    world.project.journal.undo()
    assert tallies.by_label(db) == {"actor": 3, "quote": 1}
    assert tallies.by_label(world.reopen().db) == {"actor": 3, "quote": 1}
    assert codings.annotation(world.project.db, made.id) == made
