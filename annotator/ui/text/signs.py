"""Characters without ink, shown on demand: what reorders, joins or splits words without being seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from annotator.ui.text.page import Line

_NAMES = {
    0x00A0: "NBSP",
    0x00AD: "SHY",
    0x034F: "CGJ",
    0x061C: "ALM",
    0x200B: "ZWSP",
    0x200C: "ZWNJ",
    0x200D: "ZWJ",
    0x200E: "LRM",
    0x200F: "RLM",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2060: "WJ",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
    0xFEFF: "BOM",
}
_UNSEEN = re.compile("[" + "".join(map(chr, _NAMES)) + "]")


class Sign(NamedTuple):
    """A character without ink: its usual short name, and its x in pixels from the column's left edge."""

    x: float
    name: str


def signs(line: Line) -> list[Sign]:
    """The characters without ink on a line, in text order."""
    block = line.block
    words = block.body[line.start - block.start : line.end - block.start]
    return [Sign(line.caret_x(line.start + found.start()), _NAMES[ord(found[0])]) for found in _UNSEEN.finditer(words)]
