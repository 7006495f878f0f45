"""What a coding still lacks before it is done, and what falls when its condition does."""

from __future__ import annotations

import pytest

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.models import Statement, StatementType, Variable
from annotator.core.rows import added
from annotator.messages import say, tell
from annotator.operations import annotations, codings, completeness, history
from annotator.operations.codings import Where
from annotator.store import codings as reader
from tests.operations.conftest import document


def asked(name: str, of: str, *values, scope: str = "article", **more) -> Variable:
    names = {"en": name.title()}
    return Variable(name, names, scope, "text", only_if={"variable": of, "values": list(values)}, position="zz", **more)


@pytest.fixture
def where(project, take) -> Where:
    take(document())
    return Where("art-1", project.coder)


def do(project, operation, *args):
    return project.journal.commit(operation(project, *args))


def put(project, *rows) -> None:
    project.journal.commit(change("test", [added(row) for row in rows]))


def complete(project, where) -> None:
    for variable, value in (("primary-frame", "conflict"), ("tone", "neutral")):
        do(project, codings.set_article_variable, where, variable, value)


def lacks(project, where) -> list[tuple[str, str]]:
    return [(lack.kind, lack.variable) for lack in completeness.missing(project, where)]


def test_the_article_first_then_spans_in_text_order_then_statements(project, where):
    slot = Variable("said", {}, "statement", "text", required=True, position="zz")
    put(project, slot, StatementType("telling", {}, ("said",)))
    later = do(project, annotations.label_span, where, "quotation", ((30, 40),)).facts["annotation"]
    first = do(project, annotations.label_span, where, "quotation", ((4, 9),)).facts["annotation"]
    do(project, annotations.label_span, where, "actor", ((4, 9),))
    put(project, Statement("st", where.id, "telling"))
    assert [(lack.owner, lack.variable) for lack in completeness.missing(project, where)] == [
        (where.id, "primary-frame"),
        (where.id, "tone"),
        (first, "quotation.type"),
        (later, "quotation.type"),
        ("st", "said"),
    ]


def test_done_is_refused_with_how_many_and_the_first_and_nothing_changes(project, where):
    do(project, codings.set_article_variable, where, "tone", "neutral")
    before = len(project.journal.entries())
    with pytest.raises(AnnotatorError) as refused:
        do(project, codings.set_status, where, "done")
    assert refused.value.key == "values_missing"
    assert refused.value.facts["count"] == 1
    assert "Primary frame" in say(refused.value, "en")
    assert "الإطار الغالب" in say(refused.value, "ar")
    assert len(project.journal.entries()) == before
    do(project, codings.set_status, where, "work")
    do(project, codings.set_article_variable, where, "primary-frame", "conflict")
    do(project, codings.set_status, where, "done")
    assert reader.coding(project.db, where.id).status == "done"


def test_words_left_empty_are_missing(project, where):
    put(project, Variable("summary", {}, "article", "text", required=True, position="zz"))
    complete(project, where)
    do(project, codings.set_article_variable, where, "summary", "")
    assert lacks(project, where) == [("article", "summary")]
    with pytest.raises(AnnotatorError, match="values_missing") as refused:
        do(project, codings.set_status, where, "done")
    assert refused.value.facts["first"] == "summary"


def test_no_is_an_answer(project, where):
    put(project, Variable("v", {}, "article", "yesno", required=True, position="zz"))
    complete(project, where)
    assert lacks(project, where) == [("article", "v")]
    do(project, codings.set_article_variable, where, "v", False)
    assert lacks(project, where) == []


def test_only_what_is_asked_for_is_missing(project, where):
    put(
        project,
        asked("why", "tone", "negative", required=True),
        asked("who", "why", "yes", required=True),
    )
    complete(project, where)
    assert lacks(project, where) == []
    do(project, codings.set_article_variable, where, "tone", "negative")
    assert lacks(project, where) == [("article", "why")]
    do(project, codings.set_article_variable, where, "why", "yes")
    assert lacks(project, where) == [("article", "who")]


