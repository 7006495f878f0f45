"""Codings: whose work on which article in which round; its status and the article's variables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from annotator.core.changes import change
from annotator.core.errors import AnnotatorError
from annotator.core.ids import keyed_id
from annotator.core.models import Assigned, Coding
from annotator.core.rows import added, altered, removed
from annotator.core.values import checked
from annotator.store import articles, codebook, codings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.core.changes import Change, Edit
    from annotator.core.models import CodingKind, Status, Variable
    from annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class Where:
    """The coding that an action belongs to; its row is made with the first action in it."""

    article: str
    coder: str
    round: str = "main"
    kind: CodingKind = "own"

    @property
    def id(self) -> str:
        """The coding's id, which follows from all four."""
        return keyed_id("coding", self.article, self.coder, self.round, self.kind)


def opened(
    project: Project, where: Where, *, comes: bool = False, begins: bool = True
) -> tuple[Coding, Iterator[Edit]]:
    """The coding and what makes its row if there is none yet; `comes`: the same action adds its coder.

    One that was still to do is in work from now on (`begins`). Raises `no_such_…` or `frozen_round`.
    """
    refuse_frozen(project, where.round, kind=where.kind)
    if (there := codings.coding(project.db, where.id)) is not None:
        if begins and there.status == "todo":
            return replace(there, status="work"), iter((altered(there, status="work"),))
        return there, iter(())
    if not comes and codebook.coder(project.db, where.coder) is None:
        raise AnnotatorError("no_such_coder", coder=where.coder)
    articles.get(project.db, where.article)
    version = codebook.latest_version(project.db)
    coding = Coding(where.id, where.article, where.coder, where.round, where.kind, "work", version)
    return coding, iter((added(coding),))


def of(project: Project, coding_id: str) -> Coding:
    """A coding that something belongs to, in a round that is open."""
    coding = codings.coding(project.db, coding_id)
    if coding is None:
        raise AnnotatorError("no_such_coding", coding=coding_id)
    refuse_frozen(project, coding.round, kind=coding.kind)
    return coding


def refuse_frozen(project: Project, round_id: str, *, kind: CodingKind = "own") -> None:
    """Raise `no_such_round`, or `frozen_round`: frozen work stays as it was handed in, and is settled after that."""
    found = next((r for r in codebook.rounds(project.db) if r.id == round_id), None)
    if found is None:
        raise AnnotatorError("no_such_round", round=round_id)
    if found.state == "frozen" and kind == "own":
        raise AnnotatorError("frozen_round", round=round_id)


def set_status(project: Project, where: Where, status: Status) -> Change:
    """Say how far a coding is: to do, in work, done, in review, settled.

    Done is refused by `values_missing`, with how many and the first, while something required has no value.
    """
    coding, steps = opened(project, where, begins=False)
    if status == "done":
        from annotator.operations import completeness  # noqa: PLC0415  (not before the first text is shown)

        completeness.refuse_missing(project, where)
    title = articles.get(project.db, where.article).title
    return change("set_status", [*steps, altered(coding, status=status)], article=title, status=status)


def set_article_variable(project: Project, where: Where, variable: str, value: Any) -> Change:
    """Give an article variable a value in this coding; None takes it away.

    What its new value leaves nothing to be asked about goes with it, and is named in the fact `dropped`.
    """
    coding, steps = opened(project, where)
    kind = known_variable(project, variable, "article")
    refuse_stranger(project, kind, value)
    edits = list(assigned(project, kind, coding.id, coding.id, value))
    gone, facts = fallen(project, kind, coding.id, value)
    return change(
        "set_variable", [*steps, *edits, *gone] if edits else [], variable=variable, value=shown(value), **facts
    )


def known_variable(project: Project, variable: str, scope: str) -> Variable:
    """The variable, of the scope asked for; raises `no_such_variable`."""
    found = codebook.variable(project.db, variable)
    if found is None or found.scope != scope:
        raise AnnotatorError("no_such_variable", variable=variable)
    return found


def assigned(project: Project, variable: Variable, coding: str, owner: str, value: Any) -> Iterator[Edit]:
    """The edit that sets, alters or takes away one value; raises `bad_value`."""
    there = codings.values_of(project.db, owner).get(variable.id)
    if value is None:
        if there is not None:
            yield removed(there)
        return
    value = checked(variable, value)
    if there is not None:
        yield altered(there, value=value)
    else:
        yield added(Assigned(keyed_id("value", owner, variable.id), coding, owner, variable.id, value))


def refuse_stranger(project: Project, variable: Variable, value: Any) -> None:
    """Raise `no_such_actor` where a variable for actors would hold one who is not in the register."""
    if variable.type == "actor" and value is not None:
        from annotator.operations.roster import existing  # noqa: PLC0415  (not before the first text is shown)

        existing(project, checked(variable, value))


def fallen(project: Project, variable: Variable, owner: str, value: Any) -> tuple[list[Edit], dict[str, str]]:
    """What takes away the owner's values that a new one leaves without their condition, and the fact that names them.

    In the fact `dropped` stand the ids of their variables.
    """
    from annotator.operations import completeness  # noqa: PLC0415  (not before the first text is shown)

    gone = completeness.fallen(project, variable, owner, value)
    return [removed(each) for each in gone], {"dropped": "، ".join(each.variable for each in gone)} if gone else {}


def shown(value: Any) -> str:
    """A value as the history's facts hold it."""
    return "" if value is None else "، ".join(map(str, value)) if isinstance(value, list) else str(value)
