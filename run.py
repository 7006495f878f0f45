#!/usr/bin/env python3
"""Sets the program up, starts it and tests it, the same on Linux, macOS and Windows.

    python3 run.py                      set up, then open the window (the first time on the sample project)
    python3 run.py WORDS...             set up, then `annotator WORDS...`
    python3 run.py setup                set up only
    python3 run.py test                 every check: style, types, layers, translations, tests, coverage
    python3 run.py test WORDS...        pytest with these words
    python3 run.py test --interop       the tests against other tools' own readers
    python3 run.py bench [--json FILE]  the benchmarks

On Windows: `py run.py`. `--no-system` forbids installing system packages (only ever done as root on Debian or Ubuntu).
Standard library only, and no syntax newer than Python 3.8, so that an old Python can find a newer one.
"""

import glob
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time

from annotator import libraries

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
STAMP = os.path.join(VENV, "annotator-setup.json")
STARTED = os.path.join(VENV, "annotator-started")
OUT = os.path.join(ROOT, "out")

OLDEST, NEWEST = (3, 11), (3, 14)
NAMES = ("3.12", "3.13", "3.11", "3.14")  # the order in which they are looked for
PROBE = "import ctypes, sqlite3, ssl, sys, zlib; print('%d.%d' % sys.version_info[:2])"

# Each holds all of the one before it.
RUN, TEST, INTEROP = LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-interop.lock")

# What `run.py test` runs before the tests: a name, and what follows `python`.
CHECKS = (
    ("ruff check", ["-m", "ruff", "check", "."]),
    ("ruff format", ["-m", "ruff", "format", "--check", "."]),
    ("mypy", ["-m", "mypy"]),
    ("layers", ["-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"]),
    ("translations", ["-m", "annotator.ui.language", "--check"]),
)
# The least share of lines and branches that the tests of a part must reach, in percent.
COVERAGE = (
    ("core", 100),
    ("store", 100),
    ("operations", 100),
    ("formats", 100),
    ("review", 100),
    ("ui", 85),
)


class Trouble(Exception):
    """The machine lacks something; the text says what, and the line that mends it."""


def say(text):
    print("annotator: " + text, file=sys.stderr, flush=True)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def runs(command, silent=False, env=None):
    """Whether a command ends well; what it prints goes to stderr, so that stdout stays the program's own."""
    out = subprocess.DEVNULL if silent else sys.stderr
    try:
        return subprocess.call(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=env) == 0
    except OSError:
        return False


