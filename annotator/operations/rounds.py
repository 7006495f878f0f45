"""Rounds: opened under a codebook version, their articles drawn and given to coders."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from annotator.core.changes import change
from annotator.core.codebook import content_hash
from annotator.core.errors import AnnotatorError
from annotator.core.models import Coding, Round
from annotator.core.rows import added, altered, removed
from annotator.operations import drawing, people
from annotator.operations.codebook import version_of
from annotator.operations.codings import Where
from annotator.operations.sealed import refuse_in_package
from annotator.store import articles, codebook, rounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.core.changes import Change, Edit
    from annotator.core.models import Coder, RoundKind
    from annotator.operations.drawing import Draw, Sample
    from annotator.store.project import Project
    from annotator.store.rounds import Progress

_LONGEST = 64  # code points of a name, which is the id of a row


@dataclass(frozen=True, slots=True)
class Terms:
    """What a round is for, who is to code in it (ids or names), whether they see each other's work, and the expert.

    `newcomers` are not in the project yet and come with the round.
    """

    kind: RoundKind = "main"
    coders: tuple[str, ...] = ()
    blind: bool = True
    expert: str = ""
    newcomers: tuple[Coder, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a draw would do, before it is done: the sample, and for each coder (id) the articles that come back."""

    sample: Sample
    coders: tuple[str, ...]
    again: Mapping[str, tuple[str, ...]]


def open_round(project: Project, name: str, terms: Terms | None = None) -> Change:
    """A new round under the codebook as it stands, which is published if it was not yet.

    Raises `empty_name`, `bad_round_name`, `round_exists`, `no_such_coder` or `ambiguous_coder`.
    """
    new, steps = _opened(project, name, terms or Terms())
    return change("open_round", [*steps, added(new)], round=new.id, kind=new.kind)


def existing(project: Project, name: str) -> Round:
    """The round of this name; raises `no_such_round`, or `empty_name` without one."""
    if not name.strip():
        raise AnnotatorError("empty_name")
    if (found := rounds.get(project.db, name)) is None:
        raise AnnotatorError("no_such_round", round=name)
    return found


def still_open(project: Project, name: str) -> Round:
    """The same; raises `frozen_round` if it is frozen."""
    refuse_in_package(project)
    found = existing(project, name)
    if found.state == "frozen":
        raise AnnotatorError("frozen_round", round=found.id)
    return found


def preview(project: Project, name: str, how: Draw, terms: Terms | None = None) -> Drawing:
    """What `draw` would draw; raises as it does."""
    round_, _ = _to_draw_for(project, name, terms or Terms("reliability"))
    return _drawing(project, round_, how)


def draw(project: Project, name: str, how: Draw, terms: Terms | None = None) -> Change:
    """Draw the articles of a round and give each of them to all its coders, as something to do.

    A round that is not there is opened by these terms (kind "reliability" without any). Its coders are those named,
    else those that it has, else everybody in the project; an expert codes the same articles. The plan says how it was
    drawn, with how many from each stratum. Raises what opening does, `frozen_round`, `round_drawn`, `no_such_round`
    for the source, `empty_pool`, `pool_too_small`, `bad_share`, `bad_count` or `no_such_meta`.
    """
    round_, steps = _to_draw_for(project, name, terms or Terms("reliability"))
    found = _drawing(project, round_, how)
    count, coders = len(found.sample.articles), len(found.coders)
    after = replace(round_, coders=found.coders, plan=_plan(how, found.sample))
    there = rounds.get(project.db, round_.id)
    row = added(after) if there is None else altered(there, coders=after.coders, plan=after.plan, expert=after.expert)
    return change("draw", [*steps, row, *_given(found, round_)], round=round_.id, count=count, coders=coders)


def assign(project: Project, name: str, coder: str, chosen: Sequence[str]) -> Change:
    """Give a coder more articles of the project to code in a round.

    Raises `no_such_round`, `frozen_round`, `no_such_coder`, `no_such_article`, or `nothing_to_assign` if all of these
    are theirs already.
    """
    round_, who = still_open(project, name), people.known(project, coder)
    there = rounds.statuses(project.db, round_.id, who.id)
    for article in chosen:
        articles.get(project.db, article)
    new = [_to_do(article, who.id, round_) for article in dict.fromkeys(chosen) if article not in there]
    if not new:
        raise AnnotatorError("nothing_to_assign", coder=who.name, round=round_.id)
    named = who.id in round_.coders or who.id == round_.expert
    coders = round_.coders if named else (*round_.coders, who.id)
    steps = [altered(round_, coders=coders), *map(added, new)]
    return change("assign", steps, round=round_.id, coder=who.name, count=len(new))


def unassign(project: Project, name: str, coder: str, chosen: Sequence[str] = ()) -> Change:
    """Take articles back that a coder has not begun in a round: these, or (none named) all of them.

    Who has nothing left in the round is none of its coders any more. Raises `no_such_round`, `frozen_round`,
    `no_such_coder`, or `nothing_to_unassign`.
    """
    round_, who = still_open(project, name), people.known(project, coder)
    gone = rounds.untouched(project.db, round_.id, who.id, chosen)
    if not gone:
        raise AnnotatorError("nothing_to_unassign", coder=who.name, round=round_.id)
    left = len(rounds.statuses(project.db, round_.id, who.id)) > len(gone)
    coders = tuple(each for each in round_.coders if left or each != who.id)
    steps = [*map(removed, gone), altered(round_, coders=coders)]
    return change("unassign", steps, round=round_.id, coder=who.name, count=len(gone))


