"""Headline, lead and captions by their look; what is doubtful is not told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.parts import found
from annotator.core.text import Text

SEED = (Path(__file__).parents[2] / "seeds" / "sana-daesh-twitter.txt").read_text(encoding="utf-8")
LEAD = "أعلن رئيس الوزراء اليوم أن الحكومة ستعقد جلسة طارئة لبحث الأزمة الاقتصادية في البلاد."
MORE = "وأضاف أن الجلسة ستبحث خطة جديدة."
HEAD = "الحكومة تعقد جلسة طارئة"


def told(body: str, title: str = "") -> list[tuple[str, str]]:
    return [(kind, body[start:end]) for kind, start, end in found(body, title)]


def test_headline_and_lead() -> None:
    assert told(f"{HEAD}\n\n{LEAD}\n{MORE}") == [("headline", HEAD), ("lead", LEAD)]


def test_the_title_in_another_spelling_is_the_headline() -> None:
    assert told(f"إيران: هل تنتهي الأزمة؟\n{LEAD}\n{MORE}", "ايران.. هل تنتهي الازمة")[0] == (
        "headline",
        "إيران: هل تنتهي الأزمة؟",
    )


def test_a_lead_without_a_headline_of_its_own() -> None:
    assert told(f"{LEAD}\n{MORE}", HEAD) == [("lead", LEAD)]


def test_the_article_begins_with_a_dateline() -> None:
    parts = told(SEED, "تنظيم داعش يعلن الحرب على تويتر")
    assert [kind for kind, _ in parts] == ["lead"]
    assert parts[0][1].startswith("بعد تحركه المتأخر")


@pytest.mark.parametrize(
    "opening", ["لندن-سانا", "القاهرة (رويترز)", "كتب: أحمد علي", "دمشق، 12 أيار 2015", "London – Reuters"]
)
def test_datelines_and_bylines_are_neither(opening: str) -> None:
    assert told(f"{HEAD}\n{opening}\n{LEAD}\n{MORE}") == [("headline", HEAD), ("lead", LEAD)]
    assert told(f"{opening}\n{LEAD}\n{MORE}") == [("lead", LEAD)]


@pytest.mark.parametrize(
    "caption",
    [
        "صورة: الرئيس في دمشق (رويترز)",
        "الصورة: الرئيس في دمشق",
        "في الصورة: الرئيس",
        "(صورة أرشيفية) - الرئيس",
        "صورة أرشيفية: الرئيس",
        "تصوير: أحمد علي",
        "Photo: The President in Damascus",
        "Photo (AFP): the President",
        "عکس: رئیس جمهور در تهران",
        "تصویر: وزیر خارجه",
        "צילום: אבי כהן",
        "בתמונה: ראש הממשלה",
    ],
)
def test_captions(caption: str) -> None:
    assert told(f"{HEAD}\n{caption}\n{LEAD}\n{MORE}") == [("headline", HEAD), ("caption", caption), ("lead", LEAD)]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "\n\n",
        LEAD,
        HEAD,
        f"{LEAD}",
        "نعم.\nلا.",
        "الشعر\nبيت",
    ],
)
def test_rather_nothing_than_wrong(body: str) -> None:
    assert told(body, "عنوان آخر") == []


def test_a_first_sentence_is_no_headline_even_when_the_title_was_made_of_it() -> None:
    assert told(f"{LEAD}\n{MORE}", LEAD) == [("lead", LEAD)]
    short = "استقال رئيس الوزراء اليوم."
    assert told(f"{short}\n{LEAD}\n{MORE}", short) == []


def test_a_picture_that_is_spoken_of_is_no_caption() -> None:
    assert told(f"صورة قاتمة للاقتصاد يرسمها التقرير\n{LEAD}\n{MORE}")[0][0] == "headline"


@given(
    st.lists(st.sampled_from([HEAD, LEAD, MORE, "صورة: أحمد", "لندن-سانا", "", " ", "x"]), max_size=6),
    st.sampled_from(["", HEAD, LEAD]),
)
def test_parts_are_whole_paragraphs_that_do_not_overlap(lines: list[str], title: str) -> None:
    body = "\n".join(lines)
    parts = found(body, title)
    ranges = [(start, end) for _, start, end in parts]
    assert set(ranges) <= set(Text(body).paragraphs)
    assert len(set(ranges)) == len(ranges)
    assert ranges == sorted(ranges)
    assert sum(kind == "headline" for kind, _, _ in parts) <= 1
    assert sum(kind == "lead" for kind, _, _ in parts) <= 1
