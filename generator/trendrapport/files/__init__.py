"""The bytes of a report's files to data that remember their line and column; knows no models."""
