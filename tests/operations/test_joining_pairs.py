"""Any two deeds in two copies: nothing is lost, nothing half, and where nothing clashes the order of copies is none."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from annotator.operations import history
from annotator.operations.squashing import squash
from annotator.store import joined
from tests.operations.copies import Copy
from tests.operations.deeds import DEEDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def copies(base: Path, tmp_path: Path) -> Iterator[Callable[[int], list[Copy]]]:
    """Open so many copies of the beginning; all are closed in the end."""
    made: list[Copy] = []
    many = [0]

    def opened(count: int) -> list[Copy]:
        while made:
            made.pop().close()
        for _ in range(count):
            many[0] += 1
            path = tmp_path / f"copy-{many[0]}.annot"
            shutil.copy(base, path)
            made.append(Copy(path))
        return list(made)

    yield opened
    while made:
        made.pop().close()


def merged(ours: Copy, theirs: Copy) -> int:
    """Join them with all that has to hold of one join; how many clashes there are."""
    before = ours.rows()
    plan = ours.merge(theirs)
    nothing_lost(ours, plan)
    ours.whole()
    after = ours.rows()
    assert ours.merge(theirs).actions == ()
    assert ours.rows() == after
    if plan.actions:
        history.undo(ours.project)
        assert ours.rows() == before
        assert ours.merge(theirs).taken == plan.taken
        assert ours.rows() == after
    return len(plan.clashes)


MOVES = {"text", "fragments", "quotes", "head", "start", "end"}


def nothing_lost(ours: Copy, plan) -> None:
    """Each net edit of the other copy stands in the tables, or in a clash, or our row went further."""
    kept: dict[tuple[str, str], set[str]] = {}
    for clash in joined.clashes(ours.project.db):
        columns = {"*"} if clash.after is None or clash.before is None else set(clash.after)
        kept.setdefault((clash.tbl, clash.row), set()).update(columns)
    for net in squash(plan.actions, ours.project.journal.edits_named).nets:
        here = joined.rows(ours.project.db, net.table, [net.row]).get(net.row)
        held = kept.get((net.table, net.row), set())
        if "*" in held or net.table == "doubt":
            continue
        if net.after is None:
            assert here is None, (net, held)
            continue
        if here is None and "text" in net.after and net.after.keys() <= MOVES:
            continue  # a correction moved what is removed here
        assert here is not None or held, net
        for column, said in net.after.items():
            moved = net.table in {"annotation", "part"} and column in MOVES
            further = (net.table, column) == ("coding", "status") or column in {"at", "codebook", "position"}
            assert column in held or moved or further or here[column] == said, (net.table, net.row, column)


def pair(ours: Copy, theirs: Copy) -> None:
    """Both join the other as it was before; where nothing clashes they are one."""
    mine, yours = ours.duplicate(f"{ours.path.stem}-was"), theirs.duplicate(f"{theirs.path.stem}-was")
    try:
        clashes = merged(ours, yours) + merged(theirs, mine)
        if not clashes:
            assert ours.rows() == theirs.rows()
    finally:
        mine.close()
        yours.close()


NAMES = sorted(DEEDS)
NEXT = [(one, NAMES[(at + by) % len(NAMES)]) for at, one in enumerate(NAMES) for by in (0, 7)]


@pytest.mark.parametrize(("one", "other"), NEXT)
def test_two_deeds_in_two_copies(copies, one: str, other: str) -> None:
    ours, theirs = copies(2)
    DEEDS[one](ours)
    DEEDS[other](theirs)
    pair(ours, theirs)


@pytest.mark.long
@pytest.mark.parametrize("one", NAMES)
def test_any_two_deeds_in_two_copies(copies, one: str) -> None:
    for other in NAMES:
        ours, theirs = copies(2)
        DEEDS[one](ours)
        DEEDS[other](theirs)
        try:
            pair(ours, theirs)
        except BaseException as error:
            error.add_note(f"{one} here, {other} there")
            raise
