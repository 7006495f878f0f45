"""Rounds opened, drawn and given to coders; what comes back, what is taken back, and all that is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.changes import change
from annotator.core.ids import keyed_id
from annotator.core.models import Coding
from annotator.core.rows import added
from annotator.formats.records import CodingRecord, Whose
from annotator.operations import annotations, articles, codebook, codings, history, people, rounds, sealing, starter
from annotator.operations.codings import Where
from annotator.operations.drawing import Draw
from annotator.operations.intake import Incoming
from annotator.operations.rounds import Terms
from annotator.store import codebook as reader
from annotator.store import rounds as store
from annotator.store.project import Project
from tests.operations.conftest import BODY, document
from tests.operations.desk import Desk

OUTLETS = ("سانا", "BBC", "")


@pytest.fixture
def desk(project, take) -> Desk:
    """Twelve articles of three outlets; two coders beside the first."""
    take(*(document(f"art-{n}", f"{BODY}\n{n}", meta={"outlet": OUTLETS[n % 3]}) for n in range(1, 13)))
    made = Desk(project)
    for name in ("عمر", "Leyla"):
        made.do(people.add_coder, name)
    return made


def ids(desk: Desk) -> list[str]:
    return [coder.id for coder in reader.coders(desk.project.db)]


def round_of(desk: Desk, name: str):
    return rounds.existing(desk.project, name)


def of(desk: Desk, name: str, coder: str) -> dict[str, str]:
    return store.statuses(desk.project.db, name, coder)


def test_a_round_is_opened_under_the_codebook_as_it_stands(desk) -> None:
    first = reader.latest_version(desk.project.db)
    done = desk.do(rounds.open_round, "  pilot ", Terms("pilot", ("عمر",)))
    found = round_of(desk, "pilot")
    assert (found.kind, found.state, found.coders, found.blind) == ("pilot", "open", (ids(desk)[1],), True)
    assert found.codebook == reader.latest_version(desk.project.db)
    assert done.facts == {"round": "pilot", "kind": "pilot"}
    desk.do(codebook.add_label, {"ar": "جديد"})
    desk.do(rounds.open_round, "second")
    names = [version.name for version in reader.versions(desk.project.db)]
    assert names[-1] == "second"
    assert round_of(desk, "second").codebook == reader.latest_version(desk.project.db) != first
    count = len(names)
    desk.do(rounds.open_round, "third")
    assert len(reader.versions(desk.project.db)) == count


def test_a_version_named_like_the_round_leaves_the_name_to_it(desk) -> None:
    desk.do(codebook.add_label, {"ar": "جديد"})
    desk.do(codebook.publish, "pilot")
    desk.do(codebook.add_label, {"ar": "آخر"})
    desk.do(rounds.open_round, "pilot")
    assert reader.versions(desk.project.db)[-1].name == "pilot 2"


def test_a_codebook_that_went_back_to_an_older_version_needs_no_new_one(desk) -> None:
    desk.do(codebook.add_label, {"ar": "جديد"})
    desk.do(codebook.publish, "one")
    older = reader.latest_version(desk.project.db)
    label = str(desk.do(codebook.add_label, {"ar": "آخر"}).facts["label"])
    desk.do(codebook.publish, "two")
    desk.do(codebook.remove_label, label)
    desk.do(rounds.open_round, "pilot")
    assert round_of(desk, "pilot").codebook == older


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("", "empty_name"),
        ("  ", "empty_name"),
        ("x" * 65, "bad_round_name"),
        ("a\x00b", "bad_round_name"),
        ("main", "round_exists"),
    ],
)
def test_names_that_cannot_be(desk, name, key) -> None:
    desk.refused(key, rounds.open_round, name)
    if key != "round_exists":
        desk.refused(key, rounds.draw, name, Draw())


def test_who_is_not_there_is_not_given_work(desk) -> None:
    desk.refused("no_such_coder", rounds.open_round, "pilot", Terms(coders=("nobody",)))
    desk.refused("no_such_coder", rounds.open_round, "pilot", Terms(expert="nobody"))
    desk.refused("no_such_coder", rounds.assign, "main", "nobody", ["art-1"])


def test_a_draw_gives_each_article_to_every_coder_of_the_round(desk) -> None:
    terms = Terms("reliability", ("سارة", "عمر"))
    how = Draw(0.5, seed=7, stratify=("outlet",))
    seen = rounds.preview(desk.project, "sample", how, terms)
    done = desk.do(rounds.draw, "sample", how, terms)
    found = round_of(desk, "sample")
    assert done.facts == {"round": "sample", "count": 6, "coders": 2}
    assert found.coders == tuple(ids(desk)[:2]) == seen.coders
    for coder in found.coders:
        assert of(desk, "sample", coder) == dict.fromkeys(seen.sample.articles, "todo")
    assert of(desk, "sample", ids(desk)[2]) == {}
    assert found.plan == {
        "share": 0.5,
        "seed": 7,
        "stratify": ["outlet"],
        "pool": 12,
        "drawn": 6,
        "strata": [{"of": [outlet], "pool": 4, "drawn": 2} for outlet in sorted(OUTLETS)],
    }
    assert [(each.assigned, each.begun, each.done) for each in rounds.progress(desk.project, "sample")] == [
        (6, 0, 0)
    ] * 2


def test_a_draw_into_a_round_that_is_there_once(desk) -> None:
    desk.do(rounds.open_round, "pilot", Terms("pilot", ("عمر",)))
    desk.do(rounds.draw, "pilot", Draw(count=3), Terms(coders=("Leyla",)))
    found = round_of(desk, "pilot")
    assert (found.kind, found.coders, found.plan["count"]) == ("pilot", tuple(ids(desk)[1:]), 3)
    desk.refused("round_drawn", rounds.draw, "pilot", Draw(count=3))
    desk.do(sealing.freeze, "pilot")
    desk.refused("frozen_round", rounds.draw, "pilot", Draw(count=3))


def test_without_names_everybody_codes_and_without_a_number_everything(desk) -> None:
    desk.do(rounds.draw, "all", Draw(), Terms(expert="Leyla"))
    found = round_of(desk, "all")
    assert found.coders == tuple(ids(desk)[:2])
    assert found.expert == ids(desk)[2]
    for coder in (*found.coders, found.expert):
        assert len(of(desk, "all", coder)) == 12
    assert "share" not in found.plan


def test_an_expert_is_none_of_the_coders(desk) -> None:
    desk.do(rounds.draw, "t", Draw(count=1), Terms("training", ("سارة", "Leyla"), expert="Leyla"))
    assert round_of(desk, "t").coders == (ids(desk)[0],)


def test_from_another_round_only_what_was_coded_there(desk) -> None:
    desk.do(rounds.draw, "first", Draw(count=5), Terms(coders=("عمر",)))
    coded = list(of(desk, "first", ids(desk)[1]))[:3]
    for article in coded:
        desk.do(codings.set_status, Where(article, ids(desk)[1], "first"), "review")
    desk.do(rounds.draw, "check", Draw(source="first"), Terms(coders=("Leyla",)))
    assert list(of(desk, "check", ids(desk)[2])) == coded
    assert round_of(desk, "check").plan["source"] == "first"
    desk.refused("no_such_round", rounds.draw, "x", Draw(source="none"))
    desk.refused("empty_pool", rounds.draw, "x", Draw(source="main"))


def test_what_each_coded_before_comes_back_to_them_alone(desk) -> None:
    mine, theirs = ids(desk)[:2]
    for coder, numbers in ((mine, range(1, 7)), (theirs, range(7, 13))):
        for number in numbers:
            desk.do(codings.set_status, Where(f"art-{number}", coder), "review")
    how = Draw(count=4, again=0.5)
    seen = rounds.preview(desk.project, "drift", how, Terms("drift", (mine, theirs)))
    desk.do(rounds.draw, "drift", how, Terms("drift", (mine, theirs)))
    for coder, before in ((mine, range(1, 7)), (theirs, range(7, 13))):
        coded = {f"art-{number}" for number in before}
        back = seen.again[coder]
        assert set(back) <= coded - set(seen.sample.articles)
        assert len(back) == round(len(coded - set(seen.sample.articles)) / 2 + 0.01)
        assert set(of(desk, "drift", coder)) == {*seen.sample.articles, *back}
    assert round_of(desk, "drift").plan["again"] == 0.5


def test_more_is_given_and_what_was_not_begun_taken_back(desk) -> None:
    desk.do(rounds.open_round, "pilot")
    done = desk.do(rounds.assign, "pilot", "عمر", ["art-1", "art-2", "art-1", "art-3"])
    omar = ids(desk)[1]
    assert done.facts == {"round": "pilot", "coder": "عمر", "count": 3}
    assert round_of(desk, "pilot").coders == (omar,)
    desk.refused("nothing_to_assign", rounds.assign, "pilot", "عمر", ["art-1"])
    desk.refused("no_such_article", rounds.assign, "pilot", "عمر", ["none"])
    desk.do(annotations.label_span, Where("art-1", omar, "pilot"), "actor", ((0, 4),))
    assert of(desk, "pilot", omar) == {"art-1": "work", "art-2": "todo", "art-3": "todo"}
    desk.do(rounds.unassign, "pilot", "عمر", ["art-1", "art-2"])
    assert list(of(desk, "pilot", omar)) == ["art-1", "art-3"]
    desk.do(rounds.unassign, "pilot", "عمر")
    assert list(of(desk, "pilot", omar)) == ["art-1"]
    assert round_of(desk, "pilot").coders == (omar,)
    desk.refused("nothing_to_unassign", rounds.unassign, "pilot", "عمر")
    desk.do(codings.set_status, Where("art-1", omar, "pilot"), "todo")
    desk.refused("nothing_to_unassign", rounds.unassign, "pilot", "عمر")


def test_who_has_nothing_left_is_no_coder_of_the_round(desk) -> None:
    desk.do(rounds.open_round, "pilot")
    desk.do(rounds.assign, "pilot", "عمر", ["art-1"])
    desk.do(rounds.unassign, "pilot", "عمر")
    assert round_of(desk, "pilot").coders == ()
    history.undo(desk.project)
    assert round_of(desk, "pilot").coders == (ids(desk)[1],)


def test_of_a_frozen_round_nothing_is_given_or_taken(desk) -> None:
    desk.do(rounds.draw, "pilot", Draw(count=2))
    desk.do(sealing.freeze, "pilot")
    desk.refused("frozen_round", rounds.assign, "pilot", "عمر", ["art-1"])
    desk.refused("frozen_round", rounds.unassign, "pilot", "عمر")
    desk.refused("frozen_round", sealing.freeze, "pilot")


def test_where_there_is_no_such_round(desk) -> None:
    for operation in (rounds.assign, rounds.unassign):
        desk.refused("no_such_round", operation, "none", "عمر", ["art-1"])
    desk.refused("no_such_round", sealing.freeze, "none")
    desk.refused("no_such_round", rounds.progress, "none")


def test_progress_counts_what_is_assigned_begun_and_done_also_of_who_was_not_named(desk) -> None:
    desk.do(rounds.draw, "pilot", Draw(count=4), Terms(coders=("عمر",)))
    omar, leyla = ids(desk)[1:]
    first, second, *_ = of(desk, "pilot", omar)
    desk.do(codings.set_status, Where(first, omar, "pilot"), "review")
    desk.do(annotations.label_span, Where(second, omar, "pilot"), "actor", ((0, 4),))
    desk.do(annotations.label_span, Where("art-1", leyla, "pilot"), "actor", ((0, 4),))
    assert rounds.progress(desk.project, "pilot") == [store.Progress(omar, 4, 2, 1), store.Progress(leyla, 1, 1, 0)]
    assert store.count_articles(desk.project.db)["pilot"] in {4, 5}
    assert store.undone(desk.project.db, "pilot", omar)
    assert store.fields(desk.project.db) == ["outlet"]


def test_a_file_that_says_how_far_its_coder_is_ends_what_was_to_do(desk, take) -> None:
    desk.do(rounds.draw, "pilot", Draw(), Terms(coders=("عمر",)))
    take(document("art-1", f"{BODY}\n1", codings=(CodingRecord(Whose("عمر", "", "pilot", "own"), "done"),)))
    assert of(desk, "pilot", ids(desk)[1])["art-1"] == "done"
    desk.do(sealing.freeze, "pilot")
    report = take(document("art-2", f"{BODY}\n2", codings=(CodingRecord(Whose("عمر", "", "pilot", "own"), "done"),)))
    assert [each.why.key for each in report.refused] == ["frozen_round"]


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 99), st.sampled_from([0.1, 0.25, 0.5, 1.0]), st.integers(2, 25))
def test_two_machines_draw_the_same(tmp_path_factory, seed, share, many) -> None:
    drawn = []
    for order in (1, -1):
        path = tmp_path_factory.mktemp("draw") / "s.annot"
        starter.begin(path, coder="سارة")
        with Project.open(path) as project:
            documents = [document(f"a{n}", f"نص {n}", meta={"outlet": OUTLETS[n % 3]}) for n in range(1, many)][::order]
            done, _ = articles.take_in(
                project, (Incoming(one, "f", "jsonl") for one in documents), coder=people.acting(project)
            )
            project.journal.commit(done)
            project.journal.commit(rounds.draw(project, "r", Draw(share, seed=seed, stratify=("outlet",))))
            drawn.append((set(store.statuses(project.db, "r", project.coder)), rounds.existing(project, "r").plan))
    assert drawn[0] == drawn[1]


def test_a_coding_of_another_hand_is_not_taken_for_one_to_do(desk) -> None:
    """Ids follow from what a coding is of: two copies that draw the same join without a clash."""
    desk.do(rounds.draw, "r", Draw(count=1), Terms(coders=("عمر",)))
    ((key, article),) = desk.project.db.execute(
        """select "id", "article" from "coding" where "round" = 'r'"""
    ).fetchall()
    omar = ids(desk)[1]
    assert key == keyed_id("coding", article, omar, "r", "own") == Where(article, omar, "r").id
    other = Coding("settled", article, omar, "r", "settled", "settled")
    desk.project.journal.commit(change("settle", [added(other)]))
    assert of(desk, "r", omar) == {article: "todo"}


def test_whoever_is_new_comes_with_the_round_and_goes_with_it(desk) -> None:
    before = ids(desk)
    coder, expert = people.named(desk.project, ["نور", "أمل"])
    terms = Terms("training", (coder.id, before[0]), expert=expert.id, newcomers=(coder, expert))
    desk.do(rounds.draw, "training", Draw(count=3), terms)
    found = round_of(desk, "training")
    assert (found.coders, found.expert) == ((coder.id, before[0]), expert.id)
    assert len(of(desk, "training", coder.id)) == len(of(desk, "training", expert.id)) == 3
    assert history.undo(desk.project) is not None
    assert ids(desk) == before


def test_a_round_that_was_opened_gets_its_expert_with_the_draw(desk) -> None:
    first, second, third = ids(desk)
    desk.do(rounds.open_round, "training", Terms("training", (first, second)))
    desk.do(rounds.draw, "training", Draw(count=2), Terms(coders=(third,), expert=second))
    found = round_of(desk, "training")
    assert (found.coders, found.expert) == ((first, third), second)
    assert len(of(desk, "training", second)) == 2


def test_a_round_has_a_name(desk) -> None:
    desk.refused("empty_name", rounds.still_open, " ")
    desk.refused("bad_round_name", rounds.open_round, "a\u202eb")
