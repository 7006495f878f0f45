"""Builds the wheel, and shows that it runs in a clean environment that knows nothing of this checkout."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ("resources", "seeds")
PROBES = (("--help",), ("formats", "--json"))


def build(out: Path) -> Path:
    """The wheel of this checkout, written into `out`; needs hatchling, no network."""
    words = ["wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", str(out), str(ROOT)]
    subprocess.run([sys.executable, "-m", "pip", *words], check=True)  # noqa: S603
    return max(out.glob("annotator-*.whl"), key=lambda path: path.stat().st_mtime)


def lacking(wheel: Path) -> list[str]:
    """What a wheel must hold and does not: every file of resources and seeds, every module, the licence."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    shipped = [f"annotator/{path.relative_to(ROOT).as_posix()}" for folder in SHIPPED for path in files(ROOT / folder)]
    modules = [path.relative_to(ROOT).as_posix() for path in files(ROOT / "annotator") if path.suffix == ".py"]
    wanted = [*shipped, *modules]
    licence = any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    return [name for name in wanted if name not in names] + ([] if licence else ["LICENSE"])


def files(folder: Path) -> list[Path]:
    """Every file below a folder that is not left over from running."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def try_out(wheel: Path, folder: Path) -> None:
    """Install the lock and the wheel into a new environment and call the program from elsewhere."""
    venv.create(folder / "env", with_pip=True)
    bin_ = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(bin_ / "python"), "-m", "pip", "install", "--quiet"]
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    subprocess.run([*pip, "--require-hashes", "-r", str(ROOT / "requirements.lock")], check=True, env=env)  # noqa: S603
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True, env=env)  # noqa: S603
    for words in PROBES:
        subprocess.run([str(bin_ / "annotator"), *words], check=True, env=env, cwd=folder)  # noqa: S603


def main() -> int:
    """Build, look inside, try out; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    wheel = build(out)
    missing = lacking(wheel)
    if missing:
        print("the wheel lacks " + ", ".join(missing), file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        try_out(wheel, Path(folder))
    print(f"{wheel}  {wheel.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
