"""A file of format 1 opens as one of ours, loses nothing on the way whatever happens, and can still be taken back."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.core.errors import AnnotatorError, DamagedError
from annotator.store import actors, backup, check, codebook, codings, places, schema, session, snapshot, totals, upgrade
from annotator.store.project import Project

OLD = Path(__file__).parent / "old"
ROOT = Path(__file__).parents[2]


def unpacked(folder: Path, name: str = "format_1") -> Path:
    path = folder / f"{name}.annot"
    path.write_bytes(gzip.decompress((OLD / f"{name}.annot.gz").read_bytes()))
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The file, on the device where it was made, so that its actions are mine."""
    path = unpacked(tmp_path)
    places.device()
    with sqlite3.connect(path) as db:
        (device,) = db.execute('select "device" from "copy"').fetchone()
    db.close()
    (places.paths.user_data() / "device").write_text(device, encoding="ascii")
    return path


def faults(project: Project) -> list[check.Check]:
    return [found for found in check.check(project, full=True) if not found.ok]


def in_format_1(path: Path) -> dict[str, int]:
    with sqlite3.connect(path) as db:
        assert db.execute("pragma user_version").fetchone() == (1,)
        found = totals.tables(db)
    db.close()
    return found


def slots(project: Project) -> dict[str, dict[str, object]]:
    ids = [row[0] for row in project.db.execute('select "id" from "statement"')]
    return {one: {name: held.value for name, held in codings.values_of(project.db, one).items()} for one in ids}


def test_it_opens_with_all_that_was_in_it_and_word_for_word_as_a_new_one(old: Path) -> None:
    before = in_format_1(old)
    with Project.open(old) as project:
        assert (project.writable, project.crashed, schema.format_of(project.db)) == (True, False, schema.FORMAT)
        assert schema.differs(project.db) == []
        assert faults(project) == []
        after = totals.tables(project.db)
        same = before.keys() - {"value", "variable", "change", "edit"}
        assert {table: after[table] for table in same} == {table: before[table] for table in same}
        names = [row[0] for row in project.db.execute('select "name" from "_sqlite_migrations"')]
        assert names == ["format_1", "format_2"]
        assert codebook.project(project.db).boundary.clitics
    with Project.open(old) as again:
        assert totals.tables(again.db) == after
        assert not again.crashed


def test_statements_get_types_and_their_slots_become_values(old: Path) -> None:
    with Project.open(old) as project:
        assert slots(project) == {
            "t-a": {
                "person": {"annotation": "s-a"},
                "about": {"actor": "الوزير"},
                "agreement": True,
                "strength": 3,
                "tags": ["زيارة", "a"],
                "claim.tone": "negative",
            },
            "u-a": {"person": "الناطق", "about": {"annotation": "p-a"}},
            "t-b": {
                "person": {"annotation": "s-b"},
                "about": {"actor": "الوزير"},
                "agreement": False,
                "strength": 3,
                "tags": ["زيارة", "b"],
                "claim.tone": "negative",
            },
            "u-b": {"person": "الناطق", "about": {"annotation": "p-b"}},
        }
        book = codebook.read(project.db)
        types = {each.id: (each.type, each.labels) for each in book.variables if each.scope == "statement"}
        assert types == {
            "person": ("text", ("source",)),
            "about": ("actor", ("actor",)),
            "agreement": ("yesno", ()),
            "strength": ("number", ()),
            "tags": ("choices", ()),
            "claim.tone": ("text", ()),
        }
        assert [(kind.id, set(kind.slots)) for kind in book.statement_types] == [("claim", types.keys())]
        assert [actor.names for actor in actors.every(project.db)] == [{"ar": "الوزير"}]
        newest = project.journal.newest(1)[0]
        assert (newest.name, newest.author) == ("upgrade", "")


