from __future__ import annotations

import pytest

from annotator.core import models, travel
from annotator.core.rows import TABLES, added, altered, dumps, from_row, removed, to_row

VALUES = [
    models.Identity("p", "داعش في الصحافة", models.Boundary(words=False, quotes=True), "locked"),
    models.Coder("c", "المرمِّز أ", 212, "C1"),
    models.Label(
        "actor",
        {"ar": "فاعل", "en": "Actor"},
        212,
        "1",
        2,
        None,
        "actors",
        {"ar": "من"},
        {},
        {},
        ("داعش",),
        "a",
        retired=True,
        synonyms=("لاعب",),
        within=("quotation",),
        parts=("headline", "caption"),
        apart=True,
    ),
    models.Variable(
        "tone",
        {"en": "Tone"},
        "article",
        "choice",
        (models.Choice("negative", {"en": "negative"}),),
        ("actor",),
        required=True,
        only_if={"variable": "genre", "values": ["news"]},
    ),
    models.Variable("score", {"en": "Score"}, "annotation", "scale", low=0.0, high=5.5),
    models.RelationType("says", {"en": "says"}, ("quotation",), ("source",)),
    models.Version("v1", "1.0", "2026-01-01", {"labels": [{"id": "actor"}]}),
    models.Article("a", "عنوان", "hash", "rtl", {"outlet": "سانا"}, "k"),
    models.Source("s", "a", "x.txt", "txt", "cp1256", "00", had_bom=True, line_ends="crlf", at="2026-01-01"),
    models.Round("main", "main"),
    models.Round("sample", "reliability", "frozen", "v1", {"share": 0.2, "stratify": ["outlet"]}, ("c", "d"), False),
    models.Coding("k", "a", "c", "main"),
    models.Annotation("n", "k", "actor", "hash", ((1, 3), (5, 9)), ("قا", "لداع"), "v1", ((5, 7),)),
    models.Assigned("w", "k", "n", "tone", ["a", "b"]),
    models.Assigned("w", "k", "n", "tone", False),
    models.Assigned("w", "k", "n", "tone", 1.5),
    models.Relation("r", "k", "says", "n", "m"),
    models.Assigned("w", "k", "t", "source", {"annotation": "n"}),
    models.StatementType("claim", {"en": "Claim"}, ("source", "agreement"), {"ar": "{source}: {agreement}"}, "b"),
    models.Statement("t", "k", "claim"),
    models.Actor("d", {"ar": "داعش", "en": "Daesh"}, "group", ("تنظيم الدولة",), "سطر"),
    models.Part("p", "a", "hash", "headline", 0, 12),
    models.WordList("l", {"ar": "أفعال"}, "ar", 30, ("قال", "زعم"), inflected=True, position="b"),
    models.Doubt("u", "n", ("قال",), "2026-01-01"),
    models.Note("o", "annotation", "n", "c", "سطر\nثان", "2026-01-01", resolved=True),
    models.Decision("d", "k", "x", "both", "slip", "", "c", "2026-01-01", ("n", "m"), ("z",), ("c", "d")),
    travel.Handover("h", "work", "c", "s", "main", {"a": "hash"}, "v1", True, "اقرأ", "2026-01-01"),
    travel.Clash("q", "m", "label", "actor", {"hue": 1}, None, "changed", "", "c", "2026-01-01", "theirs"),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_comes_back_from_its_row(value: object):
    assert from_row(type(value), to_row(value)) == value


def test_every_model_is_tried_here():
    assert {type(value) for value in VALUES} == TABLES.keys()


def test_an_alteration_keeps_only_what_differs():
    label = VALUES[2]
    edit = altered(label, hue=30, key="1")
    assert (edit.table, edit.row, edit.before, edit.after) == ("label", "actor", {"hue": 212}, {"hue": 30})
    assert edit.inverse().inverse() == edit


def test_removing_is_adding_taken_back():
    assert removed(VALUES[1]) == added(VALUES[1]).inverse()


def test_equal_values_are_equal_strings():
    assert dumps({"b": "قال", "a": (1, 2)}) == dumps({"a": [1, 2], "b": "قال"}) == '{"a":[1,2],"b":"قال"}'


def test_what_json_cannot_say_is_a_bug():
    with pytest.raises(TypeError):
        dumps(object())
