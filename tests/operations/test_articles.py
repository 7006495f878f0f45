"""Articles come in with all that was said of them, are known again, and go with all that hangs on them."""

from __future__ import annotations

import pytest

from annotator.core.errors import AnnotatorError
from annotator.formats.records import (
    CodingRecord,
    NoteRecord,
    Origin,
    RelationRecord,
    StatementRecord,
    VariableRecord,
    Whose,
)
from annotator.operations import annotations, articles, history
from annotator.operations.codings import Where
from annotator.operations.selection import Selection, documents
from annotator.store import articles as reader
from annotator.store import codebook, overview
from tests.operations.conftest import BODY, document, span


def one(project, article="art-1", **chosen):
    (found,) = documents(project, Selection(**chosen), [article])
    return found


def rich(**more):
    return document(
        codings=(CodingRecord(Whose("ليلى", "c-l"), "done"),),
        annotations=(
            span("quotation", 26, 33, who="ليلى", who_id="c-l", id="q", attributes={"quotation.type": "direct"}),
            span("source", 16, 24, who="ليلى", who_id="c-l", id="s", notes=(NoteRecord("n1", "ليلى", "من هو؟"),)),
        ),
        relations=(RelationRecord("r1", "says", "q", "s", Whose("ليلى", "c-l")),),
        statements=(StatementRecord("t1", "claim", Whose("ليلى", "c-l"), {"who": {"annotation": "s"}, "yes": True}),),
        variables=(VariableRecord("tone", "negative", Whose("ليلى", "c-l")),),
        notes=(NoteRecord("n2", "ليلى", "مقال مهم"),),
        meta={"outlet": "سانا"},
        **more,
    )


def test_everything_said_of_an_article_comes_in_as_one_action_and_goes_out_equal(project, take) -> None:
    report = take(rich())
    assert (report.articles_added, report.annotations_added, report.refused, report.warnings) == (1, 2, [], [])
    found = one(project)
    assert [(a.id, a.label, a.quotes) for a in found.annotations] == [
        ("s", "source", (BODY[16:24],)),
        ("q", "quotation", (BODY[26:33],)),
    ]
    assert found.codings[0].status == "done"
    assert found.relations[0].source == "q"
    assert found.statements[0].slots == {"who": {"annotation": "s"}, "yes": True}
    assert found.variables[0].value == "negative"
    assert [note.body for note in (*found.notes, *found.annotations[0].notes)] == ["مقال مهم", "من هو؟"]
    assert [c.name for c in codebook.coders(project.db)] == ["سارة", "ليلى"]
    history.undo(project)
    assert overview.of(project.db).articles == 0
    assert [c.name for c in codebook.coders(project.db)] == ["سارة"]
    history.redo(project)
    assert one(project) == found


def test_twice_is_once(project, take) -> None:
    take(rich())
    before = one(project)
    report = take(rich())
    assert (report.articles_added, report.articles_known) == (0, 1)
    assert (report.annotations_added, report.annotations_known) == (0, 2)
    assert one(project) == before
    assert len(project.journal.entries()) == 4  # project, coder, codebook, import


def test_a_known_article_gets_its_new_annotations(take) -> None:
    take(document(annotations=(span("actor", 0, 4),)))
    report = take(document(annotations=(span("actor", 0, 4), span("cue", 13, 16))))
    assert (report.articles_known, report.annotations_known, report.annotations_added) == (1, 1, 1)


def test_without_an_id_the_text_tells_it(take) -> None:
    assert take(document("")).articles_added == 1
    report = take(document("", title="نسخة أخرى"), document("", BODY + "."), document("", BODY + "."))
    assert (report.articles_added, report.articles_known) == (1, 2)


def test_one_text_under_two_ids_is_two_articles(take) -> None:
    assert take(document("a"), document("b")).articles_added == 2


def test_a_known_id_over_another_text_is_refused_and_named(take) -> None:
    take(document("a"))
    report = take(
        document("a", "نص آخر", origin=Origin("f", 3, "utf-8", "", had_bom=False, line_ends="lf")), document("b")
    )
    (refused,) = report.refused
    assert (refused.what, refused.where, refused.why.key) == ("article", "3", "other_text")
    assert report.articles_added == 1


def test_a_missing_title_is_the_first_words(project, take) -> None:
    take(document("a", "\n\n  عنوان هنا\nثم النص", title=""), document("b", "كلمة " * 40, title=" "))
    assert reader.get(project.db, "a").title == "عنوان هنا"
    assert len(reader.get(project.db, "b").title) == 80


def test_where_an_article_came_from_is_kept(project, take) -> None:
    take(document("a", origin=Origin("خبر.txt", 0, "cp1256", "ab" * 32, had_bom=True, line_ends="crlf")))
    (source,) = reader.sources(project.db, "a")
    assert (source.name, source.codec, source.had_bom, source.line_ends) == ("خبر.txt", "cp1256", True, "crlf")
    assert source.format == "jsonl"


