from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Any

from hypothesis import given

from annotator.core.models import Annotation, Decision, Relation
from annotator.review.compare import Coded, compare
from annotator.review.feedback import Correction, corrections, counts, known_by
from tests.review.test_compare import works

_ids = count()


def span(start: int, end: int, label: str = "actor", name: str = "", **more: Any) -> Annotation:
    parts = more.get("parts", ((start, end),))
    quotes = tuple("x" * (e - s) for s, e in parts)
    return Annotation(name or f"n{next(_ids):06}", "coding", label, "text", parts, quotes)


def settled_of(one: Annotation, **more: Any) -> Annotation:
    return replace(one, id=f"s-{one.id}", **more)


def decision(
    *sources: Annotation, results: tuple[Annotation, ...] = (), reason: str = "slip", of: str = ""
) -> Decision:
    ids = (tuple(s.id for s in sources), tuple(r.id for r in results))
    name = of or f"d{next(_ids):06}"
    return Decision(name, "settled", name, "a", reason, "", "reviewer", f"{next(_ids):09}", *ids)


def told(found: list[Correction] | tuple[Correction, ...]) -> list[tuple[str, str, str]]:
    return [(one.kind, one.label, one.reason) for one in found]


def test_each_kind_of_change_is_told_by_its_name_with_its_decision():
    kept, moved, relabelled = span(0, 4), span(5, 9), span(10, 14)
    described, gone, theirs = span(15, 19), span(20, 24), span(25, 29, "cue")
    mine = Coded("own", [kept, moved, relabelled, described, gone], {described.id: {"role": "victim"}})
    ends = [
        settled_of(kept),
        settled_of(moved, fragments=((5, 12),)),
        settled_of(relabelled, label="source"),
        settled_of(described),
        settled_of(theirs),
    ]
    settled = Coded("settled", ends, {ends[3].id: {"role": "authority"}})
    decisions = [
        decision(kept, results=(ends[0],), reason="agreed"),
        decision(moved, span(5, 12), results=(ends[1],), reason="guideline-gap"),
        decision(relabelled, results=(ends[2],)),
        decision(described, results=(ends[3],)),
        decision(gone, reason=""),
        decision(theirs, results=(ends[4],), reason="other"),
    ]
    found = corrections(mine, settled, decisions)
    assert told(found.corrections) == [
        ("kept", "actor", ""),
        ("edge", "actor", "guideline-gap"),
        ("label", "actor", "slip"),
        ("attribute", "actor", "slip"),
        ("removed", "actor", ""),
        ("added", "cue", "other"),
    ]
    assert found.waiting == 0
    assert found.corrections[3].variables == ("role",)
    assert [one.about for one in found.corrections] == ["segment"] * 6
    number = counts(found.corrections)
    assert (number.kept, number.changed) == (1, 5)
    assert number.labels == {"actor": 4, "cue": 1}
    assert number.reasons == {"slip": 2, "": 1, "guideline-gap": 1, "other": 1}
    assert list(number.kinds) == ["added", "attribute", "edge", "label", "removed"]


def test_what_was_not_decided_on_is_counted_and_not_told():
    waits, other = span(0, 4), span(10, 14)
    near = settled_of(span(2, 6, "cue"))
    found = corrections(Coded("own", [waits, other]), Coded("settled", [near]), [decision(other)])
    assert told(found.corrections) == [("removed", "actor", "slip")]
    assert found.waiting == 1
    stands = settled_of(waits)  # taken from others: then it stands, whoever decided
    found = corrections(Coded("own", [waits, other]), Coded("settled", [stands]), [decision(other)])
    assert told(found.corrections)[0] == ("kept", "actor", "")
    assert found.waiting == 0


def test_both_taken_keeps_the_own_and_adds_the_other():
    one, other = span(0, 9), span(0, 4)
    ends = (settled_of(one), settled_of(other))
    found = corrections(Coded("own", [one]), Coded("settled", ends), [decision(one, other, results=ends)])
    assert told(found.corrections) == [("kept", "actor", "slip"), ("added", "actor", "slip")]


