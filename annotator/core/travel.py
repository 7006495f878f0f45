"""What passes between copies of a project, as frozen values: what was handed over, and what could not be joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from annotator.core.models import Model

if TYPE_CHECKING:
    from collections.abc import Mapping

HandoverKind = Literal["work", "feedback"]
ClashState = Literal["open", "ours", "theirs"]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Handover(Model):
    """A package written for a colleague: the same row in the project and in the package itself."""

    id: str
    kind: HandoverKind
    coder: str  # for whom
    sender: str
    round: str
    articles: Mapping[str, str]  # each with the hash of its text as it was handed over
    codebook: str  # its version
    blind: bool
    instructions: str
    at: str
    returned: str = ""  # when it was last taken back


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Clash(Model):
    """An edit of another copy that could not be joined, until a person settles it. Its id follows from the edit.

    `before` and `after` are the edit's rows (null: none); `within` is the clash that it is held with, if it only
    depends on it. The table is this copy's own: it never travels.
    """

    id: str
    merge: str  # the change that held it back
    tbl: str
    row: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    why: str  # a key: changed, deleted here, deleted there, still used, lacking
    within: str
    author: str  # who did it there (a coder's id)
    at: str
    state: ClashState = "open"
