"""Take the pictures of the README: the desk on the sample dossier, in Chromium.

usage: python docs/screenshots.py (``make screenshots``)

The dossier is read anew into a ledger that is thrown away; the pictures go to docs/images.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, ViewportSize, sync_playwright

from comity.ingest.dossier import folder
from comity.ledger import Ledger
from comity.settings import Settings

IMAGES = Path(__file__).parent / "images"
SIZE = ViewportSize(width=1120, height=640)
MOST = 200_000
"""Bytes of a picture."""


def build(path: Path) -> dict[str, str]:
    """Read the sample dossier; the addresses to be pictured, by name of the picture."""
    with Ledger.open(path, settings=Settings()) as ledger:
        refused = [added.refusal for added in ledger.add([folder()]) if added.state == "refused"]
        if refused:
            raise SystemExit(refused[0])
        newest = max(ledger.documents(), key=lambda head: head.published)
    return {"overview": "/", "conflicts": "/conflicts", "reader": f"/documents/{newest.key}"}


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The address, token included, of a desk on a ledger."""
    command = [sys.executable, "-m", "comity", "serve", "--no-open", "--port", "0", "--db", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            for line in server.stdout or ():
                if found := re.search(r"http://\S+", line):
                    yield found.group()
                    break
        finally:
            server.terminate()


def picture(page: Page, address: str, name: str) -> None:
    """Take one picture. Raises ``SystemExit`` where it is too large."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    target = IMAGES / f"{name}.png"
    page.screenshot(path=target)
    if target.stat().st_size > MOST:
        raise SystemExit(f"{target} has {target.stat().st_size} bytes; picture less")
    print(f"{target.name} {target.stat().st_size // 1000} kB")


def main() -> None:
    """Take all pictures."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise SystemExit("the pictures need Chromium; make browser brings it")
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="comity-") as made:
        path = Path(made) / "ledger.db"
        pages = build(path)
        with served(path) as address, sync_playwright() as started:
            browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_context(viewport=SIZE).new_page()
            page.set_default_timeout(120_000)
            page.goto(address)
            for name, place in pages.items():
                picture(page, address.partition("/?")[0] + place, name)
            browser.close()


if __name__ == "__main__":
    main()
