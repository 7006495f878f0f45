"""What is being written, kept beside the project until it is in it."""

from __future__ import annotations

import os
import stat

import pytest

from annotator import paths
from annotator.store import drafts
from annotator.store.drafts import Draft

BODY = "هل هذا فاعل؟ 😀"


def draft(key: str = "new s1", body: str = BODY, **more: str) -> Draft:
    return Draft(key, "annotation", "s1", body, **more)


def bodies(project: str = "p1", coder: str = "c1") -> list[str]:
    return [one.body for one in drafts.of(project, coder)]


def test_what_is_kept_is_found_by_whose_it_is():
    drafts.keep("p1", "c1", draft())
    (found,) = drafts.of("p1", "c1")
    assert (found.key, found.owner_kind, found.owner, found.body) == ("new s1", "annotation", "s1", BODY)
    assert found.at
    assert drafts.of("p1", "c2") == drafts.of("p2", "c1") == []


def test_the_newest_of_a_field_stays_and_the_newest_of_all_is_first():
    drafts.keep("p1", "c1", draft(body="first"))
    drafts.keep("p1", "c1", draft(body="second"))
    drafts.keep("p1", "c1", draft("answer n1", "third"))
    assert set(bodies()) == {"second", "third"}
    ats = [one.at for one in drafts.of("p1", "c1")]
    assert ats == sorted(ats, reverse=True)


@pytest.mark.parametrize("nothing", ["", " \n"])
def test_without_words_there_is_no_draft(nothing: str):
    drafts.keep("p1", "c1", draft())
    drafts.keep("p1", "c1", draft(body=nothing))
    assert bodies() == []
    drafts.drop("p1", "c1", "new s1")  # a second time does nothing


def test_nobody_else_can_read_it_and_its_name_tells_nothing():
    drafts.keep("../p", "c1", draft("../../x"))
    (file,) = paths.drafts().iterdir()
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert not any(word in file.name for word in ("..", "c1", "s1", "فاعل"))
    assert bodies("../p") == [BODY]


@pytest.mark.parametrize("words", ["", "{", "[]", '{"key": "a"}', '{"strange": 1}', "null", "\udcff"])
def test_a_file_that_says_nothing_is_passed_over(words: str):
    drafts.keep("p1", "c1", draft())
    (file,) = paths.drafts().iterdir()
    file.write_bytes(words.encode("utf-8", "surrogateescape"))
    assert bodies() == []


def test_a_disk_that_takes_none_is_borne(annotator_home):
    annotator_home.mkdir(parents=True, exist_ok=True)
    folder = paths.user_data() / "drafts"
    folder.write_text("a file where the folder should be")
    drafts.keep("p1", "c1", draft())
    drafts.drop("p1", "c1", "new s1")
    assert bodies() == []


def test_words_that_no_file_can_hold_are_borne():
    drafts.keep("p1", "c1", draft(body="\ud800"))
    assert bodies() == []
    assert [*paths.drafts().iterdir()] == []
