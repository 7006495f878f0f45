from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator import paths
from annotator.core import codebook as rules
from annotator.core.changes import change
from annotator.core.codebook import content_hash, from_data, to_data
from annotator.core.models import Article, Boundary, Codebook, Label, Round
from annotator.core.rows import added
from annotator.core.text import Text
from annotator.operations import annotations as spans
from annotator.operations import codebook as ops
from annotator.operations import history, notes, people
from annotator.operations.codings import Where
from annotator.operations.sample_data import read_codebook
from annotator.store import codebook as reader
from annotator.store.project import Project
from tests.operations.desk import do, refused

if TYPE_CHECKING:
    pass


@pytest.fixture
def news(bare: Project) -> Project:
    """The same with the starter codebook."""
    do(bare, ops.adopt, read_codebook(paths.resources() / "codebooks" / "news.toml"))
    return bare


def label(project: Project, label_id: str) -> Label:
    found = reader.label(project.db, label_id)
    assert found is not None
    return found


def order(project: Project) -> list[str]:
    return [each.id for each in reader.read(project.db).labels]


def code(project: Project, label_id: str, start: int = 0, end: int = 4) -> str:
    """One span of an article that is made for it."""
    text = Text("قال الوزير إن الأمر خطير")
    if not project.db.execute("select 1 from article").fetchone():
        steps = [text, added(Article("a1", "خبر", text.hash)), added(Round("main", "main"))]
        project.journal.commit(change("import", steps))
    done = do(project, spans.label_span, Where("a1", project.coder), label_id, ((start, end),))
    return str(done.facts["annotation"])


class TestAdopting:
    def test_everything_comes_in_order_and_as_a_version(self, bare: Project) -> None:
        book = read_codebook(paths.resources() / "codebooks" / "news.toml")
        do(bare, ops.adopt, book)
        there = reader.read(bare.db)
        assert [each.id for each in there.labels] == [each.id for each in book.labels]
        assert content_hash(there) == content_hash(book) == there.version
        assert [version.name for version in reader.versions(bare.db)] == ["1.0"]

    def test_it_is_one_action_that_undo_takes_back_whole(self, bare: Project) -> None:
        do(bare, ops.adopt, Codebook(labels=(Label("actor", {"en": "Actor"}, 10),)))
        history.undo(bare)
        assert reader.read(bare.db) == Codebook()
        history.redo(bare)
        assert order(bare) == ["actor"]

    def test_a_codebook_is_never_put_over_another(self, news: Project) -> None:
        assert refused(news, ops.adopt, Codebook(labels=(Label("x", {"en": "X"}, 1),))).key == "codebook_there"

    def test_what_is_not_legal_is_refused(self, bare: Project) -> None:
        two = (Label("a", {"en": "A"}, 1, key="1"), Label("b", {"en": "B"}, 2, key="1"))
        assert refused(bare, ops.adopt, Codebook(labels=two)).key == "bad_codebook"


