"""Reading what coders handed in for a comparison: whose codings there are, and the spans in them, many at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.store.reading import among, parsed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from annotator.core.models import Fragments


def begun(db: sqlite3.Connection, coders: Sequence[str], round_id: str) -> dict[str, dict[str, str]]:
    """In the project's order each article that one of these coders began in a round: coder to coding.

    A coding that is still to do is none: its coder has not said that there is nothing to code.
    """
    theirs, params = among("coder", coders)
    sql = f"""
        select c."article", c."coder", c."id" from "coding" c join "article" a on a."id" = c."article"
        where c.{theirs} and c."round" = ? and c."kind" = 'own' and c."status" <> 'todo'
        order by a."position", a."id"
    """
    found: dict[str, dict[str, str]] = {}
    for article, coder, coding in db.execute(sql, [*params, round_id]):
        found.setdefault(article, {})[coder] = coding
    return found


def spans(db: sqlite3.Connection, codings: Sequence[str]) -> dict[str, list[tuple[str, Fragments]]]:
    """Label and fragments of every span in these codings, by coding; raises `damaged_row`."""
    where, params = among("coding", codings)
    sql = f"""
        select "coding", '[' || group_concat(json_array("label", json("fragments"))) || ']'
        from "annotation" where {where} group by "coding"
    """
    return {
        coding: [
            (label, tuple((start, end) for start, end in pieces)) for label, pieces in parsed(rows, "coding", coding)
        ]
        for coding, rows in db.execute(sql, params)
    }
