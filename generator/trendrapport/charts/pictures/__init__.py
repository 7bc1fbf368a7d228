"""Drawings to sheets with a title and a source, and to PNG; knows no tables."""
