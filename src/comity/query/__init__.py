"""Views of a ledger: the brief, what has changed, who was what when, how warm a relation is, and the numbers."""

from comity.query.book import Book, every
from comity.query.brief import Brief, brief
from comity.query.citing import Citation
from comity.query.diff import Change, diff
from comity.query.facts import Fact, Section
from comity.query.intensity import Point, intensity
from comity.query.offices import Term, holders, offices
from comity.query.overview import Overview, overview

__all__ = [
    "Book",
    "Brief",
    "Change",
    "Citation",
    "Fact",
    "Overview",
    "Point",
    "Section",
    "Term",
    "brief",
    "diff",
    "every",
    "holders",
    "intensity",
    "offices",
    "overview",
]
