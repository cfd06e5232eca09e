"""Templates to answers: everything escaped, nothing undefined."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, JSONResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from comity import __version__
from comity.web.access import Session

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"


class Page(HTMLResponse):
    """HTML whose lone surrogates, which no answer can carry, are question marks."""

    def render(self, content: Any) -> bytes:
        """The bytes that are sent."""
        return str(content).encode("utf-8", "replace")


class Data(JSONResponse):
    """JSON whose lone surrogates, which no answer can carry, are question marks."""

    def render(self, content: Any) -> bytes:
        """The bytes that are sent."""
        written = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return written.encode("utf-8", "replace")


def environment(filters: Mapping[str, Callable[..., Any]], names: Mapping[str, Any]) -> Environment:
    """The templates, with some filters and global names, and the names ``version`` and ``static``."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(filters)
    made.globals.update(names, version=__version__, static=static)
    return made


@cache
def static(name: str) -> str:
    """The address of a file of ``static/``, another one whenever its content changes."""
    mark = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={mark}"


def render(
    request: Request, template: str, *, status: int = 200, headers: Mapping[str, str] | None = None, **context: Any
) -> Page:
    """A page from a template, which also gets:

    ``request``; ``path`` (of this page, without query); ``may_write`` (whether the visitor is signed in) and ``csrf``
    (what every form sends in a hidden field ``csrf``, scripts as the header ``X-CSRF-Token``; empty if not signed in).
    """
    session: Session | None = request.state.session
    known = {"request": request, "path": request.url.path, "may_write": session is not None}
    templates: Environment = request.app.state.templates
    html = templates.get_template(template).render(**known, csrf=session.csrf if session else "", **context)
    return Page(html, status_code=status, headers=headers)
