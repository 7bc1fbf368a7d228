"""The cover page of an edition: its trends, its news and its downloads."""
