"""Whole or not at all: the old file survives every fault, and nothing is left beside it."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from annotator.core.errors import AnnotatorError, MachineError
from annotator.formats import atomic
from annotator.formats.atomic import whole

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX permissions and limits")


def test_a_new_file_and_a_replaced_one(tmp_path: Path) -> None:
    target = tmp_path / "بيانات.jsonl"
    for content in (b"old", b"new and longer"):
        with whole(target) as sink:
            sink.write(content)
        assert target.read_bytes() == content
    assert list(tmp_path.iterdir()) == [target]


def test_a_project_is_never_replaced(tmp_path: Path) -> None:
    for name, content in (("study.annot", b"old"), ("study.csv", b"SQLite format 3\0 and more")):
        target = tmp_path / name
        target.write_bytes(content)
        with pytest.raises(AnnotatorError, match="would_replace_project"), whole(target) as sink:
            sink.write(b"new")
        assert target.read_bytes() == content
    assert len(list(tmp_path.iterdir())) == 2


@pytest.fixture(params=["nameless", "named"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to make the file: without a name where the system can, beside the target where it cannot."""
    if request.param == "named":
        monkeypatch.setattr(atomic, "_FD", Path("/nowhere"))
    elif not hasattr(os, "O_TMPFILE"):
        pytest.skip("no nameless files here")
    return str(request.param)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("call", ["open", "fsync", "chmod", "replace", "write", "flush"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("before", [b"the old file", None])
def test_a_fault_at_each_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, before: bytes | None
) -> None:
    target = tmp_path / "out.csv"
    if before is not None:
        target.write_bytes(before)

    def fails(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    if call in {"open", "fsync"}:
        monkeypatch.setattr(os, call, fails)
    elif call in {"chmod", "replace"}:
        monkeypatch.setattr(Path, call, fails)

    def writing() -> None:
        with whole(target) as sink:
            sink.write(b"half")
            if call == "write":
                fails()
            if call == "flush":
                os.close(sink.fileno())

    with pytest.raises(MachineError) as error:
        writing()
    monkeypatch.undo()
    if call != "flush":
        assert error.value.key == ("disk_full" if number == errno.ENOSPC else "cannot_write")
    assert error.value.facts["path"] == str(target)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == (
        [("out.csv", before)] if before is not None else []
    )


def test_a_fault_after_the_rename_is_said_and_the_new_file_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.csv"
    target.write_bytes(b"old")
    real, calls = os.fsync, []

    def second_fails(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(errno.EIO, "I/O error")
        real(handle)

    monkeypatch.setattr(os, "fsync", second_fails)
    with pytest.raises(MachineError), whole(target) as sink:
        sink.write(b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("out.csv", b"new")]


@pytest.mark.parametrize("fault", [ValueError("a bug"), KeyboardInterrupt(), AnnotatorError("quote_mismatch")])
def test_what_the_writer_raises_passes_and_leaves_the_old_file(tmp_path: Path, fault: BaseException) -> None:
    target = tmp_path / "out.csv"
    target.write_bytes(b"old")

    def writing() -> None:
        with whole(target) as sink:
            sink.write(b"half")
            raise fault

    with pytest.raises(type(fault)):
        writing()
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("out.csv", b"old")]


def test_no_place_to_write(tmp_path: Path) -> None:
    with pytest.raises(MachineError) as error, whole(tmp_path / "nowhere" / "out.csv"):
        pass
    assert error.value.key == "cannot_write"
    for target in (tmp_path, Path(os.devnull)):
        with pytest.raises(AnnotatorError) as odd, whole(target):
            pass
        assert odd.value.key == "not_a_file"


@posix
def test_permissions_and_links_are_kept(tmp_path: Path, way: str) -> None:
    target, link = tmp_path / "out.csv", tmp_path / "link.csv"
    link.symlink_to(target)
    mask = os.umask(0o027)
    try:
        with whole(link) as sink:
            parts = [p for p in tmp_path.iterdir() if p.suffix == ".part"]
            assert len(parts) == (way == "named")
            assert stat.S_IMODE(os.fstat(sink.fileno()).st_mode) == 0o600
            sink.write(b"1")
    finally:
        os.umask(mask)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert link.is_symlink()
    target.chmod(0o604)
    with whole(target) as sink:
        sink.write(b"2")
    assert (stat.S_IMODE(target.stat().st_mode), link.read_bytes()) == (0o604, b"2")


@posix
def test_a_real_limit_on_file_size(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_bytes(b"old")
    child = textwrap.dedent(
        """
        import resource, sys
        from pathlib import Path
        from annotator.core.errors import MachineError
        from annotator.formats.atomic import whole
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        try:
            with whole(Path(sys.argv[1])) as sink:
                for _ in range(1000):
                    sink.write(b"x" * 1000)
        except MachineError as error:
            print(error.key)
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", child, str(target)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.strip() == "disk_full"
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("out.csv", b"old")]


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="no nameless files here")
def test_a_killed_program_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_bytes(b"old")
    child = (
        "import os, signal, sys; from pathlib import Path; from annotator.formats.atomic import whole\n"
        "with whole(Path(sys.argv[1])) as sink:\n"
        "    sink.write(b'secret' * 100_000); sink.flush(); os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", child, str(target)], check=False, cwd=Path(__file__).parents[2])
    assert done.returncode == -9
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("out.csv", b"old")]
