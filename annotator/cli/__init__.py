"""The same operations without a window; `run` is told by its caller how a window opens, for it knows none."""

from __future__ import annotations

import os
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import click

from annotator import logs, messages, paths, preflight
from annotator.cli.call import Call, Failed, Window
from annotator.cli.program import wrong_usage
from annotator.cli.voice import Voice, speak_utf8
from annotator.core.errors import AnnotatorError, MachineError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Window", "run", "speak_utf8"]

DONE, COULD_NOT, WRONG_USAGE, LACKS = 0, 1, 2, 3

# What the machine lacks, rather than what went wrong with a file on it.
_LACKING = {"no_display", "system_libraries", "sqlite_old", "qt_loses_none", "qt_sql", "setting_refused"}


def run(words: Sequence[str], window: Window) -> int:
    """Do what the words say; the exit code: 0 done, 1 could not, 2 wrong usage, 3 the machine lacks something."""
    voice = _voice(words)
    try:
        preflight.check_store()
        return _run(words, voice, window)
    except click.UsageError as error:
        voice.usage(wrong_usage(error, voice))
        return WRONG_USAGE
    except (KeyboardInterrupt, click.Abort):
        voice.failure(AnnotatorError("cancelled"))
    except BrokenPipeError:  # whoever read us has heard enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Failed as error:
        voice.failure(error.why, **error.more)
        return _code(error.why)
    except AnnotatorError as error:
        voice.failure(error)
        return _code(error)
    except OSError as error:
        _log(error)
        voice.failure(AnnotatorError("bad_path", path=os.fsdecode(error.filename)) if error.filename else error)
    except Exception as error:  # noqa: BLE001  # a bug: no traceback at a person, the log has where it was
        _log(error)
        voice.failure(error)
    return COULD_NOT


def _run(words: Sequence[str], voice: Voice, window: Window) -> int:
    from annotator.cli.commands import program  # noqa: PLC0415  # not for what is wrong before any command

    done = program.main([*words], prog_name="annotator", obj=Call(voice, window), standalone_mode=False)
    return done if isinstance(done, int) else DONE


def _code(error: AnnotatorError) -> int:
    return LACKS if isinstance(error, MachineError) and error.key in _LACKING else COULD_NOT


def _log(error: BaseException) -> None:
    """Commands log nothing but what should not have happened."""
    logs.start(paths.user_log())
    logs.trouble(error)
    logs.stop()


def _voice(words: Sequence[str]) -> Voice:
    """Known before the words are parsed, since what is wrong with them has to be said too."""
    chosen = ""
    for word, following in pairwise([*words, ""]):
        named = following if word == "--language" else word.removeprefix("--language=")
        chosen = named if named in messages.LANGUAGES and word.startswith("--language") else chosen
    language = chosen or messages.preferred()
    return Voice(language, chosen, json="--json" in words, visual="--visual" in words)
