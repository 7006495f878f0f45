"""Review from the command line: what coders differ in, and settling it, one by one or many at once."""

from __future__ import annotations

from pathlib import Path
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

import click

from annotator import messages
from annotator.cli.call import Call, common
from annotator.cli.naming import Naming
from annotator.cli.program import Needs, NotTogether
from annotator.cli.voice import in_columns
from annotator.core.errors import AnnotatorError
from annotator.operations import bulk, overview, people
from annotator.operations import review as operations
from annotator.operations import rounds as opening
from annotator.operations.bulk import Which
from annotator.operations.review import REASONS, Case, Ruling
from annotator.operations.wording import Wording
from annotator.review.compare import KINDS, RULES
from annotator.store import articles, blind, codebook, rounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.cli.voice import Voice
    from annotator.core.changes import Change
    from annotator.core.models import Coder
    from annotator.operations.bulk import BulkPreview
    from annotator.review.compare import Coded, Difference
    from annotator.store.project import Project

_PROJECT = click.argument("project", type=click.Path(readable=False, path_type=Path))
_ROUND = click.option("--round", "round_", default="main", metavar="NAME")
_RULE = click.option("--rule", type=click.Choice(RULES), default="label")
_KIND = click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS))
_BETWEEN, _MANY = "--between", ("--between", "--kind", "--label")
_TWO = 2
_SHOWN = 40  # code points of each side's words in a line
_WAYS = ("agreed", "all_of", "boundary")


@click.command("differences", cls=Naming, many=_MANY)
@_PROJECT
@click.option(_BETWEEN, multiple=True, required=True, metavar="CODER CODER…")
@_ROUND
@_RULE
@_KIND
@common
@click.pass_obj
def differences(call: Call, /, project: Path, **more: Any) -> None:
    """List what is open between coders."""
    with call.reading(project) as opened:
        cases, withheld = _seen(opened, _between(opened, more))
        wording, titles = Wording(opened, call.voice.language), {one.id: one.title for one in articles.every(opened.db)}
        agreed, found = 0, []
        for case in cases:
            work, sides = operations.work(opened, case), operations.sides(opened, case)
            agreed += work.agreed
            found += [_told(case, one, sides) for one in work.open if not more["kinds"] or one.kind in more["kinds"]]
        rows = [_row(one, titles[one["article"]], wording, call.voice) for one in found]
    facts = {"between": list(more["between"]), "round": more["round_"], "rule": more["rule"], "withheld": withheld}
    lines = [*in_columns(rows), *_count(call.voice, agreed, len(found), withheld)]
    call.voice.result({"agreed": agreed, "differences": found, **facts}, lines)


def _count(voice: Voice, agreed: int, left: int, withheld: int) -> list[str]:
    lines = [voice.words("differences.count", agreed=agreed, open=left)]
    return [*lines, voice.words("differences.withheld", count=withheld)] if withheld else lines


def _between(project: Project, more: dict[str, Any]) -> list[Case]:
    """The articles that all who are named coded.

    Raises `no_such_round`, `no_such_coder`, `one_coder` or `nothing_in_common`.
    """
    opening.existing(project, more["round_"])
    coders = [people.known(project, name) for name in more["between"]]
    for number, coder in enumerate(coders):
        if len(coders) == 1 or coder in coders[:number]:
            raise AnnotatorError("one_coder", coder=coder.name)
    ids = tuple(coder.id for coder in coders)
    found = list(operations.cases_between(project, ids, round_id=more["round_"], rule=more["rule"]))
    if not found:
        names = tuple(coder.name for coder in coders)
        first = names[0] if len(names) == _TWO else names[:-1]
        raise AnnotatorError("nothing_in_common", a=first, b=names[-1], round=more["round_"])
    return found


def _seen(project: Project, cases: Sequence[Case]) -> tuple[list[Case], int]:
    """The cases that a blind round does not withhold from who acts, and how many it does; `still_blind` if all."""
    found = rounds.get(project.db, cases[0].round) if cases else None
    if found is None or not (found.blind and found.coders):
        return list(cases), 0
    seen = [one for one in cases if not blind.withheld(project.db, one.article, one.round, project.coder)]
    if not seen:
        raise AnnotatorError("still_blind", round=found.id)
    return seen, len(cases) - len(seen)


