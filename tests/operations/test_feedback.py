from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.models import Coding
from annotator.core.rows import added, altered
from annotator.operations import bulk, codings, feedback, notes, people, review, sample
from annotator.operations.codings import Where
from annotator.operations.review import Case, Ruling
from annotator.store import blind
from annotator.store import codings as rows
from annotator.store import notes as threads
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """The sample, coded to the end by both, and a third person who reviews it."""
    sample.build(tmp_path / "sample.annot", "en")
    with Project.open(tmp_path / "sample.annot") as project:
        project.journal.commit(people.add_coder(project, "Reviewer", coder_id="reviewer"))
        project.act_as("reviewer")
        finish(project)
        yield project


def finish(project: Project) -> None:
    """Say of every coding that it is done."""
    for case in review.cases(project):
        for coder in case.between:
            coding = rows.coding(project.db, Where(case.article, coder).id)
            project.journal.commit(change("set_status", [altered(coding, status="done")]))


def the_case(project: Project) -> Case:
    (case,) = review.cases(project)
    return case


def settle(project: Project, take: str, **more: Any) -> str:
    """Settle the first open difference, for "neither" the first over a segment of A's; the decision's id."""
    case = the_case(project)
    found = next(d for d in review.work(project, case).open if take != "neither" or (d.sides[0] and not d.link))
    ruling = Ruling(take, more.get("reason", "slip"), more.get("note", ""))
    project.journal.commit(review.settle(project, case, found.id, ruling))
    return review.decisions(project, case)[found.id].id


def settle_all(project: Project) -> None:
    """Take B's side of everything, after what both agree on."""
    project.journal.commit(bulk.settle_agreed(project, [the_case(project)]))
    while review.work(project, the_case(project)).open:
        settle(project, "b")


def test_what_was_taken_of_the_other_is_told_to_the_one_and_stayed_for_the_other(project: Project):
    settle_all(project)
    one, other = (feedback.feedback(project, coder) for coder in the_case(project).between)
    assert other.counts.changed == 0
    assert other.counts.kept > 0
    assert one.counts.changed > 0
    assert set(one.counts.reasons) == {"slip"}
    assert {"removed", "added", "edge", "label"} & set(one.counts.kinds)
    assert one.articles[0].compared.waiting == 0
    assert [told.article.id for told in one.articles] == [the_case(project).article]


def test_links_and_variables_have_their_decisions_too(project: Project):
    settle_all(project)
    told = feedback.feedback(project, the_case(project).between[0])
    changed = [c for c in told.articles[0].compared.corrections if c.kind in {"link", "variable"}]
    assert changed
    assert all(correction.decision is not None for correction in changed)


def test_only_what_was_decided_on_is_told(project: Project):
    decision = settle(project, "neither", note="Not an actor.")
    told = feedback.feedback(project, the_case(project).between[0], round_id="main")
    (found,) = [c for one in told.articles for c in one.compared.corrections if c.decision]
    assert (found.reason, found.decision.note, found.decision.id) == ("slip", "Not an actor.", decision)  # type: ignore[union-attr]
    assert told.articles[0].compared.waiting > 0


def test_threads_on_a_decision_come_with_it(project: Project):
    decision = settle(project, "neither")
    project.journal.commit(notes.add_note(project, "decision", decision, "Do you agree?"))
    told = feedback.feedback(project, the_case(project).between[0])
    (one,) = told.articles
    (found,) = one.compared.corrections
    assert [note.body for note in one.threads(found)] == ["Do you agree?"]
    undecided = feedback.Corrected(one.article, one.text, one.compared, {})
    assert undecided.threads(found) == ()


def test_an_article_alone(project: Project):
    case = the_case(project)
    assert feedback.of_article(project, case.between[0], case.article) is None
    settle(project, "neither")
    told = feedback.of_article(project, case.between[0], case.article)
    assert told is not None
    assert len(told.compared.corrections) == 1


