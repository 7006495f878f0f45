"""Feedback to a colleague from the command line, as a page or as a package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator import messages
from annotator.cli.call import Call, common
from annotator.cli.program import Command
from annotator.cli.voice import in_columns
from annotator.core.errors import AnnotatorError
from annotator.operations import feedback as operations
from annotator.operations import feedback_package, feedback_page, handover

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.cli.voice import Voice
    from annotator.operations.feedback import Feedback

_PAGE, _PACKAGE = ".html", ".annot"


@click.command("feedback", cls=Command)
@click.argument("project", type=click.Path(readable=False, path_type=Path))
@click.argument("out", type=click.Path(readable=False, path_type=Path))
@click.option("--to", "colleague", required=True, metavar="CODER")
@click.option("--round", "round_", default="main", metavar="NAME")
@click.option("--anonymous", is_flag=True)
@click.option("--as", "coder", default="", metavar="CODER")
@common
@click.pass_obj
def feedback(call: Call, /, project: Path, out: Path, **more: Any) -> None:
    """Tell a colleague what was changed of their coding, and why."""
    kind = out.suffix.lower()
    if kind not in {_PAGE, _PACKAGE}:
        raise AnnotatorError("feedback_kind", path=str(out))
    ready = call.reading(project) if kind == _PAGE else call.writing(project, more["coder"])
    language, anonymous = call.voice.language, more["anonymous"]
    with ready as opened, call.voice.progress(out.name) as progress:
        told = operations.feedback(
            opened, more["colleague"], round_id=more["round_"], tell=lambda done: progress(done, "")
        )
        if kind == _PAGE:
            feedback_page.write(opened, told, out.absolute(), language=language, anonymous=anonymous)
        else:
            prepared = feedback_package.prepare(opened, told, language=language, anonymous=anonymous)
            handover.write(opened, prepared, out, tell=progress)
    call.voice.result(_told(told, out), _lines(told, out, call.voice))


def _told(told: Feedback, out: Path) -> dict[str, Any]:
    counts = told.counts
    return {
        "files": [str(out)],
        "to": told.coder.id,
        "name": told.coder.name,
        "round": told.round,
        "articles": len(told.articles),
        "corrections": counts.changed,
        "kept": counts.kept,
        "waiting": sum(one.compared.waiting for one in told.articles),
        "kinds": dict(counts.kinds),
        "labels": dict(counts.labels),
        "reasons": dict(counts.reasons),
    }


def _lines(told: Feedback, out: Path, voice: Voice) -> Iterator[str]:
    counts = told.counts
    yield str(out)
    yield voice.words(
        "feedback.counts",
        name=messages.isolate(told.coder.name),
        articles=len(told.articles),
        changed=counts.changed,
        kept=counts.kept,
    )
    known = messages.sentences("feedback")
    yield from in_columns([(known[kind][voice.language], str(number)) for kind, number in counts.kinds.items()])
