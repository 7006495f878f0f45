from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.models import Article, Boundary, Coder, Coding, Label, RelationType, Round, Variable
from annotator.core.rows import added
from annotator.core.text import Text
from annotator.operations import annotations, boundary, bulk, codebook, codings, history, review
from annotator.operations.bulk import Which
from annotator.operations.codings import Where
from annotator.operations.review import Case, Ruling
from annotator.store import codings as rows
from annotator.store.project import Project
from tests.operations.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.core.changes import Change
    from annotator.core.models import Decision
    from annotator.review.compare import Difference
    from annotator.review.matching import Rule

BODY = "قال الوزير إن الأزمة انتهت، وأضاف أن الحل قريب"
WORDS = [(0, 3), (4, 10), (11, 13), (14, 20), (21, 26), (28, 33), (34, 36), (37, 41), (42, 46)]  # of BODY
WHO = ("a", "b", "c")


def made(path: Path, articles: Sequence[str] = ("one", "two")) -> Project:
    """Three coders on short articles, who have coded nothing yet, and a reviewer."""
    project = Project.create(path, title="x")
    text = Text(BODY)
    book = [Label("actor", {"en": "A"}, 10), Label("source", {"en": "S"}, 90), RelationType("says", {"en": "s"})]
    book += [Variable("role", {"en": "R"}, "annotation", "text"), Variable("tone", {"en": "T"}, "article", "text")]
    people = [Coder(who, who.upper(), 1) for who in (*WHO, "r")]
    there = [Article(name, name, text.hash, position=name) for name in articles]
    own = [Coding(Where(name, who).id, name, who, "main", status="done") for name in articles for who in WHO]
    everything = [*book, *people, Round("main", "main"), *there, *own]
    project.journal.commit(change("begin", [text, *map(added, everything)]))
    project.act_as("r")
    return project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with made(tmp_path / "x.annot") as project:
        yield project


def code(project: Project, who: str, *words: Any, article: str = "one", label: str = "actor") -> list[str]:
    """The ids of spans on these words, by their number or by where they stand."""
    found = []
    for word in words:
        place = WORDS[word] if isinstance(word, int) else word
        done = project.journal.commit(annotations.label_span(project, Where(article, who), label, (place,)))
        found += sorted(done.rows["annotation"] or ())
    return found


def case(*between: str, article: str = "one", rule: Rule = "label") -> Case:
    return Case(article, between or ("a", "b"), "main", rule)


def do(project: Project, done: Change) -> Change:
    return project.journal.commit(done)


def gold(project: Project, article: str = "one") -> set[tuple[str, Any]]:
    coding = review.settled_coding(project, article)
    return {(x.label, x.fragments) for x in rows.annotations_of(project.db, [coding.id])} if coding else set()


def decisions(project: Project, one: Case) -> list[Decision]:
    return list(review.decisions(project, one).values())


def word(number: int, label: str = "actor") -> tuple[str, Any]:
    return label, (WORDS[number],)


# --- what agrees


def test_what_all_have_is_taken_over_in_every_article(project: Project) -> None:
    for article in ("one", "two"):
        for who in ("a", "b"):
            code(project, who, 0, 1, article=article)
    code(project, "a", 3)
    cases = [case(), case(article="two")]
    found = bulk.preview_agreed(project, cases)
    assert (found.count, found.articles, found.by_kind) == (4, 2, {"agreed": 4})
    assert [(one.article, one.quote, one.take) for one in found.examples[:2]] == [("one", "قال", "both"), ("one", "الوزير", "both")]  # fmt: skip
    told: list[float] = []
    assert do(project, bulk.settle_agreed(project, cases, tell=told.append)).facts["count"] == 4
    assert told == sorted(told)
    assert (len(told), told[-1]) == (4, 1)
    assert gold(project) == gold(project, "two") == {word(0), word(1)}
    assert bulk.preview_agreed(project, cases) == bulk.BulkPreview()
    with pytest.raises(AnnotatorError, match="nothing_agreed"):
        bulk.settle_agreed(project, cases)


def test_only_one_label_of_what_agrees(project: Project) -> None:
    for who in ("a", "b"):
        code(project, who, 0)
        code(project, who, 1, label="source")
        do(project, codings.set_article_variable(project, Where("one", who), "tone", "x"))
    do(project, bulk.settle_agreed(project, [case()], which=Which(labels=frozenset({"source"}))))
    assert gold(project) == {word(1, "source")}
    assert bulk.preview_agreed(project, [case()], which=Which(kinds=frozenset({"label"}))).count == 0
    assert bulk.preview_agreed(project, [case()]).count == 1
    do(project, bulk.settle_agreed(project, [case()]))
    assert review.work(project, case()).waiting_variables == ()


