"""The codebook mended from its conflicts: what is argued over, a new definition as a new version, whom it touches."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, TypedDict, Unpack

from annotator.core.changes import change
from annotator.core.codebook import to_data
from annotator.core.errors import AnnotatorError
from annotator.core.models import Codebook
from annotator.core.rows import added, altered
from annotator.operations import codebook, codings, people
from annotator.operations.spans import existing
from annotator.review.compare import Coded, compare
from annotator.review.conflicts import argued, disputes
from annotator.store import blind
from annotator.store import codebook as book_reader
from annotator.store import codings as reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from annotator.core.changes import Change, Edit
    from annotator.core.models import Annotation, Coding, Label, Names, Version
    from annotator.review.conflicts import Argued, Dispute
    from annotator.store.project import Project

    Company = Mapping[str, str]  # coders of an article, each with the coding

Place = Literal["examples", "include", "exclude"]
_AT_ONCE = 200  # articles
_RULE = ("definition", "include", "exclude", "examples", "within", "parts", "apart")  # what a label is put by
_QUOTES = {"en": "“{}”"}
_OTHERWISE = "«{}»"


class Amendment(TypedDict, total=False):
    """What of a label can be amended from its conflicts."""

    definition: Names
    include: Names
    exclude: Names
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clinic:
    """What coders argue over in the rounds looked at: labels and pairs of them, the most argued over first."""

    cases: tuple[Argued, ...]
    uses: Mapping[str, int]
    labels: tuple[Dispute, ...]
    pairs: tuple[Dispute, ...]

    def behind(self, labels: Sequence[str]) -> list[Argued]:
        """The cases in which all of these labels stand."""
        return [case for case in self.cases if set(labels) <= set(case.labels)]


@dataclass(frozen=True, slots=True)
class Touched:
    """A segment that was set under another definition of its label; `version` names that codebook, "" for none."""

    annotation: Annotation
    coding: Coding
    version: str
    frozen: bool


def conflicts(project: Project, *, round_id: str = "", tell: Callable[[float], None] = lambda _done: None) -> Clinic:
    """All that coders differ in over segments, in one round or in all; nothing that is kept from who looks.

    Raises `no_such_round`.
    """
    cases: list[Argued] = []
    uses: Counter[str] = Counter()
    rounds = [one.id for one in book_reader.rounds(project.db)]
    if round_id and round_id not in rounds:
        raise AnnotatorError("no_such_round", round=round_id)
    wanted = [round_id] if round_id else rounds
    for number, one in enumerate(wanted):
        for done, found, used in _in_round(project, one):
            cases += found
            uses += used
            tell((number + done) / len(wanted))
    labels, pairs = disputes(cases, uses)
    return Clinic(tuple(cases), uses, tuple(labels), tuple(pairs))


def _in_round(project: Project, round_id: str) -> Iterator[tuple[float, list[Argued], Counter[str]]]:
    """So much of the round, article by article: how far it is, what is argued over, how often labels are used."""
    viewer = project.coder or people.acting(project).id
    there = blind.compared(project.db, round_id, viewer)
    order = {coder.id: number for number, coder in enumerate(book_reader.coders(project.db))}
    settled = {coding.article: coding.id for coding in reader.settled_in(project.db, round_id)}
    waiting, done = iter(there.items()), 0
    while some := dict(islice(waiting, _AT_ONCE)):
        works = _works(project, [coding for company in some.values() for coding in company.values()])
        decided = reader.decisions(project.db, [settled[article] for article in some if article in settled])
        for article, company in some.items():
            done += 1
            coders = sorted(company, key=lambda coder: order.get(coder, len(order)))
            sides = [works[company[coder]] for coder in coders]
            rulings = [each for each in decided if each.coding == settled.get(article)]
            found = list(argued(article, round_id, tuple(coders), compare(sides).differences, rulings))
            yield done / len(there), found, Counter(span.label for side in sides for span in side.annotations)


def _works(project: Project, ids: Sequence[str]) -> dict[str, Coded]:
    """Segments and their values, by coding; links and article variables are no label's matter."""
    spans: dict[str, list[Annotation]] = {coding: [] for coding in ids}
    values: dict[str, dict[str, dict[str, Any]]] = {coding: {} for coding in ids}
    for span in reader.annotations_of(project.db, ids):
        spans[span.coding].append(span)
    for value in reader.values(project.db, ids):
        values[value.coding].setdefault(value.owner, {})[value.variable] = value.value
    return {coding: Coded(coding, spans[coding], values[coding]) for coding in ids}


