"""Things that belong together, transitively: union-find."""

from __future__ import annotations


class Union:
    """Names in groups; each begins as a group of its own."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, name: str) -> str:
        """The name that stands for the group of ``name``: its first by order."""
        while self._above.setdefault(name, name) != name:
            self._above[name] = name = self._above[self._above[name]]
        return name

    def join(self, one: str, other: str) -> bool:
        """Make one group of two; False where they were one already."""
        first, last = sorted((self.root(one), self.root(other)))
        self._above[last] = first
        return first != last
