"""Which marks stand where: found by id and by the block they touch, so that one mark costs one block's work."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.ui.text.marks import Link, Mark
    from annotator.ui.text.page import Page


class MarkIndex:
    """The marks shown on one page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.by_id: dict[str, Mark] = {}
        self._blocks: dict[int, dict[str, Mark]] = {}
        self._order: list[tuple[int, int, str]] | None = []
        self._links: dict[str, list[Link]] = {}

    def blocks_of(self, mark: Mark) -> Iterator[int]:
        """The blocks that a mark's words touch."""
        last = -1
        for start, end in mark.fragments:
            first = max(self._page.index_of(start), last + 1)
            last = max(last, self._page.index_of(max(end - 1, start)))
            yield from range(first, last + 1)

    def put(self, mark: Mark) -> set[int]:
        """Take a mark in, or its new form; returns the blocks that look different now."""
        touched = self.drop(mark.id)
        self.by_id[mark.id] = mark
        for block in self.blocks_of(mark):
            self._blocks.setdefault(block, {})[mark.id] = mark
            touched.add(block)
        if self._order is not None:
            insort(self._order, (mark.start, -mark.end, mark.id))
        return touched

    def drop(self, mark_id: str) -> set[int]:
        """Forget a mark; returns the blocks that look different now, none if there was no such mark."""
        mark = self.by_id.pop(mark_id, None)
        if mark is None:
            return set()
        touched = set(self.blocks_of(mark))
        for block in touched:
            del self._blocks[block][mark_id]
        if self._order is not None:
            del self._order[bisect_left(self._order, (mark.start, -mark.end, mark_id))]
        return touched

    def replace(self, marks: Iterable[Mark]) -> set[int]:
        """Show exactly these marks; returns the blocks that look different now."""
        wanted = {mark.id: mark for mark in marks}
        gone = [mark_id for mark_id in self.by_id if mark_id not in wanted]
        new = [mark for mark_id, mark in wanted.items() if self.by_id.get(mark_id) != mark]
        if len(gone) + len(new) > 100:  # noqa: PLR2004 - then sorting once is cheaper than keeping the order
            self._order = None
        touched: set[int] = set()
        for mark_id in gone:
            touched |= self.drop(mark_id)
        for mark in new:
            touched |= self.put(mark)
        return touched

    def set_links(self, links: Iterable[Link]) -> None:
        """The links between marks, all of them."""
        self._links = {}
        for link in links:
            self._links.setdefault(link.source, []).append(link)
            if link.target != link.source:
                self._links.setdefault(link.target, []).append(link)

    def links(self, mark_id: str) -> list[Link]:
        """The links of a mark whose both ends are shown."""
        return [link for link in self._links.get(mark_id, ()) if {link.source, link.target} <= self.by_id.keys()]

    def together(self, mark_id: str) -> list[Link]:
        """Its links, and those of the marks that point to it: of a source also the quotations, and their cues."""
        own = self.links(mark_id)
        beyond = [
            other
            for link in own
            if link.target == mark_id
            for other in self.links(link.source)
            if other.source == link.source
        ]
        return list(dict.fromkeys([*own, *beyond]))

    def in_block(self, block: int) -> Iterable[Mark]:
        """The marks that touch a block."""
        return self._blocks.get(block, {}).values()

    def around(self, start: int, end: int) -> list[Mark]:
        """The marks that hold `[start, end)` between their first and last place, the shortest first."""
        held = [mark for mark in self.in_block(self._page.index_of(start)) if mark.start <= start and end <= mark.end]
        return sorted(held, key=lambda mark: (mark.end - mark.start, mark.id))

    def order_after(self, position: tuple[int, int, str]) -> Iterator[tuple[int, int, str]]:
        """What comes after a place in the reading order."""
        order = self.order()
        return islice(order, bisect_right(order, position), None)

    def order(self) -> list[tuple[int, int, str]]:
        """All marks as (start, -end, id) in reading order, the outer before the inner."""
        if self._order is None:
            self._order = sorted((mark.start, -mark.end, mark.id) for mark in self.by_id.values())
        return self._order

    def beside(self, position: tuple[int, int, str], step: int) -> str:
        """The id of the mark `step` places after (or, negative, before) a place in the reading order; "" if none."""
        order = self.order()
        at = bisect_left(order, position)
        here = at < len(order) and order[at] == position
        at += step if here or step < 0 else step - 1
        return order[at][2] if 0 <= at < len(order) else ""
