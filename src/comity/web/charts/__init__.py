"""Drawings as data: where each mark stands. Templates turn them into SVG, so that all text is escaped in one place."""
