"""One small Arabic and one small English project in every format, byte for byte.

`ANNOTATOR_UPDATE_GOLDEN=1` writes the files anew; look at the difference before it is committed.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from annotator import plugins
from annotator.formats import Format, ReadOptions, WriteOptions
from annotator.formats.records import Document, ordered
from tests.formats.documents import bare, project

HERE = Path(__file__).parent
WRITTEN = [fmt for fmt in plugins.load_all(plugins.FORMATS)[0] if fmt.write]


def golden(language: str, key: str) -> Path:
    return HERE / f"{language}.{key}"


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("fmt", WRITTEN, ids=lambda fmt: fmt.key)
def test_written_as_before(fmt: Format, language: str) -> None:
    sink = io.BytesIO()
    fmt.write(project(language), sink, WriteOptions())
    path = golden(language, fmt.key)
    if os.environ.get("ANNOTATOR_UPDATE_GOLDEN"):
        path.write_bytes(sink.getvalue())
    assert sink.getvalue() == path.read_bytes()


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("fmt", [fmt for fmt in WRITTEN if fmt.read], ids=lambda fmt: fmt.key)
def test_read_back_as_it_was(fmt: Format, language: str) -> None:
    found = list(fmt.read(golden(language, fmt.key), ReadOptions()))
    assert [bare(item) for item in found if isinstance(item, Document)] == [ordered(d) for d in project(language)]
    assert len(found) == len(project(language))