def test_an_edit_that_made_two_of_one_is_beside_the_one_with_more_of_its_words():
    one = span(0, 9)
    ends = (settled_of(span(0, 2)), settled_of(span(2, 9)))
    found = corrections(Coded("own", [one]), Coded("settled", ends), [decision(one, results=ends)])
    edge, added = sorted(found.corrections, key=lambda each: each.kind, reverse=True)
    assert (edge.kind, edge.settled, added.kind) == ("edge", ends[1], "added")


def test_an_edit_of_two_into_two_goes_by_their_order():
    one, other = span(0, 9), span(3, 12)
    ends = (settled_of(span(0, 5)), settled_of(span(5, 12)))
    found = corrections(Coded("own", [other]), Coded("settled", ends), [decision(one, other, results=ends)])
    assert [(each.kind, each.settled) for each in found.corrections] == [("added", ends[0]), ("edge", ends[1])]


def test_in_two_passes_the_edge_has_the_reason_of_the_first():
    one, other = span(0, 4), span(0, 9, "source")
    end = settled_of(one, fragments=((0, 9),))
    passes = [
        decision(one, other, results=(end,), reason="ambiguous-text"),
        decision(one, other, results=(end,), reason="slip"),
    ]
    (found,) = corrections(Coded("own", [one]), Coded("settled", [end]), passes).corrections
    assert (found.kind, found.reason) == ("edge", "ambiguous-text")


def test_a_later_no_between_others_does_not_take_away_what_an_earlier_word_holds():
    one = span(0, 4)
    end = settled_of(one)
    passes = [decision(one, results=(end,), reason="agreed"), decision(one)]
    assert told(corrections(Coded("own", [one]), Coded("settled", [end]), passes).corrections) == [
        ("kept", "actor", "slip")
    ]
    other = settled_of(one, label="cue")
    passes = [decision(one, results=(other,)), decision(one)]
    assert told(corrections(Coded("own", [one]), Coded("settled", [other]), passes).corrections)[0][0] == "label"


def test_without_decisions_places_and_labels_say_what_became_of_what():
    same, moved, renamed, gone = span(0, 4), span(5, 9), span(10, 14), span(15, 19)
    ends = [settled_of(same), settled_of(moved, fragments=((5, 8),)), settled_of(renamed, label="cue"), span(30, 31)]
    found = corrections(Coded("own", [same, moved, renamed, gone]), Coded("settled", ends), [])
    assert [one.kind for one in found.corrections] == ["kept", "edge", "label", "removed", "added"]
    assert found.waiting == 0


def test_links_are_told_where_both_ends_stand():
    a, b, c = span(0, 4), span(5, 9), span(10, 14)
    ends = [settled_of(each) for each in (a, b, c)]
    decisions = [decision(each, results=(end,), reason="agreed") for each, end in zip((a, b, c), ends, strict=True)]
    stays, goes = Relation("l1", "own", "says", a.id, b.id), Relation("l2", "own", "says", b.id, c.id)
    comes = Relation("s9", "settled", "says", ends[2].id, ends[0].id)
    kept = Relation("s1", "settled", "says", ends[0].id, ends[1].id)
    mine = Coded("own", [a, b, c], links=[stays, goes])
    x, y, z = (replace(each, id=f"o-{each.id}", coding="other") for each in (a, b, c))
    came = Relation("o9", "other", "says", z.id, x.id)
    other = Coded("other", [x, y, z], links=[Relation("o1", "other", "says", x.id, y.id), came])
    differences = compare([mine, other]).differences
    for each, there in zip(decisions[:3], (x, y, z), strict=True):
        decisions.append(replace(each, id=f"{each.id}-o", difference=f"{each.id}-o", sources=(there.id,)))
    decisions += [decision(of=d.id, reason="other") for d in differences]
    settled = Coded("settled", ends, links=[kept, comes])
    links = [each for each in corrections(mine, settled, decisions, differences).corrections if each.about == "link"]
    assert [(each.kind, each.own and each.own.id, each.settled and each.settled.id, each.reason) for each in links] == [
        ("kept", a.id, ends[0].id, ""),
        ("link", b.id, None, "other"),
        ("link", None, ends[2].id, "other"),
    ]
    undecided = corrections(mine, settled, decisions[:3]).corrections
    assert [each.kind for each in undecided if each.about == "link"] == ["kept", "link"]  # `goes` waits
    from_a_file = corrections(mine, settled, []).corrections
    assert [each.kind for each in from_a_file if each.about == "link"] == ["kept", "link", "link"]
    apart = corrections(mine, replace(settled, annotations=ends[:1]), decisions).corrections
    assert [each for each in apart if each.about == "link"] == []


