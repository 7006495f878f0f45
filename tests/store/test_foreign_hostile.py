"""Files made to do harm, or harmed on the way, are refused in one sentence, soon, and nothing of ours changes."""

from __future__ import annotations

import json
import os
import random
import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import messages
from annotator.core.errors import DamagedError
from annotator.core.rows import added, to_row
from annotator.store import foreign
from annotator.store.foreign import child, shapes
from annotator.store.project import Project
from tests.store.forging import by_hand, forge, row, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_SOON = 1.0  # seconds


@pytest.fixture
def file(world) -> Path:
    """A colleague's copy with some work in it, closed."""
    world.commit("set_attribute", added(world.tone(world.code().id, "negative")))
    world.project.close()
    return world.path


def _read_through(path: Path) -> None:
    with foreign.read(path) as opened:
        for entry in opened.changes():
            for edit in entry.edits:
                if edit.table == "article" and edit.after:
                    opened.text(str(edit.after["text"]))


def _spent() -> float:
    """Processor time, the children's too: what else a machine does is not counted."""
    return sum(os.times()[:4])


def refused(path: Path) -> DamagedError:
    """The error that all of it ends in; it came soon, and the file is as it was."""
    before, begun = path.read_bytes(), _spent()
    with pytest.raises(DamagedError) as caught:
        _read_through(path)
    took = _spent() - begun
    assert _verdict(path)  # the child's own code, here
    assert path.read_bytes() == before
    for language in messages.LANGUAGES:
        assert messages.say(caught.value, language).count("\n") == 0
    assert took < _SOON * (4 if os.environ.get("CI") else 2)  # on a machine that others use too
    return caught.value


def _rewrite(path: Path, name: str, old: str, new: str) -> None:
    with by_hand(path) as db:
        db.execute('update "sqlite_schema" set "sql" = replace("sql", ?, ?) where "name" = ?', [old, new, name])


def _deep(path: Path) -> None:
    run(path, f'create index "deep" on "label" ({"+".join(["hue"] * 90)})')


