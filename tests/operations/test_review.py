from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import messages
from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.models import Article, Coder, Coding, Label, RelationType, Round, Variable
from annotator.core.rows import added, altered
from annotator.core.text import Text
from annotator.operations import annotations, bulk, codings, history, people, review, sample
from annotator.operations.codings import Where
from annotator.operations.review import REASONS, Case, Ruling
from annotator.operations.selection import Selection, documents, selected
from annotator.store import codings as rows
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.models import Annotation
    from annotator.formats.records import Document
    from annotator.review.compare import Difference

SLIP = "slip"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """The sample, and a third person who reviews it."""
    sample.build(tmp_path / "sample.annot", "en")
    with Project.open(tmp_path / "sample.annot") as project:
        project.journal.commit(people.add_coder(project, "Reviewer", coder_id="reviewer"))
        project.act_as("reviewer")
        yield project


@pytest.fixture
def case(project: Project) -> Case:
    (case,) = review.cases(project)
    return case


def do(project: Project, case: Case, found: Difference, take: Any, **more: Any) -> None:
    project.journal.commit(review.settle(project, case, found.id, Ruling(take, more.pop("reason", SLIP), **more)))


def first(project: Project, case: Case, kind: str, number: int = 0) -> Difference:
    return [d for d in review.comparison(project, case).differences if d.kind == kind][number]


def gold(project: Project) -> Document:
    """The article as `export --whose settled` gives it."""
    choice = Selection("settled")
    (document,) = documents(project, choice, selected(project, choice))
    return document


def places(document: Document) -> set[tuple[str, Any]]:
    return {(each.label, each.fragments) for each in document.annotations}


def place(span: Annotation) -> tuple[str, Any]:
    return span.label, span.fragments


def state(project: Project, case: Case) -> tuple[Any, ...]:
    """All that is settled, but for when."""
    document = gold(project)
    told = [replace(d, at="") for d in review.decisions(project, case).values()]
    return document, sorted(told, key=lambda d: d.id)


# --- what there is


def test_the_two_coders_stand_in_the_order_they_came(project: Project, case: Case) -> None:
    assert [next(c.name for c in _coders(project) if c.id == one) for one in case.between] == ["Coder A", "Coder B"]
    assert list(review.cases_between(project, case.between)) == [case]
    assert list(review.cases_between(project, ("reviewer", case.between[0]))) == []


def test_to_whom_an_article_is_only_assigned_has_not_coded_it(project: Project, case: Case) -> None:
    given_to = Coding(Where(case.article, "reviewer").id, case.article, "reviewer", "main", status="todo")
    project.journal.commit(change("assign", [added(given_to)]))
    assert tuple(review.coders_of(project, case.article)) == case.between
    assert list(review.cases(project)) == [case]
    with pytest.raises(AnnotatorError, match="no_such_coding"):
        review.sides(project, replace(case, between=(case.between[0], "reviewer")))


def _coders(project: Project) -> list[Coder]:
    from annotator.store import codebook

    return codebook.coders(project.db)


def test_the_sample_differs_in_every_kind(project: Project, case: Case) -> None:
    compared = review.comparison(project, case)
    assert {d.kind for d in compared.differences} == {
        "missing", "boundary", "label", "attribute", "relation", "variable"
    }  # fmt: skip
    same = len(compared.agreed) + sum(d.kind == "attribute" for d in compared.differences)
    assert same == 39


def test_a_coder_without_a_coding_is_missing_and_not_empty(project: Project, case: Case) -> None:
    with pytest.raises(AnnotatorError) as caught:
        review.comparison(project, replace(case, between=(case.between[0], "reviewer")))
    assert (caught.value.key, caught.value.facts["coding"]) == ("no_such_coding", "Reviewer")


# --- one difference


