from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from annotator.store import schema

LINUX = Path(__file__).resolve().parents[2] / "packaging" / "linux"
NAME = "org.annotator.Annotator"
MIME = "application/vnd.annotator.project+sqlite3"
NS = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}


def test_the_menu_entry_opens_projects_in_both_languages() -> None:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(LINUX / f"{NAME}.desktop", encoding="utf-8")
    entry = parser["Desktop Entry"]
    assert entry["Exec"] == "annotator %f"
    assert entry["MimeType"] == MIME + ";"
    assert all(f"{name}[ar]" in entry for name in ("Name", "GenericName", "Comment"))


def test_a_project_is_known_by_suffix_and_by_the_bytes_that_the_program_writes() -> None:
    kind = ET.parse(LINUX / f"{NAME}.mime.xml").getroot().find("m:mime-type", NS)
    assert kind.get("type") == MIME
    assert kind.find("m:glob", NS).get("pattern") == "*.annot"
    inner = kind.find("m:magic/m:match/m:match", NS)
    assert (inner.get("type"), inner.get("offset")) == ("big32", "68")
    assert int(inner.get("value"), 16) == schema.APPLICATION_ID


@pytest.mark.skipif(os.name != "posix", reason="a shell script")
def test_the_script_puts_everything_in_its_place_and_takes_it_away(tmp_path: Path) -> None:
    env = {**os.environ, "XDG_DATA_HOME": str(tmp_path)}
    subprocess.run([LINUX / "install.sh"], env=env, check=True, capture_output=True)
    ours = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob(f"{NAME}.*"))
    assert ours == [
        f"applications/{NAME}.desktop",
        f"icons/hicolor/scalable/apps/{NAME}.svg",
        f"mime/packages/{NAME}.xml",
    ]
    if shutil.which("update-mime-database"):
        assert (tmp_path / "mime" / f"{MIME}.xml").is_file()
    subprocess.run([LINUX / "install.sh", "--remove"], env=env, check=True, capture_output=True)
    assert not list(tmp_path.rglob(f"{NAME}.*"))
