"""Whatever is done, undone, redone and reopened, the tables are those of a plain model, and the log gives them again."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from annotator.core.changes import change
from annotator.core.errors import StaleError
from annotator.core.models import Annotation, Assigned
from annotator.core.rows import added, altered, removed
from annotator.store import check, tallies
from annotator.store.reading import select
from tests.store.conftest import World

Key = tuple[type, str]
spans = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: (pair[0], pair[0] + pair[1]))
labels = st.sampled_from(["actor", "quote"])


class Walk(RuleBasedStateMachine):
    """`rows` is the model, `done` and `undone` the plain stacks: each holds the rows before and after an action."""

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.world = World(Path(self.folder.name) / "a.annot")
        self.rows: dict[Key, object] = {}
        self.count = 0
        self.done: list[tuple[str, dict[Key, object], dict[Key, object]]] = []
        self.undone: list[tuple[str, dict[Key, object], dict[Key, object]]] = []

    def act(self, after: dict[Key, object]) -> None:
        before, keys = self.rows, {*self.rows, *after}
        steps = []
        for key in sorted(keys, key=lambda key: (key[0] is Assigned, key[1])):
            old, new = before.get(key), after.get(key)
            if old is None:
                steps.append(added(new))
            elif new is None:
                steps.append(removed(old))
            elif old != new:
                steps.append(altered(old, **{f: getattr(new, f) for f in new.__dataclass_fields__}))
        done = self.world.project.journal.commit(change("act", steps))
        if done.n:
            self.done.append((done.id, before, after))
            self.undone.clear()
        self.rows = after

    @rule(span=spans, label=labels, many=st.integers(1, 3))
    def add(self, span: tuple[int, int], label: str, many: int) -> None:
        first, self.count = (
            self.count,
            self.count + many,
        )  # ids that are the same each time: hypothesis repeats what it tries
        made = [self.world.span(span[0] + i, span[1] + i, label, id=f"s{first + i:05}") for i in range(many)]
        self.act(self.rows | {(Annotation, one.id): one for one in made})

    @precondition(lambda self: self.rows)
    @rule(data=st.data(), span=spans, label=labels)
    def alter(self, data: st.DataObject, span: tuple[int, int], label: str) -> None:
        key = data.draw(st.sampled_from(sorted(self.rows, key=str)))
        old = self.rows[key]
        if key[0] is Annotation:
            new = self.world.span(*span, label, id=key[1])
        else:
            new = self.world.tone(old.owner, f"{span}")
        self.act(self.rows | {key: new})

    @precondition(lambda self: any(kind is Annotation for kind, _ in self.rows))
    @rule(
        data=st.data(),
        value=st.one_of(st.text(max_size=5), st.integers(2, 99), st.booleans(), st.lists(st.text(max_size=2))),
    )
    def value(self, data: st.DataObject, value: object) -> None:
        owner = data.draw(st.sampled_from(sorted(row for kind, row in self.rows if kind is Annotation)))
        tone = self.world.tone(owner, value)
        self.act(self.rows | {(Assigned, tone.id): tone})

    @precondition(lambda self: self.rows)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        gone = data.draw(st.sampled_from(sorted(self.rows, key=str)))
        self.act({key: row for key, row in self.rows.items() if key != gone and getattr(row, "owner", None) != gone[1]})

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            told = self.world.project.journal.undo()
            if told is not None and told.name == "set_up":
                raise AssertionError("the set-up is nobody's")
            assert (told is None) == (not self.done)
            if told is not None:
                self.undone.append(self.done.pop())
                assert told.of == self.undone[-1][0]
                self.rows = self.undone[-1][1]

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            told = self.world.project.journal.redo()
            assert (told is None) == (not self.undone)
            if told is not None:
                self.done.append(self.undone.pop())
                self.rows = self.done[-1][2]

    @precondition(lambda self: self.done)
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        """Out of order: done as one new action if nothing later stands on it, else refused whole."""
        deed, before, after = data.draw(st.sampled_from(self.done))
        wanted, fits = dict(self.rows), True
        for key in {*before, *after}:
            if before.get(key) != after.get(key):
                fits = fits and _untouched(before.get(key), after.get(key), self.rows.get(key))
                if fits:
                    wanted[key] = _back(before.get(key), after.get(key), self.rows.get(key))
        if not fits:
            _refused(lambda: self.world.project.journal.take_back(deed))
            return
        rows = {key: row for key, row in wanted.items() if row is not None}
        done = self.world.project.journal.take_back(deed)
        self.done.append((done.id, self.rows, rows))
        self.undone.clear()
        self.rows = rows

    @rule()
    def reopen(self) -> None:
        self.world.reopen()

    @invariant()
    def equal(self) -> None:
        if not hasattr(self, "world"):
            return
        db = self.world.project.db
        found = {(kind, row.id): row for kind in (Annotation, Assigned) for row in select(db, kind)}
        assert found == self.rows
        count = 'select "label", count(*) from "annotation" group by 1'
        assert tallies.by_label(db) == dict(db.execute(count))
        assert sum(tallies.by_label(db).values()) == sum(1 for kind, _ in self.rows if kind is Annotation)

    def teardown(self) -> None:
        if hasattr(self, "world"):
            wrong = [c for c in check.check(self.world.project, full=True) if not c.ok and c.name != "orphans"]
            assert wrong == []
            self.world.project.close()
            self.folder.cleanup()


def _fields(row: object) -> dict[str, object]:
    return {} if row is None else {name: getattr(row, name) for name in row.__dataclass_fields__}


def _untouched(before: object, after: object, now: object) -> bool:
    """Whether what the action wrote still stands: an alteration minds its own columns only."""
    if before is None or after is None:
        return after == now
    differ = [name for name in _fields(after) if _fields(before)[name] != _fields(after)[name]]
    return now is not None and all(_fields(now)[name] == _fields(after)[name] for name in differ)


def _back(before: object, after: object, now: object) -> object:
    if before is None or after is None:
        return before
    old = {name: value for name, value in _fields(before).items() if value != _fields(after)[name]}
    return type(now)(**(_fields(now) | old))


def _refused(act) -> None:
    try:
        act()
    except StaleError:
        return
    raise AssertionError("it was done over later work")


Walk.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestWalk = Walk.TestCase
