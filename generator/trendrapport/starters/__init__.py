"""A name to a starter file or a whole report that explains itself, and models to JSON Schemas; reads no
content.
"""
