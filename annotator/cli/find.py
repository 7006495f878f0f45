"""Finding words from the command line: a search, and every occurrence, listed or labelled as one action."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator import messages
from annotator.cli.call import Call, common
from annotator.cli.program import Command, NotTogether
from annotator.cli.voice import in_context
from annotator.operations import occurrences as operations
from annotator.operations import people
from annotator.operations.selection import label_id
from annotator.store import articles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.cli.voice import Voice
    from annotator.operations.occurrences import Hit, Occurrence
    from annotator.store.project import Project

_PROJECT = click.argument("project", type=click.Path(readable=False, path_type=Path))
_SHOWN = 40  # code points before and after in a line


@click.command("search", cls=Command)
@_PROJECT
@click.argument("query", metavar="QUERY")
@click.option("--word", is_flag=True)
@click.option("--loose", is_flag=True)
@click.option("--exact", is_flag=True)
@click.option("--limit", type=click.IntRange(min=0), default=None, metavar="N")
@common
@click.pass_context
def search(ctx: click.Context, /, project: Path, query: str, **how: Any) -> None:
    """List every place where words stand."""
    call: Call = ctx.obj
    for other in ("word", "loose"):
        if how["exact"] and how[other]:
            raise NotTogether("--exact", f"--{other}", ctx)
    with call.reading(project) as opened:
        found = list(operations.search(opened, query, **how))
        lines = list(_lines(opened, found))
    told = {"articles": len({one.article for one in found}), "hits": [asdict(one) for one in found]}
    call.voice.result(told, [*lines, call.voice.words("search.count", hits=len(found), articles=told["articles"])])


@click.command("occurrences", cls=Command)
@_PROJECT
@click.argument("text", metavar="TEXT")
@click.option("--article", default="", metavar="ID")
@click.option("--suffixes", is_flag=True)
@click.option("--label", default="", metavar="LABEL")
@click.option("--as", "coder", default="", metavar="CODER")
@click.option("--round", "round_", default="main", metavar="NAME")
@common
@click.pass_obj
def occurrences(call: Call, /, project: Path, text: str, **more: Any) -> None:
    """List every occurrence of words, or label them all."""
    if more["label"]:
        found, added, lines = _labelled(call, project, text, more)
    else:
        with call.reading(project) as opened, call.voice.progress(call.voice.words("search.progress")) as progress:
            found = operations.every(
                opened, text, article=more["article"], suffixes=more["suffixes"], progress=progress
            )
            added, lines = 0, list(_lines(opened, found))
    told = {"occurrences": [asdict(one) for one in found], "added": added}
    call.voice.result(told, [*lines, *_counted(call.voice, found, added, labelled=bool(more["label"]))])


def _labelled(call: Call, project: Path, text: str, more: dict[str, Any]) -> tuple[list[Occurrence], int, list[str]]:
    """Put the label on all that are found: what was found, how many that were, and the lines that tell of them."""
    with call.writing(project) as opened, call.voice.progress(call.voice.words("search.progress")) as progress:
        label, person = label_id(opened, more["label"]), people.acting(opened, more["coder"])
        found = operations.every(
            opened,
            text,
            article=more["article"],
            coder=person.id,
            round_id=more["round_"],
            suffixes=more["suffixes"],
            progress=progress,
        )
        change = operations.label_all(opened, (person.id, more["round_"]), label, found, newcomer=person)
        opened.coder = person.id
        added = int(str(opened.journal.commit(change).facts["count"]))
        return found, added, list(_lines(opened, found))


def _lines(project: Project, found: Sequence[Hit]) -> Iterator[str]:
    """Hits for people: the article's title where it begins, each hit in its line with its place."""
    titles = {one: line.title for one, line in articles.lines(project.db, list({hit.article for hit in found})).items()}
    last = None
    for hit in found:
        if hit.article != last:
            last = hit.article
            yield f"{messages.isolate(titles[last])} ({messages.isolate(last)})"
        yield f"    {hit.start}-{hit.end}  {in_context(hit.before[-_SHOWN:], hit.text, hit.after[:_SHOWN])}"


def _counted(voice: Voice, found: Sequence[Occurrence], added: int, *, labelled: bool) -> Iterator[str]:
    yield voice.words("occurrences.count", count=len(found), articles=len({one.article for one in found}))
    if labelled:
        yield voice.words("occurrences.added", added=added)
