"""Charts: from a declaration and a table to a drawing that every reader can use."""
