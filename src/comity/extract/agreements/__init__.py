"""Agreements: texts, or bundles of texts, that parties conclude (codebook section 5)."""

from comity.extract.agreements.merging import agreements

__all__ = ["agreements"]
