"""Drawing articles: for one seed the same ones on every machine, and from each stratum its share."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from fractions import Fraction
from operator import itemgetter
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Pool = Mapping[str, Mapping[str, str]]  # articles by id, each with its metadata
    Key = tuple[str, ...]

_MONTH = re.compile(r"(\d{4})\D(\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Draw:
    """How articles are drawn: a share of the pool (above 0, up to 1) or a count; with neither, all of them.

    The pool is the project, or the articles of another round (`source`). `again` is the share of the articles that
    each coder has coded in other rounds which come back to them, unannounced.
    """

    share: float | None = None
    count: int | None = None
    seed: int = 1
    stratify: tuple[str, ...] = ()  # names of metadata; of `date` the month counts
    source: str = ""
    again: float = 0.0


@dataclass(frozen=True, slots=True)
class Stratum:
    """The articles that are alike in what is stratified by ("" where they do not say): how many, and how many drawn."""

    of: Key
    pool: int
    drawn: int


@dataclass(frozen=True, slots=True)
class Sample:
    """What was drawn, in the pool's order, and from which strata."""

    articles: tuple[str, ...]
    strata: tuple[Stratum, ...]
    pool: int


def check(how: Draw) -> None:
    """Raise `bad_share` or `bad_count` for a number that cannot be."""
    for share in (how.share, how.again or None):
        if share is not None and not 0 < share <= 1:
            raise AnnotatorError("bad_share", share=share)
    if how.count is not None and (how.count < 1 or how.share is not None):
        raise AnnotatorError("bad_count", count=how.count)


def size(how: Draw, pool: int) -> int:
    """How many of a pool are drawn: halves are rounded up, and of any there is at least one.

    Raises `pool_too_small` for a count that the pool does not have.
    """
    if how.count is not None:
        if how.count > pool:
            raise AnnotatorError("pool_too_small", count=how.count, pool=pool)
        return how.count
    return pool if how.share is None else max(_part(how.share, pool), min(pool, 1))


def draw(pool: Pool, how: Draw) -> Sample:
    """Draw from the pool; raises `bad_share`, `bad_count`, `pool_too_small`, `empty_pool` or `no_such_meta`."""
    check(how)
    if not pool:
        raise AnnotatorError("empty_pool")
    for field in how.stratify:
        if not any(meta.get(field, "").strip() for meta in pool.values()):
            raise AnnotatorError("no_such_meta", field=field)
    strata: dict[Key, list[str]] = {}
    for article, meta in pool.items():
        strata.setdefault(_key(meta, how.stratify), []).append(article)
    keys = sorted(strata)
    counts = shares([len(strata[key]) for key in keys], size(how, len(pool)))
    drawn = {
        article for key, count in zip(keys, counts, strict=True) for article in first(strata[key], how.seed, count)
    }
    found = tuple(Stratum(key, len(strata[key]), count) for key, count in zip(keys, counts, strict=True))
    return Sample(tuple(article for article in pool if article in drawn), found, len(pool))


def again(coded: Sequence[str], how: Draw, coder: str) -> list[str]:
    """Which of the articles that a coder has coded come back to them."""
    count = _part(how.again, len(coded)) if how.again else 0
    return first(coded, f"{how.seed} again {coder}", count)


def shares(sizes: Sequence[int], total: int) -> list[int]:
    """A total divided in proportion to sizes that together have it, by the largest remainders; of equals the first."""
    whole = sum(sizes) or 1
    found = [total * each // whole for each in sizes]
    by_rest = sorted(range(len(sizes)), key=lambda place: -(total * sizes[place] % whole))
    for place in by_rest[: total - sum(found)]:
        found[place] += 1
    return found


def first(articles: Sequence[str], seed: int | str, count: int) -> list[str]:
    """So many of these articles: the first by the hash of seed and id, which no machine can have otherwise."""
    ranked = sorted((hashlib.sha256(f"{seed}\n{article}".encode()).digest(), article) for article in articles)
    return list(map(itemgetter(1), ranked[:count]))


def _part(share: float, of: int) -> int:
    return int(Fraction(str(share)) * of + Fraction(1, 2))


def _key(meta: Mapping[str, str], fields: Sequence[str]) -> Key:
    return tuple(_month(meta.get(field, "")) if field == "date" else meta.get(field, "").strip() for field in fields)


def _month(date: str) -> str:
    """Year and month of a date that begins with them, in whatever digits; another date stays as it is."""
    found = _MONTH.match(date.strip())
    return f"{int(found[1]):04}-{int(found[2]):02}" if found else date.strip()