def test_where_only_article_variables_agree_they_are_counted(project: Project) -> None:
    for who in ("a", "b"):
        do(project, codings.set_article_variable(project, Where("one", who), "tone", "x"))
    assert bulk.preview_agreed(project, [case()]).by_kind == {"variable": 1}
    assert do(project, bulk.settle_agreed(project, [case()])).facts["count"] == 1


def test_a_majority_of_three_is_taken_when_it_is_asked_for(project: Project) -> None:
    for who in WHO:
        code(project, who, 0)
    code(project, "a", 1)
    code(project, "b", 1)
    code(project, "c", 3)
    three = [case(*WHO)]
    assert bulk.preview_agreed(project, three).count == 1
    assert bulk.preview_agreed(project, three, majority=True).by_kind == {"agreed": 1, "missing": 2}
    do(project, bulk.settle_agreed(project, three, majority=True))
    assert gold(project) == {word(0), word(1)}
    assert review.work(project, three[0]).open == ()
    assert Counter(d.reason for d in decisions(project, three[0])) == {"agreed": 1, "majority": 2}
    assert bulk.preview_agreed(project, [case("a", "c")], majority=True).by_kind == {}


# --- one coder's side


def test_every_difference_is_settled_by_one_coders_side(project: Project) -> None:
    quotation, source = code(project, "a", 0, 1)
    code(project, "a", 4, label="source")
    code(project, "b", 0, 1, 3)
    code(project, "b", 4)
    do(project, annotations.link(project, "says", quotation, source))
    do(project, annotations.set_attribute(project, quotation, "role", "x"))
    for who, tone in (("a", "x"), ("b", "y")):
        do(project, codings.set_article_variable(project, Where("one", who), "tone", tone))
    found = bulk.preview_all_of(project, [case()], "a")
    assert found.by_kind == {"attribute": 1, "label": 1, "missing": 1, "relation": 1, "variable": 1}
    do(project, bulk.settle_agreed(project, [case()]))
    done = do(project, bulk.settle_all_of(project, [case()], "A", which=Which(note="as agreed on the phone")))
    assert (done.name, done.facts["coder"], done.facts["count"]) == ("settle_all_of", "A", 5)
    assert gold(project) == {word(0), word(1), word(4, "source")}
    coding = review.settled_coding(project, "one")
    assert coding
    assert len(rows.relations(project.db, [coding.id])) == 1
    assert {v.value for v in rows.values(project.db, [coding.id])} == {"x"}
    ruled = [d for d in decisions(project, case()) if d.reason != "agreed"]
    assert {(d.take, d.reason, d.note) for d in ruled} == {("a", "coder", "as agreed on the phone")}
    assert coding.status == "settled"
    with pytest.raises(AnnotatorError, match="nothing_of_coder"):
        bulk.settle_all_of(project, [case()], "a")


def test_only_of_one_kind_or_label_and_with_a_persons_reason(project: Project) -> None:
    code(project, "a", 0, 1)
    code(project, "a", 3, label="source")
    code(project, "b", 0, (4, 9))
    kinds = Which(kinds=frozenset({"boundary"}), reason="slip")
    do(project, bulk.settle_all_of(project, [case()], "b", which=kinds))
    assert gold(project) == {("actor", ((4, 9),))}
    labels = Which(labels=frozenset({"source"}))
    do(project, bulk.settle_all_of(project, [case()], "b", which=labels))
    assert Counter(d.reason for d in decisions(project, case())) == {"slip": 1, "coder": 1}


def test_who_is_no_part_of_a_case_has_no_side_there(project: Project) -> None:
    code(project, "a", 0)
    assert bulk.preview_all_of(project, [case()], "c").count == 0
    with pytest.raises(AnnotatorError, match="no_such_coder"):
        bulk.settle_all_of(project, [case()], "nobody")


def test_who_has_not_filled_the_form_has_no_say_about_it(project: Project) -> None:
    for who, tone in (("a", "x"), ("b", "y")):
        do(project, codings.set_article_variable(project, Where("one", who), "tone", tone))
    assert bulk.preview_all_of(project, [case(*WHO)], "c").count == 0
    assert bulk.preview_all_of(project, [case(*WHO)], "a").count == 1


# --- the boundary policy


