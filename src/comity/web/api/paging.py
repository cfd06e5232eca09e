"""Pages of lists: what comes after a given item, and where the next page begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from fastapi import Request

from comity.errors import UsageError
from comity.web.api.parameters import Paged
from comity.web.rendering import Data

Item = TypeVar("Item")


def paged(request: Request, items: Sequence[Mapping[str, Any]], following: str | None) -> Data:
    """A page as JSON; a ``Link`` header (RFC 8288) leads to the next."""
    headers = {}
    if following is not None:
        address = request.url.include_query_params(after=following)
        headers["Link"] = f'<{address.path}?{address.query}>; rel="next"'
    return Data({"items": items, "next": following}, headers=headers)


def cut(items: Sequence[Item], key: Callable[[Item], str], page: Paged) -> tuple[Sequence[Item], str | None]:
    """The items of a page and the key of the last if more follow. Raises ``UsageError`` where ``after`` is none."""
    start = 0
    if page.after:
        place = next((n for n, item in enumerate(items) if key(item) == page.after), None)
        if place is None:
            raise UsageError(f"nothing here is called {page.after[:60]!r}; leave after out and begin anew")
        start = place + 1
    end = start + page.limit
    return items[start:end], key(items[end - 1]) if end < len(items) else None
