"""Every page has twins: the same address with ``.json`` and ``.csv`` gives its content as data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from comity.export.cells import table
from comity.web.downloads import attachment
from comity.web.rendering import Data, render


@dataclass(frozen=True, slots=True)
class View:
    """What a page shows, once for each reader.

    ``template`` with ``context`` gives the page, ``data`` (JSON, or a function that gives it) its ``.json``, ``rows``
    (or a function) its ``.csv``, where ``columns`` are the keys of the rows in their order (those of the first row if
    empty). ``name`` is what a download is called, without suffix.
    """

    template: str
    context: Mapping[str, Any]
    data: Any
    rows: Iterable[Mapping[str, Any]] | Callable[[], Iterable[Mapping[str, Any]]]
    name: str
    columns: Sequence[str] = field(default=())


def page(router: APIRouter, path: str) -> Callable[[Callable[..., View]], Callable[..., View]]:
    """Register a function that gives a ``View`` under ``path``, ``path.json`` and ``path.csv``.

    The function is plain (it runs in a thread) and has a parameter ``request: Request``; ``/`` has the twins
    ``/index.json`` and ``/index.csv``. The function itself is returned unchanged.
    """

    def register(function: Callable[..., View]) -> Callable[..., View]:
        for suffix, answer in ((".json", _json), (".csv", _csv), ("", _html)):  # a path parameter would take the suffix
            address = f"{'/index' if suffix and path == '/' else path}{suffix}"
            router.add_api_route(address, _answering(function, answer), methods=["GET"], response_model=None)
        return function

    return register


def _answering(function: Callable[..., View], answer: Callable[[Request, View], Response]) -> Callable[..., Response]:
    @wraps(function)
    def answered(*, request: Request, **given: Any) -> Response:
        return answer(request, function(request=request, **given))

    return answered


def _html(request: Request, view: View) -> Response:
    return render(request, view.template, **view.context)


def _json(request: Request, view: View) -> Response:
    return Data(view.data() if callable(view.data) else view.data)


def _csv(request: Request, view: View) -> Response:
    headers = attachment(f"{view.name}.csv")
    rows = view.rows() if callable(view.rows) else view.rows
    return Response(_table(rows, view.columns), media_type="text/csv; charset=utf-8", headers=headers)


def _table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> bytes:
    listed = list(rows)
    names = list(columns) or list(listed[0] if listed else ())
    lines = table(names, ([row.get(name) for name in names] for row in listed))
    return "".join(lines).encode("utf-8", "replace")
