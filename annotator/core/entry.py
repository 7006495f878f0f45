"""One table of a codebook's data, read field by field; what does not fit is refused by its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Mapping


def refuse(where: str, why: str, value: object = "") -> NoReturn:
    """Raise `bad_codebook` for a place, a reason (a word of the catalogue of messages) and the value found there."""
    raise AnnotatorError("bad_codebook", where=where, why=why, value=str(value))


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of the data and where it stands; each method reads one field or refuses it by its place."""

    place: str
    data: Mapping[str, Any]

    def refuse(self, name: str, why: str, value: object = "") -> NoReturn:
        """Raise `bad_codebook` for a field of this table."""
        refuse(f"{self.place}.{name}" if self.place else name, why, value)

    def only(self, *names: str) -> None:
        """Refuse a field of any other name: a slip of the pen would else go unseen."""
        for name in self.data:
            if name not in names:
                self.refuse(name, "unknown_field")

    def text(self, name: str) -> str:
        """A string, or empty."""
        value = self.data.get(name, "")
        return value if isinstance(value, str) else self.refuse(name, "not_text", value)

    def id(self) -> str:
        """The id: not empty, without control characters or blanks around it."""
        value = self.text("id")
        if not value or value != value.strip() or not value.isprintable():
            self.refuse("id", "bad_id", value)
        return value

    def key(self) -> str:
        """A digit or a letter, or empty."""
        value = self.text("key")
        return value if not value or (len(value) == 1 and value.isalnum()) else self.refuse("key", "bad_key", value)

    def flag(self, name: str) -> bool:
        """Yes or no; no where nothing is said."""
        value = self.data.get(name, False)
        return value if isinstance(value, bool) else self.refuse(name, "not_yes_no", value)

    def number(self, name: str, allowed: range, *, why: str) -> int:
        """A whole number in the range; 0 where nothing is said."""
        value = self.data.get(name, 0)
        good = isinstance(value, int) and not isinstance(value, bool) and value in allowed
        return int(value) if good else self.refuse(name, why, value)

    def one_of(self, name: str, allowed: tuple[Any, ...]) -> Any:
        """One of the strings."""
        value = self.text(name)
        return value if value in allowed else self.refuse(name, "not_one_of", value)

    def some_of(self, name: str, allowed: tuple[Any, ...]) -> tuple[Any, ...]:
        """A list of some of the strings."""
        found = self.texts(name)
        for value in found:
            if value not in allowed:
                self.refuse(name, "not_one_of", value)
        return found

    def measure(self, name: str) -> float | None:
        """A number, or None where nothing is said."""
        value = self.data.get(name)
        if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
            return value
        return self.refuse(name, "not_a_number", value)

    def mapping(self, name: str) -> Mapping[str, Any]:
        """A table of its own, or an empty one."""
        value = self.data.get(name, {})
        return value if isinstance(value, dict) else self.refuse(name, "not_tables", value)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of strings."""
        value = self.data.get(name, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.refuse(name, "not_texts", value)
        return tuple(value)

    def words(self, name: str) -> dict[str, str]:
        """Words by language."""
        value = self.data.get(name, {})
        if not isinstance(value, dict) or not all(isinstance(words, str) for words in value.values()):
            self.refuse(name, "not_by_language", value)
        return dict(value)

    def names(self) -> dict[str, str]:
        """The names by language, at least one of them."""
        value = self.words("names")
        return value if any(words.strip() for words in value.values()) else self.refuse("names", "no_name")
