"""The reference page of the public names in Python, from their signatures and docstrings."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import comity
from tables import table

ROOT = Path(__file__).parent.parent


def first(thing: Any) -> str:
    """The first paragraph of a docstring on one line."""
    return " ".join(inspect.cleandoc(thing.__doc__ or "").split("\n\n")[0].split()).replace("``", "`")


def python_page() -> str:
    """The public names."""
    example = (ROOT / "examples" / "ledger.py").read_text(encoding="utf-8")
    parts = [
        "# Python\n",
        "`import comity` gives these names and loads nothing before it is used.\n",
        "## Example\n",
        "From articles to answers; a test runs it as it stands here and in `examples/ledger.py`.\n",
        f"```python\n{example.strip()}\n```\n",
    ]
    for name in comity.__all__:
        thing = getattr(comity, name)
        if inspect.isfunction(thing):
            parts += [f"## comity.{name}\n", f"```python\n{signature(name, thing)}\n```\n", doc(thing)]
        elif inspect.isclass(thing) and not issubclass(thing, Exception):
            parts += [f"## comity.{name}\n", doc(thing), *methods(thing)]
    parts += ["## Errors\n", "See [errors](errors.md): " + ", ".join(f"`comity.{n}`" for n in error_names()) + ".\n"]
    return "\n".join(parts)


def error_names() -> list[str]:
    """The public errors."""
    return [n for n in comity.__all__ if inspect.isclass(e := getattr(comity, n)) and issubclass(e, Exception)]


def signature(name: str, function: Any, width: int = 100) -> str:
    """A function's signature as it is written, one parameter a line where it is wider than ``width``."""
    given = inspect.signature(function)
    parts = [parameter(p) for p in given.parameters.values() if p.name not in {"self", "cls"}]
    keywords = [p.kind is p.KEYWORD_ONLY for p in given.parameters.values() if p.name not in {"self", "cls"}]
    if True in keywords:
        parts.insert(keywords.index(True), "*")
    answer = f" -> {given.return_annotation}" if isinstance(given.return_annotation, str) else ""
    whole = f"{name}({', '.join(parts)}){answer}"
    return whole if len(whole) <= width else f"{name}(\n    " + ",\n    ".join(parts) + f",\n){answer}"


def parameter(given: inspect.Parameter) -> str:
    """A parameter as it is written."""
    default = "" if given.default is given.empty else f" = {json.dumps(given.default).replace('null', 'None')}"
    return f"{given.name}: {given.annotation}{default.replace('false', 'False').replace('true', 'True')}"


def doc(thing: Any) -> str:
    """A docstring as Markdown."""
    return inspect.cleandoc(thing.__doc__ or "").replace("``", "`") + "\n"


def methods(thing: type) -> Iterator[str]:
    """Public methods and properties of a class."""
    rows = []
    wide = 10_000
    for name, member in vars(thing).items():
        told = getattr(member, "func", None) or getattr(member, "fget", None) or getattr(member, "__func__", member)
        if not name.startswith("_") and inspect.isfunction(told):
            called = inspect.isfunction(member) or isinstance(member, classmethod)
            rows.append((f"`{signature(name, told, wide) if called else name}`", first(told)))
    if rows:
        yield table(("has", "meaning"), rows)
