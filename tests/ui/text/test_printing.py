from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from annotator.core.errors import AnnotatorError
from annotator.core.text import Text
from annotator.ui.text.marks import DASHED, Mark
from annotator.ui.text.printing import Printed, Sheets, print_article, size_of
from tests.ui.text.conftest import SEED, mark

pytestmark = pytest.mark.usefixtures("qapp")
A4 = QSizeF(1315, 2010)  # units, without the margins
MARKS = [
    mark(SEED, "تنظيم", name="فاعل"),
    mark(SEED, "الجرائم المروعة", name="لفظ مشحون", hue=30),
    mark(SEED, "صحيفة ديلي تلغراف البريطانية", name="مصدر", hue=280, pattern=DASHED),
]


def printed(body: str = SEED, marks: list[Mark] | None = None, **more) -> Printed:
    return Printed(
        Text(body), "", "تنظيم داعش", ("سانا",), ("النبرة: سلبية",), MARKS if marks is None else marks, **more
    )


def painted(sheets: Sheets, number: int) -> QImage:
    image = QImage(int(A4.width()), int(A4.height()), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    sheets.paint(painter, number)
    painter.end()
    return image


def has_colour(image: QImage, colour: QColor) -> bool:
    return any(
        image.pixelColor(x, y) == colour for y in range(0, image.height(), 3) for x in range(0, image.width(), 7)
    )


@pytest.fixture
def sheets() -> Sheets:
    return Sheets(printed(legend="الرموز", facts=("رمّزه: أ", "اليوم")), A4)


def test_every_line_stands_once_whole_and_in_order() -> None:
    body = "\n".join([SEED] * 3)
    sheets = Sheets(printed(body, []), A4)
    lines = [shown for page in sheets.pages for shown in page.lines]
    assert "".join(body[shown.line.start : shown.line.end] for shown in lines) == body.replace("\n", "")
    assert len(sheets.pages) > 3
    pitch = sheets._view.measures.pitch
    for page in sheets.pages:
        ys = [shown.y for shown in page.lines]
        assert all(second - first >= pitch for first, second in pairwise(ys))
        assert all(0 <= y <= A4.height() - pitch for y in ys)


def test_the_legend_counts_each_label_most_frequent_first() -> None:
    marks = [*MARKS, mark(SEED, "تنظيم", "more", nth=1, name="فاعل")]
    sheets = Sheets(printed(marks=marks), A4)
    rows = [entry for page in sheets.pages for _, row in page.entries for entry in row]
    assert [(entry.mark.name, entry.spans) for entry in rows] == [("فاعل", 2), ("لفظ مشحون", 1), ("مصدر", 1)]


def test_a_margin_without_room_has_numbers_and_the_foot_says_what_they_mean() -> None:
    words = SEED.split("\n")[2].split()[:7]
    many = [mark(SEED, word, name=f"اسم طويل جدا لرمز من الرموز {word}", hue=at * 40) for at, word in enumerate(words)]
    sheets = Sheets(printed(marks=many), A4)
    first = sheets.pages[0]
    assert first.notes
    assert set(first.notes) <= {each.name for each in many}
    crowded = [shown for shown in first.lines if sheets._paper.is_crowded(shown)]
    names = [name for shown in crowded for name in sheets._paper.names_of(shown)]
    assert {name.words for name in names} <= {sheets._paper.number(name) for name in first.notes}
    bottom = max(shown.y for shown in first.lines) + sheets._view.measures.pitch
    assert bottom <= A4.height() - sheets._notes_height(first.notes)


def test_names_that_have_room_are_whole(sheets: Sheets) -> None:
    names = [name.words for page in sheets.pages for line in page.lines for name in sheets._paper.names_of(line)]
    assert sorted(names) == sorted(each.name for each in MARKS)
    assert all(page.notes == [] for page in sheets.pages)


def test_pages_are_light_and_show_the_marks(sheets: Sheets, theme) -> None:
    theme.choose("dark")
    try:
        image = painted(sheets, 0)
    finally:
        theme.choose("light")
    assert image.pixelColor(2, 2) == QColor("white")
    colours = sheets._paper.colours(MARKS[1].hue)
    assert has_colour(image, colours.fill)
    last = painted(sheets, len(sheets.pages) - 1)
    assert last != image
    assert any(page.legend >= 0 for page in sheets.pages)


@pytest.mark.parametrize("body", ["", "قال", "Only Latin words here.\nAnd more of them."])
def test_short_texts_of_either_direction(body: str) -> None:
    sheets = Sheets(printed(body, []), A4)
    assert len(sheets.pages) == 1
    painted(sheets, 0)
    measures = sheets._view.measures
    names, numbers = (measures.end_margin, measures.start_margin)
    assert names > numbers
    assert measures.column_x == (names if measures.rtl else numbers)


def test_a_legend_of_very_many_labels_goes_on_over_pages() -> None:
    words = SEED.split()
    many, at = [], 0
    for number, word in enumerate(words[:150]):
        at = SEED.index(word, at)
        many.append(Mark(str(number), ((at, at + len(word)),), f"رمز {number}", number))
        at += len(word)
    sheets = Sheets(printed(marks=many), A4)
    rows = [entry.mark.name for page in sheets.pages for _, row in page.entries for entry in row]
    assert len(rows) == 150
    assert sum(bool(page.entries) for page in sheets.pages) > 1
    painted(sheets, len(sheets.pages) - 1)


def test_parts_and_bare_words_and_nastaliq_go_to_paper() -> None:
    body = "قَالَ الرَّئِيسُ"
    sheets = Sheets(
        printed(body, [], parts=[("المقدمة", 0, 5)], bare=True, font="Noto Nastaliq Urdu", spacing="loose"), A4
    )
    (line,) = sheets.pages[0].lines
    assert line.line.block.drawn == "قال الرئيس"
    assert line.line.end == len(body)
    assert painted(sheets, 0) != painted(Sheets(printed(body, [], bare=True, font="Noto Nastaliq Urdu"), A4), 0)


def test_a_pdf_of_forty_pages_and_its_progress(tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "out.pdf"))
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(18, 16, 18, 14),
            QPageLayout.Unit.Millimeter,
        )
    )
    assert abs(size_of(writer).width() - A4.width()) < 2
    told: list[float] = []
    pages = print_article(printed("\n".join([SEED] * 30), []), writer, told.append)
    assert pages >= 40
    assert told == sorted(told)
    assert told[0] >= 0
    assert told[-1] <= 1
    content = (tmp_path / "out.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") == pages


def test_it_ends_when_its_progress_says_so(tmp_path: Path) -> None:
    def stop(done: float) -> None:
        if done > 0.6:
            raise AnnotatorError("cancelled")

    with pytest.raises(AnnotatorError):
        print_article(printed("\n".join([SEED] * 5), []), QPdfWriter(str(tmp_path / "out.pdf")), stop)
