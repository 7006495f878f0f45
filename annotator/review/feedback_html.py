"""The page that a coder is sent: per article what of theirs was changed, beside what was settled, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator import messages, paths
from annotator.review.html import document, element, inert, isolated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.review.excerpts import Excerpt
    from annotator.review.feedback import Counts

_ARABIC_ZERO = 0x660


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says, in words: a label with its hue (0..359, negative: none), its words, its values."""

    label: str
    hue: int = -1
    excerpt: Excerpt | None = None
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A correction in words. `kind` is a key of the catalogue; `meaning` the definitions that it goes by, by label."""

    kind: str
    own: Side | None
    settled: Side | None
    reason: str = ""
    note: str = ""
    by: str = ""
    meaning: tuple[tuple[str, tuple[str, ...]], ...] = ()
    thread: tuple[tuple[str, str], ...] = ()  # who, and what they wrote


@dataclass(frozen=True, slots=True)
class Chapter:
    """An article: its title, what stands under it, its cases in text order."""

    title: str
    byline: str
    cases: Sequence[Case]
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """All of it. `rows` are the labels with how many of each were changed and how many stayed."""

    coder: str
    project: str
    round: str
    date: str
    counts: Counts
    rows: Sequence[tuple[str, int, int]]
    chapters: Sequence[Chapter]
    language: str = "ar"


def write(page: Page) -> str:
    """The page as one HTML document that needs nothing else."""
    return _Writer(page).whole()


class _Writer:
    def __init__(self, page: Page) -> None:
        self._page = page
        self._known = messages.sentences("feedback")

    def whole(self) -> str:
        page = self._page
        style = (paths.resources() / "pages" / "feedback.css").read_text(encoding="utf-8")
        title = self._known["title"][page.language].format(coder=page.coder)
        parts = [self._head(), self._tables(), self._contents(), *map(self._chapter, range(len(page.chapters)))]
        body = "\n".join((*filter(None, parts), element("footer", self._say("footer"))))
        return document(title, body, language=page.language, style=style)

    def _say(self, key: str, **facts: object) -> str:
        """A sentence of the catalogue as HTML: foreign words isolated, numbers in the language's digits."""
        told = {
            name: self._number(fact) if isinstance(fact, int) else isolated(str(fact)) for name, fact in facts.items()
        }
        return inert(self._known[key][self._page.language]).format_map(told)

    def _number(self, number: int) -> str:
        return self._digits(str(number))

    def _digits(self, words: str) -> str:
        if self._page.language != "ar":
            return words
        return "".join(chr(_ARABIC_ZERO + int(each)) if each in "0123456789" else each for each in words)

    # -- over the articles

    def _head(self) -> str:
        page, counts = self._page, self._page.counts
        facts = {"project": page.project, "round": page.round, "date": self._digits(page.date)}
        waiting = sum(chapter.waiting for chapter in page.chapters)
        lead = "lead" if counts.changed else "all_kept"
        return element(
            "header",
            element("h1", self._say("title", coder=page.coder)),
            element("p", self._say("under", **facts), kind="small"),
            element("p", self._say(lead, kept=counts.kept, changed=counts.changed), kind="lead"),
            element("p", self._say("waiting", count=waiting), kind="small") if waiting else "",
        )

    def _tables(self) -> str:
        counts = self._page.counts
        if not counts.changed:
            return ""
        return element(
            "section",
            self._table("table_kinds", ((self._say(kind), (number,)) for kind, number in counts.kinds.items())),
            self._table(
                "table_reasons",
                ((isolated(self._reason(reason)), (number,)) for reason, number in counts.reasons.items()),
            ),
            self._table(
                "table_labels",
                ((isolated(label), (changed, kept)) for label, changed, kept in self._page.rows),
                heads=("column_changed", "column_kept"),
            ),
            kind="tables",
        )

    def _table(
        self, caption: str, rows: Iterable[tuple[str, Sequence[int]]], *, heads: Sequence[str] = ("column_changed",)
    ) -> str:
        head = element("tr", element("th"), *(element("td", self._say(name)) for name in heads))
        body = (
            element("tr", element("th", words, scope="row"), *(element("td", self._number(n)) for n in numbers))
            for words, numbers in rows
        )
        return element("table", element("caption", self._say(caption)), element("thead", head), element("tbody", *body))

    def _contents(self) -> str:
        """The articles with their numbers, where there is more than one."""
        chapters = self._page.chapters
        if len(chapters) < 2:  # noqa: PLR2004
            return ""
        lines = (
            element(
                "li",
                element("a", isolated(chapter.title), href=f"#a{number}"),
                " ",
                element("span", self._counted(chapter), kind="small"),
            )
            for number, chapter in enumerate(chapters, start=1)
        )
        return element("nav", element("h3", self._say("contents")), element("ol", *lines, kind="contents"))

    def _counted(self, chapter: Chapter) -> str:
        kept = sum(case.kind == "kept" for case in chapter.cases)
        return self._say("article_counts", changed=len(chapter.cases) - kept, kept=kept)

    # -- an article

    def _chapter(self, number: int) -> str:
        chapter = self._page.chapters[number]
        under = f"{isolated(chapter.byline)} · {self._counted(chapter)}" if chapter.byline else self._counted(chapter)
        parts = [
            element("h2", isolated(chapter.title), id=f"a{number + 1}"),
            element("p", under, kind="small"),
        ]
        stayed: list[Case] = []
        for case in chapter.cases:
            if case.kind == "kept":
                stayed.append(case)
            else:
                parts += [self._stayed(stayed), self._case(case)]
                stayed = []
        return element("article", *parts, self._stayed(stayed))

    def _stayed(self, cases: Sequence[Case]) -> str:
        """What stayed between two changes, in one quiet line."""
        if not cases:
            return ""
        items = (element("span", self._named(side), kind="item") for case in cases if (side := case.own))
        return element("p", element("span", self._say("kept"), ": ", kind="kind"), " ".join(items), kind="stayed")

    def _named(self, side: Side) -> str:
        words = f"«{' '.join(side.excerpt.words.split())}»" if side.excerpt else " ".join(side.values)
        return f"{_label(side)} {isolated(words)}"

    def _case(self, case: Case) -> str:
        meaning = (
            element("p", isolated(label), " — ", " ".join(map(isolated, words)), kind="meaning")
            for label, words in case.meaning
        )
        return element(
            "section",
            element("h3", self._say(case.kind), kind="kind"),
            element(
                "div",
                self._side(case.own, "yours", gone=case.kind in {"removed", "link_removed"}),
                self._side(case.settled, "settled"),
                kind="sides",
            ),
            *meaning,
            self._why(case),
            kind="case",
        )

    def _side(self, side: Side | None, whose: str, *, gone: bool = False) -> str:
        heading = element("p", self._say(whose), kind="who")
        if side is None:
            return element("div", heading, element("p", self._say(f"nothing_{whose}"), kind="nothing"))
        values = (element("p", isolated(words), kind="small") for words in side.values)
        quote = _quote(side.excerpt, side.hue) if side.excerpt else ""
        return element("div", heading, element("p", _label(side)), quote, *values, kind="gone" if gone else "")

    def _why(self, case: Case) -> str:
        told = self._say("reason", reason=self._reason(case.reason)) if case.reason else self._say("no_reason")
        by = f" · {self._say('by', who=case.by)}" if case.by else ""
        note = element("p", isolated(case.note), kind="note", dir="auto") if case.note else ""
        thread = (
            element("div", element("p", isolated(who), kind="small"), isolated(words), kind="note", dir="auto")
            for who, words in case.thread
        )
        return element("div", element("p", told, by, kind="small"), note, *thread, kind="why")

    def _reason(self, reason: str) -> str:
        """What a reason is called; one that this program does not know is called by its key."""
        known = self._known.get(f"reason.{reason}")
        return known[self._page.language] if known else reason


def _label(side: Side) -> str:
    dot = element("span", kind="dot", style=f"--h:{side.hue}") if side.hue >= 0 else ""
    return element("span", dot, isolated(side.label), kind="label")


def _quote(found: Excerpt, hue: int) -> str:
    """The words in their context, from the side from which their paragraph reads."""
    marked = element("mark", inert(found.words), style=f"--h:{max(hue, 0)}")
    return element("p", inert(found.before), marked, inert(found.after), kind="quote", dir=found.side)
