"""The paragraph on methods that a paper prints: what was compared, how, with which numbers, and whom to cite."""

from __future__ import annotations

import tomllib
from itertools import groupby
from typing import TYPE_CHECKING

from annotator import __version__, messages, paths
from annotator.review import wording
from annotator.review.measures.bootstrap import LEVEL, SEED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.review.figures import Figure
    from annotator.review.gathered import Under
    from annotator.review.report import Agreement

_CITED = {
    "holsti": "Holsti, 1969",
    "exact f1": "Hripcsak & Rothschild, 2005",
    "relaxed f1": "Hripcsak & Rothschild, 2005",
    "boundary f1": "Hripcsak & Rothschild, 2005",
    "cohen kappa": "Cohen, 1960",
    "fleiss kappa": "Fleiss, 1971",
    "gwet ac1": "Gwet, 2008",
    "unitizing alpha": "Krippendorff et al., 2016",
}
_ALPHA, _LIGHT, _DRAWN, _SURVEY = (
    "Krippendorff, 2018",
    "Light, 1971",
    "Efron & Tibshirani, 1993",
    "Artstein & Poesio, 2008",
)
_DAY, _SHORT = 10, 12  # characters of a moment, of a version


def methods(agreement: Agreement, language: str) -> str:
    """The paragraph in "ar" or "en", its figures over all labels and of variables; then the works cited, one a line."""
    return f"{paragraph(agreement, language)}\n\n{wording.phrase('references', language)}\n" + "\n".join(
        references(agreement)
    )


def paragraph(agreement: Agreement, language: str) -> str:
    """The paragraph alone."""
    return " ".join([*_compared(agreement, language), *_rules(agreement, language), *_numbers(agreement, language)])


def references(agreement: Agreement) -> list[str]:
    """The works that the paragraph cites, and a survey of such measures."""
    cited = "; ".join([_SURVEY, _ALPHA, *(_cited(one.name, agreement) for one in agreement.measures)])
    if _has_intervals(agreement):
        cited += f"; {_DRAWN}"
    works = tomllib.loads((paths.resources() / "works.toml").read_text(encoding="utf-8"))
    return [works[one] for one in sorted(set(cited.split("; "))) if one]


def _cited(name: str, agreement: Agreement) -> str:
    if name == "cohen kappa" and len(agreement.raters) > 2:  # noqa: PLR2004
        return f"{_CITED[name]}; {_LIGHT}"
    return _ALPHA if name.startswith("krippendorff alpha") else _CITED.get(name, "")


def _has_intervals(agreement: Agreement) -> bool:
    return any(one.low is not None for one in agreement.measures)


def _compared(agreement: Agreement, language: str) -> Iterator[str]:
    people = dict.fromkeys(agreement.called.coders.get(one.coder, one.coder) for one in agreement.raters)
    coders = messages.comma(language).join(map(messages.isolate, people))
    rounds = [messages.isolate(one.id) for one in agreement.rounds]
    key, facts = ("who", {}) if len(rounds) == 1 else ("who.same", {"against": rounds[1]})
    yield wording.phrase(key, language, coders=coders, round=rounds[0], articles=agreement.articles, **facts)
    for one in agreement.rounds:
        yield _frozen(one, language)
        key = "by" if one.codebook else "by.none"
        yield wording.phrase(
            key, language, round=messages.isolate(one.id), version=messages.isolate(one.codebook[:_SHORT])
        )


def _frozen(one: Under, language: str) -> str:
    key = "open" if one.state != "frozen" else "closed" if one.seal else "closed.bare"
    return wording.phrase(
        key,
        language,
        round=messages.isolate(one.id),
        frozen=messages.isolate(one.frozen[:_DAY]),
        seal=messages.isolate(one.seal),
    )


def _rules(agreement: Agreement, language: str) -> Iterator[str]:
    keys = ["same", *(["trim"] if agreement.trim else [])]
    if agreement.unit != "span":
        keys += [f"on.{agreement.unit}", "carried"]
    keys += ["common"] if any(one.about == "attribute" for one in agreement.measures) else []
    yield from (wording.phrase(key, language) for key in (*keys, "missing"))
    if _has_intervals(agreement):
        yield wording.phrase("drawn", language, percent=round(100 * LEVEL), times=agreement.times, seed=SEED)


def _numbers(agreement: Agreement, language: str) -> Iterator[str]:
    told = [one for one in agreement.measures if (one.label is None if one.about == "label" else _is_told(one))]
    for (about, unit, label), some in groupby(told, key=lambda one: (one.about, one.unit, one.label)):
        kind = wording.phrase(f"figures.{unit if about == 'label' else about}", language)
        found = messages.comma(language).join(_each(some, agreement, language))
        if label is None:
            yield wording.phrase("found", language, figures=kind, list=found)
        else:
            name = messages.isolate(wording.of(agreement.called, about, label, language))
            yield wording.phrase("found.of", language, figures=kind, name=name, list=found)
    yield wording.phrase("read", language)
    yield wording.phrase("program", language, version=messages.isolate(__version__))


def _is_told(one: Figure) -> bool:
    """Of a variable the two that every reader asks for."""
    return one.name == "percent agreement" or one.name.startswith("krippendorff alpha")


def _each(some: Iterable[Figure], agreement: Agreement, language: str) -> Iterator[str]:
    """The figures of a group; the first one also says how much was compared."""
    for number, one in enumerate(some):
        value = wording.number(one.value, language)
        if one.low is not None and one.high is not None:
            value = f"{value} [{one.low:.3f}, {one.high:.3f}]"
        told = wording.phrase(
            "number", language, measure=wording.measure(one.name, language), value=messages.isolate(value)
        )
        cited = _cited(one.name, agreement)
        beside = [*([f"n = {one.n}"] if not number else []), *([cited] if cited else [])]
        together = "; ".join(beside)
        yield f"{told} {messages.isolate(f'({together})')}" if beside else told
