"""Rounds from the command line: listed with everybody's progress, opened, drawn, frozen; a trainee's score."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click
from click.core import ParameterSource

from annotator import messages
from annotator.cli.call import Call, common
from annotator.cli.naming import Naming
from annotator.cli.program import Needs, NotTogether
from annotator.cli.voice import in_columns
from annotator.core.errors import AnnotatorError
from annotator.core.models import RoundKind
from annotator.operations import people, sealing, training
from annotator.operations import rounds as operations
from annotator.operations.drawing import Draw
from annotator.operations.rounds import Terms
from annotator.store import codebook, rounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.cli.voice import Voice
    from annotator.core.models import Coder, Round
    from annotator.operations.training import Score
    from annotator.store.project import Project

_DEEDS = ("open", "draw", "freeze", "score")
_OF_DRAWING = ("share", "count", "all", "seed", "stratify", "source", "again")  # options, and what they belong to
_BELONG = dict.fromkeys(_OF_DRAWING, ("draw",)) | {"round_": ("score",), "coder": ("open", "draw", "freeze")}
_BELONG |= dict.fromkeys(("coders", "kind", "expert", "not_blind"), ("open", "draw"))
_NAMED = 5  # titles of unfinished articles that a line names


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a call asks for: the one thing to do, if any, with its name, and the options.

    A round that is opened with articles (`new`) is drawn, and must not be there yet.
    """

    deed: str
    name: str
    options: dict[str, Any]
    new: bool = False

    def terms(self, people: _People) -> Terms:
        kind: RoundKind = self.options["kind"] or ("reliability" if self.deed == "draw" and not self.new else "main")
        return Terms(kind, people.coders, not self.options["not_blind"], people.expert, people.newcomers)

    @property
    def drawn(self) -> Draw:
        one = self.options
        fields = tuple(field.strip() for field in one["stratify"].split(",") if field.strip())
        return Draw(one["share"], one["count"], one["seed"], fields, one["source"], one["again"])


@dataclass(frozen=True, slots=True)
class _People:
    """Who is named in a call, by their ids, and who of them is new."""

    coders: tuple[str, ...]
    expert: str
    newcomers: tuple[Coder, ...]


@click.command("rounds", cls=Naming, many=("--coders",))
@click.argument("project", type=click.Path(readable=False, path_type=Path))
@click.option("--open", metavar="NAME")
@click.option("--draw", metavar="NAME")
@click.option("--freeze", metavar="NAME")
@click.option("--score", metavar="CODER")
@click.option("--coders", multiple=True, metavar="CODER CODER…")
@click.option("--kind", type=click.Choice(get_args(RoundKind)))
@click.option("--expert", default="", metavar="CODER")
@click.option("--not-blind", is_flag=True)
@click.option("--share", type=float, metavar="SHARE")
@click.option("--count", type=int, metavar="N")
@click.option("--all", is_flag=True)
@click.option("--seed", type=int, default=1, metavar="N")
@click.option("--stratify", default="", metavar="FIELD,FIELD")
@click.option("--from", "source", default="", metavar="ROUND")
@click.option("--again", type=float, default=0.0, metavar="SHARE")
@click.option("--round", "round_", default="", metavar="NAME")
@click.option("--as", "coder", default="", metavar="CODER")
@common
@click.pass_context
def listed(ctx: click.Context, /, project: Path, **options: Any) -> None:
    """List, open, draw or freeze rounds."""
    asked = _asked(ctx, options)
    call: Call = ctx.obj
    with _opened(call, project, asked) as opened:
        told, lines = _done(opened, asked, call.voice)
        found = [_told(opened, one) for one in codebook.rounds(opened.db)]
    shown = lines if asked.deed == "score" else [*lines, *_lines(found, call.voice)]
    call.voice.result({"rounds": found, **told}, shown)


def _asked(ctx: click.Context, options: dict[str, Any]) -> _Asked:
    """One thing at a time; a draw says how much."""
    deeds = [deed for deed in _DEEDS if options[deed] is not None]
    if len(deeds) > 1:
        raise NotTogether(f"--{deeds[0]}", f"--{deeds[1]}", ctx)
    if options["all"] and (together := [name for name in ("share", "count") if options[name] is not None]):
        raise NotTogether("--all", f"--{together[0]}", ctx)
    if options["share"] is not None and options["count"] is not None:
        raise NotTogether("--share", "--count", ctx)
    deed = deeds[0] if deeds else ""
    measured = options["all"] or any(options[name] is not None for name in ("share", "count"))
    if deed == "draw" and not measured:
        raise click.MissingParameter(ctx=ctx, param=next(one for one in ctx.command.params if one.name == "share"))
    new = deed == "open" and measured
    _refuse_idle(ctx, "draw" if new else deed)
    return _Asked("draw" if new else deed, options[deed] if deed else "", options, new)


