"""One frame of the surface: the page's lines, then what is chosen, in the order in which they lie over one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from annotator.ui.text import arcs
from annotator.ui.text.names import isolated
from annotator.ui.text.tags import tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.ui.text.layers import Layer
    from annotator.ui.text.marks import Mark
    from annotator.ui.text.painter import Shown
    from annotator.ui.text.state import State
    from annotator.ui.text.style import PageStyle
    from annotator.ui.text.view import View

_KNOB = 3.5


class Canvas:
    """Paints a view and a state of choice in a style."""

    def __init__(self, view: View, state: State, style: PageStyle, layers: Mapping[str, Layer]) -> None:
        self.view, self.state, self.style, self.layers = view, state, style, layers

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Paint what lies in `rect` of the opening."""
        view, state = self.view, self.state
        near = view.measures.pitch
        painter.fillRect(rect, self.style.paper)
        if rect.top() < view.head.height - view.scroll:
            view.head.paint(painter, -view.scroll, self.style)
        around = view.shown(rect.top() - near, rect.bottom() + 1 + near)
        lines = [
            shown
            for shown in around
            if shown.y <= rect.bottom() and shown.y + view.measures.height(last=shown.line.is_last) > rect.top()
        ]
        chosen = self._chosen()
        view.painter.tints(painter, lines, frozenset(mark.id for mark in chosen) | state.together)
        if chosen_words := state.moved.fragments if state.moved else state.fragments:
            view.painter.selection(painter, lines, chosen_words)
            view.painter.chosen_head(painter, lines, state.head)
        view.painter.lanes(painter, lines)
        for layer in self.layers.values():
            layer.paint(painter, around, view)
        self._under(painter, around, chosen)
        view.painter.ink(painter, around)  # ink may reach over its line's edge
        view.painter.margins(painter, lines)
        self._over(painter, around, chosen)

    def _chosen(self) -> list[Mark]:
        """The focused mark and those linked to it, else the one under the pointer."""
        marks, state = self.view.marks, self.state
        focus = state.moved or marks.by_id.get(state.focus)
        if focus is None:
            return []
        linked = {end for link in marks.together(focus.id) for end in (link.source, link.target)} - {focus.id}
        return [focus, *(marks.by_id[mark_id] for mark_id in sorted(linked))]

    def _under(self, painter: QPainter, lines: Sequence[Shown], chosen: Sequence[Mark]) -> None:
        """Under the letters: what binds the chosen marks and their pieces."""
        if chosen:
            view, focus = self.view, chosen[0]
            colour = view.painter.colours(focus.hue).edge
            arcs.paint(painter, view, view.marks.together(focus.id), colour)
            if len(focus.fragments) > 1:
                arcs.connect(painter, view, [shown.line for shown in lines], focus, colour)

    def _over(self, painter: QPainter, lines: Sequence[Shown], chosen: Sequence[Mark]) -> None:
        view, state = self.view, self.state
        with_it = (*sorted(state.together), *state.choices)
        together = [view.marks.by_id[one] for one in with_it if one in view.marks.by_id]
        for other in dict.fromkeys((*chosen[1:], *together)):
            view.painter.outline(painter, lines, other, faint=True)
        taken: tuple[QRectF, ...] = ()
        if chosen:
            view.painter.outline(painter, lines, chosen[0])
            self._handles(painter, lines, chosen[0])
            for words, mark in self._named(chosen):
                if mark.id in state.choices:
                    continue  # its place is the key's
                taken = self._tag(painter, lines, (mark, words), taken, filled=mark is chosen[0])
        under = view.marks.by_id.get(state.hover)
        if under and all(under.id != mark.id for mark in chosen):
            view.painter.outline(painter, lines, under, faint=True)
            taken = self._tag(painter, lines, (under, under.name), taken)
        if state.choices:
            self._choices(painter, lines, taken)
        self._caret(painter, lines)

    def _choices(self, painter: QPainter, lines: Sequence[Shown], taken: Sequence[QRectF]) -> None:
        from annotator.ui.text import choices  # noqa: PLC0415  (nobody chooses before the first paint)

        painter.setFont(self.view.small)
        choices.paint(painter, choices.caps(lines, self.state.choices, self.view, taken), self.style)

    def _named(self, chosen: Sequence[Mark]) -> Iterator[tuple[str, Mark]]:
        """What the tags of the chosen marks say: their names; at the end of a link how it is called."""
        focus, *others = chosen
        named: dict[str, list[str]] = {}
        for link in self.view.marks.together(focus.id):
            named.setdefault(link.target, []).append(link.name)
        yield " · ".join(dict.fromkeys(filter(None, (focus.name, *named.get(focus.id, ()))))), focus
        for mark in others:
            yield " · ".join(dict.fromkeys(filter(None, named.get(mark.id, ())))) or mark.name, mark

    def _tag(
        self,
        painter: QPainter,
        lines: Sequence[Shown],
        named: tuple[Mark, str],
        taken: tuple[QRectF, ...],
        *,
        filled: bool = True,
    ) -> tuple[QRectF, ...]:
        """Paint a tag with a mark's words, clear of those already there; returns them all."""
        mark, words = named
        found = tag(lines, mark, isolated(words), self.view, taken)
        if found is None:
            return taken
        colours = self.view.painter.colours(mark.hue)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.text, 1))
        painter.setBrush(colours.text if filled else self.style.paper)
        painter.drawRoundedRect(found.box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setFont(self.view.small)
        painter.setPen(self.style.paper if filled else colours.text)
        painter.drawText(found.box, int(Qt.AlignmentFlag.AlignCenter), found.words)
        return *taken, found.box

    def handles(self, lines: Sequence[Shown], mark: Mark) -> dict[str, QLineF]:
        """The edges of a mark that can be dragged, as upright lines of the opening.

        They are "start" and "end"; those between its pieces are "end 0", "start 1" and so on.
        """
        measures, found = self.view.measures, {}
        for line, y, _ in () if self.state.fixed else lines:
            for edge, position in _edges(mark):
                starts = edge.startswith("start")
                if line.start <= position < line.end if starts else line.start < position <= line.end:
                    unit = line.block.to_units(position)
                    x = measures.column_x + (line.shape.lead_x(unit) if starts else line.shape.trail_x(unit))
                    found[edge] = QLineF(x, y + measures.tint_top, x, y + measures.tint_bottom)
        return found

    def _handles(self, painter: QPainter, lines: Sequence[Shown], mark: Mark) -> None:
        colours = self.view.painter.colours(mark.hue)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self.handles(lines, mark).values():
            painter.setPen(QPen(colours.edge, 2))
            painter.drawLine(line)
            painter.setBrush(self.style.paper)
            painter.drawEllipse(line.p2(), _KNOB, _KNOB)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def caret_line(self, lines: Sequence[Shown]) -> QLineF | None:
        """The caret as an upright line of the opening, if it is among these lines."""
        position = self.state.caret
        for line, y, _ in lines:
            last = line is line.block.lines[-1]
            if line.start <= position < line.end or (last and position == line.end):
                x = self.view.measures.column_x + line.caret_x(position)
                return QLineF(x, y + self.view.measures.tint_top, x, y + self.view.measures.lanes[0])
        return None

    def _caret(self, painter: QPainter, lines: Sequence[Shown]) -> None:
        state = self.state
        focus = self.view.marks.by_id.get(state.focus)
        inside = focus is not None and (state.onto != "" or focus.start < state.caret < focus.end)
        if not state.has_keys or (focus and not inside) or not self.view.page.text.body:
            return
        if line := self.caret_line(lines):
            half = 0.5 if inside else 0.75
            painter.fillRect(
                QRectF(QPointF(line.x1() - half, line.y1()), QPointF(line.x1() + half, line.y2())), self.style.caret
            )


def _edges(mark: Mark) -> Iterator[tuple[str, int]]:
    last = len(mark.fragments) - 1
    for at, (start, end) in enumerate(mark.fragments):
        yield f"start {at}" if at else "start", start
        yield f"end {at}" if at < last else "end", end
