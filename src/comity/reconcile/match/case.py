"""The case for two records being one thing: what speaks for it, in sentences, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from comity.model import Join
from comity.reconcile.features import Features
from comity.reconcile.words import covers, likeness, telling
from comity.vocab import load

Verdict = Literal["same", "maybe", "part"]


@dataclass(slots=True)
class Case:
    """Two records of one kind under comparison; ``add`` collects reasons with their weight."""

    a: Features
    b: Features
    reasons: list[tuple[float, str]] = field(default_factory=list)

    def add(self, weight: float, reason: str) -> None:
        """Note what speaks for the two being one."""
        self.reasons.append((weight, reason))

    def alike(self, weight: float) -> None:
        """Note that both are of one sort, where that says anything in words."""
        word = self.a.sort.replace("_", " ")
        article = "an" if word[:1] in "aeiou" else "a"
        self.add(weight, "" if word == "other" else f"both {article} {word}")

    @property
    def score(self) -> float:
        """Sum of the weights, at most 1."""
        return min(1.0, sum(weight for weight, _ in self.reasons))

    def closed(self, verdict: Verdict) -> Join:
        """The join with its reasons, the weightiest first. A part comes before its whole, else order is by id.

        Its score is below 1 and grows with all that speaks for it, likeness of the wording included, so that of several
        that would do the best fitting is joined first.
        """
        first, second = (self.a, self.b) if verdict == "part" or self.a.claim < self.b.claim else (self.b, self.a)
        ranked = sorted((reason for reason in self.reasons if reason[1]), key=lambda r: (-r[0], r[1]))
        fit = sum(weight for weight, _ in self.reasons) + (self.words_alike() + self.said_alike()) / 4
        return Join(first.claim, second.claim, verdict, round(fit / (fit + 0.25), 4), tuple(text for _, text in ranked))

    # what kinds have in common

    def words_alike(self) -> float:
        """How alike what the two are about is worded, 0 to 1; what both are named by must tell something."""
        return likeness(self.a.words, self.b.words)

    def words_covered(self) -> float:
        """How much of the shorter wording the longer one has, where the shorter has two telling words at least."""
        shorter = min((telling(self.a.words), telling(self.b.words)), key=len)
        return covers(self.a.words, self.b.words) if len(shorter) >= 2 else 0.0

    def said_alike(self) -> float:
        """How alike the two sentences are."""
        return likeness(self.a.said, self.b.said)

    def shared(self) -> str:
        """The telling words both have, for a reason."""
        return ", ".join(sorted(telling(self.a.words) & telling(self.b.words))[:5])


def near(a: Features, b: Features) -> bool:
    """Whether the two were told within days of each other."""
    return bool(a.tells and b.tells and a.tells.meets(b.tells, slack=load("matching")["days"]["told"]))
