"""Lemmas that the lemmatiser's rules miss: "co-chaired", "lambasted", "relaunches"; the verbs are data
(``vocab/pipeline.yaml``)."""

from __future__ import annotations

from functools import cache

from comity.vocab import load

SHORT = 4
"""Letters of "lies" and "dies", which keep their "ie"."""


@cache
def past_forms() -> dict[str, str]:
    """Past forms of the listed verbs with their infinitives."""
    return {form: verb for verb in load("pipeline")["regular_verbs"] for form in _forms(verb)}


def _forms(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return (verb + "d",)
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb[:-1] + "ied",)
    return (verb + "ed", verb + verb[-1] + "ed")


def lemma_of(lower: str, lemma: str, tag: str) -> str:
    """The lemma of a word: a listed verb for its past; third persons and plurals without their ending."""
    if tag.startswith("VB") and lower in load("pipeline")["irregular_lemmas"]:
        return str(load("pipeline")["irregular_lemmas"][lower])
    if lower.endswith("ed") and tag[:2] in {"VB", "JJ", "NN"}:
        return past_forms().get(lower, lemma)
    if tag == "VBZ" and lower.endswith("ies") and len(lower) > SHORT and lemma in {lower, lower[:-1]}:
        return lower[:-3] + "y"
    if tag == "VBZ" and lower.endswith(("shes", "ches", "xes", "sses")):
        return lower[:-2]
    if tag == "VBZ" and lemma == lower:
        return lower[:-1]
    if tag in {"NNS", "NNPS", "NNP"} and lemma == lower and lower in load("pipeline")["plurals"]:
        return lower[:-1]
    return lemma
