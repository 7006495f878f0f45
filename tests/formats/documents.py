"""Documents to write: a small Arabic and English project, and hypothesis' hostile ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from annotator.core.models import Fragments
from annotator.core.text import Text
from annotator.formats.records import (
    ActorRecord,
    AnnotationRecord,
    CodingRecord,
    Document,
    NoteRecord,
    PartRecord,
    RelationRecord,
    StatementRecord,
    VariableRecord,
    Whose,
)

GOLDEN = Path(__file__).parents[1] / "golden"
FIRST = Whose("coder 1", "c1")
SECOND = Whose("coder 2", "c2", "pilot")
SETTLED = Whose("coder 1", "c1", "main", "settled")


def span(body: str, id: str, label: str, words: str, whose: Whose = FIRST, **more: Any) -> AnnotationRecord:  # noqa: A002
    fragments: Fragments = tuple((body.index(part), body.index(part) + len(part)) for part in words.split(" … "))
    return AnnotationRecord(id, label, whose, fragments, tuple(words.split(" … ")), **more)


def project(language: str) -> list[Document]:
    return [_arabic(), _flash()] if language == "ar" else [_english()]


def _arabic() -> Document:
    body = "دمشق-وكالات\nقال الرَّئيسُ 😀 إن “الحرب” مستمرة.\nوهدّد تنظيم “داعش” شركة Twitter (2015) بـ”متطرفين”."
    return Document(
        "a1",
        "=تهديد\tلتويتر",
        Text(body),
        meta={"outlet": "سانا", "date": "2015-03-01"},
        codings=(CodingRecord(FIRST, "done", "v1"), CodingRecord(SECOND), CodingRecord(SETTLED, "settled", "v1")),
        annotations=(
            span(body, "s1", "actor", "الرَّئيسُ 😀", attributes={"actor": "رئيس", "stance": "-"}),
            span(body, "s2", "framing", "الحرب", SECOND, notes=(NoteRecord("n1", "coder 2", "=أهي استعارة؟", "2026-01-02T03:04:05.000+00:00"),)),
            span(body, "s3", "threat", "هدّد … بـ”متطرفين”", attributes={"targets": ["staff", "firm"], "direct": True, "force": -2}),
            span(body, "s4", "actor", "داعش", SETTLED),
        ),
        relations=(RelationRecord("r1", "threatens", "s4", "s1", FIRST),),
        statements=(StatementRecord("t1", "claim", FIRST, {"source": {"annotation": "s1"}, "agreement": True}),),
        variables=(VariableRecord("tone", "negative", FIRST),),
        notes=(NoteRecord("n2", "coder 1", "راجع التاريخ", thread="", resolved=True),),
    )  # fmt: skip


def _flash() -> Document:
    return Document(
        "a2", "عاجل", Text("عاجل\u2028بلا وسوم"), "ltr", {"outlet": "@وكالة"}, (CodingRecord(FIRST, "done"),)
    )


def _english() -> Document:
    body = 'By A. Writer\n"They will pay," the minister said.\n-- more --'
    return Document(
        "e1",
        "Minister",
        Text(body),
        meta={"outlet": "Example Times"},
        codings=(CodingRecord(FIRST, "done"),),
        annotations=(
            span(body, "s1", "quote", "They will pay"),
            span(body, "s2", "actor", "minister"),
            span(body, "s3", "other", "-- more --"),
        ),
    )


WORD = st.text(
    st.sampled_from("ab اسقیى١\u064e\u200c\u200e\u202e\u2028\u0085\U0001f600\"\\,=-'\t\n"), min_size=1, max_size=8
)
PLAIN = st.one_of(WORD, st.booleans(), st.integers(-9, 9), st.lists(WORD, max_size=2))
WHOSE = st.builds(Whose, WORD, WORD, st.sampled_from(["main", "تجربة"]), st.sampled_from(["own", "settled"]))
STATEMENT = st.builds(StatementRecord, WORD, WORD, WHOSE, st.dictionaries(WORD, PLAIN, max_size=2))
VARIABLE = st.builds(VariableRecord, WORD, PLAIN, WHOSE)
NOTE = st.builds(NoteRecord, WORD, WORD, WORD, WORD, WORD, st.booleans(), WORD)
NAME = WORD.filter(str.strip)
ACTOR = st.builds(
    ActorRecord,
    WORD,
    st.dictionaries(WORD, NAME, min_size=1, max_size=2),
    st.sampled_from(["", "person", "state"]),
    st.lists(NAME, max_size=2).map(tuple),
    WORD,
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any document that a project could hold."""
    body = draw(WORD) + "س" + draw(WORD) + "\x1f" + draw(WORD)
    annotations = []
    for number in range(draw(st.integers(0, 4))):
        edges = sorted(draw(st.sets(st.integers(0, len(body)), min_size=2, max_size=4)))
        pairs = list(zip(edges[::2], edges[1::2], strict=False))
        annotations.append(
            AnnotationRecord(
                f"s{number}",
                draw(WORD),
                draw(WHOSE),
                tuple(pairs),
                tuple(body[start:end] for start, end in pairs),
                draw(st.dictionaries(WORD, PLAIN, max_size=2)),
                tuple(draw(st.lists(NOTE, max_size=1))),
                draw(st.sampled_from([(), (pairs[0],), ((pairs[-1][0], pairs[-1][0] + 1),)])),
            )
        )
    ids = [annotation.id for annotation in annotations]
    links = (
        st.builds(RelationRecord, WORD, WORD, st.sampled_from(ids), st.sampled_from(ids), WHOSE)
        if ids
        else st.nothing()
    )
    return Document(
        draw(WORD),
        draw(WORD),
        Text(body),
        draw(st.sampled_from(["", "rtl", "ltr"])),
        draw(st.dictionaries(WORD, WORD, max_size=3)),
        tuple(draw(st.lists(st.builds(CodingRecord, WHOSE, st.sampled_from(["todo", "work", "done"]), WORD), max_size=2, unique_by=lambda c: c.whose))),
        tuple(annotations),
        tuple(draw(st.lists(links, max_size=2, unique_by=lambda r: r.id))) if ids else (),
        tuple(draw(st.lists(STATEMENT, max_size=2, unique_by=lambda t: t.id))),
        tuple(draw(st.lists(VARIABLE, max_size=2, unique_by=lambda v: (v.name, v.whose)))),
        tuple(draw(st.lists(NOTE, max_size=2, unique_by=lambda n: n.id))),
        actors=tuple(draw(st.lists(ACTOR, max_size=2, unique_by=lambda a: a.id))),
        parts=draw(st.sampled_from([None, (), (PartRecord("headline", 0, 1),), (PartRecord("lead", 1, 2), PartRecord("caption", 2, 3))])),
    )  # fmt: skip


def bare(document: Document) -> Document:
    return replace(document, origin=None)
