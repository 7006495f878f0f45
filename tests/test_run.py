from __future__ import annotations

import ast
import importlib.util
import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-interop.lock")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="stands in for commands with shell scripts")

# Stands in for the Python of the environment: writes down how it was called, and answers as the program would.
PYTHON = """#!/bin/sh
echo "$QT_QPA_PLATFORM|$*" >> "{log}"
case "$*" in
  "-c import ctypes"*) echo 3.11 ;;
  *failing*|"-m mypy") echo "failed" >&2; exit 4 ;;
  "-m pytest"*) echo "===== 1 failed, 41 passed, 2 skipped, 1 error in 0.10s =====" ;;
  "-m annotator"*) echo "the program says this" ;;
  *) echo "chatter of a tool" ;;
esac
"""


class Checkout:
    """A copy of what `run.py` needs, with an environment that only writes down how it is called."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.log = root / "calls.txt"
        (root / "annotator").mkdir()
        for name in ("run.py", "pyproject.toml", "annotator/__init__.py", "annotator/libraries.py", *LOCKS):
            shutil.copyfile(ROOT / name, root / name)
        script(root / ".venv" / "bin" / "python", PYTHON.format(log=self.log))

    def run(self, *words: str, python: str = sys.executable, **environ: str) -> subprocess.CompletedProcess[str]:
        quiet = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
        env = {**quiet, "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "", **environ}
        command = [python, str(self.root / "run.py"), *words]
        return subprocess.run(command, capture_output=True, text=True, env=env, check=False, stdin=subprocess.DEVNULL)

    def calls(self) -> list[str]:
        """How the environment's Python was called since the last time this was asked."""
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return [line.partition("|")[2] for line in lines]


def script(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


@pytest.fixture
def ready(checkout: Checkout) -> Checkout:
    assert checkout.run("setup").returncode == 0
    checkout.calls()
    return checkout


@pytest.fixture
def run():
    """`run.py` as a module, for what a whole run cannot show on every machine."""
    spec = importlib.util.spec_from_file_location("run_for_test", ROOT / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- setting up


def test_python_3_8_can_read_it_and_it_needs_nothing_installed() -> None:
    tree = ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 8))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert names <= sys.stdlib_module_names
    assert [n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)] == ["annotator"]


def test_setting_up_installs_the_lock_by_hash_and_this_checkout_without_a_network(checkout: Checkout) -> None:
    done = checkout.run("setup")
    assert (done.returncode, done.stdout) == (0, "")
    pip = [call for call in checkout.calls() if call.startswith("-m pip install")]
    assert "--require-hashes -r requirements.lock" in pip[0]
    assert "--no-index" in pip[1]
    assert "--editable ." in pip[1]


def test_a_second_time_does_nothing(ready: Checkout) -> None:
    done = ready.run("setup")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert ready.calls() == []


def test_a_changed_lock_is_installed_again(ready: Checkout) -> None:
    (ready.root / "requirements.lock").write_text("click==8.5.1 --hash=sha256:00\n", encoding="utf-8")
    assert ready.run("setup").returncode == 0
    assert any("-r requirements.lock" in call for call in ready.calls())


