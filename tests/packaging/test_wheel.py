from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def packaging():
    spec = importlib.util.spec_from_file_location("wheel_script", ROOT / "packaging" / "wheel.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def wheel(packaging, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return packaging.build(tmp_path_factory.mktemp("wheel"))


def test_the_wheel_holds_every_module_resource_seed_and_licence(packaging, wheel: Path) -> None:
    assert packaging.lacking(wheel) == []


def test_a_wheel_without_them_is_noticed(packaging, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "empty.whl", "w") as archive:
        archive.writestr("annotator/__init__.py", "")
    missing = packaging.lacking(tmp_path / "empty.whl")
    assert {"LICENSE", "annotator/paths.py", "annotator/resources/fonts/fonts.toml"} <= set(missing)


def test_the_wheel_holds_nothing_of_the_workshop(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert not [
        name for name in names if name.split("/")[0] in {"tests", "packaging", "run.py"} or "__pycache__" in name
    ]


def test_resources_are_found_in_the_unpacked_wheel(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = "from annotator import paths; print(paths.resources()); print(paths.seeds())"
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", code], env=env, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == [str(tmp_path / "annotator" / "resources"), str(tmp_path / "annotator" / "seeds")]


@pytest.mark.long
@pytest.mark.timeout(600)
def test_it_runs_in_a_clean_environment(
    packaging, wheel: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    packaging.try_out(wheel, tmp_path)
    out = capfd.readouterr().out
    assert "Usage: annotator" in out
    assert '"jsonl"' in out
