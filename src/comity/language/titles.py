"""Titles: which post stands with which person, and to what body and state it belongs.

Reads "Vietnamese Deputy Prime Minister Tran Hong Ha", "General Secretary of the Communist Party of Vietnam (CPV)
Central Committee To Lam", "Mao Ning, a spokeswoman for the ministry" and "chairman of the X Committee, Phan Van Mai".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product

from comity.language.bare_names import says_where
from comity.language.cited import is_source
from comity.language.counterparts import inherit_posts
from comity.language.entities import Mention, Title
from comity.language.home_side import learn_sides
from comity.language.offices import Office
from comity.language.owned_names import learn_owners
from comity.language.portfolios import end_of_list, names_portfolio
from comity.language.references import References
from comity.language.register import by_surname
from comity.language.speech import is_speech
from comity.language.styles import behind_courtesy, behind_honorifics, opens_style
from comity.language.syntax import Sentence, Token
from comity.vocab import load

HIGH = frozenset({"leader", "head_of_government", "minister", "deputy_minister"})
"""Levels whose posts make a name of one word a person; "official", "major" and the like do not."""
OF = frozenset({"of", "for", "to", "at", "in", "with", "from"})
POSSESSIVE = frozenset({"'s", "’s"})
SERVING = frozenset({"as", "serves", "serving", "also", "concurrently", "currently"})
EARLIER = frozenset({"then", "formerly", "once", "previously"})
"""Words between a name and a post that was held then."""
THAT_TIME = ("at", "the", "time")
BETWEEN = frozenset({"the", "a", "an", ",", "its", "his", "her", "who", "is", "was", "now"}) | SERVING | EARLIER
PLAIN_TAGS = ("NN", "JJ", "CD")


@cache
def _words() -> dict[str, frozenset[str]]:
    data = load("offices")
    return {
        "prefixes": frozenset(data["prefixes"]),
        "former": frozenset(data["statuses"]["former"]),
        "designate": frozenset(data["statuses"]["designate"]),
        "suffixes": frozenset(data["suffixes"]),
        "serving": frozenset(data["serving_words"]),
    }


def attach_titles(sentences: Sequence[Sentence], posts: Sequence[Sequence[Office]], references: References) -> None:
    """Give each person's mention the titles that stand with it, and the person the state of the title."""
    for sentence, offices in zip(sentences, posts, strict=True):
        following: tuple[Title, list[Mention]] | None = None
        unheld: tuple[Title, Office] | None = None
        for office in reversed(offices):
            title = _title(sentence, office, references, offices)
            found = _holders(sentence, title, references, plural=office.plural)
            holders = [m for m in found if office.level in HIGH or " " in m.entity.name]
            if not holders and following and _joined(sentence, title, following[0]):
                holders = following[1]
            given = [(title, office)]
            if unheld and holders and holders[0].end <= title.start and _joined(sentence, title, unheld[0]):
                given.append(unheld)  # "X, member of A and director of B"
            unheld = None if holders else (title, office)
            for mention, (post, rank) in product(holders, given):
                if any((post.start, post.end) == (t.start, t.end) for t in mention.titles):
                    continue  # "Deputy Chairman": two words of one post
                mention.titles.append(post)
                references.titled.update((i, mention) for i in range(post.start, post.end) if i not in references.at)
                _learn(mention, post, rank, references)
            following = (title, holders)
    learn_owners(references)
    learn_sides(references, sentences, HIGH)
    references.settle()
    inherit_posts(references)


def _joined(sentence: Sentence, first: Title, second: Title) -> bool:
    """Whether "and" alone stands between two titles: "General Secretary of the Party and President X".

    In "the president and Foreign Minister X" the first is somebody else.
    """
    offset = sentence.tokens[0].i
    held, other = (sentence.tokens[t.start - offset] for t in (first, second))
    article = sentence.tokens[first.start - offset - 1] if first.start > offset else held
    if article.lower == "the" and first.end - first.start == 1 and held.text.islower() and other.text[0].isupper():
        return False
    between = [t.lower for t in sentence.tokens[first.end - offset : second.start - offset]]
    return between in (["and"], ["and", "the"], ["and", "state"], [",", "and"])


