"""The native line format: all that is written is read back, and what does not fit is named."""

from __future__ import annotations

import hashlib
import io
import json
import tracemalloc
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import AnnotatorError
from annotator.core.text import Text
from annotator.formats import ReadOptions, WriteOptions, jsonl
from annotator.formats.jsonl import read, write
from annotator.formats.records import ActorRecord, Document, Item, Losses, PartRecord, Refused, ordered
from tests.formats.documents import bare, documents, project


def written(items: list[Document]) -> bytes:
    sink = io.BytesIO()
    assert write(items, sink, WriteOptions()) == Losses()
    return sink.getvalue()


def from_lines(folder: Path, *lines: object, encoding: str = "utf-8", named: str = "") -> list[Item]:
    path = folder / "in.jsonl"
    path.write_bytes("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines).encode(encoding))
    return list(read(path, ReadOptions(named)))


def one(items: list[Item]) -> Document:
    (document,) = items
    assert isinstance(document, Document)
    return document


def why(item: Item) -> tuple[str, str, str]:
    assert isinstance(item, Refused)
    return item.what, item.where, item.why.key


@given(st.lists(documents(), max_size=3))
def test_read_is_the_inverse_of_write(tmp_path_factory: pytest.TempPathFactory, made: list[Document]) -> None:
    path = tmp_path_factory.mktemp("jsonl") / "x.jsonl"
    path.write_bytes(written(made))
    found = list(read(path, ReadOptions()))
    assert [bare(d) for d in found if isinstance(d, Document)] == [ordered(d) for d in made]
    assert len(found) == len(made)
    lines = path.read_text("utf-8").splitlines()  # cuts at U+2028, U+0085 and the like, if there were any
    assert len(lines) == len(made)
    for line in map(json.loads, lines):
        for annotation in line["annotations"]:
            assert annotation["text"] == line["text"][annotation["start"] : annotation["end"]]
            assert annotation["quotes"] == [line["text"][a:b] for a, b in annotation["fragments"]]
        assert line["sha256"] == hashlib.sha256(line["text"].encode()).hexdigest()


@given(documents())
def test_the_order_of_what_is_given_does_not_matter(document: Document) -> None:
    turned = Document(
        **{
            name: tuple(reversed(value)) if isinstance(value := getattr(document, name), tuple) else value
            for name in Document.__slots__
        }
    )
    assert written([turned]) == written([document])


def test_the_keys_of_the_contract() -> None:
    line = json.loads(written(project("ar")).splitlines()[0])
    assert list(line) == [
        "id", "title", "text", "sha256", "direction", "meta", "codings", "annotations", "relations", "statements", "variables", "notes",
    ]  # fmt: skip
    assert set(line["codings"][0]) == {"who", "who_id", "round", "kind", "status", "codebook"}
    assert list(line["annotations"][0]) == [
        "id", "label", "who", "who_id", "round", "kind", "start", "end", "text", "fragments", "quotes", "attributes", "notes",
    ]  # fmt: skip
    assert {"id", "label", "from", "to", "who"} <= set(line["relations"][0])
    assert {"id", "type", "who", "slots"} <= set(line["statements"][0])
    assert {"name", "value", "who"} <= set(line["variables"][0])


def test_only_the_text_is_required(tmp_path: Path) -> None:
    document = one(from_lines(tmp_path, {"text": "قال"}))
    assert bare(document) == Document("", "", Text("قال"))
    assert document.origin is not None
    assert (document.origin.name, document.origin.line, document.origin.done) == ("in.jsonl", 1, 1.0)
    assert document.origin.sha256 == hashlib.sha256((tmp_path / "in.jsonl").read_bytes()).hexdigest()
    given = {"text": "قال نعم", "annotations": [{"label": "x", "start": 0, "end": 3}]}
    annotation = one(from_lines(tmp_path, given)).annotations[0]
    assert (annotation.id, annotation.whose.who, annotation.whose.round, annotation.whose.kind) == (
        "",
        "",
        "main",
        "own",
    )
    assert annotation.quotes == ("قال",)


def test_numbers_become_words_and_a_direction_that_says_nothing_new_is_no_choice(tmp_path: Path) -> None:
    line = {"id": 7, "text": "قال", "direction": "rtl", "meta": {"year": 2015, "no": None, "tags": ["a"]}}
    document = one(from_lines(tmp_path, line))
    assert (document.id, document.meta, document.direction) == ("7", {"year": "2015", "tags": '["a"]'}, "")
    assert one(from_lines(tmp_path, {"text": "قال", "direction": "ltr"})).direction == "ltr"
    assert one(from_lines(tmp_path, {"text": "قال", "direction": "auto"})).direction == ""


def test_offsets_that_count_carriage_returns_are_carried_to_the_stored_text(tmp_path: Path) -> None:
    source = "\ufeffقال\r\nنعم\rلا\r\nثم 😀"
    start = source.index("ثم")
    first = {"label": "x", "start": start, "end": start + 4, "text": "ثم 😀"}
    second = {"label": "y", "start": 1, "end": 9, "text": "قال\r\nنعم"}
    line = {"text": source, "sha256": Text(source).hash, "annotations": [first, second]}
    document = one(from_lines(tmp_path, line))
    assert document.text.body == "قال\nنعم\nلا\nثم 😀"
    assert [a.quotes[0] for a in document.annotations] == ["ثم 😀", "قال\nنعم"]
    assert document.origin is not None
    assert (document.origin.had_bom, document.origin.line_ends) == (True, "mixed")


@pytest.mark.parametrize(
    ("broken", "key"),
    [
        ({"start": 0, "end": 3, "text": "نعم"}, "quote_mismatch"),
        ({"start": 0, "end": 3, "quotes": ["قل"]}, "quote_mismatch"),
        ({"start": 0, "end": 30}, "bad_span"),
        ({"start": -3, "end": 3}, "bad_span"),
        ({"start": 2, "end": 2}, "bad_span"),
        ({"start": 3, "end": 2}, "bad_span"),
        ({"start": 0, "end": 7, "fragments": [[4, 7], [0, 3]]}, "bad_span"),
        ({"start": 0, "end": 7, "fragments": [[0, 5], [4, 7]]}, "bad_span"),
        ({"start": 1, "end": 7, "fragments": [[0, 3], [4, 7]]}, "bad_span"),
        ({"start": 0, "end": 7, "fragments": [[0, 3, 4]]}, "bad_field"),
        ({"start": 0, "end": 7, "fragments": {}}, "bad_field"),
        ({"start": "0", "end": 3}, "bad_field"),
        ({"start": True, "end": 3}, "bad_field"),
        ({"start": 0.0, "end": 3}, "bad_field"),
        ({"end": 3}, "bad_field"),
        ({"start": 0, "end": 3, "label": None}, "bad_field"),
        ({"start": 0, "end": 3, "kind": "gold"}, "bad_field"),
        ({"start": 0, "end": 3, "who": ["a"]}, "bad_field"),
        ({"start": 0, "end": 3, "attributes": []}, "bad_field"),
        ({"start": 0, "end": 3, "id": "good"}, "duplicate_id"),
        ({"start": 0, "end": 3, "head": [0, 4]}, "bad_head"),
        ({"start": 0, "end": 3, "head": [1, 1]}, "bad_head"),
        ({"start": 0, "end": 7, "fragments": [[0, 3], [4, 7]], "head": [2, 5]}, "bad_head"),
        ({"start": 0, "end": 3, "head": [[0, 1]]}, "bad_field"),
    ],
)
def test_a_span_that_does_not_fit_is_named_and_its_article_stays(
    tmp_path: Path, broken: dict[str, Any], key: str
) -> None:
    good = {"id": "good", "label": "x", "start": 4, "end": 7}
    line = {"id": "a", "text": "قال نعم", "annotations": [good, {"id": "bad", "label": "x", **broken}]}
    document, refused = from_lines(tmp_path, line)
    assert isinstance(document, Document)
    assert [a.id for a in document.annotations] == ["good"]
    assert why(refused) == ("annotation", f"1:{broken.get('id', 'bad')}", key)


def test_links_to_what_is_not_there_are_named(tmp_path: Path) -> None:
    line = {
        "text": "قال",
        "annotations": [{"id": "s", "label": "x", "start": 0, "end": 3}, "nonsense"],
        "relations": [{"id": "r", "label": "says", "from": "s", "to": "t"}, {"id": "q", "label": "says", "from": "s", "to": "s"}],
        "statements": [{"id": "u", "type": "claim", "slots": {"a": {"annotation": "t"}, "b": 3}}, {"type": "claim", "slots": {"a": {"annotation": []}}}],
        "codings": [{"who": "a", "status": "odd"}],
        "variables": [{"value": 3}],
        "notes": [{"body": "n"}, 3],
    }  # fmt: skip
    document, *refused = from_lines(tmp_path, line)
    assert isinstance(document, Document)
    assert [r.id for r in document.relations] == ["q"]
    assert (document.statements, document.codings, document.variables, len(document.notes)) == ((), (), (), 1)
    assert [why(item) for item in refused] == [
        ("other", "1:codings[0]", "bad_field"),
        ("annotation", "1:annotations[1]", "bad_field"),
        ("other", "1:r", "unknown_annotation"),
        ("other", "1:u", "unknown_annotation"),
        ("other", "1:statements[1]", "unknown_annotation"),
        ("other", "1:variables[0]", "bad_field"),
        ("other", "1:notes[1]", "bad_field"),
    ]


def test_heads_and_parts_are_carried_to_the_stored_text_and_what_is_no_actor_or_part_is_named(tmp_path: Path) -> None:
    line = {
        "text": "قال\r\nنعم",
        "annotations": [{"id": "s", "label": "x", "start": 5, "end": 8, "head": [6, 8]}],
        "parts": [{"kind": "lead", "start": 5, "end": 8}, {"kind": "foot", "start": 0, "end": 3}, {"start": 3, "end": 3}, {}],
        "actors": [
            {"id": "d", "names": {"ar": "داعش"}, "type": "group", "aliases": ["الدولة"], "notes": "n"},
            {"names": {"ar": " "}},
            {"names": "داعش"},
            {"names": {"ar": "x"}, "type": "devil"},
            {"names": {"ar": "x"}, "aliases": [""]},
            {"names": {"ar": 3}},
        ],
        "notes": [{"id": "n", "body": "b", "who": "w", "who_id": "i"}],
    }  # fmt: skip
    document, *refused = from_lines(tmp_path, line)
    assert isinstance(document, Document)
    assert document.annotations[0].head == ((5, 7),)
    assert document.parts == (PartRecord("lead", 4, 7),)
    first, last = document.actors
    assert first == ActorRecord("d", {"ar": "داعش"}, "group", ("الدولة",), "n")
    assert last.names == {"ar": "3"}
    assert (document.notes[0].who, document.notes[0].who_id) == ("w", "i")
    assert [why(item) for item in refused] == [
        ("other", "1:actors[1]", "bad_field"),
        ("other", "1:actors[2]", "bad_field"),
        ("other", "1:actors[3]", "bad_field"),
        ("other", "1:actors[4]", "bad_field"),
        ("other", "1:parts[1]", "bad_field"),
        ("other", "1:parts[2]", "bad_span"),
        ("other", "1:parts[3]", "bad_field"),
    ]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ({"title": "no text"}, "no_text"),
        ({"text": " \n"}, "no_text"),
        ({"text": 3}, "no_text"),
        ([1], "bad_field"),
        ({"text": "قال", "sha256": "0" * 64}, "hash_mismatch"),
        ({"text": "a\x00b"}, "bad_character"),
        ({"text": "a\ud800b"}, "bad_character"),
        ({"text": "ab", "title": "\ud800"}, "bad_character"),
        ({"text": "ab", "meta": 3}, "bad_field"),
        ({"text": "ab", "annotations": {}}, "bad_field"),
    ],
)
def test_a_line_without_an_article_is_named_and_the_others_stay(tmp_path: Path, line: object, key: str) -> None:
    first, refused, last = from_lines(tmp_path, {"text": "قال"}, line, "", {"text": "نعم \U0001f600"})
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert why(refused) == ("article", "2", key)
    assert last.origin is not None
    assert last.origin.line == 4