@pytest.mark.parametrize("take", ["a", "b", "both", "neither"])
@pytest.mark.parametrize("kind", ["missing", "boundary", "label"])
def test_what_is_taken_stands_in_the_settled_coding(project: Project, case: Case, kind: str, take: str) -> None:
    found = first(project, case, kind)
    do(project, case, found, take, note="why")
    wanted = {"a": [found.a], "b": [found.b], "both": [found.a, found.b], "neither": []}[take]
    assert places(gold(project)) == {place(span) for span in wanted if span}
    decision = review.decisions(project, case)[found.id]
    assert (decision.take, decision.reason, decision.note, decision.coder) == (take, SLIP, "why", "reviewer")
    assert set(decision.sources) == {span.id for span in (found.a, found.b) if span}


def test_attributes_come_with_the_side_that_is_taken(project: Project, case: Case) -> None:
    found = first(project, case, "attribute")
    for side, take in ((0, "a"), (1, "b")):
        do(project, case, found, take)
        span = (found.a, found.b)[side]
        assert span
        (settled,) = gold(project).annotations
        assert settled.attributes == review.sides(project, case)[side].values[span.id]


def test_an_edit_takes_other_words_under_another_label_without_its_attributes(project: Project, case: Case) -> None:
    found = first(project, case, "label")
    assert found.a
    wider = ((found.start, found.end + 7),)
    do(project, case, found, "edit", edit=("problem", wider))
    document = gold(project)
    (settled,) = document.annotations
    assert (settled.label, settled.fragments, settled.attributes) == ("problem", wider, {})
    assert settled.quotes == document.text.quotes(wider)


@pytest.mark.parametrize("take", ["a", "b", "neither"])
def test_an_article_variable(project: Project, case: Case, take: str) -> None:
    found = first(project, case, "variable")
    do(project, case, found, take)
    values = [side.variables[found.label] for side in review.sides(project, case)]
    wanted = {"a": values[:1], "b": values[1:], "neither": []}[take]
    assert [(v.name, v.value) for v in gold(project).variables] == [(found.label, value) for value in wanted]


def test_the_history_tells_what_was_settled(project: Project, case: Case) -> None:
    told = []
    for kind in ("variable", "relation", "label"):
        found = first(project, case, kind)
        change_ = review.settle(project, case, found.id, Ruling("a", SLIP))
        told.append((messages.tell("settle", change_.facts, "en"), change_.facts.get(kind)))
    assert "article variable" in told[0][0]
    assert told[0][1] == "primary-frame"
    assert told[1][1] == "says"
    assert review.quote(first(project, case, "label")) in told[2][0]


def test_settling_again_replaces_the_earlier_decision(project: Project, case: Case) -> None:
    variable, boundary = first(project, case, "variable"), first(project, case, "boundary")
    for take in ("a", "b", "b", "neither", "a"):
        do(project, case, variable, take)
        do(project, case, boundary, take)
    assert boundary.a
    assert places(gold(project)) == {place(boundary.a)}
    assert len(gold(project).variables) == 1
    assert len(review.decisions(project, case)) == 2


