from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from annotator.disk import is_full, sync_folder


def test_a_folder_is_synced_and_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced, real = [], os.fsync

    def noted(handle: int) -> None:
        synced.append(os.fstat(handle).st_ino)
        real(handle)

    monkeypatch.setattr(os, "fsync", noted)
    sync_folder(tmp_path)
    assert synced == [tmp_path.stat().st_ino]
    with pytest.raises(FileNotFoundError):
        sync_folder(tmp_path / "no")


def test_a_system_without_folders_to_sync(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "no"
    monkeypatch.setattr(os, "name", "nt")
    sync_folder(gone)


@pytest.mark.parametrize(("number", "full"), [(errno.ENOSPC, True), (errno.EFBIG, True), (errno.EACCES, False)])
def test_full(number: int, full: bool) -> None:
    assert is_full(OSError(number, "")) is full
