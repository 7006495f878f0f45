"""A project is made whole, opened by one owner, and written with the settings that keep it safe."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError, MachineError
from annotator.core.models import Coder
from annotator.core.rows import added
from annotator.store import here, places, session
from annotator.store.connection import SETTINGS, connect
from annotator.store.project import Project

CHILD = """
import sys, time
from pathlib import Path
from annotator import messages
from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.store.project import Project
"""


def child(code: str, *args: object, **more: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", CHILD + code, *map(str, args)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        **more,
    )


def test_settings_are_read_back(world):
    found = {name: world.project.db.execute(f"pragma {name}").fetchone() for name in SETTINGS}
    assert found.pop("mmap_size") in (None, (0,))
    assert {name: value[0] for name, value in found.items()} == {k: v for k, v in SETTINGS.items() if k != "mmap_size"}


def test_the_settings_are_those_that_lose_nothing():
    wanted = {"locking_mode": "exclusive", "journal_mode": "delete", "synchronous": 3, "secure_delete": 1}
    wanted |= {"trusted_schema": 0, "cell_size_check": 1, "mmap_size": 0, "foreign_keys": 1, "temp_store": 2}
    assert wanted | {"fullfsync": 1} == {**SETTINGS}


def test_a_disk_error_raises_doubts_and_a_full_disk_does_not(world):
    import sqlite3

    db = world.project.db
    for code, key, broken in (
        (sqlite3.SQLITE_FULL, "disk_full", False),
        (sqlite3.SQLITE_IOERR_FSYNC, "disk_error", True),
        (sqlite3.SQLITE_CORRUPT, "damaged", True),
    ):
        db.broken = False
        error = sqlite3.OperationalError("x")
        error.sqlite_errorcode = code
        assert db.words_for(error).key == key
        assert db.broken is broken
    assert db.words_for(sqlite3.OperationalError("a bug")) is None


def test_a_setting_that_is_not_taken_stops_the_opening(world, monkeypatch):
    world.project.close()
    monkeypatch.setitem(SETTINGS, "synchronous", 7)
    with pytest.raises(MachineError, match="setting_refused"):
        Project.open(world.path)
    monkeypatch.setitem(SETTINGS, "synchronous", 3)
    monkeypatch.setitem(SETTINGS, "no_such_setting", 1)
    with pytest.raises(MachineError, match="setting_refused"):
        connect(world.path, writable=False)


def test_a_new_project_is_there_whole(tmp_path):
    with Project.create(tmp_path / "a.annot", title="عنوان") as project:
        assert project.title == "عنوان"
        assert len(project.id) == 20
        assert project.writable
        assert not project.crashed
        assert project.as_of == ""
        assert [e.name for e in project.journal.entries()] == ["new_project"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.annot"]


def test_nothing_is_overwritten(tmp_path):
    path = tmp_path / "a.annot"
    path.write_text("mine")
    with pytest.raises(MachineError, match="file_exists"):
        Project.create(path, title="x")
    assert path.read_text() == "mine"


def test_another_may_be_first_while_we_make_ours(tmp_path, monkeypatch):
    path = tmp_path / "a.annot"
    link = os.link

    def late(draft: object, target: object) -> None:
        path.write_text("theirs")
        link(draft, target)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(MachineError, match="file_exists"):
        Project.create(path, title="x")
    assert path.read_text() == "theirs"
    assert [p.name for p in tmp_path.iterdir()] == ["a.annot"]


def test_a_disk_without_hard_links(tmp_path, monkeypatch):
    def no_links(_draft: object, _target: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", no_links)
    Project.create(tmp_path / "a.annot", title="x").close()
    path, exists = tmp_path / "b.annot", iter([False, True])
    monkeypatch.setattr(Path, "exists", lambda self: next(exists) if self == path else os.path.lexists(self))
    with pytest.raises(MachineError, match="file_exists"):
        Project.create(path, title="x")


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(MachineError, match="cannot_write"):
        Project.create(tmp_path / "no" / "a.annot", title="x")


def test_a_disk_that_refuses_the_new_file(tmp_path, monkeypatch):
    def full(_fd: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(MachineError, match="no_room"):
        Project.create(tmp_path / "a.annot", title="x")
    assert list(tmp_path.iterdir()) == []


def test_opened_twice_here(world):
    for opened in (Project.open, Project.read):
        with pytest.raises(MachineError, match="in_use") as caught:
            opened(world.path)
        assert caught.value.facts["here"]
    other = world.path.with_name("link.annot")
    os.link(world.path, other)
    with pytest.raises(MachineError, match="in_use"):
        Project.open(other)


def test_closing_twice(world):
    world.project.close()
    world.project.close()
    assert not here.is_writing(world.path)


def test_the_session_says_who_and_since_when(world):
    since = world.project.session().since
    world.project.act_as("c2")
    assert (world.project.session().coder, world.project.session().clean) == ("c2", False)
    assert world.project.session().since == since
    world.project.close()
    with Project.read(world.path) as project:
        assert (project.session().coder, project.session().clean) == ("c2", True)
        project.act_as("c1")
        assert project.session().coder == "c2"
        assert project.journal.copy
        with pytest.raises(MachineError, match="read_only"):
            project.journal.commit(change("x", [added(Coder("c3", "x", 1))]))


def test_two_readers_here(world):
    world.project.close()
    with Project.read(world.path) as one, Project.read(world.path) as other:
        assert one.title == other.title
        assert here.is_reading(world.path)
    assert not here.is_reading(world.path)


def test_a_second_process_is_told_who_has_it(world):
    code = """
