"""A package comes back after much has happened on either side: nothing is lost, and nobody is asked twice."""

from __future__ import annotations

import shutil

import pytest

from annotator.core.errors import AnnotatorError
from annotator.operations import annotations, clashes, codebook, coining, correction, history, notes, people, rounds
from annotator.operations.clash_words import Words
from annotator.operations.codings import Where
from annotator.store import blind, codings, handovers
from annotator.store.check import check
from annotator.store.project import Project
from tests.operations.conftest import BODY, document
from tests.operations.desk import Desk
from tests.operations.travelling import at_work, hand_over, look, take_back

OTHER = "القاهرة - رويترز: قالت الوزيرة إن المحادثات بدأت اليوم."


@pytest.fixture
def study(project, take) -> Project:
    take(document(), document("art-2", OTHER))
    Desk(project).label("actor", (40, 46))
    return project


def whole(project: Project) -> bool:
    return all(found.ok for found in check(project, full=True))


def omars(study: Project) -> list:
    omar = people.known(study, "Omar").id
    return codings.annotations_of(study.db, [Where("art-1", omar).id])


@pytest.mark.parametrize("answered", [False, True])
def test_a_span_with_a_doubt_of_ours_is_deleted_there(study, answered: bool) -> None:
    first = hand_over(study)
    with at_work(first) as omar:
        span = omar.label("quotation", (18, 24))
    take_back(study, first)
    study.journal.commit(correction.correct(study, "art-1", BODY.replace("الناطق", "المتحدث")))
    assert study.db.execute('select "annotation" from "doubt" where "annotation" = ?', [span]).fetchone()
    second = hand_over(study, path=study.path.with_name("second.annot"))
    with at_work(second) as omar:
        omar.do(annotations.remove, [span])
    if answered:
        study.journal.commit(notes.add_note(study, "annotation", span, "لاحظ"))
    preview = look(study, second)
    assert [error.key for error in preview.held] == (["clashes_wait"] if answered else [])
    take_back(study, second)
    assert [one.id for one in omars(study)] == ([span] if answered else [])
    doubts = 'select count(*) from "doubt" where "annotation" = ?'
    assert study.db.execute(doubts, [span]).fetchone() == (int(answered),)
    assert whole(study)
    before = Desk(study).tables()
    history.undo(study)
    assert whole(study)
    history.redo(study)
    assert Desk(study).tables() == before


def test_an_extensible_codebook_is_locked_in_a_package(study) -> None:
    study.journal.commit(codebook.set_editing(study, "extensible"))
    with at_work(hand_over(study)) as omar:
        span = omar.label("actor", (40, 46))
        for make in (
            lambda: coining.label_anew(omar.project, omar.where, {"ar": "جديد"}, ((0, 4),)),
            lambda: codebook.add_label(omar.project, {"ar": "جديد"}),
            lambda: coining.relabel_anew(omar.project, span, {"ar": "جديد"}),
        ):
            with pytest.raises(AnnotatorError, match="codebook_locked"):
                make()


def test_who_was_renamed_here_is_still_who_they_were(study) -> None:
    package = hand_over(study)
    omar = people.known(study, "Omar").id
    study.journal.commit(people.rename_coder(study, omar, "Omar K."))
    with at_work(package) as desk:
        desk.label("quotation", (18, 24))
        assert desk.project.coder == omar
    assert look(study, package).coder == "Omar K."
    take_back(study, package)
    assert len(codings.annotations_of(study.db, [Where("art-1", omar).id])) == 1
    assert whole(study)


@pytest.mark.parametrize("first", ["Omar", "Mona"])
def test_two_colleagues_with_the_same_articles_in_either_order(study, first: str) -> None:
    packages = {name: hand_over(study, name) for name in ("Omar", "Mona")}
    for name, package in packages.items():
        with at_work(package) as desk:
            desk.label("quotation" if name == "Omar" else "source", (18, 24))
    order = sorted(packages, key=lambda name: name != first)
    for name in order:
        assert look(study, packages[name]).held == ()
        take_back(study, packages[name])
    found = {
        name: [one.label for one in codings.annotations_of(study.db, [Where("art-1", people.known(study, name).id).id])]
        for name in packages
    }
    assert found == {"Omar": ["quotation"], "Mona": ["source"]}
    assert whole(study)
    for name in order:
        assert look(study, packages[name]).is_empty


@pytest.mark.parametrize("turned", [False, True])
def test_one_package_coded_on_two_machines(study, turned: bool) -> None:
    """One coder, two copies: what goes together comes together, what does not is asked once."""
    one = hand_over(study)
    with at_work(one) as desk:
        span = desk.label("actor", (31, 37))
    two = one.with_name("other.annot")
    shutil.copy(one, two)
    for path, label, place in ((one, "source", (7, 11)), (two, "quotation", (18, 24))):
        with at_work(path) as desk:
            desk.label(label, place)
            desk.label("cue", (13, 16))  # the same in both
            desk.do(annotations.relabel, span, label)
    packages = (two, one) if turned else (one, two)
    take_back(study, packages[0])
    preview = look(study, packages[1])
    assert [(error.key, error.facts["count"]) for error in preview.held] == [("clashes_wait", 2)]
    take_back(study, packages[1])
    waiting = clashes.waiting(study)
    assert sorted((found.clash.row == span, found.clash.why) for found in waiting) == [
        (False, "twice"),
        (True, "changed"),
    ]
    labels = sorted(found.label for found in omars(study))
    assert labels == sorted(["source", "quotation", "cue", "source" if not turned else "quotation"])
    assert whole(study)
    assert all(look(study, package).is_empty for package in packages)
    assert clashes.waiting(study) == waiting
    study.journal.commit(clashes.settle_all(study, "theirs"))
    assert clashes.count(study) == 0
    assert whole(study)


def test_taking_back_does_not_unblind(study) -> None:
    sara = study.coder
    study.journal.commit(people.add_coder(study, "Omar"))
    omar = people.known(study, "Omar").id
    terms = rounds.Terms(coders=(sara, omar))
    round_id = str(study.journal.commit(rounds.open_round(study, "blind", terms)).facts["round"])
    study.journal.commit(annotations.label_span(study, Where("art-1", sara, round_id), "actor", ((31, 37),)))
    package = hand_over(study, round_id=round_id, blind=True)
    with at_work(package, round_id=round_id) as desk:
        span = desk.label("quotation", (18, 24))
    twin = package.with_name("other.annot")
    shutil.copy(package, twin)
    for path, label in ((package, "source"), (twin, "cue")):
        with at_work(path, round_id=round_id) as desk:
            desk.do(annotations.relabel, span, label)
        take_back(study, path)
    home = Where("art-1", omar, round_id).id
    assert blind.kept(study.db, [home], sara) == {home}
    assert [one.coder for one in codings.visible_codings(study.db, "art-1", round_id, sara)] == [sara]
    (found,) = clashes.waiting(study)
    told = Words(study, "en").told(found)
    assert found.kept
    assert "Cue" not in str(told)
    entries = study.journal.brought(study.journal.newest(1)[0].id)
    assert blind.unseen(study.db, [entry.n for entry in entries], sara) == {entry.n for entry in entries}
    assert handovers.get(study.db, look(study, twin).handover.id).returned
