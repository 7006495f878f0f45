"""While a project is open, none of our own code opens its file: closing it again would drop SQLite's locks."""

from __future__ import annotations

import sys
from pathlib import Path

from annotator.store import articles, backup, check, codings
from annotator.store.project import Project

# Python tells of every open(), os.open() and Path.open() here; SQLite's own are not Python's.
_opened: list[str] = []


def _listen(event: str, args: tuple[object, ...]) -> None:
    if event == "open" and _watching:
        _opened.append(str(args[0]))


_watching: list[bool] = []
sys.addaudithook(_listen)


def test_nobody_else_opens_the_live_file(world, tmp_path):
    _opened.clear()
    _watching.append(True)
    try:
        for start in range(5):
            world.code(start, start + 4)
        world.project.journal.undo()
        world.project.journal.redo()
        kept = backup.backup(world.project)
        backup.compare(kept, world.project)
        backup.counts(kept)
        backup.write(world.project, tmp_path / "copy.annot")
        backup.restore(kept, tmp_path / "new.annot")
        backup.find_for(world.path)
        assert all(c.ok for c in check.check(world.project, full=True))
        articles.text(world.project.db, world.text.hash)
        codings.annotations_of(world.project.db, [world.coding.id])
        world.project.act_as("c2")
        world.project.db.broken = True
        world.code()
        for again in (Project.open, Project.read):
            try:
                again(world.path)
            except Exception as error:  # noqa: BLE001
                assert "in_use" in str(error)  # noqa: PT017
        world.project.close()
    finally:
        _watching.clear()
    assert _opened, "the listener hears"
    live = {world.path, world.path.with_name(world.path.name + "-journal")}
    assert live.isdisjoint({Path(name) for name in _opened})


def test_only_the_standard_module_speaks_to_sqlite():
    import annotator.store

    sources = Path(annotator.store.__file__).parent.glob("*.py")
    assert not any("executescript" in source.read_text(encoding="utf-8") for source in sources)
    assert "apsw" not in sys.modules