_STRANGE: dict[str, Callable[[Path], object]] = {
    "a trigger": lambda path: run(
        path, 'create trigger "x" after update on "label" begin delete from "annotation"; end'
    ),
    "a trigger called like an index": lambda path: run(
        path, 'drop index "change_via"', 'create trigger "change_via" after insert on "edit" begin select 1; end'
    ),
    "a view": lambda path: run(path, 'create view "x" as select 1'),
    "a view in place of a table": lambda path: run(
        path, 'drop table "clash"', 'create view "clash" as select * from "label"'
    ),
    "a view without an end": lambda path: run(
        path,
        'drop table "session"',
        'create view "session" as with recursive n(n) as (select 1 union all select n + 1 from n) select n, n as "chain" from n',
    ),
    "a generated column": lambda path: run(path, 'alter table "label" add column "x" text as (hex(zeroblob(1000000)))'),
    "a stored generated column": lambda path: _rewrite(
        path,
        "label",
        '"apart" integer not null default 0',
        '"apart" integer as (length(randomblob(1000000000))) stored',
    ),
    "a default that is a call": lambda path: _rewrite(
        path, "label", '"apart" integer not null default 0', '"apart" integer not null default (zeroblob(1000000000))'
    ),
    "a check": lambda path: _rewrite(path, "coder", '"hue" integer', '"hue" integer check (randomblob(9) > 0)'),
    "an index on an expression": lambda path: run(path, 'create index "x" on "label" (abs("hue"))'),
    "a partial index": lambda path: run(path, 'create index "x" on "label" ("hue") where "hue" > 1'),
    "another table": lambda path: run(path, 'create table "x" ("y")'),
    "a virtual table": lambda path: run(path, 'create virtual table "x" using fts5(y)'),
    "a shadow table": lambda path: run(path, 'create table "x_content" (id integer primary key, c0)'),
    "a column less": lambda path: run(path, 'alter table "round" drop column "seal"'),
    "a table less": lambda path: run(path, 'drop table "word_list"'),
    "another name for a column": lambda path: run(path, 'alter table "note" rename column "body" to "words"'),
    "three thousand tables": lambda path: run(
        path, "begin", *(f'create table "t{number}" ("x")' for number in range(3000)), "commit"
    ),
    "a table that is not strict": lambda path: _rewrite(path, "coder", " strict", ""),
    "tables without rowid": lambda path: _rewrite(path, "copy", " strict", " strict, without rowid"),
    "statistics": lambda path: run(path, "analyze"),
    "deep SQL": _deep,
    "long SQL": lambda path: run(path, f'create table "x" ("y" text default {"x" * 300_000!r})'),
    "write-ahead": lambda path: run(path, "pragma journal_mode = wal"),
}
_DAMAGED: dict[str, Callable[[Path], object]] = {
    "no project row": lambda path: run(path, 'delete from "project"'),
    "a table that is another's root": lambda path: run(
        path,
        'update "sqlite_schema" set "rootpage" = (select "rootpage" from "sqlite_schema" where "name" = \'text\') where "name" = \'label\'',
    ),
    "a schema that is no SQL": lambda path: run(
        path, 'update "sqlite_schema" set "sql" = \'create tabel\' where "name" = \'label\''
    ),
    "a schema that is no text": lambda path: run(
        path, 'update "sqlite_schema" set "sql" = cast(x\'ff00fe\' as text) where "name" = \'label\''
    ),
    "a text that was altered": lambda path: run(path, 'update "text" set "body" = \'x\' || "body"'),
    "a text that is no UTF-8": lambda path: run(path, 'update "text" set "body" = cast(x\'ff\' as text)'),
    "a text that is gone": lambda path: run(path, 'delete from "text"'),
    "a change that is gone": lambda path: run(path, 'delete from "change" where "n" = 2'),
    "the last change gone": lambda path: run(path, 'delete from "change" where "n" = (select max("n") from "change")'),
    "an edit that is gone": lambda path: run(path, 'delete from "edit" where "change" = 2 and "seq" = 0'),
    "an edit more": lambda path: run(path, "insert into \"edit\" values (2, 99, 'label', 'x', null, '{\"id\":\"x\"}')"),
    "an edit that was altered": lambda path: run(path, 'update "edit" set "row" = \'x\' where "change" = 3'),
    "a name that was altered": lambda path: run(path, 'update "change" set "author" = \'c2\''),
    "a link that was altered": lambda path: run(path, 'update "change" set "chain" = "digest"'),
    "facts that are no object": lambda path: run(path, 'update "change" set "facts" = \'[]\''),
    "facts that are no JSON": lambda path: run(path, 'update "change" set "facts" = \'{\''),
    "a kind that there is not": lambda path: run(path, 'update "change" set "kind" = \'redid\''),
    "an undo of nothing": lambda path: run(path, 'update "change" set "kind" = \'undo\' where "n" = 2'),
    "a state that there is not": lambda path: run(path, 'update "change" set "state" = \'x\''),
    "NUL in an id": lambda path: run(path, "update \"project\" set \"id\" = 'a' || char(0) || 'b'"),
    "a long id": lambda path: run(path, "update \"project\" set \"id\" = printf('%.*c', 600, 'x')"),
    "a name that is no UTF-8": lambda path: run(path, 'update "coder" set "name" = cast(x\'d8\' as text)'),
    "a package of nothing": lambda path: run(path, 'update "project" set "package" = \'x\''),
    "edits of no entry": lambda path: run(path, "insert into \"edit\" values (99, 0, 'coder', 'c1', null, null)"),
    "a session that ends elsewhere": lambda path: run(path, 'update "session" set "n" = 99'),
    "numbers in texts' places": lambda path: _loosely(path, 'update "coder" set "name" = 7'),
    "bytes in texts' places": lambda path: _loosely(path, 'update "coder" set "name" = x\'00\''),
    "text in numbers' places": lambda path: _loosely(path, 'update "coder" set "hue" = \'red\''),
    "a huge value": lambda path: run(path, "update \"coder\" set \"pseudonym\" = printf('%.*c', 70000000, 'x')"),
    "a table that says other things": lambda path: run(path, 'update "coder" set "hue" = 999'),
    "JSON that is none in a table": lambda path: run(path, 'update "annotation" set "fragments" = \'[[1]]\''),
    "nothing where something must be": lambda path: _loosely(path, 'update "coder" set "name" = null', "not null"),
}