def test_an_attribute_is_asked_for_where_its_condition_holds_and_its_label_carries_it(project, where):
    complete(project, where)
    put(project, asked("when", "actor.role", "victim", scope="annotation", labels=("actor",), required=True))
    put(project, asked("how", "actor.role", "victim", scope="annotation", required=True))
    one, two = (
        str(do(project, annotations.label_span, where, name, ((4, 9),)).facts["annotation"])
        for name in ("actor", "cue")
    )
    assert lacks(project, where) == []
    do(project, annotations.set_attribute, one, "actor.role", "victim")
    assert [(lack.owner, lack.variable) for lack in completeness.missing(project, where)] == [
        (one, "how"),
        (one, "when"),
    ]
    do(project, annotations.set_attribute, one, "when", "أمس")
    do(project, annotations.set_attribute, one, "how", "")
    assert lacks(project, where) == [("annotation", "how")]
    assert two


def test_of_two_that_begin_together_the_longer_comes_first(project, where):
    complete(project, where)
    short, long = (
        str(do(project, annotations.label_span, where, "quotation", ((4, end),)).facts["annotation"]) for end in (9, 20)
    )
    assert [lack.owner for lack in completeness.missing(project, where)] == [long, short]


def test_a_kind_of_statement_that_is_gone_asks_for_nothing(project, where):
    complete(project, where)
    put(project, StatementType("telling", {}), Statement("st", where.id, "telling"))
    assert lacks(project, where) == []


def test_what_its_condition_leaves_goes_with_it_in_one_action(project, where):
    put(project, asked("why", "tone", "negative"), asked("who", "why", "me"))
    for variable, value in (("tone", "negative"), ("why", "me"), ("who", "them")):
        do(project, codings.set_article_variable, where, variable, value)
    done = do(project, codings.set_article_variable, where, "tone", "positive")
    assert set(reader.values_of(project.db, where.id)) == {"tone"}
    assert done.facts["dropped"] == "who، why"
    assert "(no longer asked for: \u2068who، why\u2069)" in tell(done.name, done.facts, "en")
    history.undo(project)
    assert set(reader.values_of(project.db, where.id)) == {"tone", "why", "who"}
    do(project, codings.set_article_variable, where, "tone", None)
    assert reader.values_of(project.db, where.id) == {}


def test_a_value_that_its_condition_still_allows_stays(project, where):
    put(project, asked("why", "tone", "negative", "positive"))
    do(project, codings.set_article_variable, where, "why", "early")  # before its condition holds
    do(project, codings.set_article_variable, where, "tone", "negative")
    done = do(project, codings.set_article_variable, where, "tone", "positive")
    assert set(reader.values_of(project.db, where.id)) == {"tone", "why"}
    assert "dropped" not in done.facts


def test_attributes_fall_with_their_condition_too(project, where):
    put(project, asked("when", "actor.role", "victim", scope="annotation", labels=("actor",)))
    span = str(do(project, annotations.label_span, where, "actor", ((4, 9),)).facts["annotation"])
    do(project, annotations.set_attribute, span, "actor.role", "victim")
    do(project, annotations.set_attribute, span, "when", "أمس")
    done = do(project, annotations.set_attribute, span, "actor.role", "media")
    assert set(reader.values_of(project.db, span)) == {"actor.role"}
    assert done.facts["dropped"] == "when"


def test_what_a_relabelled_span_was_asked_only_for_its_old_label_goes_too(project, where):
    put(project, asked("when", "actor.role", "victim", scope="annotation"))
    span = str(do(project, annotations.label_span, where, "actor", ((4, 9),)).facts["annotation"])
    for variable, value in (("actor.role", "victim"), ("when", "أمس")):
        do(project, annotations.set_attribute, span, variable, value)
    do(project, annotations.relabel, span, "source")
    assert reader.values_of(project.db, span) == {}
    history.undo(project)
    assert set(reader.values_of(project.db, span)) == {"actor.role", "when"}
