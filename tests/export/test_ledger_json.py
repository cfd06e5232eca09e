from __future__ import annotations

import json
from itertools import islice

from comity.export import ledger_json
from query.shelf import EVERYTHING, shelf


def test_records_come_as_the_exchange_format_has_them():
    data = json.loads("".join(ledger_json.pieces(EVERYTHING.records())))
    assert list(data) == ["records"]
    record = next(r for r in data["records"] if r["kind"] == "indicator")
    assert {"id", "kind", "caption", "members", "fields", "status", "decisions"} <= record.keys()
    assert {m["record"] for m in record["members"]} == {0}
    assert sorted(m["document"] for m in record["members"]) == ["indicator-2023-03-01", "indicator-2024-03-01"]
    field = record["fields"]["value"]
    assert field["judgement"] == "contradicted"
    quotes = [quote for value in field["values"] for quote in value["quotes"]]
    assert all({"document", "start", "end", "exact"} <= quote.keys() for quote in quotes)


def test_an_empty_ledger_is_still_json():
    assert json.loads("".join(ledger_json.pieces(shelf().records()))) == {"records": []}


def test_nothing_is_read_ahead():
    def endless():
        while True:
            yield from EVERYTHING.records()

    assert len(list(islice(ledger_json.pieces(endless()), 50))) == 50
