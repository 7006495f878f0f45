"""What another copy did, brought into this one: planned first, with what clashes, then joined as one action."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from annotator.core.changes import Change, Edit, Entry
from annotator.core.ids import keyed_id, new_id
from annotator.core.rows import added, altered
from annotator.core.travel import Clash
from annotator.operations import coming, legality
from annotator.operations.deciding import Piece, decide
from annotator.operations.dependants import Dependants
from annotator.operations.following import followed
from annotator.operations.landing import Landing, Texts
from annotator.operations.squashing import Key, Net, squash, unknown
from annotator.store import articles, joined, seals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from annotator.core.changes import Row, Step, Value
    from annotator.core.text import Text
    from annotator.operations.squashing import Squashed
    from annotator.store.project import Project

_ON_TEXT = ("annotation", "part")
_EVERY = 2_000  # rows between two words of progress


@dataclass(frozen=True, slots=True)
class Plan:
    """What a join would do; nothing is written yet. `id` is that of the change that will do it.

    `counts` says by "table.added", "table.removed", "table.changed" how many rows come, `people` by coder how many
    actions and how many new spans; `moved` how many spans came to another version of their text, `doubt` of how many
    the words are others there; `names` are pairs of labels, ours and theirs, of one name.
    """

    id: str = field(default_factory=new_id)
    known: int = 0  # actions given that are here already
    actions: tuple[Entry, ...] = ()  # the unknown ones, oldest first
    edits: tuple[Edit, ...] = ()
    clashes: tuple[Clash, ...] = ()
    texts: tuple[Text, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    people: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    moved: int = 0
    doubt: int = 0
    names: tuple[tuple[str, str], ...] = ()

    @property
    def taken(self) -> int:
        """How many actions come: undo and redo are no actions of their own."""
        return sum(entry.change.of is None for entry in self.actions)


def plan(
    project: Project,
    entries: Iterable[Entry],
    text: Callable[[str], str | None],
    *,
    tell: Callable[[int], None] = lambda _: None,
) -> Plan:
    """What bringing these entries of another copy's log in would do.

    `text` gives a text by its hash. `tell` hears of the rows looked at; what it raises ends the planning.
    """
    with _undisturbed():
        new, known = unknown(entries, project.journal.known())
        if not new:
            return Plan(known=known)
        return _Planning(project, new, text, tell).plan(known)


def join(project: Project, planned: Plan, name: str = "merge", /, **facts: Value) -> Change:
    """The action that does it: what fits is written, what clashes kept for a person, each foreign action logged.

    Nothing to bring makes an action without steps, which the journal leaves out.
    """
    told: dict[str, Value] = {"count": planned.taken, "held": len(planned.clashes), **facts}
    return Change(name, _steps(project, planned), told, id=planned.id)


def _steps(project: Project, planned: Plan) -> Iterator[Step]:
    with _undisturbed():
        yield from _in_order(project, planned)


def _in_order(project: Project, planned: Plan) -> Iterator[Step]:
    yield from planned.actions
    yield from planned.texts
    yield from planned.edits
    there = joined.clashes_among(project.db, [clash.id for clash in planned.clashes])
    for clash in planned.clashes:
        old = there.get(clash.id)
        if old is None:
            yield added(clash)
        else:
            yield altered(old, why=clash.why, within=clash.within, before=clash.before, after=clash.after)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without the collector of cycles, which would walk over hundreds of thousands of rows again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class _Planning:
    """One plan in the making."""

    def __init__(
        self, project: Project, new: list[Entry], text: Callable[[str], str | None], tell: Callable[[int], None]
    ) -> None:
        self._project, self._db, self._new, self._tell = project, project.db, new, tell
        self._id, self._done = new_id(), 0
        self._open = joined.clashes(self._db, state="open")
        self._here: dict[Key, Row] = {}
        self._texts = Texts(project, text)
        self._landing = Landing(project, self._texts)
        self._targets: dict[str, str] = {}  # the text of each article after the join
        self._at: dict[str, str] = {}  # since when an article has that text, as far as it was needed

    def plan(self, known: int) -> Plan:
        squashed = squash(self._new, self._project.journal.edits_named, [_net(clash) for clash in self._open])
        pieces = followed(self._db, self._pieces(self._rows(squashed)))
        book = legality.Book(self._db, pieces)
        pieces += book.free_keys()
        self._hold(book, pieces)
        return self._told(pieces, known, book, squashed)

    # --- rows

    def _rows(self, squashed: Squashed) -> dict[str, dict[str, list[Net]]]:
        """The net edits by table and row, those of an older format filled up, and the rows that are here."""
        by_table: dict[str, dict[str, list[Net]]] = {}
        for net in squashed.nets:
            by_table.setdefault(net.table, {}).setdefault(net.row, []).append(net)
        for table, rows in by_table.items():
            usual = joined.defaults(self._db, table)
            for nets in rows.values():
                for net in nets:
                    if usual and net.before is None and net.after is not None and "id" in net.after:
                        net.after = net.after if usual.keys() <= net.after.keys() else {**usual, **net.after}
            self._here.update({(table, row): said for row, said in joined.rows(self._db, table, rows).items()})
        self._texts.bring(
            {
                str(side["text"])
                for table in ("article", *_ON_TEXT)
                for nets in by_table.get(table, {}).values()
                for net in nets
                for side in (net.before, net.after)
                if side and "text" in side
            }
        )
        return by_table

    def _pieces(self, by_table: Mapping[str, Mapping[str, list[Net]]]) -> list[Piece]:
        pieces: list[Piece] = []
        for table, rows in by_table.items():
            if table not in _ON_TEXT:
                for row, nets in rows.items():
                    self._count()
                    pieces += decide(nets, self._here.get((table, row)))
        corrected = self._corrections(pieces, by_table)
        targets = self._spans_texts(by_table, pieces)
        for table in _ON_TEXT:
            for row, nets in by_table.get(table, {}).items():
                self._count()
                here = self._here.get((table, row))
                pieces += self._landing.decide(nets, here, targets(table, nets, here))
        return [*pieces, *self._ours(corrected, by_table)]

    def _count(self) -> None:
        self._done += 1
        if self._done % _EVERY == 0:
            self._tell(self._done)

    # --- texts

    def _corrections(self, pieces: Sequence[Piece], by_table: Mapping[str, Mapping[str, list[Net]]]) -> dict[str, str]:
        """The articles whose text changes here, with it; a correction that would lose spans of ours is held."""
        changed: dict[str, str] = {}
        legality.hold_frozen_texts(self._db, pieces)
        for piece in pieces:
            after = piece.edit.after
            if piece.theirs.table == "article" and after is not None and "text" in after and not piece.why:
                name = str(after["text"])
                if piece.edit.before is None:
                    self._targets[piece.theirs.row] = name
                elif self._loses(piece.theirs.row, name, by_table):
                    piece.hold("lost")
                else:
                    changed[piece.theirs.row] = self._targets[piece.theirs.row] = name
                    self._at[piece.theirs.row] = piece.at
        return changed

    def _loses(self, article: str, text: str, by_table: Mapping[str, Mapping[str, list[Net]]]) -> bool:
        """Whether nothing would be left of a span of ours that is not to go with all that hangs on it."""
        rows = joined.rows(self._db, "annotation", joined.on_other_texts(self._db, article, text))
        lost = [span for span, row in rows.items() if self._landing.loses(row, text)]
        return any(not self._goes("annotation", span, by_table) for span in lost)

    def _goes(self, table: str, row: str, by_table: Mapping[str, Mapping[str, list[Net]]]) -> bool:
        """Whether a row of ours is removed there, unchanged here, and so is whatever points to it."""
        found = decide(by_table.get(table, {}).get(row, ()), self._here.get((table, row)))
        return [(piece.edit.after, piece.why) for piece in found] == [(None, "")] and all(
            self._goes(pointer, other, by_table) for pointer, other, _, _ in joined.pointing(self._db, table, [row])
        )

    def _spans_texts(
        self, by_table: Mapping[str, Mapping[str, list[Net]]], pieces: Sequence[Piece]
    ) -> Callable[[str, list[Net], Row | None], str]:
        """Which text a span or part has to stand on after the join."""
        spans = by_table.get("annotation", {})
        named = {str(_said(nets, self._here.get(("annotation", row)), "coding")) for row, nets in spans.items()}
        homes = joined.homes(self._db, sorted(named))
        for piece in pieces:
            if piece.theirs.table == "coding" and piece.edit.before is None and piece.edit.after is not None:
                homes[piece.theirs.row] = str(piece.edit.after["article"])
        parts = {
            str(_said(nets, self._here.get(("part", row)), "article")) for row, nets in by_table.get("part", {}).items()
        }
        wanted = ({*homes.values()} | parts) - self._targets.keys()
        texts = {**articles.texts_of(self._db, sorted(wanted)), **self._targets}
        self._targets = texts

        def target(table: str, nets: list[Net], here: Row | None) -> str:
            article = str(_said(nets, here, "coding" if table == "annotation" else "article"))
            article = homes.get(article, "") if table == "annotation" else article
            own = str(_said(nets, here, "text"))
            return texts.get(article, own)

        return target

    def _ours(self, corrected: Mapping[str, str], by_table: Mapping[str, Mapping[str, list[Net]]]) -> Iterator[Piece]:
        """Our own spans and parts on a text that is corrected there go along."""
        for article, text in corrected.items():
            for table, ids in (
                ("annotation", joined.on_other_texts(self._db, article, text)),
                ("part", joined.parts_on_other_texts(self._db, article, text)),
            ):
                mine = [row for row in ids if row not in by_table.get(table, {})]
                for row, here in joined.rows(self._db, table, mine).items():
                    self._here[table, row] = here
                    found = self._landing.local(table, here, text)
                    yield from found or [Piece(gone := Edit(table, row, here, None), gone, ["local"], "", "")]

    # --- what is held

    def _hold(self, book: legality.Book, pieces: list[Piece]) -> None:
        legality.hold_frozen(self._db, pieces, self._here)
        legality.hold_settled(self._db, pieces)
        legality.hold_twins(self._db, pieces)
        legality.hold_parts(self._db, pieces)
        dependants = Dependants(self._db, pieces, self._texts.brought)
        dependants.settle()
        while legality.hold_choices(self._db, pieces) | book.hold_illegal() | self._hold_seals(pieces):
            dependants.settle()

    def _hold_seals(self, pieces: Sequence[Piece]) -> bool:
        """A round that was frozen there is frozen here too if its work is the same here then."""
        more = False
        for piece in pieces:
            after = piece.edit.after or {}
            freezes = piece.theirs.table == "round" and after.get("state") == "frozen" and not piece.why
            if freezes and self._seal(piece.theirs.row, pieces) != after.get("seal"):
                more = piece.hold("unsealed") or more
        return more

    def _seal(self, round_id: str, pieces: Sequence[Piece]) -> str:
        steps: list[Step] = [*self._texts.brought.values(), *(piece.edit for piece in pieces if not piece.why)]
        return self._project.journal.rehearse(steps, lambda: seals.seal(self._db, round_id))

    # --- what is told

    def _told(self, pieces: Sequence[Piece], known: int, book: legality.Book, squashed: Squashed) -> Plan:
        taken = [piece for piece in pieces if not piece.why]
        doubts = list(self._doubts(taken))
        held = [piece for piece in pieces if piece.why and piece.sources != ["local"]]
        clashes = tuple(self._clashes(held, squashed))
        sources = {source for piece in held for source in piece.sources}
        actions = tuple(
            Entry(entry.change, "held" if entry.change.id in sources else "taken", self._id, entry.digest, entry.edits)
            for entry in self._new
        )
        return Plan(
            id=self._id,
            known=known,
            actions=actions,
            edits=(*(piece.edit for piece in taken), *doubts, *self._joined_after_all(held)),
            clashes=clashes,
            texts=tuple(self._texts.brought.values()),
            counts=coming.counts(taken),
            people=coming.people(self._db, self._new, taken),
            moved=self._landing.moved,
            doubt=len(doubts),
            names=tuple(book.twin_names()),
        )

    def _doubts(self, taken: Sequence[Piece]) -> Iterator[Edit]:
        there = {p.theirs.row for p in taken if p.theirs.table == "doubt"}
        last = {p.theirs.row: p for p in taken if p.theirs.table == "annotation"}
        spans = {row: p for row, p in last.items() if p.edit.after is not None}
        for annotation, quotes in self._landing.doubts.items():
            doubt = keyed_id("doubt", annotation)
            if annotation in spans and doubt not in there and not joined.rows(self._db, "doubt", [doubt]):
                at = self._since(spans[annotation])
                row: dict[str, Any] = {"id": doubt, "annotation": annotation, "was": quotes, "at": at}
                yield Edit("doubt", doubt, None, row)

    def _since(self, piece: Piece) -> str:
        """When the text that a span was brought to came to be: the same in whichever copy they are joined."""
        row = {**self._here.get(piece.key, {}), **(piece.edit.after or {})}
        homes = joined.homes(self._db, [str(row["coding"])])
        article = homes.get(str(row["coding"]), "")
        if article not in self._at:
            history = self._project.journal.row_history("article", article)
            since = [entry.at for entry, edit in history if (edit.after or {}).get("text") == row["text"]]
            self._at[article] = since[-1] if since else piece.at
        return self._at[article]

    def _clashes(self, held: Sequence[Piece], squashed: Squashed) -> Iterator[Clash]:
        there = joined.clashes_among(self._db, [piece.id for piece in held])
        for piece in held:
            state: Any = squashed.settled.get(piece.id, "open")
            new = Clash(
                id=piece.id,
                merge=self._id,
                tbl=piece.theirs.table,
                row=piece.theirs.row,
                before=None if piece.theirs.before is None else dict(piece.theirs.before),
                after=None if piece.theirs.after is None else dict(piece.theirs.after),
                why=piece.why,
                within=piece.within.id if piece.within else "",
                author=piece.who,
                at=piece.at,
                state=state,
            )
            old = there.get(piece.id)
            if old is None or (old.state == "open" and (old.why, old.within) != (new.why, new.within)):
                yield new

    def _joined_after_all(self, held: Sequence[Piece]) -> Iterator[Edit]:
        """Clashes of before that are none any more: what they waited for came."""
        still = {piece.id for piece in held}
        for clash in self._open:
            if clash.id not in still:
                yield altered(clash, state="theirs")


def _net(clash: Clash) -> Net:
    """An open clash as the net edit that it is: what comes now may go on with it, or bring what it waits for."""
    before = None if clash.before is None else dict(clash.before)
    return Net(clash.tbl, clash.row, before, clash.after, [], clash.author, clash.at, {}, clash.id)


def _said(nets: Sequence[Net], here: Row | None, column: str) -> Value:
    """What a row says in a column, here or there."""
    if here is not None:
        return here[column]
    for net in nets:
        for side in (net.after, net.before):
            if side is not None and column in side:
                return side[column]
    return ""