def progress(project: Project, name: str) -> list[Progress]:
    """How far each coder of a round is; raises `no_such_round`."""
    return rounds.progress(project.db, existing(project, name).id)


def version(project: Project, name: str) -> tuple[str, list[Edit]]:
    """The codebook as it stands: its version's id, and what publishes it under a round's name if it is none yet."""
    book = codebook.read(project.db)
    versions = codebook.versions(project.db)
    if (found := content_hash(book)) in {each.id for each in versions}:
        return found, []
    taken, free, number = {each.name for each in versions}, name, 1
    while free in taken:
        number += 1
        free = f"{name} {number}"
    new = version_of(book, free)
    return new.id, [added(new)]


def _opened(project: Project, name: str, terms: Terms) -> tuple[Round, list[Edit]]:
    refuse_in_package(project)
    name = _named(name)
    if rounds.get(project.db, name) is not None:
        raise AnnotatorError("round_exists", round=name)
    published, steps = version(project, name)
    expert = _person(project, terms, terms.expert) if terms.expert else ""
    coders = _people(project, terms, but=expert)
    steps = [*_come(project, terms), *steps]
    return Round(name, terms.kind, "open", published, {}, coders, terms.blind, expert), steps


def _named(name: str) -> str:
    if not (name := " ".join(name.split())):
        raise AnnotatorError("empty_name")
    if not people.fits_a_line(name, _LONGEST):
        raise AnnotatorError("bad_round_name", name=name[:_LONGEST], longest=_LONGEST)
    return name


def _people(project: Project, terms: Terms, *, but: str = "") -> tuple[str, ...]:
    found = dict.fromkeys(_person(project, terms, coder) for coder in terms.coders)
    return tuple(coder for coder in found if coder != but)


def _person(project: Project, terms: Terms, coder: str) -> str:
    come = {new.id for new in terms.newcomers}
    return coder if coder in come else people.known(project, coder).id


def _come(project: Project, terms: Terms) -> list[Edit]:
    return [added(new) for new in terms.newcomers if codebook.coder(project.db, new.id) is None]


def _to_draw_for(project: Project, name: str, terms: Terms) -> tuple[Round, list[Edit]]:
    """The round with its coders as the draw leaves them, and what opens it if it is new, without its own row."""
    there = rounds.get(project.db, " ".join(name.split()))
    if there is None:
        round_, steps = _opened(project, name, terms)
    else:
        round_, steps = still_open(project, there.id), _come(project, terms)
        if round_.plan:
            raise AnnotatorError("round_drawn", round=round_.id)
        expert = _person(project, terms, terms.expert) if terms.expert else round_.expert
        named = dict.fromkeys((*round_.coders, *_people(project, terms)))
        round_ = replace(round_, coders=tuple(coder for coder in named if coder != expert), expert=expert)
    if not round_.coders:
        everybody = [*codebook.coders(project.db), *terms.newcomers]
        round_ = replace(round_, coders=tuple(coder.id for coder in everybody if coder.id != round_.expert))
    return round_, steps


def _drawing(project: Project, round_: Round, how: Draw) -> Drawing:
    if how.source:
        existing(project, how.source)
    sample = drawing.draw(rounds.pool(project.db, round_.id, how.source), how)
    return Drawing(
        sample, round_.coders, {coder: _again(project, round_, how, coder, sample) for coder in round_.coders}
    )


def _again(project: Project, round_: Round, how: Draw, coder: str, sample: Sample) -> tuple[str, ...]:
    if not how.again:
        return ()
    drawn = set(sample.articles)
    coded = [each for each in rounds.coded_elsewhere(project.db, round_.id, coder) if each not in drawn]
    return tuple(drawing.again(coded, how, coder))


def _given(found: Drawing, round_: Round) -> Iterator[Edit]:
    for coder in (*found.coders, *([round_.expert] if round_.expert else [])):
        for article in (*found.sample.articles, *found.again.get(coder, ())):
            yield added(_to_do(article, coder, round_))


def _to_do(article: str, coder: str, round_: Round) -> Coding:
    return Coding(Where(article, coder, round_.id).id, article, coder, round_.id, "own", "todo", round_.codebook)


def _plan(how: Draw, sample: Sample) -> dict[str, Any]:
    """As it is kept with the round: what was asked for, from how many, and what came of each stratum."""
    asked = {"share": how.share, "count": how.count, "source": how.source, "again": how.again}
    plan: dict[str, Any] = {key: value for key, value in asked.items() if value}
    plan |= {"seed": how.seed, "stratify": list(how.stratify), "pool": sample.pool, "drawn": len(sample.articles)}
    strata = [{"of": list(one.of), "pool": one.pool, "drawn": one.drawn} for one in sample.strata if one.of]
    return plan | {"strata": strata}
