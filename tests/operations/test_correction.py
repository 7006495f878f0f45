"""Correcting a text: what stays, what is in doubt, what is lost; one action, which one undo takes back whole."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.changes import change
from annotator.core.models import Part
from annotator.core.rows import added, altered
from annotator.core.text import Text
from annotator.operations import annotations, history, notes
from annotator.operations.codings import Where, set_article_variable
from annotator.operations.correction import correct, in_doubt, looked_at, preview, versions
from annotator.store import articles, codebook, codings
from tests.operations.conftest import BODY, document
from tests.operations.desk import Desk

MINISTER, IVANOV = (31, 37), (38, 44)
WRONG = "دمشق - سانا: قال ”الناطق“ 😀 إن الوزيرر Ivanov زار حلب.\nوأضاف أن الزيارة انتهت أمس."


@pytest.fixture
def desk(project, take) -> Desk:
    take(document(parts=()), document("art-2"))
    return Desk(project)


def mended(old: str = "Ivanov", new: str = "Ivanow") -> str:
    return BODY.replace(old, new)


def text_of(desk: Desk, article: str = "art-1") -> str:
    return articles.text(desk.project.db, articles.get(desk.project.db, article).text).body


def test_spans_are_carried_over_and_one_undo_restores_everything(desk) -> None:
    before_it, on_it, behind = desk.label("actor", MINISTER), desk.label("actor", IVANOV), desk.label("cue", (45, 48))
    both = desk.label("source", MINISTER, (38, 48))
    desk.do(annotations.set_head, both, (MINISTER,))
    desk.do(annotations.set_attribute, on_it, "actor.named", True)
    before = desk.tables()
    new = mended("Ivanov", "Iwanoff")
    found = preview(desk.project, "art-1", new)
    assert found.same == 2
    assert {moved.before.id: moved.after.quotes for moved in found.doubt} == {
        on_it: ("Iwanoff",),
        both: ("الوزير", "Iwanoff زار"),
    }
    assert found.lost == ()
    assert desk.tables() == before
    done = desk.do(correct, "art-1", new)
    assert done.facts == {"article": "خبر", "count": 2, "lost": 0, "old": "Ivanov", "new": "Iwanoff"}
    assert text_of(desk) == new
    assert text_of(desk, "art-2") == BODY
    assert [desk.span(span).quotes for span in (before_it, on_it, behind)] == [("الوزير",), ("Iwanoff",), ("زار",)]
    assert desk.span(both).head == (MINISTER,)
    assert all(span.text == Text(new).hash for span in desk.all())
    assert codings.values_of(desk.project.db, on_it)["actor.named"].value is True
    waiting = in_doubt(desk.project, coder=desk.project.coder)
    assert {(one.annotation.id, one.article, one.doubt.was) for one in waiting} == {
        (on_it, "art-1", ("Ivanov",)),
        (both, "art-1", ("الوزير", "Ivanov زار")),
    }
    assert in_doubt(desk.project, coder="somebody else") == []
    assert desk.do(looked_at, [on_it]).facts == {"count": 1}
    assert [one.annotation.id for one in in_doubt(desk.project, coder=desk.project.coder)] == [both]
    history.undo(desk.project)
    history.undo(desk.project)
    assert desk.tables() == before
    assert articles.text(desk.project.db, Text(new).hash).body == new  # texts are never collected


def test_spans_that_lose_all_their_words_go_with_what_hangs_on_them(desk) -> None:
    gone, stays = desk.label("quotation", IVANOV), desk.label("source", MINISTER)
    part_of = desk.label("cue", IVANOV, (45, 48))
    desk.do(annotations.link, "says", gone, stays)
    desk.do(notes.add_note, "annotation", gone, "ملاحظة")
    before = desk.tables()
    new = mended("Ivanov ", "")
    assert [span.id for span in preview(desk.project, "art-1", new).lost] == [gone]
    done = desk.do(correct, "art-1", new)
    assert (done.facts["lost"], done.facts["count"]) == (1, 1)
    assert {span.id for span in desk.all()} == {stays, part_of}
    assert desk.span(part_of).quotes == ("زار",)
    assert codings.relations(desk.project.db, [desk.where.id]) == []
    assert codings.notes(desk.project.db, [gone]) == []
    history.undo(desk.project)
    assert desk.tables() == before


def test_a_span_in_doubt_keeps_the_words_that_it_had_first(desk) -> None:
    span = desk.label("actor", IVANOV)
    desk.do(correct, "art-1", mended("Ivanov", "Ivanow"))
    desk.do(correct, "art-1", mended("Ivanov", "Iwanow"))
    (waiting,) = in_doubt(desk.project, coder=desk.project.coder)
    assert (waiting.annotation.quotes, waiting.doubt.was) == (("Iwanow",), ("Ivanov",))
    desk.do(annotations.remove, [span])
    assert in_doubt(desk.project, coder=desk.project.coder) == []


def test_a_head_whose_words_are_gone_goes(desk) -> None:
    span = desk.label("actor", (31, 44))
    desk.do(annotations.set_head, span, (IVANOV,))
    desk.do(correct, "art-1", mended("Ivanov ", ""))
    assert (desk.span(span).quotes, desk.span(span).head) == (("الوزير",), ())


def test_parts_go_along(desk) -> None:
    text, end = Text(BODY), BODY.index("\n")
    rows = [
        Part("p1", "art-1", text.hash, "headline", 0, end),
        Part("p2", "art-1", text.hash, "lead", end + 1, len(BODY)),
    ]
    desk.project.journal.commit(change("parts", map(added, rows)))
    before = desk.tables()
    new = f"السبت. {BODY}"
    desk.do(correct, "art-1", new)
    there = articles.parts(desk.project.db, "art-1")
    assert [(one.kind, new[one.start : one.end]) for one in there] == [
        ("headline", f"السبت. {BODY[:end]}"),
        ("lead", BODY[end + 1 :]),
    ]
    assert {one.text for one in there} == {Text(new).hash}
    desk.do(correct, "art-1", new[: end + 7])
    assert [one.kind for one in articles.parts(desk.project.db, "art-1")] == ["headline"]
    history.undo(desk.project)
    desk.do(correct, "art-1", new.replace("\n", " "))
    assert [one.kind for one in articles.parts(desk.project.db, "art-1")] == ["headline"]
    history.undo(desk.project)
    history.undo(desk.project)
    assert desk.tables() == before


def test_what_cannot_be_corrected(desk) -> None:
    desk.label("actor", IVANOV)
    desk.refused("same_text", correct, "art-1", BODY)
    desk.refused("same_text", preview, "art-1", BODY.replace("\n", "\r\n"))
    desk.refused("empty_text", correct, "art-1", " \n ")
    desk.refused("no_such_article", correct, "gone", BODY)
    assert desk.refused("bad_character", correct, "art-1", f"{BODY}\0").facts["line"] == 2
    (main,) = codebook.rounds(desk.project.db)
    desk.project.journal.commit(change("freeze", [altered(main, state="frozen")]))
    assert desk.refused("frozen_text", correct, "art-1", mended()).facts == {"round": main.id}
    desk.do(correct, "art-2", mended())
    assert text_of(desk, "art-2") == mended()


def test_an_article_without_spans_that_was_handed_in_stays_too(desk) -> None:
    desk.do(set_article_variable, desk.where, "tone", "negative")
    (main,) = codebook.rounds(desk.project.db)
    desk.project.journal.commit(change("freeze", [altered(main, state="frozen")]))
    desk.refused("frozen_text", correct, "art-1", mended())


def test_settled_work_of_a_frozen_round_is_no_reason(desk) -> None:
    settled = Where("art-1", desk.project.coder, kind="settled")
    span = str(desk.do(annotations.label_span, settled, "actor", (IVANOV,)).facts["annotation"])
    (main,) = codebook.rounds(desk.project.db)
    desk.project.journal.commit(change("freeze", [altered(main, state="frozen")]))
    desk.do(correct, "art-1", mended())
    assert desk.span(span).quotes == ("Ivanow",)


def test_a_span_on_another_version_comes_home(desk) -> None:
    span = desk.label("actor", MINISTER)
    desk.project.journal.commit(change("import", [Text(WRONG)]))
    row = altered(desk.span(span), text=Text(WRONG).hash)
    desk.project.journal.commit(change("import", [Text(WRONG), row]))
    desk.refused("text_changed", annotations.relabel, span, "cue")
    desk.do(correct, "art-1", mended())
    assert desk.span(span).text == Text(mended()).hash
    desk.do(annotations.relabel, span, "cue")


def test_the_versions_are_what_the_log_tells(desk) -> None:
    hashes = [Text(body).hash for body in (BODY, mended(), mended("أمس", "اليوم"))]
    desk.do(correct, "art-1", mended())
    desk.do(correct, "art-1", mended("أمس", "اليوم"))
    found = versions(desk.project, "art-1")
    assert [edition.text for edition in found] == hashes
    assert {edition.who for edition in found} == {desk.project.coder}
    assert sorted(edition.at for edition in found) == [edition.at for edition in found]
    history.undo(desk.project)
    assert [edition.text for edition in versions(desk.project, "art-1")] == hashes[:2]
    history.redo(desk.project)
    assert [edition.text for edition in versions(desk.project, "art-1")] == hashes


def test_the_history_tells_the_words_that_changed(desk) -> None:
    long = BODY.replace("الوزير Ivanov زار حلب", "كلام " * 30)
    facts = desk.do(correct, "art-1", long).facts
    assert facts["old"] == "الوزير Ivanov زار حلب."
    assert len(str(facts["new"])) == 40
    facts = desk.do(correct, "art-1", f"{long} نعم").facts
    assert (facts["old"], facts["new"]) == ("أمس.", "أمس. نعم")


edits = st.lists(
    st.tuples(st.integers(0, 80), st.integers(0, 12), st.sampled_from(["", "ن", "كلمة ", "x y", "\n"])), max_size=4
)
ranges = st.lists(st.tuples(st.integers(0, 70), st.integers(1, 11)), min_size=1, max_size=5)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ranges, edits)
def test_what_is_called_same_says_the_same_words_and_undo_gives_equal_tables(desk, drawn, edited) -> None:
    new = BODY
    for at, length, words in edited:
        new = new[:at] + words + new[at + length :]
    made = [desk.label("actor", (a, a + n)) for a, n in set(drawn)]
    quotes = {span.id: span.quotes for span in desk.all()}
    before = desk.tables()
    if new == BODY or not new.strip():
        desk.refused("same_text" if new == BODY else "empty_text", correct, "art-1", new)
    else:
        found = preview(desk.project, "art-1", new)
        desk.do(correct, "art-1", new)
        now = {span.id: span for span in desk.all()}
        doubtful = {one.annotation.id for one in in_doubt(desk.project, coder=desk.project.coder)}
        assert doubtful == {moved.before.id for moved in found.doubt}
        assert set(now) == set(quotes) - {span.id for span in found.lost}
        assert found.same + len(found.doubt) + len(found.lost) == len(quotes)
        for name, span in now.items():
            assert span.quotes == tuple(new[start:end] for start, end in span.fragments)
            assert name in doubtful or span.quotes == quotes[name]
        history.undo(desk.project)
    assert desk.tables() == before
    desk.do(annotations.remove, made)
