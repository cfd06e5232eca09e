"""Projects: physical or investment undertakings (codebook section 7)."""

from comity.extract.projects.merging import projects

__all__ = ["projects"]
