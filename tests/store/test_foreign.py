"""A foreign file is read by a child, and what it says is what its log says."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from annotator import paths
from annotator.core.changes import Edit
from annotator.core.errors import AnnotatorError, DamagedError, MachineError
from annotator.core.rows import added, altered, removed
from annotator.store import foreign
from annotator.store.foreign import child, guarded, log_read, reader, shapes
from annotator.store.project import Project
from tests.store.forging import by_hand, run
from tests.store.test_upgrade import unpacked

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(world) -> Path:
    """What the world's project is once it was coded and closed."""
    made = world.code()
    world.commit("set_attribute", added(world.tone(made.id, "negative")))
    world.commit("relabel", altered(made, label="quote"))
    world.project.journal.undo()
    world.code(14, 20)
    world.project.close()
    return world.path


def test_it_tells_what_it_holds(file, world):
    with foreign.read(file) as opened:
        told = opened.told
    assert (told.project, told.title, told.format) == (world.project.id, "تجربة", 2)
    assert told.copy == world.project.journal.copy
    assert told.coders == {"c1": "سلمى", "c2": "Omar"}
    assert (told.changes, told.annotations, told.articles, told.handover) == (7, 2, 1, None)


def test_the_log_comes_as_it_was_written(file):
    with foreign.read(file) as opened:
        entries = list(opened.changes())
    with Project.read(file) as project:
        journal = project.journal
        for n, entry in enumerate(entries, 1):
            ours = journal.load(n)
            assert {
                name: getattr(entry.change, name) for name in ("id", "name", "author", "copy", "kind", "of", "at")
            } == {name: getattr(ours, name) for name in ("id", "name", "author", "copy", "kind", "of", "at")}
            assert entry.change.facts == ours.facts
            assert entry.edits == tuple(journal.edits(n))
            assert (entry.state, entry.via) == ("applied", "")
            assert entry.digest == project.db.execute('select "digest" from "change" where "n" = ?', [n]).fetchone()[0]


def test_known_entries_are_left_out(file):
    with foreign.read(file) as opened:
        every = [entry.change.id for entry in opened.changes()]
        assert [entry.change.id for entry in opened.changes(every[:3])] == every[3:]
        assert not list(opened.changes(every))


def test_texts_can_be_asked_for_in_the_midst_of_the_log(file, world):
    with foreign.read(file) as opened:
        found = [opened.text(world.text.hash) for _ in opened.changes()]
        assert set(found) == {world.text.body}
        assert opened.text("0" * 64) is None


def test_a_long_action_comes_in_pieces_and_whole(world):
    spans = [world.span(0, 4, id=f"s{number}") for number in range(1300)]
    world.commit("label_all", *map(added, spans))
    world.commit("remove", *map(removed, spans))
    world.project.close()
    with foreign.read(world.path) as opened:
        assert [len(entry.edits) for entry in opened.changes()][-2:] == [1300, 1300]


def test_the_file_and_what_lies_beside_it_stay_as_they_are(file):
    before = {path.name: path.read_bytes() for path in file.parent.iterdir()}
    with foreign.read(file) as opened:
        list(opened.changes())
    assert {path.name: path.read_bytes() for path in file.parent.iterdir()} == before


def test_nothing_is_left_of_the_copy(file):
    with foreign.read(file) as opened:
        folder = opened._folder
        assert list(folder.iterdir())
        if os.name == "posix":
            assert folder.stat().st_mode & 0o077 == 0
    assert not folder.exists()
    opened.close()
    with pytest.raises(DamagedError):
        opened.text("0" * 64)
    assert not list((paths.user_data() / "reading").iterdir())


def test_a_journal_beside_it_is_not_read(file):
    for suffix in ("-journal", "-wal", "-shm"):
        file.with_name(file.name + suffix).write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + b"\1" * 4000)
    with foreign.read(file) as opened:
        assert opened.told.annotations == 2


def test_a_project_that_is_open_here_is_not_read_again(world):
    for opened in (world.project, Project.read):
        with pytest.raises(AnnotatorError, match="same_project"):
            foreign.read(world.path)
        if opened is world.project:
            world.project.close()
            held = Project.read(world.path)
    held.close()
    with foreign.read(world.path) as opened:
        assert opened.told.articles == 1


