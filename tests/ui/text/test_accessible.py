from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path
from weakref import ref

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from annotator.core.text import Text
from annotator.ui.text.surface import Surface
from tests.ui.text.conftest import settle

BODY = "الفقرة الأولى\nSecond paragraph in English\n"


def test_a_surface_has_a_name_a_role_and_says_where_one_stands(make) -> None:
    surface = make(BODY)
    surface.show_article(Text(BODY), "", title="تنظيم داعش")
    settle()  # it is painted first
    told = QAccessible.queryAccessibleInterface(surface)
    assert told.role() == QAccessible.Role.Document
    assert told.text(QAccessible.Text.Name) == "تنظيم داعش"
    assert told.text(QAccessible.Text.Description) == "الفقرة الأولى"
    surface.select(14, 20)
    assert told.text(QAccessible.Text.Description) == "Second"


def test_announcing_and_forgetting_many_surfaces_is_safe(qtbot) -> None:
    for at in range(20):
        surface = Surface()
        surface.show_article(Text(BODY), "")
        assert QAccessible.queryAccessibleInterface(surface).text(QAccessible.Text.Name)
        surface.announce(f"أضيف مقطع {at}")
        surface.deleteLater()
        del surface
        gc.collect()
        qtbot.wait(1)


_A_SCREEN_READER_LISTENS = """
import sys
from pathlib import Path
from PySide6.QtGui import QAccessible
from annotator.operations import sample
from annotator.ui.app import application
from tests.journeys.person import Person

application()
QAccessible.setActive(True)
path = Path(sys.argv[1])
sample.build(path, "ar")
for _ in range(3):
    person = Person(path)
    told = QAccessible.queryAccessibleInterface(person.surface)
    assert told.text(QAccessible.Text.Name) == person.surface.accessibleName() != ""
    assert told.role() == QAccessible.Role.Document
    person.press("Ctrl+3", "Ctrl+1")
    person.leave()
"""


def test_windows_close_while_a_screen_reader_listens(tmp_path: Path) -> None:
    strict = os.environ | {"MALLOC_PERTURB_": "165"}  # what was freed holds rubbish at once
    ended = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", _A_SCREEN_READER_LISTENS, str(tmp_path / "told.annot")],
        check=False,
        capture_output=True,
        text=True,
        timeout=50,
        env=strict,
        cwd=Path(__file__).parents[3],
    )
    assert ended.returncode == 0, ended.stderr


def test_a_surface_that_was_described_is_let_go(qtbot) -> None:
    surface = Surface()
    assert QAccessible.queryAccessibleInterface(surface) is not None
    surface.deleteLater()
    qtbot.wait(1)
    there = ref(surface)
    del surface
    gc.collect()
    assert there() is None


def test_the_paragraph_can_be_read_as_plain_text(make, qtbot) -> None:
    surface = make(BODY)
    surface.choose(20, 20)
    reader = surface.paragraph_reader()
    qtbot.addWidget(reader)
    assert reader.toPlainText() == "Second paragraph in English"
    assert reader.isReadOnly()
    assert reader.document().defaultTextOption().textDirection() == Qt.LayoutDirection.LeftToRight
    assert reader.accessibleName()
