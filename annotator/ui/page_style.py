"""The reading surface in the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.text.style import MarkColours, PageStyle

if TYPE_CHECKING:
    from annotator.ui.theme import Theme


class _Themed(PageStyle):
    theme: Theme

    def colours(self, hue: int) -> MarkColours:
        """The same label colours as in panels and menus."""
        return MarkColours(*self.theme.label_colours(hue))


def of(theme: Theme) -> PageStyle:
    """The page of this theme."""
    names = ("paper", "ink", "faint", "line", "selection", "selection_line", "caret", "accent")
    style = _Themed(theme.dark, theme.name == "contrast", *map(theme.colour, names))
    object.__setattr__(style, "theme", theme)
    return style
