"""Who a publisher is: vocab/sources.tsv, found by name, alias or domain. What it does not have stays unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from comity.language.folding import fold
from comity.language.gazetteer import gazetteer
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


@lru_cache(maxsize=65536)
def publisher(name: str) -> Publisher | None:
    """The publisher of that name, with or without what stands in brackets behind it; None where it is not listed.

    Governments, ministries and embassies need not be listed, if their names say whose they are.
    """
    known = publishers()
    bracketed = BRACKETED.match(name)
    for form in (name, *(bracketed.groups() if bracketed else ())):
        if found := known.get(_key(form)):
            return found
    return _official(name)


def _official(name: str) -> Publisher | None:
    if not _compiled("official_names").search(name):
        return None
    state = state_in(regex.split(r" (?:in|to) ", name)[0])
    return Publisher(name, "official", state) if state else None


def state_in(phrase: str) -> str:
    """ISO 3166 alpha-3 code of the state that a phrase names, last words first ("said the Chinese Foreign Ministry");
    empty where it names none.
    """
    words = phrase.removesuffix("’s").removesuffix("'s").split()
    own = gazetteer()
    parts = (" ".join(words[i:j]) for j in range(len(words), 0, -1) for i in range(j))
    return next((found.iso3 for part in parts if part[:1].isupper() and (found := own.state_of(part))), "")


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(load("witnesses")[pattern])


def by_url(url: str) -> Publisher | None:
    """The publisher on whose domain, or a domain under it, an address lies; None where it is not listed.

    Domains reserved for governments need not be listed.
    """
    found = HOST.match(url.strip().lower())
    labels = found[1].split(".") if found else []
    known = _hosts()
    listed = next((known[host] for i in range(len(labels)) if (host := ".".join(labels[i:])) in known), None)
    return listed or _of_government(".".join(labels))


def _of_government(host: str) -> Publisher | None:
    found = _compiled("official_hosts").search(host)
    if found is None:
        return None
    state = "USA" if found["american"] else _domains().get(found["country"], "")
    return Publisher(host, "official", state) if state else None


@cache
def _domains() -> Mapping[str, str]:
    """States by country-code domain."""
    return {row[1].lower(): row[0] for row in rows("states") if row[1]} | dict(load("witnesses")["domains"])


def unnamed(name: str) -> bool:
    """Whether a credit says no more than that agencies were used."""
    return _key(name) in {_key(word) for word in load("witnesses")["unnamed"]}


def _key(name: str) -> str:
    return " ".join(regex.findall(r"[\p{L}\p{N}]+", fold(name).replace("'", ""))).removeprefix("the ")
