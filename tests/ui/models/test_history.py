from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.operations import annotations as spans
from annotator.operations import codebook as codebook_ops
from annotator.operations import codings, notes
from annotator.ui.models.history import MomentRole, MomentsModel, when
from tests.ui.conftest import complete

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

    from annotator.ui.desk import Desk


UNSEEN = "Coding, told once yours of the article is done"


def told(model: MomentsModel, row: int, role: int = 0) -> object:
    return model.data(model.index(row), role)


def plain(model: MomentsModel, row: int) -> str:
    return str(told(model, row)).replace("\u2068", "").replace("\u2069", "")


def state(model: MomentsModel) -> list[tuple[bool, bool]]:
    """Of the two newest: taken back, and present."""
    return [(model.moment_at(row).undone, bool(told(model, row, MomentRole.PRESENT))) for row in range(2)]


def test_asleep_it_reads_nothing(opened: Desk) -> None:
    complete(opened)
    model = MomentsModel(opened)
    opened.bridge.do(codings.set_status, opened.where, "done")
    assert model.rowCount() == 0
    model.wake(awake=True)
    assert plain(model, 0).endswith("as done")


def test_actions_are_told_in_words_with_names(opened: Desk, qtmodeltester: ModelTester) -> None:
    model = MomentsModel(opened)
    model.wake(awake=True)
    qtmodeltester.check(model)
    done = opened.bridge.do(spans.label_span, opened.where, "actor", ((20, 28),))
    quote = opened.bridge.project.db.execute(
        "select quotes from annotation where id = ?", [done.facts["annotation"]]
    ).fetchone()[0]
    assert plain(model, 0) == f"Coded “{quote[2:-2]}” as Actor"
    assert told(model, 0, MomentRole.WHO) == "Coder A"
    opened.bridge.do(spans.set_attribute, done.facts["annotation"], "actor.role", "victim")
    assert plain(model, 0).startswith("Set Role of")
    assert plain(model, 0).endswith("to Victim or target")
    opened.bridge.do(spans.set_attribute, done.facts["annotation"], "actor.named", True)
    assert plain(model, 0).endswith("to Yes")
    opened.language = "ar"
    opened.language_changed.emit("ar")
    assert "فاعل" in plain(model, 2)


def test_what_was_taken_back_is_told_apart_and_the_present_is_marked(opened: Desk) -> None:
    model = MomentsModel(opened)
    model.wake(awake=True)
    complete(opened)
    opened.bridge.do(codings.set_status, opened.where, "done")
    opened.bridge.do(codings.set_status, opened.where, "review")
    assert state(model) == [(False, True), (False, False)]
    opened.bridge.undo()
    assert state(model) == [(True, False), (False, True)]
    live = [model.moment_at(row) for row in range(model.rowCount())]
    model.read_again()
    assert live == [model.moment_at(row) for row in range(model.rowCount())]
    opened.bridge.redo()
    assert state(model) == [(False, True), (False, False)]


def test_a_label_that_is_gone_keeps_its_name(opened: Desk) -> None:
    model = MomentsModel(opened)
    model.wake(awake=True)
    done = opened.bridge.do(codebook_ops.add_label, {"en": "Victim", "ar": "ضحية"})
    opened.bridge.do(codebook_ops.remove_label, done.facts["label"])
    assert plain(model, 0) == "Deleted the label Victim"


def test_a_colleagues_actions_are_not_mine(opened: Desk) -> None:
    complete(opened)
    opened.bridge.do(codings.set_status, opened.where, "done")
    other = opened.bridge.project.db.execute("select id from coder where id != ?", [opened.where.coder]).fetchone()[0]
    opened.bridge.project.act_as(other)
    model = MomentsModel(opened)
    model.wake(awake=True)
    assert not model.moment_at(0).mine
    assert model.row_of_present() == -1


def test_what_a_colleague_coded_is_told_once_mine_is_done(opened: Desk) -> None:
    project, me = opened.bridge.project, opened.where.coder
    other = project.db.execute("select id from coder where id != ?", [me]).fetchone()[0]
    opened.bridge.do(codings.set_status, opened.where, "work")
    project.act_as(other)
    theirs = codings.Where(opened.article, other)
    opened.bridge.do(spans.label_span, theirs, "cue", ((0, 5),))
    gone = opened.bridge.do(spans.label_span, theirs, "cue", ((6, 9),)).facts["annotation"]
    opened.bridge.do(spans.remove, [gone])
    opened.bridge.do(notes.add_note, "article", opened.article, "For all")
    opened.bridge.do(codings.set_article_variable, theirs, "genre", "news")
    project.act_as(me)
    model = MomentsModel(opened)
    model.wake(awake=True)
    assert [plain(model, row) for row in range(5)] == [UNSEEN, "Wrote a note: For all", UNSEEN, UNSEEN, UNSEEN]
    complete(opened)
    opened.bridge.do(codings.set_status, opened.where, "done")
    now = [plain(model, row) for row in range(3, 8)]
    assert now[0] == "Set Genre of the article to News"
    assert now[2:4] == [UNSEEN, UNSEEN]  # nothing says any more whose it was
    assert now[4].startswith("Coded “")
    opened.bridge.do(codings.set_status, opened.where, "work")
    project.act_as(other)
    opened.round_changed.emit(opened.round)  # as when somebody else sits down
    assert plain(model, 4) == "Set Genre of the article to News"
    assert model.moment_at(4).mine


def test_today_is_told_by_the_hour() -> None:
    assert len(when("2020-05-01T10:00:00.000+00:00")) > len(when("2020-05-01T10:00:00.000+00:00").split()[-1])
    assert when("once") == "once"
