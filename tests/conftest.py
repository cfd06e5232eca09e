"""What all tests share: none fails for being slow, timings are what benchmarks measure."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
