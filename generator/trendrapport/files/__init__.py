"""Bytes of a report's files to data that know their line and column; knows no models."""
