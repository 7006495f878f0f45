from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from annotator.ui import colours
from annotator.ui.text import style

STYLES = {"light": style.light, "dark": style.dark, "high": style.high_contrast, "high dark": style.high_contrast_dark}


def ratio(one: QColor, other: QColor) -> float:
    return colours.contrast(colours.parse(one.name()), colours.parse(other.name()))


@pytest.mark.parametrize("name", STYLES)
def test_every_hue_can_be_read_on_its_paper(name: str) -> None:
    page = STYLES[name]()
    for hue in range(0, 360, 7):
        mark = page.colours(hue)
        assert ratio(mark.text, page.paper) >= (7 if page.contrast else 4.5)
        assert ratio(mark.edge, page.paper) >= (4.5 if page.contrast else 3)
        assert ratio(page.ink, mark.fill) >= 7
        assert ratio(page.ink, mark.strong) >= 4.5


@pytest.mark.parametrize("name", STYLES)
def test_what_is_not_a_label_can_be_read_too(name: str) -> None:
    page = STYLES[name]()
    assert ratio(page.ink, page.paper) >= 12
    assert ratio(page.faint, page.paper) >= 4.5
    assert ratio(page.ink, page.selection_fill) >= 7
    assert ratio(page.selection_edge, page.paper) >= 3
    assert ratio(page.caret, page.paper) >= 7


def test_the_tint_is_light() -> None:
    page = style.light()
    assert all(ratio(page.colours(hue).fill, page.paper) < 1.25 for hue in range(0, 360, 30))
