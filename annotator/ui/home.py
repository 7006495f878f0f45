"""What outlives a project in the window: preferences, language, theme, and where the person was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.settings import Look, Preferences, State
from annotator.ui.language import Language
from annotator.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@dataclass(slots=True)
class Home:
    """One for the whole program; `choose` is the only way to other preferences."""

    preferences: Preferences
    state: State
    language: Language
    theme: Theme
    keeps: bool = True  # whether what is chosen and where one stands outlives this window

    def leave(self) -> None:
        """Keep where the person is for the next start."""
        if self.keeps:
            self.state.save()

    def look(self, project: str) -> Look:
        """How the texts of this project are shown: as was chosen for it, else as the preferences have it."""
        return self.state.looks.get(project) or Look(self.preferences.text_font, self.preferences.text_size)

    def set_look(self, project: str, look: Look | None) -> None:
        """Keep how the texts of this project are shown; None: as the preferences have it."""
        if look is None:
            self.state.looks.pop(project, None)
        else:
            self.state.looks[project] = look
        self.leave()

    def choose(self, **choices: Any) -> None:
        """Take up other preferences at once, and keep them for the next start."""
        old, self.preferences = self.preferences, self.preferences.with_(**choices)
        if self.keeps:
            self.preferences.save()
        new = self.preferences
        if (old.language, old.digits) != (new.language, new.digits):
            self.language.choose(new.language, digits=new.digits)
        if (old.theme, old.interface_size) != (new.theme, new.interface_size):
            self.theme.choose(new.theme, size=new.interface_size)


def furnish(app: QApplication, **choices: Any) -> Home:
    """Read what the person chose and make the program look and speak so; `choices` hold for this start alone."""
    preferences = Preferences.load()
    now = preferences.with_(**choices)
    language = Language(app, now.language, digits=now.digits)
    return Home(preferences, State.load(), language, Theme(app, now.theme, size=now.interface_size))
