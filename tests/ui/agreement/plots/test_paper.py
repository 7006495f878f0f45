"""Figures as files: each format can be read, Arabic needs no font in SVG, all is mirrored, nothing half written."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from annotator.core.errors import AnnotatorError
from annotator.review.figures import Figure
from annotator.ui.agreement.plots import paper
from annotator.ui.agreement.plots.canvas import WIDTH
from annotator.ui.agreement.plots.forest import Bar, Forest
from annotator.ui.agreement.plots.heat import Heat
from annotator.ui.agreement.plots.over import Over, Stretch

if TYPE_CHECKING:
    from pathlib import Path


def figure(value: float | None, low: float | None = None, high: float | None = None) -> Figure:
    return Figure("krippendorff alpha", "token", None, "label", value, low, high, 120)


NOTE = "هدى، سامر · ١٢ مقالا"
FOREST = Forest(
    "ألفا بحسب الرمز",
    "ألفا",
    "نسبة الاتفاق",
    [
        Bar("كل الرموز", -1, figure(0.7, 0.6, 0.8), figure(0.9)),
        Bar("لفظ مشحون", 24, figure(-0.3, -0.5, 0.1), None),
        Bar("فعل القول", 70, figure(None), figure(1.0)),
    ],
    (0.667, 0.8),
    NOTE,
    "ar",
)
OVER = Over(
    "ألفا",
    "ألفا",
    "نسبة الاتفاق",
    [
        Stretch("تجريبية", "٤ مقالات", figure(0.5, 0.2, 0.7), figure(0.8)),
        Stretch("الثبات", "٤ مقالات", figure(None), None),
        Stretch("الانحراف", "مقالان", figure(0.7), None),
    ],
    (0.8,),
    NOTE,
    "ar",
)
HEAT = Heat("مصفوفة", ["فاعل", "مصدر", "(بلا رمز)"], [[4, 1, 0], [0, 5, 2], [0, 0, 9]], 2, ("هدى", "سامر"), NOTE)


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("drawing", [FOREST, OVER, HEAT], ids=["forest", "over", "heat"])
@pytest.mark.parametrize("rtl", [True, False])
def test_every_figure_in_every_format(tmp_path: Path, drawing, rtl) -> None:
    for suffix in paper.SUFFIXES:
        paper.write(tmp_path / f"figure{suffix}", drawing, rtl=rtl)
    image = QImage(str(tmp_path / "figure.png"))
    assert (image.width(), image.height()) == (round(3 * WIDTH), round(3 * drawing.height))
    words = (tmp_path / "figure.svg").read_text("utf-8")
    assert "<text" not in words
    found = ET.fromstring(words)
    assert found.find("{http://www.w3.org/2000/svg}title").text == drawing.title
    assert QSvgRenderer(words.encode()).isValid()
    pdf = (tmp_path / "figure.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert b"FontFile2" in pdf
    (box,) = re.findall(rb"/MediaBox \[([^]]*)\]", pdf)
    across, up = (float(each) for each in box.split()[2:])
    assert across / up == pytest.approx(WIDTH / drawing.height, rel=0.01)


def ink(image: QImage, columns: range) -> int:
    """How many dark pixels stand there, of every fourth row."""
    rows = range(0, image.height(), 4)
    return sum(image.pixelColor(x, y).lightness() < 120 for x in columns for y in rows)


@pytest.mark.usefixtures("theme")
def test_names_stand_where_lines_begin(tmp_path: Path) -> None:
    plain = Forest("", "", "", [Bar("فاعل فاعل فاعل", -1, figure(None), None)] * 6, (), "", "ar")
    for rtl in (True, False):
        paper.write(tmp_path / "figure.png", plain, rtl=rtl)
        image = QImage(str(tmp_path / "figure.png"))
        near = ink(image, range(60, 420, 3)), ink(image, range(image.width() - 420, image.width() - 60, 3))
        assert (near[1] > near[0]) is rtl


@pytest.mark.usefixtures("theme")
def test_svg_looks_as_png_does(tmp_path: Path) -> None:
    """The same letters at the same places: no more than one pixel in fifty is of another darkness."""
    from PySide6.QtGui import QPainter

    paper.write(tmp_path / "figure.png", FOREST, rtl=True)
    paper.write(tmp_path / "figure.svg", FOREST, rtl=True)
    png = QImage(str(tmp_path / "figure.png")).scaled(720, round(FOREST.height))
    svg = QImage(720, round(FOREST.height), QImage.Format.Format_RGB32)
    svg.fill(0xFFFFFFFF)
    painter = QPainter(svg)
    QSvgRenderer(str(tmp_path / "figure.svg")).render(painter)
    painter.end()
    places = [(x, y) for x in range(0, 720, 3) for y in range(0, svg.height(), 3)]
    other = sum(abs(png.pixelColor(*at).lightness() - svg.pixelColor(*at).lightness()) > 120 for at in places)
    assert other < len(places) / 50


@pytest.mark.usefixtures("theme")
def test_another_suffix_and_a_place_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(AnnotatorError, match="no_such_figure"):
        paper.write(tmp_path / "figure.gif", FOREST, rtl=True)
    kept = tmp_path / "figure.png"
    kept.write_bytes(b"old")
    kept.chmod(0o644)
    with pytest.raises(AnnotatorError):
        paper.write(tmp_path / "nowhere" / "figure.png", FOREST, rtl=True)
    assert kept.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["figure.png"]