def environment(**more):
    """This environment, without what would lead another Python or pip astray."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME", "PIP_USER")}
    kept.update(PYTHONUTF8="1", PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1", **more)
    return kept


# --- a Python


def version_of(python):
    """(major, minor) of a Python that really runs and is whole, else None: a shim may be there and lead nowhere."""
    try:
        done = subprocess.run(
            [python, "-c", PROBE],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            timeout=60,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.match(r"(\d+)\.(\d+)\s*$", done.stdout.decode("ascii", "replace"))
    return (int(found.group(1)), int(found.group(2))) if found and done.returncode == 0 else None


def fits(python):
    return OLDEST <= (version_of(python) or (0, 0)) <= NEWEST


def candidates():
    """Places where a Python may be, likely ones first."""
    yield sys.executable
    for name in NAMES:
        yield "python" + name
    for name in NAMES:
        for place in ("~/.pyenv/versions/{}.*/bin/python", "/usr/local/bin/python{}", "/opt/homebrew/bin/python{}"):
            yield from sorted(glob.glob(os.path.expanduser(place.format(name))))
    if os.name == "nt":
        for name in NAMES:
            yield from glob.glob(
                os.path.expandvars(r"%LOCALAPPDATA%\Programs\Python\Python{}\python.exe".format(name.replace(".", "")))
            )
    yield "python3"
    yield "python"


def find_python():
    """The first Python that fits, or None."""
    return next((python for python in candidates() if python and fits(python)), None)


# --- the environment


def make_venv():
    """A fresh `.venv`, by uv where it is on the path, else by venv."""
    python, uv = find_python(), shutil.which("uv")
    if not python and not uv:
        raise Trouble("needs Python 3.11 to 3.14; install one (https://www.python.org/downloads/) and run this again.")
    shutil.rmtree(VENV, ignore_errors=True)
    wanted = python or ">=3.11,<3.15"
    if uv and runs([uv, "venv", "--quiet", "--python", wanted, VENV]) and fits(PYTHON):
        return
    if not python:
        raise Trouble("uv could not bring a Python; install Python 3.11 to 3.14 and run this again.")
    need_ensurepip(python)
    shutil.rmtree(VENV, ignore_errors=True)
    if not runs([python, "-m", "venv", VENV], env=environment()) or not fits(PYTHON):
        raise Trouble("could not make {}; see the lines above.".format(VENV))


def need_ensurepip(python):
    """`venv` needs it; Debian keeps it in a package of its own."""
    probe = [python, "-c", "import ensurepip"]
    if runs(probe, silent=True):
        return
    package = "python{}.{}-venv".format(*version_of(python))
    if libraries.package_tool() != "apt":
        raise Trouble("this Python has no ensurepip; install your system's package for Python's venv and pip.")
    if not (apt_install([package]) and runs(probe, silent=True)):
        raise Trouble(
            "this Python has no ensurepip. Run this, then the same command again:\n    sudo apt install " + package
        )


def install(lock):
    """Everything that a lock names, by its hashes."""
    count = len(re.findall(rb"^[\w.-]+(?:\[[\w,.-]+\])?==", read(os.path.join(ROOT, lock)), re.MULTILINE))
    say("installing {} packages from {} (about 100 MB the first time) ...".format(count, lock))
    uv = shutil.which("uv")
    if uv and runs([uv, "pip", "install", "--python", PYTHON, "--require-hashes", "-r", lock]):
        return
    if not runs([PYTHON, "-m", "pip", "--version"], silent=True, env=environment()):
        need_ensurepip(PYTHON)
        runs([PYTHON, "-m", "ensurepip", "--upgrade"], env=environment())
    pip_install(["--require-hashes", "-r", lock], count)


def pip_install(words, count=0):
    """pip with a line of progress; on failure what pip said, and a Trouble."""
    command = [PYTHON, "-m", "pip", "install", "--progress-bar", "off"] + words
    said, done, live = [], 0, sys.stderr.isatty()
    pip = subprocess.Popen(
        command, cwd=ROOT, env=environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    for raw in pip.stdout:
        said.append(raw.decode("utf-8", "replace").rstrip())
        done += said[-1].startswith("Collecting ")
        if live and count:
            print(
                "\r\033[Kannotator: {}/{}  {}".format(min(done, count), count, said[-1].strip()[:60]),
                end="",
                file=sys.stderr,
                flush=True,
            )
    if live and count:
        print("\r\033[K", end="", file=sys.stderr, flush=True)
    if pip.wait():
        print("\n".join(said[-15:]), file=sys.stderr)
        raise Trouble("could not install; is there a network? pip's last lines are above.")


def wanted_stamp(lock):
    """What the stamp says when `.venv` holds this lock and this checkout."""
    project = hashlib.sha256(read(os.path.join(ROOT, "pyproject.toml"))).hexdigest()
    return {
        "lock": lock,
        "sha256": hashlib.sha256(read(os.path.join(ROOT, lock))).hexdigest(),
        "project": project,
        "root": ROOT,
    }


def stamp():
    try:
        found = json.loads(read(STAMP).decode("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and found.get("lock") in LOCKS else {}


def set_up(lock):
    """Make `.venv` hold this lock, or the larger one that it held before. Does nothing when nothing changed."""
    began, had = time.time(), stamp()
    if had and LOCKS.index(had["lock"]) > LOCKS.index(lock):
        lock = had["lock"]
    wanted = wanted_stamp(lock)
    if had == wanted and os.path.exists(PYTHON):
        return
    if not fits(PYTHON):
        say("making {} ...".format(VENV))
        make_venv()
        had = {}
    if had.get("sha256") != wanted["sha256"]:
        install(lock)
    pip_install(["--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--editable", "."])
    with open(STAMP, "w", encoding="utf-8") as file:
        json.dump(wanted, file)
    say("ready after {:.0f} s.".format(time.time() - began))


# --- the system's libraries

MAY_INSTALL = True


def apt_install(packages):
    """As root on a Debian-like system, and unless forbidden: name and install these. Whether it was done."""
    if not (MAY_INSTALL and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return False
    say("installing system packages: " + " ".join(packages))
    command = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0"] + list(packages)
    env = environment(DEBIAN_FRONTEND="noninteractive")
    return runs(command, silent=True, env=env) or (
        runs(["apt-get", "update", "-qq"], env=env) and runs(command, env=env)
    )


def need_libraries(wanted):
    """Qt's libraries, before anything imports PySide6: a missing one would end the process without a word."""
    lacking = libraries.missing(wanted) if sys.platform.startswith("linux") else []
    if not lacking:
        return
    tool = libraries.package_tool()
    if tool == "apt" and apt_install(libraries.packages(lacking, tool)):
        lacking = libraries.missing(lacking)
    if lacking:
        raise Trouble(
            "{} system libraries are missing. Install them, then run the same command again:\n    {}".format(
                len(lacking), libraries.remedy(lacking, tool)
            )
        )


# --- the program


def opens_window(words):
    return not words or words[0] == "demo" or (len(words) == 1 and words[0].endswith(".annot"))


def start(words):
    """The program; the first time, without words, on the sample."""
    set_up(RUN)
    if opens_window(words):
        need_libraries(libraries.needed(os.environ))
    if not words and sys.platform.startswith("linux") and not libraries.has_display(os.environ):
        return show_without_display()
    if not words and not os.path.exists(STARTED):
        open(STARTED, "w").close()
        words = ["demo"]
    command = [PYTHON, "-m", "annotator"] + words
    if os.name == "nt":
        return subprocess.call(command, env=environment())
    sys.stdout.flush()
    os.execve(PYTHON, command, environment())