def test_labels_variables_rounds_and_links_that_are_missing_are_added(project, take) -> None:
    report = take(
        document(
            annotations=(
                span("إطار", 0, 4, id="a", round="pilot", attributes={"sure": True, "n": 2, "who": "x", "tags": ["ب"]}),
                span("frame", 5, 6, id="b", round="pilot", attributes={"tags": ["ب", "ت"], "none": None}),
            ),
            relations=(RelationRecord("", "near", "a", "b", Whose(round="pilot")),),
        )
    )
    assert report.labels_added == ["إطار", "frame"]
    assert report.refused == []
    book = codebook.read(project.db)
    labels = {label.id: label.names for label in book.labels}
    assert labels["إطار"] == {"ar": "إطار"}
    assert labels["frame"] == {"en": "frame"}
    types = {one.id: one.type for one in book.variables}
    assert {name: types[name] for name in ("sure", "n", "who", "tags")} == {
        "sure": "yesno",
        "n": "number",
        "who": "text",
        "tags": "choices",
    }
    assert [choice.id for v in book.variables if v.id == "tags" for choice in v.choices] == ["ب", "ت"]
    assert [one.kind for one in codebook.rounds(project.db) if one.id == "pilot"] == ["pilot"]
    assert one(project).relations[0].label == "near"


def test_values_that_the_codebook_does_not_allow_are_named_and_the_span_stays(take) -> None:
    report = take(
        document(
            annotations=(
                span("actor", 0, 4, id="a", attributes={"actor.role": "clown", "cue.stance": "neutral", "tone": "x"}),
                span("actor", 5, 6, id="b", attributes={"actor.role": ["victim"], "odd": {"a": 1}}),
            )
        )
    )
    assert report.annotations_added == 2
    keys = ["bad_value", "attribute_not_here", "no_such_variable", "bad_value", "bad_value"]
    assert [refused.why.key for refused in report.refused] == keys
    assert {refused.what for refused in report.refused} == {"other"}


def test_a_value_that_differs_stays_and_is_warned_of(project, take) -> None:
    take(document(variables=(VariableRecord("tone", "negative", Whose()),)))
    report = take(document(variables=(VariableRecord("tone", "positive", Whose()),)))
    assert [warned.why.key for warned in report.warnings] == ["value_differs"]
    assert one(project).variables[0].value == "negative"


@pytest.mark.parametrize(
    ("bad", "key"),
    [
        (span("", 0, 4), "no_label"),
        (span("actor", 0, 4, body="غيره كله"), "quote_mismatch"),
        (span("actor", 400, 404, body="x" * 500), "bad_span"),
    ],
)
def test_a_span_that_does_not_fit_is_refused_and_named_and_its_article_stays(project, take, bad, key) -> None:
    report = take(document(annotations=(bad, span("cue", 13, 16))))
    assert [(refused.what, refused.why.key) for refused in report.refused] == [("annotation", key)]
    assert (report.articles_added, report.annotations_added) == (1, 1)
    assert len(one(project).codings) == 1


def test_strict_takes_nothing_when_one_thing_is_refused(project, take) -> None:
    with pytest.raises(AnnotatorError, match="refused_strict"):
        take(document(annotations=(span("", 0, 4),)), strict=True)
    assert overview.of(project.db).articles == 0


def test_nothing_at_all_is_an_error(project, take) -> None:
    with pytest.raises(AnnotatorError, match="nothing_taken"):
        take(coder="جديد")
    assert [c.name for c in codebook.coders(project.db)] == ["سارة"]


def test_ids_that_count_from_one_in_every_article_and_coding_do_not_clash(project, take) -> None:
    def numbered(article: str, who: str):
        return document(
            article,
            annotations=(span("quotation", 26, 33, id="1", who=who), span("source", 16, 24, id="2", who=who)),
            relations=(RelationRecord("1", "says", "1", "2", Whose(who)),),
        )

    report = take(numbered("a", "x"), numbered("b", "x"), numbered("b", "y"))
    assert (report.annotations_added, report.refused) == (6, [])
    assert len(one(project, "b").relations) == 2
    again = take(numbered("a", "x"), numbered("b", "x"), numbered("b", "y"))
    assert (again.annotations_known, again.annotations_added) == (6, 0)


def test_an_id_over_another_segment_of_the_same_coding_is_refused(take) -> None:
    take(document(annotations=(span("actor", 0, 4, id="1"),)))
    report = take(document(annotations=(span("actor", 5, 6, id="1"),)))
    assert [refused.why.key for refused in report.refused] == ["id_taken"]


def test_a_frozen_round_takes_nothing_new_but_knows_what_it_has(project, take) -> None:
    from annotator.core.changes import change
    from annotator.core.rows import altered

    take(document(annotations=(span("actor", 0, 4),)))
    (main,) = codebook.rounds(project.db)
    project.journal.commit(change("freeze", [altered(main, state="frozen")]))
    report = take(
        document(annotations=(span("actor", 0, 4), span("cue", 13, 16))),
        document("b", annotations=(span("cue", 13, 16),)),
    )
    assert report.annotations_known == 1
    assert [refused.why.key for refused in report.refused] == ["frozen_round", "frozen_round"]
    with pytest.raises(AnnotatorError, match="frozen_round"):
        articles.remove_articles(project, ["art-1"])


