"""How a project comes into the window and goes: the last, a chosen one, the sample; refusals with a way out."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from annotator import paths
from annotator.core.errors import AnnotatorError, DamagedError
from annotator.operations import people
from annotator.settings import Place
from annotator.store import articles, codebook
from annotator.store.project import Project

if TYPE_CHECKING:
    from annotator.store.shelf import Backup
    from annotator.ui.window import Window

SUFFIX = ".annot"
translate = QCoreApplication.translate
_SOON = 1500  # milliseconds
_ENOUGH = 10  # actions: a new sample has fewer
_IN_USE = {"in_use", "in_use_unknown"}
_HELPED_BY_A_BACKUP = {"vanished", "no_file", "replaced"}


def begin(window: Window, path: Path | None) -> None:
    """At the start: the project that was named, else the last one or the sample; at the very first after the name."""
    state = window.home.state
    if not window.home.preferences.name:
        show_ways(window)
        QTimer.singleShot(0, window, lambda: welcome(window, path))  # over the window, with the keyboard in it
    elif path is not None:
        open_project(window, path)
    elif state.recent:
        open_project(window, Path(state.recent[0]))
    else:
        open_sample(window)


def welcome(window: Window, path: Path | None) -> None:
    """Ask the name, and then show the project that was named, with a name or without; else the sample."""
    from annotator.ui.dialogs.welcome import WelcomeDialog  # noqa: PLC0415

    dialog = WelcomeDialog(window.home, window)
    if path is None:
        dialog.accepted.connect(lambda: open_sample(window))
    else:
        dialog.finished.connect(lambda: open_project(window, path))
    dialog.open()


def sample_path() -> Path:
    """Where the sample project lies."""
    return paths.user_data() / f"sample{SUFFIX}"


def open_sample(window: Window) -> bool:
    """Show the sample, built if it is not there; its first coder takes the person's name."""
    path = sample_path()
    if not path.exists():
        from annotator.operations import sample  # noqa: PLC0415

        try:
            sample.build(path, window.home.language.name)
        except AnnotatorError as error:
            refuse(window, path, error)
            return False
    return open_project(window, path)


def open_project(window: Window, path: Path) -> bool:
    """Show this project where it was left; a refusal is said in the window, with what may help."""
    if window.desk is not None and window.desk.bridge.project.path == path.absolute():
        return True
    leave(window)
    try:
        project = Project.open(path)
    except AnnotatorError as error:
        refuse(window, path, error)
        return False
    _sign(window, project)
    window.take(project)
    _stand(window, project)
    if window.home.preferences.recent_list:
        window.home.state.opened(path)
    window.fill_recent()
    return True


def _sign(window: Window, project: Project) -> None:
    """Let somebody act: who acted last, else whoever has the person's name here, else they under their name.

    The first coder of a new sample, and an only coder who has no name yet, take the person's.
    """
    name, there = window.home.preferences.name, codebook.coders(project.db)
    if not project.writable:
        _show_somebody(project, name)
        return
    nameless = [coder.name for coder in there] == [people.NOBODY_YET]
    if there and name and (nameless or _is_new_sample(project)) and all(coder.name != name for coder in there):
        project.coder = ""  # nobody's to take back
        project.journal.commit(people.rename_coder(project, there[0].id, name))
    if codebook.coder(project.db, project.coder) is not None:
        return
    coder = people.acting(project, name or (there[0].id if there else ""))
    if codebook.coder(project.db, coder.id) is None:
        project.journal.commit(people.add_coder(project, coder.name, coder_id=coder.id))
    project.act_as(coder.id)


def _show_somebody(project: Project, name: str) -> None:
    """In what can only be read, show the coding of who acted last, else the person's own, else the first coder's."""
    there = codebook.coders(project.db)
    if there and all(coder.id != project.coder for coder in there):
        project.act_as(next((coder for coder in there if coder.name == name), there[0]).id)


def _is_new_sample(project: Project) -> bool:
    """Whether it is a sample, wherever it lies, that nobody has worked in."""
    done = project.journal.newest(_ENOUGH)
    return any(change.name == "sample" for change in done) and not any(change.author for change in done)


