"""How everything looks: a theme's tokens to palette, style sheet, fonts, icons and label colours; one signal on change.

Widgets take colours from palette roles, or set the property `role` that the style sheet (`annotator.ui.sheet`) knows.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from annotator import paths
from annotator.ui import colours, sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from annotator.ui.text.style import PageStyle

NAMES = ("light", "dark", "contrast")
INTERFACE = "Vazirmatn"
ARTICLE = "Noto Naskh Arabic"
TEXT_PIXELS = 20  # of an article at 100 %
_SMALLEST = 11

_FONTS = {
    INTERFACE: ("Vazirmatn-Regular", "Vazirmatn-Medium", "Vazirmatn-SemiBold", "Vazirmatn-Bold"),
    ARTICLE: ("NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold"),
    "Amiri": ("Amiri-Regular", "Amiri-Bold"),
    "Noto Nastaliq Urdu": ("NotoNastaliqUrdu-Regular",),
    "Noto Sans Hebrew": ("NotoSansHebrew-Regular",),
}
TEXT_FONTS = (ARTICLE, "Amiri", INTERFACE, "Noto Nastaliq Urdu", "Noto Sans Hebrew")


class LabelColours(NamedTuple):
    """A label's hue in this theme, all opaque: tint, stronger tint, lines (3:1), words (4.5:1 on paper and panel)."""

    fill: QColor
    strong: QColor
    edge: QColor
    text: QColor


class Theme(QObject):
    """The look of the running program. `choice` is what the person asked for, `name` what that means now.

    `colour(token)` gives any token of `resources/themes/*.toml`; `changed` is emitted after everything was restyled.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = "auto", *, size: int = 14) -> None:
        super().__init__(app)
        self._app = app
        self.choice = choice
        self.size = size
        self.name = ""
        load_font(INTERFACE)
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._apply()

    @property
    def dark(self) -> bool:
        """Whether light words stand on a dark ground."""
        return bool(self._data["dark"])

    def colour(self, token: str) -> QColor:
        """The colour of a token, such as "muted"."""
        return QColor(self._data["colours"][token])

    def label_colours(self, hue: int) -> LabelColours:
        """The colours of a label's hue (0..359), cached."""
        return label_colours(self.name, hue % 360)

    def page_style(self) -> PageStyle:
        """The colours of the reading surface."""
        from annotator.ui import page_style  # noqa: PLC0415  (panels and dialogs need no surface)

        return page_style.of(self)

    def font(self, step: int = 0, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The interface's font, `step` pixels larger or smaller than usual, never below 11 px."""
        font = QFont(INTERFACE)
        font.setPixelSize(max(_SMALLEST, self.size + step))
        font.setWeight(weight)
        return font

    def text_font(self, pixels: int = TEXT_PIXELS) -> QFont:
        """The font that quotes and articles are shown in."""
        load_font(ARTICLE)
        font = QFont(ARTICLE)
        font.setPixelSize(max(_SMALLEST, pixels))
        return font

    def icon(self, name: str, *, directional: bool = False, colour: str = "ink") -> QIcon:
        """An icon in the colour of a token; a directional one is mirrored where the window reads right to left."""
        from annotator.ui import icons  # noqa: PLC0415  (the first paint needs none)

        mirrored = directional and self._app.layoutDirection() == Qt.LayoutDirection.RightToLeft
        tokens = self._data["colours"]
        return icons.drawn(name, tokens[colour], tokens["faint"], mirrored=mirrored)

    def choose(self, choice: str, *, size: int | None = None) -> None:
        """Follow the system ("auto") or a theme of `NAMES` from now on."""
        self.choice, self.size = choice, size or self.size
        self._apply()
        self.changed.emit()

    def _follow(self) -> None:
        if self.choice == "auto" and self._wanted() != self.name:
            self._apply()
            self.changed.emit()

    def _wanted(self) -> str:
        if self.choice in NAMES:
            return self.choice
        hints = self._app.styleHints()
        if _asks_for_contrast(hints):
            return "contrast"
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _apply(self) -> None:
        self.name = self._wanted()
        self._data = tokens(self.name)
        self._app.setFont(self.font())
        self._app.setPalette(palette(self._data["colours"]))
        self._app.setStyleSheet(sheet.written(self._data["colours"], self.size, self.name))


@cache
def tokens(name: str) -> dict[str, Any]:
    """The theme as its file has it."""
    data: dict[str, Any] = tomllib.loads((paths.resources() / "themes" / f"{name}.toml").read_text("utf-8"))
    return data


@cache
def load_font(family: str) -> None:
    """Make one of the bundled families known to Qt; others are the machine's own."""
    for file in _FONTS.get(family, ()):
        QFontDatabase.addApplicationFont(str(paths.resources() / "fonts" / f"{file}.ttf"))


def palette(token: dict[str, str]) -> QPalette:
    """Qt's own roles, so that every widget fits before any style sheet."""
    role = QPalette.ColorRole
    roles = {
        role.Window: "panel",
        role.WindowText: "ink",
        role.Base: "paper",
        role.AlternateBase: "panel",
        role.Text: "ink",
        role.Button: "card",
        role.ButtonText: "ink",
        role.BrightText: "danger",
        role.Highlight: "chosen",
        role.HighlightedText: "on_chosen",
        role.PlaceholderText: "faint",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.ToolTipBase: "tooltip",
        role.ToolTipText: "on_tooltip",
        role.Light: "card",
        role.Midlight: "hover",
        role.Mid: "line",
        role.Dark: "line_strong",
        role.Shadow: "line_strong",
        role.Accent: "accent",
    }
    result = QPalette()
    for which, name in roles.items():
        result.setColor(which, QColor(token[name]))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, which, QColor(token["faint"]))
    return result


@cache
def label_colours(theme: str, hue: int) -> LabelColours:
    """The colours of a label's hue (0..359) in a theme of `NAMES`."""
    data = tokens(theme)
    rule, light = data["labels"], data["dark"]
    paper, panel = (colours.parse(data["colours"][name]) for name in ("paper", "panel"))
    edge = colours.legible(hue, rule["chroma"], (paper, panel), rule["edge"], light=light)
    fill, strong = (colours.mixed(paper, edge, rule[name]) for name in ("tint", "tint_strong"))
    text = colours.legible(hue, rule["chroma"], (paper, panel, fill), rule["text"], light=light)
    return LabelColours(*(QColor(*colour) for colour in (fill, strong, edge, text)))


def _asks_for_contrast(hints: Any) -> bool:
    """Qt tells it from 6.10 on."""
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)
