"""What is known about a document besides its text, and which source of it wins."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from comity.errors import UnreadableInput
from comity.ingest.dates import iso_date
from comity.vocab import load

SIDECAR = ".meta.json"


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, date of publication (ISO 8601), publisher and address of a document; empty where not known."""

    title: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""

    def over(self, other: Metadata) -> Metadata:
        """What this one knows, and what only ``other`` knows."""
        return Metadata(**{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(Metadata)})

    @classmethod
    def read(cls, pairs: Mapping[str, str]) -> Metadata:
        """Metadata out of ``key: value`` pairs, keys as in ``vocab/ingest.yaml``; no certain day is no date."""
        found: dict[str, str] = {}
        for key, written in pairs.items():
            name, value = known_keys().get(plain_key(key), "other"), " ".join(written.split())
            if name == "publisher" and is_address(value):
                name = "url"
            if name != "other" and value.lower() not in load("ingest")["metadata"]["empty"]:
                found.setdefault(name, value)
        if not is_address(found.get("url", "")):
            found.pop("url", None)
        return cls(**{**found, "published": iso_date(found.get("published", ""))})


def is_address(value: str) -> bool:
    """Whether ``value`` begins like an http(s) address."""
    return value.lower().startswith(("http://", "https://"))


def plain_key(key: str) -> str:
    """A metadata key without case, underscores and hyphens."""
    return " ".join(key.lower().replace("_", " ").replace("-", " ").split())


@cache
def known_keys() -> dict[str, str]:
    """Key as written (see ``plain_key``) to the field that it gives, ``other`` for those without a use here."""
    names = load("ingest")["metadata"]
    return {key: field for field in ("title", "published", "publisher", "url", "other") for key in names[field]}


def sidecar(path: Path) -> Metadata:
    """Read ``NAME.meta.json`` beside ``path``, if there is one.

    Raises ``UnreadableInput`` if it is there but cannot be used: it was put there to be obeyed.
    """
    beside = path.with_suffix(SIDECAR)
    try:
        with beside.open("rb") as file:
            data = file.read(load("ingest")["limits"]["sidecar_bytes"] + 1)
    except FileNotFoundError:
        return Metadata()
    except OSError as error:
        raise UnreadableInput(f"{beside} cannot be read ({error.strerror}); mend or remove it") from error
    return _checked(_parsed(data, beside), beside)


def _parsed(data: bytes, beside: Path) -> dict[str, object]:
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(f"{beside} is not valid JSON in UTF-8 ({error}); mend or remove it") from error
    if not isinstance(content, dict):
        raise UnreadableInput(f'{beside} must hold a JSON object such as {{"title": "…"}}; mend or remove it')
    return content


def _checked(content: dict[str, object], beside: Path) -> Metadata:
    given = {f.name: content.get(f.name) or "" for f in fields(Metadata)}
    for name, value in given.items():
        if not isinstance(value, str):
            raise UnreadableInput(f"{name!r} in {beside} must be text in quotes; mend or remove it")
    words = {name: " ".join(str(value).split()) for name, value in given.items()}
    if words["published"] and not iso_date(words["published"]):
        raise UnreadableInput(f"the date {words['published']!r} in {beside} is not one certain day; write 2025-04-14")
    return Metadata(**{**words, "published": iso_date(words["published"])})
