"""The translation files: strings found by lupdate, Arabic taken from `resources/i18n/parts`, compiled by lrelease.

Each line of a part is `"Context|English" = "العربية"`, with a list of the six Arabic plural forms for `%n`.
The English file holds only plurals, made from "article(s)".
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import PySide6

from annotator import paths

if TYPE_CHECKING:
    from collections.abc import Iterator

    Words = dict[str, str | list[str]]

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
_UI = Path(__file__).resolve().parent


def main(words: list[str]) -> int:
    """`--update` writes the files, `--check` says what is missing or stale; 0 when all is well."""
    if words not in (["--update"], ["--check"]):
        sys.stderr.write("python -m annotator.ui.language --update | --check\n")
        return 2
    folder = paths.resources() / "i18n"
    with tempfile.TemporaryDirectory() as scratch:
        made = renewed(folder / "parts", Path(scratch))
        troubles = [*made.troubles]
        if words == ["--update"]:
            for name, content in made.files.items():
                _replace(folder / name, content)
        else:
            troubles += [f"stale: resources/i18n/{name}" for name in made.files if _differs(folder / name, made)]
    for trouble in troubles:
        sys.stderr.write(f"{trouble}\n")
    return 1 if troubles else 0


class Made:
    """What the files should hold, by name, and what is missing in them."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.troubles: list[str] = []


def renewed(parts: Path, scratch: Path) -> Made:
    """All translation files as they should be now."""
    made, words = Made(), read_parts(parts)
    for language, plurals in (("ar", False), ("en", True)):
        ts, qm = scratch / f"{language}.ts", scratch / f"{language}.qm"
        _run("lupdate", *(["-pluralonly"] if plurals else []), *_update_words(language, ts, scratch))
        tree = ET.parse(ts)  # noqa: S314  (our own tool wrote it)
        used = set(_fill(tree.getroot(), words if language == "ar" else None, made.troubles))
        if language == "ar":
            made.troubles += [f"unused: {key}" for key in sorted(set(words) - used)]
        ET.indent(tree, "    ")
        ts.write_text(_HEAD + ET.tostring(tree.getroot(), encoding="unicode") + "\n", "utf-8")
        _run("lrelease", "-silent", "-nounfinished", str(ts), "-qm", str(qm))
        made.files |= {ts.name: ts.read_bytes(), qm.name: qm.read_bytes()}
    return made


def read_parts(folder: Path) -> Words:
    """The Arabic of every string, by `Context|English`."""
    words: Words = {}
    for file in sorted(folder.glob("*.toml")):
        words |= tomllib.loads(file.read_text("utf-8"))
    return words


def _update_words(language: str, ts: Path, scratch: Path) -> list[str]:
    sources = scratch / "sources.lst"
    sources.write_text("\n".join(map(str, sorted(_UI.rglob("*.py")))), "utf-8")
    options = ["-silent", "-locations", "none", "-no-obsolete", "-target-language", language]
    options += ["-tr-function-alias", "QT_TRANSLATE_NOOP+=marked"]
    return [*options, f"@{sources}", "-ts", str(ts)]


def _fill(root: ET.Element, words: Words | None, troubles: list[str]) -> Iterator[str]:
    """Put the words in, naming the keys that were used; without words, English plurals are made."""
    for context in root.iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            key = f"{context.findtext('name')}|{source}"
            found = words.get(key) if words is not None else _english(source)
            translation = message.find("translation")
            if found is None or translation is None or not _put(translation, found):
                troubles.append(f"unfinished: {key}")
            else:
                yield key


def _english(source: str) -> list[str]:
    return [source.replace("(s)", ""), source.replace("(s)", "s")]


def _put(translation: ET.Element, words: str | list[str]) -> bool:
    forms = translation.findall("numerusform")
    if isinstance(words, str) == bool(forms) or (forms and len(forms) != len(words)):
        return False
    translation.attrib.pop("type", None)
    if isinstance(words, str):
        translation.text = words
    for form, word in zip(forms, words, strict=False):
        form.text = word
    return True


def _differs(file: Path, made: Made) -> bool:
    return not file.exists() or file.read_bytes() != made.files[file.name]


def _replace(file: Path, content: bytes) -> None:
    """Put another file in its place: Qt reads a translation in place, and a running program goes on with the old."""
    new = file.with_name(f"{file.name}.new")
    new.write_bytes(content)
    new.replace(file)


def _run(tool: str, *words: str) -> None:
    program = Path(PySide6.__file__).parent / (f"{tool}.exe" if sys.platform == "win32" else tool)
    subprocess.run([str(program), *words], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
