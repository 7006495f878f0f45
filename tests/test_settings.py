from __future__ import annotations

from pathlib import Path

import pytest

from annotator import paths
from annotator.settings import Look, Place, Preferences, State


def test_preferences_come_back() -> None:
    assert Preferences.load() == Preferences()
    chosen = Preferences().with_(name="هناء", language="ar", text_size=24, recent_list=False)
    chosen.save()
    assert Preferences.load() == chosen
    assert (paths.user_config() / "preferences.toml").read_text("utf-8").count("هناء") == 1


@pytest.mark.parametrize(
    "written",
    [
        'language = "fr"', "text_size = 400", "text_size = true", 'text_size = "20"', 'recent_list = "yes"', "unknown = 1",
        "= broken", "\x00",
    ],
)  # fmt: skip
def test_what_is_wrong_is_as_at_the_start(written: str) -> None:
    (paths.user_config() / "preferences.toml").write_text(written, "utf-8")
    assert Preferences.load() == Preferences()


def test_state_comes_back_and_a_broken_one_is_a_first_start(tmp_path: Path) -> None:
    state = State(geometry="AA==", zoom=120, hint=False, places={"p": Place("a", 77)})
    state.opened(tmp_path / "one.annot")
    state.save()
    assert State.load() == state
    for broken in ("{", "[]", '{"places": 1}', '{"nonsense": 1}', '{"places": {"p": {"where": 1}}}'):
        (paths.user_config() / "state.json").write_text(broken, "utf-8")
        assert State.load() == State()


def test_recent_projects_are_the_last_ten(tmp_path: Path) -> None:
    state = State()
    for number in range(12):
        state.opened(tmp_path / f"{number}.annot")
    state.opened(tmp_path / "5.annot")
    assert len(state.recent) == 10
    assert [Path(name).stem for name in state.recent[:3]] == ["5", "11", "10"]


def test_files_appear_whole() -> None:
    State().save()
    assert [file.name for file in paths.user_config().iterdir()] == ["state.json"]


def test_how_a_projects_texts_are_shown_is_kept() -> None:
    state = State(looks={"a": Look("Amiri", 24, "loose")})
    state.save()
    assert State.load().looks == {"a": Look("Amiri", 24, "loose")}
