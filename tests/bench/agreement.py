"""Agreement of two coders over 10,000 articles with 50 spans each, beside plain Python; as a script, a table."""

from __future__ import annotations

import random
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.review.figures import figures
from annotator.review.gathered import Gathered, Rater
from annotator.review.labelled import Labelled, counted
from annotator.review.measures import f1
from annotator.review.units import Work, bits, placed, ranges

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.review.measures.f1 import Span

    Sides = tuple[list[Span], list[Span]]

SEED = Path(__file__).resolve().parents[2] / "seeds" / "sana-daesh-twitter.txt"
LABELS = [f"label-{number}" for number in range(9)]
WORDS, SPANS = 400, 50
UNITS = [(6 * number, 6 * number + 5) for number in range(WORDS)]
BODY = "كلمات " * WORDS


def made(articles: int) -> list[Sides]:
    """Two coders' spans of one to four words; six in ten are the same."""
    chosen = random.Random(5)

    def span() -> Span:
        first = chosen.randrange(WORDS - 4)
        return chosen.choice(LABELS), ((UNITS[first][0], UNITS[first + chosen.randrange(4)][1]),)

    sides = []
    for _ in range(articles):
        a, b = {span(): None for _ in range(SPANS)}, {}
        for one in a:
            b[one if chosen.random() < 0.6 else span()] = None
        sides.append((list(a), list(b)))
    return sides


def measure(articles: int = 10_000) -> dict[str, float]:
    """Milliseconds of this process alone, the best of three: ours and plain Python's, from the same spans in memory."""
    sides = made(articles)
    bit = bits(LABELS)
    at = [tuple(placed(side, UNITS, bit) for side in both) for both in sides]
    raters = (Rater("a", "main"), Rater("b", "main"))
    gathered = Gathered(raters, (), [Work(BODY, both) for both in sides[: articles // 20]])
    text = SEED.read_text(encoding="utf-8")
    found = {
        "exact": _timed(lambda: f1.exact(sides)),
        "exact, plain": _timed(lambda: _plain_exact(sides)),
        "relaxed": _timed(lambda: _relaxed(sides)),
        "relaxed, plain": _timed(lambda: _plain_relaxed(sides)),
        "kappa": _timed(lambda: _kappas(at, bit)),
        "kappa, plain": _timed(lambda: _plain_kappas(at)),
        "words": _timed(lambda: [ranges(text, "token") for _ in range(1_000)]),
        "figures": _timed(lambda: figures(gathered, times=0), rounds=1),
        "intervals": _timed(lambda: figures(gathered), rounds=1),
    }
    assert f1.exact(sides)[None].f1 == _plain_exact(sides)
    assert abs(_relaxed(sides) - _plain_relaxed(sides)) < 1e-12
    assert abs(_kappas(at, bit)[LABELS[0]] - _plain_kappas(at)[bit[LABELS[0]]]) < 1e-12
    return found


def _relaxed(sides: list[Sides]) -> float | None:
    return sum((met for a, b in sides for met in f1.relaxed(a, b).values()), f1.Met()).f1


def _kappas(at: list, bit: dict[str, int]) -> dict[str | None, float | None]:
    """Over all, sets of labels being the values, and of each label."""
    sheet = Labelled([((0, 1), counted(both, WORDS, list(bit.values()))) for both in at], "sentence", list(bit))
    kappa = sheet.names[0].index("cohen kappa")
    return {one.group.label: one.values[kappa] for one in sheet.measured(sheet.whole())}


def _plain_exact(sides: list[Sides]) -> float:
    same = count = 0
    for a, b in sides:
        same += len(set(a) & set(b))
        count += len(a) + len(b)
    return 2 * same / count


def _plain_relaxed(sides: list[Sides]) -> float:
    """A great number with a bit a character for each label."""
    ones = others = many = more = 0
    for a, b in sides:
        one, other = _signs(a), _signs(b)
        many += len(a)
        more += len(b)
        for label, ((start, end),) in a:
            ones += (other.get(label, 0) >> start) & ((1 << (end - start)) - 1) > 0
        for label, ((start, end),) in b:
            others += (one.get(label, 0) >> start) & ((1 << (end - start)) - 1) > 0
    return 2 / (many / ones + more / others)


def _signs(side: list[Span]) -> dict[str, int]:
    signs: dict[str, int] = {}
    for label, ((start, end),) in side:
        signs[label] = signs.get(label, 0) | ((1 << end) - (1 << start))
    return signs


def _plain_kappas(at: list) -> dict[int, float]:
    """Of each label: a great number with a bit a token."""
    ones: Counter = Counter()
    others: Counter = Counter()
    common: Counter = Counter()
    for a, b in at:
        one: dict[int, int] = {}
        other: dict[int, int] = {}
        for label, first, last in a:
            one[label] = one.get(label, 0) | ((1 << last) - (1 << first))
        for label, first, last in b:
            other[label] = other.get(label, 0) | ((1 << last) - (1 << first))
        for label, signs in one.items():
            ones[label] += signs.bit_count()
        for label, signs in other.items():
            others[label] += signs.bit_count()
            if label in one:
                common[label] += (signs & one[label]).bit_count()
    units = WORDS * len(at)
    kappas = {}
    for label, a in ones.items():
        b = others[label]
        same = units - a - b + 2 * common[label]
        chance = a * b + (units - a) * (units - b)
        kappas[label] = (units * same - chance) / (units * units - chance)
    return kappas


def _timed(work: Callable[[], object], rounds: int = 3) -> float:
    taken = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return min(taken) * 1000


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:<16} {value:10.1f}")