for opened in (Project.open, Project.create):
    try:
        opened(Path(sys.argv[1]), **({"title": "x"} if opened == Project.create else {}))
    except AnnotatorError as error:
        print(error.key, error.facts.get("who"), error.facts.get("since"))
        assert "in use" in messages.say(error, "en") or error.key == "file_exists"
"""
    out, _ = child(code, world.path).communicate(timeout=30)
    assert out.splitlines()[0] == f"in_use سلمى {world.project.session().since}"
    assert out.splitlines()[1].startswith("file_exists")


def test_of_twenty_starts_one_owns(world):
    world.project.close()
    code = """
print("up", flush=True)
sys.stdin.readline()
try:
    project = Project.open(Path(sys.argv[1]))
except AnnotatorError as error:
    print(error.key, flush=True)
else:
    print("owner", flush=True)
    sys.stdin.readline()
    project.close()
"""
    starts = [child(code, world.path) for _ in range(20)]
    for start in starts:
        assert start.stdout.readline() == "up\n"
    for start in starts:
        start.stdin.write("go\n")
        start.stdin.flush()
    said = [start.stdout.readline().strip() for start in starts]
    for start in starts:
        start.communicate("\n", timeout=30)
    assert sorted(said) == ["in_use"] * 19 + ["owner"]


def test_whoever_only_reads_is_waited_for(world, monkeypatch):
    monkeypatch.setattr("annotator.store.owner._PATIENCE", 40)
    world.project.close()
    code = """
project = Project.read(Path(sys.argv[1]))
print("up", flush=True)
time.sleep(0.6)
project.close()
"""
    reader = child(code, world.path)
    reader.stdout.readline()
    Project.open(world.path).close()
    reader.communicate()


def test_a_reader_that_stays_is_called_in_use_by_nobody_known(world):
    world.project.close()
    reader = child(
        'project = Project.read(Path(sys.argv[1])); print("up", flush=True); sys.stdin.readline()', world.path
    )
    reader.stdout.readline()
    with pytest.raises(MachineError, match="in_use") as caught:
        Project.open(world.path)
    assert (caught.value.facts["who"], caught.value.facts["since"]) == ("", "")
    reader.communicate("\n")


def test_a_crash_is_noticed_and_passes(world):
    world.project.close()
    code = """
