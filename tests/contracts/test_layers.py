"""Imports run downward only, and what must be pure has no way to be anything else."""

from __future__ import annotations

import ast

import pytest

from contracts.source import MODULES, imports, name, room, tree

ORDER = [
    {"errors"},
    {"vocab", "ids", "settings"},
    {"model"},
    {"ingest"},
    {"language"},
    {"extract"},
    {"reconcile"},
    {"store"},
    {"ledger"},
    {"query"},
    {"export"},
    {"web"},
    {"cli"},
]
LEVEL = {room_: level for level, rooms in enumerate(ORDER) for room_ in rooms}
PURE = {"extract", "language", "model", "reconcile"}
WORLD = {
    "asyncio", "ftplib", "glob", "http", "io", "multiprocessing", "os", "pathlib", "random", "requests", "secrets",
    "shutil", "socket", "sqlite3", "subprocess", "tempfile", "threading", "time", "urllib", "uuid",
}  # fmt: skip
CLOCK_AND_FILES = {"now", "today", "utcnow", "open", "read_text", "read_bytes", "write_text", "write_bytes"}
FRONT_DOOR = {"", "__main__"}

inside = pytest.mark.parametrize("path", MODULES, ids=name)


@inside
def test_every_room_has_its_place(path):
    assert room(name(path)) in LEVEL.keys() | FRONT_DOOR


@inside
def test_imports_run_downward(path):
    own = room(name(path))
    if own in FRONT_DOOR:
        return
    for imported, line in imports(path):
        if imported.split(".")[0] != "comity" or imported in {"comity", "comity.__version__"}:
            continue
        other = room(imported)
        assert other in LEVEL, f"line {line} imports {imported}, which is above every room"
        lower = LEVEL[other] < LEVEL[own]
        assert lower or other == own, f"line {line} of {own} imports {imported}, which lies higher or beside it"


@inside
def test_reading_and_extracting_touch_no_file_network_or_clock(path):
    if room(name(path)) not in PURE:
        return
    taken = {imported.split(".")[0] for imported, _ in imports(path)} & WORLD
    assert not taken
    calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    used = {getattr(call.func, "attr", getattr(call.func, "id", "")) for call in calls} & CLOCK_AND_FILES
    assert not used


@inside
def test_nothing_is_global_that_can_change(path):
    assert not [node.lineno for node in ast.walk(tree(path)) if isinstance(node, ast.Global)]
