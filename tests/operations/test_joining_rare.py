"""What seldom happens when copies are joined: two versions of a text, three copies, what was undone in between."""

from __future__ import annotations

import gc
import shutil

import pytest

from annotator.operations import (
    actors,
    annotations,
    articles,
    clashes,
    codebook,
    correction,
    history,
    joining,
    notes,
    parts,
    people,
    review,
    rounds,
    sealing,
    statements,
)
from annotator.operations.clash_words import Words
from annotator.operations.codings import Where
from annotator.operations.intake import Incoming
from annotator.operations.landing import Landing, Texts
from annotator.store import articles as reader
from annotator.store import codebook as labels
from annotator.store import joined
from tests.operations.conftest import BODY, document, span
from tests.operations.copies import Copy
from tests.operations.deeds import DEEDS
from tests.operations.test_joining_pairs import merged


@pytest.fixture
def three(base, tmp_path):
    made = []
    for name in ("ours", "theirs", "third"):
        shutil.copy(base, tmp_path / f"{name}.annot")
        made.append(Copy(tmp_path / f"{name}.annot"))
    yield made
    for copy in made:
        copy.close()


def whys(copy: Copy) -> dict[str, str]:
    return {clash.tbl: clash.why for clash in joined.clashes(copy.project.db, state="open")}


def quotation(copy: Copy) -> str:
    return next(one.id for one in copy.all() if one.label == "quotation")


# --- what waits and is looked at again


def test_a_clash_that_still_waits_stays_as_it_is_when_more_comes(three) -> None:
    ours, theirs, _ = three
    theirs.do(articles.rename_article, "art-1", "هناك")
    ours.do(articles.rename_article, "art-1", "هنا")
    ours.merge(theirs)
    was = joined.clashes(ours.project.db)
    theirs.label("cue", (13, 16))
    assert ours.merge(theirs).taken == 1
    assert joined.clashes(ours.project.db) == was
    ours.whole()


def test_what_waited_for_one_thing_may_wait_for_another(three) -> None:
    ours, theirs, _ = three
    gone = ours.do(articles.remove_articles, ["art-2"])
    DEEDS["label elsewhere"](theirs)
    ours.merge(theirs)
    assert whys(ours) == {"coding": "lacking", "annotation": "lacking"}
    ours.project.journal.take_back(gone.id)
    ours.do(sealing.freeze, "main")
    theirs.do(articles.rename_article, "art-1", "هناك")
    ours.merge(theirs)
    assert whys(ours) == {"coding": "frozen", "annotation": "frozen"}
    ours.whole()


def test_work_in_a_round_that_is_open_comes_though_another_is_frozen(three) -> None:
    ours, theirs, _ = three
    theirs.do(rounds.open_round, "pilot")
    ours.merge(theirs)
    ours.do(sealing.freeze, "main")
    theirs.do(annotations.label_span, Where("art-2", theirs.project.coder, "pilot"), "actor", ((0, 4),))
    assert ours.merge(theirs).clashes == ()
    ours.whole()


def test_an_article_that_comes_brings_its_text_and_its_spans(three) -> None:
    ours, theirs, _ = three
    new = document("art-3", body="نص جديد تماما.", annotations=(span("actor", 0, 2, body="نص جديد تماما."),))
    incoming = iter([Incoming(new, "file.jsonl", "jsonl")])
    change, _ = articles.take_in(theirs.project, incoming, coder=people.acting(theirs.project))
    theirs.project.journal.commit(change)
    assert merged(ours, theirs) == 0
    assert ours.rows() == theirs.rows()


# --- the machine


def test_planning_tells_how_far_it_is_and_leaves_the_collector_as_it_was(three, monkeypatch) -> None:
    ours, theirs, _ = three
    monkeypatch.setattr(joining, "_EVERY", 1)
    theirs.label("cue", (13, 16))
    DEEDS["title"](theirs)
    heard: list[int] = []
    gc.disable()
    try:
        joining.plan(ours.project, theirs.log(), theirs.text, tell=heard.append)
        assert not gc.isenabled()
    finally:
        gc.enable()
    assert heard == [1, 2]
    joining.plan(ours.project, theirs.log(), theirs.text)
    assert gc.isenabled()


# --- what depends on what


