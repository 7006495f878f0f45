from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from annotator import paths
from annotator.core.codebook import content_hash, from_data, to_data
from annotator.core.errors import AnnotatorError
from annotator.core.models import Codebook
from annotator.formats.records import AnnotationRecord, verify
from annotator.messages import LANGUAGES, say
from annotator.operations.sample_data import Sample, read_codebook, read_sample

SEED = "sana-daesh-twitter"


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return read_codebook(paths.resources() / "codebooks" / "news.toml")


@pytest.fixture(scope="module")
def sample() -> Sample:
    return read_sample(paths.seeds() / f"{SEED}.toml", "ar")


def of(sample: Sample, place: int) -> list[AnnotationRecord]:
    """One coder's segments: 0 for A, 1 for B."""
    return [item for item in sample.document.annotations if item.whose.who_id == sample.coders[place].id]


def spans(segments: list[AnnotationRecord]) -> dict[tuple[str, Any], AnnotationRecord]:
    return {(item.label, item.fragments): item for item in segments}


def touch(one: AnnotationRecord, other: AnnotationRecord) -> bool:
    return any(a < d and c < b for a, b in one.fragments for c, d in other.fragments)


# --- the codebook


def test_nine_labels_stand_on_the_keys_one_to_nine(codebook: Codebook) -> None:
    assert [(label.key, label.id) for label in codebook.labels] == list(
        zip(
            "123456789",
            ["actor", "quotation", "source", "cue", "loaded-term", "problem", "cause", "moral-judgement", "remedy"],
            strict=True,
        )
    )


def test_all_of_it_is_said_in_both_languages(codebook: Codebook) -> None:
    named = [*codebook.labels, *codebook.variables, *codebook.relation_types, *codebook.statement_types]
    named_words = [item.names for item in named] + [c.names for v in codebook.variables for c in v.choices]
    texts = [words for label in codebook.labels for words in (label.definition, label.include, label.exclude)]
    assert all(set(words) == {"ar", "en"} and all(words.values()) for words in named_words + texts)
    assert not [words for words in named_words + texts if any("a" <= letter <= "z" for letter in words["ar"].lower())]


def test_every_label_is_found_by_other_words_of_both_languages(codebook: Codebook) -> None:
    words = [word for label in codebook.labels for word in label.synonyms]
    names = [name.casefold() for label in codebook.labels for name in label.names.values()]
    assert len({*words, *names}) == len(words) + len(names)  # none leads to two labels
    for label in codebook.labels:
        assert {word.isascii() for word in label.synonyms} == {True, False}


def test_a_claim_is_read_as_a_sentence_with_all_its_slots(codebook: Codebook) -> None:
    (claim,) = codebook.statement_types
    types = {v.id: (v.type, v.labels, v.required) for v in codebook.variables if v.scope == "statement"}
    assert types == {
        "person": ("actor", ("source", "actor"), False),
        "organisation": ("actor", (), False),
        "concept": ("text", ("problem", "cause", "moral-judgement", "remedy"), False),
        "agreement": ("yesno", (), False),
    }
    assert list(claim.slots) == list(types)
    for words in claim.sentence.values():
        assert all(words.count(f"{{{slot}}}") == 1 for slot in claim.slots)


def test_every_example_stands_in_the_article(codebook: Codebook, sample: Sample) -> None:
    assert all(len(label.examples) == 2 for label in codebook.labels)
    assert [e for label in codebook.labels for e in label.examples if e not in sample.document.text.body] == []


def test_hues_are_well_apart_and_close_ones_differ_in_pattern(codebook: Codebook) -> None:
    labels = sorted(codebook.labels, key=lambda label: label.hue)
    for one, other in zip(labels, [*labels[1:], labels[0]], strict=True):
        gap = (other.hue - one.hue) % 360
        assert gap >= 22
        assert gap > 30 or one.pattern != other.pattern


def test_three_article_variables_and_the_attributes(codebook: Codebook) -> None:
    assert [v.id for v in codebook.variables if v.scope == "article"] == ["primary-frame", "tone", "genre"]
    attributes = {v.id: v.labels for v in codebook.variables if v.scope == "annotation"}
    assert attributes == {
        "actor.role": ("actor",),
        "actor.named": ("actor",),
        "actor.who": ("actor", "source"),
        "quotation.type": ("quotation",),
        "cue.stance": ("cue",),
        "loaded-term.valence": ("loaded-term",),
    }


def test_the_starter_codebook_survives_a_round_trip(codebook: Codebook) -> None:
    assert from_data(to_data(codebook)) == codebook
    assert len(content_hash(codebook)) == 64


# --- the two codings


def test_every_quote_is_what_the_article_says(sample: Sample) -> None:
    verify(sample.document)
    assert sample.document.text.body == (paths.seeds() / f"{SEED}.txt").read_bytes().decode()


def test_two_coders_have_coded_all_of_the_article(sample: Sample) -> None:
    paragraphs = sample.document.text.paragraphs[1:]  # the first is the dateline
    for place in (0, 1):
        segments = of(sample, place)
        assert 55 <= len(segments) <= 70
        assert len(spans(segments)) == len(segments)
        assert all(any(s.start < end and start < s.end for s in segments) for start, end in paragraphs)


