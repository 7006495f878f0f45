"""Making a label and coding with it as one action, so that one undo takes back both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.core.changes import change
from annotator.core.ids import new_id
from annotator.core.models import Annotation
from annotator.core.rows import added, altered, removed
from annotator.operations import codebook as labels
from annotator.operations import codings as coding_operations
from annotator.operations import spans
from annotator.store import articles, codebook, codings

if TYPE_CHECKING:
    from annotator.core.changes import Change
    from annotator.core.models import Fragments, Names
    from annotator.operations.codings import Where
    from annotator.store.project import Project


def label_anew(project: Project, where: Where, names: Names, fragments: Fragments) -> Change:
    """Put a new label on a range of an article's text (code points); the ids are the facts `label` and `annotation`.

    Raises what `add_label` raises for the names and a locked codebook, and `bad_span` or `frozen_round` for the range.
    """
    made = labels.add_label(project, names)
    coding, steps = coding_operations.opened(project, where)
    article = articles.get(project.db, where.article)
    fragments = spans.in_order(fragments)
    quotes = articles.text(project.db, article.text).quotes(fragments)
    version = codebook.latest_version(project.db)
    new = Annotation(new_id(), coding.id, str(made.facts["label"]), article.text, fragments, quotes, version)
    return change("label_anew", [*made.steps, *steps, added(new)], **spans.told(new), name=made.facts["name"])


def relabel_anew(project: Project, annotation: str, names: Names) -> Change:
    """Give a span a new label; attributes that only its old one carries go. The label's id is the fact `label`."""
    made = labels.add_label(project, names)
    old = spans.existing(project, annotation)
    new = replace(old, label=str(made.facts["label"]))
    bound = {variable.id for variable in codebook.read(project.db).variables if variable.labels}
    gone = [removed(value) for value in codings.values_of(project.db, old.id).values() if value.variable in bound]
    facts = spans.told(new) | {"before": old.label, "name": made.facts["name"]}
    return change("relabel_anew", [*made.steps, *gone, altered(old, label=new.label)], **facts)
