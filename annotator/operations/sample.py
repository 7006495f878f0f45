"""The sample: a project built from the shipped article, its codebook and two coders' codings of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator import paths
from annotator.core.changes import change
from annotator.core.rows import added
from annotator.operations import articles, codebook, starter
from annotator.operations.intake import Incoming
from annotator.operations.sample_data import read_codebook, read_sample

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.store.project import Project

_TITLES = {"ar": "مثال: داعش وتويتر", "en": "Sample: Daesh and Twitter"}


def build(path: Path, language: str = "ar") -> str:
    """Make the sample project, whole or not at all; its id. Nobody signs it, so nobody's undo empties it.

    Raises `file_exists`, or what ails the disk.
    """
    book = read_codebook(paths.resources() / "codebooks" / f"{starter.STARTER}.toml")
    sample = read_sample(paths.seeds() / "sana-daesh-twitter.toml", language)

    def fill(project: Project) -> None:
        project.coder = ""
        commit = project.journal.commit
        commit(codebook.adopt(project, book))
        for coder in sample.coders:
            commit(change("add_coder", [added(coder)], name=coder.name))
        taken, _ = articles.take_in(project, [Incoming(sample.document)], coder=sample.coders[0], strict=True)
        commit(replace(taken, name="sample", author=""))

    return starter.make(path, fill, title=_TITLES[language])
