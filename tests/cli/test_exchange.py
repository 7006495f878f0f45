"""import, export, formats and segments, as cli.md promises them."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import BODY, Shell, process, sha

if TYPE_CHECKING:
    from pathlib import Path

ACTOR = {"label": "actor", "start": 0, "end": 4}


def test_import_says_what_came(shell: Shell, path: Path) -> None:
    file = shell.lines("a.jsonl", {"text": BODY, "annotations": [ACTOR, {"label": "جديد", "start": 26, "end": 27}]})
    said = shell.ok("import", path, file)
    assert said["format"] == "jsonl"
    assert said["articles"] == {"added": 1, "known": 0, "refused": []}
    assert said["annotations"] == {"added": 2, "known": 0, "refused": []}
    assert said["labels"]["added"] == 1
    assert said["warnings"] == []
    again = shell.ok("import", path, file)
    assert (again["articles"]["known"], again["annotations"]["known"]) == (1, 2)
    assert (again["articles"]["added"], again["annotations"]["added"], again["labels"]["added"]) == (0, 0, 0)
    assert shell.ok("info", path)["annotations"] == 2


def test_a_refused_file_among_good_ones_is_named(shell: Shell, path: Path) -> None:
    good, bad = shell.write("good.txt", "خبر"), shell.write("bad.jsonl", '{"text": "خبر"}\nnot json\n')
    said = shell.ok("import", path, good, bad, shell.folder / "gone.txt")
    assert said["articles"]["added"] == 1
    assert [one["path"] for one in said["articles"]["refused"]] == [str(bad), str(shell.folder / "gone.txt")]
    assert all(one["why"] and one["where"] in {"", "2"} for one in said["articles"]["refused"])


def test_a_span_that_does_not_match_is_refused_and_named_and_its_article_stays(shell: Shell, path: Path) -> None:
    wrong = {"id": "w", "label": "actor", "start": 0, "end": 4, "text": "حلب"}
    outside = {"label": "actor", "start": 0, "end": 4000}
    file = shell.lines("a.jsonl", {"text": BODY, "annotations": [ACTOR, wrong, outside]})
    said = shell.ok("import", path, file)
    assert said["articles"]["added"] == 1
    assert said["annotations"]["added"] == 1
    assert [(one["path"], one["where"]) for one in said["annotations"]["refused"]] == [
        (str(file), "1:w"),
        (str(file), "1:annotations[2]"),
    ]


@pytest.mark.parametrize("strict", [[], ["--strict"]])
def test_everything_refused_leaves_the_bytes_as_they_were(shell: Shell, path: Path, strict: list[str]) -> None:
    before = sha(path)
    said = shell.fails("import", path, shell.write("empty.txt", ""), shell.folder / "gone.txt", *strict)
    assert said["articles"]["refused"]
    assert said["articles"]["added"] == 0
    assert sha(path) == before


def test_strict_stops_at_one_refused_span_and_leaves_the_bytes(shell: Shell, path: Path) -> None:
    before = sha(path)
    file = shell.lines("a.jsonl", {"text": BODY}, {"text": "x", "annotations": [ACTOR]})
    said = shell.fails("import", path, file, "--strict", "--as", "جديد")
    assert said["error"]["key"] == "refused_strict"
    assert said["annotations"]["refused"][0]["key"] == "bad_span"
    assert said["annotations"]["refused"][0]["where"].startswith("2:")
    assert sha(path) == before
    assert shell.ok("info", path)["coders"] == ["سارة"]


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("cp1256", "cp1256"),
        ("utf-16", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("iso8859_6", "iso8859-6"),
        ("utf-8-sig", "utf-8"),
    ],
)
def test_encodings_are_found(shell: Shell, path: Path, codec: str, name: str) -> None:
    words = "اجتمع الوزراء أمس في العاصمة لبحث الانتخابات النيابية المقبلة، وقال الناطق إن القرار سيصدر قريبا."
    words = words if codec != "iso8859_6" else words.replace("\u200f", "")
    file = shell.write("خبر.txt", words.encode(codec))
    said = shell.ok("import", path, file)
    assert said["articles"]["added"] == 1
    shell.ok("export", path, shell.folder / "o.jsonl", "--format", "jsonl")
    assert json.loads((shell.folder / "o.jsonl").read_text("utf-8"))["text"] == words
    assert bool(said["warnings"]) == (codec in {"cp1256", "iso8859_6"}), name


def test_a_named_encoding_that_does_not_fit_is_refused(shell: Shell, path: Path) -> None:
    file = shell.write("a.txt", "سلام".encode("cp1256"))
    assert shell.fails("import", path, file, "--encoding", "utf-8")["articles"]["refused"][0]["key"] == "wrong_encoding"
    assert (
        shell.fails("import", path, file, "--encoding", "klingon")["articles"]["refused"][0]["key"]
        == "unknown_encoding"
    )
    assert shell.ok("import", path, file, "--encoding", "cp1256")["warnings"] == []


def test_line_ends_and_bom_go_and_offsets_hold(shell: Shell, path: Path) -> None:
    file = shell.write("a.txt", b"\xef\xbb\xbf" + "سطر 😀\r\nثان\rثالث".encode())
    shell.ok("import", path, file)
    out = shell.folder / "o.jsonl"
    shell.ok("export", path, out, "--format", "jsonl")
    assert json.loads(out.read_text("utf-8"))["text"] == "سطر 😀\nثان\nثالث"


def test_folders_are_walked(shell: Shell, path: Path) -> None:
    shell.write("مجلد/خبر أول.txt", "أول")
    shell.write("مجلد/داخل/ثان.txt", "ثان")
    shell.write("مجلد/صورة.png", b"\x89PNG")
    said = shell.ok("import", path, shell.folder / "مجلد")
    assert said["articles"] == {"added": 2, "known": 0, "refused": []}


def test_whose_annotations_they_are(shell: Shell, path: Path) -> None:
    shell.ok("import", path, shell.lines("a.jsonl", {"text": BODY, "annotations": [ACTOR]}), "--as", "عمر")
    said = shell.ok("info", path)
    assert said["coders"] == ["سارة", "عمر"]
    assert [one["annotations"] for one in said["people"]] == [0, 1]
    assert shell.ok("segments", path)["segments"][0]["who"] == "عمر"
    assert shell.ok("segments", path, "--whose", "سارة")["segments"] == []
    assert shell.ok("undo", path)["changes"][0]["who"] == "عمر"
    assert shell.ok("info", path)["coders"] == ["سارة"]
    assert shell.ok("redo", path)["changes"][0]["who"] == "عمر"
    shell.ok("undo", path)
    shell.ok("import", path, shell.write("b.txt", "خبر"))
    assert shell.ok("history", path)["changes"][0]["who"] == "سارة"


def test_export_then_import_is_equal(shell: Shell, path: Path) -> None:
    annotations = [
        {"id": "e", "label": "actor", "start": 26, "end": 27, "text": "😀", "attributes": {"actor.named": False}},
        {
            "id": "q",
            "label": "quotation",
            "start": 28,
            "end": 44,
            "fragments": [[28, 30], [38, 44]],
            "quotes": ["إن", "Ivanov"],
        },
        {"id": "s", "label": "source", "start": 17, "end": 24},
    ]
    file = shell.lines(
        "a.jsonl",
        {
            "id": "x",
            "title": "عنوان",
            "text": BODY,
            "annotations": annotations,
            "relations": [{"label": "says", "from": "q", "to": "s"}],
            "variables": [{"name": "tone", "value": "negative"}],
        },
    )
    said = shell.ok("import", path, file)
    assert said["annotations"] == {"added": 3, "known": 0, "refused": []}, said
    one, two = shell.folder / "1.jsonl", shell.folder / "2.jsonl"
    assert shell.ok("export", path, one, "--format", "jsonl")["annotations"] == 3
    other = shell.folder / "other.annot"
    shell.ok("new", other)
    shell.ok("import", other, one, "--format", "jsonl")
    shell.ok("export", other, two, "--format", "jsonl")
    assert one.read_bytes() == two.read_bytes()
    article = json.loads(one.read_text("utf-8"))
    for found in article["annotations"]:
        assert found["text"] == BODY[found["start"] : found["end"]]
        assert found["quotes"] == [BODY[start:end] for start, end in found["fragments"]]
    assert article["relations"][0]["from"] == "q"


def test_csv_holds_a_row_a_span(shell: Shell, path: Path) -> None:
    shell.ok(
        "import",
        path,
        shell.lines(
            "a.jsonl", {"id": "x", "text": BODY, "annotations": [ACTOR, {"label": "cue", "start": 13, "end": 16}]}
        ),
    )
    out = shell.folder / "o.csv"
    said = shell.ok("export", path, out, "--format", "csv", "--cells", "exact")
    assert (said["files"], said["articles"], said["annotations"]) == ([str(out)], 1, 2)
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        start, end = int(row["start"]), int(row["end"])
        assert row["text"] == BODY[start:end]
        assert BODY[:start].endswith(row["before"])
        assert BODY[end:].startswith(row["after"])
    assert {"article_id", "title", "annotation_id", "label", "who", "round"} <= set(rows[0])


def test_export_replaces_a_data_set_and_never_a_project(shell: Shell, path: Path) -> None:
    shell.ok("import", path, shell.write("a.txt", "خبر"))
    before = sha(path)
    assert shell.fails("export", path, path, "--format", "jsonl")["error"]["key"] == "would_replace_project"
    out = shell.write("o.jsonl", "old")
    shell.ok("export", path, out, "--format", "jsonl")
    assert out.read_text("utf-8") != "old"
    assert sha(path) == before


def test_what_is_wrong_with_an_export_is_said(shell: Shell, path: Path) -> None:
    out = shell.folder / "o.jsonl"
    assert shell.fails("export", path, out, "--format", "scroll")["error"]["key"] == "no_such_format"
    assert shell.fails("export", path, out, "--format", "jsonl", "--whose", "نادر")["error"]["key"] == "no_such_coder"
    assert shell.fails("export", path, out, "--format", "jsonl", "--split", "a")["error"]["key"] == "bad_split"
    assert shell.fails("export", path, out, "--format", "jsonl")["error"]["key"] == "nothing_selected"
    assert not out.exists()


def test_a_split_is_the_same_for_the_same_seed(shell: Shell, path: Path) -> None:
    shell.ok("import", path, shell.lines("a.jsonl", *({"id": str(n), "text": f"خبر {n}"} for n in range(50))))
    words = ("export", path, shell.folder / "o.jsonl", "--format", "jsonl", "--split", "train=80,dev=10,test=10")
    said = shell.ok(*words, "--seed", 3)
    parts = [[json.loads(line)["id"] for line in _lines(file)] for file in said["files"]]
    assert [len(part) for part in parts] == [40, 5, 5]
    assert len({one for part in parts for one in part}) == 50
    again = shell.ok(*words, "--seed", 3)
    assert [[json.loads(line)["id"] for line in _lines(file)] for file in again["files"]] == parts
    other = shell.ok(*words, "--seed", 4)
    assert [json.loads(line)["id"] for line in _lines(other["files"][1])] != parts[1]


def _lines(file: str) -> list[str]:
    from pathlib import Path

    return Path(file).read_text("utf-8").split("\n")[:-1]


def test_formats_are_listed_as_they_are(shell: Shell) -> None:
    found = {one["key"]: one for one in shell.ok("formats")["formats"]}
    assert {"txt", "jsonl", "csv"} <= set(found)
    assert (found["jsonl"]["reads"], found["jsonl"]["writes"], found["jsonl"]["offsets"]) == (True, True, "codepoint")
    assert (found["csv"]["reads"], found["txt"]["writes"]) == (False, False)
    keys = {
        "key",
        "title",
        "suffixes",
        "folder",
        "reads",
        "writes",
        "offsets",
        "overlap",
        "discontinuous",
        "relations",
        "attributes",
        "notes",
    }
    assert all(keys <= set(one) for one in found.values())
    assert "jsonl" in shell("formats").out
    assert "نصّ" in shell("formats", "--language", "ar").out


def test_segments_stand_in_their_context(shell: Shell, path: Path) -> None:
    shell.ok(
        "import",
        path,
        shell.lines(
            "a.jsonl",
            {
                "id": "x",
                "text": BODY,
                "meta": {"outlet": "سانا"},
                "annotations": [ACTOR, {"label": "cue", "start": 13, "end": 16, "round": "pilot"}],
            },
        ),
    )
    found = shell.ok("segments", path)["segments"]
    assert [one["text"] for one in found] == ["دمشق", "قال"]
    for one in found:
        assert one["before"] + one["text"] + one["after"] in BODY
        assert (one["article"], one["who"]) == ("x", "سارة")
    assert [one["label"] for one in shell.ok("segments", path, "--label", "فاعل")["segments"]] == ["actor"]
    assert [one["label"] for one in shell.ok("segments", path, "--round", "pilot")["segments"]] == ["cue"]
    assert shell.ok("segments", path, "--outlet", "BBC")["segments"] == []
    assert "دمشق" in shell("segments", path).out


def test_actors_statements_and_values_go_in_and_out_by_the_command_line(shell: Shell, path: Path) -> None:
    spans = [
        {"id": "s", "label": "source", "start": 16, "end": 24, "head": [17, 23], "attributes": {"actor.who": "p"}},
        {"id": "h", "label": "actor", "start": 0, "end": 4, "head": [0, 5]},
    ]
    said = {
        "id": "a",
        "text": BODY,
        "annotations": spans,
        "actors": [{"id": "p", "names": {"ar": "الناطق"}, "type": "person"}],
        "relations": [{"id": "r", "label": "says", "from": "s", "to": "s"}],
        "statements": [
            {"id": "t", "type": "claim", "slots": {"person": {"annotation": "s"}, "agreement": True}},
            {"id": "u", "type": "claim", "slots": {"agreement": "yes"}},
        ],
    }
    report = shell.ok("import", path, shell.lines("in.jsonl", said))
    assert [(one["where"]) for one in report["annotations"]["refused"]] == ["1:h"]
    assert "1:r" in json.dumps(report)
    assert "1:u:agreement" in json.dumps(report)
    info = shell.ok("info", path)
    assert (info["articles"], info["annotations"], info["relations"], info["statements"]) == (1, 1, 0, 1)
    (segment,) = shell.ok("segments", path)["segments"]
    assert segment["actor"] == "الناطق"
    assert "الناطق" in shell("segments", path).out
    shell.ok("export", path, shell.folder / "out.jsonl", "--format", "jsonl")
    (line,) = (json.loads(row) for row in (shell.folder / "out.jsonl").read_text("utf-8").splitlines())
    assert line["annotations"][0]["head"] == [17, 23]
    assert line["statements"][0]["slots"] == {"agreement": True, "person": {"annotation": "s"}}
    assert [actor["names"] for actor in line["actors"]] == [{"ar": "الناطق"}]
    assert shell.ok("check", path)["ok"]


def test_people_are_told_in_their_language(shell: Shell, path: Path) -> None:
    file = shell.write("a.txt", "")
    said = shell("import", path, file, "--language", "ar")
    assert said.code == 1
    assert said.out == ""
    assert "لم يُستورد شيء" in said.err
    good = shell("import", path, shell.write("b.txt", "خبر"), "--language", "ar")
    assert "المقالات" in good.out
    exported = shell("export", path, shell.folder / "o.csv", "--format", "csv")
    assert "Articles: 1" in exported.out


def test_json_is_alone_on_stdout_in_a_process_of_its_own(shell: Shell, path: Path) -> None:
    said = process("import", path, shell.write("a.txt", "خبر"), shell.write("b.txt", ""), "--json")
    assert said.code == 0, said.err
    assert said.json["articles"]["added"] == 1
    assert "خبر" not in said.err
    exported = process("export", path, shell.folder / "o.jsonl", "--format", "jsonl", "--json")
    assert exported.json["articles"] == 1


def test_a_file_name_that_is_no_text_is_taken_in_and_spoken_of(shell: Shell, path: Path) -> None:
    import os

    file = shell.write(os.fsdecode(b"\xff.txt"), "خبر")
    said = process("import", path, file, "--json")
    assert said.code == 0, said.out
    assert said.json["articles"]["added"] == 1
    file.write_bytes(b"")
    assert process("import", path, file, "--json").json["articles"]["refused"][0]["path"] == str(file)
    assert process("import", path, file).code == 1
