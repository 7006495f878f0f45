"""Commands that explain themselves and what was wrong with a call in the language that was asked for."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.cli.call import Call
    from annotator.cli.voice import Voice

OPEN = "open"  # the hidden command that opens the window


class UnknownCommand(click.UsageError):
    """A first word that is neither a command nor a file, with more words after it."""

    def __init__(self, name: str, ctx: click.Context) -> None:
        super().__init__(name, ctx)
        self.name = name


class TwoOptions(click.UsageError):
    """What is wrong lies between two options."""

    key = ""

    def __init__(self, one: str, other: str, ctx: click.Context) -> None:
        super().__init__(one, ctx)
        self.names = {"one": one, "other": other}


class NotTogether(TwoOptions):
    """Two options of which one says what the other takes back."""

    key = "usage.not_together"


class Needs(TwoOptions):
    """An option that says something only beside another."""

    key = "usage.needs"


def _voice(ctx: click.Context) -> Voice:
    call: Call = ctx.find_root().obj
    return call.voice


class Command(click.Command):
    """A command whose help comes from the catalogue."""

    def get_help(self, ctx: click.Context) -> str:
        """The page that `--help` shows."""
        voice = _voice(ctx)
        page = click.HelpFormatter(max_width=100)
        page.write_usage(ctx.command_path, " ".join(_pieces(self, ctx)), prefix=f"{voice.words('help.usage')} ")
        page.write_paragraph()
        page.write_text(voice.words(f"command.{self.name}"))
        _section(page, voice.words("help.arguments"), _arguments(self, ctx))
        _section(page, voice.words("help.options"), _options(self, ctx))
        self.write_more(ctx, page)
        return voice.seen(page.getvalue().rstrip("\n"))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Never take an option of this command for the value of the option before it."""
        options = {name: param for param in self.get_params(ctx) for name in param.opts if name.startswith("-")}
        for word, after in pairwise(args):
            param = options.get(word)
            if isinstance(param, click.Option) and not (param.is_flag or param.count) and after in options:
                raise click.BadOptionUsage(word, "", ctx)
        return super().parse_args(ctx, args)

    def write_more(self, ctx: click.Context, page: click.HelpFormatter) -> None:
        """What follows the options."""


class Program(Command, click.Group):
    """The program: a command's name wins over a file's, and any other first word is a project to open."""

    command_class = Command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names, else the one that opens a project."""
        if args[0] in self.commands:
            return super().resolve_command(ctx, args)
        if len(args) == 1 or args[0].endswith(".annot") or Path(args[0]).exists():
            return OPEN, self.commands[OPEN], args
        raise UnknownCommand(args[0], ctx)

    def write_more(self, ctx: click.Context, page: click.HelpFormatter) -> None:
        """The commands, each with its first sentence."""
        voice = _voice(ctx)
        rows = [
            (name, voice.words(f"command.{name}").split("\n")[0])
            for name, command in self.commands.items()
            if not command.hidden
        ]
        _section(page, voice.words("help.commands"), rows)


def _pieces(command: click.Command, ctx: click.Context) -> Iterator[str]:
    yield _voice(ctx).words("help.pieces_options")
    if isinstance(command, Program):
        yield "[PROJECT] | COMMAND …"
        return
    for param in command.get_params(ctx):
        if isinstance(param, click.Argument):
            name = f"{param.make_metavar(ctx).strip('[].')}{'…' if param.nargs == -1 else ''}"
            yield name if param.required else f"[{name}]"


def _section(page: click.HelpFormatter, title: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with page.section(title):
            page.write_dl(rows)


def _arguments(command: click.Command, ctx: click.Context) -> list[tuple[str, str]]:
    arguments = [param for param in command.get_params(ctx) if isinstance(param, click.Argument)]
    return [(param.make_metavar(ctx).strip("[]."), _explained(command, param, ctx)) for param in arguments]


def _options(command: click.Command, ctx: click.Context) -> list[tuple[str, str]]:
    mark = "\u200e" if _voice(ctx).language == "ar" else ""  # keeps the dashes before the name
    rows = []
    for param in command.get_params(ctx):
        if isinstance(param, click.Option) and not param.hidden:
            value = "" if param.is_flag or param.count else f" {param.make_metavar(ctx)}"
            rows.append((f"{mark}{', '.join(param.opts)}{value}", _explained(command, param, ctx)))
    return rows


def _explained(command: click.Command, param: click.Parameter, ctx: click.Context) -> str:
    """A parameter's own words in this command, else those that all commands share."""
    voice = _voice(ctx)
    name = "help" if "--help" in param.opts else param.name
    own = f"parameter.{command.name}.{name}"
    return voice.words(own if voice.has(own) else f"parameter.{name}")


def wrong_usage(error: click.UsageError, voice: Voice) -> str:
    """What was wrong with a call, and how to see how it is meant."""
    key, facts = (error.key, error.names) if isinstance(error, TwoOptions) else _kind(error, voice)
    path = error.ctx.command_path if error.ctx else "annotator"
    return f"{voice.words(key, **facts)} {voice.words('usage.hint', command=path)}"


def _kind(error: click.UsageError, voice: Voice) -> tuple[str, dict[str, Any]]:
    if isinstance(error, click.NoSuchOption):
        return "usage.no_such_option", {"name": error.option_name}
    if isinstance(error, UnknownCommand):
        return "usage.no_such_command", {"name": error.name}
    if isinstance(error, click.MissingParameter):
        return "usage.missing", {"name": _name(error)}
    if isinstance(error, click.BadOptionUsage):
        return "usage.needs_value", {"name": error.option_name}
    if isinstance(error, click.BadParameter):
        return "usage.bad_value", {"name": _name(error), "allowed": _allowed(error, voice)}
    return "usage.unexpected", {}


def _name(error: click.BadParameter) -> str:
    param = error.param
    if param is None:
        return ""
    return param.opts[-1] if isinstance(param, click.Option) else param.metavar or (param.name or "").upper()


def _allowed(error: click.BadParameter, voice: Voice) -> str:
    """What would do: one of a few words, or a value of a kind."""
    param = error.param
    if param is None:
        return ""
    if isinstance(param.type, click.Choice):
        return param.metavar or " | ".join(map(str, param.type.choices))
    key = f"usage.kind.{param.type.name.split(' ')[0]}"
    return voice.words(key) if voice.has(key) else param.type.name
