"""``comity serve``: the desk in the browser and the REST API."""

from __future__ import annotations

import errno
import gc
import os
import signal
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.ledgers import db_option
from comity.cli.terminal import complain, deriving
from comity.errors import ComityError, UsageError
from comity.settings import Settings
from comity.vocab import load

if TYPE_CHECKING:
    import uvicorn
    from fastapi import FastAPI

    from comity.web.desk import Desk

PORT = 8321
WARMING = "The foreign ministers of Chile and Peru met in Lima on Monday and agreed to open a border post."


@dataclass(frozen=True, slots=True)
class Place:
    """Where the desk stands: a socket that listens, and its address for a browser on this machine."""

    listening: socket.socket
    address: str


@click.command("serve")
@db_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="HOST", help="Where to listen.")
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--name", "names", multiple=True, metavar="NAME", help="A host name that leads here; may be repeated.")
@click.option("--no-open", is_flag=True, help="Do not open a browser.")
def command(db: Path | None, host: str, port: int, names: tuple[str, ...], no_open: bool) -> int:
    """Open the desk on a ledger in the browser; the same server is the REST API.

    Everything stays on this machine. Writing needs the token that is printed, and so does reading where --host lets
    other machines reach the server. Ctrl-C stops it.
    """
    from comity.ledger import Ledger

    settings = Settings.from_environment(os.environ)
    path = db or Path(settings.db)
    with deriving(f"{path} was kept by another version of comity") as tell:
        Ledger.open(path, settings=settings, progress=tell).close()  # say here, in a sentence, what is wrong with it
    place = listen(host, port)
    keep_open(path, settings, place, host=host, names=names, opened=None if no_open else webbrowser.open)
    return 0


def keep_open(
    path: Path,
    settings: Settings,
    place: Place,
    *,
    host: str,
    names: Sequence[str] = (),
    opened: Callable[[str], object] | None = None,
) -> None:
    """Serve the desk on the ledger at ``path`` until Ctrl-C, and say first where it stands.

    ``opened`` is called with the address once the server answers.
    """
    from comity.web.app import create_app

    app = create_app(path, settings=settings, host=host, names=tuple(names))
    click.echo(greeting(path, place.address, app.state.desk.access.token, local=app.state.desk.access.local))
    sys.stdout.flush()
    run(app, place, opened=opened)
    click.echo("The desk is closed.")


def listen(host: str, port: int) -> Place:
    """Take a port. Raises ``UsageError`` where the host is not of this machine, ``ComityError`` where it is taken."""
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except OSError as error:
        raise UsageError(f"there is no host {host!r}; give --host an address of this machine") from error
    listening = socket.socket(family, kind, protocol)
    if os.name != "nt":  # there it would let two programs have one port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(where)
        listening.listen()
    except OSError as error:
        listening.close()
        raise _refused(host, port, error) from error
    shown = f"[{host}]" if ":" in host else host
    near = {"0.0.0.0": "127.0.0.1", "[::]": "[::1]"}.get(shown, shown)
    return Place(listening, f"http://{near}:{listening.getsockname()[1]}/")


def _refused(host: str, port: int, error: OSError) -> ComityError:
    if error.errno == errno.EADDRINUSE:
        return ComityError(f"port {port} of {host} is taken; stop what listens there, or give another --port")
    if error.errno == errno.EACCES:
        return ComityError(f"port {port} may not be used by you; give a --port above 1023")
    return UsageError(f"{host} is no address of this machine; give --host 127.0.0.1")


def greeting(path: Path, address: str, token: str, *, local: bool) -> str:
    """What is printed when the desk is open: the address that signs in, and what the token is for."""
    rights = (
        "Whoever has the token may write"
        if local
        else "Other machines can reach this. Whoever has the token may read and write"
    )
    return f"The desk on {path} is open at\n\n  {address}?token={token}\n\n{rights}. Ctrl-C stops it."


def run(app: FastAPI, place: Place, *, opened: Callable[[str], object] | None) -> None:
    """Serve until Ctrl-C; ``opened`` is called with the address once the server answers."""
    import uvicorn

    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=3, lifespan="on"
    )
    server = uvicorn.Server(config)
    threading.Thread(target=_warm_up, args=(server, app.state.desk), daemon=True).start()
    if opened is not None:
        token = app.state.desk.access.token
        threading.Thread(target=_open, args=(server, f"{place.address}?token={token}", opened), daemon=True).start()
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that it ends as cleanly as Ctrl-C
    try:
        server.run(sockets=[place.listening])
    except KeyboardInterrupt:  # uvicorn has stopped by then and hands it on
        return
    finally:
        place.listening.close()


def _warm_up(server: uvicorn.Server, desk: Desk) -> None:
    """Warm the desk once it has answered a request, which is not to wait for that, or when none comes for a moment."""
    until = time.monotonic() + float(load("web")["warm_after_seconds"])
    pause = threading.Event()
    while not server.should_exit and not server.server_state.total_requests and time.monotonic() < until:
        pause.wait(0.05)
    if not server.should_exit:
        warm(desk)


def warm(desk: Desk) -> None:
    """Load what reading and drawing need, so that nobody waits for it; say so where articles cannot be read."""
    from comity.extract import extract
    from comity.ingest import read_text
    from comity.web.charts.network import arranged

    with desk.reading:
        try:
            extract(read_text(WARMING), settings=desk.settings)
        except ComityError as error:
            complain(f"the desk shows the ledger but cannot read articles: {error}")
    arranged([("", "any")])
    gc.collect()
    gc.freeze()  # what is loaded by now stays: nobody's request is to wait while it is gone through


def _open(server: uvicorn.Server, address: str, opened: Callable[[str], object]) -> None:
    pause = threading.Event()
    while not server.started and not server.should_exit:
        pause.wait(0.05)
    if server.started and not opened(address):
        complain("no browser could be opened; open the address above in one")