def _stand(window: Window, project: Project) -> None:
    """Open the article that was open last, at its place; else the first."""
    if window.desk is None or window.code is None:
        return
    last = window.home.state.places.get(project.kept_as, Place())
    window.desk.choose_round(standing_round(project, last.round))
    order = articles.order(project.db)
    article = last.article if last.article in order else order[0] if order else ""
    window.code.coding.next_place = last.place if article == last.article else 0
    window.desk.open_article(article)
    window.code.setFocus()
    _keep_place(window)
    window.desk.article_changed.connect(lambda: _keep_place(window))


def standing_round(project: Project, wanted: str) -> str:
    """The round of this name if it is there, else "main", else the first."""
    there = [one.id for one in codebook.rounds(project.db)]
    return next((name for name in (wanted, "main", *there) if name in there), "main")


def _keep_place(window: Window) -> None:
    """A little later, so that where the person stands outlives a crash as well."""

    def keep() -> None:
        window.remember()
        with suppress(OSError):  # said when it is asked for, not in the midst of work
            window.home.leave()

    QTimer.singleShot(_SOON, window, keep)


def leave(window: Window) -> None:
    """Remember where the person stood, and close the project."""
    if window.desk is None or window.code is None:
        return
    window.remember()
    window.let_go()
    show_ways(window)


def show_again(window: Window) -> None:
    """Show the same project again, for another coder."""
    if window.code is not None and window.desk is not None:
        window.code.coding.read_again()
        window.status.count()
        window.desk.round_changed.emit(window.desk.round)


def refuse(window: Window, path: Path, error: AnnotatorError) -> None:
    """Say why a project was not opened, and offer what may help."""
    window.refused = path
    if error.key in _IN_USE:
        from annotator.ui import single  # noqa: PLC0415  (only where there is a first window)

        window.is_second = single.raise_first(path)
    offers = ["again"]
    if isinstance(error, DamagedError) or error.key in _HELPED_BY_A_BACKUP:
        offers.insert(0, "restore")
    show_ways(window, error, offers)


def show_ways(window: Window, error: AnnotatorError | None = None, offers: list[str] | None = None) -> None:
    """Show the start page."""
    say = None if error is None else (lambda: window.home.language.say(error))
    recent = window.home.state.recent if window.home.preferences.recent_list else []
    window.chrome.start.show_ways(recent, trouble=say, offers=offers or ())
    window.stack.setCurrentWidget(window.chrome.start)


def choose(window: Window) -> None:
    """Ask for a file, and open it."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

    folder = str(Path(window.home.state.recent[0]).parent) if window.home.state.recent else ""
    words = translate("Opening", "Projects (*%1);;All files (*)").replace("%1", SUFFIX)
    name, _ = QFileDialog.getOpenFileName(window, translate("Opening", "Open a project"), folder, words)
    if name:
        open_project(window, Path(name))


def back_up(window: Window) -> None:
    """Keep a verified copy now."""
    if window.backups is not None:
        window.backups.begin()


def settle_in(window: Window) -> None:
    """What can wait until the window stands there: be found by a second start, keep backups, give the hint."""
    if window.desk is None or not window.desk.bridge.project.writable or window.backups is not None:
        return
    if not window.home.keeps:  # a picture
        return
    from annotator.ui.backups import Backups  # noqa: PLC0415  (after the first paint)
    from annotator.ui.single import First  # noqa: PLC0415

    bridge = window.desk.bridge
    window.backups = Backups(bridge.project, bridge)
    window.backups.kept.connect(lambda kept: _told_of_backup(window, kept))
    window.backups.failed.connect(window.trouble.show)
    First(bridge.project.path, bridge).called.connect(window.come_forward)
    if window.home.state.hint:
        from annotator.ui.first_hint import FirstHint  # noqa: PLC0415  (at the first starts alone)

        FirstHint(window, window.desk)


def _told_of_backup(window: Window, kept: Backup) -> None:
    words = translate("Opening", "A backup was kept: %1")
    window.status.tell(words.replace("%1", window.home.language.when(kept.at.isoformat())))
