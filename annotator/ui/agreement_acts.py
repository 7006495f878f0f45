"""Actions on agreement: the window on it, and a case of it shown in Review."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.review.cases import CaseBehind
    from annotator.review.gathered import Gathered
    from annotator.ui.window import Window


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """By the ids of `annotator.ui.actions`."""
    return {"agreement": partial(show_agreement, window)}


def show_agreement(window: Window) -> None:
    """The window on agreement, beside the text; brought forward if it is open."""
    from annotator.ui.agreement.dialog import AgreementWindow  # noqa: PLC0415  (opened in some sittings)

    if window.desk is None:
        return
    there = next((one for one in window.findChildren(AgreementWindow) if one.isVisible()), None)
    if there is not None:
        there.activateWindow()
        return
    made = AgreementWindow(window.desk, window.home, window)
    made.wanted.connect(partial(show_case, window))
    made.show()


def show_case(window: Window, case: CaseBehind, gathered: Gathered) -> None:
    """A case in its article, in Review between its coders; a difference that lies there is taken in hand."""
    desk, rater = window.desk, gathered.raters[0]
    if desk is None:
        return
    desk.choose_round(rater.round)
    desk.set_mode("review")
    desk.open_article(case.article)
    page = window.review
    if page is None:
        return
    if len(gathered.rounds) == 1:
        page.sitting.compare_between(*(one.coder for one in gathered.raters))
    found = next((one for one in page.sitting.listed if one.start < case.end and case.start < one.end), None)
    if found is not None:
        page.sitting.hold(found)
    if case.end > case.start:
        page.surface.reveal(case.start, case.end)
    window.activateWindow()
