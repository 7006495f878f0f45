"""Actions on rounds: the window on them, the way on to what is mine in one, what a trainee is told when done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.store import rounds
from annotator.ui import opening

translate = QCoreApplication.translate
if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.changes import Change
    from annotator.ui.desk import Desk
    from annotator.ui.window import Window


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """By the ids of `annotator.ui.actions`."""
    return {"rounds": partial(show_rounds, window)}


def show_rounds(window: Window) -> None:
    """The window on rounds, beside the text; brought forward if it is open."""
    from annotator.ui.rounds.dialog import RoundsDialog  # noqa: PLC0415  (opened in some sittings)

    if window.desk is None:
        return
    there = next((one for one in window.findChildren(RoundsDialog) if one.isVisible()), None)
    if there is not None:
        there.activateWindow()
    else:
        RoundsDialog(window.desk, window.home, window).show()


def follow(desk: Desk, change: Change) -> None:
    """Leave a round that is no longer there."""
    if change.touches("round"):
        desk.choose_round(opening.standing_round(desk.bridge.project, desk.round))


def enter(desk: Desk) -> None:
    """Where one was given articles, go to the first that is to do, unless the open one is among them."""
    db, me = desk.bridge.project.db, desk.where.coder
    round_ = rounds.get(db, desk.round)
    if not desk.article or desk.mode != "code" or round_ is None or me not in {*round_.coders, round_.expert}:
        return
    given = rounds.statuses(db, round_.id, me)
    if given and desk.article not in given:
        desk.open_article(next((one for one, status in given.items() if status in {"todo", "work"}), next(iter(given))))


def score(window: Window) -> None:
    """In a training round, say how one did in the article that one is done with."""
    desk, code = window.desk, window.code
    if desk is None or code is None:
        return
    round_ = rounds.get(desk.bridge.project.db, desk.round)
    if round_ is not None and round_.expert and round_.expert != desk.where.coder:
        code.score.show_score(desk.article)


def is_scored(window: Window) -> bool:
    """Whether it is being said how one did."""
    return window.code is not None and "score" in window.code.__dict__ and not window.code.score.isHidden()


def go_on(window: Window) -> None:
    """The next article that is mine to code in this round; a word where none is left."""
    if window.code is None:
        return
    if is_scored(window):
        window.code.score.put_away()
    articles = window.code.panels.articles
    if not articles.step_to_do() and articles.model.to_do() is not None:
        words = translate("Rounds", "You are done with all that was given to you in this round.")
        window.code.coding.tell(words)
