"""Rounds in words: what they are for, how their articles were drawn, who sees whom, how far a coder is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from annotator.messages import comma, isolate
from annotator.ui.language import marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.core.models import Round
    from annotator.store.rounds import Progress

translate = QCoreApplication.translate
KINDS = {
    "training": marked("Rounds", "Training"),
    "pilot": marked("Rounds", "Pilot"),
    "reliability": marked("Rounds", "Reliability sample"),
    "main": marked("Rounds", "Main coding"),
    "drift": marked("Rounds", "Drift check"),
}
_FIELDS = {
    "outlet": marked("Rounds", "outlet"),
    "date": marked("Rounds", "month"),
    "section": marked("Rounds", "section"),
    "place": marked("Rounds", "place"),
    "author": marked("Rounds", "author"),
    "language": marked("Rounds", "language"),
}


class Rounds(QObject):
    """What is said with a count in it, which only a class can say in the right plural."""

    def articles(self, count: int) -> str:
        """How many articles."""
        return self.tr("%Ln article(s)", "", count)

    def all_of(self, count: int) -> str:
        """All of so many."""
        return self.tr("All %Ln article(s)", "", count)

    def drawn_of(self, count: int) -> str:
        """%1 of so many, by the seed %2."""
        return self.tr("%1 of %Ln article(s), drawn by the seed %2", "", count)

    def done_of(self, count: int) -> str:
        """%1 of so many done."""
        return self.tr("%1 of %Ln article(s) done", "", count)


def words(source: str) -> str:
    """A string of this module in the interface's language."""
    return translate("Rounds", source)


def articles(count: int) -> str:
    """How many articles."""
    return Rounds().articles(count)


def kind(name: str) -> str:
    """What a round is for."""
    return words(KINDS[name])


def state(round_: Round) -> str:
    """Open or frozen."""
    return translate("Rounds", "frozen") if round_.state == "frozen" else translate("Rounds", "open")


def field(name: str) -> str:
    """A kind of metadata: a name that the program knows, else as the articles have it."""
    return words(_FIELDS[name]) if name in _FIELDS else isolate(name)


def stratum(of: Iterable[str]) -> str:
    """What the articles of a stratum have in common."""
    nothing = translate("Rounds", "not stated")
    return " · ".join(isolate(value) if value else nothing for value in of)


def percent(share: float) -> str:
    """A share as a percentage, with no more digits than it has."""
    value, sign = 100 * share, QLocale().percent().replace("\u061c", "\u200f")
    digits = 0 if abs(value - round(value)) < 1e-9 else 1  # noqa: PLR2004
    return f"{QLocale().toString(value, 'f', digits)}{sign}"


def number_of(name: int) -> str:
    """A number that is a name: in the language's digits, without signs between them."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(name)


def plan(round_: Round, language: str) -> str:
    """How the articles came into a round, as sentences."""
    how = round_.plan
    if not how:
        return translate("Rounds", "Its articles were not drawn: whoever codes there chooses.")
    told = [_drawn(how)]
    if how.get("stratify"):
        fields = comma(language).join(field(name) for name in how["stratify"])
        said = translate("Rounds", "From each stratum its share, by %1.").replace("%1", fields)
        told.append(said)
    if how.get("again"):
        said = translate("Rounds", "Of what each coder had coded in other rounds, %1 came back to them, unannounced.")
        told.append(said.replace("%1", percent(how["again"])))
    return " ".join(told)


def _drawn(how: Mapping[str, object]) -> str:
    drawn, pool = int(str(how["drawn"])), int(str(how["pool"]))
    source = str(how.get("source", ""))
    if drawn == pool:
        said = Rounds().all_of(pool)
    else:
        said = Rounds().drawn_of(pool)
        said = said.replace("%1", QLocale().toString(drawn)).replace("%2", number_of(int(str(how["seed"]))))
    if source:
        said += " " + translate("Rounds", "from the round %1").replace("%1", isolate(source))
    return said + "."


def blindness(round_: Round) -> str:
    """Who sees whose work, and when."""
    if round_.state == "frozen":
        return translate("Rounds", "It is frozen, so all may be seen.")
    if round_.blind and round_.coders:
        return translate("Rounds", "Blind: nobody sees another’s work on an article before all are done with it.")
    return translate("Rounds", "A coder sees others’ work on an article once their own is done.")


def progress(one: Progress) -> str:
    """How far a coder is."""
    said = Rounds().done_of(one.assigned)
    said = said.replace("%1", QLocale().toString(one.done))
    if one.begun > one.done:
        more = translate("Rounds", "%1 in work").replace("%1", QLocale().toString(one.begun - one.done))
        said = f"{said} · {more}"
    return said
