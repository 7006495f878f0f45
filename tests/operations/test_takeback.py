"""What comes back is what the colleague did: all of it, once, and nothing that was not theirs to do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.models import Annotation, Coder, Coding, Note, Round
from annotator.core.rows import added, altered, dumps, removed
from annotator.operations import (
    actors,
    annotations,
    articles,
    codings,
    correction,
    history,
    notes,
    people,
    starter,
    takeback,
)
from annotator.operations.codings import Where
from annotator.store import backup, codebook, foreign, handovers
from annotator.store import codings as reader
from annotator.store.check import check
from annotator.store.project import Project
from tests.operations.conftest import BODY, document
from tests.operations.desk import Desk
from tests.operations.travelling import WORK, at_work, hand_over, look, rows, take_back
from tests.store.forging import forge

if TYPE_CHECKING:
    from pathlib import Path

RELATION = "says"
OTHER = "القاهرة - رويترز: قالت الوزيرة إن المحادثات بدأت اليوم."


@pytest.fixture
def study(project, take) -> Project:
    """Two articles, and Sara's own coding of the first."""
    take(document(), document("art-2", OTHER))
    Desk(project).label("actor", (40, 46))
    return project


def whole(project: Project) -> bool:
    return all(found.ok for found in check(project, full=True))


def colleagues_work(package: Path) -> None:
    """A morning of work: spans, an attribute, a link, a variable, an actor, a note, an undo, and done."""
    with at_work(package) as omar:
        quote, source = omar.label("quotation", (17, 30)), omar.label("source", (18, 24))
        kind = codebook.variable(omar.project.db, "quotation.type")
        omar.do(annotations.set_attribute, quote, kind.id, kind.choices[0].id)
        omar.do(annotations.link, RELATION, quote, source)
        for variable in codebook.read(omar.project.db).variables:
            if variable.scope == "article":
                omar.do(codings.set_article_variable, omar.where, variable.id, variable.choices[0].id)
        omar.do(notes.add_note, "annotation", quote, "هل هذا اقتباس؟")
        omar.do(actors.add_actor, {"ar": "الناطق"})
        gone = omar.label("actor", (40, 46))
        omar.do(annotations.remove, [gone])
        omar.label("cue", (13, 16))
        history.undo(omar.project)
        omar.do(codings.set_status, omar.where, "done")


def test_all_that_the_colleague_did_comes_back_as_one_action(study):
    before = rows(study, *WORK)
    package = hand_over(study)
    colleagues_work(package)
    preview = look(study, package)
    assert (preview.coder, preview.done, preview.known, preview.held) == ("Omar", 1, 0, ())
    assert preview.count("annotation") == 2
    assert [(one.article, one.status, one.added) for one in preview.articles] == [
        ("art-1", "done", 2),
        ("art-2", "todo", 0),
    ]
    done = study.journal.commit(takeback.take_back(study, preview))
    assert (done.name, done.author) == ("takeback", study.coder)
    with Project.read(package) as theirs:
        for table in WORK:
            ours = rows(study, table)[table] - before[table]
            assert ours == rows(theirs, table)[table] - before[table], table
    assert whole(study)
    assert handovers.get(study.db, preview.handover.id).returned


def test_much_work_comes_in_pieces_and_it_is_told_how_far_the_look_is(study, monkeypatch):
    monkeypatch.setattr("annotator.operations.joining._EVERY", 1)
    monkeypatch.setattr("annotator.store.journal._AT_ONCE", 2)
    package = hand_over(study)
    colleagues_work(package)
    heard: list[float] = []
    preview = look(study, package, tell=lambda done, _name: heard.append(done))
    assert heard == sorted(heard)
    assert 0 <= heard[0] < 0.5 < heard[-1] < 1
    study.journal.commit(takeback.take_back(study, preview))
    assert whole(study)
    assert look(study, package).known == len(preview.plan.actions)


