"""Work for a colleague, sealed in one file: their articles, the codebook, what they did so far, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotator.core import codebook as rules
from annotator.core.changes import Change, change
from annotator.core.errors import AnnotatorError
from annotator.core.ids import new_id
from annotator.core.models import Version
from annotator.core.rows import added
from annotator.core.travel import Handover
from annotator.operations import codings as coding_operations
from annotator.operations import people
from annotator.operations.packing import Packing
from annotator.operations.sealed import refuse_in_package
from annotator.store import articles as article_reader
from annotator.store import codebook, handovers, package

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from annotator.core.changes import Edit, Value
    from annotator.core.models import Coder
    from annotator.operations.packing import Packed
    from annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class Handing:
    """What handing over would do: `change` for this project, `packing` for the package's file."""

    handover: Handover
    coder: Coder
    change: Change
    packing: Packed


def handover(  # noqa: PLR0913  # each is a question of its own that a person answers
    project: Project,
    to: str,
    *,
    sender: Coder | None = None,
    articles: Sequence[str] | None = None,
    round_id: str = "main",
    blind: bool = False,
    instructions: str = "",
) -> Handing:
    """Prepare a package for a coder (id, unique name, or somebody new); nothing is written yet.

    `sender` (else who acts) signs it, and is added if they are new. Without `articles` the coder gets what is assigned
    to them in the round, or all where nothing is. `blind` leaves out what others coded. Raises `in_package`,
    `no_such_round`, `frozen_round`, `empty_name`, `ambiguous_coder`, `no_such_article`, `nothing_to_hand_over`.
    """
    refuse_in_package(project)
    coding_operations.refuse_frozen(project, round_id)
    sender = sender or people.acting(project)
    coder = sender if _named(to) == sender.name else people.acting(project, to)
    if articles is None:
        articles = assigned(project, coder.id, round_id) or article_reader.order(project.db)
    held = _texts(project, articles)
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    version = _version(project, now)
    made = Handover(new_id(), "work", coder.id, sender.id, round_id, held, version.id, blind, instructions.strip(), now)
    packing = Packing(project, made, sender=sender, coder=coder, version=version)
    steps = _ours(project, made, packing)
    facts: dict[str, Value] = {"name": coder.name, "count": len(held), "round": round_id}
    done = replace(change("handover", steps, **facts), author=sender.id, at=now)
    return Handing(made, coder, done, packing)


def write(
    project: Project, handing: Handing, target: Path, *, tell: Callable[[float, str], None] = lambda _done, _name: None
) -> Change:
    """Write the package, then say so in the project; if either fails neither was done. Returns the project's change.

    Raises `file_exists`, `cannot_write`, what ails the disk, or what `tell` raises to cancel.
    """
    written = package.write(target, handing.packing.first(tell), coder=handing.coder.id)
    try:
        return project.journal.commit(handing.change)
    except BaseException:
        written.unlink(missing_ok=True)
        raise


def assigned(project: Project, coder: str, round_id: str) -> list[str]:
    """The articles that a coder has a coding of in a round, begun or still to do, in the project's order."""
    return handovers.assigned(project.db, coder, round_id)


def _texts(project: Project, chosen: Sequence[str]) -> dict[str, str]:
    """The articles with the hashes of their texts, each once."""
    texts = article_reader.texts_of(project.db, chosen)
    if not chosen:
        raise AnnotatorError("nothing_to_hand_over")
    if missing := next((article for article in chosen if article not in texts), None):
        raise AnnotatorError("no_such_article", article=missing)
    return {article: texts[article] for article in chosen}


def _named(to: str) -> str:
    if not to.strip():
        raise AnnotatorError("empty_name")
    return to


def _ours(project: Project, made: Handover, packing: Packing) -> list[Edit]:
    """What changes here: the colleague if they are new, the version if nobody published it, what they have to do."""
    here = {coder.id for coder in codebook.coders(project.db)}
    steps = [added(coder) for coder in dict.fromkeys((packing.sender, packing.coder)) if coder.id not in here]
    if all(known.id != packing.version.id for known in codebook.versions(project.db)):
        steps.append(added(packing.version))
    steps += [added(coding) for coding in packing.to_do]
    return [*steps, added(made)]


def _version(project: Project, now: str) -> Version:
    """The codebook as it stands, as a version: the published one, else one named by the day."""
    book, known = codebook.read(project.db), codebook.versions(project.db)
    content = rules.content_hash(book)
    for version in known:
        if version.id == content:
            return version
    names, day = {version.name for version in known}, now[:10]
    name = next(
        name for name in (day, *(f"{day} ({number})" for number in range(2, len(names) + 3))) if name not in names
    )
    return Version(content, name, now, rules.to_data(replace(book, version=name)))
