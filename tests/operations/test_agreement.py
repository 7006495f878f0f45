from __future__ import annotations

import pickle

import pytest

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.models import Actor, Choice, Coder, Coding, Round, Variable
from annotator.core.rows import added, altered
from annotator.operations import annotations, codings, people
from annotator.operations.agreement import agreement, gather, gather_rounds, seen
from annotator.operations.codings import Where
from annotator.review.report import Agreement
from annotator.store import codebook
from annotator.store import codings as reader
from tests.operations.conftest import BODY, document

ANNA, BASEM, CHAFIK = "anna", "basem", "chafik"
WAZIR, PLACE = (30, 36), (49, 52)


@pytest.fixture
def study(project, take):
    """Three coders, three articles: two coded by Anna and Basem, the third by Anna alone."""
    take(*(document(f"art-{n}", f"{BODY} {n}") for n in range(3)))
    for coder in (ANNA, BASEM, CHAFIK):
        project.journal.commit(people.add_coder(project, coder.title(), coder_id=coder))
    for article, coder, spans in [
        ("art-0", ANNA, [("actor", WAZIR), ("quotation", PLACE)]),
        ("art-0", BASEM, [("actor", WAZIR), ("cue", PLACE)]),
        ("art-1", ANNA, [("actor", WAZIR)]),
        ("art-1", BASEM, []),
        ("art-2", ANNA, [("actor", WAZIR)]),
    ]:
        label(project, article, coder, *spans)
    return project


def label(project, article: str, coder: str, *spans) -> None:
    where = Where(article, coder)
    project.act_as(coder)
    if not spans:
        row = Coding(where.id, article, coder, "main")
        project.journal.commit(change("open", [added(row)]))
    for name, place in spans:
        project.journal.commit(annotations.label_span(project, where, name, (place,)))


def value(found: Agreement, name: str, unit: str, label: str | None = None) -> float | None:
    (one,) = [one for one in found.measures if (one.name, one.unit, one.label) == (name, unit, label)]
    return one.value


def refused(key: str, *args, **more) -> AnnotatorError:
    with pytest.raises(AnnotatorError, match=f"^\\('{key}'") as caught:
        agreement(*args, **more)
    return caught.value


def test_between_two_coders_over_the_articles_that_both_began(study) -> None:
    found = agreement(study, ["Anna", BASEM])
    assert (found.coders, found.round, found.provisional, found.articles) == ((ANNA, BASEM), "main", True, 2)
    assert value(found, "exact f1", "span") == pytest.approx(2 / 5)
    assert value(found, "boundary f1", "span") == pytest.approx(4 / 5)
    assert value(found, "exact f1", "span", "actor") == pytest.approx(2 / 3)
    assert value(found, "percent agreement", "token") == pytest.approx(1 - 2 / 32)
    assert value(found, "cohen kappa", "coded token") is not None


def test_labels_stand_in_the_order_of_the_codebook(study) -> None:
    order = [one.id for one in codebook.read(study.db).labels]
    found = agreement(study, [ANNA, BASEM], unit="span")
    labels = list(dict.fromkeys(one.label for one in found.measures))
    assert labels == [None, *(one for one in order if one in {"actor", "quotation", "cue"})]


def test_a_coding_still_to_do_is_missing_and_an_empty_one_is_not(study) -> None:
    label(study, "art-2", BASEM)
    assert agreement(study, [ANNA, BASEM]).articles == 3
    row = Coding(Where("art-2", CHAFIK).id, "art-2", CHAFIK, "main", "own", "todo")
    study.journal.commit(change("open", [added(row)]))
    refused("nothing_in_common", study, [ANNA, CHAFIK])


def test_a_frozen_round_is_not_provisional(study) -> None:
    (main,) = codebook.rounds(study.db)
    study.journal.commit(change("freeze", [altered(main, state="frozen"), added(Round("pilot", "pilot"))]))
    assert not agreement(study, [ANNA, BASEM], round_id="main").provisional
    refused("nothing_in_common", study, [ANNA, BASEM], round_id="pilot")


def test_what_cannot_be_compared(study) -> None:
    refused("one_coder", study, [ANNA])
    refused("one_coder", study, [ANNA, BASEM, "Anna"])
    refused("no_such_coder", study, [ANNA, "Nobody"])
    refused("no_such_round", study, [ANNA, BASEM], round_id="none")
    assert refused("nothing_in_common", study, [ANNA, CHAFIK]).facts["a"] == "Anna"
    twice = Coder("basem-2", "Basem", 0)
    study.journal.commit(change("add_coder", [added(twice)]))
    refused("ambiguous_coder", study, [ANNA, "Basem"])
    nobody = refused("nothing_in_common", study, [CHAFIK, twice.id, ANNA])
    assert (nobody.facts["a"], nobody.facts["b"]) == (("Chafik", "Basem"), "Anna")


