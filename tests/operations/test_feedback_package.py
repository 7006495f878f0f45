from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.models import Round
from annotator.core.rows import added, altered
from annotator.core.text import Text
from annotator.operations import annotations, feedback, feedback_package, handover, notes, review, sealed, takeback
from annotator.operations.codings import Where
from annotator.store import articles, codebook, codings, foreign
from annotator.store.check import check
from annotator.store.project import Project
from tests.operations.test_feedback import project, settle, settle_all, the_case  # noqa: F401  (a fixture among them)

if TYPE_CHECKING:
    from pathlib import Path


def send(project: Project, out: Path, *, anonymous: bool = False) -> None:  # noqa: F811
    told = feedback.feedback(project, the_case(project).between[0])
    prepared = feedback_package.prepare(project, told, language="en", anonymous=anonymous)
    handover.write(project, prepared, out)


def told(project: Project, coder: str) -> list[tuple[str, str, str, str]]:  # noqa: F811
    """What somebody is told of a round, so that it can be compared."""
    found = feedback.feedback(project, coder)
    return [
        (c.kind, c.label, c.reason, c.decision.id if c.decision else "")
        for one in found.articles
        for c in one.compared.corrections
    ]


def test_the_package_tells_what_the_project_tells_and_nothing_of_others(project: Project, tmp_path: Path):  # noqa: F811
    project.journal.commit(change("open_round", [added(Round("second", "pilot"))]))
    settle_all(project)
    one, other = the_case(project).between
    send(project, tmp_path / "for A.annot")
    with Project.open(tmp_path / "for A.annot") as package:
        assert [found for found in check(package, full=True) if not found.ok] == []
        assert told(package, one) == told(project, one)
        found = sealed.of(package)
        assert found is not None
        assert (found.handover.kind, found.handover.coder) == ("feedback", one)
        assert package.coder == one
        people = {coder.id: coder.name for coder in codebook.coders(package.db)}
        assert people == {one: "Coder A", "reviewer": "Reviewer"}
        article = the_case(project).article
        assert {c.coder for c in codings.of_article(package.db, article)} == {one, "reviewer"}
        assert [(one.id, one.state) for one in codebook.rounds(package.db)] == [("main", "frozen")]
        everything = "\n".join(package.db.iterdump())
        assert other not in everything


def test_an_anonymous_package_names_nobody_who_settled(project: Project, tmp_path: Path):  # noqa: F811
    decision = settle(project, "neither")
    project.act_as(the_case(project).between[1])
    project.journal.commit(notes.add_note(project, "decision", decision, "I see it otherwise."))
    project.act_as("reviewer")
    send(project, tmp_path / "for A.annot", anonymous=True)
    with Project.open(tmp_path / "for A.annot") as package:
        names = sorted(coder.name for coder in codebook.coders(package.db))
        assert names == ["Coder A", "the reviewer 1", "the reviewer 2"]
        assert "Reviewer" not in "\n".join(package.db.iterdump())


def test_one_reviewer_alone_has_no_number(project: Project, tmp_path: Path):  # noqa: F811
    settle(project, "neither")
    send(project, tmp_path / "for A.annot", anonymous=True)
    with Project.open(tmp_path / "for A.annot") as package:
        assert "the reviewer" in [coder.name for coder in codebook.coders(package.db)]


def test_only_notes_can_be_written_in_it_and_they_come_back(project: Project, tmp_path: Path):  # noqa: F811
    decision = settle(project, "neither", note="Not an actor.")
    project.journal.commit(notes.add_note(project, "decision", decision, "Do you agree?"))
    (question,) = codings.notes(project.db, [decision])
    one, article = the_case(project).between[0], the_case(project).article
    send(project, tmp_path / "for A.annot")
    with Project.open(tmp_path / "for A.annot") as package:
        for refused in (
            lambda: annotations.label_span(package, Where(article, one), "actor", ((0, 4),)),
            lambda: handover.handover(package, "somebody"),
            lambda: feedback_package.prepare(package, feedback.feedback(package, one), language="en"),
        ):
            with pytest.raises(AnnotatorError):
                package.journal.commit(refused())
        package.journal.commit(notes.answer(package, question.id, "No: he speaks."))
        package.journal.commit(notes.add_note(package, "decision", decision, "And the others?"))
    before = review.decisions(project, the_case(project))
    with foreign.read(tmp_path / "for A.annot") as returned:
        preview = takeback.look(project, returned)
        assert preview.held == ()
        project.journal.commit(takeback.take_back(project, preview))
    there = codings.notes(project.db, [decision])
    assert [(note.body, note.coder) for note in there] == [
        ("Do you agree?", "reviewer"),
        ("No: he speaks.", one),
        ("And the others?", one),
    ]
    assert review.decisions(project, the_case(project)) == before


def test_a_text_that_an_own_segment_still_belongs_to_goes_along(project: Project, tmp_path: Path):  # noqa: F811
    settle(project, "neither")
    case = the_case(project)
    new = Text("Another version.")
    article = articles.get(project.db, case.article)
    project.journal.commit(change("x", [new, altered(article, text=new.hash)]))
    send(project, tmp_path / "for A.annot")
    with Project.open(tmp_path / "for A.annot") as package:
        assert articles.text(package.db, article.text) == articles.text(project.db, article.text)


def test_a_package_is_never_put_in_the_place_of_a_file(project: Project, tmp_path: Path):  # noqa: F811
    settle(project, "neither")
    (tmp_path / "there.annot").write_bytes(b"precious")
    before = [*project.journal.newest()]
    with pytest.raises(AnnotatorError) as refused:
        send(project, tmp_path / "there.annot")
    assert refused.value.key == "file_exists"
    assert (tmp_path / "there.annot").read_bytes() == b"precious"
    assert [*project.journal.newest()] == before
