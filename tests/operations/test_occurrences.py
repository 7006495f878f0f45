"""Finding words in a project, and labelling every occurrence as one action."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.folding import folded
from annotator.core.models import Actor, Boundary, Coder, Round
from annotator.core.rows import added, altered
from annotator.operations import annotations, occurrences
from annotator.operations.codings import Where
from annotator.operations.occurrences import Hit
from annotator.store import articles, codebook, codings
from annotator.store import folded as store_folded
from tests.operations.conftest import document

if TYPE_CHECKING:
    from annotator.store.project import Project

ONE = "قال متحدث باسم حماس إن وفدا من حماس وصل.\nوأكدت مصادر في حماس وبحماس ذلك، وللحكومة رأي."
TWO = "حَماس والحكومة في غزة: وليد جنبلاط زار الحكومة."
THREE = "لا شيء هنا."


@pytest.fixture
def corpus(project: Project, take) -> Project:
    take(document("a", ONE), document("b", TWO), document("c", THREE))
    return project


def listed(project: Project, query: str, **how) -> list[tuple[str, str, str, str]]:
    return [(one.article, one.text, one.form, one.clitic) for one in occurrences.every(project, query, **how)]


def set_policy(project: Project, **rule: bool) -> None:
    old = codebook.project(project.db)
    project.journal.commit(change("policy", [altered(old, boundary=Boundary(**rule))]))


def test_every_occurrence_by_article_the_exact_form_first(corpus: Project) -> None:
    assert listed(corpus, "حماس") == [
        ("a", "حماس", "حماس", ""),
        ("a", "حماس", "حماس", ""),
        ("a", "حماس", "حماس", ""),
        ("a", "وبحماس", "حماس", "وب"),
        ("b", "حَماس", "حماس", ""),
    ]
    assert listed(corpus, "الحكومة") == [
        ("a", "وللحكومة", "الحكومة", "ول"),
        ("b", "الحكومة", "الحكومة", ""),
        ("b", "والحكومة", "الحكومة", "و"),
    ]


def test_an_occurrence_in_its_context(corpus: Project) -> None:
    found = occurrences.every(corpus, "غزة")
    assert [(one.start, one.end, one.before, one.after) for one in found] == [(18, 21, TWO[:18], TWO[21:])]
    first = occurrences.every(corpus, "رأي")[0]
    assert first.before == ONE[first.start - 60 : first.start]
    assert ONE[first.start : first.end] == first.text


def test_one_article_alone(corpus: Project) -> None:
    assert listed(corpus, "حماس", article="b") == [("b", "حَماس", "حماس", "")]
    assert listed(corpus, "حماس", article="c") == []
    with pytest.raises(AnnotatorError, match="no_such_article"):
        occurrences.every(corpus, "حماس", article="x")


def test_nothing_is_found_of_nothing(corpus: Project) -> None:
    assert occurrences.every(corpus, "  ") == []
    assert list(occurrences.search(corpus, " ")) == []
    assert list(occurrences.search(corpus, "", exact=True)) == []
    assert list(occurrences.search(corpus, "", word=True)) == []


def test_the_boundary_policy_decides(corpus: Project) -> None:
    set_policy(corpus, clitics=False)
    assert [text for _, text, _, _ in listed(corpus, "حماس", article="a")] == ["حماس"] * 4
    assert occurrences.every(corpus, "حماس", rule=Boundary())[3].text == "وبحماس"
    set_policy(corpus, punctuation=True)
    assert [text for _, text, _, _ in listed(corpus, "غزة")] == ["غزة:"]


def test_names_of_the_register_begin_with_no_particle(corpus: Project, take) -> None:
    take(document("d", "بلطيم وبلطيم ولطيم"))
    assert [text for _, text, _, _ in listed(corpus, "لطيم")] == ["بلطيم", "وبلطيم", "ولطيم"]
    corpus.journal.commit(
        change("add", [added(Actor("x", {"ar": "ياسر بلطيم"}, aliases=("الحكومة", "حماس", "بحماس")))])
    )
    assert occurrences.whole_names(corpus) == {"بلطيم"}
    assert [text for _, text, _, _ in listed(corpus, "لطيم")] == ["ولطيم"]
    assert [text for _, text, _, _ in listed(corpus, "حكومة")] == ["وللحكومة", "والحكومة", "الحكومة"]


def test_what_the_coder_has_there_is_marked(corpus: Project) -> None:
    where = Where("a", corpus.coder)
    at = ONE.index("حماس")
    corpus.journal.commit(annotations.label_span(corpus, where, "actor", ((at, at + 4),)))
    assert [one.coded for one in occurrences.every(corpus, "حماس", coder=corpus.coder)] == [
        True,
        False,
        False,
        False,
        False,
    ]
    assert occurrences.every(corpus, "حماس", article="a", coder=corpus.coder)[0].coded
    assert occurrences.every(corpus, "حماس", article="a", coder=corpus.coder, round_id="main")[0].coded
    assert not any(one.coded for one in occurrences.every(corpus, "حماس", coder=corpus.coder, round_id="drift"))
    assert not any(one.coded for one in occurrences.every(corpus, "حماس"))
    assert not any(one.coded for one in occurrences.every(corpus, "حماس", coder="nobody"))


def told_of(project: Project, query: str) -> list[float]:
    told: list[float] = []
    occurrences.every(project, query, progress=lambda done, _name: told.append(done))
    return told


def test_progress_is_told_while_texts_are_folded_looked_through_and_read(corpus: Project) -> None:
    folding, looking, *reading = told_of(corpus, "حماس")
    assert folding == 0.8
    assert 0.8 < looking < 0.9
    assert reading == pytest.approx([0.95, 1.0])
    assert told_of(corpus, "حماس") == [looking, *reading]
    assert told_of(corpus, "طوكيو") == [looking]


def test_what_progress_raises_ends_the_search(corpus: Project) -> None:
    def stop(_done: float, _name: str) -> None:
        raise AnnotatorError("cancelled")

    for query in ("حماس", "حماس", "طوكيو"):  # while folding; then while looking, whatever is found
        with pytest.raises(AnnotatorError, match="cancelled"):
            occurrences.every(corpus, query, progress=stop)
    assert len(occurrences.every(corpus, "حماس")) == 5


def test_suffixes_are_asked_for(corpus: Project, take) -> None:
    take(document("d", "حكومته"))
    assert ("d", "حكومته", "حكومته", "") not in listed(corpus, "حكومة")
    assert ("d", "حكومته", "حكومته", "") in listed(corpus, "حكومة", suffixes=True)


def labelled(project: Project) -> list[tuple[str, str]]:
    there = {one.id: one.article for one in (c for a in "abc" for c in codings.of_article(project.db, a))}
    found = codings.annotations_of(project.db, [*there])
    return sorted((there[one.coding], one.quotes[0]) for one in found)


def test_all_are_labelled_as_one_action_and_taken_back_as_one(corpus: Project) -> None:
    found = occurrences.every(corpus, "حماس")
    before = corpus.journal.n
    done = corpus.journal.commit(occurrences.label_all(corpus, (corpus.coder, "main"), "actor", found))
    assert done.facts["count"] == 5
    assert done.facts["left"] == 0
    assert corpus.journal.n == before + 1
    assert labelled(corpus) == [("a", "حماس")] * 3 + [("a", "وبحماس"), ("b", "حَماس")]
    assert all(one.coded for one in occurrences.every(corpus, "حماس", coder=corpus.coder))
    corpus.journal.undo()
    assert labelled(corpus) == []
    assert codings.of_article(corpus.db, "b") == []


def test_what_has_the_label_is_left_out_and_counted(corpus: Project) -> None:
    found = occurrences.every(corpus, "حماس")
    where = corpus.coder, "main"
    corpus.journal.commit(occurrences.label_all(corpus, where, "actor", found[:2]))
    done = corpus.journal.commit(occurrences.label_all(corpus, where, "actor", found))
    assert (done.facts["count"], done.facts["left"]) == (3, 2)
    again = corpus.journal.commit(occurrences.label_all(corpus, where, "actor", found))
    assert (again.facts["count"], again.n) == (0, 0)
    other = corpus.journal.commit(occurrences.label_all(corpus, where, "source", found))
    assert other.facts["count"] == 5
    assert corpus.journal.commit(occurrences.label_all(corpus, where, "actor", [])).n == 0


def test_what_the_rules_forbid_is_left_out_unless_they_forbid_all(corpus: Project) -> None:
    label = codebook.label(corpus.db, "actor")
    corpus.journal.commit(change("rule", [altered(label, within=("quotation",))]))
    where = corpus.coder, "main"
    found = occurrences.every(corpus, "حماس")
    with pytest.raises(AnnotatorError, match="label_not_here"):
        occurrences.label_all(corpus, where, "actor", found)
    corpus.journal.commit(annotations.label_span(corpus, Where("a", corpus.coder), "quotation", ((0, 40),)))
    done = corpus.journal.commit(occurrences.label_all(corpus, where, "actor", found))
    assert (done.facts["count"], done.facts["left"]) == (2, 3)


def test_it_is_refused_where_it_cannot_be(corpus: Project) -> None:
    found = occurrences.every(corpus, "حماس")
    where = corpus.coder, "main"
    with pytest.raises(AnnotatorError, match="no_such_label"):
        occurrences.label_all(corpus, where, "nothing", found)
    with pytest.raises(AnnotatorError, match="no_such_coder"):
        occurrences.label_all(corpus, ("nobody", "main"), "actor", found)
    with pytest.raises(AnnotatorError, match="text_changed"):
        occurrences.label_all(corpus, where, "actor", [replace(found[0], text="فتح")])
    corpus.journal.commit(change("freeze", [added(Round("pilot", "pilot", "frozen"))]))
    with pytest.raises(AnnotatorError, match="frozen_round"):
        occurrences.label_all(corpus, (corpus.coder, "pilot"), "actor", found)
    assert labelled(corpus) == []


def test_a_newcomer_comes_with_the_action(corpus: Project) -> None:
    new = Coder("n1", "Nadia", 10)
    found = occurrences.every(corpus, "حماس")
    done = corpus.journal.commit(occurrences.label_all(corpus, ("n1", "main"), "actor", found, newcomer=new))
    assert done.facts["count"] == 5
    assert codebook.coder(corpus.db, "n1") == new


# --- search


def hits(project: Project, query: str, **how) -> list[tuple[str, str]]:
    return [(one.article, one.text) for one in occurrences.search(project, query, **how)]


def test_b2_b4_search_finds_the_folded_query_anywhere_in_a_word(corpus: Project) -> None:
    assert hits(corpus, "ماس") == [("a", "ماس")] * 4 + [("b", "ماس")]
    assert hits(corpus, "حُكُومَة") == [("a", "حكومة"), ("b", "حكومة"), ("b", "حكومة")]
    assert hits(corpus, "حكومه") == []
    assert hits(corpus, "حكومه", loose=True) == hits(corpus, "حكومة")
    assert hits(corpus, "شىء", loose=True) == [("c", "شيء")]


def test_b14_whole_words_after_particles_in_the_order_of_the_text(corpus: Project) -> None:
    assert hits(corpus, "حماس", word=True) == [("a", "حماس")] * 4 + [("b", "حَماس")]
    assert hits(corpus, "ماس", word=True) == []
    assert hits(corpus, "ليد", word=True) == []
    assert hits(corpus, "حكومه", word=True, loose=True) == [("a", "حكومة"), ("b", "حكومة"), ("b", "حكومة")]
    starts = [one.start for one in occurrences.search(corpus, "حماس", word=True) if one.article == "a"]
    assert starts == sorted(starts)


def test_exact_is_the_raw_string(corpus: Project) -> None:
    assert hits(corpus, "حَماس", exact=True) == [("b", "حَماس")]
    assert hits(corpus, "حماس", exact=True) == [("a", "حماس")] * 4
    assert list(occurrences.search(corpus, "غزة", exact=True)) == [Hit("b", 18, 21, "غزة", TWO[:18], TWO[21:])]


@pytest.mark.parametrize("how", [{}, {"word": True}, {"exact": True}, {"loose": True}])
def test_a_limit(corpus: Project, how: dict[str, bool]) -> None:
    everything = hits(corpus, "حماس", **how)
    assert hits(corpus, "حماس", limit=2, **how) == everything[:2]
    assert hits(corpus, "حماس", limit=0, **how) == []
    assert hits(corpus, "حماس", limit=100, **how) == everything


def test_a_ligature_is_one_hit(corpus: Project, take) -> None:
    take(document("d", "\ufdf2 أكبر"))
    assert hits(corpus, "الل") == [("d", "\ufdf2")]
    assert hits(corpus, "ل", limit=None)[-1] == ("d", "\ufdf2")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(query=st.text("حماسوبلة َ. نق", min_size=1, max_size=4))
def test_the_result_is_that_of_a_scan_of_the_folded_texts(corpus: Project, query: str) -> None:
    scanned = []
    for article in articles.every(corpus.db):
        key = folded(articles.text(corpus.db, article.text).body)
        scanned += [article.id] * (key.count(folded(query)) if folded(query).strip() else 0)
    found = list(occurrences.search(corpus, query))
    assert [one.article for one in found] == scanned
    assert all(folded(one.text) == folded(query) for one in found)


def test_without_the_derived_file_all_is_the_same(corpus: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = listed(corpus, "حماس"), hits(corpus, "حكومه", loose=True)

    def refused(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(store_folded, "_opened", refused)
    assert (listed(corpus, "حماس"), hits(corpus, "حكومه", loose=True)) == before