def _refuse_idle(ctx: click.Context, deed: str) -> None:
    """An option that would say nothing here is a slip."""
    for param in ctx.command.params:
        given = ctx.get_parameter_source(param.name or "") is ParameterSource.COMMANDLINE
        belongs = _BELONG.get(param.name or "", (deed,))
        if given and deed not in belongs:
            raise Needs(param.opts[0], f"--{belongs[0]}", ctx)


@contextmanager
def _opened(call: Call, path: Path, asked: _Asked) -> Iterator[Project]:
    if asked.deed in {"", "score"}:
        with call.reading(path) as project:
            yield project
        return
    with call.writing(path) as project:
        yield project


def _done(project: Project, asked: _Asked, voice: Voice) -> tuple[dict[str, Any], list[str]]:
    """What was asked for, done; what there is to tell of it, as JSON and as lines."""
    match asked.deed:
        case "open" | "draw":
            return _begin(project, asked, voice)
        case "freeze":
            return _freeze(project, asked, voice)
        case "score":
            found = training.score(project, _trained(project, asked.options["round_"]), asked.name)
            return {"score": _scored(project, found)}, list(_score_lines(project, found, voice))
    return {}, []


def _begin(project: Project, asked: _Asked, voice: Voice) -> tuple[dict[str, Any], list[str]]:
    """Open or draw a round; whoever is named and not here yet comes with it."""
    named = _named(project, asked)
    if asked.deed == "draw":
        told, lines = _draw(project, asked, asked.terms(named), voice)
    else:
        project.journal.commit(operations.open_round(project, asked.name, asked.terms(named)))
        told, lines = {}, []
    names = [new.name for new in named.newcomers]
    if names:
        shown = messages.comma(voice.language).join(map(messages.isolate, names))
        lines = [voice.words("rounds.added", names=shown), *lines]
    return {**told, "added": names}, lines


def _named(project: Project, asked: _Asked) -> _People:
    actor = people.acting(project, asked.options["coder"])
    coders = people.named(project, asked.options["coders"], [actor])
    expert = asked.options["expert"]
    experts = people.named(project, [expert] if expert else [], [actor, *coders])
    project.coder = actor.id
    here = {coder.id for coder in codebook.coders(project.db)}
    come = {coder.id: coder for coder in (actor, *coders, *experts) if coder.id not in here}
    return _People(tuple(coder.id for coder in coders), experts[0].id if experts else "", tuple(come.values()))


def _draw(project: Project, asked: _Asked, terms: Terms, voice: Voice) -> tuple[dict[str, Any], list[str]]:
    if asked.new and rounds.get(project.db, asked.name) is not None:
        raise AnnotatorError("round_exists", round=asked.name)
    seen = operations.preview(project, asked.name, asked.drawn, terms)
    project.journal.commit(operations.draw(project, asked.name, asked.drawn, terms))
    names = _names(project)
    told = {
        "articles": list(seen.sample.articles),
        "pool": seen.sample.pool,
        "seed": asked.drawn.seed,
        "strata": [{"of": list(one.of), "pool": one.pool, "drawn": one.drawn} for one in seen.sample.strata],
        "again": {names[coder]: len(back) for coder, back in seen.again.items() if back},
    }
    count = len(seen.sample.articles)
    lines = [voice.words("rounds.drawn", count=count, pool=seen.sample.pool, seed=asked.drawn.seed)]
    return {"drawn": told}, lines


