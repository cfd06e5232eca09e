"""The post of a counterpart: whoever meets "his Greek counterpart" as a foreign minister meets a foreign minister."""

from __future__ import annotations

from collections.abc import Iterator

from comity.language.entities import Entity, Mention, Title
from comity.language.references import References
from comity.vocab import load

_FAR = 40


def inherit_posts(references: References) -> None:
    """Give each counterpart's title the post and level of the one whose counterpart it is, where the text tells."""
    peers = frozenset(load("offices")["peers"])
    for mention in references.mentions:
        for title in [t for t in mention.titles if t.office in peers and not t.body]:
            holder, held = next(_posts(references, mention, title, peers), (None, None))
            if holder is None or held is None:
                continue
            mention.entity.iso3 = mention.entity.iso3 or _other(references, holder.iso3)
            mention.entity.posts.append(held.office)
            title.level, title.org_pattern = held.level, held.org_pattern
            title.post = " ".join([*_before(references, title), held.office])
            title.source = (held.start, held.end)


def _other(references: References, iso3: str) -> str:
    """The other state of the pair that a text is about: "Lavrov met his counterpart Choe Son Hui" names none."""
    pair = references.pair
    return next(i for i in pair if i != iso3) if len(pair) == 2 and iso3 in pair else ""


def _before(references: References, title: Title) -> list[str]:
    """The words of the title before its post ("Greek" of "Greek counterpart")."""
    words = [t.text for t in references.tokens[title.start : title.end]]
    lowers = [w.lower() for w in words]
    return words[: lowers.index(title.office.split()[0])]


def _posts(
    references: References, mention: Mention, title: Title, peers: frozenset[str]
) -> Iterator[tuple[Entity, Title]]:
    """Those before it whose counterpart it can be, the nearest first, with their posts."""
    owner = references.tokens[title.start - 1] if title.start else None
    named = {a.name for a in references.actors(owner)} if owner is not None and owner.tag == "PRP$" else set()
    last = references.tokens[title.start].sentence.tokens[-1].i
    before = [m for m in references.mentions if title.start - _FAR <= m.start < title.start]
    behind = [m for m in references.mentions if title.end <= m.start <= last]  # "in talks with his peer X, Y said"
    for near in [*reversed(before), *behind]:
        person = near.entity
        other = person.kind == "person" and person is not mention.entity and person.iso3 != mention.entity.iso3
        if other and (not named or person.name in named):
            given = (t for m in references.mentions if m.entity is person for t in m.titles)
            yield from ((person, t) for t in given if t.office not in peers and t.status == "current" and not t.post)
