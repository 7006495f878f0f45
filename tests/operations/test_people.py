"""Coders by id, or by a name that only one has."""

from __future__ import annotations

import pytest

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.models import Coder
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


def test_several_who_are_named_and_who_of_them_is_new(project) -> None:
    here = codebook.coders(project.db)[0]
    found = people.named(project, ["سارة", "نور", " نور ", here.id, "علي"], [Coder("x", "علي", 5)])
    assert [one.name for one in found] == ["سارة", "نور", "نور", "سارة", "علي"]
    assert found[1] is found[2]
    assert found[4].id == "x"
    assert found[1].hue != here.hue
    with pytest.raises(AnnotatorError, match="empty_name"):
        people.named(project, ["نور", " "])


@pytest.mark.parametrize("name", ["ن" * 101, "a\u202eb", "a\u2067b", "a\u0000b", "a\u2028b"])
def test_names_that_no_line_bears(project, name: str) -> None:
    for attempt in (people.add_coder, people.acting, lambda p, n: people.rename_coder(p, p.coder, n)):
        with pytest.raises(AnnotatorError, match="bad_coder_name"):
            attempt(project, name)


def test_a_name_may_hold_what_its_script_needs(project) -> None:
    for name in ("می\u200cخواهم", "سارة\u200f (Sara)", "ن" * 100):
        assert people.acting(project, name).name == name


def test_whoever_is_new_comes_with_what_they_do(project) -> None:
    new = people.acting(project, "نور")
    done = project.journal.commit(people.by(project, new, change("rename_project", [])))
    assert (done.author, codebook.coder(project.db, new.id)) == (new.id, new)
    again = people.by(project, new, change("rename_project", []))
    assert not list(again.steps)


def test_nobody_is_known_by_no_name(project) -> None:
    with pytest.raises(AnnotatorError, match="empty_name"):
        people.known(project, " ")
