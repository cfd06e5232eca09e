"""The commands by name, and what their errors become: one sentence on standard error and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module

import click

from comity import __version__
from comity.cli.terminal import complain
from comity.errors import ComityError

COMMANDS = {
    "extract": "Read documents and print their records.",
    "add": "Add documents, or records that others wrote, to a ledger.",
    "show": "Show records of a ledger by kind, relation, time and more.",
    "record": "Show records in full, every value beside its quotes.",
    "history": "Show how a record came to be what it is.",
    "conflicts": "Show where sources contradict each other.",
    "diff": "Show what documents published between two days change.",
    "search": "Find records and passages that have some words.",
    "brief": "Write a brief on a relation, every line with its quotes.",
    "review": "See what waits for a person, and decide.",
    "serve": "Open the desk in the browser, and the REST API.",
    "verify": "Check every quote and id of a ledger.",
    "rebuild": "Make all that follows from documents and decisions anew.",
    "export": "Write a ledger as JSON, CSV or a PLOVER event table.",
    "demo": "Make a ledger of the sample dossier and show what it tells.",
    "doctor": "Check that this installation works.",
}


class _Lazy(click.Group):
    """A group whose commands live in a module of their own, imported when one is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"comity.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a name that is none is answered with the nearest ones."""
        near = get_close_matches(args[0], COMMANDS, n=2, cutoff=0.55) if args[0] not in COMMANDS else []
        if near and not args[0].startswith("-"):
            raise click.UsageError(f"there is no command {args[0]!r}; did you mean {' or '.join(near)}?", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=_Lazy,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 some inputs refused, 2 wrong usage.",
)
@click.version_option(__version__, prog_name="comity", message="%(prog)s %(version)s")
def commands() -> None:
    """Read what is written about relations between states, every record tied to the words that say it."""


def run(arguments: Sequence[str] | None) -> int:
    """Run a command; its return value is the exit code. Only interrupts and lost readers come through as exceptions."""
    try:
        # not commands.main: that answers interrupts and lost readers itself
        given = sys.argv[1:] if arguments is None else list(arguments)
        with commands.make_context("comity", given) as context:
            code = commands.invoke(context)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.ClickException as error:
        complain(error.format_message(), hint=_hint(error))
        return error.exit_code
    except ComityError as error:
        complain(str(error))
        return error.exit_code
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(f"{error.filename or 'the output'} cannot be written or read ({error.strerror})")
        return 1
    return int(code or 0)


def _hint(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    return f"see {context.command_path} --help" if context else ""
