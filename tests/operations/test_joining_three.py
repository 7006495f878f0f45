"""Three copies in any order, random deeds: one and the same in the end where nothing clashes, and always whole."""

from __future__ import annotations

import random
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.operations import annotations, articles, clashes, codings, notes
from annotator.store import joined
from tests.operations import deeds
from tests.operations.copies import Copy
from tests.operations.test_joining_pairs import merged

# Deeds of one coder in one article each, which never meet another's.
APART = ("label elsewhere", "title", "note", "add choice", "words", "statement", "link", "actor", "part", "undone")
FEW = settings(max_examples=12, deadline=None, suppress_health_check=[*HealthCheck])


def begin(base: Path, folder: str, count: int) -> list[Copy]:
    copies = []
    for number in range(count):
        path = Path(folder) / f"{number}.annot"
        shutil.copy(base, path)
        copies.append(Copy(path))
    return copies


@given(chance=st.randoms(use_true_random=False), many=st.integers(1, 6))
@FEW
def test_random_deeds_in_two_copies(base: Path, chance: random.Random, many: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copies = begin(base, folder, 2)
        try:
            for copy in copies:
                deeds.some(copy, chance, many)
            was = copies[0].duplicate("was")
            copies.append(was)
            clashes = merged(copies[0], copies[1]) + merged(copies[1], was)
            if not clashes:
                assert copies[0].rows() == copies[1].rows()
        finally:
            for copy in copies:
                copy.close()


@given(order=st.permutations(range(3)), chosen=st.permutations(APART))
@FEW
def test_three_copies_in_any_order(base: Path, order: list[int], chosen: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copies = begin(base, folder, 3)
        try:
            for number, copy in enumerate(copies):
                for name in chosen[number * 3 : number * 3 + 3]:
                    deeds.DEEDS[name](copy)
            first, second, third = (copies[number] for number in order)
            assert first.merge(second).clashes == ()
            assert first.merge(third).clashes == ()
            assert second.merge(first).clashes == ()  # the third's work comes through the first
            assert second.merge(third).actions == ()
            assert third.merge(second).clashes == ()
            assert first.rows() == second.rows() == third.rows()
            for copy in copies:
                copy.whole()
        finally:
            for copy in copies:
                copy.close()


@pytest.fixture
def three(base: Path, tmp_path: Path):
    copies = begin(base, str(tmp_path), 3)
    yield copies
    for copy in copies:
        copy.close()


def test_a_settled_clash_is_not_shown_again_through_a_third_copy(three) -> None:
    first, second, third = three
    first.do(articles.rename_article, "art-1", "واحد")
    second.do(articles.rename_article, "art-1", "اثنان")
    first.merge(second)
    (clash,) = clashes.waiting(first.project)
    first.do(clashes.settle, clash.clash.id, "ours")
    third.merge(first)
    assert clashes.waiting(third.project) == []
    assert third.merge(second).actions == ()
    assert first.merge(third).actions == ()
    assert clashes.waiting(first.project) == []
    title = 'select "title" from "article" where "id" = \'art-1\''
    assert third.project.db.execute(title).fetchone() == ("واحد",)
    # Theirs, settled there, reaches a copy that had ours.
    second.merge(first)
    (other,) = clashes.waiting(second.project)
    second.do(clashes.settle, other.clash.id, "theirs")
    assert second.project.db.execute(title).fetchone() == ("واحد",)
    for copy in three:
        copy.whole()


def test_theirs_taken_in_one_copy_reaches_the_others(three) -> None:
    first, second, third = three
    first.do(articles.rename_article, "art-1", "واحد")
    third.merge(first)
    second.do(articles.rename_article, "art-1", "اثنان")
    first.merge(second)
    (clash,) = clashes.waiting(first.project)
    first.do(clashes.settle, clash.clash.id, "theirs")
    third.merge(first)
    assert clashes.waiting(third.project) == []
    assert third.project.db.execute('select "title" from "article" where "id" = \'art-1\'').fetchone() == ("اثنان",)
    third.whole()


def test_what_lacked_something_comes_when_that_comes(three) -> None:
    first, second, _ = three
    first.do(articles.remove_articles, ["art-2"])
    where = codings.Where("art-2", second.project.coder)
    second.do(annotations.label_span, where, "actor", ((0, 4),))
    first.merge(second)
    assert len(joined.clashes(first.project.db, state="open")) == 2
    again = first.project.journal
    again.take_back(next(entry.id for entry in again.entries() if entry.name == "remove_articles"))
    second.do(notes.add_note, "article", "art-2", "لاحظ")
    first.merge(second)
    assert joined.clashes(first.project.db, state="open") == []
    assert first.rows() == second.rows()
    first.whole()
