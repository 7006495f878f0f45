"""Icons from `resources/icons`, in whatever colour is asked for."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QTransform

from annotator import paths

_SIDE, _MARGIN = 18, 3  # pixels; the margin keeps words apart from the icon before them


def drawn(name: str, colour: str, disabled: str, *, mirrored: bool) -> QIcon:
    """An icon in two colours (`#rrggbb`), sharp at once and twice its size."""
    icon = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        for ratio in (1, 2):
            pixmap = _pixmap(name, ink, ratio)
            icon.addPixmap(pixmap.transformed(QTransform(-1, 0, 0, 1, 0, 0)) if mirrored else pixmap, mode)
    return icon


@cache
def _pixmap(name: str, colour: str, ratio: int) -> QPixmap:
    side = _SIDE * ratio
    source = (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    source = source.replace('width="24"', f'width="{side}"', 1).replace('height="24"', f'height="{side}"', 1)
    sign = QPixmap()
    sign.loadFromData(source.encode(), "SVG")
    pixmap = QPixmap(side + 2 * _MARGIN * ratio, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.drawPixmap(_MARGIN * ratio, 0, sign)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
