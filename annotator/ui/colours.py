"""Colours as numbers: contrast as WCAG counts it, and a hue at whatever lightness a contrast asks for."""

from __future__ import annotations

import colorsys
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Rgb = tuple[int, int, int]

_STEPS = 12  # halvings: finer than the 256 steps of a screen


def parse(code: str) -> Rgb:
    """`#rrggbb` as three numbers of 0 to 255."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def code(colour: Rgb) -> str:
    """Three numbers as `#rrggbb`."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def contrast(one: Rgb, other: Rgb) -> float:
    """WCAG's contrast ratio, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(under: Rgb, over: Rgb, share: float) -> Rgb:
    """`over` laid on `under` with an opacity of `share`."""
    return tuple(round(a + (b - a) * share) for a, b in zip(under, over, strict=True))  # type: ignore[return-value]


def legible(hue: int, chroma: float, grounds: Iterable[Rgb], ratio: float, *, light: bool) -> Rgb:
    """The hue (0 to 359, as HSL counts) with at least this contrast to every ground, and hardly more.

    `light` asks for a colour lighter than the grounds, for a dark theme.
    """
    angle, grounds = _angle(hue), tuple(grounds)
    far, near = (1.0, 0.0) if light else (0.0, 1.0)  # far from the ground always reaches the contrast
    for _ in range(_STEPS):
        middle = (far + near) / 2
        colour = _srgb(middle, chroma, angle)
        if min(contrast(colour, ground) for ground in grounds) >= ratio:
            far = middle
        else:
            near = middle
    return _srgb(far, chroma, angle)


def _luminance(colour: Rgb) -> float:
    r, g, b = map(_linear, colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _linear(part: int) -> float:
    value = part / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004


def _encoded(value: float) -> int:
    value = min(max(value, 0.0), 1.0)
    return round(255 * (value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055))  # noqa: PLR2004


def _angle(hue: int) -> float:
    """The OKLCH angle, in radians, of the pure colour of an HSL hue."""
    r, g, b = (_linear(round(255 * part)) for part in colorsys.hls_to_rgb(hue / 360, 0.5, 0.75))
    cone = (
        math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b),
        math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b),
        math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b),
    )
    a = 1.9779984951 * cone[0] - 2.4285922050 * cone[1] + 0.4505937099 * cone[2]
    b = 0.0259040371 * cone[0] + 0.7827717662 * cone[1] - 0.8086757660 * cone[2]
    return math.atan2(b, a)


def _srgb(lightness: float, chroma: float, angle: float) -> Rgb:
    """OKLCH to sRGB, with less chroma where the screen has no such colour."""
    for share in (1.0, 0.85, 0.7, 0.5, 0.3, 0.0):
        a, b = chroma * share * math.cos(angle), chroma * share * math.sin(angle)
        cone = (
            (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3,
            (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3,
            (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3,
        )
        parts = (
            4.0767416621 * cone[0] - 3.3077115913 * cone[1] + 0.2309699292 * cone[2],
            -1.2684380046 * cone[0] + 2.6097574011 * cone[1] - 0.3413193965 * cone[2],
            -0.0041960863 * cone[0] - 0.7034186147 * cone[1] + 1.7076147010 * cone[2],
        )
        if all(-0.002 <= part <= 1.002 for part in parts):  # noqa: PLR2004
            break
    return _encoded(parts[0]), _encoded(parts[1]), _encoded(parts[2])
