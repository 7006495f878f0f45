from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from annotator.core.changes import change
from annotator.core.models import Article, Coder, Coding, Label, RelationType, Round, Variable
from annotator.core.rows import added
from annotator.core.text import Text
from annotator.operations import annotations, bulk, codings, overview, review
from annotator.operations.codings import Where
from annotator.operations.review import Case, Ruling
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.operations.overview import ArticleCount
    from annotator.review.matching import Rule

BODY = "قال الوزير إن الأزمة انتهت وأضاف أن الحل قريب"
WHO = ("a", "b", "c")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Six articles; three coders who coded at random, with values and links in the second half; a reviewer."""
    text, chosen = Text(BODY), random.Random(7)
    with Project.create(tmp_path / "x.annot", title="x") as project:
        book = [Label("actor", {"en": "A"}, 10), Label("source", {"en": "S"}, 90), RelationType("says", {"en": "s"})]
        book += [Variable("role", {"en": "R"}, "annotation", "text"), Variable("tone", {"en": "T"}, "article", "text")]
        people = [Coder(who, who.upper(), 1) for who in (*WHO, "r")]
        articles = [Article(f"art{n}", "X", text.hash, position=str(n)) for n in range(6)]
        own = [Coding(Where(x.id, who).id, x.id, who, "main", status="done") for x in articles for who in WHO]
        project.journal.commit(change("begin", [text, *map(added, [*book, *people, Round("main", "main"), *articles, *own])]))  # fmt: skip
        for article in articles:
            for who in WHO:
                _code(project, Where(article.id, who), chosen, more=article.position > "2")
        project.act_as("r")
        yield project


def _code(project: Project, where: Where, chosen: random.Random, *, more: bool) -> None:
    spans = []
    for at in range(0, 35, 5):
        if chosen.random() < 0.8:
            label = chosen.choices(["actor", "source"], [4, 1])[0]
            fragments = ((at, at + chosen.choice([4, 4, 4, 6])),)
            made = project.journal.commit(annotations.label_span(project, where, label, fragments))
            spans += sorted(made.rows["annotation"] or ())
    if more:
        for span in spans:
            project.journal.commit(annotations.set_attribute(project, span, "role", chosen.choice("xxy")))
        project.journal.commit(annotations.link(project, "says", spans[0], spans[1]))
        project.journal.commit(codings.set_article_variable(project, where, "tone", chosen.choice("xy")))


def expected(project: Project, case: Case) -> tuple[Counter[str], int, int]:
    work = review.work(project, case)
    return Counter(d.kind for d in work.open), len(work.settled), work.agreed


def told(one: ArticleCount) -> tuple[Counter[str], int, int]:
    return Counter(one.open), one.settled, one.agreed


def assert_counted(project: Project, between: tuple[str, ...], rule: Rule) -> None:
    found = overview.overview(project, between, rule=rule)
    assert [one.article for one in found] == [f"art{n}" for n in range(6)]
    for one in found:
        assert told(one) == expected(project, Case(one.article, between, "main", rule))
        assert one.count == sum(one.open.values())


@pytest.mark.parametrize("rule", ["label", "unit"])
@pytest.mark.parametrize("between", [("a", "b"), ("b", "a"), ("a", "b", "c")])
def test_the_counts_are_those_of_the_queue(project: Project, between: tuple[str, ...], rule: Rule) -> None:
    assert_counted(project, between, rule)
    chosen = random.Random(3)
    for article in ("art0", "art1", "art4", "art5"):
        case = Case(article, between, "main", rule)
        for _ in range(6):
            if left := review.work(project, case).open:
                take = Ruling(chosen.choice(["a", "b", "neither"]), "slip")
                project.journal.commit(review.settle(project, case, chosen.choice(left).id, take))
    assert_counted(project, between, rule)
    cases = [Case(f"art{n}", between, "main", rule) for n in range(6)]
    project.journal.commit(bulk.settle_agreed(project, cases))
    assert_counted(project, between, rule)


def test_without_names_it_is_whoever_coded(project: Project) -> None:
    for one in overview.overview(project):
        assert one.between == WHO
    assert list(overview.counts(project, [])) == []
    assert overview.overview(project, ("a", "r")) == []


def test_what_is_withheld_from_who_looks_is_left_out(project: Project) -> None:
    project.journal.commit(codings.set_status(project, Where("art2", "a"), "work"))
    project.act_as("a")
    assert [one.article for one in overview.overview(project, ("b", "c"))] == ["art0", "art1", "art3", "art4", "art5"]


def test_what_agrees_and_has_links_is_counted_too(project: Project) -> None:
    before = {one.article: one.agreed for one in overview.overview(project, ("a", "b"))}
    for who in ("a", "b"):
        ends = []
        for fragments in (((37, 40),), ((41, 45),)):
            made = annotations.label_span(project, Where("art4", who), "actor", fragments)
            ends.append(str(project.journal.commit(made).facts["annotation"]))
        project.journal.commit(annotations.link(project, "says", *ends))
    assert_counted(project, ("a", "b"), "label")
    after = {one.article: one.agreed for one in overview.overview(project, ("a", "b"))}
    assert after == {**before, "art4": before["art4"] + 2}
