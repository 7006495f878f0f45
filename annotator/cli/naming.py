"""Options that take every name up to the next option."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.cli.program import Command

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    import click


class Naming(Command):
    """A command of whose options those in `many` take every name up to the next option."""

    def __init__(self, *args: Any, many: Collection[str], **more: Any) -> None:
        super().__init__(*args, **more)
        self._many = many

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give each name its own option."""
        return super().parse_args(ctx, list(each_named(args, self._many)))


def each_named(words: Iterable[str], many: Collection[str]) -> Iterator[str]:
    """The words with each name behind the option that it belongs to."""
    naming = ""
    for word in words:
        if word.startswith("-"):
            option = word.split("=")[0]
            naming = option if option in many else ""
            if word not in many:
                yield word
        elif naming:
            yield from (naming, word)
        else:
            yield word