def test_what_they_say_is_legal_under_the_codebook(codebook: Codebook, sample: Sample) -> None:
    labels = {label.id for label in codebook.labels}
    variables = {v.id: v for v in codebook.variables}
    for segment in sample.document.annotations:
        assert segment.label in labels
        for name, value in segment.attributes.items():
            assert segment.label in variables[name].labels
            actors = {actor.id for actor in sample.document.actors}
            assert (
                isinstance(value, bool)
                if variables[name].type == "yesno"
                else value in {c.id for c in variables[name].choices} | actors
            )
        required = {
            v.id for v in codebook.variables if v.required and v.scope == "annotation" and segment.label in v.labels
        }
        assert required <= set(segment.attributes)
    for value in sample.document.variables:
        assert value.value in {c.id for c in variables[value.name].choices}


def test_relations_join_what_their_kinds_allow(codebook: Codebook, sample: Sample) -> None:
    kinds = {kind.id: kind for kind in codebook.relation_types}
    segments = {item.id: item for item in sample.document.annotations}
    assert {item.label for item in sample.document.relations} == set(kinds)
    for relation in sample.document.relations:
        source, target = segments[relation.source], segments[relation.target]
        assert source.label in kinds[relation.label].sources
        assert target.label in kinds[relation.label].targets
        assert source.whose == target.whose == relation.whose


def test_actors_are_named_as_the_text_names_them_and_all_are_met(sample: Sample) -> None:
    body = sample.document.text.body
    for actor in sample.document.actors:
        said = [actor.names["ar"], *actor.aliases]
        assert all(word in body for word in said)
        mentions = [s for s in sample.document.annotations if s.attributes.get("actor.who") == actor.id]
        quotes = [" ".join(span.quotes).replace("“", "").replace("”", "") for span in mentions]
        assert any(word in quote for quote in quotes for word in said)


def test_both_say_of_the_same_segment_the_same_actor(sample: Sample) -> None:
    a, b = (spans(of(sample, place)) for place in (0, 1))
    for key in a.keys() & b.keys():
        assert a[key].attributes.get("actor.who") == b[key].attributes.get("actor.who")


def test_one_statement_of_coder_a_rests_on_its_segments(sample: Sample) -> None:
    (claim,) = sample.document.statements
    words = {item.id: item.quotes[0] for item in of(sample, 0)}
    assert words[claim.slots["person"]["annotation"]] == "رئيس الوزراء البريطاني ديفيد كاميرون"
    assert words[claim.slots["concept"]["annotation"]].startswith("منع الارهابيين البريطانيين")
    assert claim.slots["agreement"] is True


def test_the_lead_is_its_second_paragraph(sample: Sample) -> None:
    (lead,) = sample.document.parts or ()
    assert (lead.kind, lead.start, lead.end) == ("lead", *sample.document.text.paragraphs[1])


def test_they_agree_on_most_and_differ_in_every_way(sample: Sample) -> None:
    a, b = (spans(of(sample, place)) for place in (0, 1))
    agreed = a.keys() & b.keys()
    assert 0.55 <= 2 * len(agreed) / (len(a) + len(b)) <= 0.8
    only_a, only_b = ([s for k, s in one.items() if k not in agreed] for one in (a, b))
    assert [key for key in agreed if a[key].attributes != b[key].attributes]
    assert [x for x in only_a for y in only_b if x.fragments == y.fragments]  # label
    assert [x for x in only_a for y in only_b if x.label == y.label and touch(x, y)]  # boundary
    assert [x for x in only_a if not any(touch(x, y) for y in b.values() if y.label == x.label)]  # missing
    assert [y for y in only_b if not any(touch(x, y) for x in a.values() if x.label == y.label)]
    values = [{v.name: v.value for v in sample.document.variables if v.whose.who_id == c.id} for c in sample.coders]
    assert values[0] != values[1]


def test_the_codings_hold_every_shape_of_span(sample: Sample) -> None:
    text = sample.document.text
    a, b = of(sample, 0), of(sample, 1)
    assert any(len(s.fragments) > 1 for s in a)
    assert any("\n" in text.quote(s.start, s.end) for s in b)
    assert any(x.fragments == y.fragments and x.label != y.label for x in a for y in a)
    assert any(x.start < y.start < x.end < y.end for x in a for y in a)  # overlap
    inside = [
        (p, q, f)
        for p in a if p.label == "problem"
        for q in a if q.label == "quotation" and p.start < q.start and q.end <= p.end
        for f in a if f.label == "actor" and q.start < f.start and f.end < q.end
    ]  # fmt: skip
    assert inside


def test_speech_in_quotation_marks_has_its_source_and_cue(sample: Sample) -> None:
    a = of(sample, 0)
    segments = {item.id: item for item in a}
    for start, end, source, cue in (
        (1329, 1422, "إحدى رسائل التهديد التي وجهها الإرهابيون", "وقالت"),
        (2296, 2338, "إرهابية بريطانية", "مهددة بالقول"),
    ):
        (speech,) = [s for s in a if s.fragments == ((start, end),) and s.label == "quotation"]
        assert speech.attributes["quotation.type"] == "direct"
        found = {r.label: segments[r.target].quotes[0] for r in sample.document.relations if r.source == speech.id}
        assert found == {"says": source, "cued-by": cue}


