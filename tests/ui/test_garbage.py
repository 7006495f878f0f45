from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from annotator.ui.garbage import Garbage

if TYPE_CHECKING:
    from collections.abc import Iterator


class Knot:
    """Refers to itself, so only a collection ends it; it tells on which thread that was."""

    def __init__(self, told: list[int]) -> None:
        self.told, self.me = told, self

    def __del__(self) -> None:
        self.told.append(threading.get_ident())


@pytest.fixture
def garbage(qapp: QObject) -> Iterator[Garbage]:
    made = Garbage(qapp)
    yield made
    made.leave()
    made.deleteLater()


def allocate() -> None:
    """As much as makes Python collect, everywhere, if it may."""
    assert [[] for _ in range(200_000)]


def test_a_worker_collects_nothing(garbage: Garbage) -> None:
    told: list[int] = []
    for _ in range(10):
        Knot(told)
    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert told == []
    keep = [[] for _ in range(2_000)]
    garbage.look()
    assert keep
    assert told == [threading.get_ident()] * 10


def test_left_alone_python_collects_again(garbage: Garbage) -> None:
    assert not gc.isenabled()
    garbage.leave()
    assert gc.isenabled()
