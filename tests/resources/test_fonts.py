from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont, QTextLayout

from annotator import paths

FOLDER = paths.resources() / "fonts"
FONTS: list[dict[str, Any]] = tomllib.loads((FOLDER / "fonts.toml").read_text(encoding="utf-8"))["font"]
SAMPLES = {"Noto Sans Hebrew": "שלום"}
each = pytest.mark.parametrize("font", FONTS, ids=lambda font: font["file"])


def test_every_file_is_listed_and_every_listed_file_is_there() -> None:
    assert {font["file"] for font in FONTS} == {path.name for path in FOLDER.glob("*.ttf")}
    assert {font["licence"] for font in FONTS} == {path.name for path in FOLDER.glob("*-OFL.txt")}


def test_the_families_that_the_program_offers() -> None:
    families = {font["family"] for font in FONTS}
    assert families == {"Noto Naskh Arabic", "Amiri", "Vazirmatn", "Noto Nastaliq Urdu", "Noto Sans Hebrew"}
    assert {font["family"] for font in FONTS if font["use"] == "interface"} == {"Vazirmatn"}


@each
def test_a_file_is_what_its_entry_says(font: dict[str, Any]) -> None:
    data = (FOLDER / font["file"]).read_bytes()
    assert hashlib.sha256(data).hexdigest() == font["sha256"]
    assert data[:4] == b"\x00\x01\x00\x00", "a TrueType file, for Qt reads no web fonts"
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / font["licence"]).read_text(encoding="utf-8")


@pytest.mark.usefixtures("qapp")
@each
def test_qt_loads_it_under_its_family_and_weight(font: dict[str, Any]) -> None:
    number = QFontDatabase.addApplicationFont(str(FOLDER / font["file"]))
    assert QFontDatabase.applicationFontFamilies(number)[0].startswith(font["family"])
    chosen = QFontInfo(QFont(font["family"], 20, font["weight"]))
    assert (chosen.family(), chosen.weight()) == (font["family"], font["weight"])


@pytest.mark.usefixtures("qapp")
@each
def test_a_greeting_is_shaped_from_this_font_without_boxes(font: dict[str, Any]) -> None:
    QFontDatabase.addApplicationFont(str(FOLDER / font["file"]))
    wanted = QFont(font["family"], 20, font["weight"])
    wanted.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    word = SAMPLES.get(font["family"], "سلام")
    layout = QTextLayout(word, wanted)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    glyphs = [glyph for run in runs for glyph in run.glyphIndexes()]
    assert {run.rawFont().familyName() for run in runs} == {font["family"]}
    assert glyphs
    assert 0 not in glyphs
    single = [QRawFont(str(FOLDER / font["file"]), 20.0).glyphIndexesForString(letter)[0] for letter in word]
    assert word == SAMPLES.get(font["family"]) or glyphs[::-1] != single, "the letters join"


@pytest.mark.usefixtures("qapp")
def test_the_article_fonts_hold_every_letter_of_arabic_persian_and_urdu_and_what_steers_them() -> None:
    letters = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي" + "پچژگکی" + "ٹڈڑںھہۂۃےۓ" + "ًٌٍَُِّْٰ" + "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹" + "،؛؟٪"
    for font in FONTS:
        if font["family"] != "Noto Sans Hebrew":
            raw = QRawFont(str(FOLDER / font["file"]), 20.0)
            assert [letter for letter in letters if 0 in raw.glyphIndexesForString(letter)] == [], font["file"]


def test_no_font_that_changes_the_shapes_of_digits_is_bundled() -> None:
    assert not [path for path in Path(FOLDER).iterdir() if "-FD" in path.name]
