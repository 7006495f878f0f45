"""A paragraph that is being edited in a field of Qt's: what was not touched stays exactly as it is stored.

Qt shows some characters as others (`annotator.ui.offsets.shown`) and would give those back; so only what a person
typed is taken from the field, edit by edit, and everything else from the text itself.
"""

from __future__ import annotations

from annotator.ui.offsets import shown

_BREAK = "\u2029"  # what Qt has between two blocks


class Draft:
    """`body` is the paragraph as it would be stored now."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.shown = shown(body)

    def take(self, raw: str) -> None:
        """What the field holds now (`QTextDocument.toRawText`): the stretch that differs from before is taken over."""
        now = raw.replace(_BREAK, "\n")
        start = _common(self.shown, now)
        behind = _common(self.shown[start:][::-1], now[start:][::-1])
        typed = now[start : len(now) - behind]
        self.body = self.body[:start] + typed + self.body[len(self.body) - behind :]
        self.shown = now


def _common(one: str, other: str) -> int:
    """How many characters two strings begin with alike."""
    most = min(len(one), len(other))
    return next((at for at in range(most) if one[at] != other[at]), most)
