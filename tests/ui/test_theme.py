from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontInfo, QPalette

from annotator.ui import colours
from annotator.ui.theme import NAMES, TEXT_FONTS, Theme, load_font, tokens


def ratio(one, other) -> float:
    return colours.contrast(colours.parse(one.name()), colours.parse(other.name()))


@pytest.fixture(params=NAMES)
def each(request, theme: Theme):
    theme.choose(request.param)
    yield theme
    theme.choose("light", size=14)


def test_the_themes_have_the_same_tokens() -> None:
    kinds = [(set(tokens(name)["colours"]), set(tokens(name)["labels"])) for name in NAMES]
    assert kinds[0] == kinds[1] == kinds[2]
    assert 20 <= len(kinds[0][0]) <= 32


def test_words_can_be_read_on_what_they_stand_on(each: Theme) -> None:
    least = 7 if each.name == "contrast" else 4.5
    for words, grounds in {
        "ink": ("paper", "panel", "card", "hover", "selection"),
        "muted": ("paper", "panel", "card", "keycap"),
        "faint": ("paper", "panel", "card"),
        "on_chosen": ("chosen",),
        "on_accent": ("accent",),
        "accent": ("paper", "panel"),
        "on_notice": ("notice",),
        "on_tooltip": ("tooltip",),
        "danger": ("paper", "panel"),
    }.items():
        for ground in grounds:
            assert ratio(each.colour(words), each.colour(ground)) >= least, (words, ground)
    assert ratio(each.colour("faint"), each.colour("hover")) >= 3  # a button that cannot be pressed
    for line in ("focus", "selection_line", "field_line"):
        assert ratio(each.colour(line), each.colour("paper")) >= 3, line


@pytest.mark.parametrize("hue", range(0, 360, 15))
def test_labels_can_be_read_in_every_hue(each: Theme, hue: int) -> None:
    found = each.label_colours(hue)
    assert each.label_colours(hue + 360) is found
    for ground in (each.colour("paper"), each.colour("panel"), found.fill):
        assert ratio(found.text, ground) >= 4.5
    for ground in (each.colour("paper"), each.colour("panel")):
        assert ratio(found.edge, ground) >= 3
    assert ratio(each.colour("ink"), found.strong) >= 4.5
    assert found.fill != found.strong
    assert tuple(each.page_style().colours(hue)) == tuple(found)


def test_one_signal_and_everything_is_restyled(theme: Theme, qapp, qtbot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert theme.dark
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == tokens("dark")["colours"]["panel"]
    assert tokens("dark")["colours"]["accent"] in qapp.styleSheet()
    assert theme.page_style().paper.name() == tokens("dark")["colours"]["paper"]
    theme.choose("light")
    assert not theme.dark


def test_auto_follows_the_system(theme: Theme, qapp, monkeypatch) -> None:
    theme.choose("auto")
    assert theme.name == "light"
    monkeypatch.setattr(theme, "_wanted", lambda: "dark")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.name == "dark"
    monkeypatch.undo()
    theme.choose("light")
    monkeypatch.setattr(theme, "_wanted", lambda: "dark")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.name == "light"  # a choice of one's own is kept


def test_nothing_is_smaller_than_eleven_pixels(theme: Theme, qapp) -> None:
    theme.choose("light", size=12)
    assert theme.font(-9).pixelSize() == 11
    assert theme.text_font(5).pixelSize() == 11
    assert "font-size: 10px" not in qapp.styleSheet()
    theme.choose("light", size=14)


def test_the_bundled_fonts_are_there(theme: Theme) -> None:
    for family in TEXT_FONTS:
        load_font(family)
        assert family in QFontDatabase.families()
    assert QFontInfo(theme.font()).family() == "Vazirmatn"


def test_icons_take_the_colour_of_a_token_and_turn_with_the_window(theme: Theme, qapp) -> None:
    def columns(icon) -> list[int]:
        image = icon.pixmap(24, 18).toImage()
        return [x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() > 100]

    accent, image = theme.colour("accent"), theme.icon("plus", colour="accent").pixmap(24, 18).toImage()
    seen = [image.pixelColor(x, y) for x in range(24) for y in range(18) if image.pixelColor(x, y).alpha() > 100]
    assert seen
    for ink in seen:
        assert all(abs(a - b) < 6 for a, b in zip(ink.getRgb()[:3], accent.getRgb()[:3], strict=True))
    there = columns(theme.icon("arrow-left", directional=True))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    turned = columns(theme.icon("arrow-left", directional=True))
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert sorted(23 - x for x in turned) == sorted(there)
