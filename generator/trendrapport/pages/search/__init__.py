"""What readers can find: the report's entries as documents, an index of their words, and the files in which a
browser gets that.

    view, pages ─▶ documents ─▶ a record for each (kept in the cache) ─▶ index ─▶ files in `assets/search/`

A record has the words of a document and what each of them weighs there, by the part that it is in.

A browser without a stemmer finds the same words as the build: the index has every word as it is in a
text, in groups with one stem. What a reader types is looked up among those words: whole, as a beginning, as a
part, or with a typing error.
"""
