"""A plan to what its chart says in words: the long description and the footnotes; knows no drawings."""
