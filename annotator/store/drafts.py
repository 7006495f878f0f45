"""Words being written and not yet in the project: kept in the user's data folder, so that a crash loses two seconds.

One file for each text, readable by its owner alone; its name tells neither the project nor the words. A disk that
takes none is borne in silence: a draft is a second net under work that is still on the screen.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotator import paths
from annotator.core.ids import keyed_id, new_id

if TYPE_CHECKING:
    from pathlib import Path

_MODE = 0o600


@dataclass(frozen=True, slots=True)
class Draft:
    """What was being written: on what, in which field (a key that stays the same), and when."""

    key: str
    owner_kind: str
    owner: str
    body: str
    at: str = ""


def keep(project: str, coder: str, draft: Draft) -> None:
    """Keep a draft in place of the last one in its field; one without words is dropped."""
    if not draft.body.strip():
        drop(project, coder, draft.key)
        return
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    words = json.dumps(asdict(draft) | {"at": now}, ensure_ascii=False)
    with suppress(OSError, UnicodeError):
        file = _file(project, coder, draft.key)
        part = file.with_name(f".{new_id()}.part")
        try:
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _MODE), "w", encoding="utf-8") as out:
                out.write(words)
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)


def drop(project: str, coder: str, key: str) -> None:
    """Forget the draft in a field, if there is one."""
    with suppress(OSError):
        _file(project, coder, key).unlink(missing_ok=True)


def of(project: str, coder: str) -> list[Draft]:
    """What a coder had been writing in a project and did not finish, newest first."""
    try:
        files = [*paths.drafts().glob(f"{_whose(project, coder)}-*.json")]
    except OSError:
        return []
    found = [draft for file in files if (draft := _read(file)) is not None]
    return sorted(found, key=lambda draft: draft.at, reverse=True)


def _read(file: Path) -> Draft | None:
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        return Draft(**{name: str(value) for name, value in said.items()})
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def _file(project: str, coder: str, key: str) -> Path:
    return paths.drafts() / f"{_whose(project, coder)}-{keyed_id('draft', key)}.json"


def _whose(project: str, coder: str) -> str:
    return keyed_id("drafts", project, coder)