def test_what_is_one_span_under_the_policy_is_settled_as_that_span(project: Project) -> None:
    code(project, "a", 0, (4, 9), (21, 25), 7)
    code(project, "b", (0, 2), 1, (21, 24), (37, 46))
    found = bulk.preview_by_boundary(project, [case()])
    assert (found.count, found.by_kind) == (3, {"boundary": 3})
    assert [one.take for one in found.examples] == ["a", "b", "edit"]
    do(project, bulk.settle_by_boundary(project, [case()]))
    assert gold(project) == {word(0), word(1), word(4)}
    assert {d.reason for d in decisions(project, case())} == {"boundary-policy"}
    assert [d.kind for d in review.work(project, case()).open] == ["boundary"]
    with pytest.raises(AnnotatorError, match="nothing_by_boundary"):
        bulk.settle_by_boundary(project, [case()])


def test_the_policy_is_that_of_the_project(project: Project) -> None:
    code(project, "a", (4, 9))
    code(project, "b", 1)
    do(project, boundary.set_boundary(project, Boundary(words=False)))
    assert bulk.preview_by_boundary(project, [case()]).count == 0


def test_what_differs_in_more_than_the_boundary_stays_open(project: Project) -> None:
    (span,) = code(project, "a", (4, 9))
    code(project, "b", 1)
    do(project, annotations.set_attribute(project, span, "role", "x"))
    assert bulk.preview_by_boundary(project, [case()]).count == 0
    assert bulk.preview_by_boundary(project, [case(rule="unit")]).count == 1


def test_an_edit_by_the_policy_keeps_a_label_that_is_out_of_use(project: Project) -> None:
    code(project, "a", (4, 9))
    code(project, "b", (4, 8))
    do(project, codebook.retire_label(project, "actor"))
    do(project, bulk.settle_by_boundary(project, [case()]))
    assert gold(project) == {word(1)}


# --- units first


def test_a_label_is_settled_once_its_unit_is(project: Project) -> None:
    code(project, "a", 0)
    code(project, "b", (0, 2), label="source")
    one = case(rule="unit")
    (unit,), (label,) = review.work(project, one).open, review.work(project, one).later
    with pytest.raises(AnnotatorError, match="unit_first"):
        review.settle(project, one, label.id, Ruling("b", "slip"))
    do(project, review.settle(project, one, unit.id, Ruling("a", "slip")))
    assert (gold(project), status(project)) == ({word(0)}, "review")
    do(project, review.settle(project, one, label.id, Ruling("b", "slip")))
    assert (gold(project), status(project)) == ({word(0, "source")}, "settled")
    do(project, review.settle(project, one, label.id, Ruling("both", "slip")))
    assert gold(project) == {word(0), word(0, "source")}
    do(project, review.settle(project, one, label.id, Ruling("a", "slip")))
    assert gold(project) == {word(0)}
    do(project, review.settle(project, one, unit.id, Ruling("b", "slip")))
    assert gold(project) == {("source", ((0, 2),))}
    assert review.work(project, one).open == (label,)
    do(project, review.settle(project, one, unit.id, Ruling("neither", "slip")))
    assert (gold(project), review.work(project, one).open) == (set(), ())


def status(project: Project) -> str:
    coding = review.settled_coding(project, "one")
    assert coding
    return coding.status


def test_values_come_with_the_label_that_is_taken(project: Project) -> None:
    (span,) = code(project, "a", 0)
    code(project, "b", (0, 2))
    do(project, annotations.set_attribute(project, span, "role", "x"))
    one = case(rule="unit")
    for take, role in (("a", {"x"}), ("b", set())):
        done = [d.id for d in review.comparison(project, one).differences]
        do(project, review.settle(project, one, done[0], Ruling("a", "slip")))
        do(project, review.settle(project, one, done[1], Ruling(take, "slip")))
        coding = review.settled_coding(project, "one")
        assert coding
        assert {v.value for v in rows.values(project.db, [coding.id])} == role
        assert gold(project) == {word(0)}


def test_all_of_a_coder_takes_the_label_with_the_unit(project: Project) -> None:
    code(project, "a", 0)
    code(project, "b", (0, 2), label="source")
    one = case(rule="unit")
    assert bulk.preview_all_of(project, [one], "b").by_kind == {"boundary": 1, "label": 1}
    do(project, bulk.settle_all_of(project, [one], "b"))
    assert (gold(project), status(project)) == ({("source", ((0, 2),))}, "settled")


# --- more than two


