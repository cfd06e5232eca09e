"""The API answers what the ledger knows, page by page, as its own description says."""

from __future__ import annotations

import json
import sys
import types
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from cli.conftest import stand_in
from comity.ledger import Ledger
from comity.ledger.lists import shortened
from comity.settings import Settings
from comity.vocab import load
from comity.web.api import shapes
from comity.web.app import create_app
from web.conftest import TOKEN

API = "/api/v1"


@pytest.fixture
def ledger(db):
    with Ledger.open(db, settings=Settings()) as opened:
        yield opened


def every(client, address: str, limit: int, **filters: str) -> list[dict]:
    """All items of a list, read page by page along the links."""
    found, following = [], None
    while True:
        after = {"after": following} if following else {}
        page = client.get(address, params={"limit": limit, **filters, **after})
        assert page.status_code == 200, page.text
        body = page.json()
        found += body["items"]
        assert len(body["items"]) <= limit
        assert ("link" in page.headers) == (body["next"] is not None)
        if body["next"] is None:
            return found
        following = body["next"]
        linked = page.headers["link"].partition(">")[0].lstrip("<")
        assert client.get(linked).json()["items"][:1] == every_first(client, address, limit, filters, following)


def every_first(client, address, limit, filters, following) -> list[dict]:
    return client.get(address, params={"limit": limit, **filters, "after": following}).json()["items"][:1]


@pytest.mark.parametrize("limit", [1, 7, 50, 200])
def test_paging_gives_every_record_once(desk, ledger, limit):
    if limit == 1:
        filters = {"kind": "event"}
        expected = ledger.records(kind="event")
    else:
        filters, expected = {}, ledger.records()
    found = every(desk, f"{API}/records", limit, **filters)
    assert [record["id"] for record in found] == [record.id for record in expected]
    assert len({record["id"] for record in found}) == len(found) > 20


def test_paging_through_the_other_lists(bearer, ledger):
    for record in ledger.records(limit=5):
        ledger.decide("accept", record.id, who="Ana")
    heads = every(bearer, f"{API}/documents", 5)
    assert [head["key"] for head in heads] == [head.key for head in ledger.documents()]
    decisions = every(bearer, f"{API}/decisions", 2)
    assert [decision["id"] for decision in decisions] == [decision.id for decision in ledger.decisions()]
    conflicts = every(bearer, f"{API}/conflicts", 1)
    expected = [(record.id, view.name) for record in ledger.conflicts() for view in record.conflicts]
    assert [(item["record"]["id"], item["field"]) for item in conflicts] == expected
    assert expected


@pytest.mark.parametrize(
    "filters",
    [
        {"kind": "commitment"},
        {"relation": "CHN-VNM"},
        {"relation": "vnm-chn", "kind": "agreement"},
        {"since": "2024-08-01", "until": "2024-12-31"},
        {"judgement": "contradicted"},
        {"sector": "trade"},
        {"certainty": "hedged"},
        {"text": "treaty"},
        {"as_of": "2024-08-20"},
        {"review": "accepted"},
    ],
)
def test_filters_are_those_of_the_ledger(desk, ledger, filters):
    ledger.decide("accept", ledger.records(limit=1)[0].id, who="Ana")
    expected = [shortened(record).as_dict() for record in ledger.records(**filters)]
    assert every(desk, f"{API}/records", 40, **filters) == json.loads(json.dumps(expected))
    assert expected


def test_lists_have_the_first_evidence_and_the_record_itself_all(desk, ledger):
    most = load("store")["short"]
    record = max(ledger.records(), key=lambda record: record.tellings)
    (listed,) = [each for each in every(desk, f"{API}/records", 200) if each["id"] == record.id]
    whole = desk.get(f"{API}/records/{record.id}").json()
    assert listed["tellings"] == whole["tellings"] >= len(listed["members"])
    assert listed["joins"] == []
    assert len(whole["joins"]) > 0
    for name, view in listed["fields"].items():
        assert view["value"] == whole["fields"][name]["value"]
        assert len(view["values"]) == min(most["values"], len(whole["fields"][name]["values"]))


def test_a_record_by_the_id_of_any_claim(desk, ledger):
    record = next(record for record in ledger.records() if len(record.members) > 2)
    assert desk.get(f"{API}/records/{record.id}").json() == json.loads(json.dumps(record.as_dict()))
    for member in record.members:
        for rest in ("", "/history"):
            answer = desk.get(f"{API}/records/{member.claim}{rest}")
            if member.claim == record.id:
                assert answer.status_code == 200
            else:
                assert answer.status_code == 307
                assert answer.headers["location"] == f"{API}/records/{record.id}{rest}"


def test_history_tells_who_told_and_who_ruled(bearer, ledger):
    record = next(record for record in ledger.records() if len(record.members) > 1)
    ruled = bearer.post(f"{API}/decisions", json={"action": "accept", "targets": [record.id], "who": "Ana"}).json()
    history = bearer.get(f"{API}/records/{record.id}/history").json()
    days = [member["published"] for member in history["told"]]
    assert days == sorted(days)
    assert len(days) == len(record.members)
    assert [decision["id"] for decision in history["decisions"]] == [ruled["id"]]
    assert ruled["anchors"][0]["quote"]["exact"]


def test_decisions_take_effect_and_can_be_undone(bearer):
    item = bearer.get(f"{API}/conflicts?limit=1").json()["items"][0]
    record, field = item["record"]["id"], item["field"]
    asked = {"action": "both", "targets": [record], "field": field, "who": "Ana", "why": "two ways to count"}
    ruled = bearer.post(f"{API}/decisions", json=asked).json()
    assert bearer.get(f"{API}/records/{record}").json()["fields"][field]["decision"] == ruled["id"]
    undone = bearer.post(f"{API}/decisions", json={"action": "undo", "targets": [ruled["id"]], "who": "Ana"})
    assert undone.status_code == 201
    assert bearer.get(f"{API}/records/{record}").json()["fields"][field]["decision"] is None
    assert len(bearer.get(f"{API}/decisions").json()["items"]) == 2


