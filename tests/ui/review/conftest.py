"""The sample as it is built for a person, with the article variables that its coders filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.operations import review, sample
from annotator.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    sample.build(tmp_path / "study.annot", "en")
    with Project.open(tmp_path / "study.annot") as project:
        (case,) = review.cases(project)
        project.act_as(case.between[0])
        yield project
