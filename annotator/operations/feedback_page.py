"""Feedback in words, as the page that a colleague is sent."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING, Any

from annotator import messages
from annotator.formats.atomic import whole
from annotator.operations.wording import Wording
from annotator.review import feedback_html
from annotator.review.excerpts import excerpt
from annotator.review.feedback_html import Case, Chapter, Page, Side

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from annotator.core.models import Annotation
    from annotator.operations.feedback import Corrected, Feedback
    from annotator.review.feedback import Correction
    from annotator.store.project import Project

_META = ("outlet", "date")  # what stands under an article's title


def write(project: Project, told: Feedback, out: Path, *, language: str, anonymous: bool = False) -> None:
    """Write the page, whole or not at all; with `anonymous` nobody but the coder is named.

    Raises what ails the disk.
    """
    page = feedback_html.write(in_words(project, told, language=language, anonymous=anonymous))
    with whole(out) as sink:
        sink.write(page.encode())


def in_words(project: Project, told: Feedback, *, language: str, anonymous: bool = False) -> Page:
    """Everything that the page says, in "ar" or "en"."""
    words = _Words(project, told, language, anonymous=anonymous)
    corrections = list(chain.from_iterable(one.compared.corrections for one in told.articles))
    changed = Counter(words.heading(one) for one in corrections if one.kind != "kept")
    kept = Counter(words.heading(one) for one in corrections if one.kind == "kept")
    rows = sorted(((name, changed[name], kept[name]) for name in changed | kept), key=lambda row: (-row[1], row[0]))
    return Page(
        coder=told.coder.name,
        project=project.title,
        round=told.round,
        date=datetime.now(UTC).astimezone().date().isoformat(),
        counts=told.counts,
        rows=rows,
        chapters=[words.chapter(one) for one in told.articles],
        language=language,
    )


class _Words:
    """Corrections put into words."""

    def __init__(self, project: Project, told: Feedback, language: str, *, anonymous: bool) -> None:
        self._wording = Wording(project, language)
        self._coder, self._anonymous = told.coder.id, anonymous
        known = messages.sentences("feedback")
        self._reviewer, self._somebody = known["reviewer"][language], known["somebody"][language]
        self._told: set[str] = set()  # labels whose definition stands in the article already

    def heading(self, found: Correction) -> str:
        """What a correction is counted under: its label, link or variable."""
        named = {"segment": self._wording.label, "link": self._wording.relation, "variable": self._wording.variable}
        return named[found.about](found.label)

    def chapter(self, one: Corrected) -> Chapter:
        """One article."""
        under = " · ".join(filter(None, (one.article.meta.get(name, "") for name in _META)))
        self._told.clear()
        cases = [self._case(found, one) for found in one.compared.corrections]
        return Chapter(one.article.title, under, cases, one.compared.waiting)

    def _case(self, found: Correction, one: Corrected) -> Case:
        own, settled = self._sides(found, one)
        if found.kind == "kept":
            return Case("kept", own, None)
        decision = found.decision
        kind = found.kind
        return Case(
            kind=("link_removed" if found.own else "link_added") if kind == "link" else kind,
            own=own,
            settled=settled,
            reason=found.reason,
            note=decision.note if decision else "",
            by="" if decision is None else self._reviewer if self._anonymous else self._wording.person(decision.coder),
            meaning=self._meaning(found),
            thread=tuple(
                (self._who(note.coder), note.body) for note in one.notes.get(decision.id if decision else "", ())
            ),
        )

    def _who(self, coder: str) -> str:
        if self._anonymous and coder != self._coder:
            return self._reviewer
        return self._wording.person(coder) or self._somebody

    def _sides(self, found: Correction, one: Corrected) -> tuple[Side | None, Side | None]:
        if found.about == "variable":
            return self._answer(found.label, found.said), self._answer(found.label, found.ruled)
        if found.target is not None:
            link = self._link(found, one)
            return (link, None) if found.own else (None, link)
        return self._segment(found.own, found.said, one), self._segment(found.settled, found.ruled, one)

    def _answer(self, variable: str, values: Mapping[str, Any]) -> Side | None:
        if variable not in values:
            return None
        return Side(self._wording.variable(variable), values=(self._wording.value(variable, values[variable]),))

    def _link(self, found: Correction, one: Corrected) -> Side:
        start, end = found.own or found.settled, found.target
        leads_to = f"← «{self._quoted(end)}»" if end else ""
        part = self._segment(start, {}, one)
        name = self._wording.relation(found.label)
        return Side(name, part.hue if part else -1, part.excerpt if part else None, (leads_to,))

    def _segment(self, span: Annotation | None, values: Mapping[str, Any], one: Corrected) -> Side | None:
        if span is None:
            return None
        label = self._wording.labels.get(span.label)
        said = tuple(
            f"{self._wording.variable(name)}: {self._wording.value(name, values[name])}" for name in sorted(values)
        )
        shown = excerpt(one.text, span.fragments, one.article.direction) if span.text == one.text.hash else None
        return Side(self._wording.label(span.label), label.hue if label else -1, shown, said)

    def _meaning(self, found: Correction) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The definitions of the labels that a change of a segment goes by, where the article first needs them."""
        if found.about != "segment":
            return ()
        names = dict.fromkeys(
            span.label for span in (found.own, found.settled) if span and span.label not in self._told
        )
        self._told |= names.keys()
        labels = [self._wording.labels[name] for name in names if name in self._wording.labels]
        told = ((self._wording.label(label.id), self._wording.meaning(label)) for label in labels)
        return tuple((name, words) for name, words in told if words)

    @staticmethod
    def _quoted(span: Annotation) -> str:
        return " ".join(" … ".join(span.quotes).split())