@pytest.mark.parametrize("value", ["lots", [3], {"value": 3}, True])
def test_a_correction_that_the_field_cannot_hold_is_refused(bearer, ledger, value):
    record = next(r for r in ledger.records(kind="indicator") if r.fields["value"].value is not None)
    asked = {"action": "correct", "targets": [record.id], "field": "value", "value": value, "who": "Ana"}
    answer = bearer.post(f"{API}/decisions", json=asked)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "decision")
    assert ledger.decisions() == ()


def test_documents_come_with_text_and_claims(desk, ledger):
    head = ledger.documents()[0]
    found = desk.get(f"{API}/documents/{head.key}").json()
    assert found["document"] == json.loads(json.dumps(head.as_dict()))
    assert found["claims"]
    for claim in found["claims"]:
        for quote in claim["quotes"]:
            assert found["text"][quote["start"] : quote["end"]] == quote["exact"]
        assert desk.get(f"{API}/records/{claim['claim']}").status_code in {200, 307}
    assert desk.get(f"{API}/documents/{head.name}").json() == found


def test_search_finds_records_and_passages(desk):
    hits = desk.get(f"{API}/search", params={"q": "hanoi"}).json()["items"]
    assert {hit["sort"] for hit in hits} == {"record", "passage"}
    for hit in hits:
        assert all(hit["snippet"][start:end].casefold() for start, end in hit["marks"])


def test_views(desk, ledger):
    pairs = {item["relation"]: item["records"] for item in desk.get(f"{API}/relations").json()["items"]}
    assert pairs == ledger.statistics()["relations"]
    points = desk.get(f"{API}/intensity?relation=VNM-CHN").json()["points"]
    assert points
    assert all(point["total"] == pytest.approx(point["cooperation"] + point["conflict"]) for point in points)
    brief = desk.get(
        f"{API}/brief", params={"relation": "VNM-CHN", "as_of": "2025-12-31", "since": "2025-01-01"}
    ).json()
    lines = [line for section in brief["sections"] for line in section["lines"]]
    assert lines
    assert all(line["quotes"] for line in lines)
    queue = desk.get(f"{API}/review?limit=2").json()
    assert len(queue["items"]) == 2 <= queue["total"]
    assert queue["items"][0]["weight"] >= queue["items"][1]["weight"]


def test_the_description_is_whole(desk):
    described = desk.get(f"{API}/openapi.json").json()
    for address, methods in described["paths"].items():
        assert address.startswith(f"{API}/"), "pages are no part of the API"
        for method, operation in methods.items():
            assert operation["description"]
            assert operation["responses"]["422"]["content"]["application/json"]["schema"]["$ref"].endswith("/Problem")
            successes = [operation["responses"][code] for code in operation["responses"] if code.startswith("2")]
            assert all("$ref" in answer["content"]["application/json"]["schema"] for answer in successes), method
    assert described["components"]["securitySchemes"] == {
        "token": {
            "type": "http",
            "scheme": "bearer",
            "description": described["components"]["securitySchemes"]["token"]["description"],
        }
    }
    assert described["components"]["schemas"]["Ask"]["examples"]


ANSWERS = [shape for shape in vars(shapes).values() if isinstance(shape, type) and issubclass(shape, shapes.Answer)]


@pytest.mark.parametrize("shape", [shape for shape in ANSWERS if shape is not shapes.Answer], ids=lambda s: s.__name__)
def test_every_answer_has_an_example_of_its_shape(shape):
    (example,) = shape.model_json_schema()["examples"]
    assert shape.model_validate(example).model_dump(by_alias=True) == example


def test_every_address_has_an_example_of_what_it_takes_and_answers():
    described = DESCRIBED.raw_schema
    for methods in described["paths"].values():
        for operation in methods.values():
            for code, answer in operation["responses"].items():
                if not code.startswith("3"):
                    name = answer["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
                    assert described["components"]["schemas"][name]["examples"]
            for media, body in operation.get("requestBody", {"content": {}})["content"].items():
                name = body["schema"]["$ref"].rpartition("/")[2]
                assert media.startswith("multipart/") or described["components"]["schemas"][name]["examples"]


CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
DESCRIBED = schemathesis.openapi.from_dict(create_app(Path("described.db"), settings=Settings()).openapi())
ADDRESSES = sorted(
    (address, method.upper()) for address, methods in DESCRIBED.raw_schema["paths"].items() for method in methods
)


@pytest.mark.parametrize(("address", "method"), ADDRESSES, ids=lambda part: part.removeprefix(API))
@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
def test_contract(app, monkeypatch, address, method, mode):
    """Whatever the description allows, and what it does not, is answered as it says."""
    operation = DESCRIBED[address][method]
    if mode is GenerationMode.NEGATIVE and not (operation.body or [*operation.iter_parameters()]):
        return  # nothing is asked, so nothing can be asked wrongly
    strategy = operation.as_strategy(generation_mode=mode)
    module = types.ModuleType("comity.extract")
    module.extract = stand_in
    monkeypatch.setitem(sys.modules, "comity.extract", module)
    monkeypatch.setattr("comity.web.guard.Writes.count", lambda self, visitor: None)
    known = {"Authorization": f"Bearer {TOKEN}", "Host": "127.0.0.1:8321"}

    @given(case=strategy)
    @settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def answered(case: schemathesis.Case) -> None:
        case.call_and_validate(app=app, headers=known, checks=CHECKS, allow_redirects=False)

    answered()