class TestLocking:
    def test_locked_nothing_of_it_changes_and_extensible_it_only_grows(self, news: Project) -> None:
        from annotator.operations import variables

        changing = [
            (ops.edit_label, ("cue",), {"hue": 1}),
            (ops.set_key, ("cue", "x"), {}),
            (ops.move_label, ("cue",), {"after": None}),
            (ops.retire_label, ("cue",), {}),
            (ops.bring_back, ("cue",), {}),
            (ops.remove_label, ("cue",), {}),
            (variables.edit_variable, ("tone",), {"required": False}),
            (variables.set_type, ("tone", "text"), {}),
            (variables.move_variable, ("tone",), {"after": None}),
            (variables.remove_variable, ("tone",), {}),
            (variables.edit_choice, ("tone", "negative", {"en": "Bad"}), {}),
            (variables.move_choice, ("tone", "negative"), {"place": 2}),
            (variables.remove_choice, ("tone", "negative"), {}),
            (variables.edit_relation_type, ("says",), {"targets": ()}),
            (variables.remove_relation_type, ("says",), {}),
            (variables.edit_statement_type, ("claim",), {"slots": ()}),
            (variables.remove_statement_type, ("claim",), {}),
        ]
        adding = [
            (ops.add_label, ({"en": "Victim"},), {}),
            (variables.add_variable, ({"en": "Place"},), {"scope": "article"}),
            (variables.add_choice, ("tone", {"en": "Mixed"}), {}),
            (variables.add_relation_type, ({"en": "near"},), {}),
            (variables.add_statement_type, ({"en": "Story"},), {"slots": ("person",)}),
        ]
        do(news, ops.set_editing, "locked")
        assert reader.project(news.db).editing == "locked"
        for operation, args, options in changing + adding:
            assert refused(news, operation, *args, **options).key == "codebook_locked"
        do(news, ops.set_editing, "extensible")
        for operation, args, options in changing:
            assert refused(news, operation, *args, **options).key == "codebook_locked"
        for operation, args, options in adding:
            do(news, operation, *args, **options)
        history.undo(news)
        do(news, ops.set_editing, "open")
        do(news, ops.edit_label, "cue", hue=1)

    def test_no_codebook_is_put_into_a_project_whose_codebook_is_locked(self, bare: Project) -> None:
        do(bare, ops.set_editing, "locked")
        assert refused(bare, ops.adopt, Codebook(labels=(Label("x", {"en": "X"}, 1),))).key == "codebook_locked"

    def test_a_file_adds_nothing_to_a_locked_codebook(self, news: Project) -> None:
        from annotator.formats.records import AnnotationRecord, Document, RelationRecord, StatementRecord, Whose
        from annotator.operations import articles
        from annotator.operations.intake import Incoming

        do(news, ops.set_editing, "locked")
        spans = [
            AnnotationRecord(name, label, Whose(), ((at, at + 1),), ("خ",), attributes)
            for name, label, at, attributes in (("a", "actor", 0, {"new": 1}), ("b", "new", 1, {}), ("c", "cue", 2, {}))
        ]
        document = Document(
            "d", "x", Text("خخخ"), annotations=tuple(spans),
            relations=(RelationRecord("r", "near", "a", "c", Whose()),),
            statements=(
                StatementRecord("s", "claim", Whose(), {"agreement": True}),
                StatementRecord("t", "claim", Whose(), {"tone": True, "mood": 1}),
                StatementRecord("u", "story", Whose(), {}),
            ),
        )  # fmt: skip
        taken, report = articles.take_in(news, [Incoming(document)], coder=people.acting(news))
        news.journal.commit(taken)
        assert [(each.where, each.why.key) for each in report.refused] == [
            ("a:new", "codebook_locked"),
            ("b", "codebook_locked"),
            ("r", "codebook_locked"),
            ("t:tone", "no_such_variable"),
            ("t:mood", "codebook_locked"),
            ("u", "codebook_locked"),
        ]
        assert report.annotations_added == 2


class TestPublishing:
    def test_it_holds_the_kinds_of_statements_and_the_boundary_policy(self, news: Project) -> None:
        from annotator.operations import boundary, variables

        body = reader.versions(news.db)[-1].body
        assert [kind["id"] for kind in body["statements"]] == ["claim"]
        do(news, boundary.set_boundary, Boundary(quotes=True))
        do(news, variables.edit_statement_type, "claim", sentence={})
        do(news, ops.publish, "2")
        newest = reader.versions(news.db)[-1]
        assert newest.body["boundary"]["quotes"] is True
        assert "sentence" not in newest.body["statements"][0]
        assert from_data({**newest.body}).boundary == Boundary(quotes=True)

    def test_a_version_holds_the_codebook_and_is_named_by_its_hash(self, news: Project) -> None:
        do(news, ops.edit_label, "actor", names={"en": "Agent", "ar": "فاعل"})
        do(news, ops.publish, " 1.1 ")
        newest = reader.versions(news.db)[-1]
        book = reader.read(news.db)
        assert (newest.name, newest.id) == ("1.1", content_hash(book))
        assert newest.body["labels"] == to_data(book)["labels"]
        assert reader.latest_version(news.db) == newest.id

    def test_nothing_new_is_not_published(self, news: Project) -> None:
        error = refused(news, ops.publish, "1.1")
        assert (error.key, error.facts["name"]) == ("nothing_new", "1.0")

    def test_nor_what_was_published_before(self, news: Project) -> None:
        do(news, ops.set_key, "actor", "x")
        do(news, ops.publish, "1.1")
        do(news, ops.set_key, "actor", "1")
        assert refused(news, ops.publish, "1.2").facts["name"] == "1.0"

    def test_a_version_needs_a_name_of_its_own(self, news: Project) -> None:
        do(news, ops.set_key, "actor", "x")
        assert refused(news, ops.publish, " ").key == "empty_name"
        assert refused(news, ops.publish, "1.0").key == "version_name_taken"


