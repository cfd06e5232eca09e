"""Documents given to the server: read and added, or refused in one sentence."""

from __future__ import annotations

import sys
import types

import pytest

from cli.conftest import stand_in
from comity.vocab import load
from comity.web.taking import file_name
from web.conftest import csrf_of

DOCUMENTS = "/api/v1/documents"
FILE = f"{DOCUMENTS}/file"
NEWS = "LIMA, March 12 - Peru welcomed the offer of Chile to open a border post."


@pytest.fixture(autouse=True)
def without_model(monkeypatch):
    """The stand-in for reading: one position, the whole text."""
    module = types.ModuleType("comity.extract")
    module.extract = stand_in
    monkeypatch.setitem(sys.modules, "comity.extract", module)


def test_a_pasted_text_is_read_and_added(bearer):
    given = {"text": NEWS, "title": "Border post", "published": "2025-03-12", "publisher": "Own Agency"}
    answer = bearer.post(DOCUMENTS, json=given)
    assert answer.status_code == 201, answer.text
    added = answer.json()
    assert (added["state"], added["records"], added["new"]) == ("added", 1, 1)
    found = bearer.get(answer.headers["location"]).json()
    assert found["text"] == NEWS
    assert (found["document"]["title"], found["document"]["published"]) == ("Border post", "2025-03-12")
    assert bearer.get(f"/api/v1/records/{found['claims'][0]['claim']}").status_code == 200
    again = bearer.post(DOCUMENTS, json=given)
    assert (again.status_code, again.json()["state"]) == (200, "known")


@pytest.mark.parametrize(
    ("name", "media", "content"),
    [
        ("news.txt", "text/plain", NEWS.encode()),
        ("news.md", "text/markdown", b"---\ntitle: Border post\n---\n\n" + NEWS.encode()),
        ("news.TXT", "application/octet-stream", NEWS.encode("utf-16")),
        (
            "news.html",
            "text/html; charset=utf-8",
            f"<html><body><article><p>{NEWS} {NEWS}</p></article></body></html>".encode(),
        ),
    ],
)
def test_files_are_read_and_added(bearer, name, media, content):
    answer = bearer.post(FILE, files={"file": (name, content, media)}, data={"published": "2025-03-12"})
    assert answer.status_code == 201, answer.text
    assert NEWS in bearer.get(answer.headers["location"]).json()["text"]


def test_forms_of_the_desk_may_upload(signed_in):
    files = {"file": ("news.txt", NEWS.encode(), "text/plain")}
    assert signed_in.post(FILE, files=files).status_code == 403
    assert signed_in.post(FILE, files=files, data={"csrf": csrf_of(signed_in)}).status_code == 201


@pytest.mark.parametrize(
    ("name", "media", "content"),
    [
        ("news.exe", "application/x-msdownload", b"MZ"),
        ("news.pdf", "application/pdf", b"%PDF-1.7"),
        ("news.txt.exe", "text/plain", NEWS.encode()),
        ("news.txt", "image/svg+xml", b"<svg/>"),
        ("news.svg", "text/html", b"<svg/>"),
        ("news", "text/plain", NEWS.encode()),
    ],
)
def test_what_is_no_text_is_refused(bearer, name, media, content):
    answer = bearer.post(FILE, files={"file": (name, content, media)})
    assert (answer.status_code, answer.json()["error"]["code"]) == (415, "wrong_media")


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7 \x00\x01", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, b"", b" \n\t", b"\0" * 5000]
)
def test_what_only_looks_like_text_is_refused(bearer, content):
    answer = bearer.post(FILE, files={"file": ("news.txt", content, "text/plain")})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "unreadable_input")


def test_another_language_is_refused_and_leaves_nothing(bearer):
    before = bearer.get(DOCUMENTS).json()
    answer = bearer.post(DOCUMENTS, json={"text": "Bonjour, le Chili et le Pérou se sont mis d'accord."})
    assert answer.status_code == 422
    assert "English" in answer.json()["error"]["message"]
    assert bearer.get(DOCUMENTS).json() == before


@pytest.mark.parametrize("published", ["soon", "2025-13-01", "12/03/2025x"])
def test_dates_that_are_none(bearer, published):
    answer = bearer.post(DOCUMENTS, json={"text": NEWS, "published": published})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "usage")


@pytest.mark.parametrize("address", [DOCUMENTS, FILE, "/api/v1/decisions", "/signin"])
def test_bodies_that_are_too_long(bearer, address):
    limits = load("web")["body_bytes"]
    most = next(most for beginning, most in limits.items() if address.startswith(beginning))
    answer = bearer.post(address, content=b" " * (most + 1), headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too_large")


def test_bodies_that_do_not_say_how_long_they_are(bearer):
    most = load("web")["body_bytes"][DOCUMENTS]
    pieces = (b" " * 500_000 for _ in range(most // 500_000 + 2))
    answer = bearer.post(DOCUMENTS, content=pieces, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too_large")


def test_a_file_that_is_too_long(bearer):
    files = {"file": ("news.txt", b"a" * (load("ingest")["limits"]["html_bytes"] + 1), "text/plain")}
    assert bearer.post(FILE, files=files).status_code == 422
    files = {"file": ("news.txt", b"a" * load("web")["body_bytes"][FILE], "text/plain")}
    assert bearer.post(FILE, files=files).status_code == 413


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("..\\..\\boot.txt", "boot.txt"),
        ("C:\\x\\news.txt", "news.txt"),
        ("/etc/shadow.txt", "shadow.txt"),
        ("a\r\nb\0.txt", "a-b.txt"),
        ("<b>x</b>.txt", "b.txt"),
        ("tin tức.txt", "tin-tức.txt"),
    ],
)
def test_names_lead_nowhere(bearer, tmp_path, given, kept):
    assert file_name(given) == kept
    before = {path.name for path in tmp_path.iterdir()}
    answer = bearer.post(FILE, files={"file": (given, NEWS.encode(), "text/plain")})
    assert answer.status_code in {200, 201, 415, 422}
    assert {path.name for path in tmp_path.iterdir()} <= before | {"ledger.db-wal", "ledger.db-shm"}


def test_no_address_in_a_document_is_followed(bearer, monkeypatch):
    def reached(*_: object, **__: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr("socket.create_connection", reached)
    monkeypatch.setattr("comity.ingest.fetch.fetch", reached)
    address = "http://attack.example/secret"
    texts = [
        address,
        f"---\nurl: {address}\n---\n\n{NEWS}",
        f"{address}\nfile:///etc/passwd\n{NEWS}",
        "/etc/passwd",
        "-",
    ]
    for text in texts:
        answer = bearer.post(DOCUMENTS, json={"text": text})
        assert answer.status_code in {201, 422}, answer.text
        if answer.status_code == 201:
            assert bearer.get(answer.headers["location"]).json()["text"] == text
    page = (
        f'<html><head><link rel=canonical href="{address}"></head><body><article><p>{NEWS} {NEWS}</p></article></html>'
    )
    assert bearer.post(FILE, files={"file": ("p.html", page.encode(), "text/html")}).status_code == 201
