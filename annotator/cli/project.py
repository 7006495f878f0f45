"""Project files from the command line: the window, the sample, a new one, what is in one, backups."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator import messages, paths
from annotator.cli.call import Call, Failed, common, moment
from annotator.cli.program import OPEN, Command, Program
from annotator.cli.voice import in_columns
from annotator.core.errors import AnnotatorError, DamagedError, MachineError
from annotator.operations import sample, starter
from annotator.store import backup as backups
from annotator.store import check as checks
from annotator.store import codebook, header, overview
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.cli.voice import Voice
    from annotator.core.models import Label
    from annotator.store.check import Check
    from annotator.store.overview import Overview

_PATH = click.Path(readable=False, path_type=Path)
_PROJECT = click.argument("project", type=_PATH)


@click.group("annotator", cls=Program, invoke_without_command=True)
@common
@click.pass_context
def root(ctx: click.Context) -> int:
    """Open the window on the last project, unless a command follows."""
    call: Call = ctx.obj
    return 0 if ctx.invoked_subcommand else _shown(call, None)


@click.command(OPEN, cls=Command, hidden=True)
@_PROJECT
@common
@click.pass_obj
def show(call: Call, project: Path) -> int:
    """Open the window on a project."""
    header.check(project.absolute())
    return _shown(call, project.absolute())


def _shown(call: Call, project: Path | None) -> int:
    """The window, until it is closed."""
    code = call.window.show(project, call.voice.chosen)
    call.voice.result({"project": str(project) if project else None})
    return code


@click.command("demo", cls=Command)
@click.argument("project", type=_PATH, required=False)
@click.option("--fresh", is_flag=True)
@click.option("--picture", type=_PATH, metavar="PNG")
@common
@click.pass_obj
def demo(call: Call, project: Path | None, *, fresh: bool, picture: Path | None) -> int:
    """Build or reopen the sample, then show or draw it."""
    path = (project or paths.user_data() / "sample.annot").absolute()
    if fresh and path.exists():
        _set_aside(call.voice, path)
    if path.exists():
        header.check(path)
    else:
        sample.build(path, call.voice.language)
    found = {"project": str(path), "picture": str(picture.absolute()) if picture else None}
    try:
        code = _seen(call, path, picture)
    except AnnotatorError as error:
        raise Failed(error, **found) from error
    call.voice.result(found, (f"{name}: {value}" for name, value in found.items() if value))
    return code


def _seen(call: Call, path: Path, picture: Path | None) -> int:
    """The window shown until it is closed, or drawn."""
    if picture is None:
        return call.window.show(path, call.voice.chosen)
    call.window.draw(path, picture.absolute(), call.voice.chosen)
    if not picture.is_file():
        raise MachineError("cannot_write", path=str(picture))
    return 0


def _set_aside(voice: Voice, path: Path) -> None:
    """An old sample makes room; one that somebody worked in is kept beside it under another name."""
    with Project.open(path, unseen=True) as old:
        worked_in = any(change.author for change in old.journal.newest())
    if not worked_in:
        path.unlink()
        return
    number = 1
    while (kept := path.with_stem(f"{path.stem}-{number}")).exists():
        number += 1
    path.rename(kept)
    voice.note(voice.words("demo.kept", path=messages.isolate(str(kept))))


@click.command("new", cls=Command)
@_PROJECT
@click.option("--codebook", default=starter.STARTER, metavar="KEY|FILE")
@click.option("--as", "coder", default="", metavar="CODER")
@common
@click.pass_obj
def new(call: Call, project: Path, codebook: str, coder: str) -> None:
    """Make a project."""
    path = project.absolute()
    found = {"project": str(path), "id": starter.begin(path, book=codebook, coder=coder)}
    call.voice.result(found, [f"project: {path}"])


@click.command("info", cls=Command)
@_PROJECT
@common
@click.pass_obj
def info(call: Call, project: Path) -> None:
    """Say what a project holds."""
    with call.reading(project) as opened:
        counts = overview.of(opened.db)
        labels = codebook.read(opened.db).labels
        coders = codebook.coders(opened.db)
        found: dict[str, Any] = {
            "id": opened.id,
            "title": opened.title,
            "articles": counts.articles,
            "annotations": counts.annotations,
            "settled": counts.settled,
            "relations": counts.relations,
            "statements": counts.statements,
            "coders": [coder.name for coder in coders],
            "people": [
                {"id": coder.id, "name": coder.name, "annotations": counts.by_coder.get(coder.id, 0)}
                for coder in coders
            ],
            "labels": [_label(call.voice, label, counts) for label in labels],
            "status": dict(counts.by_status),
            "as_of": opened.as_of or None,
        }
        title = opened.title
    call.voice.result(found, _info_lines(call.voice, title, counts, found))


def _label(voice: Voice, label: Label, counts: Overview) -> dict[str, object]:
    return {
        "id": label.id,
        "name": label.names.get(voice.language) or next(iter(label.names.values()), label.id),
        "annotations": counts.by_label.get(label.id, 0),
    }


def _info_lines(voice: Voice, title: str, counts: Overview, found: dict[str, Any]) -> Iterator[str]:
    yield title
    names = ("articles", "annotations", "settled", "relations", "statements")
    yield from in_columns([(voice.words(f"info.{name}"), str(getattr(counts, name))) for name in names])
    for kind in ("people", "labels"):
        rows = found[kind]
        yield f"\n{voice.words(f'info.{kind}')}"
        yield from in_columns([(f"  {row['name']}", str(row["annotations"])) for row in rows])


@click.command("check", cls=Command)
@_PROJECT
@common
@click.pass_obj
def check(call: Call, project: Path) -> int:
    """Check everything; exit code 1 and the findings where something is wrong."""
    with call.reading(project) as opened, call.voice.progress(call.voice.words("check.progress")) as progress:
        found = [
            {"name": one.name, "ok": one.ok, "detail": _detail(call.voice, one)}
            for one in checks.check(opened, full=True, pulse=lambda: progress(-1.0, ""))
        ]
    ok = all(one["ok"] for one in found)
    marks = {True: call.voice.words("check.ok"), False: call.voice.words("check.wrong")}
    rows = [(marks[bool(one["ok"])], _name(call.voice, str(one["name"])), str(one["detail"])) for one in found]
    call.voice.result({"ok": ok, "checks": found}, in_columns(rows))
    return 0 if ok else 1


def _detail(voice: Voice, one: Check) -> str:
    """The first faults in words, and how many more there are."""
    said = [messages.say(fault, voice.language) for fault in one.detail]
    more = one.faults - len(said)
    return " ".join([*said, *([voice.words("check.more", count=more)] if more > 0 else [])])


def _name(voice: Voice, name: str) -> str:
    key = f"check.{name}"
    return voice.words(key) if voice.has(key) else name


@click.command("backup", cls=Command)
@_PROJECT
@click.argument("out", type=_PATH, required=False)
@common
@click.pass_obj
def backup(call: Call, project: Path, out: Path | None) -> None:
    """Make a checked copy."""
    with call.reading(project) as opened:
        made = backups.write(opened, out.absolute()) if out else backups.backup(opened).path
    found = {"backup": str(made), "project": str(project.absolute())}
    call.voice.result(found, [f"backup: {made}"])


@click.command("restore", cls=Command)
@click.argument("backup", type=_PATH)
@click.argument("new", type=_PATH)
@common
@click.pass_obj
def restore(call: Call, backup: Path, new: Path) -> None:
    """Make a new file from a backup, or from the newest backup of a project that is damaged or gone."""
    source = _sound(call.voice, backup.absolute())
    made = backups.restore(source, new.absolute())
    call.voice.result({"backup": str(source), "project": str(made)}, [f"project: {made}"])


def _sound(voice: Voice, path: Path) -> Path:
    """The file itself if it is whole, else the newest backup that was kept of it."""
    try:
        with Project.read(path):
            return path
    except (DamagedError, MachineError) as error:
        if error.key in {"in_use", "is_folder"} or not (kept := backups.find_for(path)):
            raise
        for one in kept:
            if _is_whole(one.path):
                at = moment(one.at.isoformat())
                voice.note(voice.words("restore.from_backup", path=messages.isolate(str(path)), at=at))
                return one.path
        raise


def _is_whole(path: Path) -> bool:
    try:
        with Project.read(path):
            return True
    except AnnotatorError:
        return False
