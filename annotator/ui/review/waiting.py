"""How much waits in every article of the round: read little by little while nobody types, and kept."""

from __future__ import annotations

from collections import Counter
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.operations import overview
from annotator.operations.overview import ArticleCount
from annotator.store import articles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.core.changes import Change
    from annotator.operations.review import Case
    from annotator.review.matching import Rule
    from annotator.review.queue import Queue
    from annotator.ui.desk import Desk
    from annotator.ui.review.filters import Filter

_AT_ONCE = 50  # articles that are read together
_SLICE, _PAUSE = 0.012, 30  # seconds that are read before the window gets its turn, and milliseconds that it has
_AFTER = 400  # milliseconds after a decision: who settles by key is not kept waiting
_TELL = 0.25  # seconds between two tellings how far it is


class Waiting(QObject):
    """The articles of the round that can be compared, in the project's order, with their counts as far as read."""

    grown = Signal()  # more is known, or something is otherwise

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place: dict[str, int] = {}
        self._counts: dict[str, ArticleCount] = {}
        self._found: dict[str, ArticleCount] = {}  # by the reading that goes on
        self._fresh: set[str] = set()  # known better than that reading can
        self._left: Iterator[ArticleCount] = iter(())
        self._asked: tuple[str, ...] = ()
        self._rule: Rule = "label"
        self._round = desk.round
        self._told = 0.0
        self._listed: list[ArticleCount] | None = None
        self._totals: tuple[Filter, list[int]] | None = None
        self.complete = False
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self._read_on)
        desk.bridge.closing.connect(self._timer.stop)

    # -- what is known

    def listed(self) -> list[ArticleCount]:
        """The counts as far as they are read, in the project's order."""
        if self._listed is None:
            there = (each for each in self._counts.values() if each.article in self._place)
            self._listed = sorted(there, key=lambda each: self._place[each.article])
        return self._listed

    def of(self, article: str) -> ArticleCount | None:
        """What is known of an article."""
        return self._counts.get(article)

    def totals(self, looks: Filter) -> tuple[int, int, int]:
        """Open (of the kinds looked at), settled and agreed over the round, as far as it is read."""
        if self._totals is None or self._totals[0] != looks:
            there = (_numbers(each, looks) for each in self.listed())
            self._totals = looks, [sum(column) for column in zip((0, 0, 0), *there, strict=True)]
        opened, settled, agreed = self._totals[1]
        return opened, settled, agreed

    def cases(self) -> list[Case]:
        """Every article of the round that can be compared, with its coders."""
        project = self._desk.bridge.project
        return overview.comparable(project, self._asked, round_id=self._round, rule=self._rule)

    def next_open(self, after: str, by: int, looks: Filter) -> str:
        """The nearest article after (or, negative, before) one, round the end, where something is open; "" if none."""
        if not self.complete:
            self._read_through()
        there = [each for each in self.listed() if open_of(each, looks) and each.article != after]
        at = self._place.get(after, -1)
        beyond = [each for each in there if (self._place[each.article] - at) * by > 0]
        found = (beyond or there)[:: 1 if by > 0 else -1]
        return found[0].article if found else ""

    # -- reading

    def begin(self, asked: tuple[str, ...], rule: Rule) -> None:
        """Read the round anew for these coders (none: whoever coded each article)."""
        if (asked, rule, self._desk.round) != (self._asked, self._rule, self._round):
            self._counts = {}
        self._asked, self._rule, self._round = asked, rule, self._desk.round
        self._again()
        self.grown.emit()

    def rest(self) -> None:
        """Nobody looks."""
        self._timer.stop()

    def put(self, case: Case, found: Queue) -> None:
        """What the open article has, which is known best; telling it is the caller's."""
        if (case.round, case.rule, set(self._asked or case.between)) != (self._round, self._rule, set(case.between)):
            return
        if self._timer.isActive():
            self._timer.start(_AFTER)
        kinds = Counter(each.kind for each in found.open)
        self._fresh.add(case.article)
        here = ArticleCount(case.article, case.between, dict(kinds), len(found.settled), found.agreed)
        old = self._counts.get(case.article)
        self._counts[case.article] = self._found[case.article] = here
        if old is None or self._listed is None or self._totals is None:
            self._forget()
        else:
            self._listed[next(at for at, each in enumerate(self._listed) if each is old)] = here
            looks, totals = self._totals
            moved = zip(totals, _numbers(old, looks), _numbers(here, looks), strict=True)
            self._totals = looks, [total - before + now for total, before, now in moved]

    def _forget(self) -> None:
        """List and add up again when it is next asked for."""
        self._listed = self._totals = None

    def hear(self, change: Change, known: set[str]) -> None:
        """Read again what a change may have touched beside the open article, whose decisions are `known`."""
        decisions = change.rows.get("decision", frozenset())
        elsewhere = decisions is None or not decisions <= known
        if elsewhere or not change.name.startswith("settle"):
            self._again()

    def _again(self) -> None:
        """Go through all of them once more; what is known stays till it is known better."""
        project = self._desk.bridge.project
        self._place = {article: place for place, article in enumerate(articles.order(project.db))}
        self._left = overview.counts(project, self.cases(), at_once=_AT_ONCE)
        self._found, self._fresh = {}, set()
        self._forget()
        self.complete = False
        self._timer.start()

    def _read_on(self) -> None:
        self._timer.setInterval(_PAUSE)
        until = perf_counter() + _SLICE
        for each in self._left:
            self._take(each)
            if perf_counter() > until:
                break
        else:
            self._finish()
        if self.complete or perf_counter() - self._told > _TELL:
            self._told = perf_counter()
            self._forget()
            self.grown.emit()

    def _read_through(self) -> None:
        """The rest at once, for who wants to go on now."""
        for each in self._left:
            self._take(each)
        self._finish()
        self._forget()
        self.grown.emit()

    def _take(self, each: ArticleCount) -> None:
        if each.article not in self._fresh:
            self._counts[each.article] = self._found[each.article] = each

    def _finish(self) -> None:
        """What was not found this time can be compared no longer."""
        self._counts = self._found
        self.complete = True
        self._timer.stop()


def _numbers(count: ArticleCount, looks: Filter) -> tuple[int, int, int]:
    return open_of(count, looks), count.settled, count.agreed


def open_of(count: ArticleCount, looks: Filter) -> int:
    """What is open of the kinds that are looked at."""
    return sum(many for kind, many in count.open.items() if looks.takes(kind))


def to_look_at(counts: Sequence[ArticleCount], looks: Filter) -> list[ArticleCount]:
    """Those in which something is there to be looked at."""
    if looks.state == "settled":
        return [each for each in counts if each.settled]
    if looks.state == "open":
        return [each for each in counts if open_of(each, looks)]
    return list(counts)