def test_coder_a_keeps_to_whole_words(sample: Sample) -> None:
    body = sample.document.text.body
    for start, end in (f for s in of(sample, 0) for f in s.fragments):
        assert not body[start - 1].isalpha()
        assert not body[end].isalpha()


def test_notes_are_kept_with_what_they_are_on(sample: Sample) -> None:
    on_segments = [note for item in sample.document.annotations for note in item.notes]
    assert len(on_segments) == 3
    assert {note.who for note in sample.document.notes} == {coder.name for coder in sample.coders}


def test_coders_are_named_in_either_language_and_keep_their_ids(sample: Sample) -> None:
    english = read_sample(paths.seeds() / f"{SEED}.toml", "en")
    assert [coder.name for coder in sample.coders] == ["المرمِّز أ", "المرمِّز ب"]
    assert [coder.name for coder in english.coders] == ["Coder A", "Coder B"]
    assert [coder.id for coder in english.coders] == [coder.id for coder in sample.coders]


def test_what_is_not_known_is_left_out(sample: Sample) -> None:
    assert sample.document.meta == {"outlet": "سانا", "place": "لندن", "language": "ar"}
    assert sample.document.title in sample.document.text.body


# --- a file with a slip in it


def refused(folder: Path, old: str, new: str) -> AnnotatorError:
    shutil.copy(paths.seeds() / f"{SEED}.txt", folder)
    source = (paths.seeds() / f"{SEED}.toml").read_text("utf-8")
    assert source.count(old) == 1
    (folder / "slip.toml").write_text(source.replace(old, new), "utf-8")
    with pytest.raises(AnnotatorError) as caught:
        read_sample(folder / "slip.toml", "en")
    return caught.value


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('key = "a01", par = 2', 'key = "a01", par = 3', "quote_not_found"),
        ('key = "a01", par = 2', 'key = "a01", par = 12', "quote_not_found"),
        ('key = "a01", par = 2', 'key = "a01", par = 0', "quote_not_found"),
        ('key = "a01", par = 2', 'key = "a01", nth = 2, par = 2', "quote_not_found"),
        ('quote = "المتأخر" },\n  { key = "a02"', 'quote = "في" },\n  { key = "a02"', "quote_not_unique"),
        (
            'fragments = ["إرهابية بريطانية", "ام خطاب"]',
            'fragments = ["ام خطاب", "إرهابية بريطانية"]',
            "quote_not_found",
        ),
        ('says = "a11"', 'says = "a99"', "no_such_segment"),
        ('person = { segment = "a51" }', 'person = { segment = "a99" }', "no_such_segment"),
        (
            'label = "actor", who = "cameron", set = { "actor.role" = "authority", "actor.named" = true }, quote = "رئيس الوزراء البريطاني ديفيد كاميرون" },\n  { key = "a52"',
            'label = "actor", who = "nobody", quote = "رئيس الوزراء البريطاني ديفيد كاميرون" },\n  { key = "a52"',
            "no_such_actor",
        ),
        ('key = "na1", on = "a35"', 'key = "na1", on = "b35x"', "no_such_segment"),
        ('id = "main"', 'id = "main', "not_toml"),
    ],
)
def test_a_slip_is_refused_by_its_place(tmp_path: Path, old: str, new: str, key: str) -> None:
    error = refused(tmp_path, old, new)
    assert error.key == key
    assert all("{" not in say(error, language) for language in LANGUAGES)
    assert error.facts.get("segment", "a99") in {"a01", "a48", "a49", "a99", "b35x"}


def test_the_place_is_named_in_full(tmp_path: Path) -> None:
    error = refused(tmp_path, 'key = "a01", par = 2', 'key = "a01", par = 3')
    assert error.facts == {"coder": "Coder A", "segment": "a01", "paragraph": 3, "quote": "المتأخر"}


def test_an_article_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    shutil.copy(paths.seeds() / f"{SEED}.toml", tmp_path)
    (tmp_path / f"{SEED}.txt").write_bytes("لندن".encode("cp1256"))
    with pytest.raises(AnnotatorError) as caught:
        read_sample(tmp_path / f"{SEED}.toml", "ar")
    assert caught.value.key == "not_utf8"


@pytest.mark.parametrize(("content", "line"), [("a = 1\nb = x\n", 2), ("a = 1\n[b", 2)])
def test_a_codebook_that_is_not_toml_is_refused_by_its_line(tmp_path: Path, content: str, line: int) -> None:
    (tmp_path / "own.toml").write_text(content, "utf-8")
    with pytest.raises(AnnotatorError) as caught:
        read_codebook(tmp_path / "own.toml")
    assert (caught.value.key, caught.value.facts) == ("not_toml", {"file": "own.toml", "line": line})
    assert str(line) in say(caught.value, "ar")
