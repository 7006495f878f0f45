"""The seed article coded by keyboard alone: what is pressed and typed, on whatever keyboard, and what must stand there.

Ranges are code points of the article, half-open. The two speeches are those of C6, without their quotation marks; the
indirect one begins after `وأوضحت دي غراف أن` at 776 and ends before the full stop of its paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from annotator import paths
from annotator.operations import exchange, starter
from annotator.store import actors, articles, codings
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.core.models import Assigned

    Range = tuple[int, int]


class Speech(NamedTuple):
    """A quotation, who says it, what introduces it, and whether it stands in quotation marks."""

    content: Range
    source: Range
    cue: Range
    direct: bool


SPEECHES = (
    Speech((794, 975), (783, 790), (776, 782), direct=False),
    Speech((1329, 1422), (1287, 1305), (1281, 1286), direct=True),
    Speech((2296, 2338), (2112, 2119), (2282, 2294), direct=True),
)
TITLE = (363, 396)
LOADED = (
    "المتأخر",
    "الجرائم المروعة",
    "المتطرفة والإجرامية",
    "المجازر والجرائم",
    "متطرفين",
    "أداة خطيرة",
    "الارهابيون",
    "هوءلاء الارهابيين",
    "تجاهل",
    "المذابح والجرائم الشنيعة",
)
PLATFORM, TIMES = "تويتر", 11  # named all through the text: every occurrence of it is one action
CONCEPT = "تهديد كاميرون"


class Hands(Protocol):
    """Somebody's hands on a keyboard."""

    def press(self, *keys: str) -> None:
        """Press keys as the menus name them."""

    def write(self, words: str) -> None:
        """Type words into the field that has the keyboard."""


def uncoded(path: Path) -> Path:
    """A project with the starter codebook, one coder and the article, in which nothing is coded."""
    starter.begin(path, coder="هناء")
    with Project.open(path) as project:
        exchange.import_files(project, [paths.seeds() / "sana-daesh-twitter.txt"])
    return path


def find(hands: Hands, words: str, nth: int = 0) -> None:
    """Select words of the article: the occurrence with that number, counted from its beginning."""
    hands.press("Ctrl+Home", "Ctrl+F")
    hands.write(words)
    hands.press(*["F3"] * nth, "Escape")


def code(hands: Hands, body: str, rest: Callable[[], object]) -> None:
    """All the spans, links, actors and the statement; `rest` lets a popup that closed hand the keyboard back."""
    for speech in SPEECHES:
        choose(hands, body, speech.source)
        hands.press("3", "F9", "Return")  # a source, and somebody new in the register
        rest()
        choose(hands, body, speech.cue)
        hands.press("4")
        choose(hands, body, speech.content)
        hands.press("2", "Tab", "1" if speech.direct else "2")
        hands.press("F4", "1", "F4", "4")  # the nearest source says it, the nearest cue introduces it
    hands.press("F5", "Down")  # a statement: the link tells the person, and no organisation stands behind her
    hands.write(CONCEPT)
    hands.press("Return", "Y", "Escape")
    for words in LOADED:
        find(hands, words)
        hands.press("5")


def choose(hands: Hands, body: str, place: Range) -> None:
    """Select what stands there."""
    words = body[slice(*place)]
    find(hands, words, body.count(words, 0, place[0]))


def every(hands: Hands, rest: Callable[[], object]) -> None:
    """Every occurrence of the platform is an actor, as one action."""
    find(hands, PLATFORM)
    hands.press("Ctrl+Return", "Return", "1", "Ctrl+Return")
    rest()


def finish(hands: Hands) -> None:
    """The coding form, three answers, and done."""
    hands.press("F2", "1", "1", "1", "Ctrl+Shift+Return")


def look(project: Project) -> None:
    """What stands in the project is what was coded, and nothing else."""
    (coding,) = codings.of_article(project.db, articles.order(project.db)[0])
    body = articles.text(project.db, articles.get(project.db, coding.article).text).body
    spans = {(span.label, *span.fragments[0]): span for span in codings.annotations_of(project.db, [coding.id])}
    wanted = {("loaded-term", body.index(words), body.index(words) + len(words)) for words in LOADED}
    links, values = set(), {}
    for speech in SPEECHES:
        content, source, cue = (
            (label, *getattr(speech, place))
            for label, place in (("quotation", "content"), ("source", "source"), ("cue", "cue"))
        )
        wanted |= {content, source, cue}
        links |= {("says", content, source), ("cued-by", content, cue)}
        values[content] = {"quotation.type": "direct" if speech.direct else "indirect"}
        values[source] = {"actor.who": body[slice(*speech.source)]}
    assert set(spans) == wanted, set(spans) ^ wanted
    assert all(span.fragments == ((span.start, span.end),) for span in spans.values())
    names = {span.id: name for name, span in spans.items()}
    found = {(one.label, names[one.source], names[one.target]) for one in codings.relations(project.db, [coding.id])}
    assert found == links
    register = {one.id: one.names["ar"] for one in actors.every(project.db)}
    for name, span in spans.items():
        held = {value.variable: register.get(value.value, value.value) for value in held_by(project, span.id)}
        assert held == values.get(name, {}), name
    _look_at_record(project, coding.id, register)
    assert coding.status == "done"
    form = {value.variable for value in held_by(project, coding.id)}
    assert form == {"primary-frame", "tone", "genre"}


def _look_at_record(project: Project, coding: str, register: dict[str, str]) -> None:
    (statement,) = codings.statements(project.db, [coding])
    slots = {value.variable: value.value for value in held_by(project, statement.id)}
    assert register[slots.pop("person")["actor"]] == "ام خطاب"
    assert slots == {"concept": CONCEPT, "agreement": True}


def held_by(project: Project, owner: str) -> list[Assigned]:
    """The values that a span, a statement or a coding has."""
    return list(codings.values_of(project.db, owner).values())
