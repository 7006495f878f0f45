"""history, undo and redo: the same as the window's, over processes and copies."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from annotator.operations import annotations, codebook, codings, history, statements, variables
from annotator.operations.codings import Where
from annotator.store.project import Project
from tests.cli.conftest import BODY, Shell, process, sha

if TYPE_CHECKING:
    from pathlib import Path


def articles(shell: Shell, path: Path) -> int:
    return shell.ok("info", path)["articles"]


def test_undo_and_redo_over_processes(shell: Shell, path: Path) -> None:
    for number in range(3):
        assert process("import", path, shell.write(f"{number}.txt", f"خبر {number}")).code == 0
    for left in (2, 1):
        assert process("undo", path, "--json").json["changes"][0]["name"] == "import"
        assert articles(shell, path) == left
    assert process("redo", path).code == 0
    assert articles(shell, path) == 2
    assert process("import", path, shell.write("n.txt", "جديد")).code == 0
    assert process("redo", path).code == 1
    assert articles(shell, path) == 3


def test_nothing_to_undo_or_redo_leaves_the_bytes(shell: Shell, path: Path) -> None:
    before = sha(path)
    assert shell.fails("undo", path)["error"]["key"] == "nothing_to_undo"
    assert shell.fails("redo", path)["error"]["key"] == "nothing_to_redo"
    assert shell.fails("undo", path, "--as", "نادر")["error"]["key"] == "no_such_coder"
    assert sha(path) == before
    assert "لا شيء" in shell("undo", path, "--language", "ar").err


def test_each_coder_takes_back_their_own(shell: Shell, path: Path) -> None:
    shell.ok("import", path, shell.write("a.txt", "خبر أ"))
    shell.ok("import", path, shell.write("b.txt", "خبر ب"), "--as", "عمر")
    assert shell.ok("undo", path, "--as", "سارة")["changes"][0]["who"] == "سارة"
    assert articles(shell, path) == 1
    assert shell.ok("redo", path, "--as", "سارة")["changes"][0]["kind"] == "redo"
    assert shell.ok("undo", path, "--as", "عمر")["changes"][0]["who"] == "عمر"


def test_what_the_window_did_is_undone_here_and_the_other_way_round(shell: Shell, path: Path) -> None:
    shell.ok("import", path, shell.lines("a.jsonl", {"id": "x", "text": BODY}))
    with Project.open(path) as project:
        where = Where("x", project.coder)
        project.journal.commit(annotations.label_span(project, where, "actor", ((0, 4),)))
        project.journal.commit(annotations.label_span(project, where, "cue", ((13, 16),)))
    assert shell.ok("undo", path)["changes"][0]["name"] == "label_span"
    assert [one["label"] for one in shell.ok("segments", path)["segments"]] == ["actor"]
    with Project.open(path) as project:
        history.redo(project)
        history.undo(project)
        history.undo(project)
    assert shell.ok("segments", path)["segments"] == []
    shell.ok("redo", path)
    shell.ok("redo", path)
    assert len(shell.ok("segments", path)["segments"]) == 2
    assert shell.fails("redo", path)["error"]["key"] == "nothing_to_redo"


def test_a_copy_has_a_past_of_its_own(shell: Shell, path: Path) -> None:
    shell.ok("import", path, shell.write("a.txt", "خبر"))
    copy = shell.folder / "copy.annot"
    shutil.copy(path, copy)
    assert shell.fails("undo", copy)["error"]["key"] == "nothing_to_undo"
    shell.ok("import", copy, shell.write("b.txt", "آخر"))
    shell.ok("undo", copy)
    assert articles(shell, copy) == 1
    moved = shell.folder / "moved.annot"
    path.rename(moved)
    shell.ok("undo", moved)
    assert articles(shell, moved) == 0


def test_the_log_is_told_in_words(shell: Shell, path: Path) -> None:
    shell.ok("import", path, shell.lines("a.jsonl", {"id": "x", "text": BODY}))
    with Project.open(path) as project:
        project.journal.commit(annotations.label_span(project, Where("x", project.coder), "actor", ((0, 4),)))
    shell.ok("undo", path)
    changes = shell.ok("history", path)["changes"]
    assert [(one["kind"], one["name"], one["who"]) for one in changes[:3]] == [
        ("undo", "label_span", "سارة"),
        ("do", "label_span", "سارة"),
        ("do", "import", "سارة"),
    ]
    assert changes[0]["of"] == changes[1]["id"]
    assert all({"id", "at", "who", "name", "kind"} <= set(one) for one in changes)
    assert len(shell.ok("history", path, "--limit", 2)["changes"]) == 2
    arabic = shell("history", path, "--language", "ar").out
    assert "تراجع عن" in arabic
    assert "فاعل" in arabic
    english = shell("history", path).out
    assert "Undone: " in english
    assert "Took in articles from \u2068a.jsonl\u2069" in english
    shell.ok("import", path, shell.write("1.txt", "أ"), shell.write("2.txt", "ب"))
    assert "from 2 files" in shell("history", path, "--limit", 1).out


def test_values_statements_and_who_it_is_are_told_by_name(shell: Shell, path: Path) -> None:
    shell.ok("import", path, shell.lines("a.jsonl", {"id": "x", "text": BODY}))
    with Project.open(path) as project:
        commit, where = project.journal.commit, Where("x", project.coder)
        span = str(commit(annotations.label_span(project, where, "quotation", ((0, 4),))).facts["annotation"])
        commit(annotations.set_attribute(project, span, "quotation.type", "direct"))
        commit(codings.set_article_variable(project, where, "tone", "negative"))
        made = commit(statements.add_statement(project, where, "claim", {}))
        commit(statements.set_slot(project, str(made.facts["id"]), "agreement", True))
        why = {"variable": "tone", "values": ["negative"]}
        commit(variables.edit_variable(project, "genre", only_if=why))
        commit(codings.set_article_variable(project, where, "genre", "news"))
        commit(codings.set_article_variable(project, where, "tone", "positive"))
        gone = str(commit(codebook.add_label(project, {"ar": "عابر", "en": "Passing"})).facts["label"])
        commit(codebook.remove_label(project, gone))
    told = {one["name"]: one["sentence"] for one in shell.ok("history", path, "--language", "ar")["changes"][::-1]}
    for name, words in (
        ("set_attribute", "«\u2068نوع الاقتباس\u2069» لـ«\u2068دمشق\u2069» على «\u2068مباشر\u2069»"),
        ("set_variable", "\u2068إيجابية\u2069» (ولم يعد مطلوبا: \u2068النوع الصحفي\u2069)"),
        ("add_statement", "\u2068موقف معلن\u2069"),
        ("set_slot", "\u2068نعم\u2069"),
        ("remove_label", "عابر"),
    ):
        assert words in told[name]
