"""Coders by id, or by a name that only one has."""

from __future__ import annotations

import pytest

from annotator.core.errors import AnnotatorError
from annotator.operations import people
from annotator.store import codebook
from tests.operations.conftest import document, span


def test_a_coder_joins_and_changes_names(project) -> None:
    done = project.journal.commit(people.add_coder(project, " عمر "))
    coder = people.known(project, "عمر")
    assert done.facts["coder"] == coder.id
    assert coder.hue != people.known(project, "سارة").hue
    project.journal.commit(people.rename_coder(project, coder.id, "عمر ب"))
    project.journal.commit(people.rename_coder(project, coder.id, "عمر ب"))
    assert people.known(project, coder.id).name == "عمر ب"
    project.journal.commit(people.add_coder(project, "ليلى", coder_id="fixed"))
    assert people.known(project, "fixed").name == "ليلى"


def test_names_are_needed_and_told_apart(project) -> None:
    for name, key in ((" ", "empty_name"), ("سارة", "name_taken")):
        with pytest.raises(AnnotatorError, match=key):
            people.add_coder(project, name)
    with pytest.raises(AnnotatorError, match="no_such_coder"):
        people.known(project, "عمر")


def test_who_acts(project, take) -> None:
    assert people.acting(project).id == project.coder
    assert people.acting(project, "سارة").id == project.coder
    assert people.acting(project, "جديد").name == "جديد"
    assert len(codebook.coders(project.db)) == 1
    take(document(annotations=(span("actor", 0, 4, who="سارة", who_id="x"),)))
    with pytest.raises(AnnotatorError, match="ambiguous_coder"):
        people.acting(project, "سارة")
    assert people.acting(project, "x").id == "x"
    project.coder = ""
    assert people.acting(project).name == people.NOBODY_YET


def test_who_acts_when_the_one_who_acted_was_undone(project) -> None:
    first = project.coder
    project.journal.commit(people.add_coder(project, "عمر", coder_id="omar"))
    project.act_as("gone")
    assert people.acting(project).id == first
    project.act_as("omar")
    project.journal.commit(people.rename_coder(project, "omar", "عمر ب"))
    project.act_as("gone")
    assert people.acting(project).id == "omar"