def test_three_coders_of_whom_two_have_an_article_in_common(study) -> None:
    found = agreement(study, [ANNA, BASEM, CHAFIK])
    assert found.articles == 2
    assert value(found, "exact f1", "span") == pytest.approx(2 / 5)


def test_pieces_of_a_span_are_kept_together(study) -> None:
    project = study
    for coder in (ANNA, BASEM):
        project.act_as(coder)
        where = Where("art-1", coder)
        project.journal.commit(annotations.label_span(project, where, "cue", (WAZIR, PLACE)))
    found = agreement(project, [ANNA, BASEM], unit="span")
    assert value(found, "exact f1", "span", "cue") == pytest.approx(2 / 3)
    assert next(one.n for one in found.measures if one.label == "cue") == 3


def variables(project) -> None:
    steps = [Choice(name, {"en": name}) for name in ("low", "middle", "high")]
    project.journal.commit(
        change(
            "add_variable",
            [
                added(Variable("strength", {"en": "Strength"}, "article", "scale", tuple(steps))),
                added(Variable("stars", {"en": "Stars"}, "article", "scale")),
                added(Variable("length", {"en": "Length"}, "article", "number")),
                added(Variable("topics", {"en": "Topics"}, "article", "choices", tuple(steps))),
                added(Variable("blank", {"en": "Blank"}, "article", "text")),
            ],
        )
    )


def answer(project, coder: str, article: str, **values) -> None:
    project.act_as(coder)
    for name, given in values.items():
        project.journal.commit(codings.set_article_variable(project, Where(article, coder), name, given))


def test_article_variables_by_their_type(study) -> None:
    variables(study)
    answer(study, ANNA, "art-0", strength="low", stars=1, length=100, topics=["low", "high"])
    answer(study, BASEM, "art-0", strength="middle", stars=1, length=130, topics=["high", "low"])
    answer(study, ANNA, "art-1", strength="high", stars=4, length=900.5)
    answer(study, BASEM, "art-1", strength="high", stars=5, length=900.5, topics=["low"])
    found = [one for one in agreement(study, [ANNA, BASEM], unit="span").measures if one.about == "variable"]
    by = {(one.label, one.name): one for one in found}
    assert {one.label for one in found} == {"strength", "stars", "length", "topics"}
    assert by["topics", "percent agreement"].value == 1
    assert by["topics", "percent agreement"].n == 1
    assert by["strength", "percent agreement"].value == 0.5
    assert 0 < by["strength", "krippendorff alpha ordinal"].value < 1
    assert 0.9 < by["length", "krippendorff alpha interval"].value < 1
    assert ("length", "cohen kappa") not in by
    assert {one.unit for one in found} == {"article"}


def test_values_that_a_changed_codebook_no_longer_allows_are_missing(study) -> None:
    variables(study)
    for coder, step in ((ANNA, "low"), (BASEM, "high")):
        answer(study, coder, "art-0", strength=step, blank="much")
        answer(study, coder, "art-1", strength="middle", blank="little")
    book = {one.id: one for one in codebook.read(study.db).variables}
    fewer = altered(book["strength"], choices=book["strength"].choices[1:])
    study.journal.commit(change("edit_variable", [fewer, altered(book["blank"], type="number")]))
    found = agreement(study, [ANNA, BASEM], unit="span").measures
    by = {(one.label, one.name): one for one in found if one.about == "variable"}
    assert by["strength", "percent agreement"].n == 1
    assert {variable for variable, _ in by} == {"strength"}


def test_it_says_how_far_it_is(study) -> None:
    heard: list[float] = []
    agreement(study, [ANNA, BASEM], tell=heard.append)
    assert heard == sorted(heard)
    assert 0 <= heard[0] <= 0.5 <= heard[-1] <= 1


def again(project, article: str, coder: str, round_id: str, *spans) -> None:
    project.act_as(coder)
    where = Where(article, coder, round_id)
    for name, place in spans:
        project.journal.commit(annotations.label_span(project, where, name, (place,)))


