"""Titles: which post stands with which person, and to what body and state it belongs.

Reads "Vietnamese Deputy Prime Minister Tran Hong Ha", "General Secretary of the Communist Party of Vietnam (CPV)
Central Committee To Lam", "Mao Ning, a spokeswoman for the ministry" and "chairman of the X Committee, Phan Van Mai".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from comity.language.entities import Mention, Title
from comity.language.gazetteer import fold
from comity.language.offices import Office
from comity.language.references import References
from comity.language.syntax import Sentence, Token
from comity.vocab import load

HIGH = frozenset({"leader", "head_of_government", "minister", "deputy_minister"})
"""Levels whose posts make a name of one word a person; "official", "major" and the like do not."""
OF = frozenset({"of", "for", "to", "at", "in", "with"})
PLAIN_TAGS = ("NN", "JJ", "CD")


@cache
def _words() -> dict[str, frozenset[str]]:
    data = load("offices")
    return {
        "prefixes": frozenset(data["prefixes"]),
        "former": frozenset(data["statuses"]["former"]),
        "designate": frozenset(data["statuses"]["designate"]),
        "suffixes": frozenset(data["suffixes"]),
    }


def attach_titles(sentences: Sequence[Sentence], posts: Sequence[Sequence[Office]], references: References) -> None:
    """Give each person's mention the titles that stand with it, and the person the state of the title."""
    for sentence, offices in zip(sentences, posts, strict=True):
        following: tuple[Title, list[Mention]] | None = None
        for office in reversed(offices):
            title = _title(sentence, office, references)
            holders = [m for m in _holders(sentence, title, references) if office.level in HIGH or " " in m.entity.name]
            if not holders and following and _joined(sentence, title, following[0]):
                holders = following[1]
            for mention in holders:
                mention.titles.append(title)
                references.titled.update((i, mention) for i in range(title.start, title.end) if i not in references.at)
                _learn(mention, title, office, references)
            following = (title, holders)


def _joined(sentence: Sentence, first: Title, second: Title) -> bool:
    """Whether "and" alone stands between two titles: "General Secretary of the Party and President X"."""
    offset = sentence.tokens[0].i
    between = [t.lower for t in sentence.tokens[first.end - offset : second.start - offset]]
    return between in (["and"], ["and", "the"], ["and", "state"], [",", "and"])


def _learn(mention: Mention, title: Title, office: Office, references: References) -> None:
    entity = mention.entity
    entity.posts.append(office.name)
    if not entity.iso3 and not entity.known and not office.expert:
        entity.iso3 = title.state or _by_surname(entity.name, references)


def _by_surname(name: str, references: References) -> str:
    """The state of the text's pair in whose language the name begins with a surname, empty if none or both."""
    first = fold(name).split()[0]
    surnames = load("name_parts")["surnames"]
    found = [iso3 for iso3 in references.pair if first in surnames.get(iso3, ())]
    return found[0] if len(found) == 1 else ""


def _title(sentence: Sentence, office: Office, references: References) -> Title:
    """The whole title around a post: its modifiers to the left, its "of" phrase to the right."""
    tokens = sentence.tokens
    left = _left(sentence, office, references)
    right = _right(sentence, office.end, references)
    offset = tokens[0].i
    inside = [m for i in range(left, right) if (m := references.at.get(offset + i))]
    state = next((m.entity.iso3 for m in inside if m.entity.iso3 and m.entity.kind != "person"), "")
    body = next((m.entity.name for m in inside if m.entity.kind == "org"), "")
    words = {t.lower for t in tokens[left:right]}
    lists = _words()
    status = "former" if words & lists["former"] else "designate" if words & lists["designate"] else "current"
    return Title(offset + left, offset + right, state, body, office.level, office.where, status)


def _left(sentence: Sentence, office: Office, references: References) -> int:
    tokens = sentence.tokens
    offset = tokens[0].i
    prefixes = _words()["prefixes"]
    left = office.start
    while left > 0:
        token = tokens[left - 1]
        mention = references.at.get(offset + left - 1)
        if mention and mention.entity.kind != "person":
            left = mention.start - offset
        elif token.lower in prefixes or (
            token.tag.startswith(PLAIN_TAGS) and token.head.i <= offset + office.end and token.head.i > token.i
        ):
            left -= 1
        elif token.text in {"-", "'s", "’s"} and left > 1:
            left -= 1
        elif (
            token.lower == "and"
            and left > 1
            and token.head.i >= offset + left
            and tokens[left - 2].tag.startswith(PLAIN_TAGS)
            and not references.at.get(offset + left - 2)
        ):
            left -= 1
        else:
            break
    while left < office.start and (
        tokens[left].text in {"-", "'s", "’s"} or tokens[left].lower in {"and", "the", "then"}
    ):
        left += 1
    return left


def _right(sentence: Sentence, right: int, references: References) -> int:
    tokens = sentence.tokens
    offset = tokens[0].i
    if right + 1 < len(tokens) and tokens[right].text == "-" and tokens[right + 1].lower in _words()["suffixes"]:
        right += 2
    while right < len(tokens):
        token = tokens[right]
        mention = references.at.get(offset + right)
        if mention and mention.entity.kind == "person":
            break
        if mention:
            right = mention.end - offset
        elif token.lower in OF and right + 1 < len(tokens) and _opens(tokens, right, references):
            right += 1
        elif token.text == "(" and right + 2 < len(tokens) and tokens[right + 2].text == ")":
            right += 3
        elif token.text[0].isupper() and token.tag.startswith("N") and right > 0 and tokens[right - 1].text != ",":
            right += 1
        elif token.lower in {"the", "'s", "’s", "&"} or (token.lower == "and" and _continues(tokens, right)):
            right += 1
        elif token.tag.startswith(PLAIN_TAGS) and tokens[right - 1].lower in OF | {"the"} | {"of"}:
            right += 1
        else:
            break
    while right > 0 and (tokens[right - 1].lower in OF | {"the", "and", "'s", "’s", "&"}):
        right -= 1
    return right


def _opens(tokens: Sequence[Token], i: int, references: References) -> bool:
    token, following = tokens[i], tokens[i + 1]
    if token.lower == "in":
        named = references.at.get(following.i)
        return following.lower == "charge" or bool(named and named.entity.kind == "place")
    return following.lower == "the" or following.text[0].isupper() or token.lower == "of"


def _continues(tokens: Sequence[Token], i: int) -> bool:
    """Whether "and" joins two capitalised words of one body ("Culture and Sports"), not two posts."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return bool(
        after is not None
        and tokens[i - 1].text[0].isupper()
        and after.text[0].isupper()
        and after.lower not in load("offices")["posts"]
    )


def _holders(sentence: Sentence, title: Title, references: References) -> list[Mention]:
    """The person right after the title, after its comma, or right before it with a comma."""
    tokens = sentence.tokens
    offset = tokens[0].i
    after = title.end - offset
    for skip in (0, 1):
        at = after + skip
        if at < len(tokens) and (m := references.at.get(offset + at)) and m.entity.kind == "person":
            if skip == 0 or tokens[after].text in {",", "–"}:
                return [m] if skip == 0 or not m.titles else []
    before = title.start - offset - 1
    while before >= 0 and tokens[before].lower in {"the", "a", "an", ",", "its", "his", "her", "who", "is", "was"}:
        if tokens[before].text == "," or tokens[before].lower in {"is", "was"}:
            m = references.at.get(offset + before - 1) or (
                references.at.get(offset + before - 2) if tokens[before - 1].lower in {"who", ","} else None
            )
            return [m] if m and m.entity.kind == "person" else []
        before -= 1
    return []
