"""Packages on the command line: handing work over to a colleague, and taking it back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator import messages
from annotator.cli.call import Call, Failed, common
from annotator.cli.program import Command
from annotator.core.errors import AnnotatorError
from annotator.operations import handover as handing
from annotator.operations import people, takeback
from annotator.store import backup, foreign

if TYPE_CHECKING:
    from annotator.cli.voice import Voice
    from annotator.operations.takeback import ArticleBack, Preview

_PROJECT = click.argument("project", type=click.Path(readable=False, path_type=Path))
_LONGEST = 1 << 20  # bytes of a file with instructions


@click.command("handover", cls=Command)
@_PROJECT
@click.argument("out", type=click.Path(readable=False, path_type=Path))
@click.option("--to", "colleague", required=True, metavar="CODER")
@click.option("--articles", multiple=True, metavar="ID")
@click.option("--round", "round_", default="main", metavar="NAME")
@click.option("--blind", is_flag=True)
@click.option("--instructions", default="", metavar="FILE|TEXT")
@click.option("--as", "coder", default="", metavar="CODER")
@common
@click.pass_obj
def handover(call: Call, /, project: Path, out: Path, **more: Any) -> None:
    """Write a package for a colleague."""
    instructions = _instructions(more["instructions"])
    with call.writing(project) as opened, call.voice.progress(out.name) as tell:
        sender = people.acting(opened, more["coder"])
        prepared = handing.handover(
            opened,
            more["colleague"],
            sender=sender,
            articles=_articles(more["articles"]),
            round_id=more["round_"],
            blind=more["blind"],
            instructions=instructions,
        )
        opened.coder = sender.id
        handing.write(opened, prepared, out, tell=tell)
    made = prepared.handover
    told = {
        "package": str(out),
        "id": made.id,
        "to": made.coder,
        "name": prepared.coder.name,
        "round": made.round,
        "blind": made.blind,
        "codebook": made.codebook,
        "articles": len(made.articles),
        "taken": 0,  # nothing is, until it comes back
        "held": [],
    }
    name, path = messages.isolate(prepared.coder.name), messages.isolate(str(out))
    words = call.voice.words("handover.done", path=path, articles=len(made.articles), name=name)
    call.voice.result(told, [words])


def _articles(named: tuple[str, ...]) -> list[str] | None:
    """Ids, one an option or several with commas; None, where none is named, for those that are assigned."""
    found = [article.strip() for each in named for article in each.split(",") if article.strip()]
    return found if named else None


def _instructions(given: str) -> str:
    """The words themselves, or those of a text file of this name."""
    try:
        file = Path(given)
        if not given or not file.is_file():
            return given
        if file.stat().st_size > _LONGEST:
            raise AnnotatorError("too_large", limit=_LONGEST >> 20)
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise AnnotatorError("not_utf8", file=given, byte=error.start) from error
    except (OSError, ValueError):  # too long for a name, or no name at all: words
        return given


@click.command("takeback", cls=Command)
@_PROJECT
@click.argument("package", type=click.Path(readable=False, path_type=Path))
@click.option("--as", "coder", default="", metavar="CODER")
@click.option("--dry-run", "dry", is_flag=True)
@click.option("--carry", is_flag=True)
@common
@click.pass_obj
def take(call: Call, /, project: Path, package: Path, **more: Any) -> None:
    """Take a colleague's package back."""
    reading = call.reading if more["dry"] else call.writing
    with (
        reading(project) as opened,
        foreign.read(package) as returned,
        call.voice.progress(package.name) as tell,
    ):
        preview = takeback.look(opened, returned, carry=more["carry"], tell=tell)
        told = _told(preview, call.voice)
        if not (preview.is_empty or more["dry"]):
            actor = people.acting(opened, more["coder"])
            backup.backup(opened)
            opened.coder = actor.id
            opened.journal.commit(takeback.take_back(opened, preview, newcomer=actor))
    if preview.held and not (preview.taken or preview.known):
        for error in preview.held:
            call.voice.note(messages.say(error, call.voice.language))
        raise Failed(AnnotatorError("nothing_taken_back", path=str(package)), **told)
    call.voice.result(told, _lines(preview, call.voice, dry=more["dry"]))


def _told(preview: Preview, voice: Voice) -> dict[str, Any]:
    return {
        "taken": preview.taken,
        "known": preview.known,
        "held": [_held(error, voice) for error in preview.held],
        "coder": preview.handover.coder,
        "name": preview.coder,
        "round": preview.handover.round,
        "done": preview.done,
        "articles": len(preview.articles),
        "annotations": {what: preview.count("annotation", what) for what in ("added", "changed", "removed")},
        "notes": preview.count("note"),
        "actors": preview.count("actor"),
        "by_article": [_article(article) for article in preview.articles],
    }


def _held(error: AnnotatorError, voice: Voice) -> dict[str, Any]:
    facts = {name: fact for name, fact in error.facts.items() if isinstance(fact, str | int)}
    return {**facts, "why": error.key, "message": messages.say(error, voice.language)}


def _article(article: ArticleBack) -> dict[str, Any]:
    return {name: getattr(article, name) for name in ("article", "title", "status", "added", "changed", "removed")}


def _lines(preview: Preview, voice: Voice, *, dry: bool) -> list[str]:
    facts = {
        "name": messages.isolate(preview.coder),
        "taken": preview.taken,
        "known": preview.known,
        "done": preview.done,
        "articles": len(preview.articles),
        "added": preview.count("annotation"),
        "changed": preview.count("annotation", "changed"),
        "removed": preview.count("annotation", "removed"),
    }
    said = voice.words("takeback.would" if dry else "takeback.done", **facts)
    return [said, *(messages.say(error, voice.language) for error in preview.held)]
