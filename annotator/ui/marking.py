"""From the project's rows to what the surface draws: marks in the labels' hues, links, the words over the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.store import codings
from annotator.ui.models.named import Named
from annotator.ui.text.marks import Link, Mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.models import Annotation, Article, Label
    from annotator.ui.desk import Desk

_GREY = 210
_CHIPS = 3
_NO_CHIP = {"yesno", "text"}
_PLACES = ("outlet", "place", "date", "author", "section")


class Marking:
    """The marks of one coding, with the codebook as it was read last."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.named = Named(desk)
        self.labels: Mapping[str, Label] = {}
        self.hidden: frozenset[str] = frozenset()
        self.read_codebook()

    def read_codebook(self) -> None:
        """Labels may have other names or hues now."""
        self.named.forget()
        book = self.named.book
        self.labels = {label.id: label for label in book.labels}
        self.variables = [variable for variable in book.variables if variable.scope == "article"]

    def set_filter(self, hidden: frozenset[str]) -> None:
        """Leave the spans of these labels out."""
        self.hidden = hidden

    def label_of_key(self, key: str) -> str:
        """The label that this key applies, "" for none."""
        return next((one.id for one in self.labels.values() if key and one.key == key and not one.retired), "")

    def name(self, label: str) -> str:
        """A label's name in the interface's language."""
        found = self.labels.get(label)
        return self._desk.words(found.names, label) if found else label

    def mark(self, annotation: Annotation) -> Mark:
        """A span as it is drawn."""
        drawn = self.drawn(annotation.id, annotation.label, annotation.fragments)
        return drawn._replace(head=annotation.head) if annotation.head else drawn

    def drawn(self, name: str, label: str, fragments: Any, *, pending: bool = False) -> Mark:
        """A mark of this label."""
        found = self.labels.get(label)
        hue, pattern = (found.hue, found.pattern) if found else (_GREY, 0)
        return Mark(name, fragments, self.name(label), hue, pattern, pending=pending)

    def everything(self) -> tuple[list[Mark], list[Link]]:
        """All marks and links of the coding that is looked at, without the labels that are hidden."""
        db, coding = self._desk.bridge.project.db, self._desk.shown
        marks = [self.mark(each) for each in codings.annotations_of(db, [coding]) if each.label not in self.hidden]
        links = [
            Link(link.source, link.target, self.named.relation(link.label)) for link in codings.relations(db, [coding])
        ]
        return marks, links

    def chips(self) -> list[str]:
        """The first article variables, each with its value in the coding on the desk: few, so that they never grow.

        Yes and no are answers to long questions, which the form asks; it is they that there are many of.
        """
        db = self._desk.bridge.project.db
        values = codings.values_of(db, self._desk.shown)
        return [
            f"{self._desk.words(one.names, one.id)}: {self.named.value(one.id, values[one.id].value)}"
            for one in [one for one in self.variables if one.type not in _NO_CHIP][:_CHIPS]
            if one.id in values
        ]


def byline(article: Article) -> list[str]:
    """Where the article is from, as far as it says."""
    return [article.meta[name] for name in _PLACES if article.meta.get(name)]