def _freeze(project: Project, asked: _Asked, voice: Voice) -> tuple[dict[str, Any], list[str]]:
    seen, names = sealing.preview(project, asked.name), _names(project)
    actor = people.acting(project, asked.options["coder"])
    project.coder = actor.id
    project.journal.commit(people.by(project, actor, sealing.freeze(project, asked.name)))
    late = [
        {"coder": names[one.coder], "todo": one.todo, "work": one.work, "articles": list(one.titles)}
        for one in seen.unfinished
    ]
    for one in seen.unfinished:
        titles = messages.comma(voice.language).join(map(messages.isolate, one.titles[:_NAMED]))
        more = "…" if len(one.titles) > _NAMED else ""
        coder = messages.isolate(names[one.coder])
        voice.note(voice.words("rounds.late", coder=coder, todo=one.todo, work=one.work, titles=titles + more))
    if seen.other_versions:
        voice.note(voice.words("rounds.other_versions", count=seen.other_versions))
    return {"unfinished": late, "other_versions": seen.other_versions}, []


def _trained(project: Project, name: str) -> str:
    """The round that is meant: named, or the newest with an expert."""
    if name:
        return name
    found = [one.id for one in codebook.rounds(project.db) if one.expert]
    if not found:
        raise AnnotatorError("no_expert", round="main")
    return found[-1]


def _names(project: Project) -> dict[str, str]:
    return {coder.id: coder.name for coder in codebook.coders(project.db)}


def _told(project: Project, round_: Round) -> dict[str, Any]:
    names, there = _names(project), rounds.progress(project.db, round_.id)
    version = next((one.name for one in codebook.versions(project.db) if one.id == round_.codebook), None)
    return {
        "name": round_.id,
        "kind": round_.kind,
        "state": round_.state,
        "codebook": round_.codebook,
        "version": version,
        "articles": rounds.count_articles(project.db).get(round_.id, 0),
        "coders": [names.get(one.coder, one.coder) for one in there if one.coder != round_.expert],
        "expert": names.get(round_.expert, round_.expert) or None,
        "blind": round_.blind,
        "plan": dict(round_.plan),
        "frozen": round_.frozen or None,
        "seal": round_.seal or None,
        "progress": [
            {
                "coder": names.get(one.coder, one.coder),
                "id": one.coder,
                "assigned": one.assigned,
                "begun": one.begun,
                "done": one.done,
            }
            for one in there
        ],
    }


def _lines(found: list[dict[str, Any]], voice: Voice) -> Iterator[str]:
    for one in found:
        facts = {
            "round": messages.isolate(one["name"]),
            "kind": voice.words(f"rounds.kind.{one['kind']}"),
            "state": voice.words(f"rounds.state.{one['state']}"),
            "articles": one["articles"],
            "version": messages.isolate(one["version"] or "–"),
        }
        yield voice.words("rounds.line", **facts)
        rows = [
            (
                f"  {messages.isolate(each['coder'])}",
                voice.words("rounds.progress", done=each["done"], begun=each["begun"], assigned=each["assigned"]),
            )
            for each in one["progress"]
        ]
        yield from in_columns(rows)


def _scored(project: Project, found: Score) -> dict[str, Any]:
    names = _names(project)
    return {
        "coder": names[found.coder],
        "expert": names[found.expert],
        "articles": list(found.articles),
        "labels": [
            {
                "label": one.label,
                "exact f1": one.exact.f1,
                "relaxed f1": one.relaxed.f1,
                "coder": one.exact.a,
                "expert": one.exact.b,
                "same": one.exact.both,
            }
            for one in found.labels
        ],
        "slips": [
            {
                "article": slip.article,
                "kind": slip.kind,
                "label": slip.difference.label,
                "start": slip.difference.start,
                "end": slip.difference.end,
            }
            for slip in found.slips
        ],
    }


def _score_lines(project: Project, found: Score, voice: Voice) -> Iterator[str]:
    names = _names(project)
    coder, expert = messages.isolate(names[found.coder]), messages.isolate(names[found.expert])
    yield voice.words("rounds.score", coder=coder, expert=expert, articles=len(found.articles))
    labels = {label.id: label.names.get(voice.language) or label.id for label in codebook.read(project.db).labels}
    head = ("label", "exact", "relaxed", "same", "missed", "extra")
    rows = [tuple(voice.words(f"rounds.score.{name}") for name in head)]
    for one in found.labels:
        named = voice.words("agreement.all") if one.label is None else labels.get(one.label, one.label)
        figures = ["–" if value is None else f"{value:.2f}" for value in (one.exact.f1, one.relaxed.f1)]
        counts = (one.exact.both, one.exact.b - one.exact.both, one.exact.a - one.exact.both)
        rows.append((messages.isolate(named), *figures, *map(str, counts)))
    yield from in_columns(rows)
