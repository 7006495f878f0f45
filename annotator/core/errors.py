"""What can go wrong in a way that a person can act on: a key into the catalogue of messages, and its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.core.changes import Edit


class AnnotatorError(Exception):
    """The person can act on this; `annotator.messages.say` has the sentence for `key` in their language."""

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key, facts)
        self.key = key
        self.facts = facts


class MachineError(AnnotatorError):
    """Trouble of the machine: the disk, a lock, a vanished folder. The work already saved is safe."""


class DamagedError(AnnotatorError):
    """The project file is not whole, not ours or newer than this program; nothing in it was touched."""


class StaleError(AnnotatorError):
    """A row has changed since, so this can no longer be done or taken back."""

    def __init__(self, edit: Edit, *, who: str = "", action: str = "") -> None:
        super().__init__("stale", table=edit.table, row=edit.row, who=who, action=action)
        self.edit = edit
