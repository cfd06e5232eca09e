"""The pages of the desk: their routers, and what templates can call.

``routers`` are included in their order; ``filters`` and ``names`` are given to every template.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import APIRouter

from comity.ledger.correcting import written
from comity.query.citing import citation, cite
from comity.web.pages import (
    acting,
    actors,
    briefing,
    commitments,
    conflicts,
    decisions,
    documents,
    heatmap,
    indicators,
    listing,
    method,
    network,
    overview,
    places,
    records,
    relations,
    review,
    stages,
    timeline,
    wording,
)
from comity.web.pages.passages import marked

routers: tuple[APIRouter, ...] = (
    overview.router,
    relations.router,
    listing.router,
    records.router,
    conflicts.router,
    commitments.router,
    documents.router,
    review.router,
    timeline.router,
    stages.router,
    indicators.router,
    actors.router,
    briefing.router,
    method.router,
    decisions.router,
    heatmap.router,
    network.router,
    places.router,
    acting.router,
)
filters: Mapping[str, Callable[..., Any]] = {"grouped": wording.grouped}
names: Mapping[str, Any] = {
    "w": wording,
    "cite": cite,
    "citing": citation,
    "marked": marked,
    "written": written,
    "none": None,
    **{"standalone": False, "sourcelines": (), "below": 0},  # drawings: unlike in pages, files have a source line
}