def test_what_was_done_before_is_taken_back_and_done_again(old: Path) -> None:
    with Project.open(old) as project:
        whole, names = slots(project), []
        first, second = (one.id for one in codebook.coders(project.db))
        for each in (second, first):
            project.act_as(each)
            while (done := project.journal.undo()) is not None:
                names.append(done.name)
                assert faults(project) == []
        assert sorted(names) == ["import", "import", "import", "label_span", "remove_articles"]
        assert slots(project) == {}
        for each in (first, second):
            project.act_as(each)
            while project.journal.redo() is not None:
                assert faults(project) == []
        assert slots(project) == whole


def test_a_backup_is_made_first_and_is_as_the_file_was(old: Path, tmp_path: Path) -> None:
    before = in_format_1(old)
    with Project.open(old) as project:
        (kept,) = backup.backups(project.id)
        assert in_format_1(kept.path) == before
        assert kept.n == before["change"]
        found = backup.compare(kept, project)
        assert [entry.name for entry in found.since] == []  # the same action brought the copy over
        assert found.backup.annotations == found.project.annotations == before["annotation"]
        backup.backup(project)
    restored = backup.restore(kept, tmp_path / "restored.annot")
    with Project.open(restored) as project:
        assert faults(project) == []
        assert len(slots(project)) == 4
    assert in_format_1(kept.path) == before


def test_without_a_backup_it_stays_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old.read_bytes()
    monkeypatch.setattr(backup.duplicate, "damaged_texts", lambda _db: ["x"])
    with pytest.raises(AnnotatorError, match="not_verified"):
        Project.open(old)
    assert old.read_bytes() == before


def test_a_file_without_statements_keeps_its_log(tmp_path: Path) -> None:
    path = unpacked(tmp_path, "plain_1")
    before = in_format_1(path)
    with Project.open(path) as project:
        assert (totals.tables(project.db)["change"], project.crashed) == (before["change"], False)
        assert faults(project) == []
        assert not backup.changed(project)  # the one made first holds it all


def test_whoever_only_reads_leaves_it_as_it_was(old: Path) -> None:
    before = old.read_bytes()
    with Project.read(old) as project:
        assert (project.writable, project.as_of) == (False, "")
        assert faults(project) == []
        assert len(slots(project)) == 4
    assert old.read_bytes() == before
    assert list(places.paths.user_data().joinpath("reading").iterdir()) == []


def test_while_another_has_it_open_it_is_read_from_a_copy(old: Path) -> None:
    before = old.read_bytes()
    holding = sqlite3.connect(old, isolation_level=None)
    holding.execute("begin exclusive")
    with pytest.raises(AnnotatorError, match="in_use"):
        Project.open(old)
    found = snapshot.holder(old)
    assert found is not None
    assert (found.who, found.clean) == ("سارة", True)
    with Project.read(old) as project:
        assert project.as_of
        assert faults(project) == []
    holding.close()
    assert old.read_bytes() == before


