"""Small maps in the user's data folder: where each copy stood, which project a path held. Losing one costs no work."""

from __future__ import annotations

import json
import os

from annotator import paths
from annotator.core.ids import new_id

COPIES = "copies.json"  # copy id to path
PROJECTS = "projects.json"  # path to project id


def read(name: str) -> dict[str, str]:
    """The map as it was last written; empty if it cannot be read."""
    try:
        found = json.loads((paths.user_data() / name).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def remember(name: str, key: str, value: str) -> None:
    """Put one entry into a map, whole or not at all; a full or missing disk is borne in silence."""
    known = read(name)
    if known.get(key) == value:
        return
    try:
        file = paths.user_data() / name
        draft = file.with_name(f".{name}.{new_id()}")
        try:
            draft.write_text(json.dumps(known | {key: value}), encoding="utf-8")
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)
    except OSError:
        return


def device() -> str:
    """The random id of this device, made at first use and never taken from the machine; empty if none can be kept."""
    try:
        file = paths.user_data() / "device"
        if not file.exists():
            _make(file.with_name(f".device.{new_id()}"), str(file))
        return file.read_text(encoding="ascii")
    except (OSError, ValueError):
        return ""


def _make(draft: os.PathLike[str], file: str) -> None:
    """Of several that start at once the first names the device: a link never replaces."""
    with open(draft, "w", encoding="ascii") as out:  # noqa: PTH123
        out.write(new_id())
    try:
        os.link(draft, file)
    except FileExistsError:
        return
    finally:
        os.unlink(draft)  # noqa: PTH108
