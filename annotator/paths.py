"""Where resources, settings, logs and backups live; folders for a person's data are private to that person.

The environment variable `ANNOTATOR_HOME` puts everything of the person's below one folder.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

HOME_VARIABLE = "ANNOTATOR_HOME"
_APP = "annotator"
_PRIVATE = 0o700
_PROJECT_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def resources() -> Path:
    """The folder of icons, fonts, themes, translations and codebooks, in a checkout and in an installed package."""
    return _shipped("resources")


def seeds() -> Path:
    """The folder of the articles that the sample project is built from."""
    return _shipped("seeds")


def user_data() -> Path:
    """The private folder for what the program keeps: the sample, backups, derived indexes; made if it is not there."""
    return _own("data")


def user_config() -> Path:
    """The private folder for settings; made if it is not there."""
    return _own("config")


def user_log() -> Path:
    """The private folder for the log and crash files; made if it is not there."""
    return _own("log")


def backups(project_id: str) -> Path:
    """The private folder for one project's backups, by the project's id; made if it is not there.

    An id that could name another place (a foreign file may hold anything) is replaced by its hash.
    """
    safe = _PROJECT_ID.fullmatch(project_id) is not None
    name = project_id if safe else hashlib.sha256(project_id.encode("utf-8", "replace")).hexdigest()[:20]
    return _private(_private(user_data() / "backups") / name)


def drafts() -> Path:
    """The private folder for words that are being written and not yet in a project; made if it is not there."""
    return _private(user_data() / "drafts")


def derived() -> Path:
    """The private folder for what is made from projects and can be made again; made if it is not there."""
    return _private(user_data() / "derived")


def _shipped(name: str) -> Path:
    package = Path(__file__).resolve().parent
    inside = package / name
    return inside if inside.is_dir() else package.parent / name


def _own(kind: str) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return _private(_private(Path(home).expanduser().resolve()) / kind)
    import platformdirs  # noqa: PLC0415  (7 ms that a start under ANNOTATOR_HOME or a bare import need not pay)

    places = platformdirs.PlatformDirs(_APP, appauthor=False)
    return _private(
        {"data": places.user_data_path, "config": places.user_config_path, "log": places.user_log_path}[kind]
    )


def _private(folder: Path) -> Path:
    folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        folder.chmod(_PRIVATE)
    return folder
