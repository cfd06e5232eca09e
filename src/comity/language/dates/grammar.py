"""The little language that time expressions are written in (``vocab/dates.yaml``), and its compilation.

Each pattern becomes one regular expression plus the set of words it can begin with. A reader looks rules up by the
word it stands on, so a text is walked once and most of its words cost one dictionary look-up. All repetition is
bounded: no text can make a match take long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from string import capwords
from typing import Any

from comity.errors import VocabularyError
from comity.vocab import load

_SPACE = r"(?:[ \t\u00a0\u202f]{1,3}|[ \t]{0,2}\r?\n[ \t]{0,2})"
_TIGHT = r"[ \t\u00a0\u202f]{0,2}"
_JOINT = rf"(?:[-‐‑–]|{_SPACE})"
_ITEM = re.compile(r"\{(\w+)(?::(\w+))?\}|<(\w+)>|([\[\]()|~_ ])|([^\[\]()|~_ {}<>]+)")
Head = tuple[str, ...]
_NOTHING: frozenset[Head] = frozenset({()})
ANY = "*"
WORD = re.compile(r"[^\W\d_]+|\d+|['’](?=\d)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: ``groups`` lists (label, class) of the numbered groups, ``heads`` its first two words."""

    name: str
    make: str
    guard: str
    expression: str
    groups: tuple[tuple[str, str], ...]
    heads: frozenset[Head]
    sign: int = 0

    @property
    def regex(self) -> re.Pattern[str]:
        """The compiled expression; most texts need few of the rules, and compiling them all takes half a second."""
        return _compiled(self.expression)


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's match in a text; its values are looked up in the word classes by label."""

    rule: Rule
    match: re.Match[str]

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.match.end()

    def index(self, label: str) -> int:
        """Number of the group of that label that took part, or 0."""
        for i, (name, _) in enumerate(self.rule.groups, 1):
            if name == label and self.match.group(i) is not None:
                return i
        return 0

    def has(self, label: str) -> bool:
        """Whether a group of that label took part."""
        return self.index(label) > 0

    def text(self, label: str) -> str:
        """The words of the group, or empty."""
        i = self.index(label)
        return self.match.group(i) if i else ""

    def value(self, label: str) -> Any:
        """What the word class says of the words matched, or None where the group took no part."""
        i = self.index(label)
        return _meaning(self.rule.groups[i - 1][1], self.match.group(i)) if i else None


def _meaning(kind: str, words: str) -> Any:
    table = _words(kind)
    return table[normal(words)] if table is not None else words


def normal(words: str) -> str:
    """Lower case, one space between words, hyphens as spaces, no final dot: the key of the word tables."""
    return re.sub(r"[\s\u00a0‐‑-]+", " ", words.lower()).strip().rstrip(".") or words.strip()


@cache
def _words(kind: str) -> dict[str, Any] | None:
    entry = load("dates")["classes"].get(kind)
    return None if entry is None else {normal(str(w)): v for w, v in entry["words"].items()}


@cache
def rules() -> tuple[Rule, ...]:
    """All rules in the order of the data file. Raises ``VocabularyError`` where a pattern is malformed."""
    return tuple(_rule(entry) for entry in load("dates")["rules"])


@cache
def by_head() -> dict[str, dict[str, tuple[Rule, ...]]]:
    """The rules that can begin with a word and go on with a second; ``"*"`` stands for any second word."""
    table: dict[str, dict[str, list[Rule]]] = {}
    for rule in rules():
        for words in rule.heads:
            table.setdefault(words[0], {}).setdefault(words[1] if len(words) > 1 else ANY, []).append(rule)
    return {first: _merged(seconds) for first, seconds in table.items()}


def _merged(seconds: dict[str, list[Rule]]) -> dict[str, tuple[Rule, ...]]:
    always = seconds.get(ANY, [])
    every: dict[str, list[Rule]] = {ANY: []}
    return {word: tuple(dict.fromkeys([*found, *always])) for word, found in (every | seconds).items()}


@cache
def trigger_words() -> frozenset[str]:
    """One of these stands in every expression: the last words of the word classes named under ``triggers``, digits."""
    data = load("dates")
    words = (str(w) for name in data["triggers"] for w in data["classes"][name]["words"])
    return frozenset(head(w.rstrip(".")) for phrase in words for w in WORD.findall(phrase)[-1:]) | {"0", "'"}


def head(word: str) -> str:
    """The key of a word in the tables: lower case, ``"0"`` for digits."""
    return "0" if word[0].isdigit() else word.lower().replace("’", "'")


