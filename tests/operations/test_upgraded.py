"""Two copies of a project of format 1, each brought over by itself, are still copies of one project."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotator.core.models import Choice, StatementType, Variable
from annotator.core.rows import to_row
from annotator.operations import annotations, history, other_copy, statements
from annotator.operations.codings import Where
from annotator.operations.upgraded import united
from annotator.store import codebook, codings, foreign
from tests.operations.copies import Copy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.operations.joining import Plan

OLD = Path(__file__).parents[1] / "store" / "old"


@pytest.fixture
def copies(tmp_path: Path) -> Iterator[tuple[Copy, Copy]]:
    """A file of format 1 and a copy in which a third coder went on before both were brought over."""
    made = []
    for name in ("format_1", "other_1"):
        path = tmp_path / f"{name}.annot"
        path.write_bytes(gzip.decompress((OLD / f"{name}.annot.gz").read_bytes()))
        made.append(Copy(path))
    yield made[0], made[1]
    for copy in made:
        copy.close()


def merge(ours: Copy, theirs: Copy) -> Plan:
    """By the door that a person takes: their file is closed and read by the child."""
    theirs.close()
    with foreign.read(theirs.path) as other:
        found = other_copy.look(ours.project, other)
    ours.project.journal.commit(other_copy.merge(ours.project, found))
    theirs.__init__(theirs.path)
    ours.whole()
    return found.plan


def slots(copy: Copy, statement: str) -> dict[str, object]:
    return {name: held.value for name, held in codings.values_of(copy.project.db, statement).items()}


def test_what_was_done_before_and_after_comes_with_all_its_slots(copies: tuple[Copy, Copy]) -> None:
    ours, theirs = copies
    a, c = (coder.id for coder in codebook.coders(theirs.project.db) if coder.name in {"سارة", "ليلى"})
    theirs.do(statements.set_slot, "v-c", "about", {"actor": "الوزير"})
    theirs.project.act_as(c)
    theirs.where = Where("art-3", c)
    theirs.do(statements.add_statement, theirs.where, "denial", {"person": "سانا"})
    ours.do(statements.set_slot, "u-a", "agreement", True)
    was = ours.duplicate("was")
    try:
        plan = merge(ours, theirs)
        assert plan.clashes == ()
        assert slots(ours, "v-c") == {
            "agreement": True,
            "tags": ["زيارة", "c"],
            "strength": "كثيرا",
            "place": "حلب",
            "about": {"actor": "الوزير"},
        }
        found = ours.project.db.execute('select "id" from "statement" where "type" = \'denial\'').fetchall()
        assert sorted(str(slots(ours, one)["person"]) for (one,) in found) == ["الوزير", "سانا"]
        assert merge(ours, theirs).actions == ()
        assert merge(theirs, was).clashes == ()
        assert ours.rows() == theirs.rows()
        book = {one.id: one for one in codebook.read(ours.project.db).variables}
        assert [choice.id for choice in book["tags"].choices] == ["a", "b", "c", "زيارة"]
        assert book["strength"].type == "text"
        before = ours.rows()
        ours.project.act_as(a)
        history.undo(ours.project)
        history.redo(ours.project)
        assert ours.rows() == before
        ours.whole()
    finally:
        was.close()


def test_what_was_done_before_and_is_taken_back_after_goes_here_too(copies: tuple[Copy, Copy]) -> None:
    ours, theirs = copies
    assert merge(ours, theirs).clashes == ()
    theirs.project.act_as(next(one.id for one in codebook.coders(theirs.project.db) if one.name == "ليلى"))
    theirs.project.journal.copy = next(one.copy for one in theirs.project.journal.newest() if one.name == "import")
    assert history.undo(theirs.project).name == "import"
    assert merge(ours, theirs).clashes == ()
    assert slots(ours, "v-c") == {}
    theirs.do(annotations.remove, ["q-a"])
    assert merge(ours, theirs).clashes == ()


def test_a_third_copy_takes_it_from_a_merged_one(copies: tuple[Copy, Copy]) -> None:
    ours, theirs = copies
    was = ours.duplicate("was")
    try:
        merge(ours, theirs)
        assert merge(was, ours).clashes == ()
        assert was.rows() == ours.rows()
    finally:
        was.close()


VARIABLE = Variable("tags", {"en": "tags"}, "statement", "choices", (Choice("a", {"en": "a"}),))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (Variable("tags", {"en": "Tags"}, "statement", "text"), VARIABLE),
        (VARIABLE, Variable("tags", {"en": "tags"}, "article", "text")),
        (VARIABLE, Variable("tags", {"en": "tags"}, "statement", "choices", (Choice("a", {"en": "A"}),))),
        (VARIABLE, Variable("tags", {"en": "tags"}, "statement", "choices", VARIABLE.choices)),
        (StatementType("claim", {"en": "claim"}, ("a",)), StatementType("claim", {"en": "Claim"}, ("b",))),
    ],
)
def test_what_a_person_made_is_for_a_person_to_choose(ours, theirs) -> None:
    table = "variable" if isinstance(ours, Variable) else "statement_type"
    assert united(table, to_row(ours), to_row(theirs)) == united(table, to_row(theirs), to_row(ours)) == {}


def test_another_table_is_none_of_it() -> None:
    assert united("label", {"id": "x"}, {"id": "x"}) == {}
