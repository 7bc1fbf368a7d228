"""The front of an edition: its cover, its trends, its news and what readers can take with them."""
