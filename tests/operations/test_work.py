"""What a document says of its article, record by record: what does not fit is named by its place and the rest stays."""

from __future__ import annotations

import pytest

from annotator.core.changes import change
from annotator.core.models import Actor
from annotator.core.rows import added, altered
from annotator.formats.records import (
    ActorRecord,
    CodingRecord,
    NoteRecord,
    PartRecord,
    RelationRecord,
    StatementRecord,
    VariableRecord,
    Whose,
)
from annotator.operations import codebook as codebook_operations
from annotator.operations.selection import Selection, documents
from annotator.store import actors, articles, codebook, overview
from tests.operations.conftest import BODY, document, span

ME = Whose()


def found(project, article="art-1"):
    (one,) = documents(project, Selection(), [article])
    return one


def named(report) -> list[tuple[str, str]]:
    return [(refused.where, refused.why.key) for refused in report.refused]


def test_a_head_comes_with_its_span_and_to_one_that_has_none(project, take) -> None:
    plain, headed = span("actor", 0, 9, id="a"), span("actor", 0, 9, id="a", head=((0, 4),))
    take(document(annotations=(plain,)))
    report = take(document(annotations=(headed,)))
    assert (report.annotations_known, report.warnings) == (1, [])
    assert found(project).annotations[0].head == ((0, 4),)
    report = take(document(annotations=(span("actor", 0, 9, id="a", head=((1, 4),)), plain)))
    assert [warned.why.key for warned in report.warnings] == ["value_differs"]
    assert found(project).annotations[0].head == ((0, 4),)
    report = take(document("b", annotations=(headed,)))
    assert found(project, "b").annotations[0].head == ((0, 4),)


def test_a_frozen_round_takes_no_value_link_statement_or_head(project, take) -> None:
    spans = (span("quotation", 26, 33, id="q"), span("source", 16, 24, id="s"))
    take(document(annotations=spans, codings=(CodingRecord(ME),)))
    (main,) = codebook.rounds(project.db)
    project.journal.commit(change("freeze", [altered(main, state="frozen")]))
    headed = span("source", 16, 24, id="s", head=((16, 18),), attributes={"actor.who": "سانا"})
    report = take(
        document(
            annotations=(spans[0], headed),
            relations=(RelationRecord("r", "says", "q", "s", ME),),
            statements=(StatementRecord("t", "claim", ME, {"agreement": True}),),
            variables=(VariableRecord("tone", "negative", ME),),
        )
    )
    assert named(report) == [
        ("s:head", "frozen_round"),
        ("s:actor.who", "frozen_round"),
        ("r", "frozen_round"),
        ("t", "frozen_round"),
        ("tone", "frozen_round"),
    ]


def test_slots_that_do_not_fit_are_named_and_the_statement_stays(project, take) -> None:
    spans = (
        span("source", 16, 24, id="s"),
        span("cue", 13, 16, id="c"),
        span("actor", 0, 4, id="other", who="عمر"),
    )
    slots = {
        "person": {"annotation": "s"},
        "concept": {"annotation": "c"},
        "organisation": "سانا",
        "agreement": "yes",
        "tone": "negative",
    }
    report = take(
        document(
            annotations=spans,
            statements=(
                StatementRecord("t", "claim", ME, slots),
                StatementRecord("u", "claim", ME, {"person": {"annotation": "other"}}),
                StatementRecord("v", "claim", ME, {"person": {"annotation": 7}, "concept": {"annotation": "gone"}}),
                StatementRecord("w", "claim", ME, {"odd": {"a": 1}, "odder": [1], "agreement": False}),
            ),
        )
    )
    assert named(report) == [
        ("t:concept", "bad_slot"),
        ("t:organisation", "bad_slot"),
        ("t:agreement", "bad_slot"),
        ("t:tone", "no_such_variable"),
        ("u:person", "bad_slot"),
        ("v:person", "unknown_annotation"),
        ("v:concept", "unknown_annotation"),
        ("w:odd", "bad_value"),
        ("w:odder", "bad_value"),
    ]
    said = {one.id: dict(one.slots) for one in found(project).statements}
    assert said == {"t": {"person": {"annotation": "s"}}, "w": {"agreement": False}}
    assert [kind.slots for kind in codebook.read(project.db).statement_types] == [
        ("person", "organisation", "concept", "agreement")
    ]


