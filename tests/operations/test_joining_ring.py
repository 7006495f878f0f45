"""Copies of copies, restored backups, copies that join each other in a ring: it comes to rest, whole and alike."""

from __future__ import annotations

import random
import tempfile
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from annotator.core.errors import AnnotatorError
from annotator.operations import articles, clashes, history
from annotator.store import backup
from tests.operations import deeds
from tests.operations.copies import Copy
from tests.operations.deeds import DEEDS
from tests.operations.test_joining_three import begin

if TYPE_CHECKING:
    from pathlib import Path

FEW = settings(max_examples=6, deadline=None, suppress_health_check=[*HealthCheck], phases=[Phase.generate])
RANDOM = st.randoms(use_true_random=False)


def around(copies: list[Copy]) -> int:
    """Each joins the one before it, again and again until none brings anything; how many clashes there were."""
    held = 0
    for _ in range(len(copies) + 1):
        came = 0
        for number, copy in enumerate(copies):
            plan = copy.merge(copies[number - 1])
            copy.whole()
            came, held = came + len(plan.actions), held + len(plan.clashes)
        if not came:
            return held
    raise AssertionError("it does not come to rest")


@given(chance=RANDOM, count=st.integers(2, 3), many=st.integers(1, 4))
@FEW
def test_a_ring_comes_to_rest(base: Path, chance: random.Random, count: int, many: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copies = begin(base, folder, count)
        try:
            for copy in copies:
                deeds.some(copy, chance, many)
            if not around(copies):
                assert all(copy.rows() == copies[0].rows() for copy in copies)
            for copy in copies:
                deeds.some(copy, chance, 2)
            around(copies)
        finally:
            for copy in copies:
                copy.close()


@given(chance=RANDOM, many=st.integers(1, 4))
@FEW
def test_what_one_settles_reaches_the_other(base: Path, chance: random.Random, many: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copies = begin(base, folder, 2)
        try:
            for copy in copies:
                deeds.some(copy, chance, many)
            around(copies)
            for copy, take in zip(copies, ("ours", "theirs"), strict=True):
                try:
                    copy.do(clashes.settle_all, take)
                except AnnotatorError as error:
                    assert error.key in {"no_clashes", "no_clash_fits"}  # noqa: PT017  # both are fine
                copy.whole()
            around(copies)
        finally:
            for copy in copies:
                copy.close()


@given(chance=RANDOM, many=st.integers(1, 4))
@FEW
def test_a_restored_backup_and_what_went_on(base: Path, chance: random.Random, many: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (ours,) = begin(base, folder, 1)
        copies = [ours]
        try:
            deeds.some(ours, chance, many)
            kept = backup.backup(ours.project)
            was = ours.rows()
            deeds.some(ours, chance, many)
            now = ours.rows()
            copies.append(restored := Copy(backup.restore(kept.path, ours.path.with_name("restored.annot"))))
            assert restored.rows() == was
            assert ours.merge(restored).actions == ()
            plan = restored.merge(ours)
            assert plan.clashes == ()
            assert restored.rows() == now
            restored.whole()
            if plan.actions:
                history.undo(restored.project)
                assert restored.rows() == was
            deeds.some(restored, chance, many)
            around(copies)
        finally:
            for copy in copies:
                copy.close()


def test_a_copy_of_a_merged_copy_brings_nothing_new(two) -> None:
    ours, theirs = two
    theirs.label("cue", (13, 16))
    ours.do(articles.rename_article, "art-1", "عنوان")
    ours.merge(theirs)
    again = ours.duplicate("again")
    try:
        assert theirs.merge(again).taken == 1
        assert ours.merge(again).actions == ()
        assert again.merge(theirs).actions == ()
        assert ours.rows() == theirs.rows() == again.rows()
    finally:
        again.close()


def test_a_span_whose_words_were_corrected_before_moves_with_the_next_correction(two) -> None:
    ours, theirs = two
    DEEDS["correct otherwise"](ours)  # its words are others now
    theirs.merge(ours)
    DEEDS["relabel"](ours)
    DEEDS["correct"](ours)  # and it moves
    assert theirs.merge(ours).clashes == ()
    assert theirs.rows() == ours.rows()
