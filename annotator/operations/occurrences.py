"""Words found in the whole project, and every occurrence of them labelled as one action."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.changes import change
from annotator.core.clitics import is_group
from annotator.core.errors import AnnotatorError
from annotator.core.folding import fold, folded
from annotator.core.ids import new_id
from annotator.core.models import Annotation
from annotator.core.occurrences import find, pattern, spans
from annotator.core.rows import added
from annotator.operations import codings as coding_operations
from annotator.operations import spans as span_operations
from annotator.operations.codings import Where
from annotator.store import actors, articles, codebook, codings
from annotator.store.folded import Keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from annotator.core.changes import Change, Edit
    from annotator.core.folding import Folded
    from annotator.core.models import Boundary, Coder, Coding, Label
    from annotator.core.text import Text
    from annotator.store.project import Project

    Progress = Callable[[float, str], None]

_CONTEXT = 60  # code points before and after
_FOLDED, _SCANNED = 0.8, 0.9  # how far the work is when every text has its key, when every key was looked at


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found in an article, in code points, with what stands around them."""

    article: str
    start: int
    end: int
    text: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Occurrence(Hit):
    """A hit as the boundary policy takes it.

    `form` is what was sought as it stands here, `clitic` the particles before it, both folded; `coded` says that the
    coder who was asked for has a span on just these words.
    """

    form: str
    clitic: str
    coded: bool = False


def every(  # noqa: PLR0913 - each of them narrows what is asked
    project: Project,
    query: str,
    *,
    article: str = "",
    coder: str = "",
    round_id: str = "",
    suffixes: bool = False,
    rule: Boundary | None = None,
    progress: Progress | None = None,
) -> list[Occurrence]:
    """Every occurrence in an article, or in all, by article; in each the exact form first, then those after particles.

    Particles may stand before the words, with `suffixes` pronouns after them. `rule` is for the edges, the project's if
    there is none. What `coder` has coded counts in `round_id` alone, if that is given. Raises `no_such_article`.
    """
    sought = pattern(query, whole=whole_names(project), suffixes=suffixes)
    rule = rule or codebook.project(project.db).boundary
    coded = codings.ranges(project.db, coder, article, round_id) if coder else set()
    found: dict[tuple[str, int, int], Occurrence] = {}
    for one, text in _texts(project, sought.literal, article=article, progress=progress):
        for place in find(sought, text):
            at = one, *spans(place, text.text, rule)
            found.setdefault(at, Occurrence(*_around(text.text, *at), place.form, place.clitic, at in coded))
    return [*found.values()]


def label_all(
    project: Project,
    where: tuple[str, str],
    label: str,
    occurrences: Sequence[Occurrence],
    *,
    newcomer: Coder | None = None,
) -> Change:
    """Put a label on all of these, for a coder in a round (`where`), as one action; `newcomer`: it adds the coder.

    Left out, and counted in the fact `left`, is what has the label there already or may not have it by the label's
    rules; the fact `count` says how many were coded. Raises `no_such_label`, `text_changed`, `frozen_round`, and what
    the rules say where they forbid them all.
    """
    kind = span_operations.usable(project, label)
    comes = newcomer is not None and codebook.coder(project.db, newcomer.id) is None
    labelling = _Labelling(project, kind, codebook.latest_version(project.db))
    of_article: dict[str, list[Occurrence]] = {}
    for one in occurrences:
        of_article.setdefault(one.article, []).append(one)
    for article, there in of_article.items():
        coding, steps = coding_operations.opened(project, Where(article, *where), comes=comes)
        labelling.article(coding, [*steps], there)
    if labelling.forbidden is not None and not labelling.count:
        raise labelling.forbidden
    first = [added(newcomer)] if newcomer and comes and labelling.count else []
    quote = span_operations.short([occurrences[0].text]) if occurrences else ""
    count, left = labelling.count, len(occurrences) - labelling.count
    return change("label_all", [*first, *labelling.edits], label=label, quote=quote, count=count, left=left)


def search(
    project: Project,
    query: str,
    *,
    word: bool = False,
    loose: bool = False,
    exact: bool = False,
    limit: int | None = None,
) -> Iterator[Hit]:
    """Every place where the folded words stand, in the project's and the text's order; `loose` folds at level 2.

    `word`: at word starts only, after particles or none, to the word's end. `exact`: these very characters.
    """
    left = -1 if limit is None else max(limit, 0)
    for hit in _hits(project, query, word=word, loose=loose, exact=exact):
        if not left:
            return
        left -= 1
        yield hit


def whole_names(project: Project) -> frozenset[str]:
    """Words of the register's names that begin with no particle, though they look like it (وليد, بلعيد), folded.

    One that is another of its words after particles is no such name: of حماس and بحماس the second is not.
    """
    names = {
        word
        for actor in actors.every(project.db)
        for name in (*actor.names.values(), *actor.aliases)
        for word in folded(name).split()
    }
    return frozenset(name for name in names if _looks_joined(name) and not _is_joined(name, names))


