"""An entry's Markdown to what it refers to, and to HTML; knows no entries and no pages."""