def test_copies_are_brought_over_by_the_same_action(old: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.annot"
    shutil.copy(old, other)
    with Project.open(old) as one, Project.open(other) as two:
        assert session.head(one.db) == session.head(two.db)


def test_an_unclean_end_is_still_told(old: Path) -> None:
    with sqlite3.connect(old) as db:
        db.execute('update "session" set "clean" = 0')
    db.close()
    with Project.open(old) as project:
        assert project.crashed


@pytest.mark.parametrize(
    "sql",
    [
        'create trigger "t" after insert on "note" begin delete from "annotation"; end',
        """alter table "annotation" add column "head" text not null default '[]'""",
        'alter table "note" add column "x" text',
    ],
)
def test_what_is_no_file_of_format_1_is_not_touched(old: Path, sql: str) -> None:
    with sqlite3.connect(old) as db:
        db.execute(sql)
    db.close()
    before = old.read_bytes()
    for opened in (Project.open, Project.read):
        with pytest.raises(DamagedError, match="strange_schema"):
            opened(old)
    assert old.read_bytes() == before


def test_a_file_that_would_not_come_out_right_stays_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old.read_bytes()
    monkeypatch.setattr(upgrade, "_GROWS", {"variable"})
    with pytest.raises(DamagedError, match="strange_schema"):
        Project.open(old)
    monkeypatch.undo()
    assert old.read_bytes() == before
    monkeypatch.setattr(upgrade, "_statements", lambda db: db.execute('delete from "note"'))
    with pytest.raises(DamagedError) as caught:
        Project.read(old)
    assert (caught.value.facts["objects"], caught.value.facts["path"]) == ("note", str(old))
    monkeypatch.setattr(upgrade, "_statements", lambda db: db.execute('drop index "article_position"'))
    with pytest.raises(DamagedError) as caught:
        Project.read(old)
    assert caught.value.facts["objects"] == "article_position"


def test_a_slot_that_fits_a_variable_of_statements_takes_it(old: Path) -> None:
    with sqlite3.connect(old) as db:
        db.execute("""insert into "variable" values ('strength', '{}', 'statement', 'number', '[]', '[]', 0, 'zz')""")
        db.execute(
            """update "statement" set "slots" = '{"strength": 1, "odd": {"a": 1}, "lost": {"annotation": "x"}}'"""
        )
    db.close()
    with Project.open(old) as project:
        book = {each.id: each for each in codebook.read(project.db).variables}
        assert book["strength"].position == "zz"
        assert (book["odd"].type, book["lost"].type, book["lost"].labels) == ("text", "span", ())


_KILLED = """
import os, signal, shutil, sys
from pathlib import Path
from annotator.store import connection, upgrade
from annotator.store.project import Project

path, whole = Path(sys.argv[1]), Path(sys.argv[2])
real, began = upgrade.upgrade, connection.Connection.execute

def run(at):
    shutil.copy(whole, path)
    if (child := os.fork()) == 0:
        calls = 0
        def execute(self, *words):
            nonlocal calls
            calls += 1
            if calls == at:
                os.kill(os.getpid(), signal.SIGKILL)
            return began(self, *words)
        def counted(db, place):
            connection.Connection.execute = execute
            real(db, place)
            os._exit(0)
        upgrade.upgrade = counted
        Project.open(path)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])

at, killed = 1, 0
while run(at):
    killed += 1
    with Project.open(path) as project:
        from annotator.store import check
        bad = [found.name for found in check.check(project, full=True) if not found.ok]
        many = project.db.execute('select count(*) from "statement"').fetchone()
        assert not bad and many == (4,), (at, bad, many)
    at += int(sys.argv[3])
print(killed)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("step", [7, pytest.param(1, marks=pytest.mark.long)])
@pytest.mark.timeout(300)
def test_killed_at_any_statement_nothing_is_lost(old: Path, tmp_path: Path, step: int) -> None:
    command = [sys.executable, "-c", _KILLED, str(tmp_path / "killed.annot"), str(old), str(step)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) * step > 60


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_killed_while_it_is_written_nothing_is_lost(old: Path, tmp_path: Path) -> None:
    path, code = tmp_path / "killed.annot", "import sys; from annotator.store.project import Project; from pathlib import Path; Project.open(Path(sys.argv[1]))"  # fmt: skip
    killed = 0
    for call, when in (("pwrite64", 3), ("pwrite64", 60), ("pwrite64", 110), ("fdatasync", 2), ("fdatasync", 3)):
        shutil.copy(old, path)
        snapshot.header.journal_of(path).unlink(missing_ok=True)
        traced = ["strace", "-f", "-o", "/dev/null", "-P", path, "-P", snapshot.header.journal_of(path)]
        command = [*map(str, traced), "-e", f"inject={call}:signal=KILL:when={when}", sys.executable, "-c", code, str(path)]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
        if "ptrace" in done.stderr:
            pytest.skip("tracing is not allowed here")
        killed += done.returncode != 0
        with Project.open(path) as project:
            assert faults(project) == []
            assert len(slots(project)) == 4
    assert killed >= 3
