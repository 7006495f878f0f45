"""Undo walks through every operation equal a plain stack, also over restarts and beside a plain model of the spans."""

from __future__ import annotations

import copy
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import AnnotatorError
from annotator.operations import annotations, codings, history, notes, people, starter
from annotator.operations.articles import take_in
from annotator.operations.codings import Where
from annotator.operations.intake import Incoming
from annotator.operations.selection import Selection, documents
from annotator.store.project import Project
from tests.operations.conftest import document

LABELS = ["actor", "quotation", "source", "loaded-term"]
CARRIED = {"actor": ("actor.role", ["victim", "expert"]), "loaded-term": ("loaded-term.valence", ["negative"])}
ARTICLE = "art-1"

numbers = st.integers(0, 40)
actions = st.one_of(
    st.tuples(st.just("label"), st.sampled_from(LABELS), numbers, st.integers(1, 12)),
    st.tuples(st.just("label"), st.sampled_from(LABELS), numbers, st.integers(1, 12)),
    st.tuples(st.just("relabel"), numbers, st.sampled_from(LABELS)),
    st.tuples(st.just("resize"), numbers, numbers, st.integers(1, 12)),
    st.tuples(st.just("remove"), numbers),
    st.tuples(st.just("attribute"), numbers, st.integers(0, 2)),
    st.tuples(st.just("link"), numbers, numbers),
    st.tuples(st.just("note"), numbers),
    st.tuples(st.just("variable"), st.sampled_from(["negative", "positive", None])),
    st.tuples(st.just("undo")),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
    st.tuples(st.just("reopen")),
)


class Model:
    """What a person believes the project holds: spans with what is on them, the tone; and a plain stack of the past."""

    def __init__(self) -> None:
        self.now: dict = {"spans": {}, "links": set(), "tone": None}
        self.past: list[dict] = []
        self.future: list[dict] = []

    def did(self, after: dict) -> None:
        if after != self.now:
            self.past.append(self.now)
            self.future.clear()
            self.now = after

    def undo(self) -> bool:
        if self.past:
            self.future.append(self.now)
            self.now = self.past.pop()
            return True
        return False

    def redo(self) -> bool:
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()
            return True
        return False


def picture(project: Project) -> dict:
    """What the project really holds, read the way an export reads it."""
    (found,) = documents(project, Selection(), [ARTICLE])
    return {
        "spans": {
            one.id: (one.label, one.start, one.end, dict(one.attributes), sorted(note.body for note in one.notes))
            for one in found.annotations
        },
        "links": {(one.source, one.target) for one in found.relations},
        "tone": next((one.value for one in found.variables if one.name == "tone"), None),
    }


