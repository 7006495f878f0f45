"""What could not be joined, listed with what is held with it, and settled either way by one action each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.core.errors import AnnotatorError
from annotator.messages import say
from annotator.operations import (
    annotations,
    articles,
    clashes,
    codebook,
    codings,
    correction,
    history,
    notes,
    sealing,
    statements,
    variables,
)
from annotator.operations.clash_words import Words
from annotator.store import joined
from tests.operations import deeds
from tests.operations.copies import Copy
from tests.operations.deeds import DEEDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.operations.clashes import Open

# Deeds here and there that clash, and whether theirs can prevail.
CLASHES = [
    ("title", lambda copy: copy.do(articles.rename_article, "art-1", "آخر"), True),
    ("remove", DEEDS["relabel"], True),
    ("relabel", DEEDS["remove"], True),
    ("note", DEEDS["remove"], True),
    ("remove other article", DEEDS["label elsewhere"], False),
    ("label", DEEDS["label"], True),
    ("settle a", DEEDS["settle b"], True),
    ("key", DEEDS["add label"], True),
    ("use label", DEEDS["remove label"], False),
    ("correct away", DEEDS["resize"], False),
    ("remove label", DEEDS["use label"], False),
    ("add choice", DEEDS["remove choice"], True),
]


def clash(two, here: str | Callable, there: str | Callable) -> list[Open]:
    ours, theirs = two
    (DEEDS[here] if isinstance(here, str) else here)(ours)
    (DEEDS[there] if isinstance(there, str) else there)(theirs)
    ours.merge(theirs)
    return clashes.waiting(ours.project)


@pytest.mark.parametrize(("here", "there", "fits"), CLASHES, ids=[one[0] for one in CLASHES])
def test_each_kind_is_settled_either_way_and_taken_back(two, here, there, fits) -> None:
    ours, _ = two
    found = clash(two, here, there)
    assert found
    for language in ("ar", "en"):
        words = Words(ours.project, language)
        for one in found:
            told = words.told(one)
            assert told.what
            assert told.why
            assert told.said
    before = ours.tables()
    ours.do(clashes.settle_all, "ours")
    assert ours.rows() == {table: rows for table, rows in before.items() if table != "clash"}
    assert clashes.count(ours.project) == 0
    ours.whole()
    history.undo(ours.project)
    assert ours.tables() == before
    if not fits:
        with pytest.raises(AnnotatorError):
            ours.do(clashes.settle_all, "theirs")
        assert ours.tables() == before
        return
    ours.do(clashes.settle_all, "theirs")
    ours.whole()
    after = ours.tables()
    history.undo(ours.project)
    assert ours.tables() == before
    history.redo(ours.project)
    assert ours.tables() == after
    ours.whole()


def test_a_span_that_was_removed_here_comes_back_with_what_hung_on_it(two) -> None:
    ours, theirs = two
    quote = next(one.id for one in ours.all() if one.label == "quotation")
    (found,) = clash(two, "remove", "relabel")
    ours.do(clashes.settle, found.clash.id, "theirs")
    assert ours.span(quote).label == "loaded-term"
    count = 'select count(*) from "note" where "owner" = ?'
    assert ours.project.db.execute(count, [quote]).fetchone() == (1,)
    assert ours.rows()["value"] == theirs.rows()["value"]


def test_settled_both_ways_ours_stands_until_theirs_is_taken(two) -> None:
    ours, theirs = two
    found = clash(two, "settle a", "settle b")
    mine = ours.rows()["decision"]
    (decision,) = [one for one in found if one.clash.tbl == "decision"]
    assert mine != theirs.rows()["decision"]
    ours.do(clashes.settle, decision.clash.id, "theirs")
    ours.whole()
    assert theirs.rows()["decision"] == ours.rows()["decision"]


def test_two_reviewers_settled_one_article(two) -> None:
    ours, theirs = two
    other = theirs.project.db.execute('select "id" from "coder" where "name" = ?', ["عمر"]).fetchone()[0]
    theirs.project.act_as(other)
    (found,) = clash(two, "settle a", "settle b")
    assert found.clash.why == "settled"
    assert found.within
    ours.whole()
    ours.do(clashes.settle, found.clash.id, "theirs")
    ours.whole()
    kinds = 'select "coder" from "coding" where "kind" = \'settled\''
    assert ours.project.db.execute(kinds).fetchall() == [(other,)]


def test_frozen_work_is_held_and_cannot_prevail(two) -> None:
    ours, _ = two
    found = clash(two, lambda copy: copy.do(sealing.freeze, "main"), "label")
    assert {one.clash.why for one in found} == {"frozen"}
    ours.refused("frozen_round", clashes.settle, found[0].clash.id, "theirs")
    ours.whole()


@pytest.mark.parametrize("there", ["label", "correct"])
def test_beside_frozen_work_all_else_is_taken(two, there: str) -> None:
    ours, theirs = two
    theirs.do(articles.rename_article, "art-2", "هناك")
    ours.do(articles.rename_article, "art-2", "هنا")
    found = clash(two, lambda copy: copy.do(sealing.freeze, "main"), there)
    assert {one.clash.why for one in found} >= {"frozen", "changed"}
    ours.do(clashes.settle_all, "theirs")
    left = clashes.waiting(ours.project)
    assert "frozen" in {one.clash.why for one in left}
    assert "art-2" not in {one.clash.row for one in left}
    ours.refused("no_clash_fits", clashes.settle_all, "theirs")
    frozen = next(one.clash.id for one in left if one.clash.why == "frozen")
    assert ours.refused("frozen_round", clashes.settle, frozen, "theirs").facts == {"round": "main"}
    ours.whole()


def test_a_round_frozen_there_with_other_work_here_is_held(two) -> None:
    ours, _ = two
    (found,) = clash(two, "label", lambda copy: copy.do(sealing.freeze, "main"))
    assert found.clash.why == "unsealed"
    ours.refused("clash_stuck", clashes.settle, found.clash.id, "theirs")


def test_a_round_frozen_there_upon_the_same_work_is_frozen_here(two) -> None:
    ours, theirs = two
    assert clash(two, "title", lambda copy: copy.do(sealing.freeze, "main")) == []
    assert joined.frozen(ours.project.db) == {"main"}
    ours.whole()
    assert theirs.merge(ours).clashes == ()


def test_a_codebook_that_would_contradict_itself(two) -> None:
    ours, theirs = two
    one = str(ours.do(codebook.add_label, {"ar": "أول"}).facts["label"])
    two_ = str(ours.do(codebook.add_label, {"ar": "ثان"}).facts["label"])
    theirs.merge(ours)
    (found,) = clash(
        two,
        lambda copy: copy.do(codebook.edit_label, one, parent=two_),
        lambda copy: copy.do(codebook.edit_label, two_, parent=one),
    )
    assert found.clash.why == "illegal"
    ours.refused("bad_codebook", clashes.settle, found.clash.id, "theirs")
    ours.whole()


def test_a_choice_used_here_stays(two) -> None:
    (found,) = clash(two, "choose", "remove choice")
    assert found.clash.why == "still_used"
    two[0].whole()


USED = [
    ("use label", "remove label", "label", 1),
    ("choose", "remove choice", "variable", 1),
    ("choose", "remove variable", "variable", 1),
    ("label elsewhere", "remove other article", "article", 1),
    ("label", "remove article", "article", 1),
]


@pytest.mark.parametrize(("here", "there", "why", "count"), USED)
def test_what_is_used_here_is_not_taken_away_and_it_is_said_what_to_do(two, here, there, why, count) -> None:
    ours, _ = two
    found = clash(two, here, there)
    assert found
    for one in found:
        error = ours.refused("clash_used", clashes.settle, one.clash.id, "theirs")
        assert (error.facts["why"], error.facts["count"]) == (why, count)
        for language in ("ar", "en"):
            assert "{" not in say(error, language)
        assert "keep ours" in say(error, "en")
        ours.do(clashes.settle, one.clash.id, "ours")
    ours.whole()


def test_a_kind_of_statement_used_here_stays(two) -> None:
    ours, _ = two

    def remove(copy: Copy) -> None:
        copy.do(statements.remove_statement, deeds._one(copy, "statement"))
        copy.do(variables.remove_statement_type, "claim")

    first, *_ = clash(two, "statement", remove)
    error = ours.refused("clash_used", clashes.settle, first.clash.id, "theirs")
    assert error.facts["why"] in {"other", "variable"}


def test_a_value_of_a_choice_that_is_gone_here_waits(two) -> None:
    (found,) = clash(two, "remove choice", "choose")
    assert found.clash.why == "lacking"
    two[0].whole()


def test_what_is_no_clash_or_settled_is_refused(two) -> None:
    ours, _ = two
    ours.refused("no_such_clash", clashes.settle, "none", "ours")
    ours.refused("no_clashes", clashes.settle_all, "ours")
    (found,) = clash(two, "title", lambda copy: copy.do(articles.rename_article, "art-1", "آخر"))
    ours.do(clashes.settle, found.clash.id, "ours")
    ours.refused("clash_settled", clashes.settle, found.clash.id, "theirs")


def test_of_many_what_fits_is_taken(two) -> None:
    ours, theirs = two
    theirs.do(articles.rename_article, "art-1", "هناك")
    theirs.do(annotations.label_span, codings.Where("art-2", theirs.project.coder), "actor", ((0, 4),))
    ours.do(articles.rename_article, "art-1", "هنا")
    ours.do(articles.remove_articles, ["art-2"])
    ours.merge(theirs)
    done = ours.do(clashes.settle_all, "theirs")
    assert done.facts["count"] == 1
    assert clashes.count(ours.project) == 1
    ours.refused("no_clash_fits", clashes.settle_all, "theirs")
    ours.do(clashes.settle_all, "ours")


def test_notes_and_their_answers(two) -> None:
    ours, _ = two
    found = clash(two, lambda copy: copy.do(notes.remove_note, deeds._one(copy, "note")), "answer")
    assert found
    ours.whole()


def test_both_corrected(two) -> None:
    ours, theirs = two
    found = clash(two, "correct", "correct otherwise")
    assert [one.clash.tbl for one in found] == ["article"]
    ours.whole()
    assert ours.body() != theirs.body()
    spans = len(ours.all())
    ours.do(clashes.settle, found[0].clash.id, "theirs")
    ours.whole()  # what is ours went along: `check` knows a span or a part on another text than its article's
    assert ours.body() == theirs.body()
    assert len(ours.all()) == spans
    (doubt,) = correction.in_doubt(ours.project, coder=ours.where.coder)
    assert doubt.doubt.was == ("”الناطق“",)
    assert doubt.annotation.quotes == ("”المتحدث“",)


def test_a_text_under_which_a_span_of_ours_would_be_lost_does_not_prevail(two) -> None:
    def here(copy: Copy) -> None:
        copy.label("cue", (17, 25))
        DEEDS["correct"](copy)

    found = next(one for one in clash(two, here, "correct away") if one.clash.tbl == "article")
    assert two[0].refused("clash_stuck", clashes.settle, found.clash.id, "theirs").facts == {"why": "lost"}


def test_a_part_of_which_nothing_is_left_goes_with_the_text_that_prevails(two) -> None:
    def here(copy: Copy) -> None:
        DEEDS["part"](copy)
        DEEDS["correct"](copy)

    def there(copy: Copy) -> None:
        copy.do(correction.correct, "art-1", copy.body().split("\n")[0])

    ours, _ = two
    found = next(one for one in clash(two, here, there) if one.clash.tbl == "article")
    ours.do(clashes.settle, found.clash.id, "theirs")
    ours.whole()
    assert "caption" not in {row[3] for row in ours.rows()["part"] if row[1] == "art-1"}


def test_a_span_that_went_along_and_is_removed_all_the_same_leaves_no_doubt(two) -> None:
    def quotation(copy: Copy) -> str:
        return next(span.id for span in copy.all() if span.label == "quotation")

    def here(copy: Copy) -> None:
        copy.do(annotations.relabel, quotation(copy), "cue")
        DEEDS["correct"](copy)

    def there(copy: Copy) -> None:
        gone = quotation(copy)
        DEEDS["correct otherwise"](copy)
        copy.do(annotations.remove, [gone])

    ours, theirs = two
    assert clash(two, here, there)
    ours.do(clashes.settle_all, "theirs")
    ours.whole()
    assert ours.body() == theirs.body()
    assert correction.in_doubt(ours.project, coder=ours.where.coder) == []
