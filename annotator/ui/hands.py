"""What each action of the table does in a window; the doing is the pages', the dialogs', the bridge's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui import (
    actor_acts,
    agreement_acts,
    code_acts,
    feedback_acts,
    find_acts,
    form_acts,
    merge_acts,
    note_acts,
    pick_acts,
    project_acts,
    reading_acts,
    review_acts,
    round_acts,
    span_acts,
    text_acts,
    travel_acts,
    view_acts,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.window import Window


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """By the ids of `annotator.ui.actions`."""
    return {
        name: do
        for acts in (
            project_acts,
            code_acts,
            actor_acts,
            note_acts,
            form_acts,
            find_acts,
            pick_acts,
            reading_acts,
            review_acts,
            round_acts,
            agreement_acts,
            feedback_acts,
            merge_acts,
            span_acts,
            text_acts,
            travel_acts,
            view_acts,
        )
        for name, do in acts.handlers(window).items()
    }
