"""Whatever is wrong with a project is found and named."""

from __future__ import annotations

import json

import pytest

from annotator import messages
from annotator.core.models import (
    Actor,
    Assigned,
    Doubt,
    Note,
    Part,
    Relation,
    RelationType,
    Statement,
    StatementType,
    Variable,
)
from annotator.core.rows import added, altered
from annotator.store import check
from annotator.store.connection import SETTINGS


def faults(world, *, full: bool = True) -> dict[str, list[tuple[str, dict]]]:
    found = {c.name: c for c in check.check(world.project, full=full)}
    assert all(c.ok == (c.faults == 0) == (c.detail == ()) for c in found.values())
    for fault in (fault for c in found.values() for fault in c.detail):
        assert messages.say(fault, "en") != messages.say(fault, "ar")
    return {name: [(f.key, f.facts) for f in c.detail] for name, c in found.items() if not c.ok}


@pytest.fixture
def worked(world):
    made = world.code()
    other = world.code(7, 11, "quote")
    world.commit("tone", added(world.tone(made.id, "hot")))
    world.commit("relabel", altered(made, label="quote"))
    world.project.journal.undo()
    world.project.journal.undo()
    world.project.journal.redo()
    world.commit("kind", added(RelationType("says", {"en": "says"})))
    world.commit("link", added(Relation("r", world.coding.id, "says", made.id, other.id)))
    world.first = made
    return world


def test_a_whole_project(worked):
    assert faults(worked) == {}
    names = [c.name for c in check.check(worked.project, full=True)]
    assert names == [
        "settings",
        "schema",
        "seal",
        "order",
        "pages",
        "texts",
        "quotes",
        "references",
        "orphans",
        "seals",
        "chain",
        "log",
    ]
    assert [c.name for c in check.check(worked.project, full=False)] == names[:4]
    worked.project.close()
    with worked.project.read(worked.path) as project:
        assert all(c.ok for c in check.check(project, full=True))


def test_a_quote_that_is_not_of_its_text(worked):
    worked.project.db.execute('update "annotation" set "quotes" = ? where "id" = ?', ['["دمشك"]', worked.first.id])
    found = faults(worked)
    assert found["quotes"] == [
        ("wrong_quote", {"article": "خبر", "annotation": worked.first.id, "fragments": "[[0,4]]"})
    ]
    assert found["log"] == [("row_differs", {"table": "annotation", "row": worked.first.id})]
    worked.project.db.execute('update "annotation" set "quotes" = ? where "id" = ?', ["{", worked.first.id])
    assert "quotes" in faults(worked)


def test_a_text_that_is_not_what_it_is_called(worked):
    worked.project.db.execute('update "text" set "body" = "body" || ?', ["x"])
    assert faults(worked) == {"texts": [("wrong_text", {"hash": worked.text.hash, "article": "خبر"})]}
    worked.project.db.execute('update "text" set "body" = cast(x\'ff\' as text)')
    assert set(faults(worked)) == {"texts", "quotes"}
    worked.project.db.execute("pragma foreign_keys = 0")
    worked.project.db.execute('delete from "text"')
    found = faults(worked)
    assert set(found) == {"settings", "quotes", "references"}
    assert found["settings"] == [("setting_refused", {"setting": "foreign_keys", "found": 0})]
    assert SETTINGS["foreign_keys"] == 1


def test_rows_written_round_the_journal(worked):
    db = worked.project.db
    db.execute("insert into \"coder\" values ('c0', 'x', 1, '')")
    db.execute("insert into \"coder\" values ('c9', 'x', 1, '')")
    db.execute('delete from "value"')
    assert faults(worked) == {
        "log": [
            ("row_not_in_log", {"table": "coder", "row": "c0"}),
            ("row_not_in_log", {"table": "coder", "row": "c9"}),
            ("row_lost", {"table": "value", "row": worked.tone(worked.first.id, "").id}),
        ]
    }


def test_rows_without_an_owner(worked):
    worked.commit("lost", added(worked.tone("nobody", 1)))
    assert faults(worked) == {"orphans": [("orphan", {"table": "value", "row": worked.tone("nobody", 1).id})]}


