"""A trend, an edition or a municipality's own figures to a deck of slides.

`decks/` says what is on the slides, as plain values (`deck.py`); `writing/` makes a file of them, with charts
that a reader can edit. A slide has its message as its title, one chart at most, and in its notes what there
was no room for, with the sources. The same deck gives the same bytes, on any day.
"""
