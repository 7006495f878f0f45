"""What a colleague coded is not told before one's own coding is done; one's own, and what is for all, is."""

from __future__ import annotations

import pytest

from annotator.core.changes import change
from annotator.core.models import Assigned, Coding, Note, Relation, RelationType, Statement, StatementType
from annotator.core.rows import added, altered, removed
from annotator.store.blind import unseen
from tests.store.conftest import World

MINE = Coding("mine", "art-1", "c2", "main")


def number(world: World) -> int:
    return int(world.project.db.execute('select max("n") from "change"').fetchone()[0])


@pytest.mark.parametrize("status", ["none", "todo", "work", "done"])
def test_every_table_that_a_coding_is_made_of(world: World, status: str) -> None:
    kinds = (RelationType("says", {"en": "says"}), StatementType("claim", {"en": "claim"}))
    world.project.journal.commit(change("kinds", map(added, kinds)))
    span, other = world.code(), world.code(5, 6)
    hidden = [number(world) - 1, number(world)]
    for row, name in (
        (Assigned("v", world.coding.id, span.id, "tone", "bad"), "set_attribute"),
        (Relation("r", world.coding.id, "says", span.id, other.id), "link"),
        (Statement("s", world.coding.id, "claim"), "add_statement"),
        (Note("n", "annotation", span.id, "c1", "Is it?", "2026"), "add_note"),
    ):
        world.project.journal.commit(change(name, [added(row)]))
        hidden.append(number(world))
    world.project.journal.commit(change("add_note", [added(Note("for-all", "article", "art-1", "c1", "See", "2026"))]))
    world.project.journal.commit(change("correct", [altered(span, quotes=span.quotes)]))
    everything = [*range(1, number(world) + 1)]
    assert unseen(world.project.db, everything, "c1") == set()
    assert unseen(world.project.db, hidden[:2], "c2") == set(hidden[:2])
    if status != "none":
        world.project.journal.commit(change("open", [added(Coding(MINE.id, "art-1", "c2", "main", status=status))]))
    assert unseen(world.project.db, everything, "c2") == (set() if status == "done" else set(hidden))


def test_what_is_gone_is_not_told(world: World) -> None:
    span = world.code()
    world.project.journal.commit(change("remove", [removed(span)]))
    both = [number(world) - 1, number(world)]
    assert unseen(world.project.db, both, "c2") == set(both)
