"""Draws the pictures of the README: the real window on the sample, in a home of its own.

`python packaging/pictures.py [FOLDER]`; without a folder into `packaging/pictures`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from annotator.operations import sample  # noqa: E402  (from this checkout)
from annotator.store import articles, codebook, codings  # noqa: E402
from annotator.store.project import Project  # noqa: E402

QUOTE = "على كل موظف"  # how the quotation begins that is shown in focus, with its source and its cue
WORD = (364, 369)  # where in the sample the word stands whose every occurrence is listed


class Picture(NamedTuple):
    """What one picture shows."""

    mode: str
    language: str
    theme: str
    focused: bool = False
    selected: bool = False
    do: str = ""  # an action's id
    called: str = ""

    @property
    def name(self) -> str:
        """The picture's file."""
        return f"{self.called or self.mode}-{self.language}-{self.theme}.png"


PICTURES = (
    Picture("code", "ar", "light", focused=True),
    Picture("review", "en", "dark"),
    Picture("codebook", "ar", "light"),
    Picture("code", "en", "contrast", focused=True),
    Picture("code", "ar", "light", selected=True, do="occurrences", called="every"),
    Picture("code", "en", "dark", focused=True, do="statement", called="statement"),
)


def main(words: list[str]) -> int:
    """Draw all pictures into a folder; 0 when they stand there."""
    out = Path(words[0]) if words else ROOT / "packaging" / "pictures"
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"ANNOTATOR_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        for picture in PICTURES:
            draw(picture, Path(home) / f"{picture.name}.annot", out / picture.name)
    return 0


def draw(picture: Picture, project: Path, png: Path) -> None:
    """Draw one of them, from a sample of its own."""
    from annotator.ui import app  # noqa: PLC0415  (Qt, after its platform was chosen)

    sample.build(project, picture.language)
    app.picture(
        project,
        png,
        language=picture.language,
        theme=picture.theme,
        mode=picture.mode,
        focus=quotation(project) if picture.focused else "",
        words=WORD if picture.selected else None,
        do=picture.do,
    )


def quotation(project: Path) -> str:
    """The id of the quotation in the first coder's work."""
    with Project.open(project) as opened:
        db = opened.db
        first, article = codebook.coders(db)[0].id, articles.order(db)[0]
        mine = [coding.id for coding in codings.of_article(db, article) if coding.coder == first]
        found = (span for span in codings.annotations_of(db, mine) if span.label == "quotation")
        return next(span.id for span in found if span.quotes[0].startswith(QUOTE))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
