"""Which relation a record belongs to."""

from __future__ import annotations

from comity.ledger import Ledger
from comity.settings import Settings

ARTICLE = (
    "Chilean Foreign Minister Alberto van Klaveren met Peruvian Foreign Minister Elmer Schialer in Lima on 3 March. "
    "Chile and Peru signed an agreement on mining. Chile will build a new terminal by June 2025."
)


def test_what_one_side_promised_belongs_to_the_relation_its_document_tells_of(tmp_path):
    with Ledger.open(tmp_path / "it.db", settings=Settings()) as ledger:
        (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
        ledger.add(tmp_path / "a.txt", published="2025-03-04")
        promises = ledger.records(kind="commitment", relation="PER-CHL")
        assert [record.get("by") for record in promises] == [["Chile"]]
        assert promises[0].states == ("CHL", "PER")
