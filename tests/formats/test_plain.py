"""Plain text: whole and exact, its title the file's name, and a guess is said to be one."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from annotator.formats import ReadOptions, plain
from annotator.formats.records import Document, Origin, Refused, Warned

SEED = Path(__file__).parents[2] / "seeds" / "sana-daesh-twitter.txt"


def test_the_article_comes_whole() -> None:
    (document,) = plain.read(SEED, ReadOptions())
    assert isinstance(document, Document)
    data = SEED.read_bytes()
    assert (document.id, document.title, document.text.body) == ("", "sana-daesh-twitter", data.decode())
    assert document.origin == Origin(SEED.name, 0, "utf-8", hashlib.sha256(data).hexdigest(), False, "lf")


def test_what_decoding_changed_is_recorded_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "خبر.عاجل.txt"
    path.write_bytes("\ufeffأول\r\n\r\n ثانٍ\u00a0\u2028\t\r\n".encode())
    (document,) = plain.read(path, ReadOptions())
    assert isinstance(document, Document)
    assert document.text.body == "أول\n\n ثانٍ\u00a0\u2028\t\n"
    assert document.title == "خبر.عاجل"
    assert document.origin is not None
    assert (document.origin.had_bom, document.origin.line_ends) == (True, "crlf")


def test_a_guessed_encoding_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(SEED.read_text("utf-8").encode("cp1256"))
    warned, document = plain.read(path, ReadOptions())
    assert isinstance(warned, Warned)
    assert (warned.path, warned.why.key, warned.why.facts) == (str(path), "encoding_guessed", {"encoding": "cp1256"})
    assert isinstance(document, Document)
    assert document.text.body == SEED.read_text("utf-8")
    (document,) = plain.read(path, ReadOptions("cp1256"))
    assert isinstance(document, Document)


@pytest.mark.parametrize(
    ("data", "encoding", "key"),
    [
        (b"", "", "no_text"),
        (b" \r\n\t", "", "no_text"),
        (b"abc\x00def", "", "bad_character"),
        ("قال".encode("cp1256"), "utf-8", "wrong_encoding"),
        (b"abc", "klingon", "unknown_encoding"),
        (bytes(range(0x80, 0x100)), "", "undecodable"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path: Path, data: bytes, encoding: str, key: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    (refused,) = plain.read(path, ReadOptions(encoding))
    assert isinstance(refused, Refused)
    assert (refused.path, refused.where, refused.what, refused.why.key) == (str(path), "", "file", key)


def test_a_missing_and_a_huge_file(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(5_000_000_000)  # sparse: takes no room
    for path, key in ((tmp_path / "none.txt", "cannot_read"), (tmp_path, "cannot_read"), (huge, "too_large")):
        (refused,) = plain.read(path, ReadOptions())
        assert isinstance(refused, Refused)
        assert refused.why.key == key