def test_a_statement_that_holds_an_actor_who_was_removed_here_waits(three) -> None:
    ours, theirs, _ = three
    actor = theirs.project.db.execute('select "id" from "actor"').fetchone()[0]
    theirs.do(statements.add_statement, theirs.where, "claim", {"person": {"actor": actor}})
    DEEDS["other actor"](ours)
    ours.do(actors.remove_actor, actor)
    ours.merge(theirs)
    assert set(whys(ours).values()) == {"lacking"}
    ours.whole()


def test_a_label_that_stays_lets_in_what_a_third_person_coded_with_it(three) -> None:
    ours, theirs, third = three
    label = next(one.id for one in labels.read(ours.project.db).labels if "رمز" in one.names.values())
    third.label(label, (45, 48))
    theirs.do(codebook.remove_label, label)
    theirs.merge(third)
    assert whys(theirs) == {"annotation": "lacking"}
    ours.do(codebook.edit_label, label, names={"ar": "اسم"})
    ours.merge(theirs)
    assert whys(ours) == {"label": "deleted_there"}
    assert any(one.label == label for one in ours.all())
    ours.whole()


def test_what_else_was_done_in_the_codebook_comes_though_a_removal_is_held(three) -> None:
    ours, theirs, _ = three
    label = next(one.id for one in labels.read(ours.project.db).labels if "رمز" in one.names.values())
    used = ours.label(label, (45, 48))
    theirs.merge(ours)
    ours.label(label, (31, 37))
    theirs.do(annotations.relabel, used, "cue")
    theirs.do(codebook.edit_label, "cue", names={"ar": "فعل النقل"})
    theirs.do(codebook.remove_label, label)
    ours.merge(theirs)
    assert whys(ours) == {"label": "still_used"}
    assert ours.span(used).label == "cue"
    assert codebook.existing(ours.project, "cue").names == {"ar": "فعل النقل"}
    ours.whole()


@pytest.mark.parametrize("here", ["a", "b"])
def test_what_a_held_decision_settled_is_held_with_it(three, here) -> None:
    ours, theirs, _ = three
    for copy, take in ((ours, here), (theirs, "ab".replace(here, ""))):
        case = next(iter(review.cases(copy.project)))
        missing = next(one for one in review.work(copy.project, case).open if one.kind == "missing")
        copy.do(review.settle, case, missing.id, review.Ruling(take))
    ours.merge(theirs)
    assert {tbl: why for tbl, why in whys(ours).items() if tbl != "coding"} in (
        {"decision": "changed"},
        {"decision": "changed", "annotation": "lacking"},
    )
    (waits,) = clashes.waiting(ours.project)
    ours.whole()
    ours.do(clashes.settle, waits.clash.id, "theirs")
    assert ours.rows()["decision"] == theirs.rows()["decision"]
    ours.whole()


def test_an_article_removed_there_stays_with_all_that_is_in_it(three) -> None:
    ours, theirs, _ = three
    DEEDS["note"](ours)
    DEEDS["remove article"](theirs)
    ours.merge(theirs)
    (found,) = clashes.waiting(ours.project)
    assert (found.clash.tbl, found.clash.why) == ("article", "still_used")
    ours.whole()


def test_a_span_set_anew_where_it_was_removed_is_no_twin(three) -> None:
    ours, theirs, _ = three
    theirs.do(annotations.remove, [next(one.id for one in theirs.all() if one.label == "actor")])
    new = theirs.label("actor", (31, 37))
    assert ours.merge(theirs).clashes == ()
    assert [one.id for one in ours.all() if one.label == "actor"] == [new]


# --- versions of a text


def test_a_part_whose_paragraph_is_gone_goes_with_it(three) -> None:
    ours, theirs, _ = three
    ours.do(parts.set_part, "art-2", "caption", 60, 60)
    text = reader.text(theirs.project.db, reader.get(theirs.project.db, "art-2").text).body
    theirs.do(correction.correct, "art-2", text.split("\n")[0] + "\n")
    ours.merge(theirs)
    assert "caption" not in {part.kind for part in reader.parts(ours.project.db, "art-2")}
    ours.whole()


def test_a_correction_that_would_leave_nothing_of_a_span_of_ours_waits(three) -> None:
    ours, theirs, _ = three
    mine = ours.label("loaded-term", (17, 25))
    DEEDS["correct away"](theirs)
    ours.merge(theirs)
    assert whys(ours)["article"] == "lost"
    assert ours.body() == BODY
    assert ours.span(mine) is not None
    ours.whole()


