"""Help and wrong usage, in both languages; nothing that cannot be done is listed."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import click
import pytest

from annotator import messages
from annotator.cli.commands import program

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Shell


def test_help_lists_the_commands_in_both_languages(shell: Shell) -> None:
    for language, words in (("en", "Options:"), ("ar", "الخيارات:")):
        said = shell("--help", "--language", language)
        assert (said.code, said.err) == (0, "")
        assert words in said.out
        for name in ("demo", "new", "import", "export", "formats", "info", "segments", "check", "history", "undo"):
            assert f"  {name} " in said.out
        for name in ("rounds", "handover", "takeback", "merge", "differences", "settle", "agreement"):
            assert f"  {name} " in said.out
        for name in ("package", "open ", "erase", "codebook"):
            assert f"\n  {name}" not in said.out


@pytest.mark.parametrize("name", [*program.commands])
def test_every_command_explains_itself(shell: Shell, name: str) -> None:
    for language in messages.LANGUAGES:
        said = shell(name, "--language", language, "--help")
        assert said.code == 0
        for param in program.commands[name].params:
            assert (
                param.opts[0] if isinstance(param, click.Option) else param.metavar or param.name.upper()
            ) in said.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["info"], ("PROJECT is missing.", "ينقص PROJECT.")),
        (["info", "x", "--frob"], ("There is no option --frob.", "لا يوجد الخيار --frob.")),
        (["frob", "x"], ("There is no command frob", "لا يوجد أمر ولا ملف باسم frob")),
        (["history", "x", "--limit"], ("--limit needs a value", "--limit يحتاج")),
        (["history", "x", "--limit", "no"], ("--limit cannot have", "لا يقبل --limit")),
        (["export", "x", "y"], ("--format is missing.", "ينقص --format.")),
        (["import", "x"], ("PATH is missing.", "ينقص PATH.")),
        (["export", "x", "y", "--format", "csv", "--cells", "no"], ("excel | exact", "excel | exact")),
        (["rounds", "x", "--open", "--freeze", "y"], ("--open needs a value", "--open يحتاج")),
        (["rounds", "x", "--draw", "y", "--all", "--seed", "z"], ("(a whole number)", "(عدد صحيح)")),
        (["rounds", "x", "--draw", "y", "--share", "z"], ("(a number such as 0.2)", "(عدد مثل 0.2)")),
        (["rounds", "x", "--share", "1"], ("--share goes with --draw only.", "لا يُستعمل --share إلا مع --draw.")),
        (["settle", "x", "y", "--agreed"], ("ID and --agreed do not go", "لا يجتمع ID مع --agreed")),
        (["settle", "x", "--agreed", "--boundary"], ("--agreed and --boundary do", "لا يجتمع --agreed مع --boundary")),
        (["settle", "x", "--majority"], ("--majority goes with --agreed", "--majority إلا مع --agreed")),
        (["settle", "x", "y", "--take", "c"], ("(a|b|…|both|neither)", "(a|b|…|both|neither)")),
        (["clashes", "x", "--take", "ours"], ("--settle is missing", "ينقص --settle")),
        (["clashes", "x", "--settle", "all"], ("--take is missing", "ينقص --take")),
        (["info", "x", "y"], ("more words", "كلمات زائدة")),
        (["info", "x", "--language", "fr"], ("ar | en", "ar | en")),
    ],
)
def test_wrong_usage_is_said_in_the_language_and_is_exit_2(
    shell: Shell, words: list[str], said: tuple[str, str]
) -> None:
    for language, expected in zip(("en", "ar"), said, strict=True):
        answer = shell("--language", language, *words)
        assert answer.code == 2
        assert answer.out == ""
        assert expected in answer.err or "--language" in words
        assert "--help" in answer.err
    as_json = shell(*words, "--json")
    assert as_json.code == 2
    assert as_json.json["error"]["key"] == "usage"


def test_the_catalogue_is_whole() -> None:
    def facts(sentence: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}

    for key, said in messages.sentences("commands").items():
        assert set(said) == set(messages.LANGUAGES), key
        assert facts(said["ar"]) == facts(said["en"]), key


def test_options_stand_before_or_behind(shell: Shell, path: Path) -> None:
    assert (
        shell("--json", "info", path).json == shell("info", "--json", path).json == shell("info", path, "--json").json
    )
