"""A handful of documents on one visit, one bundle, one promise and what became of it, told by several sources."""

from __future__ import annotations

from typing import Any

from claims import extraction
from comity.model import Extraction

PERU, CHILE = "Peru", "Chile"


def visit(says: str, date: str, **more: Any) -> dict[str, Any]:
    """The President of Peru visits Chile."""
    return {
        "kind": "event",
        "says": says,
        "form": "visit",
        "actors": ["Ana Quispe"],
        "recipients": [CHILE],
        "date": date,
        "phase": "held",
        **more,
    }


def role(says: str, person: str = "Ana Quispe", post: str = "President", state: str = PERU) -> dict[str, Any]:
    return {"kind": "role", "says": says, "person": person, "post": post, "organization": state, "status": "current"}


def bundle(says: str, count: int, date: str) -> dict[str, Any]:
    return {
        "kind": "agreement",
        "says": says,
        "title": f"{count} documents",
        "instrument_type": "bundle",
        "parties": [PERU, CHILE],
        "count": count,
        "count_qualifier": "exact",
        "status": "signed",
        "date": date,
    }


def promise(says: str, **more: Any) -> dict[str, Any]:
    return {
        "kind": "commitment",
        "says": says,
        "by": [PERU, CHILE],
        "action": "open a second border post at Lago Alto",
        "modality": "agreed",
        "due": "2025-12",
        **more,
    }


def world() -> list[Extraction]:
    """The documents, by date."""
    return [
        extraction(
            "herald",
            "2025-03-11",
            role("President Ana Quispe leads the delegation."),
            visit("Ana Quispe arrived in Santiago on 10 March 2025 for a visit to Chile.", "2025-03-10"),
            bundle("The two sides signed 14 documents on 10 March 2025.", 14, "2025-03-10"),
            promise("They agreed to open a second border post at Lago Alto by December 2025."),
            publisher="The Highland Herald",
        ),
        extraction(
            "courier",
            "2025-03-12",
            role("Ana Quispe, President of Peru, thanked her hosts."),
            visit("The visit of Ana Quispe to Chile took place in March 2025.", "2025-03"),
            bundle("During the visit of 10 March 2025, 15 documents were signed.", 15, "2025-03-10"),
            publisher="Coast Courier",
        ),
        extraction(
            "gazette",
            "2025-03-12",
            visit("Ana Quispe visited Chile on 10 March 2025.", "2025-03-10"),
            promise("Peru and Chile will open a second border post at Lago Alto by December 2025."),
            role("Chilean President Luis Tapia gave a dinner for President Ana Quispe.", "Luis Tapia", state=CHILE),
            role("The guest, President Ana Quispe of Peru, spoke first."),
            publisher="Desert Gazette",
        ),
        extraction(
            "autumn",
            "2025-09-02",
            {
                "kind": "project",
                "says": "The border post at Lago Alto is under construction.",
                "name": "Lago Alto border post",
                "project_type": "border_gate",
                "places": ["Lago Alto"],
                "participants": [PERU, CHILE],
                "status": "under_construction",
            },
            {
                "kind": "indicator",
                "says": "Trade between Peru and Chile reached 900 million dollars in 2024.",
                "measure": "bilateral trade",
                "value": 900000000,
                "unit": "USD",
                "period": "2024",
                "area": PERU,
                "counterpart": CHILE,
                "qualifier": "exact",
            },
            role("President Ana Quispe spoke of neighbours."),
            publisher="Coast Courier",
        ),
        extraction(
            "opening",
            "2025-12-20",
            {
                "kind": "event",
                "says": "The second border post at Lago Alto was opened on 18 December 2025.",
                "form": "opening",
                "actors": [PERU, CHILE],
                "date": "2025-12-18",
                "place": "Lago Alto",
                "phase": "held",
            },
            {
                "kind": "project",
                "says": "The border post at Lago Alto has been operating since 18 December 2025.",
                "name": "Lago Alto border post",
                "project_type": "border_gate",
                "places": ["Lago Alto"],
                "participants": [PERU, CHILE],
                "status": "operating",
            },
            {
                "kind": "indicator",
                "says": "In 2024 trade between Peru and Chile came to 870 million dollars.",
                "measure": "bilateral trade",
                "value": 870000000,
                "unit": "USD",
                "period": "2024",
                "area": PERU,
                "counterpart": CHILE,
                "qualifier": "exact",
            },
            publisher="The Highland Herald",
        ),
        extraction(
            "undated",
            "",
            visit("Ana Quispe went to Chile on 10 March 2025.", "2025-03-10"),
            role("Ana Quispe is President of Peru."),
            {
                "kind": "position",
                "says": "Peru opposes new tolls on the lake road.",
                "by": [PERU],
                "on": "tolls on the lake road",
                "stance": "opposes new tolls on the lake road",
            },
        ),
    ]
