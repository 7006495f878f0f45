"""The register of actors and the spans that point into it, rule by rule."""

from __future__ import annotations

import pytest

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.models import StatementType, Variable
from annotator.core.rows import added, altered, removed
from annotator.operations import actors, annotations, codings, history, people, statements
from annotator.operations.codings import Where
from annotator.store import actors as reader
from annotator.store import codebook
from annotator.store import codings as coding_reader
from tests.operations.conftest import BODY, document

HERE = (29, 35)
OTHER = (36, 42)


@pytest.fixture
def where(project, take) -> Where:
    for variable in codebook.read(project.db).variables:  # whatever the starter codebook has
        if variable.type == "actor":
            project.journal.commit(change("test", [removed(variable)]))
    take(document(), document("art-2", meta={"language": "fa"}))
    return Where("art-1", project.coder)


@pytest.fixture
def span(project, where) -> str:
    return label(project, where, "actor", HERE)


def do(project, operation, *args, **options):
    return project.journal.commit(operation(project, *args, **options))


def label(project, where, name: str, *fragments) -> str:
    return str(do(project, annotations.label_span, where, name, fragments).facts["annotation"])


def add(project, *names: str, **more) -> str:
    languages = ("ar", "en")
    return str(do(project, actors.add_actor, dict(zip(languages, names, strict=False)), **more).facts["id"])


def refused(project, key: str, operation, *args, **options) -> dict:
    before = len(project.journal.entries())
    with pytest.raises(AnnotatorError) as error:
        do(project, operation, *args, **options)
    assert error.value.key == key
    assert len(project.journal.entries()) == before
    return error.value.facts


def points_to(project, span: str) -> str | None:
    value = coding_reader.values_of(project.db, span).get("actor.who")
    return value.value if value else None


class TestRegister:
    def test_names_and_aliases_stand_without_blanks_and_once(self, project):
        who = add(project, " ديفيد كاميرون ", "David Cameron", aliases=(" كاميرون", "كَامِيرون", "david  cameron", " "))
        found = reader.actor(project.db, who)
        assert found.names == {"ar": "ديفيد كاميرون", "en": "David Cameron"}
        assert found.aliases == ("كاميرون",)
        assert reader.every(project.db) == [found]

    def test_a_name_that_reads_the_same_is_refused_with_who_has_it(self, project):
        add(project, "أحمد الأسعد", "Ahmad")
        facts = refused(project, "actor_name_taken", actors.add_actor, {"fa": "احمد  الاسعد"})
        assert facts["other"]["ar"] == "أحمد الأسعد"
        refused(project, "actor_name_taken", actors.add_actor, {"en": "AHMAD"})
        other = add(project, "سعيد")
        refused(project, "actor_name_taken", actors.edit_actor, other, names={"ar": "احمد الأسعد"})
        refused(project, "empty_name", actors.add_actor, {"ar": " "})
        refused(project, "bad_actor_type", actors.add_actor, {"ar": "س"}, type="alien")

    def test_two_may_share_an_alias(self, project):
        one, two = add(project, "بوش الأب", aliases=("بوش",)), add(project, "بوش الابن", aliases=("بوش",))
        assert {actor.id for actor in actors.proposals(project, "بوش")} == {one, two}

    def test_what_is_edited_is_what_changes(self, project):
        who = add(project, "وزارة الخارجية")
        do(project, actors.edit_actor, who, type="organisation", notes=" للمتابعة ", aliases=("الخارجية",))
        found = reader.actor(project.db, who)
        assert (found.type, found.notes, found.aliases) == ("organisation", "للمتابعة", ("الخارجية",))
        do(project, actors.edit_actor, who, names={"ar": "وزارة الخارجية", "en": "Foreign Ministry"})
        assert actors.name(reader.actor(project.db, who), "en") == "Foreign Ministry"
        assert actors.name(reader.actor(project.db, who), "he") == "وزارة الخارجية"
        refused(project, "no_such_actor", actors.edit_actor, "none", notes="x")

    def test_only_who_is_nowhere_is_removed(self, project, span):
        who = add(project, "كاميرون")
        do(project, actors.attach, span, who)
        assert refused(project, "actor_used", actors.remove_actor, who)["count"] == 1
        do(project, actors.attach, span, "")
        do(project, actors.remove_actor, who)
        assert reader.every(project.db) == []


