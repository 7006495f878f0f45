from __future__ import annotations

import re

from annotator.ui import sheet
from annotator.ui.theme import tokens


def test_it_has_no_side_and_no_hole() -> None:
    for name in ("light", "dark", "contrast"):
        written = sheet.written(tokens(name)["colours"], 14, name)
        written = re.sub(r"subcontrol-position: right center; right: \d+px", "", written)  # Qt turns these round itself
        assert not re.search(r"(margin|padding|border)-(left|right)|\bleft\b|\bright\b", written)
        assert "$" not in written


def test_sizes_follow_the_interface() -> None:
    small, large = (sheet.written(tokens("light")["colours"], size, "light") for size in (12, 20))
    assert "font-size: 11px" in small
    assert "font-size: 18px" in large
