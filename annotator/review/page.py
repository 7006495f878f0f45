"""Agreement as a page that stands alone: tables, matrices, the paragraph on methods, from right to left in Arabic."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from annotator import messages, paths
from annotator.review import wording
from annotator.review.html import document, element, inert, isolated
from annotator.review.methods import paragraph, references

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.review.figures import Figure
    from annotator.review.matrix import Matrix
    from annotator.review.report import Agreement

_BESIDE = "percent agreement"  # stands beside every other value
_DAY = 10  # characters of a moment


def html(agreement: Agreement, language: str, matrices: Sequence[Matrix] = ()) -> str:
    """The whole page in "ar" or "en"; nothing in it is loaded from elsewhere."""
    page = _Page(agreement, language)
    style = (paths.resources() / "pages" / "agreement.css").read_text(encoding="utf-8")
    return document(page.title, "\n".join(page.body(matrices)), language=language, style=style)


class _Page:
    def __init__(self, agreement: Agreement, language: str) -> None:
        self._agreement, self._language = agreement, language
        self.title = self._say("title.same" if len(agreement.rounds) > 1 else "title")

    def _say(self, key: str, **facts: str) -> str:
        return wording.phrase(key, self._language, **facts)

    def body(self, matrices: Sequence[Matrix]) -> Iterator[str]:
        """Its parts, in order."""
        yield element("h1", inert(self.title))
        if self._agreement.provisional:
            yield element("p", inert(self._say("provisional")), kind="provisional")
        yield self._facts()
        yield from self._tables(self._agreement.measures, "h2")
        if self._agreement.pairs:
            yield element("h2", inert(self._say("pairs")))
        for two in self._agreement.pairs:
            a, b = (isolated(wording.rater(self._agreement, one)) for one in two.raters)
            yield element("h3", f"{self._say('pair', a=a, b=b)} ({inert(self._say('articles'))}: {two.articles})")
            yield from self._tables([one for one in two.measures if one.label is None], "h4")
        yield from (self._matrix(one) for one in matrices)
        yield element("h2", inert(self._say("methods")))
        yield element("p", _isolates(paragraph(self._agreement, self._language)), kind="methods")
        yield element("h3", inert(self._say("references")))
        works = [element("li", inert(one)) for one in references(self._agreement)]
        yield element("ol", *works, kind="works", dir="ltr", lang="en")
        yield self._meanings()

    def _facts(self) -> str:
        found = self._agreement
        people = messages.comma(self._language).join(isolated(wording.rater(found, one)) for one in found.raters)
        rows = [
            ("coders", people),
            ("articles", str(found.articles)),
            ("unit", inert(self._say(f"figures.{found.unit}"))),
        ]
        for one in found.rounds:
            rows.append(("round", isolated(one.id)))
            told = (("version", one.codebook), ("frozen", one.frozen[:_DAY]), ("seal", one.seal))
            rows += [(key, isolated(value)) for key, value in told if value]
        return element("dl", *(f"{element('dt', inert(self._say(key)))}{element('dd', value)}" for key, value in rows))

    def _tables(self, measures: Iterable[Figure], heading: str) -> Iterator[str]:
        for (about, unit), some in groupby(measures, key=lambda one: (one.about, one.unit)):
            yield element(heading, inert(self._say(f"figures.{unit if about == 'label' else about}")))
            yield self._table(about, list(some))

    def _table(self, about: str, figures: Sequence[Figure]) -> str:
        first = "label" if about == "label" else "variable"
        head = element("th", inert(self._say(f"column.{first}"))) + element("th", inert(self._say("column.measure")))
        head += "".join(
            element("th", inert(self._say(f"column.{one}")), kind="count")
            for one in ("value", "interval", "beside", "n")
        )
        rows = "".join(self._rows(figures))
        return element("table", element("thead", element("tr", head)), element("tbody", rows))

    def _rows(self, figures: Sequence[Figure]) -> Iterator[str]:
        beside = {one.label: one.value for one in figures if one.name == _BESIDE}
        last: str | None = ""
        for one in figures:
            new = one.label != last
            name = isolated(wording.of(self._agreement.called, one.about, one.label, self._language)) if new else ""
            low_high = "" if one.low is None or one.high is None else f"{one.low:.3f}–{one.high:.3f}"
            percent = "" if one.name == _BESIDE else wording.number(beside[one.label], self._language)
            cells = (wording.number(one.value, self._language), low_high, percent, str(one.n))
            yield element(
                "tr",
                element("th", name, kind="name", scope="row"),
                element("th", inert(wording.measure(one.name, self._language))),
                *(element("td", isolated(cell)) for cell in cells),
                kind="first" if new else "",
            )
            last = one.label

    def _matrix(self, found: Matrix) -> str:
        a, b = (isolated(wording.rater(self._agreement, one)) for one in found.between)
        says = ""
        if found.variable:
            name = isolated(self._agreement.called.variable(found.variable, self._language))
            title = self._say("matrix.variable", variable=name, a=a, b=b)
        else:
            title = f"{self._say('matrix', a=a, b=b)} ({inert(self._say(f'figures.{found.unit}'))})"
            says = element("p", inert(self._say("matched" if found.unit == "span" else "matched.unit")), kind="small")
        names = [wording.value(self._agreement.called, found.variable, one, self._language) for one in found.values]
        head = element(
            "thead", element("tr", element("td"), *(element("th", isolated(n), kind="count") for n in names))
        )
        rows = [
            element(
                "tr",
                element("th", isolated(name), kind="name", scope="row"),
                *(element("td", str(n), kind=_kind(n, same=i == j)) for j, n in enumerate(row)),
            )
            for i, (name, row) in enumerate(zip(names, found.rows, strict=True))
        ]
        table = element("table", head, element("tbody", *rows))
        return element("h2", title) + says + element("div", table, kind="wide")

    def _meanings(self) -> str:
        rows = [
            element("dt", inert(wording.measure(name, self._language)))
            + element("dd", inert(wording.meaning(name, self._language)))
            for name in dict.fromkeys(one.name for one in self._agreement.measures)
        ]
        return element("h2", inert(self._say("meaning"))) + element("dl", *rows, kind="meaning")


def _kind(count: int, *, same: bool) -> str:
    return "same" if same else "" if count else "none"


def _isolates(words: str) -> str:
    """Words whose isolates are signs, as words whose isolates are elements; no mark-up in them counts."""
    return "".join(
        isolated(part) if number % 2 else inert(part)
        for number, part in enumerate(words.replace("\u2069", "\u2068").split("\u2068"))
    )
