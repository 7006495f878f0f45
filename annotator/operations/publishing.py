"""Agreement written into files: tables as CSV, a page as HTML; whole or not at all."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.formats.atomic import whole
from annotator.review import page, tables
from annotator.review.cases import cases
from annotator.review.matrix import matrix

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.review.figures import Figure
    from annotator.review.gathered import Gathered
    from annotator.review.matrix import Matrix
    from annotator.review.report import Agreement

_TWO = 2
_WIDEST = 24  # values of a variable, whose matrix still fits on a page


def write_csv(path: Path, words: str) -> None:
    """A table as a file (UTF-8 with BOM, which spreadsheets ask for); raises what `formats.atomic.whole` raises."""
    with whole(path) as sink:
        sink.write(codecs.BOM_UTF8 + words.encode())


def write_html(path: Path, agreement: Agreement, gathered: Gathered, language: str) -> None:
    """The page, between two raters with their confusion matrices; raises what `formats.atomic.whole` raises."""
    matrices = list(_matrices(agreement, gathered)) if len(gathered.raters) == _TWO else []
    words = page.html(agreement, language, matrices).encode()
    with whole(path) as sink:
        sink.write(words)


def write_matrix(path: Path, gathered: Gathered, language: str) -> None:
    """The confusion matrix of the labels as CSV; raises `two_for_matrix` unless there are two raters."""
    if len(gathered.raters) != _TWO:
        raise AnnotatorError("two_for_matrix")
    write_csv(path, tables.matrix_csv(matrix(gathered), gathered.called, language))


def write_cases(path: Path, agreement: Agreement, gathered: Gathered, language: str) -> None:
    """Every case that raters disagree on, as CSV: of spans, of the units, of variables and attributes."""
    found = [(one, case) for one in _behind(agreement) for case in cases(gathered, one)]
    write_csv(path, tables.cases_csv(found, agreement, language))


def _behind(agreement: Agreement) -> Iterator[Figure]:
    """One figure of each kind: exact F1 of spans, and the first of whatever else there is over all labels."""
    seen = set()
    for one in agreement.measures:
        kind = (one.about, one.unit, one.label)
        if kind not in seen and (one.label is None or one.about != "label"):
            seen.add(kind)
            yield one


def _matrices(agreement: Agreement, gathered: Gathered) -> Iterator[Matrix]:
    yield matrix(gathered, unit="span")
    if gathered.unit != "span":
        yield matrix(gathered)
    asked = dict.fromkeys((one.unit, one.label or "") for one in agreement.measures if one.about != "label")
    for unit, variable in asked:
        found = matrix(gathered, unit=unit, variable=variable)
        if gathered.scales[variable] != "interval" and len(found.values) <= _WIDEST:
            yield found
