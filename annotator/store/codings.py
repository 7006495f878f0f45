"""Reading codings and what belongs to them: annotations, values, relations, statements, notes, decisions."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from annotator.core.models import Annotation, Assigned, Coding, Decision, Doubt, Note, Relation, Statement
from annotator.core.rows import dumps
from annotator.store import blind
from annotator.store.reading import among, one, select

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from annotator.core.models import Fragments, Status


def coding(db: sqlite3.Connection, coding_id: str) -> Coding | None:
    """A coding by its id (`core.ids.keyed_id` of article, coder, round, kind)."""
    return one(db, Coding, coding_id)


def of_article(db: sqlite3.Connection, article: str) -> list[Coding]:
    """Every coding of an article."""
    return list(select(db, Coding, '"article" = ?', [article]))


def settled_in(db: sqlite3.Connection, round_id: str) -> list[Coding]:
    """What was settled in a round, of every article."""
    return list(select(db, Coding, '"round" = ? and "kind" = \'settled\'', [round_id]))


def visible_codings(db: sqlite3.Connection, article: str, round_id: str, viewer: str) -> list[Coding]:
    """Whose own work on an article a coder may see in a round: theirs, and others' as `annotator.store.blind` says.

    Who has not coded it sees nobody's, unless the round has coders who work blind, of whom they are none: they review.
    """
    sql = (
        f'select c."id" from "coding" c join "round" r on r."id" = c."round"'
        f' where c."article" = :article and c."round" = :round and c."kind" = \'own\' and {blind.OPEN}'
    )
    seen = [row[0] for row in db.execute(sql, {"article": article, "round": round_id, "viewer": viewer})]
    return list(select(db, Coding, *among("id", seen))) if seen else []


def annotation(db: sqlite3.Connection, annotation_id: str) -> Annotation | None:
    """One annotation, or None."""
    return one(db, Annotation, annotation_id)


def codings_among(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Coding]:
    """These codings by id, as far as they are there."""
    return {coding.id: coding for coding in select(db, Coding, *among("id", ids))}


def annotations_among(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Annotation]:
    """These annotations by id, as far as they are there."""
    return {annotation.id: annotation for annotation in select(db, Annotation, *among("id", ids))}


def touching(db: sqlite3.Connection, coding: str, labels: Sequence[str], start: int, end: int) -> list[Annotation]:
    """The spans of a coding with one of these labels that reach into a range (code points) of its text."""
    kinds, params = among("label", labels)
    first, last = "json_extract(\"fragments\", '$[0][0]')", "json_extract(\"fragments\", '$[#-1][1]')"
    where = f'"coding" = ? and {kinds} and {first} < ? and {last} > ?'
    return list(select(db, Annotation, where, [coding, *params, end, start]))


def labelled(db: sqlite3.Connection, label: str, viewer: str) -> Iterator[tuple[Annotation, Coding]]:
    """Every span with a label that its viewer may see, each with its coding, article by article."""
    sql = (
        'select c."id" from "coding" c join "round" r on r."id" = c."round" join "article" a on a."id" = c."article"'
        ' where exists (select 1 from "annotation" s where s."coding" = c."id" and s."label" = :label)'
        f' and (c."coder" = :viewer or not {blind.KEPT}) order by a."position", a."id"'
    )
    homes = [row[0] for row in db.execute(sql, {"label": label, "viewer": viewer})]
    there = codings_among(db, homes)
    for coding in homes:
        for span in select(db, Annotation, '"coding" = ? and "label" = ?', [coding, label]):
            yield span, there[coding]


def annotations_by(db: sqlite3.Connection, coder: str) -> Iterator[tuple[str, Annotation]]:
    """Every span that a coder set in an open round, each with its article, article by article, streamed."""
    open_codings = (
        'select c."id", c."article" from "coding" c join "round" r on r."id" = c."round"'
        ' where c."coder" = ? and c."kind" = \'own\' and r."state" = \'open\' order by c."article"'
    )
    for coding_id, article in db.execute(open_codings, [coder]).fetchall():
        for annotation in annotations_of(db, [coding_id]):
            yield article, annotation


def annotations_of(db: sqlite3.Connection, codings: Sequence[str]) -> list[Annotation]:
    """The annotations of these codings, in text order (start, then the longer first, then id)."""
    found = select(db, Annotation, *among("coding", codings))
    return sorted(found, key=lambda a: (a.start, -a.end, a.label, a.id))


def nearest(db: sqlite3.Connection, to: Annotation, labels: Sequence[str], limit: int) -> list[Annotation]:
    """The annotations of its coding that stand nearest to one, of these labels (none: of any), nearest first."""
    kinds, params = among("label", labels) if labels else ("1", [])
    where = f'"coding" = ? and "id" <> ? and {kinds}'
    first, last = "json_extract(\"fragments\", '$[0][0]')", "json_extract(\"fragments\", '$[#-1][1]')"
    order = f"max({first} - {int(to.end)}, {int(to.start)} - {last}, 0), {first}, rowid limit {int(limit)}"
    return list(select(db, Annotation, where, [to.coding, to.id, *params], order=order))


def ranges(db: sqlite3.Connection, coder: str, article: str = "", round_id: str = "") -> set[tuple[str, int, int]]:
    """Where a coder's own spans of one piece stand, in an article or all, in a round or all: article, start and end."""
    sql = """
        select c."article", json_extract(a."fragments", '$[0][0]'), json_extract(a."fragments", '$[0][1]')
        from "annotation" a join "coding" c on c."id" = a."coding"
        where c."coder" = ? and c."kind" = 'own' and json_array_length(a."fragments") = 1 and ? in (c."article", '')
        and ? in (c."round", '')
    """
    return set(db.execute(sql, [coder, article, round_id]))