def test_taking_back_twice_adds_nothing(study):
    package = hand_over(study)
    colleagues_work(package)
    take_back(study, package)
    before, n = Desk(study).tables(), study.journal.n
    again = look(study, package)
    assert (again.is_empty, again.taken) == (True, 0)
    assert again.known > 0
    with pytest.raises(AnnotatorError, match="taken_back_before"):
        takeback.take_back(study, again)
    assert (Desk(study).tables(), study.journal.n) == (before, n)


def test_more_work_in_the_same_package_comes_the_second_time(study):
    package = hand_over(study)
    colleagues_work(package)
    take_back(study, package)
    with at_work(package, "art-2") as omar:
        omar.label("actor", (0, 7))
    preview = look(study, package)
    assert (preview.count("annotation"), preview.done) == (1, 1)
    study.journal.commit(takeback.take_back(study, preview))
    assert len(reader.annotations_of(study.db, [Where("art-2", preview.handover.coder).id])) == 1
    assert whole(study)


def test_undo_takes_it_all_away_and_it_can_be_taken_again(study):
    package = hand_over(study)
    colleagues_work(package)
    before = Desk(study).tables()
    take_back(study, package)
    after = Desk(study).tables()
    history.undo(study)
    assert Desk(study).tables() == before
    assert whole(study)
    take_back(study, package)
    again = Desk(study).tables()
    for table in WORK:
        assert again[table] == after[table]


def test_work_done_before_is_in_the_package_and_can_be_changed_and_taken_out(study):
    omar = str(study.journal.commit(people.add_coder(study, "Omar")).facts["coder"])
    study.act_as(omar)
    first, second = Desk(study).label("actor", (40, 46)), Desk(study).label("source", (18, 24))
    study.act_as(people.known(study, "سارة").id)
    package = hand_over(study)
    with at_work(package) as desk:
        assert {span.id for span in desk.all()} == {first, second}
        desk.do(annotations.relabel, first, "cue")
        desk.do(annotations.remove, [second])
    preview = look(study, package)
    assert [preview.count("annotation", what) for what in ("added", "changed", "removed")] == [0, 1, 1]
    study.journal.commit(takeback.take_back(study, preview))
    assert {span.label for span in reader.annotations_of(study.db, [Where("art-1", omar).id])} == {"cue"}


def test_two_colleagues_of_one_name_stay_two(study):
    study.journal.commit(change("add_coder", [added(Coder("o1", "Omar", 1)), added(Coder("o2", "Omar", 2))]))
    packages = [hand_over(study, one) for one in ("o1", "o2")]
    for package in packages:
        with at_work(package) as desk:
            desk.label("actor", (40, 46))
    for package in packages:
        take_back(study, package)
    for one in ("o1", "o2"):
        assert len(reader.annotations_of(study.db, [Where("art-1", one).id])) == 1
    assert len({one.id for one in codebook.coders(study.db) if one.name == "Omar"}) == 2


def test_the_returned_moment_is_told_and_the_colleague_can_go_on_after_it(study):
    package = hand_over(study)
    with at_work(package) as omar:
        omar.label("actor", (40, 46))
    take_back(study, package)
    first = handovers.every(study.db)[0].returned
    with at_work(package) as omar:
        omar.label("cue", (13, 16))
    take_back(study, package)
    assert handovers.every(study.db)[0].returned >= first > ""


# -- refusals: a sentence each, and nothing changed


def refused(project: Project, package: Path, key: str, **options: object) -> AnnotatorError:
    before = Desk(project).tables()
    with pytest.raises(AnnotatorError) as caught:
        take_back(project, package, **options)
    assert caught.value.key == key
    assert Desk(project).tables() == before
    return caught.value


def test_another_copy_of_the_project_is_no_package(study, tmp_path):
    backup.write(study, tmp_path / "copy.annot")
    refused(study, tmp_path / "copy.annot", "not_a_package")


def test_a_package_of_another_project_is_refused(study, tmp_path):
    starter.begin(tmp_path / "another.annot", coder="منى")
    with Project.open(tmp_path / "another.annot") as another:
        refused(another, hand_over(study), "other_project")


def test_a_package_whose_handover_was_undone_is_refused(study):
    package = hand_over(study)
    history.undo(study)
    refused(study, package, "unknown_handover")


