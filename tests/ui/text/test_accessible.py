from __future__ import annotations

import gc

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from annotator.core.text import Text
from annotator.ui.text.surface import Surface

BODY = "الفقرة الأولى\nSecond paragraph in English\n"


def test_a_surface_has_a_name_a_role_and_says_where_one_stands(make) -> None:
    surface = make(BODY)
    surface.show_article(Text(BODY), "", title="تنظيم داعش")
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


def test_the_paragraph_can_be_read_as_plain_text(make, qtbot) -> None:
    surface = make(BODY)
    surface.choose(20, 20)
    reader = surface.paragraph_reader()
    qtbot.addWidget(reader)
    assert reader.toPlainText() == "Second paragraph in English"
    assert reader.isReadOnly()
    assert reader.document().defaultTextOption().textDirection() == Qt.LayoutDirection.LeftToRight
    assert reader.accessibleName()
