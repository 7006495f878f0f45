"""What holds for every test: no screen, no network, no real home, and failures that can be repeated."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["LC_ALL"] = "C.UTF-8"

SLOW = (HealthCheck.too_slow,)  # says something about the machine
settings.register_profile("quick", deadline=None, max_examples=60, print_blob=True, suppress_health_check=SLOW)
settings.register_profile("long", deadline=None, max_examples=2000, print_blob=True, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture(autouse=True, scope="session")
def _no_real_home() -> Iterator[None]:
    """The person's own folders are out of reach of every test, and of every process that a test starts."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, home)
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
            patch.delenv(name, raising=False)
        patch.setenv("ANNOTATOR_HOME", os.path.join(home, "annotator"))  # noqa: PTH118
        yield


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Settings, logs and backups of one test never meet another's; the folder is made only when it is used."""
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path_factory.getbasetemp() / f"home-{os.urandom(6).hex()}"))


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    """No test hears the language that another one spoke."""
    yield
    if "annotator.ui.language" in sys.modules:
        from PySide6.QtCore import QLocale, Qt
        from PySide6.QtWidgets import QApplication

        from annotator.ui import language

        if isinstance(app := QApplication.instance(), QApplication):
            language.fall_silent(app)
            app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            QLocale.setDefault(QLocale.c())


@pytest.fixture
def annotator_home() -> Path:
    """The folder below which this test's settings, logs and backups lie."""
    from annotator import paths

    return paths.user_data().parent


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Nothing leaves the machine: a connection by internet address is refused, to whatever host."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _refusing(getattr(socket.socket, name)))
        yield


def _refusing(connect):
    def guarded(self: socket.socket, address: object):
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            raise AssertionError(f"a test tried to reach {address}")
        return connect(self, address)

    return guarded
