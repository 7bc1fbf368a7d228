"""What several pages show: an entry, a figure, a person, a citation, facets; knows no page by name."""
