"""Files into the project and out of it: the good ones as one action; what goes out is checked and written whole."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from annotator import plugins
from annotator.core.errors import AnnotatorError, MachineError
from annotator.formats import ReadOptions, WriteOptions
from annotator.formats.atomic import whole
from annotator.formats.records import Document, Refused
from annotator.operations import articles
from annotator.operations.intake import Incoming
from annotator.operations.intake import whole as whole_name
from annotator.operations.people import acting
from annotator.operations.selection import Selection, documents, selected
from annotator.operations.split import shared_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from annotator.core.changes import Change
    from annotator.core.models import Coder
    from annotator.formats import Format, Writer
    from annotator.formats.records import Item, Loss
    from annotator.operations.intake import Report
    from annotator.store.project import Project


# Told how far it is, from 0 to 1, and the name of the file or article in hand. Whatever it raises ends the work, and
# then nothing was done.
Progress = Callable[[float, str], None]


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to read: a format's key or "" for each file's own, an encoding or "" to find it, whether to bear refusals."""

    format: str = ""
    encoding: str = ""
    strict: bool = False


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What to write and how: a format's key, which part, the split (share by name) with its seed, the cells."""

    format: str
    selection: Selection = field(default_factory=Selection)
    split: Mapping[str, int] | None = None
    seed: int = 0
    cells: Literal["excel", "exact"] = "excel"


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written, and what the format could not say."""

    files: tuple[Path, ...]
    articles: int
    annotations: int
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True)
class Import:
    """Files about to become an action: the report fills while the change is committed."""

    change: Change
    report: Report
    formats: str  # their keys


def taking(
    project: Project,
    paths: Sequence[Path],
    options: ImportOptions | None = None,
    *,
    coder: Coder | None = None,
    progress: Progress | None = None,
) -> Import:
    """Files and folders as one action, read while it is committed.

    That raises `nothing_taken` when nothing was new or known, `refused_strict` at the first refusal under `strict`, and
    whatever `progress` raises; then the project is as before. Raises `no_such_format`, `cannot_read_format` at once.
    """
    options = options or ImportOptions()
    files = list(_files(paths, options.format))
    facts: dict[str, str | int] = {"count": len(files)}
    if len(files) == 1:
        facts = {"file": whole_name(files[0][0].name)}
    incoming = _incoming(files, ReadOptions(options.encoding), progress or _silent)
    person = coder or acting(project)
    change, report = articles.take_in(project, incoming, coder=person, strict=options.strict, **facts)
    return Import(change, report, ", ".join(sorted({form.key for _, form in files if form})))


def import_files(
    project: Project,
    paths: Sequence[Path],
    options: ImportOptions | None = None,
    *,
    coder: Coder | None = None,
    progress: Progress | None = None,
) -> Report:
    """The same, committed; what became of it all."""
    found = taking(project, paths, options, coder=coder, progress=progress)
    project.journal.commit(found.change)
    return found.report


def _files(paths: Sequence[Path], key: str) -> Iterator[tuple[Path, Format | None]]:
    """Every file once, with its format: those named, and in folders those that a format knows, else the folder."""
    seen: set[str] = set()
    for path in paths:
        inside = _known_inside(path, key) if _is_folder(path) else [(path, _format_of(path, key))]
        for file, form in inside or [(path, None)]:
            if (real := os.path.realpath(file)) not in seen:
                seen.add(real)
                yield file, form


def _known_inside(folder: Path, key: str) -> list[tuple[Path, Format | None]]:
    found = [(file, _format_of(file, key, by_suffix=True)) for file in _inside(folder)]
    return [(file, form) for file, form in found if form or _is_folder(file)]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # reading it will tell why
        return False


def _inside(folder: Path) -> Iterator[Path]:
    """The files of a folder and its folders in the order of their names; hidden ones and links to folders left out.

    A folder that cannot be listed stands for itself.
    """
    try:
        paths = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError:
        paths = []
        yield folder
    for path in paths:
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _inside(path)
        elif path.is_file():
            yield path


def _format_of(path: Path, key: str, *, by_suffix: bool = False) -> Format | None:
    """The format that reads a file; in a folder only files with one of its suffixes are meant."""
    suffix = path.suffix.lower()
    if key:
        form = reader(key)
        return form if not by_suffix or suffix in form.suffixes else None
    return next((form for form in all_formats() if form.read and suffix in form.suffixes), None)


def all_formats() -> list[Format]:
    """Every format that can be loaded, ours first."""
    return plugins.load_all(plugins.FORMATS)[0]


def reader(key: str) -> Format:
    """The format of this key; raises `no_such_format`, or `cannot_read_format`."""
    form = _of_key(key)
    if form.read is None:
        raise AnnotatorError("cannot_read_format", format=key)
    return form


def _incoming(
    files: Sequence[tuple[Path, Format | None]], options: ReadOptions, progress: Progress
) -> Iterator[Incoming]:
    for number, (path, form) in enumerate(files):
        progress(number / len(files), path.name)
        for item in _read(path, form, options):
            done = item.origin.done if isinstance(item, Document) and item.origin else 0.0
            progress((number + done) / len(files), path.name)
            yield Incoming(item, str(path), form.key if form else "")


def _read(path: Path, form: Format | None, options: ReadOptions) -> Iterator[Item]:
    if form is None or form.read is None:
        yield Refused(str(path), "", _unread(path))
        return
    begun = spoken = False
    for item in form.read(path, options):
        if begun and isinstance(item, Refused) and item.what == "file":
            raise AnnotatorError("file_changed", path=str(path))  # a format refuses a file before its first article
        begun, spoken = begun or isinstance(item, Document), True
        yield item
    if not spoken:
        yield Refused(str(path), "", AnnotatorError("no_articles"))


def _unread(path: Path) -> AnnotatorError:
    """Why no format reads a file, or nothing of a folder."""
    if not _is_folder(path):
        return AnnotatorError("unknown_format", path=str(path))
    if os.access(path, os.R_OK | os.X_OK):
        return AnnotatorError("nothing_in_folder", path=str(path))
    return MachineError("cannot_read", path=str(path), reason=os.strerror(errno.EACCES))


def export(project: Project, out: Path, options: ExportOptions, *, progress: Progress | None = None) -> ExportReport:
    """Write what is selected, all files whole or none; every quote is checked before.

    Raises `no_such_format`, `cannot_write_format`, `would_replace_project`, `nothing_selected`, what the selection
    raises, and `quote_mismatch`.
    """
    form = writer(options.format)
    ids = selected(project, options.selection)
    if not ids:
        raise AnnotatorError("nothing_selected")
    parts = shared_out(ids, options.split, options.seed) if options.split else {"": ids}
    targets = {_target(out, name, form): part for name, part in parts.items()}
    _guard(project, targets)
    return _written(project, targets, form, options, progress or _silent)


def _of_key(key: str) -> Format:
    if key not in plugins.keys(plugins.FORMATS):
        known = ", ".join(form.key for form in all_formats())
        raise AnnotatorError("no_such_format", format=key, known=known)
    form: Format = plugins.load(plugins.FORMATS, key)
    return form


def writer(key: str) -> Format:
    """The format of this key; raises `no_such_format`, or `cannot_write_format`."""
    form = _of_key(key)
    _writer_of(form)
    return form


def _writer_of(form: Format) -> Writer:
    if form.write is None:
        raise AnnotatorError("cannot_write_format", format=form.key)
    return form.write


def _target(out: Path, part: str, form: Format) -> Path:
    """`data.jsonl` becomes `data.train.jsonl`; in a folder that is there it is `train.jsonl`."""
    if out.is_dir() and not part:
        raise AnnotatorError("out_is_folder", path=str(out))
    if out.is_dir():
        return out / f"{part}{form.suffixes[0]}"
    return out.with_name(f"{out.stem}.{part}{out.suffix}") if part else out


def _guard(project: Project, targets: Iterable[Path]) -> None:
    """Never write over the project that is read, and never look into it: that would drop SQLite's locks."""
    for target in targets:
        if target.is_file() and target.samefile(project.path):
            raise AnnotatorError("would_replace_project", path=str(target))


