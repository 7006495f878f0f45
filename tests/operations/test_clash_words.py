"""A clash in words: what it is about and what stands on either side, whatever table it is of."""

from __future__ import annotations

import pytest

from annotator.core.rows import dumps
from annotator.core.travel import Clash
from annotator.operations import annotations, articles, clashes, codebook, correction
from annotator.operations.clash_words import Words
from annotator.operations.clashes import Open
from annotator.store import joined
from tests.operations.conftest import BODY
from tests.operations.test_clashes import clash


def told(copy, table: str, row: str, after: dict | None, language: str = "en"):
    here = joined.rows(copy.project.db, table, [row]).get(row)
    before = None if after is None or here is None else {column: here[column] for column in after}
    made = Clash("k", "m", table, row, before, after, "changed", "", "", "2026-01-01T00:00:00+00:00")
    return Words(copy.project, language).told(Open(made, here, ()))


def sides(copy, table: str, row: str, after: dict | None):
    return [(said.column, said.theirs) for said in told(copy, table, row, after).said]


def test_values_are_said_as_a_person_says_them(two) -> None:
    ours, _ = two
    assert sides(ours, "label", "actor", {"retired": 1}) == [("retired", "yes")]
    assert sides(ours, "label", "actor", {"hue": 7}) == [("colour", "7")]
    assert sides(ours, "label", "actor", {"names": dumps({"en": "who"})}) == [("name", "who")]
    assert sides(ours, "label", "actor", {"within": dumps(["quotation"])}) == [("only within", "Quotation")]
    assert sides(ours, "article", "art-1", {"meta": dumps({"outlet": "سانا"})}) == [("details", "outlet: سانا")]
    text = correction.versions(ours.project, "art-2")[0].text
    ((column, words),) = sides(ours, "article", "art-1", {"text": text})
    assert (column, words[:3]) == ("text", "حلب")
    assert sides(ours, "article", "art-1", {"title": "[لا"}) == [("title", "[لا")]
    assert sides(ours, "article", "art-1", {"direction": "ltr", "position": "z"})[0] == ("direction", "ltr")
    assert sides(ours, "round", "main", {"state": "frozen", "seal": "x"}) == [("state", "frozen")]
    (claim,) = ours.project.db.execute('select "id" from "value" where "value" = \'true\'').fetchone()
    assert sides(ours, "value", claim, {"value": "false"}) == [("value", "no")]
    variable = ours.project.db.execute('select "id" from "variable" where "choices" <> \'[]\'').fetchone()[0]
    assert sides(ours, "variable", variable, {"choices": dumps([{"id": "x", "names": {"en": "one"}}])}) == [
        ("choices", "one")
    ]


def test_spans_are_said_by_their_words_on_either_side(two) -> None:
    ours, _ = two
    span = next(one.id for one in ours.all() if one.label == "quotation")
    after = {"fragments": "[[18,24]]", "quotes": dumps([BODY[18:24]]), "head": "[[18,20]]"}
    found = told(ours, "annotation", span, after)
    assert (found.said[0].column, found.said[0].theirs) == ("words", BODY[18:24])
    assert (found.ours, found.theirs) == (((17, 25),), ((18, 24),))
    assert found.title == "خبر"
    gone = told(ours, "annotation", span, None)
    assert (gone.said[0].theirs, gone.theirs) == ("removed", ())
    assert told(ours, "annotation", "none", {"label": "actor"}).said[0].ours == "not there"
    long = told(ours, "note", "none", {"id": "none", "body": "ا" * 500})
    assert long.name.endswith("…")


def test_their_span_stands_on_the_text_of_here_once_it_prevails(two) -> None:
    ours, theirs = two
    span = next(one.id for one in ours.all() if one.label == "actor")
    ours.do(correction.correct, "art-1", BODY.replace("سانا", "وكالة سانا"))
    ours.do(annotations.remove, [span])
    (found,) = clash(two, "title", lambda copy: copy.do(annotations.resize, span, ((31, 44),)))
    assert found.clash.why in {"deleted_here", "lost"}
    if found.clash.why == "lost":
        ours.refused("clash_stuck", clashes.settle, found.clash.id, "theirs")
    ours.whole()
    assert theirs.span(span).fragments == ((31, 44),)


def test_a_label_of_another_id_is_said_by_its_name(two) -> None:
    ours, theirs = two
    label = str(theirs.do(codebook.add_label, {"ar": "هناك"}).facts["label"])
    theirs.do(codebook.set_key, label, "y")
    ours.do(codebook.set_key, "actor", "y")
    ours.merge(theirs)
    (found,) = clashes.waiting(ours.project)
    assert Words(ours.project, "ar").told(found).name == "هناك"
    ours.do(clashes.settle, found.clash.id, "theirs")
    keys = dict(ours.project.db.execute('select "id", "key" from "label"'))
    assert keys[label] == "y"
    assert list(keys.values()).count("y") == 1
    ours.whole()
    ours.do(articles.rename_article, "art-1", "بعد")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_reason_has_its_words(two, language: str) -> None:
    ours, _ = two
    for why in ("changed", "deleted_here", "deleted_there", "still_used", "lacking", "lost", "frozen", "unsealed"):
        made = Clash("k", "m", "article", "art-1", {"title": "a"}, {"title": "b"}, why, "", "", "")
        assert " " in Words(ours.project, language).told(Open(made, None, ())).why
