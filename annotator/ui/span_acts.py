"""What keys do to spans beside labelling: pieces, cuts and joins, the parts of a word, links."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.operations import annotations as spans
from annotator.store import codings
from annotator.ui.language import marked

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.bridge import Bridge
    from annotator.ui.coding import Coding
    from annotator.ui.text.marks import Mark
    from annotator.ui.text.surface import Surface
    from annotator.ui.window import Window

_FAR = 200  # spans that are looked through for one to join with
_WAITS = marked("SpanActs", "Select what belongs to this span too, then press Ctrl+D again.")
_KEPT = marked("SpanActs", "Piece kept. Select the next one (with the mouse: hold Ctrl), then press a label’s key.")
_ONE_PIECE = marked("SpanActs", "This span is one piece.")
_NO_CUT = marked("SpanActs", "Put the caret inside a span, or select words in it, and split it there.")
_LAST = marked("SpanActs", "No span of this label follows.")


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """By the ids of `annotator.ui.actions`."""

    def here(do: Callable[[Bridge, Coding], object]) -> Callable[[], object]:
        def act() -> None:
            if window.desk is not None and window.code is not None:
                do(window.desk.bridge, window.code.coding)

        return act

    return {
        "keep_piece": here(keep_piece),
        "drop_piece": here(drop_piece),
        "split": here(split),
        "join": here(join),
        "word_parts": here(lambda _bridge, coding: coding.taking_apart.begin()),
        "link": here(lambda _bridge, coding: coding.linking.begin()),
    }


def _tell(coding: Coding, words: str) -> None:
    coding.tell(QCoreApplication.translate("SpanActs", words))


def keep_piece(_bridge: Bridge, coding: Coding) -> None:
    """Keep what is selected as a piece of the span to come, or give it to the span that waits for it."""
    surface = coding.surface
    waited = bool(surface.state.onto)
    surface.keep_piece()
    if surface.state.onto and not waited:
        _tell(coding, _WAITS)
    elif surface.fragments() and not waited:
        _tell(coding, _KEPT)


def drop_piece(_bridge: Bridge, coding: Coding) -> None:
    """Let go of the piece chosen last, or take from the span in focus its piece at the caret, else its last one."""
    surface = coding.surface
    mark = surface.view.marks.by_id.get(surface.focused_mark())
    if chosen := surface.selection():
        if surface.state.selection:
            surface.choose(chosen[1], chosen[1], keep=True)
        else:
            surface.drop_piece(chosen[0])
    elif mark is None or len(mark.fragments) == 1:
        _tell(coding, _ONE_PIECE)
    else:
        inside = [start for start, end in mark.fragments if start < surface.caret() < end]
        surface.take_piece(inside[0] if inside else mark.fragments[-1][0])


def split(bridge: Bridge, coding: Coding) -> None:
    """Cut the span in focus at the caret, or the span round the selected words at both their edges."""
    surface = coding.surface
    mark, places = _cut(surface)
    if mark is None or not places:
        _tell(coding, _NO_CUT)
        return
    done = bridge.do(spans.split, mark.id, places)
    coding.made(done)
    if done is not None and (piece := _piece_from(surface, places[0], mark)):
        surface.focus_mark(piece.id)


def join(bridge: Bridge, coding: Coding) -> None:
    """Make one span of the one in focus and the next of its label."""
    span = codings.annotation(bridge.project.db, coding.surface.focused_mark())
    if span is None:
        return
    marks = coding.surface.view.marks
    later = (name for _, _, name in marks.order_after((span.start, -span.end, span.id)))
    found = (codings.annotation(bridge.project.db, name) for name in islice(later, _FAR))
    other = next((one for one in found if one and one.label == span.label), None)
    if other is None:
        _tell(coding, _LAST)
    else:
        coding.made(bridge.do(spans.join, [span.id, other.id]))


def _cut(surface: Surface) -> tuple[Mark | None, list[int]]:
    """The span to be cut, and where."""
    if chosen := surface.fragments():
        start, end = chosen[0][0], chosen[-1][1]
        around = surface.view.marks.around(start, end)
        return next(((mark, places) for mark in around if (places := _inside(mark, start, end))), (None, []))
    mark = surface.view.marks.by_id.get(surface.focused_mark())
    return mark, _inside(mark, surface.caret()) if mark else []


def _inside(mark: Mark, *places: int) -> list[int]:
    return [place for place in places if mark.start < place < mark.end]


def _piece_from(surface: Surface, place: int, mark: Mark) -> Mark | None:
    """The piece of a cut span that begins where it was cut, for that is the one to go on with."""
    beyond = [one for one in surface.view.marks.by_id.values() if one.name == mark.name and one.start >= place]
    return min(beyond, key=lambda one: (one.start, -one.end), default=None)
