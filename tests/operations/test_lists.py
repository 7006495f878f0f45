"""Word lists: made, edited, taken away, and put in from those that come with the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator import paths
from annotator.core.errors import AnnotatorError
from annotator.operations import history, lists
from annotator.store import lists as reader
from annotator.store.project import Project


def do(project: Project, change):
    return project.journal.commit(change)


def test_a_list_is_made_and_edited_and_goes(project: Project) -> None:
    names = {"ar": " أفعال ", "en": "Verbs", "fa": " "}
    made = do(project, lists.add_list(project, names, "ar", [" زعم ", "قال", "", "زعم"], hue=30, inflected=True))
    assert made.facts == {"list": "verbs", "name": "أفعال"}
    do(project, lists.add_list(project, {"ar": "شتائم"}, "ar", ["خائن"]))
    first, second = reader.every(project.db)
    assert (first.id, first.names, first.words) == ("verbs", {"ar": "أفعال", "en": "Verbs"}, ("زعم", "قال"))
    assert (first.hue, first.inflected, second.inflected) == (30, True, False)
    do(project, lists.edit_list(project, "verbs", words=("ادعى ", "ادعى"), hue=10))
    found = lists.existing(project, "verbs")
    assert (found.words, found.hue, found.names) == (("ادعى",), 10, first.names)
    do(project, lists.remove_list(project, "verbs"))
    assert [one.id for one in reader.every(project.db)] == [second.id]
    history.undo(project)
    assert [one.id for one in reader.every(project.db)] == ["verbs", second.id]


@pytest.mark.parametrize(
    ("fields", "key"),
    [({"words": (" ",)}, "empty_list"), ({"hue": 360}, "bad_hue"), ({"names": {"ar": ""}}, "empty_name")],
)
def test_what_is_no_list_is_refused(project: Project, fields, key) -> None:
    do(project, lists.add_list(project, {"en": "Verbs"}, "en", ["say"]))
    with pytest.raises(AnnotatorError, match=key):
        lists.edit_list(project, "verbs", **fields)
    whole = {"names": {"en": "X"}, "language": "en", "words": ("a",), **fields}
    with pytest.raises(AnnotatorError, match=key):
        lists.add_list(project, **whole)
    with pytest.raises(AnnotatorError, match="no_such_list"):
        lists.edit_list(project, "gone", hue=1)


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "resources" / "words"
    folder.mkdir(parents=True)
    monkeypatch.setattr(paths, "resources", lambda: folder.parent)
    return folder


_LIST = """id = "{key}"
names = {{ ar = "كلمات", en = "Words" }}
language = "ar"
hue = 12
inflected = true
words = ["قال", "زعم"]
"""


def test_a_list_of_the_programs_comes_in_under_its_own_id_once(project: Project, shipped: Path) -> None:
    for key in ("zz", "aa"):
        (shipped / f"{key}-file.toml").write_text(_LIST.format(key=key), encoding="utf-8")
    (shipped / "lexicon.toml").write_text('words = ["كتب"]\n', encoding="utf-8")
    assert [one.key for one in lists.starters()] == ["aa", "zz"]
    do(project, lists.add_starter(project, "zz"))
    (found,) = reader.every(project.db)
    assert (found.id, found.language, found.hue, found.words, found.inflected) == ("zz", "ar", 12, ("قال", "زعم"), True)
    with pytest.raises(AnnotatorError, match="list_there"):
        lists.add_starter(project, "zz")
    with pytest.raises(AnnotatorError, match="no_such_list"):
        lists.add_starter(project, "lexicon")


def test_the_lists_that_are_shipped_can_be_put_in(project: Project) -> None:
    for one in lists.starters():
        do(project, lists.add_starter(project, one.key))
    assert len(reader.every(project.db)) == len(lists.starters())
