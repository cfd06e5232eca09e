"""What of a claim counts when it is held against the claims of other documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from comity.language.folding import fold, fold_name
from comity.language.gazetteer import gazetteer
from comity.model import Claim, Head
from comity.reconcile.names import Circle, Party, circle, key_of_name
from comity.reconcile.windows import Window, happens, told
from comity.reconcile.words import telling, words
from comity.vocab import load

NAMED = {
    "agreement": ("title",),
    "mechanism": ("name",),
    "project": ("name",),
    "commitment": ("action",),
    "indicator": ("measure",),
    "position": ("stance", "on"),
    "role": ("post",),
}
"""The fields whose words tell what a record is about."""

TYPED = {
    "event": "form",
    "agreement": "instrument_type",
    "mechanism": "mechanism_type",
    "project": "project_type",
    "commitment": "modality",
    "indicator": "unit",
}
SIDES = {
    "event": ("actors", "recipients"),
    "agreement": ("parties", ""),
    "mechanism": ("parties", ""),
    "project": ("participants", ""),
    "commitment": ("by", "to"),
    "indicator": ("area", "counterpart"),
    "role": ("person", ""),
    "position": ("by", ""),
}
"""The fields that name who acts, and towards whom."""

BRACKETED = re.compile(r"^([^\W\d_]).*\(([A-Z]{2,8})\)$")


@dataclass(frozen=True, slots=True)
class Features:
    """One claim, prepared for comparing.

    ``exact`` is a key that alone decides (offices, standing instruments), else empty; ``sort`` the record's own type
    (form, instrument, unit …), ``window`` when it happens, ``tells`` when its document was published, ``number`` its
    count or value, ``towns`` are its places that the gazetteer knows, ``ends`` those that the name of a line joins,
    ``lead`` the first of its words, ``said`` those of its first sentence. ``proper`` are the words that are names (of
    an agreement its own), ``named`` those of the sentence, ``about`` the states that its words name, ``setting`` those
    that the document is mostly about; ``alone`` says that it is the one text concluded between its states that the
    document tells of.
    """

    claim: str
    document: str
    kind: str
    sort: str
    by: frozenset[Party]
    to: frozenset[Party]
    words: frozenset[str]
    lead: frozenset[str]
    said: frozenset[str]
    proper: frozenset[str]
    named: frozenset[str]
    about: frozenset[str]
    setting: frozenset[str]
    alone: bool
    places: frozenset[str]
    towns: frozenset[str]
    ends: frozenset[str]
    window: Window | None
    tells: Window | None
    number: Decimal | None
    phase: str
    exact: str

    @property
    def parties(self) -> frozenset[Party]:
        """All who take part."""
        return self.by | self.to

    @property
    def states(self) -> frozenset[str]:
        """ISO 3166 alpha-3 codes of the states that take part."""
        return frozenset(party.state for party in self.parties if party.state)

    @property
    def concerns(self) -> frozenset[str]:
        """The states of the relation it belongs to: those that take part, and where one promises or holds something by
        itself, those that it does so about, else those that its document tells of.
        """
        alone = self.kind in load("judging")["one_sided"] and len(self.states) == 1 and self.states <= self.setting
        return self.states | (self.about or self.setting) if alone else self.states


def features_of(head: Head, claims: Sequence[Claim]) -> dict[str, Features]:
    """The features of all claims of one document, by claim id."""
    known = tuple(claims)
    people = circle(known)
    tells = told(head, known)
    made = [_features(claim, people, tells) for claim in known]
    setting = _setting(made)
    rivals = Counter(f.states for f in made if _concluded(f))
    return {f.claim: replace(f, setting=setting, alone=_concluded(f) and rivals[f.states] == 1) for f in made}


def _concluded(f: Features) -> bool:
    """Whether it is a single text that was concluded, not a bundle or a standing instrument."""
    return f.kind == "agreement" and f.sort != "bundle" and not f.exact and f.phase in {"signed", "agreed"}


def _setting(features: Iterable[Features]) -> frozenset[str]:
    """The two states that the claims of a document name most."""
    seen = Counter(state for f in features for state in f.states | f.about)
    ranked = sorted(seen, key=lambda state: (-seen[state], state))
    return frozenset(ranked[:2])


def _features(claim: Claim, people: Circle, tells: Window | None) -> Features:
    get = claim.record.get
    by, to = (people.parties(_names(get(name))) if name else frozenset[Party]() for name in SIDES[claim.kind])
    named, about = apart_from_states(" ; ".join(str(get(name) or "") for name in NAMED.get(claim.kind, ())))
    said, told_of = apart_from_states(claim.quote.exact)
    if claim.kind == "commitment" and without_object(named):
        named, about = f"{named} ; {said}", about | told_of
    sort = str(get(TYPED[claim.kind]) or "") if claim.kind in TYPED else ""
    number = get("value") if claim.kind == "indicator" else get("count")
    return Features(
        claim=claim.id,
        document=claim.document,
        kind=claim.kind,
        sort=sort,
        by=by,
        to=to,
        words=words(named) - (_sides() if claim.kind == "indicator" else frozenset()),
        lead=_lead(named),
        said=words(said),
        proper=own_name(named) if claim.kind == "agreement" else proper(named),
        named=proper(said),
        about=about,
        setting=frozenset(),
        alone=False,
        places=_places(claim),
        towns=_towns(claim),
        ends=ends(str(get("name") or "")) if claim.kind == "project" else frozenset(),
        window=happens(claim, tells),
        tells=tells,
        number=number if isinstance(number, Decimal) else None if number is None else Decimal(str(number)),
        phase=str(get("phase") or get("status") or ""),
        exact=_exact(claim, by),
    )


@cache
def _sides() -> frozenset[str]:
    """Words for the two whom a figure is between ("trade between the neighbours"), which say nothing of what it is."""
    return words(" ".join(load("matching")["sides"]))


def _lead(phrase: str) -> frozenset[str]:
    """The first word of a phrase, or what its first two make: "set up"."""
    both = words(" ".join(phrase.split()[:2]))
    return both if len(both) < 2 else words(phrase.split()[0])


def without_object(action: str) -> bool:
    """Whether an act names nothing that is acted on, so that its subject must tell ("be completed by 2030")."""
    times = words(" ".join([*load("calendar")["months"], *load("matching")["times"]]))
    bare = {word for word in words(action) if not word.isdigit()} - times
    return fold(action).startswith("be ") or len(bare) < 2


def _names(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (str(value),)


def _places(claim: Claim) -> frozenset[str]:
    """Keys of the places a record names, those inside a project's name included."""
    found = {key_of_name(name) for field in ("place", "places") for name in _names(claim.record.get(field))}
    if claim.kind == "project":
        found |= _within(str(claim.record.get("name") or ""))
    return frozenset(found)


