"""Every action of the window in one table: its words, menu, keys, when it can be done; menus and the F1 list follow."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from annotator.ui.language import marked


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do. `id` names its handler; `menu` is a path such as "code/edges"; `when` a condition, all if empty.

    `scope` "text" lets its keys work in the text alone; `group` 0 continues the menu's block, 1 begins a new one.
    """

    id: str
    words: str
    menu: str
    keys: tuple[str, ...] = ()
    when: str = ""
    icon: str = ""
    group: int = 0
    choice: bool = False  # one of several, or on and off: shown with a mark
    scope: str = "window"


MENUS = {
    "project": marked("Actions", "&Project"),
    "project/recent": marked("Actions", "Recent projects"),
    "edit": marked("Actions", "&Edit"),
    "code": marked("Actions", "&Code"),
    "code/pieces": marked("Actions", "Pieces of the span"),
    "code/edges": marked("Actions", "Move an edge of the span"),
    "code/status": marked("Actions", "Status of the coding"),
    "code/part": marked("Actions", "Part of the article"),
    "view": marked("Actions", "&View"),
    "view/direction": marked("Actions", "Direction of the text"),
    "view/theme": marked("Actions", "Theme"),
    "view/language": marked("Actions", "Language"),
    "review": marked("Actions", "&Review"),
    "review/decision": marked("Actions", "Decision"),
    "review/reason": marked("Actions", "Reason"),
    "review/many": marked("Actions", "Settle many at once"),
    "review/show": marked("Actions", "How it is shown"),
    "help": marked("Actions", "&Help"),
}

PROJECT = (
    Action("new_project", marked("Actions", "New project…"), "project", ("Ctrl+N",)),
    Action("open_project", marked("Actions", "Open a project…"), "project", ("Ctrl+O",)),
    Action("open_sample", marked("Actions", "Open the sample"), "project"),
    Action(
        "import_articles",
        marked("Actions", "Import articles…"),
        "project",
        ("Ctrl+I",),
        when="writable",
        group=1,
    ),
    Action("export", marked("Actions", "Export…"), "project", ("Ctrl+E",), when="project", icon="upload"),
    Action("hand_over", marked("Actions", "Hand over…"), "project", when="home", group=1),
    Action("take_back", marked("Actions", "Take back…"), "project", when="home"),
    Action("instructions", marked("Actions", "Instructions of this package…"), "project", when="package"),
    Action("merge", marked("Actions", "Merge a copy…"), "project", when="writable"),
    Action("print", marked("Actions", "Print…"), "project", ("Ctrl+P",), when="article", group=1),
    Action("save_pdf", marked("Actions", "Save as PDF…"), "project", when="article"),
    Action("back_up", marked("Actions", "Back up now"), "project", when="writable", group=1),
    Action("restore", marked("Actions", "Restore a backup…"), "project"),
    Action("coder", marked("Actions", "Who is coding…"), "project", when="project", group=1),
    Action("preferences", marked("Actions", "Preferences…"), "project", ("Ctrl+,",)),
    Action("close_project", marked("Actions", "Close the project"), "project", ("Ctrl+W",), when="project"),
    Action("quit", marked("Actions", "Quit"), "project", ("Ctrl+Q",), group=1),
)

EDIT = (
    Action("undo", marked("Actions", "Undo"), "edit", ("Ctrl+Z",), when="undo", icon="undo-2"),
    Action("redo", marked("Actions", "Redo"), "edit", ("Ctrl+Shift+Z", "Ctrl+Y"), when="redo", icon="redo-2"),
    Action(
        "copy",
        marked("Actions", "Copy the selected text"),
        "edit",
        ("Ctrl+C",),
        when="selection",
        group=1,
        scope="text",
    ),
    Action(
        "remove",
        marked("Actions", "Delete the span"),
        "edit",
        ("Delete", "Backspace"),
        when="span",
        scope="text",
    ),
    Action("find_here", marked("Actions", "Find in the article…"), "edit", ("Ctrl+F",), when="article", group=1),
    Action("find_next", marked("Actions", "Find the next"), "edit", ("F3",), when="article"),
    Action("find_previous", marked("Actions", "Find the previous"), "edit", ("Shift+F3",), when="article"),
    Action("find_all", marked("Actions", "Find in the project…"), "edit", ("Ctrl+Shift+F",), when="project"),
    Action(
        "find",
        marked("Actions", "Find an article"),
        "edit",
        ("Ctrl+G",),
        when="project",
        icon="search",
    ),
    Action("palette", marked("Actions", "A label, or anything…"), "edit", ("Ctrl+K",), group=1),
    Action("anything", marked("Actions", "Do anything…"), "edit", ("Ctrl+Shift+K",), icon="command"),
)

