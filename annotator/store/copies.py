"""Which copy of a project this file is: Ctrl+Z must never take back what was done in another copy.

The id lies in the file; this device remembers where each copy stood. It is kept when the file was only moved here; a
new one is made on another device, for a copy whose original still stands, and for a restored backup.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotator import paths
from annotator.core.ids import new_id

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


def device() -> str:
    """The random id of this device, made at first use; never taken from the machine."""
    file = paths.user_data() / "device"
    if not file.exists():
        file.write_text(new_id(), encoding="ascii")
    return file.read_text(encoding="ascii")


def identify(db: sqlite3.Connection, path: Path) -> str:
    """The id of this copy, kept or made anew, written in the caller's transaction."""
    here, row = device(), db.execute('select "id", "device" from "copy"').fetchone()
    if row is not None and row[1] == here and not _original_stands(row[0], path):
        copy = str(row[0])
    else:
        copy = new_id()
        db.execute('delete from "copy"')
        db.execute('insert into "copy" values (?,?,?)', [copy, here, datetime.now(UTC).isoformat(timespec="seconds")])
    _remember(copy, path)
    return copy


def _places() -> dict[str, str]:
    file = paths.user_data() / "copies.json"
    try:
        return dict(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _original_stands(copy: str, path: Path) -> bool:
    """Whether the place where this copy was last opened holds another file than this one."""
    place = _places().get(copy)
    if place is None:
        return False
    original = type(path)(place)
    return original.exists() and not original.samefile(path)


def _remember(copy: str, path: Path) -> None:
    places = _places() | {copy: str(path.resolve())}
    (paths.user_data() / "copies.json").write_text(json.dumps(places, ensure_ascii=False), encoding="utf-8")
