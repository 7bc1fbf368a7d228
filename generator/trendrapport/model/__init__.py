"""What editors can write, as typed and frozen values with their explanations; reads no files."""
