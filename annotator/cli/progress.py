"""A progress bar for a terminal."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def bar(title: str, every: float) -> Iterator[Callable[[float, str], None]]:
    """Draw it on stderr while the block runs; it is told how far the work is, 0 to 1, or -1 where nobody knows."""
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as drawn:
        task, last = drawn.add_task(title, total=None), 0.0

        def tell(done: float, _name: str) -> None:
            nonlocal last
            if (now := time.monotonic()) - last >= every:
                last = now
                drawn.update(task, completed=max(done, 0.0), total=None if done < 0 else 1.0)

        yield tell
