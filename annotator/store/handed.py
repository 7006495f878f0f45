"""Reading what coders handed in for a comparison: whose codings there are, and the spans in them, many at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.store.reading import among, parsed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

    from annotator.core.models import Fragments

    Span = tuple[str, Fragments]

_BY_OTHERS = ("merge", "takeback", "package")  # actions that brought what somebody had done before


def begun(db: sqlite3.Connection, whose: Collection[tuple[str, str]]) -> dict[str, dict[tuple[str, str], str]]:
    """In the project's order each article that one of these (coder and round) began: who it was, to their coding.

    A coding that is still to do is none: its coder has not said that there is nothing to code.
    """
    coders, theirs = among("coder", [coder for coder, _ in whose])
    rounds, those = among("round", [round_id for _, round_id in whose])
    sql = f"""
        select c."article", c."coder", c."round", c."id" from "coding" c join "article" a on a."id" = c."article"
        where c.{coders} and c.{rounds} and c."kind" = 'own' and c."status" <> 'todo'
        order by a."position", a."id"
    """
    found: dict[str, dict[tuple[str, str], str]] = {}
    for article, coder, round_id, coding in db.execute(sql, [*theirs, *those]):
        if (coder, round_id) in whose:
            found.setdefault(article, {})[coder, round_id] = coding
    return found


def spans(db: sqlite3.Connection, codings: Sequence[str]) -> dict[str, list[Span]]:
    """Label and fragments of every span in these codings, by coding; raises `damaged_row`."""
    where, params = among("coding", codings)
    sql = f"""
        select "coding", '[' || group_concat(json_array("label", json("fragments"))) || ']'
        from "annotation" where {where} group by "coding"
    """
    return {
        coding: [(label, _fragments(pieces)) for label, pieces in parsed(rows, "coding", coding)]
        for coding, rows in db.execute(sql, params)
    }


def marks(db: sqlite3.Connection, codings: Sequence[str]) -> dict[str, dict[Span, dict[str, Any]]]:
    """By coding, what is said of its spans: the values of attributes, by label and fragments; raises `damaged_row`."""
    where, params = among("coding", codings)
    sql = f"""
        select a."coding", a."label", a."fragments", v."variable", v."value", v."id"
        from "annotation" a join "value" v on v."owner" = a."id" where a.{where}
    """
    found: dict[str, dict[Span, dict[str, Any]]] = {}
    for coding, label, pieces, variable, value, row in db.execute(sql, params):
        span = (label, _fragments(parsed(pieces, "annotation", row)))
        found.setdefault(coding, {}).setdefault(span, {})[variable] = parsed(value, "value", row)
    return found


def moments(db: sqlite3.Connection, codings: Sequence[str]) -> dict[str, str]:
    """When each of these codings was last begun or handed in, by the log (UTC, ISO); a merge is not when that was."""
    where, params = among("row", codings)
    names = ", ".join(f"'{name}'" for name in _BY_OTHERS)
    sql = f"""
        select e."row", max(case when c."name" in ({names}) then '' else c."at" end), max(c."at")
        from "edit" e join "change" c on c."n" = e."change"
        where e."tbl" = 'coding' and e.{where} group by e."row"
    """
    return {coding: own or brought for coding, own, brought in db.execute(sql, params)}


def _fragments(pieces: Sequence[Sequence[int]]) -> Fragments:
    return tuple((start, end) for start, end in pieces)
