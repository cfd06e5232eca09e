"""The exchange format: one JSON object a document and line, in UTF-8."""

from __future__ import annotations

import json

from comity.model import Extraction


def line(extraction: Extraction, *, explain: bool = False) -> str:
    """One line without its end; ``explain`` adds the rule that made each record."""
    return json.dumps(extraction.as_dict(explain=explain), ensure_ascii=False, separators=(",", ":"))
