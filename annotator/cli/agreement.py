"""Agreement from the command line: every measure between coders of a round, as a table or as JSON."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator import messages
from annotator.cli.call import Call, common
from annotator.cli.naming import Naming
from annotator.cli.voice import in_columns
from annotator.operations import agreement as operations
from annotator.review.measures.bootstrap import LEVEL, SEED, TIMES
from annotator.review.units import UNITS
from annotator.store import codebook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.cli.voice import Voice
    from annotator.review.figures import Figure
    from annotator.review.report import Agreement
    from annotator.store.project import Project

_BETWEEN = "--between"
_TOKENS = "UAX 29"  # whose words tokens are
_BESIDE = "percent agreement"  # stands beside every other value
_TABLE = ("label", "measure", "value", "interval", "beside", "n")


@click.command("agreement", cls=Naming, many=(_BETWEEN,))
@click.argument("project", type=click.Path(readable=False, path_type=Path))
@click.option(_BETWEEN, multiple=True, required=True, metavar="CODER CODER…")
@click.option("--round", "round_", default="main", metavar="NAME")
@click.option("--unit", type=click.Choice(UNITS), default="token")
@common
@click.pass_obj
def agreement(call: Call, project: Path, between: tuple[str, ...], round_: str, unit: Any) -> None:
    """Say how far coders agree, by every measure."""
    voice = call.voice
    with call.reading(project) as opened, voice.progress(voice.words("agreement.progress")) as progress:
        found = operations.agreement(opened, between, round_id=round_, unit=unit, tell=lambda done: progress(done, ""))
        names = _names(opened, voice.language)
    voice.result(_told(found, names), _lines(found, names, voice))


def _names(project: Project, language: str) -> dict[tuple[str, str], str]:
    """What coders, labels and variables are called."""
    book = codebook.read(project.db)
    found = {("coder", coder.id): coder.name for coder in codebook.coders(project.db)}
    for about, rows in (("label", book.labels), ("variable", book.variables)):
        found |= {(about, row.id): row.names.get(language) or next(iter(row.names.values()), row.id) for row in rows}
    return found


def _told(found: Agreement, names: dict[tuple[str, str], str]) -> dict[str, Any]:
    return {
        "articles": found.articles,
        "round": found.round,
        "provisional": found.provisional,
        "between": [names["coder", coder] for coder in found.coders],
        "tokens": _TOKENS,
        "intervals": {"level": LEVEL, "times": TIMES, "seed": SEED},
        "measures": [asdict(one) for one in found.measures],
    }


def _lines(found: Agreement, names: dict[tuple[str, str], str], voice: Voice) -> Iterator[str]:
    coders = messages.comma(voice.language).join(messages.isolate(names["coder", coder]) for coder in found.coders)
    yield voice.words("agreement.head", coders=coders, round=messages.isolate(found.round), articles=found.articles)
    if found.provisional:
        yield voice.words("agreement.provisional")
    for (about, unit), some in groupby(found.measures, key=lambda one: (one.about, one.unit)):
        yield ""
        yield voice.words("agreement.variables" if about == "variable" else f"agreement.in.{unit}")
        rows = [tuple(voice.words(f"agreement.{name}") for name in _TABLE), *_rows(list(some), names, voice)]
        yield from in_columns(rows)
    yield ""
    for name in dict.fromkeys(one.name for one in found.measures):
        yield f"{voice.words(f'measure.{name}')}: {voice.words(f'measure.{name}.says')}"
    yield voice.words("agreement.interval.says", percent=round(100 * LEVEL), times=TIMES, seed=SEED)


def _rows(figures: list[Figure], names: dict[tuple[str, str], str], voice: Voice) -> Iterator[tuple[str, ...]]:
    """Percent agreement on a line of its own, and beside every other value of the same label."""
    beside = {one.label: _number(one.value, voice) for one in figures if one.name == _BESIDE}
    last: str | None = ""
    for one in figures:
        label = voice.words("agreement.all") if one.label is None else names.get((one.about, one.label), one.label)
        yield (
            messages.isolate(label) if one.label != last else "",
            voice.words(f"measure.{one.name}"),
            _number(one.value, voice),
            "" if one.low is None or one.high is None else messages.isolate(f"{one.low:.2f}–{one.high:.2f}"),
            "" if one.name == _BESIDE else beside[one.label],
            str(one.n),
        )
        last = one.label


def _number(value: float | None, voice: Voice) -> str:
    """Three digits; isolated, for in a line of Arabic a minus goes to the wrong end."""
    return voice.words("agreement.undefined") if value is None else messages.isolate(f"{value:.3f}")
