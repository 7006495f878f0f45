"""The window: one page at a time, and what stands around it; knows no rule and no SQL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from annotator.messages import isolate
from annotator.settings import Place
from annotator.ui import opening
from annotator.ui.bridge import Bridge
from annotator.ui.desk import Desk
from annotator.ui.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from annotator.core.errors import AnnotatorError
    from annotator.store.project import Project
    from annotator.ui.backups import Backups
    from annotator.ui.bar import Bar
    from annotator.ui.chrome import Chrome
    from annotator.ui.code_page import CodePage
    from annotator.ui.feedback.page import FeedbackPage
    from annotator.ui.home import Home
    from annotator.ui.layouts import Layouts
    from annotator.ui.menus import Menus
    from annotator.ui.review.page import ReviewPage
    from annotator.ui.status import Status
    from annotator.ui.text.surface import Surface
    from annotator.ui.widgets.notice import Notice

SIZE = (1440, 900)
MENU_BAR, TOOL_BAR = 30, 52  # pixels that are kept for them, so that the text stands where it will stay


class Window(QMainWindow):
    """One window on at most one project; `closed` when it has let go of everything."""

    closed = Signal()
    surname = ""  # what the title says beside the project's: for whom a package is, and from whom
    settled = Signal()  # everything that is not the text stands there too

    def __init__(self, home: Home) -> None:
        super().__init__()
        self.home = home
        self.desk: Desk | None = None
        self.code: CodePage | None = None
        self.refused: Path | None = None  # the project that could not be opened last
        self.is_second = False  # whether that was because a first window has it, which has come forward
        self.backups: Backups | None = None
        self.trouble = Trouble(self)
        self.trouble.sentence.connect(self.tell)
        self._chrome: Chrome | None = None
        self._pages: dict[str, QWidget] = {}
        self.stack = QStackedWidget(self)
        self._top = QFrame(self)
        self._top.setProperty("role", "bar")
        self._top.setFixedHeight(TOOL_BAR)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._top)
        self._column.addWidget(self.stack, 1)
        central = QWidget(self)
        central.setLayout(self._column)
        self.setCentralWidget(central)
        self.menuBar().setMinimumHeight(MENU_BAR)
        home.language.changed.connect(self._language)
        home.theme.changed.connect(self._theme)
        self.setAcceptDrops(True)
        self.setMinimumSize(760, 480)
        if not self.restoreGeometry(QByteArray.fromBase64(home.state.geometry.encode())):
            self.resize(*SIZE)

    # -- what stands around the page

    @property
    def chrome(self) -> Chrome:
        """Menus, toolbar, status line and the rest; built when somebody asks, at the latest after the first paint."""
        if self._chrome is None:
            from annotator.ui.chrome import Chrome  # noqa: PLC0415  (after the first paint)

            self._chrome = chrome = Chrome(self)
            chrome.bar.setFixedHeight(TOOL_BAR)
            self._column.replaceWidget(self._top, chrome.bar)
            self._top.deleteLater()
            self._column.insertWidget(1, chrome.notice)
            self.stack.addWidget(chrome.start)
            self.setStatusBar(chrome.status)
            chrome.start.chosen.connect(self._start_with)
            chrome.start.recent.connect(lambda path: opening.open_project(self, Path(path)))
            self.fill_recent()
            if self.desk is not None and self.code is not None:
                chrome.take(self.desk, self.code)
            chrome.refresh()
        return self._chrome

    @property
    def menus(self) -> Menus:
        """All actions."""
        return self.chrome.menus

    @property
    def bar(self) -> Bar:
        """The toolbar."""
        return self.chrome.bar

    @property
    def notice(self) -> Notice:
        """The calm bar over the page."""
        return self.chrome.notice

    @property
    def layouts(self) -> Layouts:
        """Keys by their place."""
        return self.chrome.layouts

    @property
    def status(self) -> Status:
        """The line at the foot."""
        return self.chrome.status

    def refresh(self) -> None:
        """Enable and mark what holds now."""
        if self._chrome is not None:
            self._chrome.refresh()

    def _start_with(self, name: str) -> None:
        if name != "again":
            self.menus[name].trigger()
        elif self.refused is not None:
            opening.open_project(self, self.refused)

    # -- projects

    def take(self, project: Project) -> None:
        """Show this project from now on; the window closes it."""
        from annotator.ui.code_page import CodePage  # noqa: PLC0415  (a window without a project paints sooner)

        self.let_go()
        self.desk = Desk(Bridge(project, self), language=self.home.language.name)
        self.code = CodePage(self.desk, self.home.theme, self)
        self._pages = {"code": self.code}
        self.stack.addWidget(self.code)
        self.stack.setCurrentWidget(self.code)
        self.code.set_sizes(self.home.state.splits)
        self.dress(self.code.coding.surface)
        self.code.coding.surface.set_zoom(self.home.state.zoom / 100)
        self.desk.mode_changed.connect(self._show_mode)
        self.code.painted.connect(lambda: QTimer.singleShot(0, self, self.furnish))
        self._retitle()
        if self._chrome is not None:
            self._chrome.take(self.desk, self.code)

    def furnish(self) -> None:
        """The text is on the screen: now everything else."""
        self.chrome.refresh()
        if self.code is not None:
            self.code.furnish()
            if self.home.state.drawer:
                self.code.show_drawer("history")
        if self.desk is not None and self._is_feedback():
            self.desk.set_mode("review")
        opening.settle_in(self)
        self.settled.emit()

    def let_go(self) -> None:
        """Close the project that is shown, and show the start page."""
        if self.desk is None:
            return
        for dialog in self.findChildren(QDialog):
            if dialog.property("of_project"):  # it stands beside the text, and goes with it
                dialog.close()
        for page in self._pages.values():
            getattr(page, "flush", int)()  # what was written in a field and not yet left
        desk, self.desk, self.code, self.surname = self.desk, None, None, ""
        if self.backups is not None:
            self.backups.finish()
            self.backups = None
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages = {}
        desk.bridge.close()
        desk.bridge.deleteLater()
        self._retitle()
        if self._chrome is not None:
            self._chrome.let_go()

    def remember(self) -> None:
        """Where the person stands in this project."""
        if self.desk is None or self.code is None:
            return
        state, surface = self.home.state, self.code.coding.surface
        state.places[self.desk.bridge.project.kept_as] = Place(self.desk.article, surface.place(), self.desk.round)
        state.splits, state.zoom = self.code.sizes(), round(surface.zoom() * 100)
        state.drawer = self.code.drawer_page == "history"

    def fill_recent(self) -> None:
        """List the projects opened before, if the person wants them listed."""
        if self._chrome is None:
            return
        menu = self._chrome.menus.menu("project/recent")
        menu.clear()
        for name in self.home.state.recent if self.home.preferences.recent_list else ():
            action = menu.addAction(isolate(Path(name).stem))
            action.setToolTip(isolate(name))
            action.triggered.connect(lambda _checked=False, path=name: opening.open_project(self, Path(path)))
        menu.setEnabled(bool(menu.actions()))

    def take_preferences(self) -> None:
        """Show the text as the person wants it now."""
        if self.code is not None:
            self.dress(self.code.coding.surface)
        if (page := self._pages.get("review")) is not None:
            for surface in cast("ReviewPage", page).pages.every():
                self.dress(surface)
        if (told := self._pages.get("feedback")) is not None:
            self.dress(cast("FeedbackPage", told).surface)
        self.fill_recent()

    def dress(self, surface: Surface) -> None:
        """Show texts in the font of this project."""
        if self.desk is not None:
            look = self.home.look(self.desk.bridge.project.kept_as)
            surface.set_font(look.font, look.size, look.spacing)

    @property
    def review(self) -> ReviewPage | None:
        """The page of Review while it is shown."""
        page = self._pages.get("review")
        return cast("ReviewPage", page) if page is not None and page is self.stack.currentWidget() else None

    def _show_mode(self, mode: str) -> None:
        self.stack.setCurrentWidget(self._page(mode))
        self._page(mode).setFocus()
        self.refresh()

    def _page(self, mode: str) -> QWidget:
        """The page of a mode, built when it is first shown; a package of feedback is read where others are reviewed."""
        if mode == "review" and self._is_feedback():
            mode = "feedback"
        if mode not in self._pages and self.desk is not None:
            self._pages[mode] = _BUILDERS[mode](self.desk, self.home)
            if mode == "review":
                from annotator.ui import review_acts  # noqa: PLC0415  (with the page)

                review_acts.receive(self, cast("ReviewPage", self._pages[mode]))
            if mode == "feedback":
                self.dress(cast("FeedbackPage", self._pages[mode]).surface)
            self.stack.addWidget(self._pages[mode])
        return self._pages[mode]

    def _is_feedback(self) -> bool:
        from annotator.operations import sealed  # noqa: PLC0415  (after the first paint)

        found = sealed.of(self.desk.bridge.project) if self.desk is not None else None
        return found is not None and found.handover.kind == "feedback"

    # -- what the person is told

    def tell(self, error: AnnotatorError) -> None:
        """Say an error's sentence in the calm bar."""
        self.say(self.home.language.say(error))

    def say(self, sentence: str, offers: dict[str, Callable[[], object]] | None = None) -> None:
        """Put a sentence over the page, with what can be done about it."""
        self.chrome.notice.say(sentence, offers, close=self.tr("Close"))

    def entitle(self, surname: str) -> None:
        """Let the title say more than the project's name, until it is closed."""
        self.surname = surname
        self._retitle()

    def _retitle(self) -> None:
        name = self.desk.bridge.project.title if self.desk else ""
        words = [isolate(name) if name else "", self.surname, self.tr("Annotator")]
        self.setWindowTitle(" — ".join(filter(None, words)))

    def _language(self, language: str) -> None:
        if self._chrome is not None:
            self._chrome.menus.retranslate()
        self._retitle()
        if self.desk is not None:
            self.desk.language = language
            self.desk.language_changed.emit(language)
        self.refresh()

    def _theme(self) -> None:
        if self.desk is not None:
            self.desk.theme_changed.emit()
        self.refresh()

    def come_forward(self) -> None:
        """A second start asked for this project."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def forget_hint(self) -> None:
        """The first hint was read."""
        self.home.state.hint = False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped: a project to open, articles to import."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open or take in what was dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if len(files) == 1 and files[0].suffix == opening.SUFFIX:
            from annotator.ui import travel_acts  # noqa: PLC0415

            if not (travel_acts.is_returned(self, files[0]) and travel_acts.take_back(self, files[0])):
                opening.open_project(self, files[0])
        elif files:
            from annotator.ui import project_acts  # noqa: PLC0415

            project_acts.take_in(self, files)

    # -- the end

    def closeEvent(self, event: QCloseEvent) -> None:
        """Every action is committed, so there is nothing to ask: remember the place, let go of the project."""
        self.remember()
        self.home.state.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.let_go()
        self.home.leave()
        event.accept()
        self.closed.emit()


def _codebook(desk: Desk, home: Home) -> QWidget:
    from annotator.ui.panels.codebook_editor import CodebookPage  # noqa: PLC0415

    return CodebookPage(desk, home.theme)


def _review(desk: Desk, home: Home) -> QWidget:
    from annotator.ui.review.page import ReviewPage  # noqa: PLC0415

    return ReviewPage(desk, home.theme)


def _feedback(desk: Desk, home: Home) -> QWidget:
    from annotator.ui.feedback.page import FeedbackPage  # noqa: PLC0415

    return FeedbackPage(desk, home.theme)


_BUILDERS: dict[str, Callable[[Desk, Home], QWidget]] = {
    "codebook": _codebook,
    "review": _review,
    "feedback": _feedback,
}
