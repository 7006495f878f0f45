from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from annotator.operations import annotations
from annotator.review.agreement import exact
from annotator.ui.review.figures import Figures
from annotator.ui.review.sitting import Sitting

if TYPE_CHECKING:
    from annotator.store.project import Project
    from annotator.ui.desk import Desk


def cells(figures: Figures) -> list[list[str]]:
    grid = figures._grid
    rows = []
    for row in range(grid.rowCount()):
        found = [grid.itemAtPosition(row, column) for column in range(5)]
        texts = [item.widget().text() for item in found if item is not None and isinstance(item.widget(), QLabel)]
        if texts:
            rows.append([text.strip("\u2068\u2069") for text in texts])
    return rows


def test_the_table_says_what_was_counted_and_follows_the_project(qtbot, opened: Desk, project: Project) -> None:
    sitting = Sitting(opened)
    figures = Figures(sitting)
    qtbot.addWidget(figures)
    sitting.wake()
    found = exact([(sitting.sides[0].annotations, sitting.sides[1].annotations)])
    table = {row[0]: row[1:] for row in cells(figures)}
    assert table["All"] == ["67", "60", "39", f"{found[None].f1:.2f}"]
    assert table["Actor"] == [str(found["actor"].a), str(found["actor"].b), str(found["actor"].both), "0.67"]
    project.journal.commit(annotations.remove(project, [span.id for span in sitting.sides[1].annotations]))
    table = {row[0]: row[1:] for row in cells(figures)}
    assert table["All"] == ["67", "0", "0", "0.00"]
    sitting.sleep()  # it would read on when the project is closed