def _towns(claim: Claim) -> frozenset[str]:
    """Keys of the places that the gazetteer knows: a palace or a state house excludes no town."""
    named = [name for field in ("place", "places") for name in _names(claim.record.get(field))]
    return frozenset(key_of_name(name) for name in named if gazetteer().lookup(name))


@lru_cache(maxsize=16384)
def ends(name: str) -> frozenset[str]:
    """Keys of the places that the name of a line joins with dashes ("Lao Cai–Hanoi–Hai Phong railway"), or nothing."""
    plain = _sort_of_line().sub(" ", name)
    stretch = re.search(r"\b[^\W\d_a-z][^,;()]*[–—-][^,;()]*", plain)
    parts = [_capitalised(part) for part in re.split(r"[–—-]", stretch[0])] if stretch else []
    return frozenset(key_of_name(part) for part in parts if part) if all(parts) else frozenset()


@cache
def _sort_of_line() -> re.Pattern[str]:
    """What is said of the sort of a line, hyphens included: "High-Speed Rail"."""
    lists = load("matching")
    joined, nouns = "|".join(lists["hyphened"]), "|".join(lists["project_nouns"])
    return re.compile(rf"\b(?i:{joined})-\w+|\b(?i:{nouns})s?\b(?!\s[^\W\d_a-z])")


def _capitalised(part: str) -> str:
    """The capitalised words at the head of a stretch of a name."""
    found = re.match(r"(?:[^\W\d_a-z][\w'’.]*\s?)+", part.strip())
    return found[0].strip() if found else ""


def _within(name: str) -> set[str]:
    """Places that stand inside a name ("Lao Cai-Hanoi-Hai Phong railway")."""
    tokens = re.findall(r"[\w'’.]+|[-–—,()]", name)
    found: set[str] = set()
    i = 0
    while i < len(tokens):
        entry = gazetteer().match(tokens, i) if tokens[i][0].isupper() else None
        if entry is not None and entry.kind in {"place", "capital"}:
            found.add(key_of_name(entry.name))
        i += entry.length if entry is not None else 1
    return found


