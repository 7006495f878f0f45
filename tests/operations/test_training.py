"""A trainee's work held against the expert's: the figures, what was missed, what was too much."""

from __future__ import annotations

import pytest

from annotator.operations import annotations, codings, people, rounds, training
from annotator.operations.codings import Where
from annotator.operations.drawing import Draw
from annotator.operations.rounds import Terms
from tests.operations.conftest import BODY, document
from tests.operations.desk import Desk


@pytest.fixture
def desk(project, take) -> Desk:
    """The project's coder is in training with the expert, on two articles."""
    take(*(document(f"art-{n}", f"{BODY}\n{n}") for n in (1, 2)))
    made = Desk(project)
    made.do(people.add_coder, "الخبيرة")
    made.do(rounds.draw, "training", Draw(), Terms("training", (project.coder,), expert="الخبيرة"))
    return made


def where(desk: Desk, article: str, *, expert: bool) -> Where:
    coder = people.known(desk.project, "الخبيرة").id if expert else desk.project.coder
    return Where(article, coder, "training")


def code(desk: Desk, article: str, *spans: tuple[str, int, int], expert: bool) -> None:
    at = where(desk, article, expert=expert)
    for label, start, end in spans:
        desk.do(annotations.label_span, at, label, ((start, end),))
    desk.do(codings.set_status, at, "review")


def test_the_figures_and_each_slip(desk) -> None:
    code(desk, "art-1", ("actor", 0, 4), ("actor", 31, 37), ("source", 7, 11), ("cue", 13, 16), expert=True)
    code(desk, "art-1", ("actor", 0, 4), ("actor", 31, 44), ("cue", 45, 48), ("actor", 7, 11), expert=False)
    found = training.score(desk.project, "training", desk.project.coder, "art-1")
    assert found.articles == ("art-1",)
    assert found.expert == where(desk, "art-1", expert=True).coder
    assert (found.over_all.label, found.over_all.exact.f1) == (None, 2 / 8)
    assert [(one.label, one.exact.a, one.exact.b, one.exact.both) for one in found.labels[1:]] == [
        ("actor", 3, 2, 1),
        ("cue", 1, 1, 0),
        ("source", 0, 1, 0),
    ]
    assert found.labels[1].relaxed.f1 == 2 / (3 / 2 + 2 / 2)
    assert found.over_all.relaxed.a_met == 2
    assert [(slip.kind, slip.difference.start) for slip in found.slips] == [
        ("label", 7),
        ("missed", 13),
        ("boundary", 31),
        ("extra", 45),
    ]


def test_over_the_round_and_only_what_both_are_done_with(desk) -> None:
    code(desk, "art-1", ("actor", 0, 4), expert=True)
    code(desk, "art-2", ("actor", 0, 4), expert=True)
    desk.refused("not_scored_yet", training.score, "training", "سارة")
    code(desk, "art-1", ("actor", 0, 4), expert=False)
    assert training.score(desk.project, "training", "سارة").over_all.exact.f1 == 1
    desk.refused("not_scored_yet", training.score, "training", "سارة", "art-2")
    code(desk, "art-2", expert=False)
    found = training.score(desk.project, "training", "سارة")
    assert (found.articles, found.over_all.exact.f1) == (("art-1", "art-2"), 2 / 3)
    assert [slip.article for slip in found.slips] == ["art-2"]


def test_where_neither_has_a_span_there_is_no_figure(desk) -> None:
    code(desk, "art-1", expert=True)
    code(desk, "art-1", expert=False)
    found = training.score(desk.project, "training", "سارة")
    assert (found.over_all.exact.f1, found.over_all.relaxed.f1, found.slips) == (None, None, ())


def test_what_cannot_be_scored(desk) -> None:
    desk.refused("no_expert", training.score, "main", "سارة")
    desk.refused("no_expert", training.score, "training", "الخبيرة")
    desk.refused("no_such_round", training.score, "none", "سارة")
    desk.refused("no_such_coder", training.score, "training", "nobody")