@pytest.mark.parametrize(
    ("make", "key"),
    [
        (lambda _: None, "no_file"),
        (lambda path: path.mkdir(), "is_folder"),
        (lambda path: path.write_bytes(b""), "arrived_empty"),
        (lambda path: path.write_bytes(b"PK\3\4" * 100), "foreign_file"),
        (lambda path: path.write_bytes(b"SQLite format 3\0"), "arrived_truncated"),
    ],
)
def test_what_is_no_project_is_said_so(tmp_path, make, key):
    make(tmp_path / "x.annot")
    with pytest.raises(AnnotatorError) as caught:
        foreign.read(tmp_path / "x.annot")
    assert caught.value.key == key
    assert caught.value.facts["path"] == str(tmp_path / "x.annot")


def test_an_older_or_newer_format_is_said_so(file):
    with pytest.raises(DamagedError, match="newer_file"):
        foreign.read(run(file, "pragma user_version = 3"))
    with pytest.raises(DamagedError, match="older_file"):
        foreign.read(run(file, "pragma user_version = 1"))


def test_an_old_statement_in_the_log_is_told_as_rows(tmp_path):
    """A file that was brought over keeps its old log."""
    old = unpacked(tmp_path)
    Project.open(old).close()
    with foreign.read(old) as opened:
        edits = [edit for entry in opened.changes() for edit in entry.edits if edit.table == "statement"]
    assert edits
    assert all("slots" not in (edit.after or edit.before) for edit in edits)


def test_a_file_over_the_limit_is_not_copied(file, monkeypatch):
    monkeypatch.setattr(reader, "LARGEST", 4096)
    with pytest.raises(DamagedError, match="arrived_too_large"):
        foreign.read(file)


def test_no_room_for_the_copy_is_trouble_of_the_machine(file, monkeypatch):
    monkeypatch.setattr(reader, "COPY", "no/such/folder")
    with pytest.raises(MachineError, match="cannot_write"):
        foreign.read(file)