# -- a new definition


def amend(project: Project, label: str, version: str, **words: Unpack[Amendment]) -> Change:
    """Change what a label means and publish the codebook so, under a name, as one action.

    Raises what `codebook.edit_label` and `codebook.publish` do: `codebook_locked`, `no_such_label`, `empty_name`,
    `version_name_taken`, `nothing_new`, `published_before`.
    """
    old, steps, book = codebook.edited(project, label, **words)
    made = codebook.new_version(project, book, version)
    name = codebook.any_name(old.names, label)
    return change("amend_label", [*steps, added(made)], label=label, name=name, version=made.name)


def drafted(words: Label | Mapping[str, Any], quote: str, place: Place, language: str) -> Amendment:
    """An amendment that takes a case's words in: among the examples, or into what is included or not.

    `words` is the label, or what has been drafted of it so far.
    """
    quote = " ".join(quote.split())
    held = words.get(place) if isinstance(words, dict) else getattr(words, place)
    if place == "examples":
        examples = tuple(held or ())
        return {"examples": examples if quote in examples else (*examples, quote)}
    said, cited = dict(held or {}), _QUOTES.get(language, _OTHERWISE).format(quote)
    if cited not in said.get(language, ""):
        said[language] = f"{said.get(language, '')} {cited}".strip()
    return {"include": said} if place == "include" else {"exclude": said}


# -- whom it touches


def touched(project: Project, label: str) -> list[Touched]:
    """Segments of a label that were set under another definition, article by article; raises `no_such_label`.

    Those in frozen rounds are among them, though nothing of them can change; what is kept from who looks is not.
    """
    now = codebook.existing(project, label)
    versions = {version.id: version for version in book_reader.versions(project.db)}
    same = {name for name, version in versions.items() if _rule_in(version, label) == _rule(now)}
    if not _was_altered(project, label):
        same.add("")  # set before any version, and the definition is the one of then
    frozen = {one.id for one in book_reader.rounds(project.db) if one.state == "frozen"}
    viewer = project.coder or people.acting(project).id
    return [
        Touched(span, coding, versions[span.codebook].name if span.codebook in versions else "", coding.round in frozen)
        for span, coding in reader.labelled(project.db, label, viewer)
        if span.codebook not in same
    ]


def look_again(project: Project, annotations: Sequence[str]) -> Change:
    """Say of segments of one label that they were looked at and hold under the newest version too.

    Raises `no_version` before the first, `nothing_to_look_at`, `no_such_annotation` and `frozen_round`.
    """
    latest = book_reader.latest_version(project.db)
    if not latest:
        raise AnnotatorError("no_version")
    spans = [existing(project, each) for each in annotations]
    if not spans:
        raise AnnotatorError("nothing_to_look_at")
    for coding in {span.coding for span in spans}:
        codings.of(project, coding)
    return change("look_again", _looked_at(spans, latest), count=len(spans), label=spans[0].label)


def _looked_at(spans: Sequence[Annotation], version: str) -> Iterator[Edit]:
    return (altered(span, codebook=version) for span in spans)


def _rule(label: Label) -> dict[str, Any]:
    (told,) = to_data(Codebook((replace(label, parent=None),)))["labels"]
    return {name: told[name] for name in _RULE if name in told}


def _rule_in(version: Version, label: str) -> dict[str, Any] | None:
    """What a version says of a label; None where it has none of this id."""
    told = next((each for each in version.body.get("labels", ()) if each.get("id") == label), None)
    return None if told is None else {name: told[name] for name in _RULE if name in told}


def _was_altered(project: Project, label: str) -> bool:
    """Whether the log knows of a change of what the label is put by."""
    history = project.journal.row_history("label", label)
    return any(edit.before and edit.after and edit.after.keys() & set(_RULE) for _, edit in history)