CODE = (
    Action("label", marked("Actions", "Choose a label…"), "code", ("Ctrl+L",), when="codable"),
    Action("brush", marked("Actions", "Keep applying a label…"), "code", ("Ctrl+Shift+L",), when="codable"),
    Action("occurrences", marked("Actions", "Every occurrence…"), "code", ("Ctrl+Return",), when="codable"),
    Action("word_lists", marked("Actions", "Word lists…"), "code", when="writable"),
    Action("inspect", marked("Actions", "Attributes of the span"), "code", ("Tab",), when="span", scope="text"),
    Action("variables", marked("Actions", "Coding form"), "code", ("F2",), when="article"),
    Action("statement", marked("Actions", "New statement"), "code", ("F5",), when="codable"),
    Action("link", marked("Actions", "Link the span…"), "code", ("F4",), when="span"),
    Action("next_span", marked("Actions", "Next span"), "code", ("Alt+Down",), when="article", group=1),
    Action("previous_span", marked("Actions", "Previous span"), "code", ("Alt+Up",), when="article"),
    Action(
        "overlaps", marked("Actions", "Spans that overlap here"), "code", ("Alt+Return",), when="article", scope="text"
    ),
    Action("done_next", marked("Actions", "Done: on to the next"), "code", ("Ctrl+Shift+Return",), when="codable"),
    Action("next_article", marked("Actions", "Next article"), "code", ("Ctrl+PgDown",), when="article", group=1),
    Action("previous_article", marked("Actions", "Previous article"), "code", ("Ctrl+PgUp",), when="article"),
    Action("status_todo", marked("Actions", "To do"), "code/status", when="codable", choice=True),
    Action("status_work", marked("Actions", "In work"), "code/status", when="codable", choice=True),
    Action("status_done", marked("Actions", "Done"), "code/status", when="codable", choice=True),
)

SPANS = (
    Action(
        "keep_piece",
        marked("Actions", "Keep this piece, add another"),
        "code/pieces",
        ("Ctrl+D",),
        when="selection",
    ),
    Action(
        "drop_piece",
        marked("Actions", "Take the last piece away"),
        "code/pieces",
        ("Ctrl+Backspace",),
        when="selection",
        scope="text",
    ),
    Action("word_parts", marked("Actions", "Parts of the word…"), "code/pieces", ("Ctrl+B",), when="codable"),
    Action("split", marked("Actions", "Split the span"), "code/pieces", ("Ctrl+Shift+S",), when="codable", group=1),
    Action("join", marked("Actions", "Join with the next span"), "code/pieces", ("Ctrl+J",), when="span"),
)


def _edge(name: str, words: str, key: str, *, group: int = 0) -> Action:
    return Action(name, words, "code/edges", (key,), when="span", group=group, scope="text")


EDGES = (
    _edge("start_left", marked("Actions", "Start: a word to the left"), "Alt+Left"),
    _edge("start_right", marked("Actions", "Start: a word to the right"), "Alt+Right"),
    _edge("end_left", marked("Actions", "End: a word to the left"), "Alt+Shift+Left"),
    _edge("end_right", marked("Actions", "End: a word to the right"), "Alt+Shift+Right"),
    _edge("start_left_letter", marked("Actions", "Start: a letter to the left"), "Ctrl+Alt+Left", group=1),
    _edge("start_right_letter", marked("Actions", "Start: a letter to the right"), "Ctrl+Alt+Right"),
    _edge("end_left_letter", marked("Actions", "End: a letter to the left"), "Ctrl+Alt+Shift+Left"),
    _edge("end_right_letter", marked("Actions", "End: a letter to the right"), "Ctrl+Alt+Shift+Right"),
)

