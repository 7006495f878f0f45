"""A figure as a file: PNG, SVG with words as shapes, or PDF with its fonts; whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from annotator.core.errors import AnnotatorError
from annotator.formats.atomic import whole
from annotator.ui.agreement.plots.canvas import WIDTH, Canvas, of_paper

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SUFFIXES = (".png", ".svg", ".pdf")
_TIMES = 3  # pixels of a PNG for one of the figure's units
_INCH, _DPI, _POINTS = 96.0, 288, 0.75  # units in an inch; of a PNG; points of a unit
_METRE = 39.3701  # inches


class Drawing(Protocol):
    """What can be drawn."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def height(self) -> float:
        """In its units, of which it is `WIDTH` wide."""

    def draw(self, canvas: Canvas) -> None:
        """Draw it."""


def write(path: Path, drawing: Drawing, *, rtl: bool) -> None:
    """Draw into a file of the suffix's format; raises `no_such_figure`, and what `formats.atomic.whole` raises."""
    make = _MAKERS.get(path.suffix.lower())
    if make is None:
        raise AnnotatorError("no_such_figure", path=path.name)
    drawn = make(drawing, rtl)
    with whole(path) as sink:
        sink.write(drawn)


def _png(drawing: Drawing, rtl: bool) -> bytes:
    image = QImage(round(WIDTH * _TIMES), round(drawing.height * _TIMES), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    image.setDotsPerMeterX(round(_DPI * _METRE))
    image.setDotsPerMeterY(round(_DPI * _METRE))
    painter = QPainter(image)
    painter.scale(_TIMES, _TIMES)
    _draw(painter, drawing, rtl=rtl, outlined=False)
    return _bytes(lambda buffer: image.save(buffer, "PNG"))  # type: ignore[call-overload]


def _svg(drawing: Drawing, rtl: bool) -> bytes:
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415  (nothing else draws SVG)

    def put(buffer: QBuffer) -> None:
        made = QSvgGenerator()
        made.setOutputDevice(buffer)
        size = QSize(round(WIDTH), round(drawing.height))
        made.setSize(size)
        made.setViewBox(QRectF(0, 0, size.width(), size.height()))
        made.setResolution(round(_INCH))
        made.setTitle(drawing.title)
        made.setDescription("Annotator")
        painter = QPainter(made)
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), 0xFFFFFFFF)
        _draw(painter, drawing, rtl=rtl, outlined=True)

    return _bytes(put)


def _pdf(drawing: Drawing, rtl: bool) -> bytes:
    def put(buffer: QBuffer) -> None:
        writer = QPdfWriter(buffer)
        points = QSizeF(WIDTH * _POINTS, drawing.height * _POINTS)
        page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
        writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
        writer.setTitle(drawing.title)
        writer.setCreator("Annotator")
        painter = QPainter(writer)
        scale = writer.width() / WIDTH
        painter.scale(scale, scale)
        _draw(painter, drawing, rtl=rtl, outlined=False)

    return _bytes(put)


def _draw(painter: QPainter, drawing: Drawing, *, rtl: bool, outlined: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.draw(Canvas(painter, of_paper(rtl=rtl), outlined=outlined))
    painter.end()


def _bytes(put: Callable[[QBuffer], object]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    put(buffer)
    buffer.close()
    return bytes(buffer.data().data())


_MAKERS: dict[str, Callable[[Drawing, bool], bytes]] = {".png": _png, ".svg": _svg, ".pdf": _pdf}
