"""What things are: documents, spans, records. Pure data, no input or output."""

from comity.model.amounts import Money, Quantity
from comity.model.dates import Milestone, TimeMention
from comity.model.document import Document, Extraction, SetAside
from comity.model.records import Field, Record
from comity.model.spans import Span

__all__ = [
    "Document",
    "Extraction",
    "Field",
    "Milestone",
    "Money",
    "Quantity",
    "Record",
    "SetAside",
    "Span",
    "TimeMention",
]
