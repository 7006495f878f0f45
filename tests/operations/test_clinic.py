from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator import messages
from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.models import Round
from annotator.core.rows import added, altered, removed
from annotator.operations import annotations, clinic, codebook, codings, history, review
from annotator.operations.codings import Where
from annotator.store import codebook as book
from annotator.store import codings as rows
from tests.operations.test_feedback import project, settle_all, the_case  # noqa: F401  (a fixture among them)

if TYPE_CHECKING:
    from annotator.core.models import Label
    from annotator.store.project import Project

NEW = {"en": "Who acts, and nobody else.", "ar": "من يفعل لا غير."}


def label(project: Project, name: str = "actor") -> Label:  # noqa: F811
    found = book.label(project.db, name)
    assert found is not None
    return found


def refused(project: Project, operation, *args, **more) -> str:  # noqa: F811
    with pytest.raises(AnnotatorError) as error:
        operation(project, *args, **more)
    for language in ("ar", "en"):
        assert messages.say(error.value, language)
    return error.value.key


def test_what_is_argued_over_is_what_review_differs_in(project: Project):  # noqa: F811
    found = clinic.conflicts(project)
    kinds = {"missing", "boundary", "label", "attribute"}
    differences = [d for d in review.comparison(project, the_case(project)).differences if d.kind in kinds]
    assert [case.difference.id for case in found.cases] == [d.id for d in differences]
    assert found.labels[0].cases >= found.labels[-1].cases
    assert all(one.open == one.cases for one in found.labels)
    for one in (*found.labels, *found.pairs):
        assert len(found.behind(one.labels)) == one.cases
    used = project.db.execute("select count(*) from annotation").fetchone()[0]
    assert sum(found.uses.values()) == used


def test_settled_cases_have_their_reasons(project: Project):  # noqa: F811
    settle_all(project)
    found = clinic.conflicts(project, round_id="main")
    assert all(case.decision is not None for case in found.cases)
    assert {reason for one in found.labels for reason in one.reasons} == {"slip"}
    assert sum(one.open for one in found.labels) == 0


def test_rounds_are_looked_at_one_by_one_or_all(project: Project):  # noqa: F811
    project.journal.commit(change("open_round", [added(Round("second", "pilot"))]))
    assert clinic.conflicts(project, round_id="second").cases == ()
    heard: list[float] = []
    assert clinic.conflicts(project, tell=heard.append).cases
    assert heard == [0.5]
    assert refused(project, clinic.conflicts, round_id="third") == "no_such_round"


def test_what_is_kept_from_who_looks_is_not_argued_over_before_them(project: Project):  # noqa: F811
    article = the_case(project).article
    project.journal.commit(annotations.label_span(project, Where(article, "reviewer"), "actor", ((0, 4),)))
    assert clinic.conflicts(project).cases == ()
    assert {one.coding.coder for one in clinic.touched(project, "actor")} <= {"reviewer"}


def test_a_definition_and_its_version_are_one_action(project: Project):  # noqa: F811
    before = label(project)
    done = project.journal.commit(clinic.amend(project, "actor", "2.0", definition=NEW))
    assert label(project).definition == NEW
    versions = book.versions(project.db)
    assert [version.name for version in versions] == ["1.0", "2.0"]
    told = next(each for each in versions[-1].body["labels"] if each["id"] == "actor")
    assert told["definition"] == NEW
    assert refused(project, codebook.publish, "3.0") == "nothing_new"  # the version is the codebook as it stands
    for language in ("ar", "en"):
        assert "…" not in messages.tell(done.name, done.facts, language)
    history.undo(project)
    assert label(project) == before
    assert [version.name for version in book.versions(project.db)] == ["1.0"]


@pytest.mark.parametrize(
    ("name", "version", "words", "key"),
    [
        ("actor", " ", {"definition": NEW}, "empty_name"),
        ("actor", "1.0", {"definition": NEW}, "version_name_taken"),
        ("actor", "2.0", {}, "nothing_new"),
        ("nobody", "2.0", {"definition": NEW}, "no_such_label"),
    ],
)
def test_what_cannot_be_amended_is_refused(project: Project, name, version, words, key: str):  # noqa: F811
    assert refused(project, clinic.amend, name, version, **words) == key


@pytest.mark.parametrize("state", ["locked", "extensible"])
def test_a_locked_codebook_is_not_amended(project: Project, state):  # noqa: F811
    project.journal.commit(codebook.set_editing(project, state))
    assert refused(project, clinic.amend, "actor", "2.0", definition=NEW) == "codebook_locked"


