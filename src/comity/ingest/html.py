"""Pages: the article's text and what the page says about itself, by trafilatura.

The extracted text is what is stored: no extractor maps text back to mark-up. Tables are kept, comments left out.
"""

from __future__ import annotations

import logging
import re
from typing import Any

from comity.errors import UnsupportedText
from comity.ingest.dates import iso_date
from comity.ingest.metadata import Metadata, is_address
from comity.vocab import load

_PROSE_END = re.compile(r"[.!?。！？…։۔।။។][\"'”’»)\]]*(?:\s|$)")
_SCRIPT = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL)
_HEADING = re.compile(r"<(h[1-6]|title)\b[^>]{0,1000}>.{0,4000}?</\1\s*>", re.IGNORECASE | re.DOTALL)
_UNSEEN = (
    "//*[@hidden]",
    "//*[contains(translate(@style, ' ', ''), 'display:none')]",
    "//*[contains(translate(@style, ' ', ''), 'visibility:hidden')]",
)
"""What nobody who opens the page sees, and so nobody has read."""
_TAG = re.compile(r"<[^<>]{0,1000}>")


def is_html(text: str) -> bool:
    """Whether ``text`` begins like a page."""
    head = re.sub(r"^(?:\s|<\?xml[^>]*>|<!--.*?-->)+", "", text.lstrip("\ufeff")[:4096], flags=re.DOTALL).lower()
    return head.startswith(tuple(load("ingest")["html_openings"]))


def read_html(page: str, *, source: str, url: str = "") -> tuple[str, Metadata]:
    """Return the article's text and the page's metadata; raise ``UnsupportedText`` where there is no article."""
    try:
        found = _extracted(page, url)
    except Exception as error:  # the parsers raise whatever a broken page leads them to, assertions included
        what = f"{source} cannot be parsed as a page ({type(error).__name__})"
        raise UnsupportedText(f"{what}; save its article as .txt and give that") from error
    text = (found.text or "") if found is not None else ""
    if not _has_prose(text):
        raise UnsupportedText(f"no article found in {source}; give the page of one article, or its text as .txt")
    return text, _metadata(found, url)


def _extracted(page: str, url: str) -> Any:
    import trafilatura

    for library in ("trafilatura", "htmldate"):
        logging.getLogger(library).addHandler(logging.NullHandler())
    page = page.replace("\x00", "")  # which the parser takes for the end of the page
    page = _HEADING.sub(lambda heading: _SCRIPT.sub(" ", heading[0]), page)
    if "<html" not in page.lower():
        page = f"<html><body>{page}</body></html>"
    return trafilatura.bare_extraction(
        page,
        url=url or None,
        fast=True,
        include_comments=False,
        include_tables=True,
        prune_xpath=list(_UNSEEN),
        with_metadata=True,
        # Without an upper end htmldate takes today, and the same page would read differently tomorrow.
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2100-01-01"},
    )


def _metadata(found: Any, url: str) -> Metadata:
    return Metadata(
        title=_plain(found.title or ""),
        published=iso_date(found.date or ""),
        publisher=_plain(found.sitename or ""),
        url=found.url if is_address(found.url or "") else url,
    )


def _plain(markup: str) -> str:
    return " ".join(_TAG.sub(" ", _SCRIPT.sub(" ", markup)).split())


def _has_prose(text: str) -> bool:
    limits = load("ingest")["prose"]
    return any(_is_prose(line, limits) for line in text.splitlines())


def _is_prose(line: str, limits: dict[str, int]) -> bool:
    letters = sum(sign.isalpha() for sign in line)
    if letters >= limits["line_letters"]:
        return True
    return letters >= limits["sentence_letters"] and bool(_PROSE_END.search(line))
