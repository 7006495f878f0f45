"""What lies on the desk: the open article, the coding in hand, the focused span. Shared by surface and panels."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.operations.codings import Where

if TYPE_CHECKING:
    from annotator.core.models import Names
    from annotator.ui.bridge import Bridge


class Desk(QObject):
    """State of the window that is no state of the project; never journalled.

    `language` is the interface's ("ar" or "en"), in which labels and variables are shown too.
    """

    article_changed = Signal(str)  # an article id, "" for none
    focus_changed = Signal(str)  # an annotation id, "" for none
    selection_changed = Signal(object)  # (start, end) in code points, or None
    mode_changed = Signal(str)  # "code", "codebook" or "review"
    round_changed = Signal(str)
    reveal = Signal(int, int)  # the surface should show this range
    language_changed = Signal(str)
    theme_changed = Signal()
    label_wanted = Signal(str)  # the codebook's page should show this label
    statement_wanted = Signal(str, str)  # a statement to edit and one of its slots, or "" for a new one
    together = Signal(object)  # ids of annotations that the text tints as one
    actor_wanted = Signal(str, object)  # letters typed so far, and the ActorField that takes the choice
    conflicts_wanted = Signal(str)  # a label whose conflicts should be shown
    decision_wanted = Signal(str)  # a decision that should be taken in hand where it is reviewed or read
    shown_changed = Signal()  # which labels are hidden from the text, or whose coding it shows

    def __init__(self, bridge: Bridge, *, language: str) -> None:
        super().__init__(bridge)
        self.bridge = bridge
        self.language = language
        self.article = ""
        self.focus = ""
        self.selection: tuple[int, int] | None = None
        self.mode = "code"
        self.round = "main"
        self.hidden: frozenset[str] = frozenset()  # labels that the text does not show
        self.whose = ""  # a colleague whose coding is looked at, "" while it is mine

    @property
    def where(self) -> Where:
        """The coding that an action of mine in the open article belongs to."""
        return Where(self.article, self.bridge.project.coder, self.round)

    @property
    def shown(self) -> str:
        """The id of the coding that the text shows: mine, or the one that is looked at."""
        return replace(self.where, coder=self.whose).id if self.whose else self.where.id

    def hide_labels(self, hidden: frozenset[str]) -> None:
        """Do not show these labels in the text; all others are shown."""
        if hidden != self.hidden:
            self.hidden = hidden
            self.shown_changed.emit()

    def look_at(self, coder: str) -> None:
        """Look at a colleague's coding, or ("") at mine; whether one may is the caller's to know."""
        if coder != self.whose:
            self.whose = coder
            self.focus_on("")
            self.shown_changed.emit()

    def choose_round(self, round_id: str) -> None:
        """Work in another round from now on: in its coding of the open article."""
        if round_id != self.round:
            self.look_at("")
            self.focus_on("")
            self.round = round_id
            self.round_changed.emit(round_id)

    def open_article(self, article: str) -> None:
        """Put another article on the desk."""
        if article != self.article:
            self.look_at("")
            self.article, self.focus, self.selection = article, "", None
            self.article_changed.emit(article)
            self.focus_changed.emit("")

    def focus_on(self, annotation: str) -> None:
        """Let one span be the one that keys and the inspector speak of."""
        if annotation != self.focus:
            self.focus = annotation
            self.focus_changed.emit(annotation)

    def select(self, selection: tuple[int, int] | None) -> None:
        """What is selected in the text."""
        if selection != self.selection:
            self.selection = selection
            self.selection_changed.emit(selection)

    def set_mode(self, mode: str) -> None:
        """Code, Codebook or Review."""
        if mode != self.mode:
            self.mode = mode
            self.mode_changed.emit(mode)

    def words(self, names: Names, fallback: str = "") -> str:
        """A name in the interface's language, else in another one, else the fallback."""
        return names.get(self.language) or next(filter(None, names.values()), fallback)
