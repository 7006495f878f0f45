"""Actions of the menu Review, and what the window gives its page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.operations.review import Take
    from annotator.ui.review.page import ReviewPage
    from annotator.ui.text.surface import Surface
    from annotator.ui.window import Window

_TAKES: tuple[Take, ...] = ("a", "b", "c", "both", "neither", "edit")
_REASONS = 4
_MANY = {"settle_agreed": "agreed", "settle_all_of": "coder", "settle_by_boundary": "boundary"}


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """Decisions, reasons, on and back, many at once, how the page looks."""

    def here(do: Callable[[ReviewPage], object]) -> Callable[[], object]:
        return lambda: do(page) if (page := window.review) is not None else None

    return {
        **{f"take_{take}": here(partial(_press, take=take)) for take in _TAKES},
        **{f"reason_{number}": here(partial(_give, number=number)) for number in range(1, _REASONS + 1)},
        "next_difference": here(lambda page: page.step(1)),
        "previous_difference": here(lambda page: page.step(-1)),
        "next_to_review": here(lambda page: page.sitting.walk(1)),
        "only_differences": here(lambda page: page.strip.only.click()),
        "without_names": here(lambda page: page.strip.anonymous.click()),
        "side_by_side": here(lambda page: page.strip.two.click()),
        "two_articles": partial(_two_articles, window),
        **{name: here(partial(many, window, way=way)) for name, way in _MANY.items()},
    }


def receive(window: Window, page: ReviewPage) -> None:
    """Dress a page that was made, and let the window follow it and it the window."""
    dress_like(window, page.surface)
    page.pages.dressing.connect(partial(dress_like, window))
    page.sitting.moved.connect(window.refresh)
    _show_answers(window, page)
    page.sitting.dressed.connect(window.refresh)
    page.strip.changed.connect(window.refresh)
    page.queue.bulk.connect(partial(many, window, page, way="agreed"))
    page.policy.asked.connect(partial(many, window, page, way="boundary"))
    page.sitting.call_anonymously(on=window.home.state.anonymous)
    page.strip.nameless.connect(lambda on: setattr(window.home.state, "anonymous", on))
    if "agreement" in window.menus:
        page.figures.offer(window.menus["agreement"].trigger)


def _show_answers(window: Window, page: ReviewPage) -> None:
    """The notes on the decision in hand, which a colleague may have answered."""
    from annotator.ui.feedback.thread import DecisionThread  # noqa: PLC0415  (with the page)

    if window.desk is None:
        return
    answers = DecisionThread(window.desk, window.home.theme)
    page.put_answers(answers)
    page.sitting.moved.connect(
        lambda: answers.show_decision(decision.id if (decision := page.sitting.decision) else "")
    )
    window.desk.language_changed.connect(lambda _language: answers.retranslate())


def dress_like(window: Window, surface: Surface) -> None:
    """Let a page look as the window's others do."""
    window.dress(surface)
    surface.set_zoom(window.home.state.zoom / 100)
    if window.code is not None:
        window.code.reading.dress(surface)


def many(window: Window, page: ReviewPage, *, way: str) -> None:
    """Ask which to settle at once, and show them before."""
    from annotator.ui.reviewing.bulk import BulkDialog  # noqa: PLC0415  (most decisions are made one by one)

    if page.sitting.case is not None:
        BulkDialog(page.sitting, window.home.theme, way, window).open()


def _two_articles(window: Window) -> None:
    from annotator.ui.reviewing.two_articles import TwoArticles  # noqa: PLC0415

    if window.desk is not None:
        TwoArticles(window.desk, window.home.theme, partial(dress_like, window), window).show()


def _press(page: ReviewPage, take: Take) -> None:
    page.decision.press(take)


def _give(page: ReviewPage, number: int) -> None:
    from annotator.operations.review import REASONS  # noqa: PLC0415  (the review is no part of a start)

    page.decision.give(REASONS[number - 1])
