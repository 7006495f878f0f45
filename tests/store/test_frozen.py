"""What is frozen stays: each kind of edit is refused in a frozen round, and nothing of it is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core.changes import Change, Edit
from annotator.core.errors import AnnotatorError
from annotator.core.ids import keyed_id
from annotator.core.models import (
    Article,
    Coding,
    Decision,
    Note,
    Relation,
    RelationType,
    Round,
    Statement,
    StatementType,
)
from annotator.core.rows import added, altered, removed
from annotator.core.text import Text
from annotator.store import codebook, seals
from annotator.store.check import check
from annotator.store.schema import JOURNALLED

OTHER = Text("نص آخر")


@pytest.fixture
def frozen(world):
    """Its one coding has of everything one; then its round is frozen."""
    span, other = world.code(), world.code(5, 6)
    world.rows = {
        "annotation": span,
        "value": world.tone(span.id, "bad"),
        "relation": Relation("r", world.coding.id, "says", span.id, other.id),
        "statement": Statement("s", world.coding.id, "claim"),
        "coding": world.coding,
    }
    kinds = (RelationType("says", {"en": "says"}), StatementType("claim", {"en": "claim"}), Round("open", "main"))
    world.commit("kinds", *map(added, kinds))
    world.commit("work", *(added(world.rows[table]) for table in ("value", "relation", "statement")))
    freeze(world)
    return world


def main(world) -> Round:
    return next(one for one in codebook.rounds(world.project.db) if one.id == "main")


def freeze(world) -> None:
    seal = seals.seal(world.project.db, "main")
    world.commit("freeze", altered(main(world), state="frozen", frozen="2026-01-01", seal=seal))


def rows(world) -> dict[str, list]:
    return {table: world.project.db.execute(f'select * from "{table}"').fetchall() for table in (*JOURNALLED, "edit")}


def refused(world, *steps) -> None:
    before = rows(world)
    with pytest.raises(AnnotatorError, match="frozen_round") as caught:
        world.commit("any", *steps)
    assert caught.value.facts == {"round": "main"}
    assert rows(world) == before
    assert seals.broken(world.project.db) == []


@pytest.mark.parametrize(
    ("table", "new"),
    [
        ("annotation", {"label": "quote"}),
        ("value", {"value": "good"}),
        ("relation", {"label": "other"}),
        ("statement", {"type": "other"}),
        ("coding", {"status": "done"}),
        ("coding", {"round": "open"}),
        ("coding", {"kind": "settled"}),
        ("annotation", {"coding": "elsewhere"}),
    ],
)
def test_no_row_of_it_is_altered(frozen, table, new) -> None:
    kinds = [added(RelationType("other", {"en": "x"})), added(StatementType("other", {"en": "x"}))]
    elsewhere = [added(Coding("elsewhere", "art-1", "c2", "open"))]
    refused(frozen, *kinds, *elsewhere, altered(frozen.rows[table], **new))


@pytest.mark.parametrize("table", ["value", "relation", "statement"])
def test_no_row_of_it_is_removed(frozen, table) -> None:
    refused(frozen, removed(frozen.rows[table]))


def test_its_coding_is_not_removed_with_all_that_hangs_on_it(frozen) -> None:
    db = frozen.project.db
    spans = [Edit("annotation", row, {"id": row}, None) for (row,) in db.execute('select "id" from "annotation"')]
    gone = (removed(frozen.rows[table]) for table in ("relation", "value", "statement"))
    refused(frozen, removed(frozen.coding), *gone, *spans)


def test_nothing_is_added_to_it(frozen) -> None:
    refused(frozen, added(frozen.span(1, 3)))
    refused(frozen, added(frozen.tone(frozen.coding.id, "x")))
    refused(frozen, added(Statement("t", frozen.coding.id, "claim")))
    refused(frozen, added(Coding("new", "art-1", "c2", "main")))
    refused(
        frozen, added(Coding("new", "art-1", "c2", "open")), altered(Coding("new", "art-1", "c2", "open"), round="main")
    )


def test_its_texts_are_not_corrected(frozen) -> None:
    refused(frozen, OTHER, altered(frozen.article, text=OTHER.hash))
    frozen.commit("title", altered(frozen.article, title="عنوان"))


def test_what_was_done_before_is_not_taken_back_by_another_hand(frozen) -> None:
    frozen.project.act_as("c2")
    with pytest.raises(AnnotatorError, match="frozen_round"):
        frozen.project.journal.take_back(frozen.project.journal.entries()[1].id)
    frozen.project.act_as("c1")
    journal = frozen.project.journal
    thawed = journal.undo()
    assert (thawed.name, main(frozen).state) == ("freeze", "open")
    assert journal.undo().name == "work"
    assert journal.redo().name == "work"
    assert journal.redo().name == "freeze"
    assert seals.broken(frozen.project.db) == []


def test_what_is_settled_of_it_and_what_is_open_goes_on(frozen) -> None:
    settled = Coding(keyed_id("s"), "art-1", "c2", "main", "settled", "settled")
    span = replace(frozen.span(), coding=settled.id)
    done = Decision("d", settled.id, "x", "a", "", "", "c2", "2026")
    mine = Coding("mine", "art-1", "c1", "open")
    frozen.commit(
        "settle", added(settled), added(span), added(done), added(mine), added(replace(span, id="x", coding="mine"))
    )
    frozen.commit("note", added(Note("n", "annotation", frozen.rows["annotation"].id, "c2", "?", "2026")))
    frozen.commit("again", altered(settled, status="work"), altered(span, label="quote"))
    frozen.commit(
        "new", OTHER, added(Article("art-2", "خبر", OTHER.hash)), removed(Article("art-2", "خبر", OTHER.hash))
    )
    assert seals.broken(frozen.project.db) == []


def test_a_change_may_bring_the_freeze_and_the_work_together_and_be_taken_back(world) -> None:
    new = Coding("new", "art-1", "c2", "two")
    span = replace(world.span(), coding="new")
    done = world.commit("merge", added(Round("two", "pilot", "frozen")), added(new), added(span))
    with pytest.raises(AnnotatorError, match="frozen_round"):
        world.commit("any", altered(span, label="quote"))
    world.project.journal.take_back(done.id)
    assert world.project.db.execute("select count(*) from round where id = 'two'").fetchone() == (0,)


def test_the_seal_says_what_work_it_was(frozen) -> None:
    db = frozen.project.db
    kept = main(frozen).seal
    assert kept == seals.seal(db, "main")
    assert len(kept) == 64
    frozen.commit("settle", added(Coding("s", "art-1", "c2", "main", "settled")))
    assert kept == seals.seal(db, "main")
    for sql in (
        """update annotation set "label" = 'quote'""",
        """update annotation set "head" = '[[0,2]]'""",
        """update value set "value" = '"good"'""",
        """update coding set "status" = 'done' where "kind" = 'own'""",
        "delete from relation",
        "delete from statement",
        f"""update article set "text" = '{OTHER.hash}'""",
    ):
        db.execute("begin")
        db.execute('insert or ignore into "text" values (?,?)', [OTHER.hash, OTHER.body])
        db.execute(sql)
        assert seals.seal(db, "main") != kept
        assert seals.broken(db) == ["main"]
        db.execute("rollback")
    assert seals.broken(db) == []


def test_check_names_the_round_whose_seal_does_not_fit(frozen) -> None:
    found = {one.name: one for one in check(frozen.project, full=True)}
    assert found["seals"].ok
    frozen.project.db.execute("""update annotation set "label" = 'quote'""")
    found = {one.name: one for one in check(frozen.project, full=True)}
    assert [fault.facts for fault in found["seals"].detail] == [{"round": "main"}]
    assert found["seals"].detail[0].key == "broken_seal"


def test_a_round_frozen_without_a_seal_says_nothing(world) -> None:
    world.project.journal.commit(Change("freeze", [altered(main(world), state="frozen")]))
    assert seals.broken(world.project.db) == []