TEXT = (
    Action("part_headline", marked("Actions", "Headline"), "code/part", when="codable", choice=True),
    Action("part_lead", marked("Actions", "Lead"), "code/part", when="codable", choice=True),
    Action("part_body", marked("Actions", "Body"), "code/part", when="codable", choice=True),
    Action("part_caption", marked("Actions", "Caption"), "code/part", when="codable", choice=True),
    Action("found_parts", marked("Actions", "Find the parts again"), "code/part", when="codable", group=1),
    Action("correct", marked("Actions", "Correct the text…"), "code", ("Ctrl+Shift+E",), when="codable", group=1),
    Action(
        "show_doubts",
        marked("Actions", "Spans to look at after a correction"),
        "code",
        when="project",
        choice=True,
    ),
    Action("boundary", marked("Actions", "Edges of spans…"), "code", when="project"),
)

VIEW = (
    Action("mode_code", marked("Actions", "Code"), "view", ("Ctrl+1",), when="project", choice=True),
    Action("mode_codebook", marked("Actions", "Codebook"), "view", ("Ctrl+2",), when="project", choice=True),
    Action("mode_review", marked("Actions", "Review"), "view", ("Ctrl+3",), when="project", choice=True),
    Action("zoom_in", marked("Actions", "Larger text"), "view", ("Ctrl++", "Ctrl+="), group=1),
    Action("zoom_out", marked("Actions", "Smaller text"), "view", ("Ctrl+-",)),
    Action("zoom_reset", marked("Actions", "Text at its usual size"), "view", ("Ctrl+0",)),
    Action("show_articles", marked("Actions", "Articles"), "view", ("F7",), group=1, choice=True),
    Action("show_codebook", marked("Actions", "Labels and span"), "view", ("F8",), choice=True),
    Action("show_statements", marked("Actions", "Statements"), "view", ("Shift+F5",), when="article", choice=True),
    Action("show_notes", marked("Actions", "Open notes"), "view", ("Ctrl+Shift+M",), when="project", choice=True),
    Action("show_history", marked("Actions", "History"), "view", ("Ctrl+H",), choice=True),
    Action("full_screen", marked("Actions", "Full screen"), "view", ("F11",), choice=True),
    Action("show_what", marked("Actions", "Show…"), "view", when="article", icon="filter", group=1),
    Action("only_label", marked("Actions", "Only this label"), "view", ("Ctrl+Shift+O",), when="article", choice=True),
    Action("all_labels", marked("Actions", "All labels"), "view", when="article", choice=True),
    Action(
        "light_words",
        marked("Actions", "Light up word lists"),
        "view",
        ("Ctrl+Shift+W",),
        when="project",
        group=1,
        choice=True,
    ),
    Action(
        "show_signs",
        marked("Actions", "Invisible characters"),
        "view",
        ("Ctrl+Shift+8", "Ctrl+*"),
        when="project",
        choice=True,
    ),
    Action("hide_vowels", marked("Actions", "Hide tashkeel"), "view", ("Ctrl+Shift+T",), when="project", choice=True),
    Action("text_look", marked("Actions", "Text…"), "view", when="project"),
    Action(
        "direction_auto",
        marked("Actions", "As its letters say"),
        "view/direction",
        when="codable",
        choice=True,
    ),
    Action("direction_rtl", marked("Actions", "Right to left"), "view/direction", when="codable", choice=True),
    Action("direction_ltr", marked("Actions", "Left to right"), "view/direction", when="codable", choice=True),
    Action("theme_auto", marked("Actions", "As the system"), "view/theme", choice=True),
    Action("theme_light", marked("Actions", "Light"), "view/theme", choice=True),
    Action("theme_dark", marked("Actions", "Dark"), "view/theme", choice=True),
    Action("theme_contrast", marked("Actions", "High contrast"), "view/theme", choice=True),
    Action("language_ar", marked("Actions", "Arabic"), "view/language", choice=True),
    Action("language_en", marked("Actions", "English"), "view/language", choice=True),
)