class _Counted:
    """Documents on their way to a writer, counted."""

    def __init__(self, total: int, progress: Progress) -> None:
        self.articles = self.annotations = 0
        self._total = total
        self._progress = progress

    def through(self, found: Iterable[Document]) -> Iterator[Document]:
        for document in found:
            self._progress(self.articles / self._total, document.title)
            self.articles += 1
            self.annotations += len(document.annotations)
            yield document


def _written(
    project: Project, targets: Mapping[Path, Sequence[str]], form: Format, options: ExportOptions, progress: Progress
) -> ExportReport:
    counted = _Counted(sum(map(len, targets.values())), progress)
    losses: list[Loss] = []
    write = _writer_of(form)
    with ExitStack() as files:
        for target, ids in targets.items():
            sink = files.enter_context(whole(target))
            found = counted.through(documents(project, options.selection, ids))
            if form.key != "jsonl":
                found = map(_gold, found)
            losses += write(found, sink, WriteOptions(cells=options.cells)).items
    return ExportReport(tuple(targets), counted.articles, counted.annotations, tuple(_summed(losses)))


def _gold(document: Document) -> Document:
    """What was settled, as other formats know it: the work of "gold"."""
    return replace(
        document,
        annotations=tuple(
            replace(one, whose=replace(one.whose, who="gold", who_id="gold")) if one.whose.kind == "settled" else one
            for one in document.annotations
        ),
    )


def _summed(losses: Sequence[Loss]) -> Iterator[Loss]:
    """The losses of several files as one."""
    for kind in sorted({loss.kind for loss in losses}):
        same = [loss for loss in losses if loss.kind == kind]
        examples = tuple(example for loss in same for example in loss.examples)
        yield replace(same[0], count=sum(loss.count for loss in same), examples=examples[:5])


def _silent(_done: float, _name: str) -> None:
    return
