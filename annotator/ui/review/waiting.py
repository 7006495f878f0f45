"""How much waits in every article of the round: read little by little while nobody types, and kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.operations import review
from annotator.operations.review import Case
from annotator.store import articles, blind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.core.changes import Change
    from annotator.review.compare import DifferenceKind
    from annotator.review.matching import Rule
    from annotator.review.queue import Queue
    from annotator.ui.desk import Desk
    from annotator.ui.review.filters import Filter

_SLICE = 0.012  # seconds that are read before the window gets its turn
_PAUSE = 30  # milliseconds until it goes on
_KEYS = ("annotation", "value", "relation", "coding", "article", "coder", "round")


@dataclass(frozen=True, slots=True)
class Count:
    """Of one article: the coders compared, what is open by kind, and how many are settled and agree."""

    article: str
    between: tuple[str, ...] = ()
    kinds: Mapping[DifferenceKind, int] = field(default_factory=dict)
    settled: int = 0
    agreed: int = 0

    @property
    def open(self) -> int:
        """All that is open."""
        return sum(self.kinds.values())

    def taken(self, looks: Filter) -> int:
        """What is open of the kinds that are looked at."""
        return sum(many for kind, many in self.kinds.items() if looks.takes(kind))


def count(case: Case, found: Queue) -> Count:
    """What a queue has, in numbers."""
    kinds: dict[DifferenceKind, int] = {}
    for each in found.open:
        kinds[each.kind] = kinds.get(each.kind, 0) + 1
    return Count(case.article, case.between, kinds, len(found.settled), found.agreed)


class Waiting(QObject):
    """The articles of the round that can be compared, in the project's order, with their counts as far as read."""

    grown = Signal()  # more is known, or something is otherwise

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._order: list[str] = []
        self._place: dict[str, int] = {}
        self._counts: dict[str, Count | None] = {}  # None: nothing to compare there
        self._left: Iterator[str] = iter(())
        self._asked: tuple[str, ...] = ()
        self._rule: Rule = "label"
        self._round = desk.round
        self.complete = False
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self._read_on)

    # -- what is known

    def listed(self) -> list[Count]:
        """The counts of the articles that can be compared, as far as they are read."""
        found = (self._counts.get(article) for article in self._order)
        return [each for each in found if each is not None]

    def of(self, article: str) -> Count | None:
        """What is known of an article."""
        return self._counts.get(article)

    def totals(self, looks: Filter) -> tuple[int, int, int]:
        """Open (of the kinds looked at), settled and agreed over the round, as far as it is read."""
        there = self.listed()
        return sum(c.taken(looks) for c in there), sum(c.settled for c in there), sum(c.agreed for c in there)

    def cases(self) -> list[Case]:
        """Every article of the round that can be compared, with its coders."""
        if not self._order:
            self._order_articles()
        found = ((article, self._between(article)) for article in self._order)
        return [Case(article, between, self._desk.round, self._rule) for article, between in found if between]

    def next_open(self, after: str, by: int, looks: Filter) -> str:
        """The nearest article after (or, negative, before) one, round the end, where something is open; "" if none."""
        if not self._order:
            self._order_articles()
        at, many = self._place.get(after, -1 if by > 0 else 0), len(self._order)
        for way in range(1, many + 1):
            article = self._order[(at + by * way) % many]
            if article != after and self._is_open(article, looks):
                return article
        return ""

    def _is_open(self, article: str, looks: Filter) -> bool:
        if article not in self._counts:
            self._read(article)
        found = self._counts[article]
        return found is not None and found.taken(looks) > 0

    def _withheld(self, article: str) -> bool:
        project = self._desk.bridge.project
        return blind.withheld(project.db, article, self._desk.round, project.coder)

    # -- reading

    def begin(self, asked: tuple[str, ...], rule: Rule) -> None:
        """Read the round anew for these coders (none: whoever coded each article)."""
        if (asked, rule, self._desk.round) != (self._asked, self._rule, self._round):
            self._counts.clear()
        self._asked, self._rule, self._round = asked, rule, self._desk.round
        self._order_articles()
        self._again()
        self.grown.emit()

    def rest(self) -> None:
        """Nobody looks."""
        self._timer.stop()

    def put(self, case: Case, found: Queue) -> None:
        """What the open article has, which is known best."""
        mine = (self._round, self._rule, set(self._asked or case.between))
        if (case.round, case.rule, set(case.between)) == mine:
            self._counts[case.article] = count(case, found)
            self.grown.emit()

    def hear(self, change: Change, known: set[str]) -> None:
        """Read again what a change may have touched beside the open article, whose decisions are `known`."""
        decisions = change.rows.get("decision", frozenset())
        elsewhere = decisions is None or not decisions <= known
        if elsewhere or not change.name.startswith("settle"):
            if change.touches("article", "coding"):
                self._order_articles()
            self._again()

    def _order_articles(self) -> None:
        self._order = articles.order(self._desk.bridge.project.db)
        self._place = {article: place for place, article in enumerate(self._order)}

    def _again(self) -> None:
        """Go through all of them once more, from the open one on; what is known stays till it is known better."""
        at = self._place.get(self._desk.article, 0)
        self._left = iter([*self._order[at + 1 :], *self._order[:at]])
        self.complete = False
        self._timer.start()

    def _read_on(self) -> None:
        until = perf_counter() + _SLICE
        for article in self._left:
            self._read(article)
            if perf_counter() > until:
                break
        else:
            self.complete = True
            self._timer.stop()
        self.grown.emit()

    def _read(self, article: str) -> None:
        between = self._between(article)
        case = Case(article, between, self._desk.round, self._rule) if between else None
        self._counts[article] = count(case, review.work(self._desk.bridge.project, case)) if case else None

    def _between(self, article: str) -> tuple[str, ...]:
        """Who are compared in an article; nobody where that is not for me to see."""
        project, round_id = self._desk.bridge.project, self._desk.round
        ids = tuple(review.coders_of(project, article, round_id=round_id))
        asked = self._asked or ids
        there = len(asked) > 1 and set(asked) <= set(ids) and not self._withheld(article)
        return asked if there else ()


def known(counts: Sequence[Count], looks: Filter) -> list[Count]:
    """Those in which something is there to be looked at."""
    if looks.state == "settled":
        return [each for each in counts if each.settled]
    if looks.state == "open":
        return [each for each in counts if each.taken(looks)]
    return list(counts)
