"""The commands, in the order in which `--help` lists them."""

from __future__ import annotations

from annotator.cli import agreement, exchange, feedback, find, log, project, review, travel

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
    review.differences,
    review.settle,
    agreement.agreement,
    feedback.feedback,
    project.check,
    log.history,
    log.undo,
    log.redo,
    project.backup,
    project.restore,
    project.show,
):
    program.add_command(command)
