"""A data set shared out into parts (train, dev, test): the same articles and seed give the same parts everywhere."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORD = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"


def parsed(words: str) -> dict[str, int]:
    """`train=80,dev=10,test=10` as shares by name; raises `bad_split`."""
    shares: dict[str, int] = {}
    for part in words.split(","):
        name, _, share = part.partition("=")
        name, share = name.strip(), share.strip()
        if not name or set(name) - set(_WORD) or name in shares or not share.isdecimal() or not int(share):
            raise AnnotatorError("bad_split", split=words)
        shares[name] = int(share)
    return shares


def shared_out(ids: Sequence[str], shares: Mapping[str, int], seed: int) -> dict[str, list[str]]:
    """Each id in one part, in the order they came; sizes follow the shares to within one."""
    ranked = sorted(ids, key=lambda one: hashlib.sha256(f"{seed}:{one}".encode()).digest())
    total, reached, at = sum(shares.values()), 0, 0
    part_of: dict[str, str] = {}
    for name, share in shares.items():
        reached += share
        end = round(len(ranked) * reached / total)
        part_of |= dict.fromkeys(ranked[at:end], name)
        at = end
    return {name: [one for one in ids if part_of[one] == name] for name in shares}
