"""Writes the three lock files from pyproject.toml: universal, pinned, hashed, without an address; needs `uv`."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("pyproject.toml", "packaging/build.in")
# Each lock holds the one before it, pin by pin, so that installing the larger one is enough.
LOCKS: dict[str, tuple[str, ...]] = {
    "requirements.lock": (),
    "requirements-dev.lock": ("dev",),
    "requirements-interop.lock": ("dev", "interop"),
}
UNIVERSAL = (
    "--universal",
    "--generate-hashes",
    "--no-strip-extras",  # pip takes `coverage[toml]` for unpinned where `coverage` is pinned and a newer one is out
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--quiet",
)


def command(uv: str, lock: str, *, upgrade: bool) -> list[str]:
    """The call of `uv` that writes `lock`; earlier pins are kept unless `upgrade`."""
    names = list(LOCKS)
    smaller = [part for name in names[: names.index(lock)] for part in ("--constraint", name)]
    extras = [part for extra in LOCKS[lock] for part in ("--extra", extra)]
    newer = ["--upgrade"] if upgrade else []
    return [uv, "pip", "compile", *SOURCES, *UNIVERSAL, *extras, *smaller, *newer, "--output-file", lock]


def main() -> int:
    """Write all three; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take the newest release that pyproject.toml allows")
    upgrade = parser.parse_args().upgrade
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if uv is None:
        print("uv is needed to write the locks: pip install uv", file=sys.stderr)
        return 3
    for lock in LOCKS:
        subprocess.run(command(uv, lock, upgrade=upgrade), cwd=ROOT, check=True)  # noqa: S603
        if "://" in (ROOT / lock).read_text(encoding="utf-8"):
            print(f"{lock} holds an address", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
