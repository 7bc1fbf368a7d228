"""Charts to their drawings, tables and words, by worker processes and a store; knows no pages."""