def _loosely(path: Path, sql: str, *without: str) -> None:
    """Past STRICT: the schema is another one while it is written."""
    with by_hand(path) as db:
        (strict,) = db.execute('select "sql" from "sqlite_schema" where "name" = \'coder\'').fetchone()
    loose = strict.replace(" strict", "")
    for words in without:
        loose = loose.replace(words, "")
    for known in (loose.replace('"name" text', '"name"').replace('"hue" integer', '"hue"'), strict):
        with by_hand(path) as db:
            db.execute('update "sqlite_schema" set "sql" = ? where "name" = \'coder\'', [known])
        if known != strict:
            run(path, sql)


@pytest.mark.parametrize("make", _STRANGE.values(), ids=_STRANGE)
def test_what_no_project_holds_is_refused(file, make):
    make(file)
    assert refused(file).key in {"arrived_strange", "arrived_damaged"}


@pytest.mark.parametrize("make", _DAMAGED.values(), ids=_DAMAGED)
def test_what_was_altered_is_refused(file, make):
    make(file)
    assert refused(file).key in {"arrived_damaged", "arrived_too_large"}


def test_the_files_of_other_programs_are_refused(tmp_path):
    for number, sql in enumerate(('create table "col" ("id")', 'create virtual table "notes" using fts5("x")')):
        path = run(tmp_path / f"{number}.annot", sql)
        assert refused(path).key == "foreign_file"
        run(path, "pragma application_id = 1095651156", "pragma user_version = 2")
        assert refused(path).key == "arrived_strange"


def test_a_journal_of_another_file_beside_it_changes_nothing(file):
    """As if a transaction were to be taken back: only the main file is copied."""
    other = file.with_name("other.annot")
    other.write_bytes(file.read_bytes())
    with sqlite3.connect(other, isolation_level=None) as db:
        db.execute("begin")
        db.execute('delete from "edit"')
        journal = other.with_name(other.name + "-journal").read_bytes()
        db.execute("rollback")
    db.close()
    beside = file.with_name(file.name + "-journal")
    beside.write_bytes(journal)
    with foreign.read(file) as opened:
        assert list(opened.changes())
    assert beside.read_bytes() == journal


# -- edits that no journal would write, in a log that goes through


_LABEL = {"names": '{"en":"x"}', "hue": 1, "key": "", "pattern": 0, "parent": None, "category": "", "definition": "{}"}
_LABEL |= {"include": "{}", "exclude": "{}", "examples": "[]", "position": "", "retired": 0}


def _label(**more: object) -> str:
    return row(id="x", **(_LABEL | more))


