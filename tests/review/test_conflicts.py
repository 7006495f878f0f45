from __future__ import annotations

from itertools import count

from hypothesis import given

from annotator.core.models import Annotation, Decision
from annotator.review.compare import Coded, compare
from annotator.review.conflicts import Argued, Dispute, argued, disputes
from tests.review.test_compare import works

_at = count()


def span(start: int, end: int, label: str, name: str) -> Annotation:
    return Annotation(name, "coding", label, "text", ((start, end),), ("x" * (end - start),))


def decision(difference: str, reason: str, *sources: str) -> Decision:
    made = f"{next(_at):06}"
    return Decision(f"d{made}", "settled", difference, "a", reason, "", "reviewer", made, sources)


A = Coded(
    "a", [span(0, 4, "actor", "a1"), span(5, 9, "actor", "a2"), span(10, 14, "actor", "a3"), span(20, 24, "cue", "a4")]
)
B = Coded("b", [span(0, 4, "actor", "b1"), span(5, 9, "source", "b2"), span(10, 16, "actor", "b3")], {}, {"x": 1})
USES = {"actor": 5, "source": 1, "cue": 1}


def found(*decided: Decision) -> list[Argued]:
    return list(argued("art", "main", ("one", "two"), compare([A, B]).differences, list(decided)))


def test_cases_are_counted_by_label_and_by_pair_of_labels_with_kinds_reasons_and_share():
    by_kind = {case.difference.kind: case.difference.id for case in found()}
    cases = found(decision(by_kind["label"], "guideline-gap", "a2", "b2"), decision("agreed", "agreed", "a1", "b1"))
    labels, pairs = disputes(cases, USES)
    assert [(one.labels, one.cases, one.open, one.settled) for one in labels] == [
        (("actor",), 2, 1, 1),
        (("cue",), 1, 1, 0),
        (("source",), 1, 0, 1),
    ]
    actor = labels[0]
    assert (actor.kinds, actor.reasons) == ({"boundary": 1, "label": 1}, {"guideline-gap": 1})
    assert (actor.contested, actor.uses, actor.share) == (3, 5, 0.6)
    (pair,) = pairs
    assert (pair.labels, pair.cases, pair.contested, pair.uses) == (("actor", "source"), 1, 2, 6)
    assert Dispute((), 0, 0, {}, {}, 0, 0).share == 0


def test_a_decision_made_between_others_on_the_same_segment_is_the_newest_on_it():
    old, new = decision("other pair", "slip", "a2", "c2"), decision("third pair", "other", "b2", "c2")
    case = next(case for case in found(old, new) if case.difference.kind == "label")
    assert case.decision is new
    assert next(case for case in found(old, new) if case.difference.kind == "missing").decision is None


def test_links_and_article_variables_are_no_labels_matter():
    a, b = (Coded(name, variables={"tone": name}) for name in "ab")
    assert list(argued("art", "main", ("a", "b"), compare([a, b]).differences, [])) == []


@given(works("a"), works("b"))
def test_no_more_is_contested_than_used_and_every_case_is_counted_for_each_of_its_labels(a: Coded, b: Coded):
    cases = list(argued("art", "main", ("a", "b"), compare([a, b]).differences, []))
    uses: dict[str, int] = {}
    for each in (*a.annotations, *b.annotations):
        uses[each.label] = uses.get(each.label, 0) + 1
    labels, pairs = disputes(cases, uses)
    assert all(0 < one.share <= 1 for one in (*labels, *pairs))
    assert sum(one.cases for one in labels) == sum(len(case.labels) for case in cases)
