from __future__ import annotations

import pytest

from annotator.core.ids import keyed_id
from annotator.core.models import Coding, Round
from annotator.core.rows import added
from annotator.store import codings


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


@pytest.mark.parametrize(
    ("status", "open_eyes"), [("todo", False), ("work", False), ("done", True), ("review", True), ("settled", True)]
)
def test_coding_stays_blind_until_ones_own_is_done_in_the_round(world, others, status, open_eyes) -> None:
    world.project.db.execute('update "coding" set "status" = ? where "id" = ?', [status, world.coding.id])
    assert seen(world, "c1") == {world.coding.id} | ({others[0].id} if open_eyes else set())


def test_what_is_done_in_another_round_opens_nothing(world, others) -> None:
    assert seen(world, "c1", "two") == set()
    assert seen(world, "c2", "two") == {others[1].id}


def test_who_has_not_coded_sees_nothing(world, others) -> None:
    assert seen(world, "nobody") == set()
    assert seen(world, "c2") == {world.coding.id, others[0].id}


@pytest.mark.parametrize(("status", "in_work"), [("todo", True), ("work", True), ("done", False), ("settled", False)])
def test_what_is_not_done_is_in_work(world, status, in_work) -> None:
    world.project.db.execute('update "coding" set "status" = ? where "id" = ?', [status, world.coding.id])
    assert codings.in_work(world.project.db, world.coding.id) is in_work
    assert not codings.in_work(world.project.db, "none")