import os
project = Project.open(Path(sys.argv[1]))
print(project.crashed, flush=True)
os.kill(os.getpid(), 9)
"""
    assert child(code, world.path).communicate()[0] == "False\n"
    assert world.reopen().crashed
    assert not world.reopen().crashed


def test_a_file_whose_seal_does_not_fit_is_as_after_a_crash(world):
    world.project.close()
    db = connect(world.path, writable=True)
    db.execute('update "session" set "n" = "n" - 1')
    db.close()
    assert world.reopen().crashed


def test_moved_away_or_replaced_under_us(world):
    away = world.path.with_name("away.annot")
    world.path.rename(away)
    with pytest.raises(MachineError, match="vanished"):
        world.code()
    world.path.write_bytes(b"another")
    with pytest.raises(MachineError, match="replaced"):
        world.code()
    with pytest.raises(MachineError, match="replaced"):
        world.project.act_as("c2")
    world.project.close()
    assert world.path.read_bytes() == b"another"
    world.path.unlink()
    away.rename(world.path)
    assert world.reopen().crashed


def test_after_a_disk_error_it_is_opened_anew_before_the_next_write(world):
    heard = []
    world.project.journal.listeners.append(heard.append)
    before = world.project.db
    before.broken = True
    made = world.code()
    assert world.project.db is not before
    assert [change.name for change in heard] == ["label_span"]
    assert world.annotations() == {made.id}
    world.project.db.broken = True
    world.project.journal.n -= 1  # as if the disk said no to a commit that was done
    made = world.code()
    assert [change.name for change in heard] == ["label_span", "reopened", "label_span"]
    assert heard[1].touches("annotation", "label")


def test_a_disk_that_stays_away_is_told_each_time(world):
    world.project.db.broken = True
    world.project.db.close()
    with pytest.raises(MachineError, match="disk_error"):
        world.annotations()
    world.project.db.broken = False
    import sqlite3

    with pytest.raises(sqlite3.ProgrammingError):
        world.annotations()
    world.project.db.broken = True
    world.code()


def test_a_file_that_could_not_be_read_once_is_asked_again(world, monkeypatch):
    world.project.close()
    opened, asked = Project._opened, []

    def once(path: Path, **options: bool) -> Project:
        asked.append(path)
        if len(asked) == 1:
            raise AnnotatorError("damaged", path=str(path))
        return opened(path, **options)

    monkeypatch.setattr(Project, "_opened", once)
    Project.open(world.path).close()
    assert len(asked) == 2


def test_readers_that_fail_let_go(world, monkeypatch):
    world.project.close()
    with monkeypatch.context() as patch:
        patch.setattr("annotator.store.tallies.set_up", lambda _db: 1 / 0)
        for opened in (Project.open, Project.read):
            with pytest.raises(ZeroDivisionError):
                opened(world.path)
    world.reopen()


def test_unjournalled_writes_are_all_or_nothing(world):
    with pytest.raises(ZeroDivisionError), session.transaction(world.project.db):  # noqa: PT012
        session.write(world.project.db, coder="x", since="", clean=True)
        raise ZeroDivisionError
    assert world.project.session().coder == "c1"


def test_a_read_only_file_is_opened_to_read(world, monkeypatch):
    world.project.close()
    before = world.path.read_bytes()
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    with Project.open(world.path) as project:
        assert not project.writable
        assert project.title == "تجربة"
        with pytest.raises(MachineError, match="read_only"):
            project.journal.commit(change("x", [added(Coder("c3", "x", 1))]))
    with pytest.raises(MachineError, match="cannot_write"):
        Project.create(world.path.with_name("b.annot"), title="x")
    assert world.path.read_bytes() == before


def test_small_maps_bear_any_trouble(annotator_home, monkeypatch):
    file = annotator_home / "data" / "copies.json"
    places.remember("copies.json", "a", "b")
    places.remember("copies.json", "a", "b")
    assert places.read("copies.json") == {"a": "b"}
    file.write_text("[]")
    assert places.read("copies.json") == {}
    file.write_text("{")
    assert places.read("copies.json") == {}
    assert places.device() == places.device() != ""
    monkeypatch.setenv("ANNOTATOR_HOME", str(file))
    places.remember("copies.json", "c", "d")
    assert places.device() == ""


def test_the_first_of_several_names_the_device(annotator_home, monkeypatch):  # noqa: ARG001
    exists = Path.exists
    first = places.device()
    monkeypatch.setattr(Path, "exists", lambda self: self.name != "device" and exists(self))
    assert places.device() == first


def test_a_project_on_a_device_that_cannot_remember(world, monkeypatch, tmp_path):
    world.project.close()
    file = tmp_path / "full"
    file.write_text("")
    monkeypatch.setenv("ANNOTATOR_HOME", str(file))
    world.reopen()
    world.code()
    assert world.project.journal.can_undo()
    world.commit("x", added(Coder("c4", "x", 1)))


def test_unseen_until_the_first_action(world):
    world.project.close()
    before = world.path.read_bytes()
    with Project.open(world.path, unseen=True) as project:
        assert project.coder == "c1"
    assert world.path.read_bytes() == before
    world.project = Project.open(world.path, unseen=True)
    made = world.code()
    assert not world.project.session().clean
    assert world.reopen().session().coder == "c1"
    assert world.annotations() == {made.id}
    assert not world.project.crashed


def test_a_file_that_cannot_be_seen_is_nowhere(tmp_path):
    found = here.inode(tmp_path / "no")
    for writing in (True, False):
        here.note(found, writing=writing)
        assert not here.is_writing(tmp_path / "no")
        assert not here.is_reading(tmp_path / "no")
        here.forget(found, writing=writing)


def test_opened_to_write_while_it_is_read_here(world, monkeypatch):
    world.project.close()
    with Project.read(world.path):
        with pytest.raises(MachineError, match="in_use"):
            Project.open(world.path)
        monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
        Project.open(world.path).close()


def test_a_header_that_a_journal_brings_is_looked_at_again(world):
    from annotator.store import trust

    db = world.project.db
    db.execute("pragma user_version = 9")
    with pytest.raises(AnnotatorError, match="newer_file"):
        trust.trust(db, world.path)
    db.execute("pragma application_id = 9")
    with pytest.raises(AnnotatorError, match="foreign_file"):
        trust.trust(db, world.path)


def test_a_sqlite_without_mapped_memory():
    """Here it says nothing of it for a file that is none."""
    import sqlite3

    from annotator.store.connection import Connection, _set_up

    db = sqlite3.connect(":memory:", isolation_level=None, factory=Connection)
    assert db.execute("pragma mmap_size").fetchone() is None
    _set_up(db, writable=False)
    db.close()


def test_sqlite_that_cannot_open_at_all(tmp_path):
    with pytest.raises(MachineError, match="cannot_open"):
        connect(tmp_path / "no" / "a.annot", writable=True)
