"""What could not be joined: each clash with what it is held with, and one action that settles it, or all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.rows import altered
from annotator.operations.kept import kept
from annotator.operations.prevailing import Prevailing
from annotator.store import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.core.changes import Change, Edit, Row
    from annotator.core.travel import Clash
    from annotator.store.project import Project

Side = Literal["ours", "theirs"]
STUCK = frozenset({"lost", "unsealed"})  # what never fits as it came: ours stands, or it is done anew by hand


@dataclass(frozen=True, slots=True)
class Open:
    """A clash that waits, the row as it is here (None: it is not), and what else waits for it alone.

    `kept` is one about work that who acts may not see yet.
    """

    clash: Clash
    here: Row | None
    within: tuple[Clash, ...]
    kept: bool = False


def waiting(project: Project) -> list[Open]:
    """The clashes that wait for a person, in the order in which they came; those held with another stand below it."""
    found = joined.clashes(project.db, state="open")
    below = _below(found)
    ids = {clash.id for clash in found}
    rows = _rows(project, found)
    hidden = kept(project, found, rows)
    return [
        Open(clash, rows.get((clash.tbl, clash.row)), tuple(_all_below(clash, below)), kept=clash.id in hidden)
        for clash in found
        if clash.within not in ids
    ]


def beside(project: Project, clashes: Iterable[Clash]) -> list[Open]:
    """Clashes one by one, those of a plan too, each beside the row as it is here."""
    found = list(clashes)
    rows = _rows(project, found)
    hidden = kept(project, found, rows)
    return [Open(clash, rows.get((clash.tbl, clash.row)), (), kept=clash.id in hidden) for clash in found]


def count(project: Project) -> int:
    """How many clashes wait, without those that are held with another."""
    found = joined.clashes(project.db, state="open")
    ids = {clash.id for clash in found}
    return sum(clash.within not in ids for clash in found)


def settle(project: Project, clash: str, take: Side) -> Change:
    """Let ours stand, or do what they did, with all that is held with it; one action.

    Raises `no_such_clash`, `clash_settled`; of theirs `clash_stuck` where it has no place here (`lost`, `unsealed`),
    `clash_needs` where what it depends on is not here, `clash_used` where others need what it removes, or what the
    codebook's rules have against it.
    """
    found = _open(project, clash)
    steps = [*_marked([found.clash, *found.within], take)]
    if take == "theirs":
        steps = [*Prevailing(project, [found.clash, *found.within]).edits(), *steps]
    return change("settle_clash", steps, id=found.clash.id, take=take, table=found.clash.tbl, count=1)


def settle_all(project: Project, take: Side, *, why: str = "") -> Change:
    """The same for all that wait, or all of one kind; of theirs only what fits is done, the rest waits on.

    Raises `no_clashes`, or `no_clash_fits` if nothing of theirs could be done.
    """
    chosen = [one for one in waiting(project) if why in ("", one.clash.why)]
    if not chosen:
        raise AnnotatorError("no_clashes")
    if take == "ours":
        steps = [step for one in chosen for step in _marked([one.clash, *one.within], take)]
        return change("settle_clashes", steps, take=take, count=len(chosen))
    done, edits = _fitting(project, chosen)
    if not done:
        raise AnnotatorError("no_clash_fits", count=len(chosen))
    marks = [step for one in done for step in _marked([one.clash, *one.within], take)]
    return change("settle_clashes", [*edits, *marks], take=take, count=len(done))


def _fitting(project: Project, chosen: Sequence[Open]) -> tuple[list[Open], list[Edit]]:
    """As many as can prevail together: all, else one after the other upon those before it."""
    try:
        return list(chosen), Prevailing(project, [c for one in chosen for c in (one.clash, *one.within)]).edits()
    except AnnotatorError:
        pass
    done: list[Open] = []
    edits: list[Edit] = []
    for one in chosen:
        together = [clash for each in (*done, one) for clash in (each.clash, *each.within)]
        try:
            edits = Prevailing(project, together).edits()
        except AnnotatorError:
            continue
        done.append(one)
    return done, edits


def _open(project: Project, clash: str) -> Open:
    known = joined.clashes_among(project.db, [clash])
    if clash not in known:
        raise AnnotatorError("no_such_clash", id=clash)
    if known[clash].state != "open":
        raise AnnotatorError("clash_settled", id=clash)
    found = {one.id: one for one in joined.clashes(project.db, state="open")}
    at = found[clash]
    below = tuple(_all_below(at, _below(found.values())))
    return Open(at, _rows(project, [at]).get((at.tbl, at.row)), below)


def _marked(clashes: Iterable[Clash], take: Side) -> Iterator[Edit]:
    return (altered(clash, state=take) for clash in clashes)


def _below(clashes: Iterable[Clash]) -> dict[str, list[Clash]]:
    below: dict[str, list[Clash]] = {}
    for clash in clashes:
        below.setdefault(clash.within, []).append(clash)
    return below


def _all_below(clash: Clash, below: dict[str, list[Clash]]) -> Iterator[Clash]:
    for one in below.get(clash.id, ()):
        yield one
        yield from _all_below(one, below)


def _rows(project: Project, clashes: Iterable[Clash]) -> dict[tuple[str, str], Row]:
    by_table: dict[str, list[str]] = {}
    for clash in clashes:
        by_table.setdefault(clash.tbl, []).append(clash.row)
    return {
        (table, row): said
        for table, ids in by_table.items()
        for row, said in joined.rows(project.db, table, ids).items()
    }