class TestLabels:
    def test_a_new_one_stands_last_with_an_english_id_and_a_hue_of_its_own(self, news: Project) -> None:
        hues = {each.hue for each in reader.read(news.db).labels}
        done = do(news, ops.add_label, {"ar": " ضحية ", "en": "Victim, direct"})
        new = label(news, str(done.facts["label"]))
        assert new.id == "victim-direct"
        assert new.names == {"ar": "ضحية", "en": "Victim, direct"}
        assert order(news)[-1] == new.id
        assert min(min(abs(new.hue - hue), 360 - abs(new.hue - hue)) for hue in hues) >= 12

    def test_without_an_english_name_the_id_is_random(self, news: Project) -> None:
        ids = {str(do(news, ops.add_label, {"ar": name}).facts["label"]) for name in ("ضحية", "شاهد")}
        assert len(ids) == 2
        assert all(each.isascii() and each.startswith("label-") for each in ids)

    def test_a_name_is_needed_and_free_among_its_siblings(self, news: Project) -> None:
        assert refused(news, ops.add_label, {"ar": " ", "en": ""}).key == "empty_name"
        error = refused(news, ops.add_label, {"en": "actor"})
        assert (error.key, error.facts["name"]) == ("label_name_taken", "Actor")
        assert do(news, ops.add_label, {"en": "Actor"}, parent="problem").n

    def test_editing_keeps_id_and_place_and_is_undone(self, news: Project) -> None:
        before = label(news, "cue")
        do(news, ops.edit_label, "cue", hue=7, pattern=3, definition={"ar": "تعريف"}, parent="quotation")
        after = label(news, "cue")
        assert (after.hue, after.pattern, after.definition, after.parent) == (7, 3, {"ar": "تعريف"}, "quotation")
        assert (after.position, after.key, after.include) == (before.position, before.key, before.include)
        history.undo(news)
        assert label(news, "cue") == before

    def test_what_cannot_be_is_refused(self, news: Project) -> None:
        do(news, ops.edit_label, "cue", parent="quotation")
        for fields in ({"hue": 360}, {"pattern": 4}, {"parent": "nothing"}, {"parent": "cue"}):
            assert refused(news, ops.edit_label, "cue", **fields).key == "bad_codebook"
        assert refused(news, ops.edit_label, "quotation", parent="cue").facts["why"] == "own_ancestor"
        assert refused(news, ops.edit_label, "nothing", hue=1).key == "no_such_label"

    def test_the_same_again_is_no_action(self, news: Project) -> None:
        assert do(news, ops.edit_label, "cue", hue=label(news, "cue").hue).n == 0

    def test_moving_changes_one_row(self, news: Project) -> None:
        done = do(news, ops.move_label, "remedy", after="actor")
        assert order(news)[:3] == ["actor", "remedy", "quotation"]
        assert done.rows == {"label": frozenset({"remedy"})}
        do(news, ops.move_label, "cue", after=None)
        assert order(news)[0] == "cue"
        do(news, ops.move_label, "cue", after=order(news)[-1])
        assert order(news)[-1] == "cue"

    def test_two_on_one_place_are_spread(self, bare: Project) -> None:
        rows = [Label(name, {"en": name}, 1, position="V") for name in ("a", "b", "c")]
        bare.journal.commit(change("import", [added(row) for row in rows]))
        do(bare, ops.move_label, "c", after="a")
        assert order(bare) == ["a", "c", "b"]

    def test_many_moves_to_one_place_keep_the_order(self, news: Project) -> None:
        for name in [*order(news)[2:], *order(news)[2:]]:
            do(news, ops.move_label, name, after="actor")
            assert order(news)[:2] == ["actor", name]


class TestKeys:
    def test_a_key_is_one_digit_or_letter_in_whatever_script(self, news: Project) -> None:
        do(news, ops.set_key, "actor", "")
        do(news, ops.set_key, "actor", "٠")
        assert label(news, "actor").key == "0"
        for bad in ("12", "-", "+1"):
            assert refused(news, ops.set_key, "actor", bad).key == "bad_key"

    def test_a_key_that_another_has_says_who(self, news: Project) -> None:
        error = refused(news, ops.set_key, "actor", "٢")
        assert (error.key, error.facts) == ("key_taken", {"letter": "2", "label": "اقتباس"})
        assert do(news, ops.set_key, "actor", "1").n == 0

    def test_a_retired_label_lets_its_key_go(self, news: Project) -> None:
        do(news, ops.retire_label, "quotation")
        assert (label(news, "quotation").retired, label(news, "quotation").key) == (True, "")
        do(news, ops.set_key, "actor", "2")
        do(news, ops.bring_back, "quotation")
        assert not label(news, "quotation").retired


