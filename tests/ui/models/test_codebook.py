from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.models import Label
from annotator.operations import annotations as spans
from annotator.operations import codebook as ops
from annotator.store import codings
from annotator.ui.models.codebook import LabelRole, LabelsModel, tree

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

    from annotator.ui.desk import Desk


def told(model: LabelsModel, label: str, role: int = 0) -> object:
    return model.data(model.index(model.row_of(label)), role)


def names(model: LabelsModel) -> list[str]:
    return [model.label_at(row).id for row in range(model.rowCount())]


def test_labels_stand_under_their_parents() -> None:
    made = [
        Label("a", {"en": "A"}, 1, parent="b", position="1"),
        Label("b", {"en": "B"}, 1, position="2"),
        Label("c", {"en": "C"}, 1, parent="a", position="3"),
        Label("lost", {"en": "L"}, 1, parent="retired", position="4"),
    ]
    assert [(label.id, depth) for label, depth in tree(made)] == [("b", 0), ("a", 1), ("c", 2), ("lost", 0)]


def test_counts_are_those_of_the_coding_in_hand(opened: Desk, qtmodeltester: ModelTester) -> None:
    model = LabelsModel(opened)
    qtmodeltester.check(model)
    mine = codings.annotations_of(opened.bridge.project.db, [opened.where.id])
    assert told(model, "actor", LabelRole.COUNT) == sum(span.label == "actor" for span in mine)
    opened.bridge.do(spans.label_span, opened.where, "remedy", ((0, 5),))
    assert told(model, "remedy", LabelRole.COUNT) == sum(span.label == "remedy" for span in mine) + 1


def test_the_whole_project_is_counted_where_the_codebook_is_edited(opened: Desk) -> None:
    here, everywhere = LabelsModel(opened), LabelsModel(opened, whole=True)
    assert told(everywhere, "actor", LabelRole.COUNT) > told(here, "actor", LabelRole.COUNT)


def test_the_focused_spans_label_is_current(opened: Desk) -> None:
    model = LabelsModel(opened)
    span = codings.annotations_of(opened.bridge.project.db, [opened.where.id])[0]
    assert not told(model, span.label, LabelRole.CURRENT)
    opened.focus_on(span.id)
    assert told(model, span.label, LabelRole.CURRENT)
    opened.bridge.do(spans.relabel, span.id, "remedy")
    assert told(model, "remedy", LabelRole.CURRENT)
    assert not told(model, span.label, LabelRole.CURRENT)
    opened.focus_on("")
    assert not told(model, "remedy", LabelRole.CURRENT)


def test_retired_labels_leave_the_list_and_stand_last_in_the_editors(opened: Desk) -> None:
    model, whole = LabelsModel(opened), LabelsModel(opened, whole=True)
    opened.bridge.do(ops.retire_label, "actor")
    assert "actor" not in names(model)
    assert names(whole)[-1] == "actor"
    opened.bridge.undo()
    assert names(model)[0] == "actor"


def test_names_follow_the_language(opened: Desk) -> None:
    model = LabelsModel(opened)
    assert told(model, "cue") == "Cue"
    opened.language = "ar"
    opened.language_changed.emit("ar")
    assert told(model, "cue") == "فعل القول"


def test_the_version_is_named(opened: Desk) -> None:
    model = LabelsModel(opened)
    assert model.version == "1.0"
    opened.bridge.do(ops.set_key, "actor", "a")
    opened.bridge.do(ops.publish, "1.1")
    assert model.version == "1.1"
