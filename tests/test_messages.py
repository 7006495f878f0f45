from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

from annotator import messages
from annotator.core.errors import AnnotatorError
from annotator.core.text import Text

PACKAGE = Path(messages.__file__).parent
RAISED = {"AnnotatorError", "MachineError", "DamagedError"}


def _keys_raised() -> set[str]:
    """Every error key that the program's source makes."""
    calls = (
        node
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED and node.args
    )
    return {str(call.args[0].value) for call in calls if isinstance(call.args[0], ast.Constant)}


def test_every_error_that_is_raised_has_its_sentence():
    keys = _keys_raised()
    assert len(keys) > 30
    assert keys - messages.sentences("errors").keys() == set()


@pytest.mark.parametrize("catalogue", ["errors", "actions", "statuses", "agreement"])
def test_every_sentence_is_in_both_languages_with_the_same_facts(catalogue: str):
    def facts(sentence: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}

    for key, said in messages.sentences(catalogue).items():
        assert set(said) == set(messages.LANGUAGES), key
        assert facts(said["ar"]) == facts(said["en"]), key


def test_the_arabic_is_arabic():
    for key, said in messages.sentences("errors").items():
        words = "".join(literal for literal, *_ in string.Formatter().parse(said["ar"]))
        letters = [c for c in words if c.isalpha()]
        assert sum("\u0600" <= c <= "\u06ff" for c in letters) > len(letters) / 2, key


def test_foreign_words_are_isolated_in_the_sentence():
    said = messages.say(AnnotatorError("no_file", path="\u202eabc.annot"), "ar")
    assert "\u2068\u202eabc.annot\u2069" in said


def test_a_name_stays_on_its_line_and_steers_no_terminal():
    said = messages.say(AnnotatorError("no_file", path="a\nb\x1b[2J\u2069\x9bc"), "en")
    assert "\u2068a b\u241b[2J\ufffdc\u2069" in said


def test_a_shorter_sentence_when_it_is_not_known_who():
    known = messages.say(AnnotatorError("in_use", path="p", who="سلمى", since="14:05"), "en")
    unknown = messages.say(AnnotatorError("in_use", path="p", who="", since=""), "en")
    assert "in use by" in known
    assert "in use" in unknown
    assert "\u2068\u2069" not in unknown


def test_a_bug_is_told_by_its_kind_alone():
    said = messages.say(ValueError("the text of an article"), "en")
    assert "ValueError" in said
    assert "article" not in said


@pytest.mark.parametrize(
    ("environment", "language"), [({"LANG": "ar_SY.UTF-8"}, "ar"), ({"LC_ALL": "en_GB", "LANG": "ar"}, "en")]
)
def test_the_language_of_the_machine(environment: dict[str, str], language: str):
    assert messages.preferred(environment) == language


def test_labels_and_parts_are_named_in_the_language_of_the_sentence() -> None:
    cue, said = {"en": "Cue", "ar": "فعل القول"}, ({"en": "Quotation", "ar": "اقتباس"}, {"fa": "نقل"})
    error = AnnotatorError("label_not_here", label=cue, within=said)
    assert "\u2068Cue\u2069 only inside a span of \u2068Quotation, نقل\u2069" in messages.say(error, "en")
    assert "\u2068فعل القول\u2069» إلا داخل مقطع رمزه \u2068اقتباس، نقل\u2069" in messages.say(error, "ar")
    error = AnnotatorError("label_not_in_part", label=cue, parts=("headline", "lead"))
    assert "\u2068headline, lead\u2069" in messages.say(error, "en")
    assert "\u2068العنوان، المقدمة\u2069" in messages.say(error, "ar")


def test_a_range_that_is_none_is_told_by_what_is_wrong_with_it() -> None:
    for bounds, word in (((5, 5), "empty"), ((9, 5), "backwards"), ((3, 99), "lie in the text (4 characters)")):
        with pytest.raises(AnnotatorError) as refused:
            Text("نصنا").quote(*bounds)
        assert word in messages.say(refused.value, "en")
        assert "{" not in messages.say(refused.value, "ar")


def test_what_no_sentence_bears_is_said_by_its_beginning_and_end() -> None:
    said = messages.say(AnnotatorError("no_such_round", round="x" * 10_000 + "y"), "en")
    assert len(said) < 500
    assert "xxx…xxx" in said
    assert "xy\u2069" in said
