"""Draws the pictures of the README: the real window on the sample, in a home of its own.

`python packaging/pictures.py [FOLDER]`; without a folder into `packaging/pictures`.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from annotator.operations import exchange, sample, sealing, starter  # noqa: E402  (from this checkout)
from annotator.store import articles, codebook, codings  # noqa: E402
from annotator.store.project import Project  # noqa: E402

if TYPE_CHECKING:
    from annotator.core.models import Annotation

QUOTE = "على كل موظف"  # how the quotation begins that is shown in focus, with its source and its cue
THIRD = "ريم"
LINE = 60  # code points: what is shorter is a place or a name, no paragraph
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
    study: bool = False  # of a frozen round of three coders, not of the sample

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
    Picture("review", "ar", "light", study=True, called="study"),
    Picture("review", "en", "light", study=True, do="agreement", called="agreement"),
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
    if picture.study:
        project = study(project)
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


def study(project: Path) -> Path:
    """The sample, two paragraphs an article, as a frozen round; a third coder goes with each of the two in turn."""
    news, path = project.with_suffix(".jsonl"), project.with_suffix("") / "study.annot"
    path.parent.mkdir()
    with Project.open(project) as opened, news.open("w", encoding="utf-8") as lines:
        db = opened.db
        article = articles.get(db, articles.order(db)[0])
        own = [coding for coding in codings.of_article(db, article.id) if coding.kind == "own"]
        people = {coder.id: coder.name for coder in codebook.coders(db)}
        text = articles.text(db, article.text)
        long = [paragraph for paragraph in text.paragraphs if paragraph[1] - paragraph[0] > LINE]
        for number, ((start, _), (_, end)) in enumerate(zip(long[::2], long[1::2], strict=False)):
            spans = [
                [span for span in codings.annotations_of(db, [coding.id]) if start <= span.start and span.end <= end]
                for coding in own
            ]
            coded = [*zip((people[coding.coder] for coding in own), spans, strict=True), (THIRD, spans[number % 2])]
            print(json.dumps(line(number, text.body[start:end], start, coded), ensure_ascii=False), file=lines)
    starter.begin(path, coder=people[own[0].coder])
    with Project.open(path) as opened:
        exchange.import_files(opened, [news])
        opened.journal.commit(sealing.freeze(opened, "main"))
    return path


def line(number: int, body: str, start: int, coded: list[tuple[str, list[Annotation]]]) -> dict[str, Any]:
    """A paragraph as a line of JSON, with what each coder marked in it."""
    return {
        "title": f"{number + 1}. {' '.join(body.split()[:5])}",
        "text": body,
        "codings": [{"who": who, "status": "done"} for who, _ in coded],
        "annotations": [
            {"label": span.label, "who": who, "start": span.start - start, "end": span.end - start}
            for who, spans in coded
            for span in spans
        ],
    }


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
