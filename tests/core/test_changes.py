from __future__ import annotations

from annotator.core.changes import Change, Edit, change
from annotator.core.text import Text


def test_edits_that_change_nothing_are_left_out():
    nothing, something = Edit("label", "a", {}, {}), Edit("label", "a", {"hue": 1}, {"hue": 2})
    text = Text("قال")
    assert list(change("edit_label", [nothing, text, something]).steps) == [text, something]


def test_a_change_may_have_a_fact_called_name():
    assert change("add_coder", [], name="سلمى").facts == {"name": "سلمى"}


def test_changes_are_told_apart_and_name_what_they_touch():
    one, two = Change("x", rows={"label": None}), Change("x")
    assert one.id != two.id
    assert one.touches("annotation", "label")
    assert not one.touches("annotation")
