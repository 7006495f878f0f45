"""The article in the inspector: where it comes from, how far its coding is, and the coding form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from annotator.core.models import Status
from annotator.messages import isolate, sentences
from annotator.operations import codings as operations
from annotator.store import articles, codebook, codings
from annotator.ui.models.articles import day
from annotator.ui.models.inspected import is_mine
from annotator.ui.panels.asked import AskedRows
from annotator.ui.panels.field_keys import Watched
from annotator.ui.panels.form import language_name
from annotator.ui.widgets.fields import ChoiceField
from annotator.ui.widgets.rows import Rows, value

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme


_SHOWN: dict[str, Callable[[str], str]] = {"date": day, "language": language_name}


class ArticleForm(AskedRows):
    """Status and article variables of the coding in hand."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self._desk = desk
        db = desk.bridge.project.db
        coding = codings.coding(db, desk.where.id)
        project = desk.bridge.project
        self._open = is_mine(desk, coding) if coding else project.writable and bool(project.coder)
        self._add_status(coding.status if coding else "todo")
        held = {name: row.value for name, row in codings.values_of(db, desk.where.id).items()}
        asked = [variable for variable in codebook.read(db).variables if variable.scope == "article"]
        self.ask_all(asked, held, self._set, editable=self._open)

    def _add_status(self, status: Status) -> None:
        names = sentences("statuses")
        shown = [each for each in get_args(Status) if each != "settled" or status == "settled"]
        options = [(each, names[each][self._desk.language]) for each in shown]
        field = ChoiceField(self._theme, options, empty=None)
        where = self._desk.where
        field.committed.connect(lambda new: self._desk.bridge.do(operations.set_status, where, new))
        self.keep("status", field, self.tr("Status"), status, editable=self._open)
        self.keys.watch(Watched("status", field))

    def _set(self, variable: str, new: Any) -> None:
        self._desk.bridge.do(operations.set_article_variable, self._desk.where, variable, new)


class ArticleFacts(Rows):
    """What is known of where the article comes from."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(theme)
        names = {
            "outlet": self.tr("Outlet"),
            "place": self.tr("Place of writing"),
            "date": self.tr("Date"),
            "author": self.tr("Author"),
            "section": self.tr("Section"),
            "url": self.tr("Address"),
            "language": self.tr("Language"),
        }
        meta = articles.get(desk.bridge.project.db, desk.article).meta
        for key in (*names, *sorted(set(meta) - set(names))):
            if words := meta.get(key):
                self.add(names.get(key, isolate(key)), value(isolate(_SHOWN.get(key, str)(words))))