class TestRemoving:
    def test_a_label_in_use_stays_and_says_how_often(self, news: Project) -> None:
        code(news, "actor")
        code(news, "actor", 5, 10)
        error = refused(news, ops.remove_label, "actor")
        assert (error.key, error.facts["count"]) == ("label_used", 2)

    def test_a_label_with_others_under_it_stays(self, news: Project) -> None:
        do(news, ops.edit_label, "cue", parent="quotation")
        assert refused(news, ops.remove_label, "quotation").facts["count"] == 1

    def test_what_only_it_could_carry_goes_with_it_and_comes_back(self, news: Project) -> None:
        before = reader.read(news.db)
        do(news, notes.add_note, "label", "cue", "هل هو فعل؟")
        do(news, ops.remove_label, "cue")
        after = reader.read(news.db)
        assert "cue" not in order(news)
        assert "cue.stance" not in {variable.id for variable in after.variables}
        assert [kind.id for kind in after.relation_types] == ["says"]
        assert news.db.execute("select count(*) from note").fetchone() == (0,)
        history.undo(news)
        again = reader.read(news.db)
        assert (again.labels, again.variables) == (before.labels, before.variables)
        assert {kind.id for kind in again.relation_types} == {"says", "cued-by"}

    def test_rules_slots_and_conditions_that_speak_of_it_go_with_it(self, news: Project) -> None:
        from annotator.operations import variables

        do(news, ops.add_label, {"en": "Voice"})
        voice = order(news)[-1]
        for name, scope in (("Pitch", "annotation"), ("Sound", "statement"), ("Volume", "annotation")):
            do(news, variables.add_variable, {"en": name}, scope=scope)
        do(news, variables.set_type, "sound", "span")
        for name in ("pitch", "sound"):
            do(news, variables.edit_variable, name, labels=(voice,))
        condition = {"variable": "pitch", "values": ["high"]}
        do(news, variables.edit_variable, "volume", only_if=condition)
        do(news, variables.edit_variable, "cue.stance", labels=("cue", voice), only_if=condition)
        do(news, variables.edit_variable, "concept", labels=(voice,))
        do(
            news,
            variables.edit_statement_type,
            "claim",
            slots=("person", "sound", "concept"),
            sentence={"en": "{sound}!"},
        )
        do(news, ops.edit_label, "cue", within=(voice, "quotation"))
        before = reader.read(news.db)
        do(news, ops.remove_label, voice)
        book = reader.read(news.db)
        there = {variable.id: variable for variable in book.variables}
        assert "pitch" not in there
        assert "sound" not in there
        assert (there["volume"].only_if, there["cue.stance"].only_if) == ({}, {})
        assert (there["cue.stance"].labels, there["concept"].labels) == (("cue",), ())
        (claim,) = book.statement_types
        assert (claim.slots, claim.sentence) == (("person", "concept"), {"en": "…!"})
        assert label(news, "cue").within == ("quotation",)
        rules.check(book)
        history.undo(news)
        assert to_data(reader.read(news.db)) == to_data(before)

    def test_a_slot_of_spans_that_holds_something_stays_and_takes_any(self, news: Project) -> None:
        from annotator.core.models import Assigned
        from annotator.operations import variables

        do(news, ops.add_label, {"en": "Voice"})
        voice = order(news)[-1]
        do(news, variables.set_type, "concept", "span")
        do(news, variables.edit_variable, "concept", labels=(voice,))
        text = Text("قال")
        where = Where("a", news.coder)
        news.journal.commit(change("x", [text, added(Article("a", "x", text.hash)), added(Round("main", "main"))]))
        done = do(news, spans.label_span, where, "cue", ((0, 3),))
        value = Assigned("v", where.id, "s", "concept", {"annotation": done.facts["annotation"]})
        news.journal.commit(change("y", [added(value)]))
        do(news, ops.remove_label, voice)
        assert next(v for v in reader.read(news.db).variables if v.id == "concept").labels == ()

    def test_what_others_carry_too_only_shrinks(self, news: Project) -> None:
        do(news, ops.add_label, {"en": "Voice"})
        voice = order(news)[-1]
        source, actor = (
            next(v for v in reader.read(news.db).variables if v.id == name) for name in ("cue.stance", "actor.role")
        )
        from annotator.operations import variables

        do(news, variables.edit_variable, source.id, labels=("cue", voice))
        do(news, variables.edit_relation_type, "says", targets=("source", voice))
        do(news, ops.remove_label, voice)
        book = reader.read(news.db)
        assert next(v for v in book.variables if v.id == source.id).labels == ("cue",)
        assert next(v for v in book.variables if v.id == actor.id).labels == ("actor",)
        assert next(k for k in book.relation_types if k.id == "says").targets == ("source",)
