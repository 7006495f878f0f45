"""The derived file of folded keys: private, always caught up, made again whatever happens to it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from annotator import paths
from annotator.core.errors import AnnotatorError
from annotator.core.folding import fold
from annotator.core.models import Article
from annotator.core.rows import added
from annotator.core.text import Text
from annotator.store import folded
from annotator.store.folded import Keys
from annotator.store.project import Project
from tests.store.conftest import BODY, World

if TYPE_CHECKING:
    from pathlib import Path

OTHER = "قالَ الرَّئيسُ إنّ ﷲ على \u0640 🙂"


def take_in(world: World, body: str, article: str = "art-2") -> Text:
    text = Text(body)
    world.commit("take_in", text, added(Article(article, "خبر", text.hash)))
    return text


def file_of() -> Path:
    return next(paths.derived().glob("*.db"))


def right(keys: Keys, *bodies: str) -> bool:
    return dict(keys.every()) == {Text(body).hash: fold(body).key for body in bodies}


def test_keys_lead_back_to_their_texts(world: World) -> None:
    text = take_in(world, OTHER)
    with Keys(world.project) as keys:
        assert keys.catch_up() == 2
        assert keys.of(text.hash) == fold(OTHER)
        assert keys.of(text.hash, loose=True) == fold(OTHER, loose=True)
        assert right(keys, BODY, OTHER)
        assert keys.catch_up() == 0


def test_only_what_is_missing_is_folded(world: World) -> None:
    told = []
    with Keys(world.project) as keys:
        keys.catch_up(lambda done, name: told.append((done, name)))
        take_in(world, OTHER)
        assert keys.catch_up() == 1
    with Keys(world.project) as again:
        assert again.catch_up() == 0
        assert right(again, BODY, OTHER)
    assert told == [(1.0, "")]


def test_which_texts_hold_letters(world: World) -> None:
    text = take_in(world, OTHER)
    with Keys(world.project) as keys:
        keys.catch_up()
        assert keys.holding("الرئيس") == {text.hash}
        assert keys.holding("ال") == {text.hash, world.text.hash}
        assert keys.holding("علي") == set()
        assert keys.holding("علي", loose=True) == {text.hash}
        keys.close()
        assert keys.holding("الرئيس") == {text.hash}
        assert keys.holding("علي", loose=True) == {text.hash}


def test_keys_beyond_those_at_hand_are_found_too(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    text = take_in(world, OTHER)
    monkeypatch.setattr(folded, "_AT_HAND", 1)
    monkeypatch.setattr(folded, "_BATCH", 1)
    told: list[float] = []
    with Keys(world.project) as keys:
        keys.catch_up()
        assert keys.holding("ال", progress=lambda done, _name: told.append(done)) == {text.hash, world.text.hash}
        assert right(keys, BODY, OTHER)
    assert len(told) == 2
    assert told == sorted(told)
    assert 0 < told[0] < told[1] < 1


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_nobody_else_can_read_it(world: World) -> None:
    with Keys(world.project) as keys:
        keys.catch_up()
        assert file_of().stat().st_mode & 0o777 == 0o600
        assert file_of().parent.stat().st_mode & 0o777 == 0o700
    assert list(file_of().parent.iterdir()) == [file_of()]


def test_it_serves_a_project_that_is_only_read(world: World) -> None:
    world.project.close()
    with Project.read(world.path) as read, Keys(read) as keys:
        assert read.writable is False
        assert keys.catch_up() == 1
        assert right(keys, BODY)


def test_what_undo_took_away_stays_until_it_is_forgotten(world: World) -> None:
    text = take_in(world, OTHER)
    with Keys(world.project) as keys:
        keys.catch_up()
        world.project.journal.undo()
        keys.catch_up()
        assert right(keys, BODY, OTHER)
        keys.forget([text.hash])
        assert right(keys, BODY)
    assert "الرئيس".encode() not in file_of().read_bytes()


@pytest.mark.parametrize("damage", ["text", "cut", "middle", "foreign", "table", "project", "folding", "empty"])
def test_a_damaged_or_foreign_file_is_made_again(world: World, damage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(40):
        take_in(world, f"{number} {OTHER * 30}", f"a{number}")
    with Keys(world.project) as keys:
        keys.catch_up()
    file = file_of()
    whole = file.read_bytes()
    if damage == "text":
        file.write_text("no database")
    elif damage == "cut":
        file.write_bytes(whole[: len(whole) // 2])
    elif damage == "middle":
        file.write_bytes(whole[:16_384] + b"\x00" * (len(whole) - 16_384))
    elif damage == "empty":
        file.write_bytes(b"")
    elif damage == "folding":
        monkeypatch.setattr(folded, "_FOLDING", "another")
        with sqlite3.connect(file) as db:
            db.execute("update folded set key = 'as it was folded then'")
        db.close()
    else:
        with sqlite3.connect(file) as db:
            db.execute(
                {
                    "foreign": "pragma application_id = 7",
                    "table": "drop table folded",
                    "project": "update made_for set project = 'x'",
                }[damage]
            )
        db.close()
    with Keys(world.project) as keys:
        keys.catch_up()
        assert len(dict(keys.every())) == 41
        assert right(keys, BODY, *(f"{number} {OTHER * 30}" for number in range(40)))
        assert len(keys.holding("الرئيس")) == 40
    with sqlite3.connect(file) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    db.close()


def test_damage_while_it_is_open(world: World) -> None:
    text = take_in(world, OTHER)
    with Keys(world.project) as keys:
        keys.catch_up()
        file_of().write_bytes(b"\x00" * 70_000)
        assert keys.of(text.hash) == fold(OTHER)
        assert right(keys, BODY, OTHER)


def test_a_row_that_does_not_fit_its_text_is_not_believed(world: World) -> None:
    with Keys(world.project) as keys:
        keys.catch_up()
        with sqlite3.connect(file_of()) as db:
            db.execute("update folded set key = 'xyz'")
        db.close()
        assert keys.of(world.text.hash) == fold(BODY)


def test_without_a_file_the_answers_are_the_same(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folded, "_BATCH", 1)
    text = take_in(world, OTHER)
    place = paths.derived()
    with Keys(world.project):
        pass
    file = file_of()
    file.unlink()
    file.mkdir()  # nothing can be written there
    with Keys(world.project) as keys:
        assert keys.catch_up() == 0
        assert right(keys, BODY, OTHER)
        assert keys.of(text.hash) == fold(OTHER)
        assert keys.holding("الرئيس") == {text.hash}
        keys.forget([text.hash])
    file.rmdir()
    place.rmdir()
    place.write_text("")
    with Keys(world.project) as keys:
        assert right(keys, BODY, OTHER)


def test_another_process_that_writes_for_long(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folded, "_WAIT", 0.05)
    take_in(world, OTHER)
    with Keys(world.project) as keys:
        other = sqlite3.connect(file_of(), isolation_level=None)
        other.execute("begin immediate")
        keys.catch_up()
        assert right(keys, BODY, OTHER)
        assert keys.holding("الرئيس")
        other.execute("rollback")
        other.close()
    with Keys(world.project) as keys:
        assert keys.catch_up() == 2


def test_another_process_that_makes_the_file(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folded, "_WAIT", 0.05)
    with Keys(world.project):
        file = file_of()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("begin exclusive")
    with Keys(world.project) as keys:
        keys.catch_up()
        assert right(keys, BODY)
    other.close()
    with Keys(world.project) as keys:
        assert keys.catch_up() == 1
    with sqlite3.connect(file) as db:  # two that find it empty: the second leaves it as the first made it
        folded._lay_out(db, "another")
        assert db.execute("select count(*) from folded").fetchone() == (1,)
    db.close()


def test_another_process_that_reads_for_long(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folded, "_WAIT", 0.05)
    with Keys(world.project) as keys:
        other = sqlite3.connect(file_of(), isolation_level=None)
        other.execute("begin")
        other.execute("select * from made_for").fetchall()
        keys.catch_up()
        assert right(keys, BODY)
        other.close()
    with Keys(world.project) as keys:
        assert keys.catch_up() == 1


def test_what_fails_again_in_a_new_file_is_done_without_one(world: World) -> None:
    def fails(_db: sqlite3.Connection) -> str:
        raise sqlite3.DatabaseError

    with Keys(world.project) as keys:
        assert keys._ask(fails, lambda: "instead") == "instead"
        assert right(keys, BODY)


def test_a_file_that_cannot_be_made_ours(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folded, "_is_ours", lambda _db, _project: False)
    with Keys(world.project) as keys:
        assert keys.catch_up() == 0
        assert right(keys, BODY)


def test_two_processes_at_once(world: World) -> None:
    bodies = [f"{number} {OTHER}" for number in range(60)]
    for number, body in enumerate(bodies):
        take_in(world, body, f"a{number}")
    world.project.close()
    script = (
        "import sys; from pathlib import Path; from annotator.store.project import Project;"
        "from annotator.store.folded import Keys; from annotator.store import folded; folded._BATCH = 3\n"
        "with Project.read(Path(sys.argv[1])) as project, Keys(project) as keys:\n"
        "    keys.catch_up(); print(len(dict(keys.every())), keys._db is not None)"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(world.path)], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    said = [one.communicate(timeout=50)[0].strip() for one in running]
    assert said == ["61 True"] * 3
    with Keys(world.reopen()) as keys:
        assert keys.catch_up() == 0
        assert right(keys, BODY, *bodies)


def test_it_serves_a_project_that_another_has_open(world: World) -> None:
    script = (
        "import sys; from pathlib import Path; from annotator.store.project import Project;"
        "from annotator.store.folded import Keys\n"
        "with Project.read(Path(sys.argv[1])) as project, Keys(project) as keys:\n"
        "    keys.catch_up(); print(bool(project.as_of), len(dict(keys.every())))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(world.path)], capture_output=True, text=True, timeout=50, check=True
    )
    assert done.stdout.strip() == "True 1"


def test_a_text_that_is_not_there(world: World) -> None:
    with Keys(world.project) as keys, pytest.raises(AnnotatorError, match="no_such_text"):
        keys.of("0" * 64)
