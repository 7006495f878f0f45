"""The commands, in the order in which `--help` lists them."""

from __future__ import annotations

from annotator.cli import agreement, conflicts, exchange, feedback, find, log, merge, project, review, rounds, travel

program = project.root
for command in (
    project.demo,
    project.new,
    exchange.take,
    exchange.export,
    exchange.formats,
    project.info,
    exchange.segments,
    find.search,
    find.occurrences,
    travel.handover,
    travel.take,
    merge.merge,
    merge.clashes,
    rounds.listed,
    review.differences,
    review.settle,
    agreement.agreement,
    feedback.feedback,
    conflicts.conflicts,
    project.check,
    log.history,
    log.undo,
    log.redo,
    project.backup,
    project.restore,
    project.show,
):
    program.add_command(command)
