"""Codings told so briefly that thousands can be held against one another: a key for each span, values and links by it.

A key is a span's fragments, as they are stored, and its label behind them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from annotator.core.rows import dumps
from annotator.store.reading import among, parsed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from annotator.core.models import Fragments

_SPAN = "\x1f"  # stands in no id and in no JSON


def keys(db: sqlite3.Connection, codings: Sequence[str]) -> dict[str, list[str]]:
    """The keys of all spans in these codings, by coding; one without spans is not there."""
    where, params = among("coding", codings)
    sql = f"""
        select "coding", group_concat("fragments" || "label", '{_SPAN}') from "annotation" where {where}
        group by "coding"
    """
    return {coding: told.split(_SPAN) for coding, told in db.execute(sql, params)}


def split(key: str) -> tuple[str, str]:
    """A key's fragments, as they are stored, and its label."""
    place, _, label = key.partition("]]")
    return place + "]]", label


def fragments(stored: str) -> Fragments:
    """Fragments as they are; raises `damaged_row`."""
    return tuple((start, end) for start, end in parsed(stored, "annotation", stored))


def ids(db: sqlite3.Connection, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The ids of spans by coding and key, as far as they are there."""
    pairs = [(coding, split(key)[0]) for coding, key in wanted]
    sql = """
        select distinct a."coding", a."fragments" || a."label", a."id" from json_each(?) w cross join "annotation" a
        indexed by "annotation_coding"
        where a."coding" = json_extract(w.value, '$[0]') and a."fragments" = json_extract(w.value, '$[1]')
    """
    return {(coding, key): name for coding, key, name in db.execute(sql, [dumps(pairs)])}


def values(db: sqlite3.Connection, codings: Sequence[str]) -> dict[str, dict[str, list[tuple[str, str]]]]:
    """Variables with their values as they are stored, by coding and key; those of the article stand under ""."""
    where, params = among("coding", codings)
    sql = f"""
        select v."coding", coalesce(a."fragments" || a."label", ''), v."variable", v."value" from "value" v
        left join "annotation" a on a."id" = v."owner"
        where v.{where} and (a."id" is not null or v."owner" = v."coding")
    """
    found: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for coding, key, variable, value in db.execute(sql, params):
        found[coding][key].append((variable, value))
    return found


def links(db: sqlite3.Connection, codings: Sequence[str]) -> dict[str, dict[tuple[str, str, str], str]]:
    """Every link by coding: its type and the keys of its two ends, with its id; of twins the first."""
    where, params = among("coding", codings)
    sql = f"""
        select r."coding", r."label", s."fragments" || s."label", t."fragments" || t."label", min(r."id")
        from "relation" r join "annotation" s on s."id" = r."source" join "annotation" t on t."id" = r."target"
        where r.{where} group by 1, 2, 3, 4
    """
    found: dict[str, dict[tuple[str, str, str], str]] = defaultdict(dict)
    for coding, kind, source, target, name in db.execute(sql, params):
        found[coding][kind, source, target] = name
    return found


def rulings(db: sqlite3.Connection, round_id: str, agreed: str) -> dict[str, dict[str, int]]:
    """What a reviewer decided in a round: by article the differences, with how many segments came of each.

    Decisions for this reason are left out: they took over what all agreed on.
    """
    sql = """
        select c."article", d."difference", json_array_length(d."results") from "decision" d
        join "coding" c on c."id" = d."coding" where c."round" = ? and c."kind" = 'settled' and d."reason" <> ?
    """
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for article, difference, results in db.execute(sql, [round_id, agreed]):
        found[article][difference] = results
    return found
