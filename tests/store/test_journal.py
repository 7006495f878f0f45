"""Changes are done and logged whole or not at all, and taken back for as long as one likes."""

from __future__ import annotations

import sqlite3

import pytest

from annotator.core.changes import Change, Edit, Entry, change
from annotator.core.errors import AnnotatorError, StaleError
from annotator.core.models import Coder, Note
from annotator.core.rows import added, altered, removed
from annotator.core.text import Text
from annotator.store import articles, codebook, codings, log


def test_a_change_tells_its_tables_and_rows(world):
    heard = []
    world.project.journal.listeners.append(heard.append)
    made = world.code()
    assert heard[0].rows == {"annotation": frozenset({made.id})}
    assert heard[0].n > 0
    assert heard[0].touches("annotation")
    assert not heard[0].touches("label", "note")
    assert heard[0].author == "c1"
    assert heard[0].copy == world.project.journal.copy
    assert codings.annotation(world.project.db, made.id) == made


def test_listeners_hear_of_what_is_committed(world):
    heard = []
    world.project.journal.listeners.append(lambda _: heard.append(world.project.db.in_transaction))
    world.code()
    world.project.journal.undo()
    assert heard == [False, False]


def test_a_change_of_nothing_is_no_change(world):
    heard = []
    world.project.journal.listeners.append(heard.append)
    coder = Coder("c1", "سلمى", 10)
    assert world.commit("nothing", altered(coder, hue=10)).n == 0
    assert world.project.journal.commit(Change("nothing", [altered(coder, hue=10)])).n == 0
    assert heard == []
    assert [e.name for e in world.project.journal.entries()] == ["set_up", "new_project"]


def test_many_rows_are_told_as_none(world):
    done = world.commit("many", *(added(Coder(f"x{i}", "x", 0)) for i in range(2_002)))
    assert done.rows == {"coder": None}
    assert world.commit("some", *(added(Coder(f"y{i}", "y", 0)) for i in range(2_000))).rows["coder"] is not None


def test_stale_edits_change_nothing_and_say_who(world):
    coder = Coder("c2", "Omar", 200)
    world.commit("rename", altered(coder, name="Omer"))
    with pytest.raises(StaleError) as caught:
        world.commit("rename", added(Coder("c3", "x", 1)), altered(coder, name="Umar"))
    assert caught.value.facts == {"table": "coder", "row": "c2", "who": "c1", "action": "rename"}
    assert codebook.coder(world.project.db, "c3") is None
    with pytest.raises(StaleError):
        world.commit("again", added(Coder("c2", "x", 1)))
    with pytest.raises(StaleError) as caught:
        world.commit("gone", removed(Coder("never", "x", 1)))
    assert (caught.value.facts["who"], caught.value.facts["action"]) == ("", "")


def test_edits_of_different_columns_do_not_clash(world):
    coder = Coder("c2", "Omar", 200)
    world.commit("rename", altered(coder, name="Omer"))
    world.commit("colour", altered(coder, hue=5))
    assert codebook.coder(world.project.db, "c2") == Coder("c2", "Omer", 5)


def test_foreign_keys_refuse(world):
    world.code()
    with pytest.raises(AnnotatorError, match="still_used"):
        world.commit("remove", removed(next(label for label in codebook.read(world.project.db).labels)))
    assert [label.id for label in codebook.read(world.project.db).labels] == ["actor", "quote"]
    with pytest.raises(AnnotatorError, match="still_used"):
        world.commit("orphan", added(Note("n", "article", "art-1", "nobody", "", "")))


def test_rows_that_need_each_other_may_come_in_any_order(world):
    note = Note("n", "article", "art-1", "c9", "", "")
    world.commit("order", added(note), added(Coder("c9", "x", 1)))
    assert codings.notes(world.project.db, ["art-1"]) == [note]


@pytest.mark.parametrize(
    ("fragments", "quotes", "key"),
    [
        (((0, 4),), ("دمشك",), "quote_mismatch"),
        (((0, 0),), ("",), "bad_span"),
        (((0, 9999),), ("x",), "bad_span"),
        (((4, 6), (0, 4)), (" -", "دمشق"), "bad_span"),
        ((), (), "bad_span"),
        (((0, 4),), (), "bad_span"),
        (((0, 5),), ("دمشق",), "quote_mismatch"),  # a blank is a character
    ],
)
def test_an_annotation_quotes_its_text(world, fragments, quotes, key):
    from dataclasses import replace

    with pytest.raises(AnnotatorError, match=key):
        world.commit("bad", added(replace(world.span(), fragments=fragments, quotes=quotes)))
    assert world.annotations() == set()


