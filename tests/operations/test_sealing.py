"""Freezing: what is not done is named first; then the work stays, settling goes on, and only the freeze is undone."""

from __future__ import annotations

from annotator.operations import annotations, codebook, codings, correction, history, people, review, rounds, sealing
from annotator.operations.codings import Where
from annotator.operations.drawing import Draw
from annotator.operations.review import Ruling
from annotator.operations.rounds import Terms
from annotator.store import codebook as reader
from annotator.store import seals
from annotator.store.check import check
from tests.operations.conftest import BODY, document
from tests.operations.desk import Desk


def begun(project, take) -> tuple[Desk, str]:
    """Four articles to two coders: the first is done with one and in work on another, the second is done with one."""
    take(*(document(f"art-{n}", f"{BODY}\n{n}", title=f"خبر {n}") for n in range(1, 5)))
    desk = Desk(project)
    other = str(desk.do(people.add_coder, "عمر").facts["coder"])
    desk.do(rounds.draw, "pilot", Draw(), Terms("pilot"))
    for coder, article, end, status in (
        (project.coder, "art-1", 4, "review"),
        (project.coder, "art-2", 4, "work"),
        (other, "art-1", 11, "review"),
    ):
        where = Where(article, coder, "pilot")
        desk.do(annotations.label_span, where, "actor", ((0, end),))
        if status != "work":
            desk.do(codings.set_status, where, status)
    return desk, other


def test_who_is_not_done_is_named_with_what(project, take) -> None:
    desk, other = begun(project, take)
    found = sealing.preview(project, "pilot")
    assert [(each.assigned, each.begun, each.done) for each in found.progress] == [(4, 2, 1), (4, 1, 1)]
    assert found.unfinished == (
        sealing.Unfinished(project.coder, 2, 1, ("خبر 2", "خبر 3", "خبر 4")),
        sealing.Unfinished(other, 3, 0, ("خبر 2", "خبر 3", "خبر 4")),
    )
    assert found.other_versions == 0
    done = desk.do(sealing.freeze, "pilot")
    assert done.facts == {"round": "pilot", "undone": 6}
    round_ = rounds.existing(project, "pilot")
    assert (round_.state, len(round_.seal), round_.frozen[:2]) == ("frozen", 64, "20")
    assert all(one.ok for one in check(project, full=True))


def test_a_codebook_that_went_on_is_counted(project, take) -> None:
    desk, _ = begun(project, take)
    desk.do(codebook.add_label, {"ar": "جديد"})
    desk.do(codebook.publish, "later")
    desk.do(annotations.label_span, Where("art-1", project.coder), "actor", ((0, 4),))
    assert sealing.preview(project, "pilot").other_versions == 0
    late = str(desk.do(people.add_coder, "Leyla").facts["coder"])
    desk.do(annotations.label_span, Where("art-3", late, "pilot"), "actor", ((0, 4),))
    assert sealing.preview(project, "pilot").other_versions == 1


def test_a_round_without_a_version_gets_that_of_now(project, take) -> None:
    take(document())
    desk = Desk(project)
    desk.do(codebook.add_label, {"ar": "جديد"})
    assert rounds.existing(project, "main").codebook == ""
    assert sealing.preview(project, "main").other_versions == 0
    desk.do(sealing.freeze, "main")
    assert rounds.existing(project, "main").codebook == reader.latest_version(project.db)
    assert reader.versions(project.db)[-1].name == "main"


def test_frozen_work_stays_and_is_settled(project, take) -> None:
    desk, other = begun(project, take)
    desk.do(sealing.freeze, "pilot")
    seal = rounds.existing(project, "pilot").seal
    (span, *_) = [row[0] for row in project.db.execute('select "id" from "annotation"')]
    for operation, *given in (
        (annotations.relabel, span, "quotation"),
        (annotations.remove, [span]),
        (codings.set_status, Where("art-3", other, "pilot"), "review"),
        (annotations.label_span, Where("art-3", other, "pilot"), "actor", ((0, 4),)),
    ):
        desk.refused("frozen_round", operation, *given)
    desk.refused("frozen_text", correction.correct, "art-1", "نص آخر")
    case = next(one for one in review.cases(project, round_id="pilot") if one.article == "art-1")
    (open_,) = review.work(project, case).open
    desk.do(review.settle, case, open_.id, Ruling("b"))
    assert seals.seal(project.db, "pilot") == seal
    assert all(one.ok for one in check(project, full=True))


def test_only_the_freeze_is_undone_and_done_again(project, take) -> None:
    desk, other = begun(project, take)
    desk.do(sealing.freeze, "pilot")
    frozen = desk.tables()
    project.act_as(other)
    before = desk.tables()
    desk.refused("nothing_to_undo", history.undo)
    assert desk.tables() == before
    project.act_as(reader.coders(project.db)[0].id)
    assert history.undo(project).name == "freeze"
    assert rounds.existing(project, "pilot").state == "open"
    desk.do(annotations.label_span, Where("art-4", other, "pilot"), "actor", ((0, 4),))
    history.undo(project)
    assert history.redo(project).name == "label_span"
    history.undo(project)
    assert rounds.existing(project, "pilot").state == "open"
    desk.do(sealing.freeze, "pilot")
    same = ("annotation", "coding", "value")
    assert {table: desk.tables()[table] for table in same} == {table: frozen[table] for table in same}
    assert seals.broken(project.db) == []
