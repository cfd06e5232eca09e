"""The one door to a ledger, for the command line, the desk, notebooks and scripts: ``Ledger``."""

from comity.ledger.door import Ledger
from comity.ledger.results import Added, Hit, Question, Report, ReviewItem, StoredDocument

__all__ = ["Added", "Hit", "Ledger", "Question", "Report", "ReviewItem", "StoredDocument"]