def test_a_statement_that_is_known_gets_what_it_lacks(project, take) -> None:
    take(document(statements=(StatementRecord("t", "claim", ME, {"agreement": True}),)))
    report = take(document(statements=(StatementRecord("t", "claim", ME, {"agreement": False, "concept": "خطر"}),)))
    assert [warned.why.key for warned in report.warnings] == ["value_differs"]
    assert [dict(one.slots) for one in found(project).statements] == [{"agreement": True, "concept": "خطر"}]
    report = take(document(statements=(StatementRecord("t", "story", ME, {}),)))
    assert named(report) == [("t", "id_taken")]


def test_statements_that_count_from_one_in_every_article_and_those_without_ids(project, take) -> None:
    said = (StatementRecord("1", "claim", ME, {"agreement": True}), StatementRecord("", "claim", ME, {"concept": "x"}))
    for _ in range(2):
        take(document("a", statements=said), document("b", statements=said))
    assert overview.of(project.db).statements == 4


def test_a_slot_that_comes_with_the_file_takes_spans_and_words(project, take) -> None:
    spans = (span("source", 16, 24, id="s"), span("cue", 13, 16, id="c"))
    values = ({"annotation": "s"}, {"annotation": "c"}, {"annotation": "s"}, "كلام")
    said = tuple(StatementRecord(str(n), "story", ME, {"hero": value}) for n, value in enumerate(values))
    report = take(document(annotations=spans, statements=said))
    assert report.refused == []
    hero = next(one for one in codebook.read(project.db).variables if one.id == "hero")
    assert (hero.type, hero.labels) == ("text", ("cue", "source"))
    assert [one.slots["hero"] for one in found(project).statements] == list(values)


def test_choices_in_slots_grow_as_they_are_found(project, take) -> None:
    spans = (span("source", 16, 24, id="s"),)
    values = ({"annotation": "s"}, ["a"], ["b", "a"])
    said = tuple(StatementRecord(str(n), "story", ME, {"tags": value}) for n, value in enumerate(values))
    assert take(document(annotations=spans, statements=said)).refused == []
    tags = next(one for one in codebook.read(project.db).variables if one.id == "tags")
    assert ([choice.id for choice in tags.choices], tags.labels) == (["a", "b"], ("source",))


def test_values_out_of_bounds_are_named(project, take) -> None:
    from annotator.operations import variables

    for step in (
        lambda: variables.add_variable(project, {"en": "Force"}, scope="annotation", value_type="number"),
        lambda: variables.edit_variable(project, "force", low=1, high=5),
    ):
        project.journal.commit(step())
    spans = (span("actor", 0, 4, id="a", attributes={"force": 6}), span("cue", 13, 16, id="c", attributes={"force": 0}))
    assert named(take(document(annotations=spans))) == [("a:force", "value_above"), ("c:force", "value_below")]


def test_labels_keep_their_rules_whatever_order_the_spans_come_in(project, take) -> None:
    for label, rule in (
        ("cue", {"within": ("source",)}),
        ("source", {"within": ("quotation",)}),
        ("remedy", {"parts": ("lead",)}),
        ("problem", {"apart": True}),
        ("actor", {"within": ("actor",)}),
    ):
        project.journal.commit(codebook_operations.edit_label(project, label, **rule))
    spans = (
        span("cue", 13, 16, id="inside"),
        span("cue", 0, 4, id="outside"),
        span("source", 13, 24, id="source"),
        span("quotation", 5, 30, id="quotation"),
        span("remedy", 0, 4, id="lead"),
        span("remedy", 60, 65, id="body"),
        span("problem", 31, 37, id="first"),
        span("problem", 31, 44, id="over"),
        span("actor", 0, 4, id="alone"),
    )
    report = take(document(annotations=spans, parts=(PartRecord("lead", 0, 54),)))
    assert sorted(named(report)) == [
        ("alone", "label_not_here"),
        ("body", "label_not_in_part"),
        ("outside", "label_not_here"),
        ("over", "label_overlaps_itself"),
    ]
    assert {one.id for one in found(project).annotations} == {"inside", "source", "quotation", "lead", "first"}


