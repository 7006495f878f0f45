"""Feedback as a package: a colleague's own coding, what was settled of it and why, to be read and answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING

from annotator import messages
from annotator.core.changes import change
from annotator.core.ids import new_id
from annotator.core.rows import added
from annotator.core.travel import Handover
from annotator.operations import people
from annotator.operations.codings import Where
from annotator.operations.handover import Handing
from annotator.operations.packing import laid_in, opening
from annotator.operations.sealed import refuse_in_package
from annotator.review.feedback import known_by
from annotator.store import actors, codebook, codings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.core.changes import Change, Step, Value
    from annotator.core.models import Coder, Decision
    from annotator.operations.feedback import Corrected, Feedback
    from annotator.store.project import Project


def prepare(project: Project, told: Feedback, *, language: str, anonymous: bool = False) -> Handing:
    """A package of this feedback, for `annotator.operations.handover.write`; nothing is written yet.

    With `anonymous` those who settled and wrote are called "reviewer" in it, in "ar" or "en". Raises `in_package`.
    """
    refuse_in_package(project)
    sender, now = people.acting(project), datetime.now(UTC).isoformat(timespec="milliseconds")
    texts = {one.article.id: one.article.text for one in told.articles}
    version = codebook.latest_version(project.db)
    made = Handover(new_id(), "feedback", told.coder.id, sender.id, told.round, texts, version, False, "", now)
    there = {coder.id for coder in codebook.coders(project.db)}
    comes = [added(sender)] if sender.id not in there else []
    facts: dict[str, Value] = {"name": told.coder.name, "count": len(texts), "round": told.round}
    done = replace(change("send_feedback", [*comes, added(made)], **facts), author=sender.id, at=now)
    return Handing(made, told.coder, done, _Packing(project, made, told, sender, language if anonymous else ""))


class _Packing:
    """The rows of the package. Its round is frozen and its codebook locked: what can be written in it are notes."""

    def __init__(self, project: Project, made: Handover, told: Feedback, sender: Coder, unnamed: str) -> None:
        """`unnamed` is the language in which those who settled are called by no name, or ""."""
        self._project, self._made, self._told = project, made, told
        self._sender, self._unnamed = sender, unnamed
        settled = [coding for coding in codings.settled_in(project.db, told.round) if coding.article in made.articles]
        self._settled = {coding.article: coding for coding in settled}
        found = codings.decisions(project.db, [coding.id for coding in settled])
        self._decisions = {coding.id: [each for each in found if each.coding == coding.id] for coding in settled}

    def first(self, tell: Callable[[float, str], None]) -> Change:
        """The package's first change, whose steps are read while it is written; `tell` hears of each article."""
        return opening(self._made, sender=self._sender, coder=self._told.coder, steps=self._steps(tell))

    def _steps(self, tell: Callable[[float, str], None]) -> Iterator[Step]:
        db, made = self._project.db, self._made
        yield added(replace(codebook.project(db), editing="locked", package=made.id))
        yield from map(added, self._people())
        yield from map(added, self._book())
        yield from map(added, (*actors.every(db), made))
        for done, one in enumerate(self._told.articles):
            tell(done / len(self._told.articles), one.article.title)
            yield from self._article(one)

    def _book(self) -> Iterator[object]:
        db, made = self._project.db, self._made
        book = codebook.read(db)
        yield from (*book.labels, *book.variables, *book.relation_types, *book.statement_types)
        yield from (version for version in codebook.versions(db) if version.id == made.codebook)
        for found in codebook.rounds(db):
            if found.id == made.round:
                frozen = found.frozen or made.at
                yield replace(found, state="frozen", frozen=frozen, coders=(), expert="", plan={}, seal="")

    def _people(self) -> Iterator[Coder]:
        """The colleague, who sends it, and who else settled something or wrote a note that goes along."""
        coder = self._told.coder
        notes = chain.from_iterable(chain.from_iterable(one.notes.values()) for one in self._told.articles)
        others = {self._sender.id, *(note.coder for note in notes)}
        others |= {coding.coder for coding in self._settled.values()}
        others |= {each.coder for each in chain.from_iterable(self._decisions.values())}
        others.discard(coder.id)
        known = {each.id: each for each in codebook.coders(self._project.db)} | {self._sender.id: self._sender}
        yield coder
        for number, other in enumerate(sorted(others & known.keys()), start=1):
            yield replace(known[other], pseudonym="", name=self._called(known[other], number, len(others)))

    def _called(self, coder: Coder, number: int, count: int) -> str:
        if not self._unnamed:
            return coder.name
        word = messages.sentences("feedback")["reviewer"][self._unnamed]
        return word if count == 1 else f"{word} {number}"

    def _article(self, one: Corrected) -> Iterator[Step]:
        """An article with both codings of it, the decisions, and the threads on them."""
        db, made, article = self._project.db, self._made, one.article
        settled, own = self._settled[article.id], Where(article.id, made.coder, made.round).id
        ids = [own, settled.id]
        homes = codings.codings_among(db, ids).values()
        yield from laid_in(db, article, list(homes), codings.annotations_of(db, ids))
        yield from map(added, self._known(one, settled.id))
        yield from map(added, chain.from_iterable(one.notes.values()))

    def _known(self, one: Corrected, settled: str) -> Iterator[Decision]:
        """Who else coded is nobody's to know; what only their codings would tell of a decision, its key tells."""
        about = {each.decision.id: each.key for each in one.compared.corrections if each.decision and each.key}
        for decision in self._decisions[settled]:
            key = about.get(decision.id)
            yield replace(decision, coders=(), difference=known_by(settled, key) if key else decision.difference)