def test_a_correction_that_leaves_nothing_of_a_span_comes_with_the_removal_of_that_span(three) -> None:
    ours, theirs, _ = three
    DEEDS["remove"](theirs)
    DEEDS["correct away"](theirs)
    assert ours.merge(theirs).clashes == ()
    assert ours.rows() == theirs.rows()
    ours.whole()


def test_a_correction_waits_with_a_removal_that_waits(three) -> None:
    ours, theirs, _ = three
    DEEDS["remove"](theirs)
    DEEDS["correct away"](theirs)
    ours.do(notes.add_note, "annotation", quotation(ours), "لا تحذفه")
    ours.merge(theirs)
    assert whys(ours)["article"] == "lost"
    assert ours.body() == BODY
    ours.whole()


def test_a_span_on_words_that_a_correction_here_took_out_waits(three) -> None:
    ours, theirs, _ = three
    DEEDS["correct away"](ours)
    theirs.label("loaded-term", (17, 25))
    ours.merge(theirs)
    assert whys(ours) == {"annotation": "lost"}
    ours.whole()


def test_what_a_third_corrected_carries_a_span_that_only_changed_its_label(three) -> None:
    ours, theirs, third = three
    new = ours.label("cue", (13, 16))
    theirs.merge(ours)
    third.do(correction.correct, "art-1", BODY.replace("سانا", "وكالة سانا"))
    theirs.merge(third)
    theirs.do(annotations.relabel, new, "loaded-term")
    ours.merge(theirs)
    assert (ours.span(new).label, ours.span(new).quotes) == ("loaded-term", ("قال",))
    assert "وكالة" in ours.body()
    ours.whole()


def test_settled_there_on_a_corrected_text_and_here_before(three) -> None:
    ours, theirs, _ = three
    DEEDS["settle agreed"](ours)
    theirs.do(correction.correct, "art-1", BODY.replace("أمس", "البارحة"))
    DEEDS["settle agreed"](theirs)
    ours.merge(theirs)
    assert "البارحة" in ours.body()
    ours.whole()


def test_a_span_moved_there_to_the_same_word_elsewhere_while_its_word_was_corrected_here_waits(three) -> None:
    ours, theirs, _ = three
    body = "قال إن قال."
    for copy in (ours,):
        incoming = iter([Incoming(document("art-3", body=body), "file.jsonl", "jsonl")])
        change, _ = articles.take_in(copy.project, incoming, coder=people.acting(copy.project))
        copy.project.journal.commit(change)
    where = Where("art-3", ours.project.coder)
    new = str(ours.do(annotations.label_span, where, "cue", ((0, 3),)).facts["annotation"])
    theirs.merge(ours)
    ours.do(correction.correct, "art-3", "زعم إن قال.")
    theirs.do(annotations.resize, new, ((7, 10),))
    ours.merge(theirs)
    assert whys(ours) == {"annotation": "lost"}
    ours.whole()


def test_words_that_are_not_those_of_their_text_stand_nowhere(three) -> None:
    ours, _, _ = three
    quote = quotation(ours)
    old = joined.rows(ours.project.db, "annotation", [quote])[quote]
    DEEDS["correct"](ours)
    landing = Landing(ours.project, Texts(ours.project, lambda _: None))
    target = reader.get(ours.project.db, "art-1").text
    assert landing.stands("annotation", old, target) is not None
    assert landing.stands("annotation", {**old, "quotes": '["غيرها"]'}, target) is None


def test_an_edge_moved_there_prevails_on_the_text_that_was_corrected_since(three) -> None:
    ours, theirs, _ = three
    quote = quotation(ours)
    ours.do(annotations.resize, quote, ((18, 24),))
    theirs.do(annotations.resize, quote, ((17, 24),))
    ours.merge(theirs)
    ours.do(correction.correct, "art-1", BODY.replace("سانا", "وكالة سانا"))
    (found,) = clashes.waiting(ours.project)
    ours.do(clashes.settle, found.clash.id, "theirs")
    assert ours.span(quote).quotes == theirs.span(quote).quotes
    ours.whole()


