from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE, TESTS = ROOT / "annotator", ROOT / "tests"
MODULES = sorted(PACKAGE.rglob("*.py"))
TEST_FILES = sorted(TESTS.rglob("test_*.py"))
# Folders whose tests look at the program as a whole, or at what is not a module.
WHOLE = {"journeys", "golden", "packaging", "resources", "bench", "interop", "faults"}
ALONE = {"test_run.py", "test_shape.py", "operations/test_every_action.py"}
LONGEST_FILE, LONGEST_FUNCTION = 400, 50


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=relative)
def test_a_module_says_in_one_line_what_it_promises(module: Path) -> None:
    said = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert said, "a module begins with a docstring"
    first = said.split("\n\n")[0]
    assert "\n" not in first
    assert first.endswith(".")


@pytest.mark.parametrize("module", MODULES, ids=relative)
def test_a_module_and_its_functions_are_short_enough_to_read(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_FILE
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    long = {node.name: node.end_lineno - node.lineno + 1 for node in functions}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("file", TEST_FILES, ids=relative)
def test_a_test_file_mirrors_a_module(file: Path) -> None:
    """`tests/core/test_text.py`, or `test_text_more.py`, stands for `annotator/core/text.py`."""
    inside = file.relative_to(TESTS)
    if inside.parts[0] in WHOLE or inside.as_posix() in ALONE:
        return
    words = file.stem.removeprefix("test_").split("_")
    names = ["_".join(words[:count]) for count in range(1, len(words) + 1)]
    folder = PACKAGE / inside.parent
    assert any((folder / f"{name}.py").is_file() or (folder / name).is_dir() for name in names)
