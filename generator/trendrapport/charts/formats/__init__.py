"""A file per form in which a chart's data or drawing leaves: each a function from values to text or bytes."""
