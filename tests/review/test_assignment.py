from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from annotator.review.assignment import _EXACT, best

Weights = dict[tuple[int, int], int]

graphs = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 5), max_size=9
)  # few weights, so that many assignments are equally good


def tried(weights: Weights) -> set[tuple[int, int]]:
    """Every assignment tried: of those that weigh most, the one that has the earlier edges."""
    edges = list(weights)
    found: list[frozenset[tuple[int, int]]] = [frozenset()]
    for edge in edges:
        found += [one | {edge} for one in found if all(edge[0] != row and edge[1] != column for row, column in one)]
    return set(max(found, key=lambda one: (sum(weights[e] for e in one), [edge in one for edge in edges])))


@given(graphs)
def test_it_is_the_best_of_all_and_of_equals_the_one_with_the_earlier_edges(weights: Weights) -> None:
    chosen = best(weights)
    assert len(chosen) == len(set(chosen))
    assert set(chosen) == tried(weights)


@given(graphs)
def test_rows_and_columns_can_change_places(weights: Weights) -> None:
    turned = {(column, row): weight for (row, column), weight in weights.items()}
    assert {(row, column) for column, row in best(turned)} == set(best(weights))


def test_the_best_edge_is_no_part_of_the_best_assignment() -> None:
    weights = {(0, 0): 10, (0, 1): 9, (1, 0): 9}
    assert set(best(weights)) == {(0, 1), (1, 0)}


def test_nothing_is_assigned_to_nothing() -> None:
    assert best({}) == []


def test_a_long_chain_is_assigned_exactly() -> None:
    chain = {(row, column): 1 + (row * 7 + column * 3) % 5 for row in range(600) for column in (row, row + 1)}
    kept = [0, 0]  # the best up to a row whose second edge was not, and was, chosen
    for row in range(600):
        first, second = chain[row, row], chain[row, row + 1]
        kept = [max(kept[0] + first, *kept), max(kept) + second]
    assert sum(chain[edge] for edge in best(chain)) == max(kept)


def test_what_is_too_much_is_assigned_by_the_best_edge_first() -> None:
    chosen = random.Random(1)
    weights = {(row, column): chosen.randrange(1, 10**9) for row in range(60) for column in range(60)}
    assert len(weights) > _EXACT
    found = best(weights)
    assert sorted(row for row, _ in found) == sorted(column for _, column in found) == list(range(60))
    assert max(weights, key=weights.__getitem__) in found
