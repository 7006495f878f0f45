"""Who somebody is, as a field: what it shows, and what keys it hears."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from annotator.ui.widgets.actor_field import ActorField

NAMES = {"a": "كاميرون", "b": "بوتين"}


@pytest.fixture
def field(qtbot, theme) -> ActorField:
    made = ActorField(theme, NAMES.__getitem__)
    made.call("Who")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def heard(field) -> list:
    told: list = []
    field.committed.connect(lambda value: told.append(("committed", value)))
    field.asked.connect(lambda typed: told.append(("asked", typed)))
    return told


def test_it_shows_a_name_or_that_there_is_none(field):
    assert (field.actor, field.button.text(), field.button.quiet) == ("", "—", True)
    field.show_value("a")
    assert (field.actor, field.button.text(), field.button.quiet) == ("a", "\u2068كاميرون\u2069", False)
    assert field.button.accessibleName() == "Who"
    field.show_value(None)
    assert field.actor == ""


def test_a_click_and_keys_ask_and_letters_come_along(qtbot, field, heard):
    qtbot.mouseClick(field.button, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down):
        qtbot.keyClick(field.button, key)
    qtbot.keyClick(field.button, "b")
    assert heard == [("asked", ""), ("asked", ""), ("asked", ""), ("asked", "b")]


def test_keys_that_are_not_meant_for_it_pass(qtbot, field, heard):
    qtbot.keyClick(field.button, "z", Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field.button, Qt.Key.Key_Delete)  # nobody is nobody already
    assert heard == []


def test_what_is_taken_is_said_and_delete_means_nobody(qtbot, field, heard):
    field.take("b")
    assert field.actor == "b"
    qtbot.keyClick(field.button, Qt.Key.Key_Delete)
    assert field.actor == ""
    assert heard == [("committed", "b"), ("committed", None)]
