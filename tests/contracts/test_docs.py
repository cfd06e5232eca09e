"""The documentation knows everything that can be typed, set, caught or read, and its links lead somewhere."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

import generate
from comity import errors, settings
from comity.cli.group import COMMANDS, commands
from comity.vocab import load
from comity.web.app import create_app
from contracts.source import ROOT

DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md"), *ROOT.glob("examples/*.md"), *ROOT.glob("training/*.md")])


@pytest.fixture(scope="module")
def reference():
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((DOCS / "reference").glob("*.md")))


def test_generated_pages_are_current():
    assert [path.name for path in generate.stale()] == [], "run `make docs`"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name, reference):
    assert f"## comity {name}\n" in reference
    command = commands.get_command(click.Context(commands), name)
    options = [written for o in command.params if isinstance(o, click.Option) for written in o.opts]
    assert [written for written in options if f"`{written}" not in reference] == []


def test_every_address_parameter_and_shape_of_the_api_is_documented(reference):
    described = create_app(Path("ledger.db"), settings=settings.Settings()).openapi()
    for address, methods in described["paths"].items():
        for method, operation in methods.items():
            assert f"### `{method.upper()} {address}`\n" in reference
            assert [p["name"] for p in operation.get("parameters", ()) if f"| `{p['name']}` |" not in reference] == []
    named = [name for name, schema in described["components"]["schemas"].items() if "examples" in schema]
    assert len(named) > 15
    assert [name for name in named if f"\n### {name}\n" not in reference] == []


def test_every_setting_is_documented(reference):
    assert [n for n in settings.names() if f"`{settings.variable(n)}`" not in reference] == []


def test_every_error_is_documented(reference):
    classes = [c for c in vars(errors).values() if isinstance(c, type) and issubclass(c, errors.ComityError)]
    assert len(classes) > 5
    assert [c.__name__ for c in classes if f"`{c.__name__}`" not in reference] == []


def test_every_kind_field_and_value_is_documented(reference):
    for kind, fields in load("kinds")["kinds"].items():
        assert f"\n## {kind}\n" in reference
        for name, spec in fields.items():
            assert f"| `{name}` |" in reference
            assert [value for value in spec.get("values", []) if f"| `{value}` |" not in reference] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page):
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_commands_that_are_shown_exist_with_their_options(page):
    for block in re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        for line in block.replace("\\\n", " ").splitlines():
            if line.partition(" ")[0].rpartition("/")[2] == "comity":
                words = shlex.split(line, comments=True)
                given, command = known(words[1:])
                taken = {written for o in command.params for written in (*o.opts, *o.secondary_opts)} | {"--help"}
                assert [w for w in given if w.startswith("--") and w.partition("=")[0] not in taken] == [], line


def known(words):
    """The command that words call, with what is given to it."""
    command = commands
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        found = command.get_command(click.Context(command), words[0])
        if found is None:
            break
        command, words = found, words[1:]
    assert command is not commands or words == ["--help"], words
    stop = next((n for n, word in enumerate(words) if word in {">", "|", "2>", "||"}), len(words))
    return words[:stop], command
