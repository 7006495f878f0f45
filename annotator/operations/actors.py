"""What a person does with actors: the register, and who a span is. Reading who is meant and where they appear, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.core.changes import change
from annotator.core.direction import article_direction
from annotator.core.errors import AnnotatorError
from annotator.core.ids import new_id
from annotator.core.models import Actor, Variable
from annotator.core.rows import added
from annotator.operations import codings as coding_operations
from annotator.operations import spans
from annotator.operations.codebook import after_last
from annotator.operations.completeness import of_label
from annotator.operations.mentions import Mention, mentions, tally
from annotator.operations.merging import merge_actors, split_actor
from annotator.operations.proposing import proposals
from annotator.operations.roster import add_actor, edit_actor, existing, key, made, name, remove_actor
from annotator.store import articles, codebook, codings

if TYPE_CHECKING:
    from annotator.core.changes import Change, Edit
    from annotator.core.models import Annotation, Codebook
    from annotator.store.project import Project

__all__ = [
    "Mention",
    "add_actor",
    "attach",
    "attach_new",
    "edit_actor",
    "existing",
    "held_by",
    "key",
    "mentions",
    "merge_actors",
    "name",
    "names_for",
    "proposals",
    "remove_actor",
    "split_actor",
    "tally",
    "words_of",
]

WHO = "actor.who"  # the attribute that says who a span is, where the codebook has none of its own
_CARRIERS = ("actor", "source")
_LETTERS = {"ur": set("ٹڈڑںےہھ"), "fa": set("پچژگکی")}
_AROUND = " \t\n.,:;!?،؛؟\"'«»“”„‘’()[]…-–—"


def attach(project: Project, annotation: str, actor: str) -> Change:
    """Say who a span is, by the actor's id; "" takes it away.

    A codebook without any attribute of type actor that is not locked gets one in the same action. Raises
    `no_actor_here` if the span's label carries none, `no_such_actor`, or what a change of the span would.
    """
    span = spans.existing(project, annotation)
    if not actor:
        return change("detach_actor", _pointing(project, span, None), **spans.told(span))
    who = existing(project, actor)
    return change("attach_actor", _pointing(project, span, who), **spans.told(span), id=who.id, actor=name(who))


def attach_new(project: Project, annotation: str, words: str) -> Change:
    """Put somebody new into the register under this name, and say that the span is they, as one action."""
    span = spans.existing(project, annotation)
    coding: Any = codings.coding(project.db, span.coding)
    said = articles.get(project.db, coding.article).meta.get("language", "")
    who = made(project, Actor(new_id(), names_for(words, said)))
    steps = [added(who), *_pointing(project, span, who)]
    return change("attach_new_actor", steps, **spans.told(span), id=who.id, actor=name(who))


def held_by(project: Project, annotation: Annotation) -> str:
    """The id of the actor that a span is, "" for none yet; raises `no_actor_here` where there can be none."""
    variable = _carried(project, codebook.read(project.db), annotation.label)
    held = codings.values_of(project.db, annotation.id).get(variable.id) if variable else None
    return str(held.value) if held else ""


def words_of(project: Project, annotation: Annotation) -> str:
    """What a span calls its actor: the words of its inner head, else all of them, without punctuation around."""
    body = articles.text(project.db, annotation.text).body
    words = " ".join(body[start:end] for start, end in annotation.head) or " ".join(annotation.quotes)
    return " ".join(words.split()).strip(_AROUND)


def names_for(words: str, language: str = "") -> dict[str, str]:
    """A name by its language: its script tells it, within the Arabic script the text's `language` or its letters."""
    words = words.strip()
    if any("\u0590" <= letter <= "\u05ff" for letter in words):
        return {"he": words}
    if article_direction(words) != "rtl":
        return {"en": words}
    if (said := language[:2].lower()) in {"ar", "fa", "ur"}:
        return {said: words}
    return {next((name for name, letters in _LETTERS.items() if letters & set(words)), "ar"): words}


def _pointing(project: Project, span: Annotation, who: Actor | None) -> list[Edit]:
    book = codebook.read(project.db)
    variable, steps = _carried(project, book, span.label), []
    if variable is None:
        variable = _brought(book, span.label)
        steps.append(added(variable))
    value = who.id if who is not None else None
    steps += coding_operations.assigned(project, variable, span.coding, span.id, value)
    return [*steps, *coding_operations.fallen(project, variable, span.id, value)[0]]


def _carried(project: Project, book: Codebook, label: str) -> Variable | None:
    """The first attribute of type actor that a label carries; None where the codebook has none and may get one."""
    found = next((each for each in of_label(book.variables, label) if each.type == "actor"), None)
    there = any(each.type == "actor" and each.scope == "annotation" for each in book.variables)
    if found is None and (there or codebook.project(project.db).editing == "locked"):
        named = codebook.label(project.db, label)
        raise AnnotatorError("no_actor_here", label=named.names if named else label)
    return found


def _brought(book: Codebook, label: str) -> Variable:
    """The attribute that an action brings into a codebook without one."""
    labels = tuple(each.id for each in book.labels if each.id in _CARRIERS) if label in _CARRIERS else (label,)
    taken = {each.id for each in book.variables}
    row_id = WHO if WHO not in taken else f"{WHO}-{new_id()[:6]}"
    names = {"ar": "من هو", "en": "Who"}
    return Variable(row_id, names, "annotation", "actor", labels=labels, position=after_last(book.variables))
