from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator import paths
from annotator.core.changes import change
from annotator.core.models import Article, Round, Variable
from annotator.core.rows import added
from annotator.core.text import Text
from annotator.operations import annotations as spans
from annotator.operations import codebook as labels
from annotator.operations import codings, history
from annotator.operations import variables as ops
from annotator.operations.sample_data import read_codebook
from annotator.store import codebook as reader
from annotator.store.project import Project
from tests.operations.desk import do, refused

if TYPE_CHECKING:
    pass


@pytest.fixture
def news(bare: Project) -> Project:
    """A project with the starter codebook and one article on which somebody works."""
    do(bare, labels.adopt, read_codebook(paths.resources() / "codebooks" / "news.toml"))
    text = Text("قال الوزير إن الأمر خطير")
    bare.journal.commit(change("import", [text, added(Article("a1", "خبر", text.hash)), added(Round("main", "main"))]))
    return bare


def variable(project: Project, variable_id: str) -> Variable:
    found = reader.variable(project.db, variable_id)
    assert found is not None
    return found


def order(project: Project) -> list[str]:
    return [each.id for each in reader.read(project.db).variables]


def where(project: Project) -> codings.Where:
    return codings.Where("a1", project.coder)


def test_a_variable_of_each_type_can_be_added_and_undone(news: Project) -> None:
    before = order(news)
    done = do(news, ops.add_variable, {"en": "Page", "ar": "الصفحة"}, scope="article", value_type="number")
    assert done.facts["variable"] == "page"
    assert order(news) == [*before, "page"]
    do(news, codings.set_article_variable, where(news), "page", 3)
    history.undo(news)
    history.undo(news)
    assert order(news) == before


def test_choices_come_with_the_type_that_has_them(news: Project) -> None:
    names = ({"en": "Left"}, {"en": "Left"}, {"ar": "يمين"})
    done = do(news, ops.add_variable, {"en": "Side"}, scope="annotation", value_type="choice", choices=names)
    made = variable(news, str(done.facts["variable"]))
    assert len({choice.id for choice in made.choices}) == 3
    assert made.choices[0].id == "left"
    assert (
        refused(news, ops.add_variable, {"en": "Other"}, scope="annotation", value_type="choice").key == "bad_codebook"
    )


def test_names_labels_and_required_can_be_edited(news: Project) -> None:
    do(news, ops.edit_variable, "actor.role", names={"en": " Part "}, labels=("actor", "source"), required=True)
    after = variable(news, "actor.role")
    assert (after.names, after.labels, after.required) == ({"en": "Part"}, ("actor", "source"), True)
    assert refused(news, ops.edit_variable, "actor.role", labels=("nothing",)).key == "bad_codebook"
    assert refused(news, ops.edit_variable, "actor.role", names={}).key == "empty_name"
    assert refused(news, ops.edit_variable, "nothing", required=True).key == "no_such_variable"


def test_the_type_changes_while_there_is_no_value(news: Project) -> None:
    do(news, ops.set_type, "tone", "text")
    assert (variable(news, "tone").type, variable(news, "tone").choices) == ("text", ())
    do(news, ops.set_type, "tone", "choices", choices=({"en": "Angry"},))
    assert [choice.id for choice in variable(news, "tone").choices] == ["angry"]
    do(news, codings.set_article_variable, where(news), "tone", ["angry"])
    error = refused(news, ops.set_type, "tone", "text")
    assert (error.key, error.facts["count"]) == ("variable_used", 1)


def test_a_variable_in_use_stays(news: Project) -> None:
    do(news, codings.set_article_variable, where(news), "tone", "neutral")
    assert refused(news, ops.remove_variable, "tone").key == "variable_used"
    do(news, codings.set_article_variable, where(news), "tone", None)
    do(news, ops.remove_variable, "tone")
    assert "tone" not in order(news)


def test_variables_move(news: Project) -> None:
    do(news, ops.move_variable, "genre", after=None)
    assert order(news)[0] == "genre"
    do(news, ops.move_variable, "genre", after="tone")
    assert order(news)[order(news).index("tone") + 1] == "genre"


def test_choices_are_added_renamed_moved_and_removed(news: Project) -> None:
    done = do(news, ops.add_choice, "tone", {"en": "Mixed", "ar": "مختلطة"})
    do(news, ops.edit_choice, "tone", "mixed", {"en": "Mixed tone"})
    do(news, ops.move_choice, "tone", "mixed", place=0)
    assert done.facts["choice"] == "mixed"
    assert [choice.id for choice in variable(news, "tone").choices] == ["mixed", "negative", "neutral", "positive"]
    assert variable(news, "tone").choices[0].names == {"en": "Mixed tone"}
    do(news, ops.remove_choice, "tone", "mixed")
    for _ in range(4):
        history.undo(news)
    assert [choice.id for choice in variable(news, "tone").choices] == ["negative", "neutral", "positive"]


def test_a_choice_that_was_chosen_stays_and_so_does_the_last(news: Project) -> None:
    do(news, codings.set_article_variable, where(news), "tone", "neutral")
    error = refused(news, ops.remove_choice, "tone", "neutral")
    assert (error.key, error.facts["count"]) == ("choice_used", 1)
    do(news, ops.remove_choice, "loaded-term.valence", "negative")
    assert refused(news, ops.remove_choice, "loaded-term.valence", "positive").key == "last_choice"
    assert refused(news, ops.edit_choice, "tone", "nothing", {"en": "x"}).key == "no_such_choice"


