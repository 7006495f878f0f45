"""What people do in a project, one deed of every kind, each upon the same beginning; for copies that are joined."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError
from annotator.core.models import Boundary
from annotator.operations import (
    actors,
    annotations,
    articles,
    boundary,
    bulk,
    codebook,
    codings,
    correction,
    history,
    lists,
    notes,
    occurrences,
    parts,
    people,
    review,
    rounds,
    sealing,
    statements,
    variables,
)
from annotator.operations.codings import Where
from annotator.operations.review import Ruling
from tests.operations.conftest import BODY

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.operations.copies import Copy

    Deed = Callable[[Copy], object]

NEW = {"ar": "جديد", "en": "new"}
SECOND = BODY.replace("دمشق", "حلب")


def begin(copy: Copy) -> None:
    """Two coders' work on two articles, a link, a note, an actor, a statement, a value, a label of one's own."""
    do = copy.do
    source, quote = copy.label("source", (7, 11)), copy.label("quotation", (17, 25))
    copy.label("actor", (31, 37))
    do(annotations.link, "says", quote, source)
    do(annotations.set_attribute, quote, "quotation.type", "direct")
    do(codings.set_article_variable, copy.where, "tone", "negative")
    actor = str(do(actors.add_actor, {"ar": "سانا"}, type="media").facts["id"])
    do(actors.attach, source, actor)
    do(statements.add_statement, copy.where, "claim", {"agreement": True})
    do(notes.add_note, "annotation", quote, "أصحيح هذا؟")
    do(codebook.set_key, str(do(codebook.add_label, {"ar": "رمز"}).facts["label"]), "z")
    do(variables.add_variable, NEW, scope="article", value_type="choice", choices=({"ar": "أ"}, {"ar": "ب"}))
    do(lists.add_list, NEW, "ar", ["قال"], hue=9)


def _span(copy: Copy, label: str) -> str:
    found = [one.id for one in copy.all() if one.label == label]
    return found[0] if found else "none"


def _one(copy: Copy, table: str, where: str = "1") -> str:
    row = copy.project.db.execute(f'select "id" from "{table}" where {where} order by "id"').fetchone()
    return row[0] if row else "none"


def _mine(copy: Copy) -> str:
    return _one(copy, "label", '"names" like \'%رمز"%\'')


def _variable(copy: Copy) -> str:
    return _one(copy, "variable", "\"names\" like '%جديد%'")


def _choice(copy: Copy) -> str:
    return variables.existing(copy.project, _variable(copy)).choices[0].id


def _settle(take: str) -> Deed:
    def deed(copy: Copy) -> object:
        for case in review.cases(copy.project):
            for found in review.work(copy.project, case).open[:1]:
                return copy.do(review.settle, case, found.id, Ruling(take))
        return None

    return deed


def _settle_agreed(copy: Copy) -> object:
    return copy.do(bulk.settle_agreed, list(review.cases(copy.project)))


def _every(copy: Copy) -> object:
    whose = (copy.project.coder, "main")
    return copy.do(occurrences.label_all, whose, "actor", occurrences.every(copy.project, "الزيارة"))


def _new_label(copy: Copy) -> object:
    return copy.do(codebook.set_key, str(copy.do(codebook.add_label, {"ar": "رمز آخر"}).facts["label"]), "y")


def _undone(copy: Copy) -> object:
    copy.label("cue", (13, 16))
    return history.undo(copy.project)


DEEDS: dict[str, Deed] = {
    "label": lambda copy: copy.label("cue", (13, 16)),
    "label elsewhere": lambda copy: copy.do(
        annotations.label_span, Where("art-2", copy.project.coder), "actor", ((0, 4),)
    ),
    "label twice": lambda copy: copy.label("loaded-term", (45, 48)),
    "label all": _every,
    "relabel": lambda copy: copy.do(annotations.relabel, _span(copy, "quotation"), "loaded-term"),
    "resize": lambda copy: copy.do(annotations.resize, _span(copy, "quotation"), ((18, 24),)),
    "remove": lambda copy: copy.do(annotations.remove, [_span(copy, "quotation")]),
    "remove source": lambda copy: copy.do(annotations.remove, [_span(copy, "source")]),
    "head": lambda copy: copy.do(annotations.set_head, _span(copy, "quotation"), ((18, 20),)),
    "attribute": lambda copy: copy.do(
        annotations.set_attribute, _span(copy, "quotation"), "quotation.type", "indirect"
    ),
    "clear attribute": lambda copy: copy.do(
        annotations.set_attribute, _span(copy, "quotation"), "quotation.type", None
    ),
    "unlink": lambda copy: copy.do(annotations.unlink, _one(copy, "relation")),
    "link": lambda copy: copy.do(annotations.link, "says", _span(copy, "quotation"), copy.label("source", (45, 48))),
    "tone": lambda copy: copy.do(codings.set_article_variable, copy.where, "tone", "positive"),
    "no tone": lambda copy: copy.do(codings.set_article_variable, copy.where, "tone", None),
    "choose": lambda copy: copy.do(codings.set_article_variable, copy.where, _variable(copy), _choice(copy)),
    "status": lambda copy: copy.do(codings.set_status, copy.where, "review"),
    "statement": lambda copy: copy.do(statements.add_statement, copy.where, "claim", {"agreement": False}),
    "remove statement": lambda copy: copy.do(statements.remove_statement, _one(copy, "statement")),
    "slot": lambda copy: copy.do(statements.set_slot, _one(copy, "statement"), "concept", "الأمن"),
    "note": lambda copy: copy.do(notes.add_note, "annotation", _span(copy, "quotation"), "لاحظ"),
    "answer": lambda copy: copy.do(notes.answer, _one(copy, "note"), "نعم"),
    "edit note": lambda copy: copy.do(notes.edit_note, _one(copy, "note"), "غيره"),
    "actor": lambda copy: copy.do(actors.attach_new, _span(copy, "actor"), "إيفانوف"),
    "other actor": lambda copy: copy.do(actors.attach, _span(copy, "source"), ""),
    "edit actor": lambda copy: copy.do(actors.edit_actor, _one(copy, "actor"), notes="وكالة"),
    "add label": _new_label,
    "use label": lambda copy: copy.label(_mine(copy), (45, 48)),
    "rename label": lambda copy: copy.do(codebook.edit_label, _mine(copy), names={"ar": "اسم"}),
    "remove label": lambda copy: copy.do(codebook.remove_label, _mine(copy)),
    "retire label": lambda copy: copy.do(codebook.retire_label, _mine(copy)),
    "label under": lambda copy: copy.do(codebook.edit_label, _mine(copy), within=("quotation",)),
    "key": lambda copy: copy.do(codebook.set_key, _mine(copy), "y"),
    "add choice": lambda copy: copy.do(variables.add_choice, _variable(copy), {"ar": "ج"}),
    "remove choice": lambda copy: copy.do(variables.remove_choice, _variable(copy), _choice(copy)),
    "remove variable": lambda copy: copy.do(variables.remove_variable, _variable(copy)),
    "publish": lambda copy: copy.do(codebook.publish, "الثاني"),
    "editing": lambda copy: copy.do(codebook.set_editing, "extensible"),
    "boundary": lambda copy: copy.do(boundary.set_boundary, Boundary(punctuation=True)),
    "words": lambda copy: copy.do(lists.edit_list, _one(copy, "word_list"), words=("قال", "ذكر")),
    "title": lambda copy: copy.do(articles.rename_article, "art-1", "عنوان"),
    "direction": lambda copy: copy.do(articles.set_direction, "art-1", "ltr"),
    "remove article": lambda copy: copy.do(articles.remove_articles, ["art-1"]),
    "remove other article": lambda copy: copy.do(articles.remove_articles, ["art-2"]),
    "correct": lambda copy: copy.do(correction.correct, "art-1", copy.body().replace("سانا", "وكالة سانا")),
    "correct otherwise": lambda copy: copy.do(correction.correct, "art-1", copy.body().replace("الناطق", "المتحدث")),
    "correct away": lambda copy: copy.do(correction.correct, "art-1", copy.body().replace("”الناطق“ 😀 ", "")),
    "part": lambda copy: copy.do(parts.set_part, "art-1", "caption", 60, 60),
    "part otherwise": lambda copy: copy.do(parts.set_part, "art-1", "headline", 60, 60),
    "coder": lambda copy: copy.do(people.add_coder, "ليلى"),
    "rename coder": lambda copy: copy.do(people.rename_coder, copy.where.coder, "سارة أحمد"),
    "round": lambda copy: copy.do(rounds.open_round, "pilot"),
    "freeze": lambda copy: copy.do(sealing.freeze, "main"),
    "settle a": _settle("a"),
    "settle b": _settle("b"),
    "settle agreed": _settle_agreed,
    "undone": _undone,
}


def some(copy: Copy, chance: random.Random, many: int) -> list[str]:
    """Random deeds, one after the other; what the program refuses is left out."""
    done = []
    for name in chance.choices(sorted(DEEDS), k=many):
        try:
            DEEDS[name](copy)
        except AnnotatorError:
            continue
        done.append(name)
    return done
