"""The pages of the desk: their routers, and what templates can call.

``routers`` are included in their order; ``filters`` and ``names`` are given to every template.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import APIRouter

routers: tuple[APIRouter, ...] = ()
filters: Mapping[str, Callable[..., Any]] = {}
names: Mapping[str, Any] = {}