def test_a_python_that_cannot_be_started_is_said_so(file, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with pytest.raises(MachineError, match="cannot_start_reader"):
        foreign.read(file)


def test_the_child_is_ended_when_it_takes_too_long(file, monkeypatch):
    monkeypatch.setattr(reader, "_START", "import time; time.sleep(60)")
    with pytest.raises(DamagedError, match="arrived_slow"):
        foreign.read(file, deadline=0.2)


@pytest.mark.parametrize(
    ("says", "key"),
    [
        ("", "arrived_damaged"),
        ("print('no json', flush=True); import time; time.sleep(9)", "arrived_damaged"),
        ("print('[1]', flush=True); import time; time.sleep(9)", "arrived_damaged"),
        ('print(\'{"told": {"handover": null}}\', flush=True); import time; time.sleep(9)', "arrived_damaged"),
        ('print(\'{"error": {"key": "rm -rf", "facts": {}}}\', flush=True)', "arrived_damaged"),
        ('print(\'{"error": {"key": "arrived_strange", "facts": {"objects": "x"}}}\', flush=True)', "arrived_strange"),
        ("print('x' * 2000, flush=True); import time; time.sleep(9)", "arrived_too_large"),
        ("print('[' * 1900, flush=True); import time; time.sleep(9)", "arrived_damaged"),
    ],
)
def test_a_child_that_was_taken_over_is_not_believed(file, monkeypatch, says, key):
    monkeypatch.setattr(reader, "_START", says)
    monkeypatch.setattr(reader, "LONGEST_LINE", 1950)
    with pytest.raises(DamagedError, match=key):
        foreign.read(file)


def _answering(lines: str) -> str:
    """A child that says something decent of itself, and then `lines` to whatever it is asked."""
    told = {"project": "p", "title": "", "copy": "", "format": 2, "handover": None, "coders": {}}
    told |= {"changes": 0, "annotations": 0, "articles": 0}
    answer = json.dumps({"told": told})
    return f"import sys\nfor n, _ in enumerate(sys.stdin):\n print({answer!r} if not n else {lines!r}, flush=True)"


@pytest.mark.parametrize(
    "lines",
    [
        '{"lines": [["label", "x", null, {"id": "x"}], null]}',
        '{"lines": [["change", "x", null, {}], null]}',
        '{"lines": [["label"]]}',
        '{"lines": [{"kind": "do"}]}',
        '{"lines": 1}',
        "{}",
    ],
)
def test_what_it_says_of_the_log_is_looked_at_again(file, monkeypatch, lines):
    monkeypatch.setattr(reader, "_START", _answering(lines))
    with foreign.read(file) as opened, pytest.raises(DamagedError, match="arrived_damaged"):
        list(opened.changes())


def test_an_entry_without_a_head_is_nothing(file, monkeypatch):
    answer = '{"lines": [null]}'
    monkeypatch.setattr(
        reader, "_START", _answering(answer).replace("if not n else", "if not n else '{\"lines\": []}' if n > 2 else")
    )
    with foreign.read(file) as opened:
        assert not list(opened.changes())


@pytest.mark.parametrize("text", ["another", "with\r\nanother line end", 3])
def test_what_it_says_of_a_text_is_looked_at_again(file, monkeypatch, text, world):
    monkeypatch.setattr(reader, "_START", _answering(json.dumps({"text": text})))
    with foreign.read(file) as opened, pytest.raises(DamagedError, match="arrived_damaged"):
        opened.text(world.text.hash)


def test_the_child_takes_limits_on_itself():
    """In a process of its own: what is taken there never comes back."""
    code = (
        "import resource, socket, sys; sys.path.insert(0, sys.argv[1])\n"
        "from annotator.store.foreign import child; child.restrict()\n"
        "print(resource.getrlimit(resource.RLIMIT_AS)[1], resource.getrlimit(resource.RLIMIT_CORE))\n"
        "for forbidden in (lambda: socket.socket(), lambda: __import__('subprocess').run(['true'])):\n"
        "    try: forbidden()\n"
        "    except PermissionError as error: print(error)\n"
    )
    root = str(paths.resources().parent)
    said = subprocess.run([sys.executable, "-c", code, root], capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == [f"{1 << 30} (0, 0)", "socket.__new__", "subprocess.Popen"]


def test_a_system_without_such_limits_reads_all_the_same(monkeypatch):
    monkeypatch.setitem(sys.modules, "resource", None)
    monkeypatch.setattr(sys, "addaudithook", lambda hook: hook("open", ()))
    child.restrict()
    monkeypatch.setitem(sys.modules, "resource", type(sys)("resource"))
    child.restrict()
    with pytest.raises(PermissionError):
        child._refuse("socket.connect", ())


def test_the_child_answers_lines_on_its_pipes(file, monkeypatch):
    class Pipes:
        def __init__(self, lines: list[bytes]) -> None:
            self.buffer, self.lines, self.said = self, lines, b""

        def readline(self) -> bytes:
            return self.lines.pop(0) if self.lines else b""

        def write(self, said: bytes) -> None:
            self.said += said

        def flush(self) -> None:
            """It is all in memory."""

    pipes = Pipes([b'{"what": "told"}\n'])
    monkeypatch.setattr(child, "restrict", lambda: None)
    monkeypatch.setattr(sys, "stdin", pipes)
    monkeypatch.setattr(sys, "stdout", pipes)
    child.main([str(file)])
    assert json.loads(pipes.said)["told"]["annotations"] == 2


def test_a_clock_that_is_up_ends_what_sqlite_does(file, monkeypatch):
    monkeypatch.setattr(guarded, "_OFTEN", 1)
    (said,) = child.answers(file, [b'{"what": "told"}'], seconds=-1)
    assert json.loads(said) == {"error": {"key": "arrived_slow", "facts": {"limit": -1}}}


def test_a_build_with_more_of_sqlites_own_guards_has_them_set(file, monkeypatch):
    """Python 3.12 and later can; here a connection that notes what it is told."""
    if hasattr(guarded.sqlite3.Connection, "setconfig"):
        pytest.skip("it has them")
    told = {}

    class Guarded(guarded.sqlite3.Connection):
        def setconfig(self, name: str, wanted: bool) -> None:
            told[name] = wanted

    connect = guarded.sqlite3.connect
    monkeypatch.setattr(guarded.sqlite3, "connect", lambda *words, **more: connect(*words, factory=Guarded, **more))
    for name in guarded._CONFIG:
        monkeypatch.setattr(guarded.sqlite3, name, name, raising=False)
    (said,) = child.answers(file, [b'{"what": "told"}'])
    assert "told" in json.loads(said)
    assert told == guarded._CONFIG


def test_the_authorizer_lets_only_our_columns_be_read(file):
    db = guarded.opened(file, guarded.Clock(5))
    try:
        for sql in (
            'select "device" from "session"',
            'select * from "sqlite_schema"',
            "select load_extension('x')",
            "attach 'x' as y",
            'update "text" set "body" = \'\'',
            "pragma trusted_schema = on",
        ):
            with pytest.raises(guarded.sqlite3.DatabaseError):
                db.execute(sql)
        assert db.execute('select count(*) from "annotation"').fetchone() == (2,)
    finally:
        db.close()


def test_edits_say_what_they_said(file):
    with foreign.read(file) as opened:
        tables = [edit.table for entry in opened.changes() for edit in entry.edits]
        assert isinstance(next(iter(opened.changes())).edits[0], Edit)
    assert tables.count("annotation") == 3


# -- the child's code, in this process


def _answers(path: Path, *requests: dict[str, object]) -> list[dict[str, object]]:
    return [json.loads(line) for line in child.answers(path, [json.dumps(one).encode() for one in requests])]


def test_a_package_names_its_handover(file, world):
    row = ["h", "work", "c2", "c1", "main", '{"art-1":"x"}', "", 1, "اقرأ", "2026-01-01", ""]
    with by_hand(file) as db:
        db.execute('insert into "handover" values (?,?,?,?,?,?,?,?,?,?,?)', row)
        db.execute('update "project" set "package" = \'h\'')
    with foreign.read(file) as opened:
        made = opened.told.handover
    assert (made.coder, made.articles, made.blind, made.instructions) == ("c2", {"art-1": "x"}, True, "اقرأ")
    told, text, nothing = _answers(
        file, {"what": "told"}, *({"what": "text", "hash": h} for h in (world.text.hash, "x"))
    )
    assert told["told"]["handover"]["id"] == "h"
    assert (text["text"], nothing["text"]) == (world.text.body, None)


def test_known_entries_are_not_even_looked_into(file):
    with foreign.read(file) as opened:
        ids = [entry.change.id for entry in opened.changes()]
    _, _, more = _answers(
        file, {"what": "told"}, {"what": "changes", "log": 1, "known": ids[1:]}, {"what": "more", "log": 1}
    )
    assert [line["id"] for line in more["lines"] if isinstance(line, dict)] == ids[:1]


def test_old_statements_are_told_as_rows_here_too(tmp_path):
    old = unpacked(tmp_path)
    assert _answers(old, {"what": "told"})[0]["error"]["key"] == "older_file"
    Project.open(old).close()
    asked = [{"what": "changes", "log": 1, "known": []}, *[{"what": "more", "log": 1}] * 9]
    lines = [line for answer in _answers(old, *asked)[1:] for line in answer["lines"] if isinstance(line, list)]
    assert [line for line in lines if line[0] == "statement"]


def test_a_text_that_is_not_in_the_stored_form_is_refused(file):
    body = "مع\r\nسطر آخر"
    name = hashlib.sha256(body.encode()).hexdigest()
    with by_hand(file) as db:
        db.execute('insert into "text" values (?,?)', [name, body])
    assert _answers(file, {"what": "text", "hash": name})[-1]["error"]["key"] == "arrived_damaged"
    with pytest.raises(ValueError, match="digest"):
        shapes.digest("short")


def test_an_edit_of_no_entry_is_found(file):
    with sqlite3.connect(file) as db:
        walk = log_read.Edits(db)
        assert list(walk.of(1))
        with pytest.raises(ValueError, match="2"):
            walk.close()
    db.close()


@pytest.mark.parametrize("found", [["a", ""], ["a", "b" * 10_000], ["a", "b\n"]])
def test_one_bad_name_among_many_is_found(found):
    with pytest.raises(ValueError, match="names"):
        shapes.names(found)
