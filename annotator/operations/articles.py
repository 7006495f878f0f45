"""What is done to whole articles: take them in with all that was said of them, rename, turn, take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.changes import Change, change
from annotator.core.errors import AnnotatorError
from annotator.core.rows import altered, removed
from annotator.operations.codings import refuse_frozen
from annotator.operations.intake import Intake, Report
from annotator.operations.sealed import refuse_in_package
from annotator.store import articles, codings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.core.changes import Edit
    from annotator.core.models import Coder, Coding, Direction
    from annotator.operations.intake import Incoming
    from annotator.store.project import Project


def take_in(
    project: Project, incoming: Iterable[Incoming], *, coder: Coder, strict: bool = False, **facts: str | int
) -> tuple[Change, Report]:
    """Articles with their annotations, as one action that reads its source while it is committed.

    The report fills while the change is committed. What has no coder belongs to `coder`, who is added if need be.
    While it is committed it raises `nothing_taken` if nothing was new or known, `refused_strict` under `strict`.
    """
    refuse_in_package(project)
    report = Report()
    steps = Intake(project, coder, report, strict=strict).steps(incoming)
    return Change("import", steps, facts, author=coder.id), report


def rename_article(project: Project, article: str, title: str) -> Change:
    """Give an article another title; raises `empty_title`."""
    refuse_in_package(project)
    old = articles.get(project.db, article)
    if not (title := title.strip()):
        raise AnnotatorError("empty_title")
    return change("rename_article", [altered(old, title=title)], article=title, before=old.title)


def set_direction(project: Project, article: str, direction: Direction) -> Change:
    """Say in which direction an article is read; "" finds it from the text again."""
    refuse_in_package(project)
    old = articles.get(project.db, article)
    return change("set_direction", [altered(old, direction=direction)], article=old.title, direction=direction)


def remove_articles(project: Project, ids: Sequence[str]) -> Change:
    """Take articles away with all that hangs on them, as one action; raises `frozen_round` for handed-in work."""
    refuse_in_package(project)
    titles = [articles.get(project.db, article).title for article in ids]
    for article in ids:
        for coding in codings.of_article(project.db, article):
            refuse_frozen(project, coding.round)
    steps = (step for article in ids for step in _removal(project, article))
    facts = {"article": titles[0]} if len(titles) == 1 else {"count": len(titles)}
    return change("remove_articles", steps, **facts)


def _removal(project: Project, article: str) -> Iterator[Edit]:
    for coding in codings.of_article(project.db, article):
        yield from _work(project, coding)
    yield from map(removed, codings.notes(project.db, [article]))
    yield from map(removed, articles.sources(project.db, article))
    yield from map(removed, articles.parts(project.db, article))
    yield removed(articles.get(project.db, article))


def _work(project: Project, coding: Coding) -> Iterator[Edit]:
    spans = codings.annotations_of(project.db, [coding.id])
    for rows in (codings.decisions, codings.relations, codings.statements, codings.values):
        yield from map(removed, rows(project.db, [coding.id]))
    ids = [span.id for span in spans]
    yield from map(removed, codings.notes(project.db, ids))
    yield from map(removed, codings.doubts(project.db, ids))
    yield from map(removed, spans)
    yield removed(coding)
