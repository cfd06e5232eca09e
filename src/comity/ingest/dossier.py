"""Where the sample dossier is: inside an installed package, or in ``examples/`` of a source checkout."""

from __future__ import annotations

from pathlib import Path

import comity
from comity.errors import UnreadableInput


def folder() -> Path:
    """The folder of the sample articles; raises ``UnreadableInput`` if the installation lacks it."""
    package = Path(comity.__file__).parent
    for place in (package / "demo_dossier", package.parents[1] / "examples" / "dossier"):
        if place.is_dir():
            return place
    raise UnreadableInput(f"the sample dossier is missing from {package}; reinstall comity")