def test_actors_are_met_by_id_then_by_folded_name_then_made(project, take) -> None:
    there = [Actor("x", {"ar": "داعش"}, "group", ("تنظيم الدولة",)), Actor("y", {"en": "Twitter"})]
    project.journal.commit(change("actors", map(added, there)))
    said = (
        ActorRecord("x", {"ar": "اسم آخر"}),
        ActorRecord("f1", {"en": "TWITTER"}),
        ActorRecord("f2", {"ar": "تنظيم الدولة"}),  # called as x is, whom the file tells apart from it
        ActorRecord("", {"ar": "داعِش"}),
        ActorRecord("", {"ar": "جديد"}),
        ActorRecord("", {"ar": "جديد"}),
    )
    words = ("x", "f1", "f2", "دَاعش", "تويتر", "Y.")
    spans = tuple(
        span("actor", place, place + 1, id=f"a{place}", attributes={"actor.who": word})
        for place, word in enumerate(words)
    )
    for _ in range(2):
        assert take(document(annotations=spans, actors=said)).refused == []
    every = {actor.id: actor for actor in actors.every(project.db)}
    names = [next(iter(actor.names.values())) for actor in every.values()]
    assert names == ["داعش", "Twitter", "تنظيم الدولة", "جديد", "تويتر", "Y."]
    held = {one.id: one.attributes["actor.who"] for one in found(project).annotations}
    assert [held[f"a{place}"] for place in range(4)] == ["x", "y", "f2", "x"]
    assert every[held["a5"]].names == {"en": "Y."}
    assert {record.id for record in found(project).actors} == set(held.values())


def test_who_only_one_word_of_blanks_names_is_nobody_known(project, take) -> None:
    said = (ActorRecord("a", {"ar": "\u0640"}), ActorRecord("b", {"ar": "\u0640"}))
    take(document(actors=said))
    assert [actor.id for actor in actors.every(project.db)] == ["a", "b"]


def test_answers_come_after_what_they_answer(project, take) -> None:
    notes = (
        NoteRecord("2", "عمر", "جواب", "2026-01-01", "1"),
        NoteRecord("1", "سارة", "سؤال", "2026-01-02", "", resolved=True, who_id="c-s"),
        NoteRecord("3", "عمر", "ردّ على مفقود", "2026-01-03", "gone"),
    )
    told = [take(document(article, notes=notes)).warnings for article in ("a", "b", "a")]
    assert [[(one.where, one.why.key) for one in each] for each in told] == [[("3", "unknown_thread")]] * 2 + [[]]
    for article in ("a", "b"):
        answer, first, alone = found(project, article).notes
        assert (answer.thread, first.thread, alone.thread) == (first.id, "", "")
        assert (first.resolved, first.who_id) == (True, "c-s")
    assert [one.name for one in codebook.coders(project.db) if one.id == "c-s"] == ["سارة"]


def test_parts_come_as_the_file_says_and_an_article_keeps_its_own(project, take) -> None:
    parts = (
        PartRecord("lead", 5, 9),
        PartRecord("headline", 0, 4),
        PartRecord("caption", 8, 12),
        PartRecord("body", 12, 20),
    )
    report = take(document(parts=parts))
    assert named(report) == [("caption", "bad_span")]
    kept = [(part.kind, part.start, part.end) for part in articles.parts(project.db, "art-1")]
    assert kept == [("headline", 0, 4), ("lead", 5, 9)]
    take(document(parts=(PartRecord("lead", 0, 4),)))
    assert [(part.kind, part.start, part.end) for part in articles.parts(project.db, "art-1")] == kept
    take(document("b", parts=()))
    assert found(project, "b").parts == ()


@pytest.mark.parametrize("body", [BODY])
def test_a_file_that_says_nothing_of_parts_has_them_found(project, take, body) -> None:
    text = f"زيارة الوزير\n{body} ثم انتهت الجولة كلها في مساء اليوم نفسه كما قيل.\nوهذه فقرة أخيرة طويلة."
    take(document("a", text, title="زيارة الوزير"))
    assert [part.kind for part in articles.parts(project.db, "a")] == ["headline", "lead"]