class Walk:
    def __init__(self, path: Path) -> None:
        self.path = path
        starter.begin(path, coder="سارة")
        self.project = Project.open(path)
        change, _ = take_in(self.project, [Incoming(document(ARTICLE))], coder=people.acting(self.project))
        self.project.journal.commit(change)
        self.floor = change.id
        self.model = Model()
        self.where = Where(ARTICLE, self.project.coder)

    def commit(self, operation, *args) -> str:
        done = self.project.journal.commit(operation(self.project, *args))
        return str(done.facts.get("annotation", ""))

    def pick(self, number: int) -> str | None:
        ids = sorted(self.model.now["spans"], key=lambda one: self.model.now["spans"][one][:3])
        return ids[number % len(ids)] if ids else None

    def taken(self, label: str, start: int, end: int, but: str = "") -> bool:
        spans = self.model.now["spans"].items()
        return any(one != but and span[:3] == (label, start, end) for one, span in spans)

    def do(self, name: str, *args) -> None:
        getattr(self, name)(*args)
        assert picture(self.project) == self.model.now

    def label(self, label: str, start: int, length: int) -> None:
        end = start + length
        if self.taken(label, start, end):
            with pytest.raises(AnnotatorError, match="already_coded"):
                self.commit(annotations.label_span, self.where, label, ((start, end),))
            return
        new = self.commit(annotations.label_span, self.where, label, ((start, end),))
        after = copy.deepcopy(self.model.now)
        after["spans"][new] = (label, start, end, {}, [])
        self.model.did(after)

    def relabel(self, number: int, label: str) -> None:
        if (one := self.pick(number)) is None:
            return
        old, start, end, attributes, notes = self.model.now["spans"][one]
        if label != old and self.taken(label, start, end):
            with pytest.raises(AnnotatorError, match="already_coded"):
                self.commit(annotations.relabel, one, label)
            return
        self.commit(annotations.relabel, one, label)
        kept = {key: value for key, value in attributes.items() if key == CARRIED.get(label, ("",))[0]}
        after = copy.deepcopy(self.model.now)
        after["spans"][one] = (label, start, end, kept, notes)
        self.model.did(after)

    def resize(self, number: int, start: int, length: int) -> None:
        if (one := self.pick(number)) is None:
            return
        label, *_, attributes, notes = self.model.now["spans"][one]
        if self.taken(label, start, start + length, but=one):
            with pytest.raises(AnnotatorError, match="already_coded"):
                self.commit(annotations.resize, one, ((start, start + length),))
            return
        self.commit(annotations.resize, one, ((start, start + length),))
        after = copy.deepcopy(self.model.now)
        after["spans"][one] = (label, start, start + length, attributes, notes)
        self.model.did(after)

    def remove(self, number: int) -> None:
        if (one := self.pick(number)) is None:
            return
        self.commit(annotations.remove, [one])
        after = copy.deepcopy(self.model.now)
        del after["spans"][one]
        after["links"] = {link for link in after["links"] if one not in link}
        self.model.did(after)

    def attribute(self, number: int, choice: int) -> None:
        if (one := self.pick(number)) is None:
            return
        label, start, end, attributes, notes = self.model.now["spans"][one]
        if label not in CARRIED:
            with pytest.raises(AnnotatorError, match="attribute_not_here"):
                self.commit(annotations.set_attribute, one, "actor.role", "victim")
            return
        name, values = CARRIED[label]
        value = values[choice] if choice < len(values) else None
        self.commit(annotations.set_attribute, one, name, value)
        after = copy.deepcopy(self.model.now)
        kept = {key: old for key, old in attributes.items() if key != name}
        after["spans"][one] = (label, start, end, kept | ({name: value} if value else {}), notes)
        self.model.did(after)

    def link(self, first: int, second: int) -> None:
        source, target = self.pick(first), self.pick(second)
        if source is None or target is None:
            return
        labels = [self.model.now["spans"][one][0] for one in (source, target)]
        if source == target or labels != ["quotation", "source"]:
            with pytest.raises(AnnotatorError, match=r"bad_link|link_to_itself"):
                self.commit(annotations.link, "says", source, target)
            return
        if (source, target) in self.model.now["links"]:
            with pytest.raises(AnnotatorError):
                self.commit(annotations.link, "says", source, target)
            return
        self.commit(annotations.link, "says", source, target)
        after = copy.deepcopy(self.model.now)
        after["links"].add((source, target))
        self.model.did(after)

    def note(self, number: int) -> None:
        if (one := self.pick(number)) is None:
            return
        self.commit(notes.add_note, "annotation", one, f"ملاحظة {number}")
        after = copy.deepcopy(self.model.now)
        *kept, written = after["spans"][one]
        after["spans"][one] = (*kept, sorted([*written, f"ملاحظة {number}"]))
        self.model.did(after)

    def variable(self, value: str | None) -> None:
        self.commit(codings.set_article_variable, self.where, "tone", value)
        after = copy.deepcopy(self.model.now)
        after["tone"] = value
        self.model.did(after)

    def undo(self) -> None:
        if self.model.undo():
            history.undo(self.project)
        else:
            assert self.project.journal.can_undo().id == self.floor

    def redo(self) -> None:
        if self.model.redo():
            history.redo(self.project)
        else:
            with pytest.raises(AnnotatorError, match="nothing_to_redo"):
                history.redo(self.project)

    def reopen(self) -> None:
        self.project.close()
        self.project = Project.open(self.path)


@given(st.lists(actions, max_size=18))
def test_random_actions_equal_a_model_and_undo_a_plain_stack(walked: list[tuple]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        walk = Walk(Path(folder) / "p.annot")
        for name, *args in walked:
            walk.do(name, *args)
        while walk.model.past:
            walk.do("undo")
        walk.do("reopen")
        while walk.model.future:
            walk.do("redo")
        walk.project.close()


def test_taking_away_a_value_that_is_not_there_is_no_action(tmp_path: Path) -> None:
    walk = Walk(tmp_path / "p.annot")
    walk.commit(codings.set_article_variable, walk.where, "tone", None)
    assert walk.project.journal.can_undo().id == walk.floor
    walk.project.close()


def test_jump_goes_to_any_moment_and_back(tmp_path: Path) -> None:
    walk = Walk(tmp_path / "p.annot")
    moments = []
    for start in range(4):
        walk.do("label", "actor", start, 3)
        moments.append((walk.project.journal.can_undo().id, picture(walk.project)))
    assert history.jump(walk.project, moments[0][0]) == 3
    assert picture(walk.project) == moments[0][1]
    assert history.jump(walk.project, moments[2][0]) == 2
    assert picture(walk.project) == moments[2][1]
    assert history.jump(walk.project, moments[2][0]) == 0
    with pytest.raises(AnnotatorError, match="no_such_action"):
        history.jump(walk.project, "0" * 20)
    walk.project.close()


def test_what_another_did_is_not_mine_to_undo(project, take) -> None:
    take(document())
    project.act_as(project.journal.commit(people.add_coder(project, "عمر")).facts["coder"])
    with pytest.raises(AnnotatorError, match="nothing_to_undo"):
        history.undo(project)
