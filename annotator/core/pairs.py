"""Quotation marks and brackets that a range would tear apart: بـ”متطرفين” ends with its closing mark, not before it."""

from __future__ import annotations

_DOUBLE = frozenset('"“”„‟″')  # any of them may open or close (`arabic.md` C3)
_CLOSED_BY = {"«": "»", "‹": "›", "(": ")", "[": "]", "{": "}", "﴿": "﴾"}
_OPENED_BY = {closing: opening for opening, closing in _CLOSED_BY.items()}


def paired(body: str, start: int, end: int) -> tuple[int, int]:
    """The range with the mark right before it, or right behind it, whose partner is inside (code points)."""
    before, behind = body[start - 1 : start], body[end : end + 1]
    opens = before in _CLOSED_BY or (before in _DOUBLE and not body[start - 2 : start - 1].isalnum())
    closes = behind in _OPENED_BY or (behind in _DOUBLE and not body[end + 1 : end + 2].isalnum())
    if opens and before and _lacks(body[start:end], before):
        start -= 1
    elif closes and behind and _lacks(body[start:end], behind):
        end += 1
    return start, end


def _lacks(words: str, mark: str) -> bool:
    """Whether a mark beside words belongs to one of theirs."""
    if mark in _DOUBLE:
        return sum(map(words.count, _DOUBLE)) % 2 == 1
    if mark in _CLOSED_BY:
        return _left_over(words[::-1], _CLOSED_BY[mark], mark)
    return _left_over(words, _OPENED_BY[mark], mark)


def _left_over(words: str, one: str, partner: str) -> bool:
    """Whether one of these marks has no partner behind it."""
    depth = 0
    for letter in words:
        depth = depth + 1 if letter == one else max(depth - (letter == partner), 0)
    return depth > 0