def _told(case: Case, found: Difference, sides: Sequence[Coded]) -> dict[str, Any]:
    told = [_side(found, place, coded) for place, coded in enumerate(sides)]
    return {
        "id": found.id,
        "article": case.article,
        "kind": found.kind,
        "label": found.label,
        "start": found.start,
        "end": found.end,
        "a": told[0],
        "b": told[1],
        "sides": told,
        "camps": [[ascii_lowercase[place] for place in camp] for camp in found.camps],
        "variables": list(found.variables),
    }


def _side(found: Difference, place: int, coded: Coded) -> dict[str, Any] | None:
    """What one coder said: a segment, a link, an article variable's value; None for nothing."""
    if found.kind == "variable":
        value = found.values[place]
        return None if value is None else {"value": value}
    span = found.sides[place]
    if span is None:
        return None
    if found.links and (link := found.links[place]) is not None:
        return {"id": link.id, "label": found.label, "from": link.source, "to": link.target}
    return {
        "id": span.id,
        "label": span.label,
        "start": span.start,
        "end": span.end,
        "text": " … ".join(span.quotes),
        "fragments": [list(fragment) for fragment in span.fragments],
        "quotes": list(span.quotes),
        "attributes": dict(coded.values.get(span.id, {})),
    }


def _row(told: dict[str, Any], title: str, wording: Wording, voice: Voice) -> tuple[str, ...]:
    said = [str((side or {}).get("text", (side or {}).get("value", "–"))) for side in told["sides"]]
    words = " | ".join(messages.isolate(each[:_SHOWN]) for each in dict.fromkeys(said))
    named = {"relation": wording.relation, "variable": wording.variable}.get(told["kind"], wording.label)
    labels = dict.fromkeys(named(str(side.get("label", told["label"]))) for side in told["sides"] if side)
    kind, place = voice.words(f"differences.kind.{told['kind']}"), f"{told['start']}-{told['end']}"
    return told["id"], messages.isolate(title[:_SHOWN]), kind, messages.isolate(" / ".join(labels)), place, words


@click.command("settle", cls=Naming, many=_MANY)
@_PROJECT
@click.argument("difference", required=False, metavar="ID")
@click.option("--take", type=click.Choice([*ascii_lowercase, "both", "neither"]), metavar="a|b|…|both|neither")
@click.option("--agreed", is_flag=True)
@click.option("--majority", is_flag=True)
@click.option("--all-of", default=None, metavar="CODER")
@click.option("--boundary", is_flag=True)
@_KIND
@click.option("--label", "labels", multiple=True, metavar="LABEL…")
@click.option("--dry-run", "dry", is_flag=True)
@click.option("--reason", type=click.Choice(REASONS), default=None)
@click.option("--note", default="", metavar="TEXT")
@click.option(_BETWEEN, multiple=True, metavar="CODER CODER…")
@_ROUND
@_RULE
@click.option("--as", "coder", default="", metavar="CODER")
@common
@click.pass_context
def settle(ctx: click.Context, /, project: Path, **more: Any) -> None:
    """Settle one difference, or many at once."""
    _check_usage(ctx, more)
    call: Call = ctx.obj
    preview: BulkPreview | None = None
    with call.reading(project) if more["dry"] else call.writing(project) as opened:
        opened.coder = (reviewer := people.acting(opened, more["coder"])).id
        cases = _among(opened, more)
        if more["difference"]:
            cases, done = _one(opened, cases, more, reviewer)
            settled = 1
        elif more["dry"]:
            preview, done = _previewed(opened, cases, more), None
            settled = preview.count
        else:
            done = _many(opened, cases, more, reviewer)
            settled = int(str(done.facts["count"]))
        if done is not None and not more["dry"]:
            opened.journal.commit(done)
        left = sum(each.count for each in overview.counts(opened, cases))
    _say(call.voice, settled, left, preview, dry=more["dry"])


def _one(project: Project, cases: Sequence[Case], more: dict[str, Any], reviewer: Coder) -> tuple[list[Case], Change]:
    """One difference settled, and the cases between the same coders."""
    case = operations.find(project, more["difference"], cases)
    ruling = Ruling(more["take"], more["reason"] or "", more["note"])
    done = operations.settle(project, case, more["difference"], ruling, newcomer=reviewer)
    return [one for one in cases if one.between == case.between], done


