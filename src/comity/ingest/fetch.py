"""Fetching a page that someone named: http and https only, with a limit on time and size. Nothing else goes online."""

from __future__ import annotations

import time
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from typing import TYPE_CHECKING

from comity import __version__
from comity.errors import UnreadableInput, UsageError
from comity.ingest.metadata import is_address
from comity.vocab import load

if TYPE_CHECKING:
    from urllib.request import OpenerDirector

_CHUNK = 65536


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of a page, where they were found in the end, and the media type and charset of the answer."""

    data: bytes
    url: str
    media_type: str
    charset: str


def fetch(url: str) -> Fetched:
    """Fetch ``url``; raise ``UsageError`` if it is no http(s) address, ``UnreadableInput`` if it cannot be had."""
    if not is_address(url):
        raise UsageError(f"{url} is no http or https address")
    limits = load("ingest")["limits"]
    try:
        return _fetched(url, limits["html_bytes"], limits["fetch_seconds"])
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise UnreadableInput(
            f"{url} cannot be fetched ({reason}); check the address and the connection, or save the page to a file"
        ) from error


def _fetched(url: str, most: int, seconds: int) -> Fetched:
    from urllib.request import Request

    request = Request(url, headers={"User-Agent": f"comity/{__version__}", "Accept": "text/html, text/plain;q=0.9"})
    with _opener().open(request, timeout=seconds) as answer:
        data = _body(answer, most, time.monotonic() + seconds)
        if len(data) > most:
            raise UnreadableInput(f"{url} has more than {most // 1_000_000} MB; save its article as .txt and give that")
        headers = answer.headers
        return Fetched(data, answer.url, headers.get_content_type(), headers.get_content_charset() or "")


def _body(answer: HTTPResponse, most: int, deadline: float) -> bytes:
    """Read at most one byte more than ``most``; a page that trickles in is given up at ``deadline``."""
    data = bytearray()
    while len(data) <= most and (chunk := answer.read1(_CHUNK)):
        data += chunk
        if time.monotonic() > deadline:
            raise TimeoutError("it took too long")
    return bytes(data[: most + 1])


def _opener() -> OpenerDirector:
    """An opener that knows neither files nor FTP, so that no redirection can lead there."""
    from urllib import request

    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler(),
        request.HTTPHandler(),
        request.HTTPSHandler(),
        request.HTTPDefaultErrorHandler(),
        request.HTTPRedirectHandler(),
        request.HTTPErrorProcessor(),
        request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener
