"""Decoding: every encoding gives the article back to the letter, or says that it cannot."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import AnnotatorError
from annotator.formats.decode import decode

SEED = (Path(__file__).parents[2] / "seeds" / "sana-daesh-twitter.txt").read_text(encoding="utf-8")
HEBREW = (
    "ראש הממשלה אמר אתמול בירושלים כי ישראל תמשיך לפעול בצפון. לדבריו, “הצבא ערוך לכל תרחיש” והממשלה לא תהסס.\n"
    "בתגובה מסרה האופוזיציה כי מדובר בהצהרות ריקות, וכי הציבור ממתין למעשים. במשרד הביטחון הדגישו שהדיונים יימשכו."
)
PLAIN = SEED.translate({ord("“"): '"', ord("”"): '"'})  # ISO-8859-6 and code page 720 have no curly quotes


def same(text: str, codec: str, encoding: str = "", bom: bytes = b"") -> None:
    data = bom + text.encode(codec)
    found = decode(data, encoding)
    assert found.decoded.text.body == text
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert found.decoded.had_bom == bool(bom)


@pytest.mark.parametrize(
    ("text", "codec", "bom"),
    [
        (SEED, "utf-8", b""),
        (SEED, "utf-8", b"\xef\xbb\xbf"),
        (SEED, "utf-16-le", b""),
        (SEED, "utf-16-be", b""),
        (SEED, "utf-16-le", b"\xff\xfe"),
        (SEED, "utf-16-be", b"\xfe\xff"),
        (SEED, "utf-32-le", b"\xff\xfe\x00\x00"),
        (SEED, "utf-32-be", b"\x00\x00\xfe\xff"),
        (SEED, "cp1256", b""),
        (PLAIN, "iso8859_6", b""),
        (PLAIN, "cp720", b""),
        (HEBREW, "cp1255", b""),
        (HEBREW, "utf-16-le", b""),
        (HEBREW.translate({ord("“"): '"', ord("”"): '"'}), "iso8859_8", b""),
        ("Latin and \U0001f600 only", "utf-16-le", b""),
    ],
)
def test_whole_articles(text: str, codec: str, bom: bytes) -> None:
    same(text, codec, bom=bom)


@pytest.mark.parametrize(
    ("text", "codec", "needed"),
    [
        (SEED, "utf-8", 200),
        (SEED, "utf-16-le", 200),
        (SEED, "utf-16-be", 200),
        (SEED, "cp1256", 196),
        (PLAIN, "iso8859_6", 190),
        (PLAIN, "cp720", 190),
        (HEBREW, "cp1255", 196),
    ],
)
def test_slices_of_twenty_characters(text: str, codec: str, needed: int) -> None:
    places = random.Random(7)
    right = 0
    for _ in range(200):
        start = places.randrange(len(text) - 20)
        piece = text[start : start + 20]
        right += decode(piece.encode(codec)).decoded.text.body == piece
    assert right >= needed


def test_only_a_guess_is_called_one() -> None:
    assert [decode(SEED.encode(codec)).guessed for codec in ("utf-8", "utf-16-le", "cp1256")] == [False, False, True]
    assert not decode(SEED.encode("cp1256"), "cp1256").guessed
    assert decode(SEED.encode("cp1256"), "windows-1256").codec == "cp1256"
    assert decode(b"\xe3\xd5\xd1").decoded.text.body == "مصر"
    assert decode(b"").decoded.text.body == ""


def test_a_named_encoding_is_used_strictly() -> None:
    same(SEED, "cp1256", "cp1256")
    same(PLAIN, "mac_arabic", "mac_arabic")
    with pytest.raises(AnnotatorError) as wrong:
        decode(SEED.encode("cp1256"), "utf-8")
    assert (wrong.value.key, wrong.value.facts["byte"]) == ("wrong_encoding", 0)
    for name in ("klingon", "rot13", "utf\0"):
        with pytest.raises(AnnotatorError) as unknown:
            decode(b"abc", name)
        assert unknown.value.key == "unknown_encoding"


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbf\xff\xff", "قال".encode("utf-16-le")[:-1] + b"\xd8\x00\xd8", b"\xff\xfea"]
)
def test_broken_bytes_are_never_replaced(data: bytes) -> None:
    with pytest.raises(AnnotatorError):
        decode(data)


def test_bytes_that_no_codec_fits() -> None:
    with pytest.raises(AnnotatorError) as error:
        decode(bytes(range(0x80, 0x100)) * 3 + b"\x81\x8d\x8f\x00\xff")
    assert error.value.key in {"undecodable", "bad_character"}


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=60))
def test_utf8_text_is_never_mistaken(text: str) -> None:
    kept = text.replace("\ufeff", "")
    assert decode(kept.encode()).decoded.text.body == kept


@given(st.binary(max_size=40))
def test_what_is_decoded_encodes_back_to_the_same_bytes(data: bytes) -> None:
    try:
        found = decode(data)
    except AnnotatorError:
        return
    body = ("\ufeff" if found.decoded.had_bom else "") + found.decoded.text.body
    if "\r" not in data.decode(found.codec):
        assert body.encode(found.codec) == data
