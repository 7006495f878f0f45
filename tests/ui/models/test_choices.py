from __future__ import annotations

import pytest

from annotator.core.models import Label
from annotator.ui.models import matching
from annotator.ui.models.choices import arranged, choices, is_named

LABELS = (
    Label("frame", {"en": "Frame", "ar": "إطار"}, 30, position="a"),
    Label(
        "economic", {"en": "Economic", "ar": "اقتصادي"}, 40, parent="frame", position="b", synonyms=("money", "مالي")
    ),
    Label("actor", {"en": "Actor", "ar": "فاعل"}, 200, key="1", position="c"),
    Label("factor", {"en": "Factor one", "ar": "عامل"}, 210, key="f", position="d"),
    Label("old", {"en": "Actor of old", "ar": "قديم"}, 220, position="e", retired=True),
)


def english(names, fallback):
    return names.get("en", fallback)


OFFERED = choices(LABELS, english)


def found(typed: str, *used: str) -> list[str]:
    return [choice.label.id for choice in arranged(OFFERED, matching.wanted(typed), used)]


def test_everything_in_use_in_the_order_of_the_tree_with_the_way_there() -> None:
    assert found("") == ["frame", "economic", "actor", "factor"]
    assert OFFERED[1].path == ("Frame",)


def test_those_used_last_come_first_when_nothing_is_typed() -> None:
    assert found("", "actor", "economic") == ["actor", "economic", "frame", "factor"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("1", "actor"),
        ("F", "factor"),  # its key, before the names that begin with it
        ("act", "actor"),
        ("actor", "actor"),
        ("فاعِــل", "actor"),
        ("إقتصادي", "economic"),
        ("mon", "economic"),
        ("مالي", "economic"),
        ("one", "factor"),
        ("frame eco", "economic"),
    ],
)
def test_what_is_typed_finds_any_name_folded(typed: str, first: str) -> None:
    assert found(typed)[0] == first


def test_the_better_fit_first() -> None:
    assert found("actor") == ["actor", "factor"]
    assert found("fram") == ["frame", "economic"]  # the second by the one that it stands under
    assert found("xyz") == []


def test_a_name_that_is_there_already() -> None:
    assert is_named(OFFERED, matching.wanted("ACTOR"))
    assert not is_named(OFFERED, matching.wanted("act"))
