"""A new project, whole or not at all: its file appears with its codebook and its first coder in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator import paths
from annotator.core.changes import change
from annotator.core.errors import AnnotatorError, MachineError
from annotator.core.ids import new_id
from annotator.core.models import Round
from annotator.core.rows import added
from annotator.operations import codebook, people
from annotator.operations.intake import whole
from annotator.operations.sample_data import read_codebook
from annotator.store import files
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STARTER = "news"


def begin(path: Path, *, title: str = "", book: str = STARTER, coder: str = "") -> str:
    """Make a project with a codebook (a key of the shipped ones, or a TOML file) and its first coder; its id.

    Raises `file_exists`, `no_such_codebook`, `bad_codebook`, `not_toml`, `not_utf8`, or what ails the disk.
    """
    labels = read_codebook(_codebook_file(book))

    def fill(project: Project) -> None:
        first = people.acting(project, coder)
        project.coder = ""  # what the program does at the start is nobody's to take back
        project.journal.commit(change("add_coder", [added(first), added(Round("main", "main"))], name=first.name))
        project.journal.commit(codebook.adopt(project, labels))
        project.act_as(first.id)

    return make(path, fill, title=title or whole(path.stem))


def make(path: Path, fill: Callable[[Project], None], *, title: str) -> str:
    """Make a project beside its place, fill it, and give it its name when it is whole; its id. Refuses to overwrite."""
    path = path.absolute()
    if path.exists():
        raise MachineError("file_exists", path=str(path))
    draft = path.with_name(f".{path.name}.{new_id()}.new")
    try:
        with Project.create(draft, title=title) as project:
            fill(project)
        files.appear(draft, path)
    except MachineError as error:
        facts = {name: str(path) if value == str(draft) else value for name, value in error.facts.items()}
        raise MachineError(error.key, **facts) from error
    except OSError as error:
        raise files.trouble(error, path) from error
    finally:
        draft.unlink(missing_ok=True)
    return project.id


def codebooks() -> list[str]:
    """The keys of the codebooks that come with the program."""
    return sorted(file.stem for file in (paths.resources() / "codebooks").glob("*.toml"))


def _codebook_file(book: str) -> Path:
    from pathlib import Path  # noqa: PLC0415

    if book in codebooks():
        return paths.resources() / "codebooks" / f"{book}.toml"
    file = Path(book)
    if not file.is_file():
        raise AnnotatorError("no_such_codebook", codebook=book, known=", ".join(codebooks()))
    return file
