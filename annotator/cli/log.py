"""The log from the command line: what was done, and the same undo and redo as the window's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.call import Call, common, moment
from annotator.cli.program import Command
from annotator.cli.telling import Teller
from annotator.cli.voice import in_columns
from annotator.operations import history as operations

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.cli.voice import Voice
    from annotator.core.changes import Change
    from annotator.store.project import Project

_PROJECT = click.argument("project", type=click.Path(readable=False, path_type=Path))
_AS = click.option("--as", "coder", default="", metavar="CODER")


@click.command("history", cls=Command)
@_PROJECT
@click.option("--limit", type=click.IntRange(min=1), default=None)
@common
@click.pass_obj
def history(call: Call, project: Path, limit: int | None) -> None:
    """List what was done, newest first."""
    with call.reading(project) as opened:
        teller = Teller(opened, call.voice.language)
        changes = opened.journal.newest(limit)
        found = [{**teller.told(change), **_brought(opened, teller, change)} for change in changes]
    rows = [
        (moment(one["at"]), one["who"] or "—", f"{'  ' * deep}{_in_words(call.voice, one)}")
        for top in found
        for deep, one in ((0, top), *((1, below) for below in reversed(top.get("brought", ()))))
    ]
    call.voice.result({"changes": found}, in_columns(rows))


def _brought(project: Project, teller: Teller, change: Change) -> dict[str, Any]:
    """Of a merge, who did what in the other copy."""
    found = project.journal.brought(change.id) if change.kind == "do" else []
    return {"brought": [teller.told(project.journal.load(entry.n)) for entry in found]} if found else {}


def _in_words(voice: Voice, told: Mapping[str, Any]) -> str:
    """What was done, or that it was taken back or done again."""
    kind, sentence = told["kind"], str(told["sentence"])
    return sentence if kind == "do" else voice.words(f"history.{kind}", what=sentence)


@click.command("undo", cls=Command)
@_PROJECT
@_AS
@common
@click.pass_obj
def undo(call: Call, project: Path, coder: str) -> None:
    """Take back the last action."""
    _step(call, project, coder, operations.undo)


@click.command("redo", cls=Command)
@_PROJECT
@_AS
@common
@click.pass_obj
def redo(call: Call, project: Path, coder: str) -> None:
    """Do again what was taken back."""
    _step(call, project, coder, operations.redo)


def _step(call: Call, path: Path, coder: str, step: Callable[[Project], Change]) -> None:
    with call.writing(path, coder) as project:
        teller = Teller(project, call.voice.language)
        done = step(project)  # which may take away, or bring, the very names that tell it
        told = (teller | Teller(project, call.voice.language)).told(done)
    call.voice.result({"changes": [told]}, [_in_words(call.voice, told)])
