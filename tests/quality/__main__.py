"""``make quality``: print accuracy on every gold set at hand and keep it for the method page."""

from __future__ import annotations

import json
from typing import Any

from rich.console import Console
from rich.table import Table

from quality import across
from quality.sets import ROOT, SETS, GoldSet, report

ACROSS = "across"
ACCURACY = ROOT / "docs" / "accuracy.json"


def table(name: str, scored: dict[str, Any]) -> Table:
    """Rates by kind."""
    out = Table(title=f"{name}: {scored['documents']} documents", title_justify="left")
    for column in ("kind", "gold", "found", "precision", "recall", "F1"):
        out.add_column(column, justify="left" if column == "kind" else "right")
    for kind, row in scored["kinds"].items():
        rates = [f"{row[key]:.3f}" for key in ("precision", "recall", "f1")]
        out.add_row(kind, str(row["gold"]), str(row["found"]), *rates, style="bold" if kind == "all" else None)
    return out


def show(gold_set: GoldSet, console: Console) -> None:
    """Print all that is measured on one set."""
    scored = report(gold_set)
    console.print(table(gold_set.name, scored))
    fields = ", ".join(f"{name} {row['score']:.2f} ({row['n']})" for name, row in scored["fields"].items())
    console.print(f"fields: {fields}")
    aside = scored["set_aside_recall"]
    console.print(
        f"field mean {scored['field_mean']}, set aside recall {aside}, quotes not exact {scored['bad_quotes']}\n"
    )


def kept() -> dict[str, Any]:
    """Earlier figures: a set that is not at hand here keeps the ones it had."""
    loaded: dict[str, Any] = json.loads(ACCURACY.read_text(encoding="utf-8")) if ACCURACY.is_file() else {}
    return loaded


def main() -> None:
    """Measure, print, write."""
    console = Console(width=None if Console().is_terminal else 160, highlight=False)
    figures = kept()
    for gold_set in SETS:
        if gold_set.present:
            show(gold_set, console)
            figures[gold_set.name] = report(gold_set)
        else:
            console.print(f"{gold_set.name}: not at hand here\n")
    if across.present(*across.FOLDERS):
        figures[ACROSS] = across.figures()
        for title, counts in figures[ACROSS].items():
            console.print(f"{title}: {', '.join(f'{name} {count}' for name, count in counts.items())}")
    ACCURACY.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    console.print(f"kept in {ACCURACY.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
