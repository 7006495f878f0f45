from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path

import pytest

spec = importlib.util.spec_from_file_location("faults_run", Path(__file__).with_name("run.py"))
run = importlib.util.module_from_spec(spec)
sys.modules[spec.name] = run  # where a dataclass looks for its own module
spec.loader.exec_module(run)

TABLE = run.table()


@pytest.mark.parametrize("fault", TABLE, ids=lambda fault: fault.what)
def test_each_fault_can_still_be_put_in(fault) -> None:
    assert (run.ROOT / fault.file).read_text(encoding="utf-8").count(fault.old) == 1
    assert fault.new != fault.old
    assert fault.tests
    assert all((run.ROOT / test).is_file() for test in fault.tests)


def test_no_fault_stands_twice() -> None:
    assert max(Counter(fault.what for fault in TABLE).values()) == 1
    assert max(Counter((fault.file, fault.old, fault.new) for fault in TABLE).values()) == 1