class TestAttaching:
    def test_a_codebook_without_the_attribute_gets_it_in_the_same_action(self, project, span):
        who = add(project, "كاميرون")
        do(project, actors.attach, span, who)
        variable = codebook.variable(project.db, "actor.who")
        assert (variable.type, variable.labels) == ("actor", ("actor", "source"))
        assert points_to(project, span) == who
        history.undo(project)
        assert codebook.variable(project.db, "actor.who") is None
        assert points_to(project, span) is None

    def test_another_label_carries_it_alone(self, project, where):
        do(project, actors.attach, label(project, where, "cause", HERE), add(project, "الغرب"))
        assert codebook.variable(project.db, "actor.who").labels == ("cause",)

    def test_the_id_may_be_taken_by_something_else(self, project, span):
        project.journal.commit(change("test", [added(Variable("actor.who", {}, "article", "text", position="zz"))]))
        do(project, actors.attach, span, add(project, "كاميرون"))
        (made,) = (each for each in codebook.read(project.db).variables if each.type == "actor")
        assert made.id.startswith("actor.who-")

    def test_a_label_that_carries_none_says_so(self, project, where, span):
        who = add(project, "كاميرون")
        do(project, actors.attach, span, who)
        cue = label(project, where, "cue", HERE)
        facts = refused(project, "no_actor_here", actors.attach, cue, who)
        assert facts["label"] == codebook.label(project.db, "cue").names
        refused(project, "no_actor_here", actors.attach_new, cue, "جديد")

    def test_a_locked_codebook_is_left_as_it_is(self, project, span):
        project.journal.commit(change("lock", [altered(codebook.project(project.db), editing="locked")]))
        refused(project, "no_actor_here", actors.attach_new, span, "كاميرون")
        assert reader.every(project.db) == []

    def test_whom_a_span_points_to(self, project, where, span):
        def held(annotation: str) -> str:
            return actors.held_by(project, coding_reader.annotation(project.db, annotation))

        who = add(project, "كاميرون")
        assert held(span) == ""
        do(project, actors.attach, span, who)
        assert (held(span), held(label(project, where, "source", HERE))) == (who, "")
        with pytest.raises(AnnotatorError, match="no_actor_here"):
            held(label(project, where, "cue", HERE))

    def test_what_a_span_calls_its_actor(self, project, where):
        def words(annotation: str) -> str:
            return actors.words_of(project, coding_reader.annotation(project.db, annotation))

        span = label(project, where, "actor", (21, 30), (35, 44))
        assert words(span) == " ".join(f"{BODY[21:30]} {BODY[35:44]}".split()).strip(" ”“")
        do(project, annotations.set_head, span, ((36, 42),))
        assert words(span) == BODY[36:42].strip()

    def test_attached_detached_and_attached_to_another(self, project, span):
        one, two = add(project, "أ"), add(project, "ب")
        for who in (one, two):
            done = do(project, actors.attach, span, who)
            assert points_to(project, span) == who
        assert (done.facts["actor"], done.facts["annotation"]) == ("ب", span)
        do(project, actors.attach, span, "")
        assert points_to(project, span) is None
        refused(project, "no_such_actor", actors.attach, span, "none")

    @pytest.mark.usefixtures("where")
    @pytest.mark.parametrize(
        ("article", "words", "language"),
        [
            ("art-1", "كاميرون", "ar"),
            ("art-2", "کامرون", "fa"),
            ("art-1", "گلزار", "fa"),
            ("art-1", "لڑکا", "ur"),
            ("art-1", "David Cameron", "en"),
            ("art-1", "נתניהו", "he"),
        ],
    )
    def test_somebody_new_is_named_and_attached_in_one_action(self, project, article, words, language):
        span = label(project, Where(article, project.coder), "actor", HERE)
        done = do(project, actors.attach_new, span, words)
        (who,) = reader.every(project.db)
        assert (who.names, points_to(project, span)) == ({language: words}, who.id)
        assert done.facts["id"] == who.id
        history.undo(project)
        assert (reader.every(project.db), points_to(project, span)) == ([], None)

    def test_a_new_name_that_is_there_already_is_refused(self, project, span):
        add(project, "كاميرون")
        refused(project, "actor_name_taken", actors.attach_new, span, "كَاميرون")

    def test_frozen_work_stays(self, project, span):
        who = add(project, "كاميرون")
        freeze(project)
        refused(project, "frozen_round", actors.attach, span, who)


def freeze(project) -> None:
    main = next(found for found in codebook.rounds(project.db) if found.id == "main")
    project.journal.commit(change("freeze", [altered(main, state="frozen")]))


