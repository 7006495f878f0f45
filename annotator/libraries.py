"""Which of the system's libraries Qt lacks on this Linux, and the one line that brings them.

Standard library only, no import of the package and no syntax newer than Python 3.8: `run.py` reads it before anything
is installed. Importing PySide6 names one missing library at a time, and a missing one for the screen ends the process
without a word that a person could act on; so this is asked first.
"""

from __future__ import annotations

import ctypes
import re
from pathlib import Path
from typing import Mapping, NamedTuple, Sequence  # noqa: UP035  (Python 3.8 reads this file)


class Library(NamedTuple):
    """One shared library and the package that holds it, by package tool."""

    soname: str
    apt: str
    dnf: str
    pacman: str


DRAWING = (
    Library("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Library("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Library("libX11.so.6", "libx11-6", "libX11", "libx11"),
)
X11 = (
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"),
)
WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client", "wayland"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland"),
    Library("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl", "wayland"),
)
TOOLS = {
    "apt": ("debian", "ubuntu", "sudo apt install"),
    "dnf": ("fedora", "rhel", "sudo dnf install"),
    "pacman": ("arch", "manjaro", "sudo pacman -S"),
}


def has_display(environ: Mapping[str, str]) -> bool:
    """Whether a window would be seen: a display is named and Qt was not told to draw elsewhere."""
    if environ.get("QT_QPA_PLATFORM", "").split(":")[0] in ("offscreen", "minimal", "vnc"):
        return False
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def needed(environ: Mapping[str, str]) -> Sequence[Library]:
    """What Qt will load under these environment variables."""
    if not has_display(environ):
        return DRAWING
    return DRAWING + (WAYLAND if environ.get("WAYLAND_DISPLAY") else ()) + (X11 if environ.get("DISPLAY") else ())


def missing(libraries: Sequence[Library]) -> Sequence[Library]:
    """Those that the dynamic loader does not find."""
    return [library for library in libraries if not _loads(library.soname)]


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def package_tool(os_release: str = "/etc/os-release") -> str:
    """`apt`, `dnf`, `pacman`, or an empty string for a Linux that we do not know."""
    try:
        text = Path(os_release).read_text(encoding="utf-8")
    except OSError:
        return ""
    kinds = " ".join(re.findall(r'^ID(?:_LIKE)?="?([^"\n]*)', text, re.MULTILINE)).split()
    return next((tool for tool, facts in TOOLS.items() if set(facts[:2]) & set(kinds)), "")


def packages(libraries: Sequence[Library], tool: str) -> Sequence[str]:
    """The packages that hold these libraries, each once; the bare library names where the tool is unknown."""
    names = [getattr(library, tool) if tool else library.soname for library in libraries]
    return list(dict.fromkeys(names))


def remedy(libraries: Sequence[Library], tool: str) -> str:
    """The line to type, or for an unknown Linux the names to look for."""
    names = " ".join(packages(libraries, tool))
    return f"{TOOLS[tool][2]} {names}" if tool else names
