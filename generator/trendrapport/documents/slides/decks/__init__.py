"""The report to decks: which slides there are, and what each says; knows no format."""