class TestMentions:
    def test_a_source_or_one_who_says_something_is_quoted(self, project, where):
        who, talked = add(project, "كاميرون"), add(project, "بوتين")
        source = label(project, where, "source", HERE)
        actor = label(project, where, "actor", OTHER)
        for span, person in ((source, who), (actor, talked)):
            do(project, actors.attach, span, person)
        assert actors.mentions(project, who, project.coder) == [actors.Mention("art-1", source, quoted=True)]
        assert actors.mentions(project, talked, project.coder) == [actors.Mention("art-1", actor, quoted=False)]
        assert actors.tally(project, project.coder) == {who: (1, 0), talked: (0, 1)}

    def test_one_quoted_span_makes_the_article_one_where_it_is_quoted(self, project, where):
        who = add(project, "كاميرون")
        for article in ("art-1", "art-2"):
            there = Where(article, project.coder)
            do(project, actors.attach, label(project, there, "actor", OTHER), who)
        do(project, actors.attach, label(project, where, "source", HERE), who)
        assert actors.tally(project, project.coder) == {who: (1, 1)}
        found = actors.mentions(project, who, project.coder)
        assert [(mention.article, mention.quoted) for mention in found] == [
            ("art-1", True),
            ("art-1", False),
            ("art-2", False),
        ]

    def test_who_is_the_target_of_says_is_quoted_by_whatever_label(self, project, where):
        kind = next(kind for kind in codebook.read(project.db).relation_types if kind.id == "says")
        project.journal.commit(change("open", [altered(kind, targets=())]))
        who = add(project, "كاميرون")
        span, quote = label(project, where, "actor", HERE), label(project, where, "quotation", OTHER)
        do(project, actors.attach, span, who)
        assert actors.tally(project, project.coder) == {who: (0, 1)}
        do(project, annotations.link, "says", quote, span)
        assert actors.tally(project, project.coder) == {who: (1, 0)}

    def test_nobody_elses_work_is_looked_at(self, project, span):
        who = add(project, "كاميرون")
        do(project, actors.attach, span, who)
        other = str(do(project, people.add_coder, "عمر").facts["coder"])
        assert (actors.tally(project, other), actors.mentions(project, who, other)) == ({}, [])


class TestMerging:
    def test_everything_that_points_moves_in_one_action_and_back(self, project, where, span):
        project.journal.commit(change("test", [added(Variable("hero", {}, "article", "actor", position="zz"))]))
        keep = add(project, "ديفيد كاميرون", notes="رئيس الوزراء")
        gone = add(project, "كاميرون", "Cameron", type="person", aliases=("دايفيد كاميرون",), notes="للتحقق")
        third = add(project, "رئيس الحكومة", notes="للتحقق")
        do(project, actors.attach, span, gone)
        do(project, codings.set_article_variable, where, "hero", third)
        done = do(project, actors.merge_actors, keep, [gone, third, gone, keep])
        assert points_to(project, span) == keep
        assert coding_reader.values_of(project.db, where.id)["hero"].value == keep
        (kept,) = reader.every(project.db)
        assert kept.names == {"ar": "ديفيد كاميرون"}
        assert kept.aliases == ("كاميرون", "Cameron", "دايفيد كاميرون", "رئيس الحكومة")
        assert (kept.type, kept.notes) == ("person", "رئيس الوزراء\nللتحقق")
        assert done.facts["count"] == 2
        history.undo(project)
        assert {actor.id for actor in reader.every(project.db)} == {keep, gone, third}
        assert points_to(project, span) == gone

    def test_at_least_two(self, project):
        who = add(project, "كاميرون")
        refused(project, "bad_merge", actors.merge_actors, who, [])
        refused(project, "bad_merge", actors.merge_actors, who, [who])
        refused(project, "no_such_actor", actors.merge_actors, who, ["none"])

    def test_whom_frozen_work_names_is_the_one_to_keep(self, project, span):
        frozen, other = add(project, "كاميرون"), add(project, "ديفيد كاميرون")
        do(project, actors.attach, span, frozen)
        freeze(project)
        facts = refused(project, "merge_frozen", actors.merge_actors, other, [frozen])
        assert facts == {"actor": {"ar": "كاميرون"}, "round": "main"}
        do(project, actors.merge_actors, frozen, [other])
        assert [actor.id for actor in reader.every(project.db)] == [frozen]