@pytest.fixture
def pointing(worked):
    """A project in which everything points to something, with a slip of the pen away from pointing nowhere."""
    coding, first = worked.coding.id, worked.first.id
    rows = [
        Variable("who", {"en": "who"}, "annotation", "actor"),
        Variable("paper", {"en": "paper"}, "article", "actor"),
        Variable("by", {"en": "by"}, "statement", "actor", labels=("actor",)),
        StatementType("claim", {"en": "claim"}, ("by",)),
        Actor("d", {"ar": "داعش"}),
        Actor('"q\\', {"en": "odd id"}),
        Statement("t", coding, "claim"),
        Statement("u", coding, "claim"),
        Assigned("v1", coding, first, "who", "d"),
        Assigned("v2", coding, coding, "paper", '"q\\'),
        Assigned("v3", coding, "t", "by", {"actor": "d"}),
        Assigned("v4", coding, "u", "by", {"annotation": first}),
        Note("n1", "annotation", first, "c1", "?", "2026"),
        Note("n2", "annotation", first, "c1", "!", "2026", "n1"),
        Note("n3", "article", "art-1", "c1", "!", "2026"),
        Note("n4", "label", "actor", "c1", "!", "2026"),
        Part("p", "art-1", worked.text.hash, "headline", 0, 4),
        Doubt("b", first, ("x",), "2026"),
    ]
    worked.commit("point", *map(added, rows))
    return worked


def test_all_that_points_somewhere(pointing):
    assert faults(pointing) == {}


@pytest.mark.parametrize(
    ("sql", "check_name", "fault"),
    [
        ("""update "value" set "value" = '"x"' where "id" = 'v1'""", "orphans", ("value", "v1")),
        ("""update "value" set "value" = '"x"' where "id" = 'v2'""", "orphans", ("value", "v2")),
        ("""update "value" set "value" = '{"actor":"x"}' where "id" = 'v3'""", "orphans", ("value", "v3")),
        ("""update "value" set "value" = '{"annotation":"x"}' where "id" = 'v4'""", "orphans", ("value", "v4")),
        ("""update "value" set "owner" = 't' where "id" = 'v1'""", "orphans", ("value", "v1")),
        ("""update "value" set "owner" = 'art-1' where "id" = 'v2'""", "orphans", ("value", "v2")),
        ("""update "value" set "owner" = 'x' where "id" = 'v3'""", "orphans", ("value", "v3")),
        ("""update "note" set "owner" = 'x' where "id" = 'n3'""", "orphans", ("note", "n3")),
        ("""update "note" set "owner" = 'art-1' where "id" = 'n4'""", "orphans", ("note", "n4")),
        ("""update "note" set "owner_kind" = 'coder' where "id" = 'n4'""", "orphans", ("note", "n4")),
        ("""update "note" set "thread" = 'n3' where "id" = 'n2'""", "orphans", ("note", "n2")),
        ("""update "note" set "owner" = 'x' where "id" = 'n2'""", "orphans", ("note", "n2")),
        ("""update "part" set "end" = 10000 where "id" = 'p'""", "orphans", ("part", "p")),
        ("""update "part" set "start" = 4 where "id" = 'p'""", "orphans", ("part", "p")),
        ("""update "part" set "text" = 'x' where "id" = 'p'""", "orphans", ("part", "p")),
        ("""update "part" set "article" = 'x' where "id" = 'p'""", "references", ("part", "p")),
        ("""update "doubt" set "annotation" = 'x' where "id" = 'b'""", "references", ("doubt", "b")),
        ("""update "statement" set "type" = 'x' where "id" = 't'""", "references", ("statement", "t")),
    ],
)
def test_what_points_nowhere_is_named(pointing, sql, check_name, fault):
    pointing.project.db.execute("pragma foreign_keys = 0")
    pointing.project.db.execute(sql)
    assert fault in [(facts["table"], facts["row"]) for _, facts in faults(pointing)[check_name]]


def test_a_codebook_that_speaks_of_what_is_not_there(pointing):
    pointing.project.db.execute("""update "statement_type" set "slots" = '["by","gone"]'""")
    assert faults(pointing)["orphans"] == [
        ("bad_codebook", {"where": "statements (claim).slots", "why": "unknown_slot", "value": "gone"})
    ]


@pytest.mark.parametrize("head", ["[[0,5]]", "[[2,2]]", "[[0,1],[2,3]]", "[", "[[0]]"])
def test_a_head_that_is_not_in_its_span(worked, head):
    worked.project.db.execute('update "annotation" set "head" = ? where "id" = ?', [head, worked.first.id])
    found = faults(worked)["quotes"]
    assert found == [("wrong_head", {"article": "خبر", "annotation": worked.first.id, "head": head})]


