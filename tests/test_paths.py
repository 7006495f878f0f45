from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from annotator import paths

if TYPE_CHECKING:
    from pathlib import Path


def mode(folder: Path) -> int:
    return stat.S_IMODE(folder.stat().st_mode)


def test_what_is_shipped_is_found() -> None:
    assert (paths.resources() / "fonts" / "fonts.toml").is_file()
    assert paths.seeds().name == "seeds"


def test_an_installed_package_looks_inside_itself_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "annotator"
    (package / "resources").mkdir(parents=True)
    (tmp_path / "site-packages" / "seeds").mkdir()
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    assert paths.resources() == package / "resources"
    assert paths.seeds() == tmp_path / "site-packages" / "seeds"


def test_everything_of_the_person_lies_below_the_named_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "home"))
    folders = [paths.user_data(), paths.user_config(), paths.user_log(), paths.backups("0123abcd")]
    assert len(set(folders)) == 4
    assert all(folder.is_dir() and folder.is_relative_to(tmp_path / "home") for folder in folders)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_folders_are_private_also_when_they_were_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "data").mkdir(parents=True, mode=0o755)
    backups = paths.backups("0123abcd")
    assert {mode(folder) for folder in (backups, backups.parent, paths.user_data(), paths.user_log())} == {0o700}


@pytest.mark.parametrize("project_id", ["../../elsewhere", "", "a/b", "CON:", "x" * 300, "معرف", "\ud800"])
def test_an_id_from_a_foreign_file_names_no_other_place(project_id: str) -> None:
    folder = paths.backups(project_id)
    assert folder.parent == paths.user_data() / "backups"
    assert len(folder.name) == 20
    assert folder == paths.backups(project_id)


@pytest.mark.skipif(os.name != "posix", reason="XDG folders")
def test_without_the_variable_the_systems_own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANNOTATOR_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    folders = [paths.user_data(), paths.user_config(), paths.user_log()]
    assert len(set(folders)) == 3
    assert all(folder.is_relative_to(tmp_path) and "annotator" in folder.parts for folder in folders)