def same(db: sqlite3.Connection, coding: str, label: str, fragments: Fragments) -> Annotation | None:
    """The annotation of this coding with this label on these very fragments, if there is one."""
    where = '"coding" = ? and "label" = ? and "fragments" = ?'
    return next(select(db, Annotation, where, [coding, label, dumps(fragments)]), None)


def values(db: sqlite3.Connection, codings: Sequence[str]) -> list[Assigned]:
    """The attribute and variable values of these codings."""
    return list(select(db, Assigned, *among("coding", codings)))


def values_of(db: sqlite3.Connection, owner: str) -> dict[str, Assigned]:
    """The values on one annotation, coding or statement, by variable id."""
    return {value.variable: value for value in select(db, Assigned, '"owner" = ?', [owner])}


def values_on(db: sqlite3.Connection, owners: Sequence[str]) -> list[Assigned]:
    """The values on these annotations, codings or statements."""
    return list(select(db, Assigned, *among("owner", owners)))


def slots_holding(db: sqlite3.Connection, annotations: Sequence[Annotation]) -> list[Assigned]:
    """The slots of statements that hold one of these spans."""
    codings, own = among("coding", sorted({annotation.coding for annotation in annotations}))
    held, params = among("value", [dumps({"annotation": annotation.id}) for annotation in annotations])
    return list(select(db, Assigned, f"{codings} and {held}", [*own, *params]))


def values_in(db: sqlite3.Connection, variable: str) -> Iterator[Assigned]:
    """Every value of one variable, streamed."""
    return select(db, Assigned, '"variable" = ?', [variable])


def relations(db: sqlite3.Connection, codings: Sequence[str]) -> list[Relation]:
    """The links of these codings."""
    return list(select(db, Relation, *among("coding", codings)))


def relations_of(db: sqlite3.Connection, annotation_id: str) -> list[Relation]:
    """The links from and to one annotation."""
    return list(select(db, Relation, '"source" = ? or "target" = ?', [annotation_id, annotation_id]))


def relations_at(db: sqlite3.Connection, annotations: Sequence[str]) -> list[Relation]:
    """The links from or to these annotations."""
    source, params = among("source", annotations)
    target, _ = among("target", annotations)
    return list(select(db, Relation, f"{source} or {target}", [*params, *params]))


def count_relations(db: sqlite3.Connection, relation_type: str) -> int:
    """How many links of this kind there are."""
    return int(db.execute('select count(*) from "relation" where "label" = ?', [relation_type]).fetchone()[0])


def examples(db: sqlite3.Connection, label: str, *, coder: str, limit: int) -> list[Annotation]:
    """The first spans that this coder gave the label; nobody else's, so that blind coding stays blind."""
    where = '"label" = ? and "coding" in (select "id" from "coding" where "coder" = ?)'
    return list(islice(select(db, Annotation, where, [label, coder]), limit))


def statuses(db: sqlite3.Connection, codings: Sequence[str]) -> dict[str, Status]:
    """How far these codings are; those that were not begun are left out."""
    where, params = among("id", codings)
    return dict(db.execute(f'select "id", "status" from "coding" where {where}', params))


def count_done(db: sqlite3.Connection, coder: str, round_id: str) -> int:
    """How many articles this coder is done with in a round."""
    sql = (
        'select count(*) from "coding" where "coder" = ? and "round" = ? and "kind" = \'own\''
        " and \"status\" not in ('todo', 'work')"
    )
    return int(db.execute(sql, [coder, round_id]).fetchone()[0])


def statements(db: sqlite3.Connection, codings: Sequence[str]) -> list[Statement]:
    """The statements of these codings."""
    return list(select(db, Statement, *among("coding", codings)))


def statements_of(db: sqlite3.Connection, statement_type: str) -> Iterator[Statement]:
    """Every statement of a kind, streamed."""
    return select(db, Statement, '"type" = ?', [statement_type])


def count_statements(db: sqlite3.Connection, statement_type: str) -> int:
    """How many statements of this kind there are."""
    return int(db.execute('select count(*) from "statement" where "type" = ?', [statement_type]).fetchone()[0])


def statement(db: sqlite3.Connection, statement_id: str) -> Statement | None:
    """One statement, or None."""
    return one(db, Statement, statement_id)


def doubts(db: sqlite3.Connection, annotations: Sequence[str]) -> list[Doubt]:
    """Which of these spans nobody has looked at since their words were corrected."""
    return list(select(db, Doubt, *among("annotation", annotations)))


def doubts_of(db: sqlite3.Connection, coder: str) -> list[Doubt]:
    """Which spans of this coder nobody has looked at since their words were corrected."""
    theirs = 'select a."id" from "annotation" a join "coding" c on c."id" = a."coding" where c."coder" = ?'
    return list(select(db, Doubt, f'"annotation" in ({theirs})', [coder], order='"at", "id"'))


def notes(db: sqlite3.Connection, owners: Sequence[str]) -> list[Note]:
    """The notes on these annotations, articles or labels, oldest first."""
    return list(select(db, Note, *among("owner", owners), order='"at", "id"'))


def decisions(db: sqlite3.Connection, codings: Sequence[str]) -> list[Decision]:
    """How differences were settled in these (settled) codings."""
    return list(select(db, Decision, *among("coding", codings), order='"at", "id"'))
