"""Actions of the menu Review."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.operations.review import Take
    from annotator.ui.review.page import ReviewPage
    from annotator.ui.window import Window

_TAKES: tuple[Take, ...] = ("a", "b", "both", "neither", "edit")
_REASONS = 4


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """Decisions, reasons, on and back, all that both agree on."""

    def here(do: Callable[[ReviewPage], object]) -> Callable[[], object]:
        return lambda: do(page) if (page := window.review) is not None else None

    return {
        **{f"take_{take}": here(partial(_press, take=take)) for take in _TAKES},
        **{f"reason_{number}": here(partial(_give, number=number)) for number in range(1, _REASONS + 1)},
        "next_difference": here(lambda page: page.step(1)),
        "previous_difference": here(lambda page: page.step(-1)),
        "only_differences": here(lambda page: page.only.click()),
        "settle_agreed": here(lambda page: page.sitting.settle_agreed()),
        "next_to_review": here(lambda page: page.sitting.next_article()),
    }


def _press(page: ReviewPage, take: Take) -> None:
    page.decision.press(take)


def _give(page: ReviewPage, number: int) -> None:
    from annotator.operations.review import REASONS  # noqa: PLC0415  (the review is no part of a start)

    page.decision.give(REASONS[number - 1])
