"""Agreement from the command line: every measure between coders of a round, as a table or as JSON."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args

import click

from annotator import messages
from annotator.cli.call import Call, common
from annotator.cli.naming import Naming
from annotator.cli.voice import in_columns
from annotator.core.errors import AnnotatorError
from annotator.operations import agreement as operations
from annotator.operations import publishing
from annotator.review import course, report, tables, wording
from annotator.review.course import By
from annotator.review.measures.bootstrap import LEVEL, SEED, TIMES
from annotator.review.methods import methods
from annotator.review.units import UNITS
from annotator.store import codebook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from annotator.cli.voice import Voice
    from annotator.review.course import Step
    from annotator.review.figures import Figure
    from annotator.review.gathered import Gathered, Rater
    from annotator.review.report import Agreement
    from annotator.store.project import Project

_BETWEEN = "--between"
_TOKENS = "UAX 29"  # whose words tokens are
_BESIDE = "percent agreement"  # stands beside every other value
_FIGURES = (".png", ".svg", ".pdf")
_FILES = ("csv", "html", "matrix", "cases", "figure")
_OF_PAIRS = ("percent agreement", "holsti", "exact f1", "cohen kappa", "krippendorff alpha")
_OF_STEPS = ("percent agreement", "exact f1", "krippendorff alpha", "unitizing alpha")
_TABLE = ("label", "measure", "value", "interval", "beside", "n")


Decorated = TypeVar("Decorated", bound="Callable[..., Any]")


def _file(name: str) -> Callable[[Decorated], Decorated]:
    return click.option(name, type=click.Path(path_type=Path), default=None, metavar="FILE")


@click.command("agreement", cls=Naming, many=(_BETWEEN,))
@click.argument("project", type=click.Path(readable=False, path_type=Path))
@click.option(_BETWEEN, multiple=True, required=True, metavar="CODER CODER…")
@click.option("--round", "round_", default="main", metavar="NAME")
@click.option("--against", default="", metavar="NAME")
@click.option("--unit", type=click.Choice(UNITS), default="token")
@click.option("--trim", is_flag=True)
@click.option("--over", type=click.Choice(("rounds", *get_args(By))), default=None)
@click.option("--methods", "with_methods", is_flag=True)
@_file("--csv")
@_file("--html")
@_file("--matrix")
@_file("--cases")
@_file("--figure")
@common
@click.pass_obj
def agreement(call: Call, /, project: Path, between: tuple[str, ...], round_: str, **more: Any) -> None:
    """Say how far coders agree, by every measure."""
    voice = call.voice
    _check_figure(more["figure"])
    asked = {"round_id": round_, "against": more["against"], "unit": more["unit"], "trim": more["trim"]}
    with call.reading(project) as opened, voice.progress(voice.words("agreement.progress")) as progress:
        gathered = operations.gather(opened, between, **asked, tell=lambda done: progress(done / 2, ""))
        gathered = operations.seen(opened, gathered, assigned=True)
        several = _over_rounds(opened, between, asked) if more["over"] == "rounds" else []
        looks = {one.id: (one.hue, one.pattern) for one in codebook.read(opened.db).labels}
    with voice.progress(voice.words("agreement.progress")) as progress:
        found = report.figures(gathered, lambda done: progress(0.5 + done / 2, ""))
    steps = _course(gathered, several, more["over"], times=TIMES if more["figure"] else 0)
    files = list(_written(found, gathered, voice.language, more))
    if more["figure"]:
        call.window.plot(more["figure"], found, gathered, steps, looks, voice.language)
    voice.result(
        _told(found, steps, files, with_methods=more["with_methods"]) | {"withheld": gathered.withheld},
        _all_lines(found, steps, files, {**more, "withheld": gathered.withheld}, voice),
    )


def _check_figure(path: Path | None) -> None:
    """Before anything is computed: a figure is of a kind that can be drawn."""
    if path is not None and path.suffix.lower() not in _FIGURES:
        raise AnnotatorError("no_such_figure", path=path.name)


def _over_rounds(project: Project, between: Sequence[str], asked: Mapping[str, Any]) -> list[Gathered]:
    return operations.gather_rounds(project, between, unit=asked["unit"], trim=asked["trim"], assigned=True)


def _course(gathered: Gathered, several: Sequence[Gathered], over: str | None, *, times: int) -> Sequence[Step]:
    """With intervals, of so many drawings, where they are drawn."""
    if over == "rounds":
        return course.over_rounds(several, times=times)
    return course.over_time(gathered, cast("By", over), times=times) if over else ()


def _written(found: Agreement, gathered: Gathered, language: str, more: Mapping[str, Any]) -> Iterator[Path]:
    """Write the files that were asked for."""
    if more["csv"]:
        publishing.write_csv(more["csv"], tables.figures_csv(found, language))
    if more["html"]:
        publishing.write_html(more["html"], found, gathered, language)
    if more["matrix"]:
        publishing.write_matrix(more["matrix"], gathered, language)
    if more["cases"]:
        publishing.write_cases(more["cases"], found, gathered, language)
    yield from (more[name].absolute() for name in _FILES if more[name])


def _told(found: Agreement, steps: Sequence[Step], files: Sequence[Path], *, with_methods: bool) -> dict[str, Any]:
    names = found.called.coders
    told = {
        "articles": found.articles,
        "round": found.round,
        "provisional": found.provisional,
        "between": [names[rater.coder] for rater in found.raters],
        "rounds": [asdict(one) for one in found.rounds],
        "unit": found.unit,
        "trim": found.trim,
        "tokens": _TOKENS,
        "intervals": {"level": LEVEL, "times": found.times, "seed": SEED},
        "measures": [asdict(one) for one in found.measures],
        "pairs": [
            {
                "between": [names[rater.coder] for rater in two.raters],
                "articles": two.articles,
                "measures": [asdict(one) for one in two.measures],
            }
            for two in found.pairs
        ],
        "files": [str(path) for path in files],
    }
    if steps:
        told["over"] = [
            {"key": one.key, "articles": one.articles, "provisional": one.provisional}
            | {"measures": [asdict(figure) for figure in one.measures]}
            for one in steps
        ]
    return told | ({"methods": {name: methods(found, name) for name in messages.LANGUAGES}} if with_methods else {})


def _all_lines(
    found: Agreement, steps: Sequence[Step], files: Sequence[Path], more: Mapping[str, Any], voice: Voice
) -> Iterator[str]:
    yield from _lines(found, voice)
    if more["withheld"]:
        yield ""
        yield voice.words("differences.withheld", count=more["withheld"])
    for two in found.pairs:
        yield ""
        yield voice.words("agreement.pair", coders=_coders(found, two.raters, voice), articles=two.articles)
        shown = [one for one in two.measures if one.label is None and one.name in _OF_PAIRS]
        yield from in_columns([_short(one, voice) for one in shown])
    if steps:
        yield ""
        yield voice.words("agreement.over")
        yield from in_columns([row for step in steps for row in _step(step, voice)])
    if more["with_methods"]:
        yield ""
        yield from methods(found, voice.language).split("\n")
    yield from (voice.words("agreement.written", path=messages.isolate(str(path))) for path in files)


def _coders(found: Agreement, raters: Sequence[Rater], voice: Voice) -> str:
    return messages.comma(voice.language).join(messages.isolate(wording.rater(found, one)) for one in raters)


def _short(one: Figure, voice: Voice) -> tuple[str, ...]:
    unit = voice.words("agreement.variables" if one.about == "variable" else f"agreement.in.{one.unit}")
    return unit, voice.words(f"measure.{one.name}"), _number(one.value, voice), str(one.n)


def _step(step: Step, voice: Voice) -> Iterator[tuple[str, ...]]:
    """The measures over all labels of one stretch, its name before the first."""
    shown = [one for one in step.measures if one.label is None and one.name in _OF_STEPS]
    for number, one in enumerate(shown):
        key = messages.isolate(step.key or voice.words("agreement.no_time"))
        yield (f"{key} ({step.articles})" if not number else "", *_short(one, voice))


def _lines(found: Agreement, voice: Voice) -> Iterator[str]:
    coders, rounds = _coders(found, found.raters, voice), " / ".join(one.id for one in found.rounds)
    yield voice.words("agreement.head", coders=coders, round=messages.isolate(rounds), articles=found.articles)
    if found.provisional:
        yield voice.words("agreement.provisional")
    for one in found.rounds:
        if one.seal:
            yield voice.words("agreement.sealed", round=messages.isolate(one.id), seal=messages.isolate(one.seal))
    if found.trim:
        yield voice.words("agreement.trimmed")
    for (about, unit), some in groupby(found.measures, key=lambda one: (one.about, one.unit)):
        yield ""
        yield voice.words(f"agreement.in.{unit}" if about == "label" else f"agreement.{about}s")
        rows = [tuple(voice.words(f"agreement.{name}") for name in _TABLE), *_rows(list(some), found, voice)]
        yield from in_columns(rows)
    yield ""
    for name in dict.fromkeys(one.name for one in found.measures):
        yield f"{voice.words(f'measure.{name}')}: {voice.words(f'measure.{name}.says')}"
    yield voice.words("agreement.interval.says", percent=round(100 * LEVEL), times=found.times, seed=SEED)


def _rows(figures: list[Figure], found: Agreement, voice: Voice) -> Iterator[tuple[str, ...]]:
    """Percent agreement on a line of its own, and beside every other value of the same label."""
    beside = {one.label: _number(one.value, voice) for one in figures if one.name == _BESIDE}
    last: str | None = ""
    for one in figures:
        label = wording.of(found.called, one.about, one.label, voice.language)
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
