from __future__ import annotations

from annotator.store import codings


def test_the_nearest_spans_of_some_labels_come_nearest_first(world):
    here = world.code(20, 24)
    far, near, over = world.code(0, 4), world.code(26, 30), world.code(18, 22)
    quote = world.code(24, 26, "quote")
    db = world.project.db
    assert codings.nearest(db, here, ["actor"], 12) == [over, near, far]
    assert codings.nearest(db, here, [], 2) == [over, quote]
    assert codings.nearest(db, here, ["nothing"], 12) == []
