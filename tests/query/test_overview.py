from __future__ import annotations

import json
from datetime import date

from comity.query import overview
from query.shelf import EVERYTHING, shelf


def test_numbers():
    found = overview(EVERYTHING.documents(), EVERYTHING.records(), date(2024, 12, 31))
    assert (found.documents, found.undated, found.first, found.last) == (
        7,
        0,
        "2023-02-01",
        "2024-05-06".replace("05-06", "06-10"),
    )
    assert found.classes == {"media": 3, "news_agency": 1, "official": 3}
    assert found.kinds == {"event": 1, "project": 1, "commitment": 1, "indicator": 1, "role": 1}
    assert (found.conflicts, found.standings["overdue"], found.single_source) == (1, 1, 3)
    assert found.single_source_share == 0.6
    assert json.loads(json.dumps(found.as_dict()))["standings"] == {"overdue": 1, "due": 0, "dormant": 0}


def test_an_empty_ledger_has_zeros():
    found = overview((), shelf().records(), date(2024, 1, 1))
    assert (found.documents, found.records, found.single_source_share, found.first) == (0, 0, 0.0, "")
