"""The coding form of the sample's article, and a hand at a keyboard of either layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from annotator.operations import variables
from annotator.store import codings
from annotator.ui.form.panel import CodingForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

PLACES = dict(zip("1234567890qwertyuiopasdfghjklzxcvbnm", [*range(10, 20), *range(24, 34), *range(38, 47),
                                                           *range(52, 59)], strict=True))  # fmt: skip
ARABIC = dict(zip("1234567890yngkab", "1234567890غىلنشﻻ", strict=True))


def press(key: str, layout: str = "us") -> None:
    """Press the key of this letter of a US keyboard; under "ara" it writes what an Arabic keyboard does."""
    written = ARABIC[key] if layout == "ara" else key
    target = QApplication.focusWidget()
    assert target is not None
    event = QKeyEvent(
        QEvent.Type.KeyPress, ord(written.upper()), Qt.KeyboardModifier.NoModifier, PLACES[key], 0, 0, written
    )
    QApplication.sendEvent(target, event)


@pytest.fixture
def add(desk: Desk) -> Callable[..., str]:
    """One more article variable; its id."""

    def added(name: str, kind: str, choices: int = 0, **rules: object) -> str:
        names = tuple({"en": f"{name} {n}", "ar": f"خيار {n}"} for n in range(1, choices + 1))
        made = desk.bridge.do(
            variables.add_variable, {"en": name, "ar": name}, scope="article", value_type=kind, choices=names
        )
        variable = str(made.facts["variable"])
        if rules:
            desk.bridge.do(variables.edit_variable, variable, **rules)
        return variable

    return added


@pytest.fixture
def only(desk: Desk) -> None:
    """The codebook without the sample's own article variables, and no values of them."""
    for variable in ("primary-frame", "tone", "genre"):
        for value in list(codings.values_in(desk.bridge.project.db, variable)):
            pytest.fail(f"{value} is in the sample")
        desk.bridge.do(variables.remove_variable, variable)


@pytest.fixture
def form(qtbot: QtBot, opened: Desk, theme: Theme) -> Callable[[], CodingForm]:
    """The form as it is opened, with the keyboard in it."""

    def shown() -> CodingForm:
        made = CodingForm(opened, theme)
        qtbot.addWidget(made)
        made.resize(430, 800)
        made.show()
        made.activateWindow()
        made.setFocus()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return made

    return shown


@pytest.fixture
def held(opened: Desk) -> Callable[[], dict[str, object]]:
    """The values of the coding in hand."""
    db = opened.bridge.project.db
    return lambda: {name: row.value for name, row in codings.values_of(db, opened.where.id).items()}
