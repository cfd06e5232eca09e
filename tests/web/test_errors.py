"""Every error has one shape, says what to do, and tells nothing of the inside."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from comity.errors import DamagedStore, StoreBusy, UsageError
from comity.ledger import Ledger
from comity.web.errors import told
from web.conftest import ADDRESS

API = "/api/v1"


@pytest.mark.parametrize(
    ("method", "address", "status", "code"),
    [
        ("GET", "/nowhere", 404, "not_found"),
        ("GET", f"{API}/nowhere", 404, "not_found"),
        ("DELETE", f"{API}/records", 405, "method_not_allowed"),
        ("GET", f"{API}/records/ev-aaaaaaaaaaaa", 404, "not_found"),
        ("GET", f"{API}/records/%00%FF%ED%A0%80", 404, "not_found"),
        ("GET", f"{API}/documents/nothing", 404, "not_found"),
        ("GET", f"{API}/records?kind=rumour", 400, "usage"),
        ("GET", f"{API}/records?since=soon", 400, "usage"),
        ("GET", f"{API}/records?after=ev-aaaaaaaaaaaa", 400, "usage"),
        ("GET", f"{API}/records?limit=0", 422, "invalid"),
        ("GET", f"{API}/records?limit=many", 422, "invalid"),
        ("GET", f"{API}/records?relatoin=BRA-ARG", 422, "invalid"),
        ("GET", f"{API}/records?relation=BRA-ARG-CHL", 422, "invalid"),
        ("GET", f"{API}/documents?after=nothing", 400, "usage"),
        ("GET", f"{API}/brief", 422, "invalid"),
        ("GET", f"{API}/search?q=", 422, "invalid"),
        ("GET", f"{API}/search?q=%3F%21", 400, "usage"),
        ("GET", f"{API}/records?relation=XXX-CHN", 400, "usage"),
        ("GET", "/ledger.json?relation=XXX-CHN", 400, "usage"),
        ("GET", "/index.json?relation=Vietnam", 400, "usage"),
        ("GET", "/search.json?text=%3F%21", 400, "usage"),
        ("POST", f"{API}/decisions", 422, "invalid"),
    ],
)
def test_shape(bearer, method, address, status, code):
    answer = bearer.request(method, address)
    assert answer.status_code == status, answer.text
    assert set(answer.json()) == {"error"}
    error = answer.json()["error"]
    assert set(error) == {"code", "message", "hint"}
    assert error["code"] == code
    assert error["message"]
    assert error["hint"]
    assert answer.headers["content-type"].startswith("application/json")


@pytest.mark.parametrize(
    ("address", "message"),
    [
        (f"{API}/records?limit=0", "limit is less than 1"),
        (f"{API}/records?limit=many", "limit is no whole number"),
        (f"{API}/records?relatoin=BRA-ARG", "relatoin is not known here"),
        (f"{API}/records?relation=BRA-ARG-CHL", "relation is not written as it is taken"),
        (f"{API}/brief", "relation is missing"),
        (f"{API}/records?actor={'x' * 301}", "actor is longer than 300 characters"),
        (f"{API}/records?actor=%00", "actor cannot be used (no signs that cannot be printed)"),
        (f"{API}/records?relation=VMN-CHN", "there is no state with the ISO 3166 code 'VMN'"),
    ],
)
def test_what_is_wrong_is_said_in_our_own_words(bearer, address, message):
    assert bearer.get(address).json()["error"]["message"] == message


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("{", "the body is no JSON"),
        ("[]", "the body is no JSON object"),
        ('{"action": "accept", "targets": "ev-a", "who": "Ana"}', "targets is no list"),
        ('{"action": "accept", "targets": [], "who": "Ana"}', "targets has fewer than 1 entries"),
        ('{"action": 7, "targets": ["ev-a"], "who": "Ana"}', "action is no text"),
    ],
)
def test_what_is_wrong_with_a_body_too(bearer, body, message):
    answer = bearer.post(f"{API}/decisions", content=body, headers={"Content-Type": "application/json"})
    assert answer.json()["error"]["message"] == message


def test_a_page_on_a_relation_that_is_none_is_one_sentence(desk):
    answer = desk.get("/?relation=VMN-CHN", headers={"Accept": "text/html"})
    assert answer.status_code == 400
    assert "there is no state with the ISO 3166 code" in answer.text
    assert "VNM (Vietnam)" in answer.text


def test_a_search_without_a_word_says_so(desk):
    assert "No word was given" in desk.get("/search?text=", headers={"Accept": "text/html"}).text
    assert "No word was given" not in desk.get("/search", headers={"Accept": "text/html"}).text
    answer = desk.get("/search?text=%3F%21", headers={"Accept": "text/html"})
    assert (answer.status_code, "has no word to search for" in answer.text) == (400, True)


def test_a_decision_that_cannot_be_taken(bearer):
    asked = {"action": "merge", "targets": ["ev-aaaaaaaaaaaa"], "who": "Ana"}
    assert bearer.post(f"{API}/decisions", json=asked).json()["error"]["code"] == "not_found"
    asked = {"action": "praise", "targets": ["ev-aaaaaaaaaaaa"], "who": "Ana"}
    answer = bearer.post(f"{API}/decisions", json=asked)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "decision")


@pytest.mark.parametrize("value", ["NaN", "Infinity", "[-Infinity]", '{"a": NaN}', '"\\ud800"'])
def test_values_that_no_answer_could_carry(bearer, value):
    body = f'{{"action": "correct", "targets": ["ev-a"], "who": "Ana", "field": "date", "value": {value}}}'
    answer = bearer.post(f"{API}/decisions", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "invalid")


@pytest.mark.parametrize("body", [b"{", b"[" * 100_000, b"\xff\xfe", b""])
def test_bodies_that_are_no_json(bearer, body):
    answer = bearer.post(f"{API}/decisions", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in {400, 422}
    assert set(answer.json()["error"]) == {"code", "message", "hint"}


@pytest.mark.parametrize(("error", "status"), [(StoreBusy, 503), (DamagedStore, 500), (UsageError, 400)])
def test_errors_of_the_ledger(bearer, monkeypatch, error, status):
    def raised(self: Ledger) -> None:
        raise error("the ledger cannot; try again")

    monkeypatch.setattr(Ledger, "statistics", raised)
    answer = bearer.get(f"{API}/statistics")
    assert answer.status_code == status
    assert answer.json() == {"error": {"code": error.code, "message": "the ledger cannot", "hint": "try again"}}


def test_a_defect_tells_nothing_of_the_inside(app, monkeypatch):
    def broken(self: Ledger) -> None:
        raise KeyError("secret of the inside")

    monkeypatch.setattr(Ledger, "statistics", broken)
    with TestClient(app, base_url=ADDRESS, raise_server_exceptions=False) as client:
        answer = client.get(f"{API}/statistics")
    assert answer.status_code == 500
    assert answer.json()["error"]["code"] == "defect"
    assert "secret" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_browsers_get_a_page_and_programs_data(desk):
    page = desk.get("/nowhere/<script>", headers={"Accept": "text/html,*/*"})
    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")
    assert "<script>" not in page.text.replace("<script src", "")
    assert desk.get("/nowhere.json", headers={"Accept": "text/html,*/*"}).json()["error"]["code"] == "not_found"


def test_sentences_are_divided_before_what_to_do():
    assert told("c", "a is b; c is d; do e")["error"] == {"code": "c", "message": "a is b; c is d", "hint": "do e"}
    assert told("c", "a is b")["error"] == {"code": "c", "message": "a is b", "hint": ""}
