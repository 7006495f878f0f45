"""Documents become rows of the project, one at a time: what is known is found again, what cannot be taken is named."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.core.ids import keyed_id, new_id
from annotator.core.models import Article, Source
from annotator.core.order import after
from annotator.core.repair import looks_visual
from annotator.core.rows import added
from annotator.formats.records import Refused, Warned
from annotator.operations import parts
from annotator.operations.naming import Naming
from annotator.operations.work import Work
from annotator.store import articles
from annotator.store.reading import one

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from annotator.core.changes import Edit, Step
    from annotator.core.models import Coder
    from annotator.formats.records import Document, Item
    from annotator.store.project import Project

_TITLE = 80  # characters of the first line that stand for a missing title
_LOOKED_AT = 50_000  # characters from a text's start that tell in which order it was written


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file said, with the file's path and the key of its format."""

    item: Item
    path: str = ""
    format: str = ""


@dataclass(slots=True)
class Report:
    """What became of it; filled while the change is committed."""

    articles_added: int = 0
    articles_known: int = 0
    annotations_added: int = 0
    annotations_known: int = 0
    labels_added: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)

    @property
    def nothing(self) -> bool:
        """Whether nothing was new and nothing was known."""
        return not (self.articles_added or self.articles_known)


class Intake:
    """One taking in: it reads the project as it goes, so that what came a moment ago is already known."""

    def __init__(self, project: Project, coder: Coder, report: Report, *, strict: bool) -> None:
        self.project = project
        self.coder = coder
        self.report = report
        self.strict = strict
        self.now = datetime.now(UTC).isoformat(timespec="milliseconds")

    def steps(self, incoming: Iterable[Incoming]) -> Iterator[Step]:
        """The edits; before the first of them the coder who takes it in, if that is somebody new."""
        self.db = self.project.db  # asked for now: after a disk error a commit begins on another connection
        self.naming = Naming(self.project, self.coder)
        self._positions = after(articles.last_position(self.db))
        for one_of_them in incoming:
            for step in self._item(one_of_them):
                yield from self.naming.introduced()
                yield step
        self.report.labels_added.extend(self.naming.labels_added)
        if self.report.nothing:
            raise AnnotatorError("nothing_taken", count=len(self.report.refused))

    def _item(self, incoming: Incoming) -> Iterator[Step]:
        item = incoming.item
        if isinstance(item, Refused):
            self.refuse(item)
        elif isinstance(item, Warned):
            self.report.warnings.append(item)
        else:
            yield from self._document(item, incoming)

    def refuse(self, refused: Refused) -> None:
        """Note what is not taken; under `strict` that ends it all."""
        self.report.refused.append(refused)
        if self.strict:
            raise AnnotatorError("refused_strict", path=refused.path, where=refused.where) from refused.why

    def _document(self, document: Document, incoming: Incoming) -> Iterator[Step]:
        line = str(document.origin.line) if document.origin and document.origin.line else ""
        try:
            there = self._known(document)
        except AnnotatorError as error:
            self.refuse(Refused(incoming.path, line, error, "article"))
            return
        if there is None:
            there = yield from self._new(document, incoming)
            self.report.articles_added += 1
            self.report.warnings.extend(Warned(incoming.path, line, why) for why in _doubts(document.text.body))
        else:
            self.report.articles_known += 1
        work = Work(self, there, document)
        yield from work.steps()
        self._tally(work, incoming.path)

    def _tally(self, work: Work, path: str) -> None:
        self.report.annotations_added += work.added
        self.report.annotations_known += work.known
        self.report.warnings.extend(Warned(path, where, why) for where, why in work.warned)
        for what, where, why in work.refused:
            self.refuse(Refused(path, where, why, what))

    def _known(self, document: Document) -> Article | None:
        """By its id; where the file gives none, by its text. Raises `other_text` for a known id over another text."""
        if not document.id:
            return articles.of_text(self.db, document.text.hash)
        there = one(self.db, Article, document.id)
        if there is not None and there.text != document.text.hash:
            raise AnnotatorError("other_text", article=document.id)
        return there

    def _new(self, document: Document, incoming: Incoming) -> Generator[Step, None, Article]:
        article = Article(
            document.id or new_id(),
            whole(document.title.strip()) or _first_line(document.text.body),
            document.text.hash,
            document.direction,
            document.meta,
            next(self._positions),
        )
        yield document.text
        yield added(article)
        if document.parts is None:
            yield from map(added, parts.found_in(article, document.text))
        yield from self._source(article, document, incoming)
        return article

    def _source(self, article: Article, document: Document, incoming: Incoming) -> Iterator[Edit]:
        if (origin := document.origin) is None:
            return
        name = whole(origin.name)
        yield added(
            Source(
                id=keyed_id("source", article.id, name, origin.sha256),
                article=article.id,
                name=name,
                format=incoming.format,
                codec=origin.codec,
                sha256=origin.sha256,
                had_bom=origin.had_bom,
                line_ends=origin.line_ends,
                at=self.now,
            )
        )


def _doubts(body: str) -> Iterator[AnnotatorError]:
    """What makes a text look as if it had been taken from the picture of a page, as old PDFs give it."""
    look = looks_visual(body[:_LOOKED_AT])
    if look.is_reversed:
        yield AnnotatorError("looks_reversed")
    elif look.forms:
        yield AnnotatorError("presentation_forms", count=look.forms)


def whole(name: str) -> str:
    """A file's name without the half characters that stand for bytes which are no text."""
    return name.encode("utf-8", "replace").decode()


def _first_line(body: str) -> str:
    line = next((line.strip() for line in body.split("\n") if line.strip()), "")
    return line if len(line) <= _TITLE else f"{line[: _TITLE - 1]}…"
