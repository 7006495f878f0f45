"""A reliability study from the draw to the feedback and its answer: two people, one project, packages between them."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pytest

from annotator import messages
from annotator.operations import articles as article_operations
from annotator.operations import review
from annotator.settings import Preferences
from annotator.store import articles, codebook, codings
from annotator.store.project import Project
from tests.journeys import keyboard
from tests.journeys.test_settling import SEED, command, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from annotator.core.models import Coding, Decision
    from tests.journeys.person import Person

    Spans = tuple[tuple[tuple[int, int], tuple[str, ...]], ...]

ROUND = "sample"
COMPARED = ("--between", "ريم", "سامي", "--round", ROUND)
PARAGRAPHS = [words for words in SEED.split("\n") if len(words) > 60]  # not the headline
SECRET, DELETED, ANSWER = "لا يعلم بهذا سامي", "خبر حُذف من المشروع كله", "لا أوافق على هذا القرار"
# Words of each article by their numbers, and the keys that are pressed on them.
SAMI: Spans = (((3, 5), ("1",)), ((8, 9), ("5",)), ((10, 14), ("2", "Tab", "1")))
REEM: Spans = (((3, 6), ("1",)), ((8, 9), ("5",)), ((10, 14), ("6",)), ((16, 17), ("4",)))
TAKES, REASONS = "ABADXBABXA", "1231231231"


class Study(NamedTuple):
    path: Path
    texts: dict[str, str]  # of the round's articles, as they are opened one after the other


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """Ten articles of two outlets, one coder, a round of six of them for her and somebody new; one was deleted."""
    Preferences(name="ريم", language="ar", theme="light").save()
    path, news = tmp_path / "study.annot", tmp_path / "news.jsonl"
    news.write_text("".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in _news()), encoding="utf-8")
    command("new", path, "--as", "ريم")
    command("import", path, news, "--format", "jsonl")
    with Project.open(path) as project:
        project.journal.commit(article_operations.remove_articles(project, ["gone"]))
    by = ("--share", "0.6", "--seed", "7", "--stratify", "outlet")
    drawn = command("rounds", path, "--draw", ROUND, *by, "--coders", "ريم", "سامي")
    assert drawn["added"] == ["سامي"]
    assert [(each["pool"], each["drawn"]) for each in drawn["drawn"]["strata"]] == [(5, 3), (5, 3)]
    assert there(drawn) | {"state": "open", "articles": 6, "coders": ["ريم", "سامي"]} == there(drawn)
    with Project.read(path) as project:
        texts = {a: article_text(project, a) for a in articles.order(project.db) if a in drawn["drawn"]["articles"]}
    assert len(texts) == 6
    return Study(path, texts)


def _news() -> Iterator[dict]:
    for number in range(10):
        text = "\n".join(PARAGRAPHS[(number + step) % len(PARAGRAPHS)] for step in (0, 3))
        meta = {"outlet": ("سانا", "تشرين")[number % 2], "date": f"2015-0{1 + number % 3}-11"}
        yield {"id": f"a{number}", "title": f"خبر {number + 1}", "text": text, "meta": meta}
    yield {"id": "gone", "title": DELETED, "text": DELETED}


def article_text(project: Project, article: str) -> str:
    return articles.text(project.db, articles.get(project.db, article).text).body


def there(told: dict) -> dict:
    """The round as the command lists it."""
    (found,) = (one for one in told["rounds"] if one["name"] == ROUND)
    return found


def words(text: str, first: int, last: int) -> str:
    """Words of a text by their numbers, as they stand there."""
    cut = text.split()[first:last]
    start = text.index(cut[0], len(" ".join(text.split()[:first])))
    return text[start : text.index(cut[-1], start) + len(cut[-1])]


def code(person: Person, text: str, spans: Spans) -> None:
    """The open article by keys, from its first span to done."""
    for place, keys in spans:
        keyboard.find(person, words(text, *place))
        person.press(*keys)
    person.press("F2", "1", "1", "1", "Ctrl+Shift+Return")
    assert person.refused == []


def at_round(come: Callable[..., Person], path: Path) -> Person:
    """Reem, who has gone to her work in the round."""
    person = come(path)
    person.press("Ctrl+Shift+R", "Down", "Return")
    person.listen()
    assert person.desk.round == ROUND
    return person


def code_rest(person: Person, texts: dict[str, str]) -> None:
    """Every article of the round; in the first there is a segment already."""
    for number, (article, text) in enumerate(texts.items()):
        for _ in texts:
            if person.desk.article != article:
                person.press("Ctrl+PgDown")
        assert person.desk.article == article
        code(person, text, REEM[not number :])


def settled(project: Project) -> list[Coding]:
    return [
        one
        for article in articles.order(project.db)
        for one in codings.of_article(project.db, article)
        if (one.kind, one.round) == ("settled", ROUND)
    ]


def decided(path: Path) -> list[Decision]:
    """Every decision, its letter as Reem is A."""
    with Project.read(path) as project:
        ids = {coder.name: coder.id for coder in codebook.coders(project.db)}
        cases = list(review.cases_between(project, (ids["ريم"], ids["سامي"]), round_id=ROUND))
        return [one for case in cases for one in review.decisions(project, case).values()]


def figures(path: Path) -> dict:
    return command("agreement", path, *COMPARED, "--unit", "span")


def hand_over(come: Callable[..., Person], study: Study, package: Path) -> None:
    """Reem has coded one article before, with a note on it; the package tells nothing of that."""
    reem = at_round(come, study.path)
    article, text = next(iter(study.texts.items()))
    assert reem.desk.article == article
    keyboard.find(reem, words(text, *REEM[0][0]))
    reem.press("1", "Ctrl+M")
    reem.write(SECRET)
    reem.leave()
    handed = command(
        "handover", study.path, package, "--to", "سامي", "--round", ROUND, "--blind", "--instructions", "اقرأ."
    )
    assert (handed["articles"], handed["name"], handed["blind"]) == (6, "سامي", True)
    assert SECRET.encode() in study.path.read_bytes()
    for kept in (SECRET, DELETED, str(package.parent)):
        assert kept.encode() not in package.read_bytes()
    with Project.read(package) as sealed:
        assert set(articles.order(sealed.db)) == study.texts.keys()
        assert {article: article_text(sealed, article) for article in study.texts} == study.texts


def code_in(come: Callable[..., Person], study: Study, package: Path) -> None:
    """Sami codes the package, in its order, to the end."""
    sami = come(package)
    sami.press("Escape")  # the instructions, once read
    sami.listen()
    for article, text in study.texts.items():
        assert sami.desk.article == article
        code(sami, text, SAMI)
    sami.leave()


def take_back(path: Path, package: Path) -> None:
    """What Sami did comes in; twice is once."""
    came = command("takeback", path, package)
    assert (came["done"], came["articles"], came["held"]) == (6, 6, [])
    assert came["annotations"] == {"added": 6 * len(SAMI), "changed": 0, "removed": 0}
    assert came["taken"] > 0
    again = command("takeback", path, package)
    assert (again["taken"], again["known"], again["held"]) == (0, came["taken"], [])
    assert again["annotations"] == {"added": 0, "changed": 0, "removed": 0}


def freeze(path: Path) -> dict:
    """The round is sealed; its figures stay as they were, and are provisional no longer."""
    before = figures(path)
    frozen = command("rounds", path, "--freeze", ROUND)
    assert (frozen["unfinished"], there(frozen)["state"], len(there(frozen)["seal"])) == ([], "frozen", 64)
    after = figures(path)
    assert (before["provisional"], after["provisional"]) == (True, False)
    assert after["measures"] == before["measures"]
    exact = {one["label"]: one["value"] for one in after["measures"] if one["name"] == "exact f1"}
    assert (exact["loaded-term"], exact["actor"]) == (1.0, 0.0)
    return after


def settle_ten(come: Callable[..., Person], path: Path) -> None:
    """Ten differences by keys, each with a reason."""
    reem = come(path)
    reem.press("Ctrl+3")
    for take, reason in zip(TAKES, REASONS, strict=True):
        reem.press(take, reason)
    assert reem.refused == []
    reem.leave()
    found = decided(path)
    assert Counter(one.take for one in found) == {"a": 4, "b": 3, "both": 1, "neither": 2}
    assert Counter(one.reason for one in found) == {"ambiguous-text": 4, "guideline-gap": 3, "slip": 3}
    with Project.read(path) as project:
        names = {coder.id: coder.name for coder in codebook.coders(project.db)}
    assert {names[one.coder] for one in found} == {"ريم"}
    left = command("differences", path, *COMPARED)
    assert len(left["differences"]) == 6 * 3 - 10


def export(path: Path, out: Path) -> None:
    """The settled coding alone, every quote as it stands in its text."""
    command("export", path, out, "--format", "jsonl", "--whose", "settled", "--round", ROUND)
    found = rows(out)  # which holds every quote against its text
    with Project.read(path) as project:
        gold = codings.annotations_of(project.db, [one.id for one in settled(project)])
    assert gold
    assert Counter((label, start, end) for label, start, end, _ in found) == Counter(
        (a.label, a.start, a.end) for a in gold
    )
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert {span["kind"] for line in lines for span in line["annotations"]} == {"settled"}


def feed_back(come: Callable[..., Person], path: Path, folder: Path) -> None:
    """A page with the reasons that reads from right to left, and a package in which Sami answers."""
    page, package = folder / "feedback.html", folder / "feedback.annot"
    to = ("--to", "سامي", "--round", ROUND, "--language", "ar")
    told = command("feedback", path, page, *to)
    assert sum(told["reasons"].values()) == told["corrections"] > 0
    html = page.read_text("utf-8")
    assert 'dir="rtl"' in html
    assert "<script" not in html
    for reason in told["reasons"]:
        assert messages.sentences("feedback")[f"reason.{reason}"]["ar"] in html
    assert command("feedback", path, package, *to) | {"files": 0} == told | {"files": 0}
    sami = come(package)
    sami.press("R")
    sami.write(ANSWER)
    sami.leave()
    came = command("takeback", path, package)
    assert (came["notes"], came["held"], came["annotations"]["added"]) == (1, [], 0)
    with Project.read(path) as project:
        names = {coder.id: coder.name for coder in codebook.coders(project.db)}
        notes = codings.notes(project.db, [one.id for one in decided(path)])
    assert [(names[note.coder], note.owner_kind, note.body) for note in notes] == [("سامي", "decision", ANSWER)]


def test_from_the_draw_to_the_feedback(come: Callable[..., Person], study: Study, tmp_path: Path) -> None:
    path, package = study.path, tmp_path / "sami.annot"
    hand_over(come, study, package)
    code_in(come, study, package)
    reem = at_round(come, path)
    code_rest(reem, study.texts)
    reem.leave()
    take_back(path, package)
    published = freeze(path)
    settle_ten(come, path)
    assert figures(path) == published
    export(path, tmp_path / "gold.jsonl")
    feed_back(come, path, tmp_path)
    assert figures(path) == published
    assert command("check", path)["ok"]