def _learn(mention: Mention, title: Title, office: Office, references: References) -> None:
    entity = mention.entity
    entity.posts.append(office.name)
    if office.name in load("offices")["of_bodies"] and not title.state:
        entity.iso3 = ""  # whoever speaks for a body of many states acts for none, whatever state they led before
        return
    if not entity.iso3 and not entity.known and not office.expert:
        owner = "" if title.office in load("offices")["peers"] else _by_owner(title, references)
        home = title.state or owner or _behind(mention, references)
        entity.iso3 = home or by_surname(entity.name, references.pair)


def _by_owner(title: Title, references: References) -> str:
    """The state of whoever "his", "her" or "its" before the title means."""
    if title.start == 0 or references.tokens[title.start].lower in load("pipeline")["courtesies"]:
        return ""  # "His Majesty King X" is nobody's king
    owner = references.tokens[title.start - 1]
    found = references.actors(owner) if owner.tag == "PRP$" else []
    return found[0].iso3 if len(found) == 1 else ""


def _behind(mention: Mention, references: References) -> str:
    """The state named right behind a person ("Foreign Minister X of Peru", "X, of Peru"), or empty."""
    comma = mention.end < len(references.tokens) and references.tokens[mention.end].text == ","
    after = references.tokens[mention.end + comma : mention.end + comma + 2]
    if len(after) < 2 or after[0].lower not in {"of", "("} or after[1].sentence is not after[0].sentence:
        return ""
    state = references.at.get(after[1].i)
    return state.entity.iso3 if state and state.entity.kind == "state" and state.form == "name" else ""


def _title(sentence: Sentence, office: Office, references: References, offices: Sequence[Office]) -> Title:
    """The whole title around a post: its modifiers to the left, its "of" phrase to the right, no other post."""
    tokens = sentence.tokens
    left = max([_left(sentence, office, references), *(_after(tokens, o) for o in offices if o.end < office.start)])
    right = _right(sentence, office.end, references)
    right = min([right, *(o.start - 1 for o in offices if o.start > office.end and _joins(tokens, o.start - 1))])
    honorifics = frozenset(load("bodies")["honorifics"])
    while right > office.end and tokens[right - 1].lower in honorifics:
        right -= 1  # "Foreign Minister U Wunna Maung Lwin"
    offset = tokens[0].i
    inside = [m for i in range(left, right) if (m := references.at.get(offset + i))]
    own = (m for m in inside if m.start == 0 or references.tokens[m.start - 1].lower != "to")  # "ambassador to X"
    state = next((m.entity.iso3 for m in own if m.entity.iso3 and m.entity.kind != "person"), "")
    ends = load("bodies")["ends_of_portfolios"]  # "Minister for East African Community Affairs" is of no such body
    bodies = (m for m in inside if m.end - offset >= len(tokens) or tokens[m.end - offset].lower not in ends)
    bodies = (m for m in bodies if m.start == offset or tokens[m.start - offset - 1].text != ",")  # in a list of fields
    body = next((m.entity.name for m in bodies if m.entity.kind == "org"), "")
    hyphened = left - 2 if left > 1 and tokens[left - 1].text == "-" else left  # "then-President"
    words = {t.lower for t in tokens[hyphened:right]}
    lists = _words()
    before = {t.lower for t in tokens[max(0, left - 2) : left]} & EARLIER
    past = before or tuple(t.lower for t in tokens[right : right + 3]) == THAT_TIME
    status = "former" if past or words & lists["former"] else "designate" if words & lists["designate"] else "current"
    return Title(offset + left, offset + right, state, body, office.level, office.where, status, office.name)


