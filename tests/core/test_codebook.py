from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.codebook import check, content_hash, from_data, in_order, to_data
from annotator.core.errors import AnnotatorError
from annotator.core.models import Boundary, Choice, Codebook, Label, RelationType, StatementType, Variable
from annotator.core.order import spread
from annotator.messages import LANGUAGES, say

NAMES = {"ar": "فاعل", "en": "Actor"}


def label(label_id: str = "actor", **more: Any) -> dict[str, Any]:
    return {"id": label_id, "names": NAMES, **more}


def refused(data: dict[str, Any]) -> AnnotatorError:
    with pytest.raises(AnnotatorError) as caught:
        from_data(data)
    assert caught.value.key == "bad_codebook"
    return caught.value


_words = st.dictionaries(st.sampled_from(["ar", "en", "fa"]), st.text(max_size=8), max_size=3)
_names = st.fixed_dictionaries({"ar": st.text("فاعلمصدر ", min_size=1).filter(str.strip)})
_ids = st.lists(st.text("abcde-", min_size=1, max_size=5), unique=True, max_size=6)


@st.composite
def codebooks(draw: st.DrawFn) -> Codebook:
    ids = draw(_ids)
    keys = draw(st.permutations("123456"))
    labels = tuple(
        Label(
            id=name,
            names=draw(_names),
            hue=draw(st.integers(0, 359)),
            key=draw(st.sampled_from(["", keys[place]])),
            pattern=draw(st.integers(0, 3)),
            parent=draw(st.sampled_from([None, *ids[:place]])),
            category=draw(st.text(max_size=4)),
            definition=draw(_words),
            include=draw(_words),
            exclude=draw(_words),
            examples=tuple(draw(st.lists(st.text(max_size=4), max_size=2))),
            position=position,
            retired=draw(st.booleans()),
            synonyms=tuple(draw(st.lists(st.text(max_size=4), max_size=2))),
            within=tuple(draw(st.lists(st.sampled_from(ids), max_size=2))),
            parts=tuple(draw(st.lists(st.sampled_from(["headline", "lead", "body", "caption"]), max_size=2))),
            apart=draw(st.booleans()),
        )
        for place, (name, position) in enumerate(zip(ids, spread(len(ids)), strict=True))
    )
    used = st.lists(st.sampled_from(ids), unique=True).map(tuple) if ids else st.just(())
    choice = (Choice("yes", {"en": "Yes"}), Choice("no", {"en": "No"}))
    first, second, third, fourth = spread(4)
    condition = draw(st.sampled_from([{}, {"variable": "role", "values": ["yes"]}]))
    low = draw(st.none() | st.integers(-3, 0))
    variables = (
        Variable("role", draw(_names), "annotation", "choice", choice, draw(used), draw(st.booleans()), first),
        Variable(
            "length", draw(_names), "article", "number", position=second, low=low, high=draw(st.none() | st.just(0.5))
        ),
        Variable("depth", draw(_names), "annotation", "scale", position=third, only_if=condition),
        Variable("who", draw(_names), "statement", "span", (), draw(used), position=fourth),
    )
    relations = (RelationType("says", draw(_names), draw(used), draw(used)),)
    slots = draw(st.sampled_from([(), ("who",)]))
    kinds = (StatementType("claim", draw(_names), slots, draw(_words), "V"),)
    boundary = draw(st.builds(Boundary))
    return Codebook(labels, variables, relations, draw(st.text(max_size=4)), kinds, boundary)


@given(codebooks())
def test_a_codebook_survives_plain_data_and_json(codebook: Codebook) -> None:
    assert from_data(to_data(codebook)) == codebook
    assert from_data(json.loads(json.dumps(to_data(codebook)))) == codebook


@given(codebooks(), st.randoms())
def test_the_hash_does_not_see_how_the_order_was_reached(codebook: Codebook, chance: Any) -> None:
    moved = [
        replace(item, position=f"x{position}")
        for item, position in zip(codebook.labels, spread(len(codebook.labels)), strict=True)
    ]
    chance.shuffle(moved)
    same = replace(codebook, labels=tuple(moved), version="another")
    assert content_hash(same) == content_hash(codebook)