class TestSplitting:
    def test_a_new_one_takes_some_spans_and_the_alias_that_is_its_name(self, project, where, span):
        bush = add(project, "بوش", type="person", aliases=("جورج بوش الابن", "بوش الأب"))
        other = label(project, where, "actor", OTHER)
        for one in (span, other):
            do(project, actors.attach, one, bush)
        done = do(project, actors.split_actor, bush, {"ar": "جورج بوش الإبن"}, [other])
        new = str(done.facts["id"])
        assert (points_to(project, span), points_to(project, other)) == (bush, new)
        assert reader.actor(project.db, bush).aliases == ("بوش الأب",)
        assert reader.actor(project.db, new).type == "person"
        history.undo(project)
        assert points_to(project, other) == bush
        assert reader.actor(project.db, new) is None

    def test_only_spans_that_point_to_it_are_split_off(self, project, where, span):
        bush = add(project, "بوش")
        other = label(project, where, "actor", OTHER)
        do(project, actors.attach, span, bush)
        refused(project, "not_of_this_actor", actors.split_actor, bush, {"ar": "س"}, [span, other])
        refused(project, "no_spans_chosen", actors.split_actor, bush, {"ar": "س"}, [])
        refused(project, "no_such_annotation", actors.split_actor, bush, {"ar": "س"}, ["none"])
        refused(project, "actor_name_taken", actors.split_actor, bush, {"ar": "بوش"}, [span])


class TestProposals:
    def names(self, project, typed: str, **options) -> list[str]:
        return [actors.name(actor) for actor in actors.proposals(project, typed, **options)]

    def test_the_very_name_first_then_beginnings_then_what_is_alike(self, project):
        for name in ("محمد علي كلاي", "محمد علي", "السيد محمد علي", "محمود عالي", "فلاديمير بوتين"):
            add(project, name)
        assert self.names(project, "مُحمّد علي") == ["محمد علي", "محمد علي كلاي", "السيد محمد علي", "محمود عالي"]
        assert self.names(project, "محمد علي", limit=2) == ["محمد علي", "محمد علي كلاي"]

    def test_aliases_and_names_in_every_language_count(self, project):
        who = add(project, "ديفيد كاميرون", "David Cameron", aliases=("رئيس الوزراء البريطاني",))
        for typed in ("cam", "DAVID", "رئيس الوز", "ديفد كامرون", "وكاميرون"):
            assert [actor.id for actor in actors.proposals(project, typed)] == [who], typed

    def test_a_name_that_stands_among_the_words_of_a_span_is_found(self, project):
        who = add(project, "ديفيد كاميرون")
        add(project, "فلاديمير بوتين")
        found = actors.proposals(project, "رئيس الوزراء البريطاني ديفيد كاميرون")
        assert [actor.id for actor in found] == [who]

    def test_one_or_two_letters_are_beginnings_alone(self, project):
        add(project, "كاميرون")
        add(project, "بك")
        assert self.names(project, "ك") == ["كاميرون"]

    def test_nothing_typed_and_nothing_like_it(self, project):
        add(project, "كاميرون")
        assert self.names(project, " ً ") == []
        assert self.names(project, "qqqq") == []

    def test_the_register_of_now_is_searched_after_every_change_of_it(self, project):
        assert self.names(project, "كام") == []
        who = add(project, "كاميرون")
        assert self.names(project, "كام") == ["كاميرون"]
        do(project, actors.edit_actor, who, names={"ar": "تيريزا"})
        assert self.names(project, "كام") == []
        history.undo(project)
        assert self.names(project, "كام") == ["كاميرون"]
        history.undo(project)
        assert self.names(project, "كام") == []


def test_statements_move_with_the_merged_and_two_that_become_alike_both_stay(project, where):
    slot = Variable("said.by", {}, "statement", "actor", position="zz")
    project.journal.commit(change("test", [added(slot), added(StatementType("test-claim", {}, ("said.by",)))]))
    keep, gone = add(project, "ديفيد كاميرون"), add(project, "كاميرون")
    made = [
        str(do(project, statements.add_statement, where, "test-claim", {"said.by": {"actor": who}}).facts["id"])
        for who in (keep, gone)
    ]
    do(project, actors.merge_actors, keep, [gone])
    assert [row.id for row in coding_reader.statements(project.db, [where.id])] == made
    held = [coding_reader.values_of(project.db, statement)["said.by"].value for statement in made]
    assert held == [{"actor": keep}, {"actor": keep}]
