"""What lies on the reviewer's table: an article, the two coders, their queue, and the difference in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.text import Text
from annotator.operations import review
from annotator.operations.review import Case, Ruling
from annotator.review.compare import Coded, compare
from annotator.review.queue import Queue, queue
from annotator.store import articles, blind, codebook
from annotator.ui.models.named import Named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.changes import Change
    from annotator.core.models import Annotation, Article, Coder, Decision, Fragments
    from annotator.review.compare import Comparison, Difference, DifferenceKind
    from annotator.ui.desk import Desk

_NOTHING = Queue((), (), 0, (), ())
_TABLES = ("article", "coding", "annotation", "value", "relation", "decision", "coder", "round")
_NAMES = ("label", "variable", "relation_type", "statement_type", "actor", "project")


class Sitting(QObject):
    """Reads the comparison of the open article anew whenever the project changed; never writes but by the bridge."""

    read = Signal()  # the queue is another
    moved = Signal()  # another difference is in hand

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.named = Named(desk)
        self.people: list[Coder] = []
        self.coders: list[Coder] = []  # who coded the open article, in order of arrival
        self.article: Article | None = None
        self.text = Text("")
        self.blind = False  # whether my own coding of it is still in work: then nobody else's is shown
        self.between: tuple[str, ...] | None = None
        self.kind: DifferenceKind | None = None
        self.sides: tuple[Coded, ...] = (Coded(""), Coded(""))
        self.compared: Comparison = compare(self.sides)
        self.queue = _NOTHING
        self.current: Difference | None = None
        self._spans: dict[str, Annotation] = {}
        self._asleep = True
        desk.bridge.changed.connect(self._heard)
        desk.article_changed.connect(self._elsewhere)
        desk.round_changed.connect(self._elsewhere)

    # -- what there is

    @property
    def case(self) -> Case | None:
        """The article and the two coders, None while there are none."""
        return Case(self.desk.article, self.between, self.desk.round) if self.between else None

    @property
    def names(self) -> tuple[str, str]:
        """What A and B are called."""
        known = {coder.id: coder.name for coder in self.coders}
        one, other, *_ = self.between or ("", "")
        return known.get(one, "A"), known.get(other, "B")

    @property
    def open(self) -> list[Difference]:
        """The open differences of the kind that is looked at."""
        return [d for d in self.queue.open if self.kind in {None, d.kind}]

    @property
    def settled(self) -> list[tuple[Difference, Decision]]:
        """The settled ones of that kind."""
        return [(d, decision) for d, decision in self.queue.settled if self.kind in {None, d.kind}]

    @property
    def listed(self) -> list[Difference]:
        """All of that kind as the list shows them: open ones first."""
        return [*self.open, *(d for d, _ in self.settled)]

    @property
    def decision(self) -> Decision | None:
        """How the difference in hand was settled."""
        return next((d for found, d in self.queue.settled if found is self.current), None)

    def span(self, annotation: str) -> Annotation | None:
        """A segment of one of the two."""
        return self._spans.get(annotation)

    def words(self, fragments: Fragments) -> tuple[str, ...]:
        """The words of the open article at these places."""
        return self.text.quotes(fragments)

    def of_span(self, annotation: str) -> Difference | None:
        """The difference that a coder's segment is part of."""
        spans = ((d, side) for d in self.compared.differences if not d.link for side in (d.a, d.b) if side)
        return next((d for d, side in spans if side.id == annotation), None)

    # -- reading

    def wake(self) -> None:
        """Read from now on, and follow the project: the page is seen."""
        if self._asleep:
            self._asleep = False
            self.again()

    def sleep(self) -> None:
        """Nobody looks: do not read."""
        self._asleep = True

    def again(self) -> None:
        """Read everything of the open article again, and keep the difference in hand where it still is one."""
        if self._asleep:
            return
        project, article, round_id = self.desk.bridge.project, self.desk.article, self.desk.round
        self._read_article(article)
        self.blind = blind.withheld(project.db, article, round_id, self.desk.where.coder)
        seen = self.article is not None and not self.blind
        ids = review.coders_of(project, article, round_id=round_id) if seen else []
        self.people = codebook.coders(project.db)
        self.coders = [coder for coder in self.people if coder.id in ids]
        if self.between is None or not set(self.between) <= set(ids):
            self.between = (ids[0], ids[1]) if len(ids) > 1 else None
        before = self.queue
        self._compare()
        self._follow(before)
        self.read.emit()
        self.moved.emit()

    def _read_article(self, article: str) -> None:
        db = self.desk.bridge.project.db
        there = bool(article) and article in articles.lines(db, [article])
        found = articles.get(db, article) if there else None
        if found != self.article:
            self.article = found
        if self.article is None:
            self.text = Text("")
        elif self.text.hash != self.article.text:
            self.text = articles.text(db, self.article.text)

    def _compare(self) -> None:
        self.sides, decided = (Coded(""), Coded("")), {}
        if (case := self.case) is not None:
            self.sides = review.sides(self.desk.bridge.project, case)
            decided = review.decisions(self.desk.bridge.project, case)
        self.compared = compare(self.sides)
        self.queue = queue(self.compared, decided)
        self._spans = {span.id: span for side in self.sides for span in side.annotations}

    def _follow(self, before: Queue) -> None:
        """After a decision the next open one is in hand; after an undo the one that is open again."""
        now = {d.id: d for d in (*self.queue.open, *(d for d, _ in self.queue.settled))}
        was_open, are_open = {d.id for d in before.open}, {d.id for d in self.queue.open}
        reopened = [d for d in self.queue.open if d.id in {old.id for old, _ in before.settled}]
        mine = self.current.id if self.current else ""
        if reopened:
            self.current = reopened[0]
        elif mine in now and (mine in are_open or mine not in was_open):
            self.current = now[mine]
        else:
            self.current = self._next_open(before, mine)

    def _next_open(self, before: Queue, mine: str) -> Difference | None:
        """The open one that came after it in the list, else the first, else the first settled."""
        order = [d.id for d in before.open]
        later = set(order[order.index(mine) :]) if mine in order else set()
        mine_first = [*(d for d in self.open if d.id in later), *self.listed]
        return mine_first[0] if mine_first else None

    def _elsewhere(self, _where: str) -> None:
        """Another article, or another round."""
        self.again()

    def _heard(self, change: Change) -> None:
        if change.touches(*_NAMES):
            self.named.forget()
        if change.touches(*_TABLES, *_NAMES):
            self.again()

    # -- what a person chooses

    def hold(self, found: Difference | None) -> None:
        """Take a difference in hand."""
        if found is not self.current:
            self.current = found
            self.moved.emit()

    def step(self, by: int) -> None:
        """The difference so many rows further down."""
        listed = self.listed
        if listed:
            at = next((row for row, d in enumerate(listed) if d is self.current), -1)
            self.hold(listed[min(max(at + by, 0), len(listed) - 1)])

    def look_at(self, kind: DifferenceKind | None) -> None:
        """Show one kind of difference only, or (None) all."""
        self.kind = kind
        if self.current not in self.listed:
            self.current = next(iter(self.listed), None)
        self.read.emit()
        self.moved.emit()

    def compare_between(self, one: str, other: str) -> None:
        """Lay these two coders side by side."""
        if one != other and (one, other) != self.between:
            self.between, self.current = (one, other), None
            self.again()

    def settle(self, ruling: Ruling) -> bool:
        """Settle the difference in hand; whether it was done."""
        if self.case is None or self.current is None:
            return False
        return self.desk.bridge.do(review.settle, self.case, self.current.id, ruling) is not None

    def settle_agreed(self) -> bool:
        """Settle all that both agree on."""
        return self.case is not None and self.desk.bridge.do(review.settle_agreed, self.case) is not None

    def next_article(self) -> bool:
        """Open the next article, from the open one on, that two coders coded and where something is open."""
        project = self.desk.bridge.project
        cases: Sequence[Case] = list(review.cases(project, round_id=self.desk.round))
        here = [number for number, case in enumerate(cases) if case.article == self.desk.article]
        start = here[-1] + 1 if here else 0
        for case in (*cases[start:], *cases[:start]):
            me = self.desk.where.coder
            if case.article == self.desk.article or blind.withheld(project.db, case.article, case.round, me):
                continue
            if review.work(project, case).open:
                self.between = case.between
                self.desk.open_article(case.article)
                return True
        return False
