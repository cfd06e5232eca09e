"""``comity doctor``: does this installation work?"""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from typing import Literal

import click

from comity import __version__
from comity.export.printable import printable
from comity.ingest.dossier import folder
from comity.model import Extraction
from comity.settings import Settings, unknown
from comity.vocab import load, rows

_MEASURES = {"syntax_ewt.las": "LAS {} on EWT", "syntax_gum.las": "{} on GUM", "names_gum.all": "names alone {} on GUM"}
"""Where our pipeline notes what was measured, and how to say it."""

_COLOURS = {"ok": "green", "note": "yellow", "wrong": "red"}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: ``ok``, ``note`` (works, but look at it) or ``wrong``."""

    state: Literal["ok", "note", "wrong"]
    detail: str


Check = Callable[[Settings], Finding]


@click.command("doctor")
def command() -> int:
    """Check that this installation works: versions, word lists, language pipeline, a sample article, the terminal."""
    wrong = 0
    for name, check in CHECKS.items():
        finding = examined(check)
        click.echo(
            f"{click.style(finding.state.ljust(5), fg=_COLOURS[finding.state])} {name}: {printable(finding.detail)}"
        )
        wrong += finding.state == "wrong"
    return 1 if wrong else 0


def examined(check: Check) -> Finding:
    """Run a check. Whatever it raises is a finding: a broken installation breaks in unforeseen places."""
    try:
        return check(Settings.from_environment(os.environ))
    except Exception as error:
        return Finding("wrong", f"{error} ({type(error).__name__})")


def _python(_: Settings) -> Finding:
    return Finding("ok", f"{platform.python_version()} on {platform.system()} {platform.machine()}")


def _packages(_: Settings) -> Finding:
    found, missing = [], []
    for requirement in requires("comity") or []:
        if "extra ==" in requirement:
            continue
        name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        return Finding("wrong", f"{', '.join(missing)} not installed; reinstall comity")
    return Finding("ok", f"comity {__version__} with {', '.join(found)}")


def _settings(_: Settings) -> Finding:
    strange = unknown(os.environ)
    if strange:
        return Finding("note", f"{', '.join(strange)} is no setting of comity")
    return Finding("ok", "sound")


def _vocabulary(_: Settings) -> Finding:
    names = sorted(item.name for item in files("comity.vocab").iterdir())
    for name in names:
        stem, _dot, suffix = name.rpartition(".")
        if suffix == "yaml":
            load(stem)
        elif suffix == "tsv":
            rows(stem)
    return Finding("ok", f"{sum(name.endswith(('.yaml', '.tsv')) for name in names)} lists")


def _pipeline(settings: Settings) -> Finding:
    from comity.language.pipeline import pipeline

    nlp = pipeline(settings.pipeline)
    return Finding("ok", f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}, {measured(nlp.meta)}")


def measured(meta: Mapping[str, object]) -> str:
    """The accuracy that a pipeline carries in its own description, in words."""
    parts = [said.format(f"{_percent(found):.1f}") for key, said in _MEASURES.items() if (found := _noted(meta, key))]
    speed = _noted(meta, "words_per_second")
    parts += [f"{speed:.0f} words a second"] if speed else []
    return f"measured: {', '.join(parts)}" if parts else "no measured accuracy in it"


def _noted(meta: Mapping[str, object], key: str) -> float:
    """The figure under ``key`` ("part.name") of a pipeline's performance; 0 where it has none."""
    found: object = meta.get("performance")
    for part in key.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return float(found) if isinstance(found, int | float) else 0.0


def _percent(score: float) -> float:
    """A score in percent, whether it is noted so or as a share of one."""
    return score if score > 1 else 100 * score


def _gazetteer(_: Settings) -> Finding:
    from comity.language.gazetteer import gazetteer

    return Finding("ok", f"{len(gazetteer().states)} states")


def _sample(settings: Settings) -> Finding:
    from comity.extract import extract
    from comity.ingest import read_path

    path = min(folder().glob("*.txt"))
    extraction = extract(read_path(path), settings=settings)
    if not extraction.records:
        return Finding("wrong", f"no record found in {path.name}")
    if not exact(extraction):
        return Finding("wrong", f"a quote of {path.name} does not stand where it should")
    return Finding("ok", f"{len(extraction.records)} records in {path.name}, every quote exact")


def exact(extraction: Extraction) -> bool:
    """Whether every quote stands in the document where its offsets say."""
    text = extraction.document.text
    quotes = [quote for record in extraction.records for quote in record.quotes]
    quotes += [q for record in extraction.records for content in record.fields.values() for q in content.quotes]
    return all(text[quote.start : quote.end] == quote.exact for quote in quotes)


def _terminal(_: Settings) -> Finding:
    encoding = sys.stdout.encoding or "unknown"
    if encoding.lower().replace("-", "") == "utf8":
        return Finding("ok", "UTF-8")
    return Finding("note", f"{encoding} cannot show every letter; set PYTHONUTF8=1 or a UTF-8 locale")


CHECKS: dict[str, Check] = {
    "Python": _python,
    "packages": _packages,
    "settings": _settings,
    "word lists": _vocabulary,
    "language pipeline": _pipeline,
    "gazetteer": _gazetteer,
    "sample article": _sample,
    "terminal": _terminal,
}