@pytest.mark.parametrize("line", ["{", "قال", '{"text": "a"} x', '{"text": NaN}', "[" * 100_000, "{'text': 'a'}"])
def test_a_line_that_is_no_json_refuses_the_file(tmp_path: Path, line: str) -> None:
    (refused,) = from_lines(tmp_path, {"text": "قال"}, {"text": "نعم"}, line)
    assert why(refused) == ("file", "3", "not_json")
    assert isinstance(refused, Refused)
    assert refused.why.facts["line"] == 3


def test_a_line_too_long_to_hold_in_memory_refuses_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "_LONGEST", 1_000)
    (refused,) = from_lines(tmp_path, {"text": "قال"}, {"text": "قال" * 400})
    assert why(refused) == ("file", "2", "too_large")


def test_encodings(tmp_path: Path) -> None:
    line = '{"text": "قال"}'
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-32"):
        assert one(from_lines(tmp_path, line, encoding=encoding)).text.body == "قال"
    assert one(from_lines(tmp_path, line, encoding="cp1256", named="cp1256")).text.body == "قال"
    for named, key in (("", "wrong_encoding"), ("klingon", "unknown_encoding")):
        (refused,) = from_lines(tmp_path, line, encoding="cp1256", named=named)
        assert isinstance(refused, Refused)
        assert refused.why.key == key
    (refused,) = read(tmp_path / "nowhere.jsonl", ReadOptions())
    assert isinstance(refused, Refused)
    assert refused.why.key == "cannot_read"
    assert from_lines(tmp_path) == []