_FORGED: dict[str, tuple[object, ...]] = {
    "an unknown table": ("sqlite_schema", "x", None, row(id="x")),
    "a table that is not journalled": ("text", "x", None, row(id="x")),
    "an unknown column": ("label", "x", None, _label(x=1)),
    "a column that is SQL": ("label", "x", None, _label(**{'hue" = 1; drop table "label"; --': 1})),
    "no columns": ("label", "x", "{}", "{}"),
    "a row of another id": ("label", "y", None, _label()),
    "an id that changes": ("label", "x", row(id="x"), row(id="y")),
    "other columns before and after": ("label", "x", row(hue=1), row(key="2")),
    "neither before nor after": ("label", "x", None, None),
    "a row that is a list": ("label", "x", None, "[]"),
    "a row that is no JSON": ("label", "x", None, "{"),
    "a row without an end": ("label", "x", None, "[" * 100_000),
    "half a row": ("label", "x", None, row(id="x", hue=1)),
    "a number as text": ("label", "x", None, _label(hue="1")),
    "a number with a point": ("label", "x", None, _label(hue=1.5)),
    "a hue that is none": ("label", "x", None, _label(hue=360)),
    "a number below": ("label", "x", None, _label(hue=-1)),
    "yes as a number": ("label", "x", None, _label(retired=2)),
    "yes as a word": ("label", "x", None, _label(retired=True)),
    "names that are words": ("label", "x", None, _label(names="x")),
    "names that are a list": ("label", "x", None, _label(names="[]")),
    "names of numbers": ("label", "x", None, _label(names='{"en":1}')),
    "examples of numbers": ("label", "x", None, _label(examples="[1]")),
    "examples that are an object": ("label", "x", None, _label(examples="{}")),
    "a part that there is not": ("label", "x", None, _label(parts='["foot"]')),
    "half a character": ("label", "x", None, _label(category="x").replace("x", "\\ud800", 1)),
    "NUL": ("label", "x", None, _label(category="\0")),
    "no number": ("variable", "x", row(low=1.0), '{"low":NaN}'),
    "a number without an end": ("variable", "x", row(low=1.0), '{"low":1e999}'),
    "a bound that is yes": ("variable", "x", row(low=1.0), row(low=True)),
    "a type that there is not": ("variable", "x", row(type="text"), row(type="code")),
    "a type that is a list": ("variable", "x", row(type="text"), row(type=[])),
    "choices that are none": ("variable", "x", row(choices="[]"), row(choices='[{"id":"x"}]')),
    "a condition that is a list": ("variable", "x", row(only_if="{}"), row(only_if="[]")),
    "a value too deep": ("value", "x", row(value="1"), row(value="[" * 20 + "]" * 20)),
    "a value too large": ("value", "x", row(value="1"), row(value="1" * 40)),
    "a line end in an id": ("label", "x\ny", row(hue=1), row(hue=2)),
    "an empty id": ("label", "", row(hue=1), row(hue=2)),
    "a boundary of words": ("project", "x", row(boundary="{}"), row(boundary='{"words":"yes"}')),
    "a boundary of more": ("project", "x", row(boundary="{}"), row(boundary='{"letters":true}')),
    "fragments that overlap": ("annotation", "x", row(fragments="[]"), row(fragments="[[0,4],[2,6]]")),
    "fragments turned round": ("annotation", "x", row(fragments="[]"), row(fragments="[[4,0]]")),
    "fragments of three": ("annotation", "x", row(fragments="[]"), row(fragments="[[0,1,2]]")),
    "fragments with a point": ("annotation", "x", row(fragments="[]"), row(fragments="[[0.0,1]]")),
    "an old statement that is none": ("statement", "x", None, row(id="x", coding="y", type="z", slots="[]")),
    "an old statement that is a number": ("statement", "x", None, row(id="x", coding="y", type="z", slots=1)),
}


@pytest.mark.parametrize("edit", _FORGED.values(), ids=_FORGED)
def test_an_edit_that_no_journal_wrote_is_refused(file, edit):
    forge(file, edit)
    assert refused(file).key == "arrived_damaged"


@pytest.mark.parametrize(
    "more",
    [{"fragments": ((0, 5),)}, {"fragments": ((90, 99),)}, {"text": "0" * 64}, {"quotes": ()}, {"head": ((8, 9),)}],
    ids=str,
)
def test_a_span_that_does_not_quote_its_text_is_refused(file, world, more):
    plain = to_row(world.span(id="x"))
    forge(file, ("annotation", "x", None, row(**(plain | to_row(replace(world.span(id="x"), **more))))))
    assert refused(file).key == "arrived_damaged"


def test_a_head_within_its_span_is_well(file, world):
    plain = to_row(replace(world.span(id="x"), head=((1, 3),)))
    part = row(id="p", article="art-1", text=world.text.hash, kind="headline", start=0, end=12)
    forge(file, ("annotation", "x", None, row(**plain)), ("part", "p", None, part))
    with foreign.read(file) as opened:
        assert [edit.row for edit in list(opened.changes())[-1].edits] == ["x", "p"]


@pytest.mark.parametrize("bad", ["", "x" * 600, "a\x07b", "\ud800"])
def test_names_looked_at_together_are_looked_at_each(bad):
    shapes.names(["one", "two"], empty=[""])
    with pytest.raises(ValueError, match="names"):
        shapes.names(["one", bad], empty=["two"])