def test_the_hash_sees_the_order_the_words_and_the_names() -> None:
    codebook = from_data({"labels": [label("a"), label("b")]})
    first, second = codebook.labels
    swapped = (replace(first, position=second.position), replace(second, position=first.position))
    reworded = (replace(first, include={"en": "whole words"}), second)
    hashes = {content_hash(replace(codebook, labels=labels)) for labels in (codebook.labels, swapped, reworded)}
    assert len(hashes) == 3
    assert all(len(value) == 64 for value in hashes)


def test_the_hash_is_that_of_plain_json() -> None:
    codebook = from_data({"version": "1", "labels": [label(hue=212, key="1")]})
    canonical = '{"labels":[{"hue":212,"id":"actor","key":"1","names":{"ar":"فاعل","en":"Actor"}}]}'
    assert content_hash(codebook) == hashlib.sha256(canonical.encode()).hexdigest()


def test_the_hash_does_not_see_the_order_of_relations() -> None:
    kinds = [{"id": name, "names": NAMES} for name in ("says", "cued-by")]
    one, other = (from_data({"relations": order}) for order in (kinds, kinds[::-1]))
    assert content_hash(one) == content_hash(other)


def test_two_labels_in_one_place_are_told_apart_by_id() -> None:
    labels = [
        Label("b", NAMES, 0, position="V"),
        Label("a", NAMES, 0, position="V"),
        Label("c", NAMES, 0, position="F"),
    ]
    assert [item.id for item in in_order(labels)] == ["c", "a", "b"]


def test_labels_without_a_position_keep_their_order() -> None:
    assert [item.id for item in in_order([Label("b", NAMES, 0), Label("a", NAMES, 0)])] == ["b", "a"]


def test_a_title_may_stand_beside_it() -> None:
    assert from_data({"title": {"en": "News"}, "version": "2.1"}) == Codebook(version="2.1")