def _looks_joined(name: str) -> bool:
    return is_group(name[:1]) and not name.startswith(("ال", "لل"))


def _is_joined(name: str, names: set[str]) -> bool:
    return any(is_group(name[:at]) and name[at:] in names for at in range(1, len(name)))


def _hits(project: Project, query: str, *, word: bool, loose: bool, exact: bool) -> Iterator[Hit]:
    if exact:
        yield from _exact_hits(project, query)
    elif word:
        sought = pattern(query, whole=whole_names(project), loose=loose)
        for article, text in _texts(project, sought.literal, loose=loose):
            for place in sorted(find(sought, text), key=lambda one: one.start):
                yield Hit(*_around(text.text, article, place.head_start, place.end))
    else:
        letters = folded(query, loose=loose)
        for article, text in _texts(project, letters if letters.strip() else "", loose=loose):
            places = (text.origin(at, at + len(letters)) for at in _starts(text.key, letters))
            for start, end in dict.fromkeys(places):
                yield Hit(*_around(text.text, article, start, end))


def _exact_hits(project: Project, query: str) -> Iterator[Hit]:
    holding = articles.texts_holding(project.db, query) if query.strip() else set()
    for article, text_hash in [*articles.with_texts(project.db, holding)]:
        body = articles.text(project.db, text_hash).body
        for start in _starts(body, query):
            yield Hit(*_around(body, article, start, start + len(query)))


def _starts(text: str, letters: str) -> Iterator[int]:
    """Where letters stand in a text, none of them overlapping."""
    at = text.find(letters)
    while at >= 0:
        yield at
        at = text.find(letters, at + len(letters))


def _texts(
    project: Project, letters: str, *, article: str = "", loose: bool = False, progress: Progress | None = None
) -> Iterator[tuple[str, Folded]]:
    """The articles in whose keys these letters stand, in the project's order, each with its text folded."""
    if not letters:
        return
    if article:
        text = articles.text(project.db, articles.get(project.db, article).text)
        yield article, fold(text.body, loose=loose)
        return
    with Keys(project) as keys:
        keys.catch_up(_between(0, _FOLDED, progress))
        hashes = keys.holding(letters, loose=loose, progress=_between(_FOLDED, _SCANNED, progress))
        holding, read = [*articles.with_texts(project.db, hashes)], _between(_SCANNED, 1, progress)
        for number, (one, text_hash) in enumerate(holding, 1):
            yield one, keys.of(text_hash, loose=loose)
            if read is not None:
                read(number / len(holding), "")


def _between(start: float, end: float, progress: Progress | None) -> Progress | None:
    """The progress of a part of the work, told as that of the whole."""
    return progress and (lambda done, name: progress(start + done * (end - start), name))


def _around(body: str, article: str, start: int, end: int) -> tuple[str, int, int, str, str, str]:
    """What a hit is made of."""
    before, after = body[max(start - _CONTEXT, 0) : start], body[end : end + _CONTEXT]
    return article, start, end, body[start:end], before, after


class _Labelling:
    """The spans that a label makes of occurrences, article by article."""

    def __init__(self, project: Project, label: Label, version: str) -> None:
        self.edits: list[Edit] = []
        self.count = 0
        self.forbidden: AnnotatorError | None = None
        self._project = project
        self._label = label
        self._version = version

    def article(self, coding: Coding, opening: list[Edit], occurrences: Sequence[Occurrence]) -> None:
        """Take the occurrences of one article; its coding is opened only if something comes of them."""
        text_hash = articles.get(self._project.db, coding.article).text
        text = articles.text(self._project.db, text_hash)
        there = {
            a.fragments for a in codings.annotations_of(self._project.db, [coding.id]) if a.label == self._label.id
        }
        new = [self._span(coding, text, one) for one in occurrences]
        new = [span for span in new if span.fragments not in there and self._may(coding, span)]
        self.edits += [*opening, *map(added, new)] if new else []
        self.count += len(new)

    def _span(self, coding: Coding, text: Text, one: Occurrence) -> Annotation:
        if text.body[one.start : one.end] != one.text:
            raise AnnotatorError("text_changed", quote=one.text)
        quotes = text.quotes([(one.start, one.end)])
        return Annotation(
            new_id(), coding.id, self._label.id, text.hash, ((one.start, one.end),), quotes, self._version
        )

    def _may(self, coding: Coding, span: Annotation) -> bool:
        try:
            span_operations.refuse_forbidden(self._project, self._label, coding.article, span)
        except AnnotatorError as error:
            self.forbidden = self.forbidden or error
            return False
        return True
