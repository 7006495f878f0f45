"""Find formats and suggesters by entry point, ours by the same door; loaded when first asked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

FORMATS = "annotator.formats"

# Ours once more, for a checkout that is not installed and so has no metadata; a test keeps it equal to pyproject.toml.
OURS = {
    FORMATS: {
        "txt": "annotator.formats.plain:FORMAT",
        "jsonl": "annotator.formats.jsonl:FORMAT",
        "csv": "annotator.formats.csv_table:FORMAT",
    },
}


@cache
def _found(group: str) -> dict[str, EntryPoint]:
    from importlib.metadata import EntryPoint, entry_points  # noqa: PLC0415 - 37 ms

    ours = {key: EntryPoint(key, where, group) for key, where in OURS.get(group, {}).items()}
    others = {point.name: point for point in entry_points(group=group) if point.name not in ours}
    return ours | dict(sorted(others.items()))


def keys(group: str) -> tuple[str, ...]:
    """The keys of a group's plug-ins, ours first; nothing is loaded."""
    return tuple(_found(group))


def load(group: str, key: str) -> Any:
    """A plug-in's value; raises `unknown_plugin`, or `broken_plugin` with the reason when it cannot be loaded."""
    point = _found(group).get(key)
    if point is None:
        raise AnnotatorError("unknown_plugin", name=key, known=", ".join(keys(group)))
    try:
        value = point.load()
    except Exception as error:  # whatever a stranger's module does, the program goes on without it
        raise AnnotatorError("broken_plugin", name=key, reason=f"{type(error).__name__}: {error}") from error
    if getattr(value, "key", None) != key:
        raise AnnotatorError("broken_plugin", name=key, reason=f"{point.value} is no plug-in called {key}")
    return value


def load_all(group: str) -> tuple[list[Any], list[AnnotatorError]]:
    """Every plug-in of a group that can be loaded, and an error for each that cannot."""
    loaded, broken = [], []
    for key in keys(group):
        try:
            loaded.append(load(group, key))
        except AnnotatorError as error:
            broken.append(error)
    return loaded, broken