def test_an_edge_moved_on_from_one_that_was_undone_here_waits(three) -> None:
    ours, theirs, _ = three
    quote = quotation(ours)
    moved = ours.do(annotations.resize, quote, ((18, 24),))
    theirs.merge(ours)
    ours.project.journal.undo()
    assert moved.name == "resize"
    ours.do(correction.correct, "art-1", BODY.replace("سانا", "وكالة سانا"))
    theirs.do(annotations.resize, quote, ((18, 23),))
    ours.merge(theirs)
    assert whys(ours) == {"annotation": "lost"}
    ours.whole()


# --- theirs after all


def test_the_second_of_one_span_prevails_on_the_text_that_was_corrected_since(three) -> None:
    ours, theirs, _ = three
    ours.label("cue", (13, 16))
    theirs.label("cue", (13, 16))
    ours.merge(theirs)
    assert whys(ours) == {"annotation": "twice"}
    ours.do(correction.correct, "art-1", BODY.replace("سانا", "وكالة سانا"))
    ours.do(clashes.settle_all, "theirs")
    assert [one.quotes for one in ours.all() if one.label == "cue"] == [("قال",)]
    ours.whole()


def test_what_lost_its_words_since_cannot_prevail(three) -> None:
    ours, theirs, _ = three
    ours.label("cue", (13, 16))
    theirs.label("cue", (13, 16))
    ours.merge(theirs)
    ours.do(correction.correct, "art-1", BODY.replace("قال ", ""))
    (found,) = clashes.waiting(ours.project)
    ours.refused("clash_stuck", clashes.settle, found.clash.id, "theirs")


def test_what_was_undone_here_cannot_be_brought_back_by_a_change_of_it(three) -> None:
    ours, theirs, _ = three
    new = ours.label("cue", (13, 16))
    theirs.merge(ours)
    ours.project.journal.undo()
    theirs.do(annotations.relabel, new, "loaded-term")
    ours.merge(theirs)
    (found,) = clashes.waiting(ours.project)
    assert found.clash.why == "deleted_here"
    ours.refused("clash_needs", clashes.settle, found.clash.id, "theirs")


def test_a_part_said_otherwise_there_prevails(three) -> None:
    ours, theirs, _ = three
    DEEDS["part"](ours)
    DEEDS["part otherwise"](theirs)
    ours.merge(theirs)
    ours.whole()
    (found,) = clashes.waiting(ours.project)
    assert (found.clash.tbl, found.clash.why) == ("part", "changed")
    ours.do(clashes.settle, found.clash.id, "theirs")
    assert ours.rows()["part"] == theirs.rows()["part"]


def test_what_a_paragraph_is_may_change_there(three) -> None:
    ours, theirs, _ = three
    theirs.do(parts.set_part, "art-1", "headline", 0, 0)
    assert ours.merge(theirs).clashes == ()
    assert ours.rows()["part"] == theirs.rows()["part"]


def test_two_parts_of_one_paragraph_from_two_copies_are_one(three) -> None:
    ours, theirs, third = three
    DEEDS["part"](third)
    DEEDS["part otherwise"](theirs)
    theirs.merge(third)
    assert whys(theirs) == {"part": "changed"}
    ours.merge(theirs)
    starts = [part.start for part in reader.parts(ours.project.db, "art-1")]
    assert len(starts) == len(set(starts))
    DEEDS["correct"](theirs)
    ours.merge(theirs)
    ours.whole()


def test_what_was_done_here_since_is_no_change_when_theirs_prevails(three) -> None:
    ours, theirs, _ = three
    theirs.do(articles.rename_article, "art-1", "هناك")
    ours.do(articles.rename_article, "art-1", "هنا")
    ours.merge(theirs)
    ours.do(articles.rename_article, "art-1", "هناك")
    (found,) = clashes.waiting(ours.project)
    assert Words(ours.project, "en").told(found).said == ()
    ours.do(clashes.settle_all, "theirs")
    assert clashes.count(ours.project) == 0
    ours.whole()


def test_a_note_of_a_removed_thread(three) -> None:
    ours, theirs, _ = three
    note = ours.project.db.execute('select "id" from "note"').fetchone()[0]
    theirs.do(notes.answer, note, "نعم")
    ours.do(notes.remove_note, note)
    ours.merge(theirs)
    assert whys(ours) == {"note": "lacking"}
    history.undo(ours.project)
    ours.whole()