def _joins(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].lower in {"and", "&"}


def _after(tokens: Sequence[Token], before: Office) -> int:
    """Where a title can begin at the earliest behind another post: past the "and" between them."""
    return before.end + 1 if _joins(tokens, before.end) else 0


def _left(sentence: Sentence, office: Office, references: References) -> int:
    """The first word of the title: names, modifiers and portfolios before the post belong to it."""
    tokens = sentence.tokens
    offset = tokens[0].i
    left = office.start
    while left > 0:
        mention = references.at.get(offset + left - 1)
        if mention and mention.entity.kind != "person":
            if says_where(mention, references.at.get(left + offset)):
                break
            left = mention.start - offset
        elif _modifies(tokens, left - 1, office, references):
            left -= 1
        elif _abbreviated(tokens, left - 3, references):
            left -= 3  # "Bank of X (BX) Governor"
        else:
            break
    while left < office.start and (
        tokens[left].text in POSSESSIVE or tokens[left].lower in {"and", "the", "then", "-"}
    ):
        left += 1
    return left


def _abbreviated(tokens: Sequence[Token], i: int, references: References) -> bool:
    """Whether at ``i`` letters in brackets stand behind the name of a body."""
    if i < 1 or (tokens[i].text, tokens[i + 2].text) != ("(", ")"):
        return False
    mention = references.at.get(tokens[i - 1].i)
    return mention is not None and mention.entity.kind == "org"


def _modifies(tokens: Sequence[Token], i: int, office: Office, references: References) -> bool:
    """Whether the word at ``i``, next to a title on its right, belongs to it."""
    token = tokens[i]
    end = tokens[0].i + office.end
    if token.lower in _words()["prefixes"] or names_portfolio(token.text):
        return True
    turning = token.dep == "amod" and token.tag == "VBG" and i > 0 and tokens[i - 1].tag == "DT"  # "the rotating chair"
    if token.tag.startswith(PLAIN_TAGS) or (turning and token.lower not in _words()["serving"]):
        doing = token.lower.endswith("ing") and token.text.islower() and token.lower not in _words()["serving"]
        after_preposition = doing and i > 0 and tokens[i - 1].tag == "IN"  # "with welcoming President X"
        return token.i < token.head.i <= end and not after_preposition
    if token.text in POSSESSIVE or token.text == "-":
        return i > 0
    joins = token.lower == "and" and i > 0 and token.head.i > token.i
    return joins and tokens[i - 1].tag.startswith(PLAIN_TAGS) and tokens[i - 1].i not in references.at


def _right(sentence: Sentence, right: int, references: References) -> int:
    """After the last word of the title: its "of" phrase, up to the person, a comma or a verb."""
    tokens = sentence.tokens
    offset = tokens[0].i

    def named(i: int) -> bool:
        return _person(references, offset + behind_honorifics(tokens, i)) is not None

    if right + 1 < len(tokens) and tokens[right].text == "-" and tokens[right + 1].lower in _words()["suffixes"]:
        right += 2
    while right < len(tokens):
        mention = references.at.get(offset + right)
        if mention and mention.entity.kind == "person":
            break
        if tokens[right].text == "," and (end := end_of_list(tokens, right, named)):
            return end
        if mention:
            right = mention.end - offset
        elif tokens[right].text == "(" and right + 2 < len(tokens) and tokens[right + 2].text == ")":
            right += 3
        elif _continues(tokens, right, references):
            right += 1
        else:
            break
    while right > 0 and tokens[right - 1].lower in OF | {"the", "and", "&"} | POSSESSIVE:
        right -= 1
    return right


