"""What was stored is read back as the value that it was, in its order."""

from __future__ import annotations

import pytest

from annotator.core.changes import Change
from annotator.core.models import (
    Article,
    Choice,
    Coder,
    Decision,
    Label,
    Note,
    Relation,
    RelationType,
    Round,
    Source,
    Statement,
    StatementType,
    Variable,
    Version,
)  # fmt: skip
from annotator.core.rows import added, altered, removed
from annotator.core.text import Text
from annotator.store import articles, codebook, codings, overview


def test_articles(world):
    db, text = world.project.db, Text("ثان")
    second = Article("art-0", "قبل", text.hash, "rtl", {"outlet": "سانا", "date": "2014"}, "a")
    source = Source("s", "art-0", "a.txt", "txt", "utf-8", "0" * 64, True, "crlf", "2026")
    world.commit("take_in", text, added(second), added(source))
    assert articles.order(db) == ["art-1", "art-0"]
    assert [article.id for article in articles.every(db)] == ["art-1", "art-0"]
    assert articles.get(db, "art-0") == second
    assert articles.of_text(db, text.hash) == second
    assert articles.of_text(db, "0") is None
    assert articles.sources(db, "art-0") == [source]
    assert articles.last_position(db) == "a"
    assert articles.count(db) == 2
    assert articles.lines(db, ["art-0"]) == {"art-0": articles.Line("art-0", "قبل", second.meta)}


def test_articles_by_their_rows(world):
    db, text = world.project.db, Text("ثان")
    second = Article("art-0", "قبل", text.hash, position="a")
    world.commit("take_in", text, added(second))
    first = articles.row(db, "art-1")
    assert list(articles.rows(db)) == [first, articles.row(db, "art-0")]
    assert articles.row(db, "gone") == 0
    shown = articles.lines_at(db, [articles.row(db, "art-0"), 9999, first])
    assert [line.id for line in shown] == ["art-0", "", "art-1"]
    assert shown[0] == articles.Line("art-0", "قبل", second.meta)


def test_codebook(world):
    db = world.project.db
    label = Label(
        "frame", {"ar": "إطار"}, 33, "3", 2, "actor", "c", {"en": "d"}, {"en": "i"}, {"en": "e"}, ("مثال",), "b", True
    )
    variable = Variable(
        "stance", {"en": "stance"}, "annotation", "choice", (Choice("pro", {"en": "pro"}),), ("frame",), True, "b"
    )
    kind = RelationType("says", {"en": "says"}, ("actor",), ("quote",))
    assert codebook.latest_version(db) == ""
    first, second = Version("v1", "one", "2026", {"labels": []}), Version("v2", "two", "1999", {"labels": [1]})
    world.commit("add", added(label), added(variable), added(kind), added(first))
    world.commit("publish", added(second))
    found = codebook.read(db)
    assert found.labels[-1] == label
    assert found.variables[-1] == variable
    assert found.relation_types == (kind,)
    assert found.version == "v2"
    assert codebook.versions(db) == [first, second]
    assert codebook.label(db, "frame") == label
    assert codebook.label(db, "no") is None
    assert codebook.variable(db, "stance") == variable


def test_who_came_first_stays_first(world):
    db, coder = world.project.db, Coder("c1", "سلمى", 10)
    world.commit("round", added(Round("pilot", "pilot")), added(Version("v1", "one", "", {})))
    world.commit("version", added(Version("v2", "two", "", {})))
    gone = world.commit("remove", removed(Version("v1", "one", "", {})), removed(Round("pilot", "pilot")))
    world.project.journal.undo()
    assert gone.n
    assert [version.id for version in codebook.versions(db)] == ["v1", "v2"]
    assert codebook.latest_version(db) == "v2"
    assert [round_.id for round_ in codebook.rounds(db)] == ["main", "pilot"]
    assert codebook.coders(db) == [coder, Coder("c2", "Omar", 200)]


def test_codings(world):
    db, made, other = world.project.db, world.code(), world.code(0, 9)
    values = [world.tone(made.id, value) for value in (["a", "b"],)]
    link = Relation("r", world.coding.id, "says", made.id, other.id)
    statement = Statement("st", world.coding.id, "claim")
    note = Note("n", "annotation", made.id, "c1", "لماذا؟", "2026")
    decision = Decision("d", world.coding.id, "x", "both", "", "", "c2", "2026", ("a",), ("b", "c"))
    rows = (*values, RelationType("says", {}), link, StatementType("claim", {}), statement, note, decision)
    world.commit("more", *(added(row) for row in rows))
    mine = [world.coding.id]
    assert codings.coding(db, world.coding.id) == world.coding
    assert codings.of_article(db, "art-1") == [world.coding]
    assert codings.annotations_of(db, mine) == [other, made]
    assert codings.same(db, world.coding.id, "actor", ((0, 9),)) == other
    assert codings.same(db, world.coding.id, "quote", ((0, 9),)) is None
    assert codings.values(db, mine) == values
    assert codings.values_of(db, made.id) == {"tone": values[0]}
    assert list(codings.values_in(db, "tone")) == values
    assert codings.relations(db, mine) == codings.relations_of(db, other.id) == [link]
    assert codings.count_relations(db, "says") == 1
    assert codings.examples(db, "actor", coder="c1", limit=1) == [made]
    assert codings.examples(db, "actor", coder="c2", limit=1) == []
    assert codings.statements(db, mine) == [statement]
    assert codings.notes(db, [made.id]) == [note]
    assert codings.decisions(db, mine) == [decision]
    assert codings.statuses(db, mine) == {world.coding.id: "work"}
    assert codings.count_done(db, "c1", "main") == 0
    world.commit("done", altered(world.coding, status="done"))
    assert codings.count_done(db, "c1", "main") == 1
    found = overview.of(db)
    assert (found.articles, found.annotations, found.settled, found.relations, found.statements) == (1, 2, 0, 1, 1)
    assert (found.by_label, found.by_coder, found.by_status) == ({"actor": 2}, {"c1": 2}, {"done": 1})


@pytest.mark.parametrize("limit", [1, 3])
def test_the_log_as_it_was_written(world, limit):
    world.code()
    world.project.journal.undo()
    newest = world.project.journal.newest(limit)
    assert [type(one) for one in newest] == [Change] * limit
    assert newest[0].kind == "undo"