def test_one_coder_with_themselves_in_another_round(study) -> None:
    study.journal.commit(change("open_round", [added(Round("drift", "drift")), added(Round("empty", "drift"))]))
    again(study, "art-0", ANNA, "drift", ("actor", WAZIR), ("cue", PLACE))
    again(study, "art-2", ANNA, "drift", ("actor", WAZIR))
    found = agreement(study, ["Anna"], round_id="drift", against="main")
    assert [tuple(rater) for rater in found.raters] == [(ANNA, "drift"), (ANNA, "main")]
    assert [one.id for one in found.rounds] == ["drift", "main"]
    assert found.articles == 2
    assert value(found, "exact f1", "span") == pytest.approx(4 / 6)
    refused("one_against", study, [ANNA, BASEM], round_id="drift", against="main")
    refused("one_against", study, [ANNA], round_id="main", against="main")
    refused("no_such_round", study, [ANNA], round_id="drift", against="gone")
    nothing = refused("nothing_twice", study, [BASEM], round_id="drift", against="main")
    assert (nothing.facts["coder"], nothing.facts["against"]) == ("Basem", "main")
    refused("nothing_twice", study, [ANNA], round_id="empty", against="drift")


def test_what_is_gathered_is_plain_and_says_what_it_rests_on(study) -> None:
    (main,) = codebook.rounds(study.db)
    frozen = altered(main, state="frozen", frozen="2026-05-01T10:00:00+00:00", seal="5ea1", codebook="v1")
    study.journal.commit(change("freeze", [frozen]))
    found = pickle.loads(pickle.dumps(gather(study, [ANNA, BASEM], unit="sentence")))
    (under,) = found.rounds
    assert (under.frozen, under.seal, under.codebook, found.provisional) == (frozen_at(study), "5ea1", "v1", False)
    assert [work.article for work in found.works] == ["art-0", "art-1"]
    assert all(work.title for work in found.works)
    assert found.works[1].spans == ([("actor", (WAZIR,))], [])
    assert found.called.coders[ANNA] == "Anna"
    assert all(at for work in found.works for at in work.at)
    assert agreement(study, [ANNA, BASEM]).rounds == found.rounds


def frozen_at(project) -> str:
    return codebook.rounds(project.db)[0].frozen


def test_edges_are_trimmed_only_when_asked(study) -> None:
    start, end = WAZIR  # a space, and the word
    again(study, "art-1", BASEM, "main", ("actor", (start + 1, end)))
    assert value(agreement(study, [ANNA, BASEM]), "exact f1", "span", "actor") == 0.5
    found = agreement(study, [ANNA, BASEM], trim=True)
    assert found.trim
    assert value(found, "exact f1", "span", "actor") == 1


def test_attributes_of_spans_that_both_have(study) -> None:
    named = Variable("named", {"en": "Named"}, "annotation", "yesno")
    who = Variable("who", {"en": "Who"}, "annotation", "actor")
    study.journal.commit(change("add_variable", [added(named), added(who), added(Actor("omar", {"en": "Omar"}))]))
    for coder, said in ((ANNA, True), (BASEM, False)):
        study.act_as(coder)
        (one,) = [one for one in of_coding(study, Where("art-0", coder).id) if one.label == "actor"]
        study.journal.commit(annotations.set_attribute(study, one.id, "named", said))
        study.journal.commit(annotations.set_attribute(study, one.id, "who", "omar"))
    found = agreement(study, [ANNA, BASEM], unit="span")
    percent = {one.label: one for one in found.measures if one.about == "attribute" and one.name == "percent agreement"}
    assert {label: (one.unit, one.value, one.n) for label, one in percent.items()} == {
        "named": ("span", 0, 1),
        "who": ("span", 1, 1),
    }
    assert found.called.value("who", "omar", "ar") == "Omar"


def of_coding(project, coding: str) -> list:
    return reader.annotations_of(project.db, [coding])


def test_every_round_in_which_they_met(study) -> None:
    study.journal.commit(change("open_round", [added(Round("pilot", "pilot")), added(Round("later", "main"))]))
    for coder in (ANNA, BASEM):
        again(study, "art-2", coder, "later", ("actor", WAZIR))
    assert [one.raters[0].round for one in gather_rounds(study, [ANNA, BASEM], assigned=True)] == ["main", "later"]
    with pytest.raises(AnnotatorError, match="one_coder"):
        gather_rounds(study, [ANNA])


def test_what_is_kept_from_who_acts_is_no_part_of_it(study) -> None:
    study.act_as(ANNA)
    whole = gather(study, [ANNA, BASEM])
    with pytest.raises(AnnotatorError, match="still_blind"):
        seen(study, whole)  # nothing of hers is done
    assert gather_rounds(study, [ANNA, BASEM]) == []
    assert seen(study, whole, assigned=True) == whole  # no round that names its coders
    first = whole.works[0].article
    study.journal.commit(codings.set_status(study, Where(first, ANNA), "review"))
    found = seen(study, gather(study, [ANNA, BASEM]))
    assert [work.article for work in found.works] == [first]
    assert found.withheld == len(whole.works) - 1
