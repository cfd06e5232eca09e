"""Small modules, short functions, and every public name explained."""

from __future__ import annotations

import ast

import pytest

from contracts.source import MODULES, name, tree

MODULE_LINES = 400
FUNCTION_LINES = 40

inside = pytest.mark.parametrize("path", MODULES, ids=name)


@inside
def test_modules_are_small(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MODULE_LINES


@inside
def test_functions_are_short(path):
    functions = [n for n in ast.walk(tree(path)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {f.name: length for f in functions if (length := f.end_lineno - f.lineno + 1) > FUNCTION_LINES}
    assert not long


@inside
def test_what_is_exported_exists(path):
    module = __import__(name(path), fromlist=["__all__"])
    exported = getattr(module, "__all__", [])
    assert len(set(exported)) == len(exported)
    assert [n for n in exported if not hasattr(module, n)] == []
