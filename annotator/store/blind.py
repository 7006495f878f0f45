"""What a coder may not see: others' work on an article before the round's coders are done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.rows import dumps

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

# Actions that are told with what was coded, or with words about it.
_TELLING = (
    *("label_span", "label_all", "label_anew", "relabel", "relabel_anew", "resize", "remove", "split", "join", "mend"),
    *("set_head", "add_fragment", "set_attribute", "set_variable", "link", "unlink", "settle", "settle_agreed"),
    *("attach_actor", "detach_actor", "attach_new_actor", "add_statement", "set_slot", "remove_statement"),
    *("add_note", "answer_note", "edit_note", "resolve_note", "reopen_note", "take_back"),
    *("settle_all_of", "settle_by_boundary"),
)
# Of every table that they touch: the coding that a row belongs to; a note on an article or a label is for all.
_HOMES = {
    "annotation": 'select "id" as "row", "coding", 0 as "open" from "annotation"',
    "value": 'select "id" as "row", "coding", 0 as "open" from "value"',
    "relation": 'select "id" as "row", "coding", 0 as "open" from "relation"',
    "statement": 'select "id" as "row", "coding", 0 as "open" from "statement"',
    "note": 'select o."id" as "row", coalesce(a."coding", d."coding") as "coding",'
    ' o."owner_kind" in (\'article\', \'label\') as "open" from "note" o'
    ' left join "annotation" a on a."id" = o."owner" left join "decision" d on d."id" = o."owner"',
}
# The one rule, of an article (`c."article"`) in a round (`r`), for who looks (`:viewer`). A `+` keeps SQLite from going
# through all codings of a round or of a coder, where those of the article are few.
_OWN = """
    exists (select 1 from "coding" m where m."article" = c."article" and +m."round" = r."id" and m."kind" = 'own'
    and +m."coder" = :viewer and m."status" {among})
"""
_MINE, _IN_WORK, _DONE = (
    _OWN.format(among=among) for among in ("<> ''", "in ('todo', 'work')", "not in ('todo', 'work')")
)
_OF_COMPANY = """(r."blind" and :viewer in (select value from json_each(r."coders")))"""
_AWAITED = """
    exists (select 1 from "coding" w where w."article" = c."article" and +w."round" = r."id" and w."kind" = 'own'
    and w."status" in ('todo', 'work') and +w."coder" in (select value from json_each(r."coders")))
"""
KEPT = f"""(r."state" <> 'frozen' and ({_IN_WORK} or {_OF_COMPANY} and (not {_MINE} or {_AWAITED})))"""
_REVIEWS = """(r."state" = 'frozen' or r."blind" and r."coders" <> '[]')"""  # who has not coded there looks on
_FROM_EXPERT = f"""
    (c."kind" = 'own' and c."coder" = r."expert" and c."status" not in ('todo', 'work') and {_DONE})
"""
# Whether who looks may see a coding (`c`) of a round (`r`).
OPEN = f"""(c."coder" = :viewer or {_FROM_EXPERT} or not {KEPT} and ({_REVIEWS} or {_MINE}))"""

_UNSEEN = f"""
    select distinct e."change" from "edit" e join "change" d on d."n" = e."change"
    left join ({{homes}}) h on h."row" = e."row" left join "coding" c on c."id" = h."coding"
    left join "round" r on r."id" = c."round"
    where e."change" in (select value from json_each(:changes)) and e."tbl" = :table
    and d."name" in (select value from json_each(:telling)) and not coalesce(h."open", 0)
    and (c."id" is null or not {OPEN})
"""


def withheld(db: sqlite3.Connection, article: str, round_id: str, viewer: str) -> bool:
    """Whether others' work on an article, and what was settled of it, is kept from who looks.

    So it is till their own is done, if they have begun or are to; of a blind round's coders, till all are done whose
    work on the article is waited for. Nothing is kept once the round is frozen. Who has no work there reviews.
    """
    sql = f'select {KEPT} from "round" r, (select :article as "article") c where r."id" = :round'
    found = db.execute(sql, {"article": article, "round": round_id, "viewer": viewer}).fetchone()
    return found is not None and bool(found[0])


def compared(db: sqlite3.Connection, round_id: str, viewer: str) -> dict[str, dict[str, str]]:
    """The articles of a round that two or more began, in the project's order, with whose coding is which.

    What is withheld from who looks is not among them.
    """
    sql = f"""
        select c."article", c."coder", c."id" from "coding" c join "round" r on r."id" = c."round"
        join "article" a on a."id" = c."article"
        where r."id" = :round and c."kind" = 'own' and c."status" <> 'todo' and not {KEPT}
        order by a."position", a."id"
    """
    found: dict[str, dict[str, str]] = {}
    for article, coder, coding in db.execute(sql, {"round": round_id, "viewer": viewer}):
        found.setdefault(article, {})[coder] = coding
    return {article: company for article, company in found.items() if len(company) > 1}


def kept(db: sqlite3.Connection, codings: Sequence[str], viewer: str) -> set[str]:
    """Those of these codings of others that are withheld from who looks."""
    sql = f"""
        select c."id" from "coding" c join "round" r on r."id" = c."round"
        where c."id" in (select value from json_each(:codings)) and c."coder" <> :viewer and {KEPT}
    """
    return {row[0] for row in db.execute(sql, {"codings": dumps(list(codings)), "viewer": viewer})}


def keeps(db: sqlite3.Connection, viewer: str) -> bool:
    """Whether there is anything that may be withheld from who looks: they are at work in a round, or in its company."""
    sql = f"""
        select exists (select 1 from "round" r where r."state" <> 'frozen' and ({_OF_COMPANY} or exists (
            select 1 from "coding" m where m."round" = r."id" and m."coder" = :viewer and m."kind" = 'own'
            and m."status" in ('todo', 'work'))))
    """
    return bool(db.execute(sql, {"viewer": viewer}).fetchone()[0])


def unseen(db: sqlite3.Connection, changes: Sequence[int], viewer: str) -> set[int]:
    """Those of these changes (by number) that tell of work which the viewer may not see yet.

    What is no longer there counts as such work, since nothing says any more whose it was.
    """
    found: set[int] = set()
    for table, homes in _HOMES.items():
        params = {"changes": dumps(list(changes)), "table": table, "telling": dumps(_TELLING), "viewer": viewer}
        found |= {number for (number,) in db.execute(_UNSEEN.format(homes=homes), params)}
    return found
