from __future__ import annotations

import random

import pytest
import regex
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextCharFormat, QTextLayout, QTextOption

from annotator.ui import theme
from annotator.ui.offsets import Offsets, shown
from annotator.ui.text.geometry import LineShape, merged

ATOMS = [
    *("سلام", "قال", "لا", "بلا", "قَالَ", "شَّ", "داعش", "الإرهابي", "ﷺ", "می‌خواهم", "בטוויטר", "שָׁלוֹם"),
    *("Twitter", "Inc", "AV", "http://x.com", "12", "15,000", "٣٫٥", "۱۲۳", "3.5%", "A/RES/2170"),
    *("(2015)", "[abc]", "«نعم»", "“لا”", "بـ”متطرفين”", "(قال", "12-15", "-", "/", "…", "؟", "،"),
    *("😀", "👨\u200d👩\u200d👧", "🇸🇾", "\u200e", "\u200f", "\u2067x\u2069", "\u00ad", "\t"),
]
WIDTH, LEFT, PITCH = 300, 50, 42


def laid(text: str, *, rtl: bool, width: int = WIDTH) -> QTextLayout:
    theme.load_font(theme.ARTICLE)
    theme.load_font("Noto Sans Hebrew")
    font = QFont(theme.ARTICLE)
    font.setPixelSize(20)
    layout = QTextLayout(text, font)
    option = QTextOption(
        (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignAbsolute
    )
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += PITCH
    layout.endLayout()
    return layout


def cluster_borders(text: str) -> set[int]:
    """In UTF-16 units: no person can select half a cluster."""
    ends = {0, *(cluster.end() for cluster in regex.finditer(r"\X", text))}
    return {Offsets(text).to_utf16(end) for end in ends}


def units_of(text: str) -> str:
    return "".join("\ufffd\ufffd" if c > "\uffff" else c for c in text)


def shapes(layout: QTextLayout, units: str, *, rtl: bool) -> list[LineShape]:
    lines = [layout.lineAt(at) for at in range(layout.lineCount())]
    return [
        LineShape.of(
            line, units[line.textStart() : line.textStart() + line.textLength()], rtl=rtl, last=line is lines[-1]
        )
        for line in lines
    ]


def mixed_text(rnd: random.Random) -> str:
    atoms = (rnd.choice(ATOMS) + (rnd.choice(ATOMS) if rnd.random() < 0.2 else "") for _ in range(rnd.randint(1, 22)))
    return shown(" ".join(atoms))


def painted_by_qt(layout: QTextLayout, start: int, end: int) -> QImage:
    image = QImage(WIDTH + 2 * LEFT, PITCH * layout.lineCount(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    chosen = QTextLayout.FormatRange()
    chosen.start, chosen.length = start, end - start
    look = QTextCharFormat()
    look.setBackground(QColor("black"))
    look.setForeground(QColor(0, 0, 0, 0))
    chosen.format = look
    painter = QPainter(image)
    painter.setPen(QColor(0, 0, 0, 0))
    layout.draw(painter, QPointF(LEFT, 0), [chosen])
    painter.end()
    return image


def extents(image: QImage, line: int) -> list[tuple[int, int]]:
    row = bytes(image.constScanLine(PITCH * line + 1))[: 4 * image.width() : 4]
    dark = [x - LEFT for x, value in enumerate(row) if value < 128]
    return [(round(a), round(b)) for a, b in merged([(x, x + 1) for x in dark])]


def same(ours: list[tuple[float, float]], qt: list[tuple[int, int]]) -> bool:
    """Equal to the pixel; a gap or a piece of a pixel may be lost in rounding."""
    lean = [(a, b) for a, b in ours if b - a > 1]
    qt = [(a, b) for a, b in qt if b - a > 1]
    closed: list[tuple[float, float]] = []
    for a, b in lean:
        if closed and a - closed[-1][1] <= 1:
            closed[-1] = closed[-1][0], b
        else:
            closed.append((a, b))
    return len(closed) == len(qt) and all(
        abs(a - x) <= 1.01 and abs(b - y) <= 1.01 for (a, b), (x, y) in zip(closed, qt, strict=True)
    )


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("rtl", [True, False], ids=["rtl", "ltr"])
@pytest.mark.parametrize("start", range(3))
def test_a_range_covers_what_qt_paints_as_a_selection(rtl: bool, start: int) -> None:
    """Some 3,000 ranges of random mixed text in all; ranges end at the last letter of a line, as Qt clips hanging spaces."""
    rnd = random.Random(f"{start}{rtl}")
    compared, wrong = 0, []
    for _ in range(60):
        text = mixed_text(rnd)
        units = units_of(text)
        layout = laid(text, rtl=rtl)
        lines = shapes(layout, units, rtl=rtl)
        borders = cluster_borders(text)
        for _ in range(16):
            a, b = sorted(rnd.sample(range(len(units) + 1), 2))
            at = rnd.randrange(len(lines))
            first = lines[at].line.textStart()
            ink = units[first : first + lines[at].line.textLength()].rstrip()
            a, b = max(a, first), min(b, first + len(ink))
            if a >= b or not {a, b} <= borders:
                continue
            qt = extents(painted_by_qt(layout, a, b), at)
            compared += 1
            if not same(lines[at].edges(a, b), qt):
                wrong.append((text, a, b, lines[at].edges(a, b), qt))
    assert compared > 400
    assert wrong == []


@pytest.mark.parametrize("rtl", [True, False], ids=["rtl", "ltr"])
def test_the_cell_of_a_character_answers_a_hit_inside_it(rtl: bool) -> None:
    rnd = random.Random(5)
    for _ in range(80):
        text = mixed_text(rnd)
        layout = laid(text, rtl=rtl)
        borders = cluster_borders(text)
        for shape in shapes(layout, units_of(text), rtl=rtl):
            for run in shape.runs:
                for unit in range(run.start, run.end):
                    cell = shape.edges(unit, unit + 1)
                    if {unit, unit + 1} <= borders and len(cell) == 1 and cell[0][1] - cell[0][0] > 1:
                        assert shape.unit_at(sum(cell[0]) / 2) == unit, (text, unit)


def test_the_first_character_of_an_embedded_number_is_not_lost() -> None:
    """`cursorToX` alone drew "15,000" as "5,000"."""
    text = "حساب 15,000 منها"
    layout = laid(text, rtl=True)
    (shape,) = shapes(layout, text, rtl=True)
    (whole,) = shape.edges(5, 11)
    (rest,) = shape.edges(6, 11)
    (first,) = shape.edges(5, 6)
    assert first[1] - first[0] > 5
    assert first[1] == pytest.approx(rest[0])
    assert (first[0], rest[1]) == pytest.approx(whole)


def test_a_range_over_two_directions_is_two_rectangles() -> None:
    text = "قالت شركة Twitter Inc (2015) إن"
    layout = laid(text, rtl=True, width=600)
    (shape,) = shapes(layout, text, rtl=True)
    assert len(shape.edges(5, 18)) == 2


def test_half_of_a_lam_alef_is_half_of_it() -> None:
    layout = laid("بلا", rtl=True)
    (shape,) = shapes(layout, "بلا", rtl=True)
    (lam,), (alef,), (both,) = shape.edges(1, 2), shape.edges(2, 3), shape.edges(1, 3)
    assert lam[0] == pytest.approx(alef[1])
    assert (alef[0], lam[1]) == pytest.approx(both)
    assert min(lam[1] - lam[0], alef[1] - alef[0]) > 3


def test_an_empty_line_has_no_edges_and_its_own_start() -> None:
    layout = laid("", rtl=True)
    (shape,) = shapes(layout, "", rtl=True)
    assert shape.edges(0, 0) == []
    assert shape.unit_at(10) == 0
