"""The word lists that light up while reading: made, edited, taken away, and those that come with the program."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from annotator import paths
from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.models import WordList
from annotator.core.order import between
from annotator.core.rows import added, altered, removed
from annotator.operations.codebook import any_name, free_id, named
from annotator.operations.sealed import refuse_in_package
from annotator.store import lists as reader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.core.changes import Change
    from annotator.core.models import Names
    from annotator.store.project import Project

_HUES = range(360)
_FIELDS = {"id", "names", "language", "hue", "inflected", "words"}


class ListFields(TypedDict, total=False):
    """What can be edited of a word list."""

    names: Names
    language: str
    hue: int
    words: tuple[str, ...]
    inflected: bool


@dataclass(frozen=True, slots=True)
class Starter:
    """A word list that comes with the program; `key` is the id that it has in a project."""

    key: str
    names: Names
    language: str
    hue: int
    words: tuple[str, ...]
    inflected: bool


def add_list(
    project: Project, names: Names, language: str, words: Iterable[str], *, hue: int = 0, inflected: bool = False
) -> Change:
    """A new word list at the end; its id, made from its English name, is in the fact `list`.

    Raises `empty_name`, `empty_list` for no words, or `bad_hue`.
    """
    refuse_in_package(project)
    there = reader.every(project.db)
    new = WordList(free_id(names, "list", {other.id for other in there}), names, language, hue, tuple(words), inflected)
    return _added(new, there)


def edit_list(project: Project, word_list: str, /, **new: Unpack[ListFields]) -> Change:
    """Change a word list's names, language, hue or words, or whether joined particles and endings are allowed for."""
    refuse_in_package(project)
    old = existing(project, word_list)
    after = _legal(replace(old, **new))
    return change("edit_list", [altered(old, **{name: getattr(after, name) for name in new})], **_facts(after))


def remove_list(project: Project, word_list: str) -> Change:
    """Take a word list away; nothing is coded by it."""
    refuse_in_package(project)
    old = existing(project, word_list)
    return change("remove_list", [removed(old)], **_facts(old))


def existing(project: Project, word_list: str) -> WordList:
    """The word list; raises `no_such_list`."""
    found = reader.word_list(project.db, word_list)
    if found is None:
        raise AnnotatorError("no_such_list", list=word_list)
    return found


def starters() -> list[Starter]:
    """The word lists that come with the program, in the order of their keys."""
    import tomllib  # noqa: PLC0415  # asked for by who wants one

    files = sorted((paths.resources() / "words").glob("*.toml"))
    found = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    return sorted((_starter(data) for data in found if data.keys() >= _FIELDS), key=lambda one: one.key)


def add_starter(project: Project, key: str) -> Change:
    """Put a list of the program's into the project, under its own id; raises `no_such_list` or `list_there`."""
    refuse_in_package(project)
    chosen = next((one for one in starters() if one.key == key), None)
    if chosen is None:
        raise AnnotatorError("no_such_list", list=key)
    if (there := reader.word_list(project.db, key)) is not None:
        raise AnnotatorError("list_there", list=any_name(there.names, key))
    new = WordList(key, chosen.names, chosen.language, chosen.hue, chosen.words, chosen.inflected)
    return _added(new, reader.every(project.db))


def _added(new: WordList, there: list[WordList]) -> Change:
    last = max((other.position for other in there), default="")
    new = _legal(replace(new, position=between(last, "")))
    return change("add_list", [added(new)], **_facts(new))


def _legal(word_list: WordList) -> WordList:
    """With names and words without blanks around them, each once; or refused."""
    words = tuple(dict.fromkeys(filter(None, (word.strip() for word in word_list.words))))
    if not words:
        raise AnnotatorError("empty_list")
    if word_list.hue not in _HUES:
        raise AnnotatorError("bad_hue", hue=word_list.hue)
    return replace(word_list, names=named(word_list.names), words=words)


def _starter(data: dict[str, Any]) -> Starter:
    words, inflected = tuple(data["words"]), bool(data["inflected"])
    return Starter(data["id"], data["names"], data["language"], int(data["hue"]), words, inflected)


def _facts(word_list: WordList) -> dict[str, str]:
    return {"list": word_list.id, "name": any_name(word_list.names, word_list.id)}
