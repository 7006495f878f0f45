"""The tables of a project file, format 2: a known list, so that a file can be checked before it is trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

APPLICATION_ID = 0x414E4F54  # "ANOT"
FORMAT = 2

_REF = 'text not null references "{}" deferrable initially deferred'


def _ref(table: str) -> str:
    return _REF.format(table)


# Journalled tables: written by Journal.commit alone.
JOURNALLED: dict[str, str] = {
    "project": (
        '"id" text primary key, "title" text not null, '
        """"boundary" text not null default '{"clitics":true,"punctuation":false,"quotes":false,"words":true}', """
        """"editing" text not null default 'open', "package" text not null default ''"""
    ),
    "coder": '"id" text primary key, "name" text not null, "hue" integer not null, "pseudonym" text not null',
    "label": (
        '"id" text primary key, "names" text not null, "hue" integer not null, "key" text not null, '
        '"pattern" integer not null, "parent" text, "category" text not null, "definition" text not null, '
        '"include" text not null, "exclude" text not null, "examples" text not null, "position" text not null, '
        '"retired" integer not null, '
        """"synonyms" text not null default '[]', "within" text not null default '[]', """
        """"parts" text not null default '[]', "apart" integer not null default 0"""
    ),
    "variable": (
        '"id" text primary key, "names" text not null, "scope" text not null, "type" text not null, '
        '"choices" text not null, "labels" text not null, "required" integer not null, "position" text not null, '
        """"only_if" text not null default '{}', "low" real, "high" real"""
    ),
    "relation_type": ('"id" text primary key, "names" text not null, "sources" text not null, "targets" text not null'),
    "statement_type": (
        '"id" text primary key, "names" text not null, "slots" text not null, "sentence" text not null, '
        '"position" text not null'
    ),
    "codebook": '"id" text primary key, "name" text not null, "at" text not null, "body" text not null',
    "article": (
        f'"id" text primary key, "title" text not null, "text" {_ref("text")}, '
        '"direction" text not null, "meta" text not null, "position" text not null'
    ),
    "source": (
        f'"id" text primary key, "article" {_ref("article")}, "name" text not null, "format" text not null, '
        '"codec" text not null, "sha256" text not null, "had_bom" integer not null, "line_ends" text not null, '
        '"at" text not null'
    ),
    "round": (
        '"id" text primary key, "kind" text not null, "state" text not null, "codebook" text not null, '
        """"plan" text not null default '{}', "coders" text not null default '[]', """
        """"blind" integer not null default 1, "expert" text not null default '', """
        """"frozen" text not null default '', "seal" text not null default ''"""
    ),
    "coding": (
        f'"id" text primary key, "article" {_ref("article")}, "coder" {_ref("coder")}, "round" {_ref("round")}, '
        '"kind" text not null, "status" text not null, "codebook" text not null'
    ),
    "annotation": (
        f'"id" text primary key, "coding" {_ref("coding")}, "label" {_ref("label")}, "text" {_ref("text")}, '
        """"fragments" text not null, "quotes" text not null, "codebook" text not null, """
        """"head" text not null default '[]'"""
    ),
    "value": (
        f'"id" text primary key, "coding" {_ref("coding")}, "owner" text not null, "variable" {_ref("variable")}, '
        '"value" text not null'
    ),
    "relation": (
        f'"id" text primary key, "coding" {_ref("coding")}, "label" {_ref("relation_type")}, '
        f'"source" {_ref("annotation")}, "target" {_ref("annotation")}'
    ),
    "statement": f'"id" text primary key, "coding" {_ref("coding")}, "type" {_ref("statement_type")}',
    "actor": (
        '"id" text primary key, "names" text not null, "type" text not null, "aliases" text not null, '
        '"notes" text not null'
    ),
    "part": (
        f'"id" text primary key, "article" {_ref("article")}, "text" {_ref("text")}, "kind" text not null, '
        '"start" integer not null, "end" integer not null'
    ),
    "word_list": (
        '"id" text primary key, "names" text not null, "language" text not null, "hue" integer not null, '
        '"words" text not null, "inflected" integer not null, "position" text not null'
    ),
    "doubt": (f'"id" text primary key, "annotation" {_ref("annotation")}, "was" text not null, "at" text not null'),
    "note": (
        f'"id" text primary key, "owner_kind" text not null, "owner" text not null, "coder" {_ref("coder")}, '
        '"body" text not null, "at" text not null, "thread" text not null, "resolved" integer not null'
    ),
    "decision": (
        f'"id" text primary key, "coding" {_ref("coding")}, "difference" text not null, "take" text not null, '
        f'"reason" text not null, "note" text not null, "coder" {_ref("coder")}, "at" text not null, '
        """"sources" text not null, "results" text not null, "coders" text not null default '[]'"""
    ),
    "handover": (
        f'"id" text primary key, "kind" text not null, "coder" {_ref("coder")}, "sender" {_ref("coder")}, '
        f'"round" {_ref("round")}, "articles" text not null, "codebook" text not null, "blind" integer not null, '
        '"instructions" text not null, "at" text not null, "returned" text not null'
    ),
    "clash": (
        '"id" text primary key, "merge" text not null, "tbl" text not null, "row" text not null, '
        '"before" text not null, "after" text not null, "why" text not null, "within" text not null, '
        '"author" text not null, "at" text not null, "state" text not null'
    ),
}

# The rest: texts by hash (never changed, never collected), the log, this copy's identity, and who has it open.
_KEPT: dict[str, str] = {
    "text": '"hash" text primary key, "body" text not null',
    "change": (
        '"n" integer primary key, "id" text not null unique, "name" text not null, "facts" text not null, '
        '"author" text not null, "copy" text not null, "kind" text not null, "of" text, "via" text not null, '
        '"state" text not null, "at" text not null, "digest" text not null, "chain" text not null'
    ),
    "edit": (
        '"change" integer not null, "seq" integer not null, "tbl" text not null, "row" text not null, '
        '"before" text, "after" text, primary key ("change", "seq")'
    ),
    "copy": '"id" text primary key, "device" text not null, "at" text not null',
    "session": (
        '"id" integer primary key check ("id" = 1), "coder" text not null, "since" text not null, '
        '"device" text not null, "clean" integer not null, "n" integer not null, "chain" text not null'
    ),
}

# sqlite-utils' own words for what it has applied, made by us so that no other release of it says them otherwise.
_MIGRATIONS = {
    "_sqlite_migrations": (
        'CREATE TABLE "_sqlite_migrations" (\n   "id" INTEGER PRIMARY KEY,\n   "migration_set" TEXT,\n'
        '   "name" TEXT,\n   "applied_at" TEXT\n)'
    ),
    "idx__sqlite_migrations_migration_set_name": (
        'CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"\n'
        '    ON "_sqlite_migrations" ("migration_set", "name")'
    ),
}

_INDEXES: dict[str, str] = {
    "article_position": '"article" ("position")',
    "article_text": '"article" ("text")',
    "source_article": '"source" ("article")',
    "coding_article": '"coding" ("article")',
    "coding_coder": '"coding" ("coder")',
    "coding_round": '"coding" ("round")',
    "annotation_coding": '"annotation" ("coding", "fragments")',  # fragments: is this span there already?
    "annotation_label": '"annotation" ("label")',
    "value_owner": '"value" ("owner")',
    "value_coding": '"value" ("coding")',
    "value_variable": '"value" ("variable")',
    "relation_coding": '"relation" ("coding")',
    "relation_label": '"relation" ("label")',
    "relation_source": '"relation" ("source")',
    "relation_target": '"relation" ("target")',
    "statement_coding": '"statement" ("coding")',
    "statement_type_of": '"statement" ("type")',
    "part_article": '"part" ("article")',
    "doubt_annotation": '"doubt" ("annotation")',
    "note_owner": '"note" ("owner")',
    "note_coder": '"note" ("coder")',
    "decision_coding": '"decision" ("coding")',
    "decision_coder": '"decision" ("coder")',
    "handover_coder": '"handover" ("coder")',
    "handover_sender": '"handover" ("sender")',
    "handover_round": '"handover" ("round")',
    "clash_row": '"clash" ("tbl", "row")',
    "change_via": '"change" ("via")',
    "edit_row": '"edit" ("tbl", "row")',
}


def statements() -> dict[str, str]:
    """The SQL of every object of the file, by name, as `sqlite_schema` must hold it."""
    tables = {**JOURNALLED, **_KEPT}
    return (
        _MIGRATIONS
        | {name: f'CREATE TABLE "{name}" ({columns}) strict' for name, columns in tables.items()}
        | {name: f'CREATE INDEX "{name}" on {columns}' for name, columns in _INDEXES.items()}
    )


def create(path: Path) -> None:
    """Lay out an empty project in a new file, by sqlite-utils' named migrations."""
    import sqlite3  # noqa: PLC0415  # with sqlite_utils: only when a file is made
    from contextlib import closing  # noqa: PLC0415

    from sqlite_utils import Database, Migrations  # noqa: PLC0415

    migrations = Migrations("annotator")

    @migrations()
    def format_2(db: Database) -> None:
        for name, sql in statements().items():
            if name not in _MIGRATIONS:
                db.execute(sql)

    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        for sql in _MIGRATIONS.values():
            connection.execute(sql)
        migrations.apply(Database(connection))
        connection.execute(f"pragma user_version = {FORMAT}")
        connection.commit()


def format_of(db: sqlite3.Connection) -> int:
    """The format that a file says it is of."""
    return int(db.execute("pragma user_version").fetchone()[0])


def differs(db: sqlite3.Connection) -> list[str]:
    """Names of objects that a project of the file's own format should not have, lacks, or has otherwise.

    Only the indexes that SQLite makes for keys have no SQL; whatever else is there must be word for word as we know it.
    """
    known, found, strange = _known(format_of(db)), {}, set()
    for kind, name, sql in db.execute("select type, name, sql from sqlite_schema"):
        if kind == "index" and sql is None and name.startswith("sqlite_autoindex_"):
            continue
        if name in found or known.get(name) != sql:
            strange.add(name)
        found[name] = sql
    return sorted(strange | (known.keys() - found.keys()))


def _known(format_: int) -> dict[str, str]:
    if format_ != 1:
        return statements()
    from annotator.store import format_1  # noqa: PLC0415  # for old files alone

    return format_1.statements()