@pytest.mark.parametrize(
    ("data", "where", "why"),
    [
        ({"lables": []}, "lables", "unknown_field"),
        ({"labels": "actor"}, "labels", "not_tables"),
        ({"labels": ["actor"]}, "labels", "not_tables"),
        ({"version": 1}, "version", "not_text"),
        ({"labels": [{"names": NAMES}]}, "labels[1].id", "bad_id"),
        ({"labels": [label(" actor")]}, "labels[1].id", "bad_id"),
        ({"labels": [label("a\u0000b")]}, "labels[1].id", "bad_id"),
        ({"labels": [{"id": "a"}]}, "labels[1].names", "no_name"),
        ({"labels": [{"id": "a", "names": {"ar": " "}}]}, "labels[1].names", "no_name"),
        ({"labels": [{"id": "a", "names": "Actor"}]}, "labels[1].names", "not_by_language"),
        ({"labels": [label(), label("b", hue=360)]}, "labels[2].hue", "bad_hue"),
        ({"labels": [label(hue=-1)]}, "labels[1].hue", "bad_hue"),
        ({"labels": [label(hue="blue")]}, "labels[1].hue", "bad_hue"),
        ({"labels": [label(hue=True)]}, "labels[1].hue", "bad_hue"),
        ({"labels": [label(pattern=4)]}, "labels[1].pattern", "bad_pattern"),
        ({"labels": [label(key="12")]}, "labels[1].key", "bad_key"),
        ({"labels": [label(key=" ")]}, "labels[1].key", "bad_key"),
        ({"labels": [label(retired="yes")]}, "labels[1].retired", "not_yes_no"),
        ({"labels": [label(examples="one")]}, "labels[1].examples", "not_texts"),
        ({"labels": [label(examples=[1])]}, "labels[1].examples", "not_texts"),
        ({"labels": [label(definition={"en": 1})]}, "labels[1].definition", "not_by_language"),
        ({"labels": [label(colour="red")]}, "labels[1].colour", "unknown_field"),
        ({"labels": [label(position="V")]}, "labels[1].position", "unknown_field"),
        ({"labels": [label(), label()]}, "labels", "duplicate_id"),
        ({"labels": [label(key="q"), label("b", key="Q")]}, "labels", "duplicate_key"),
        ({"labels": [label(parent="people")]}, "labels (actor).parent", "unknown_parent"),
        ({"labels": [label(parent="actor")]}, "labels (actor).parent", "own_ancestor"),
        ({"labels": [label("a", parent="b"), label("b", parent="a")]}, "labels (a).parent", "own_ancestor"),
        (
            {"labels": [label("c", parent="a"), label("a", parent="b"), label("b", parent="a")]},
            "labels (c).parent",
            "own_ancestor",
        ),
        ({"variables": [label(scope="page", type="text")]}, "variables[1].scope", "not_one_of"),
        ({"variables": [label(scope="article", type="date")]}, "variables[1].type", "not_one_of"),
        ({"variables": [label(scope="article", type="text")] * 2}, "variables", "duplicate_id"),
        ({"variables": [label(scope="article", type="choice")]}, "variables (actor).choices", "choices_and_type"),
        (
            {"variables": [label(scope="article", type="text", choices=[label()])]},
            "variables (actor).choices",
            "choices_and_type",
        ),
        (
            {"variables": [label(scope="article", type="choice", choices=[label()] * 2)]},
            "variables (actor).choices",
            "duplicate_id",
        ),
        (
            {"variables": [label(scope="article", type="choice", choices=[label(), {"id": ""}])]},
            "variables[1].choices[2].id",
            "bad_id",
        ),
        (
            {"variables": [label(scope="annotation", type="text", labels=["x"])]},
            "variables (actor).labels",
            "unknown_label",
        ),
        (
            {"labels": [label("x")], "variables": [label(scope="article", type="text", labels=["x"])]},
            "variables (actor).labels",
            "not_an_attribute",
        ),
        ({"labels": [label(within=["x"])]}, "labels (actor).within", "unknown_label"),
        ({"labels": [label(parts=["foot"])]}, "labels[1].parts", "not_one_of"),
        ({"labels": [label(synonyms="x")]}, "labels[1].synonyms", "not_texts"),
        ({"variables": [label(scope="article", type="span")]}, "variables (actor).type", "not_a_slot"),
        ({"variables": [label(scope="article", type="number", low="1")]}, "variables[1].low", "not_a_number"),
        ({"variables": [label(scope="article", type="number", high=True)]}, "variables[1].high", "not_a_number"),
        (
            {"variables": [label(scope="article", type="number", low=2, high=1)]},
            "variables (actor).low",
            "low_above_high",
        ),
        ({"variables": [label(scope="article", type="text", only_if=[])]}, "variables[1].only_if", "not_tables"),
        (
            {"variables": [label(scope="article", type="text", only_if={"variable": "x", "values": []})]},
            "variables (actor).only_if",
            "bad_condition",
        ),
        (
            {"variables": [label(scope="article", type="text", only_if={"variable": "actor", "values": ["x"]})]},
            "variables (actor).only_if",
            "own_condition",
        ),
        ({"statements": [label("claim", slots=["x"])]}, "statements (claim).slots", "unknown_slot"),
        ({"statements": [label("claim")] * 2}, "statements", "duplicate_id"),
        ({"statements": [label("claim", slots=["a", "a"])]}, "statements (claim).slots", "duplicate_id"),
        ({"boundary": {"words": "yes"}}, "boundary.words", "not_yes_no"),
        ({"boundary": {"marks": True}}, "boundary.marks", "unknown_field"),
        ({"relations": [label("says", targets=["x"])]}, "relations (says)", "unknown_label"),
        ({"relations": [label("says")] * 2}, "relations", "duplicate_id"),
    ],
)
def test_what_is_wrong_is_refused_by_its_place(data: dict[str, Any], where: str, why: str) -> None:
    error = refused(data)
    assert (error.facts["where"], error.facts["why"]) == (where, why)
    for language in LANGUAGES:
        sentence = say(error, language)
        assert where in sentence
        assert why not in sentence  # it is put into words
        assert "{" not in sentence


def test_a_retired_label_gives_its_key_away() -> None:
    codebook = from_data({"labels": [label("a", key="1", retired=True), label("b", key="1")]})
    check(codebook)
    assert [item.key for item in codebook.labels] == ["1", "1"]
