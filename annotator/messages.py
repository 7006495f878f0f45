"""An error's key and facts to one sentence: what happened, where, what to do. Arabic and English, without Qt."""

from __future__ import annotations

import os
import tomllib
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from annotator import paths
from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("ar", "en")
_LONGEST, _END = 400, 100  # code points of a fact in a sentence: the most, and of its end where it has more
# What would break a line, steer a terminal or end an isolate, as a sign that shows; a line's end is a space.
_ON_ONE_LINE = {code: chr(0x2400 + code) for code in range(32)} | dict.fromkeys(range(0x7F, 0xA0), "\ufffd")
_ON_ONE_LINE |= {0x2069: ""} | dict.fromkeys(map(ord, "\t\n\r\x85\u2028\u2029"), " ")


@cache
def sentences(catalogue: str) -> Mapping[str, Mapping[str, str]]:
    """One of the catalogues of `resources/i18n` ("errors", "actions", "statuses"): key to language to sentence."""
    return tomllib.loads((paths.resources() / "i18n" / f"{catalogue}.toml").read_text(encoding="utf-8"))


def say(error: BaseException, language: str) -> str:
    """The sentence for an error in "ar" or "en"; anything that is not ours is called unexpected, by its type alone."""
    if not isinstance(error, AnnotatorError):
        return sentences("errors")["unexpected"][language].format(kind=type(error).__name__)
    facts = {name: _shown(_said(name, value, language)) for name, value in error.facts.items()}
    if reason := sentences("errors").get(f"{error.key}.{error.facts.get('why')}"):
        facts["why"] = reason[language].format_map(facts)
    return sentences("errors")[_variant(error)][language].format_map(facts)


def _said(name: str, value: object, language: str) -> object:
    """A moment as a clock tells it; of names by language the one asked for; several of them with commas between."""
    if name == "since":
        return _clock(value)
    if isinstance(value, dict):
        return value.get(language) or next(filter(None, value.values()), "")
    if isinstance(value, tuple):
        return comma(language).join(str(_said(name, one, language)) for one in value)
    words = sentences("statuses").get(str(value), {}) if name == "parts" else {}
    return words.get(language, value)


# Actions that are told otherwise when a fact is there, or is empty.
_TOLD_OTHERWISE = {
    "remove": ("count", "remove_many"),
    "remove_articles": ("count", "remove_articles_many"),
    "import": ("count", "import_many"),
    "set_attribute": ("value", "clear_attribute"),
    "set_variable": ("value", "clear_variable"),
    "set_key": ("key", "clear_key"),
    "edit_note": ("note", "remove_note"),
    "set_head": ("head", "clear_head"),
    "settle": ("quote", "settle_variable"),
    "set_slot": ("value", "clear_slot"),
}


def tell(name: str, facts: Mapping[str, object], language: str) -> str:
    """What an action did, in "ar" or "en"; ids of labels and variables among the facts should be names already."""
    if name == "take_back":
        rest = {fact: value for fact, value in facts.items() if fact != "action"}
        return sentences("actions")[name][language].format(what=tell(str(facts.get("action", "")), rest, language))
    shown = {fact: _shown(value) for fact, value in facts.items()}
    if "status" in facts:
        shown["status"] = sentences("statuses").get(str(facts["status"]), {}).get(language, shown["status"])
    told = sentences("actions")[_told_as(name, facts)][language]
    more = sentences("actions")["dropped"][language] if facts.get("dropped") else ""
    return f"{told} {more}".rstrip().format_map(_Dotted(shown))


def _told_as(name: str, facts: Mapping[str, object]) -> str:
    fact, otherwise = _TOLD_OTHERWISE.get(name, ("", ""))
    if fact == "count" and fact in facts:
        return otherwise
    if fact and fact != "count" and not str(facts.get(fact, "")).strip():
        return otherwise
    return name if name in sentences("actions") else "other"


class _Dotted(dict[str, str]):
    """A fact that an older or newer program did not write is shown as dots."""

    def __missing__(self, fact: str) -> str:
        return "…"


def _variant(error: AnnotatorError) -> str:
    """Some errors have a shorter sentence for when a fact is not known: `key_unknown`."""
    if any(value == "" for value in error.facts.values()) and f"{error.key}_unknown" in sentences("errors"):
        return f"{error.key}_unknown"
    return error.key


class Verbatim(str):
    """A line that is to be copied as it is, without the marks that isolate foreign words inside a sentence."""

    __slots__ = ()


def _shown(value: object) -> str:
    if isinstance(value, Verbatim):
        return value
    return str(value) if isinstance(value, int | float) else isolate(_shortened(str(value)))


def _shortened(words: str) -> str:
    """What no sentence bears in full, with its beginning and its end."""
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - _END]}…{words[-_END:]}"


def _clock(moment: object) -> str:
    """A moment of the file as a clock on the wall says it; what is none stays as it is."""
    try:
        return f"{datetime.fromisoformat(str(moment)).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return str(moment)


def comma(language: str) -> str:
    """What stands between the words of a list in this language, with its space."""
    return "، " if language == "ar" else ", "


def isolate(words: str) -> str:
    """Foreign words inside a sentence on one line, so that neither reorders the other (FSI … PDI)."""
    return f"\u2068{words.translate(_ON_ONE_LINE)}\u2069"


def preferred(environment: Mapping[str, str] = os.environ) -> str:
    """The language of the machine: Arabic where the locale says so, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "ar" if value.startswith("ar") else "en"
    import locale  # noqa: PLC0415  (rarely asked)

    return "ar" if (locale.getlocale()[0] or "").startswith("ar") else "en"
