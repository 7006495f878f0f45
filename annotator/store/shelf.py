"""Where a project's backups lie: their names tell copy, time and change number; they are thinned as they age."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from annotator import paths
from annotator.core.errors import AnnotatorError
from annotator.store import scratch

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PART = ".part"
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(\d{8}T\d{6}Z)-(\d{8,})-([0-9a-f]{20}|none)-([0-9a-f]{8}|none)\.annot")


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified backup: of which copy, when, and the number and link of the last change in it."""

    path: Path
    project: str
    copy: str
    at: datetime  # UTC
    n: int
    chain: str  # the first digits of it

    @property
    def name(self) -> str:
        """What its file is called."""
        return f"{self.at.strftime(_STAMP)}-{self.n:08}-{self.copy}-{self.chain}.annot"


def backups(project_id: str) -> list[Backup]:
    """The backups of a project, of all its copies on this device, newest first."""
    try:
        folder = paths.backups(project_id)
        found = [_read_name(file, project_id) for file in folder.iterdir()]
    except (OSError, AnnotatorError):
        return []
    return sorted((kept for kept in found if kept), key=lambda kept: (kept.at, kept.n), reverse=True)


def short(chain: str) -> str:
    """A link of the chain as names hold it."""
    return chain[:8] or "none"


def _read_name(file: Path, project_id: str) -> Backup | None:
    if (found := _NAME.fullmatch(file.name)) is None:
        return None
    try:
        at = datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(file, project_id, found[3], at, int(found[2]), found[4])


def clean(folder: Path) -> None:
    """Take away what ended processes left half done."""
    for part in folder.glob(f".*{PART}*"):
        if not scratch.alive(part.name[1:].partition("-")[0]):
            part.unlink(missing_ok=True)


def thin(found: Iterable[Backup], now: datetime) -> None:
    """Take away what has aged out of its slot."""
    found = list(found)
    spared = to_keep(found, now)
    for old in found:
        if old not in spared:
            old.path.unlink(missing_ok=True)


def to_keep(found: Iterable[Backup], now: datetime) -> set[Backup]:
    """Of each copy all of the last hour, then one an hour for a day, one a day for a week, one a week for a year.

    Whatever the clocks say, the newest by time and by number stay.
    """
    slots: dict[tuple[str, ...], Backup] = {}
    for kept in sorted(found, key=lambda kept: (kept.at, kept.n)):
        slots[kept.copy, "newest"] = kept
        if (slot := _slot(kept, now - kept.at)) is not None:
            slots[kept.copy, slot] = kept
    for kept in sorted(found, key=lambda kept: (kept.n, kept.at)):
        slots[kept.copy, "furthest"] = kept
    return set(slots.values())


def _slot(kept: Backup, age: timedelta) -> str | None:
    if age < timedelta(hours=1):
        return kept.name
    if age < timedelta(days=1):
        return kept.at.strftime("%Y-%m-%dT%H")
    if age < timedelta(days=7):
        return kept.at.strftime("%Y-%m-%d")
    return kept.at.strftime("%G-W%V") if age < timedelta(days=366) else None