def test_a_part_outside_its_text_is_refused(file, world):
    part = row(id="p", article="art-1", text=world.text.hash, kind="headline", start=0, end=999)
    forge(file, ("part", "p", None, part))
    assert refused(file).key == "arrived_damaged"


def test_an_undo_with_edits_of_its_own_is_refused(file):
    forge(file, ("label", "x", row(hue=1), row(hue=2)), kind="undo", of="x")
    assert refused(file).key == "arrived_damaged"


def test_an_entry_that_came_from_another_copy_says_so(file):
    forge(file, ("label", "x", row(hue=1), row(hue=2)), via="merge-1", state="held")
    with foreign.read(file) as opened:
        assert [(entry.via, entry.state) for entry in opened.changes()][-1] == ("merge-1", "held")


def test_every_column_of_every_table_is_looked_at():
    for table, columns in shapes._COLUMNS.items():
        for column, check in columns.items():
            with pytest.raises(ValueError, match=r"."):
                check({table: column})


def test_all_that_a_real_log_holds_passes():
    """What the journal writes is never taken for forged, of whatever kind."""
    from tests.core.test_rows import VALUES

    for value in VALUES:
        plain = to_row(value)
        table = added(value).table
        shapes.row(table, plain, whole=True)


# -- harmed at random


def _harmed(path: Path, change: Callable[[bytearray], None]) -> str:
    """What becomes of a harmed copy: refused, or whole after all; "" for the second."""
    data = bytearray(path.read_bytes())
    change(data)
    harmed = path.with_name("harmed.annot")
    harmed.write_bytes(data)
    return _verdict(harmed)


def _verdict(path: Path) -> str:
    """In this process, so that thousands take seconds: the child's own code."""
    asked = [b'{"what":"told"}', b'{"what":"changes","log":1,"known":[]}', *[b'{"what":"more","log":1}'] * 3]
    *_, last = child.answers(path, asked, seconds=5)
    return json.loads(last).get("error", {}).get("key", "")


def _said(path: Path) -> list[object]:
    asked = [b'{"what":"told"}', b'{"what":"changes","log":1,"known":[]}', *[b'{"what":"more","log":1}'] * 3]
    return [json.loads(line) for line in child.answers(path, asked, seconds=5)]


def _cuts(path: Path, step: int) -> None:
    size = path.stat().st_size
    for length in range(0, size, step):
        assert _harmed(path, lambda data, length=length: data.__delitem__(slice(length, None)))


def test_cut_off_anywhere_it_is_refused(file):
    _cuts(file, 512 * 37)


def _flips(path: Path, many: int, seed: int) -> None:
    whole, chance = _said(path), random.Random(seed)
    for _ in range(many):
        at, bit = chance.randrange(path.stat().st_size), 1 << chance.randrange(8)

        def flip(data: bytearray, at: int = at, bit: int = bit) -> None:
            data[at] ^= bit

        if not _harmed(path, flip):
            assert _said(path.with_name("harmed.annot"))[1:] == whole[1:]  # what it says of what was done is the same


def test_with_a_bit_turned_it_is_refused_or_says_the_same(file):
    _flips(file, 150, 1)


@given(st.binary(max_size=2000))
def test_bytes_that_are_no_project_are_refused(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("bytes") / "x.annot"
    path.write_bytes(data)
    with pytest.raises(DamagedError):
        foreign.read(path)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_cut_off_at_every_512_bytes_it_is_refused(file):
    _cuts(file, 512)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_with_any_bit_turned_it_is_refused_or_says_the_same(file):
    _flips(file, 20_000, int(os.environ.get("SEED", "2")))


def test_the_project_that_reads_stays_as_it_is(file, tmp_path):
    ours = tmp_path / "ours.annot"
    Project.create(ours, title="لنا").close()
    before = ours.read_bytes()
    with Project.open(ours, unseen=True):
        for make in (_STRANGE["a trigger"], _DAMAGED["a link that was altered"]):
            make(file)
            refused(file)
    assert ours.read_bytes() == before
