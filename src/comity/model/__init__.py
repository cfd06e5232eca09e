"""What things are: documents, spans, records. Pure data, no input or output."""

from comity.model.amounts import Money, Quantity
from comity.model.claims import ACTIONS, Anchor, Claim, Decision, Head, claims_of, key_of
from comity.model.dates import Milestone, TimeMention
from comity.model.document import Document, Extraction, SetAside
from comity.model.ledger import Attested, Evidence, FieldView, Join, LedgerRecord, Link, Member, Step
from comity.model.records import Field, Record
from comity.model.spans import Span

__all__ = [
    "ACTIONS",
    "Anchor",
    "Attested",
    "Claim",
    "Decision",
    "Document",
    "Evidence",
    "Extraction",
    "Field",
    "FieldView",
    "Head",
    "Join",
    "LedgerRecord",
    "Link",
    "Member",
    "Milestone",
    "Money",
    "Quantity",
    "Record",
    "SetAside",
    "Span",
    "Step",
    "TimeMention",
    "claims_of",
    "key_of",
]
