"""Formats are found by entry point, ours the same way; a broken one is reported and the rest work."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from annotator import plugins
from annotator.core.errors import AnnotatorError
from annotator.formats import Format

ROOT = Path(__file__).parents[1]


@pytest.fixture
def strangers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Plug-ins of another distribution: a good one, and four that are broken in their own way."""
    (tmp_path / "stranger.py").write_text(
        "from annotator.formats import Format\n"
        "GOOD = Format(key='good', title={'en': 'Good'}, suffixes=('.good',))\n"
        "OTHER = Format(key='other', title={}, suffixes=())\n"
    )
    (tmp_path / "raises.py").write_text("raise RuntimeError('no luck')\n")
    metadata = tmp_path / "stranger-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: stranger\nVersion: 1\n")
    (metadata / "entry_points.txt").write_text(
        "[annotator.formats]\ngood = stranger:GOOD\nnamed = stranger:OTHER\ngone = stranger:GONE\n"
        "absent = no_such_module:FORMAT\nraises = raises:FORMAT\njsonl = stranger:GOOD\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    plugins._found.cache_clear()
    yield
    plugins._found.cache_clear()


def test_ours_are_the_entry_points_of_the_distribution() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    assert declared == plugins.OURS


def test_every_format_loads_and_is_called_by_its_key() -> None:
    loaded, broken = plugins.load_all(plugins.FORMATS)
    assert broken == []
    assert {fmt.key for fmt in loaded} >= {"txt", "jsonl", "csv"}
    for fmt in loaded:
        assert isinstance(fmt, Format)
        assert {"ar", "en"} <= fmt.title.keys()
        assert fmt.read or fmt.write
        assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in fmt.suffixes)


@pytest.mark.usefixtures("strangers")
def test_a_stranger_is_found_and_a_broken_one_is_reported() -> None:
    loaded, broken = plugins.load_all(plugins.FORMATS)
    assert [fmt.key for fmt in loaded] == ["txt", "jsonl", "csv", "good"]
    assert {error.facts["name"]: error.facts["reason"] for error in broken} == {
        "absent": "ModuleNotFoundError: No module named 'no_such_module'",
        "gone": "AttributeError: module 'stranger' has no attribute 'GONE'",
        "named": "stranger:OTHER is no plug-in called named",
        "raises": "RuntimeError: no luck",
    }
    assert {error.key for error in broken} == {"broken_plugin"}


def test_an_unknown_key_is_said_with_those_that_are_known() -> None:
    with pytest.raises(AnnotatorError) as error:
        plugins.load(plugins.FORMATS, "xyz")
    assert (error.value.key, error.value.facts["name"]) == ("unknown_plugin", "xyz")
    assert str(error.value.facts["known"]).startswith("txt, jsonl, csv")
    assert plugins.keys("annotator.nothing") == ()


def test_nothing_is_imported_before_it_is_asked_for() -> None:
    code = (
        "import sys, annotator.plugins as p\n"
        "assert 'importlib.metadata' not in sys.modules\n"
        "assert set(p.keys(p.FORMATS)) >= {'txt', 'jsonl', 'csv'}\n"
        "assert not [m for m in sys.modules if m.startswith(('annotator.formats', 'charset_normalizer', 'regex'))]\n"
        "p.load(p.FORMATS, 'jsonl')\n"
        "assert 'annotator.formats.csv_table' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
