"""Actions about notes: write one where one stands, and the list of those that are open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.messages import isolate
from annotator.store import drafts
from annotator.ui.language import marked
from annotator.ui.models.named import short

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.store.drafts import Draft
    from annotator.ui.window import Window

_SHOWN = 60  # characters of a draft
_UNFINISHED = marked("NoteActs", "A note was being written when the program ended: “%1”")
_GO = marked("NoteActs", "Go there")


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """By the ids of `annotator.ui.actions`."""
    return {"note": partial(_write, window), "show_notes": partial(_open_notes, window)}


def _write(window: Window) -> None:
    """On the span in focus, else on the article: the keyboard goes to the empty note in the inspector."""
    if window.code is not None and window.desk is not None:
        window.desk.set_mode("code")
        window.code.close_form()
        window.code.end.show()
        window.code.panels.inspector.write_note()


def offer_drafts(window: Window) -> None:
    """After a crash, say that a note was being written, and lead there."""
    from annotator.ui.models.open_notes import place_of  # noqa: PLC0415

    desk = window.desk
    if desk is None or not desk.bridge.project.writable:
        return
    project = desk.bridge.project
    found = [
        draft for draft in drafts.of(project.kept_as, project.coder) if place_of(desk, draft.owner_kind, draft.owner)
    ]
    if found:
        said = QCoreApplication.translate("NoteActs", _UNFINISHED).replace("%1", isolate(short(found[0].body, _SHOWN)))
        window.say(said, {QCoreApplication.translate("NoteActs", _GO): lambda: _go(window, found[0])})


def _go(window: Window, draft: Draft) -> None:
    from annotator.ui.models.open_notes import show  # noqa: PLC0415

    if window.desk is not None and window.code is not None:
        window.notice.hide()
        show(window.desk, draft.owner_kind, draft.owner)
        if draft.owner_kind != "label":
            _write(window)


def _open_notes(window: Window) -> None:
    if window.code is not None:
        window.code.show_drawer("" if window.code.drawer_page == "notes" else "notes")
        window.refresh()
