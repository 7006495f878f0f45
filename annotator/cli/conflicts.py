"""The codebook's conflicts from the command line: which labels are argued over, and the cases behind each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator import messages
from annotator.cli.call import Call, common
from annotator.cli.program import Command
from annotator.cli.voice import in_columns
from annotator.operations import clinic as operations
from annotator.operations import codebook
from annotator.operations.wording import Wording
from annotator.store import codebook as reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.cli.voice import Voice
    from annotator.operations.clinic import Clinic
    from annotator.review.conflicts import Argued, Dispute

_SHOWN = 60  # code points of each side's words in a line


@click.command("conflicts", cls=Command)
@click.argument("project", type=click.Path(readable=False, path_type=Path))
@click.option("--round", "round_", default="", metavar="NAME")
@click.option("--label", default="", metavar="LABEL")
@common
@click.pass_obj
def conflicts(call: Call, /, project: Path, round_: str, label: str) -> None:
    """Say which labels are argued over."""
    voice = call.voice
    with call.reading(project) as opened, voice.progress(voice.words("conflicts.progress")) as progress:
        if label:
            codebook.existing(opened, label)
        found = operations.conflicts(opened, round_id=round_, tell=lambda done: progress(done, ""))
        wording, people = Wording(opened, voice.language), {one.id: one.name for one in reader.coders(opened.db)}
        touched = operations.touched(opened, label) if label else []
    cases = found.behind([label]) if label else []
    told: dict[str, Any] = {
        "round": round_,
        "cases": len(found.cases),
        "labels": [_told(each) for each in found.labels if label in {"", *each.labels}],
        "pairs": [_told(each) for each in found.pairs if label in {"", *each.labels}],
    }
    if label:
        told |= {"label": label, "behind": [_case(each, people) for each in cases]}
        told |= {"touched": len(touched), "frozen": sum(each.frozen for each in touched)}
    voice.result(told, _lines(found, label, wording, voice))


def _told(found: Dispute) -> dict[str, Any]:
    return {
        "labels": list(found.labels),
        "cases": found.cases,
        "open": found.open,
        "settled": found.settled,
        "kinds": dict(found.kinds),
        "reasons": dict(found.reasons),
        "contested": found.contested,
        "uses": found.uses,
        "share": found.share,
    }


def _case(found: Argued, people: dict[str, str]) -> dict[str, Any]:
    decision = found.decision
    return {
        "article": found.article,
        "round": found.round,
        "id": found.difference.id,
        "kind": found.difference.kind,
        "start": found.difference.start,
        "end": found.difference.end,
        "said": [
            None
            if side is None
            else {"who": people.get(coder, coder), "label": side.label, "quotes": list(side.quotes)}
            for coder, side in zip(found.between, found.difference.sides, strict=True)
        ],
        "decision": decision and {"take": decision.take, "reason": decision.reason, "note": decision.note},
    }


def _lines(found: Clinic, label: str, wording: Wording, voice: Voice) -> Iterator[str]:
    shown = [each for each in (*found.labels, *found.pairs) if label in {"", *each.labels}]
    if not shown:
        yield voice.words("conflicts.none")
        return
    head = tuple(voice.words(f"conflicts.{name}") for name in ("label", "cases", "open", "share"))
    rows = [
        (
            messages.isolate(" / ".join(wording.label(name) for name in each.labels)),
            str(each.cases),
            str(each.open),
            f"{round(100 * each.share)}%",
        )
        for each in shown
    ]
    yield from in_columns([head, *rows])
    for case in found.behind([label]) if label else []:
        said = (" … ".join(side.quotes) if side else "–" for side in case.difference.sides)
        yield " | ".join(messages.isolate(words[:_SHOWN]) for words in said)
