"""What stands around the page: menus, toolbar, status line, notices, the start page."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject

from annotator.core.errors import AnnotatorError
from annotator.ui import note_acts, round_acts, text_acts, travel_acts
from annotator.ui.bar import Bar
from annotator.ui.hands import handlers
from annotator.ui.layouts import Layouts
from annotator.ui.menus import Menus
from annotator.ui.start_page import StartPage
from annotator.ui.status import Status
from annotator.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from annotator.core.changes import Change
    from annotator.ui.code_page import CodePage
    from annotator.ui.desk import Desk
    from annotator.ui.widgets.actor_field import ActorField
    from annotator.ui.window import Window

_HARMLESS = {"cancelled", "nothing_to_undo", "nothing_to_redo", "already_coded"}  # said in passing


class Chrome(QObject):
    """Follows the window's project, language and theme; enables what can be done."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.menus = Menus(window.menuBar(), window, handlers(window))
        self.layouts = Layouts(self, lambda: (made for _, made in self.menus))
        QCoreApplication.instance().installEventFilter(self.layouts)  # type: ignore[union-attr]
        self.start = StartPage(window)
        self.notice = Notice(window)
        self.bar = Bar(self.menus, window.home.theme, window)
        self.status = Status(window.home.language, window)
        self.menus.menu("code/part").aboutToShow.connect(self.refresh)  # the caret moves without a word
        self._undone = ""  # the sentence of what was not done, until something is
        window.home.theme.changed.connect(self.bar.retheme)
        window.settled.connect(lambda: note_acts.offer_drafts(window))
        window.settled.connect(lambda: travel_acts.receive(window))

    def take(self, desk: Desk, code: CodePage) -> None:
        """Tell of this project from now on."""
        project = desk.bridge.project
        self.menus.scope_to(code.coding.surface)
        desk.bridge.saved.connect(self._saved)
        desk.bridge.changed.connect(self.refresh)
        desk.bridge.failed.connect(self._failed)
        for signal in (desk.article_changed, desk.focus_changed, desk.selection_changed, desk.mode_changed):
            signal.connect(self.refresh)
        code.coding.wants_attributes.connect(self.menus["inspect"].trigger)
        code.coding.wants_articles.connect(self.menus["import_articles"].trigger)
        code.coding.wants_variables.connect(self.menus["variables"].trigger)
        desk.actor_wanted.connect(self._ask_actor)
        desk.conflicts_wanted.connect(self._show_conflicts)
        code.wants_done.connect(self.menus["done_next"].trigger)
        code.wants_rounds.connect(self.menus["rounds"].trigger)
        desk.bridge.changed.connect(lambda change: round_acts.follow(desk, change))
        desk.round_changed.connect(lambda _round: round_acts.enter(desk))
        desk.round_changed.connect(self.refresh)
        self.bar.show_project(project.title)
        self.bar.say("saved" if project.writable else "read_only")
        self.status.watch(desk, code.coding)
        self.refresh()

    def _ask_actor(self, typed: str, field: object) -> None:
        from annotator.ui import actor_acts  # noqa: PLC0415  (with what it knows of actors)

        actor_acts.ask(self._window, typed, cast("ActorField", field))

    def _show_conflicts(self, label: str) -> None:
        from annotator.ui import feedback_acts  # noqa: PLC0415  (with what it knows of conflicts)

        feedback_acts.show_conflicts(self._window, label)

    def let_go(self) -> None:
        """No project is open."""
        self.status.forget()
        self.bar.show_project("")
        self.notice.hide()
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Enable and mark what holds now."""
        self.menus.refresh(self._conditions(), self._marked())

    def _saved(self, _change: Change) -> None:
        self.bar.say("saved")
        if self._undone and self.notice.sentence.text() == self._undone:
            self.notice.hide()
        self._undone = ""

    def _failed(self, error: BaseException) -> None:
        if getattr(error, "key", "") in _HARMLESS:
            self.status.tell(self._window.home.language.say(error))
        else:
            self.bar.say("failed")
            self._window.trouble.show(error)
            self._undone = self.notice.sentence.text() if isinstance(error, AnnotatorError) else ""
        self.refresh()

    def _conditions(self) -> set[str]:
        window = self._window
        if (desk := window.desk) is None:
            return set()
        journal, project = desk.bridge.project.journal, desk.bridge.project
        holds = {
            "project": True,
            "writable": project.writable,
            "article": bool(desk.article),
            "codable": bool(desk.article) and project.writable,
            "selection": bool(desk.selection or desk.focus),
            "span": bool(desk.focus),
            "undo": project.writable and journal.can_undo() is not None,
            "redo": project.writable and journal.can_redo() is not None,
            **travel_acts.conditions(window),
        }
        reviewed = window.review.conditions() if window.review is not None and project.writable else set()
        return {name for name, true in holds.items() if true} | reviewed

    def _marked(self) -> set[str]:
        window = self._window
        marked = {f"theme_{window.home.theme.choice}", f"language_{window.home.language.name}"}
        if window.isFullScreen():
            marked.add("full_screen")
        if window.desk is not None and window.code is not None:
            marked |= {f"mode_{window.desk.mode}", *window.code.marked(), *text_acts.marked(window)}
        if window.review is not None:
            marked |= window.review.marked()
        return marked
