"""Drawings as files to be kept: SVG, or PNG made of it, with a line that names their source."""

from __future__ import annotations

from datetime import date
from textwrap import wrap
from typing import Any

import regex
from fastapi import Request
from fastapi.responses import Response

from comity import __version__
from comity.web.downloads import attachment

NO_XML = regex.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that XML cannot hold (XML 1.0, section 2.2)."""

LETTER, LINE = 5.6, 14
"""Width of a letter and height of a line of the source, in units of the drawing."""

SCALE = 2.0
"""Pixels of a PNG for each unit of the drawing."""


def _written(request: Request, name: str, chart: Any, about: str) -> str:
    relation = request.query_params.get("relation", "")[:7]
    ledger = f"ledger {request.app.state.desk.path.name} on {date.today()}"
    told = f"Source: comity {__version__}, {ledger}; {relation or 'all relations'}; {about}"
    template = request.app.state.templates.get_template(f"charts/{name}.svg")
    lines = wrap(told, max(24, int(chart.width / LETTER)))
    below = LINE * len(lines) + 10
    written = template.render(chart=chart, standalone=True, label=about, sourcelines=lines, below=below)
    absolute = written.strip().replace('href="/', f'href="{str(request.base_url).rstrip("/")}/')
    return NO_XML.sub("\ufffd", absolute)


def svg(request: Request, name: str, chart: Any, about: str) -> Response:
    """A drawing of ``templates/charts/NAME.svg``; ``about`` ends its source line."""
    written = _written(request, name, chart, about).encode("utf-8", "replace")
    return Response(written, media_type="image/svg+xml", headers=attachment(f"{name}.svg"))


def png(request: Request, name: str, chart: Any, about: str) -> Response:
    """The same as a picture."""
    from vl_convert import svg_to_png

    picture = svg_to_png(_written(request, name, chart, about), scale=SCALE)
    return Response(picture, media_type="image/png", headers=attachment(f"{name}.png"))
