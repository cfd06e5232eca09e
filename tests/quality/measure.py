"""Predicted records against gold ones, by the codebook: which are the same, and how well their fields agree.

A prediction is a gold record if the kinds agree, a quote of one covers half of a quote of the other, and what tells
records of the kind apart agrees (``scoring.yaml``); each at most once, the likest pairs first. Optional gold records
are neither missed nor, when found, false alarms; ``alt`` of a gold record lists values that are right as well.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from comity.vocab import load
from quality.likeness import EMPTY, of_texts, of_values, scoring

Json = Mapping[str, Any]


def value(record: Json, name: str) -> Any:
    content = record["fields"].get(name)
    return content["value"] if content else None


def right_values(gold: Json, name: str) -> list[Any]:
    return [value(gold, name), *gold.get("alt", {}).get(name, [])]


def alike(kind: str, name: str, gold: Json, found: Json) -> float:
    type_ = load("kinds")["kinds"][kind][name]["type"]
    return max(of_values(type_, right, value(found, name)) for right in right_values(gold, name))


def overlap(gold: Json, found: Json) -> float:
    return max(_shared(a, b) for a in gold["quotes"] for b in found["quotes"])


def _shared(a: Json, b: Json) -> float:
    common = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return max(0, common) / min(a["end"] - a["start"], b["end"] - b["start"])


def key_fit(gold: Json, found: Json) -> float | None:
    """How well what tells records of the kind apart agrees; None where they cannot be the same record."""
    kind = found["kind"]
    if kind != gold["kind"]:
        return 0.5 if kind in gold.get("alt", {}).get("kind", []) else None
    rule = scoring()["kinds"][kind]
    given = value(found, rule["key"])
    if kind == "agreement" and value(gold, "instrument_type") == value(found, "instrument_type") == "bundle":
        return 1.0 if value(gold, "count") == value(found, "count") else 0.5
    if "least" not in rule:
        fit, least = alike(kind, rule["key"], gold, found), 1.0
    else:
        fit, least = max(of_texts(r or "", given or "") for r in right_values(gold, rule["key"])), rule["least"]
    return fit if fit >= least else None


def scored_fields(gold: Json, found: Json) -> Iterator[tuple[str, float]]:
    """Name and score of each field that either side fills."""
    if gold["kind"] != found["kind"]:
        return
    for name in scoring()["kinds"][gold["kind"]]["fields"]:
        if value(gold, name) not in EMPTY or value(found, name) not in EMPTY:
            yield name, alike(gold["kind"], name, gold, found)


def pairs(gold: list[Json], found: list[Json]) -> list[tuple[int, int]]:
    """Positions of the records that are the same."""
    candidates = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            fit = key_fit(g, f) if overlap(g, f) >= scoring()["overlap"] else None
            if fit is not None:
                scores = [score for _, score in scored_fields(g, f)]
                candidates.append((fit + 0.1 * sum(scores) / max(1, len(scores)), -i, -j))
    taken: list[tuple[int, int]] = []
    for _, i, j in sorted(candidates, reverse=True):
        if all(-i != a and -j != b for a, b in taken):
            taken.append((-i, -j))
    return taken


class Tally:
    """Counts over documents; ``report`` turns them into rates."""

    def __init__(self) -> None:
        self.hits, self.gold, self.alarms = Counter[str](), Counter[str](), Counter[str]()
        self.fields: dict[str, list[float]] = defaultdict(list)
        self.aside_gold = self.aside_hit = self.documents = 0

    def add(self, gold: Json, found: Json) -> None:
        self.documents += 1
        wanted = {i for s in gold["set_aside"] for i in range(s["start"], s["end"])}
        given = {i for s in found["set_aside"] for i in range(s["start"], s["end"])}
        self.aside_gold += len(wanted)
        self.aside_hit += len(wanted & given)
        matched = pairs(gold["records"], found["records"])
        for i, j in matched:
            self._pair(gold["records"][i], found["records"][j])
        self.gold.update(r["kind"] for r in gold["records"] if not r.get("optional"))
        known = {j for _, j in matched}
        self.alarms.update(r["kind"] for j, r in enumerate(found["records"]) if j not in known)

    def _pair(self, gold: Json, found: Json) -> None:
        if gold.get("optional"):
            return
        self.hits[gold["kind"]] += 1
        for name, score in scored_fields(gold, found):
            self.fields[f"{gold['kind']}.{name}"].append(score)
        self.fields["all.certainty"].append(float(found["certainty"] in right(gold, "certainty")))
        if gold["speaker"] or found["speaker"]:
            best = max(of_values("names", [s] if s else [], _listed(found["speaker"])) for s in right(gold, "speaker"))
            self.fields["all.speaker"].append(best)

    def report(self) -> dict[str, Any]:
        rates = {kind: self._rates([kind]) for kind in load("kinds")["kinds"]} | {
            "all": self._rates(load("kinds")["kinds"])
        }
        scores = [score for name in sorted(self.fields) for score in self.fields[name]]
        return {
            "documents": self.documents,
            "set_aside_recall": _ratio(self.aside_hit, self.aside_gold),
            "kinds": rates,
            "fields": {n: {"n": len(v), "score": _ratio(sum(v), len(v))} for n, v in sorted(self.fields.items())},
            "field_mean": _ratio(sum(scores), len(scores)),
        }

    def _rates(self, kinds: Collection[str]) -> dict[str, float]:
        hits, gold, alarms = (sum(c[k] for k in kinds) for c in (self.hits, self.gold, self.alarms))
        return {
            "gold": gold,
            "found": hits + alarms,
            "precision": _ratio(hits, hits + alarms),
            "recall": _ratio(hits, gold),
            "f1": _ratio(2 * hits, hits + alarms + gold),
        }


def right(gold: Json, name: str) -> list[Any]:
    return [gold[name], *gold.get("alt", {}).get(name, [])]


def _listed(name: str) -> list[str]:
    return [name] if name else []


def _ratio(part: float, whole: float) -> float:
    return round(part / whole, 3) if whole else 0.0


def measure(gold: Mapping[str, Json], found: Mapping[str, Json]) -> dict[str, Any]:
    """Compare documents by name; one without a prediction counts as read without any record."""
    tally = Tally()
    for name in sorted(gold):
        tally.add(gold[name], found.get(name, {"records": [], "set_aside": []}))
    return tally.report()