def _continues(tokens: Sequence[Token], i: int, references: References) -> bool:
    """Whether the word at ``i``, next to a title on its left, belongs to it."""
    token, before = tokens[i], tokens[i - 1]
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if tuple(t.lower for t in tokens[i : i + 3]) == THAT_TIME or opens_style(tokens, i):
        return False
    if token.lower in OF:
        return following is not None and _opens(token, following, references)
    if token.lower in {"the", "&"} or token.text in POSSESSIVE:
        return True
    if token.lower == "and":
        further = references.at.get(token.i + 2) if following is not None and following.lower == "the" else None
        joined = further is not None and further.start == token.i + 2 and further.entity.kind == "org"
        return following is not None and before.text[0].isupper() and (joined or _names_body(following))
    if token.text[0].isupper():
        behind = token.dep == "amod" and token.head is before  # "Ambassador Extraordinary"
        opens = token.tag == "JJ" and (behind or before.lower in OF | {"the", "and"})  # "for Foreign Affairs"
        return (token.tag.startswith("N") or opens) and before.text != ","
    joined = before.lower in OF | {"the"} or (
        before.tag.startswith(("NN", "JJ")) and before.head in {token, token.head}
    )
    return token.tag.startswith(PLAIN_TAGS) and joined


def _names_body(word: Token) -> bool:
    """Whether "and" before this word joins two words of one body ("Culture and Sports"), not two posts."""
    return word.text[0].isupper() and word.lower not in load("offices")["posts"]


def _opens(token: Token, following: Token, references: References) -> bool:
    """Whether a preposition after a post opens its "of" phrase."""
    if token.lower == "in":
        named = references.at.get(following.i)
        return following.lower == "charge" or bool(named and named.entity.kind == "place")
    if token.lower == "from":
        named = references.at.get(following.i)
        return bool(named and named.entity.kind == "state")
    return following.lower == "the" or following.text[0].isupper() or token.lower == "of"


def _holders(sentence: Sentence, title: Title, references: References, *, plural: bool) -> list[Mention]:
    """The person right after the title, after its comma, or right before it with a comma or a copula."""
    tokens = sentence.tokens
    after = behind_honorifics(tokens, title.end - tokens[0].i)
    if _of_the_person(tokens[title.start - tokens[0].i : after], references):
        return []
    ranked = title.start > tokens[0].i and references.tokens[title.start - 1].lower in {"a", "an"}
    if (found := _person(references, tokens[0].i + after)) and not ranked:  # "a Major Non-NATO Ally" is nobody
        return [found, *_coordinated(tokens, found, references)] if plural else [found]
    if after < len(tokens) and tokens[after].text in {",", "–"}:
        found = _person(references, tokens[0].i + behind_courtesy(tokens, after + 1))
        found = found or _named_as(tokens, after, references)
        free = found is not None and (not found.titles or _royal(title, found) or _by_courtesy(title, found))
        free = free and found is not None and not _reports(tokens, title, found)
        if found and free and not _of_another_state(title, found):
            further = _coordinated(tokens, found, references) if plural else []
            return [found, *further] if further or not plural else []
    return _holder_before(tokens, title.start - tokens[0].i - 1, references)


def _reports(tokens: Sequence[Token], title: Title, person: Mention) -> bool:
    """ "… for talks with the Council's President, Kazinform reports": who only reports it holds no post in it."""
    after = person.end - tokens[0].i
    told = after < len(tokens) and is_speech(tokens[after]) and tokens[after].tag in {"VBZ", "VBD"}
    governed = title.start > tokens[0].i and any(t.tag in {"IN", "TO"} for t in tokens[: title.start - tokens[0].i])
    return told and governed


def _named_as(tokens: Sequence[Token], comma: int, references: References) -> Mention | None:
    """ "Its second secretary, whom it named as Ana Diaz": the name behind "as"."""
    if comma + 1 >= len(tokens) or tokens[comma + 1].lower != "whom":
        return None
    as_ = next((i for i in range(comma + 2, min(comma + 7, len(tokens) - 1)) if tokens[i].lower == "as"), None)
    return _person(references, tokens[0].i + as_ + 1) if as_ is not None else None


