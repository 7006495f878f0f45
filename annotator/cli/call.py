"""One call of the command line: its voice, the window it may open, the projects it reads and writes."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from annotator import messages
from annotator.operations import people
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from annotator.cli.voice import Voice
    from annotator.core.errors import AnnotatorError
    from annotator.review.course import Step
    from annotator.review.gathered import Gathered
    from annotator.review.report import Agreement

Decorated = TypeVar("Decorated", bound="Callable[..., Any]")


@dataclass(frozen=True, slots=True)
class Window:
    """How the caller opens a window on a project (None: the last one), and draws one into a PNG without showing it.

    Both get the language that was asked for, or "". `plot` draws a figure of agreement into a file: of these figures,
    the work behind them, the steps of how it went (none: by label), hue and pattern by label, in this language.
    """

    show: Callable[[Path | None, str], int]
    draw: Callable[[Path, Path, str], None]
    plot: Callable[[Path, Agreement, Gathered, Sequence[Step], Mapping[str, tuple[int, int]], str], None]


class Failed(Exception):  # noqa: N818  # an outcome, with what there is to tell of it
    """A command that could not, with what else its JSON object tells."""

    def __init__(self, why: AnnotatorError, **more: object) -> None:
        super().__init__(why.key)
        self.why = why
        self.more = more


@dataclass(frozen=True, slots=True)
class Call:
    """What every command is given."""

    voice: Voice
    window: Window

    @contextmanager
    def reading(self, path: Path) -> Iterator[Project]:
        """A project to read; where another has it open, it is said as of when the answer is."""
        with Project.read(path) as project:
            if project.as_of:
                self.voice.note(self.voice.words("as_of", at=moment(project.as_of)))
            yield project

    @contextmanager
    def writing(self, path: Path, coder: str = "") -> Iterator[Project]:
        """A project to write, by a coder who is there (by id or name) or by the last one; untouched if it fails."""
        with Project.open(path, unseen=True) as project:
            if coder:
                project.coder = people.known(project, coder).id
            yield project


def common(function: Decorated) -> Decorated:
    """The options that every command takes; they are read before the words are parsed."""
    for option in (
        click.option("--visual", is_flag=True, expose_value=False),
        click.option("--language", type=click.Choice(messages.LANGUAGES), expose_value=False),
        click.option("--json", is_flag=True, expose_value=False),
    ):
        function = option(function)
    return function


def moment(at: str) -> str:
    """A time of the log as this machine's clock shows it."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")