def test_a_head_lies_within_its_span(world):
    from dataclasses import replace

    made = world.code(0, 9)
    world.commit("head", altered(made, head=((0, 9),)))
    made = replace(made, head=((0, 9),))
    for head in (((0, 10),), ((3, 3),), ((0, 1), (2, 3))):
        with pytest.raises(AnnotatorError, match="bad_head"):
            world.commit("head", altered(made, head=head))
    with pytest.raises(AnnotatorError, match="bad_head"):  # a move that leaves its head behind
        world.commit("move", altered(made, fragments=((0, 4),), quotes=(world.text.quote(0, 4),)))


def test_moved_edges_are_checked_as_well(world):
    made = world.code()
    with pytest.raises(AnnotatorError, match="quote_mismatch"):
        world.commit("move", altered(made, fragments=((0, 6),)))
    world.commit("move", altered(made, fragments=((0, 6),), quotes=(world.text.quote(0, 6),)))


def test_an_annotation_needs_its_text(world):
    from dataclasses import replace

    with pytest.raises(AnnotatorError, match="no_such_text"):
        world.commit("bad", added(replace(world.span(), text="0" * 64)))


@pytest.mark.parametrize(
    "edit",
    [
        Edit("session", "1", None, {"id": "1"}),
        Edit("coder", "c1", {'name" = 1 --': "x"}, {'name" = 1 --': "y"}),
        Edit("sqlite_schema", "x", {"sql": ""}, None),
    ],
)
def test_only_our_tables_and_columns_are_written(world, edit):
    with pytest.raises(AnnotatorError, match="no_such_table"):
        world.project.journal.commit(Change("x", [edit]))


def test_bugs_are_not_called_anything_else(world):
    with pytest.raises(sqlite3.IntegrityError):
        world.project.journal.commit(Change("x", [Edit("coder", "c8", None, {"id": "c8"})]))
    with pytest.raises(ValueError, match="coder"):
        world.project.journal.commit(Change("x", [Edit("coder", "c8", None, {"id": "c9"})]))
    assert not world.project.db.in_transaction


def test_a_generator_that_fails_leaves_nothing(world):
    def steps():
        yield added(Coder("c7", "x", 1))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        world.project.journal.commit(Change("x", steps()))
    assert codebook.coder(world.project.db, "c7") is None
    assert not world.project.db.in_transaction


def test_actions_of_another_copy_come_before_all_other_steps(world):
    head = Change("label_span", (), author="c2", copy="there")
    foreign = Entry(head, "taken", "", log.digest(head, ()), ())
    coder = added(Coder("c9", "ليلى", 30))
    with pytest.raises(TypeError, match="before all other steps"):
        world.project.journal.commit(change("merge", [coder, foreign]))
    assert codebook.coder(world.project.db, "c9") is None
    merge = change("merge", [foreign, coder])
    world.project.journal.commit(merge)
    assert [entry.name for entry in world.project.journal.brought(merge.id)] == ["label_span"]


def test_any_number_of_actions_of_another_copy_are_logged_in_their_order(world):
    heads = [Change("label_span", (), author="c2", copy="there") for _ in range(401)]
    merge = change("merge", [Entry(head, "taken", "", log.digest(head, ()), ()) for head in heads])
    world.project.journal.commit(merge)
    assert [entry.id for entry in world.project.journal.brought(merge.id)] == [head.id for head in heads]


def test_undo_and_redo_over_restarts(world):
    first, second = world.code(0, 4), world.code(7, 11)
    world.reopen()
    assert world.project.coder == "c1"
    assert world.project.journal.undo().name == "label_span"
    world.reopen()
    assert world.annotations() == {first.id}
    assert world.project.journal.can_redo().facts == {}
    assert world.project.journal.redo().kind == "redo"
    world.reopen()
    assert world.annotations() == {first.id, second.id}
    assert world.project.journal.redo() is None
    assert world.project.journal.can_redo() is None


