"""A label made and given by one action."""

from __future__ import annotations

import pytest

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.rows import altered
from annotator.operations import annotations, coining, history, variables
from annotator.operations.codings import Where
from annotator.store import codebook, codings
from tests.operations.conftest import BODY, document


@pytest.fixture
def where(project, take) -> Where:
    take(document())
    return Where("art-1", project.coder)


def test_one_undo_takes_back_the_label_and_the_span(project, where) -> None:
    done = project.journal.commit(coining.label_anew(project, where, {"en": "Fear"}, ((20, 24), (0, 4))))
    span = codings.annotation(project.db, done.facts["annotation"])
    assert (span.label, span.fragments, span.quotes) == ("fear", ((0, 4), (20, 24)), (BODY[0:4], BODY[20:24]))
    assert codebook.label(project.db, "fear").names == {"en": "Fear"}
    assert done.facts["name"] == "Fear"
    history.undo(project)
    assert codebook.label(project.db, "fear") is None
    assert codings.annotation(project.db, span.id) is None


def test_relabelling_drops_only_what_the_old_label_carried(project, where) -> None:
    old = project.journal.commit(annotations.label_span(project, where, "quotation", ((0, 4),))).facts["annotation"]
    bound = next(v.id for v in codebook.read(project.db).variables if "quotation" in v.labels and v.type == "choice")
    free = project.journal.commit(
        variables.add_variable(project, {"en": "Sure"}, scope="annotation", value_type="yesno")
    )
    value = codebook.variable(project.db, bound).choices[0].id
    project.journal.commit(annotations.set_attribute(project, old, bound, value))
    project.journal.commit(annotations.set_attribute(project, old, free.facts["variable"], True))
    done = project.journal.commit(coining.relabel_anew(project, old, {"ar": "خوف"}))
    span = codings.annotation(project.db, old)
    assert span.label == done.facts["label"]
    assert done.facts["before"] == "quotation"
    assert list(codings.values_of(project.db, old)) == [free.facts["variable"]]
    history.undo(project)
    assert codings.annotation(project.db, old).label == "quotation"
    assert bound in codings.values_of(project.db, old)


def test_refused_whole(project, where) -> None:
    before = codebook.read(project.db)
    for names, fragments, key in (
        ({"en": "Actor"}, ((0, 4),), "label_name_taken"),
        ({"en": " "}, ((0, 4),), "empty_name"),
        ({"en": "Fear"}, ((4, 4),), "bad_span"),
    ):
        with pytest.raises(AnnotatorError, match=key):
            project.journal.commit(coining.label_anew(project, where, names, fragments))
    project.journal.commit(change("freeze", [altered(codebook.rounds(project.db)[0], state="frozen")]))
    with pytest.raises(AnnotatorError, match="frozen_round"):
        project.journal.commit(coining.label_anew(project, where, {"en": "Fear"}, ((0, 4),)))
    assert codebook.read(project.db) == before
