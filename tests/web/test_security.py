"""What a stranger, another site, another machine and a hostile document cannot do."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from comity.ledger import Ledger
from comity.settings import Settings
from comity.vocab import load
from comity.web.access import Access, is_loopback
from comity.web.app import create_app
from comity.web.downloads import attachment
from comity.web.entering import own_address
from web.conftest import ADDRESS, TOKEN, csrf_of
from web.hostile import Reader, extractions

DECISIONS = "/api/v1/decisions"
STATISTICS = "/api/v1/statistics"


@pytest.fixture
def asked(desk: TestClient) -> dict[str, object]:
    """A decision that can be taken."""
    record = desk.get("/api/v1/records?limit=1").json()["items"][0]["id"]
    return {"action": "accept", "targets": [record], "who": "Ana"}


@pytest.fixture
def abroad(db: Path) -> TestClient:
    """A server that other machines reach."""
    app = create_app(db, settings=Settings(), token=TOKEN, host="0.0.0.0", names=["desk.example"])
    with TestClient(app, base_url="http://desk.example:8321", follow_redirects=False) as client:
        yield client


# the token


def test_reading_is_open_here_and_writing_needs_the_token(desk, asked):
    assert desk.get(STATISTICS).status_code == 200
    assert desk.post(DECISIONS, json=asked).status_code == 401
    for wrong in ("Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer", "Bearer \xe9", TOKEN):
        answer = desk.post(DECISIONS, json=asked, headers={"Authorization": wrong.encode("latin-1")})
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
    assert desk.get("/api/v1/decisions").json()["items"] == []
    assert desk.post(DECISIONS, json=asked, headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 201


def test_beyond_this_machine_everything_needs_the_token(abroad):
    for address in ("/", "/index.json", STATISTICS, "/api/v1/openapi.json", "/?mytoken=1", "/api/v1/records?token=x"):
        assert abroad.get(address, headers={"Accept": "application/json"}).status_code == 401, address
    assert abroad.get(f"/?token={TOKEN}x", headers={"Accept": "application/json"}).status_code == 401
    assert abroad.get(f"{STATISTICS}?token={TOKEN}").status_code == 401
    assert abroad.get(STATISTICS, headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_beyond_this_machine_browsers_are_shown_the_way_in(abroad):
    answer = abroad.get("/ledger?kind=event", headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/signin?next=/ledger%3Fkind%3Devent")
    assert abroad.get(answer.headers["location"]).status_code == 200
    answer = abroad.post("/signin", data={"token": TOKEN, "next": "/ledger?kind=event"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/ledger?kind=event")
    assert abroad.get(STATISTICS).status_code == 200


def test_a_new_server_makes_a_token_that_nobody_guesses(db):
    tokens = {create_app(db, settings=Settings()).state.desk.access.token for _ in range(5)}
    assert len(tokens) == 5
    assert all(len(token) >= 40 for token in tokens)
    assert TOKEN not in repr(Access("127.0.0.1", TOKEN))


def test_an_address_with_the_token_is_exchanged_for_a_session(desk):
    answer = desk.get("/ledger", params={"token": TOKEN, "kind": "event"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/ledger?kind=event")
    cookie = answer.headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=strict", "Path=/"))
    assert TOKEN not in cookie
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("cookie", ["", "x", "1.2", "1.2.3", "9999999999.aaaa.bbbb", "é.ü.ß", "..", "a.b." + "0" * 64])
def test_forged_cookies(desk, asked, cookie):
    name = desk.app.state.desk.access.cookie
    headers = {"Cookie": f"{name}={cookie}".encode()}
    assert desk.post(DECISIONS, json=asked, headers=headers).status_code == 401


def test_sessions_end(desk, monkeypatch):
    access = desk.app.state.desk.access
    cookie = access.new_session()
    assert access.session(cookie)
    assert Access("127.0.0.1", "another token").session(cookie) is None
    later = int(cookie.partition(".")[0]) + load("web")["session_seconds"] + 1
    monkeypatch.setattr("comity.web.access.time.time", lambda: later)
    assert access.session(cookie) is None


def test_signing_out(signed_in):
    answer = signed_in.post("/signout", data={"csrf": csrf_of(signed_in)})
    assert answer.status_code == 303
    assert "Max-Age=0" in answer.headers["set-cookie"]
    assert not signed_in.cookies


@pytest.mark.parametrize(
    "target", ["//evil.example", "/\\evil.example", "https://evil.example", "evil", "/a\r\nSet-Cookie: x", "/\tx", ""]
)
def test_signing_in_leads_nowhere_else(desk, target):
    answer = desk.post("/signin", data={"token": TOKEN, "next": target})
    assert answer.headers["location"] == "/"
    assert own_address(target) == "/"
    assert desk.get("//evil.example/", params={"token": TOKEN}).headers.get("location", "/") == "/"


# other sites


def test_a_session_alone_does_not_write(signed_in, asked):
    assert signed_in.post(DECISIONS, json=asked).status_code == 403
    wrong = {"X-CSRF-Token": "0" * 64}
    assert signed_in.post(DECISIONS, json=asked, headers=wrong).status_code == 403
    own = {"X-CSRF-Token": csrf_of(signed_in)}
    assert signed_in.post(DECISIONS, json=asked, headers=own).status_code == 201


def test_forms_carry_the_sign_in_a_field(signed_in):
    assert signed_in.post("/signout", data={"csrf": "wrong"}).status_code == 403
    assert signed_in.post("/signout", files={"csrf": ("csrf", b"file")}).status_code == 403
    assert signed_in.post("/signout", data={"csrf": csrf_of(signed_in)}).status_code == 303


def test_the_sign_of_another_session_is_no_good(signed_in, asked):
    access = signed_in.app.state.desk.access
    other = access.session(access.new_session())
    assert signed_in.post(DECISIONS, json=asked, headers={"X-CSRF-Token": other.csrf}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "https://127.0.0.1:8321"},
        {"Origin": "http://127.0.0.1:8321.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_writes_from_other_sites(signed_in, asked, headers):
    sign = {"X-CSRF-Token": csrf_of(signed_in)}
    answer = signed_in.post(DECISIONS, json=asked, headers={**sign, **headers})
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "forged")
    own = {"Origin": ADDRESS, "Sec-Fetch-Site": "same-origin"}
    assert signed_in.post(DECISIONS, json=asked, headers={**sign, **own}).status_code == 201


def test_no_other_site_may_read(desk):
    answer = desk.get(STATISTICS, headers={"Origin": "http://evil.example"})
    assert "access-control-allow-origin" not in answer.headers
    answer = desk.options(STATISTICS, headers={"Origin": "http://e.example", "Access-Control-Request-Method": "GET"})
    assert answer.status_code == 405


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "", "10.0.0.1", "[::2]"]
)
def test_forged_hosts(desk, host):
    answer = desk.get(STATISTICS, headers={"Host": host})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "wrong_host")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8321", "LOCALHOST", "[::1]:8321", "127.0.0.2:1"])
def test_own_hosts(desk, host):
    assert desk.get(STATISTICS, headers={"Host": host}).status_code == 200


def test_hosts_beyond_this_machine(abroad):
    token = {"Authorization": f"Bearer {TOKEN}"}
    for host, status in {"desk.example": 200, "192.0.2.7:8321": 200, "evil.example": 400}.items():
        assert abroad.get(STATISTICS, headers={**token, "Host": host}).status_code == status


def test_what_is_this_machine():
    assert all(map(is_loopback, ("127.0.0.1", "localhost", "::1", "127.9.9.9")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "", "192.0.2.1", "localhost.example")))


# writes in numbers, headers


def test_too_many_writes(bearer):
    burst = load("web")["writes"]["burst"]
    answers = [bearer.post(DECISIONS, json={}) for _ in range(burst + 20)]
    assert {answer.status_code for answer in answers} == {422, 429}
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert refused.json()["error"]["code"] == "too_many"
    assert int(refused.headers["retry-after"]) >= 1
    assert bearer.get(STATISTICS).status_code == 200


@pytest.mark.parametrize(
    "address", ["/", "/signin", "/nowhere", STATISTICS, "/static/desk.css", "/api/v1/records?limit=x"]
)
def test_headers_of_every_answer(desk, address):
    headers = desk.get(address, headers={"Accept": "text/html"}).headers
    policy = {part.split()[0]: part.split()[1:] for part in headers["content-security-policy"].split(";")}
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == ["'none'"]
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == policy["form-action"] == ["'self'"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert "server" not in headers


# hostile documents


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """The desk on a ledger of attacks, signed in."""
    path = tmp_path_factory.mktemp("hostile") / "ledger.db"
    with Ledger.open(path, settings=Settings()) as ledger:
        assert {added.state for added in ledger.add_extractions(extractions())} == {"added"}
    app = create_app(path, settings=Settings(), token=TOKEN)
    with TestClient(app, base_url=ADDRESS, follow_redirects=True, headers={"Accept": "text/html"}) as client:
        client.get("/signin", params={"token": TOKEN})
        yield client


def test_no_attack_gets_into_a_page(hostile):
    waiting, seen, reached = ["/"], set(), 0
    while waiting and reached < 120:
        address = waiting.pop(0)
        kind = address.partition("?")[0].partition("#")[0]
        if address in seen or kind.startswith("/static/"):
            continue
        seen.add(address)
        answer = hostile.get(address)
        assert answer.status_code < 500, address
        if answer.headers["content-type"].startswith("text/html"):
            reader = Reader()
            reader.feed(answer.text)
            assert not reader.faults, (address, reader.faults)
            waiting += reader.links
            reached += 1
        elif answer.headers["content-type"].startswith("text/csv"):
            assert not [cell for cell in answer.text.split(",") if cell.strip('"').startswith("=")]
    assert reached > 20


def test_errors_repeat_no_attack(hostile):
    for address in ("/<script>attack()</script>", "/records/<script>attack()</script>", "/?since=<script>attack()"):
        reader = Reader()
        reader.feed(hostile.get(address).text)
        assert not reader.faults


def test_data_is_never_taken_for_a_page(hostile):
    for address in ("/api/v1/records", "/api/v1/documents", "/api/v1/search?q=attack", "/index.json"):
        answer = hostile.get(address)
        assert answer.headers["content-type"].startswith("application/json"), address
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_names_of_downloads():
    for name in (
        "../x.csv",
        'a"b\r\nX: y.csv',
        "\u202efdp.exe.csv",
        "<b>.csv",
        "..",
        "",
        "a" * 500 + ".csv",
        "C:\\x.csv",
    ):
        header = attachment(name)["Content-Disposition"]
        assert header.isascii()
        assert not set(header.split("filename*")[0]) & set("/\\\r\n<>:")
        assert len(header) < 700
    assert attachment("VNM-CHN 2025.csv")["Content-Disposition"] == 'attachment; filename="VNM-CHN-2025.csv"'


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static//etc/passwd",
        "/static/..\\app.py",
        "/static/%00",
    ],
)
def test_static_files_lead_nowhere_else(desk, path):
    answer = desk.get(path)
    assert answer.status_code in {404, 405}, answer.text[:100]
