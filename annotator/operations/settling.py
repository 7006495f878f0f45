"""The edits that settle differences of one article: what is taken, where it came from, and the links that follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from annotator.core.errors import AnnotatorError
from annotator.core.ids import keyed_id, new_id
from annotator.core.models import Annotation, Assigned, Decision, Relation
from annotator.core.rows import added, altered, dumps, removed
from annotator.operations import spans, takes
from annotator.operations.codings import Where, opened
from annotator.review.queue import AGREED, agreed_group, agreed_variable, queue
from annotator.store import articles, codebook, codings

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from annotator.core.changes import Edit
    from annotator.core.models import Coder, Coding, Fragments, Status
    from annotator.operations.review import Case, Ruling, Take
    from annotator.review.compare import Alike, Coded, Comparison, Difference
    from annotator.store.project import Project


class Settling:
    """One action of a reviewer on one article. It knows what stands in the settled coding and keeps count of it.

    The settled coding holds a label on a range once, however many decisions came to it; what no decision holds any
    longer goes. Links are never decided one by one but follow: see `_links`.
    """

    def __init__(
        self,
        project: Project,
        case: Case,
        sides: Sequence[Coded],
        compared: Comparison,
        newcomer: Coder | None = None,
    ) -> None:
        self._project = project
        self._case = case
        self._sides = sides
        self._compared = compared
        self._coding, self._opening = _settled(project, case, newcomer)
        self._reviewer = newcomer.id if newcomer else project.coder
        self._now = datetime.now(UTC).isoformat(timespec="milliseconds")
        mine = [self._coding.id]
        db = project.db
        self._standing = {span.id: span for span in codings.annotations_of(db, mine)}
        self._places = {(span.label, span.fragments): span.id for span in self._standing.values()}
        self._values = {value.id: value for value in codings.values(db, mine)}
        self._relations = {link.id: link for link in codings.relations(db, mine)}
        self._decisions = {decision.id: decision for decision in codings.decisions(db, mine)}
        self._variables = {variable.id: variable for variable in codebook.read(db).variables}
        self._said = {owner: values for side in sides for owner, values in side.values.items()}
        self._ours = {span.id for side in sides for span in side.annotations}

    def settle(
        self,
        *decided: tuple[Difference, Ruling],
        agreed: Iterable[Alike] = (),
        alike: Iterable[str] = (),
    ) -> Iterator[Edit]:
        """Take over what all have alike (segments, article variables), and do as each ruling says."""
        yield from self._opening
        for group in agreed:
            result = yield from self._take(group[0], group[0])
            yield self._decide(agreed_group(group), None, tuple(side.id for side in group), [result])
        for name in alike:
            yield from self._variable(name, next(s.variables[name] for s in self._sides if name in s.variables))
            yield self._decide(agreed_variable(name), None, (), [])
        for found, ruling in decided:
            yield from self._settle(found, ruling)
        yield from self._links()
        yield from self._status()

    def _settle(self, found: Difference, ruling: Ruling) -> Iterator[Edit]:
        """Withdraw what was decided before on the same difference, do as the ruling says, write down why."""
        unit = self._unit_of(found)
        taken = self._taken(found, ruling, unit)
        yield from self._withdraw(found)
        if unit is not None:
            self._decisions[unit.id] = replace(unit, results=())
            yield from self._let_go(unit.results)
        results = []
        for source, new in taken:
            results.append((yield from self._take(source, new)))
        if unit is not None:
            self._decisions[unit.id] = replace(unit, results=tuple(results))
            yield altered(unit, results=tuple(results))
        if found.kind == "variable":
            yield from self._variable(found.label, self._value_of(found, ruling.take))
        sources = () if found.kind == "relation" else tuple(side.id for side in found.there)
        yield self._decide(found.id, ruling, sources, results)

    # --- what a ruling takes

    def _unit_of(self, found: Difference) -> Decision | None:
        """The decision that settled where the segment stands whose label or values are settled now, if they wait."""
        if not found.after:
            return None
        unit = self._decisions.get(self._decision_id(found.after))
        if unit is None or not any(result in self._standing for result in unit.results):
            raise AnnotatorError("unit_first")
        return unit

    def _taken(self, found: Difference, ruling: Ruling, unit: Decision | None) -> list[tuple[Annotation, Annotation]]:
        """Each source with what the settled coding gets of it; refuses what cannot be."""
        at = takes.place(ruling.take, self._case.between)
        if at is None and ruling.take not in {"both", "neither", "edit"}:
            raise AnnotatorError("no_such_take", take=ruling.take)
        if ruling.take == "both" and found.kind in {"attribute", "relation", "variable"}:
            raise AnnotatorError("cannot_take_both")
        if found.kind in {"relation", "variable"}:
            if ruling.take == "edit":
                raise AnnotatorError("nothing_to_edit")
            return []
        if ruling.take == "edit":
            return [self._edited(found, ruling.edit)]
        side = found.sides[at] if at is not None else None
        taken = found.there if ruling.take == "both" else (side,) if side is not None else ()
        return [(side, side if unit is None else self._placed(side, unit)) for side in taken]

    def _placed(self, side: Annotation, unit: Decision) -> Annotation:
        """A coder's segment where it was settled that it stands."""
        there = next(self._standing[result] for result in unit.results if result in self._standing)
        head = spans.clipped(side.head, there.fragments)
        return replace(side, fragments=there.fragments, quotes=there.quotes, text=there.text, head=head)

    def _edited(self, found: Difference, edit: tuple[str, Fragments] | None) -> tuple[Annotation, Annotation]:
        source = found.there[0]
        if edit is None:
            raise AnnotatorError("nothing_to_take")
        label, fragments = edit[0], spans.in_order(edit[1])
        if label not in {side.label for side in found.there}:
            spans.usable(self._project, label)
        quotes = articles.text(self._project.db, source.text).quotes(fragments)
        head = spans.clipped(source.head, fragments)
        return source, replace(source, label=label, fragments=fragments, quotes=quotes, head=head)

    def _value_of(self, found: Difference, take: Take) -> Any:
        at = takes.place(take, self._case.between)
        return None if at is None else found.values[at]

    # --- the settled coding

    def _take(self, source: Annotation, wanted: Annotation) -> Generator[Edit, None, str]:
        """Put a segment into the settled coding with its attributes, unless its like stands there; its id there."""
        place = (wanted.label, wanted.fragments)
        if (there := self._places.get(place)) is not None:
            return there
        key = keyed_id("settled", self._coding.id, wanted.label, dumps(wanted.fragments))
        new = replace(wanted, id=new_id() if key in self._standing else key, coding=self._coding.id)
        self._standing[new.id], self._places[place] = new, new.id
        yield added(new)
        for name, value in self._said.get(source.id, {}).items():
            if self._carries(name, new.label):
                yield from self._assign(new.id, name, value)
        return new.id

    def _carries(self, variable: str, label: str) -> bool:
        found = self._variables.get(variable)
        return found is not None and (not found.labels or label in found.labels)

    def _assign(self, owner: str, variable: str, value: Any) -> Iterator[Edit]:
        new = Assigned(keyed_id("value", owner, variable), self._coding.id, owner, variable, value)
        self._values[new.id] = new
        yield added(new)

    def _variable(self, name: str, value: Any) -> Iterator[Edit]:
        """An article variable gets this value, or none."""
        there = next((v for v in self._values.values() if (v.owner, v.variable) == (self._coding.id, name)), None)
        if value is None:
            if there is not None:
                yield removed(self._values.pop(there.id))
        elif there is not None:
            yield altered(there, value=value)
        else:
            yield from self._assign(self._coding.id, name, value)

    # --- decisions

    def _decide(self, difference: str, ruling: Ruling | None, sources: tuple[str, ...], results: Sequence[str]) -> Edit:
        """Write a decision down, or that there was nothing to decide."""
        take: Take = ruling.take if ruling else "both"
        decision = Decision(
            id=self._decision_id(difference),
            coding=self._coding.id,
            difference=difference,
            take=takes.written(take, self._case.between),
            reason=ruling.reason if ruling else AGREED,
            note=ruling.note if ruling else "",
            coder=self._reviewer,
            at=self._now,
            sources=sources,
            results=tuple(results),
            coders=tuple(sorted(self._case.between)),
        )
        self._decisions[decision.id] = decision
        return added(decision)

    def _decision_id(self, difference: str) -> str:
        return keyed_id("decision", self._coding.id, difference)

    def _withdraw(self, found: Difference) -> Iterator[Edit]:
        """Take back what was decided on this difference, or between these two coders on the same segments before."""
        about = {side.id for side in found.there} if found.kind != "relation" and not found.after else set()
        own = self._decision_id(found.id)
        for decision in list(self._decisions.values()):
            same = about & set(decision.sources) and not self._of_another(decision)
            if decision.id == own or same:
                del self._decisions[decision.id]
                yield removed(decision)
                yield from self._let_go(decision.results)

    def _of_another(self, decision: Decision) -> bool:
        """Whether a further coder was part of the decision, or their segment; a deleted segment was anybody's."""
        if not set(decision.coders) <= set(self._case.between):
            return True
        return any(
            codings.annotation(self._project.db, source) for source in decision.sources if source not in self._ours
        )

    def _let_go(self, results: Iterable[str]) -> Iterator[Edit]:
        held = {result for decision in self._decisions.values() for result in decision.results}
        for result in results:
            if result in self._standing and result not in held:
                yield from self._remove(self._standing.pop(result))

    def _remove(self, span: Annotation) -> Iterator[Edit]:
        del self._places[span.label, span.fragments]
        for link in [link for link in self._relations.values() if span.id in {link.source, link.target}]:
            yield removed(self._relations.pop(link.id))
        for value in [value for value in self._values.values() if value.owner == span.id]:
            yield removed(self._values.pop(value.id))
        yield from map(removed, codings.notes(self._project.db, [span.id]))
        yield from map(removed, codings.doubts(self._project.db, [span.id]))
        yield from map(removed, codings.slots_holding(self._project.db, [span]))
        yield removed(span)

    def _status(self) -> Iterator[Edit]:
        """The settled coding is settled when nothing between these coders waits any longer, in review till then."""
        left = queue(self._compared, {decision.difference: decision for decision in self._decisions.values()})
        wanted: Status = "review" if left.open or left.later or left.waiting_count else "settled"
        if wanted != self._coding.status:
            yield altered(self._coding, status=wanted)

    # --- links

    def _links(self) -> Iterator[Edit]:
        """Bring the links in line: a coder's link stands when both its ends do and its absence is nobody's word.

        A link over which they differ stands when that was decided for it. Links that nobody of them made are left
        alone.
        """
        now = self._stands_for()
        refused = {
            keyed_id("relation", d.link.label, now.get(d.link.source, ""), now.get(d.link.target, ""))
            for d in self._compared.differences
            if d.link and not self._won(d)
        }
        all_, wanted = set(), {}
        for link in (link for side in self._sides for link in side.links):
            source, target = now.get(link.source, ""), now.get(link.target, "")
            if source and target and source != target:
                new = Relation(
                    keyed_id("relation", link.label, source, target), self._coding.id, link.label, source, target
                )
                all_.add(new.id)
                if new.id not in refused:
                    wanted[new.id] = new
        for gone in sorted((all_ - wanted.keys()) & self._relations.keys()):
            yield removed(self._relations.pop(gone))
        for new in wanted.values():
            if new.id not in self._relations:
                self._relations[new.id] = new
                yield added(new)

    def _won(self, found: Difference) -> bool:
        """Whether it was decided that the link which some of them made should stand."""
        decision = self._decisions.get(self._decision_id(found.id))
        if decision is None:
            return False
        at = takes.place(takes.turned(decision, self._case.between).take, self._case.between)
        return at is not None and found.links[at] is not None

    def _stands_for(self) -> dict[str, str]:
        """What stands in the settled coding for a coder's segment."""
        now: dict[str, str] = {}
        for decision in self._decisions.values():
            results = [result for result in decision.results if result in self._standing]
            if len(results) == 1:
                now.update(dict.fromkeys(decision.sources, results[0]))
            elif len(results) == len(decision.sources):
                now.update(zip(decision.sources, results, strict=True))
        return now


def _settled(project: Project, case: Case, newcomer: Coder | None) -> tuple[Coding, list[Edit]]:
    """The article's settled coding, whoever began it, else a new one of the person who acts, who may be new too."""
    comes = [added(newcomer)] if newcomer and codebook.coder(project.db, newcomer.id) is None else []
    there = [c for c in codings.of_article(project.db, case.article) if (c.kind, c.round) == ("settled", case.round)]
    reviewer = there[0].coder if there else newcomer.id if newcomer else project.coder
    coding, steps = opened(project, Where(case.article, reviewer, case.round, "settled"), comes=bool(comes))
    return coding, [*comes, *steps]