def test_kinds_of_relations(news: Project) -> None:
    done = do(news, ops.add_relation_type, {"en": "answers", "ar": "يرد على"})
    kind = str(done.facts["relation"])
    do(news, ops.edit_relation_type, kind, sources=("quotation",), targets=("quotation",))
    assert refused(news, ops.edit_relation_type, kind, sources=("nothing",)).key == "bad_codebook"
    assert refused(news, ops.remove_relation_type, "nothing").key == "no_such_relation_type"
    one = str(do(news, spans.label_span, where(news), "quotation", ((0, 3),)).facts["annotation"])
    two = str(do(news, spans.label_span, where(news), "quotation", ((4, 10),)).facts["annotation"])
    do(news, spans.link, kind, one, two)
    assert refused(news, ops.remove_relation_type, kind).facts["count"] == 1
    history.undo(news)
    do(news, ops.remove_relation_type, kind)
    assert kind not in {each.id for each in reader.read(news.db).relation_types}


def test_a_variable_is_asked_for_on_a_condition_and_has_bounds(news: Project) -> None:
    do(news, ops.add_variable, {"en": "Victims"}, scope="article", value_type="number")
    condition = {"variable": "tone", "values": ["negative", "neutral"]}
    do(news, ops.edit_variable, "victims", only_if=condition, low=0, high=99)
    found = ops.existing(news, "victims")
    assert (found.only_if, found.low, found.high) == (condition, 0, 99)
    for wrong in (
        {"only_if": {"variable": "gone", "values": []}},
        {"only_if": {"variable": "actor.role", "values": ["victim"]}},
        {"only_if": {"variable": "victims", "values": [1]}},
        {"low": 100},
    ):
        assert refused(news, ops.edit_variable, "victims", **wrong).key == "bad_codebook"
    do(news, ops.remove_choice, "tone", "neutral")
    assert ops.existing(news, "victims").only_if == {"variable": "tone", "values": ["negative"]}
    do(news, ops.remove_choice, "tone", "positive")
    do(news, ops.add_choice, "tone", {"en": "Other"})
    do(news, ops.remove_choice, "tone", "negative")
    assert ops.existing(news, "victims").only_if == {}
    do(news, ops.edit_variable, "victims", only_if={"variable": "tone", "values": ["other"]})
    do(news, ops.remove_variable, "tone")
    assert ops.existing(news, "victims").only_if == {}


def test_kinds_of_statements_come_change_and_go(news: Project) -> None:
    do(news, ops.add_variable, {"en": "Place"}, scope="statement")
    done = do(news, ops.add_statement_type, {"en": "Promise", "ar": "وعد"}, slots=("person", "place"))
    assert done.facts == {"statement": "promise", "name": "Promise"}
    words = {"en": "{person} in {place}", "ar": "وعد {person}"}
    do(news, ops.edit_statement_type, "promise", slots=("place", "person"), sentence=words)
    found = ops.statement_type(news, "promise")
    assert (found.slots, found.sentence, found.names) == (("place", "person"), words, {"en": "Promise", "ar": "وعد"})
    assert [kind.id for kind in reader.read(news.db).statement_types] == ["claim", "promise"]
    assert refused(news, ops.edit_statement_type, "promise", sentence={"en": "{agreement}"}).key == "bad_codebook"
    assert refused(news, ops.edit_statement_type, "promise", slots=("tone",)).key == "bad_codebook"
    assert refused(news, ops.edit_statement_type, "promise", names={"en": " "}).key == "empty_name"
    assert refused(news, ops.add_statement_type, {"en": "X"}, slots=("gone",)).key == "bad_codebook"
    assert refused(news, ops.remove_statement_type, "gone").key == "no_such_statement_type"
    do(news, ops.remove_variable, "place")
    assert (ops.statement_type(news, "promise").slots, ops.statement_type(news, "promise").sentence["en"]) == (
        ("person",),
        "{person} in …",
    )
    history.undo(news)
    do(news, ops.remove_statement_type, "promise")
    assert {"place", "person"} & set(order(news)) == {"person"}  # the claim has it as well
    history.undo(news)
    assert ops.existing(news, "place")


def test_a_slot_is_added_with_its_place_as_one_action(news: Project) -> None:
    done = do(news, ops.add_slot, "claim", {"en": "Venue"}, value_type="choice", choices=({"en": "Parliament"},))
    slot = variable(news, str(done.facts["variable"]))
    assert (slot.id, slot.scope, [choice.id for choice in slot.choices]) == ("venue", "statement", ["parliament"])
    assert reader.statement_type(news.db, "claim").slots[-1] == "venue"
    history.undo(news)
    assert reader.variable(news.db, "venue") is None
    assert "venue" not in reader.statement_type(news.db, "claim").slots
    assert refused(news, ops.add_slot, "nothing", {"en": "Venue"}).key == "no_such_statement_type"


def test_what_statements_fill_is_not_taken_out(news: Project) -> None:
    from annotator.operations import statements

    made = do(news, statements.add_statement, where(news), "claim", {"agreement": True})
    assert made.n
    error = refused(news, ops.edit_statement_type, "claim", slots=("person", "concept"))
    assert (error.key, error.facts["count"]) == ("slot_used", 1)
    do(news, ops.edit_statement_type, "claim", slots=("agreement",), sentence={})
    error = refused(news, ops.remove_statement_type, "claim")
    assert (error.key, error.facts["count"]) == ("statement_type_used", 1)
    assert refused(news, ops.remove_variable, "agreement").key == "variable_used"