def test_links_that_cannot_be_are_named(take) -> None:
    spans = (
        span("actor", 0, 4, id="a"),
        span("source", 16, 24, id="s"),
        span("actor", 5, 6, id="other", who="y"),
    )
    links = (
        RelationRecord("", "says", "a", "s", Whose()),  # the codebook wants a quotation
        RelationRecord("", "near", "a", "other", Whose()),
        RelationRecord("", "near", "a", "a", Whose()),
        RelationRecord("", "near", "a", "gone", Whose()),
    )
    report = take(document(annotations=spans, relations=links))
    assert [refused.why.key for refused in report.refused] == [
        "bad_link",
        "bad_link",
        "link_to_itself",
        "unknown_annotation",
    ]


def test_two_coders_of_one_name_are_told_apart_by_id(project, take) -> None:
    report = take(document(annotations=(span("actor", 0, 4, who="سارة", who_id="x"), span("cue", 13, 16, who="سارة"))))
    assert [(c.id == "x", c.name) for c in codebook.coders(project.db)] == [(False, "سارة"), (True, "سارة")]
    assert [refused.why.key for refused in report.refused] == ["ambiguous_coder"]
    assert take(document(annotations=(span("cue", 13, 16, who="x"),))).annotations_added == 1


def test_empty_notes_are_left_out_and_notes_without_ids_come_once(project, take) -> None:
    noted = document(notes=(NoteRecord("", "ن", "مرة"), NoteRecord("", "ن", " ")))
    take(noted)
    take(noted)
    assert [note.body for note in one(project).notes] == ["مرة"]


def test_positions_follow_each_other_without_growing(project, take) -> None:
    take(*(document(str(number), f"نص {number}") for number in range(300)))
    take(document("last", "آخر"))
    assert reader.order(project.db) == [*map(str, range(300)), "last"]
    assert len(reader.last_position(project.db)) < 8


def test_rename_and_direction_and_undo(project, take) -> None:
    take(document())
    project.journal.commit(articles.rename_article(project, "art-1", " جديد "))
    project.journal.commit(articles.set_direction(project, "art-1", "ltr"))
    article = reader.get(project.db, "art-1")
    assert (article.title, article.direction) == ("جديد", "ltr")
    history.undo(project)
    assert reader.get(project.db, "art-1").direction == ""
    with pytest.raises(AnnotatorError, match="empty_title"):
        articles.rename_article(project, "art-1", " ")


def test_an_article_goes_with_all_that_hangs_on_it_and_comes_back(project, take) -> None:
    take(rich(), document("b", "آخر", origin=Origin("f", 0, "utf-8", "", had_bom=False, line_ends="lf")))
    where = Where("art-1", project.coder)
    project.journal.commit(annotations.label_span(project, where, "actor", ((0, 4),)))
    before = one(project)
    project.journal.commit(articles.remove_articles(project, ["art-1", "b"]))
    counts = overview.of(project.db)
    assert (counts.articles, counts.annotations, counts.relations, counts.statements) == (0, 0, 0, 0)
    with pytest.raises(AnnotatorError, match="no_such_article"):
        articles.remove_articles(project, ["art-1"])
    history.undo(project)
    assert one(project) == before
    project.journal.commit(articles.remove_articles(project, ["b"]))
    assert project.journal.entries()[0].facts == {"article": "خبر"}


def test_one_coder_named_by_id_and_by_name_has_one_coding(project, take) -> None:
    spans = (
        span("actor", 0, 4, id="1", who="سارة"),
        span("actor", 0, 4, id="2", who="سارة", who_id=project.coder),
        span("actor", 5, 6, id="1", who="سارة", who_id=project.coder),
    )
    report = take(document(annotations=spans))
    assert (report.annotations_added, report.annotations_known) == (1, 1)
    assert [refused.why.key for refused in report.refused] == ["id_taken"]
    assert len(one(project).codings) == 1


def test_an_id_taken_twice_over_is_refused_not_lost(take) -> None:
    take(document("a", annotations=(span("actor", 0, 4, id="1"),)))
    take(document("b", annotations=(span("actor", 0, 4, id="1"),)))
    report = take(document("b", annotations=(span("actor", 5, 6, id="1"),)))
    assert [refused.why.key for refused in report.refused] == ["id_taken"]


def test_a_new_coder_who_is_named_in_the_file_too_is_one(project, take) -> None:
    take(document())
    take(document(annotations=(span("actor", 0, 4, who="جديد"),)), coder="جديد")
    assert [coder.name for coder in codebook.coders(project.db)] == ["سارة", "جديد"]