def show_without_display():
    """The main job with no screen: the sample as a project, a picture of the window and a data set."""
    os.makedirs(OUT, exist_ok=True)
    project, picture, dataset = (os.path.join(OUT, "sample" + suffix) for suffix in (".annot", ".png", ".jsonl"))
    say("no display, so no window: building the sample, drawing its picture and exporting it.")
    for words in (["demo", project, "--picture", picture], ["export", project, dataset, "--format", "jsonl"]):
        env = environment(QT_QPA_PLATFORM="offscreen")
        done = subprocess.run(
            [PYTHON, "-m", "annotator"] + words, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
        )
        if done.returncode:
            sys.stderr.buffer.write(done.stdout)
            return done.returncode
    for name, path in (("project", project), ("picture", picture), ("dataset", dataset)):
        print("{}: {}".format(name, path))
    return 0


# --- the tests


def test(words):
    """Every check, or pytest with these words, or the interop tests."""
    interop = "--interop" in words
    words = [word for word in words if word != "--interop"]
    set_up(INTEROP if interop else TEST)
    need_libraries(libraries.DRAWING)
    if interop:
        return test_interop(words)
    if words:
        return subprocess.call([PYTHON, "-m", "pytest"] + words, cwd=ROOT, env=environment(QT_QPA_PLATFORM="offscreen"))
    return test_all()


def test_interop(words):
    code, counts = pytest(["-m", "interop"] + words)
    print(closing("interop", counts), flush=True)
    return 0 if code == 5 else code  # 5: no test is marked so


def test_all():
    """All checks, none left out because another failed; then how each went, and the counts of the tests last."""
    results = [(name, *step(name, words)) for name, words in CHECKS]
    workers = str(max(2, min(8, os.cpu_count() or 2)))
    began = time.time()
    print("--- tests", flush=True)
    code, counts = pytest(["-n", workers, "--dist", "loadfile", "--cov", "--cov-report="])
    results.append(("tests", code == 0, time.time() - began))
    for part, floor in COVERAGE:
        words = ["-m", "coverage", "report", "--include=annotator/{}/*".format(part), "--fail-under={}".format(floor)]
        results.append(("coverage " + part, *step("coverage of {}, at least {} %".format(part, floor), words)))
    print()
    for name, good, seconds in results:
        print("{:<22} {:<8} {:6.1f} s".format(name, "ok" if good else "FAILED", seconds))
    print(closing("tests", counts), flush=True)
    return 0 if all(good for _, good, _ in results) else 1


def step(name, words):
    """Run one check; whether it passed and how long it took."""
    print("--- " + name, flush=True)
    began = time.time()
    good = subprocess.call([PYTHON] + words, cwd=ROOT, env=environment(QT_QPA_PLATFORM="offscreen")) == 0
    return good, time.time() - began


def pytest(words):
    """pytest's exit code, and what its last line counted."""
    env = environment(QT_QPA_PLATFORM="offscreen")
    summary = ""
    run = subprocess.Popen([PYTHON, "-m", "pytest"] + words, cwd=ROOT, env=env, stdout=subprocess.PIPE)
    for raw in run.stdout:
        line = raw.decode("utf-8", "replace")
        print(line, end="", flush=True)
        if re.search(r"\d+ (passed|failed|error|skipped)", line):
            summary = line
    counts = {name.rstrip("s"): int(number) for number, name in re.findall(r"(\d+) ([a-z]+)", summary)}
    return run.wait(), counts


def closing(name, counts):
    failed = counts.get("failed", 0) + counts.get("error", 0)
    return "{}: {} passed, {} failed, {} skipped".format(
        name, counts.get("passed", 0), failed, counts.get("skipped", 0)
    )


def bench(words):
    set_up(TEST)
    need_libraries(libraries.DRAWING)
    env = environment() if libraries.has_display(os.environ) else environment(QT_QPA_PLATFORM="offscreen")
    return subprocess.call([PYTHON, os.path.join(ROOT, "tests", "bench", "run.py")] + words, env=env)


def setup(_words):
    set_up(RUN)
    need_libraries(libraries.needed(os.environ))
    return 0


def main(words):
    """Do what the words say; the exit code is 0 done, 1 could not, 2 wrong usage, 3 the machine lacks something."""
    global MAY_INSTALL
    MAY_INSTALL = "--no-system" not in words
    words = [word for word in words if word != "--no-system"]
    if words[:1] in (["-h"], ["--help"]):
        print(__doc__)
    ours = {"setup": setup, "test": test, "bench": bench}
    try:
        if words and words[0] in ours:
            return ours[words[0]](words[1:])
        return start(words)
    except Trouble as trouble:
        say(str(trouble))
        return 3
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
