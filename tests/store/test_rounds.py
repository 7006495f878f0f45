from __future__ import annotations

from annotator.core.ids import keyed_id
from annotator.core.models import Article, Coding
from annotator.core.rows import added
from annotator.store import rounds


def test_what_is_a_coders_in_a_round_counted_and_by_row(world) -> None:
    world.commit("more", *(added(Article(f"art-{n}", "خبر", world.text.hash, position=n)) for n in (2, 3)))
    for article, coder, status in (("art-3", "c1", "todo"), ("art-2", "c2", "done")):
        key = keyed_id("coding", article, coder, "main", "own")
        world.commit("give", added(Coding(key, article, coder, "main", "own", status)))
    db = world.project.db
    numbers = dict(db.execute('select "id", rowid from "article"'))
    assert rounds.rows_of(db, "main", "c1") == {numbers["art-1"]: "work", numbers["art-3"]: "todo"}
    assert rounds.rows_of(db, "main", "c2") == {numbers["art-2"]: "done"}
    assert [rounds.count_given(db, "main", coder) for coder in ("c1", "c2", "c3")] == [2, 1, 0]
    assert rounds.count_given(db, "pilot", "c1") == 0
