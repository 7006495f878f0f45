"""Copies of one project on the command line: merging another one, and settling what does not go together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.call import Call, common
from annotator.cli.program import Command
from annotator.messages import isolate
from annotator.operations import clashes as clashing
from annotator.operations import other_copy, people
from annotator.operations.clash_words import Words
from annotator.store import backup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.cli.voice import Voice
    from annotator.core.travel import Clash
    from annotator.operations.clash_words import Told
    from annotator.operations.other_copy import Preview
    from annotator.store.project import Project

_PROJECT = click.argument("project", type=click.Path(readable=False, path_type=Path))


@click.command("merge", cls=Command)
@_PROJECT
@click.argument("other", type=click.Path(readable=False, path_type=Path))
@click.option("--as", "coder", default="", metavar="CODER")
@click.option("--dry-run", "dry", is_flag=True)
@common
@click.pass_obj
def merge(call: Call, /, project: Path, other: Path, *, coder: str, dry: bool) -> None:
    """Take another copy's changes in."""
    reading = call.reading if dry else call.writing
    with (
        reading(project) as opened,
        other_copy.opened(opened, other) as foreign,
        call.voice.progress(other.name) as tell,
    ):
        preview = other_copy.look(opened, foreign, tell=lambda share: tell(share, other.name))
        if not dry and preview.plan.actions:
            _do(opened, preview, coder)
        told = _told(opened, preview, call.voice)
    call.voice.result(told, _lines(told, preview, call.voice, dry=dry))


def _do(project: Project, preview: Preview, coder: str) -> None:
    actor = people.acting(project, coder)
    backup.backup(project)
    project.coder = actor.id
    project.journal.commit(other_copy.merge(project, preview, newcomer=actor))


def _told(project: Project, preview: Preview, voice: Voice) -> dict[str, Any]:
    held = [clash for clash in preview.plan.clashes if clash.state == "open"]
    words = Words(project, voice.language, people=preview.names)
    return {
        "taken": preview.taken,
        "known": preview.known,
        "held": [_clash(found.clash, words.told(found), voice) for found in clashing.beside(project, held)],
        "counts": dict(preview.plan.counts),
        "coders": [
            {"coder": coder, "name": preview.names.get(coder, ""), "actions": actions, "annotations": spans}
            for coder, (actions, spans) in preview.plan.people.items()
        ],
        "moved": preview.plan.moved,
        "in_doubt": preview.plan.doubt,
        "same_name": [list(pair) for pair in preview.plan.names],
    }


def _clash(clash: Clash, told: Told, voice: Voice) -> dict[str, Any]:
    return {
        "id": clash.id,
        "table": clash.tbl,
        "row": clash.row,
        "why": clash.why,
        "who": told.who,
        "at": clash.at,
        "within": clash.within,
        "message": _sentence(told, voice),
        "sides": [{"what": said.column, "ours": said.ours, "theirs": said.theirs} for said in told.said],
    }


def _sentence(told: Told, voice: Voice) -> str:
    facts = {"what": told.what, "name": isolate(told.name), "why": told.why, "who": isolate(told.who)}
    return voice.words("clashes.one" if told.name else "clashes.one_unnamed", **facts)


def _lines(told: dict[str, Any], preview: Preview, voice: Voice, *, dry: bool) -> Iterator[str]:
    added, removed, changed = preview.change("annotation")
    facts = {"path": isolate(preview.path.name), "taken": preview.taken, "known": preview.known}
    yield voice.words("merge.would" if dry else "merge.done", **facts, added=added, removed=removed, changed=changed)
    yield from (clash["message"] for clash in told["held"])
    names = told["same_name"]
    if names:
        yield voice.words("merge.same_name", count=len(names))


@click.command("clashes", cls=Command)
@_PROJECT
@click.option("--settle", "clash", default="", metavar="ID|all")
@click.option("--take", type=click.Choice(["ours", "theirs"]))
@click.option("--as", "coder", default="", metavar="CODER")
@common
@click.pass_context
def clashes(ctx: click.Context, /, project: Path, *, clash: str, take: clashing.Side | None, coder: str) -> None:
    """List what could not be joined, or settle it."""
    if bool(clash) != bool(take):
        missing = "take" if clash else "clash"
        raise click.MissingParameter(ctx=ctx, param=next(one for one in ctx.command.params if one.name == missing))
    call: Call = ctx.obj
    settled = 0
    with call.writing(project) if clash else call.reading(project) as opened:
        if clash and take:
            chosen = clashing.settle_all(opened, take) if clash == "all" else clashing.settle(opened, clash, take)
            actor = people.acting(opened, coder)
            opened.coder = actor.id
            settled = int(str(opened.journal.commit(people.by(opened, actor, chosen)).facts["count"]))
        words = Words(opened, call.voice.language)
        waiting = [(found, words.told(found)) for found in clashing.waiting(opened)]
    told = [_clash(found.clash, said, call.voice) for found, said in waiting]
    call.voice.result({"open": len(told), "settled": settled, "clashes": told}, _listed(told, call.voice))


def _listed(told: list[dict[str, Any]], voice: Voice) -> Iterator[str]:
    for clash in told:
        yield f"{clash['id']}  {clash['message']}"
        for side in clash["sides"]:
            yield voice.words("clashes.sides", **{name: isolate(words) for name, words in side.items()})
    if not told:
        yield voice.words("clashes.none")
