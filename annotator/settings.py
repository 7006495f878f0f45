"""What a person chose (preferences, TOML) and where they were (state, JSON): two files, no word of a text in them."""

from __future__ import annotations

import json
import tomllib
from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Self

from annotator import paths

if TYPE_CHECKING:
    from pathlib import Path

_RECENT = 10


def _choice(default: str, *choices: str) -> Any:
    return field(default=default, metadata={"choices": choices})


def _number(default: int, low: int, high: int) -> Any:
    return field(default=default, metadata={"range": (low, high)})


@dataclass(frozen=True, slots=True)
class Preferences:
    """Every choice with its default; the file, the dialog and the checks follow from these fields. Sizes in pixels."""

    name: str = ""  # the person's, as given at the first start
    language: str = _choice("auto", "auto", "ar", "en")
    digits: str = _choice("auto", "auto", "arabic", "latin")
    theme: str = _choice("auto", "auto", "light", "dark", "contrast")
    interface_size: int = _number(14, 12, 20)
    text_font: str = "Noto Naskh Arabic"
    text_size: int = _number(20, 14, 36)
    recent_list: bool = True  # whether the menu lists projects opened before

    @classmethod
    def load(cls) -> Self:
        """As the person left them; what the file lacks or has wrong is as at the start."""
        try:
            found = tomllib.loads(_preferences().read_text("utf-8"))
        except (OSError, ValueError):
            return cls()
        return cls(**{entry.name: found[entry.name] for entry in fields(cls) if _fits(entry, found.get(entry.name))})

    def with_(self, **choices: Any) -> Self:
        """The same with other choices."""
        return replace(self, **choices)

    def save(self) -> None:
        """Keep them for the next start."""
        import tomli_w  # noqa: PLC0415  (only when something was chosen)

        _write(_preferences(), tomli_w.dumps(asdict(self)))


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person stood in a project: an article's id, a code point of its text, and the round ("": the first)."""

    article: str = ""
    place: int = 0
    round: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How the texts of one project are shown: font, its size in pixels, and how far its lines stand apart."""

    font: str = "Noto Naskh Arabic"
    size: int = 20
    spacing: str = "comfortable"  # or "loose"


@dataclass(slots=True)
class State:
    """Where the window was: read at the start, written at the end. `recent` holds paths, the newest first."""

    geometry: str = ""
    splits: dict[str, list[int]] = field(default_factory=dict)
    recent: list[str] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)  # by project id
    looks: dict[str, Look] = field(default_factory=dict)  # by project id, where it is not as in the preferences
    zoom: int = 100
    hint: bool = True  # whether the first hint is still shown
    drawer: bool = False
    anonymous: bool = False  # whether coders are called by letters in Review

    @classmethod
    def load(cls) -> Self:
        """As it was; a missing or broken file is a first start."""
        try:
            data = json.loads(_state().read_text("utf-8"))
            places = {project: Place(**place) for project, place in data.pop("places", {}).items()}
            looks = {project: Look(**look) for project, look in data.pop("looks", {}).items()}
            return cls(places=places, looks=looks, **data)
        except (OSError, ValueError, TypeError, AttributeError):
            return cls()

    def save(self) -> None:
        """Keep it for the next start."""
        _write(_state(), json.dumps(asdict(self), ensure_ascii=False, indent=1))

    def opened(self, path: Path) -> None:
        """Put a project at the head of the recent ones."""
        name = str(path.absolute())
        self.recent = [name, *(other for other in self.recent if other != name)][:_RECENT]


def _fits(entry: Any, value: object) -> bool:
    if type(value) is not type(entry.default):
        return False
    if choices := entry.metadata.get("choices"):
        return value in choices
    low, high = entry.metadata.get("range", (value, value))
    return bool(low <= value <= high)


def _preferences() -> Path:
    return paths.user_config() / "preferences.toml"


def _state() -> Path:
    return paths.user_config() / "state.json"


def _write(file: Path, content: str) -> None:
    """Whole or not at all: a start that is cut off keeps the old file."""
    draft = file.with_suffix(".new")
    draft.write_text(content, "utf-8")
    draft.replace(file)
