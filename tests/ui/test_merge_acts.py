"""Merging a copy in the window: shown first, done by one button, what does not go together settled by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from annotator.operations import annotations, articles, notes, sample
from annotator.settings import State
from annotator.store import codings, duplicate, joined
from annotator.store.project import Project
from annotator.ui import merge_acts
from annotator.ui.home import furnish
from annotator.ui.merging.clashes import ClashesDialog
from annotator.ui.merging.preview import MergeDialog
from annotator.ui.merging.sides import Sides
from annotator.ui.window import Window


@pytest.fixture
def window(qtbot, tmp_path):
    """The real window on the sample."""
    sample.build(tmp_path / "study.annot", "en")
    project = Project.open(tmp_path / "study.annot")
    project.act_as(project.db.execute('select "id" from "coder"').fetchone()[0])
    home = furnish(QApplication.instance(), language="en", theme="light")
    home.state, home.keeps = State(hint=False), False
    window = Window(home)
    qtbot.addWidget(window)
    window.take(project)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    home.language.choose("en")


def first(project) -> str:
    return project.db.execute('select "id" from "article" order by "id"').fetchone()[0]


def spans(project) -> list[str]:
    sql = 'select a."id" from "annotation" a join "coding" c on c."id" = a."coding" where c."kind" = \'own\' order by 1'
    return [row[0] for row in project.db.execute(sql)]


@pytest.fixture
def other(window, tmp_path):
    """Another copy in which other things were done than here."""
    ours = window.desk.bridge.project
    path = tmp_path / "theirs.annot"
    duplicate.draw(ours.db, path)
    ours.journal.commit(articles.rename_article(ours, first(ours), "هنا"))
    one, two = spans(ours)[:2]
    ours.journal.commit(notes.add_note(ours, "annotation", one, "أصحيح؟"))
    with Project.open(path) as theirs:
        theirs.act_as(ours.coder)
        theirs.journal.commit(articles.rename_article(theirs, first(theirs), "هناك"))
        theirs.journal.commit(annotations.remove(theirs, [one]))
        theirs.journal.commit(notes.add_note(theirs, "annotation", two, "لاحظ"))
    return path


def opened(window, kind):
    return next(one for one in window.findChildren(kind) if one.isVisible())


def test_a_copy_is_shown_then_merged_and_settled(qtbot, window, other, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    window.menus["merge"].trigger()
    dialog = opened(window, MergeDialog)
    assert dialog.held == 2
    assert not joined.clashes(window.desk.bridge.project.db)
    dialog.go.click()
    assert window.notice.isVisible()
    project = window.desk.bridge.project
    assert len([c for c in joined.clashes(project.db, state="open") if not c.within]) == 2
    merge_acts.show_clashes(window)
    found = opened(window, ClashesDialog)
    merge_acts.show_clashes(window)
    assert found.list.count() == 2
    assert found.chosen.clash.tbl == "article"
    qtbot.keyClick(found.list, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: found.list.count() == 1)
    assert articles_title(project) == "هناك"
    gone = found.chosen.clash.row
    qtbot.keyClick(found.list, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: found.list.count() == 0)
    assert codings.annotation(project.db, gone) is not None
    assert not found.all_ours.isEnabled()
    window.menus["undo"].trigger()
    qtbot.waitUntil(lambda: found.list.count() == 1)
    found.settle_all("theirs")
    assert codings.annotation(project.db, gone) is None
    found.settle_all("theirs")
    assert not found.trouble.isHidden()


def articles_title(project) -> str:
    return project.db.execute('select "title" from "article" where "id" = ?', [first(project)]).fetchone()[0]


def test_what_came_before_is_told_so(window, other) -> None:
    merge_acts.merge(window, other)
    opened(window, MergeDialog).go.click()
    merge_acts.merge(window, other)
    dialog = opened(window, MergeDialog)
    assert not dialog.go.isEnabled()
    dialog.reject()


def test_what_is_no_copy_is_told_in_the_bar(window, tmp_path) -> None:
    file = tmp_path / "none.annot"
    file.write_text("nothing")
    merge_acts.merge(window, file)
    assert window.notice.isVisible()
    merge_acts.merge(window, window.desk.bridge.project.path)
    assert window.notice.isVisible()


def test_a_choice_of_no_file_does_nothing(window, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    merge_acts.choose(window)
    assert not window.findChildren(MergeDialog)


def test_a_clash_leads_to_its_article(qtbot, window, other) -> None:
    merge_acts.merge(window, other)
    opened(window, MergeDialog).go.click()
    merge_acts.show_clashes(window)
    found = opened(window, ClashesDialog)
    sides = found.findChildren(Sides)[-1]
    with qtbot.waitSignal(sides.opened):
        sides.opened.emit(first(window.desk.bridge.project))
    sides.ours.click()
    qtbot.waitUntil(lambda: found.list.count() == 1)
    window.home.choose(language="en" if window.home.language.name == "ar" else "ar")
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in window.findChildren(ClashesDialog)))
