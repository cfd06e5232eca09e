"""A ledger in which every text is an attack, and a reader of pages that notices if one gets through."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

from comity.model import Document, Extraction
from comity.model.exchange import extraction_from
from comity.vocab import load

ATTACKS = (
    "<script>attack()</script>",
    '"><img src=x onerror=attack()>',
    "'><svg onload=attack()>",
    "javascript:attack()",
    "</textarea></title><iframe src=//attack.example></iframe>",
    "{{ 7 * 7 }}{% raw %}",
    '=HYPERLINK("http://attack.example")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "\t=1+1",
    "<!--<base href=//attack.example>",
    "\u202eattack\u2066\x1b[31m",
)
STATES = ("Brazil", "Argentina")


def extraction(number: int, attack: str) -> Extraction:
    """A document that is called by, comes from and says an attack, in every field of every kind."""
    text, records = "", []
    for kind, fields in load("kinds")["kinds"].items():
        says = f"Brazil and Argentina {number} {kind} {attack}"
        quotes = [{"start": len(text), "end": len(text) + len(says), "exact": says}]
        text += f"{says}\n"
        given = {name: _value(name, spec, attack) for name, spec in fields.items()}
        records.append({"kind": kind, "quotes": quotes, "fields": given, "speaker": attack, "rule": attack})
    document = Document(
        id=f"{number}{attack}",
        source=f"{number}{attack}.txt",
        text=text,
        title=attack,
        published=f"2025-03-{number + 1:02}",
        publisher=attack,
        url=f"javascript:attack()//{attack}",
        language="en",
    )
    return extraction_from({"records": records, "set_aside": [{"start": 0, "end": 5, "reason": "advert"}]}, document)


def _value(name: str, spec: dict[str, Any], attack: str) -> Any:
    plain = {"date": "2025-03-12", "number": 12, "flag": True, "milestone": {"value": "2026", "basis": "planned"}}
    plain["money"] = {"value": 3, "currency": "USD", "qualifier": "exact"}
    if spec["type"] == "choice":
        return spec["values"][0]
    if spec["type"] in {"names", "texts"}:
        return [*STATES, attack]
    return plain.get(spec["type"], f"{name} {attack}")


def extractions() -> Iterator[Extraction]:
    """One document for each attack."""
    return (extraction(number, attack) for number, attack in enumerate(ATTACKS))


class Reader(HTMLParser):
    """Notices scripts, handlers and addresses that are not the desk's own; ``links`` are those that are."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in {"iframe", "base", "object", "embed"}:
            self.faults.append(self.get_starttag_text() or tag)
        if tag == "script" and not given.get("src", "").startswith("/static/") and given.get("type") != _DATA:
            self.faults.append(self.get_starttag_text() or tag)
        for name, value in given.items():
            self._attribute(tag, name, value)

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name.startswith("on") or name in {"style", "srcdoc"}:
            self.faults.append(f"{tag} {name}={value}")
        if name in {"href", "src", "action", "formaction", "xlink:href"}:
            if tag == "a" and value.startswith("/") and not value.startswith("//"):
                self.links.append(value)
            elif not value.startswith(("/", "#", "?")) or value.startswith("//"):
                self.faults.append(f"{tag} {name}={value}")


_DATA = "application/json"


def drawing_faults(svg: str, home: str) -> list[str]:
    """Scripts, handlers, foreign content and addresses that lead away from ``home`` in a drawing, which must be XML."""
    faults = []
    for element in ElementTree.fromstring(svg).iter():
        name = element.tag.rpartition("}")[2].lower()
        if name in {"script", "foreignobject", "iframe", "image", "animate", "set"}:
            faults.append(name)
        for attribute, value in element.attrib.items():
            plain = attribute.rpartition("}")[2].lower()
            away = plain == "href" and not value.startswith(f"{home}/")
            if plain.startswith("on") or away:
                faults.append(f"{name} {plain}={value}")
    return faults


def formulas(table: bytes) -> list[str]:
    """Cells that a spreadsheet would take for a formula (OWASP, CSV injection); plain numbers are none."""
    cells = [cell for row in csv.reader(io.StringIO(table.decode("utf-8-sig"))) for cell in row]
    return [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not _number(cell)]


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
