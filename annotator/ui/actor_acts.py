"""Actions about actors: who the span in focus is, whom a field means, the register."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.changes import Change
    from annotator.ui.widgets.actor_field import ActorField
    from annotator.ui.window import Window


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """By the ids of `annotator.ui.actions`."""
    return {"actor": partial(_span, window), "actors": partial(_register, window)}


def _span(window: Window) -> None:
    """Ask beside the span in focus who it is."""
    from annotator.operations import actors  # noqa: PLC0415  (nothing of it is needed before it is asked for)
    from annotator.store import codings  # noqa: PLC0415
    from annotator.ui import placing  # noqa: PLC0415
    from annotator.ui.dialogs.actor_popup import ActorPopup  # noqa: PLC0415

    desk, code = window.desk, window.code
    span = codings.annotation(desk.bridge.project.db, desk.focus) if desk is not None else None
    if desk is None or code is None or span is None:
        return
    bridge, coding = desk.bridge, code.coding
    try:
        who = actors.held_by(bridge.project, span)
    except AnnotatorError as error:
        bridge.failed.emit(error)
        return

    def take(actor: str) -> None:
        coding.say(bridge.do(actors.attach, span.id, actor))

    def make(name: str) -> None:
        coding.say(bridge.do(actors.attach_new, span.id, name))

    surface = coding.surface
    popup = ActorPopup(window.home.theme, window, desk, take=take, make=make)
    popup.begin_with(actors.words_of(bridge.project, span), who)
    popup.stand(placing.box_of(surface, span.fragments), rtl=surface.view.page.block_at(span.start).rtl)


def ask(window: Window, typed: str, field: ActorField) -> None:
    """Ask below a field of a form whom it means."""
    from PySide6.QtCore import QPoint, QRect, Qt  # noqa: PLC0415

    from annotator.operations import actors  # noqa: PLC0415
    from annotator.ui.dialogs.actor_popup import ActorPopup  # noqa: PLC0415

    if (desk := window.desk) is None:
        return

    def make(name: str) -> None:
        done: Change | None = desk.bridge.do(actors.add_actor, actors.names_for(name))
        if done is not None:
            field.take(str(done.facts["id"]))

    popup = ActorPopup(window.home.theme, window, desk, take=field.take, make=make)
    popup.begin_with("", field.actor, typed=typed)
    popup.stand(
        QRect(field.mapToGlobal(QPoint(0, 0)), field.size()),
        rtl=window.layoutDirection() == Qt.LayoutDirection.RightToLeft,
    )


def _register(window: Window) -> None:
    from annotator.ui.register.dialog import ActorRegister  # noqa: PLC0415

    if window.desk is None:
        return
    there = window.findChild(ActorRegister)
    register = there if isinstance(there, ActorRegister) else ActorRegister(window.desk, window.home.theme, window)
    register.show()
    register.activateWindow()
    register.search.setFocus()
