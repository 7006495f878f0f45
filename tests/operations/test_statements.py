"""Statements: what their slots take, and the sentence that they are read as."""

from __future__ import annotations

import pytest

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.models import Choice, StatementType, Variable
from annotator.core.rows import added, altered, removed
from annotator.messages import LANGUAGES, say, tell
from annotator.operations import actors, annotations, history, people, statements
from annotator.operations.codings import Where
from annotator.store import codebook
from annotator.store import codings as reader
from tests.operations.conftest import BODY, document

TYPE = "dna"
SLOTS = (
    Variable("dna.person", {"en": "Person", "ar": "الشخص"}, "statement", "actor", labels=("actor", "source")),
    Variable("dna.concept", {"en": "Concept", "ar": "المفهوم"}, "statement", "text", labels=("problem",)),
    Variable("dna.agrees", {"en": "Agreement", "ar": "الموافقة"}, "statement", "yesno"),
    Variable("dna.how", {"en": "How"}, "statement", "choice", (Choice("loud", {"en": "aloud", "ar": "جهرا"}),)),
    Variable("dna.why", {}, "statement", "span", only_if={"variable": "dna.agrees", "values": [False]}),
    Variable("dna.tags", {"en": "Tags"}, "statement", "choices", (Choice("a", {"en": "A"}), Choice("b", {"en": "B"}))),
)
READ = {"en": "{dna.person} says of {dna.concept}: {dna.agrees} {unknown}"}


@pytest.fixture
def where(project, take) -> Where:
    kind = StatementType(TYPE, {"en": "DNA statement", "ar": "تصريح"}, tuple(slot.id for slot in SLOTS), READ)
    there = {one.id for one in codebook.read(project.db).statement_types}
    assert TYPE not in there
    project.journal.commit(change("test", [added(row) for row in (*SLOTS, kind)]))
    take(document())
    return Where("art-1", project.coder)


def do(project, operation, *args):
    return project.journal.commit(operation(project, *args))


def label(project, where, name: str, start: int, end: int) -> str:
    return str(do(project, annotations.label_span, where, name, ((start, end),)).facts["annotation"])


def actor(project, **names: str) -> str:
    return str(do(project, actors.add_actor, names).facts["id"])


def add(project, where, **slots) -> str:
    full = {f"dna.{slot}": value for slot, value in slots.items()}
    return str(do(project, statements.add_statement, where, TYPE, full).facts["id"])


def held(project, statement: str) -> dict:
    return {slot.removeprefix("dna."): row.value for slot, row in reader.values_of(project.db, statement).items()}


def refused(project, key: str, operation, *args) -> AnnotatorError:
    before = len(project.journal.entries())
    with pytest.raises(AnnotatorError) as error:
        do(project, operation, *args)
    assert error.value.key == key
    assert len(project.journal.entries()) == before
    return error.value


