"""Which relation a record belongs to."""

from __future__ import annotations

import pytest

from comity.errors import UsageError
from comity.ledger import Ledger
from comity.reconcile.relations import parsed
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


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("XX-YY", "there is no state with the ISO 3166 code 'XX'"),
        (("VNM", "QQQ"), "there is no state with the ISO 3166 code 'QQQ'"),
        ("VMN-CHN", "the nearest"),
        ("VNM-VNM", "is no relation"),
        ("VNM-CHN-USA", "is no relation"),
    ],
)
def test_a_relation_of_states_that_there_are_not_is_refused(tmp_path, asked, sentence):
    with Ledger.open(tmp_path / "it.db", settings=Settings()) as ledger:
        for question in (ledger.records, ledger.lines, ledger.conflicts, ledger.questions):
            with pytest.raises(UsageError, match=sentence):
                question(relation=asked)


def test_a_relation_may_be_written_in_any_order_and_case():
    assert parsed("vnm-chn") == parsed(("CHN", "vnm")) == ("CHN", "VNM")
    assert parsed(["VNM"]) == parsed(" vnm ") == ("VNM",)
