"""What the commands on a ledger share: which one, of which relation, for which days, in which form."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from comity.cli.terminal import deriving
from comity.errors import UsageError
from comity.ingest.dates import iso_date
from comity.model.edtf import bounds
from comity.reconcile.relations import parsed as relation_of
from comity.settings import Settings

if TYPE_CHECKING:
    from comity.ledger import Ledger

Command = Callable[..., Any]
if TYPE_CHECKING:
    _Type = click.ParamType[Any]
else:
    _Type = click.ParamType


class RelationType(_Type):
    """``VNM-CHN`` or ``VNM``: a pair of ISO codes, sorted, or one."""

    name = "relation"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The codes; what is none is wrong usage, with the nearest ones named."""
        try:
            return relation_of(str(value))
        except UsageError as error:
            self.fail(str(error), param, ctx)


class DayType(_Type):
    """A day. A month, quarter or year in EDTF stands for its ``edge``."""

    name = "date"

    def __init__(self, edge: Literal["first", "last"]) -> None:
        self._edge = edge

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day; what is none is wrong usage."""
        if isinstance(value, date):
            return value
        try:
            days = bounds(iso_date(str(value)) or str(value).strip())
            return date(*days[self._edge == "last"])
        except ValueError:
            self.fail(f"{value!r} is no date; write 2025-04-14, 2025-04 or 2025", param, ctx)


def db_option(command: Command) -> Command:
    """``--db FILE``."""
    words = "The ledger.  [default: COMITY_DB, else comity.db here]"
    return click.option("--db", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help=words)(command)


def relation_option(*, required: bool = False) -> Callable[[Command], Command]:
    """``--relation VNM-CHN``."""
    words = "Two states as ISO 3166 codes in any order, or one."
    return click.option("--relation", type=RelationType(), metavar="VNM-CHN", required=required, help=words)


def day_option(name: str, edge: Literal["first", "last"], words: str) -> Callable[[Command], Command]:
    """A day, as 2025-04-14, or the edge of a month or year."""
    return click.option(name, type=DayType(edge), metavar="DATE", help=words)


def as_of_option(words: str) -> Callable[[Command], Command]:
    """``--as-of DATE``."""
    return day_option("--as-of", "last", words)


def form_option(*forms: str) -> Callable[[Command], Command]:
    """``--format``: the first of the forms on a terminal, JSON elsewhere."""
    words = f"Default: {forms[0]} on a terminal, json elsewhere."
    return click.option("--format", "form", type=click.Choice(forms), help=words)


def form_of(form: str | None, seen: str = "table") -> str:
    """The form that was asked for, else ``seen`` on a terminal and ``json`` elsewhere."""
    return form or (seen if sys.stdout.isatty() else "json")


def opened(db: Path | None, *, create: bool = False) -> Ledger:
    """Open the ledger of ``--db`` or of the settings; only adding makes one. Raises as ``Ledger.open``."""
    from comity.ledger import Ledger

    settings = Settings.from_environment(os.environ)
    path = db or _of_group() or settings.db
    with deriving(f"{path} was kept by another version of comity") as tell:
        return Ledger.open(path, create=create, settings=settings, progress=tell)


def _of_group() -> Path | None:
    """``--db`` where it was given before the subcommand."""
    context = click.get_current_context(silent=True)
    given = context.parent.params.get("db") if context and context.parent else None
    return given if isinstance(given, Path) else None


def today() -> date:
    """The day by the computer's clock; views take it as an argument."""
    return date.today()
