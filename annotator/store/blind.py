"""What of the log a coder may not be told: work on an article, by others, before their own on it is done."""

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
)
# Of every table that they touch: the coding that a row belongs to; a note on an article or a label is for all.
_HOMES = {
    "annotation": 'select "id" as "row", "coding", 0 as "open" from "annotation"',
    "value": 'select "id" as "row", "coding", 0 as "open" from "value"',
    "relation": 'select "id" as "row", "coding", 0 as "open" from "relation"',
    "statement": 'select "id" as "row", "coding", 0 as "open" from "statement"',
    "note": 'select o."id" as "row", a."coding", o."owner_kind" <> \'annotation\' as "open" from "note" o'
    ' left join "annotation" a on a."id" = o."owner"',
}
_UNSEEN = """
    select distinct e."change" from "edit" e join "change" d on d."n" = e."change"
    left join ({homes}) h on h."row" = e."row" left join "coding" c on c."id" = h."coding"
    where e."change" in (select value from json_each(?)) and e."tbl" = ?
    and d."name" in (select value from json_each(?)) and not coalesce(h."open", 0)
    and (c."id" is null or c."coder" <> ? and not exists (
        select 1 from "coding" m where m."article" = c."article" and m."round" = c."round" and m."coder" = ?
        and m."kind" = 'own' and m."status" not in ('todo', 'work')
    ))
"""


def unseen(db: sqlite3.Connection, changes: Sequence[int], viewer: str) -> set[int]:
    """Those of these changes (by number) that tell of work which the viewer may not see yet.

    What is no longer there counts as such work, since nothing says any more whose it was. The rule is that of
    `annotator.store.codings.visible_codings`.
    """
    found: set[int] = set()
    for table, homes in _HOMES.items():
        params = (dumps(list(changes)), table, dumps(_TELLING), viewer, viewer)
        found |= {number for (number,) in db.execute(_UNSEEN.format(homes=homes), params)}
    return found
