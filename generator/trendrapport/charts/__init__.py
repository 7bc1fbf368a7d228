"""A declaration and a table to a drawing, a table and words that every reader can use; knows no pages."""
