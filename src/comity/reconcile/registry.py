"""Who a publisher is: vocab/sources.tsv, found by name, alias or domain. What it does not have stays unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import regex

from comity.language.folding import fold
from comity.vocab import load, rows

BRACKETED = regex.compile(r"^(.*?)\s*\(([^()]*)\)\s*$")
HOST = regex.compile(r"^(?:[a-z][a-z0-9+.-]*://)?(?:[^/@]*@)?(?:www\.)?([^/:?#]+)")


@dataclass(frozen=True, slots=True)
class Publisher:
    """A row of the registry. ``source_class`` is one of the codebook's; ``state`` ISO 3166 alpha-3 or empty;
    ``agency`` tells that others reprint it.
    """

    name: str
    source_class: str = "unknown"
    state: str = ""
    agency: bool = False

    @property
    def speaks_for(self) -> str:
        """The state whose word it carries: that of an official source or of a state medium, else empty."""
        return self.state if self.source_class in {"official", "state_media"} else ""


@cache
def publishers() -> Mapping[str, Publisher]:
    """All publishers by each of their folded names."""
    found: dict[str, Publisher] = {}
    for name, source_class, state, agency, aliases, _ in rows("sources"):
        row = Publisher(name, source_class, state, agency == "yes")
        for alias in (name, *filter(None, aliases.split("|"))):
            found.setdefault(_key(alias), row)
    return found


@cache
def _hosts() -> Mapping[str, Publisher]:
    known = publishers()
    return {host: known[_key(row[0])] for row in rows("sources") for host in row[5].split("|") if host}


@cache
def agency_names() -> tuple[str, ...]:
    """Every name of every agency as written, the longest first."""
    names = {
        alias
        for name, _, _, agency, aliases, _ in rows("sources")
        if agency == "yes"
        for alias in (name, *filter(None, aliases.split("|")))
    }
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def publisher(name: str) -> Publisher | None:
    """The publisher of that name, with or without what stands in brackets behind it; None where it is not listed."""
    known = publishers()
    bracketed = BRACKETED.match(name)
    for form in (name, *(bracketed.groups() if bracketed else ())):
        if found := known.get(_key(form)):
            return found
    return known.get(_key(name.removeprefix("The ")))


def by_url(url: str) -> Publisher | None:
    """The publisher on whose domain, or a domain under it, an address lies; None where it is not listed."""
    found = HOST.match(url.strip().lower())
    labels = found[1].split(".") if found else []
    known = _hosts()
    return next((known[host] for i in range(len(labels)) if (host := ".".join(labels[i:])) in known), None)


def unnamed(name: str) -> bool:
    """Whether a credit says no more than that agencies were used."""
    return _key(name) in {_key(word) for word in load("witnesses")["unnamed"]}


def _key(name: str) -> str:
    return " ".join(regex.findall(r"[\p{L}\p{N}]+", fold(name).replace("'", "")))
