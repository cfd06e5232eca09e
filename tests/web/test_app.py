"""The server as a whole: pages and their twins, answers that are still good, many readers beside a writer, serving."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import APIRouter, Request
from fastapi.testclient import TestClient

from comity.cli.serve import greeting, listen
from comity.errors import ComityError, UsageError
from comity.ledger import Ledger
from comity.settings import Settings
from comity.web import pages
from comity.web.access import Access
from comity.web.app import create_app
from comity.web.desk import TheLedger
from comity.web.twins import View, page
from sample import NAMES, extraction
from web.conftest import ADDRESS, TOKEN

own = APIRouter()


@page(own, "/own/{name}")
def shown(request: Request, ledger: TheLedger, name: str, number: int = 1) -> View:
    """A page of these tests."""
    rows = [{"name": name, "number": number, "documents": len(ledger.documents())}, {"name": "=1+1", "number": None}]
    error = {"message": name, "hint": ""}
    return View(
        "error.html", {"error": error, "status_code": 200}, {"name": name, "number": number}, rows, f"own-{name}"
    )


@pytest.fixture
def paged(db: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setattr(pages, "routers", (*pages.routers, own))
    with TestClient(create_app(db, settings=Settings(), token=TOKEN), base_url=ADDRESS) as client:
        yield client


# twins


def test_every_page_is_data_too(paged):
    page_, data, table = (paged.get(f"/own/x{suffix}?number=7") for suffix in ("", ".json", ".csv"))
    assert page_.headers["content-type"] == "text/html; charset=utf-8"
    assert data.json() == {"name": "x", "number": 7}
    assert table.content.startswith(b"\xef\xbb\xbf")
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert table.headers["content-disposition"] == 'attachment; filename="own-x.csv"'
    assert table.content.decode("utf-8-sig").splitlines() == ["name,number,documents", "x,7,12", "'=1+1,,"]


def test_pages_check_what_they_are_asked(paged):
    assert paged.get("/own/x.json?number=many").json()["error"]["code"] == "invalid"


def test_lone_surrogates_stop_no_answer(paged):
    assert paged.get("/own/%ED%A0%80.json").status_code == 200


def test_answers_are_compressed_where_the_visitor_takes_that(paged):
    plain = paged.get("/api/v1/records", headers={"Accept-Encoding": "identity"})
    packed = paged.get("/api/v1/records", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.json() == plain.json()
    assert int(packed.headers["content-length"]) < int(plain.headers["content-length"]) / 3
    assert "Accept-Encoding" in packed.headers["vary"]


# answers that are still good


@pytest.mark.parametrize(
    "address", ["/own/x", "/own/x.json", "/own/x.csv", "/api/v1/statistics", "/api/v1/records?limit=3"]
)
def test_an_answer_is_good_until_the_ledger_changes(paged, db, address):
    first = paged.get(address)
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "private, no-cache"
    again = paged.get(address, headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    with Ledger.open(db, settings=Settings()) as ledger:
        ledger.decide("accept", ledger.records(limit=1)[0].id, who="Ana")
    changed = paged.get(address, headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag


def test_tags_are_for_one_address_and_one_visitor(paged):
    tag = paged.get("/own/x").headers["etag"]
    assert paged.get("/own/y", headers={"If-None-Match": tag}).status_code == 200
    assert paged.get("/own/x?number=2", headers={"If-None-Match": tag}).status_code == 200
    paged.get("/signin", params={"token": TOKEN})
    assert paged.get("/own/x", headers={"If-None-Match": tag}).status_code == 200
    assert "etag" not in paged.get("/api/v1/records/ev-aaaaaaaaaaaa").headers
    assert paged.get("/api/v1/records/ev-aaaaaaaaaaaa", headers={"If-None-Match": "*"}).status_code == 404


def test_files_with_a_mark_are_kept_for_good(desk):
    assert "immutable" in desk.get("/static/desk.css?v=abc").headers["cache-control"]
    assert desk.get("/static/desk.css").headers["cache-control"] == "no-cache"


# many at a time


def test_readers_are_not_disturbed_by_a_writer(tmp_path):
    path = tmp_path / "ledger.db"
    done = threading.Event()
    app = create_app(path, settings=Settings(), token=TOKEN)
    addresses = ["/api/v1/records?limit=20", "/api/v1/statistics", "/api/v1/search?q=treaty", "/api/v1/review"]

    def read(number: int, client: TestClient) -> set[int]:
        seen: set[int] = set()
        while not done.is_set() or not seen:
            seen.add(client.get(addresses[number % len(addresses)]).status_code)
        return seen

    def write() -> None:
        with Ledger.open(path, settings=Settings()) as ledger:
            for turn in range(2):
                for name in NAMES:
                    made = extraction(name)
                    document = replace(made.document, publisher=f"Outlet {turn}")
                    assert ledger.add_extraction(replace(made, document=document)).state == "added"

    with TestClient(app, base_url=ADDRESS) as client, ThreadPoolExecutor(51) as pool:
        readers = [pool.submit(read, number, client) for number in range(50)]
        try:
            pool.submit(write).result(timeout=240)
        finally:
            done.set()
        assert set().union(*(reader.result(timeout=60) for reader in readers)) == {200}
        assert client.get("/api/v1/statistics").json()["documents"] == 2 * len(NAMES)


# comity serve


def served(folder: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "comity", "serve", "--no-open", "--port", "0", *options]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def printed(server: subprocess.Popen[str]) -> str:
    """The address that a server prints."""
    for line in server.stdout:
        if line.strip().startswith("http://"):
            return line.strip()
    raise AssertionError(server.stderr.read())


def fetched(address: str, **headers: str) -> tuple[int, str]:
    request = urllib.request.Request(address, headers=headers)
    for _ in range(100):
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError("the server does not answer")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="needs Ctrl-C as a signal")
def test_serving_an_empty_ledger_until_ctrl_c(tmp_path):
    with served(tmp_path, "--db", "new.db") as server:
        try:
            address = printed(server)
            base, _, token = address.partition("?token=")
            assert (tmp_path / "new.db").is_file()
            status, body = fetched(f"{base}api/v1/statistics")
            assert (status, '"documents":0' in body) == (200, True)
            assert fetched(f"{base}api/v1/statistics", Host="evil.example")[0] == 400
            assert len(token) >= 40
        finally:
            server.send_signal(signal.SIGINT)
            output, complaints = server.communicate(timeout=60)
    assert server.returncode == 0
    assert "Traceback" not in complaints
    assert "closed" in output


@pytest.mark.slow
def test_what_cannot_be_served_is_said_in_one_sentence(tmp_path):
    (tmp_path / "notes.db").write_text("no ledger")
    with served(tmp_path, "--db", "notes.db") as server:
        output, complaints = server.communicate(timeout=120)
    assert (server.returncode, output, len(complaints.splitlines())) == (1, "", 1)
    assert "notes.db" in complaints


@pytest.mark.slow
def test_a_desk_that_cannot_read_says_so_and_shows_the_ledger(tmp_path, monkeypatch):
    monkeypatch.setenv("COMITY_PIPELINE", "nowhere")
    with served(tmp_path, "--db", "new.db") as server:
        try:
            base = printed(server).partition("?token=")[0]
            complaint = server.stderr.readline()
            assert fetched(f"{base}api/v1/statistics")[0] == 200
        finally:
            server.terminate()
    assert "cannot read articles" in complaint
    assert "pipeline nowhere cannot be loaded" in complaint


def test_a_port_that_is_taken():
    place = listen("127.0.0.1", 0)
    try:
        port = place.listening.getsockname()[1]
        assert place.address == f"http://127.0.0.1:{port}/"
        with pytest.raises(ComityError, match=f"port {port} of 127.0.0.1 is taken"):
            listen("127.0.0.1", port)
    finally:
        place.listening.close()


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host"])
def test_a_host_that_is_not_here(host):
    with pytest.raises(UsageError, match="host"):
        listen(host, 0)


def test_the_greeting_says_who_may_what():
    assert "may write" in greeting(Path("x.db"), "http://127.0.0.1:1/", "t", local=Access("127.0.0.1").local)
    assert "Other machines" in greeting(Path("x.db"), "http://127.0.0.1:1/", "t", local=Access("0.0.0.0").local)
