"""Controlled lists as data: one YAML or TSV file a list, loaded once, read only.

``load("kinds")`` gives the content of ``kinds.yaml``. Every file begins with a comment that names its source.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from comity.errors import VocabularyError


@cache
def load(name: str) -> Any:
    """Return the content of ``vocab/NAME.yaml``; raise ``VocabularyError`` if it is missing or malformed."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8"), Loader=loader)
    except (OSError, yaml.YAMLError) as error:
        raise VocabularyError(f"the vocabulary file {name}.yaml cannot be read ({error}); reinstall comity") from error


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the lines of ``vocab/NAME.tsv`` as they stand, without comments and without the header line."""
    try:
        text = files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    except OSError as error:
        raise VocabularyError(f"the vocabulary file {name}.tsv cannot be read ({error}); reinstall comity") from error
    return tuple(line for line in text.splitlines() if line and line[0] != "#")[1:]


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``vocab/NAME.tsv`` without comments and without the header line."""
    return tuple(tuple(line.split("\t")) for line in lines(name))
