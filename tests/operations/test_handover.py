"""A package holds what the colleague needs, and nothing of anybody's that they do not."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.ids import keyed_id
from annotator.core.models import Boundary, Coder, Round
from annotator.core.rows import added, altered
from annotator.operations import (
    annotations,
    articles,
    boundary,
    codebook,
    codings,
    correction,
    handover,
    history,
    lists,
    notes,
    parts,
    people,
    rounds,
    sealed,
)
from annotator.operations.codings import Where
from annotator.operations.intake import Incoming
from annotator.store import codebook as book
from annotator.store import codings as reader
from annotator.store import foreign, handovers, package
from annotator.store.check import check
from annotator.store.project import Project
from tests.operations.conftest import BODY, document
from tests.operations.desk import Desk
from tests.operations.travelling import at_work, hand_over, rows

OTHER = "القاهرة - رويترز: قالت الوزيرة إن المحادثات بدأت اليوم."
CANARY = "كناريا-السر-المحذوف"


@pytest.fixture
def study(project, take) -> Project:
    """Two articles; Sara coded the first, Omar the second."""
    take(document(), document("art-2", OTHER))
    project.journal.commit(
        change("add_coder", [added(Coder("omar", "Omar", 1, "P7")), added(Coder("mona", "Mona", 2, "P8"))])
    )
    Desk(project).label("actor", (40, 46))
    sara = project.coder
    project.act_as("omar")
    Desk(project, "art-2").label("actor", (0, 7))
    project.act_as(sara)
    return project


def everything(path) -> dict[str, set]:
    """Every table of a file, as it stands."""
    with closing(sqlite3.connect(path)) as db:
        names = [name for (name,) in db.execute("select name from sqlite_schema where type = 'table'")]
        return {name: set(db.execute(f'select * from "{name}"')) for name in names}


def test_it_is_a_project_that_opens_for_the_colleague(study):
    path = hand_over(study, instructions="  اقرأ الدليل  ")
    with Project.open(path) as opened:
        assert (opened.id, opened.title) == (study.id, study.title)
        assert opened.coder == "omar"
        found = sealed.of(opened)
        assert found.handover.instructions == "اقرأ الدليل"
        assert (found.coder.name, found.sender.name) == ("Omar", "سارة")
        assert (found.done, found.articles, found.is_ready) == (0, 1, False)
        assert [one.name for one in check(opened, full=True) if not one.ok] == []
        assert book.project(opened.db).editing == "locked"
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_its_log_begins_with_one_action_of_the_sender(study):
    path = hand_over(study)
    made = handovers.every(study.db)[0]
    with foreign.read(path) as opened:
        (entry,) = opened.changes()
        assert opened.told.handover == made
        assert (opened.told.copy, opened.told.changes) == ("", 1)
    assert (entry.change.id, entry.change.name) == (keyed_id("package", made.id), "package")
    assert entry.change.author == made.sender == study.coder


def test_assigned_articles_go_else_all(study):
    assert set(handover.handover(study, "Omar").handover.articles) == {"art-2"}
    assert set(handover.handover(study, "Mona").handover.articles) == {"art-1", "art-2"}
    assert handover.handover(study, "Omar", articles=["art-1", "art-1"]).handover.articles.keys() == {"art-1"}


def test_what_they_have_to_do_is_theirs_to_do_here_too(study):
    path = hand_over(study, "Mona")
    where = Where("art-1", "mona")
    with Project.read(path) as opened:
        assert reader.coding(opened.db, where.id) == reader.coding(study.db, where.id)
    assert reader.coding(study.db, where.id).status == "todo"


def test_their_own_work_goes_along_and_others_not_when_blind(study):
    path = hand_over(study, articles=["art-1", "art-2"], blind=True)
    found = everything(path)
    assert len(found["annotation"]) == 1
    assert {row[0] for row in found["coder"]} == {"omar", study.coder}
    open_ = everything(hand_over(study, "Mona", articles=["art-1", "art-2"]))
    assert len(open_["annotation"]) == 2
    assert {row[0] for row in open_["coder"]} == {"omar", "mona", study.coder}


def test_pseudonyms_of_others_stay_home(study):
    found = everything(hand_over(study, "Mona"))
    assert {row[3] for row in found["coder"]} == {"", "P8"}


def test_only_this_round_goes(study):
    study.journal.commit(change("x", [added(Round("pilot", "pilot", coders=("omar",)))]))
    path = hand_over(study, round_id="pilot")
    found = everything(path)
    assert {row[0] for row in found["round"]} == {"pilot"}
    assert not found["annotation"]
    with at_work(path, round_id="pilot") as omar:
        omar.label("actor", (40, 46))
        assert reader.coding(omar.project.db, omar.where.id).status == "work"


def test_notes_that_may_be_seen_go_along(study):
    sara, span = study.coder, Desk(study).all()[0].id
    for who, kind, owner in (("mona", "article", "art-1"), (sara, "label", "actor"), (sara, "annotation", span)):
        study.coder = who
        study.journal.commit(notes.add_note(study, kind, owner, f"{who} {kind}"))
    study.coder = sara
    study.journal.commit(notes.answer(study, reader.notes(study.db, ["art-1"])[0].id, "جواب"))
    blind = everything(hand_over(study, articles=["art-1"], blind=True))
    assert {row[4] for row in blind["note"]} == {f"{sara} label"}
    seen = everything(hand_over(study, "Mona", articles=["art-1"]))
    assert {row[4] for row in seen["note"]} == {"mona article", f"{sara} label", f"{sara} annotation", "جواب"}


def test_nothing_deleted_no_path_and_no_machine_is_in_its_bytes(study, take):
    take(document("gone", f"نص فيه {CANARY} يُحذف"))
    desk = Desk(study, "art-1")
    desk.do(notes.add_note, "article", "art-1", f"{CANARY} ملاحظة")
    desk.do(notes.remove_note, reader.notes(study.db, ["art-1"])[0].id)
    desk.do(articles.remove_articles, ["gone"])
    desk.do(correction.correct, "art-1", f"{BODY} {CANARY}")
    history.undo(study)
    secrets = [CANARY, "file.jsonl", str(study.path.parent), study.path.name, study.journal.copy, os.uname().nodename]
    device = study.db.execute('select "device" from "copy"').fetchone()[0]
    own = study.path.read_bytes()
    assert CANARY.encode() in own
    packed = hand_over(study, "Mona").read_bytes()
    for secret in (*secrets, device):
        assert secret.encode() not in packed, secret
        assert secret.encode("utf-16-le") not in packed
    with closing(sqlite3.connect(hand_over(study, "Omar"))) as db:
        assert db.execute('select "device" from "session"').fetchone() == ("",)
        assert not db.execute('select * from "source" union all select 1,1,1,1,1,1,1,1,1 from "copy"').fetchall()


def test_spans_on_another_version_of_a_text_bring_it(study):
    """An import may have brought work on a text that the article no longer has."""
    from annotator.core.text import Text

    old = Text(f"{OTHER} قديم")
    span = replace(
        Desk(study, "art-2").all()[0]
        if Desk(study, "art-2").all()
        else reader.annotations_of(study.db, [Where("art-2", "omar").id])[0],
        id="old",
        text=old.hash,
    )
    study.journal.commit(change("x", [old, added(span)]))
    with Project.read(hand_over(study)) as opened:
        assert {one.text for one in reader.annotations_of(opened.db, [span.coding])} == {old.hash, Text(OTHER).hash}


def test_the_codebook_goes_as_a_version_and_is_published_if_it_was_not(study):
    label = book.read(study.db).labels[0].id
    study.journal.commit(codebook.edit_label(study, label, category="x"))
    before = {one.id for one in book.versions(study.db)}
    first = handover.handover(study, "Omar")
    handover.write(study, first, study.path.with_name("1.annot"))
    (new,) = {one.id for one in book.versions(study.db)} - before
    assert first.handover.codebook == new
    study.journal.commit(codebook.edit_label(study, label, category="y"))
    second = handover.handover(study, "Omar")
    assert second.packing.version.name == f"{first.packing.version.name} (2)"
    assert handover.handover(study, "Mona").handover.codebook != new


def test_a_new_name_is_a_new_coder_and_so_is_a_new_sender(study):
    layla = people.acting(study, "ليلى")
    done = handover.write(study, handover.handover(study, "Zaid", sender=layla), study.path.with_name("z.annot"))
    assert done.author == layla.id
    assert {"ليلى", "Zaid"} <= {one.name for one in book.coders(study.db)}
    both = handover.handover(study, "نور", sender=people.acting(study, "نور"))
    assert both.handover.coder == both.handover.sender


def test_undo_takes_the_handover_back(study):
    before = rows(study, "coder", "coding", "handover", "codebook")
    hand_over(study, "Mona")
    history.undo(study)
    assert rows(study, "coder", "coding", "handover", "codebook") == before


@pytest.mark.parametrize(
    ("key", "options"),
    [
        ("no_such_round", {"round_id": "x"}),
        ("no_such_article", {"articles": ["x"]}),
        ("nothing_to_hand_over", {"articles": []}),
        ("empty_name", {"to": " "}),
        ("ambiguous_coder", {"to": "Twin"}),
    ],
)
def test_what_cannot_be_handed_over_is_said(study, key, options):
    study.journal.commit(change("x", [added(Coder("t1", "Twin", 1)), added(Coder("t2", "Twin", 2))]))
    before, files = Desk(study).tables(), set(study.path.parent.iterdir())
    with pytest.raises(AnnotatorError, match=f"'{key}'"):
        hand_over(study, **{"to": "Omar", "path": study.path.with_name("x.annot"), **options})
    assert (Desk(study).tables(), set(study.path.parent.iterdir())) == (before, files)


def test_a_frozen_round_is_not_handed_over(study):
    found = book.rounds(study.db)[0]
    study.journal.commit(change("x", [altered(found, state="frozen")]))
    with pytest.raises(AnnotatorError, match="frozen_round"):
        hand_over(study)


def test_nothing_is_overwritten_and_nothing_half_written(study, tmp_path):
    (tmp_path / "there.annot").write_bytes(b"mine")
    for path, key in ((tmp_path / "there.annot", "file_exists"), (tmp_path / "no" / "x.annot", "cannot_write")):
        before = Desk(study).tables()
        with pytest.raises(AnnotatorError, match=key):
            hand_over(study, path=path)
        assert Desk(study).tables() == before
    assert (tmp_path / "there.annot").read_bytes() == b"mine"


def test_a_cancelled_or_failed_one_leaves_nothing(study, monkeypatch):
    before, files = Desk(study).tables(), set(study.path.parent.iterdir())
    prepared, target = handover.handover(study, "Mona"), study.path.with_name("x.annot")

    def cancel(_done: float, _name: str) -> None:
        raise AnnotatorError("cancelled")

    with pytest.raises(AnnotatorError, match="cancelled"):
        handover.write(study, prepared, target, tell=cancel)
    with monkeypatch.context() as patch:
        patch.setattr(study.journal, "commit", lambda _change: cancel(0, ""))
        with pytest.raises(AnnotatorError, match="cancelled"):
            handover.write(study, prepared, target)
    with monkeypatch.context() as patch:
        patch.setattr(package.files, "appear", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
        with pytest.raises(AnnotatorError, match="no_room"):
            handover.write(study, prepared, target)
    assert (Desk(study).tables(), set(study.path.parent.iterdir())) == (before, files)


def test_in_a_package_only_ones_own_work_is_done(study):
    path = hand_over(study, "Mona")
    with Project.open(path) as opened:
        label = book.read(opened.db).labels[0].id
        refused = [
            lambda: handover.handover(opened, "Zaid"),
            lambda: correction.correct(opened, "art-1", "x"),
            lambda: articles.remove_articles(opened, ["art-1"]),
            lambda: articles.rename_article(opened, "art-1", "x"),
            lambda: articles.set_direction(opened, "art-1", "rtl"),
            lambda: articles.take_in(opened, [Incoming(document("new"))], coder=people.acting(opened)),
            lambda: codebook.set_editing(opened, "open"),
            lambda: codebook.publish(opened, "x"),
            lambda: boundary.set_boundary(opened, Boundary(words=False)),
            lambda: parts.set_part(opened, "art-1", "lead", 0, 4),
            lambda: parts.found_parts(opened, "art-1"),
            lambda: lists.add_starter(opened, lists.starters()[0].key),
            lambda: rounds.open_round(opened, "x"),
            lambda: rounds.assign(opened, "main", "Mona", ["art-1"]),
        ]
        for each in refused:
            with pytest.raises(AnnotatorError, match="in_package"):
                each()
        with pytest.raises(AnnotatorError, match="codebook_locked"):
            codebook.edit_label(opened, label, category="x")
        mona = Desk(opened)
        mona.label("actor", (40, 46))
        mona.do(codings.set_status, mona.where, "review")
        other = Desk(opened, "art-2")
        other.do(codings.set_status, other.where, "review")
        assert sealed.of(opened).is_ready
        mona.do(annotations.remove, [mona.all()[0].id])


def test_a_project_is_no_package(study):
    assert sealed.of(study) is None
