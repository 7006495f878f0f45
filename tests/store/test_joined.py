from __future__ import annotations

import pytest

from annotator.store import joined


@pytest.mark.parametrize("many", [0, 1, 4_999, 5_000, 5_001, 12_000])
def test_batches_hold_all_things_in_their_order_and_no_more_than_a_statement_takes(many: int) -> None:
    found = list(joined.batches(range(many)))
    assert [one for batch in found for one in batch] == list(range(many))
    assert all(0 < len(batch) <= 5_000 for batch in found)