@lru_cache(maxsize=16384)
def proper(phrase: str) -> frozenset[str]:
    """The stems of capitalised words after the first word of a phrase: names of places, firms, initiatives."""
    inside = phrase.partition(" ")[2]
    return words(" ".join(re.findall(r"\b[^\W\d_a-z][^\W_]+", inside)))


@lru_cache(maxsize=16384)
def own_name(title: str) -> frozenset[str]:
    """The stems of what a text alone is called by ("the Bahari Agreement"): capitals before its noun that name no
    place and no field ("Free Trade Agreement").
    """
    lists = load("matching")
    called = re.split(rf"\b(?:{'|'.join(lists['title_ends'])})\b", title)[0]
    capitals = [word for word in re.findall(r"[^\W\d_][\w'’]*", called) if word[:1].isupper()]
    alone = len(capitals) == 1 and title.startswith(capitals[0])
    names = [word for word in capitals if not alone and not gazetteer().lookup(word)]
    return telling(words(" ".join(names))) - words(" ".join(lists["title_fields"]))


@lru_cache(maxsize=16384)
def apart_from_states(text: str) -> tuple[str, frozenset[str]]:
    """A phrase without the names of states in it, and those states (ISO 3166 alpha-3)."""
    tokens = re.findall(r"[^\W_]+(?:[.'’][^\W_]+)*|[^\w\s]", re.sub(r"['’]s\b", "", text))
    kept, states, i = [], set(), 0
    while i < len(tokens):
        entry = gazetteer().match(tokens, i) if tokens[i][0].isupper() else None
        if entry is not None and entry.kind in {"state", "demonym"} and not entry.weak:
            states.add(entry.iso3)
            i += entry.length
        else:
            kept.append(tokens[i])
            i += 1
    return " ".join(kept).replace(" - ", "-"), frozenset(states)


def _exact(claim: Claim, by: frozenset[Party]) -> str:
    if claim.kind == "role" and by:
        (person,) = by
        return f"role:{person.key}:{office(str(claim.record.get('post') or ''))}"
    if claim.kind != "agreement" or claim.record.get("instrument_type") == "bundle":
        return ""
    standing = instrument(str(claim.record.get("title") or ""))
    if standing and claim.record.get("status") in load("matching")["left"]:
        return f"agreement:{standing}:{'-'.join(sorted(party.state or party.key for party in by))}"
    return f"agreement:{standing}" if standing else ""


@cache
def _posts() -> tuple[tuple[str, Any], ...]:
    return tuple((name, re.compile(rf"\b(?:{pattern})s?\b")) for name, pattern in load("matching")["posts"])


def office(post: str) -> str:
    """The office behind a post as written ("State President", "outgoing President": president; deputies apart)."""
    folded = fold_name(post).replace(" - ", " ")
    deputy = _deputies().search(folded)
    for name, pattern in _posts():
        if pattern.search(folded):
            return f"deputy {name}" if deputy else name
    left_out = set(load("matching")["post_modifiers"])
    return " ".join(sorted(words(" ".join(word for word in folded.split() if word not in left_out)))) or folded


@cache
def _deputies() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{load('matching')['deputies']})\b")


def instrument(title: str) -> str:
    """The standing instrument that a title names and nothing more, empty otherwise."""
    bare = title.strip(" \"“”'‘’")
    own = gazetteer()
    bracketed = BRACKETED.match(bare)
    names = [bare, bracketed[2]] if bracketed and fold(bracketed[1]) == bracketed[2][0].lower() else [bare]
    names += [bare.split("(")[0].strip()] if "(" in bare else []
    for name in names:
        for form in own.lookup(name):
            if form.kind == "instrument":
                return form.name
    return _named_within(bare)


def _named_within(title: str) -> str:
    """An instrument within quotation marks or before a mere noun ("“Two Corridors, One Belt” framework")."""
    tokens = re.findall(r"[\w'’.]+|[^\s\w]", title)
    for i in range(min(2, len(tokens))):
        entry = gazetteer().match(tokens, i) if tokens[i][0].isalnum() else None
        if entry is not None and entry.kind == "instrument" and not entry.weak:
            rest = " ".join([*tokens[:i], *tokens[i + entry.length :]])
            nouns = frozenset(load("matching")["generic"])
            if all(word in nouns for word in re.findall(r"[^\W\d_]+", fold(rest))):
                return entry.name
    return ""
