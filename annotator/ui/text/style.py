"""The colours of the page; a label's hue becomes a fill, an edge and a text colour that can be read on its paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor

_TEXT_CONTRAST = 4.6
_EDGE_CONTRAST = 3.1
_HIGH_TEXT_CONTRAST = 7.1
_HIGH_EDGE_CONTRAST = 4.6


class MarkColours(NamedTuple):
    """One hue on one paper, all opaque: tint, stronger tint of the focus, lane and outline, and its name."""

    fill: QColor
    strong: QColor
    edge: QColor
    text: QColor


def _channel(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - WCAG


def luminance(colour: QColor) -> float:
    """Relative luminance, 0..1, as WCAG defines it."""
    return sum(
        weight * _channel(value)
        for weight, value in zip((0.2126, 0.7152, 0.0722), (colour.redF(), colour.greenF(), colour.blueF()), strict=True)
    )


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two colours, 1..21, as WCAG defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(paper: QColor, colour: QColor, share: float) -> QColor:
    """`colour` laid over `paper` with that share, as one opaque colour."""
    return QColor.fromRgbF(
        *(a + (b - a) * share for a, b in zip(paper.getRgbF()[:3], colour.getRgbF()[:3], strict=True))  # type: ignore[arg-type]
    )


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
    paper = QColor.fromRgb(paper_rgb)
    text = _readable(paper, hue, _HIGH_TEXT_CONTRAST if high else _TEXT_CONTRAST, dark=dark)
    edge = _readable(paper, hue, _HIGH_EDGE_CONTRAST if high else _EDGE_CONTRAST, dark=dark)
    return MarkColours(mixed(paper, edge, 0.14 if dark else 0.11), mixed(paper, edge, 0.27 if dark else 0.22), edge, text)


def _readable(paper: QColor, hue: int, wanted: float, *, dark: bool) -> QColor:
    """The first lightness of the hue, from vivid towards the far end, that has the contrast wanted."""
    for step in range(100):
        lightness = 0.5 + step * 0.005 if dark else 0.5 - step * 0.005
        colour = QColor.fromHslF(hue / 360, 0.58 if dark else 0.66, lightness)
        if contrast(colour, paper) >= wanted:
            return colour
    return QColor("#ffffff" if dark else "#000000")


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
    paper: str, ink: str, faint: str, rule: str, rest: tuple[str, str, str, str], *, dark: bool = False, strong: bool = False
) -> PageStyle:
    return PageStyle(dark, strong, *(QColor(name) for name in (paper, ink, faint, rule, *rest)))
