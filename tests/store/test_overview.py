"""Counts of own work, with what was settled beside it; and the log as it was written."""

from __future__ import annotations

import pytest

from annotator.core.changes import change
from annotator.core.ids import keyed_id, new_id
from annotator.core.models import Annotation, Coding
from annotator.core.rows import added
from annotator.store import overview
from annotator.store.project import Project


def test_settled_work_is_counted_apart(world) -> None:
    def coded(kind: str, label: str) -> None:
        coding = Coding(keyed_id("art-1", "c1", "main", kind), "art-1", "c1", "main", kind)
        span = Annotation(new_id(), coding.id, label, world.text.hash, ((0, 4),), (world.text.body[0:4],))
        there = world.project.db.execute('select 1 from "coding" where "id" = ?', [coding.id]).fetchone()
        world.project.journal.commit(change("label_span", [*([] if there else [added(coding)]), added(span)]))

    before = overview.of(world.project.db)
    label = world.project.db.execute('select "id" from "label"').fetchone()[0]
    coded("own", label)
    coded("settled", label)
    found = overview.of(world.project.db)
    assert found.articles == before.articles == 1
    assert (found.annotations - before.annotations, found.settled - before.settled) == (1, 1)
    assert found.by_label[label] - before.by_label.get(label, 0) == 1
    assert found.by_coder["c1"] - before.by_coder.get("c1", 0) == 1
    assert set(found.by_status) == {"work"}


def test_the_log_is_read_newest_first_with_undo_and_redo(world) -> None:
    journal = world.project.journal
    kinds = [entry.kind for entry in journal.newest(limit=100)]
    assert len(journal.newest(limit=1)) == 1
    assert journal.newest(limit=1)[0].n == journal.n
    assert set(kinds) == {"do"}


def test_opened_unseen_the_bytes_stay_until_the_first_action(world) -> None:
    world.project.close()
    before = world.path.read_bytes()
    with Project.open(world.path, unseen=True) as project:
        assert project.writable
    assert world.path.read_bytes() == before
    with Project.open(world.path, unseen=True) as project:
        project.journal.commit(change("rename", [added(Coding("x", "art-1", "c1", "main"))]))
        assert project.session().clean is False
    assert world.path.read_bytes() != before
    with Project.read(world.path) as project:
        assert project.session().clean is True
        assert project.journal.newest(limit=1)[0].name == "rename"


def test_a_failed_first_action_leaves_the_bytes(world) -> None:
    world.project.close()
    before = world.path.read_bytes()
    with Project.open(world.path, unseen=True) as project:

        def steps():
            yield added(Coding("x", "art-1", "c1", "main"))
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            project.journal.commit(change("import", steps()))
    assert world.path.read_bytes() == before