REVIEW = (
    Action("next_difference", marked("Actions", "Next difference"), "review", ("N",), when="difference"),
    Action("previous_difference", marked("Actions", "Previous difference"), "review", ("P",), when="difference"),
    Action("next_to_review", marked("Actions", "Next article with differences"), "review", when="reviewing"),
    Action("two_articles", marked("Actions", "Two articles side by side…"), "review", when="project"),
    Action("clashes", marked("Actions", "Clashes between copies…"), "review", when="project"),
    Action("take_a", marked("Actions", "Take the first coder’s side"), "review/decision", ("A",), when="difference"),
    Action("take_b", marked("Actions", "Take the second coder’s side"), "review/decision", ("B",), when="difference"),
    Action("take_c", marked("Actions", "Take the third coder’s side"), "review/decision", ("C",), when="third"),
    Action("take_both", marked("Actions", "Take both"), "review/decision", ("D",), when="difference"),
    Action("take_neither", marked("Actions", "Take neither"), "review/decision", ("X",), when="difference"),
    Action("take_edit", marked("Actions", "Edit and take"), "review/decision", ("E",), when="difference"),
    Action("reason_1", marked("Actions", "Ambiguous text"), "review/reason", ("1",), when="difference"),
    Action("reason_2", marked("Actions", "Gap in the guideline"), "review/reason", ("2",), when="difference"),
    Action("reason_3", marked("Actions", "Slip"), "review/reason", ("3",), when="difference"),
    Action("reason_4", marked("Actions", "Another reason"), "review/reason", ("4",), when="difference"),
    Action("settle_agreed", marked("Actions", "Settle all that agree…"), "review/many", when="compared"),
    Action("settle_all_of", marked("Actions", "Settle all as one coder has it…"), "review/many", when="compared"),
    Action(
        "settle_by_boundary",
        marked("Actions", "Settle all that the boundary policy decides…"),
        "review/many",
        when="compared",
    ),
    Action("only_differences", marked("Actions", "Differences only"), "review/show", when="compared", choice=True),
    Action("without_names", marked("Actions", "Coders without names"), "review/show", when="compared", choice=True),
    Action("side_by_side", marked("Actions", "Two coders side by side"), "review/show", when="compared", choice=True),
    Action("rounds", marked("Actions", "Rounds…"), "review", ("Ctrl+Shift+R",), when="project", group=1),
    Action("agreement", marked("Actions", "Agreement…"), "review", ("Ctrl+Shift+G",), when="project"),
)

FEEDBACK = (
    Action("conflicts", marked("Actions", "Conflicts in the codebook…"), "review", when="project"),
    Action("send_feedback", marked("Actions", "Send feedback…"), "review", when="project"),
)

HELP = (
    Action("first_steps", marked("Actions", "The first ten minutes"), "help"),
    Action("by_keyboard", marked("Actions", "Coding by keyboard"), "help"),
    Action("with_colleagues", marked("Actions", "A study with colleagues"), "help"),
    Action("shortcuts", marked("Actions", "All keys"), "help", ("F1",)),
    Action("read_paragraph", marked("Actions", "Paragraph for a screen reader"), "help", ("F6",), when="article"),
    Action("about", marked("Actions", "About this program"), "help", group=1),
)

ACTORS = (
    Action("actor", marked("Actions", "Actor of the span…"), "code", ("F9",), when="span", group=1),
    Action("actors", marked("Actions", "Register of actors…"), "code", ("Ctrl+Shift+A",), when="project"),
    Action("note", marked("Actions", "Write a note"), "code", ("Ctrl+M",), when="codable"),
)

TABLE = (*PROJECT, *EDIT, *CODE, *SPANS, *EDGES, *TEXT, *ACTORS, *VIEW, *REVIEW, *FEEDBACK, *HELP)


def words(source: str) -> str:
    """A string of this table in the interface's language."""
    return QCoreApplication.translate("Actions", source)


def plain(source: str) -> str:
    """The same without the sign of a mnemonic."""
    return words(source).replace("&", "")