def test_a_package_is_not_taken_back_into_a_package(study):
    package = hand_over(study)
    other = hand_over(study, "Mona")
    with Project.open(package) as opened, pytest.raises(AnnotatorError, match="in_package"):
        look(opened, other)


def test_a_round_that_was_frozen_since_takes_nothing_in(study):
    package = hand_over(study)
    colleagues_work(package)
    found = next(one for one in codebook.rounds(study.db) if one.id == "main")
    study.journal.commit(change("freeze_round", [altered(found, state="frozen")]))
    refused(study, package, "frozen_since")


def test_work_on_a_text_that_was_corrected_since_is_held_and_named(study):
    package = hand_over(study)
    colleagues_work(package)
    with at_work(package, "art-2") as omar:
        omar.label("actor", (0, 7))
    study.journal.commit(correction.correct(study, "art-1", BODY.replace("أمس", "اليوم")))
    preview = look(study, package)
    assert [(error.key, error.facts["title"]) for error in preview.held] == [("text_of_another_version", "خبر")]
    assert preview.count("annotation") == 1
    study.journal.commit(takeback.take_back(study, preview))
    assert not reader.annotations_of(study.db, [Where("art-1", preview.handover.coder).id])
    assert whole(study)


def test_work_on_a_corrected_text_can_be_carried_over(study):
    package = hand_over(study)
    colleagues_work(package)
    new = BODY.replace("دمشق", "حلب")
    study.journal.commit(correction.correct(study, "art-1", new))
    preview = look(study, package, carry=True)
    assert preview.plan.moved
    study.journal.commit(takeback.take_back(study, preview))
    found = reader.annotations_of(study.db, [Where("art-1", preview.handover.coder).id])
    assert {(span.label, *span.quotes) for span in found} == {("quotation", BODY[17:30]), ("source", BODY[18:24])}
    assert whole(study)


def test_where_all_is_held_nothing_is_taken(study):
    package = hand_over(study, articles=["art-1"])
    with at_work(package) as omar:
        omar.label("actor", (40, 46))
    study.journal.commit(correction.correct(study, "art-1", BODY + " انتهى"))
    refused(study, package, "nothing_taken_back")


def test_work_on_an_article_that_is_gone_is_held_and_named(study):
    package = hand_over(study, articles=["art-2"])
    with at_work(package, "art-2") as omar:
        omar.label("actor", (0, 7))
    study.journal.commit(articles.remove_articles(study, ["art-2"]))
    assert [error.key for error in look(study, package, carry=True).held] == ["article_not_here"]
    refused(study, package, "nothing_taken_back")


def test_work_in_somebody_elses_name_is_held_and_named(study):
    package = hand_over(study)
    with Project.open(package) as opened:
        omar = opened.coder
        opened.act_as(people.known(opened, "سارة").id)
        Desk(opened).label("actor", (17, 30))
        opened.act_as(omar)
    with at_work(package) as omar:
        omar.label("cue", (13, 16))
    preview = look(study, package)
    assert [(error.key, error.facts["who"], error.facts["count"]) for error in preview.held] == [
        ("work_of_another", "سارة", 1)
    ]
    assert preview.count("annotation") == 1


# -- a package that was forged


def claimed(study: Project, package: Path, *edits: tuple, undone: bool = False) -> None:
    """Edits signed as the colleague's, which are not theirs to make, are held whole and named."""
    omar = handovers.every(study.db)[0].coder
    made = forge(package, *edits, author=omar, name="forged")
    if undone:
        forge(package, author=omar, name="forged", kind="undo", of=made)
    preview = look(study, package)
    assert preview.is_empty
    assert [(error.key, error.facts["what"]) for error in preview.held] == [("not_theirs_to_do", "forged")]
    refused(study, package, "nothing_taken_back")


def raw(edit) -> tuple:
    return (
        edit.table,
        edit.row,
        None if edit.before is None else dumps(edit.before),
        None if edit.after is None else dumps(edit.after),
    )


@pytest.fixture
def sealed(study) -> Path:
    return hand_over(study, articles=["art-1"])