@pytest.mark.parametrize(
    ("kind", "ruling", "key"),
    [
        ("attribute", Ruling("both", SLIP), "cannot_take_both"),
        ("relation", Ruling("both", SLIP), "cannot_take_both"),
        ("variable", Ruling("both", SLIP), "cannot_take_both"),
        ("variable", Ruling("edit", SLIP), "nothing_to_edit"),
        ("relation", Ruling("edit", SLIP), "nothing_to_edit"),
        ("missing", Ruling("edit", SLIP), "nothing_to_take"),
        ("missing", Ruling("edit", SLIP, edit=("nonsense", ((0, 3),))), "no_such_label"),
        ("missing", Ruling("edit", SLIP, edit=("actor", ((3, 3),))), "bad_span"),
        ("missing", Ruling("a", "because"), "no_such_reason"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    project: Project, case: Case, kind: str, ruling: Ruling, key: str
) -> None:
    before = project.journal.n
    with pytest.raises(AnnotatorError) as caught:
        project.journal.commit(review.settle(project, case, first(project, case, kind).id, ruling))
    assert (caught.value.key, project.journal.n) == (key, before)


def test_a_difference_that_is_none_is_refused(project: Project, case: Case) -> None:
    with pytest.raises(AnnotatorError, match="no_such_difference"):
        review.settle(project, case, "nonsense", Ruling("a"))
    with pytest.raises(AnnotatorError, match="no_such_difference"):
        review.find(project, "nonsense", review.cases(project))


def test_a_difference_is_found_by_its_id(project: Project, case: Case) -> None:
    assert {review.find(project, d.id, review.cases(project)) for d in review.work(project, case).open} == {case}


def test_a_decision_is_told_from_where_one_stands(project: Project, case: Case) -> None:
    turned = replace(case, between=(case.between[1], case.between[0]))
    found = first(project, case, "boundary")
    assert found.a
    do(project, case, found, "a")
    assert review.decisions(project, case)[found.id].take == "a"
    assert review.decisions(project, turned)[found.id].take == "b"
    do(project, turned, found, "b")
    assert places(gold(project)) == {place(found.a)}
    assert review.decisions(project, case)[found.id].take == "a"


# --- all that both agree on


def test_all_that_both_agree_on_is_one_action(project: Project, case: Case) -> None:
    before = project.journal.n
    done = project.journal.commit(bulk.settle_agreed(project, [case]))
    assert (project.journal.n, done.facts["count"]) == (before + 1, 35)
    assert places(gold(project)) == {place(x) for x, _ in review.comparison(project, case).agreed}
    assert {v.name for v in gold(project).variables} == set(review.comparison(project, case).alike)
    with pytest.raises(AnnotatorError, match="nothing_agreed"):
        bulk.settle_agreed(project, [case])


def test_articles_with_nothing_in_common_are_passed_over(project: Project, case: Case) -> None:
    text, other = Text("نصّ"), replace(case, article="other")
    both = [Coding(Where("other", who).id, "other", who, "main") for who in case.between]
    project.journal.commit(change("take_in", [text, *map(added, [Article("other", "", text.hash), *both])]))
    done = project.journal.commit(bulk.settle_agreed(project, [case, other]))
    assert done.facts["count"] == 35
    assert review.settled_coding(project, "other") is None


def test_links_follow_what_is_settled(project: Project, case: Case) -> None:
    project.journal.commit(bulk.settle_agreed(project, [case]))
    compared, (a, b) = review.comparison(project, case), review.sides(project, case)
    partner = {x.id: y.id for x, y in compared.agreed}
    back = {y: x for x, y in partner.items()}
    both = {(link.label, link.source, link.target) for link in a.links if {link.source, link.target} <= partner.keys()}
    theirs = {(link.label, back.get(link.source), back.get(link.target)) for link in b.links}
    assert len(gold(project).relations) == len(both & theirs) > 0
    for found in review.work(project, case).open:
        do(project, case, found, "b")
    assert {link.label for link in gold(project).relations} == {"says", "cued-by"}
    # B's word on every difference: B's links, all of them, between what stands for B's segments.
    assert len(gold(project).relations) == len(b.links)


def test_a_link_that_one_made_alone_stands_when_it_is_taken(project: Project, case: Case) -> None:
    project.journal.commit(bulk.settle_agreed(project, [case]))
    found = first(project, case, "relation")
    side = "a" if found.a else "b"
    for each in review.work(project, case).open:
        do(project, case, each, side)
    with_it = len(gold(project).relations)
    do(project, case, found, "neither")
    assert len(gold(project).relations) == with_it - 1
    do(project, case, found, side)
    assert len(gold(project).relations) == with_it


def test_a_link_is_taken_from_either_side_of_the_table(project: Project, case: Case) -> None:
    project.journal.commit(bulk.settle_agreed(project, [case]))
    turned = replace(case, between=(case.between[1], case.between[0]))
    found = first(project, turned, "relation")
    for each in review.work(project, turned).open:
        do(project, turned, each, "a" if found.a else "b")
    with_it = len(gold(project).relations)
    do(project, turned, found, "b" if found.a else "a")
    assert len(gold(project).relations) == with_it - 1


def test_a_link_whose_ends_became_one_goes(project: Project, case: Case) -> None:
    compared = review.comparison(project, case)
    boundary = {d.a.id: d for d in compared.differences if d.kind == "boundary" and d.a}
    link = next(link for link in review.sides(project, case)[0].links if link.source in boundary)
    quotation = boundary[link.source]
    project.journal.commit(bulk.settle_agreed(project, [case]))
    do(project, case, quotation, "a")
    before = len(gold(project).relations)
    target = next(span for span in review.sides(project, case)[0].annotations if span.id == link.target)
    assert place(target) in places(gold(project))
    do(project, case, quotation, "edit", edit=place(target))
    assert len(gold(project).relations) < before
    assert all(each.source != each.target for each in gold(project).relations)


# --- the whole morning


def settle_everything(project: Project, case: Case) -> None:
    project.journal.commit(bulk.settle_agreed(project, [case]))
    takes = {"attribute": ["a", "b", "neither"], "relation": ["a", "b"], "variable": ["a", "neither"]}
    for number, found in enumerate(review.work(project, case).open):
        choices = takes.get(found.kind, ["a", "b", "both", "neither"])
        do(project, case, found, choices[number % len(choices)], reason=REASONS[number % 4])


def test_settling_everything_empties_the_queue_and_every_exported_quote_is_the_text(
    project: Project, case: Case
) -> None:
    settle_everything(project, case)
    work = review.work(project, case)
    assert (work.open, work.waiting_count, len(work.settled)) == ((), 0, 39)
    document = gold(project)
    assert len(document.annotations) > 35
    for each in document.annotations:
        assert each.whose.kind == "settled"
        assert tuple(document.text.body[start:end] for start, end in each.fragments) == each.quotes
    assert len(places(document)) == len(document.annotations)
    known = {each.id for each in document.annotations}
    assert all({link.source, link.target} <= known for link in document.relations)
    own = Selection("all")
    assert len(next(documents(project, own, selected(project, own))).annotations) == 127


def test_the_settled_coding_is_in_review_until_nothing_is_left(project: Project, case: Case) -> None:
    def status() -> str:
        coding = review.settled_coding(project, case.article)
        assert coding
        return coding.status

    do(project, case, first(project, case, "label"), "a")
    assert status() == "review"
    settle_everything(project, case)
    assert status() == "settled"
    history.undo(project)
    assert status() == "review"


def test_undo_and_redo_over_a_restart(project: Project, case: Case) -> None:
    start = state(project, case)
    settle_everything(project, case)
    full, path = state(project, case), project.path
    project.close()
    with Project.open(path) as again:
        assert state(again, case) == full
        for _ in range(40):
            history.undo(again)
        assert state(again, case) == start
        assert len(review.work(again, case).open) == 39
    with Project.open(path) as again:
        for _ in range(40):
            history.redo(again)
        assert state(again, case) == full


def test_a_reviewer_who_is_new_comes_with_the_action(project: Project, case: Case) -> None:
    newcomer = people.acting(project, "Mona")
    project.coder = newcomer.id
    done = bulk.settle_agreed(project, [case], newcomer=newcomer)
    project.journal.commit(done)
    assert [c.name for c in _coders(project)][-1] == "Mona"
    history.undo(project)
    assert "Mona" not in [c.name for c in _coders(project)]


def test_a_frozen_round_is_settled_but_not_coded(project: Project, case: Case) -> None:
    from annotator.store import codebook

    (round_,) = codebook.rounds(project.db)
    project.journal.commit(change("freeze", [altered(round_, state="frozen")]))
    do(project, case, first(project, case, "boundary"), "a")
    assert len(gold(project).annotations) == 1
    with pytest.raises(AnnotatorError, match="frozen_round"):
        annotations.label_span(project, Where(case.article, case.between[0]), "actor", ((0, 4),))


# --- work that goes on, and more than two


def test_a_decision_made_before_the_other_coder_spoke_gives_way_to_the_next(project: Project, case: Case) -> None:
    found = next(d for d in review.comparison(project, case).differences if d.kind == "missing" and d.a)
    assert found.a
    do(project, case, found, "a")
    longer = ((found.a.start, found.a.end + 1),)
    their = Where(case.article, case.between[1])
    project.journal.commit(annotations.label_span(project, their, found.a.label, longer))
    assert found.a.id not in {d.id for d in review.comparison(project, case).differences}
    now = next(d for d in review.work(project, case).open if d.a == found.a)
    assert (now.kind, places(gold(project))) == ("boundary", {place(found.a)})
    do(project, case, now, "b")
    assert places(gold(project)) == {(found.a.label, longer)}


def test_what_is_settled_outlives_the_coders_own_later_work(project: Project, case: Case) -> None:
    found = first(project, case, "boundary")
    assert found.a
    do(project, case, found, "a")
    project.journal.commit(annotations.remove(project, [found.a.id]))
    assert places(gold(project)) == {place(found.a)}


def test_what_two_decisions_came_to_goes_with_the_last_of_them(project: Project, case: Case) -> None:
    found = next(d for d in review.comparison(project, case).differences if d.kind == "missing" and d.a)
    assert found.a
    project.journal.commit(people.add_coder(project, "Coder C", coder_id="third"))
    theirs = Where(case.article, "third")
    project.journal.commit(annotations.label_span(project, theirs, found.a.label, found.a.fragments))
    do(project, case, found, "a")
    third = replace(case, between=(case.between[1], "third"))
    same = next(d for d in review.comparison(project, third).differences if d.b and place(d.b) == place(found.a))
    do(project, third, same, "b")
    assert places(gold(project)) == {place(found.a)}
    do(project, case, found, "neither")
    assert places(gold(project)) == {place(found.a)}
    do(project, third, same, "a")
    assert places(gold(project)) == set()


def test_three_coders_share_one_settled_coding(project: Project, case: Case) -> None:
    one, two = case.between
    project.journal.commit(people.add_coder(project, "Coder C", coder_id="third"))
    for span in review.sides(project, case)[0].annotations[:20]:
        where = Where(case.article, "third")
        project.journal.commit(annotations.label_span(project, where, span.label, span.fragments))
    for pair in ((one, two), (one, "third"), (two, "third")):
        each = replace(case, between=pair)
        if review.work(project, each).waiting_count:
            project.journal.commit(bulk.settle_agreed(project, [each]))
        for found in review.work(project, each).open:
            do(project, each, found, "neither" if found.kind == "attribute" else "a")
    assert [len(review.work(project, c).open) for c in review.cases(project)] == [0, 0, 0]
    document = gold(project)
    assert len(places(document)) == len(document.annotations)


# --- whatever is decided, in whatever order

_BODY = "قال الوزير إن الأزمة انتهت وأضاف أن الحل قريب"


def _small(path: Path) -> Project:
    """Two coders on one short article."""
    project = Project.create(path, title="small")
    text = Text(_BODY)
    labels = [Label("actor", {"en": "Actor"}, 10), Label("source", {"en": "Source"}, 90)]
    kinds = [RelationType("says", {"en": "says"}), Variable("tone", {"en": "Tone"}, "article", "text")]
    people_ = [Coder("a", "A", 1), Coder("b", "B", 2), Coder("r", "R", 3)]
    rest = [Round("main", "main"), Article("x", "X", text.hash)]
    both = [Coding(Where("x", who).id, "x", who, "main") for who in ("a", "b")]
    everything = [*labels, *kinds, *people_, *rest, *both]
    project.journal.commit(change("begin", [text, *map(added, everything)]))
    return project


_spans = st.tuples(st.sampled_from(["a", "b"]), st.sampled_from(["actor", "source"]), st.integers(0, 20), st.integers(1, 12))  # fmt: skip
_steps = st.lists(
    st.one_of(
        st.tuples(st.just("span"), _spans),
        st.tuples(st.just("link"), st.integers(0, 99)),
        st.tuples(st.just("tone"), st.tuples(st.sampled_from(["a", "b"]), st.sampled_from(["x", "y"]))),
        st.tuples(st.just("gone"), st.integers(0, 99)),
        st.tuples(st.just("settle"), st.tuples(st.integers(0, 99), st.sampled_from(["a", "b", "both", "neither"]))),
        st.tuples(st.just("agreed"), st.none()),
        st.tuples(st.just("undo"), st.none()),
    ),
    max_size=40,
)


class _Study:
    """Coders and a reviewer at once, by the operations that the window uses; a step that is refused does nothing."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.case = Case("x", ("a", "b"))

    def step(self, kind: str, fact: Any) -> None:
        try:
            getattr(self, kind)(fact)
        except AnnotatorError as error:
            assert error.key in {"already_coded", "bad_link", "cannot_take_both", "nothing_agreed", "nothing_to_undo"}  # noqa: PT017

    def _commit(self, done: Any, who: str) -> None:
        self.project.coder = who
        self.project.journal.commit(done)

    def _own(self) -> list[Annotation]:
        return rows.annotations_of(self.project.db, [Where("x", who).id for who in ("a", "b")])

    def span(self, fact: Any) -> None:
        who, label, start, length = fact
        self._commit(annotations.label_span(self.project, Where("x", who), label, ((start, start + length),)), who)

    def link(self, number: int) -> None:
        own = self._own()
        if len(own) > 1:
            one, other = own[number % len(own)], own[(number + 1) % len(own)]
            if not any(link.target == other.id for link in rows.relations_of(self.project.db, one.id)):
                self._commit(annotations.link(self.project, "says", one.id, other.id), "a")

    def tone(self, fact: Any) -> None:
        who, value = fact
        self._commit(codings.set_article_variable(self.project, Where("x", who), "tone", value), who)

    def gone(self, number: int) -> None:
        if own := self._own():
            self._commit(annotations.remove(self.project, [own[number % len(own)].id]), "a")

    def settle(self, fact: Any) -> None:
        number, take = fact
        self.project.coder = "r"
        if found := review.comparison(self.project, self.case).differences:
            ruling = Ruling(take, SLIP)
            self._commit(review.settle(self.project, self.case, found[number % len(found)].id, ruling), "r")

    def agreed(self, _: None) -> None:
        self.project.coder = "r"
        self._commit(bulk.settle_agreed(self.project, [self.case]), "r")

    def undo(self, _: None) -> None:
        self.project.coder = "r"
        history.undo(self.project)


@settings(max_examples=40)
@given(_steps)
def test_whatever_is_done_the_settled_coding_is_sound_and_can_be_emptied(steps: list[tuple[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder, _small(Path(folder) / "s.annot") as project:
        study = _Study(project)
        for kind, fact in steps:
            study.step(kind, fact)
            _is_sound(study)
        project.coder = "r"
        for found in review.work(project, study.case).open:
            do(project, study.case, found, "a")
            _is_sound(study)
        assert review.work(project, study.case).open == ()


def _is_sound(study: _Study) -> None:
    """Each place once, quotes true, links between what stands, decisions' results there or let go by a person."""
    coding = review.settled_coding(study.project, "x")
    if coding is None:
        return
    spans = rows.annotations_of(study.project.db, [coding.id])
    known = {each.id for each in spans}
    assert len({place(each) for each in spans}) == len(spans)
    assert all(each.quotes == Text(_BODY).quotes(each.fragments) for each in spans)
    links = rows.relations(study.project.db, [coding.id])
    assert all({link.source, link.target} <= known and link.source != link.target for link in links)
    held = {result for d in review.decisions(study.project, study.case).values() for result in d.results}
    assert held == known