@pytest.mark.parametrize(
    ("coder", "round_id", "key"),
    [("", "main", "empty_name"), ("reviewer", "main", "nothing_settled"), ("reviewer", "none", "no_such_round")],
)
def test_what_cannot_be_told_is_refused_with_a_sentence(project: Project, coder: str, round_id: str, key: str):
    settle(project, "neither")
    with pytest.raises(AnnotatorError) as refused:
        feedback.feedback(project, coder, round_id=round_id)
    assert refused.value.key == key


def test_nothing_settled_yet(project: Project):
    with pytest.raises(AnnotatorError) as refused:
        feedback.feedback(project, the_case(project).between[0])
    assert refused.value.key == "nothing_settled"


def test_a_settled_coding_without_a_word_in_it_tells_nothing(project: Project):
    case = the_case(project)
    where = Where(case.article, "reviewer", "main", "settled")
    project.journal.commit(change("x", [added(Coding(where.id, *(case.article, "reviewer", "main", "settled")))]))
    settle_first = feedback.of_article(project, case.between[0], case.article)
    assert settle_first is not None  # no decisions: places and labels say it, and nothing stands there
    assert {c.kind for c in settle_first.compared.corrections} == {"removed"}


def test_who_has_nothing_coded_there_or_is_still_at_it_is_told_nothing(project: Project):
    settle_all(project)
    case = the_case(project)
    one = case.between[0]
    project.journal.commit(codings.set_status(project, Where(case.article, one), "work"))
    with pytest.raises(AnnotatorError) as refused:
        feedback.feedback(project, one)
    assert refused.value.key == "feedback_withheld"
    project.act_as(one)
    with pytest.raises(AnnotatorError) as kept:  # nor do they tell another what they may not see
        feedback.feedback(project, case.between[1])
    assert kept.value.key == "still_blind"
    project.act_as("reviewer")


def test_it_tells_how_far_it_is(project: Project):
    settle(project, "neither")
    heard: list[float] = []
    feedback.feedback(project, the_case(project).between[0], tell=heard.append)
    assert heard == [0.0]


def test_a_decision_between_coders_of_whom_one_is_gone_is_told_without_what_it_was_about(project: Project):
    settle_all(project)
    case = the_case(project)
    (variable,) = [d for d in review.comparison(project, case).differences if d.kind == "variable"][:1]
    ruled = [d for d in review.decisions(project, case).values() if not d.sources]
    gone = [altered(decision, coders=(*case.between, "gone")) for decision in ruled]
    project.journal.commit(change("x", gone))
    told = feedback.of_article(project, case.between[0], case.article)
    assert told is not None
    found = next(c for c in told.compared.corrections if c.label == variable.label)
    assert (found.kind, found.decision) == ("variable", None)


def test_what_was_refused_of_somebody_else_is_nothing_to_tell(project: Project):
    case = the_case(project)
    theirs = next(d for d in review.work(project, case).open if d.sides[0] is None and not d.link)
    project.journal.commit(review.settle(project, case, theirs.id, Ruling("neither", "slip")))
    assert feedback.of_article(project, case.between[0], case.article) is None
    assert feedback.of_article(project, case.between[1], case.article) is not None


def test_notes_on_a_decision_are_kept_from_who_is_still_coding(project: Project):
    decision = settle(project, "neither")
    done = project.journal.commit(notes.add_note(project, "decision", decision, "Do you agree?"))
    one = Where(the_case(project).article, the_case(project).between[0])
    for status, seen in (("work", False), ("done", True)):
        coding = rows.coding(project.db, one.id)
        project.journal.commit(change("set_status", [altered(coding, status=status)]))
        there = {note.body for note in threads.unresolved(project.db, one.coder)}
        assert ("Do you agree?" in there) is seen
        assert (blind.unseen(project.db, [done.n], one.coder) == set()) is seen