def test_words_of_a_case_go_where_the_reviewer_wants_them(project: Project):  # noqa: F811
    one = label(project)
    quote = "الناطق\n باسم  الوزارة"
    examples = clinic.drafted(one, quote, "examples", "ar")
    assert examples == {"examples": (*one.examples, "الناطق باسم الوزارة")}
    assert clinic.drafted({**examples}, quote, "examples", "ar") == examples
    include = clinic.drafted(one, quote, "include", "ar")
    assert include["include"]["ar"] == f"{one.include['ar']} «الناطق باسم الوزارة»"
    assert include["include"]["en"] == one.include["en"]
    assert clinic.drafted({**include}, quote, "include", "ar") == include
    assert clinic.drafted({}, "he said", "exclude", "en") == {"exclude": {"en": "“he said”"}}


def test_a_new_definition_touches_what_was_set_under_the_old_one(project: Project):  # noqa: F811
    assert clinic.touched(project, "actor") == []
    settle_all(project)
    count = project.db.execute("select count(*) from annotation where label = 'actor'").fetchone()[0]
    project.journal.commit(clinic.amend(project, "actor", "2.0", definition=NEW))
    found = clinic.touched(project, "actor")
    assert len(found) == count
    assert {one.version for one in found} == {"1.0"}
    assert {one.coding.coder for one in found} == {*the_case(project).between, "reviewer"}
    assert clinic.touched(project, "quotation") == []
    assert refused(project, clinic.touched, "nobody") == "no_such_label"
    history.undo(project)
    assert clinic.touched(project, "actor") == []


def test_a_change_of_looks_touches_nothing_and_one_taken_back_neither(project: Project):  # noqa: F811
    old = label(project).definition
    project.journal.commit(codebook.edit_label(project, "actor", hue=3))
    project.journal.commit(codebook.publish(project, "2.0"))
    assert clinic.touched(project, "actor") == []
    project.journal.commit(clinic.amend(project, "actor", "3.0", definition=NEW))
    assert clinic.touched(project, "actor") != []
    project.journal.commit(codebook.edit_label(project, "actor", definition=old))
    assert clinic.touched(project, "actor") == []


def test_what_was_set_before_any_version_is_touched_once_the_definition_was_altered(project: Project):  # noqa: F811
    (span,) = [a for a in rows.annotations_of(project.db, [c.id for c in all_codings(project)]) if a.label == "actor"][
        :1
    ]
    project.journal.commit(change("x", [altered(span, codebook="")]))
    assert clinic.touched(project, "actor") == []
    project.journal.commit(codebook.edit_label(project, "actor", hue=3))
    assert clinic.touched(project, "actor") == []
    project.journal.commit(clinic.amend(project, "actor", "2.0", definition=NEW))
    assert {one.version for one in clinic.touched(project, "actor")} == {"", "1.0"}


def all_codings(project: Project):  # noqa: F811
    return [coding for case in review.cases(project) for coding in rows.of_article(project.db, case.article)]


def test_looked_at_they_hold_under_the_new_definition_with_one_undo(project: Project):  # noqa: F811
    project.journal.commit(clinic.amend(project, "actor", "2.0", definition=NEW))
    found = [one.annotation.id for one in clinic.touched(project, "actor")]
    done = project.journal.commit(clinic.look_again(project, found[:2]))
    assert [one.annotation.id for one in clinic.touched(project, "actor")] == found[2:]
    assert done.facts["count"] == 2
    for language in ("ar", "en"):
        assert "…" not in messages.tell(done.name, done.facts, language)
    history.undo(project)
    assert [one.annotation.id for one in clinic.touched(project, "actor")] == found


def test_frozen_ones_are_listed_and_stay(project: Project):  # noqa: F811
    project.journal.commit(clinic.amend(project, "actor", "2.0", definition=NEW))
    (one,) = [each for each in book.rounds(project.db) if each.id == "main"]
    project.journal.commit(change("freeze", [altered(one, state="frozen")]))
    found = clinic.touched(project, "actor")
    assert found
    assert all(each.frozen for each in found)
    assert refused(project, clinic.look_again, [found[0].annotation.id]) == "frozen_round"


def test_what_cannot_be_looked_at_is_refused(project: Project):  # noqa: F811
    assert refused(project, clinic.look_again, []) == "nothing_to_look_at"
    assert refused(project, clinic.look_again, ["nobody"]) == "no_such_annotation"
    for version in book.versions(project.db):
        project.journal.commit(change("x", [removed(version)]))
    assert refused(project, clinic.look_again, []) == "no_version"


def test_a_version_that_had_no_such_label_is_another_definition(project: Project):  # noqa: F811
    made = project.journal.commit(codebook.add_label(project, {"en": "Rumour"}))
    article = the_case(project).article
    project.journal.commit(codings.set_status(project, Where(article, "reviewer"), "todo"))
    project.journal.commit(
        annotations.label_span(project, Where(article, "reviewer"), str(made.facts["label"]), ((0, 4),))
    )
    assert [one.version for one in clinic.touched(project, str(made.facts["label"]))] == ["1.0"]
