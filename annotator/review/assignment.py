"""The assignment of rows to columns, each used once, whose weights add up to the most: exact where it is not huge."""

from __future__ import annotations

import heapq
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Edge = tuple[int, int]  # a row and a column
_EXACT = 2_000  # edges of one component; a greater one is assigned by the best edge first


def best(weights: Mapping[Edge, int]) -> list[Edge]:
    """The edges chosen, weights being above 0; of equally good assignments the one that has the earlier edges.

    What hangs together is assigned for itself. Where that is thousands of edges (dozens of spans that all cover one
    another), the best edge is taken first, and then the best of those that are left.
    """
    chosen: list[Edge] = []
    for edges in _components(weights):
        if len(edges) == 1:
            chosen += edges
        elif len(edges) > _EXACT:
            chosen += _one_by_one(edges, weights)
        else:
            chosen += _exact({edge: _told_apart(weights[edge], n, len(edges)) for n, edge in enumerate(edges)})
    return chosen


def _told_apart(weight: int, place: int, edges: int) -> int:
    """A weight that no sum of others equals: below it stands a bit for each edge, the first edge's the highest."""
    return weight << edges | 1 << (edges - 1 - place)


def _components(edges: Iterable[Edge]) -> Iterator[list[Edge]]:
    """Edges that hang together by rows or columns, in their order."""
    of: dict[int, int] = {}  # rows as they are, columns as the negative numbers

    def root(node: int) -> int:
        while (above := of.setdefault(node, node)) != node:
            of[node] = of[above]
            node = of[node]
        return node

    edges = list(edges)
    for row, column in edges:
        of[root(row)] = root(~column)
    found: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        found[root(edge[0])].append(edge)
    yield from found.values()


def _one_by_one(edges: Sequence[Edge], weights: Mapping[Edge, int]) -> Iterator[Edge]:
    rows: set[int] = set()
    columns: set[int] = set()
    for row, column in sorted(edges, key=lambda edge: -weights[edge]):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            yield row, column


def _exact(weights: Mapping[Edge, int]) -> list[Edge]:
    """By shortest augmenting paths, row by row; every row has a column of its own, without weight, to stay alone."""
    ways: dict[int, list[Edge]] = defaultdict(list)  # row to columns with their weights
    for (row, column), weight in weights.items():
        ways[row].append((column, weight))
    search = _Search({row: [*there, (~row, 0)] for row, there in ways.items()})
    for row in ways:
        search.place(row)
    return [(row, column) for column, row in search.owner.items() if column >= 0]


class _Search:
    """Rows placed so far, and prices by which no row would be better off elsewhere."""

    def __init__(self, ways: Mapping[int, Sequence[Edge]]) -> None:
        self._ways = ways
        self._gain: dict[int, int] = {}  # of a row that is placed
        self._price: dict[int, int] = defaultdict(int)  # of a column
        self.owner: dict[int, int] = {}

    def place(self, start: int) -> None:
        """Give one more row a column, others moving on where that is better for all."""
        self._gain[start] = 0
        cost: dict[int, int] = {}
        came: dict[int, int] = {}
        done: dict[int, int] = {}
        heap: list[Edge] = []
        row, so_far = start, 0
        while True:
            for column, weight in self._ways[row]:
                reached = so_far - weight - self._gain[row] + self._price[column]
                if column not in done and (column not in cost or reached < cost[column]):
                    cost[column], came[column] = reached, row
                    heapq.heappush(heap, (reached, column))
            so_far, last = heapq.heappop(heap)
            if last in done:
                continue
            if last not in self.owner:
                break
            done[last] = so_far
            row = self.owner[last]
        self._settle_prices(start, done, so_far)
        self._move_on(start, last, came)

    def _settle_prices(self, start: int, done: Mapping[int, int], total: int) -> None:
        self._gain[start] += total
        for column, cost in done.items():
            self._gain[self.owner[column]] += total - cost
            self._price[column] += total - cost

    def _move_on(self, start: int, column: int, came: Mapping[int, int]) -> None:
        held = {row: at for at, row in self.owner.items()}
        while True:
            row = came[column]
            self.owner[column] = row
            if row == start:
                return
            column = held[row]
