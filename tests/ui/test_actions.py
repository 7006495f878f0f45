from __future__ import annotations

from collections import Counter

from annotator import paths
from annotator.ui import actions, bar


def test_ids_are_one_each_and_menus_exist() -> None:
    assert [name for name, count in Counter(action.id for action in actions.TABLE).items() if count > 1] == []
    assert {action.menu for action in actions.TABLE} <= set(actions.MENUS)
    assert all(path.rpartition("/")[0] in ("", *actions.MENUS) for path in actions.MENUS)


def test_no_key_means_two_things() -> None:
    everywhere = Counter(key for action in actions.TABLE for key in action.keys)
    assert [key for key, count in everywhere.items() if count > 1] == []


def test_icons_are_there() -> None:
    for action in actions.TABLE:
        assert not action.icon or (paths.resources() / "icons" / f"{action.icon}.svg").is_file()
    known = {action.id: action for action in actions.TABLE}
    assert all(known[name].icon for name in bar.BUTTONS)
    assert set(bar.MODES) <= set(known)


def test_at_most_eight_controls_in_the_toolbar() -> None:
    assert len(bar.BUTTONS) + len(bar.MODES) <= 8


def test_mnemonics_are_left_out_of_plain_words() -> None:
    assert actions.plain("&Project") == "Project"
