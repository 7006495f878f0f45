"""Review from the command line: what two coders differ in, and settling it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.call import Call, common
from annotator.cli.program import Command
from annotator.cli.voice import in_columns
from annotator.core.errors import AnnotatorError
from annotator.operations import bulk, people
from annotator.operations import review as operations
from annotator.operations.review import REASONS, Case, Ruling
from annotator.store import codebook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.cli.voice import Voice
    from annotator.core.models import Annotation
    from annotator.review.compare import Coded, Difference
    from annotator.store.project import Project

_PROJECT = click.argument("project", type=click.Path(readable=False, path_type=Path))
_ROUND = click.option("--round", "round_", default="main", metavar="NAME")
_SHOWN = 40  # code points of each side's words in a line


@click.command("differences", cls=Command)
@_PROJECT
@click.option("--between", nargs=2, required=True, metavar="CODER CODER")
@_ROUND
@common
@click.pass_obj
def differences(call: Call, project: Path, between: tuple[str, str], round_: str) -> None:
    """List what is open between two coders."""
    with call.reading(project) as opened:
        agreed, found = 0, []
        for case in _between(opened, between, round_):
            work, sides = operations.work(opened, case), operations.sides(opened, case)
            agreed += work.agreed
            found += [_told(case.article, one, sides) for one in work.open]
    told = {"agreed": agreed, "differences": found, "between": list(between), "round": round_}
    call.voice.result(told, [*in_columns([*map(_row, found)]), _counted(call.voice, agreed=agreed, left=len(found))])


def _between(project: Project, named: tuple[str, str], round_id: str) -> list[Case]:
    """The articles that both coded; raises `no_such_coder`, `one_coder` or `nothing_in_common`."""
    one, other = (people.known(project, name) for name in named)
    if one.id == other.id:
        raise AnnotatorError("one_coder", coder=one.name)
    found = list(operations.cases_between(project, (one.id, other.id), round_id=round_id))
    if not found:
        raise AnnotatorError("nothing_in_common", a=one.name, b=other.name, round=round_id)
    return found


def _told(article: str, found: Difference, sides: Sequence[Coded]) -> dict[str, Any]:
    a, b = (_side(found, side, coded) for side, coded in zip((found.a, found.b), sides, strict=True))
    return {
        "id": found.id,
        "article": article,
        "kind": found.kind,
        "label": found.label,
        "start": found.start,
        "end": found.end,
        "a": a,
        "b": b,
        "variables": list(found.variables),
    }


def _side(found: Difference, span: Annotation | None, coded: Coded) -> dict[str, Any] | None:
    """What one coder said: a segment, a link, an article variable's value; None for nothing."""
    if found.kind == "variable":
        value = coded.variables.get(found.label)
        return None if value is None else {"value": value}
    if span is None:
        return None
    if found.link is not None:
        return {"id": found.link.id, "label": found.label, "from": found.link.source, "to": found.link.target}
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


def _row(told: dict[str, Any]) -> tuple[str, ...]:
    said = [str((side or {}).get("text", (side or {}).get("value", "–"))) for side in (told["a"], told["b"])]
    words = " | ".join(each.replace("\n", " ")[:_SHOWN] for each in dict.fromkeys(said))
    labels = dict.fromkeys(str(side.get("label", told["label"])) for side in (told["a"], told["b"]) if side)
    return told["id"], told["kind"], " / ".join(labels), f"{told['start']}-{told['end']}", words


def _counted(voice: Voice, *, agreed: int, left: int) -> str:
    return voice.words("differences.count", agreed=agreed, open=left)


@click.command("settle", cls=Command)
@_PROJECT
@click.argument("difference", required=False, metavar="ID")
@click.option("--take", type=click.Choice(["a", "b", "both", "neither"]))
@click.option("--agreed", is_flag=True)
@click.option("--reason", type=click.Choice(REASONS), default=None)
@click.option("--note", default="", metavar="TEXT")
@click.option("--between", nargs=2, default=None, metavar="CODER CODER")
@_ROUND
@click.option("--as", "coder", default="", metavar="CODER")
@common
@click.pass_context
def settle(ctx: click.Context, /, project: Path, **more: Any) -> None:
    """Settle one difference, or all that both agree on."""
    _check_usage(ctx, more)
    call: Call = ctx.obj
    with call.writing(project) as opened:
        reviewer = people.acting(opened, more["coder"])
        among = _among(opened, more["between"], more["round_"])
        if more["agreed"]:
            pair: tuple[str, ...] = _the_pair(opened, among)
            done = bulk.settle_agreed(opened, among, newcomer=reviewer)
            settled = int(str(done.facts["count"]))
        else:
            case = operations.find(opened, more["difference"], among)
            ruling = Ruling(more["take"], more["reason"] or "", more["note"])
            done = operations.settle(opened, case, more["difference"], ruling, newcomer=reviewer)
            pair, settled = case.between, 1
        opened.coder = reviewer.id
        opened.journal.commit(done)
        here = operations.cases_between(opened, pair, round_id=more["round_"])
        left = sum(len(operations.work(opened, case).open) for case in here)
    told = {"settled": settled, "open": left}
    call.voice.result(told, [call.voice.words("settle.count", settled=settled, open=left)])


def _check_usage(ctx: click.Context, more: dict[str, Any]) -> None:
    """Either an id with what is taken, or `--agreed`."""
    if more["agreed"] and more["difference"] is None and more["take"] is None:
        return
    params = {param.name: param for param in ctx.command.get_params(ctx)}
    if more["agreed"]:
        raise click.UsageError("", ctx)
    for name in ("difference", "take"):
        if more[name] is None:
            raise click.MissingParameter(ctx=ctx, param=params[name])


def _among(project: Project, between: tuple[str, str] | None, round_id: str) -> list[Case]:
    """The cases that are meant: between the two who are named, else every two; the first named, or come, is A."""
    if between:
        return _between(project, between, round_id)
    return list(operations.cases(project, round_id=round_id))


def _the_pair(project: Project, among: list[Case]) -> tuple[str, ...]:
    """The two coders of all cases; raises `which_coders` where there are more, `nothing_agreed` without any."""
    pairs = {case.between for case in among}
    if not pairs:
        raise AnnotatorError("nothing_agreed")
    if len(pairs) > 1:
        raise AnnotatorError("which_coders", coders="، ".join(coder.name for coder in codebook.coders(project.db)))
    return pairs.pop()