def _royal(title: Title, person: Mention) -> bool:
    """ "Malaysia's king, Sultan Ibrahim": the rank before the name is no other post."""
    royal = frozenset(load("offices")["royal"])
    own = (t.office.lower() for t in person.titles if t.end == person.start)
    return title.office.lower() in royal and all(name in royal for name in own)


def _by_courtesy(title: Title, person: Mention) -> bool:
    """ "The Minister for Trade, Senator X": the rank before the name is one that its holder keeps beside the post."""
    ranks = load("offices")["courtesy"]
    return title.office.lower() not in ranks and all(t.office.lower() in ranks for t in person.titles)


def _of_the_person(title: Sequence[Token], references: References) -> bool:
    """ "A spokesman for President", "an adviser to Peru's Mr": a title of somebody else, who serves the one named."""
    ranks = load("offices")["posts"].keys() | set(load("bodies")["honorifics"])
    last = len(title)
    while last and {title[last - 1].lower, title[last - 1].lower.rstrip(".")} & ranks:
        last -= 1
    ranked = last < len(title)
    while ranked and last and (nation := references.at.get(title[last - 1].i)) and nation.form == "demonym":
        last -= 1
    if last and title[last - 1].text in POSSESSIVE:
        last -= 1
        while last and title[last - 1].text[0].isupper():
            last -= 1
    return ranked and last > 0 and title[last - 1].lower in OF


def _of_another_state(title: Title, person: Mention) -> bool:
    """Whether a title and the name after its comma cannot be one person's: "… the Chinese leader, Lam welcomed …"."""
    return bool(title.state and person.entity.iso3 and title.state != person.entity.iso3)


def _coordinated(tokens: Sequence[Token], first: Mention, references: References) -> list[Mention]:
    """Further persons of "foreign ministers A, B and C", "foreign ministers A of X and B of Y"."""
    out: list[Mention] = []
    i = first.end
    while i - tokens[0].i < len(tokens):
        word = tokens[i - tokens[0].i]
        found = _person(references, i)
        if found:
            out.append(found)
            i = found.end
        elif word.text in {",", ")"} or word.lower == "and":
            i += 1
        elif word.lower in {"of", "("} and (home := references.at.get(i + 1)) and home.entity.kind == "state":
            i = home.end
        else:
            break
    return out


def _holder_before(tokens: Sequence[Token], i: int, references: References) -> list[Mention]:
    """ "X, the chairman", "X, who is chairman", "X was chairman"."""
    offset = tokens[0].i
    if entered := _who_entered(tokens, i, references):
        return [entered]
    while i >= 0 and tokens[i].lower in BETWEEN:
        if tokens[i].text == "," or tokens[i].lower in {"is", "was"}:
            found = _person(references, offset + i - 1)
            if found and is_source(tokens, found.start, found.end):
                return []
            if not found and i > 0 and tokens[i - 1].lower in {"who", ","}:
                found = _person(references, offset + i - 2) or _person(references, offset + i - 3)
            return [found] if found else []
        i -= 1
    serves = i + 1 < len(tokens) and tokens[i + 1].lower in SERVING - {"as", "serving"}
    found = _person(references, offset + i) if serves and i >= 0 else None
    return [found] if found else []


def _who_entered(tokens: Sequence[Token], i: int, references: References) -> Mention | None:
    """ "X, on his first trip since assuming his role as party chief": the person named last before it."""
    lists = load("offices")["entering"]
    if i < 2 or tokens[i].lower != "as" or tokens[i - 1].lower not in lists["offices"]:
        return None
    near = [t.lemma for t in tokens[max(0, i - 4) : i]]
    if not set(near) & set(lists["verbs"]):
        return None
    persons = (_person(references, t.i) for t in reversed(tokens[: i - 1]))
    return next((m for m in persons if m is not None), None)


def _person(references: References, i: int) -> Mention | None:
    mention = references.at.get(i)
    return mention if mention and mention.entity.kind == "person" else None
