"""Actions of the coding form and of statements, and of being done with an article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from annotator.operations import codings
from annotator.store import codings as reader
from annotator.ui import round_acts

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.window import Window


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """The form, the status, done and on to the next."""
    return {
        "variables": partial(_form, window),
        "statement": partial(_statement, window),
        "show_statements": partial(_statements, window),
        "done_next": partial(_done_next, window),
        **{f"status_{name}": partial(_set_status, window, name) for name in ("todo", "work", "done")},
    }


def _form(window: Window) -> None:
    """Open the coding form; from inside it, close it."""
    if window.code is None or window.desk is None:
        return
    form = window.code.form
    if form is not None and form.isVisible() and form.isAncestorOf(window.focusWidget() or window):
        window.code.close_form()
        return
    window.desk.set_mode("code")
    window.code.open_form().setFocus()


def _statement(window: Window) -> None:
    """A new statement; from inside one, it is done, and another begins."""
    if window.code is not None and window.desk is not None:
        window.desk.set_mode("code")
        if window.code.form_open:
            window.code.side.keep()
        window.code.open_statement()


def _statements(window: Window) -> None:
    """The drawer with the statements of the article; from inside it, closed again."""
    code = window.code
    if code is not None and window.desk is not None:
        window.desk.set_mode("code")
        code.show_drawer("" if code.drawer_page == "statements" else "statements")
        if code.drawer is not None and code.drawer_page:
            code.drawer.page("statements").setFocus()
        window.refresh()


def _set_status(window: Window, status: Any) -> bool:
    """Where something required is missing, an article is not done: the form says what. In training it is scored."""
    desk = window.desk
    if desk is None or desk.bridge.do(codings.set_status, desk.where, status) is not None:
        if desk is not None and status == "done":
            round_acts.score(window)
        return desk is not None
    if status == "done":
        _refuse(window)
    return False


def _refuse(window: Window) -> None:
    from annotator.operations import completeness  # noqa: PLC0415  (known when somebody is done)

    desk, code = window.desk, window.code
    if desk is not None and code is not None and completeness.missing(desk.bridge.project, desk.where):
        desk.set_mode("code")
        form = code.open_form()
        form.setFocus()
        form.refuse()


def _done_next(window: Window) -> None:
    """On to the next, unless there is first to be seen how one did."""
    code, desk = window.code, window.desk
    if code is None or desk is None:
        return
    if code.form is not None:
        code.form.flush()
    before = reader.coding(desk.bridge.project.db, desk.where.id)
    was_done = before is not None and before.status not in {"todo", "work"}
    if _set_status(window, "done") and (was_done or not round_acts.is_scored(window)):
        round_acts.go_on(window)
