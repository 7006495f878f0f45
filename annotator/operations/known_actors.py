"""The actors that documents name, found in the register or added to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.direction import article_direction
from annotator.core.folding import folded
from annotator.core.ids import new_id
from annotator.core.models import Actor
from annotator.core.rows import added
from annotator.store import actors

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Generator, Iterator

    from annotator.core.changes import Edit
    from annotator.formats.records import ActorRecord


class KnownActors:
    """Who is who, for one taking in: by id, else by a folded name or alias, else somebody new.

    Two ids of the files are never taken for one actor, whatever they are called.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._known = {actor.id: actor for actor in actors.every(db)}
        self._named: dict[str, list[str]] = {}
        self._here: dict[str, str] = {}  # the file's id, to what it is here
        for actor in self._known.values():
            self._name(actor)

    def meet(self, record: ActorRecord) -> Iterator[Edit]:
        """Take up an entry of a file; nothing for one that is known."""
        if record.id in self._here:
            return
        found = record.id if record.id in self._known else self._called(record)
        if not found:
            new = Actor(record.id or new_id(), record.names, record.type, record.aliases, record.notes)
            yield from self._add(new)
            found = new.id
        if record.id:
            self._here[record.id] = found

    def met(self, word: str) -> bool:
        """Whether the files or the register know an actor by this id."""
        return word in self._here or word in self._known

    def find(self, word: str) -> Generator[Edit, None, str]:
        """The id, here, of the actor with this id or name; a name that nobody has is somebody new."""
        if word in self._here:
            return self._here[word]
        found = [word] if word in self._known else self._named.get(folded(word).strip(), [])
        if found:
            return found[0]
        new = Actor(new_id(), {"ar" if article_direction(word) == "rtl" else "en": word})
        yield from self._add(new)
        return new.id

    def _called(self, record: ActorRecord) -> str:
        """An actor whom one of the names fits, and whom no other id of the files stands for already."""
        taken = self._here.values() if record.id else ()
        for name in record.names.values():
            for found in self._named.get(folded(name).strip(), []):
                if found not in taken:
                    return found
        return ""

    def _add(self, new: Actor) -> Iterator[Edit]:
        self._known[new.id] = new
        self._name(new)
        yield added(new)

    def _name(self, actor: Actor) -> None:
        for name in (*actor.names.values(), *actor.aliases):
            if key := folded(name).strip():
                self._named.setdefault(key, []).append(actor.id)