def _rule(entry: dict[str, Any]) -> Rule:
    pattern = _expand(entry["pattern"])
    parser = _Parser(entry["name"], list(_ITEM.finditer(pattern)))
    node = parser.alternatives()
    expression, groups = f"{node.regex}(?!\\w)", tuple(parser.groups)
    return Rule(
        entry["name"], entry["make"], entry.get("guard", ""), expression, groups, node.heads, entry.get("sign", 0)
    )


def _expand(pattern: str) -> str:
    macros = load("dates")["macros"]
    while "<" in pattern:
        pattern = re.sub(r"<(\w+)>", lambda m: macros[m.group(1)], pattern)
    return pattern


@dataclass(frozen=True, slots=True)
class _Node:
    """A piece of a pattern: its expression, and the first one or two words of all that it matches."""

    regex: str
    heads: frozenset[Head] = _NOTHING


class _Parser:
    """Recursive descent over one pattern."""

    def __init__(self, name: str, items: list[re.Match[str]]) -> None:
        self.name = name
        self.items = items
        self.at = 0
        self.groups: list[tuple[str, str]] = []

    def alternatives(self) -> _Node:
        """``a|b|c``."""
        options = [self._sequence()]
        while self._mark() == "|":
            self.at += 1
            options.append(self._sequence())
        if len(options) == 1:
            return options[0]
        heads = frozenset(h for o in options for h in o.heads)
        return _Node(f"(?:{'|'.join(o.regex for o in options)})", heads)

    def _mark(self) -> str:
        return (self.items[self.at].group(4) or "") if self.at < len(self.items) else ""

    def _sequence(self) -> _Node:
        regex, heads = "", _NOTHING
        while self.at < len(self.items) and self._mark() not in {"|", ")", "]"}:
            node = self._item()
            regex += node.regex
            heads = _followed(heads, node.heads)
        return _Node(regex, heads)

    def _item(self) -> _Node:
        item = self.items[self.at]
        self.at += 1
        if item.group(1):
            return self._class(item.group(1), item.group(2) or item.group(1))
        if item.group(5):
            return _literal(item.group(5))
        if item.group(4) in {"[", "("}:
            return self._bracket(item.group(4))
        return _Node({" ": _SPACE, "~": _JOINT, "_": _TIGHT}[item.group(4)])

    def _bracket(self, opening: str) -> _Node:
        inner = self.alternatives()
        if self._mark() != {"[": "]", "(": ")"}[opening]:
            raise VocabularyError(f"the pattern of rule {self.name} in dates.yaml has an unclosed {opening}")
        self.at += 1
        if opening == "(":
            return inner
        return _Node(f"(?:{inner.regex})?", inner.heads | _NOTHING)

    def _class(self, kind: str, label: str) -> _Node:
        self.groups.append((label, kind))
        data = load("dates")
        if kind in data["characters"]:
            entry = data["characters"][kind]
            return _Node(f"({entry['regex']})", frozenset((w, ANY) for w in entry["first"].split()) or _NOTHING)
        if kind not in data["classes"]:
            raise VocabularyError(f"rule {self.name} in dates.yaml uses the unknown word class {kind!r}")
        return _class_node(kind)


@cache
def _class_node(kind: str) -> _Node:
    entry = load("dates")["classes"][kind]
    capital = set(entry.get("capital", ()))
    words = sorted((str(w) for w in entry["words"]), key=len, reverse=True)
    regex = f"({'|'.join(_word(w, w in capital) for w in words)})"
    if entry.get("spaced"):
        regex = f"{_TIGHT}{regex}{_TIGHT}"
    return _Node(regex, frozenset(_head(w) for w in words))


def _word(word: str, capital: bool) -> str:
    dotted = word.endswith(".") and word.count(".") == 1
    stem = word[:-1] if dotted else word
    regex = _plain(stem) if not capital else f"(?-i:{_plain(capwords(stem))}|{_plain(stem.upper())})"
    return regex + (r"\.?" if dotted else "")


def _plain(text: str) -> str:
    return _SPACE.join(re.escape(part) for part in text.split(" "))


def _literal(text: str) -> _Node:
    return _Node(_plain(text), frozenset({_head(text)}))


def _head(text: str) -> Head:
    return tuple(head(w) for w in WORD.findall(text)[:2])


def _followed(heads: frozenset[Head], more: frozenset[Head]) -> frozenset[Head]:
    """What a sequence begins with, given what its two parts begin with."""
    if more == _NOTHING or all(len(h) > 1 for h in heads):
        return heads
    return frozenset(h if len(h) > 1 else (*h, *m)[:2] for h in heads for m in more)
