from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from annotator import paths

FOLDER = paths.resources() / "icons"
ICONS = sorted(FOLDER.glob("*.svg"))


def test_there_are_icons_and_the_licence_of_those_that_are_not_ours() -> None:
    assert len(ICONS) >= 40
    text = (FOLDER / "LICENSE.txt").read_text(encoding="utf-8")
    assert "ISC License" in text
    assert "Lucide Icons and Contributors" in text


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_an_icon_takes_the_colour_of_its_place_and_draws_something(icon) -> None:
    text = icon.read_text(encoding="utf-8")
    root = ET.fromstring(text)
    assert (root.get("viewBox"), root.get("stroke")) == ("0 0 24 24", "currentColor")
    assert "href" not in text
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(text.encode()).render(painter)
    painter.end()
    ink = sum(image.pixelColor(x, y).alpha() > 64 for x in range(24) for y in range(24))
    assert 10 < ink < 400
