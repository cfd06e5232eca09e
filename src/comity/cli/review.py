"""``comity review``: what waits for a person, and the decisions people take."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from comity.cli.identity import whoever
from comity.cli.ledgers import Command, db_option, form_of, form_option, opened, relation_option
from comity.cli.printing import json_lines, nothing, show
from comity.cli.terminal import complain
from comity.settings import Settings

if TYPE_CHECKING:
    from comity.ledger import ReviewItem
    from comity.model import Decision

FULFILS = "fulfils"


@click.group("review", invoke_without_command=True)
@relation_option()
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="At most so many.")
@form_option("table", "json")
@db_option
@click.pass_context
def command(
    context: click.Context, relation: tuple[str, ...] | None, limit: int, form: str | None, db: Path | None
) -> int:
    """See what waits for a person, the most consequential first: doubtful joins, conflicts, promises perhaps kept.

    The subcommands take decisions. A decision is kept for ever with who, when and why; it is pinned to the words it is
    about, so that it survives another reading of the documents; and it can be undone.
    """
    if context.invoked_subcommand:
        return 0
    with opened(db) as ledger:
        items = ledger.review_queue(relation)
        lost = len(ledger.orphans())
    if form_of(form) == "json":
        json_lines(item.as_dict() for item in items[:limit])
    else:
        _queue(items, limit)
    if not items:
        nothing("nothing waits for a decision", form_of(form))
    if lost:
        complain(f"{lost} decision{'s' if lost > 1 else ''} can no longer be tied to words; see comity review orphans")
    return 0


def _queue(items: Sequence[ReviewItem], limit: int) -> None:
    from comity.export.review_sheet import item

    for number, each in enumerate(items[:limit], 1):
        show(item(each, number))
    if len(items) > limit:
        click.echo(f"and {len(items) - limit} more; see --limit")


def _deciding(made: Command) -> Command:
    """The options of every decision."""
    for option in (
        db_option,
        click.option("--why", default="", metavar="WORDS", help="The reason, in a few words."),
        click.option(
            "--who", metavar="NAME", help="Who decides.  [default: COMITY_USER, else git's user.name, else you]"
        ),
    ):
        made = option(made)
    return made


def _decide(db: Path | None, who: str | None, action: str, targets: Iterable[str], **more: Any) -> int:
    from comity.export.ledger_sheet import decision_line

    name = who or Settings.from_environment(os.environ).user or whoever()
    with opened(db) as ledger:
        decision = ledger.decide(action, list(targets), who=name, **more)
    show(decision_line(decision, indent=0))
    return 0


def _ids(name: str) -> Callable[[Command], Command]:
    return click.argument("ids", nargs=-1, required=True, metavar=name)


@command.command("accept", no_args_is_help=True)
@_ids("ID...")
@click.option("--fulfils", is_flag=True, help="Two ids, a deed and a promise: the deed keeps the promise.")
@_deciding
def accept(ids: tuple[str, ...], fulfils: bool, who: str | None, why: str, db: Path | None) -> int:
    """Say that records are right as they stand, or that a deed keeps a promise."""
    return _decide(db, who, "accept", ids, why=why, field=FULFILS if fulfils else "")


@command.command("reject", no_args_is_help=True)
@_ids("ID...")
@click.option("--fulfils", is_flag=True, help="Two ids, a deed and a promise: the deed does not keep the promise.")
@_deciding
def reject(ids: tuple[str, ...], fulfils: bool, who: str | None, why: str, db: Path | None) -> int:
    """Say that records are wrong, so that they are shown no more, or that a deed does not keep a promise."""
    return _decide(db, who, "reject", ids, why=why, field=FULFILS if fulfils else "")


@command.command("correct", no_args_is_help=True)
@click.argument("given", metavar="ID")
@click.argument("field", metavar="FIELD")
@click.argument("value", metavar="VALUE")
@_deciding
def correct(given: str, field: str, value: str, who: str | None, why: str, db: Path | None) -> int:
    """Give a field of a record another value. What the sources say stays beside it.

    A VALUE is written as the field is: 2025-04-14 for a date, "8.3 billion USD" or "~8300000000 USD" for money,
    "2030 planned" for a start or completion, "Vietnam; China" for names, yes or no for a flag.
    """
    from comity.ledger.correcting import parsed

    with opened(db) as ledger:
        kind = ledger.record(given).kind
    return _decide(db, who, "correct", [given], why=why, field=field, value=parsed(kind, field, value))


@command.command("merge", no_args_is_help=True)
@_ids("ID ID...")
@_deciding
def merge(ids: tuple[str, ...], who: str | None, why: str, db: Path | None) -> int:
    """Say that records are one thing."""
    return _decide(db, who, "merge", ids, why=why)


@command.command("split", no_args_is_help=True)
@_ids("CLAIM...")
@_deciding
def split(ids: tuple[str, ...], who: str | None, why: str, db: Path | None) -> int:
    """Take claims out of their record: they are another thing than the rest. comity record ID lists its claims."""
    return _decide(db, who, "split", ids, why=why)


@command.command("both", no_args_is_help=True)
@click.argument("given", metavar="ID")
@click.argument("field", metavar="FIELD")
@_deciding
def both(given: str, field: str, who: str | None, why: str, db: Path | None) -> int:
    """Settle a conflict: the values of a field may stand side by side."""
    return _decide(db, who, "both", [given], why=why, field=field)


@command.command("different", no_args_is_help=True)
@_ids("ID [ID]")
@click.option("--field", default="", metavar="FIELD", help="One ID: the sources give other values of this field.")
@_deciding
def different(ids: tuple[str, ...], field: str, who: str | None, why: str, db: Path | None) -> int:
    """Say that two records are different things, or that the values of a field belong to different things."""
    return _decide(db, who, "different", ids, why=why, field=field)


@command.command("withdraw", no_args_is_help=True)
@_ids("DOCUMENT...")
@_deciding
def withdraw(ids: tuple[str, ...], who: str | None, why: str, db: Path | None) -> int:
    """Take documents out of what the ledger tells, by name or id. They stay in the file, and it can be undone."""
    return _decide(db, who, "withdraw", ids, why=why)


@command.command("undo", no_args_is_help=True)
@_ids("DECISION...")
@_deciding
def undo(ids: tuple[str, ...], who: str | None, why: str, db: Path | None) -> int:
    """Let earlier decisions hold no longer. comity review decisions lists them."""
    return _decide(db, who, "undo", ids, why=why)


@command.command("decisions")
@form_option("table", "json")
@db_option
def decisions(form: str | None, db: Path | None) -> int:
    """List all decisions in the order in which they were taken."""
    with opened(db) as ledger:
        _listed(ledger.decisions(), form, "no decisions")
    return 0


@command.command("orphans")
@form_option("table", "json")
@db_option
def orphans(form: str | None, db: Path | None) -> int:
    """List decisions whose words are no longer found in what was read of their document."""
    with opened(db) as ledger:
        _listed(ledger.orphans(), form, "no orphans")
    return 0


def _listed(found: Sequence[Decision], form: str | None, none: str) -> None:
    from comity.export.ledger_sheet import decision_line

    if not found:
        nothing(none, form_of(form))
    if form_of(form) == "json":
        json_lines(decision.as_dict() for decision in found)
    else:
        show(*(decision_line(decision, indent=0) for decision in found))
