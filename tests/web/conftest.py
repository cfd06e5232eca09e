"""A desk over a ledger of the sample dossier's gold, reached without a network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from comity.ledger import Ledger
from comity.settings import Settings
from comity.web.app import create_app
from sample import NAMES, extraction

TOKEN = "the-token-of-these-tests"
ADDRESS = "http://127.0.0.1:8321"


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the sample dossier; copy it before writing."""
    path = tmp_path_factory.mktemp("dossier") / "dossier.db"
    with Ledger.open(path, settings=Settings()) as ledger:
        added = list(ledger.add_extractions(extraction(name) for name in NAMES))
    assert {item.state for item in added} == {"added"}
    return path


@pytest.fixture
def db(dossier: Path, tmp_path: Path) -> Path:
    """A ledger of the sample dossier, to be written to."""
    return Path(shutil.copy(dossier, tmp_path / "ledger.db"))


@pytest.fixture
def app(db: Path) -> FastAPI:
    return create_app(db, settings=Settings(), token=TOKEN)


@pytest.fixture
def desk(app: FastAPI) -> Iterator[TestClient]:
    """A visitor who is not signed in."""
    with TestClient(app, base_url=ADDRESS, follow_redirects=False) as client:
        yield client


@pytest.fixture
def signed_in(desk: TestClient) -> TestClient:
    """A visitor who is; ``csrf_of`` gives what forms must carry."""
    assert desk.get("/signin", params={"token": TOKEN}).status_code == 303
    return desk


@pytest.fixture
def bearer(desk: TestClient) -> TestClient:
    """A program that shows the token."""
    desk.headers["Authorization"] = f"Bearer {TOKEN}"
    return desk


def csrf_of(client: TestClient) -> str:
    """What the forms of the client's session carry."""
    access = client.app.state.desk.access
    session = access.session(client.cookies[access.cookie])
    assert session is not None
    return session.csrf
