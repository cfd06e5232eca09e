"""Front matter: YAML between ``---`` lines, or ``Key: value`` lines before the first blank one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from comity.ingest.metadata import Metadata, known_keys, plain_key
from comity.vocab import load

_FENCED = re.compile(r"\s*(---[ \t]*(?:\r\n?|\n)(.*?)(?:\r\n?|\n)(?:---|\.\.\.))[ \t]*(?=[\r\n]|\Z)", re.DOTALL)
_HEADER = re.compile(r"[ \t]*([A-Za-z][\w -]{0,24}?)[ \t]*:[ \t]+(\S[^\r\n]*)")
_LINE = re.compile(r"[^\r\n]+")
_BLANK = re.compile(r"[ \t]*(?:\r\n?|\n|\Z)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says, and ``[start, end)`` of it in the stored text; both empty where there is none."""

    metadata: Metadata = field(default_factory=Metadata)
    start: int = 0
    end: int = 0


def front_matter(text: str) -> FrontMatter:
    """Find the front matter of ``text``; broken YAML is read line by line."""
    at = len(text) - len(text.lstrip("\ufeff"))
    head = text[: load("ingest")["limits"]["front_matter_characters"]]
    return _fenced(head, at) or _headers(head, at) or FrontMatter()


def _fenced(head: str, at: int) -> FrontMatter | None:
    match = _FENCED.match(head, at)
    if not match:
        return None
    pairs = _yaml_pairs(match[2]) or _line_pairs(match[2])
    if not any(plain_key(key) in known_keys() for key in pairs):
        return None
    return FrontMatter(Metadata.read(pairs), match.start(1), match.end(1))


def _yaml_pairs(block: str) -> dict[str, str]:
    """Top-level texts of a YAML block; empty where it is no mapping. The base loader makes nothing but texts."""
    import yaml

    try:
        content = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return {}
    if not isinstance(content, dict):
        return {}
    return {key: value for key, value in content.items() if isinstance(key, str) and isinstance(value, str)}


def _line_pairs(block: str) -> dict[str, str]:
    headers = (_HEADER.fullmatch(line[0]) for line in _LINE.finditer(block))
    return {match[1]: match[2].strip("\"' \t") for match in headers if match}


def _headers(head: str, at: int) -> FrontMatter | None:
    """Two or more header lines with known keys, closed by a blank line."""
    pairs: dict[str, str] = {}
    start = end = at
    while (match := _HEADER.match(head, at)) and plain_key(match[1]) in known_keys():
        pairs[match[1]] = match[2].strip()
        end = match.end()
        at = _BLANK.match(head, end).end()  # type: ignore[union-attr]
    if len(pairs) < 2 or not _BLANK.match(head, at):
        return None
    return FrontMatter(Metadata.read(pairs), start, end)
