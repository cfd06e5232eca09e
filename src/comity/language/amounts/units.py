"""What a number counts: percent, a currency before or behind it, a measure, or the noun it stands before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from comity.language.amounts.tokens import Phrases, Token, data, words
from comity.vocab import load


@cache
def _after() -> Phrases:
    """Currency names, signs and codes, shares and measures that stand behind a number."""
    table: dict[str, list[str]] = {"percent": [*data()["percent"]], "percentage_point": [*data()["percentage_point"]]}
    table |= {name: [*forms] for name, forms in (data()["other_shares"] | data()["units"]).items()}
    for code, names in load("currencies").items():
        table.setdefault(code, []).extend([*names, code.lower()] if code in data()["currency_aliases"] else names)
    for code, names in data()["currency_aliases"].items():
        table.setdefault(code, []).extend(names)
    for sign, code in data()["currency_signs"].items():
        table.setdefault(code, []).append(sign)
    for noun, name in data()["currency_nouns"].items():
        table.setdefault(name, []).append(noun)
    return Phrases(table)


@cache
def _codes() -> dict[str, str]:
    """Everything in one word that may name a currency before a number."""
    known = {code: code for code in load("currencies") if code not in words("codes_that_are_words")}
    short = {"rm": "MYR", "rp": "IDR", "rs": "INR", "tk": "BDT", "ksh": "KES"}
    names = {name.upper(): code for name, code in short.items()}
    aliases = {name.upper(): code for code, all_names in data()["currency_aliases"].items() for name in all_names}
    return aliases | names | known


@cache
def openings() -> frozenset[str]:
    """The words and signs that a currency before a number can begin with."""
    codes = (code.lower().replace(".", "") for code in _codes())
    letters = (word.lower() for word in (*data()["letters_before"], *data()["codes_with_scale"]))
    signed = (word[:-1].lower() for word in data()["letters_and_sign"])
    return frozenset({*codes, *letters, *signed, *data()["currency_signs"], *data()["dollars"]})


def currency_before(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """Currency named before a number: its code and the first token behind it (``US$``, ``VND``, ``€``, ``RMB``)."""
    token = tokens[i]
    if token.low in data()["currency_signs"]:
        return data()["currency_signs"][token.low], i + 1
    if token.kind != "word" or i + 1 >= len(tokens):
        return None
    if (lettered := _by_letters(tokens, i)) is not None:
        return lettered
    if tokens[i + 1].low == "$" and token.low in data()["dollars"]:
        close = tokens[i + 1].glued or (token.low in words("dollars_apart"))
        return (data()["dollars"][token.low], i + 2) if close else None
    code = _codes().get(token.text.upper().rstrip("."))
    spoken = token.text.isupper() or token.low in words("prefix_words")
    if code is None or not spoken:
        return None
    end = i + 2 if tokens[i + 1].low in data()["currency_signs"] else i + 1
    end += end < len(tokens) and tokens[end].low == "." and token.low in words("prefix_words")
    return code, end


def _by_letters(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """Letters that mean a currency only right before a number of millions or more: "R33 billion", "RON 3 billion"."""
    signed = data()["letters_and_sign"].get(tokens[i].text + tokens[i + 1].text) if tokens[i + 1].glued else None
    if signed is not None:
        return signed, i + 2
    code = tokens[i].text if tokens[i].text in words("codes_with_scale") else ""
    if tokens[i + 1].kind != "number" or i + 2 >= len(tokens) or tokens[i + 2].low not in data()["scales"]:
        return None
    code = code or (data()["letters_before"].get(tokens[i].text, "") if tokens[i + 1].glued else "")
    return (code, i + 1) if code else None


def unit_after(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """The unit that stands from token ``i`` on, and where it ends; a hyphen may stand before it."""
    if i >= len(tokens):
        return None
    k = i + 1 if tokens[i].low in ("-", "‑") and i + 1 < len(tokens) else i
    if (found := _after().at(tokens, k)) is not None:
        return found
    code = tokens[k].text
    return (code, k + 1) if code in load("currencies") and tokens[k].kind == "word" else None


def noun_after(tokens: Sequence[Token], i: int) -> tuple[str, int | None] | None:
    """The noun that the number before token ``i`` counts, in the singular.

    The second value is the end of the noun where it stands right there, None where other words come between.
    """
    for k in range(i, min(len(tokens), i + data()["limits"]["look_ahead"] + 1)):
        token = tokens[k]
        if token.kind == "sign" and token.low == "-":
            continue
        if token.kind != "word":
            return None
        name = _noun(token, first=k == i)
        if name is not None:
            return name, (k + 1 if k == i else None)
        if not token.text[0].isupper() and token.low not in words("between"):
            return None
    return None


@cache
def _nouns() -> dict[str, str]:
    return {form: name for name, forms in data()["nouns"].items() for form in forms}


def _noun(token: Token, *, first: bool) -> str | None:
    if token.low in _nouns():
        return _nouns()[token.low]
    low = token.low
    plural = len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")) and token.text.islower()
    if not plural or low in words("no_nouns"):
        return None
    return singular(low)


def singular(noun: str) -> str:
    """The singular of a regular English plural."""
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    return noun[:-1]
