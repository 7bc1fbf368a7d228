"""Trendrapport: Markdown, YAML and CSV from editors become a checked, charted report site."""

__version__ = "1.0.0"
