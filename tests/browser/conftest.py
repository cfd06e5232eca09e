"""The desk in Debian's Chromium: a server on loopback, a browser that notes what its console says."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Page, sync_playwright

from comity.ledger import Ledger
from comity.settings import Settings
from comity.web.app import create_app
from sample import NAMES, extraction

TOKEN = "the-token-of-the-browser-tests"
PATIENCE = 120_000
"""Milliseconds that a page may take on a machine that has much else to do; how fast it is, benchmarks/ measure."""

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@dataclass
class Served:
    """A desk that is being served."""

    address: str
    path: Path


@dataclass
class Visit:
    """A page with the complaints that its console made."""

    page: Page
    served: Served
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Load a page of the desk and wait until it is still."""
        self.page.goto(self.served.address + path)
        self.page.wait_for_load_state("networkidle")

    def sign_in(self) -> None:
        """Show the token."""
        self.open("/signin")
        self.page.fill("input[name=token]", TOKEN)
        self.page.click("text=Sign in >> nth=-1")
        self.page.wait_for_load_state("networkidle")

    def find_sample(self) -> None:
        """Sign in to a ledger that has the sample dossier."""
        with Ledger.open(self.served.path, settings=Settings()) as ledger:
            assert {added.state for added in ledger.add_extractions(map(extraction, NAMES))} == {"added"}
        self.sign_in()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    if os.environ.get("NO_BROWSER"):
        pytest.skip("NO_BROWSER is set")
    if CHROMIUM is None:
        pytest.fail("no Chromium on this machine; `make browser` brings it, NO_BROWSER=1 leaves these tests out")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """An empty ledger on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    app = create_app(tmp_path / "ledger.db", settings=Settings(), token=TOKEN)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 30
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.05)
    assert server.started
    yield Served(f"http://127.0.0.1:{port}", tmp_path / "ledger.db")
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def visit(chromium: Any, served: Served, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A visitor; ``request.param`` are options of the browser's context."""
    options = {"viewport": {"width": 1366, "height": 768}, **getattr(request, "param", {})}
    context = chromium.new_context(**options)
    context.set_default_timeout(PATIENCE)
    made = Visit(context.new_page(), served)
    made.page.on("console", lambda m: made.complaints.append(m.text) if m.type in {"error", "warning"} else None)
    made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
    yield made
    context.close()
