from __future__ import annotations

from pathlib import Path

import pytest

from annotator import paths
from annotator.ui import translations


def test_the_files_are_up_to_date_and_whole(capsys) -> None:
    assert translations.main(["--check"]) == 0, capsys.readouterr().err


def test_wrong_words_are_a_usage(capsys) -> None:
    assert translations.main([]) == 2
    assert "--update" in capsys.readouterr().err


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    folder = tmp_path / "parts"
    folder.mkdir()
    for file in (paths.resources() / "i18n" / "parts").glob("*.toml"):
        (folder / file.name).write_bytes(file.read_bytes())
    return folder


def changed(parts: Path, old: str, new: str) -> list[str]:
    file = parts / "frame.toml"
    words = file.read_text("utf-8")
    assert old in words
    file.write_text(words.replace(old, new), "utf-8")
    scratch = parts.parent / "scratch"
    scratch.mkdir()
    return translations.renewed(parts, scratch).troubles


def test_what_has_no_arabic_is_named(parts: Path) -> None:
    assert changed(parts, '"Bar|Read only" = "للقراءة فقط"\n', "") == ["unfinished: Bar|Read only"]


def test_what_nobody_says_any_more_is_named(parts: Path) -> None:
    assert changed(parts, '"Bar|Read only"', '"Bar|Gone" = "ذهب"\n"Bar|Read only"') == ["unused: Bar|Gone"]


def test_all_six_plurals_are_needed(parts: Path) -> None:
    found = changed(parts, '"Coding|%Ln word(s)" = ["لا كلمات", ', '"Coding|%Ln word(s)" = [')
    assert found[0] == "unfinished: Coding|%Ln word(s)"


def test_a_stale_file_is_told(tmp_path: Path, monkeypatch, capsys) -> None:
    folder = tmp_path / "i18n"
    folder.mkdir()
    (folder / "parts").symlink_to(paths.resources() / "i18n" / "parts")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    assert translations.main(["--check"]) == 1
    assert capsys.readouterr().err.count("stale") == 4
    (folder / "ar.qm").write_bytes(b"old")
    with (folder / "ar.qm").open("rb") as in_use:  # Qt reads it in place: written over, it would end the program
        assert translations.main(["--update"]) == 0
        assert in_use.read() == b"old"
    assert translations.main(["--check"]) == 0
    assert {file.name for file in folder.iterdir()} == {"parts", "ar.ts", "ar.qm", "en.ts", "en.qm"}