def test_nothing_is_written_from_a_wrong_quote() -> None:
    good = project("en")[0]
    annotation = good.annotations[0]
    for fragments, quotes, key in [
        (((0, 3),), ("They",), "quote_mismatch"),
        (((0, 999),), ("They",), "bad_span"),
        ((), (), "quote_mismatch"),
    ]:
        broken = type(annotation)("s9", "quote", annotation.whose, fragments, quotes)
        document = Document("e1", "t", good.text, annotations=(broken,))
        with pytest.raises(AnnotatorError) as error:
            written([document])
        assert (error.value.key, error.value.facts["annotation"], error.value.facts["article"]) == (key, "s9", "e1")


def test_nothing_is_written_from_a_head_that_is_not_in_its_span() -> None:
    good = project("en")[0]
    for head in (((0, 40),), ((27, 28),), ((14, 15), (15, 16))):
        broken = replace(good.annotations[0], head=head)
        with pytest.raises(AnnotatorError) as error:
            written([replace(good, annotations=(broken,))])
        assert (error.value.key, error.value.facts["annotation"]) == ("bad_head", broken.id)


def test_many_articles_take_the_memory_of_one(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    body = "قال الرئيس " * 1_000
    with path.open("wb") as sink:
        write((Document(str(n), "", Text(body + str(n))) for n in range(150)), sink, WriteOptions())
    tracemalloc.start()
    assert sum(1 for _ in read(path, ReadOptions())) == 150
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < path.stat().st_size / 5