def test_a_third_coders_side_is_taken_by_their_letter(project: Project) -> None:
    for who, place in (("a", (4, 8)), ("b", (4, 9)), ("c", (4, 10))):
        code(project, who, place)
    three = case("c", "a", "b")
    (found,) = review.work(project, three).open
    do(project, review.settle(project, three, found.id, Ruling("c", "slip")))
    assert gold(project) == {("actor", ((4, 9),))}
    (decision,) = decisions(project, three)
    assert (decision.take, decision.coders, len(decision.sources)) == ("c", ("a", "b", "c"), 3)
    (stored,) = rows.decisions(project.db, [decision.coding])
    assert stored.take == "b"
    assert [d.take for d in decisions(project, case("b", "c", "a"))] == ["a"]
    do(project, review.settle(project, three, found.id, Ruling("both", "slip")))
    assert len(gold(project)) == 3


def test_a_take_that_cannot_be_is_refused(project: Project) -> None:
    code(project, "a", 0)
    (found,) = review.work(project, case()).open
    for take in ("c", "z", "all", ""):
        with pytest.raises(AnnotatorError, match="no_such_take"):
            review.settle(project, case(), found.id, Ruling(take, "slip"))


def test_a_decision_of_two_is_kept_when_a_third_comes_until_all_three_are_heard(project: Project) -> None:
    code(project, "a", 1)
    code(project, "b", (4, 9))
    (two,) = review.work(project, case()).open
    do(project, review.settle(project, case(), two.id, Ruling("b", "slip")))
    code(project, "c", 1)
    (found,) = review.work(project, case(*WHO)).open
    assert gold(project) == {("actor", ((4, 9),))}
    assert [d.take for d in decisions(project, case(*WHO))] == ["b"]
    do(project, review.settle(project, case(*WHO), found.id, Ruling("c", "slip")))
    assert gold(project) == {word(1)}
    (pair,) = review.work(project, case()).open
    do(project, review.settle(project, case(), pair.id, Ruling("b", "slip")))
    assert gold(project) == {word(1), ("actor", ((4, 9),))}  # what three decided is no pair's to withdraw


# --- whatever is done

_span = st.tuples(st.sampled_from(WHO), st.sampled_from(["actor", "source"]), st.integers(0, 40), st.integers(1, 8))


def _coded(project: Project, spans: list[tuple[str, str, int, int]]) -> None:
    for who, label, start, length in spans:
        try:
            code(project, who, (start, min(start + length, len(BODY))), label=label)
        except AnnotatorError as error:
            assert error.key == "already_coded"  # noqa: PT017


@settings(max_examples=25, deadline=None)
@given(st.lists(_span, max_size=14), st.sampled_from(["label", "unit"]), st.integers(2, 3), st.randoms())
def test_whatever_is_taken_the_queue_is_emptied_and_every_settled_span_has_a_decision(
    spans: list[tuple[str, str, int, int]], rule: Rule, many: int, chosen: Any
) -> None:
    with tempfile.TemporaryDirectory() as folder, made(Path(folder) / "x.annot", ["one"]) as project:
        _coded(project, spans)
        one = case(*WHO[:many], rule=rule)
        while left := review.work(project, one).open:
            found: Difference = chosen.choice(left)
            takes = ["a", "b", "c"][:many] + ["neither"] + ["both"] * (found.kind != "attribute")
            do(project, review.settle(project, one, found.id, Ruling(chosen.choice(takes), "slip")))
        if review.work(project, one).waiting_count:
            do(project, bulk.settle_agreed(project, [one]))
        assert review.work(project, one).later == ()
        coding = review.settled_coding(project, "one")
        if coding is not None:
            known = {each.id for each in rows.annotations_of(project.db, [coding.id])}
            assert known == {result for d in decisions(project, one) for result in d.results}
            assert coding.status == "settled"


@settings(max_examples=25, deadline=None)
@given(st.lists(_span, max_size=14), st.sampled_from(["label", "unit"]), st.sampled_from(["agreed", "of", "boundary"]))
def test_what_is_done_at_once_is_undone_and_done_again_at_once(
    spans: list[tuple[str, str, int, int]], rule: Rule, way: str
) -> None:
    with tempfile.TemporaryDirectory() as folder, made(Path(folder) / "x.annot", ["one"]) as project:
        _coded(project, spans)
        three, desk = [case(*WHO, rule=rule)], Desk(project)
        before = desk.tables()
        ways: dict[str, Any] = {
            "agreed": lambda: bulk.settle_agreed(project, three, majority=True),
            "of": lambda: bulk.settle_all_of(project, three, "b"),
            "boundary": lambda: bulk.settle_by_boundary(project, three),
        }
        try:
            do(project, ways[way]())
        except AnnotatorError as error:
            assert error.key.startswith("nothing_")  # noqa: PT017
            return
        after = desk.tables()
        history.undo(project)
        assert desk.tables() == before
        history.redo(project)
        assert desk.tables() == after
