"""An entry's Markdown to its references, and to HTML; knows no entries and no pages."""
