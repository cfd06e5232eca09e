import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from comity.errors import UnreadableInput, UsageError
from comity.ingest import fetch as module
from comity.ingest import read_url

from .texts import ARTICLE, ENGLISH, page

ANSWERS = {
    "/news/border.html": (200, {"Content-Type": "text/html; charset=utf-8"}, page(ARTICLE)),
    "/plain": (200, {"Content-Type": "text/plain; charset=windows-1251"}, "мир".encode("cp1251") * 9),
    "/old": (302, {"Location": "/news/border.html"}, b""),
    "/away": (302, {"Location": "ftp://example.org/x"}, b""),
    "/file": (302, {"Location": "file:///etc/hostname"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/large": (200, {"Content-Type": "text/plain"}, b"Talks begin. " * 800_000),
    "/report.pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        status, headers, body = ANSWERS.get(self.path, (404, {}, b"gone"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle(self):
        try:
            super().handle()
        except ConnectionError:
            self.close_connection = True

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site():
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")


@pytest.mark.parametrize("path", ["/news/border.html", "/old"])
def test_a_page(site, path):
    document = read_url(site + path, published="2025-04-14")
    assert ENGLISH in document.text
    assert (document.source, document.published) == (site + path, "2025-04-14")
    assert document.url == f"{site}/news/border.html"


def test_ids_and_the_charset_of_the_answer(site):
    assert read_url(f"{site}/news/border.html").id == "border"
    assert read_url(f"{site}/plain").text == "мир" * 9


@pytest.mark.parametrize("path", ["/no", "/away", "/file", "/loop", "/large", "/report.pdf", "/a b"])
def test_what_cannot_be_had(site, path):
    with pytest.raises(UnreadableInput, match=site):
        read_url(site + path)


def test_slow_pages_are_given_up(site, monkeypatch):
    ticks = iter(range(0, 10_000, 100))
    monkeypatch.setattr(module.time, "monotonic", lambda: next(ticks))
    with pytest.raises(UnreadableInput, match="took too long"):
        module.fetch(f"{site}/plain")


def test_offline():
    with pytest.raises(UnreadableInput, match=r"cannot be fetched .*; check the address and the connection"):
        read_url("http://127.0.0.1:9/x")


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://example.org/a", "example.org"])
def test_other_addresses_are_refused(url):
    with pytest.raises(UsageError, match="no http or https address"):
        module.fetch(url)
