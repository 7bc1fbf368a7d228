"""Models to starter files, sample reports and JSON Schemas; reads no content."""