def test_article_variables_are_told_last_with_both_answers():
    mine = Coded("own", variables={"tone": "negative", "topics": ["b", "a"], "genre": "news"})
    other = Coded("other", variables={"tone": "neutral", "topics": ["a"], "genre": "opinion"})
    settled = Coded("settled", variables={"tone": "neutral", "topics": ["a", "b"], "place": True})
    differences = compare([mine, other]).differences
    decisions = [decision(of=d.id) for d in differences]
    open_ = compare([mine, Coded("third", variables={"tone": "positive"})]).differences
    found = corrections(mine, settled, decisions, (*differences, *open_)).corrections
    assert [(each.kind, each.label, dict(each.said), dict(each.ruled), each.reason) for each in found] == [
        ("variable", "genre", {"genre": "news"}, {}, "slip"),
        ("variable", "place", {}, {"place": True}, ""),
        ("variable", "tone", {"tone": "negative"}, {"tone": "neutral"}, "slip"),
        ("kept", "topics", {"topics": ["b", "a"]}, {"topics": ["a", "b"]}, "slip"),
    ]
    assert {each.about for each in found} == {"variable"}


def test_without_the_others_codings_a_key_says_what_a_decision_was_about():
    a, b = span(0, 4), span(5, 9)
    ends = [settled_of(each) for each in (a, b)]
    link = Relation("l1", "own", "says", a.id, b.id)
    mine = Coded("own", [a, b], variables={"tone": "negative"}, links=[link])
    settled = Coded("settled", ends, variables={"tone": "neutral"})
    decisions = [
        decision(a, results=(ends[0],), reason="agreed"),
        decision(b, results=(ends[1],), reason="agreed"),
        decision(of=known_by("settled", ("says", ends[0].id, ends[1].id)), reason="other"),
        decision(of=known_by("settled", ("tone",)), reason="slip"),
    ]
    found = corrections(mine, settled, decisions).corrections
    assert [(each.kind, each.reason) for each in found if each.about != "segment"] == [
        ("link", "other"),
        ("variable", "slip"),
    ]


@given(works("a"), works("s"))
def test_whatever_was_settled_every_own_segment_is_told_once_and_every_settled_one_too(own: Coded, settled: Coded):
    found = corrections(own, settled, []).corrections
    spans = [one for one in found if one.about == "segment"]
    assert sorted(one.own.id for one in spans if one.own) == sorted(each.id for each in own.annotations)
    shown = [one.settled.id for one in spans if one.settled]
    assert set(shown) == {each.id for each in settled.annotations}
    number = counts(found)
    assert number.kept + number.changed == len(found)
    assert sum(number.kinds.values()) == sum(number.reasons.values()) == number.changed


@given(works("a"))
def test_a_settled_coding_that_is_ones_own_changed_nothing(own: Coded):
    once = {(each.label, each.fragments): each for each in own.annotations}  # as every coding has them
    there = {each.id for each in once.values()}
    own = replace(own, annotations=list(once.values()), links=[x for x in own.links if {x.source, x.target} <= there])
    assert counts(corrections(own, own, []).corrections).changed == 0