def _many(project: Project, cases: Sequence[Case], more: dict[str, Any], reviewer: Coder) -> Change:
    """All that is meant settled at once; raises where that is nothing."""
    _refuse_several(project, cases, more)
    which = _which(more)
    if more["all_of"]:
        return bulk.settle_all_of(project, cases, more["all_of"], which=which, newcomer=reviewer)
    if more["boundary"]:
        return bulk.settle_by_boundary(project, cases, which=which, newcomer=reviewer)
    return bulk.settle_agreed(project, cases, which=which, majority=more["majority"], newcomer=reviewer)


def _previewed(project: Project, cases: Sequence[Case], more: dict[str, Any]) -> BulkPreview:
    """What that would settle."""
    _refuse_several(project, cases, more)
    which = _which(more)
    if more["all_of"]:
        return bulk.preview_all_of(project, cases, people.known(project, more["all_of"]).id, which=which)
    if more["boundary"]:
        return bulk.preview_by_boundary(project, cases, which=which)
    return bulk.preview_agreed(project, cases, which=which, majority=more["majority"])


def _which(more: dict[str, Any]) -> Which:
    return Which(frozenset(more["kinds"]), frozenset(more["labels"]), more["reason"] or "", more["note"])


def _say(voice: Voice, settled: int, left: int, preview: BulkPreview | None, *, dry: bool) -> None:
    if not dry:
        voice.result({"settled": settled, "open": left}, [voice.words("settle.count", settled=settled, open=left)])
        return
    told: dict[str, Any] = {"settled": 0, "open": left, "would_settle": settled}
    rows = []
    if preview is not None:
        told |= {"articles": preview.articles, "kinds": dict(preview.by_kind)}
        told["examples"] = [
            {"article": one.article, "kind": one.kind, "label": one.label, "text": one.quote, "take": one.take}
            for one in preview.examples
        ]
        kinds = {one.kind: voice.words(f"differences.kind.{one.kind}") for one in preview.examples}
        rows = [(kinds[one.kind], one.label, one.take, messages.isolate(one.quote)) for one in preview.examples]
    voice.result(told, [*in_columns(rows), voice.words("settle.would", settled=settled, open=left)])


def _check_usage(ctx: click.Context, more: dict[str, Any]) -> None:
    """Either an id with what is taken, or one way to settle many."""
    ways = [f"--{way.replace('_', '-')}" for way in _WAYS if more[way]]
    single = more["difference"] is not None or more["take"] is not None
    if len(ways) > 1:
        raise NotTogether(ways[0], ways[1], ctx)
    if ways and single:
        raise NotTogether("ID" if more["difference"] else "--take", ways[0], ctx)
    if more["majority"] and not more["agreed"]:
        raise Needs("--majority", "--agreed", ctx)
    params = {param.name: param for param in ctx.command.get_params(ctx)}
    for name in () if ways else ("difference", "take"):
        if more[name] is None:
            raise click.MissingParameter(ctx=ctx, param=params[name])
    if len(more["take"] or "both") == 1 and ascii_lowercase.index(more["take"]) >= max(_TWO, len(more["between"])):
        raise click.BadParameter("", ctx=ctx, param=params["take"])


def _among(project: Project, more: dict[str, Any]) -> list[Case]:
    """The cases that are meant: between those who are named, else every two; the first named, or come, is A."""
    if more["between"]:
        return _seen(project, _between(project, more))[0]
    opening.existing(project, more["round_"])
    return _seen(project, list(operations.cases(project, round_id=more["round_"], rule=more["rule"])))[0]


def _refuse_several(project: Project, cases: Sequence[Case], more: dict[str, Any]) -> None:
    """Raise `which_coders` where the cases are not all between the same, `nothing_…` where there are none.

    A label that the codebook does not have raises `no_such_label`.
    """
    labels = {label.id for label in codebook.read(project.db).labels}
    for label in more["labels"]:
        if label not in labels:
            raise AnnotatorError("no_such_label", label=label)
    between = {case.between for case in cases}
    if len(between) > 1:
        raise AnnotatorError("which_coders", coders="، ".join(coder.name for coder in codebook.coders(project.db)))
    if not between and not more["all_of"]:
        raise AnnotatorError("nothing_by_boundary" if more["boundary"] else "nothing_agreed")
