"""What a promise asks for and what a deed brings: the act, its object, who takes part and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, lru_cache
from typing import Any

from comity.language.folding import fold
from comity.language.gazetteer import gazetteer
from comity.model import Claim, Head, Milestone
from comity.reconcile.names import key_of_name, state_of_name
from comity.reconcile.windows import Window, window_of
from comity.reconcile.words import WORD, telling, words
from comity.vocab import load

WORDS_OF = {
    "agreement": ("title", "subjects"),
    "mechanism": ("name",),
    "project": ("name", "places"),
    "indicator": ("measure",),
}
SIDES = {
    "event": ("actors", "recipients"),
    "agreement": ("parties",),
    "mechanism": ("parties",),
    "project": ("participants",),
    "commitment": ("by", "to"),
    "indicator": ("area", "counterpart"),
    "position": ("by",),
}
STAGE = {"event": "phase", "agreement": "status", "mechanism": "status", "project": "status"}
MARKS = {"project": {"under_construction": "start", "operating": "completion"}}


@dataclass(frozen=True, slots=True)
class Act:
    """A kind of act: ``leads`` are the word groups it begins with, ``goal`` what promise and deed must share."""

    name: str
    leads: tuple[tuple[frozenset[str], ...], ...]
    goal: str
    deeds: tuple[dict[str, Any], ...]

    def rung(self, deed: Claim) -> str:
        """The rung that a deed reaches for a promise of this act, empty where it tells nothing of it."""
        fields = {"stages": STAGE.get(deed.kind, ""), "sorts": "form", "categories": "category"}
        told = {name: str(deed.record.get(field) or "") for name, field in fields.items()}
        for spec in self.deeds:
            if spec["kind"] == deed.kind and all(not spec.get(name) or told[name] in spec[name] for name in told):
                return str(spec["rung"])
        return ""


@cache
def limits() -> dict[str, Any]:
    """The section ``fulfilment`` of vocab/progress.yaml."""
    return dict(load("progress")["fulfilment"])


@cache
def acts() -> tuple[Act, ...]:
    """All acts by which promises are kept."""
    return tuple(
        Act(name, tuple(_groups(lead) for lead in spec["lead"]), spec["object"], tuple(spec["deeds"]))
        for name, spec in limits()["acts"].items()
    )


def _groups(lead: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(stem for word in group.split("|") for stem in _stems(word)) for group in lead.split())


def _stems(word: str) -> frozenset[str]:
    return words(word) or frozenset([word])


@dataclass(frozen=True, slots=True)
class Asked:
    """What a promise asks for: the act, the content words of its object, whether it asks for more than one act."""

    act: Act
    object: frozenset[str]
    several: bool


@lru_cache(maxsize=65536)
def asked(action: str) -> Asked | None:
    """What the action of a commitment asks for; None where no listed act begins it, so that nothing can keep it."""
    soft = frozenset(limits()["soft"])
    tokens = WORD.findall(fold(action))
    kept = [token for token in tokens if token not in soft and not token.endswith("ly")]
    found = [(len(lead), act) for act in acts() for lead in act.leads if _begins(kept, lead)]
    if not found:
        return None
    length, act = max(found, key=lambda pair: pair[0])
    return Asked(act, content(" ".join(kept[length:])), _several(kept[length:], tokens))


def _begins(tokens: list[str], lead: tuple[frozenset[str], ...]) -> bool:
    return len(tokens) >= len(lead) and all(_stems(t) & group for t, group in zip(tokens, lead, strict=False))


def _several(rest: list[str], tokens: list[str]) -> bool:
    """Whether another act is joined to the first ("sign and implement")."""
    heads = {stem for act in acts() for lead in act.leads for stem in lead[0]} | _stems("implement")
    after = [tokens[i + 1] for i, token in enumerate(tokens[:-1]) if token == "and"]
    return bool(rest) and any(_stems(token) & heads for token in after)


def content(text: str) -> frozenset[str]:
    """The telling words of a phrase without states, times and what says nothing of the object."""
    ignored = frozenset(stem for word in limits()["ignored"] for stem in _stems(word))
    plain = [word for word in WORD.findall(fold(text)) if not _state(word) and not _year(word)]
    return telling(words(" ".join(plain))) - ignored


@lru_cache(maxsize=65536)
def _state(word: str) -> bool:
    return any(form.kind in {"state", "demonym"} for form in gazetteer().lookup(word.capitalize()))


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"}


def told_words(deed: Claim) -> frozenset[str]:
    """The content words by which a deed is known: its name and subjects, for events the sentences that tell it."""
    get = deed.record.get
    if deed.kind == "event":
        return content(" ".join(quote.exact for quote in deed.record.quotes))
    return content(" ".join(_plain(get(name)) for name in WORDS_OF.get(deed.kind, ())))


def _plain(value: Any) -> str:
    return " ".join(value) if isinstance(value, tuple) else str(value or "")


def names(claim: Claim, fields: Iterable[str]) -> Iterator[str]:
    """The names in some fields of a claim."""
    for field in fields:
        value = claim.record.get(field)
        yield from (value if isinstance(value, tuple) else (str(value),) if value else ())


def parties(claim: Claim, fields: Iterable[str]) -> frozenset[str]:
    """Keys of those whom some fields name; a state has its ISO code."""
    return frozenset(key_of_name(name) for name in names(claim, fields))


def states_of(claim: Claim, fields: Iterable[str] = ()) -> frozenset[str]:
    """ISO codes of the states in some fields (else all who take part) as far as the gazetteer knows them by name."""
    found = (state_of_name(name) for name in names(claim, fields or SIDES.get(claim.kind, ())))
    return frozenset(code for code in found if code)


def named_states(text: str) -> frozenset[str]:
    """ISO codes of the states whose names, adjectives or capitals stand in a phrase."""
    tokens = WORD.findall(text)
    found = (gazetteer().match(tokens, i) for i in range(len(tokens)))
    return frozenset(e.iso3 for e in found if e and e.kind in {"state", "demonym", "capital"} and e.iso3)


@dataclass(frozen=True, slots=True)
class When:
    """The days on which a deed may have been done; ``own`` where the text dates it, else the day it was told."""

    window: Window
    own: bool


def when(deed: Claim, head: Head) -> When | None:
    """When a deed was done, None where neither its text nor its document is dated."""
    stage = str(deed.record.get(STAGE.get(deed.kind, "")) or "")
    field = MARKS.get(deed.kind, {}).get(stage, {"indicator": "period"}.get(deed.kind, "date"))
    value = deed.record.get(field)
    if isinstance(value, Milestone):
        value = value.value if value.basis == "actual" else ""
    stated = window_of(str(value)) if value else None
    if stated is not None:
        return When(stated, own=True)
    told = window_of(head.published) if head.published else None
    return When(told, own=False) if told else None


def horizon(promise: Claim, told: Window) -> Window:
    """The days in which a deed is looked for: from the promise to its due date and some years more."""
    due = window_of(str(promise.record.get("due") or ""))
    end = max(told.last, due.last) if due else told.last
    return Window(told.first, end + timedelta(days=round(365.25 * limits()["horizon_years"])), firm=True)
