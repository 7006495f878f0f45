from __future__ import annotations

import ast
import inspect
import sys
from typing import TYPE_CHECKING

import pytest

from annotator import libraries
from annotator.libraries import DRAWING, WAYLAND, X11

if TYPE_CHECKING:
    from pathlib import Path

DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n'
MINT = 'NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n'
FEDORA = "ID=fedora\n"
ROCKY = 'ID="rocky"\nID_LIKE="rhel centos fedora"\n'
ARCH = "ID=arch\n"


@pytest.mark.parametrize(
    ("text", "tool"),
    [(DEBIAN, "apt"), (MINT, "apt"), (FEDORA, "dnf"), (ROCKY, "dnf"), (ARCH, "pacman"), ("ID=void\n", "")],
)
def test_the_package_tool_of_a_linux(tmp_path: Path, text: str, tool: str) -> None:
    (tmp_path / "os-release").write_text(text, encoding="utf-8")
    assert libraries.package_tool(str(tmp_path / "os-release")) == tool


def test_no_package_tool_where_the_system_does_not_say(tmp_path: Path) -> None:
    assert libraries.package_tool(str(tmp_path / "nothing")) == ""


def test_what_is_needed_follows_the_display() -> None:
    assert libraries.needed({}) == DRAWING
    assert libraries.needed({"DISPLAY": ":0"}) == DRAWING + X11
    assert libraries.needed({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}) == DRAWING + WAYLAND + X11
    assert libraries.needed({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}) == DRAWING


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
def test_missing_are_those_that_do_not_load() -> None:
    nowhere = libraries.Library("libnowhere.so.7", "libnowhere7", "nowhere", "nowhere")
    assert libraries.missing([*DRAWING, nowhere]) == [nowhere]


def test_the_remedy_is_one_line_with_each_package_once() -> None:
    assert libraries.remedy(DRAWING[:2], "pacman") == "sudo pacman -S libglvnd"
    assert libraries.remedy(DRAWING[:2], "apt") == "sudo apt install libgl1 libegl1"
    assert libraries.remedy(DRAWING[:2], "") == "libGL.so.1 libEGL.so.1"


def test_an_old_python_can_read_it_before_anything_is_installed() -> None:
    tree = ast.parse(inspect.getsource(libraries), feature_version=(3, 8))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported == {"__future__", "pathlib", "typing"}
