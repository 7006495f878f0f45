"""The parts of a news text that can be told by their look: headline, lead, captions. Rather nothing than wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.core.folding import folded
from annotator.core.text import Text

if TYPE_CHECKING:
    from annotator.core.models import PartKind

_FULL_STOPS = (".", "۔", "،", ",", "؛", ";")
_STOPS = (*_FULL_STOPS, "!", "؟", "?", "…", ":", '"', "”", "»", ")")
_HEADLINE = 20  # words at most
_LEAD = 8  # words at least, also where no full stop follows
_CAPTION = 40  # words at most
_CUE = re.compile(
    r"\W*(?:(?:في )?(?:ال)?صور[ةه](?: ارشيفي[ةه]| من الارشيف)?|تعليق الصور[ةه]|تصوير|عكس|فوٹو"
    r"|(?:file )?photo|image|picture|caption|pic|ב?ה?תמונה|צילום|כיתוב)(?:\s*[/(].{1,40}[)/])?\)?\s*[:|/–—-]"
)
_NAMED = re.compile(r"\W*(?:كتب|كتبت|تقرير|اعداد|ترجم[ةه]|by|مترجم|مراسل)\b")  # a byline
_DATELINE = 6  # words at most of a line that only says where and who: لندن-سانا


def found(body: str, title: str) -> list[tuple[PartKind, int, int]]:
    """Headline, lead and captions as ranges of whole paragraphs (code points), in text order."""
    lines = [(start, end) for start, end in Text(body).paragraphs if body[start:end].strip()]
    captions = [line for line in lines if _is_caption(body[slice(*line)])]
    plain = [line for line in lines if line not in captions]
    parts: list[tuple[PartKind, int, int]] = [("caption", *line) for line in captions]
    longest = max((len(body[slice(*line)].split()) for line in plain[1:]), default=0)
    if plain and _is_headline(body[slice(*plain[0])], longest, title):
        parts.append(("headline", *plain.pop(0)))
    while len(plain) > 1 and _is_opening(body[slice(*plain[0])]):
        plain.pop(0)
    if len(plain) > 1 and _is_sentence(body[slice(*plain[0])]):
        parts.append(("lead", *plain[0]))
    return sorted(parts, key=lambda part: part[1])


def _is_headline(line: str, longest: int, title: str) -> bool:
    """A short first line without a full stop, of which one with other stops must be the title, before a longer one."""
    count = len(line.split())
    if not 1 < count <= _HEADLINE or count >= longest or _is_opening(line):
        return False
    ending = line.rstrip()
    return not ending.endswith(_STOPS) or (not ending.endswith(_FULL_STOPS) and _letters(line) == _letters(title))


def _is_opening(line: str) -> bool:
    """A dateline or byline on a line of its own."""
    short = len(line.split()) <= _DATELINE
    dated = re.search(r"[-–—/|:،,(]|\d", line) is not None
    return short and (_NAMED.match(folded(line)) is not None or (dated and not line.rstrip().endswith((".", "؟", "!"))))


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= _LEAD


def _is_caption(line: str) -> bool:
    return len(line.split()) <= _CAPTION and _CUE.match(folded(line)) is not None


def _letters(line: str) -> str:
    """What is left of a line for a comparison: its folded letters and digits."""
    return "".join(filter(str.isalnum, folded(line)))
