"""What lies on the reviewer's table: an article, its coders, their queue, and the difference in hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from annotator.core.text import Text
from annotator.operations import review
from annotator.operations.review import Case, Ruling
from annotator.operations.takes import turned
from annotator.review.compare import compare
from annotator.review.queue import Queue, queue
from annotator.store import articles, blind, codebook, codings
from annotator.ui.language import marked
from annotator.ui.models.named import Named
from annotator.ui.review.filters import Filter
from annotator.ui.review.letters import letter
from annotator.ui.review.waiting import Waiting

if TYPE_CHECKING:
    from annotator.core.changes import Change
    from annotator.core.models import Annotation, Article, Coder, Decision, Fragments
    from annotator.review.compare import Coded, Comparison, Difference
    from annotator.ui.desk import Desk

_NOTHING = Queue((), (), 0, (), ())
_TABLES = ("article", "coding", "annotation", "value", "relation", "decision", "coder", "round")
_NAMES = ("label", "variable", "relation_type", "statement_type", "actor", "project")
_SETTLING = "settle"  # how the names of actions begin that touch the settled coding alone
_CODER = marked("Review", "Coder %1")


class Sitting(QObject):
    """Reads the comparison of the open article anew whenever the project changed; never writes but by the bridge."""

    read = Signal()  # the queue is another
    moved = Signal()  # another difference is in hand
    dressed = Signal()  # coders are shown, hidden or called otherwise

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.named = Named(desk)
        self.people: list[Coder] = []
        self.coders: list[Coder] = []  # who coded the open article, in order of arrival
        self.article: Article | None = None
        self.text = Text("")
        self.blind = False  # whether others' work on it is kept from me for now
        self.asked: tuple[str, ...] = ()  # the coders to compare; none: whoever coded each article
        self.between: tuple[str, ...] = ()  # who are compared in the open article
        self.filter = Filter()
        self.hidden: frozenset[str] = frozenset()  # coders whose marks are not shown
        self.anonymous = False
        self.sides: tuple[Coded, ...] = ()
        self.compared: Comparison = compare(())
        self.queue = _NOTHING
        self.stands: list[Annotation] = []  # what the settled coding has
        self.decided_spans: set[str] = set()  # the coders' segments that something was decided of
        self.current: Difference | None = None
        self.waiting = Waiting(desk, self)
        self._spans: dict[str, Annotation] = {}
        self._homes: dict[str, tuple[str, str]] = {}  # of each decision seen: its article, and what it was about
        self._asleep = True
        desk.bridge.changed.connect(self._heard)
        desk.article_changed.connect(lambda _article: self.again())
        desk.round_changed.connect(self._in_another_round)

    # -- what there is

    @property
    def case(self) -> Case | None:
        """The article and its coders, None while there are none to compare."""
        if not self.between:
            return None
        return Case(self.desk.article, self.between, self.desk.round, self.filter.rule)

    @property
    def names(self) -> tuple[str, ...]:
        """What the coders compared are called: their names, or only that they are coders A, B and so on."""
        return tuple(self.name(coder) for coder in self.between)

    def name(self, coder: str) -> str:
        """What a coder is called here."""
        if self.anonymous:
            order = [each.id for each in self.people]
            place = self.between.index(coder) if coder in self.between else order.index(coder)
            return QCoreApplication.translate("Review", _CODER).replace("%1", letter(place))
        return next((each.name for each in self.people if each.id == coder), "")

    @property
    def seen(self) -> list[int]:
        """The places of the coders whose marks are shown."""
        return [place for place, coder in enumerate(self.between) if coder not in self.hidden]

    @property
    def open(self) -> list[Difference]:
        """The open differences that are looked at."""
        return [d for d in self.queue.open if self.filter.shows(d)] if self.filter.state != "settled" else []

    @property
    def settled(self) -> list[tuple[Difference, Decision]]:
        """The settled ones that are looked at."""
        shown = self.filter.shows if self.filter.state != "open" else lambda found: found is self.current
        return [(d, decision) for d, decision in self.queue.settled if shown(d)]

    @property
    def listed(self) -> list[Difference]:
        """All that are looked at as the list shows them: open ones first."""
        return [*self.open, *(d for d, _ in self.settled)]

    @property
    def decision(self) -> Decision | None:
        """How the difference in hand was settled."""
        return next((d for found, d in self.queue.settled if found is self.current), None)

    def span(self, annotation: str) -> Annotation | None:
        """A segment of one of the coders."""
        return self._spans.get(annotation)

    def words(self, fragments: Fragments) -> tuple[str, ...]:
        """The words of the open article at these places."""
        return self.text.quotes(fragments)

    def of_span(self, annotation: str) -> Difference | None:
        """The difference that a coder's segment is part of: an open one first."""
        found = [d for d in self.compared.differences if d.kind != "relation" and self._has(d, annotation)]
        still = {d.id for d in self.queue.open}
        return next((d for d in found if d.id in still), next(iter(found), None))

    @staticmethod
    def _has(found: Difference, annotation: str) -> bool:
        return any(side.id == annotation for side in found.there)

    # -- reading

    def wake(self) -> None:
        """Read from now on, and follow the project: the page is seen."""
        if self._asleep:
            self._asleep = False
            self._read_all()

    def sleep(self) -> None:
        """Nobody looks: do not read."""
        self._asleep = True
        self.waiting.rest()

    def again(self) -> None:
        """Read everything of the open article again, and keep the difference in hand where it still is one."""
        if self._asleep:
            return
        project, article, round_id = self.desk.bridge.project, self.desk.article, self.desk.round
        self._read_article(article)
        self.blind = self.article is not None and blind.withheld(project.db, article, round_id, project.coder)
        seen = self.article is not None and not self.blind
        ids = review.coders_of(project, article, round_id=round_id) if seen else []
        self.people = codebook.coders(project.db)
        self.coders = [coder for coder in self.people if coder.id in ids]
        asked = self.asked if set(self.asked) <= set(ids) else ()
        self.between = asked or (tuple(ids) if len(ids) > 1 else ())
        self.sides = review.sides(project, self.case) if self.case else ()
        self.compared = compare(self.sides, self.filter.rule)
        self._spans = {span.id: span for side in self.sides for span in side.annotations}
        self._read_settled()

    def _read_all(self) -> None:
        """Of the round how much waits, of the open article everything."""
        self.waiting.begin(self.asked, self.filter.rule)
        self.again()

    def _read_settled(self) -> None:
        """Read what was decided, and lay it over the comparison."""
        before, case, db = self.queue, self.case, self.desk.bridge.project.db
        settled = review.settled_coding(self.desk.bridge.project, case.article, case.round) if case else None
        made = codings.decisions(db, [settled.id]) if settled else []
        self.stands = codings.annotations_of(db, [settled.id]) if settled else []
        self._homes.update((decision.id, (self.desk.article, decision.difference)) for decision in made)
        self.decided_spans = {source for decision in made for source in decision.sources}
        decided = {decision.difference: turned(decision, self.between) for decision in made}
        self.queue = queue(self.compared, decided) if case else _NOTHING
        self._follow(before)
        if case is not None:
            self.waiting.put(case, self.queue)
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

    def _follow(self, before: Queue) -> None:
        """After a decision the next open one is in hand; after an undo the one that is open again."""
        now = {d.id: d for d in (*self.queue.open, *(d for d, _ in self.queue.settled))}
        was_open, are_open = {d.id for d in before.open}, {d.id for d in self.queue.open}
        were_settled = {old.id for old, _ in before.settled}
        reopened = [d for d in self.queue.open if d.id in were_settled]
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
        self.current = None
        return next(iter([*(d for d in self.open if d.id in later), *self.listed]), None)

    def _in_another_round(self, _round: str) -> None:
        if not self._asleep:
            self._read_all()

    def _heard(self, change: Change) -> None:
        if change.touches(*_NAMES):
            self.named.forget()
        if self._asleep or not change.touches(*_TABLES, *_NAMES):
            return
        if change.name.startswith(_SETTLING) and self.case is not None and not change.touches("coder", *_NAMES):
            self._read_settled()
        else:
            self.again()
        decisions = change.rows.get("decision") or frozenset()
        elsewhere = [home for each in decisions if (home := self._homes.get(each)) and home[0] != self.desk.article]
        here = {each for each in decisions if self._homes.get(each, ("",))[0] == self.desk.article}
        self.waiting.hear(change, here)
        if change.kind != "do" and len(elsewhere) == 1:
            self._go_back(*elsewhere[0])

    def _go_back(self, article: str, difference: str) -> None:
        """What was taken back lies in another article: the place is there now."""
        self.desk.open_article(article)
        self.hold(next((d for d in self.listed if d.id == difference), self.current))

    # -- what a person chooses

    def hold(self, found: Difference | None) -> None:
        """Take a difference in hand."""
        if found is not self.current:
            self.current = found
            self.moved.emit()

    def step(self, by: int) -> None:
        """The difference so many rows further down; past the last one the next article's first."""
        listed = self.listed
        at = next((row for row, d in enumerate(listed) if d is self.current), -1) + by
        if 0 <= at < len(listed):
            self.hold(listed[at])
        else:
            self.walk(1 if by > 0 else -1)

    def walk(self, by: int) -> bool:
        """Open the next article (or the one before) with something open, and take its first (or last) in hand."""
        found = self.waiting.next_open(self.desk.article, by, self.filter)
        if not found:
            return False
        self.current = None
        self.desk.open_article(found)
        if by < 0 and self.open:
            self.hold(self.open[-1])
        return True

    def look_at(self, **what: Any) -> None:
        """Change what is looked at: the fields of `Filter`."""
        before, self.filter = self.filter, replace(self.filter, **what)
        if self.filter.rule != before.rule:
            self.current = None
            self._read_all()
            return
        if self.current not in self.listed:
            self.current = next(iter(self.listed), None)
        self.read.emit()
        self.moved.emit()

    def compare_between(self, *coders: str) -> None:
        """Lay these coders' work side by side; none: that of whoever coded each article."""
        if coders != self.asked:
            self.asked, self.current, self.hidden = coders, None, frozenset()
            self._read_all()

    def show_coder(self, coder: str, *, on: bool) -> None:
        """Show a coder's marks or hide them; one at least stays."""
        hidden = self.hidden - {coder} if on else self.hidden | {coder}
        self.hidden = hidden if set(self.between) - hidden else self.hidden
        self.dressed.emit()

    def call_anonymously(self, *, on: bool) -> None:
        """Call coders by letters alone, or by their names."""
        self.anonymous = on
        self.dressed.emit()
        self.read.emit()
        self.moved.emit()

    def settle(self, ruling: Ruling) -> bool:
        """Settle the difference in hand, and go on to the next article once nothing is open; whether it was done."""
        if self.case is None or self.current is None or self.article is None:
            return False
        anew = self.decision is not None
        laid = self.sides, self.compared
        done = self.desk.bridge.do(review.settle, self.case, self.current.id, ruling, laid=laid) is not None
        if done and not anew and not self.open:
            self.walk(1)
        return done
