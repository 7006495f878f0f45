"""Every occurrence over a project of 10,000 articles beside a plain scan of the same folded texts; as a script, a table."""

from __future__ import annotations

import os
import random
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.changes import change
from annotator.core.folding import fold
from annotator.core.models import Article
from annotator.core.rows import added
from annotator.core.text import Text
from annotator.operations import occurrences, starter
from annotator.store.folded import Keys
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotator.core.changes import Step

SEED = Path(__file__).resolve().parents[2] / "seeds" / "sana-daesh-twitter.txt"
NAME = "جنبلاط"
FORMS = (NAME, f"و{NAME}", f"ب{NAME}", NAME, f"ل{NAME}")
WORDS = 400


def measure(articles: int = 10_000, *, rounds: int = 7) -> dict[str, float]:
    """Milliseconds: the derived file made; a plain scan of its keys, every occurrence of a name (the best of some).

    A tenth of the articles hold the name, twice each. The plain scan reads every key from the derived file and counts
    where the name's letters stand; so does the search, and then looks at particles and edges, the text and its context.
    """
    with tempfile.TemporaryDirectory() as folder, Project.open(_made(Path(folder) / "p.annot", articles)) as project:
        with Keys(project) as keys:
            cold = _timed(keys.catch_up)
            plain, ours, letters = [], [], sum(len(key) for _, key in keys.every())
            for _ in range(rounds):
                plain.append(_timed(lambda: sum(key.count(NAME) for _, key in keys.every())))
                ours.append(_timed(lambda: occurrences.every(project, NAME, coder=project.coder)))
        found = len(occurrences.every(project, NAME))
        one = _timed(lambda: occurrences.every(project, NAME, article="a0"))
        hits = _timed(lambda: list(occurrences.search(project, NAME)))
        text = "".join(body for body in _bodies(500))
    fold(text)
    return {
        "cold": cold,
        "plain": min(plain),
        "every": min(ours),
        "found": found,
        "one article": one,
        "search": hits,
        "letters": letters,
        "fold": len(text) / _timed(lambda: fold(text)) / 1000,
    }


def _made(path: Path, articles: int) -> Path:
    starter.begin(path, coder="x")
    with Project.open(path) as project:
        project.journal.commit(change("import", _articles(articles)))
    return path


def _articles(many: int) -> Iterator[Step]:
    for number, body in enumerate(_bodies(many)):
        text = Text(body)
        yield text
        yield added(Article(f"a{number}", f"خبر {number}", text.hash, position=f"{number:08}"))


def _bodies(many: int) -> Iterator[str]:
    """Articles of the seed's words, shuffled."""
    chosen, words = random.Random(7), SEED.read_text(encoding="utf-8").split()
    for number in range(many):
        picked = chosen.choices(words, k=WORDS)
        if number % 10 == 0:
            picked[chosen.randrange(WORDS)] = chosen.choice(FORMS)
            picked[chosen.randrange(WORDS)] = NAME
        yield f"{number} {' '.join(picked)}."


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["ANNOTATOR_HOME"] = home
        for name, value in measure().items():
            print(f"{name:<12} {value:12.2f}")
