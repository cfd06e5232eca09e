"""The server: pages and API over one ledger, behind one guard."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import anyio.to_thread
from fastapi import Depends, FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from comity import __version__
from comity.settings import Settings
from comity.vocab import load
from comity.web import api, pages, signing
from comity.web.access import Access
from comity.web.answers import install
from comity.web.desk import Desk
from comity.web.guard import Guard, require_own_form
from comity.web.rendering import STATIC, environment
from comity.web.versions import Conditional


def create_app(
    db: Path, *, settings: Settings, token: str = "", host: str = "127.0.0.1", names: Sequence[str] = ()
) -> FastAPI:
    """The server on a ledger file, which is opened (and made, if it is not there) when the server starts.

    ``host`` is what it will listen on: beyond this machine every request needs ``token`` (a new one if empty, at
    ``app.state.desk.access.token``); ``names`` are host names by which it is addressed there. Nothing is read or
    opened here; the lifespan raises what ``Ledger.open`` does.
    """
    access = Access(host, token, tuple(names)) if token else Access(host, names=tuple(names))
    app = FastAPI(
        title="comity",
        version=__version__,
        summary="What is written about relations between states, every field tied to the words that say it.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=_lifespan,
        dependencies=[Depends(require_own_form)],
    )
    app.state.desk = desk = Desk(Path(db), settings, access)
    app.state.templates = environment(pages.filters, pages.names)
    install(app)
    app.include_router(api.router)
    app.include_router(signing.router, include_in_schema=False)
    for router in pages.routers:
        app.include_router(router, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(Conditional, desk=desk)
    # no other site can make a browser ask in a session, so that none learns from how well an answer is compressed
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=4)
    app.add_middleware(Guard, access=access)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    desk: Desk = app.state.desk
    anyio.to_thread.current_default_thread_limiter().total_tokens = load("web")["threads"]
    with desk.opened():
        yield
