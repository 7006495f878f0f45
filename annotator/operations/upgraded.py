"""What two copies each made of the slots of old statements when they were brought over: one row that holds both.

The choices, labels and slots that either met are there; such rows are told by being named as their ids are.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from annotator.core.rows import dumps

if TYPE_CHECKING:
    from annotator.core.changes import Row, Value

_LISTS = {"variable": ("choices", "labels"), "statement_type": ("slots",)}
_WORDS = frozenset({"text", "number", "yesno"})  # where copies differ in these, words hold either


def united(table: str, here: Row, there: Row) -> dict[str, Value]:
    """The columns of a row that both copies made that differ and can be alike, whichever copy joins the other."""
    if not (_is_made(table, here) and _is_made(table, there)):
        return {}
    made: dict[str, Value] = {}
    for column in _LISTS[table]:
        if here[column] != there[column]:
            made[column] = _either(json.loads(str(here[column])), json.loads(str(there[column])))
    if table == "variable" and here["type"] != there["type"] and {here["type"], there["type"]} <= _WORDS:
        made["type"] = "text"
    return made


def _is_made(table: str, row: Row) -> bool:
    """Whether bringing a file over made it: its only name is then that of the slot or the kind; its choices' too."""
    if table not in _LISTS or "id" not in row or not _is_named_so(str(row["names"]), str(row["id"])):
        return False
    if table == "variable" and row["scope"] != "statement":
        return False
    return all(list(each["names"].values()) == [each["id"]] for each in json.loads(str(row.get("choices", "[]"))))


def _is_named_so(names: str, name: str) -> bool:
    return list(json.loads(names).values()) == [name]


def _either(ours: list[Any], theirs: list[Any]) -> str:
    both = {dumps(item): item for item in (*ours, *theirs)}
    return dumps([both[key] for key in sorted(both)])
