"""Build ``officeholders.tsv`` from the hand-kept list: post codes are written out, bodies named.

Run from the repository root after ``build_states``: ``python -m training.vocabularies.build_officeholders``.
"""

from __future__ import annotations

from comity.vocab import rows
from training.vocabularies.tables import hand_rows, write_table

COMMENT = """Who held which office, about 2010 to 2026. Source: public record.
Generated from training/vocabularies/officeholders_hand.txt; do not edit.
Dates are EDTF; an empty end means in office when last checked (offices.yaml, officeholders_checked).
iso3 is empty for posts of international bodies. Lists are separated by "|"; "~" marks a weak alias."""
HEADER = ("person", "post", "organization", "iso3", "from", "to", "aliases")


def bodies(kind: str) -> dict[str, str]:
    """ISO3 to the first organisation of a type (a party only if it rules)."""
    found: dict[str, str] = {}
    for name, type_, _party, iso3, ruling, _aliases in rows("organisations"):
        if type_ == kind and iso3 and (ruling or kind != "party"):
            found.setdefault(iso3, name.lstrip("~"))
    return found


def main() -> None:
    """Write the table."""
    states = {row[0]: row[2] for row in rows("states")}
    parties, legislatures = bodies("party"), bodies("legislature")
    posts: dict[str, tuple[str, str]] = {}
    written: list[list[str]] = []
    for cells in hand_rows("officeholders_hand.txt", ";"):
        if cells[0].startswith("="):
            posts[cells[0][1:]] = (cells[1], cells[2])
            continue
        place, code, start, end, person, aliases = cells
        iso3 = "" if place.startswith("@") else place
        post, pattern = posts[code]
        state = place[1:] if place.startswith("@") else states[place]
        party, legislature = parties.get(iso3, state), legislatures.get(iso3, state)
        body = pattern.format(state=state, party=party, legislature=legislature)
        written.append([person, post, body, iso3, start, end, aliases])
    print(write_table("officeholders", COMMENT, HEADER, written), "terms of office")


if __name__ == "__main__":
    main()
