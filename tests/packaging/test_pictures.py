from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]
MOST = 400_000  # bytes that a picture of the README may have


def test_the_pictures_of_the_readme_are_drawn_and_stand_there(tmp_path: Path) -> None:
    environ = {**os.environ, "ANNOTATOR_HOME": str(tmp_path / "home")}
    words = [sys.executable, str(ROOT / "packaging" / "pictures.py"), str(tmp_path / "drawn")]
    subprocess.run(words, check=True, env=environ)
    drawn = {path.name for path in (tmp_path / "drawn").iterdir()}
    told = {word.split(")")[0] for word in (ROOT / "README.md").read_text("utf-8").split("](packaging/pictures/")[1:]}
    assert drawn == told
    for name in drawn:
        kept, fresh = ROOT / "packaging" / "pictures" / name, QImage(str(tmp_path / "drawn" / name))
        assert (fresh.width(), fresh.height()) == (1440, 900)
        assert kept.stat().st_size < MOST
        assert QImage(str(kept)).size() == fresh.size()
    assert not (tmp_path / "home").exists()  # it has a home of its own
