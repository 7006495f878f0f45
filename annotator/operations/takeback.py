"""A package comes back: looked at first, with counts and with what is held and why, then taken in as one action."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.core.rows import added, altered
from annotator.operations import joining
from annotator.operations.returning import Scope
from annotator.operations.sealed import refuse_in_package
from annotator.store import codebook, codings, handovers, rounds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from annotator.core.changes import Change, Edit, Entry, Value
    from annotator.core.models import Coder, Status
    from annotator.core.travel import Handover
    from annotator.operations.joining import Plan
    from annotator.store.foreign import Foreign
    from annotator.store.project import Project

_DONE = frozenset({"done", "review", "settled"})
_ROWS = 50_000  # looked at by when half of that is told as done: how many there are is known only at the end
_PIECES = ("added", "changed", "removed")


@dataclass(frozen=True, slots=True)
class ArticleBack:
    """What comes of one article: how far its coding is then, and how many spans come, change and go."""

    article: str
    title: str
    status: Status
    added: int = 0
    changed: int = 0
    removed: int = 0

    @property
    def is_done(self) -> bool:
        """Whether its coder says so."""
        return self.status in _DONE


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking a package back would do: `articles` in the order handed over, `held` as messages say it."""

    path: Path
    handover: Handover
    coder: str  # the colleague's name
    plan: Plan
    articles: tuple[ArticleBack, ...]
    held: tuple[AnnotatorError, ...]

    @property
    def done(self) -> int:
        """How many articles their coder is done with."""
        return sum(article.is_done for article in self.articles)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take in."""
        return not self.plan.actions

    @property
    def taken(self) -> int:
        """How many actions come in."""
        return self.plan.taken

    @property
    def known(self) -> int:
        """How many came before."""
        return self.plan.known

    def count(self, table: str, what: str = "added") -> int:
        """How many rows of a table come ("added"), are "changed" or "removed"."""
        return self.plan.counts.get(f"{table}.{what}", 0)


def look(
    project: Project,
    package: Foreign,
    *,
    carry: bool = False,
    tell: Callable[[float, str], None] = lambda _done, _name: None,
) -> Preview:
    """What taking this package back would do; nothing is written.

    Work on an article whose text is another version here is held, unless `carry` brings it over. Raises
    `in_package`, `other_project`, `not_a_package`, `unknown_handover`, `frozen_since`, or what ails the package.
    """
    refuse_in_package(project)
    made = _handover(project, package)
    if made.kind == "work":  # answers to feedback are welcome in a frozen round as well
        _refuse_frozen(project, made)
    scope, many = Scope(project, made, carry=carry), max(package.told.changes, 1)

    def told(entries: Iterable[Entry]) -> Iterator[Entry]:
        for number, entry in enumerate(entries):
            tell(0.5 * number / many, package.path.name)
            yield entry

    def looked_at(rows: int) -> None:
        tell(0.5 + 0.5 * rows / (rows + _ROWS), package.path.name)

    planned = joining.plan(project, scope.sift(told(package.changes())), package.text, tell=looked_at)
    names = {**package.told.coders, **{coder.id: coder.name for coder in codebook.coders(project.db)}}
    held = [*scope.held(names)]
    if planned.clashes:
        held.append(AnnotatorError("clashes_wait", count=len(planned.clashes)))
    back = _articles(project, scope, planned)
    return Preview(package.path, made, names.get(made.coder, made.coder), planned, back, tuple(held))


def take_back(project: Project, preview: Preview, *, newcomer: Coder | None = None) -> Change:
    """The action that does what the preview says; `newcomer` acts, and is added if they are not here yet.

    Raises `taken_back_before` of a package that holds nothing new, `nothing_taken_back` if all of it is held.
    """
    if preview.is_empty:
        raise _nothing(preview)
    count = sum(preview.count("annotation", what) for what in _PIECES)
    facts: dict[str, Value] = {"who": preview.coder, "count": count, "articles": preview.done}
    joined = joining.join(project, preview.plan, "takeback", **facts)
    made = handovers.get(project.db, preview.handover.id) or preview.handover
    more: list[Edit] = [altered(made, returned=datetime.now(UTC).isoformat(timespec="milliseconds"))]
    if newcomer is not None and codebook.coder(project.db, newcomer.id) is None:
        more.append(added(newcomer))
    return replace(joined, steps=chain(joined.steps, more))


def _nothing(preview: Preview) -> AnnotatorError:
    if preview.held and not preview.known:
        return AnnotatorError("nothing_taken_back", path=str(preview.path))
    return AnnotatorError("taken_back_before", path=str(preview.path))


def _handover(project: Project, package: Foreign) -> Handover:
    """Our own record of it: what the package says of itself is only a claim."""
    told, path = package.told, str(package.path)
    if told.project != project.id:
        raise AnnotatorError("other_project", path=path, title=told.title)
    if told.handover is None:
        raise AnnotatorError("not_a_package", path=path)
    made = handovers.get(project.db, told.handover.id)
    if made is None:
        raise AnnotatorError("unknown_handover", path=path)
    return made


def _refuse_frozen(project: Project, made: Handover) -> None:
    """Work for a round that was frozen since comes too late."""
    found = rounds.get(project.db, made.round)
    if found is not None and found.state == "frozen":
        raise AnnotatorError("frozen_since", round=made.round)


def _articles(project: Project, scope: Scope, planned: Plan) -> tuple[ArticleBack, ...]:
    spans, statuses = _spans(planned.edits, scope), _statuses(project, planned.edits, scope)
    return tuple(
        ArticleBack(
            article, scope.titles[article], statuses.get(coding, "todo"), *(spans[coding, what] for what in _PIECES)
        )
        for coding, article in scope.codings.items()
    )


def _spans(edits: Iterable[Edit], scope: Scope) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for edit in edits:
        if edit.table == "annotation":
            found[scope.home(edit), edit.kind] += 1
    return found


def _statuses(project: Project, edits: Iterable[Edit], scope: Scope) -> Mapping[str, Status]:
    found = codings.statuses(project.db, list(scope.codings))
    for edit in edits:
        if edit.table == "coding" and edit.after is not None and "status" in edit.after:
            found[edit.row] = edit.after["status"]  # type: ignore[assignment]  # checked when it was read
    return found
