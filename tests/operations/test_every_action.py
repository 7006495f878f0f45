"""Every kind of action, one after the other: undone and redone one by one, each time with the same rows as before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator import messages
from annotator.core.errors import AnnotatorError
from annotator.core.models import Boundary
from annotator.operations import (
    actors,
    annotations,
    articles,
    boundary,
    bulk,
    clinic,
    codebook,
    codings,
    coining,
    correction,
    exchange,
    feedback,
    feedback_package,
    handover,
    history,
    lists,
    notes,
    occurrences,
    parts,
    people,
    review,
    rounds,
    sealing,
    statements,
    takeback,
    variables,
)
from annotator.operations.codings import Where
from annotator.operations.drawing import Draw
from annotator.operations.review import Ruling
from annotator.operations.rounds import Terms
from annotator.store import package, seals
from annotator.store.check import check
from tests.operations.conftest import BODY, document, span
from tests.operations.desk import Desk
from tests.operations.travelling import at_work, look

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.core.changes import Change

# Not done by a person in an open project; parts of other sentences; review of article variables has its own test.
ELSEWHERE = {
    "merge",
    "settle_clash",
    "settle_clashes",
    "other",
    "package",
    "sample",
    "upgrade",
    "dropped",
    "take_in",
    "take_back",
    "settle_variable",
    "unseen",
}
# Told so of actions that go by another name.
OTHERWISE = {"remove_many", "remove_articles_many", "import_many", "remove_note"}
OTHERWISE |= {f"clear_{what}" for what in ("attribute", "variable", "key", "head", "slot")}
NEW = {"ar": "جديد", "en": "new"}


class Hand(Desk):
    """Does one thing after the other; `states` are the rows after each."""

    def __init__(self, project) -> None:
        super().__init__(project)
        self.states = [self.tables()]

    def do(self, operation, *args, **options) -> Change:
        done = super().do(operation, *args, **options)
        self.states.append(self.tables())
        assert self.states[-1] != self.states[-2], done.name
        told = messages.tell(done.name, done.facts, "ar").replace(" … ", " ")  # between the pieces of a span
        assert "…" not in told
        return done


@pytest.fixture
def hand(project, take) -> Hand:
    return Hand(worked_on(project, take))


def worked_on(project, take):
    """Three articles; the last was coded by two."""
    take(document(parts=(), meta={"outlet": "سانا"}), document("art-2"))
    other = [span("actor", 31, 37, who="عمر"), span("cue", 13, 16, who="عمر")]
    take(document("art-3", body=f"{BODY}\nنهاية", annotations=(*other, span("cue", 13, 16), span("source", 7, 11))))
    return project


def code_spans(hand: Hand) -> None:
    do, project = hand.do, hand.project
    quote = hand.label("quotation", (17, 25))
    source, actor = hand.label("source", (7, 11)), hand.label("actor", (31, 44))
    do(annotations.relabel, quote, "loaded-term")
    do(annotations.relabel, quote, "quotation")
    do(annotations.resize, quote, ((18, 24),))
    do(annotations.set_attribute, quote, "quotation.type", "direct")
    do(annotations.set_attribute, quote, "quotation.type", None)
    do(annotations.link, "says", quote, source)
    (link,) = project.db.execute('select "id" from "relation"').fetchone()
    do(annotations.unlink, link)
    do(annotations.set_head, actor, ((31, 37),))
    do(annotations.set_head, actor, ())
    do(annotations.add_fragment, actor, 45, 48)
    do(annotations.split, actor, [38])
    do(annotations.join, [one.id for one in hand.all() if one.label == "actor"])
    do(coining.label_anew, hand.where, {"ar": "ميدان"}, ((0, 4),))
    do(coining.relabel_anew, quote, {"ar": "شعار"})
    do(occurrences.label_all, (project.coder, "main"), "actor", occurrences.every(project, "الزيارة"))
    do(boundary.set_boundary, Boundary(punctuation=True))
    broken = [one.annotation.id for one in boundary.breaking(project, coder=project.coder)]
    do(boundary.mend, broken)
    do(annotations.remove, [source])
    do(annotations.remove, [one.id for one in hand.all()][:2])


def fill_values(hand: Hand) -> None:
    do = hand.do
    do(codings.set_article_variable, hand.where, "tone", "negative")
    do(codings.set_article_variable, hand.where, "tone", None)
    do(codings.set_status, hand.where, "todo")
    claim = str(do(statements.add_statement, hand.where, "claim", {"agreement": True}).facts["id"])
    do(statements.set_slot, claim, "concept", "الأمن")
    do(statements.set_slot, claim, "concept", None)
    do(statements.remove_statement, claim)
    note = str(do(notes.add_note, "article", "art-1", "أصحيح هذا؟").facts["id"])
    do(notes.answer, note, "نعم")
    do(notes.resolve, note)
    do(notes.resolve, note, resolved=False)
    do(notes.edit_note, note, "أهذا صحيح؟")
    do(notes.remove_note, note)


def name_actors(hand: Hand) -> None:
    do, project = hand.do, hand.project
    first, second = hand.label("source", (7, 11)), hand.label("actor", (0, 4))
    sana = str(do(actors.add_actor, {"ar": "سانا"}, type="media").facts["id"])
    do(actors.attach, first, sana)
    do(actors.attach, first, "")
    do(actors.attach, first, sana)
    other = str(do(actors.attach_new, second, "وكالة سانا").facts["id"])
    do(actors.edit_actor, sana, notes="وكالة رسمية")
    do(actors.merge_actors, sana, [other])
    do(actors.split_actor, sana, {"ar": "دمشق"}, [second])
    do(actors.attach, second, sana)
    (alone,) = [row for row, _ in project.db.execute('select "id", "names" from "actor"') if row != sana]
    do(actors.remove_actor, alone)


def build_codebook(hand: Hand) -> None:
    do, project = hand.do, hand.project
    label = str(do(codebook.add_label, NEW).facts["label"])
    do(codebook.edit_label, label, synonyms=("آخر",), within=("quotation",), parts=("body",), apart=True)
    do(codebook.set_key, label, "k")
    do(codebook.set_key, label, "")
    do(codebook.move_label, label, after=None)
    do(codebook.retire_label, label)
    do(codebook.bring_back, label)
    do(codebook.remove_label, label)
    form = str(do(variables.add_variable, NEW, scope="article", value_type="choice", choices=(NEW,)).facts["variable"])
    do(variables.edit_variable, form, required=True, only_if={"variable": "tone", "values": ["negative"]})
    do(variables.add_choice, form, {"ar": "ثان"})
    one, two = (choice.id for choice in variables.existing(project, form).choices)
    do(variables.edit_choice, form, two, {"ar": "ثالث"})
    do(variables.move_choice, form, two, place=0)
    do(variables.remove_choice, form, one)
    do(variables.move_variable, form, after=None)
    do(variables.remove_variable, form)
    relation = str(do(variables.add_relation_type, NEW).facts["relation"])
    do(variables.edit_relation_type, relation, sources=("cue",), targets=("source",))
    do(variables.remove_relation_type, relation)
    kind = str(do(variables.add_statement_type, NEW).facts["statement"])
    do(variables.add_slot, kind, NEW)
    do(variables.edit_statement_type, kind, sentence={"ar": "جملة"})
    do(variables.remove_statement_type, kind)
    words = str(do(lists.add_list, NEW, "ar", ["قال"], hue=9).facts["list"])
    do(lists.edit_list, words, words=("قال", "ذكر"), inflected=True)
    do(lists.remove_list, words)
    do(codebook.publish, "الثاني")
    do(codebook.set_editing, "extensible")


def tend_articles(hand: Hand, folder: Path) -> None:
    do = hand.do
    do(articles.rename_article, "art-1", "عنوان")
    do(articles.set_direction, "art-1", "rtl")
    do(parts.set_part, "art-1", "lead", 0, 0)
    do(parts.set_part, "art-1", "body", 0, 0)
    do(parts.found_parts, "art-1")
    hand.label("actor", (38, 44))
    done = do(correction.correct, "art-1", BODY.replace("Ivanov", "Ivanow"))
    assert done.facts["count"]
    do(correction.looked_at, [one.annotation.id for one in correction.in_doubt(hand.project, coder=hand.where.coder)])
    do(articles.remove_articles, ["art-2"])
    do(people.add_coder, "ليلى")
    do(people.rename_coder, hand.where.coder, "سارة أحمد")
    files = [folder / "one.txt", folder / "two.txt"]
    for file in files:
        file.write_text(f"خبر في {file.stem}", encoding="utf-8")
    do(_taken, files[:1])
    do(_taken, files)
    (more,) = hand.project.db.execute('select "id" from "article" where "id" not like \'art-%\'').fetchall()[:1]
    do(articles.remove_articles, [more[0], "art-1"])


def _taken(project, files) -> Change:
    return exchange.taking(project, files).change


def hold_rounds(hand: Hand) -> None:
    do = hand.do
    do(rounds.open_round, "تجربة", Terms("pilot", ("عمر",)))
    do(rounds.draw, "تجربة", Draw(count=1))
    do(rounds.assign, "تجربة", hand.where.coder, ["art-3"])
    do(rounds.unassign, "تجربة", hand.where.coder)
    do(sealing.freeze, "تجربة")


def settle(hand: Hand) -> None:
    (case,) = review.cases(hand.project)
    hand.do(bulk.settle_agreed, [case])
    first, *_ = review.work(hand.project, case).open
    hand.do(review.settle, case, first.id, Ruling("a" if first.a else "b"))
    alone = next(d.a for d in review.work(hand.project, case).open if d.a)
    shorter = ((alone.start, alone.end - 1),)
    hand.do(annotations.label_span, Where(case.article, case.between[1]), alone.label, shorter)
    hand.do(bulk.settle_by_boundary, [case])
    hand.do(bulk.settle_all_of, [case], case.between[0])


def feed_back(hand: Hand) -> None:
    project = hand.project
    (case,) = review.cases(project)
    for coder in case.between:  # who tells it and who is told are done with it
        hand.do(codings.set_status, Where(case.article, coder), "review")
    hand.do(_sent, feedback.feedback(project, case.between[1]))
    hand.do(codebook.set_editing, "open")
    hand.do(clinic.amend, "actor", "9.0", definition=NEW)
    hand.do(clinic.look_again, [one.annotation.id for one in clinic.touched(project, "actor")][:1])


def _sent(project, told) -> Change:
    return feedback_package.prepare(project, told, language="ar").change


def travel(hand: Hand, folder: Path) -> None:
    prepared = handover.handover(hand.project, "Omar")
    packed = package.write(folder / "omar.annot", prepared.packing.first(lambda *_: None), coder=prepared.coder.id)
    hand.do(lambda _project: prepared.change)
    with at_work(packed, next(iter(prepared.handover.articles))) as omar:
        omar.do(codings.set_status, omar.where, "work")
    hand.do(takeback.take_back, look(hand.project, packed))


def test_each_is_undone_and_redone_and_the_file_is_whole(hand: Hand, tmp_path: Path) -> None:
    for step in (code_spans, fill_values, name_actors, build_codebook):
        step(hand)
    tend_articles(hand, tmp_path)
    settle(hand)
    feed_back(hand)
    travel(hand, tmp_path)
    hold_rounds(hand)
    done = {entry.name for entry in hand.project.journal.entries(limit=10_000)}
    assert set(messages.sentences("actions")) - done == ELSEWHERE | OTHERWISE
    assert_whole(hand.project)
    for before in hand.states[-2::-1]:
        history.undo(hand.project)
        assert hand.tables() == before
    assert_whole(hand.project)
    for after in hand.states[1:]:
        history.redo(hand.project)
        assert hand.tables() == after
    assert_whole(hand.project)


class Barred(Hand):
    """Tries each thing first while the round is frozen; `refused` are the actions that would have touched the work."""

    def __init__(self, project) -> None:
        super().__init__(project)
        self.refused: dict[str, str] = {}

    def do(self, operation, *args, **options) -> Change:
        super().do(sealing.freeze, "main")
        before, seal = self.tables(), seals.seal(self.project.db, "main")
        why = ""
        try:
            self.project.journal.commit(operation(self.project, *args, **options))
        except AnnotatorError as error:
            why = error.key
            assert self.tables() == before
        else:
            assert seals.seal(self.project.db, "main") == seal
            history.undo(self.project)
        history.undo(self.project)
        done = super().do(operation, *args, **options)
        if why and done.name != "publish":  # the freeze has published it
            self.refused[done.name] = why
        return done


def test_nothing_that_is_done_alters_what_is_frozen(project, take, tmp_path: Path) -> None:
    hand = Barred(worked_on(project, take))
    for step in (code_spans, fill_values, name_actors, build_codebook):
        step(hand)
    tend_articles(hand, tmp_path)
    settle(hand)
    feed_back(hand)
    hold_rounds(hand)
    assert set(hand.refused.values()) == {"frozen_round", "frozen_text", "merge_frozen"}
    assert set(hand.refused) == {
        *("label_span", "label_all", "label_anew", "relabel", "relabel_anew", "resize", "remove", "split", "join"),
        *("set_head", "add_fragment", "mend", "set_attribute", "set_variable", "set_status", "link", "unlink"),
        *("add_statement", "set_slot", "remove_statement", "attach_actor", "detach_actor", "attach_new_actor"),
        *("merge_actors", "split_actor", "correct", "remove_articles", "look_again"),
    }


def assert_whole(project) -> None:
    """Every reference, quote and row, and the log rebuilt beside the tables."""
    assert [one for one in check(project, full=True) if not one.ok] == []