@pytest.fixture
def saras(study) -> Annotation:
    return Desk(study).all()[0]


def test_others_spans_cannot_be_touched(study, sealed, saras):
    claimed(study, sealed, raw(removed(saras)))


def test_others_spans_cannot_be_called_their_own(study, sealed, saras):
    coding = Where("art-1", handovers.every(study.db)[0].coder).id
    claimed(study, sealed, raw(altered(saras, coding=coding)), undone=True)


def test_their_own_span_cannot_go_to_another(study, sealed, saras):
    coding = Where("art-1", handovers.every(study.db)[0].coder).id
    mine = replace(saras, id="mine", coding=coding)
    claimed(study, sealed, raw(added(mine)), raw(altered(mine, coding=saras.coding)))


def test_values_and_links_cannot_hang_on_others_spans(study, sealed, saras):
    coding = Where("art-1", handovers.every(study.db)[0].coder).id
    value = dumps({"id": "v", "coding": coding, "owner": saras.id, "variable": "tone", "value": '"negative"'})
    claimed(study, sealed, ("value", "v", None, value))


def test_slots_cannot_hold_others_spans(study, sealed, saras):
    coding = Where("art-1", handovers.every(study.db)[0].coder).id
    held = dumps({"annotation": saras.id})
    statement = dumps({"id": "t", "coding": coding, "type": "x"})
    value = dumps({"id": "v", "coding": coding, "owner": "t", "variable": "tone", "value": held})
    claimed(study, sealed, ("statement", "t", None, statement), ("value", "v", None, value))


def test_articles_that_were_not_handed_over_cannot_be_coded(study, sealed):
    omar = handovers.every(study.db)[0].coder
    where = Where("art-2", omar)
    claimed(study, sealed, raw(added(Coding(where.id, "art-2", omar, "main"))))


def test_a_coding_can_only_go_on(study, sealed):
    omar = handovers.every(study.db)[0].coder
    coding = reader.coding(study.db, Where("art-1", omar).id)
    claimed(study, sealed, raw(altered(coding, kind="settled")))


def test_the_codebook_rounds_and_people_are_not_theirs(study, sealed):
    label = codebook.read(study.db).labels[0]
    claimed(study, sealed, raw(altered(label, hue=1)))
    omar = handovers.every(study.db)[0].coder
    forge(sealed, raw(added(Round("x", "main"))), author=omar, name="forged")
    forge(sealed, raw(added(Coder("x", "x", 1))), author=omar, name="forged")
    assert look(study, sealed).held[0].facts["count"] == 3


def test_known_actors_are_not_theirs_to_change(study, sealed):
    study.journal.commit(actors.add_actor(study, {"ar": "الوزير"}))
    (actor,) = [edit for edit in study.journal.edits(study.journal.n) if edit.table == "actor"]
    claimed(study, sealed, raw(actor.inverse()))


def test_notes_in_others_names_are_not_theirs_to_write(study, sealed):
    note = Note("n", "article", "art-1", study.coder, "x", "2026-01-01")
    claimed(study, sealed, raw(added(note)))


def test_threads_can_be_answered_and_closed(study):
    study.journal.commit(notes.add_note(study, "article", "art-1", "انظر هنا"))
    asked = reader.notes(study.db, ["art-1"])[0].id
    package = hand_over(study)
    with at_work(package) as omar:
        omar.do(notes.answer, asked, "نظرت")
        omar.do(notes.resolve, asked)
    preview = look(study, package)
    assert not preview.held
    assert preview.count("note") == 1
    study.journal.commit(takeback.take_back(study, preview))
    assert [note.resolved for note in reader.notes(study.db, ["art-1"])] == [True, False]


def test_what_another_copy_did_to_it_is_held(study, sealed):
    omar = handovers.every(study.db)[0].coder
    forge(sealed, author=omar, name="forged", via="m", state="taken")
    assert [error.key for error in look(study, sealed).held] == ["work_of_another"]