def test_a_changed_project_is_only_linked_again(ready: Checkout) -> None:
    with (ready.root / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("\n# another entry point\n")
    assert ready.run("setup").returncode == 0
    pip = [call for call in ready.calls() if "pip install" in call]
    assert len(pip) == 1
    assert "--editable" in pip[0]


def test_the_tests_environment_is_kept_when_the_program_starts(ready: Checkout) -> None:
    ready.run("test", "tests/core")
    assert any("-r requirements-dev.lock" in call for call in ready.calls())
    ready.run("info", "x.annot")
    assert ready.calls() == ["-m annotator info x.annot"]


def test_what_was_half_installed_is_not_taken_for_done(checkout: Checkout) -> None:
    script(
        checkout.root / ".venv" / "bin" / "python",
        PYTHON.replace("*failing*", '*"-r requirements.lock"').format(log=checkout.log),
    )
    done = checkout.run("setup")
    assert done.returncode == 3
    assert "could not install" in done.stderr
    assert not (checkout.root / ".venv" / "annotator-setup.json").exists()


@pytest.mark.parametrize("content", ["", "[]", "null", '{"lock": "other.lock"}', '{"lock": "requirements.lock"}'])
def test_a_spoilt_stamp_means_setting_up_again(ready: Checkout, content: str) -> None:
    (ready.root / ".venv" / "annotator-setup.json").write_text(content, encoding="utf-8")
    assert ready.run("setup").returncode == 0
    assert any("-r requirements.lock" in call for call in ready.calls())


def test_uv_is_used_where_it_is_on_the_path(checkout: Checkout, tmp_path: Path) -> None:
    script(tmp_path / "tools" / "uv", f'#!/bin/sh\necho "|uv $*" >> "{checkout.log}"\n')
    assert checkout.run("setup", PATH=f"{tmp_path}/tools:/usr/bin:/bin").returncode == 0
    calls = checkout.calls()
    assert any(call.startswith("uv pip install") and "--require-hashes -r requirements.lock" in call for call in calls)
    assert not any("-m pip install" in call and "-r requirements.lock" in call for call in calls)


def test_pip_takes_over_where_uv_cannot(checkout: Checkout, tmp_path: Path) -> None:
    script(tmp_path / "tools" / "uv", "#!/bin/sh\nexit 2\n")
    assert checkout.run("setup", PATH=f"{tmp_path}/tools:/usr/bin:/bin").returncode == 0
    assert any("-m pip install" in call and "-r requirements.lock" in call for call in checkout.calls())


# --- a Python


def test_a_shim_that_leads_nowhere_and_a_python_that_is_too_old_or_new_are_passed_over(
    run, tmp_path, monkeypatch
) -> None:
    answers = {"shim": "exit 127", "old": "echo 3.10", "new": "echo 3.15", "broken": "exit 1", "good": "echo 3.12"}
    places = [str(script(tmp_path / name, f"#!/bin/sh\n{answer}\n")) for name, answer in answers.items()]
    monkeypatch.setattr(run, "candidates", lambda: ["", str(tmp_path / "nothing"), *places])
    assert run.find_python() == str(tmp_path / "good")


def test_without_any_python_one_sentence_says_what_to_install(run, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(run, "candidates", list)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(run.Trouble, match=r"needs Python 3\.11 to 3\.14"):
        run.make_venv()


def test_a_missing_ensurepip_is_said_with_the_line_that_mends_it(run, tmp_path, monkeypatch) -> None:
    bare = script(tmp_path / "bare", '#!/bin/sh\ncase "$2" in *ensurepip) exit 1 ;; *) echo 3.11 ;; esac\n')
    monkeypatch.setattr(run.libraries, "package_tool", lambda: "apt")
    monkeypatch.setattr(run, "MAY_INSTALL", False)
    with pytest.raises(run.Trouble, match=r"sudo apt install python3\.11-venv"):
        run.need_ensurepip(str(bare))


def test_an_older_python_goes_on_with_a_newer_one(checkout: Checkout) -> None:
    import pwd

    home = Path(pwd.getpwuid(os.getuid()).pw_dir)
    found = [
        *home.glob(".pyenv/versions/3.[89].*/bin/python3"),
        *filter(None, map(shutil.which, ("python3.8", "python3.9"))),
    ]
    if not found:
        pytest.skip("no old Python here")
    shutil.rmtree(checkout.root / ".venv")
    # Without a network and with an empty lock it makes the environment, and stops at linking the checkout.
    (checkout.root / "requirements.lock").write_text("", encoding="utf-8")
    newer = Path(sys.executable).resolve().parent
    done = checkout.run("setup", python=str(found[0]), PATH=f"{newer}:/usr/bin:/bin")
    made = (checkout.root / ".venv" / "pyvenv.cfg").read_text(encoding="utf-8")
    assert "SyntaxError" not in done.stderr
    assert any(f"version = 3.{minor}" in made for minor in (11, 12, 13, 14))


# --- the system's libraries


@pytest.fixture
def lacking(run, tmp_path, monkeypatch):
    """A library that is nowhere, on Debian, and an apt-get that writes down how it is called."""
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.setattr(run.libraries, "package_tool", lambda: "apt")
    script(tmp_path / "bin" / "apt-get", f'#!/bin/sh\necho "$*" >> {tmp_path}/apt.txt\n')
    monkeypatch.setenv("PATH", f"{tmp_path}/bin:/usr/bin:/bin")
    return [run.libraries.Library("libnowhere.so.7", "libnowhere7", "nowhere", "nowhere")]


def test_root_on_debian_installs_what_is_missing_once(run, lacking, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(run.os, "geteuid", lambda: 0)
    with pytest.raises(run.Trouble, match="sudo apt install libnowhere7"):  # for it is still not there
        run.need_libraries(lacking)
    assert (tmp_path / "apt.txt").read_text(encoding="utf-8").splitlines() == [
        "install -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 libnowhere7"
    ]


@pytest.mark.parametrize(("user", "allowed"), [(1000, True), (0, False)])
def test_nobody_else_does_and_nobody_where_it_is_forbidden(run, lacking, tmp_path, monkeypatch, user, allowed) -> None:
    monkeypatch.setattr(run.os, "geteuid", lambda: user)
    monkeypatch.setattr(run, "MAY_INSTALL", allowed)
    with pytest.raises(run.Trouble, match="1 system libraries are missing"):
        run.need_libraries(lacking)
    assert not (tmp_path / "apt.txt").exists()


def test_no_system_forbids_and_the_exit_code_is_3(run, lacking, monkeypatch, capsys, tmp_path) -> None:
    monkeypatch.setattr(run.os, "geteuid", lambda: 0)
    monkeypatch.setattr(run, "set_up", lambda _lock: None)
    monkeypatch.setattr(run.libraries, "needed", lambda _environ: lacking)
    assert run.main(["setup", "--no-system"]) == 3
    assert "    sudo apt install libnowhere7" in capsys.readouterr().err
    assert not (tmp_path / "apt.txt").exists()


# --- starting


def test_the_first_start_shows_the_sample_and_later_ones_what_was_open(ready: Checkout) -> None:
    display = {"DISPLAY": ":0"}
    module = ready.root / "annotator" / "libraries.py"
    module.write_text(
        module.read_text(encoding="utf-8").replace("    return [library", "    return []\n    return [library"),
        encoding="utf-8",
    )
    assert ready.run(**display).stdout == "the program says this\n"
    assert ready.run(**display).returncode == 0
    assert ready.calls() == ["-m annotator demo", "-m annotator"]


def test_words_go_to_the_program_and_its_exit_code_comes_back(ready: Checkout) -> None:
    assert ready.run("info", "my project.annot", "--json").stdout == "the program says this\n"
    assert ready.run("failing").returncode == 4
    assert ready.calls() == ["-m annotator info my project.annot --json", "-m annotator failing"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
@pytest.mark.parametrize("environ", [{}, {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}])
def test_without_a_display_the_main_job_is_done_and_three_lines_say_where(
    ready: Checkout, environ: dict[str, str]
) -> None:
    done = ready.run(**environ)
    out = ready.root / "out"
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        f"project: {out}/sample.annot",
        f"picture: {out}/sample.png",
        f"dataset: {out}/sample.jsonl",
    ]
    assert ready.log.read_text(encoding="utf-8").splitlines() == [
        f"offscreen|-m annotator demo {out}/sample.annot --picture {out}/sample.png",
        f"offscreen|-m annotator export {out}/sample.annot {out}/sample.jsonl --format jsonl",
    ]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
def test_without_a_display_a_failure_is_the_programs_own(ready: Checkout) -> None:
    script(ready.root / ".venv" / "bin" / "python", PYTHON.replace("*failing*", "*export*").format(log=ready.log))
    done = ready.run()
    assert (done.returncode, done.stdout) == (4, "")
    assert "failed" in done.stderr


# --- testing


def test_with_words_it_is_pytest_with_them(ready: Checkout) -> None:
    assert ready.run("test", "tests/core", "-k", "failing").returncode == 4
    assert ready.log.read_text(encoding="utf-8").splitlines()[-1] == "offscreen|-m pytest tests/core -k failing"


def test_without_words_every_check_runs_although_one_fails_and_the_counts_come_last(ready: Checkout, run) -> None:
    done = ready.run("test")
    calls = ready.calls()
    assert [" ".join(words) in calls for _, words in run.CHECKS] == [True] * len(run.CHECKS)
    assert any(call.startswith("-m pytest -n") and "--cov" in call for call in calls)
    assert done.returncode == 1
    assert "mypy                   FAILED" in done.stdout
    assert done.stdout.splitlines()[-1] == "tests: 41 passed, 2 failed, 2 skipped"


def test_interop_installs_its_own_lock_and_runs_only_its_tests(ready: Checkout) -> None:
    done = ready.run("test", "--interop")
    calls = ready.calls()
    assert any("-r requirements-interop.lock" in call for call in calls)
    assert calls[-1] == "-m pytest -m interop"
    assert done.stdout.splitlines()[-1].startswith("interop: 41 passed")


def test_bench_passes_its_words_on(ready: Checkout) -> None:
    ready.run("bench", "--json", "b.json")
    assert ready.calls()[-1] == f"{ready.root}/tests/bench/run.py --json b.json"


# --- the locks


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_pins_with_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    entries = text.replace("\\\n", " ").splitlines()
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries if entry and not entry.startswith("#"))


def test_each_lock_holds_the_one_before_it() -> None:
    pins = [set((ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()) for lock in LOCKS]
    assert pins[0] < pins[1] <= pins[2]


def test_the_locks_meet_what_the_project_asks_for() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {LOCKS[0]: project["dependencies"], LOCKS[1]: project["optional-dependencies"]["dev"]}
    asked[LOCKS[2]] = project["optional-dependencies"]["interop"]
    from packaging.requirements import Requirement

    for lock, requirements in asked.items():
        lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
        pins = {
            line.split("==")[0].split("[")[0]: line.split("==")[1].split()[0]
            for line in lines
            if "==" in line and line[0].isalpha()
        }
        for text in requirements:
            need = Requirement(text)
            assert need.specifier.contains(pins[need.name.lower().replace("_", "-")]), f"{text}: run packaging/lock.py"


# --- the whole of it


@pytest.mark.long
@pytest.mark.timeout(900)
def test_a_fresh_copy_sets_itself_up_and_then_needs_no_network(tmp_path: Path) -> None:
    here = tmp_path / "copy"
    files = (
        subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    )
    for name in filter(None, files):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, here / name)
    env = {**os.environ, "PATH": "/usr/bin:/bin"}
    command = [sys.executable, str(here / "run.py"), "setup"]
    subprocess.run(command, check=True, env=env, cwd=tmp_path)
    stamp = json.loads((here / ".venv" / "annotator-setup.json").read_text(encoding="utf-8"))
    assert stamp["lock"] == "requirements.lock"
    offline = {**env, "PIP_NO_INDEX": "1", "HTTPS_PROXY": "http://127.0.0.1:9"}
    again = subprocess.run(command, check=True, env=offline, cwd=tmp_path, capture_output=True)
    assert again.stderr == b""
    assert stat.S_IMODE((here / ".venv").stat().st_mode) & 0o700 == 0o700
