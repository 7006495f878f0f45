"""Keys that put rows in order: between any two there is room for another, so nothing else has to move."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"  # in code-point order
_LAST = _DIGITS[-1]
_MIDDLE = _DIGITS[len(_DIGITS) // 2]
_ENDLESS = 5  # digits: 916 million keys


def between(before: str, after: str) -> str:
    """A key that sorts after `before` and before `after`; an empty one leaves that side open.

    Keys compare as plain strings. Raises ValueError unless `before` sorts before `after` and both are keys.
    """
    for key in (before, after):
        if not set(key) <= set(_DIGITS) or key.endswith("0"):
            raise ValueError(f"not an order key: {key!r}")
    if after and before >= after:
        raise ValueError(f"no key lies between {before!r} and {after!r}")
    if not after:
        return _above(before)
    return _inside(before, after) if before else _below(after)


def spread(count: int) -> list[str]:
    """So many keys in order, evenly apart and as short as leaves room between them."""
    width = 1
    while len(_DIGITS) ** width < 2 * (count + 1):
        width += 1
    total = len(_DIGITS) ** width
    return [_written(number * total // (count + 1), width) for number in range(1, count + 1)]


def after(before: str) -> Iterator[str]:
    """Keys in order without end, all after `before`, however many there will be: each a few digits long."""
    start = between(before, "")
    return (start + _written(number, _ENDLESS) for number in count(1))


def _above(key: str) -> str:
    """The next key up: it grows by one digit in 61 steps, where halving would take six."""
    if not key:
        return _MIDDLE
    for place, digit in enumerate(key):
        if digit != _LAST:
            return key[:place] + _DIGITS[_DIGITS.index(digit) + 1]
    return key + _DIGITS[1]


def _below(key: str) -> str:
    """The next key down."""
    rest = key.lstrip("0")
    zeros = key[: len(key) - len(rest)]
    if rest[0] != _DIGITS[1]:
        return zeros + _DIGITS[_DIGITS.index(rest[0]) - 1]
    return zeros + _DIGITS[1] if len(rest) > 1 else f"{zeros}0{_LAST}"


def _inside(before: str, after: str) -> str:
    padded = before.ljust(len(after), "0")
    place = next(place for place, digit in enumerate(after) if padded[place] != digit)
    low, high = _DIGITS.index(padded[place]), _DIGITS.index(after[place])
    if high - low > 1:
        return after[:place] + _DIGITS[(low + high) // 2]
    if len(after) > place + 1:
        return after[: place + 1]
    return after[:place] + _DIGITS[low] + _above(before[place + 1 :])


def _written(number: int, width: int) -> str:
    digits = []
    for _ in range(width):
        number, digit = divmod(number, len(_DIGITS))
        digits.append(_DIGITS[digit])
    return "".join(reversed(digits)).rstrip("0")
