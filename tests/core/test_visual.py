"""What a terminal is given, in the order that Qt would show it; and nothing at all for what orders by itself."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.core.direction import paragraph_direction
from annotator.core.visual import Target, reordered, visual

ROOT = Path(__file__).parents[2]
FONT = next((ROOT / "resources" / "fonts").rglob("NotoNaskhArabic-Regular.ttf"))
MIXED = st.text(st.sampled_from("قبدر  abX 12٣-.()[]:"), min_size=1, max_size=16).map(str.strip)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("(\u0642\u0627\u0644)", "(\ufedd\ufe8e\ufed7)"),
        ("\u0644\u0627", "\ufefb"),
        ("«لا»", "«\ufefb»"),
        ("نسبة في BBC (2015)", "BBC (2015) \ufef2\ufed3 \ufe94\ufe92\ufeb4\ufee7"),
        ("قال (BBC) إن", "\ufee5\ufe87 (BBC) \ufedd\ufe8e\ufed7"),
        ("قال 12-15", "15-12 \ufedd\ufe8e\ufed7"),
        ("\u0642\u064e\u0627\u0644\u064e", "\ufedd\u064e\ufe8e\ufed7\u064e"),
        ("\u0627\u0644\u0644\u0647", "\ufeea\ufee0\ufedf\ufe8d"),
        ("\u0627\u0654\u062d", "\ufea1\ufe83"),
        ("\u0645\u06cc\u200c\u062e", "\ufea5\ufbfd\ufee3"),
        ("قـال", "\ufedd\ufe8e\u0640\ufed7"),
        ("\u2067abc\u2069 \u200fقد\u202c", "\ufeaa\ufed7 abc"),
        (
            "قد \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f44d\U0001f3fd",
            "\U0001f44d\U0001f3fd \U0001f468\u200d\U0001f469\u200d\U0001f467 \ufeaa\ufed7",
        ),
        ("قد \U0001f1f8\U0001f1fe", "\U0001f1f8\U0001f1fe \ufeaa\ufed7"),
        ("قد\nabc (1)\n\nدق", "\ufeaa\ufed7\nabc (1)\n\n\ufed5\ufea9"),
        ("A whole English line with قد inside", "A whole English line with \ufeaa\ufed7 inside"),
        ("English (only) 12%", "English (only) 12%"),
        ("", ""),
    ],
)
def test_a_terminal_that_neither_joins_nor_orders(text: str, shown: str) -> None:
    assert visual(text, "terminal") == shown


@pytest.mark.parametrize("target", ["qt", "html", "matplotlib"])
@pytest.mark.parametrize("text", ["(قال) لا", "BBC قالت", "\u2067قد\u2069"])
def test_what_shapes_by_itself_is_given_the_text(target: Target, text: str) -> None:
    assert visual(text, target) == text


@pytest.mark.parametrize("package", ["arabic_reshaper", "bidi.algorithm"])
def test_both_packages_do_the_work(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from annotator.core import visual as module

    module._reshaper.cache_clear()
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ImportError):
        visual("قال", "terminal")
    assert visual("قال", "qt") == "قال"
    assert visual("only English", "terminal") == "only English"


@cache
def font() -> Any:
    from PySide6.QtGui import QFont, QFontDatabase

    return QFont(QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(FONT)))[0], 20)


def as_qt_shows(text: str) -> str:
    """The characters from left to right, by the places of their glyphs."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QTextLayout, QTextOption

    rtl = paragraph_direction(text, "rtl") == "rtl"
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    layout = QTextLayout(text, font())
    layout.setTextOption(option)
    layout.beginLayout()
    layout.createLine().setLineWidth(100_000)
    layout.endLayout()
    flag = QTextLayout.GlyphRunRetrievalFlag
    runs = layout.glyphRuns(
        0, len(text), flag.RetrieveStringIndexes | flag.RetrieveGlyphPositions | flag.RetrieveGlyphIndexes
    )
    places = [(place.x(), at) for run in runs for at, place in zip(run.stringIndexes(), run.positions(), strict=True)]
    return "".join(text[at] for at in dict.fromkeys(at for _, at in sorted(places)))


@pytest.mark.usefixtures("qapp")
@given(MIXED)
def test_the_order_is_the_one_that_qt_shows(text: str) -> None:
    assume(any("\u0600" <= letter <= "\u06ff" and letter != "٣" for letter in text))
    unsided = str.maketrans("([", ")]")  # Qt names a mirrored bracket by the character, we by what is seen
    shown = "".join(normalize("NFKC", letter)[::-1] for letter in visual(text, "terminal"))
    assert shown.translate(unsided) == as_qt_shows(text).translate(unsided)


@given(
    st.recursive(
        st.sampled_from(["قد", "BBC", "12", " "]),
        lambda inner: st.builds("{} ({}) {}".format, inner, inner, inner),
        max_leaves=6,
    )
)
def test_brackets_that_match_are_seen_to_match(text: str) -> None:
    depth = 0
    for letter in visual(text, "terminal"):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        assert depth >= 0
    assert depth == 0


@given(st.text(st.sampled_from("قدر ab\u064e\u0651"), max_size=12))
def test_reordering_twice_comes_back(text: str) -> None:
    assume(not any(word[0] in "\u064e\u0651" for word in text.split()))
    assume("a\u064e" not in text and "b\u064e" not in text and "a\u0651" not in text and "b\u0651" not in text)
    line = " ".join(text.split())
    assert sorted(reordered(line)) == sorted(line)
    if paragraph_direction(line, "rtl") == "rtl":
        assert reordered(reordered(line)) == line
