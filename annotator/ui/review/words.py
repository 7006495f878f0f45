"""What differences, decisions and reasons are called, and what each coder said, in the interface's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.messages import isolate
from annotator.operations import takes
from annotator.ui.language import marked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.models import Annotation, Decision
    from annotator.review.compare import Difference
    from annotator.ui.review.sitting import Sitting

KINDS: Mapping[str, str] = {
    "missing": marked("Review", "Missing"),
    "boundary": marked("Review", "Boundary"),
    "label": marked("Review", "Label"),
    "attribute": marked("Review", "Attribute"),
    "relation": marked("Review", "Relation"),
    "variable": marked("Review", "Article variable"),
}
TAKES: Mapping[str, str] = {
    "both": marked("Review", "Both"),
    "neither": marked("Review", "Neither"),
    "edit": marked("Review", "Edited"),
}
ALL = marked("Review", "All of them")
NONE = marked("Review", "None of them")
REASONS: Mapping[str, str] = {
    "ambiguous-text": marked("Review", "ambiguous text"),
    "guideline-gap": marked("Review", "gap in the guideline"),
    "slip": marked("Review", "slip"),
    "other": marked("Review", "other"),
    "majority": marked("Review", "most coders agree"),
    "coder": marked("Review", "all as one coder has it"),
    "boundary-policy": marked("Review", "the boundary policy"),
}
PASSES: Mapping[str, str] = {
    "one": marked("Review", "All at once"),
    "units": marked("Review", "First: units"),
    "labels": marked("Review", "Then: labels"),
}
STATES: Mapping[str, str] = {
    "open": marked("Review", "Open"),
    "settled": marked("Review", "Settled"),
    "all": marked("Review", "All states"),
}
_ROW, _HALF_ROW, _WHOLE = 60, 18, 140  # characters of a quote: in a row, beside another in a row, in the panel


def said(words: str) -> str:
    """One of these words in the language of now."""
    return QCoreApplication.translate("Review", words)


class Telling:
    """Puts a difference of a sitting into words."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting

    def heading(self, found: Difference) -> str:
        """The label or labels, the attributes, the relation or the variable that it is about."""
        named = self._sitting.named
        if found.kind == "attribute":
            return " · ".join(self.variable(name) for name in found.variables)
        if found.kind == "relation":
            return named.relation(found.label)
        if found.kind == "variable":
            return self.variable(found.label)
        labels = dict.fromkeys(side.label for side in found.there)
        return " / ".join(named.label(label) for label in labels)

    def quote(self, found: Difference) -> str:
        """The words that it is about; both where the edges differ, both values of an article variable."""
        if found.kind == "variable":
            said_of_it = dict.fromkeys(self.side(found, place) for place in range(len(found.values)))
            return " · ".join(map(isolate, said_of_it))
        limit = _HALF_ROW if found.kind == "boundary" else _ROW
        quotes = dict.fromkeys(short(side, limit) for side in found.there)
        return " · ".join(map(isolate, quotes))

    def side(self, found: Difference, side: int) -> str:
        """What the coder of this side said, in a word or two; a dash for nothing."""
        named = self._sitting.named
        if found.kind == "variable":
            value = found.values[side]
            return named.value(found.label, value) if value is not None else "–"
        span = found.sides[side]
        if span is None:
            return "–"
        if (link := found.links[side] if found.links else None) is not None:
            target = self._sitting.span(link.target)
            return f"{named.relation(found.label)}: {isolate(short(target, _ROW))}" if target else "–"
        return named.label(span.label)

    def details(self, found: Difference, side: int) -> list[str]:
        """Every attribute of this side's segment."""
        span = found.sides[side]
        if span is None or found.kind in {"relation", "variable"}:
            return []
        values = self._sitting.sides[side].values.get(span.id, {})
        return [f"{self.variable(name)}: {isolate(self._sitting.named.value(name, values[name]))}" for name in values]

    def words(self, found: Difference, side: int) -> str:
        """The side's own words where the edges differ, else nothing."""
        span = found.sides[side]
        return short(span, _WHOLE) if span is not None and self._edges_differ(found) else ""

    def _edges_differ(self, found: Difference) -> bool:
        return found.kind in {"boundary", "missing"} and len({side.fragments for side in found.there}) > 1

    def variable(self, name: str) -> str:
        """The name of an attribute or an article variable."""
        found = self._sitting.named.variable(name)
        return self._sitting.desk.words(found.names, name) if found else name

    def taken(self, decision: Decision) -> str:
        """Whose side was taken."""
        names = self._sitting.names
        if (place := takes.place(decision.take, names)) is not None:
            return names[place]
        both = decision.take == "both" and len(names) > 2  # noqa: PLR2004
        return said(ALL) if both else said(TAKES.get(decision.take, decision.take))


def short(span: Annotation, limit: int) -> str:
    """A segment's words on one line, the middle left out where they are many."""
    words = " ".join(" … ".join(span.quotes).split())
    return words if len(words) <= limit else f"{words[: limit * 2 // 3].rstrip()}…{words[-(limit // 3) :].lstrip()}"