def test_a_text_that_was_not_handed_over_cannot_come_along(study, sealed):
    where = Where("art-1", handovers.every(study.db)[0].coder)
    from annotator.core.text import Text
    from tests.store.forging import by_hand

    text = Text("نص دخيل")
    with by_hand(sealed) as db:
        db.execute('insert into "text" values (?,?)', [text.hash, text.body])
    span = Annotation("x", where.id, "actor", text.hash, ((0, 2),), ("نص",))
    claimed(study, sealed, raw(added(span)))


def test_who_takes_it_back_may_be_new(study):
    package = hand_over(study)
    colleagues_work(package)
    mona = people.acting(study, "منى")
    study.coder = mona.id
    study.journal.commit(takeback.take_back(study, look(study, package), newcomer=mona))
    assert codebook.coder(study.db, mona.id) == mona


def test_a_clash_waits_for_a_person(study):
    omar = str(study.journal.commit(people.add_coder(study, "Omar")).facts["coder"])
    study.act_as(omar)
    span = Desk(study).label("actor", (40, 46))
    study.act_as(people.known(study, "سارة").id)
    package = hand_over(study)
    with at_work(package) as desk:
        desk.do(annotations.relabel, span, "cue")
    study.act_as(omar)
    study.journal.commit(annotations.relabel(study, span, "source"))
    preview = look(study, package)
    assert [(error.key, error.facts["count"]) for error in preview.held] == [("clashes_wait", 1)]


def test_progress_is_told_and_cancels(study):
    package = hand_over(study)
    colleagues_work(package)
    heard = []

    def tell(done: float, name: str) -> None:
        heard.append((done, name))
        if len(heard) == 3:
            raise AnnotatorError("cancelled")

    with foreign.read(package) as returned, pytest.raises(AnnotatorError, match="cancelled"):
        takeback.look(study, returned, tell=tell)
    assert heard[0] == (0.0, package.name)


# -- at random


class Step:
    """Something a colleague may do, by numbers."""

    def __init__(self, kind: int, one: int, two: int) -> None:
        self.kind, self.one, self.two = kind, one, two

    def __repr__(self) -> str:
        return f"Step({self.kind}, {self.one}, {self.two})"

    def do(self, desk: Desk) -> None:
        spans = desk.all()
        span = spans[self.one % len(spans)].id if spans else ""
        start = self.one % (len(BODY) - 8)
        if self.kind == 0 or not span:
            desk.label(("actor", "cue", "source", "quotation")[self.two % 4], (start, start + 1 + self.two % 7))
        elif self.kind == 1:
            desk.do(annotations.relabel, span, ("actor", "cue", "source", "quotation")[self.two % 4])
        elif self.kind == 2:
            desk.do(annotations.remove, [span])
        elif self.kind == 3:
            desk.do(codings.set_article_variable, desk.where, "tone", ("negative", "positive", None)[self.two % 3])
        elif self.kind == 4:
            history.undo(desk.project)
        elif self.kind == 5:
            history.redo(desk.project)
        else:
            desk.do(notes.add_note, "annotation", span, f"ملاحظة {self.two}")


STEPS = st.lists(st.builds(Step, st.integers(0, 6), st.integers(0, 200), st.integers(0, 30)), max_size=15)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
@given(first=STEPS, second=STEPS)
def test_whatever_they_do_our_tables_are_theirs(tmp_path_factory, first, second):
    from annotator.operations.intake import Incoming

    folder = tmp_path_factory.mktemp("round")
    starter.begin(folder / "p.annot", coder="سارة")
    with Project.open(folder / "p.annot") as ours:
        taken, _ = articles.take_in(ours, [Incoming(document())], coder=people.acting(ours))
        ours.journal.commit(taken)
        package = hand_over(ours)
        for steps in (first, second):
            with at_work(package) as omar:
                for step in steps:
                    try:
                        step.do(omar)
                    except AnnotatorError:
                        continue
            preview = look(ours, package)
            assert not preview.held
            if not preview.is_empty:
                ours.journal.commit(takeback.take_back(ours, preview))
            with Project.read(package) as theirs:
                for table in WORK:
                    assert rows(ours, table)[table] == rows(theirs, table)[table], table
            assert look(ours, package).is_empty
        assert whole(ours)
