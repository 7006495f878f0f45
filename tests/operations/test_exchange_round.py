"""All that a project can say of its articles goes out as lines and comes into another one as it was, once."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.models import Choice, Codebook, Label, RelationType, StatementType, Variable
from annotator.core.text import Text
from annotator.formats.records import (
    ActorRecord,
    AnnotationRecord,
    CodingRecord,
    Document,
    NoteRecord,
    PartRecord,
    RelationRecord,
    StatementRecord,
    VariableRecord,
    Whose,
)
from annotator.operations import articles, codebook, exchange, people
from annotator.operations.exchange import ExportOptions
from annotator.operations.intake import Incoming
from annotator.store import actors as register
from annotator.store import check, overview
from annotator.store import codebook as reader
from annotator.store.project import Project

BODY = "عنوان قصير\nقال الوزير ”وبالرئيس“ 😀 إن الحرب مستمرة.\nوأضاف Ivanov أن الزيارة انتهت."
NAMES = ("داعش", "تويتر", "Twitter", "دَاعش")  # the last is the first, folded
PEOPLE = (Whose("سارة", "c-s"), Whose("عمر", "c-o"), Whose("عمر", "c-o", "pilot"), Whose("عمر", "c-x"))

_CHOICES = (Choice("a", {"en": "A"}), Choice("ب", {"ar": "ب"}))
_TYPES: dict[str, tuple[Choice, ...]] = {
    "choice": _CHOICES,
    "choices": _CHOICES,
    "yesno": (),
    "number": (),
    "scale": (),
    "text": (),
    "actor": (),
}


def book() -> Codebook:
    variables = [
        Variable(f"{scope}-{kind}", {"en": kind}, scope, kind, choices)  # type: ignore[arg-type]
        for scope in ("annotation", "article", "statement")
        for kind, choices in _TYPES.items()
    ]
    slots = [Variable(f"{one.id}-or-span", one.names, "statement", one.type, one.choices, ("actor",)) for one in variables if one.scope == "statement"]  # fmt: skip
    slots.append(Variable("statement-span", {"en": "span"}, "statement", "span"))
    return Codebook(
        labels=(Label("actor", {"en": "Actor"}, 10), Label("اقتباس", {"ar": "اقتباس"}, 90)),
        variables=(*variables, *slots),
        relation_types=(RelationType("says", {"en": "says"}),),
        statement_types=(StatementType("claim", {"en": "Claim"}, tuple(one.id for one in slots)),),
    )


def values(kind: str, who: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return {
        "choice": st.sampled_from(["a", "ب"]),
        "choices": st.lists(st.sampled_from(["a", "ب"]), min_size=1, unique=True),
        "yesno": st.booleans(),
        "number": st.integers(-5, 5) | st.floats(-5, 5),
        "scale": st.integers(-5, 5),
        "text": st.sampled_from(["", "نص\nثان", "=1", "😀"]),
        "actor": who,
    }[kind]


def fields(scope: str, who: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={f"{scope}-{kind}": values(kind, who) for kind in _TYPES})


@st.composite
def spans(draw: st.DrawFn, number: int, who: st.SearchStrategy[str]) -> AnnotationRecord:
    edges = sorted(draw(st.sets(st.integers(0, len(BODY)), min_size=2, max_size=4)))
    fragments = tuple(zip(edges[::2], edges[1::2], strict=False))
    start, end = draw(st.sampled_from(fragments))
    head = draw(st.sampled_from([(), ((start, end),), ((end - 1, end),)]))
    return AnnotationRecord(
        f"s{number}",
        draw(st.sampled_from(["actor", "اقتباس"])),
        draw(st.sampled_from(PEOPLE)),
        fragments,
        tuple(BODY[first:last] for first, last in fragments),
        draw(fields("annotation", who)),
        draw(threads(f"s{number}")),
        head,
    )


@st.composite
def threads(draw: st.DrawFn, owner: str) -> tuple[NoteRecord, ...]:
    made: list[NoteRecord] = []
    for number in range(draw(st.integers(0, 3))):
        first = draw(st.sampled_from(["", *(note.id for note in made if not note.thread)]))
        person, at = draw(st.sampled_from(PEOPLE)), f"2026-01-0{draw(st.integers(1, 3))}"
        resolved = draw(st.booleans()) and not first
        made.append(NoteRecord(f"{owner}-n{number}", person.who, "سطر\nثان", at, first, resolved, person.who_id))
    return tuple(made)


@st.composite
def said(draw: st.DrawFn, number: int, of: list[AnnotationRecord], who: st.SearchStrategy[str]) -> StatementRecord:
    whose = draw(st.sampled_from(PEOPLE))
    mine = [one.id for one in of if one.whose == whose]
    actors = [one.id for one in of if one.whose == whose and one.label == "actor"]
    slots: dict[str, Any] = {}
    for kind in _TYPES:
        plain = values(kind, who).map(lambda value, kind=kind: {"actor": value} if kind == "actor" else value)
        pointing = st.sampled_from(actors).map(lambda one: {"annotation": one}) if actors else plain
        if draw(st.booleans()):
            slots[f"statement-{kind}-or-span"] = draw(plain | pointing)
    if mine and draw(st.booleans()):
        slots["statement-span"] = {"annotation": draw(st.sampled_from(mine))}
    return StatementRecord(f"t{number}", "claim", whose, slots)


@st.composite
def documents(draw: st.DrawFn, article: str) -> Document:
    known = tuple(
        ActorRecord(f"p{number}", {"ar": name}, draw(st.sampled_from(["", "group"])), ("لقب",), "سطر\nثان")
        for number, name in enumerate(NAMES)
    )
    who = st.sampled_from([actor.id for actor in known])
    found = [
        draw(spans(f"{article}{number}", who))  # type: ignore[arg-type]
        for number in range(draw(st.integers(0, 4)))
    ]
    places = {(one.whose.who_id, one.whose.round, one.label, one.fragments): one for one in found}
    found = list(places.values())
    links = [(one, other) for one in found for other in found if one.whose == other.whose and one is not other]
    chosen = draw(st.lists(st.sampled_from(links), max_size=2, unique_by=lambda pair: (pair[0].id, pair[1].id))) if links else []  # fmt: skip
    relations = [RelationRecord(f"r-{one.id}-{other.id}", "says", one.id, other.id, one.whose) for one, other in chosen]
    coders = draw(st.lists(st.sampled_from(PEOPLE), unique=True, max_size=3))
    parts = (PartRecord("headline", 0, 10), PartRecord("lead", 11, BODY.index("\n", 11)))
    return Document(
        article,
        "عنوان",
        Text(BODY + article),
        draw(st.sampled_from(["", "rtl", "ltr"])),
        {"outlet": "سانا"},
        tuple(CodingRecord(one, draw(st.sampled_from(["todo", "work", "done"]))) for one in coders),
        tuple(found),
        tuple(relations),
        tuple(draw(said(f"{article}{number}", found, who)) for number in range(draw(st.integers(0, 2)))),  # type: ignore[arg-type]
        tuple(VariableRecord(name, value, one) for one in coders for name, value in draw(fields("article", who)).items()),
        draw(threads(article)),
        actors=known,
        parts=draw(st.sampled_from([(), parts[:1], parts])),
    )  # fmt: skip


def lines(project: Project, out: Path) -> bytes:
    report = exchange.export(project, out, ExportOptions("jsonl"))
    assert report.losses == ()
    return out.read_bytes()


@settings(max_examples=30)
@given(documents("a"), documents("b"))
def test_out_and_into_an_empty_project_and_out_again_is_the_same_and_twice_is_once(
    one: Document, two: Document
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Project.create(folder / "first.annot", title="x") as first:
            coder = first.journal.commit(people.add_coder(first, "سارة"))
            first.act_as(str(coder.facts["coder"]))
            first.journal.commit(codebook.adopt(first, book()))
            taken, report = articles.take_in(first, [Incoming(one), Incoming(two)], coder=people.acting(first))
            first.journal.commit(taken)
            assert (report.refused, report.warnings) == ([], [])
            told = lines(first, folder / "first.jsonl")
            named = {actor.id: actor for actor in register.every(first.db)}
        with Project.create(folder / "second.annot", title="y") as second:
            report = exchange.import_files(second, [folder / "first.jsonl"], coder=people.acting(second, "غيرها"))
            assert (report.refused, report.warnings) == ([], [])
            assert lines(second, folder / "second.jsonl") == told
            assert [found for found in check.check(second, full=True) if not found.ok] == []
            for actor in register.every(second.db):
                assert actor == named[actor.id]
            before = second.journal.n
            again = exchange.import_files(second, [folder / "first.jsonl"])
            assert (again.refused, again.warnings, again.annotations_added) == ([], [], 0)
            assert second.journal.n == before


def test_one_import_is_one_action(tmp_path: Path) -> None:
    """Names of what the codebook does not have come with it, and go with it."""
    document = Document(
        "a", "x", Text(BODY), annotations=(AnnotationRecord("s", "new", Whose(), ((0, 5),), (BODY[:5],), {"who": "p"}),),
        relations=(), statements=(StatementRecord("t", "story", Whose(), {"hero": {"actor": "p"}, "sure": True}),),
        actors=(ActorRecord("p", {"ar": "داعش"}),),
    )  # fmt: skip
    with Project.create(tmp_path / "x.annot", title="x") as project:
        coder = project.journal.commit(people.add_coder(project, "سارة"))
        project.act_as(str(coder.facts["coder"]))
        taken, report = articles.take_in(project, [Incoming(document)], coder=people.acting(project))
        project.journal.commit(taken)
        assert report.refused == []
        kinds = {variable.id: variable.type for variable in reader.read(project.db).variables}
        assert kinds == {"who": "actor", "hero": "actor", "sure": "yesno"}
        assert overview.of(project.db).statements == 1
        project.journal.undo()
        assert reader.read(project.db) == Codebook()
        assert register.every(project.db) == []