def test_steps_that_build_on_each_other_are_taken_back_last_first(world):
    made = world.span()
    world.commit("twice", added(made), altered(made, label="quote"))
    assert world.project.journal.undo().kind == "undo"
    assert world.annotations() == set()
    world.project.journal.redo()
    assert codings.annotation(world.project.db, made.id).label == "quote"


def test_a_new_action_ends_what_could_be_redone(world):
    world.code(0, 4)
    world.project.journal.undo()
    kept = world.code(7, 11)
    assert world.project.journal.can_redo() is None
    assert world.project.journal.redo() is None
    assert world.annotations() == {kept.id}


def test_only_my_own_actions_of_this_copy_are_undone(world):
    made = world.code()
    world.project.act_as("c2")
    assert world.project.journal.can_undo() is None
    assert world.project.journal.undo() is None
    world.project.act_as("c1")
    world.project.journal.copy = "elsewhere"
    assert world.project.journal.undo() is None
    world.project.journal.author = ""
    assert world.project.journal.undo() is None
    assert world.annotations() == {made.id}


def test_undo_is_refused_when_another_built_on_it(world):
    made = world.code()
    world.project.act_as("c2")
    world.commit("relabel", altered(made, label="quote"))
    world.project.act_as("c1")
    with pytest.raises(StaleError) as caught:
        world.project.journal.undo()
    assert caught.value.facts["who"] == "c2"


def test_one_action_of_the_past_is_taken_back(world):
    first, second = world.code(0, 4), world.code(7, 11)
    entry = world.project.journal.entries()[1]
    done = world.project.journal.take_back(entry.id)
    assert world.annotations() == {second.id}
    assert done.name == "take_back"
    assert done.facts == {"action": "label_span"}
    with pytest.raises(StaleError):
        world.project.journal.take_back(entry.id)
    world.project.journal.undo()
    assert world.annotations() == {first.id, second.id}
    with pytest.raises(AnnotatorError, match="no_such_action"):
        world.project.journal.take_back("never")


def test_entries_and_row_history(world):
    made = world.code()
    world.commit("relabel", altered(made, label="quote"), to="quote")
    world.project.journal.undo()
    entries = world.project.journal.entries()
    assert [(e.name, e.undone) for e in entries[:2]] == [("relabel", True), ("label_span", False)]
    assert entries[0].facts == {"to": "quote"}
    assert len(world.project.journal.entries(limit=1)) == 1
    history = world.project.journal.row_history("annotation", made.id)
    assert [(entry.name, edit.after and edit.after.get("label")) for entry, edit in history] == [
        ("label_span", "actor"),
        ("relabel", "quote"),
    ]
    with pytest.raises(AnnotatorError, match="no_such_action"):
        world.project.journal.load(9999)


def test_digests_and_chain_follow_from_the_log(world):
    made = world.code()
    world.commit("relabel", altered(made, label="quote"))
    world.project.journal.undo()
    chain, journal = "", world.project.journal
    rows = world.project.db.execute('select "n", "digest", "chain" from "change" order by "n"').fetchall()
    assert len(rows) == 5
    for n, digest, link in rows:
        assert digest == log.digest(journal.load(n), journal.edits(n))
        chain = log.link(chain, digest)
        assert link == chain


def test_a_text_comes_in_once(world):
    body = "نص ثان"
    world.commit("take_in", Text(body), added(Coder("c5", "x", 0)), Text(body))
    world.commit("take_in", Text(body), added(Coder("c6", "x", 0)))
    assert articles.text(world.project.db, Text(body).hash).body == body
    assert world.project.db.execute('select count(*) from "text"').fetchone()[0] == 2


def test_a_streamed_change_of_20_000_rows_and_its_undo(world):
    def rows():
        for i in range(20_000):
            yield added(world.span(0, 4, id=f"s{i}"))

    assert world.project.journal.commit(change("import", rows())).rows == {"annotation": None}
    assert len(world.annotations()) == 20_000
    assert world.project.journal.undo().rows == {"annotation": None}
    assert world.annotations() == set()
    world.project.journal.redo()
    assert len(world.annotations()) == 20_000
