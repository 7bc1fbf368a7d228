"""A declaration that leaves things out to a whole one: kind, fields and subtitle; draws nothing."""
