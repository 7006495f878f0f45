"""Notes as threads: what one may do to one's own and to others'."""

from __future__ import annotations

import pytest

from annotator.core.errors import AnnotatorError
from annotator.operations import annotations, history, notes, people
from annotator.operations.codings import Where
from annotator.store import codings
from annotator.store import notes as reader
from tests.operations.conftest import document


@pytest.fixture
def span(project, take) -> str:
    take(document())
    done = project.journal.commit(annotations.label_span(project, Where("art-1", project.coder), "actor", ((16, 24),)))
    return str(done.facts["annotation"])


def do(project, operation, *args):
    return project.journal.commit(operation(project, *args))


def write(project, *args) -> str:
    return str(do(project, notes.add_note, *args).facts["id"])


def refused(project, key: str, operation, *args) -> None:
    before = len(project.journal.entries())
    with pytest.raises(AnnotatorError, match=key):
        do(project, operation, *args)
    assert len(project.journal.entries()) == before


def other(project) -> str:
    return str(do(project, people.add_coder, "عمر").facts["coder"])


def bodies(project, owner: str) -> list[str]:
    return [note.body for note in codings.notes(project.db, [owner])]


def test_a_thread_on_a_span_an_article_and_a_label(project, span):
    for kind, owner in (("annotation", span), ("article", "art-1"), ("label", "cue")):
        first = write(project, kind, owner, "سؤال")
        answered = do(project, notes.answer, first, "جواب")
        again = do(project, notes.answer, str(answered.facts["id"]), "جواب ثان")
        there = codings.notes(project.db, [owner])
        assert {note.body: note.thread for note in there} == {"سؤال": "", "جواب": first, "جواب ثان": first}
        assert {note.owner_kind for note in there} == {kind}
        assert again.facts["note"] == "جواب ثان"


def test_what_is_not_there_gets_no_note(project, span):
    refused(project, "no_such_annotation", notes.add_note, "annotation", "none", "x")
    refused(project, "no_such_article", notes.add_note, "article", "none", "x")
    refused(project, "no_such_label", notes.add_note, "label", "none", "x")
    refused(project, "no_such_note", notes.answer, "none", "x")
    refused(project, "no_such_note", notes.resolve, "none")
    first = write(project, "annotation", span, "سؤال")
    refused(project, "empty_note", notes.answer, first, " \n")
    refused(project, "empty_note", notes.add_note, "article", "art-1", " \n")
    refused(project, "no_such_note", notes.edit_note, "none", "x")


def test_only_ones_own_note_is_rewritten_or_taken_away(project, span):
    first = write(project, "annotation", span, "سؤال")
    project.act_as(other(project))
    refused(project, "not_your_note", notes.edit_note, first, "غيره")
    refused(project, "not_your_note", notes.remove_note, first)
    answer = str(do(project, notes.answer, first, "جواب").facts["id"])
    do(project, notes.edit_note, answer, "جواب آخر")
    assert sorted(bodies(project, span)) == ["جواب آخر", "سؤال"]


def test_the_first_note_goes_with_its_answers_and_comes_back_with_them(project, span):
    first, beside = write(project, "annotation", span, "أول"), write(project, "annotation", span, "ثان")
    do(project, notes.answer, first, "جواب")
    before = codings.notes(project.db, [span])
    do(project, notes.remove_note, first)
    assert [note.id for note in codings.notes(project.db, [span])] == [beside]
    history.undo(project)
    assert sorted(codings.notes(project.db, [span]), key=lambda note: note.id) == sorted(
        before, key=lambda note: note.id
    )


def test_an_answer_goes_alone(project, span):
    first = write(project, "annotation", span, "أول")
    answer = str(do(project, notes.answer, first, "جواب").facts["id"])
    do(project, notes.edit_note, answer, " ")
    assert bodies(project, span) == ["أول"]


def test_an_answer_to_an_answer_is_of_the_same_thread(project, span):
    first = write(project, "annotation", span, "أول")
    answer = str(do(project, notes.answer, first, "جواب").facts["id"])
    second = str(do(project, notes.answer, answer, "جواب الجواب").facts["id"])
    assert [reader.note(project.db, one).thread for one in (first, answer, second)] == ["", first, first]


def test_a_resolved_thread_is_opened_by_hand_or_by_an_answer(project, span):
    first = write(project, "annotation", span, "أول")
    answer = str(do(project, notes.answer, first, "جواب").facts["id"])
    do(project, notes.resolve, answer)
    assert reader.note(project.db, first).resolved
    assert not reader.note(project.db, answer).resolved
    do(project, notes.resolve, first, False)
    assert not reader.note(project.db, first).resolved
    do(project, notes.resolve, first)
    do(project, notes.answer, first, "بل لا")
    assert not reader.note(project.db, first).resolved


def test_an_answer_whose_thread_another_copy_removed_stands_for_it(project, span):
    first = write(project, "annotation", span, "أول")
    answer = str(do(project, notes.answer, first, "جواب").facts["id"])
    project.db.execute('delete from "note" where "id" = ?', [first])
    do(project, notes.resolve, answer)
    assert reader.note(project.db, answer).resolved


def test_the_open_threads_are_those_that_one_may_see(project, span):
    mine, on_article = write(project, "annotation", span, "لي"), write(project, "article", "art-1", "للجميع")
    done = write(project, "label", "cue", "انتهى")
    do(project, notes.resolve, done)
    do(project, notes.answer, mine, "جواب")
    assert {note.id for note in reader.unresolved(project.db, project.coder)} == {mine, on_article}
    project.act_as(other(project))
    assert {note.id for note in reader.unresolved(project.db, project.coder)} == {on_article}
    asked = write(project, "annotation", span, "لماذا؟")
    assert {note.id for note in reader.unresolved(project.db, project.coder)} == {asked, on_article}
