"""Whose work, which label, round, outlet and dates."""

from __future__ import annotations

import pytest

from annotator.core.errors import AnnotatorError
from annotator.formats.records import NoteRecord, RelationRecord, StatementRecord, Whose
from annotator.operations import codebook as codebook_operations
from annotator.operations.selection import Selection, documents, label_id, selected
from tests.operations.conftest import document, span


@pytest.fixture
def full(project, take):
    take(
        document(
            "a",
            meta={"outlet": "سانا", "date": "2015-03-01"},
            annotations=(
                span("quotation", 26, 33, id="q", notes=(NoteRecord("", "سارة", "هنا"),)),
                span("source", 16, 24, id="s"),
                span("cue", 13, 16, who="عمر", round="pilot"),
            ),
            relations=(RelationRecord("r", "says", "q", "s", Whose()),),
            statements=(StatementRecord("t", "claim", Whose(), {"by": {"annotation": "s"}, "plain": 1}),),
        ),
        document("b", "نص", meta={"outlet": "BBC", "date": "٢٠١٥-٠٤"}),
        document("c", "بلا تاريخ"),
    )
    return project


def spans(project, **chosen) -> list[str]:
    selection = Selection(**chosen)
    found = documents(project, selection, selected(project, selection))
    return [one.label for article in found for one in article.annotations]


def test_whose_and_round(full) -> None:
    assert spans(full) == ["cue", "source", "quotation"]
    assert spans(full, whose="عمر") == ["cue"]
    assert spans(full, whose=full.coder, round="main") == ["source", "quotation"]
    assert spans(full, whose="settled") == []


def test_a_label_by_id_or_name_takes_its_links_along_only_whole(full) -> None:
    assert spans(full, label="source") == ["source"]
    assert spans(full, label="مصدر") == ["source"]
    (found,) = documents(full, Selection(label="source"), ["a"])
    assert (found.relations, len(found.statements)) == ((), 1)
    (found,) = documents(full, Selection(label="quotation"), ["a"])
    assert found.statements == ()
    assert len(selected(full, Selection(label="source"))) == 3


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [
        ({"outlet": "BBC"}, ["b"]),
        ({"since": "2015-04"}, ["b"]),
        ({"until": "2015-03"}, ["a"]),
        ({"until": "2015"}, ["a", "b"]),
        ({"since": "٢٠١٥-٠٣-٠١", "until": "2015-04-30"}, ["a", "b"]),
        ({"since": "2016"}, []),
        ({}, ["a", "b", "c"]),
    ],
)
def test_outlet_and_dates_choose_articles(full, chosen: dict, ids: list[str]) -> None:
    assert selected(full, Selection(**chosen)) == ids


def test_words_that_are_not_those_of_the_text_go_nowhere(full) -> None:
    full.db.execute("update annotation set quotes = '[\"xx\"]' where label = 'cue'")
    with pytest.raises(AnnotatorError, match="quote_mismatch"):
        spans(full)


def test_pseudonyms_name_nobody(full) -> None:
    (found,) = documents(full, Selection(pseudonyms=True), ["a"])
    names = {one.whose.who for one in found.annotations}
    assert names == {"C1", "C2"}
    assert full.coder not in {one.whose.who_id for one in found.annotations}
    noted = next(one for one in found.annotations if one.notes)
    assert noted.notes[0].who == "C1"


@pytest.mark.parametrize(
    ("chosen", "key"),
    [
        ({"since": "1/3/2015"}, "bad_date"),
        ({"until": "2015-3"}, "bad_date"),
        ({"whose": "x"}, "no_such_coder"),
        ({"label": "x"}, "no_such_label"),
        ({"round": "x"}, "no_such_round"),
    ],
)
def test_what_is_not_there_is_said(full, chosen: dict, key: str) -> None:
    with pytest.raises(AnnotatorError, match=key):
        selected(full, Selection(**chosen))


def test_a_name_of_two_labels_is_no_answer(full) -> None:
    change = codebook_operations.add_label(full, {"ar": "مصدر", "en": "Origin"}, parent="actor")
    full.journal.commit(change)
    with pytest.raises(AnnotatorError, match="ambiguous_label"):
        label_id(full, "مصدر")
