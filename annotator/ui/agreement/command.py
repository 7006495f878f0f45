"""Figures drawn without a window, for the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui import app
from annotator.ui.agreement import drawings
from annotator.ui.agreement.plots import paper
from annotator.ui.agreement.shown import Shown
from annotator.ui.language import Language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from annotator.review.course import Step
    from annotator.review.gathered import Gathered
    from annotator.review.report import Agreement


def draw(
    path: Path,
    found: Agreement,
    gathered: Gathered,
    steps: Sequence[Step],
    looks: Mapping[str, tuple[int, int]],
    language: str,
) -> None:
    """Draw how it went if there are `steps`, else alpha by label; raises what `plots.paper.write` raises.

    `looks` are hue and pattern by label; in "ar" the figure reads from right to left.
    """
    Language(app.application(), language)
    shown = Shown(found, gathered, looks, language)
    column = drawings.first_column(shown)
    drawing = (
        drawings.over(shown, steps, (column, None), times=found.times) if steps else drawings.forest(shown, column)
    )
    paper.write(path, drawing, rtl=language == "ar")
