"""The open article to a printer or into a PDF file, which is written whole or not at all."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from annotator.core.errors import AnnotatorError, MachineError
from annotator.messages import isolate
from annotator.store import codebook
from annotator.ui.jobs import hold
from annotator.ui.text import printing

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from annotator.ui.coding import Coding
    from annotator.ui.jobs import ProgressDialog
    from annotator.ui.window import Window

translate = QCoreApplication.translate
_MARGINS = QMarginsF(18, 16, 18, 14)  # millimetres
_NO_FILE_NAME = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\u200b-\u200f\u202a-\u202e\u2066-\u2069]')
_LONGEST = 80  # letters of a file's name


def layout() -> QPageLayout:
    """A4, upright."""
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, _MARGINS, QPageLayout.Unit.Millimeter
    )


def print_article(window: Window) -> None:
    """Ask for a printer; where there is none, offer the PDF."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # noqa: PLC0415  (nobody prints at a start)

    if window.code is None or window.code.coding.article is None:
        return
    if not QPrinterInfo.availablePrinterNames():
        sentence = translate("Paper", "This computer knows no printer. The article can be saved as a PDF instead.")
        window.say(sentence, {translate("Paper", "Save as PDF…"): lambda: save_pdf(window)})
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(layout())
    printer.setDocName(window.code.coding.article.title)
    dialog = QPrintDialog(printer, window)
    if dialog.exec() and _put(window, printer) is not None:
        window.status.tell(translate("Paper", "The article was sent to the printer."))


def save_pdf(window: Window) -> None:
    """Ask for a file, and write the article into it."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

    if window.code is None or window.code.coding.article is None:
        return
    folder = Path(window.home.state.recent[0]).parent if window.home.state.recent else Path.home()
    suggested = str(folder / file_name(window.code.coding.article.title))
    title = translate("Paper", "Save as PDF")
    name, _ = QFileDialog.getSaveFileName(window, title, suggested, "PDF (*.pdf)")
    if name:
        write_pdf(window, Path(name if name.lower().endswith(".pdf") else f"{name}.pdf"))


def write_pdf(window: Window, path: Path) -> None:
    """Write the open article into this file, and say so; what was there is kept until all is written."""
    draft = path.with_name(f".{path.name}.new")
    pages: int | None = None
    try:
        draft.touch()
        writer = QPdfWriter(str(draft))
        writer.setPageLayout(layout())
        writer.setTitle(window.code.coding.article.title if window.code and window.code.coding.article else "")
        writer.setCreator("Annotator")
        pages = _put(window, writer)
        del writer
        if pages is not None:
            draft.replace(path)
    except OSError:
        window.tell(MachineError("cannot_write", path=str(path)))
        return
    finally:
        draft.unlink(missing_ok=True)
    if pages is not None:
        words = translate("Paper", "Saved as %1").replace("%1", isolate(path.name))
        window.status.tell(words)


def _put(window: Window, device: QPagedPaintDevice) -> int | None:
    """How many pages were put on the device; None if the person stopped it."""
    if window.code is None:
        return None
    content = printed(window, window.code.coding)

    def work(progress: ProgressDialog) -> int:
        return printing.print_article(content, device, lambda done: progress(done, content.title))

    try:
        return hold(translate("Paper", "Preparing the pages"), window, work)
    except AnnotatorError as error:
        window.status.tell(window.home.language.say(error))
        return None


def printed(window: Window, coding: Coding) -> printing.Printed:
    """What the page shows now, as it goes to paper."""
    desk, article, surface = window.desk, coding.article, coding.surface
    if desk is None or article is None or coding.text is None:
        return printing.Printed(surface.text, "", "")
    look = window.home.look(desk.bridge.project.kept_as)
    head = surface.view.head.words
    return printing.Printed(
        coding.text,
        article.direction,
        article.title,
        head[1],
        coding.marking.chips(),
        [surface.view.marks.by_id[mark] for *_, mark in surface.view.marks.order()],
        window.code.reading.parts() if window.code is not None else (),
        translate("Paper", "Labels on these pages"),
        _facts(window),
        look.font,
        look.spacing,
        surface.bare,
    )


def _facts(window: Window) -> list[str]:
    """Who coded it, when it was printed, and what of it does not show."""
    if window.desk is None or window.code is None:
        return []
    desk, left_out = window.desk, window.code.reading.left_out()
    coder = codebook.coder(desk.bridge.project.db, desk.whose or desk.where.coder)
    day = QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
    facts = [translate("Paper", "Coded by %1").replace("%1", isolate(coder.name))] if coder else []
    return [*facts, day, *([left_out] if left_out else [])]


def file_name(title: str) -> str:
    """A name for the article's file that every system takes."""
    plain = " ".join(_NO_FILE_NAME.sub(" ", title).split())[:_LONGEST].strip(" .")
    return f"{plain or 'article'}.pdf"