def plain(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


def test_slots_hold_actors_spans_and_values_and_go_with_one_undo(project, where):
    who, span = actor(project, ar="كاميرون"), label(project, where, "problem", 29, 42)
    statement = add(
        project, where, person={"actor": who}, concept={"annotation": span}, agrees=True, how="loud", why=None
    )
    assert held(project, statement) == {
        "person": {"actor": who},
        "concept": {"annotation": span},
        "agrees": True,
        "how": "loud",
    }
    assert [row.id for row in reader.statements(project.db, [where.id])] == [statement]
    history.undo(project)
    assert (reader.statements(project.db, [where.id]), held(project, statement)) == ([], {})


def test_two_alike_are_two(project, where):
    assert add(project, where, concept="x") != add(project, where, concept="x")


def test_a_slot_is_filled_changed_and_emptied(project, where):
    statement = add(project, where)
    done = do(project, statements.set_slot, statement, "dna.concept", "الحرب")
    assert held(project, statement) == {"concept": "الحرب"}
    assert plain(tell(done.name, done.facts, "en")) == "Filled “dna.concept” of a statement with الحرب"
    do(project, statements.set_slot, statement, "dna.concept", "السلم")
    assert held(project, statement) == {"concept": "السلم"}
    done = do(project, statements.set_slot, statement, "dna.concept", None)
    assert held(project, statement) == {}
    assert plain(tell(done.name, done.facts, "en")) == "Emptied “dna.concept” of a statement"
    done = do(project, statements.set_slot, statement, "dna.agrees", True)
    assert done.facts["value"] == "True"  # which the window says in its own words


def test_what_its_condition_leaves_goes_with_it(project, where):
    span = label(project, where, "problem", 29, 42)
    statement = add(project, where, agrees=False, why={"annotation": span})
    done = do(project, statements.set_slot, statement, "dna.agrees", True)
    assert held(project, statement) == {"agrees": True}
    assert done.facts["dropped"] == "dna.why"


def test_taken_away_with_what_its_slots_hold(project, where):
    statement, other = add(project, where, concept="x"), add(project, where, concept="y")
    done = do(project, statements.remove_statement, statement)
    assert plain(tell(done.name, done.facts, "en")) == "Removed a statement: dna"
    assert held(project, statement) == {}
    assert held(project, other) == {"concept": "y"}
    history.undo(project)
    assert held(project, statement) == {"concept": "x"}


@pytest.mark.parametrize(
    ("slot", "value", "why"),
    [
        ("person", "كاميرون", "actor"),
        ("concept", True, "text"),
        ("agrees", "yes", "yesno"),
        ("agrees", {"actor": "x"}, "yesno"),
        ("how", "softly", "choice"),
        ("how", ["loud"], "choice"),
        ("tags", [{}], "choices"),
        ("why", "words", "span"),
    ],
)
def test_what_a_slot_does_not_take_is_said(project, where, slot, value, why):
    error = refused(project, "bad_slot", statements.add_statement, where, TYPE, {f"dna.{slot}": value})
    assert error.facts["why"] == why
    for language in LANGUAGES:
        assert say(error, language).count("{") == 0
    statement = add(project, where)
    refused(project, "bad_slot", statements.set_slot, statement, f"dna.{slot}", value)


def test_what_it_points_to_has_to_be_there_and_to_fit(project, where):
    refused(project, "no_such_actor", statements.add_statement, where, TYPE, {"dna.person": {"actor": "none"}})
    gone = {"dna.concept": {"annotation": "none"}}
    refused(project, "no_such_annotation", statements.add_statement, where, TYPE, gone)
    cue = {"dna.concept": {"annotation": label(project, where, "cue", 0, 4)}}
    error = refused(project, "bad_slot", statements.add_statement, where, TYPE, cue)
    assert (error.facts["why"], error.facts["labels"]) == ("labels", (codebook.label(project.db, "problem").names,))
    assert "\u2068Problem\u2069" in say(error, "en")
    other = Where("art-1", str(do(project, people.add_coder, "عمر").facts["coder"]))
    theirs = {"dna.why": {"annotation": label(project, other, "cue", 0, 4)}}
    assert refused(project, "bad_slot", statements.add_statement, where, TYPE, theirs).facts["why"] == "here"


def test_what_is_not_there_is_said(project, where):
    refused(project, "no_such_statement_type", statements.add_statement, where, "none", {})
    refused(project, "no_such_slot", statements.add_statement, where, TYPE, {"tone": "negative"})
    refused(project, "no_such_statement", statements.set_slot, "none", "dna.concept", "x")
    refused(project, "no_such_statement", statements.remove_statement, "none")
    with pytest.raises(AnnotatorError, match="no_such_statement"):
        statements.sentence(project, "none", "en")


def test_frozen_statements_stay(project, where):
    statement = add(project, where)
    main = next(found for found in codebook.rounds(project.db) if found.id == "main")
    project.journal.commit(change("freeze", [altered(main, state="frozen")]))
    refused(project, "frozen_round", statements.add_statement, where, TYPE, {})
    refused(project, "frozen_round", statements.set_slot, statement, "dna.concept", "x")
    refused(project, "frozen_round", statements.remove_statement, statement)


class TestSentence:
    def test_it_is_read_in_the_language_with_dots_for_what_is_missing(self, project, where):
        who = actor(project, ar="ديفيد كاميرون", en="David Cameron")
        statement = add(project, where, person={"actor": who}, agrees=False)
        assert plain(statements.sentence(project, statement, "en")) == "David Cameron says of …: no {unknown}"

    def test_without_a_sentence_its_slots_are_listed(self, project, where):
        who = actor(project, ar="ديفيد كاميرون", en="David Cameron")
        statement = add(project, where, person={"actor": who}, agrees=True, how="loud", tags=["a", "b"])
        assert plain(statements.sentence(project, statement, "ar")) == (
            "تصريح: الشخص ديفيد كاميرون · المفهوم … · الموافقة نعم · How جهرا · dna.why … · Tags A، B"
        )

    def test_a_span_is_its_words_cut_where_they_are_long(self, project, where):
        short, long = label(project, where, "problem", 29, 35), label(project, where, "problem", 0, len(BODY))
        one = add(project, where, concept={"annotation": short})
        assert plain(statements.sentence(project, one, "en")) == f"… says of {BODY[29:35]}: … {{unknown}}"
        two = plain(statements.sentence(project, add(project, where, concept={"annotation": long}), "en"))
        assert two.startswith(f"… says of {BODY[:20]}")
        assert len(two) < 90
        assert "\n" not in two

    def test_foreign_words_turn_nothing_round(self, project, where):
        statement = add(project, where, concept="الحرب")
        assert "\u2068الحرب\u2069" in statements.sentence(project, statement, "en")

    def test_who_is_gone_is_dots(self, project, where):
        who = actor(project, ar="كاميرون")
        statement = add(
            project, where, person={"actor": who}, concept={"annotation": label(project, where, "problem", 0, 4)}
        )
        for row in (
            actors.existing(project, who),
            reader.annotation(project.db, held(project, statement)["concept"]["annotation"]),
        ):
            project.journal.commit(change("test", [removed(row)]))
        assert plain(statements.sentence(project, statement, "en")) == "… says of …: … {unknown}"
