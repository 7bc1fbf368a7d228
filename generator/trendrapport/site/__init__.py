"""A tree to a site: staged as files, then built by MkDocs. The only package that knows MkDocs."""