def test_a_value_that_is_no_json_is_met_by_whoever_reads_it(pointing):
    pointing.project.db.execute("""update "value" set "value" = '{' where "id" = 'v3'""")
    assert "log" in faults(pointing)


def test_a_log_that_was_changed(worked):
    db = worked.project.db
    n = db.execute('select max("change") from "edit" where "tbl" = \'annotation\'').fetchone()[0]
    after = json.dumps({"label": "actor"})
    db.execute('update "edit" set "after" = ? where "change" = ? and "before" is not null', [after, n])
    assert faults(worked)["chain"] == [("log_changed", {"n": n, "action": "relabel"})]


@pytest.mark.parametrize(
    "forged",
    [
        'update "change" set "facts" = \'{"to":"nothing"}\' where "n" = {n}',
        'update "change" set "author" = \'c2\' where "n" = {n}',
        'update "edit" set "before" = \'{"label":"x"}\' where "change" = {n} and "before" is not null',
    ],
    ids=["facts", "author", "before"],
)
def test_the_digest_covers_all_that_is_said_of_an_action(worked, forged):
    db = worked.project.db
    n = db.execute('select max("change") from "edit" where "tbl" = \'annotation\'').fetchone()[0]
    db.execute(forged.replace("{n}", str(n)))
    assert faults(worked)["chain"] == [("log_changed", {"n": n, "action": "relabel"})]


def test_a_log_with_a_hole(worked):
    db = worked.project.db
    db.execute('delete from "change" where "n" = 3')
    found = faults(worked)
    assert found["order"] == [("log_has_gaps", {"found": 10, "last": 11})]
    assert found["orphans"] == [("orphan", {"table": "edit", "row": "3/0"})]
    assert [key for key, _ in found["chain"]] == ["log_changed"]
    assert next(key for key, _ in found["log"]) == "log_does_not_follow"


def test_a_log_that_lost_its_end(worked):
    worked.reopen()
    db = worked.project.db
    db.execute('delete from "change" where "n" = 11')
    assert faults(worked)["seal"] == [("log_ends_early", {"found": 10, "sealed": 11})]
    db.execute('delete from "session"')
    assert "seal" not in faults(worked)


def test_an_undo_of_nothing(worked):
    worked.project.db.execute('update "change" set "of" = \'never\' where "kind" = \'undo\'')
    found = faults(worked)
    assert [key for key, _ in found["log"]] == ["no_such_action"]


def test_a_log_that_cannot_be_read(worked):
    worked.project.db.execute('update "edit" set "after" = \'{\' where "change" = 3')
    assert [key for key, _ in faults(worked)["log"]] == ["damaged_row"]


def test_a_log_that_names_what_is_not_there(worked):
    worked.project.db.execute('update "edit" set "tbl" = \'nothing\' where "change" = 3')
    assert ("log_does_not_follow") in [key for key, _ in faults(worked)["log"]]


def test_a_strange_object(worked):
    worked.project.db.execute('create index "mine" on "coder" ("name")')
    assert faults(worked, full=False)["schema"][0][1]["objects"] == "mine"


def test_only_the_first_faults_are_told_but_all_counted(worked):
    for i in range(50):
        worked.project.db.execute("insert into \"coder\" values (?, 'x', 1, '')", [f"x{i}"])
    log = next(c for c in check.check(worked.project, full=True) if c.name == "log")
    assert (len(log.detail), log.faults) == (20, 50)


def test_it_can_be_stopped(worked):
    class Stop(Exception):  # noqa: N818
        pass

    def pulse() -> None:
        raise Stop

    with pytest.raises(Stop):
        list(check.check(worked.project, full=True, pulse=pulse))
    assert faults(worked) == {}


def test_damaged_pages(worked):
    db = worked.project.db
    db.execute("pragma writable_schema = 1")
    root = db.execute("select rootpage from sqlite_schema where name = 'coding_round'").fetchone()[0]
    worked.project.close()
    data = bytearray(worked.path.read_bytes())
    at = data.index(b"main", (root - 1) * 4096, root * 4096)  # an index says otherwise than its table
    data[at + 1] = ord("b")
    worked.path.write_bytes(data)
    worked.reopen()
    assert [key for key, _ in faults(worked)["pages"]] == ["damaged_page"]
