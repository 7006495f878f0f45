from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.models import Label
from annotator.operations.wording import Wording
from annotator.store import actors
from tests.operations.test_feedback import project  # noqa: F401  (a fixture)

if TYPE_CHECKING:
    from annotator.store.project import Project


def test_values_are_called_as_a_person_reads_them(project: Project):  # noqa: F811
    known = actors.every(project.db)[0]
    ar, en = Wording(project, "ar"), Wording(project, "en")
    assert (en.value("x", value=True), ar.value("x", value=False)) == ("Yes", "لا")
    assert en.value("tone", "negative") == "Negative"
    assert (
        ar.value("tone", ["negative", "positive"]) == f"{ar.value('tone', 'negative')}، {ar.value('tone', 'positive')}"
    )
    assert en.value("tone", 3) == "3"
    variable = next(name for name, one in en._variables.items() if one.type == "actor" and one.scope == "annotation")
    assert en.value(variable, known.id) == en.names(known.names, "")
    assert en.value(variable, "gone") == "someone"


def test_what_is_gone_from_the_codebook_is_called_by_its_id(project: Project):  # noqa: F811
    words = Wording(project, "en")
    called = (words.label("gone"), words.relation("gone"), words.variable("gone"), words.person("gone"))
    assert called == ("gone", "gone", "gone", "")


def test_a_label_that_the_codebook_says_nothing_of_means_nothing(project: Project):  # noqa: F811
    words = Wording(project, "en")
    assert words.meaning(Label("x", {"en": "X"}, 1)) == ()
    only = Label("x", {"en": "X"}, 1, exclude={"ar": "الضمائر"})
    assert words.meaning(only) == ("Not included: الضمائر",)
