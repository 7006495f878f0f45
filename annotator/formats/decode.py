"""Bytes to text without losing a character: by BOM, by UTF-16's look, by strict UTF-8, else by a guess called one."""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.core.text import stored_form

if TYPE_CHECKING:
    from annotator.core.text import Decoded

# UTF-32 first: its little-endian BOM begins with that of UTF-16.
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ("cp1256", "iso8859_6", "cp1255", "cp720")
_SAMPLE = 1 << 16
_HIGH_BYTES = b"\x00\x05\x06"  # of Latin, Hebrew and Arabic in UTF-16; no 8-bit text is half made of them
# Vowel points where no letter is, a shin dot on another letter, Yiddish letters: Arabic bytes read as Hebrew.
_NOT_HEBREW = re.compile("(?<![\u05b0-\u05ea])[\u05b0-\u05c7]|(?<![\u05b0-\u05c7\u05e9])[\u05c1\u05c2]|[\u05f0-\u05f2]")


@dataclass(frozen=True, slots=True)
class Decoding:
    """A file's text in the stored form, and how it was found; a guessed codec has to be shown to the person."""

    decoded: Decoded
    codec: str
    sha256: str  # of the bytes
    guessed: bool


def decode(data: bytes, encoding: str = "") -> Decoding:
    """The text of a file's bytes, in a named encoding or in the one found. Nothing is ever replaced.

    Raises `unknown_encoding`, `wrong_encoding` (the named one does not fit), `undecodable` or `bad_character`.
    """
    codec, guessed = (encoding, False) if encoding else find_codec(data)
    source = _strictly(data, codec)
    return Decoding(stored_form(source), codecs.lookup(codec).name, hashlib.sha256(data).hexdigest(), guessed)


def find_codec(data: bytes) -> tuple[str, bool]:
    """The codec of some bytes, and whether it is a guess; raises `undecodable` when nothing fits."""
    if codec := unicode_codec(data[:_SAMPLE]):
        return codec, False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data), True
    return "utf-8", False


def unicode_codec(sample: bytes) -> str:
    """The codec that a BOM or the look of UTF-16 tells of the first bytes of a file, or ""."""
    return next((codec for bom, codec in _BOMS if sample.startswith(bom)), "") or _looks_like_utf16(sample)


def _strictly(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise AnnotatorError("wrong_encoding", encoding=codec, byte=error.start) from error
    except (LookupError, ValueError) as error:
        raise AnnotatorError("unknown_encoding", encoding=codec) from error


def _looks_like_utf16(sample: bytes) -> str:
    """Asked before UTF-8: Arabic in UTF-16 without a BOM is valid UTF-8, full of control characters."""
    even, odd = (_share(sample[first::2]) for first in (0, 1))
    if odd > 0.5 > even:  # noqa: PLR2004 - most
        return "utf-16-le"
    if even > 0.5 > odd:  # noqa: PLR2004
        return "utf-16-be"
    return ""


def _share(part: bytes) -> float:
    return 1 - len(part.translate(None, _HIGH_BYTES)) / len(part) if part else 0.0


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 40 ms, and most files are UTF-8

    candidates = [codec for codec in _LEGACY if codec != "cp1255" or _may_be_hebrew(data)]
    best = from_bytes(data, cp_isolation=candidates).best()
    if best is None or not _decodes(data, best.encoding):
        raise AnnotatorError("undecodable")
    return best.encoding


def _may_be_hebrew(data: bytes) -> bool:
    """Without this, one in five short slices of Arabic is taken for Hebrew."""
    return _decodes(data, "cp1255") and not _NOT_HEBREW.search(data.decode("cp1255"))


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True
