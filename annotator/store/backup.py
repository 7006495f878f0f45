"""Backups without asking: drawn from the open project, verified, private, compared and restored to new files."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from annotator import paths
from annotator.core.errors import MachineError
from annotator.core.ids import new_id
from annotator.disk import sync_folder
from annotator.store import copies, duplicate, files, places, session, snapshot, totals
from annotator.store.connection import connect
from annotator.store.shelf import PART, Backup, backups, clean, short, thin

if TYPE_CHECKING:
    from annotator.store.connection import Connection
    from annotator.store.project import Project
    from annotator.store.totals import Counts, Difference

EVERY = timedelta(minutes=10)


def backup(project: Project) -> Backup:
    """Draw, verify and keep a backup now, then thin the older ones. Raises `no_room`, `cannot_write`, `not_verified`.

    Whoever calls it goes on working when it raises: nothing was lost, and no older backup was touched.
    """
    return keep(project, draw(project))


def draw(project: Project) -> duplicate.Draft:
    """The part of a backup that needs the project's own thread."""
    return _draw(project.db, project.kept_as)


def keep(project: Project, draft: duplicate.Draft) -> Backup:
    """The part of a backup that may run in another thread: verify, name, thin."""
    return _keep(draft, project.kept_as, project.journal.copy)


def before_upgrade(db: Connection) -> Backup:
    """Keep a file of an older format as it is. Raises what `backup` does, and then the file is not touched."""
    (project_id,) = db.execute('select "id" from "project"').fetchone() or ("",)
    return _keep(_draw(db, project_id), project_id, copies.read(db))


def _draw(db: Connection, project_id: str) -> duplicate.Draft:
    folder = _folder(project_id)
    clean(folder)
    return duplicate.draw(db, folder / f".{os.getpid()}-{new_id()}{PART}")


def _keep(draft: duplicate.Draft, project_id: str, copy: str) -> Backup:
    made = _named(draft, project_id, copy)
    try:
        duplicate.verify(draft)
        draft.path.replace(made.path)
        sync_folder(made.path.parent)
    except OSError as error:
        raise files.trouble(error, made.path) from error
    finally:
        draft.drop()
    thin(backups(project_id), made.at)
    return made


def write(project: Project, target: Path) -> Path:
    """A verified copy at a place of the person's choice, whole or not at all; refuses to overwrite."""
    return _write(project, target.absolute())


def changed(project: Project) -> bool:
    """Whether something was done that no backup holds: then one is due at open and at close."""
    n, chain = session.head(project.db)
    return not any((kept.n, kept.chain) == (n, short(chain)) for kept in backups(project.kept_as))


def due(project: Project) -> bool:
    """Whether something was done that no backup holds, and the last backup is ten minutes old."""
    if not project.writable or not changed(project):
        return False
    mine = [kept.at for kept in backups(project.kept_as) if kept.copy == project.journal.copy]
    now = datetime.now(UTC)
    return not any(timedelta() <= now - at < EVERY for at in mine)


def find_for(path: Path) -> list[Backup]:
    """Backups that could help when the file at this path is damaged or gone, newest first."""
    project_id = places.read(places.PROJECTS).get(str(path.resolve()))
    return backups(project_id) if project_id else []


def counts(kept: Backup) -> Counts:
    """What a backup holds."""
    reading = snapshot.read(kept.path)
    try:
        return totals.of(reading.db)
    finally:
        reading.close()


def compare(kept: Backup, project: Project) -> Difference:
    """A backup beside the project as it stands."""
    reading = snapshot.read(kept.path)
    try:
        common = totals.common(reading.db, project.db)
        since = tuple(entry for entry in project.journal.entries(limit=100_000) if entry.n > common)
        there = session.head(reading.db)[0] - common
        return totals.Difference(totals.of(reading.db), totals.of(project.db), since, there)
    finally:
        reading.close()


def restore(source: Backup | Path, target: Path) -> Path:
    """Write a new project file from a backup, or from any project, whole or not at all; refuses to overwrite.

    The new file is a copy of its own: undo there does not take back what was done elsewhere.
    """
    path, target = (source if isinstance(source, Path) else source.path).absolute(), target.absolute()
    if target.exists():
        raise MachineError("file_exists", path=str(target))
    reading = snapshot.read(path)
    try:
        return _deliver(duplicate.draw(reading.db, _draft_for(target)), target, as_copy=True)
    finally:
        reading.close()


def _write(project: Project, target: Path) -> Path:
    if target.exists():
        raise MachineError("file_exists", path=str(target))
    return _deliver(duplicate.draw(project.db, _draft_for(target)), target, as_copy=False)


def _draft_for(target: Path) -> Path:
    if not target.parent.is_dir():
        raise MachineError("cannot_write", path=str(target))
    return target.with_name(f".{target.name}.{new_id()}{PART}")


def _deliver(draft: duplicate.Draft, target: Path, *, as_copy: bool) -> Path:
    try:
        duplicate.verify(draft)
        if as_copy:
            _make_own(draft.path)
        files.appear(draft.path, target)
    except OSError as error:
        raise files.trouble(error, target) from error
    finally:
        draft.drop()
    return target


def _make_own(path: Path) -> None:
    """Closed cleanly, and not yet known as any copy."""
    db = connect(path, writable=True)
    try:
        last = session.read(db)
        with session.transaction(db):
            copies.forget(db)
            session.write(db, coder=last.coder if last else "", since=session.now(), clean=True)
    finally:
        db.close()


def _folder(project_id: str) -> Path:
    try:
        return paths.backups(project_id)
    except OSError as error:
        raise MachineError("cannot_write", path=f"backups/{project_id}") from error


def _named(draft: duplicate.Draft, project_id: str, copy: str) -> Backup:
    at = datetime.now(UTC).replace(microsecond=0)
    made = Backup(draft.path, project_id, copy or "none", at, draft.n, short(draft.chain))
    return replace(made, path=draft.path.with_name(made.name))
