"""The colours of the page; a label's hue becomes a fill, an edge and a text colour that can be read on its paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor

from annotator.ui import colours

_CHROMA = 0.13
_TEXT, _EDGE = 4.6, 3.4  # contrast to the paper
_HIGH_TEXT, _HIGH_EDGE = 7.1, 4.6


class MarkColours(NamedTuple):
    """One hue on one paper, all opaque: tint, stronger tint of the focus, lane and outline, and its name."""

    fill: QColor
    strong: QColor
    edge: QColor
    text: QColor


@dataclass(frozen=True)
class PageStyle:
    """All colours of the reading surface. `contrast` asks for stronger lines and no reliance on tints."""

    dark: bool
    contrast: bool
    paper: QColor
    ink: QColor
    faint: QColor  # byline, paragraph numbers: still 4.5:1 on the paper
    rule: QColor  # borders of chips
    selection_fill: QColor
    selection_edge: QColor
    caret: QColor
    accent: QColor

    def colours(self, hue: int) -> MarkColours:
        """The colours of a hue (0..359) on this paper."""
        return _colours(self.paper.rgb(), self.dark, self.contrast, hue % 360)


@cache
def _colours(paper_rgb: int, dark: bool, high: bool, hue: int) -> MarkColours:
    paper = colours.parse(QColor.fromRgb(paper_rgb).name())
    edge = colours.legible(hue, _CHROMA, (paper,), _HIGH_EDGE if high else _EDGE, light=dark)
    text = colours.legible(hue, _CHROMA, (paper,), _HIGH_TEXT if high else _TEXT, light=dark)
    shares = (0.14, 0.27) if dark else (0.11, 0.22)
    fills = (colours.mixed(paper, edge, share) for share in shares)
    return MarkColours(*(QColor(colours.code(colour)) for colour in (*fills, edge, text)))


def mixed(paper: QColor, colour: QColor, share: float) -> QColor:
    """`colour` laid over `paper` with that share, as one opaque colour."""
    return QColor(colours.code(colours.mixed(colours.parse(paper.name()), colours.parse(colour.name()), share)))


def light() -> PageStyle:
    """Near-black ink on warm paper."""
    return _style("#fffdf8", "#1d1b18", "#6f6a61", "#ddd8cd", ("#dfe5ea", "#5b6670", "#1d1b18", "#0f6e6a"))


def dark() -> PageStyle:
    """Warm light ink on charcoal."""
    return _style("#1f2224", "#e9e6df", "#9a968d", "#3c4043", ("#3a4248", "#97a4ae", "#f4f1ea", "#5fc3bd"), dark=True)


def high_contrast() -> PageStyle:
    """Black on white, lines at text contrast."""
    return _style("#ffffff", "#000000", "#3a3a3a", "#000000", ("#d0d7de", "#000000", "#000000", "#004d49"), strong=True)


def high_contrast_dark() -> PageStyle:
    """White on black, lines at text contrast."""
    white = ("#3d4650", "#ffffff", "#ffffff", "#7ee6df")
    return _style("#000000", "#ffffff", "#d0d0d0", "#ffffff", white, dark=True, strong=True)


def _style(  # noqa: PLR0913 - five colours in the order of the fields
    paper: str,
    ink: str,
    faint: str,
    rule: str,
    rest: tuple[str, str, str, str],
    *,
    dark: bool = False,
    strong: bool = False,
) -> PageStyle:
    return PageStyle(dark, strong, *(QColor(name) for name in (paper, ink, faint, rule, *rest)))
